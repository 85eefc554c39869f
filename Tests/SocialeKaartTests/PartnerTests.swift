// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import HTTPTypes
import Opslag
import Synchronization
import Testing
import Web

@testable import SocialeKaartApp

@Suite("Een partner antwoordt", .timeLimit(.minutes(2)))
struct PartnerTests {
    private typealias Antwoord = InProcessClient<PlainContext>.Answer

    private func haal(_ opstelling: Kaartopstelling, _ pad: String, als token: String = "token-bibliotheek") async throws
        -> Antwoord
    {
        try await opstelling.client.send(.get, pad, headers: [.authorization: "Bearer \(token)"])
    }

    private func json(_ antwoord: Antwoord) throws -> JSONWaarde {
        try JSONDecoder().decode(JSONWaarde.self, from: antwoord.body)
    }

    private func stap(
        _ opstelling: Kaartopstelling, _ id: VerwijzingID, _ velden: [String: String], versie: Int?,
        sleutel: String? = UUID().uuidString,
        als token: String = "token-bibliotheek"
    ) async throws -> Antwoord {
        var headers: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        if let versie { headers[.ifMatch] = "\"\(versie)\"" }
        if let sleutel, let naam = HTTPField.Name("Idempotency-Key") { headers[naam] = sleutel }
        let body = Stap(naar: velden["naar"] ?? "", velden: velden.filter { $0.key != "naar" })
        return try await opstelling.client.send(
            .post, "/v1/verwijzingen/\(id)/statusovergangen", headers: headers, body: try JSONEncoder().encode(body))
    }

    private let accepteren = ["naar": "geaccepteerd", "contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-08"]

