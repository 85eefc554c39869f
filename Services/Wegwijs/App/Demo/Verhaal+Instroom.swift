// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// People come in: the gemeente sends, the team leader judges what the rule left over, and divides.
extension Verhaal {
    /// Sends the aanmeldingen of one week, one by one.
    func deliver(_ week: Int) async throws -> Int {
        let due = stad.aanmeldingen.filter { $0.week == week }
        for aanmelding in due {
            let bericht = try Gemeente.bericht(aanmelding, id: ids.next(), at: date(week, 0).at(hour: 9))
            let answer = try await gemeente.deliver(bericht)
            guard answer.status == 202 else {
                throw Portaalklant.Unexpected(description: "de koppeling weigert een aanmelding: \(answer.status) \(answer.text)")
            }
        }
        return due.count
    }

    /// What could not be accepted by rule, such as somebody who looks like somebody else, a person decides.
    func judge() async throws {
        let leader = try sessie("teamleider1")
        while true {
            let page = try await leader.open("/aanmeldingen?toestand=in-controle")
            guard let form = page.forms.first(where: { $0.action.hasSuffix("/accepteren") }) else { return }
            let after = try await leader.send(form)
            guard after.status == 200 else {
                throw Portaalklant.Unexpected(description: "accepteren lukt niet: \(after.status)")
            }
        }
    }

    /// Divides the new dossiers over the begeleiders, in turn.
    func assign(_ week: Int) async throws {
        let leader = try sessie("teamleider1")
        let begeleiders = caseload.keys.sorted()
        for _ in 0..<100 {
            let page = try await leader.open("/verdelen")
            guard let form = page.forms.first(where: { $0.action.hasPrefix("/verdelen") }) else { return }
            let dossiers = Self.checkboxes("dossiers", on: page.html)
            guard !dossiers.isEmpty else { return }
            let options = Self.options("begeleider", on: page.html)
            // Who has the fewest people gets the next part.
            let begeleider = begeleiders.min { (caseload[$0]?.count ?? 0) < (caseload[$1]?.count ?? 0) } ?? begeleiders[0]
            let name = Stadsbewoners.werkers.first { $0.gebruikersnaam == begeleider }?.naam ?? ""
            guard let option = options.first(where: { $0.label.contains(name) }) else {
                throw Portaalklant.Unexpected(description: "\(begeleider) staat niet in de keuzelijst van /verdelen")
            }
            let part = Array(dossiers.prefix(6))
            var filled = form
            filled.fields.removeAll { $0.name == "dossiers" }
            for dossier in part { filled.fields.append(("dossiers", dossier)) }
            filled.set("begeleider", option.value)
            let after = try await leader.send(filled)
            guard after.status == 200 else { throw Portaalklant.Unexpected(description: "verdelen lukt niet: \(after.status)") }
            caseload[begeleider, default: []] += part.map { Klant(dossier: $0, sinds: week) }
        }
    }

    static func checkboxes(_ name: String, on html: String) -> [String] {
        html.components(separatedBy: "<input").dropFirst().compactMap { chunk in
            let tag = chunk.components(separatedBy: ">").first ?? ""
            guard Formulier.attribute("name", in: tag) == name, Formulier.attribute("type", in: tag) == "checkbox" else {
                return nil
            }
            return Formulier.attribute("value", in: tag)
        }
    }

    static func options(_ name: String, on html: String) -> [(value: String, label: String)] {
        guard let start = html.range(of: "<select[^>]*name=\"\(name)\"", options: .regularExpression),
            let end = html.range(of: "</select>", range: start.upperBound..<html.endIndex)
        else { return [] }
        return html[start.upperBound..<end.lowerBound].components(separatedBy: "<option").dropFirst().compactMap { chunk in
            let parts = chunk.components(separatedBy: ">")
            guard parts.count > 1, let value = Formulier.attribute("value", in: parts[0]), !value.isEmpty else { return nil }
            return (Formulier.unescape(value), Formulier.unescape(parts[1].components(separatedBy: "<").first ?? ""))
        }
    }
}
