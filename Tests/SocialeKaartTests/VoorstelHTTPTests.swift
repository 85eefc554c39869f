// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import SocialeKaartApp

/// `/v1/voorstellen` as a system of a partner uses it.
@Suite("Een partner stelt over HTTP een wijziging voor", .timeLimit(.minutes(2)))
struct VoorstelHTTPTests {
    private struct Beeld: Decodable {
        var id: String
        var toestand: String
        var versie: Int
        var toegestaan: [String]
    }

    private func beeld(_ antwoord: InProcessClient<PlainContext>.Answer) throws -> Beeld {
        try JSONDecoder().decode(Beeld.self, from: Data(antwoord.text.utf8))
    }

    private func koppen(_ token: String, _ sleutel: String) throws -> HTTPFields {
        var koppen: HTTPFields = [.authorization: "Bearer token-\(token)", .contentType: "application/json"]
        koppen[try #require(HTTPField.Name("Idempotency-Key"))] = sleutel
        return koppen
    }

    private func maak(_ o: Kaartopstelling, kosten: String) async throws -> InProcessClient<PlainContext>.Answer {
        let invoer =
            ##"{"voorzieningId":"\##(Kaartopstelling.bibliotheek)","inhoud":{"naam":"Bibliotheek","kosten":"\##(kosten)"}}"##
        return try await o.client.send(
            .post, "/v1/voorstellen",
            headers: try koppen("kaart-bibliotheek", UUID().uuidString), body: Data(invoer.utf8))
    }

    private func stap(
        _ o: Kaartopstelling, _ id: String, naar: String, versie: Int, token: String = "kaart-bibliotheek",
        sleutel: String = UUID().uuidString
    ) async throws -> InProcessClient<PlainContext>.Answer {
        var koppen = try koppen(token, sleutel)
        koppen[.ifMatch] = "\"\(versie)\""
        return try await o.client.send(
            .post, "/v1/voorstellen/\(id)/statusovergangen", headers: koppen, body: Data(##"{"naar":"\##(naar)"}"##.utf8))
    }

    @Test("maken, indienen, intrekken: per versie, eenmaal per sleutel, en nooit dat van een ander")
    func heleWeg() async throws {
        let o = try await Kaartopstelling()
        let gemaakt = try await maak(o, kosten: "Vijf euro")
        #expect(gemaakt.status == 201 && gemaakt.headers[.eTag] == "\"1\"")
        let voorstel = try beeld(gemaakt)
        #expect(voorstel.toestand == "concept" && voorstel.toegestaan == ["te-beoordelen", "ingetrokken"])
        // There is one at a time.
        #expect(try await maak(o, kosten: "Zes euro").status == 409)
        let id = voorstel.id
        let ingediend = try await stap(o, id, naar: "te-beoordelen", versie: 1)
        #expect(try beeld(ingediend).toegestaan == ["ingetrokken"] && ingediend.headers[.eTag] == "\"2\"")
        #expect(try await stap(o, id, naar: "ingetrokken", versie: 2, token: "kaart-plangroep").status == 404)
        #expect(try await stap(o, id, naar: "ingetrokken", versie: 2, token: "bibliotheek").status == 403)
        #expect(try await stap(o, id, naar: "ingetrokken", versie: 1).status == 412)
        #expect(try await stap(o, id, naar: "gepubliceerd", versie: 2).status == 400)
        let sleutel = UUID().uuidString
        for _ in 1...2 {
            let ingetrokken = try await stap(o, id, naar: "ingetrokken", versie: 2, sleutel: sleutel)
            let na = try beeld(ingetrokken)
            #expect(ingetrokken.status == 200 && na.toestand == "ingetrokken" && na.versie == 3 && na.toegestaan.isEmpty)
        }
        for naar in ["ingetrokken", "te-beoordelen"] { #expect(try await stap(o, id, naar: naar, versie: 3).status == 409) }
        #expect(try await maak(o, kosten: "Zes euro").status == 201)
    }

    @Test("wat gepubliceerd is, is niet meer in te trekken")
    func gepubliceerd() async throws {
        let o = try await Kaartopstelling()
        let id = try beeld(try await maak(o, kosten: "Vijf euro")).id
        _ = try await stap(o, id, naar: "te-beoordelen", versie: 1)
        _ = try await o.kaart.beoordelen(
            VoorstelBeoordelen(voorstel: try #require(UUID(uuidString: id)), versie: 2, publiceren: true, reden: nil),
            als: o.teamleider, because: o.opdracht(als: o.teamleider))
        for versie in [2, 3] { #expect(try await stap(o, id, naar: "ingetrokken", versie: versie).status == 409) }
    }
}
