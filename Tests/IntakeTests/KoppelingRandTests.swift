// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import HTTPTypes
import Testing
import Web
import Zegel

@testable import IntakeApp

/// The door itself: token, headers, size, kind of content, pace.
@Suite(.timeLimit(.minutes(2)))
struct KoppelingRandTests {
    private func weiger(
        _ proef: Opstelling, _ status: Int, _ veld: String? = nil, kop: HTTPFields, body: Data
    ) async throws {
        let antwoord = try await proef.client.send(.post, "/v1/aanmeldingen", headers: kop, body: body)
        #expect(antwoord.status == status, "\(antwoord.text)")
        #expect(antwoord.headers[.contentType] == "application/problem+json")
        let probleem = try JSONDecoder().decode(ProblemDetails.self, from: antwoord.body)
        #expect(probleem.status == status)
        if let veld { #expect(probleem.fouten?.map(\.veld).contains(veld) == true, "\(antwoord.text)") }
        #expect(try await proef.rijen() == 0)
    }

    @Test("zonder token, met een onbekend token of met een token dat er geen is: 401")
    func token() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        for kopregel in [nil, "Bearer wgw_onbekend", "Bearer", "Basic abc", "Bearer a b"] {
            var kop = proef.kop(bericht)
            kop[.authorization] = kopregel
            try await weiger(proef, 401, kop: kop, body: bericht.data)
        }
    }

    @Test("een token dat uit het bestand is gehaald, werkt niet meer")
    func ingetrokkenToken() async throws {
        let proef = try await Opstelling()
        #expect(try await proef.vraag("/v1/aanmeldingen").status == 200)
        try Data(#"{"tokens": []}"#.utf8).write(to: proef.map.appending(component: "koppeling.json"))
        try await Task.sleep(for: .milliseconds(1100))
        #expect(try await proef.vraag("/v1/aanmeldingen").status == 401)
    }

    @Test("wie blijft raden met een token of een handdruk moet wachten, en wie bekend is merkt daar niets van")
    func raden() async throws {
        let proef = try await Opstelling()
        var koppeling = proef.koppeling
        koppeling.pogingen = RateLimit(burst: 3, perSecond: 0.5)
        let client = InProcessClient(koppeling.edge(tls: false))
        var statussen: [Int] = []
        for nummer in 0..<4 {
            let kop: HTTPFields = [.authorization: "Bearer \(nummer % 2 == 0 ? "" : "at.")wgw_onbekend\(nummer)"]
            statussen.append(try await client.send(.get, "/v1/aanmeldingen", headers: kop).status)
        }
        #expect(statussen == [401, 401, 401, 429])
        let handdruk = try await client.send(.options, "/v1/aanmeldingen")
        #expect(handdruk.status == 429 && handdruk.headers[.retryAfter] != nil)
        let goed = try await client.send(.get, "/v1/aanmeldingen", headers: [.authorization: "Bearer \(proef.token)"])
        #expect(goed.status == 200)
    }

    @Test("een token dat net is gemaakt, werkt meteen")
    func nieuwToken() async throws {
        let proef = try await Opstelling()
        let almere = try Gemeentecode(parsing: "0034")
        let token = try Opstelling.token(
            oin: try OIN(parsing: "00000099000000000077"), gemeenten: [almere],
            in: proef.map.appending(component: "koppeling.json"))
        let antwoord = try await proef.client.send(
            .get, "/v1/aanmeldingen", headers: [.authorization: "Bearer \(token)"])
        #expect(antwoord.status == 200)
        let text = try String(contentsOf: proef.map.appending(component: "koppeling.json"), encoding: .utf8)
        #expect(!text.contains(token))
        let rechten = try FileManager.default.attributesOfItem(atPath: proef.map.appending(component: "koppeling.json").path)
        #expect(rechten[.posixPermissions] as? Int == 0o600)
    }

    @Test("een ander OIN dan dat van het token: 403")
    func ander() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(0, ["source": "urn:nld:oin:00000099000000000004:systeem:x"])
        var kop = proef.kop(bericht)
        kop[Kopregels.bron] = "00000099000000000004"
        try await weiger(proef, 403, "bron", kop: kop, body: bericht.data)
    }

