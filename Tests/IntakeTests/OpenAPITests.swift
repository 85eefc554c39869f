// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes
import Testing
import Web

@testable import IntakeApp

/// The published document: the rules of the API Design Rules that a document can break, and that it says what the door does.
@Suite(.timeLimit(.minutes(1)))
struct OpenAPITests {
    let document: JSONWaarde

    init() throws {
        document = try JSONLezer.lees(
            [UInt8](Data(contentsOf: Opstelling.wortel.appending(path: "Services/Intake/App/Koppeling/OpenAPI/openapi.json"))))
    }

    private func velden(_ waarde: JSONWaarde?) -> [String: JSONWaarde] {
        if case .object(let velden)? = waarde { velden } else { [:] }
    }

    private var verrichtingen: [(pad: String, methode: String, inhoud: [String: JSONWaarde])] {
        velden(document["paths"]).flatMap { pad, methoden in
            velden(methoden).map { (pad, $0.key, velden($0.value)) }
        }
    }

    /// Follows one `$ref` to a component.
    private func volg(_ waarde: JSONWaarde) -> [String: JSONWaarde] {
        guard case .tekst(let verwijzing)? = velden(waarde)["$ref"] else { return velden(waarde) }
        let delen = verwijzing.split(separator: "/").dropFirst().map(String.init)
        return delen.reduce(velden(document)) { velden($0[$1]) }
    }

