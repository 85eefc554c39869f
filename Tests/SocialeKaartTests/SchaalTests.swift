// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag
import Testing

@testable import SocialeKaartApp

@Suite("Vragen aan de kaart lopen langs een index", .timeLimit(.minutes(2)))
struct SchaalTests {
    @Test("zoeken leest geen tabel van voor tot achter, hoe er ook gezocht wordt")
    func zoeken() async throws {
        let watch = QueryWatch()
        let o = try await Kaartopstelling(watch: watch)
        watch.clear()
        let gevonden = try await o.kaart.zoeken(VoorzieningenZoeken(tekst: "taal", page: .init()), als: o.begeleider)
        #expect(!gevonden.rows.isEmpty)
        for tekst in ["taalcafé almere", "schuldhullp", "ondersteuning", "tal", "ديون", "'\" AND (", "nergens te vinden"] {
            _ = try await o.kaart.zoeken(VoorzieningenZoeken(tekst: tekst, page: .init()), als: o.begeleider)
            _ = try await o.kaart.zoekenOpenbaar(VoorzieningenZoeken(tekst: tekst, page: .init()))
        }
        #expect(try await watch.wholeReads(in: o.store, of: Self.groot) == [])
    }

    @Test("wat een begeleider en een teamleider met verwijzingen moeten doen, kost niet meer met elk dossier")
    func verwijzingen() async throws {
        let watch = QueryWatch()
        let o = try await Kaartopstelling(watch: watch)
        _ = try await o.verstuurd()
        watch.clear()
        for actor in [o.begeleider, o.teamleider] {
            _ = try await o.verwijzingen.volgen(.init(page: .init(limit: 5)), als: actor)
            _ = try await o.verwijzingen.vandaag(.init(page: .init(limit: 5), metKaart: true), als: actor)
        }
        #expect(try await watch.wholeReads(in: o.store, of: Self.groot) == [])
        // Only who has a referral is looked at.
        let dossier: DossierID = nieuw()
        try await o.store.write { tx in
            try tx.db.execute(
                sql: "INSERT INTO toewijzing (dossier, begeleider, team) VALUES (?, ?, ?)",
                arguments: [dossier.description, o.begeleider.user?.description, o.team.description])
        }
        let gemerkt = try await o.store.read { try String.fetchAll($0, sql: "SELECT dossier FROM toewijzing WHERE verwijst = 1") }
        #expect(gemerkt == [o.dossier.description])
    }

    /// What grows with the directory and with the people referred.
    private static let groot: Set<String> = [
        "zoektekst", "zoekwoord", "zoekdrie", "plek", "openingsregel", "voorziening_begrip", "verwijzing", "verwijzing_taak",
        "toewijzing", "verwijzing_te_doen",
    ]
}
