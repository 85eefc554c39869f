// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web
import Zegel

@testable import PortaalApp

/// The portaal before the services of the city, with people who are signed in.
struct Deur {
    typealias Bezoeker = (client: InProcessClient<PortaalContext>, csrf: String)

    struct Route {
        let method: HTTPRequest.Method
        let pad: String
        /// Who gets past its door, as `Tests/Wandeling/routes.txt` says.
        let wie: [String]
        var naam: String { "\(method.rawValue) \(pad)" }
    }

    let wacht: Schildwacht
    private let stad: Stad
    private let bewoners: Bewoners
    private let edge: Edge<PortaalContext>
    private var bezoekers: [String: Bezoeker] = [:]

    init(_ stad: Stad, _ bewoners: Bewoners) async throws {
        (self.stad, self.bewoners, wacht) = (stad, bewoners, Schildwacht(stad))
        let dienst = try stad.dienst(.portaal)
        let klok = Proefklok(stad.klok.now)
        let portaal = try await Portaal(
            PortaalSettings(tls: false, teams: ["Team Almere"]), store: dienst.store, zegel: try SealKey.random(),
            bus: dienst.bus, clock: stad.klok, ids: stad.ids, realClock: klok)
        edge = portaal.edge()
        let (geheim, wachtwoord) = (Data("12345678901234567890".utf8), "een lang wachtwoord")
        let hash = try await PasswordHash.make(wachtwoord)
        for (account, naam) in [
            ("begeleider1", "begeleider"), ("teamleider1", "teamleider"), ("beheerder", "beheerder"),
            ("financieel1", "financieel"), ("klantmanager1", "klantmanager"), ("aandacht1", "aandacht"),
            ("wandelpartner", "partner"),
        ] {
            let actor = try bewoners.actor(naam)
            let rij = GebruikerRij(
                id: try #require(actor.user), gebruikersnaam: account, naam: "Proef", rollen: actor.roles, team: actor.team,
                gemeente: actor.gemeente, organisatie: actor.organisatie)
            try await portaal.gebruikers.voegToe(rij, wachtwoordHash: hash, totpGeheim: geheim, waarom: "proef", cause: nil)
            let client = InProcessClient<PortaalContext>(edge)
            klok.verder(31)
            let deur = try Self.csrf(try await client.get("/aanmelden").text)
            let half = try await client.post(
                "/aanmelden", [("_csrf", deur), ("gebruikersnaam", account), ("wachtwoord", wachtwoord)])
            let tweede = try Self.csrf(try await client.get(half.headers[.location] ?? "").text)
            let binnen = try await client.post(
                "/aanmelden/code", [("_csrf", tweede), ("code", try TOTP(secret: geheim).code(at: klok.now))])
            try #require(binnen.status == 303, "\(account): \(binnen.status)")
            bezoekers[account] = (client, try Self.csrf(try await client.get("/").text))
        }
    }

