// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Testing
import Web

@testable import IntakeApp

/// Bad input at the door: the right status, a problem document that names the field, and nothing kept.
@Suite(.timeLimit(.minutes(2)))
struct KoppelingInvoerTests {
    struct Geval: Sendable, CustomTestStringConvertible {
        var naam: String
        var wijzig: [String: JSONWaarde?]
        var status = 400
        var veld: String
        var code: String
        var testDescription: String { naam }
    }

    static let gevallen: [Geval] = [
        Geval(
            naam: "BSN dat de elfproef niet haalt", wijzig: ["data.client.bsn": "999900007"], veld: "data.client.bsn",
            code: "bsn-elfproef"),
        Geval(
            naam: "BSN zonder voorloopnul", wijzig: ["data.client.bsn": "99990000"], veld: "data.client.bsn", code: "bsn-lengte"),
        Geval(naam: "BSN als getal", wijzig: ["data.client.bsn": .getal("999900006")], veld: "data.client.bsn", code: "soort"),
        Geval(
            naam: "geen BSN en geen V-nummer", wijzig: ["data.client.bsn": nil], veld: "data.client.bsn",
            code: "nummer-verplicht"),
        Geval(
            naam: "V-nummer van negen cijfers", wijzig: ["data.client.vnummer": "299000001"], veld: "data.client.vnummer",
            code: "v-nummer-lengte"),
        Geval(
            naam: "onbekende gemeentecode", wijzig: ["data.gemeentecode": "9999"], veld: "data.gemeentecode",
            code: "gemeentecode-onbekend"),
        Geval(
            naam: "gemeentecode zonder nullen", wijzig: ["data.gemeentecode": "34"], veld: "data.gemeentecode",
            code: "gemeentecode-vorm"),
        Geval(
            naam: "gemeente van een ander", wijzig: ["data.gemeentecode": "0363"], status: 403, veld: "data.gemeentecode",
            code: "gemeente-token"),
        Geval(
            naam: "geboortedatum in de toekomst", wijzig: ["data.client.geboortedatum.datum": "2027-01-12"],
            veld: "data.client.geboortedatum.datum", code: "datum-toekomst"),
        Geval(
            naam: "geboortedatum die niet bestaat", wijzig: ["data.client.geboortedatum.datum": "1990-02-30"],
            veld: "data.client.geboortedatum.datum", code: "datum"),
        Geval(
            naam: "geboortedatum als 1-2-1990", wijzig: ["data.client.geboortedatum.datum": "1-2-1990"],
            veld: "data.client.geboortedatum.datum", code: "datum"),
        Geval(
            naam: "geboortedatum van 130 jaar geleden", wijzig: ["data.client.geboortedatum.datum": "1896-01-01"],
            veld: "data.client.geboortedatum.datum", code: "datum-onwaarschijnlijk"),
        Geval(
            naam: "geen geboortedatum", wijzig: ["data.client.geboortedatum": nil], veld: "data.client.geboortedatum",
            code: "verplicht"),
        Geval(
            naam: "onbekend datumgebruik", wijzig: ["data.client.geboortedatum.gebruik": "4"],
            veld: "data.client.geboortedatum.gebruik", code: "keuze"),
        Geval(naam: "onbekende doelgroep", wijzig: ["data.doelgroep": "toerist"], veld: "data.doelgroep", code: "keuze"),
        Geval(
            naam: "verkeerde postcode", wijzig: ["data.client.postcode": "0315 HR"], veld: "data.client.postcode",
            code: "postcode-vorm"),
        Geval(
            naam: "telefoonnummer met letters", wijzig: ["data.client.telefoon": "06-bel-mij"], veld: "data.client.telefoon",
            code: "telefoonnummer-teken"),
        Geval(
            naam: "naam met een stuurteken", wijzig: ["data.client.voornamen": "A\u{0}B"], veld: "data.client.voornamen",
            code: "teken"),
        Geval(
            naam: "naam met html", wijzig: ["data.client.geslachtsnaam": "<b>"], veld: "data.client.geslachtsnaam",
            code: "naam-teken"),
        Geval(
            naam: "taal voluit", wijzig: ["data.talen.spreektaal": "arabisch"], veld: "data.talen.spreektaal", code: "taalcode"),
        Geval(
            naam: "rol die niet bestaat", wijzig: ["data.huishouden.rol": "buurman"], veld: "data.huishouden.rol", code: "keuze"),
        Geval(
            naam: "BSN als huishouden", wijzig: ["data.huishouden.huishoudenId": "999900006"],
            veld: "data.huishouden.huishoudenId", code: "persoonsnummer"),
        Geval(
            naam: "BSN in de verwijzing naar een huishouden", wijzig: ["data.huishouden.huishoudenId": "H:BSN999900006_2"],
            veld: "data.huishouden.huishoudenId", code: "persoonsnummer"),
        Geval(
            naam: "V-nummer als huishouden", wijzig: ["data.huishouden.huishoudenId": "2990000001"],
            veld: "data.huishouden.huishoudenId", code: "persoonsnummer"),
        Geval(
            naam: "BSN in de naam van het systeem",
            wijzig: ["source": "urn:nld:oin:00000099000000000003:systeem:zaak999900006"], veld: "source", code: "persoonsnummer"),
        Geval(
            naam: "ouder zonder nummer", wijzig: ["data.ouderOfVoogd": .object([:])], veld: "data.ouderOfVoogd.aanmeldingId",
            code: "verplicht"),
        Geval(
            naam: "huisvesting over elf jaar", wijzig: ["data.datumHuisvesting": "2038-01-01"], veld: "data.datumHuisvesting",
            code: "datum-onwaarschijnlijk"),
        Geval(naam: "aanmeldingId is geen UUID", wijzig: ["data.aanmeldingId": "12"], veld: "data.aanmeldingId", code: "uuid"),
        Geval(naam: "geen data", wijzig: ["data": nil], veld: "data", code: "verplicht"),
        Geval(naam: "data als tekst", wijzig: ["data": "leeg"], veld: "data", code: "soort"),
        Geval(naam: "andere versie van CloudEvents", wijzig: ["specversion": "0.3"], veld: "specversion", code: "keuze"),
        Geval(
            naam: "onbekend soort gebeurtenis", wijzig: ["type": "nl.inburgering.begeleiding.vergeten.v1"], veld: "type",
            code: "keuze"),
        Geval(naam: "bron in een andere vorm", wijzig: ["source": "https://almere.example"], veld: "source", code: "bron-vorm"),
        Geval(
            naam: "bron van een ander dan de header", wijzig: ["source": "urn:nld:oin:00000099000000000004:systeem:x"],
            veld: "source", code: "bron-ongelijk"),
        Geval(naam: "id is geen UUID", wijzig: ["id": "1"], veld: "id", code: "uuid"),
        Geval(naam: "BSN in subject", wijzig: ["subject": "999900006"], veld: "subject", code: "persoonsnummer"),
        Geval(
            naam: "subject van een ander", wijzig: ["subject": "6f0a1c52-7d3e-4a55-9d0c-2f6f7f6a9a10"], veld: "subject",
            code: "ongelijk"),
        Geval(naam: "tijdstip zonder zone", wijzig: ["time": "2027-01-11 09:12"], veld: "time", code: "tijdstip"),
        Geval(naam: "inhoud als base64", wijzig: ["data_base64": "e30="], veld: "data_base64", code: "niet-hier"),
    ]

