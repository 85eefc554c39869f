// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

@Suite("De rand van het portaal", .timeLimit(.minutes(2)))
struct RandTests {
    @Test("een POST zonder token, met een verkeerd token of van een andere site verandert niets")
    func csrfGeweigerd() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("beheer", [.beheerder])
            let bezoeker = try await proef.aangemeld("beheer")
            let token = try csrf(try await bezoeker.get("/gebruikers/nieuw"))
            let velden = [("naam", "Kim"), ("gebruikersnaam", "kim"), ("rollen", "financieel-medewerker")]
            #expect(try await bezoeker.post("/gebruikers", velden).status == 403)
            #expect(try await bezoeker.post("/gebruikers", velden + [("_csrf", String(token.reversed()))]).status == 403)
            let body = Data("_csrf=\(token)&naam=Kim&gebruikersnaam=kim&rollen=financieel-medewerker".utf8)
            var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
            #expect(try await bezoeker.send(.post, "/gebruikers", headers: headers, body: body).status == 403)
            #expect(
                try await bezoeker.send(.post, "/gebruikers", headers: [.contentType: "text/plain"], body: body).status == 415)
            #expect(try await proef.portaal.gebruikers.lijst(na: nil).count == 1)
            #expect(try await bezoeker.post("/gebruikers", velden + [("_csrf", token)]).status == 201)
        }
    }

    @Test("een veld dat de pagina zelf invult en niet klopt: de pagina noemt het, en het proces gaat door")
    func eigenVelden() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("bo", [.beheerder])
            let bo = try await proef.aangemeld("bo")
            let token = try csrf(try await bo.get("/"))
            for nummer in ["-9223372036854775808", "9223372036854775808", "0", "-1", "1e3"] {
                let terzijde = [("_csrf", token), ("dienst", "intake"), ("bron", "intake"), ("nummer", nummer)]
                #expect(try await bo.post("/beheer/terzijde/opnieuw", terzijde).status == 400, "\(nummer)")
            }
            let versie = [("_csrf", token), ("versie", "9223372036854775808")]
            let antwoord = try await bo.post("/berichten/\(UUID().uuidString)/opnieuw", versie)
            #expect(
                antwoord.status == 400
                    && antwoord.text.contains("Het veld “versie” ontbreekt of klopt niet: hier hoort een heel getal."))
        }
    }

    @Test("een onbekend adres is een pagina met uitleg, een verkeerde methode ook, en beide kennen de bezoeker")
    func foutpaginas() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = try await proef.aangemeld("sanne")
            let weg = try await bezoeker.get("/bestaat-niet")
            #expect(weg.status == 404 && weg.text.contains("Deze pagina is er niet") && weg.text.contains("Hoofdmenu"))
            let methode = try await bezoeker.send(.delete, "/help")
            #expect(methode.status == 405 && methode.headers[.allow] == "GET, HEAD")
            let hoofd = try await bezoeker.send(.head, "/help")
            #expect(hoofd.status == 200 && hoofd.body.isEmpty)
        }
    }

    @Test("elke pagina gaat weg met de beschermende koppen en zonder cache")
    func koppen() async throws {
        try await metPortaal { proef in
            let help = try await proef.bezoeker().get("/help")
            let csp = try #require(help.headers[.contentSecurityPolicy])
            #expect(csp.contains("default-src 'none'") && csp.contains("frame-ancestors 'none'") && !csp.contains("unsafe"))
            #expect(help.headers[.xContentTypeOptions] == "nosniff" && help.headers[.cacheControl] == "no-store")
        }
    }

    @Test("het stijlblad mag een jaar bewaard worden op zijn eigen adres, en nergens anders")
    func stijlblad() async throws {
        try await metPortaal { proef in
            let bezoeker = proef.bezoeker()
            let adres = try #require(
                try await bezoeker.get("/help").text.firstMatch(of: /href="(\/stijl\.css\?v=[^"]+)"/)?.output.1)
            let blad = try await bezoeker.get(String(adres))
            #expect(
                blad.headers[.cacheControl]?.contains("immutable") == true
                    && blad.headers[.contentType] == "text/css; charset=utf-8")
            #expect(try await bezoeker.get("/stijl.css").headers[.cacheControl] == "no-cache")
        }
    }

    @Test("een bericht in een cookie dat wij niet schreven, komt niet op het scherm")
    func vreemdBericht() async throws {
        try await metPortaal { proef in
            let tekst = Base64URL.encode(try MessageCoding.encode(Melding(.fout, "Bel dit nummer")))
            let antwoord = try await proef.bezoeker().send(.get, "/help", headers: [.cookie: "bericht=\(tekst).\(tekst)"])
            #expect(antwoord.status == 200 && !antwoord.text.contains("Bel dit nummer"))
        }
    }
}
