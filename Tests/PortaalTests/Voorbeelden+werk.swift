// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Web

@testable import PortaalApp

/// Examples of the pages of team leader, financial worker, gemeente and administrator.
extension Voorbeelden {
    static var werk: [any PageModel] {
        aanmeldingen + aanvaarding + dubbel + uitwisseling + instroom + verdelen + dossierReiskosten + voorschotten + wachtrij
            + rapporten
            + rapport
            + gemeente + indicator
            + beheer
    }

    static let dossier: DossierID = ids.make()
    static let namen = Dossiernamen([DossierLabel(dossier: dossier, dossiernummer: "W-2027-0012", naam: "Amina Yusuf")])
    static let geen = Dossiernamen([])
    static let sanne = GebruikerRij(id: ids.make(), gebruikersnaam: "sanne", naam: "Sanne de Wit", rollen: [.begeleider])
    static let fatma = GebruikerRij(id: ids.make(), gebruikersnaam: "fatma", naam: "Fatma Geld", rollen: [.financieel])
    static let gebruikersnamen = [sanne.id: sanne.naam, fatma.id: fatma.naam]
    static let moment = (Datum(2027, 1, 14) ?? vandaag).at(hour: 14, minute: 5)

    static func geweigerd(_ veld: String, _ tekst: String) -> Geweigerd? {
        Geweigerd(.invalid([FieldError(veld, code: "x", tekst)]), FormValues())
    }

    static func aanmelding(
        _ toestand: AanmeldingToestand, redenen: [String] = [], dubbel: [DossierLabel] = []
    ) -> Aanmeldingsregel {
        Aanmeldingsregel(
            aanmelding: ids.make(), naam: "Samir Haddad", geboortedatum: "1991-04-12", doelgroep: .statushouder18plus,
            ontvangenOp: vandaag.adding(days: -3), toestand: toestand, redenen: redenen, mogelijkDubbelMet: dubbel, versie: 2)
    }

    private static var aanmeldingen: [any PageModel] {
        let dubbel = [
            DossierLabel(dossier: dossier, dossiernummer: "W-2027-0012", naam: "Samir Hadad"),
            DossierLabel(dossier: dossier, dossiernummer: "", naam: "iemand bij een ander team"),
        ]
        let vol = [
            aanmelding(.inControle, redenen: ["mogelijk-dubbel", "leeftijd"], dubbel: dubbel),
            aanmelding(.inControle, redenen: ["ouder-onbekend"]),
        ]
        return [
            AanmeldingenPagina(Page(rows: vol, next: "x"), keuze: .init(), magOpenen: true),
            AanmeldingenPagina(
                Page(rows: [aanmelding(.afgewezen, redenen: ["dubbel"])]), keuze: .init(toestand: .afgewezen), magOpenen: false),
            AanmeldingenPagina(Page(rows: []), keuze: .init(), magOpenen: true),
            AanmeldingenPagina(Page(rows: []), keuze: .init(doelgroep: .kind), magOpenen: true),
            AanmeldingenPagina(nil, keuze: .init(), magOpenen: true),
        ]
    }

    private static var verdelen: [any PageModel] {
        let gezin: HuishoudenID = ids.make()
        func regel(_ id: DossierID, _ huis: HuishoudenID, dagen: Int, taal: String?) -> TeVerdelenRegel {
            TeVerdelenRegel(
                dossier: id, huishouden: huis, doelgroep: .statushouder18plus, gestartOp: vandaag.adding(days: -5),
                eersteContactUiterlijk: vandaag.adding(days: dagen), spreektaal: taal, tolkNodig: taal != nil,
                gewicht: taal == nil ? nil : 140, gewichtWaarom: taal.map { _ in "Vestiging telt voor 140%. Bron: proef." })
        }
        let rijen = [
            regel(dossier, gezin, dagen: -1, taal: "ti"), regel(ids.make(), gezin, dagen: 2, taal: "ar"),
            regel(ids.make(), ids.make(), dagen: 9, taal: nil),
        ]
        let form = FormValues(
            ["dossiers": [dossier.description]], errors: [FieldError("dossiers", code: "x", "Kies ten minste één dossier.")])
        return [
            VerdelenPagina(
                Page(rows: rijen, next: "x"), namen: namen, begeleiders: [sanne],
                last: [
                    .init(
                        begeleider: sanne.id, last: .init(dossiers: 24, gewicht: 2_750, norm: 3_000, bron: "proef"),
                        waargenomenTot: vandaag.adding(days: 10))
                ], vandaag: vandaag, form: form, na: "y"),
            VerdelenPagina(Page(rows: []), namen: geen, begeleiders: [], vandaag: vandaag, form: FormValues(), na: nil),
            VerdelenPagina(nil, namen: geen, begeleiders: [], vandaag: vandaag, form: FormValues(), na: nil),
        ]
    }

