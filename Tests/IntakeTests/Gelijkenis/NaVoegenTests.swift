// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// What people can still do with somebody whom an aanmelding joined: take it back and join anew, open the number that came later,
/// and find the person by either name.
@Suite("Na het voegen bij een dossier", .timeLimit(.minutes(2)))
struct NaVoegenTests {
    let hulp = GegevensTests()
    let samen = SamenvoegenTests()

    @Test("vanzelf gevoegd en ongedaan gemaakt: de kandidaat staat ernaast en kan opnieuw worden gekozen")
    func opnieuw() async throws {
        let proef = try await Opstelling()
        let (_, tweede, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(proef)
        let id = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).first?.samenvoeging)
        try await samen.maakOngedaan(proef, id)
        let regel = try #require(
            try await AanmeldingenTonen(parts: proef.parts)(
                AanmeldingenLijst(toestand: .inControle, page: PageRequest()), hulp.leider
            ).rows.first)
        let naast = try await Vergelijken(parts: proef.parts).aanmelding(
            AanmeldingVergelijken(aanmelding: regel.aanmelding), hulp.leider, caller: .portaal, because: hulp.envelope())
        #expect(naast.vergelijkingen.map(\.kandidaat.dossier) == [dossier])
        #expect(naast.vergelijkingen.first?.kandidaat.redenen.isEmpty == false)
        _ = try await BijDossierVoegen(parts: proef.parts)(
            AanmeldingBijDossier(
                aanmelding: regel.aanmelding, dossier: dossier, versie: regel.versie, reden: "zelfde-nummer"),
            hulp.envelope(), hulp.leider)
        #expect(try await proef.toestand(tweede).dossiernummer == "W-2027-0001")
    }

    @Test("een BSN dat later kwam, kan worden geopend en staat naast dat van een ander dossier")
    func bsn() async throws {
        let proef = try await Opstelling()
        let (_, _, dossier) = try await WijzigingNaSamenvoegenTests.laatNummer(proef)
        #expect(try await hulp.blad(proef, dossier).magBSN)
        func toon() async throws -> String {
            try await GegevensTonen(parts: proef.parts).bsn(
                BSNTonen(dossier: dossier, waarvoor: "formulier"), hulp.leider, caller: .portaal, because: hulp.envelope()
            ).bsn
        }
        #expect(try await toon() == Proefbericht.bsn(0))
        let ander = try await hulp.persoon(proef, Proefbericht.aanmelding(1))
        let naast = try await Vergelijken(parts: proef.parts).dossiers(
            DossiersVergelijken(dossier: dossier, ander: ander), hulp.leider, caller: .portaal, because: hulp.envelope())
        let nummer = try #require(naast.velden.first { $0.veld == "bsn" })
        #expect(nummer.links?.hasSuffix("0006") == true && nummer.stand == "verschilt")
        let id = try #require(try await proef.gebeurtenissen(PersoonSamengevoegd.self).first?.samenvoeging)
        try await samen.maakOngedaan(proef, id)
        await #expect(throws: Failure.notFound(what: "BSN")) { _ = try await toon() }
        #expect(try await !hulp.blad(proef, dossier).magBSN)
    }
}
