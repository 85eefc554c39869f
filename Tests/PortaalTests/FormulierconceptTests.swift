// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

@Suite("Concepten van formulieren", .timeLimit(.minutes(2)))
struct FormulierconceptTests {
    private static let een = "/dossier/0197a000-0000-7000-8000-000000000001/contact"
    private static let twee = "/dossier/0197a000-0000-7000-8000-000000000002/contact"
    typealias Bezoeker = InProcessClient<PortaalContext>

    /// What a page puts in its form, besides what is typed.
    private func vast(_ pagina: Bezoeker.Answer) throws -> [(String, String)] {
        try ["_csrf", "_opdracht", "_pad", "_conceptversie"].map { naam in
            let regex = try Regex("name=\"\(naam)\" value=\"([^\"]*)\"", as: (Substring, Substring).self)
            let match = pagina.text.firstMatch(of: regex)
            return (naam, String(try #require(match, "\(naam) ontbreekt").output.1))
        }
    }

    private func bewaar(
        _ bezoeker: Bezoeker, _ pad: String, _ notitie: String, als: String = "bewaar", van pagina: Bezoeker.Answer? = nil
    )
        async throws -> Bezoeker.Answer
    {
        var bron = pagina
        if bron == nil { bron = try await bezoeker.get(pad) }
        let velden = try vast(try #require(bron))
        return try await bezoeker.post(pad, velden + [("soort", "telefoon"), ("notitie", notitie), ("_concept", als)])
    }

    private func metSanne(_ body: (Proefportaal) async throws -> Void) async throws {
        try await metPortaal { proef in
            for naam in ["sanne", "karel"] {
                try await proef.gebruiker(naam, [.begeleider], team: TeamID(team: "Team Almere"))
            }
            try await body(proef)
        }
    }

    @Test("een concept staat er op een ander apparaat weer, in dit dossier en van deze gebruiker, en nergens anders")
    func lekt() async throws {
        try await metSanne { proef in
            let laptop = try await proef.aangemeld("sanne")
            let antwoord = try await bewaar(laptop, Self.een, "Halve zin over de huur")
            #expect(antwoord.status == 303 && antwoord.headers[.location] == Self.een)

            let telefoon = try await proef.aangemeld("sanne")
            let terug = try await telefoon.get(Self.een).text
            #expect(terug.contains("Halve zin over de huur") && terug.contains("U gaat verder met uw concept"))
            #expect(terug.contains("value=\"telefoon\" id=\"veld-soort-4\" checked"))
            #expect(try await !telefoon.get(Self.twee).text.contains("Halve zin"))
            #expect(try await !telefoon.get("/spreekuur").text.contains("Halve zin"))
            let karel = try await proef.aangemeld("karel")
            #expect(try await !karel.get(Self.een).text.contains("Halve zin"))
            // Sealed in the store, under the dossier it is of.
            let (soort, dossier, velden) = try await proef.store.read { db in
                let rij = try Row.fetchOne(db, sql: "SELECT soort, dossier, velden FROM formulierconcept")
                return (rij?["soort"] as String?, rij?["dossier"] as String?, rij?["velden"] as Data?)
            }
            #expect(soort == "/dossier/:/contact" && dossier?.hasSuffix("01") == true)
            #expect(velden != nil && velden?.firstRange(of: Data("Halve zin".utf8)) == nil)
        }
    }

    @Test("een concept is niet vastgelegd: de opdracht gaat niet naar de dienst en geen fout wordt getoond")
    func geenOpdracht() async throws {
        try await metSanne { proef in
            let sanne = try await proef.aangemeld("sanne")
            // NoPeers answers 503 to every command: a draft never gets there.
            let pagina = try await bewaar(sanne, Self.een, "Iets")
            #expect(pagina.status == 303)
            let lijst = try await sanne.get(Self.een).text
            #expect(!lijst.contains("foutenlijst"))
        }
    }

    @Test("weggooien vraagt eerst en laat daarna niets achter")
    func weggooien() async throws {
        try await metSanne { proef in
            let sanne = try await proef.aangemeld("sanne")
            _ = try await bewaar(sanne, Self.een, "Weg hiermee")
            let vraag = try await sanne.get("/concept/weg?pad=\(Self.een)")
            #expect(vraag.status == 200 && vraag.text.contains("Dit concept weggooien?"))
            let weg = try await sanne.post("/concept/weg", [("_csrf", try csrf(vraag)), ("pad", Self.een)])
            #expect(weg.status == 303 && weg.headers[.location] == Self.een)
            #expect(try await !sanne.get(Self.een).text.contains("Weg hiermee"))
            #expect(
                try await proef.store.read {
                    try Int.fetchOne($0, sql: "SELECT count(*) FROM formulierconcept WHERE velden IS NOT NULL")
                } == 0)
            for elders in ["//elders.nl", "https://elders.nl", ""] {
                #expect(try await sanne.post("/concept/weg", [("_csrf", try csrf(vraag)), ("pad", elders)]).status == 404)
            }
        }
    }

    @Test("vanzelf bewaren antwoordt met een regel en het nummer; dezelfde pagina bewaart steeds opnieuw")
    func vanzelf() async throws {
        try await metSanne { proef in
            let sanne = try await proef.aangemeld("sanne")
            let pagina = try await sanne.get(Self.een)
            let eerste = try await bewaar(sanne, Self.een, "Een", als: "automatisch", van: pagina)
            #expect(eerste.status == 200 && eerste.text.hasPrefix("Concept bewaard om "))
            #expect(eerste.headers[ConceptMiddleware.versieKop] == "1")
            let tweede = try await bewaar(sanne, Self.een, "Een twee", als: "automatisch", van: pagina)
            #expect(tweede.headers[ConceptMiddleware.versieKop] == "2")
            #expect(try await sanne.get(Self.een).text.contains("Een twee"))
        }
    }

    @Test("twee apparaten tegelijk: het tweede schrijft het eerste niet stil over, en wat er is getypt blijft")
    func tweeApparaten() async throws {
        try await metSanne { proef in
            let laptop = try await proef.aangemeld("sanne")
            let telefoon = try await proef.aangemeld("sanne")
            let opLaptop = try await laptop.get(Self.een)
            let opTelefoon = try await telefoon.get(Self.een)
            _ = try await bewaar(laptop, Self.een, "Van de laptop", als: "automatisch", van: opLaptop)
            let botst = try await bewaar(telefoon, Self.een, "Van de telefoon", als: "automatisch", van: opTelefoon)
            #expect(botst.status == 409 && botst.text.contains("op een ander apparaat"))
            #expect(try await laptop.get(Self.een).text.contains("Van de laptop"))
            // With the button the same, and both texts are still there.
            let knop = try await bewaar(telefoon, Self.een, "Van de telefoon", van: opTelefoon)
            #expect(knop.status == 303)
            let terug = try await telefoon.get(Self.een)
            #expect(terug.text.contains("Van de telefoon") && terug.text.contains("op een ander apparaat"))
            // Kept once more, knowing of the other: now it takes its place.
            #expect(try await bewaar(telefoon, Self.een, "Van de telefoon", van: terug).status == 303)
            #expect(try await laptop.get(Self.een).text.contains("Van de telefoon"))
        }
    }

    @Test("wat is verstuurd is geen concept meer, ook niet als een bewaring van dezelfde pagina te laat komt")
    func verstuurd() async throws {
        try await metPortaal(bus: KalenderTests.Agendabus()) { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            let sanne = try await proef.aangemeld("sanne")
            let pagina = try await sanne.get("/agenda")
            let nummer = "0197a000-0000-7000-8000-00000000000a"
            let velden = [
                ("_csrf", try csrf(pagina)), ("_opdracht", nummer), ("_pad", "/agenda"), ("_conceptversie", "0"),
                ("notitie", "Kort"),
            ]
            // Any form that holds `deel-concept`: this one is done with a 303.
            let auto = try await sanne.post("/agenda/adres/nieuw", velden + [("_concept", "automatisch")])
            #expect(auto.status == 200)
            #expect(try await sanne.post("/agenda/adres/nieuw", velden).status == 303)
            let laat = try await sanne.post("/agenda/adres/nieuw", velden + [("_concept", "automatisch")])
            #expect(laat.status == 200 && laat.text.isEmpty)
            #expect(
                try await proef.store.read {
                    try Int.fetchOne($0, sql: "SELECT count(*) FROM formulierconcept WHERE velden IS NOT NULL")
                } == 0)
        }
    }

    @Test("zonder geldig token of met een vreemd pad wordt niets bewaard")
    func veilig() async throws {
        try await metSanne { proef in
            let sanne = try await proef.aangemeld("sanne")
            let pagina = try await sanne.get(Self.een)
            let velden = try vast(pagina)
            let zonder = velden.map { $0.0 == "_csrf" ? ("_csrf", "vals") : $0 }
            #expect(try await sanne.post(Self.een, zonder + [("notitie", "x"), ("_concept", "bewaar")]).status == 403)
            for pad in ["https://elders.nl/", "//elders.nl", ""] {
                let vreemd = velden.map { $0.0 == "_pad" ? ("_pad", pad) : $0 }
                #expect(try await sanne.post(Self.een, vreemd + [("notitie", "x"), ("_concept", "automatisch")]).status == 400)
            }
            #expect(try await proef.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM formulierconcept") } == 0)
        }
    }

    @Test("het ene script komt van onszelf, praat alleen met ons en wordt bewaard door de browser")
    func script() async throws {
        try await metSanne { proef in
            let sanne = try await proef.aangemeld("sanne")
            let pagina = try await sanne.get(Self.een)
            let src = String(try #require(pagina.text.firstMatch(of: /<script src="([^"]+)" defer>/)).output.1)
            #expect(pagina.text.matches(of: /<script/).count == 1)
            let script = try await sanne.get(src)
            #expect(script.status == 200 && script.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(script.headers[.cacheControl]?.contains("immutable") == true)
            #expect(!script.text.contains("http://") && !script.text.contains("https://") && !script.text.contains("eval"))
            let csp = try #require(pagina.headers[.contentSecurityPolicy])
            #expect(csp.contains("script-src 'self';") && csp.contains("connect-src 'self';") && !csp.contains("unsafe"))
        }
    }
}
