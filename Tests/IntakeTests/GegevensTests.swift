// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// A client changes: by a worker, and by what a gemeente sent.
@Suite("Gegevens van een cliënt wijzigen", .timeLimit(.minutes(2)))
struct GegevensTests {
    static let almere = TeamID(team: "Almere")
    let leider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "begeleiding")
    let vreemd = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x")
    let klantmanager = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "voortgang")

    func envelope() -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: "proef", time: Date(), actor: leider)
    }

    func persoon(_ proef: Opstelling, _ bericht: JSONWaarde) async throws -> DossierID {
        #expect(try await proef.stuur(bericht).status == 202)
        return try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last?.dossier)
    }

    func blad(_ proef: Opstelling, _ dossier: DossierID) async throws -> Gegevensblad {
        try await GegevensTonen(parts: proef.parts)(
            GegevensOpvragen(dossier: dossier), leider, caller: .portaal, because: envelope())
    }

    func zet(
        _ proef: Opstelling, _ dossier: DossierID, _ velden: [String: String], onderzoek: [String]? = nil, versie: Int? = nil,
        _ actor: Actor? = nil
    ) async throws {
        let nu = try await blad(proef, dossier).versie
        _ = try await GegevensZetten(parts: proef.parts)(
            GegevensVastleggen(dossier: dossier, velden: velden, inOnderzoek: onderzoek, versie: versie ?? nu), envelope(),
            actor ?? leider)
    }

    func geweigerd(_ velden: Set<String>, _ body: () async throws -> Void) async {
        await #expect {
            try await body()
        } throws: { error in
            if case Failure.invalid(let fouten) = error { Set(fouten.map(\.field)) == velden } else { false }
        }
    }

    @Test("een medewerker zet naam, talen, tolk en adres; het zoeken en de anderen volgen")
    func medewerker() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        try await zet(
            proef, dossier,
            [
                "voornamen": "", "geslachtsnaam": "Selam Tesfay Haile", "roepnaam": "Selam", "geboortedatum": "1990-03",
                "spreektaal": "ti", "leestaal": "", "tolktaal": "am", "tolkgeslacht": "vrouw", "alfabetisering": "A",
                "voorkeurskanaal": "spraakbericht", "geletterd": "nee", "postcode": "1316 AB", "datumHuisvesting": "2027-02-01",
            ], onderzoek: ["adres"])
        let nu = try await blad(proef, dossier)
        #expect(nu.velden["voornamen"] == nil && nu.velden["geslachtsnaam"] == "Selam Tesfay Haile")
        #expect(nu.velden["geboortedatum"] == "1990-03" && nu.velden["leestaal"] == nil && nu.velden["tolktaal"] == "am")
        #expect(nu.inOnderzoek == ["adres"] && nu.gewijzigdDoor == leider.user)
        let gevonden = try await PersonenTonen(parts: proef.parts).zoek(
            PersonenZoeken(tekst: "tesfay", page: PageRequest()), leider)
        #expect(gevonden.rows.map(\.dossier) == [dossier])
        let event = try #require(try await proef.gebeurtenissen(PersoonGewijzigd.self).last)
        #expect(event.gewijzigd == ["geboortedatum", "postcode", "datumHuisvesting", "spreektaal"])
        #expect(event.postcode4 == "1316" && event.spreektaal == "ti" && event.datumHuisvesting == Datum("2027-02-01"))
        // A name and a telephone are nobody's business: no event.
        try await zet(proef, dossier, ["telefoon": "0687654321", "roepnaam": "Sel"])
        #expect(try await proef.gebeurtenissen(PersoonGewijzigd.self).count == 1)
        // Under geheimhouding the neighbourhood leaves too.
        try await zet(proef, dossier, ["geheimhouding": "ja"])
        #expect(try await proef.gebeurtenissen(PersoonGewijzigd.self).last?.postcode4 == nil)
    }

    @Test("alle fouten tegelijk, bij hun veld, en er verandert niets")
    func fouten() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        let voor = try await blad(proef, dossier)
        await geweigerd(["postcode", "telefoon", "geboortedatum", "tolktaal", "voorkeurskanaal", "verblijfsvorm"]) {
            try await zet(
                proef, dossier,
                [
                    "postcode": "12", "telefoon": "x", "geboortedatum": "2099", "tolktaal": "klingon!",
                    "voorkeurskanaal": "duif", "verblijfsvorm": "boot", "straat": "Wel goed",
                ])
        }
        await geweigerd(["velden"]) { try await zet(proef, dossier, ["bsn": Proefbericht.bsn(9)]) }
        await geweigerd(["inOnderzoek"]) { try await zet(proef, dossier, [:], onderzoek: ["alles"]) }
        await geweigerd(["geslachtsnaam"]) { try await zet(proef, dossier, ["voornamen": "", "geslachtsnaam": ""]) }
        #expect(try await blad(proef, dossier) == voor)
        await #expect(throws: Failure.self) { try await zet(proef, dossier, ["straat": "X"], vreemd) }
        await #expect(throws: Failure.self) { try await zet(proef, dossier, ["straat": "X"], klantmanager) }
    }

    @Test("wie van een oudere versie uitgaat hoort wie er eerder was")
    func botsing() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        let versie = try await blad(proef, dossier).versie
        try await zet(proef, dossier, ["straat": "Eerste"])
        await #expect {
            try await zet(proef, dossier, ["straat": "Tweede"], versie: versie)
        } throws: { error in
            if case Failure.conflict(let botsing) = error { botsing.changedBy == leider.user?.description } else { false }
        }
        #expect(try await blad(proef, dossier).velden["straat"] == "Eerste")
    }

    @Test("het hele BSN alleen voor wie begeleidt, met een doel, en elke blik in het leeslog")
    func bsn() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        func toon(_ actor: Actor, _ waarvoor: String = "formulier") async throws -> String {
            try await GegevensTonen(parts: proef.parts).bsn(
                BSNTonen(dossier: dossier, waarvoor: waarvoor), actor, caller: .portaal, because: envelope()
            ).bsn
        }
        #expect(try await toon(leider) == Proefbericht.bsn(0))
        await geweigerd(["waarvoor"]) { _ = try await toon(leider, "zomaar") }
        for actor in [vreemd, klantmanager] { await #expect(throws: Failure.self) { _ = try await toon(actor) } }
        #expect(try await proef.aantal("SELECT count(*) FROM leeslog WHERE wat = 'bsn:formulier' AND toegestaan = 1") == 1)
        #expect(try await proef.aantal("SELECT count(*) FROM leeslog WHERE wat = 'bsn:formulier' AND toegestaan = 0") == 2)
        // The sheet itself never holds it.
        #expect(try await !blad(proef, dossier).velden.values.contains(Proefbericht.bsn(0)))
    }

    @Test("de drie feiten staan er vanaf de aanmelding, en veranderen los van elkaar")
    func feiten() async throws {
        let proef = try await Opstelling()
        let dossier = try await persoon(proef, Proefbericht.aanmelding(0))
        func feit(_ soort: String, _ waarde: String, _ reden: String, _ actor: Actor? = nil) async throws {
            _ = try await PersoonsfeitZetten(parts: proef.parts)(
                PersoonsfeitVastleggen(
                    dossier: dossier, soort: soort, waarde: waarde, van: try #require(Datum("2027-01-11")), reden: reden,
                    versie: try await blad(proef, dossier).versie), envelope(), actor ?? leider)
        }
        let begin = try await blad(proef, dossier).feiten
        #expect(
            Set(begin.map { "\($0.soort) \($0.waarde) \($0.bron)" })
                == ["doelgroep statushouder18plus gemeente", "inburgeringsplichtig ja gemeente", "factureerbaar ja contract"])
        try await feit("factureerbaar", "nee", "contract")
        try await feit("inburgeringsplichtig", "onbekend", "duo")
        let event = try #require(try await proef.gebeurtenissen(PersoonGewijzigd.self).last)
        #expect(!event.factureerbaar && event.inburgeringsplichtig == .onbekend && event.doelgroep == .statushouder18plus)
        #expect(try await blad(proef, dossier).feiten.count == 5)
        await geweigerd(["waarde"]) { try await feit("factureerbaar", "misschien", "contract") }
        let sanne = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: Self.almere, purpose: "begeleiding")
        await #expect(throws: Failure.self) { try await feit("factureerbaar", "ja", "contract", sanne) }
    }

    @Test("een verbeterde geboortedatum wist de melding dat iemand 18 werd; op de echte verjaardag komt zij alsnog")
    func achttienVerbeterd() async throws {
        let proef = try await Opstelling()
        let kind = try await persoon(
            proef,
            Proefbericht.aanmelding(
                0,
                [
                    "data.doelgroep": "kind",
                    "data.client.geboortedatum": .object(["datum": "2009-01-12"]),
                    "data.huishouden": .object(["huishoudenId": "H-1", "rol": "kind"]),
                ]))
        let dienst = AchttienBijhouden(parts: proef.parts, logger: Logger(label: "proef"))
        #expect(try await dienst.werkBij() == 0)
        // Today is 11 January 2027.
        for (geboren, gemeld) in [("2009-01-11", 1), ("2009-01-12", 0), ("2009-01-10", 1), ("2009-01-10", 0)] {
            try await zet(proef, kind, ["geboortedatum": geboren])
            #expect(try await dienst.werkBij() == gemeld, "\(geboren)")
        }
    }

    @Test("een kind dat 18 is krijgt door de teamleider een eigen traject; een jonger kind niet")
    func achttien() async throws {
        let proef = try await Opstelling()
        func kind(_ nummer: Int, _ geboren: String) async throws -> DossierID {
            try await persoon(
                proef,
                Proefbericht.aanmelding(
                    nummer,
                    [
                        "data.client.voornamen": .tekst(["Alemayehu", "Zeynep"][nummer]),
                        "data.client.geslachtsnaam": .tekst(["Desta", "Kaya"][nummer]),
                        "data.client.telefoon": .tekst("061234000\(nummer)"), "data.doelgroep": "kind",
                        "data.client.geboortedatum": .object(["datum": .tekst(geboren), "gebruik": "2"]),
                        "data.huishouden": .object(["huishoudenId": "H-1", "rol": "kind"]),
                    ]))
        }
        func geef(_ dossier: DossierID) async throws {
            _ = try await PersoonsfeitZetten(parts: proef.parts)(
                PersoonsfeitVastleggen(
                    dossier: dossier, soort: "doelgroep", waarde: "statushouder18plus",
                    van: try #require(Datum("2027-01-11")), reden: "leeftijd",
                    versie: try await blad(proef, dossier).versie), envelope(), leider)
        }
        // Born somewhere in 2009: may be 18, and a person decides.
        let misschien = try await kind(0, "2009-01-01")
        try await geef(misschien)
        let event = try #require(try await proef.gebeurtenissen(PersoonGewijzigd.self).last)
        #expect(event.eigenTraject && event.factureerbaar && event.doelgroep == .statushouder18plus && event.is18 == .onbekend)
        let jong = try await kind(1, "2015-01-01")
        await geweigerd(["waarde"]) { try await geef(jong) }
    }
}