    private static func csrf(_ tekst: String) throws -> String {
        String(try #require(tekst.firstMatch(of: /name="_csrf" value="([^"]+)"/)).output.1)
    }

    static func routes() throws -> [Route] {
        let tekst = try String(contentsOf: Stad.wortel.appending(path: "Tests/Wandeling/routes.txt"), encoding: .utf8)
        return try tekst.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { regel in
            let delen = regel.split(separator: "|", maxSplits: 1)
            let adres = try #require(delen.first).split(separator: " ")
            return Route(
                method: adres[0] == "GET" ? .get : .post, pad: String(adres[1]),
                wie: delen.count == 2 ? delen[1].split(separator: " ").map(String.init) : [])
        }
    }

    /// The names of all fields that a page of the portaal reads.
    static func veldnamen() throws -> [String] {
        let map = Stad.wortel.appending(path: "Services/Portaal/App")
        let lezer =
            /\.(?:text|optional|exact|all|has|required|dag|datum|getal|versie|code|id|optionalID|jaNee|fixed)\("([A-Za-z][A-Za-z0-9-]*)"/
        var namen: Set<String> = []
        let bestanden = FileManager.default.enumerator(at: map, includingPropertiesForKeys: nil)
        for case let bestand as URL in bestanden ?? .init() where bestand.pathExtension == "swift" {
            for treffer in try String(contentsOf: bestand, encoding: .utf8).matches(of: lezer) {
                namen.insert(String(treffer.output.1))
            }
        }
        return namen.sorted()
    }

    func bezoeker(_ route: Route) -> Bezoeker? {
        let account = ["teamleider1", "begeleider1"].first(where: route.wie.contains) ?? route.wie.first { bezoekers[$0] != nil }
        return bezoekers[account ?? "teamleider1"]
    }

    /// The path with ids of this city in it.
    private func pad(_ route: Route, _ vast: String? = nil) -> String {
        let delen = route.pad.split(separator: "/", omittingEmptySubsequences: false)
        let eerste = delen.count > 1 ? String(delen[1]) : ""
        return delen.map { deel -> String in
            guard deel.hasPrefix(":") else { return String(deel) }
            if let vast { return vast }
            let naam = deel == ":id" ? (eerste == "caseload" ? "begeleider" : eerste) : String(deel.dropFirst())
            return bewoners.velden[naam] ?? UUID().uuidString.lowercased()
        }.joined(separator: "/")
    }

    /// What any answer has to be.
    private func keur(_ antwoord: InProcessClient<PortaalContext>.Answer, _ wat: String) {
        #expect(antwoord.status < 500, "\(wat): \(antwoord.status)")
        wacht.keurBinnenkant(antwoord.text, wat)
    }

    /// What a worker types is kept by the portaal also when it is refused; the others keep nothing.
    private var diensten: [Stad.Dienst] { stad.diensten.filter { $0.naam != .portaal } }

    func onthoud() async throws { try await wacht.onthoud(diensten) }

    /// After all that was asked of a route: nothing was kept, and no log line says what came in.
    func keur(_ route: Route) async throws {
        try await wacht.keur(diensten, route.naam)
        wacht.keurLog(route.naam)
    }

    private func tijd(_ wat: String, _ doe: () async throws -> Void) async throws {
        let begin = ContinuousClock.now
        wacht.noem(wat)
        try await doe()
        if begin.duration(to: .now) > .seconds(10) { Issue.record("\(wat): duurde \(begin.duration(to: .now))") }
    }

    func stuur(_ route: Route, _ bezoeker: Bezoeker, _ formulier: RareInvoer.Formulier, _ velden: [String]) async throws {
        var body = Data(formulier.csrf ? "_csrf=\(bezoeker.csrf)".utf8 : "a=1".utf8)
        for (naam, waarde) in formulier.goed { body.append(Data("&\(naam)=\(waarde)".utf8)) }
        // One field too large or too often is enough for the edge; else all of them at once, within what a form may hold.
        let namen = formulier.keren > 2 || formulier.waarde.count > 10_000 ? ["tekst"] : velden
        for naam in namen where formulier.goed[naam] == nil {
            for _ in 0..<formulier.keren {
                body.append(Data("&\(naam)=".utf8))
                body.append(formulier.waarde)
            }
        }
        let (inhoud, wat) = (body, "\(route.naam), \(formulier.naam)")
        try await tijd(wat) {
            let antwoord = try await bezoeker.client.send(
                .post, pad(route), headers: [.contentType: formulier.soort], body: inhoud)
            keur(antwoord, wat)
            if antwoord.status < 400 {
                try await onthoud()
            } else {
                try await wacht.keur(diensten, "\(wat) (\(antwoord.status))")
            }
            // What can be read as a form is never refused as one that cannot: the field is named.
            if formulier.randwaarde == nil, antwoord.text.contains("Het formulier is niet te lezen") {
                Issue.record("\(wat) noemt geen veld")
            }
            if let rand = formulier.randwaarde {
                #expect(antwoord.status == rand || antwoord.status == 413, "\(wat): \(antwoord.status)")
                if formulier.naam == "nul" { #expect(antwoord.text.contains("In het veld"), "\(wat) noemt geen veld") }
            }
        }
    }

    func vraag(_ route: Route, _ bezoeker: Bezoeker, _ velden: [String]) async throws {
        for waarde in [
            "", "%00", "%FF%FE", "%zz", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "-1", "31-12-9999",
            "9999-12", "0001-01", "0001-01-01", "2027-02-30", "%E2%80%AE'%22%3C\(RareInvoer.merk)", "1e400", "..%2F..%2Fetc",
            "%09%0A",
        ] {
            let query = (velden + ["na", "maand", "van", "tot", "week"]).map { "\($0)=\(waarde)" }.joined(separator: "&")
            let wat = "\(route.naam)?=\(waarde)"
            guard RareInvoer.komtLangs(wat) else { continue }
            try await tijd(wat) { keur(try await bezoeker.client.get("\(pad(route))?\(query)"), wat) }
        }
    }

    func adressen(_ route: Route, _ bezoeker: Bezoeker) async throws {
        let lang = String(repeating: "a", count: 5_000)
        if route.pad.contains(":") {
            for vreemd in [
                "%00", "%FF", "%2e%2e%2f", "..", "%E2%80%AE", lang, "%25", "-1", "9223372036854775807", "%0d%0aX:%20y",
                // Of another kind than the address asks.
                bewoners.velden["dossier"] ?? "", bewoners.velden["huishouden"] ?? "",
            ] {
                let wat = "\(route.naam) met \(vreemd.prefix(20))"
                guard RareInvoer.komtLangs(wat) else { continue }
                try await tijd(wat) {
                    let antwoord = try await bezoeker.client.send(
                        route.method, pad(route, vreemd), headers: [.contentType: "application/x-www-form-urlencoded"],
                        body: Data("_csrf=\(bezoeker.csrf)".utf8))
                    keur(antwoord, wat)
                }
            }
        }
        for method in ["HEAD", "OPTIONS", "TRACE", "PURGE"] {
            let wat = "\(method) \(route.pad)"
            guard let method = HTTPRequest.Method(method), RareInvoer.komtLangs(wat) else { continue }
            try await tijd(wat) { keur(try await bezoeker.client.send(method, pad(route)), wat) }
        }
        let koekjes = "bezoek=\(lang); sessie=%00\(lang); bericht=\(lang).\(lang)"
        let zonder = InProcessClient<PortaalContext>(edge)
        let wat = "\(route.naam) met grote koekjes"
        try await tijd(wat) {
            keur(
                try await zonder.send(route.method, pad(route), headers: [.cookie: koekjes, .accept: lang]), wat)
        }
    }
}
