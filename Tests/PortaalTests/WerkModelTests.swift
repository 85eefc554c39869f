// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

@Suite("Pagina's van team, geld en gemeente", .timeLimit(.minutes(1)))
struct WerkModelTests {
    private let vandaag = Voorbeelden.vandaag

    private func voorschot(_ toestand: VoorschotToestand, door: GebruikerRij = Voorbeelden.sanne, ziet: GebruikerRij)
        -> VoorschotPagina
    {
        VoorschotPagina(
            Voorbeelden.voorschot(toestand, door: door.id), namen: Voorbeelden.namen, gebruikers: Voorbeelden.gebruikersnamen,
            vandaag: vandaag, kijker: Voorbeelden.kijker(ziet))
    }

    @Test("wie een voorschot vroeg, krijgt geen formulier om er zelf over te beslissen")
    func vierOgen() {
        #expect(voorschot(.aangevraagd, ziet: Voorbeelden.fatma).stap.beslissen != nil)
        let eigen = voorschot(.aangevraagd, door: Voorbeelden.fatma, ziet: Voorbeelden.fatma)
        #expect(eigen.stap.beslissen == nil)
        #expect(eigen.stap.zin == "U vroeg dit voorschot zelf aan. Daarom beslist iemand anders.")
    }

    @Test(
        "elke stap van een voorschot is er alleen in haar eigen toestand en voor wie haar mag doen",
        arguments: VoorschotToestand.allCases)
    func stappen(_ toestand: VoorschotToestand) {
        let (geld, begeleider) = (voorschot(toestand, ziet: Voorbeelden.fatma), voorschot(toestand, ziet: Voorbeelden.sanne))
        #expect((geld.stap.beslissen != nil) == (toestand == .aangevraagd))
        #expect((geld.stap.betalen != nil) == (toestand == .goedgekeurd))
        #expect((geld.stap.afrekenen != nil) == (toestand == .verantwoord))
        #expect(begeleider.stap.beslissen == nil && begeleider.stap.betalen == nil && begeleider.stap.afrekenen == nil)
        #expect(begeleider.stap.zin != nil)
        #expect((begeleider.bewijzen != nil) == [.betaald, .verantwoord].contains(toestand))
    }

