// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import IntakeApp

/// Where an entry lies is nobody's business: who looks finds the same.
@Suite("Wat pas kwam ligt apart", .timeLimit(.minutes(2)))
struct AanwasTests {
    private struct Mens: Sendable {
        var dossier: DossierID
        var vraag: Dubbelvraag
    }

    private func mens(_ proef: Opstelling, _ toeval: inout Proeftoeval) throws -> Mens {
        let namen = ["Selam", "Tesfay", "Haile", "Yonas", "Rahwa", "Ahmed", "Noor", "Kebede"]
        let client = Aanmeldgegevens.Client(
            naam: try Naam(voornamen: namen[toeval.getal(8)], geslachtsnaam: namen[toeval.getal(8)]),
            geboortedatum: try OnvolledigeDatum(parsing: "19\(70 + toeval.getal(30))-05-02"), adres: .init())
        return Mens(
            dossier: DossierID(UUID()),
            vraag: try proef.parts.index.kenmerken(van: try Opstelling.gegevens(client, huishouden: nil)))
    }

    @Test("welke stukken er ook verhuizen: ieder wordt gevonden tot hij is weggehaald", arguments: [1, 2, 3] as [UInt64])
    func gevonden(_ zaad: UInt64) async throws {
        let proef = try await Opstelling()
        var toeval = Proeftoeval(zaad)
        var (mensen, weg): ([Mens], [Mens]) = ([], [])
        for stap in 0..<120 {
            let (keuze, deel) = (toeval.getal(4), toeval.getal(8))
            let nieuw = try mens(proef, &toeval)
            let gaat = keuze == 3 && !mensen.isEmpty ? mensen.remove(at: toeval.getal(mensen.count)) : nil
            try await proef.parts.store.write { tx in
                if let gaat {
                    try Kenmerkregister.wis(tx.db, gaat.dossier)
                } else if keuze == 2 {
                    for soort in Aanwas.allCases { try soort.verplaats(tx.db, deel: deel) }
                } else {
                    try Kenmerkregister.maak(tx.db, nieuw.vraag, voor: nieuw.dossier)
                }
            }
            if let gaat { weg.append(gaat) } else if keuze < 2 { mensen.append(nieuw) }
            guard stap % 10 == 9 else { continue }
            let (hier, verdwenen) = (mensen, weg)
            let fout = try await proef.parts.store.read { db in
                func staat(_ mens: Mens) throws -> Bool {
                    try mens.vraag.sleutels.allSatisfy { sleutel in
                        try Row.fetchAll(
                            db, sql: "SELECT z.dossier FROM (\(Vraagtekst.ieder)) s JOIN zoekpersoon z ON z.nr = s.nr",
                            arguments: [sleutel.waarde, 1_000]
                        ).contains { $0[0] as String == mens.dossier.description }
                    }
                }
                return try hier.filter { try !staat($0) }.count + verdwenen.filter { try staat($0) }.count
            }
            #expect(fout == 0, "zaad \(zaad), stap \(stap)")
        }
        let dubbel = try await proef.aantal(
            "SELECT count(*) FROM zoeksleutel s JOIN zoeksleutel_nieuw n USING (sleutel, geboren, nr)")
        #expect(dubbel == 0)
    }

    @Test("de kleine tabel blijft klein, hoeveel er ook komen")
    func begrensd() async throws {
        let proef = try await Opstelling()
        for stap in 0..<40 {
            try await proef.parts.store.write { tx in
                try tx.db.execute(
                    sql: """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
                        INSERT INTO zoeksleutel_nieuw SELECT random(), 19800101, \(stap) * 500 + i FROM n
                        """)
                try Aanwas.sleutels.verplaats(tx.db, deel: stap % 8)
            }
        }
        #expect(try await proef.aantal("SELECT count(*) FROM zoeksleutel_nieuw") <= 9 * 500)
        #expect(try await proef.aantal("SELECT count(*) FROM (\(Aanwas.sleutels.beide("nr", waar: "1")))") == 40 * 500)
    }

    @Test("om de zoveel mensen verhuist er een stuk, zonder dat iemand erom vraagt")
    func vanzelf() async throws {
        let proef = try await Opstelling()
        let verhuisd = try await proef.parts.store.write { tx in
            for sleutel in 1...8 {
                try tx.db.execute(
                    sql: "INSERT INTO zoeksleutel_nieuw VALUES (?, 19800101, 1)", arguments: [sleutel])
            }
            try Aanwas.naKomst(tx.db, van: 8 * Aanwas.perStap - 1)
            let eerst = try Int.fetchOne(tx.db, sql: "SELECT count(*) FROM zoeksleutel")
            try Aanwas.naKomst(tx.db, van: 8 * Aanwas.perStap)
            try Aanwas.naKomst(tx.db, van: 15 * Aanwas.perStap)
            return (eerst, try Int.fetchOne(tx.db, sql: "SELECT count(*) FROM zoeksleutel"))
        }
        #expect(verhuisd == (0, 2))
    }
}