    @Test("het document wordt zonder token en voor elke website gegeven, zoals het in het bestand staat")
    func gepubliceerd() async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.client.get("/v1/openapi.json")
        #expect(antwoord.status == 200)
        #expect(antwoord.headers[.accessControlAllowOrigin] == "*")
        #expect(try JSONLezer.lees([UInt8](antwoord.body)) == document)
    }

    @Test("achter een proxy noemen Location, volgende en het document het pad van buiten")
    func proxy() async throws {
        let proef = try await Opstelling()
        var koppeling = proef.koppeling
        koppeling.basis = "/koppeling/v1"
        let client = InProcessClient(koppeling.edge(tls: true))
        let document = try JSONLezer.lees([UInt8](try await client.get("/v1/openapi.json").body))
        #expect(document["servers"] == .lijst([.object(["url": "/koppeling/v1"])]))
        for nummer in 0..<2 {
            let bericht = Proefbericht.aanmelding(nummer)
            let antwoord = try await client.send(.post, "/v1/aanmeldingen", headers: proef.kop(bericht), body: bericht.data)
            #expect(antwoord.headers[.location]?.hasPrefix("/koppeling/v1/aanmeldingen/") == true)
        }
        let lijst = try await client.send(.get, "/v1/aanmeldingen?aantal=1", headers: [.authorization: "Bearer \(proef.token)"])
        #expect(lijst.text.contains(#""volgende":"/koppeling/v1/aanmeldingen?na="#))
    }

    @Test("versie, contact en adres zijn zoals de API Design Rules vragen")
    func kop() throws {
        #expect(document["info.version"] == .tekst(Koppeling.versie))
        for veld in ["name", "url", "email"] { #expect(document["info.contact.\(veld)"] != nil) }
        guard case .tekst(let versie)? = document["openapi"], case .lijst(let servers)? = document["servers"] else {
            Issue.record("openapi en servers ontbreken")
            return
        }
        #expect(versie.hasPrefix("3."))
        for server in servers { #expect(server["url"] == "/v1") }
    }

    @Test("paden zijn kebab-case zonder schuine streep erachter, vragen camelCase, methoden de gewone")
    func namen() throws {
        for (pad, methode, inhoud) in verrichtingen {
            #expect(pad == "/" || !pad.hasSuffix("/"))
            #expect(pad.wholeMatch(of: /(\/([a-z0-9\-\.]+|\{[a-zA-Z]+\}))+/) != nil, "\(pad)")
            #expect(["get", "post", "put", "patch", "delete", "options"].contains(methode))
            guard case .lijst(let parameters)? = inhoud["parameters"] else { continue }
            for parameter in parameters where parameter["in"] == "query" {
                guard case .tekst(let naam)? = parameter["name"] else { continue }
                #expect(naam.wholeMatch(of: /[a-z][a-z\d]*([A-Z][a-z\d]*)*/) != nil, "\(naam)")
            }
        }
    }

    @Test("elk goed antwoord noemt API-Version, elk fout antwoord is een probleemdocument, en invoer kan 400 geven")
    func antwoorden() throws {
        var ids: Set<String> = []
        for (pad, methode, inhoud) in verrichtingen {
            if case .tekst(let id)? = inhoud["operationId"] { #expect(ids.insert(id).inserted) }
            let antwoorden = velden(inhoud["responses"])
            if methode == "post" || inhoud["parameters"] != nil { #expect(antwoorden["400"] != nil, "\(methode) \(pad)") }
            for (status, antwoord) in antwoorden {
                let antwoord = volg(antwoord)
                #expect(velden(antwoord["headers"])["API-Version"] != nil, "\(methode) \(pad) \(status)")
                guard status.first != "2" else { continue }
                let probleem = velden(velden(antwoord["content"])["application/problem+json"])
                let schema = volg(probleem["schema"] ?? .leeg)
                for veld in ["status", "title", "detail"] { #expect(velden(schema["properties"])[veld] != nil) }
            }
        }
    }

    @Test("wat de deur zelf antwoordt heeft de vorm en de versie van dit document, en staat erin")
    func deur() throws {
        let nginx = try String(contentsOf: Opstelling.wortel.appending(path: "compose/nginx.conf"), encoding: .utf8)
        #expect(nginx.contains("default \"\(Koppeling.versie)\";"))
        for (pad, methode, inhoud) in verrichtingen {
            let antwoorden = velden(inhoud["responses"])
            #expect(antwoorden["502"] != nil && antwoorden["504"] != nil, "\(methode) \(pad)")
        }
        for status in [413, 502, 504] {
            let tekst = try #require(
                nginx.firstMatch(of: try Regex("return \(status) '(.*)';", as: (Substring, Substring).self))?.output.1)
            let probleem = try JSONDecoder().decode(ProblemDetails.self, from: Data(tekst.utf8))
            #expect(probleem.status == status && probleem.detail != nil)
            #expect(nginx.components(separatedBy: "error_page \(status) @s\(status);").count == 3)
        }
    }

    @Test("een veld met een datum heeft de vorm date, een tijdstip date-time")
    func datums() throws {
        func zoek(_ waarde: JSONWaarde) {
            for (naam, inhoud) in velden(waarde) {
                if naam == "properties" {
                    for (veld, schema) in velden(inhoud) where veld == "datum" || veld.hasPrefix("datum") || veld == "ontvangenOp"
                    {
                        #expect(schema["format"] == "date", "\(veld)")
                    }
                    for (veld, schema) in velden(inhoud) where veld == "time" || veld == "gewijzigdOp" {
                        #expect(schema["format"] == "date-time", "\(veld)")
                    }
                }
                zoek(inhoud)
            }
        }
        zoek(try #require(document["components.schemas"]))
    }

    @Test("de keuzelijsten in het document zijn die van het programma")
    func keuzes() throws {
        func keuzes(_ pad: String) -> Set<String> {
            guard case .lijst(let waarden)? = document["components.schemas.\(pad).enum"] else { return [] }
            return Set(waarden.compactMap { if case .tekst(let text) = $0 { text } else { nil } })
        }
        #expect(keuzes("Aanmelding.properties.doelgroep") == Set(Doelgroepopgave.alle))
        #expect(keuzes("Aanmelding.properties.verblijfsvorm") == Set(["eigen-woning", "har", "doorstroomlocatie"]))
        #expect(keuzes("Huishouden.properties.rol") == Set(Huishoudrol.allCases.map(\.rawValue)))
        #expect(keuzes("Client.properties.geslacht") == Set(Aanmeldgegevens.Geslacht.allCases.map(\.rawValue)))
        #expect(
            keuzes("Aanmelding.properties.inOnderzoek.items") == Set(Gegevensveld.Groep.allCases.map(\.rawValue)))
        let redenen = Controlereden.allCases.map { Controlereden.voorBuiten($0.rawValue) } + Afwijsreden.allCases.map(\.rawValue)
        #expect(keuzes("Toestand.properties.redenen.items") == Set(redenen))
    }

    @Test("het voorbeeld in het document wordt aangenomen")
    func voorbeeld() async throws {
        let proef = try await Opstelling()
        let inhoud = velden(velden(velden(document["paths"])["/aanmeldingen"])["post"])["requestBody"]
        let bericht = try #require(velden(velden(velden(inhoud)["content"])[Koppeling.cloudEvent])["example"])
        let antwoord = try await proef.stuur(bericht)
        #expect(antwoord.status == 202, "\(antwoord.text)")
    }
}
