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
import Zegel

@testable import SocialeKaartApp

/// No field outside the white list ever leaves: over random lists, choices and paths through the states, whatever intake gives.
@Suite("Minimale gegevens", .timeLimit(.minutes(5)))
struct MinimalisatieTests {
    /// A text that is nowhere else, so that finding it is finding the field.
    private static func merk(_ veld: String) -> String { "merk\(veld.lowercased())merk" }
    private static let nooit = [
        "bsn", "vnummer", "nationaliteit", "verblijfsdocument", "geloof", "gezondheid", "strafrecht", "plan", "notities",
        "gezinslid", "adres", "iban",
    ]

    @Test("geen veld buiten de lijst komt ooit bij een partner, in een melding, gebeurtenis of logregel", arguments: 1...12)
    func eigenschap(ronde: Int) async throws {
        let zaad = UInt64(20_270_201 + ronde)
        print("minimalisatie: zaad \(zaad)")
        var kans = SeededChance(seed: zaad)
        let o = try await Kaartopstelling()
        let alles = Deelveld.allCases.map(\.rawValue) + Self.nooit
        o.intake.persoon.withLock { $0 = Dictionary(uniqueKeysWithValues: alles.map { ($0, Self.merk($0)) }) }
        // A random white list; each field that is not standard with its reason. A birth year needs an age limit.
        let lijst = Deelveld.allCases.filter { $0 != .geboortejaar && Bool.random(using: &kans) }
        let voorziening = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        _ = try await o.verwijzingen.veldenlijstVastleggen(
            VeldenlijstVastleggen(
                voorziening: voorziening, versie: 0, velden: lijst.map(\.rawValue),
                redenen: Dictionary(uniqueKeysWithValues: lijst.map { ($0.rawValue, "nodig voor de proef") })),
            als: o.teamleider, because: o.opdracht(als: o.teamleider))
        try await o.controleer(Kaartopstelling.bibliotheek)
        let id = try await o.concept()
        let gekozen = lijst.filter { $0.isStap1 && Bool.random(using: &kans) }
        let vrij: [Deelveld] = [.toelichting, .bereikbaarheid].filter(lijst.contains)
        _ = try await o.verwijzingen.versturen(
            VerwijzingVersturen(
                verwijzing: id, versie: 1, grondslag: "toestemming", instemming: "schriftelijk", urgentie: "normaal",
                contactpersoon: "B. Geleider", velden: gekozen.map(\.rawValue),
                bereikbaarheid: vrij.contains(.bereikbaarheid) ? Self.merk("bereikbaarheid") : nil,
                toelichting: vrij.contains(.toelichting) ? Self.merk("toelichting") : nil), als: o.begeleider,
            because: o.opdracht(als: o.begeleider))
        let hash = try SHA256.hex(Data("link \(zaad)".utf8))
        _ = try await o.verwijzingen.linkMaken(
            .init(verwijzing: id, hash: hash, verlooptOp: datum("2027-02-08")), als: o.begeleider,
            because: o.opdracht(als: o.begeleider))
        let stap1 = Set(gekozen.map(\.rawValue))
        let stap2 = Set(lijst.filter { !$0.isStap1 }.map(\.rawValue))

        for _ in 1...8 {
            let toestand = try await o.rij(id).toestand
            let isOpen = toestand.opentStap2 || toestand == .afgerond
            let mag = toestand.isEinde && toestand != .afgerond ? [] : isOpen ? stap1.union(stap2) : stap1
            try await controleer(o, id, hash: hash, mag: mag, stap1: mag.intersection(stap1))
            guard try await zomaarEenStap(o, id, &kans) else { break }
        }
        // What was told and logged holds no mark of any field at all.
        let verteld = try await o.store.outbox(after: 0, limit: 1000).map { String(decoding: $0.data, as: UTF8.self) }
        let meldingen = try await o.store.read { db in try String.fetchAll(db, sql: "SELECT CAST(inhoud AS TEXT) FROM bezorging")
        }
        #expect(!verteld.isEmpty && !meldingen.isEmpty && !o.logboek.regels.alles.isEmpty)
        for tekst in verteld + meldingen + o.logboek.regels.alles { #expect(!tekst.contains("merk"), "\(tekst)") }
    }

    /// Every way out of the service for this referral.
    private func controleer(_ o: Kaartopstelling, _ id: VerwijzingID, hash: String, mag: Set<String>, stap1: Set<String>)
        async throws
    {
        let kop: HTTPFields = [.authorization: "Bearer token-bibliotheek"]
        let account = Actor(
            user: nieuw(), roles: [.partner], organisatie: OrganisatieID(Kaartopstelling.organisatieBibliotheek),
            purpose: "verwijzing-behandelen")
        func tekst(_ waarde: some Encodable) throws -> String {
            String(decoding: try MessageCoding.encode(waarde), as: UTF8.self)
        }
        var zonderNaam: [String] = []
        for pad in ["/v1/verwijzingen", "/v1/verwijzingen/\(id)/statusovergangen"] {
            zonderNaam.append(try await o.client.send(.get, pad, headers: kop).text)
        }
        zonderNaam.append(try tekst(try await o.verwijzingen.partnerlijst(.init(page: .init()), als: account)))
        let bezoeker = Actor.service(purpose: Verwijzingen.linkdoel)
        if let link = try? await o.verwijzingen.linkOpenen(.init(hash: hash), als: bezoeker, because: o.opdracht(als: bezoeker)) {
            zonderNaam.append(try tekst(link))
        }
        for antwoord in zonderNaam { #expect(Self.merken(antwoord).isSubset(of: stap1), "\(Self.merken(antwoord))") }
        let een = try await o.client.send(.get, "/v1/verwijzingen/\(id)", headers: kop).text
        let pagina = try tekst(
            try await o.verwijzingen.partnerEen(.init(verwijzing: id), als: account, because: o.opdracht(als: account)))
        for antwoord in [een, pagina] { #expect(Self.merken(antwoord) == mag, "\(Self.merken(antwoord)) en niet \(mag)") }
        let ander = try await o.client.send(
            .get, "/v1/verwijzingen/\(id)", headers: [.authorization: "Bearer token-plangroep"])
        #expect(ander.status == 404 && Self.merken(ander.text).isEmpty)
    }

    /// The fields whose mark stands in a text.
    private static func merken(_ tekst: String) -> Set<String> {
        Set((Deelveld.allCases.map(\.rawValue) + nooit).filter { tekst.contains(merk($0)) })
    }

    private func zomaarEenStap(_ o: Kaartopstelling, _ id: VerwijzingID, _ kans: inout SeededChance) async throws -> Bool {
        let rij = try await o.rij(id)
        guard let naar = Overgangstabel.toegestaan(van: rij.toestand, rollen: [.partner]).randomElement(using: &kans) else {
            return false
        }
        let velden: [String: String] =
            switch naar {
            case .geaccepteerd: ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-08"]
            case .wachtlijst: ["herzieningsdatum": "2027-02-10"]
            case .afgewezen: ["redenAfwijzing": "niet-passend"]
            case .gestart: ["datumEersteContact": "2027-02-01"]
            case .afgerond: ["uitkomst": "doel-bereikt", "einddatum": "2027-02-01"]
            default: [:]
            }
        let partner = Partner(organisatie: try #require(rij.organisatie), naam: "proef")
        _ = try await o.verwijzingen.partnerStap(
            id, partner, sleutel: UUID().uuidString, versie: rij.versie, naar: naar, velden: velden,
            because: o.opdracht(als: partner.actor))
        return true
    }

    @Test("een ander veld in een verzoek van een partner is 400 en noemt het veld, niet de waarde")
    func andereVelden() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        var headers: HTTPFields = [.authorization: "Bearer token-bibliotheek", .contentType: "application/json"]
        headers[.ifMatch] = "\"2\""
        if let naam = HTTPField.Name("Idempotency-Key") { headers[naam] = "sleutel-1234" }
        for (body, veld) in [
            (#"{"naar":"ontvangen","bsn":"999900006"}"#, "bsn"),
            (#"{"naar":"ontvangen","velden":{"bsn":"999900006"}}"#, "velden.bsn"),
            (#"{"naar":"ontvangen","velden":{"reden":7}}"#, "velden.reden"), (#"[]"#, ""),
            (#"{"naar":"ontvangen","velden":[]}"#, "velden"),
        ] {
            let antwoord = try await o.client.send(
                .post, "/v1/verwijzingen/\(id)/statusovergangen", headers: headers, body: Data(body.utf8))
            #expect(antwoord.status == 400, "\(body)")
            let fouten = try JSONDecoder().decode(ProblemDetails.self, from: antwoord.body).fouten
            #expect(fouten?.map(\.veld) == [veld], "\(body): \(antwoord.text)")
            #expect(!antwoord.text.contains("999900006"))
        }
        let kop: HTTPFields = [.authorization: "Bearer token-bibliotheek"]
        #expect(try await o.client.send(.get, "/v1/verwijzingen?bsn=999900006", headers: kop).status == 400)
        #expect(try await o.client.send(.get, "/v1/verwijzingen/\(id)?alles=1", headers: kop).status == 400)
        #expect(try await o.versie(id) == 2)
    }

    @Test(
        "de lijst van een voorziening: extra velden hebben een reden, wat nooit mag kan er niet op, en een ander team kiest niet")
    func veldenlijst() async throws {
        let o = try await Kaartopstelling()
        let id = try #require(VoorzieningID(Kaartopstelling.bibliotheek))
        func leg(_ velden: [String], _ redenen: [String: String] = [:], versie: Int = 0, grond: String? = nil, als: Actor? = nil)
            async throws
        {
            let actor = als ?? o.teamleider
            _ = try await o.verwijzingen.veldenlijstVastleggen(
                .init(voorziening: id, versie: versie, velden: velden, redenen: redenen, grondslag: grond), als: actor,
                because: o.opdracht(als: actor))
        }
        for (velden, veld) in [
            (["taalcode", "geboortedatum"], "reden-geboortedatum"), (["bsn"], "velden"),
            (["taalcode", "geboortejaar"], "reden-geboortejaar"),
        ] {
            do {
                try await leg(velden)
                Issue.record("\(velden) mocht")
            } catch Failure.invalid(let fouten) { #expect(fouten.contains { $0.field == veld }) }
        }
        await #expect(throws: Failure.self) { try await leg(["taalcode"], als: o.begeleider) }
        await #expect(throws: Failure.self) { try await leg(["geboortejaar"], ["geboortejaar": "er is geen leeftijdsgrens"]) }
        try await leg(
            ["taalcode", "voornaam", "geboortedatum"], ["geboortedatum": "nodig voor de bibliotheekpas"], grond: "toestemming")
        await #expect(throws: Failure.self) { try await leg(["taalcode"], versie: 0) }
        let nu = try await o.verwijzingen.afspraak(.init(voorziening: id), als: o.begeleider)
        #expect(nu.velden == ["taalcode", "voornaam", "geboortedatum"] && nu.versie == 1)
        #expect(nu.redenen == ["geboortedatum": "nodig voor de bibliotheekpas"])
        // The ground of the service holds at sending.
        try await o.controleer(Kaartopstelling.bibliotheek)
        let verwijzing = try await o.concept()
        await #expect(throws: Failure.self) { try await o.verstuur(verwijzing) }
        #expect(try await o.rij(verwijzing).toestand == .concept)
    }

    @Test("grond, instemming en ontheffing staan apart; zonder geldige instemming gaat er niets weg")
    func instemming() async throws {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        let id = try await o.concept()
        func verstuur(_ op: String?, hoe: String = "mondeling", taal: String? = "ti", tolk: Bool? = nil) async throws {
            _ = try await o.verwijzingen.versturen(
                VerwijzingVersturen(
                    verwijzing: id, versie: 1, grondslag: "taak-algemeen-belang", instemming: hoe, urgentie: "normaal",
                    instemmingDoor: "persoon", instemmingOp: op.map { datum($0) }, instemmingTaal: taal, instemmingTolk: tolk,
                    ontheffing: "door-persoon"), als: o.begeleider, because: o.opdracht(als: o.begeleider))
        }
        for (op, hoe, taal, tolk, veld) in [
            ("2027-02-02", "mondeling", "ti", nil, "instemmingOp"), ("2026-07-01", "mondeling", "ti", nil, "instemmingOp"),
            ("2027-02-01", "", "ti", nil, "instemming"), ("2027-02-01", "mondeling", "Tigrinya", nil, "instemmingTaal"),
            ("2027-02-01", "mondeling-met-tolk", "ti", false, "instemmingTolk"),
        ] as [(String, String, String, Bool?, String)] {
            do {
                try await verstuur(op, hoe: hoe, taal: taal, tolk: tolk)
                Issue.record("\(veld) mocht")
            } catch Failure.invalid(let fouten) { #expect(fouten.map(\.field) == [veld]) }
        }
        #expect(try await o.rij(id).toestand == .concept)
        #expect(try await o.aantal("deelpakket") == 0)
        try await verstuur("2027-01-29", tolk: true)
        let beeld = try await o.verwijzingen.opvragen(.init(verwijzing: id), als: o.begeleider, because: nil)
        #expect(
            beeld.instemming
                == Instemmingsregel(
                    door: "persoon", op: datum("2027-01-29"), hoe: "mondeling", taal: "ti", metTolk: true, isGeldig: true))
        #expect(beeld.grondslag == "taak-algemeen-belang" && beeld.ontheffing == "door-persoon")
        #expect(beeld.deelpakket["instemmingDatum"] == "2027-01-29")
    }

    @Test("een melding aan de partner is een id en een naam, en over een concept of een reden gaat er niets")
    func meldingen() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        o.klok.zet(datum("2027-02-02"))
        try await o.verwijzingen.termijnenBewaken()
        _ = try await o.verwijzingen.overgaan(
            VerwijzingOvergang(verwijzing: id, versie: 2, naar: .ingetrokken, velden: ["redenIntrekking": "verhuisd"]),
            als: o.begeleider, because: o.opdracht(als: o.begeleider))
        let rijen = try await o.store.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT bestemming, soort, onderwerp, CAST(inhoud AS TEXT) AS inhoud FROM bezorging ORDER BY gemaakt_op, id"
            )
            .map { ["\($0["bestemming"] as String)", $0["soort"], $0["onderwerp"], $0["inhoud"]] as [String] }
        }
        #expect(
            rijen.map { $0[1] } == ["verstuurd", "herinnering", "ingetrokken"].map { "nl.inburgering.verwijzing.\($0).v1" })
        #expect(rijen.allSatisfy { $0[0] == "organisatie:\(Kaartopstelling.organisatieBibliotheek)" && $0[2] == id.description })
        for rij in rijen {
            let inhoud = try JSONDecoder().decode(JSONWaarde.self, from: Data(rij[3].utf8))
            #expect(
                Set(inhoud.alsObject?.keys.map(\.self) ?? []) == [
                    "specversion", "id", "source", "type", "subject", "time", "dataref",
                ])
            #expect(!rij[3].contains("verhuisd") && !rij[3].contains(o.dossier.description))
        }
        // Who registered no address is told nothing.
        _ = try await o.verstuurd(Kaartopstelling.schuldhulp)
        #expect(try await o.aantal("bezorging") == 3)
    }
}
