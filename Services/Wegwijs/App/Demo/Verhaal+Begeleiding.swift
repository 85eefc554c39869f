// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The daily work of the begeleiders, all six at the same time, each in an own session.
extension Verhaal {
    /// What a begeleider will do on one day with one person, drawn before the work begins so that the story follows from
    /// the seed whatever order the sessions run in.
    struct Bezoek: Sendable {
        var dossier: String
        var soort: String
        var verschijning: String
        var minuten: Int
        var doelBereiken: Bool
        var regelzaken: Int
        var akkoord: Bool
    }

    func guide(_ week: Int, _ weekday: Int) async throws {
        var plan: [(Portaalklant, [Bezoek])] = []
        for begeleider in caseload.keys.sorted() {
            var bezoeken: [Bezoek] = []
            var klanten = caseload[begeleider] ?? []
            for index in klanten.indices {
                guard let bezoek = draw(&klanten[index], index: index, week: week, weekday: weekday) else { continue }
                bezoeken.append(bezoek)
            }
            caseload[begeleider] = klanten
            if !bezoeken.isEmpty { plan.append((try sessie(begeleider), bezoeken)) }
        }
        let day = date(week, weekday)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (client, bezoeken) in plan {
                group.addTask { for bezoek in bezoeken { try await Self.visit(client, bezoek, day: day) } }
            }
            try await group.waitForAll()
        }
    }

    private func draw(_ klant: inout Klant, index: Int, week: Int, weekday: Int) -> Bezoek? {
        let age = week - klant.sinds
        // First contact in the first week or early in the second; then every five weeks or so.
        let first = klant.contacten == 0 && (index % 3 + 1 == weekday)
        let later = klant.contacten > 0 && (age + index) % 5 == 0 && index % 3 + 1 == weekday
        guard first || later else { return nil }
        klant.contacten += 1
        let came = Int.random(in: 0..<100, using: &chance)
        let reach = !klant.doelBereikt && klant.contacten >= 3 && chance.percent(60)
        if reach { klant.doelBereikt = true }
        return Bezoek(
            dossier: klant.dossier,
            soort: first ? "huisbezoek" : chance.pick(["huisbezoek", "spreekuur", "afspraak", "telefoon"]),
            verschijning: came < 88 ? "aanwezig" : (came < 93 ? "afgemeld" : "niet-verschenen"),
            minuten: chance.pick([30, 45, 60, 75, 90]), doelBereiken: reach, regelzaken: klant.contacten <= 2 ? 3 : 0,
            akkoord: klant.contacten == 2)
    }

    private static func visit(_ client: Portaalklant, _ bezoek: Bezoek, day: Datum) async throws {
        var contact = try await client.open("/dossier/\(bezoek.dossier)/contact").form("/contact")
        contact.set("soort", bezoek.soort)
        contact.set("datum", day.description)
        contact.set("duurMinuten", String(bezoek.minuten))
        contact.set("verschijning", bezoek.verschijning)
        contact.set("notitie", "Gesproken over de post en de afspraken van deze week.")
        contact.set("volgendeStap", "Samen de brieven doornemen")
        contact.set("volgendeStapOp", day.adding(days: 21).description)
        try expect(await client.send(contact), "contactmoment")
        guard bezoek.verschijning == "aanwezig" else { return }
        if bezoek.regelzaken > 0 { try await settle(client, bezoek) }
        if bezoek.akkoord {
            try await makePlan(client, bezoek.dossier, day: day)
        } else if bezoek.regelzaken == 0 {
            try await workPlan(client, bezoek.dossier, day: day)
        }
        if bezoek.doelBereiken {
            let plan = try await client.open("/dossier/\(bezoek.dossier)/plan")
            if var form = plan.forms.first(where: { $0.action.contains("/plan/doelen/") }) {
                form.set("toestand", "bereikt")
                try expect(await client.send(form), "doel bereikt")
            }
        }
    }

    /// Moves some open steps of the regeldag on.
    private static func settle(_ client: Portaalklant, _ bezoek: Bezoek) async throws {
        let board = try await client.open("/dossier/\(bezoek.dossier)/regeldag")
        let open = board.forms.filter { $0.action.contains("/regeldag/") && $0.value("toestand") != "toegekend" }
        for form in open.prefix(bezoek.regelzaken) {
            var form = form
            form.set("toestand", "toegekend")
            _ = try await client.send(form)
        }
    }

    static func expect(_ page: Portaalklant.Bladzijde, _ what: String) throws {
        guard page.status == 200 else {
            throw Portaalklant.Unexpected(description: "\(what) lukt niet: \(page.path) antwoordt \(page.status)")
        }
    }
}
