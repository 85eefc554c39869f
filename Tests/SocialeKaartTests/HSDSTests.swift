// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import SocialeKaartApp

@Suite("De open kant (HSDS)", .timeLimit(.minutes(1)))
struct HSDSTests {
    private func metControle(_ voorzieningen: String...) async throws -> Kaartopstelling {
        let opstelling = try await Kaartopstelling()
        for voorziening in voorzieningen { try await opstelling.controleer(voorziening) }
        return opstelling
    }

    private func json(_ opstelling: Kaartopstelling, _ pad: String) async throws -> JSONWaarde {
        let antwoord = try await opstelling.client.get("/hsds/v3\(pad)")
        #expect(antwoord.status == 200, "\(pad): \(antwoord.text)")
        return try JSONDecoder().decode(JSONWaarde.self, from: antwoord.body)
    }

    @Test("wat niemand heeft gecontroleerd, is niet openbaar")
    func nietGecontroleerd() async throws {
        let opstelling = try await metControle()
        let lijst = try await json(opstelling, "/services")
        #expect(lijst["empty"] == .waar(true))
        #expect(lijst["total_items"] == .geheel(0))
        #expect(try await opstelling.client.get("/hsds/v3/services/\(Kaartopstelling.bibliotheek)").status == 404)
        #expect(try await json(opstelling, "/organizations")["empty"] == .waar(true))
    }

