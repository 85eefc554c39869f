// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The plan van aanpak in the story: made at the second visit, agreed with the client, worked on at later ones.
extension Verhaal {
    /// A second goal from the library, actions for both, and the client's agreement.
    static func makePlan(_ client: Portaalklant, _ dossier: String, day: Datum) async throws {
        let first = try await client.open("/dossier/\(dossier)/plan")
        let sentences = first.forms.filter { $0.action.hasSuffix("/plan/doelen") && $0.value("tekst")?.isEmpty == false }
        if !sentences.isEmpty {
            // Which one follows from the file, so that plans differ.
            let choice = dossier.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % sentences.count }
            try expect(await client.send(sentences[choice]), "doel")
        }
        let plan = try await client.open("/dossier/\(dossier)/plan")
        let goals = plan.forms.map(\.action).filter { $0.contains("/plan/doelen/") }
        for (number, goal) in goals.prefix(2).enumerated() {
            let page = try await client.open(goal)
            for (step, form) in page.forms.filter({ $0.action.hasSuffix("/acties") && $0.value("tekst")?.isEmpty == false })
                .prefix(2).enumerated()
            {
                var form = form
                form.set("uiterlijkOp", day.adding(days: 14 + 7 * number + 21 * step).description)
                try expect(await client.send(form), "actie")
            }
        }
        var agreement = try await client.open("/dossier/\(dossier)/plan/akkoord").form("/akkoord")
        agreement.set("keus", "akkoord")
        agreement.set("volgendOp", day.adding(days: 35).description)
        if ["", "nl"].contains(agreement.value("taal") ?? "") {
            agreement.set("taal", "nl")
            agreement.set("tolk", "geen")
        }
        try expect(await client.send(agreement), "akkoord")
    }

    /// One action is done, and the plan is talked about.
    static func workPlan(_ client: Portaalklant, _ dossier: String, day: Datum) async throws {
        let plan = try await client.open("/dossier/\(dossier)/plan")
        if var done = plan.forms.first(where: { $0.action.contains("/plan/acties/") && $0.action.hasSuffix("/toestand") }) {
            done.set("toestand", "gedaan")
            try expect(await client.send(done), "actie gedaan")
        }
        if var talk = plan.forms.first(where: { $0.action.hasSuffix("/plan/besproken") }) {
            talk.set("op", day.description)
            talk.set("volgendOp", day.adding(days: 35).description)
            talk.set("opmerking", "Samen het plan doorgenomen.")
            try expect(await client.send(talk), "gesprek over het plan")
        }
    }
}
