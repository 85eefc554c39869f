// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import ReiskostenApp

@Suite("De lijst van voorschotten", .timeLimit(.minutes(1)))
struct LijstTests {
    private func lijst(
        _ o: Opstelling, door actor: Actor, dossier: DossierID? = nil, toestand: VoorschotToestand? = nil, limit: Int = 200
    ) async throws -> [Voorschotsregel] {
        var rows: [Voorschotsregel] = []
        var after: String?
        repeat {
            let page = try await o.voorschotten.lijst(
                VoorschottenLijst(dossier: dossier, toestand: toestand, page: PageRequest(after: after, limit: limit)),
                verzoek(VoorschottenLijst.self, door: actor))
            #expect(page.rows.count <= limit)
            rows += page.rows
            after = page.next
        } while after != nil
        return rows
    }

    @Test("iedereen ziet precies wat bij de eigen rol hoort, en opvragen weigert wat de lijst niet toont")
    func rechten() async throws {
        let o = try Opstelling()
        let (een, twee) = (medewerker(.begeleider), medewerker(.begeleider))
        let financieel = medewerker(.financieel, team: nil)
        var ids: [VoorschotID] = []
        var dossiers: [DossierID] = []
        for begeleider in [een, twee] {
            let dossier = try await o.dossier(van: begeleider)
            dossiers.append(dossier)
            ids.append(
                try await o.voorschotten.aanvragen(
                    aanvraag(dossier), verzoek(VoorschotAanvragen.self, door: begeleider)
                ).voorschot)
        }
        let client = Actor(user: GebruikerID(UUID()), roles: [.client], dossier: dossiers[1], purpose: "inzage")
        let alle = Set(ids)
        let verwacht: [(Actor, Set<VoorschotID>)] = [
            (een, [ids[0]]), (twee, [ids[1]]), (financieel, alle),
            (medewerker(.tweedeTekenaar), alle), (medewerker(.teamleider), alle),
            (medewerker(.teamleider, team: TeamID(UUID())), []),
            (medewerker(.begeleider), []), (medewerker(.vrijwilliger), []), (medewerker(.beheerder), []),
            (Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "inzage"), []),
            (client, [ids[1]]), (.service(purpose: "onbekend"), []),
        ]
        for (actor, zichtbaar) in verwacht {
            #expect(Set(try await lijst(o, door: actor).map(\.voorschot)) == zichtbaar)
            for id in alle {
                let opgevraagd = try? await o.voorschotten.opvragen(
                    VoorschotOpvragen(voorschot: id), verzoek(VoorschotOpvragen.self, door: actor))
                #expect((opgevraagd != nil) == zichtbaar.contains(id))
            }
        }
    }

    @Test("bladeren geeft elk voorschot één keer: de rij oudste eerst, een dossier nieuwste eerst")
    func bladeren() async throws {
        let o = try Opstelling(regels: regeling(open: 100))
        let begeleider = medewerker(.begeleider)
        let financieel = medewerker(.financieel, team: nil)
        let dossier = try await o.dossier(van: begeleider)
        var ids: [VoorschotID] = []
        for maand in 3...9 {
            ids.append(
                try await o.voorschotten.aanvragen(
                    aanvraag(dossier, maand: "2027-0\(maand)"), verzoek(VoorschotAanvragen.self, door: begeleider)
                ).voorschot)
        }
        for limit in [1, 2, 3, 7, 200] {
            #expect(try await lijst(o, door: financieel, limit: limit).map(\.voorschot) == ids)
            #expect(try await lijst(o, door: begeleider, dossier: dossier, limit: limit).map(\.voorschot) == ids.reversed())
        }
        _ = try await o.voorschotten.beslissen(
            VoorschotBeslissen(voorschot: ids[2], versie: 1, goedgekeurd: true, reden: nil),
            verzoek(VoorschotBeslissen.self, door: financieel))
        #expect(try await lijst(o, door: financieel, toestand: .goedgekeurd).map(\.voorschot) == [ids[2]])
        #expect(try await lijst(o, door: financieel, toestand: .aangevraagd, limit: 4).count == 6)
    }

    @Test("de lijsten gebruiken een index")
    func index() async throws {
        let o = try Opstelling()
        let plannen = try await o.store.read { db in
            try [
                "\(VoorschotRij.select) WHERE v.dossier = 'x' AND v.id < 'y' ORDER BY v.id DESC LIMIT 26",
                "\(VoorschotRij.select) WHERE v.toestand = 'x' AND v.id > 'y' ORDER BY v.id LIMIT 26",
            ].map { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }.joined(separator: "; ")
            }
        }
        for plan in plannen {
            #expect(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }
}