    @Test(
        "een afstand leest zoals mensen haar typen",
        arguments: [
            ("12,5", 125), ("12.5", 125), ("12", 120), ("0,1", 1), ("", nil), ("12,55", nil), ("-3", nil), ("1,2,3", nil),
            ("5,", nil),
        ])
    func afstand(_ getypt: String, _ tienden: Int?) { #expect(Kilometers.tienden(getypt) == tienden) }

    @Test("een aanvraag met fouten noemt alle velden tegelijk")
    func aanvraag() throws {
        let form = FormValues(["afstand": ["ver"], "dagen": ["x"], "werkelijkPerDag": ["veel"]])
        let failure = #expect(throws: Failure.self) { try DossierReiskostenPagina.lees(form, Voorbeelden.dossier) }
        guard case .invalid(let fouten) = try #require(failure) else { throw try #require(failure) }
        #expect(Set(fouten.map(\.field)) == ["maand", "vervoer", "afstand", "dagen", "werkelijkPerDag"])
        let goed = FormValues([
            "maand": ["2027-01"], "vervoer": ["ov"], "afstand": ["12,5"], "dagen": ["8"], "werkelijkPerDag": ["8,40"],
        ])
        let command = try DossierReiskostenPagina.lees(goed, Voorbeelden.dossier)
        #expect(command.afstandTiendeKm == 125 && command.dagen == 8 && command.werkelijkPerDag == Bedrag(cents: 840))
    }

    @Test("verdelen zonder keuze noemt de dossiers en de begeleider")
    func verdelen() throws {
        let failure = #expect(throws: Failure.self) { try VerdelenPagina.lees(FormValues()) }
        guard case .invalid(let fouten) = try #require(failure) else { throw try #require(failure) }
        #expect(fouten.map(\.field) == ["dossiers", "begeleider"])
    }

    @Test("een eerste contact dat te laat is, is rood en staat er met woorden")
    func eersteContact() {
        let laat = VerdelenPagina.contact(vandaag.adding(days: -1), vandaag: vandaag)
        #expect(laat.kleur == "fout" && laat.tekst == "te laat: gisteren")
        #expect(VerdelenPagina.contact(vandaag.adding(days: 3), vandaag: vandaag).kleur == "let-op")
        #expect(VerdelenPagina.contact(vandaag.adding(days: 4), vandaag: vandaag).kleur == "gewoon")
    }

    @Test("de gemeente ziet nergens een naam in rapporten")
    func gemeenteZonderNamen() throws {
        let regel = Voorbeelden.rapportregel(.vastgesteld, dagen: 9)
        let antwoord = RapportOpvragen.Answer(regel: regel, paragrafen: Voorbeelden.paragrafen)
        let rapport = RapportPagina(antwoord, naam: nil, vandaag: vandaag, magVaststellen: false)
        #expect(rapport.wie == "Dossier W-2027-0012" && rapport.formulier == nil)
        #expect(rapport.lezen?.stukken.allSatisfy { !$0.heeftBronnen } == true)
        let lijst = RapportenPagina(Page(rows: [regel]), toestand: .vastgesteld, namen: nil, vandaag: vandaag)
        #expect(lijst.tabel?.kolommen.map(\.naam) == ["Dossier", "Soort", "Uiterlijk op", "Stand"])
    }

    @Test("vaststellen neemt de getypte tekst van het formulier, en een fout komt bij haar eigen stuk")
    func vaststellen() {
        let form = FormValues(["paragraaf-doelen": ["  Nieuw. "]])
        let tekst = RapportPagina.getypt(form, Voorbeelden.paragrafen)
        #expect(tekst.map(\.code) == ["doelen"] && tekst.first?.tekst == "Nieuw.")
        #expect(RapportPagina.velden(Voorbeelden.paragrafen)["paragrafen[1].tekst"] == "paragraaf-doelen")
    }

    @Test("elke maand in de tabel achter een cijfer opent de regels van precies die dagen")
    func maanden() throws {
        var periode = Voorbeelden.periode
        (periode.van, periode.tot) = (try #require(Datum(2027, 1, 12)), try #require(Datum(2027, 3, 4)))
        let cijfer = Voorbeelden.indicator("in-begeleiding", "Mensen", "personen", 6)
        let kaart = GemeentePagina.Cijferkaart(cijfer, periode: periode)
        #expect(kaart.href == "/gemeente/indicator/in-begeleiding?van=2027-01-12&tot=2027-03-04&gemeente=0034")
        let rijen = try #require(kaart.grafiek).tabel.rijen
        #expect(rijen[0].cellen[1].href == "/gemeente/indicator/in-begeleiding?van=2027-01-12&tot=2027-01-31&gemeente=0034")
        // February has no figure: it is not drawn as nought.
        #expect(rijen[1].cellen[1].href == "/gemeente/indicator/in-begeleiding?van=2027-03-01&tot=2027-03-04&gemeente=0034")
    }

    @Test("een cijfer over te weinig mensen blijft weg en opent niets")
    func onderdrukt() {
        let cijfer = Voorbeelden.indicator("no-show", "Niet verschenen", "procent", nil, onderdrukt: true)
        let kaart = GemeentePagina.Cijferkaart(cijfer, periode: Voorbeelden.periode)
        #expect(kaart.waarde == "–" && kaart.href == nil && kaart.grafiek == nil)
    }

    @Test("de periode is dit jaar tot vandaag, en een klantmanager houdt de eigen gemeente")
    func periode() throws {
        var ik = Voorbeelden.fatma.aangemeld
        ik = Aangemeld(id: ik.id, naam: ik.naam, rollen: [.klantmanager], gemeente: "0034")
        let query = FormValues(["gemeente": ["0307"]])
        let periode = try Cijferperiode(query, van: ik, gemeenten: ["0034", "0307"], vandaag: vandaag)
        #expect(periode.gemeente == "0034" && !periode.noemGemeente)
        #expect(periode.van.description == "2027-01-01" && periode.tot == vandaag)
        let omgekeerd = FormValues(["van": ["2027-02-01"], "tot": ["2027-01-01"]])
        #expect(throws: Failure.self) { try Cijferperiode(omgekeerd, van: ik, gemeenten: [], vandaag: vandaag) }
        let zonder = Aangemeld(id: ik.id, naam: ik.naam, rollen: [.klantmanager])
        #expect(throws: Failure.self) { try Cijferperiode(FormValues(), van: zonder, gemeenten: [], vandaag: vandaag) }
    }

    @Test("een weigering houdt wat er is getypt, met de status die erbij hoort")
    func geweigerd() throws {
        let form = FormValues(["reden": ["overig"]])
        let fouten = [FieldError("inhoud", code: "soort", "Kies een foto.")]
        let ongeldig = try #require(Geweigerd(.invalid(fouten), form, map: ["inhoud": "bestand"]))
        #expect(ongeldig.status == .badRequest && ongeldig.form.error(of: "bestand") != nil)
        let botsing = try #require(Geweigerd(.conflict(.init(yours: 1, newest: 2)), form))
        #expect(botsing.status == .conflict && botsing.form.text("reden") == "overig" && botsing.melding != nil)
        #expect(Geweigerd(.unavailable(what: "x"), form)?.status == .serviceUnavailable)
        #expect(Geweigerd(.notFound(what: "x"), form) == nil)
    }

    @Test("een dossier dat iemand niet mag kennen, is er niet; is intake weg, dan blijft de pagina")
    func onbekend() throws {
        try Voorbeelden.namen.eis(Voorbeelden.dossier)
        #expect(throws: Failure.notFound(what: "dossier")) { try Voorbeelden.geen.eis(Voorbeelden.dossier) }
        try Dossiernamen([], isWeg: true).eis(Voorbeelden.dossier)
    }

    @Test("grootten en cijfers staan er zoals mensen ze lezen")
    func woorden() {
        #expect(Bestandsoort.grootte(345_000) == "345 kB" && Bestandsoort.grootte(1_250_000) == "1,2 MB")
        #expect(Cijfertekst.waarde(1, "personen") == "1 persoon" && Cijfertekst.waarde(6.5, "dagen") == "6,5 dagen")
        #expect(Cijfertekst.waarde(nil, "procent") == "–" && Cijfertekst.waarde(8.4, "procent") == "8,4%")
        #expect(
            IndicatorPagina.inWoorden("2027-01-04") == "4 jan 2027" && IndicatorPagina.inWoorden("huisbezoek") == "Huisbezoek")
    }
}
