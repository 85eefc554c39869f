// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import HTTPTypes
import Opslag
import Testing
import Web
import Zegel

@testable import PortaalApp

@Suite("Aanmelden", .timeLimit(.minutes(2)))
struct AanmeldenTests {
    @Test("wie niet is aangemeld, gaat eerst naar aanmelden en daarna naar de bedoelde pagina")
    func heelDeWeg() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = proef.bezoeker()
            let eerst = try await bezoeker.get("/gebruikers")
            #expect(eerst.status == 303 && eerst.headers[.location] == "/aanmelden?naar=/gebruikers")
            let binnen = try await proef.meldAan(bezoeker, "Sanne ", naar: "/help")
            #expect(binnen.status == 303 && binnen.headers[.location] == "/help")
            let vandaag = try await bezoeker.get("/")
            #expect(vandaag.status == 200 && vandaag.text.contains("Dag Sanne"))
            // A begeleider has no business among the users.
            #expect(try await bezoeker.get("/gebruikers").status == 403)
        }
    }

    @Test("een verkeerd wachtwoord, een onbekende naam en een afgesloten gebruiker geven hetzelfde antwoord")
    func geenVerschil() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let weg = try await proef.gebruiker("weg", [.begeleider])
            try await proef.portaal.gebruikers.zetActief(false, weg.id, van: 1, cause: nil)
            var antwoorden: [String] = []
            for (naam, wachtwoord) in [("sanne", "mis"), ("bestaatniet", "mis"), ("weg", Proefportaal.wachtwoord)] {
                let bezoeker = proef.bezoeker()
                let token = try csrf(try await bezoeker.get("/aanmelden"))
                let antwoord = try await bezoeker.post(
                    "/aanmelden", [("_csrf", token), ("gebruikersnaam", naam), ("wachtwoord", wachtwoord)])
                #expect(antwoord.status == 401)
                antwoorden.append(
                    antwoord.text.replacing(token, with: "").replacing(naam, with: "").replacing(
                        /name="_opdracht" value="[^"]*"/, with: ""))
            }
            #expect(Set(antwoorden).count == 1)
        }
    }

    @Test(
        "na vier missers moet men wachten, ook met het goede wachtwoord; bestaan of niet maakt niet uit",
        arguments: ["sanne", "niemand"])
    func wachten(_ naam: String) async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = proef.bezoeker()
            let token = try csrf(try await bezoeker.get("/aanmelden"))
            func probeer(_ wachtwoord: String) async throws -> String {
                try await bezoeker.post("/aanmelden", [("_csrf", token), ("gebruikersnaam", naam), ("wachtwoord", wachtwoord)])
                    .text
            }
            for _ in 1...4 { #expect(try await probeer("mis").contains("klopt niet")) }
            #expect(try await probeer("mis").contains("Wacht 30 seconden"))
            #expect(try await probeer(Proefportaal.wachtwoord).contains("Te veel pogingen"))
            proef.klok.verder(31)
            #expect(try await probeer("mis").contains("Wacht 1 minuut"))
        }
    }

    @Test("een code werkt één keer, ook niet meer bij een tweede aanmelding in dezelfde halve minuut")
    func codeEenmaal() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            _ = try await proef.aangemeld("sanne")
            let tweede = proef.bezoeker()
            let deur = try await tweede.get("/aanmelden")
            let half = try await tweede.post(
                "/aanmelden", [("_csrf", try csrf(deur)), ("gebruikersnaam", "sanne"), ("wachtwoord", Proefportaal.wachtwoord)])
            let code = try TOTP(secret: Proefportaal.geheim).code(at: proef.klok.now)
            let token = try csrf(try await tweede.get(half.headers[.location] ?? ""))
            let weer = try await tweede.post("/aanmelden/code", [("_csrf", token), ("code", code)])
            #expect(weer.status == 401 && weer.text.contains("al gebruikt"))
        }
    }

    @Test("zonder code is men niet binnen, en een half begonnen aanmelding vervalt na vijf minuten")
    func half() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = proef.bezoeker()
            let deur = try await bezoeker.get("/aanmelden")
            _ = try await bezoeker.post(
                "/aanmelden", [("_csrf", try csrf(deur)), ("gebruikersnaam", "sanne"), ("wachtwoord", Proefportaal.wachtwoord)])
            #expect(try await bezoeker.get("/").status == 303)
            #expect(try await bezoeker.get("/aanmelden/code").status == 200)
            proef.klok.verder(301)
            #expect(try await bezoeker.get("/aanmelden/code").headers[.location] == "/aanmelden")
        }
    }

    @Test("na elke stap is de sessie nieuw, en in de opslag staat alleen de hash")
    func nieuweSessie() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = try await proef.aangemeld("sanne")
            let cookie = try #require(await bezoeker.cookies["sessie"])
            let secret = try #require(Secret(cookie))
            let hashes = try await proef.store.read { db in
                try Data.fetchAll(db, sql: "SELECT hash FROM sessie WHERE stap = 'full'")
            }
            #expect(hashes == [try secret.hash()])
            let alle = try await proef.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sessie") }
            #expect(alle == 1)
        }
    }

    @Test("afmelden sluit de sessie, ook voor wie de cookie bewaarde")
    func afmelden() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = try await proef.aangemeld("sanne")
            let oud = try #require(await bezoeker.cookies["sessie"])
            let weg = try await bezoeker.post("/afmelden", [("_csrf", try csrf(try await bezoeker.get("/")))])
            #expect(weg.headers[.location] == "/aanmelden")
            #expect(await bezoeker.cookies["sessie"] == nil)
            let dief = try await proef.bezoeker().send(.get, "/", headers: [.cookie: "sessie=\(oud)"])
            #expect(dief.status == 303)
        }
    }

    @Test("een sessie eindigt na een half uur niets doen en na tien uur in elk geval")
    func verloopt() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = try await proef.aangemeld("sanne")
            for _ in 1...20 {
                proef.klok.verder(29 * 60)
                #expect(try await bezoeker.get("/").status == 200)
            }
            proef.klok.verder(21 * 60)
            #expect(try await bezoeker.get("/").status == 303)
        }
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = try await proef.aangemeld("sanne")
            proef.klok.verder(31 * 60)
            #expect(try await bezoeker.get("/").status == 303)
        }
    }

    @Test(
        "een adres van elders is nooit het doel na aanmelden",
        arguments: ["//elders.nl", "https://elders.nl/", "/\\elders.nl", "javascript:1"])
    func doel(_ naar: String) async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            #expect(try await proef.meldAan(proef.bezoeker(), "sanne", naar: naar).headers[.location] == "/")
        }
    }

    @Test("met TLS heten cookies __Host- en gaan ze niet zonder TLS mee")
    func tls() async throws {
        try await metPortaal(tls: true) { proef in
            let antwoord = try await proef.bezoeker().get("/aanmelden")
            let cookie = try #require(antwoord.headers[.setCookie])
            #expect(
                cookie.hasPrefix("__Host-bezoek=") && cookie.contains("; Secure") && cookie.contains("; HttpOnly")
                    && cookie.contains("SameSite=Lax"))
            #expect(antwoord.headers[.strictTransportSecurity] != nil)
        }
    }
}
