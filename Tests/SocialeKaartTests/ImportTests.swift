// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import SocialeKaartApp

@Suite("De sociale kaart inlezen", .timeLimit(.minutes(1)))
struct ImportTests {
    @Test("het bestand van Almere gaat er in zijn geheel in, en een tweede keer verandert niets")
    func almereBestand() async throws {
        let opstelling = try await Kaartopstelling(metKaart: false)
        let bestand = try Data(contentsOf: almere)
        let envelop = opstelling.opdracht(als: Kaartopstelling.beheer)
        let proef = try await opstelling.kaart.importeren(bestand, proef: true, because: envelop)
        #expect(proef.voorzieningen.nieuw == 101)
        #expect(try await opstelling.aantal("voorziening") == 0)
        let eerste = try await opstelling.kaart.importeren(bestand, proef: false, because: envelop)
        #expect(eerste.organisaties == .init(nieuw: 24, gewijzigd: 0, gelijk: 0))
        #expect(eerste.voorzieningen == .init(nieuw: 101, gewijzigd: 0, gelijk: 0))
        #expect((eerste.taxonomieen.nieuw, eerste.begrippen.nieuw) == (6, 63))
        #expect(eerste.zonderControle == 101)
        let geschiedenis = try await opstelling.aantal("wegwijs_historie")
        let tweede = try await opstelling.kaart.importeren(bestand, proef: false, because: envelop)
        #expect(tweede.voorzieningen == .init(nieuw: 0, gewijzigd: 0, gelijk: 101))
        #expect(tweede.organisaties == .init(nieuw: 0, gewijzigd: 0, gelijk: 24))
        #expect(try await opstelling.aantal("wegwijs_historie") == geschiedenis)
        #expect(try await opstelling.aantal(Self.bronnen) == 142 + 40)
    }

    private static let bronnen = """
        (SELECT document FROM voorziening UNION ALL SELECT document FROM organisatie) d, json_each(d.document, '$.attributes') k
        WHERE k.value ->> '$.link_type' = 'source'
        """

    @Test("een gewijzigde vermelding moet opnieuw worden gecontroleerd, een andere niet")
    func gewijzigd() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        try await opstelling.controleer(Kaartopstelling.schuldhulp)
        var tekst = String(decoding: try Data(contentsOf: almere), as: UTF8.self)
        let voor = tekst
        tekst = tekst.replacingOccurrences(of: "\"name\": \"Bibliotheek\"", with: "\"name\": \"Bibliotheek en meer\"")
        try #require(tekst != voor)
        let resultaat = try await opstelling.kaart.importeren(
            Data(tekst.utf8), proef: false, because: opstelling.opdracht(als: Kaartopstelling.beheer))
        #expect(resultaat.voorzieningen == .init(nieuw: 0, gewijzigd: 1, gelijk: 100))
        func detail(_ id: String) async throws -> Voorzieningsdetail {
            try await opstelling.kaart.opvragen(
                VoorzieningOpvragen(voorziening: try #require(VoorzieningID(id))), als: opstelling.begeleider)
        }
        let bibliotheek = try await detail(Kaartopstelling.bibliotheek)
        #expect(bibliotheek.regel.naam == "Bibliotheek en meer")
        #expect(bibliotheek.regel.gecontroleerdOp == nil)
        #expect(bibliotheek.versie == 3)
        #expect(try await detail(Kaartopstelling.schuldhulp).regel.gecontroleerdOp == datum("2027-02-01"))
    }

    @Test(
        "een fout noemt het record en het veld, en er wordt niets bewaard",
        arguments: [
            (#"{"services":[{"id":"x","name":"A","status":"active"}]}"#, "services[0].id", "geen-id"),
            (#"{"services":[{"id":"\#(id1)","status":"active"}]}"#, "services[0].name", "verplicht"),
            (#"{"services":[{"id":"\#(id1)","name":"A","status":"open"}]}"#, "services[0].status", "onbekende-code"),
            (
                #"{"services":[{"id":"\#(id1)","name":"A","status":"active","organization_id":"\#(id2)"}]}"#,
                "services[0].organization_id", "bestaat-niet"
            ),
            (
                #"{"services":[{"id":"\#(id1)","name":"A","status":"active"},{"id":"\#(id1)","name":"B","status":"active"}]}"#,
                "services[1].id", "dubbel"
            ),
            (
                #"{"services":[{"id":"\#(id1)","name":"A","status":"active","minimum_age":18,"maximum_age":12}]}"#,
                "services[0].maximum_age", "bereik"
            ),
            (
                #"{"services":[{"id":"\#(id1)","name":"A","status":"active","attributes":[{"id":"\#(id2)","taxonomy_term_id":"\#(id3)"}]}]}"#,
                "services[0].attributes[0].taxonomy_term_id", "bestaat-niet"
            ),
            (
                #"{"services":[{"id":"\#(id1)","name":"A","status":"active","assured_date":"gisteren"}]}"#,
                "services[0].assured_date", "geen-datum"
            ),
            (#"{"services":[{"id":"\#(id1)","name":7,"status":"active"}]}"#, "services[0].name", "soort"),
            (#"{"services":{},"organizations":[]}"#, "services", "soort"),
            (#"{"services":[],"clienten":[]}"#, "clienten", "onbekend-veld"),
            (#"{"organizations":[{"id":"\#(id1)","name":"A"}]}"#, "organizations[0].description", "verplicht"),
            (
                #"{"organizations":[{"id":"\#(id1)","name":"A","description":"B","email":"geen"}]}"#, "organizations[0].email",
                "geen-email"
            ),
            (#"{"services":["#, "", "json"),
        ])
    func fout(bestand: String, veld: String, code: String) async throws {
        let opstelling = try await Kaartopstelling(metKaart: false)
        do {
            _ = try await opstelling.kaart.importeren(
                Data(bestand.utf8), proef: false, because: opstelling.opdracht(als: Kaartopstelling.beheer))
            Issue.record("niet geweigerd")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map(\.field) == [veld])
            #expect(fouten.map(\.code) == [code])
        }
        #expect(try await opstelling.aantal("voorziening") == 0)
    }

    @Test("alle fouten komen in één keer, tot honderd")
    func allemaal() async throws {
        let opstelling = try await Kaartopstelling(metKaart: false)
        let records = (0..<300).map { _ in #"{"id":"x","name":""}"# }.joined(separator: ",")
        await #expect {
            _ = try await opstelling.kaart.importeren(
                Data("{\"services\":[\(records)]}".utf8), proef: false, because: opstelling.opdracht(als: Kaartopstelling.beheer))
        } throws: { fout in
            guard case Failure.invalid(let fouten) = fout else { return false }
            return fouten.count == 100
        }
    }
}

private let id1 = "11111111-1111-4111-8111-111111111111"
private let id2 = "22222222-2222-4222-8222-222222222222"
private let id3 = "33333333-3333-4333-8333-333333333333"
