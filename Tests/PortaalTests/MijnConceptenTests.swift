// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import HTTPTypes
import Synchronization
import Testing
import Web

@testable import PortaalApp

@Suite("Mijn concepten", .timeLimit(.minutes(2)))
struct MijnConceptenTests {
    private static let dossier = "018f3b1c-0000-7000-8000-000000000001"
    private static let contact = "/dossier/\(dossier)/contact"

    private func bewaar(_ wie: InProcessClient<PortaalContext>, _ pad: String, _ notitie: String, op nummer: Int) async throws {
        let pagina = try await wie.get(pad)
        let antwoord = try await wie.post(
            pad,
            [
                ("_csrf", try csrf(pagina)), ("_opdracht", "0197a000-0000-7000-8000-00000000000\(nummer)"), ("_pad", pad),
                ("_conceptversie", "0"), ("notitie", notitie), ("_concept", "automatisch"),
            ])
        #expect(antwoord.status == 200, "\(pad)")
    }

    private func metMensen(_ body: (Proefportaal) async throws -> Void) async throws {
        // The services know one dossier by name, and no other.
        let bus = Voorbeeldbus { query, data in
            guard query is DossierLabels else { return data }
            return try MessageCoding.encode(
                [DossierLabel(dossier: DossierID(Self.dossier) ?? .init(UUID()), dossiernummer: "W-1", naam: "Selam Voorbeeld")])
        }
        try await metPortaal(bus: bus) { proef in
            for naam in ["sanne", "karel"] {
                try await proef.gebruiker(naam, [.begeleider], team: TeamID(team: "Team Almere"))
            }
            try await body(proef)
        }
    }

    @Test("alles wat iemand bewaarde staat op één pagina: waarvan, van wie en wanneer, het laatste bovenaan; nooit van een ander")
    func lijst() async throws {
        try await metMensen { proef in
            let sanne = try await proef.aangemeld("sanne")
            let karel = try await proef.aangemeld("karel")
            #expect(try await sanne.get("/concepten").text.contains("Geen concepten"))
            #expect(try await sanne.get("/").text.contains(#"href="/concepten""#))
            try await bewaar(sanne, Self.contact, "Halve zin over de huur", op: 1)
            proef.klok.verder(60)
            try await bewaar(sanne, "/dossier/\(Self.dossier)/metingen/start", "x", op: 2)
            proef.klok.verder(60)
            let vreemd = "/dossier/0197a000-0000-7000-8000-0000000000ff/contact"
            try await bewaar(sanne, vreemd, "Andere zin", op: 3)
            let pagina = try await sanne.get("/concepten").text
            let namen = pagina.matches(of: /<li><div><p><a href="([^"]+)">([^<]+)/).map { String($0.output.2) }
            #expect(namen == ["Contact vastleggen", "Eerste meting", "Contact vastleggen"])
            #expect(pagina.matches(of: /Selam Voorbeeld<\/p>/).count == 2 && pagina.contains("Naam even niet bekend"))
            // What was typed stays sealed until the page itself is opened.
            #expect(!pagina.contains("Halve zin") && pagina.contains("Bewaard op"))
            let ander = try await karel.get("/concepten").text
            #expect(ander.contains("Geen concepten") && !ander.contains(Self.contact))
            // Going on is opening the page.
            #expect(try await sanne.get(Self.contact).text.contains("Halve zin over de huur"))
        }
    }

    @Test("weggooien vanaf de lijst komt op de lijst terug; een ander gooit niets van mij weg")
    func weggooien() async throws {
        try await metMensen { proef in
            let sanne = try await proef.aangemeld("sanne")
            try await bewaar(sanne, Self.contact, "Weg", op: 1)
            let href = try #require(
                try await sanne.get("/concepten").text.firstMatch(of: /href="(\/concept\/weg\?[^"]+)"/)?.output.1)
            let adres = String(href).replacing("&amp;", with: "&")
            let karel = try await proef.aangemeld("karel")
            let vreemd = try await karel.get(adres)
            _ = try await karel.post("/concept/weg", [("_csrf", try csrf(vreemd)), ("pad", Self.contact)])
            #expect(try await sanne.get("/concepten").text.contains(Self.contact))
            let vraag = try await sanne.get(adres)
            let velden = vraag.verborgen.filter { ["_csrf", "pad", "terug"].contains($0.0) }
            let weg = try await sanne.post("/concept/weg", velden)
            #expect(weg.status == 303 && weg.headers[.location] == "/concepten")
            #expect(try await sanne.get("/concepten").text.contains("Geen concepten"))
            // Never to another site.
            let elders = try await sanne.post(
                "/concept/weg", [("_csrf", try csrf(vraag)), ("pad", Self.contact), ("terug", "//elders.nl")])
            #expect(elders.headers[.location] == Self.contact)
        }
    }

    @Test("elk formulier dat een concept kan zijn heeft op de lijst een naam")
    func namen() throws {
        let map = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Services/Portaal/App/Sjablonen")
        let sjablonen = try FileManager.default.contentsOfDirectory(at: map, includingPropertiesForKeys: nil).filter {
            let tekst = try String(contentsOf: $0, encoding: .utf8)
            return $0.pathExtension == "mustache" && tekst.contains("{{>deel-concept}}")
        }.map { $0.deletingPathExtension().lastPathComponent }
        // A new one here asks for a line in `ConceptenPagina.namen`.
        #expect(
            Set(sjablonen) == [
                "afronden", "afspraak-formulier", "contact", "gegevens", "meten", "plan", "plan-actie", "plan-doel", "rapport",
                "signalen", "spreekuur", "voorziening-bewerken",
            ])
        for pad in [
            "/dossier/\(Self.dossier)/afronden", "/dossier/\(Self.dossier)/afspraak/nieuw",
            "/dossier/\(Self.dossier)/afspraak/\(Self.dossier)/wijzigen", Self.contact,
            "\(Self.contact)/\(Self.dossier)/verbeteren",
            "/dossier/\(Self.dossier)/plan", "/dossier/\(Self.dossier)/plan/acties/\(Self.dossier)",
            "/dossier/\(Self.dossier)/plan/doelen/\(Self.dossier)", "/dossier/\(Self.dossier)/signalen", "/spreekuur",
            "/dossier/\(Self.dossier)/gegevens", "/rapport/\(Self.dossier)", "/sociale-kaart/nieuw",
            "/sociale-kaart/\(Self.dossier)/wijzigen",
        ] + Meetmoment.allCases.map({ "/dossier/\(Self.dossier)/metingen/\($0.rawValue)" }) {
            #expect(ConceptenPagina.namen[Concepten.Plek(pad: pad, actie: pad).soort] != nil, "\(pad)")
        }
    }
}