    @Test("een controle maakt een vermelding een jaar lang openbaar, met de datum erbij en zonder lege velden")
    func gecontroleerd() async throws {
        let opstelling = try await metControle(Kaartopstelling.bibliotheek)
        let record = try await json(opstelling, "/services/\(Kaartopstelling.bibliotheek)")
        #expect(record["assured_date"] == .tekst("2027-02-01"))
        #expect(record["organization"]?["name"] == .tekst("De nieuwe bibliotheek"))
        #expect(record["attributes"]?.alsLijst?.isEmpty == false)
        #expect(!(record.json()).contains(":null"))
        #expect(
            try await json(opstelling, "/organizations/\(Kaartopstelling.organisatieBibliotheek)")["name"]
                == .tekst("De nieuwe bibliotheek"))
        #expect(try await json(opstelling, "/organizations")["total_items"] == .geheel(1))
        opstelling.klok.zet(datum("2028-02-01"))
        #expect(try await json(opstelling, "/services")["total_items"] == .geheel(1))
        opstelling.klok.zet(datum("2028-02-02"))
        #expect(try await json(opstelling, "/services")["total_items"] == .geheel(0))
    }

    @Test("een verzonnen controle zegt overal dat zij verzonnen is, een echte niet; in productie kan zij niet")
    func verzonnen() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        func controleer(_ kaart: Kaart, _ versie: Int, _ wijze: String) async throws {
            _ = try await kaart.controleren(
                VoorzieningControleren(voorziening: id, versie: versie, wijze: wijze), als: opstelling.begeleider,
                because: opstelling.opdracht(als: opstelling.begeleider))
        }
        let productie = Kaart(store: opstelling.store, clock: opstelling.klok, isProduction: true)
        await #expect(throws: Failure.self) { try await controleer(productie, 1, "synthetisch") }
        try await controleer(opstelling.kaart, 1, "synthetisch")
        let openbaar = try await json(opstelling, "/services/\(id)")
        #expect(openbaar["alert"]?.alsTekst?.hasPrefix("Proefgegevens") == true)
        let detail = try await opstelling.kaart.opvragen(VoorzieningOpvragen(voorziening: id), als: opstelling.begeleider)
        #expect(detail.waarschuwing?.hasPrefix("Proefgegevens") == true)
        #expect(try await opstelling.verteld(VoorzieningGecontroleerd.self).map(\.voorziening) == [id])
        try await controleer(productie, 2, "bezoek")
        #expect(try await json(opstelling, "/services/\(id)")["alert"]?.alsTekst?.hasPrefix("Proefgegevens") == false)
    }

    @Test("een bladzijde zegt hoeveel er is en waar men is")
    func bladzijden() async throws {
        let opstelling = try await metControle(
            Kaartopstelling.bibliotheek, Kaartopstelling.schuldhulp, Kaartopstelling.zonderAanbieder)
        let eerste = try await json(opstelling, "/services?per_page=2")
        #expect(eerste["contents"]?.alsLijst?.count == 2)
        #expect(eerste["total_items"] == .geheel(3) && eerste["total_pages"] == .geheel(2))
        #expect(eerste["first_page"] == .waar(true) && eerste["last_page"] == .waar(false))
        #expect(eerste["contents"]?.alsLijst?.first?["attributes"] == nil)
        let laatste = try await json(opstelling, "/services?per_page=2&page=2&full=true")
        #expect(laatste["size"] == .geheel(1) && laatste["last_page"] == .waar(true) && laatste["empty"] == .waar(false))
        #expect(laatste["contents"]?.alsLijst?.first?["attributes"] != nil)
        let voorbij = try await json(opstelling, "/services?per_page=2&page=9")
        #expect(voorbij["empty"] == .waar(true) && voorbij["page_number"] == .geheel(9))
        let regels = try await opstelling.client.get("/hsds/v3/services?format=ndjson").text.split(separator: "\n")
        #expect(regels.count == 3)
    }

    @Test("filters gelden samen, en elk veld van een record vindt het record terug")
    func filters() async throws {
        let opstelling = try await metControle(Kaartopstelling.bibliotheek, Kaartopstelling.schuldhulp)
        let record = try await json(opstelling, "/services/\(Kaartopstelling.schuldhulp)")
        let begrip = try #require(record["attributes"]?.alsLijst?.compactMap { $0["taxonomy_term_id"]?.alsTekst }.first)
        for vraag in [
            "search=schuldhulp", "organization_id=\(Kaartopstelling.organisatiePlangroep)", "taxonomy_term_id=\(begrip)",
            "modified_after=2027-01-01T00:00:00%2B01:00&search=schuldhulp",
        ] {
            let gevonden = try await json(opstelling, "/services?\(vraag)")["contents"]?.alsLijst?.compactMap {
                $0["id"]?.alsTekst
            }
            #expect(gevonden?.contains(Kaartopstelling.schuldhulp) == true, "\(vraag)")
        }
        for vraag in [
            "search=schuldhulp&organization_id=\(Kaartopstelling.organisatieBibliotheek)", "modified_after=2027-03-01T00:00:00Z",
            "search=%3F%21",
        ] {
            #expect(try await json(opstelling, "/services?\(vraag)")["empty"] == .waar(true), "\(vraag)")
        }
    }

    @Test("met het merkje van de vorige keer komt er niets nieuws over de lijn, tot er iets verandert")
    func merkje() async throws {
        let opstelling = try await metControle(Kaartopstelling.bibliotheek)
        for pad in ["/hsds/v3/services", "/hsds/v3/services/\(Kaartopstelling.bibliotheek)", "/hsds/v3/taxonomies", "/hsds/v3"] {
            let eerste = try await opstelling.client.get(pad)
            #expect(eerste.headers[.accessControlAllowOrigin] == "*")
            let tag = try #require(eerste.headers[.eTag])
            let tweede = try await opstelling.client.send(.get, pad, headers: [.ifNoneMatch: tag])
            #expect(tweede.status == 304 && tweede.body.isEmpty, "\(pad)")
        }
        let tag = try #require(try await opstelling.client.get("/hsds/v3/services").headers[.eTag])
        try await opstelling.controleer(Kaartopstelling.schuldhulp)
        #expect(try await opstelling.client.send(.get, "/hsds/v3/services", headers: [.ifNoneMatch: tag]).status == 200)
    }

    @Test("de wortel zegt welke HSDS dit is, en wat hij noemt bestaat")
    func wortelpad() async throws {
        let opstelling = try await metControle()
        let wortel = try await json(opstelling, "/")
        #expect(wortel["version"] == .tekst("3.1.3"))
        #expect(wortel["publisher"]?["name"] != nil)
        for naam in ["profile", "openapi_url"] {
            let pad = try #require(wortel[naam]?.alsTekst.flatMap { URL(string: $0)?.path })
            #expect(try await opstelling.client.get(pad).status == 200, "\(pad)")
        }
    }

    @Test(
        "een verkeerde vraag krijgt een probleem met alle fouten",
        arguments: [
            ("page=0&per_page=x", 2), ("per_page=501", 1), ("taxonomy_term_id=x", 1), ("modified_after=gisteren", 1),
            ("format=xml", 1),
        ])
    func verkeerd(vraag: String, fouten: Int) async throws {
        let opstelling = try await Kaartopstelling(metKaart: false)
        let antwoord = try await opstelling.client.get("/hsds/v3/services?\(vraag)")
        #expect(antwoord.status == 400)
        #expect(antwoord.headers[.accessControlAllowOrigin] == "*")
        #expect(try JSONDecoder().decode(ProblemDetails.self, from: antwoord.body).fouten?.count == fouten)
    }

    @Test("de taxonomieën en begrippen zijn op te vragen")
    func taxonomie() async throws {
        let opstelling = try await Kaartopstelling()
        let lijst = try await json(opstelling, "/taxonomies")
        #expect(lijst["total_items"] == .geheel(6))
        let id = try #require(lijst["contents"]?.alsLijst?.first?["id"]?.alsTekst)
        #expect(try await json(opstelling, "/taxonomies/\(id)")["id"] == .tekst(id))
        let begrippen = try await json(opstelling, "/taxonomy_terms?taxonomy_id=\(id)&per_page=100")
        #expect((begrippen["contents"]?.alsLijst ?? []).allSatisfy { $0["taxonomy_id"] == .tekst(id) })
        #expect(try await opstelling.client.get("/hsds/v3/taxonomy_terms/\(UUID().uuidString)").status == 404)
        #expect(try await opstelling.client.get("/hsds/v3/taxonomy_terms/x").status == 404)
    }

    @Test("alleen lezen")
    func alleenLezen() async throws {
        let opstelling = try await Kaartopstelling(metKaart: false)
        for methode in [HTTPRequest.Method.put, .delete, .patch] {
            #expect(try await opstelling.client.send(methode, "/hsds/v3/services").status == 405)
        }
    }
}
