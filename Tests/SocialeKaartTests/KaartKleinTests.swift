// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import SocialeKaartApp

@Suite("Een kaart van voor migratie 091 is daarna dezelfde kaart", .timeLimit(.minutes(2)))
struct KaartKleinTests {
    @Test("begrippen, plekken, talen, uren en verwijzingen blijven, en alles wordt gevonden")
    func overgang() async throws {
        let map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-klein-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        let (file, klok, ids) = (
            map.appending(path: "kaart.sqlite"), Proefklok(datum("2027-02-01")), UUIDv7Source(clock: RealClock())
        )
        func open(_ migrations: some Sequence<Migration>, _ layout: StoreLayout) throws -> Store {
            try Store(
                service: .socialeKaart, file: file, migrations: Array(migrations), clock: klok, ids: ids, layout: layout)
        }
        let oud = try open(SocialeKaart.migrations.prefix { $0.name != "091-kaart-klein" }, StoreLayout())
        try await oud.write { tx in try tx.db.execute(sql: Self.oudeKaart) }
        try await oud.close()
        let store = try open(SocialeKaart.migrations, SocialeKaart.layout)
        try await Zoekindex.maakBij(store)
        let (bladzijde, stand) = try await store.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA page_size"),
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT b.code || ' ' || k.soort || ' ' || v.naam FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip
                          JOIN voorziening v ON v.nr = k.nr
                        UNION ALL SELECT p.naam || ' ' || p.postcode FROM plek p JOIN voorziening v ON v.nr = p.nr
                        UNION ALL SELECT code FROM voorziening_taal JOIN voorziening USING (nr)
                        UNION ALL SELECT van || ' ' || tot FROM openingsregel JOIN voorziening USING (nr)
                        UNION ALL SELECT b.code FROM organisatie_begrip o JOIN begrip b ON b.nr = o.begrip
                        UNION ALL SELECT x.toestand FROM verwijzing x JOIN voorziening v ON v.id = x.voorziening_id
                        """)
            )
        }
        #expect(bladzijde == 16_384)
        #expect(
            stand.sorted() == [
                "09:00 17:00", "Haven 1311", "concept", "taal leefgebied Taalcafé", "ti", "werk", "werk leefgebied Taalcafé",
            ])
        let begeleider = Actor(user: nieuw(), roles: [.begeleider], team: nieuw(), purpose: "begeleiding")
        let kaart = Kaart(store: store, clock: klok, isProduction: false)
        #expect(
            try await kaart.zoeken(VoorzieningenZoeken(tekst: "taalcafe", page: .init()), als: begeleider).rows.map(\.naam)
                == ["Taalcafé"])
        try await store.close()
        try FileManager.default.removeItem(at: map)
    }

    private static let oudeKaart = """
        INSERT INTO begrip (id, code, naam, document, invoer_hash) VALUES ('b1', 'taal', 'Taal', '{}', ''),
          ('b2', 'werk', 'Werk', '{}', '');
        INSERT INTO organisatie (id, naam, document, invoer_hash, versie, gewijzigd_op, gewijzigd_door)
          VALUES ('o1', 'Welzijn', '{}', '', 1, '2027-01-01T00:00:00.000Z', 'x');
        INSERT INTO voorziening (id, nr, organisatie_id, naam, status, verwijsbaar, toegestane_velden, document, invoer_hash,
            versie, gewijzigd_op, gewijzigd_door)
          VALUES ('01900000-0000-7000-8000-000000000007', 7, 'o1', 'Taalcafé', 'active', 'ja', '[]', 
            '{"name":"Taalcafé","schedules":[{"freq":"WEEKLY","byday":"MO","opens_at":"09:00","closes_at":"17:00"}]}', '', 1,
            '2027-01-01T00:00:00.000Z', 'x');
        INSERT INTO kenmerk (id, hoort_bij, begrip_id, soort, code) SELECT 'k1', id, 'b1', 'leefgebied', 'taal' FROM voorziening
          UNION ALL SELECT 'k2', id, 'b2', 'leefgebied', 'werk' FROM voorziening
          UNION ALL SELECT 'k3', 'o1', 'b2', 'leefgebied', 'werk';
        INSERT INTO plek (id, voorziening_id, locatie_id) SELECT 'p1', id, 'l1' FROM voorziening;
        INSERT INTO locatie (id, hoort_bij, soort, naam, postcode) SELECT 'l1', id, 'physical', 'Haven', '1311' FROM voorziening;
        INSERT INTO voorziening_taal (code, voorziening_id) SELECT 'ti', id FROM voorziening;
        INSERT INTO openingsregel (voorziening_id, soort, dag, van, tot) SELECT id, 'week', 1, '09:00', '17:00' FROM voorziening;
        INSERT INTO verwijzing (id, dossier, voorziening_id, leefgebied, toestand, gemaakt_door, gemaakt_op, versie, gewijzigd_op,
            gewijzigd_door)
          SELECT 'x1', 'd1', id, 'taal', 'concept', 'x', '2027-01-01T00:00:00.000Z', 1, '2027-01-01T00:00:00.000Z', 'x'
          FROM voorziening;
        """
}