@Suite("Rechten gaan voor het formulier", .timeLimit(.minutes(3)))
struct RechtEerstTests {
    private static func routes() throws -> [String] {
        let map = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: map.appending(path: "Wandeling/routes.txt"), encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("POST ") }.map { String($0.dropFirst(5).prefix { $0 != " " }) }
            .filter { !$0.hasPrefix("/aanmelden") && !$0.hasPrefix("/p/") }
    }

    private static func adres(_ route: String) -> String {
        route.replacing("/:soort", with: "/signalen").replacing("/:moment", with: "/start")
            .replacing(/:[a-z]+/, with: "018f3b1c-0000-7000-8000-0000000000ff")
    }

    /// Services for which nothing is there for this visitor.
    private struct Niets: Asker {
        func ask<Q: Query>(_ query: Q, as actor: Actor, because cause: Envelope?, within limit: Duration) async throws
            -> Q.Answer
        { throw Failure.notFound(what: "x") }
        func send<C: Command>(_ command: C, id: UUID?, as actor: Actor, because cause: Envelope?, within limit: Duration)
            async throws -> C.Answer
        { throw Failure.notFound(what: "x") }
        func ask<O: OperatorRequest>(
            _ request: O, of service: ServiceName, as actor: Actor, because cause: Envelope?, within limit: Duration
        ) async throws -> O.Answer { throw Failure.notFound(what: "x") }
        func status() async -> BusStatus { await NoPeers().status() }
    }

    @Test("zonder het recht antwoordt een leeg formulier 403 of 404 en nooit 400: op elke route, voor wie de rol niet heeft")
    func rol() async throws {
        try await metPortaal(bus: Niets()) { proef in
            try await proef.gebruiker("client", [.client])
            let bezoeker = try await proef.aangemeld("client")
            let token = try csrf(try await bezoeker.get("/"))
            var gezien = 0
            for route in try Self.routes() {
                let status = try await bezoeker.post(Self.adres(route), [("_csrf", token)]).status
                // A route for files takes no other form at all, from nobody.
                #expect([403, 404].contains(status) || (status == 415 && route.hasSuffix("bewijs")), "\(route): \(status)")
                gezien += 1
            }
            #expect(gezien > 90)
        }
    }

    @Test("en voor wie de rol heeft maar dit dossier, deze zaak of dit stuk niet mag zien")
    func stuk() async throws {
        try await metPortaal(bus: Niets()) { proef in
            try await proef.gebruiker("alles", Set(Role.allCases), team: TeamID(team: "Team Almere"), gemeente: "0034")
            let bezoeker = try await proef.aangemeld("alles")
            let token = try csrf(try await bezoeker.get("/gebruikers/nieuw"))
            let stukken = ["dossier", "meldcode", "huishouden", "overdracht", "verwijzing", "rapport", "voorschot"]
            for route in try Self.routes() where stukken.contains(where: { route.hasPrefix("/\($0)/:") }) {
                let status = try await bezoeker.post(Self.adres(route), [("_csrf", token)]).status
                #expect([403, 404].contains(status) || (status == 415 && route.hasSuffix("bewijs")), "\(route): \(status)")
            }
        }
    }
}