@Suite("Een wijziging van de gemeente overnemen", .timeLimit(.minutes(2)))
struct WijzigingOvernemenTests {
    let hulp = GegevensTests()

    private func wijziging(
        _ proef: Opstelling, _ velden: [String: JSONWaarde?], onderzoek: [String]? = nil
    ) async throws -> (bericht: JSONWaarde, dossier: DossierID, blad: Wijzigingsblad) {
        let bericht = Proefbericht.aanmelding(0)
        let dossier = try await hulp.persoon(proef, bericht)
        if let onderzoek { try await hulp.zet(proef, dossier, [:], onderzoek: onderzoek) }
        #expect(try await proef.stuur(Proefbericht.wijziging(van: bericht, velden)).status == 202)
        let rij = try #require(try await lijst(proef, hulp.leider).first)
        #expect(rij.dossier == dossier)
        return (bericht, dossier, try await toon(proef, rij.wijziging))
    }

    private func lijst(_ proef: Opstelling, _ actor: Actor) async throws -> [WijzigingenLijst.Rij] {
        try await WijzigingTonen(parts: proef.parts).lijst(WijzigingenLijst(page: PageRequest()), actor).rows
    }

    private func toon(_ proef: Opstelling, _ id: WijzigingID, _ actor: Actor? = nil) async throws -> Wijzigingsblad {
        try await WijzigingTonen(parts: proef.parts)(
            WijzigingOpvragen(wijziging: id), actor ?? hulp.leider, caller: .portaal, because: hulp.envelope())
    }

