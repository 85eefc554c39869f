// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import Bus
@testable import IntakeApp

/// A walk along everything that intake answers, made from its own list of answers and the stored examples of their messages:
/// a new question is walked as soon as it is there. Somebody outside sees nothing of a person about whom the exchange was
/// stopped, whatever is asked; the same walk before the stop shows that it would have been seen.
@Suite(.timeLimit(.minutes(3)))
struct BuitenwandelingTests {
    let klantmanager = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "voortgang")
    let partner = Actor(
        user: GebruikerID(UUID()), roles: [.partner], organisatie: OrganisatieID(UUID()), purpose: "verwijzing")
    let teamleider = Actor(
        user: GebruikerID(UUID()), roles: [.teamleider], team: MedewerkerTests.almere, purpose: "begeleiding")

    let andereTeamleider = Actor(
        user: GebruikerID(UUID()), roles: [.teamleider], team: MedewerkerTests.almere, purpose: "begeleiding")

    /// Everything by which the person could be recognised, and every id that leads to the person.
    private struct Persoon {
        var dossier: DossierID
        var aanmelding: AanmeldingID
        var huishouden: HuishoudenID
        var wijziging: String
        var lid: String
        var samenvoeging: String
        var aanlevering: AanleveringID
        var geheim: [String]
    }

    /// Somebody who came by file, with a change that waits, family to come, another dossier of the same person, and a new
    /// aanmelding that looks like this one.
    private func persoon(_ proef: Opstelling) async throws -> Persoon {
        let rij = Proefbestand.rij(1, [.voornamen: "Zwxoria", .geslachtsnaam: "Qwuventas", .telefoon: "0611223344"])
        // The last row looks like the first, and waits.
        let lijktOp = Proefbestand.rij(
            1, [.rijreferentie: "ALM-LIJKT", .voornamen: "Iemand", .geslachtsnaam: "Anders", .huishouden: "H-9", .telefoon: ""])
        let aanlevering = try await proef.upload(Proefbestand.bestand([rij, Proefbestand.rij(2), lijktOp]))
        try await proef.loop(aanlevering)
        try await proef.importeer(aanlevering)
        let almere = try #require(Gemeentecode("0034"))
        let aanmelding = AanleverrijLezer.aanmelding(almere, "ALM-1")
        let gevonden = try await proef.parts.store.read { db in
            try Row.fetchOne(
                db, sql: "SELECT p.*, (SELECT id FROM persoon WHERE id <> p.id) AS ander FROM persoon p WHERE p.aanmelding = ?",
                arguments: [aanmelding.description]
            ).map { ($0["id"] as String, $0["huishouden"] as String, $0["dossiernummer"] as String, $0["ander"] as String) }
        }
        let (id, huis, nummer, anderID) = try #require(gevonden)
        let (dossier, ander) = (try #require(DossierID(id)), try #require(DossierID(anderID)))
        _ = try await VerwachtLidZetten(parts: proef.parts).leg(
            VerwachtLidVastleggen(
                referent: dossier, naam: "Qwuventas kind", geboortedatum: "2015", land: nil, rol: "kind", stand: "verwacht",
                verwachtOp: nil, versie: 0), proef.envelope(VerwachtLidVastleggen.type, teamleider), teamleider)
        let samen = try await Samenvoegen(parts: proef.parts)(
            DossiersSamenvoegen(leidend: dossier, volgend: ander, versie: 1, reden: "client-bevestigt"),
            proef.envelope(DossiersSamenvoegen.type, teamleider), teamleider
        ).samenvoeging
        let wijziging = try await proef.upload(
            Proefbestand.bestand([rij.merging([.versie: "2", .straat: "Zwxoriastraat"]) { $1 }]),
            naam: "aanmelding_v1_0034_20270111_2.csv")
        try await proef.loop(wijziging)
        try await proef.importeer(wijziging)
        // By message: an aanmelding that waits because it may be this person.
        let lijkt = Proefbericht.aanmelding(
            40, ["data.client.bsn": .tekst(Proefbericht.bsn(1)), "data.client.geslachtsnaam": "Anders"])
        _ = try await proef.stuur(lijkt)
        let (wijzigingID, lid) = try await proef.parts.store.read { db in
            (
                try String.fetchOne(db, sql: "SELECT id FROM wijziging"),
                try String.fetchOne(db, sql: "SELECT id FROM verwacht_lid")
            )
        }
        return Persoon(
            dossier: dossier, aanmelding: aanmelding, huishouden: try #require(HuishoudenID(huis)),
            wijziging: try #require(wijzigingID), lid: try #require(lid), samenvoeging: samen.description,
            aanlevering: aanlevering,
            geheim: [
                id, aanmelding.description, nummer, "Zwxoria", "Qwuventas", "611223344", "mogelijk-dubbel", "ander team",
                String(Proefbericht.bsn(1).suffix(4)) + "\"",
            ])
    }

    /// The stored example of a message, about this person: every field that names somebody names this one.
    private func over(_ p: Persoon, _ waarde: Any, veld: String = "") -> Any {
        if let object = waarde as? [String: Any] {
            return Dictionary(uniqueKeysWithValues: object.map { ($0.key, over(p, $0.value, veld: $0.key)) })
        }
        if let lijst = waarde as? [Any] { return lijst.map { over(p, $0, veld: veld) } }
        switch veld {
        case "dossier", "dossiers", "ander", "bij", "referent", "leidend", "volgend": return p.dossier.description
        case "aanmelding", "andereAanmelding": return p.aanmelding.description
        case "huishouden": return p.huishouden.description
        case "wijziging": return p.wijziging
        case "id": return p.lid
        case "samenvoeging": return p.samenvoeging
        case "aanlevering": return p.aanlevering.description
        case "tekst", "geslachtsnaam": return "Qwuventas"
        case "voornamen": return "Zwxoria"
        case "geboortedatum": return Proefbestand.rij(1)[.geboortedatum] ?? ""
        case "bsn": return Proefbericht.bsn(1)
        case "telefoon": return "0611223344"
        case "gemeente": return "0034"
        case "halfjaar": return "2027-1"
        case "vanaf": return 0
        case "after": return NSNull()
        default: return waarde
        }
    }

    /// The reasons that a list can be narrowed to; the first is none.
    private static let redenen = [nil, Controlereden.nadereControle] + Controlereden.allCases.map(\.rawValue)

    /// The messages of one kind: one for each value of what can be chosen.
    private func berichten(_ type: String, _ p: Persoon) throws -> [Data] {
        let naam = type.replacing("nl.wegwijs.", with: "")
        let file = Opstelling.wortel.appending(path: "Tests/BerichtenTests/Voorbeelden/\(naam).json")
        let voorbeeld = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        guard var bericht = over(p, voorbeeld) as? [String: Any] else { return [] }
        if type == AanmeldingenLijst.type {
            return try Self.redenen.flatMap { reden in
                try AanmeldingToestand.allCases.map { toestand in
                    (bericht["doelgroep"], bericht["reden"], bericht["toestand"]) = (nil, reden, toestand.rawValue)
                    return try JSONSerialization.data(withJSONObject: bericht)
                }
            }
        }
        for veld in ["doelgroep", "reden", "op"] where type.contains("lijst") { bericht[veld] = nil }
        let keuzes: [(String, [String])] = [
            ("toestand", AanmeldingToestand.allCases.map(\.rawValue)), ("soort", Instroomsoort.allCases.map(\.rawValue)),
        ]
        for (veld, waarden) in keuzes where bericht[veld] != nil {
            return try waarden.map {
                bericht[veld] = $0
                return try JSONSerialization.data(withJSONObject: bericht)
            }
        }
        return [try JSONSerialization.data(withJSONObject: bericht)]
    }

    /// Per kind of message what of the person came back, in an answer or in a refusal.
    private func wandel(_ proef: Opstelling, _ p: Persoon, _ actor: Actor, commandos: Bool) async throws -> [String: Set<String>]
    {
        let handlers = Intake.antwoorden(
            proef.parts, bsn: .alle, wij: try OIN(parsing: Opstelling.wij), grenzen: proef.grenzen, Wekker())
        var gezien: [String: Set<String>] = [:]
        let doet = [
            "invoeren", "-deel", "importeren", "annuleren", "accepteren", "afwijzen", "terugzetten", "wijzigen", "verbeteren",
            "afschermen", "vastleggen", "aangekomen", "verwerken", "stoppen", "hervatten", "samenvoegen", "maken", "bij-dossier",
            "bezorgen", "opgeven",
        ]
        for (type, entry) in handlers.table.sorted(by: { $0.key < $1.key }) where entry.callers.contains(.portaal) {
            guard commandos || !doet.contains(where: type.contains) else { continue }
            for bericht in try berichten(type, p) {
                let verzoek = Request(envelope: proef.envelope(type, actor), caller: .portaal)
                var tekst = ""
                do {
                    let antwoord = try await entry.body(bericht, verzoek)
                    tekst = String(decoding: antwoord, as: UTF8.self)
                    // A result file is bytes in the answer.
                    if let inhoud = (try? JSONSerialization.jsonObject(with: antwoord)) as? [String: Any],
                        let data = (inhoud["inhoud"] as? String).flatMap({ Data(base64Encoded: $0) })
                    {
                        tekst += String(decoding: data, as: UTF8.self)
                    }
                } catch { tekst = "\(error)" }
                let terug = Set((p.geheim + ["stopgezet", "gestopt"]).filter { tekst.contains($0) })
                if !terug.isEmpty { gezien[type.replacing("nl.wegwijs.intake.", with: ""), default: []].formUnion(terug) }
            }
        }
        return gezien
    }

    private func deur(_ proef: Opstelling, _ p: Persoon) async throws -> Set<String> {
        let openapi = try JSONSerialization.jsonObject(with: try await proef.vraag("/v1/openapi.json").body) as? [String: Any]
        let paden = try #require(openapi?["paths"] as? [String: [String: Any]])
        var open: Set<String> = []
        for (pad, werkwoorden) in paden where werkwoorden["get"] != nil {
            let adres = "/v1" + pad.replacing(/\{[^}]*\}/, with: p.aanmelding.description)
            let antwoord = try await proef.vraag(adres)
            let tekst = String(decoding: antwoord.body, as: UTF8.self)
            // A refusal names the address that was asked; the published interface names every reason.
            guard antwoord.status == 200, pad != "/openapi.json" else { continue }
            if p.geheim.contains(where: tekst.contains) { open.insert(pad) }
        }
        return open
    }

    /// All rows about the person, to see that nothing changed.
    private func rijen(_ proef: Opstelling) async throws -> [String] {
        try await proef.parts.store.read { db in
            try ["persoon", "lidmaatschap", "verwacht_lid", "samenvoeging", "wijziging", "persoonsfeit"].flatMap { tabel in
                try Row.fetchAll(db, sql: "SELECT * FROM \(tabel) ORDER BY 1").map { "\(tabel) \($0)" }
            }
        }
    }

    @Test("niemand buiten ziet iets van wie gestopt is, langs geen enkele vraag, en kan er niets mee doen")
    func wandeling() async throws {
        let proef = try await Opstelling()
        let p = try await persoon(proef)
        // The walk sees what there is to see.
        let voor = try await wandel(proef, p, klantmanager, commandos: false)
        let moet: Set = [
            "persoon-opvragen.v1", "dossier-labels.v1", "personen-zoeken.v1", "aanmeldingen-lijst.v1", "aanmelding-opvragen.v1",
            "kandidaten-zoeken.v1", "aanlevering-resultaat.v1", "huishouden-opvragen.v1",
        ]
        #expect(moet.isSubset(of: Set(voor.keys)), "\(voor)")
        #expect(try await deur(proef, p) == ["/aanmeldingen", "/aanmeldingen/{aanmeldingId}"])
        #expect(try await wandel(proef, p, teamleider, commandos: false).count > voor.count)

        _ = try await UitwisselingZetten(parts: proef.parts).stop(
            UitwisselingStoppen(dossier: p.dossier, toelichting: "Een familielid zoekt deze persoon."),
            proef.envelope(UitwisselingStoppen.type, teamleider), teamleider)
        let was = try await rijen(proef)
        for actor in [klantmanager, partner] {
            #expect(try await wandel(proef, p, actor, commandos: true) == [:], "\(actor.roles)")
        }
        #expect(try await deur(proef, p) == [])
        #expect(try await rijen(proef) == was)
    }

    @Test("een bestand en invoer met de hand zeggen niet dat iemand op een gestopte persoon lijkt")
    func lijkt() async throws {
        let proef = try await Opstelling()
        let eerst = try await proef.upload(
            Proefbestand.bestand([Proefbestand.rij(1, [.voornamen: "Zwxoria", .geslachtsnaam: "Qwuventas"])]))
        try await proef.loop(eerst)
        try await proef.importeer(eerst)
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first?.dossier)
        _ = try await UitwisselingZetten(parts: proef.parts).stop(
            UitwisselingStoppen(dossier: dossier, toelichting: "Een familielid zoekt deze persoon."),
            proef.envelope(UitwisselingStoppen.type, teamleider), teamleider)
        let id = try await proef.upload(
            Proefbestand.bestand([
                Proefbestand.rij(
                    1, [.rijreferentie: "ALM-NIEUW", .voornamen: "Zwxoria", .geslachtsnaam: "Qwuventas", .huishouden: "H-9"])
            ]), naam: "aanmelding_v1_0034_20270111_3.csv")
        // The dry run too.
        try await proef.loop(id)
        #expect(try await proef.uitkomsten(id) == ["wacht mogelijk-dubbel"])
        let proefloop = try await proef.stand(id)
        #expect(proefloop.tellingen == [.init(status: .wacht, code: "nadere-controle", aantal: 1)])
        try await proef.importeer(id)
        #expect(try await proef.uitkomsten(id) == ["wacht mogelijk-dubbel"])
        let stand = try await proef.stand(id, teamleider)
        #expect(stand.tellingen == [.init(status: .wacht, code: "mogelijk-dubbel", aantal: 1)] && stand.fouten.isEmpty)
        try await watBuitenZiet(proef, id)
        // Who works here sees why it waits.
        let wacht = try await AanmeldingenTonen(parts: proef.parts)(
            AanmeldingenLijst(toestand: .inControle, page: PageRequest()), teamleider)
        #expect(wacht.rows.contains { $0.naam.contains("Qwuventas") && $0.redenen == ["mogelijk-dubbel"] })
        // It is the same word, in the same places, as for somebody who looks like a person that is not stopped.
        _ = try await UitwisselingZetten(parts: proef.parts).hervat(
            UitwisselingHervatten(dossier: dossier, toelichting: "Het is weer veilig."),
            proef.envelope(UitwisselingHervatten.type, andereTeamleider), andereTeamleider)
        try await watBuitenZiet(proef, id)
    }

    /// Of a file with one row, that looks like somebody: the counts, the result file, the list, and what the list finds.
    private func watBuitenZiet(_ proef: Opstelling, _ id: AanleveringID) async throws {
        let tonen = AanleveringenTonen(parts: proef.parts)
        let stand = try await tonen.een(.init(aanlevering: id), klantmanager)
        #expect(stand.tellingen == [.init(status: .wacht, code: "nadere-controle", aantal: 1)])
        let bestand = String(
            decoding: try await tonen.resultaat(.init(aanlevering: id, vanaf: 0), klantmanager).inhoud, as: UTF8.self)
        #expect(bestand.contains(";wacht;nadere-controle;") && !bestand.contains("dubbel"))
        for (reden, aantal) in [(nil, 1), ("nadere-controle", 1), ("mogelijk-dubbel", 0), ("leeftijd", 0)] as [(String?, Int)] {
            let lijst = try await AanmeldingenTonen(parts: proef.parts)(
                AanmeldingenLijst(toestand: .inControle, reden: reden, page: PageRequest()), klantmanager)
            #expect(lijst.rows.count == aantal, "\(reden ?? "alle")")
            for rij in lijst.rows { #expect(rij.redenen == ["nadere-controle"] && rij.mogelijkDubbelMet.isEmpty) }
        }
    }
}