    @Test("zonder token, met een onbekend token of zonder het recht komt niemand binnen")
    func deur() async throws {
        let opstelling = try await Kaartopstelling()
        let kaal = try await opstelling.client.get("/v1/verwijzingen")
        #expect(kaal.status == 401)
        #expect(kaal.headers[.wwwAuthenticate] == "Bearer")
        #expect(try await haal(opstelling, "/v1/verwijzingen", als: "raden").status == 401)
        #expect(try await haal(opstelling, "/v1/verwijzingen", als: "token-beheer").status == 403)
        #expect(
            try await opstelling.client.send(
                .post, "/v1/importen", headers: [.authorization: "Bearer token-bibliotheek", .contentType: "application/json"],
                body: Data("{}".utf8)
            ).status == 403)
    }

    @Test("een partner ziet alleen wat aan de eigen organisatie is verstuurd, zonder naam")
    func lijst() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        _ = try await opstelling.concept(Kaartopstelling.schuldhulp)
        let eigen = try json(try await haal(opstelling, "/v1/verwijzingen"))
        let regels = try #require(eigen["verwijzingen"]?.alsLijst)
        #expect(regels.map { $0["id"]?.alsTekst } == [id.description])
        #expect(regels.first?["deelpakket"]?["taalcode"] == .tekst("ti"))
        #expect(
            regels.first?["toegestaan"]?.alsLijst?.compactMap(\.alsTekst) == [
                "ontvangen", "wachtlijst", "geaccepteerd", "afgewezen",
            ])
        #expect(!(eigen.json()).contains("Selam"))
        // A draft is nobody's business, not even that it is there.
        #expect(
            try json(try await haal(opstelling, "/v1/verwijzingen", als: "token-plangroep"))["verwijzingen"]?.alsLijst?.isEmpty
                == true)
        #expect(try await haal(opstelling, "/v1/verwijzingen/\(id)", als: "token-plangroep").status == 404)
        #expect(try await haal(opstelling, "/v1/verwijzingen/\(id)/statusovergangen", als: "token-plangroep").status == 404)
        #expect(try await stap(opstelling, id, accepteren, versie: 2, als: "token-plangroep").status == 404)
        #expect(try await haal(opstelling, "/v1/verwijzingen/\(UUID().uuidString)").status == 404)
    }

    @Test("accepteren legt ook de ontvangst vast, en pas daarna komt de naam vrij")
    func accepteert() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        let voor = try await haal(opstelling, "/v1/verwijzingen/\(id)")
        #expect(voor.headers[.eTag] == "\"2\"")
        #expect(try json(voor)["persoon"] == nil)
        let antwoord = try await stap(opstelling, id, accepteren, versie: 2)
        #expect(antwoord.status == 200, "\(antwoord.text)")
        #expect(try json(antwoord)["toestand"] == .tekst("geaccepteerd"))
        #expect(antwoord.headers[.eTag] == "\"4\"")
        let na = try json(try await haal(opstelling, "/v1/verwijzingen/\(id)"))
        #expect(na["persoon"]?.alsObject?.keys.sorted() == ["achternaam", "contactweg", "voorkeurstaal", "voornaam"])
        #expect(na["persoon"]?["voornaam"] == .tekst("Selam"))
        #expect(opstelling.intake.gevraagd.withLock { $0.last } == [.voornaam, .achternaam, .contactweg, .voorkeurstaal])
        // The list never carries it.
        #expect(!(try await haal(opstelling, "/v1/verwijzingen")).text.contains("Selam"))
        let stappen = try json(try await haal(opstelling, "/v1/verwijzingen/\(id)/statusovergangen"))["statusovergangen"]?
            .alsLijst
        #expect(stappen?.compactMap { $0["naar"]?.alsTekst } == ["verstuurd", "ontvangen", "geaccepteerd"])
        #expect(
            try await opstelling.verteld(VerwijzingGewijzigd.self).map(\.naar) == [
                .concept, .verstuurd, .ontvangen, .geaccepteerd,
            ])
        // Who received what is noted: fields, never values.
        let inzage = try await opstelling.store.read { db in try String.fetchAll(db, sql: "SELECT velden FROM inzage") }
        #expect(inzage == [#"["achternaam","contactweg","voorkeurstaal","voornaam"]"#])
        // The begeleider sees the answer.
        let beeld = try await opstelling.verwijzingen.opvragen(
            VerwijzingOpvragen(verwijzing: id), als: opstelling.begeleider, because: nil)
        #expect(beeld.regel.antwoord["contactpersoonPartner"] == "Balie")
    }

    @Test("geen veld van de persoon staat ooit in de opslag, behalve het bevroren pakket van stap 1")
    func nietBewaard() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        _ = try await stap(opstelling, id, accepteren, versie: 2)
        _ = try await haal(opstelling, "/v1/verwijzingen/\(id)")
        for bestand in ["kaart.sqlite", "kaart.sqlite-wal"] {
            let bytes = try Data(contentsOf: opstelling.map.appending(path: bestand))
            for geheim in ["Selam", "Proefpersoon", "0612345678", "999900006"] {
                #expect(bytes.range(of: Data(geheim.utf8)) == nil, "\(geheim) in \(bestand)")
            }
        }
    }

    @Test("na het einde is de toegang dicht; na afronden dertig dagen later")
    func toegangDicht() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        _ = try await stap(opstelling, id, accepteren, versie: 2)
        _ = try await stap(opstelling, id, ["naar": "gestart", "datumEersteContact": "2027-02-01"], versie: 4)
        let afgerond = try await stap(
            opstelling, id, ["naar": "afgerond", "uitkomst": "doel-bereikt", "einddatum": "2027-02-01"], versie: 5)
        #expect(afgerond.status == 200, "\(afgerond.text)")
        opstelling.klok.zet(datum("2027-03-03"))
        #expect(try json(try await haal(opstelling, "/v1/verwijzingen/\(id)"))["persoon"] != nil)
        opstelling.klok.zet(datum("2027-03-04"))
        let dicht = try json(try await haal(opstelling, "/v1/verwijzingen/\(id)"))
        #expect(dicht["persoon"] == nil && dicht["deelpakket"] == nil && dicht["toestand"] == .tekst("afgerond"))

        let ander = try await opstelling.verstuurd(Kaartopstelling.schuldhulp)
        _ = try await opstelling.verwijzingen.overgaan(
            VerwijzingOvergang(
                verwijzing: ander, versie: 2, naar: .ingetrokken, velden: ["redenIntrekking": "instemming-ingetrokken"]),
            als: opstelling.begeleider, because: opstelling.opdracht(als: opstelling.begeleider))
        let ingetrokken = try await haal(opstelling, "/v1/verwijzingen/\(ander)", als: "token-plangroep")
        #expect(try json(ingetrokken)["deelpakket"] == nil)
        let stappen = try await haal(opstelling, "/v1/verwijzingen/\(ander)/statusovergangen", als: "token-plangroep")
        #expect(!ingetrokken.text.contains("instemming-ingetrokken") && !stappen.text.contains("instemming-ingetrokken"))
    }

    @Test("als intake weg is, blijft de verwijzing leesbaar en zegt zij dat de persoon even niet op te halen is")
    func intakeWeg() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        opstelling.intake.persoon.withLock { $0 = nil }
        #expect(try await stap(opstelling, id, accepteren, versie: 2).status == 200)
        let beeld = try json(try await haal(opstelling, "/v1/verwijzingen/\(id)"))
        #expect(beeld["persoonNietBereikbaar"] == .waar(true) && beeld["persoon"] == nil)
        #expect(try await opstelling.aantal("inzage") == 0)
    }

    @Test("dezelfde sleutel geeft hetzelfde antwoord en één stap; met iets anders erbij een conflict")
    func sleutel() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        let eerste = try await stap(opstelling, id, accepteren, versie: 2, sleutel: "sleutel-0001")
        let tweede = try await stap(opstelling, id, accepteren, versie: 2, sleutel: "sleutel-0001")
        #expect(eerste.status == 200 && tweede.status == 200)
        #expect(eerste.body == tweede.body)
        #expect(try await opstelling.aantal("verwijzing_stap") == 4)
        let ander = try await stap(
            opstelling, id, ["naar": "gestart", "datumEersteContact": "2027-02-01"], versie: 4, sleutel: "sleutel-0001")
        #expect(ander.status == 409)
        #expect(try json(ander)["type"] == .tekst("urn:wegwijs:probleem:idempotentie-conflict"))
    }

    @Test("twee antwoorden tegelijk: één telt, de ander krijgt 412")
    func tegelijk() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        async let ja = stap(opstelling, id, accepteren, versie: 2)
        async let nee = stap(opstelling, id, ["naar": "afgewezen", "redenAfwijzing": "overig"], versie: 2)
        let (een, twee) = try await (ja, nee)
        #expect([een.status, twee.status].sorted() == [200, 412])
        #expect(try await opstelling.aantal("verwijzing_stap") == 4)
    }

    @Test("wat niet mag geeft 409 met de toestand en wat wel mag, en laat geen spoor")
    func nietToegestaan() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        for van in VerwijzingToestand.allCases where van != .concept {
            try await opstelling.store.write { tx in
                try tx.db.execute(
                    sql: "UPDATE verwijzing SET toestand = ?, vorige_toestand = 'gestart', einde_op = '2027-02-01' WHERE id = ?",
                    arguments: [van.rawValue, id.description])
            }
            let (stappen, head) = (try await opstelling.aantal("verwijzing_stap"), opstelling.store.head)
            let mag = Overgangstabel.toegestaan(van: van, rollen: [.partner])
            for naar in VerwijzingToestand.allCases where !mag.contains(naar) {
                let antwoord = try await stap(opstelling, id, ["naar": naar.rawValue], versie: 2)
                #expect(antwoord.status == 409, "\(van) naar \(naar): \(antwoord.text)")
                let probleem = try json(antwoord)
                #expect(probleem["toestand"] == .tekst(van.rawValue))
                #expect(probleem["toegestaan"]?.alsLijst?.compactMap(\.alsTekst) == mag.map(\.rawValue))
                #expect(antwoord.headers[.contentType] == "application/problem+json")
            }
            #expect(try await opstelling.aantal("verwijzing_stap") == stappen)
            #expect(opstelling.store.head == head)
            #expect(try await opstelling.versie(id) == 2)
        }
    }

    @Test("invoer die niet klopt wordt in één keer benoemd")
    func invoer() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        #expect(try await stap(opstelling, id, accepteren, versie: nil).status == 428)
        #expect(try await stap(opstelling, id, accepteren, versie: 2, sleutel: nil).status == 400)
        #expect(try await stap(opstelling, id, accepteren, versie: 1).status == 412)
        #expect(try await stap(opstelling, id, ["naar": "klaar"], versie: 2).status == 400)
        let fouten = try JSONDecoder().decode(
            ProblemDetails.self,
            from: try await stap(opstelling, id, ["naar": "geaccepteerd", "bsn": "999900006"], versie: 2).body)
        #expect(fouten.status == 400)
        #expect(fouten.fouten?.map(\.veld) == ["velden.bsn", "velden.contactpersoonPartner", "velden.verwachteStartdatum"])
        let kop: HTTPFields = [.authorization: "Bearer token-bibliotheek", .contentType: "text/plain"]
        #expect(
            try await opstelling.client.send(
                .post, "/v1/verwijzingen/\(id)/statusovergangen", headers: kop, body: Data("{}".utf8)
            ).status == 415)
        #expect(try await haal(opstelling, "/v1/verwijzingen?aantal=0&gewijzigdNa=gisteren&na=x").status == 400)
        #expect(try await opstelling.aantal("verwijzing_stap") == 2)
    }

    @Test("een geheim mag met whsec_ ervoor; een dat geen base64 is, wordt geweigerd en niet stil overgeslagen")
    func geheim() throws {
        let organisatie = OrganisatieID(UUID())
        let file = FileManager.default.temporaryDirectory.appending(component: "geheim-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        func lees(_ geheim: String) throws -> Data? {
            try Data(
                #"{"bestemmingen":[{"organisatie":"\#(organisatie)","adres":"https://x.example","geheim":"\#(geheim)"}]}"#.utf8
            )
            .write(to: file)
            return try Partnerbestemmingen(file: file)[Partnerbestemmingen.sleutel(organisatie)]?.bestemming.geheim
        }
        let sleutel = Data("een geheim van 24 tekens".utf8)
        for vorm in ["", "whsec_"] { #expect(try lees(vorm + sleutel.base64EncodedString()) == sleutel) }
        for fout in ["geen base64!", "whsec_", "whsec_geen base64!", "whsec_whsec_AAAA", ""] {
            #expect {
                _ = try lees(fout)
            } throws: { error in
                let text = "\(error)"
                return text.contains("bestemmingen[0].geheim") && (fout.isEmpty || !text.contains(": \(fout)"))
            }
        }
    }

    @Test("de deur antwoordt met de versie van deze koppeling")
    func deur() throws {
        let wortel = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let nginx = try String(contentsOf: wortel.appending(path: "compose/nginx.conf"), encoding: .utf8)
        #expect(nginx.contains("~^/kaart/ \"\(Koppeling.versie)\";"))
    }

    @Test("bijblijven met gewijzigdNa en bladeren met volgende slaat niets over")
    func bijblijven() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        var ids: Set<String> = []
        for dag in 1...7 {
            opstelling.klok.zet(datum("2027-02-0\(dag)"))
            let dossier: DossierID = nieuw()
            try await opstelling.wijsToe(dossier, aan: opstelling.begeleider)
            let id = try await opstelling.concept(dossier: dossier)
            try await opstelling.verstuur(id)
            ids.insert(id.description)
        }
        var (gezien, pad): ([String], String?) = ([], "/v1/verwijzingen?aantal=3")
        while let dit = pad {
            let pagina = try json(try await haal(opstelling, dit))
            gezien += pagina["verwijzingen"]?.alsLijst?.compactMap { $0["id"]?.alsTekst } ?? []
            pad = pagina["volgende"]?.alsTekst.map { "/v1/verwijzingen?aantal=3&na=\($0)" }
        }
        #expect(gezien.count == 7 && Set(gezien) == ids)
        let later = try json(try await haal(opstelling, "/v1/verwijzingen?gewijzigdNa=2027-02-06T00:00:00%2B01:00"))
        #expect(later["verwijzingen"]?.alsLijst?.count == 2)
    }

    @Test("elk antwoord draagt de versie en de beveiligingskoppen; een streep aan het eind is een ander adres")
    func koppen() async throws {
        let opstelling = try await Kaartopstelling(metKaart: false)
        let versie = try #require(HTTPField.Name("API-Version"))
        for pad in ["/v1/verwijzingen", "/v1/bestaat-niet", "/v1/openapi.json", "/v1/verwijzingen/", "/hsds/v3/services"] {
            let antwoord = try await opstelling.client.get(pad)
            #expect(antwoord.headers[versie] == "1.0.0", "\(pad)")
            #expect(antwoord.headers[.xContentTypeOptions] == "nosniff")
        }
        #expect(try await haal(opstelling, "/v1/verwijzingen/").status == 404)
        let document = try JSONDecoder().decode(JSONWaarde.self, from: try await opstelling.client.get("/v1/openapi.json").body)
        #expect(document["openapi"] == .tekst("3.1.0"))
        // What the document names is what the router has.
        for pad in document["paths"]?.alsObject?.keys.sorted() ?? [] {
            let echt = "/v1" + pad.replacingOccurrences(of: "{id}", with: UUID().uuidString)
            for methode in document["paths"]?[pad]?.alsObject?.keys.sorted() ?? [] {
                let antwoord = try await opstelling.client.send(try #require(HTTPRequest.Method(methode.uppercased())), echt)
                #expect(antwoord.status == 401, "\(methode) \(echt)")
            }
        }
    }

    @Test("de beheerder leest een bestand in langs de voordeur, en te groot wordt niet gelezen")
    func inlezen() async throws {
        let opstelling = try await Kaartopstelling(metKaart: false)
        let kop: HTTPFields = [.authorization: "Bearer token-beheer", .contentType: "application/json"]
        let bestand = try Data(contentsOf: almere)
        func importeer(_ pad: String, _ body: Data) async throws -> Antwoord {
            try await opstelling.client.send(.post, pad, headers: kop, body: body, chunk: 65_536)
        }
        #expect(try json(try await importeer("/v1/importen?proef=true", bestand))["proef"] == .waar(true))
        #expect(try await opstelling.aantal("voorziening") == 0)
        let echt = try await importeer("/v1/importen", bestand)
        #expect(echt.status == 200, "\(echt.text)")
        #expect(try json(echt)["voorzieningen"]?["nieuw"] == .geheel(101))
        let fout = try await importeer("/v1/importen", Data(#"{"services":[{"id":"x"}]}"#.utf8))
        #expect(fout.status == 400)
        #expect(fout.text.contains("services[0].id"))
        #expect(try await importeer("/v1/importen", Data(count: 17 * 1024 * 1024)).status == 413)
    }
}

private struct Stap: Encodable {
    let naar: String
    let velden: [String: String]
}
