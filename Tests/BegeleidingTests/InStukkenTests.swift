// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Testing

@testable import BegeleidingApp

@Suite("Dagelijks bijwerken in stukken", .timeLimit(.minutes(1)))
struct InStukkenTests {
    @Test("elk stuk stopt als zijn tijd om is, en samen doen ze iedereen één keer", arguments: [Duration.zero, .seconds(1)])
    func stukken(langst: Duration) async throws {
        let proef = try Proefdienst()
        for nummer in 1...7 { try await proef.ontvang(try proef.persoon(nummer: nummer)) }
        let stukken = InStukken(store: proef.store, langst: langst, vooruit: 3)
        let gedaan = try await stukken.loop { db, na, limit in
            try db.rijen("SELECT id FROM dossier WHERE id > ? ORDER BY id LIMIT ?", [na, limit]).map { try $0.tekst("id") }
        } _: { tx, id in
            try tx.db.doe("UPDATE dossier SET no_show_reeks = no_show_reeks + 1 WHERE id = ?", [id])
        }
        #expect(gedaan == 7)
        #expect(try await proef.getal("SELECT count(*) FROM dossier WHERE no_show_reeks = 1") == 7)
    }

    @Test("alleen een klok die stilstaat en daardoor verlengt schuift elke dag een dag")
    func klokken() async throws {
        let proef = try Proefdienst()
        let (loopt, staat, houdt) = (
            try await proef.lopendTraject(), try await proef.lopendTraject(), try await proef.lopendTraject()
        )
        func einde(_ event: AanmeldingGeaccepteerd) async throws -> Datum? {
            try await proef.overzicht(event.dossier).klok.first { $0.code == "einde" }?.datum
        }
        for (event, reden) in [(staat, "wacht-op-woning"), (houdt, "op-verzoek")] {
            let klok = try await KlokOpvragen(dossier: event.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
            _ = try await TrajectPauzeren(dossier: event.dossier, reden: reden, van: proef.vandaag, versie: klok.versie)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        let werk = KlokBijwerken(middelen: proef.middelen, logger: Logger(label: "proef"), langst: .zero)
        _ = try await werk.werkBij()
        proef.klok.zet(try dag("2027-01-28"))
        #expect(try await werk.werkBij() == 1)
        #expect(try await werk.werkBij() == 0)
        #expect(try await einde(loopt) == (try dag("2027-10-17")))
        #expect(try await einde(houdt) == (try dag("2027-10-17")))
        #expect(try await einde(staat) == (try dag("2027-10-28")))
    }
}
