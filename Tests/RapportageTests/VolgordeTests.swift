// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import RapportageApp

@Suite("Gebeurtenissen van vier diensten", .timeLimit(.minutes(2)))
struct VolgordeTests {
    /// Every fact, without the ids and instants that each store makes itself.
    private func inhoud(_ o: Opstelling) async throws -> [String] {
        try await o.store.read { db in
            var lines: [String] = []
            for table in [
                "aanmelding", "dossier", "traject", "traject_einde", "eerste_contact", "contact", "doel", "regelzaak",
                "verwijzing", "voorschot",
            ] {
                lines += try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0.description)" }
            }
            lines += try Row.fetchAll(db, sql: "SELECT soort, traject, dossier, uiterlijk_op, toestand, versie FROM rapport").map
            {
                "rapport \($0.description)"
            }
            return lines.sorted()
        }
    }

    /// The facts in another order, in which each source keeps its own.
    private func geschud(_ feiten: [Feit], _ random: inout SeededChance) -> [Feit] {
        var queues = Dictionary(grouping: feiten, by: \.bron)
        var out: [Feit] = []
        while let bron = queues.keys.sorted(by: { $0.rawValue < $1.rawValue }).randomElement(using: &random) {
            if let feit = queues[bron]?.removeFirst() { out.append(feit) }
            if queues[bron]?.isEmpty == true { queues[bron] = nil }
        }
        return out
    }

    @Test("in welke volgorde de bronnen ook aankomen, het beeld is hetzelfde", arguments: [UInt64(1), 2, 3, 4, 5, 6])
    func volgorde(seed: UInt64) async throws {
        var random = SeededChance(seed: seed)
        let team = TeamID(UUID())
        var feiten: [Feit] = []
        for nummer in 1...3 {
            let p = persoon(nummer, team: team)
            let (doel, zaak) = (DoelID(UUID()), RegelzaakID(UUID()))
            let (verwijzing, voorschot) = (VerwijzingID(UUID()), VoorschotID(UUID()))
            feiten += [
                p.ontvangen, p.geaccepteerd, p.gestart, p.toegewezen, p.contact(p.gestartOp.adding(days: 9)),
                p.contact(p.gestartOp.adding(days: 2)), p.contact(p.gestartOp.adding(days: 1), .huisbezoek, .nietVerschenen),
                p.doel(.open, id: doel), p.doel(.bereikt, id: doel), p.regelzaak(.open, id: zaak),
                p.regelzaak(.toegekend, id: zaak),
                p.verwijzing(.verstuurd, id: verwijzing), p.voorschot(.aangevraagd, id: voorschot),
                p.voorschot(.betaald, id: voorschot), p.afgerond(p.gestartOp.adding(months: 5)),
            ]
        }
        let recht = try Opstelling()
        for feit in feiten { try await recht.komtBinnen(feit) }
        let ander = try Opstelling()
        for feit in geschud(feiten, &random) { try await ander.komtBinnen(feit) }
        let (een, twee) = (try await inhoud(recht), try await inhoud(ander))
        #expect(een == twee, "seed \(seed)")
        #expect(een.filter { $0.hasPrefix("rapport ") }.count == 3)
        #expect(een.contains { $0.contains("eerste_contact") && $0.contains("2027-01-06") })
    }
}