    private func verwerk(
        _ proef: Opstelling, _ blad: Wijzigingsblad, _ velden: [String], ook: Bool = false, reden: String? = nil
    ) async throws {
        _ = try await WijzigingOvernemen(parts: proef.parts)(
            WijzigingVerwerken(
                wijziging: blad.wijziging, overnemen: velden, ookInOnderzoek: ook, reden: reden, versie: blad.versie),
            hulp.envelope(), hulp.leider)
    }

    @Test("alles overnemen: de feiten gaan uit, de gemeente ziet het, en de lijst is leeg")
    func alles() async throws {
        let proef = try await Opstelling()
        let (bericht, dossier, blad) = try await wijziging(
            proef,
            [
                "data.client.huisnummer": "99", "data.datumHuisvesting": "2027-02-01",
                "data.client.bsn": .tekst(Proefbericht.bsn(7)),
            ])
        #expect(blad.verschillen.map(\.veld) == ["bsn", "huisnummer", "datumHuisvesting"])
        #expect(blad.verschillen[0].nieuw?.hasPrefix("•••••") == true)
        #expect(try await lijst(proef, hulp.vreemd).isEmpty)
        await #expect(throws: Failure.notFound(what: "wijziging")) { _ = try await toon(proef, blad.wijziging, hulp.vreemd) }
        try await verwerk(proef, blad, blad.verschillen.map(\.veld))
        #expect(try await hulp.blad(proef, dossier).velden["huisnummer"] == "99")
        let event = try #require(try await proef.gebeurtenissen(PersoonGewijzigd.self).last)
        #expect(event.gewijzigd == ["datumHuisvesting"] && event.datumHuisvesting == Datum("2027-02-01"))
        #expect(try await proef.toestand(bericht).wijziging == "overgenomen")
        #expect(try await lijst(proef, hulp.leider).isEmpty)
        await #expect(throws: Failure.self) { try await verwerk(proef, try await toon(proef, blad.wijziging), []) }
    }