    private static var rapporten: [any PageModel] {
        let rijen = [
            rapportregel(.concept, dagen: -2), rapportregel(.concept, dagen: 9), rapportregel(.vastgesteld, dagen: 30),
        ]
        return [
            RapportenPagina(Page(rows: rijen, next: "2027-01-18 x"), toestand: nil, namen: namen, vandaag: vandaag),
            RapportenPagina(Page(rows: [rijen[2]]), toestand: .vastgesteld, namen: nil, vandaag: vandaag),
            RapportenPagina(Page(rows: []), toestand: .concept, namen: namen, vandaag: vandaag),
            RapportenPagina(nil, toestand: .concept, namen: namen, vandaag: vandaag),
        ]
    }

    static func rapportregel(_ toestand: RapportToestand, dagen: Int) -> Rapportregel {
        Rapportregel(
            rapport: ids.make(), traject: ids.make(), dossier: dossier, dossiernummer: "W-2027-0012", soort: "tussenrapportage",
            uiterlijkOp: vandaag.adding(days: dagen), toestand: toestand,
            vastgesteldOp: toestand == .vastgesteld ? vandaag : nil, versie: 3)
    }

    static let paragrafen = [
        RapportParagrafen.Paragraaf(
            code: "verloop", kop: "Verloop",
            tekst: "Het traject begon op 4 januari 2027. De woning is ingericht en de inschrijving bij de gemeente is rond.",
            bronnen: [.init(soort: "traject", id: "x", zin: "Traject gestart op 4 januari 2027.")]),
        RapportParagrafen.Paragraaf(code: "doelen", kop: "Doelen", tekst: "Eén van de drie doelen is bereikt.", bronnen: []),
    ]

    private static var rapport: [any PageModel] {
        let cijfers = [
            RapportOpvragen.Kerncijfer(naam: "Contactmomenten", waarde: "14", toelichting: "2 keer niet verschenen"),
            RapportOpvragen.Kerncijfer(naam: "Doelen bereikt", waarde: "1 van 3", toelichting: ""),
        ]
        let concept = RapportOpvragen.Answer(
            regel: rapportregel(.concept, dagen: 9), paragrafen: paragrafen, kerncijfers: cijfers)
        let klaar = RapportOpvragen.Answer(regel: rapportregel(.vastgesteld, dagen: 9), paragrafen: paragrafen)
        let gestopt = RapportOpvragen.Answer(
            regel: rapportregel(.concept, dagen: 9), paragrafen: paragrafen, uitwisselingGestopt: true)
        let leeg = RapportOpvragen.Answer(regel: rapportregel(.concept, dagen: 9), paragrafen: [])
        let overdracht = RapportOpvragen.Answer(
            regel: rapportregel(.concept, dagen: 9),
            paragrafen: [
                .init(
                    code: "aandacht", kop: "Aandachtspunten", tekst: "",
                    bronnen: [.init(soort: "doel", id: "x", zin: "Verder oefenen is nodig: werk.")])
            ])
        let form = FormValues(
            ["paragraaf-doelen": [""]],
            errors: [
                FieldError("paragraaf-doelen", code: "verplicht", "Vul hier tekst in. Is er niets te zeggen, schrijf dat dan op.")
            ])
        return [
            RapportPagina(concept, naam: "Amina Yusuf", vandaag: vandaag, magVaststellen: true),
            RapportPagina(
                concept, naam: "Amina Yusuf", vandaag: vandaag, form: form, melding: .nietBereikbaar, magVaststellen: true),
            RapportPagina(klaar, naam: "Amina Yusuf", vandaag: vandaag, magVaststellen: true),
            RapportPagina(klaar, naam: nil, vandaag: vandaag, magVaststellen: false),
            RapportPagina(leeg, naam: nil, vandaag: vandaag, magVaststellen: false),
            RapportPagina(overdracht, naam: "Amina Yusuf", vandaag: vandaag, magVaststellen: true),
            RapportPagina(gestopt, naam: "Amina Yusuf", vandaag: vandaag, magVaststellen: true),
        ]
    }