    @Test("ontbrekende of verkeerde kopregels: 400 met de naam van de kopregel")
    func kopregels() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        let gevallen: [(HTTPField.Name, String, String?)] = [
            (Kopregels.berichtId, "berichtId", nil), (Kopregels.berichtId, "berichtId", "1"),
            (Kopregels.berichtId, "berichtId", Proefbericht.uuid()), (Kopregels.bron, "bron", nil),
            (Kopregels.bron, "bron", "34"), (Kopregels.doel, "doel", nil),
            (Kopregels.doel, "doel", "00000099000000000009"),
        ]
        for (naam, veld, waarde) in gevallen {
            var kop = proef.kop(bericht)
            kop[naam] = waarde
            try await weiger(proef, 400, veld, kop: kop, body: bericht.data)
        }
    }

    @Test("64 KB past, meer niet", arguments: [64 * 1024 + 1, 1_000_000])
    func grootte(_ bytes: Int) async throws {
        let proef = try await Opstelling()
        var bericht = Proefbericht.aanmelding()
        bericht["data.vulling"] = .tekst(String(repeating: "x", count: bytes - bericht.data.count - 13))
        #expect(bericht.data.count == bytes)
        try await weiger(proef, 413, kop: proef.kop(bericht), body: bericht.data)
        bericht["data.vulling"] = .tekst(String(repeating: "x", count: 64 * 1024 - Proefbericht.aanmelding().data.count - 13))
        #expect(bericht.data.count <= 64 * 1024)
        #expect(try await proef.stuur(bericht).status == 202)
    }

    @Test(
        "een ander soort inhoud: 415",
        arguments: [
            "application/json", "text/plain", "application/cloudevents-batch+json",
            "application/cloudevents+json; charset=latin1", "",
        ])
    func soort(_ soort: String) async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        var kop = proef.kop(bericht)
        kop[.contentType] = soort
        try await weiger(proef, 415, kop: kop, body: bericht.data)
    }

    @Test(
        "wat geen enkel JSON-object is: 400",
        arguments: [
            "", "[]", "null", "\"x\"", "{", "{\"id\":1,\"id\":2}", "{\"a\":}", "\u{FEFF}{}", String(repeating: "[", count: 5000),
        ])
    func geenObject(_ text: String) async throws {
        let proef = try await Opstelling()
        try await weiger(proef, 400, kop: proef.kop(Proefbericht.aanmelding()), body: Data(text.utf8))
    }

    @Test("bytes die geen UTF-8 zijn: 400")
    func geenUTF8() async throws {
        let proef = try await Opstelling()
        try await weiger(proef, 400, kop: proef.kop(Proefbericht.aanmelding()), body: Data([0x7B, 0x22, 0xFF, 0x22, 0x7D]))
    }

    @Test("een lijst van gebeurtenissen wordt geweigerd")
    func lijst() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        try await weiger(proef, 400, "", kop: proef.kop(bericht), body: JSONWaarde.lijst([bericht]).data)
    }

    @Test("wie te snel stuurt, krijgt 429 met hoe lang te wachten")
    func tempo() async throws {
        let proef = try await Opstelling(tempo: RateLimit(burst: 2, perSecond: 0.001))
        _ = try await proef.vraag("/v1/aanmeldingen")
        _ = try await proef.vraag("/v1/aanmeldingen")
        let antwoord = try await proef.vraag("/v1/aanmeldingen")
        #expect(antwoord.status == 429)
        #expect(antwoord.headers[.retryAfter].flatMap { Int($0) } ?? 0 >= 1)
    }

    @Test("test-BSN's worden in productie geweigerd, echte op een oefenomgeving")
    func bsnbeleid() async throws {
        let productie = try await Opstelling(bsn: .geenTest)
        let bericht = Proefbericht.aanmelding()
        try await weiger(productie, 400, "data.client.bsn", kop: productie.kop(bericht), body: bericht.data)
        let oefenen = try await Opstelling(bsn: .alleenTest)
        let echt = Proefbericht.aanmelding(0, ["data.client.bsn": "123456782"])
        try await weiger(oefenen, 400, "data.client.bsn", kop: oefenen.kop(echt), body: echt.data)
        #expect(try await oefenen.stuur(bericht).status == 202)
    }

    @Test("een andere methode: 405 met wat wel kan")
    func methode() async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.client.send(
            .delete, "/v1/aanmeldingen", headers: [.authorization: "Bearer \(proef.token)"])
        #expect(antwoord.status == 405)
        #expect(antwoord.headers[.allow]?.contains("POST") == true)
    }
}
