// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import HTTPTypes
import Opslag
import Testing
import Web

@testable import PortaalApp

@Suite("Niets dat getypt is gaat verloren", .timeLimit(.minutes(2)))
struct KladTests {
    @Test("een formulier dat na afloop van de sessie komt, staat na aanmelden weer ingevuld op zijn pagina")
    func terug() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("beheer", [.beheerder])
            let bezoeker = try await proef.aangemeld("beheer")
            let token = try csrf(try await bezoeker.get("/gebruikers/nieuw"))
            proef.klok.verder(3600)
            let body = Data("_csrf=\(token)&naam=Kim+Bakker&rollen=partner&rollen=begeleider".utf8)
            let laat = try await bezoeker.send(
                .post, "/gebruikers",
                headers: [.contentType: "application/x-www-form-urlencoded", .referer: "http://localhost/gebruikers/nieuw"],
                body: body)
            #expect(laat.status == 303 && laat.headers[.location] == "/aanmelden?naar=/gebruikers/nieuw")
            #expect(try await bezoeker.get("/aanmelden?naar=/gebruikers/nieuw").text.contains("is bewaard"))
            // Sealed: the store does not show what was typed.
            let bewaard = try await proef.store.read { db in try Data.fetchAll(db, sql: "SELECT velden FROM klad") }
            #expect(bewaard.count == 1 && bewaard.allSatisfy { $0.firstRange(of: Data("Kim".utf8)) == nil })
            try await proef.meldAan(bezoeker, "beheer", naar: "/gebruikers/nieuw")
            let weer = try await bezoeker.get("/gebruikers/nieuw")
            #expect(weer.text.contains("value=\"Kim Bakker\"") && weer.text.contains("staat er weer"))
            #expect(weer.text.matches(of: /\ checked/).count == 2)
            // Once it is sent, it is forgotten.
            _ = try await bezoeker.send(
                .post, "/gebruikers",
                headers: [.contentType: "application/x-www-form-urlencoded", .referer: "http://localhost/gebruikers/nieuw"],
                body: Data("_csrf=\(try csrf(weer))&naam=Kim".utf8))
            #expect(!(try await bezoeker.get("/gebruikers/nieuw").text.contains("Kim Bakker")))
        }
    }

    @Test("een ander die aanmeldt ziet het niet, en zonder geldig token wordt niets bewaard")
    func vanEenAnder() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("een", [.beheerder])
            try await proef.gebruiker("twee", [.beheerder])
            let bezoeker = try await proef.aangemeld("een")
            let token = try csrf(try await bezoeker.get("/gebruikers/nieuw"))
            proef.klok.verder(3600)
            for body in ["_csrf=vals&naam=Vals", "_csrf=\(token)&naam=Echt"] {
                _ = try await bezoeker.send(
                    .post, "/gebruikers",
                    headers: [.contentType: "application/x-www-form-urlencoded", .referer: "http://localhost/gebruikers/nieuw"],
                    body: Data(body.utf8))
            }
            try await proef.meldAan(bezoeker, "twee")
            #expect(!(try await bezoeker.get("/gebruikers/nieuw").text.contains("Echt")))
            let een = try await proef.aangemeld("een")
            let pagina = try await een.get("/gebruikers/nieuw").text
            #expect(pagina.contains("Echt") && !pagina.contains("Vals"))
        }
    }
}