    @Test("een wijziging zonder dag van koppeling neemt die niet weg, een met een andere dag wel")
    func koppeling() async throws {
        let met = Proefbericht.aanmelding(0, ["data.datumKoppeling": "2026-10-12"])
        let lezer = AanmeldingLezer(bsn: .alle, vandaag: try #require(Datum(Opstelling.vandaag)))
        func lees(_ koppeling: JSONWaarde?) throws -> Aanmeldgegevens {
            var bericht = met
            bericht["data.datumKoppeling"] = koppeling
            guard case .object(let data)? = bericht["data"] else { throw Opstelling.Stuk() }
            return try #require(lezer.lees(Veldlezer(pad: "", velden: data, fouten: Veldfouten())))
        }
        let nu = try lees("2026-10-12")
        #expect(Gegevensverschil.tussen(nu, en: try lees(nil)).isEmpty)
        #expect(Gegevensverschil.tussen(nu, en: try lees("2026-10-19")).map(\.veld) == [.datumKoppeling])
        #expect(Gegevensverschil.tussen(try lees(nil), en: nu).map(\.nieuw) == ["2026-10-12"])
    }

    @Test("een deel of niets: dan is een reden nodig, en wat bleef blijft")
    func deel() async throws {
        let proef = try await Opstelling()
        let (bericht, dossier, blad) = try await wijziging(
            proef, ["data.client.huisnummer": "99", "data.client.telefoon": "0687654321"])
        await hulp.geweigerd(["reden"]) { try await verwerk(proef, blad, ["huisnummer"]) }
        await hulp.geweigerd(["reden"]) { try await verwerk(proef, blad, [], reden: "zomaar") }
        try await verwerk(proef, blad, ["huisnummer"], reden: "al-bekend")
        let nu = try await hulp.blad(proef, dossier).velden
        #expect(nu["huisnummer"] == "99" && nu["telefoon"] == "+31612345678")
        #expect(try await proef.toestand(bericht).wijziging == "deels-overgenomen")
        #expect(try await proef.gebeurtenissen(PersoonGewijzigd.self).isEmpty)
    }

    @Test("wat in onderzoek is wordt nooit stil overgenomen")
    func onderzoek() async throws {
        let proef = try await Opstelling()
        let (_, dossier, blad) = try await wijziging(proef, ["data.client.huisnummer": "99"], onderzoek: ["adres"])
        #expect(blad.verschillen.map(\.inOnderzoek) == [true])
        await hulp.geweigerd(["ookInOnderzoek"]) { try await verwerk(proef, blad, ["huisnummer"]) }
        #expect(try await hulp.blad(proef, dossier).velden["huisnummer"] == "12")
        try await verwerk(proef, blad, ["huisnummer"], ook: true)
        #expect(try await hulp.blad(proef, dossier).velden["huisnummer"] == "99")
    }

    @Test("de gemeente zegt zelf wat in onderzoek is: bij de aanmelding, en later anders")
    func onderzoekVanGemeente() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(0, ["data.inOnderzoek": .lijst(["adres", "naam"])])
        let dossier = try await hulp.persoon(proef, bericht)
        #expect(try await hulp.blad(proef, dossier).inOnderzoek == ["adres", "naam"])
        let persoon = try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: dossier), hulp.leider, caller: .portaal, because: hulp.envelope())
        #expect(persoon.omgang?.inOnderzoek == ["adres", "naam"])
        func stuur(_ velden: [String: JSONWaarde?]) async throws -> Wijzigingsblad {
            #expect(try await proef.stuur(Proefbericht.wijziging(van: bericht, velden)).status == 202)
            return try await toon(proef, try #require(try await lijst(proef, hulp.leider).last).wijziging)
        }
        // Who says nothing of it ends nothing.
        var blad = try await stuur(["data.inOnderzoek": nil, "data.client.huisnummer": "99"])
        #expect(blad.verschillen.map(\.veld) == ["huisnummer"] && blad.verschillen[0].inOnderzoek)
        try await verwerk(proef, blad, [], reden: "in-onderzoek")
        blad = try await stuur(["data.inOnderzoek": .lijst(["geboorte"])])
        #expect(blad.verschillen.map(\.nu) == ["adres, naam"] && blad.verschillen.map(\.nieuw) == ["geboorte"])
        try await verwerk(proef, blad, ["inOnderzoek"])
        #expect(try await hulp.blad(proef, dossier).inOnderzoek == ["geboorte"])
        // A new street that is itself under investigation is not taken over in silence either.
        blad = try await stuur([
            "data.inOnderzoek": .lijst(["adres"]), "data.client.straat": "Proefstraat",
        ])
        #expect(blad.verschillen.map(\.veld) == ["straat", "inOnderzoek"] && blad.verschillen[0].inOnderzoek)
        try await verwerk(proef, blad, ["straat", "inOnderzoek"], ook: true)
        blad = try await stuur(["data.inOnderzoek": .lijst([]), "data.client.straat": "Proefstraat"])
        try await verwerk(proef, blad, ["inOnderzoek"])
        #expect(try await hulp.blad(proef, dossier).inOnderzoek.isEmpty)
        for fout: JSONWaarde in ["adres", .lijst(["alles"]), .lijst([.logisch(true)])] {
            let antwoord = try await proef.stuur(Proefbericht.aanmelding(1, ["data.inOnderzoek": fout]))
            #expect(antwoord.status == 400 && antwoord.text.contains("data.inOnderzoek"))
        }
    }

    @Test("een nummer dat al van een ander is, wordt niet overgenomen; iets wat intussen veranderde, vraagt opnieuw kijken")
    func botsing() async throws {
        let proef = try await Opstelling()
        _ = try await hulp.persoon(
            proef,
            Proefbericht.aanmelding(
                7,
                [
                    "data.client.voornamen": "Zeynep", "data.client.geslachtsnaam": "Kaya", "data.client.telefoon": "0612340007",
                    "data.client.geboortedatum": .object(["datum": "1975-08-02"]),
                ]))
        let (_, dossier, blad) = try await wijziging(proef, ["data.client.bsn": .tekst(Proefbericht.bsn(7))])
        await #expect {
            try await verwerk(proef, blad, ["bsn"])
        } throws: { error in
            if case Failure.state = error { true } else { false }
        }
        try await hulp.zet(proef, dossier, ["straat": "Nieuw"])
        await #expect(throws: Failure.self) { try await verwerk(proef, blad, [], reden: "onjuist") }
    }
}
