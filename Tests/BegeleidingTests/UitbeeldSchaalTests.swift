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
                _ = try Uitbeelden.aantal(db, bereik, soort: .termijn, begeleider: nil, vandaag: vandaag)
                _ = try Uitbeelden.redenen(db, [event.dossier], op: vandaag).count
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
            let lang = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") }
            #expect(lang == [])
            #expect(plan.filter { $0.contains("TEMP B-TREE") }.count <= 1, "\(plan)")
        }
    }
}
