// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Opslag
import Testing
import Web
import Zegel

@testable import PortaalApp

@Suite("Gebruikers", .timeLimit(.minutes(2)))
struct GebruikersTests {
    @Test("de beheerder voegt iemand toe, die met de getoonde gegevens kan aanmelden")
    func toevoegen() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("beheer", [.beheerder])
            let beheer = try await proef.aangemeld("beheer")
            let token = try csrf(try await beheer.get("/gebruikers/nieuw"))
            let mis = try await beheer.post(
                "/gebruikers", [("_csrf", token), ("naam", "Kim <b>"), ("gebruikersnaam", "k"), ("rollen", "klantmanager")])
            #expect(mis.status == 400 && mis.text.contains("Kim &lt;b&gt;") && mis.text.contains("href=\"#veld-gemeente\""))
            let gemaakt = try await beheer.post(
                "/gebruikers",
                [("_csrf", token), ("naam", "Kim"), ("gebruikersnaam", "kim"), ("rollen", "klantmanager"), ("gemeente", "0034")])
            #expect(gemaakt.status == 201)
            func veld(_ naam: String) throws -> String {
                String(
                    try #require(gemaakt.text.firstMatch(of: try Regex("data-veld=\"\(naam)\">([^<]+)<"))?.output[1].substring))
            }
            let kim = proef.bezoeker()
            let half = try await kim.post(
                "/aanmelden",
                [
                    ("_csrf", try csrf(try await kim.get("/aanmelden"))), ("gebruikersnaam", "kim"),
                    ("wachtwoord", try veld("wachtwoord")),
                ])
            let code = try TOTP(base32: try veld("totp")).code(at: proef.klok.now)
            let binnen = try await kim.post(
                "/aanmelden/code", [("_csrf", try csrf(try await kim.get(half.headers[.location] ?? ""))), ("code", code)])
            #expect(binnen.headers[.location] == "/")
            let dubbel = try await beheer.post(
                "/gebruikers",
                [("_csrf", token), ("naam", "Kim"), ("gebruikersnaam", "KIM"), ("rollen", "klantmanager"), ("gemeente", "0034")])
            #expect(dubbel.status == 400 && dubbel.text.contains("al in gebruik"))
        }
    }

    @Test("toegang wegnemen sluit meteen elke sessie, en een tweede wijziging op de oude stand verliest")
    func wegnemen() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("beheer", [.beheerder])
            let sanne = try await proef.gebruiker("sanne", [.begeleider])
            let beheer = try await proef.aangemeld("beheer")
            let bezoeker = try await proef.aangemeld("sanne")
            #expect(try await bezoeker.get("/").status == 200)
            let token = try csrf(try await beheer.get("/gebruikers"))
            let velden = [("_csrf", token), ("versie", "1"), ("actief", "nee")]
            #expect(try await beheer.post("/gebruikers/\(sanne.id)/actief", velden).status == 303)
            #expect(try await beheer.get("/gebruikers").text.contains("geen toegang meer"))
            #expect(!(try await beheer.get("/gebruikers").text.contains("geen toegang meer")), "het bericht komt één keer")
            #expect(try await bezoeker.get("/").status == 303)
            let weer = try await beheer.post("/gebruikers/\(sanne.id)/actief", velden)
            #expect(weer.status == 409 && weer.text.contains("Intussen gewijzigd"))
        }
    }

    @Test("een team waar niemand naar een noodinzage kijkt, staat bij de beheerder tot er iemand is")
    func zonderToezicht() async throws {
        try await metPortaal { proef in
            let team = TeamID(team: "Team Almere")
            try await proef.gebruiker("beheer", [.beheerder])
            let beheer = try await proef.aangemeld("beheer")
            func gewaarschuwd() async throws -> [Bool] {
                let (vandaag, lijst) = (try await beheer.get("/").text, try await beheer.get("/gebruikers").text)
                return [
                    vandaag.contains("Team zonder toezicht"), lijst.contains("Team Almere: niemand ziet daar"),
                ]
            }
            #expect(try await gewaarschuwd() == [false, false], "in een leeg team vraagt niemand iets")
            try await proef.gebruiker("sanne", [.begeleider], team: team)
            try await proef.gebruiker("elders", [.aandachtsfunctionaris], team: TeamID(team: "Elders"))
            #expect(try await gewaarschuwd() == [true, true])
            let wie = try await proef.gebruiker("kijker", [.aandachtsfunctionaris], team: team)
            #expect(try await gewaarschuwd() == [false, false])
            try await proef.portaal.gebruikers.zetActief(false, wie.id, van: 1, cause: nil)
            #expect(try await gewaarschuwd() == [true, true])
        }
    }

    @Test("wat anderen over een gebruiker horen, noemt geen naam")
    func gebeurtenis() async throws {
        try await metPortaal { proef in
            let sanne = try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            try await proef.portaal.gebruikers.zetActief(false, sanne.id, van: 1, cause: nil)
            let uit = try await proef.store.outbox(after: 0, limit: 10)
            let teksten = uit.map { String(decoding: $0.data, as: UTF8.self) }
            #expect(teksten.count == 2)
            #expect(teksten.allSatisfy { !$0.contains("anne") })
            let laatste = try MessageCoding.decode(GebruikerGewijzigd.self, from: try #require(uit.last).data)
            #expect(!laatste.actief && laatste.rollen == [.begeleider] && laatste.team == TeamID(team: "Team Almere"))
        }
    }

    @Test("de eerste beheerder komt uit het bestand, en alleen in een leeg portaal")
    func eerste() async throws {
        try await metPortaal { proef in
            let map = FileManager.default.temporaryDirectory.appending(path: "sleutels-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: map) }
            let gebruikers = proef.portaal.gebruikers
            #expect(try await EersteBeheerder.maak(uit: map, in: gebruikers, ids: proef.portaal.ids) == false)
            let inhoud = EersteBeheerder(
                gebruikersnaam: "Beheer", wachtwoord: Proefportaal.wachtwoord, totp: Base32.encode(Proefportaal.geheim))
            try JSONEncoder().encode(inhoud).write(to: map.appending(path: EersteBeheerder.bestandsnaam))
            #expect(try await EersteBeheerder.maak(uit: map, in: gebruikers, ids: proef.portaal.ids))
            #expect(try await EersteBeheerder.maak(uit: map, in: gebruikers, ids: proef.portaal.ids) == false)
            let beheer = try await proef.aangemeld("beheer")
            #expect(try await beheer.get("/gebruikers").status == 200)
        }
    }
}