    @Test("een bericht met een fout wordt geweigerd, met het veld erbij, en laat niets achter", arguments: gevallen)
    func fout(_ geval: Geval) async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.stuur(Proefbericht.aanmelding(0, geval.wijzig))
        #expect(antwoord.status == geval.status, "\(antwoord.text)")
        #expect(antwoord.headers[.contentType] == "application/problem+json")
        #expect(antwoord.headers[Self.versie] == Koppeling.versie)
        let probleem = try JSONDecoder().decode(ProblemDetails.self, from: antwoord.body)
        #expect(probleem.fouten?.contains { $0.veld == geval.veld && $0.code == geval.code } == true, "\(antwoord.text)")
        #expect(probleem.detail != nil)
        #expect(try await proef.rijen() == 0)
    }

    static let versie = HTTPField.Name("API-Version") ?? .via

    @Test("alle fouten staan er in één keer in")
    func allesTegelijk() async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.stuur(
            Proefbericht.aanmelding(
                0, ["data.client.bsn": "999900007", "data.doelgroep": "x", "data.client.postcode": "x", "specversion": "2"]))
        let velden = Set(try JSONDecoder().decode(ProblemDetails.self, from: antwoord.body).fouten?.map(\.veld) ?? [])
        #expect(velden == ["specversion", "data.client.bsn", "data.doelgroep", "data.client.postcode"])
    }

    @Test("een antwoord herhaalt niet wat er in het veld stond")
    func geenEcho() async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.stuur(
            Proefbericht.aanmelding(0, ["data.client.bsn": "999900007", "data.doelgroep": "geheimwoord", "subject": "999900006"]))
        #expect(!antwoord.text.contains("999900007") && !antwoord.text.contains("geheimwoord"))
        #expect(!antwoord.text.contains("\"999900006\""))
    }

    @Test("onbekende velden worden overgeslagen")
    func onbekendVeld() async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.stuur(
            Proefbericht.aanmelding(0, ["data.nieuwVeld": "x", "data.client.ogen": "bruin", "traceparent": "x"]))
        #expect(antwoord.status == 202)
    }

    @Test("het voorbeeld uit de standaard wordt aangenomen")
    func voorbeeld() async throws {
        let proef = try await Opstelling()
        let body = Data(
            #"""
            {"specversion":"1.0","id":"0193a7b2-6c1e-7c54-9c0b-3f0f2b8c1a11",
             "source":"urn:nld:oin:00000099000000000003:systeem:regiesysteem-inburgering",
             "type":"nl.inburgering.begeleiding.aangemeld.v1","subject":"6f0a1c52-7d3e-4a55-9d0c-2f6f7f6a9a10",
             "time":"2027-01-11T09:12:44Z","datacontenttype":"application/json",
             "dataschema":"https://voorbeeld.example/schemas/aanmelding/v1.json",
             "data":{"aanmeldingId":"6f0a1c52-7d3e-4a55-9d0c-2f6f7f6a9a10","gemeentecode":"0034",
              "client":{"bsn":"999900006","vnummer":"2990000001","geboortedatum":{"datum":"1990-01-01","gebruik":"2"},
               "geslachtsnaam":"Voorbeeld"},"doelgroep":"statushouder18plus","datumHuisvesting":"2027-01-18"}}
            """#.utf8)
        let kop = proef.kop(try JSONLezer.lees([UInt8](body)))
        let antwoord = try await proef.client.send(.post, "/v1/aanmeldingen", headers: kop, body: body)
        #expect(antwoord.status == 202, "\(antwoord.text)")
        #expect(antwoord.headers[.location] == "/v1/aanmeldingen/6f0a1c52-7d3e-4a55-9d0c-2f6f7f6a9a10")
    }
}
