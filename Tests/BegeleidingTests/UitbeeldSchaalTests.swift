// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Testing
import Toegang

@testable import BegeleidingApp

@Suite("De lijst Uit beeld en de caseload lopen langs een index", .timeLimit(.minutes(1)))
struct UitbeeldSchaalTests {
    private func plannen(_ store: Store, _ body: @escaping @Sendable (Database) throws -> Void) async throws -> [String] {
        try await store.read { db in
            let gezien = Mutex<[String]>([])
            db.trace { event in
                if case .statement(let statement) = event { gezien.withLock { $0.append(statement.expandedSQL) } }
            }
            try body(db)
            db.trace(options: [])
            return try gezien.withLock { $0 }.flatMap { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
            }
        }
    }

    @Test("geen bladzijde leest een hele tabel of sorteert achteraf")
    func plannen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let vandaag = proef.vandaag
        for actor in [proef.fatima, proef.teamleider] {
            let bereik = Policy.scope(actor, .list, on: .contactmoment)
            let overdracht = Policy.scope(actor, .list, on: .overdracht)
            let plan = try await plannen(proef.store) { db in
                for na in [nil, (datum: vandaag, rest: "x")] {
                    for soort in [nil, Uitbeeld.Soort.termijn] {
                        _ = try Uitbeelden.pagina(
                            db, bereik, soort: soort, begeleider: nil, vandaag: vandaag, na: na, limit: 25)
                    }
                    _ = try Overdrachten.pagina(db, overdracht, team: proef.team, na: na, limit: 25)
                    _ = try Contracteinden.pagina(
                        db, opdracht: "almere-2027", Policy.scope(actor, .list, on: .traject), na: na, limit: 25)
                }
                _ = try Uitbeelden.aantallen(db, bereik, soorten: [.termijn, nil], begeleider: nil, vandaag: vandaag)
                _ = try Uitbeelden.redenen(db, [event.dossier], op: vandaag).count
                _ = try Uitbeelden.aantallen(db, [event.dossier], op: vandaag)
                if let wie = proef.fatima.user {
                    _ = try Caseloads.van(db, begeleider: wie)
                    _ = try Waarneming.voor(db, wie, op: vandaag)
                }
                _ = try Caseloads.begeleiders(db, team: proef.team, na: "", limit: 25)
                _ = try Gezienen.gelden(db, event.dossier)
            }
            #expect(plan.contains { $0.contains("uitbeeld_begeleider") || $0.contains("uitbeeld_team") })
            // Counting per reason looks at no row.
            #expect(plan.contains { $0.contains("COVERING INDEX uitbeeld_reden_") })
            // The reasons of one page are sorted: a handful.
            let lang = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") && !$0.contains("subquery") }
            #expect(lang == [])
            #expect(plan.filter { $0.contains("TEMP B-TREE") }.count <= 1, "\(plan)")
        }
    }

    @Test("een lange lijst wordt niet uitgeteld: het tellen kost hetzelfde hoe lang hij ook wordt")
    func nietUitgeteld() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        proef.klok.zet(try dag("2027-03-01"))
        try await proef.store.write { tx in
            let kolommen = try Row.fetchAll(tx.db, sql: "SELECT name FROM pragma_table_info('dossier')").map {
                $0["name"] as String
            }
            let eigen = kolommen.map { ["id", "dossiernummer"].contains($0) ? "printf('x%05d', n.i)" : "d.\($0)" }
            let reeks =
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Uitbeelden.meesteGeteld + 5))"
            try tx.db.execute(
                sql: """
                    \(reeks) INSERT INTO dossier (\(kolommen.joined(separator: ", ")))
                        SELECT \(eigen.joined(separator: ", ")) FROM n, dossier d WHERE d.id = '\(dossier)';
                    INSERT INTO uitbeeld (id, vanaf, begeleider, team)
                        SELECT id, '2027-02-01', begeleider, team FROM dossier WHERE id LIKE 'x%';
                    INSERT INTO uitbeeld_reden (dossier, soort, bron, vanaf, op_lijst, uiterlijk_op, eerste, begeleider, team)
                        SELECT id, 'geen-contact', '', '2027-02-01', '2027-02-01', '2027-02-01', 1, begeleider, team
                        FROM dossier WHERE id LIKE 'x%';
                    """)
        }
        let bereik = Policy.scope(proef.teamleider, .list, on: .contactmoment)
        let vandaag = proef.vandaag
        let geteld = try await proef.store.read { db in
            try Uitbeelden.aantallen(
                db, bereik, soorten: [nil, .geenContact, .document], begeleider: nil, vandaag: vandaag)
        }
        #expect(geteld == [nil, nil, 0])
    }
}