    static let periode = Cijferperiode(
        gemeente: "0034", noemGemeente: true, van: Datum(2027, 1, 1) ?? vandaag, tot: Datum(2027, 6, 18) ?? vandaag)

    static func indicator(_ code: String, _ naam: String, _ eenheid: String, _ waarde: Double?, onderdrukt: Bool = false)
        -> Berichten.Indicator
    {
        Berichten.Indicator(
            code: code, naam: naam, definitie: "Elke persoon telt één keer. Wie klaar is, telt niet mee.", eenheid: eenheid,
            waarde: waarde, aantalRijen: waarde == nil ? 0 : 42, onderdrukt: onderdrukt,
            reeks: waarde.map { hoogte in
                (1...6).map { .init(maand: "2027-0\($0)", waarde: $0 == 2 ? nil : hoogte * Double($0) / 6) }
            } ?? [])
    }

    private static var gemeente: [any PageModel] {
        let cijfers = [
            indicator("in-begeleiding", "Mensen in begeleiding", "personen", 312),
            indicator("dagen-tot-eerste-contact", "Dagen tot het eerste contact", "dagen", 6.5),
            indicator("no-show", "Niet verschenen", "procent", nil, onderdrukt: true),
        ]
        let mis = FormValues(["van": ["x"]], errors: [FieldError("van", code: "vorm", "Vul een dag in, zoals 18-1-2027.")])
        return [
            GemeentePagina(cijfers, periode: periode, form: FormValues(), gemeenten: ["0034", "0307"]),
            GemeentePagina(nil, periode: periode, form: FormValues(), gemeenten: ["0034"]),
            GemeentePagina(nil, periode: nil, form: mis, gemeenten: ["0034"]),
        ]
    }

    private static var indicator: [any PageModel] {
        let rij = IndicatorRijen.Rij(
            dossier: dossier, dossiernummer: "W-2027-0012",
            kolommen: [
                .init(naam: "Aanmelding", waarde: "2027-01-04"), .init(naam: "Eerste contact", waarde: "2027-01-10"),
                .init(naam: "Dagen", waarde: "6"),
            ])
        let cijfer = indicator("dagen-tot-eerste-contact", "Dagen tot het eerste contact", "dagen", 6.5)
        let weg = indicator("no-show", "Niet verschenen", "procent", nil, onderdrukt: true)
        return [
            IndicatorPagina(
                cijfer, Page(rows: [rij, rij], next: "k", total: 42), code: cijfer.code, periode: periode, magOpenen: true),
            IndicatorPagina(weg, Page(rows: [], total: 0), code: weg.code, periode: periode, magOpenen: false),
            IndicatorPagina(nil, nil, code: "no-show", periode: periode, magOpenen: false),
        ]
    }

    private static var beheer: [any PageModel] {
        var sockets = BusStatus.Sockets()
        (sockets.connected, sockets.refusedHandshakes) = ([.begeleiding, .reiskosten], 2)
        let epoch = ids.next()
        var status = BusStatus(
            service: .rapportage,
            own: .init(
                epoch: epoch, head: 40, oldest: 1,
                readers: [.init(service: .begeleiding, position: 38, lag: 2, isPresent: true)]),
            followed: [
                .init(source: .intake, epoch: epoch, position: 900, head: 903, lag: 3, setAside: 2, state: .achter, error: nil),
                .init(
                    source: .begeleiding, epoch: epoch, position: 20, head: 20, lag: 0, setAside: 0, state: .gestopt,
                    error: "epoch"),
                .init(source: .reiskosten, epoch: epoch, position: 20, head: 20, lag: 0, setAside: 0, state: .bij, error: nil),
                .init(source: .socialeKaart, epoch: nil, position: 0, head: 0, lag: 0, setAside: 0, state: .wacht, error: nil),
            ], sockets: sockets)
        status.pruning = .init(at: moment, events: 12, effects: 40, commands: 3, waitsFor: [.begeleiding])
        let item = SetAsideList.Answer.Item(
            number: 871, subject: dossier.description, type: "nl.wegwijs.intake.aanmelding-geaccepteerd.v1",
            error: "onbekende opdracht", attempts: 3, since: moment)
        return [
            BeheerPagina(
                [.init(dienst: .rapportage, status: status), .init(dienst: .intake, status: nil)],
                [.init(dienst: .rapportage, bron: .intake, items: [item])], melding: .nietBereikbaar),
            BeheerPagina([], []),
        ] + BerichtenVoorbeelden.alle
    }
}
