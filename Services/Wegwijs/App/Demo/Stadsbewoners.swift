// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Zegel

/// The workers of the synthetic city, made by the administrator on the page for users.
struct Stadsbewoners {
    struct Werker: Sendable {
        var gebruikersnaam: String
        var naam: String
        var rollen: [String]
        var gemeente: String?
    }

    static let werkers: [Werker] =
        (1...6).map {
            Werker(
                gebruikersnaam: "begeleider\($0)", naam: "Begeleider \(["Een", "Twee", "Drie", "Vier", "Vijf", "Zes"][$0 - 1])",
                rollen: ["begeleider"])
        }
        + [
            Werker(gebruikersnaam: "teamleider1", naam: "Teamleider Een", rollen: ["teamleider"]),
            Werker(gebruikersnaam: "financieel1", naam: "Financieel Een", rollen: ["financieel-medewerker"]),
            Werker(gebruikersnaam: "tekenaar1", naam: "Tekenaar Een", rollen: ["tweede-tekenaar"]),
            Werker(gebruikersnaam: "vrijwilliger1", naam: "Vrijwilliger Een", rollen: ["vrijwilliger"]),
            Werker(gebruikersnaam: "functionaris1", naam: "Functionaris Een", rollen: ["functionaris-gegevensbescherming"]),
            Werker(gebruikersnaam: "aandacht1", naam: "Aandachtsfunctionaris Een", rollen: ["aandachtsfunctionaris"]),
            Werker(gebruikersnaam: "klantmanager1", naam: "Klantmanager Een", rollen: ["klantmanager"], gemeente: "0034"),
        ]

    let landschap: Landschap
    var file: DemoUsers { DemoUsers(file: landschap.demoFolder.appendingPathComponent("gebruikers.json")) }

    /// The first administrator, as `wegwijs sleutels` made it.
    func beheerder() throws -> DemoUsers.User {
        struct First: Decodable {
            var gebruikersnaam: String
            var wachtwoord: String
            var totp: String
        }
        let file = landschap.keyFolder.appendingPathComponent("eerste-beheerder.json")
        let first = try JSONDecoder().decode(First.self, from: Data(contentsOf: file))
        return DemoUsers.User(
            gebruikersnaam: first.gebruikersnaam, wachtwoord: first.wachtwoord, totp: first.totp, rollen: ["beheerder"])
    }

    /// Makes who is not there yet. The page shows password and secret once; they are kept for `wegwijs code`.
    func make(progress: Voortgang) async throws -> [DemoUsers.User] {
        var users = try file.all()
        let administrator = try beheerder()
        if !users.contains(where: { $0.gebruikersnaam == administrator.gebruikersnaam }) { users.append(administrator) }
        let client = Portaalklant(port: landschap.port)
        try await client.signIn(administrator)
        for (index, werker) in Self.werkers.enumerated()
        where !users.contains(where: { $0.gebruikersnaam == werker.gebruikersnaam }) {
            let page = try await client.open("/gebruikers/nieuw")
            var form = try page.form("/gebruikers")
            form.set("gebruikersnaam", werker.gebruikersnaam)
            form.set("naam", werker.naam)
            form.fields.removeAll { $0.name == "rollen" }
            for rol in werker.rollen { form.fields.append(("rollen", rol)) }
            if let gemeente = werker.gemeente {
                form.set("gemeente", gemeente)
                form.set("team", "")
            } else if let team = Self.firstTeam(on: page.html) {
                form.set("team", team)
            }
            let made = try await client.send(form)
            guard let password = Self.shown("wachtwoord", on: made.html), let totp = Self.shown("totp", on: made.html) else {
                throw Portaalklant.Unexpected(
                    description: "gebruiker \(werker.gebruikersnaam) is niet gemaakt (status \(made.status))")
            }
            users.append(.init(gebruikersnaam: werker.gebruikersnaam, wachtwoord: password, totp: totp, rollen: werker.rollen))
            try file.keep(users)
            progress.show(index + 1, of: Self.werkers.count)
        }
        return users
    }

    /// What the page shows once: `<code data-veld="totp">…</code>`.
    private static func shown(_ field: String, on html: String) -> String? {
        guard let start = html.range(of: "data-veld=\"\(field)\""),
            let open = html.range(of: ">", range: start.upperBound..<html.endIndex),
            let close = html.range(of: "<", range: open.upperBound..<html.endIndex)
        else { return nil }
        return Formulier.unescape(String(html[open.upperBound..<close.lowerBound])).filter { !$0.isWhitespace }
    }

    /// The first team that the form offers.
    private static func firstTeam(on html: String) -> String? {
        guard let start = html.range(of: "name=\"team\""),
            let end = html.range(of: "</select>", range: start.upperBound..<html.endIndex)
        else { return nil }
        return html[start.upperBound..<end.lowerBound].components(separatedBy: "<option").dropFirst()
            .compactMap { Formulier.attribute("value", in: $0.components(separatedBy: ">").first ?? "") }
            .map(Formulier.unescape).first { !$0.isEmpty }
    }
}
