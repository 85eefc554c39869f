// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

extension VoorbeeldenBegeleider {
    static var alle: [any PageModel] {
        vandaagMensen + dossiers + contacten + agenda + klok + metingen + regeldag + kaart + verwijzen + verwijzingen
            + mensen + veiligheid
    }

    static let ik = Aangemeld(id: sanne, naam: "Sanne de Wit", rollen: rollen)
    private static let vandaagMensen: [any PageModel] = [
        VandaagPagina(ik, vandaag: vandaag, punten: .er(punten), namen: namen, na: "2027-01-01|1"),
        VandaagPagina(ik, vandaag: vandaag, punten: .er(Page(rows: []))), VandaagPagina(ik, vandaag: vandaag, punten: .weg),
        VandaagPagina(Voorbeelden.beheerder.aangemeld, vandaag: vandaag, punten: nil),
        VandaagPagina(
            Voorbeelden.beheerder.aangemeld, vandaag: vandaag, punten: nil,
            beheer: .init(onbezorgd: .init(voorMens: 2, wordtHerhaald: 1), partners: 1)),
        MensenPagina(
            .er(
                Page(
                    rows: [regel(dossier, "Mehret Tesfay", .nareiziger), regel(kind, "Yonas Tesfay", .kind)],
                    next: dossier.description, total: 27)),
            kaarten: .er([kaart(dossier, einde: 30), kaart(kind, einde: nil)]), begeleiders: gebruikers, rollen: [.teamleider],
            vandaag: vandaag, na: kind.description),
        MensenPagina(
            .er(Page(rows: [regel(dossier, "Mehret Tesfay", .exAMV)], next: dossier.description)), kaarten: .weg,
            begeleiders: [:],
            rollen: rollen, vandaag: vandaag, zoek: "mehret"),
        MensenPagina(.er(Page(rows: [])), kaarten: .er([]), begeleiders: [:], rollen: rollen, vandaag: vandaag, zoek: "niemand"),
        MensenPagina(.weg, kaarten: .er([]), begeleiders: [:], rollen: rollen, vandaag: vandaag),
    ]
    private static func regel(_ id: DossierID, _ naam: String, _ groep: Doelgroep) -> Persoonsregel {
        .init(
            dossier: id, dossiernummer: "AL-2027-0012", naam: naam, geboortedatum: "1990", huishouden: huishouden,
            doelgroep: groep,
            spreektaal: "ti", tolkNodig: groep != .kind, begeleider: sanne)
    }
    private static func kaart(_ id: DossierID, einde: Int?) -> TrajectKaart {
        .init(
            dossier: id, traject: einde == nil ? nil : sleutels.make(), toestand: "lopend", gestartOp: dag(-200),
            tussenrapportageOp: nil,
            eindigtOp: einde.map(dag), begeleider: sanne, laatsteContact: dag(-6), doelenBereikt: 1, doelenTotaal: 4)
    }
    private static let sleutels = SeededIDSource(seed: 8)

    static func antwoorden(_ traject: Deelvraag<TrajectOverzicht>, persoon: Deelvraag<Persoonsgegevens> = .er(samengevoegd))
        -> DossierPagina.Antwoorden
    {
        .init(
            persoon: persoon, traject: traject, regeldag: .er(stand), tijdlijn: .er(tijdlijn),
            verwijzingen: .er([verwijzing, met(.ingetrokken, wacht: nil)]), afspraken: .er([afspraak(0), afspraak(-2)]))
    }
    private static let stand = Regeldagstand(
        totaal: 12, geregeld: 5,
        eerst: bord.zaken.prefix(4).map { .init(naam: $0.naam, uiterlijkOp: $0.uiterlijkOp, waarom: $0.waarom) })
    private static var samengevoegd: Persoonsgegevens {
        var gegevens = persoon
        gegevens.samenvoegingen = samen
        return gegevens
    }
    /// This dossier follows one and leads another.
    private static let samen = SamenvoegingenOpvragen.Answer(
        leidend: DossierLabel(dossier: kind, dossiernummer: "W-2027-0002", naam: "Mehret Tesfai"),
        regels: [
            .init(
                samenvoeging: sleutels.make(), volgend: kind, leidend: dossier, aanmelding: nil,
                ander: DossierLabel(dossier: kind, dossiernummer: "W-2027-0003", naam: "Mehret T."), reden: "zelfde-gegevens",
                actief: true, samengevoegdOp: vandaag, samengevoegdDoor: nil, ongedaanOp: nil, ongedaanDoor: nil, versie: 1)
        ])
    private static let dossiers: [any PageModel] = [
        DossierPagina(
            dossier, antwoorden(.er(volTraject)), gebruikers: gebruikers, rollen: rollen, vandaag: vandaag, soort: "contact",
            na: "x"),
        DossierPagina(
            dossier, antwoorden(.er(traject(meerijdend: true))), gebruikers: [:], rollen: [.teamleider], vandaag: vandaag),
        DossierPagina(
            dossier,
            .init(
                persoon: .er(kaalPersoon), traject: .er(traject([], klok: false)),
                regeldag: .er(.init(totaal: 0, geregeld: 0, eerst: [])),
                tijdlijn: .er(Page(rows: [])), verwijzingen: .er([]), afspraken: .er([])),
            gebruikers: [:], rollen: rollen, vandaag: vandaag),
        DossierPagina(
            dossier, .init(persoon: .weg, traject: .weg, regeldag: .weg, tijdlijn: .weg, verwijzingen: .weg), gebruikers: [:],
            rollen: [.financieel], vandaag: vandaag),
    ]

    static func klokstand(
        pauzes: [Klokstand.Pauze] = [], loopt: Bool = true, vol: Bool = true
    ) -> Klokstand {
        Klokstand(
            traject: volTraject.traject ?? TrajectID(dossier.uuid), toestand: loopt ? "lopend" : "afgerond",
            klok: vol ? volTraject.klok : [], pauzes: pauzes,
            verlengingen: vol
                ? [.init(op: dag(-10), maanden: 6, door: sanne), .init(op: dag(-5), maanden: 6, door: nil)] : [],
            pauzeredenen: vol ? [.init(code: "op-verzoek", naam: "Pauze op eigen verzoek")] : [], kanVerlengen: vol ? 1 : 0,
            verlengMaanden: 6, eindredenen: [.init(code: "doelen-behaald", naam: "De doelen zijn behaald")],
            afgerondOp: loopt ? nil : dag(-3), eindreden: loopt ? nil : "De doelen zijn behaald",
            terugTot: loopt ? nil : dag(100), openDoelen: 2, versie: 3)
    }
    private static func pauze(_ van: Int, _ tot: Int?) -> Klokstand.Pauze {
        .init(
            pauze: PauzeID(dossier.uuid), reden: "Wacht op een woning", van: dag(van), tot: tot.map(dag), verlengt: tot == nil,
            kijkOp: tot == nil ? dag(5) : nil)
    }
    private static func vooruit(_ stand: Klokstand) -> Klokstand {
        var stand = stand
        stand.vooruitblik = [
            .init(code: "verwacht", naam: "Verwachte laatste dag", datum: dag(190), waarom: "De klok staat stil.")
        ]
        stand.terugTotWaarom = "6 maanden na de laatste dag. Bron: plaatselijke praktijk, te bevestigen."
        return stand
    }
    private static let klok: [any PageModel] = [
        KlokPagina(
            hoofd, vooruit(klokstand(pauzes: [pauze(-40, -30), pauze(-4, nil)])), FormValues(), rollen: [.teamleider],
            gebruikers: gebruikers, vandaag: vandaag),
        KlokPagina(
            hoofd, klokstand(),
            FormValues().refused([
                FieldError("reden", code: "x", "Kies een reden."), FieldError("van", code: "x", "Kies een dag."),
            ]),
            rollen: [.begeleider, .teamleider], gebruikers: gebruikers, vandaag: vandaag),
        KlokPagina(
            hoofd, klokstand(pauzes: [pauze(-4, nil)]), FormValues().refused([FieldError("tot", code: "x", "Kies een dag.")]),
            rollen: rollen, gebruikers: [:], vandaag: vandaag),
        KlokPagina(
            hoofd, vooruit(klokstand(loopt: false)), FormValues(), rollen: [.teamleider], gebruikers: [:], vandaag: vandaag),
        KlokPagina(leegHoofd, klokstand(vol: false), FormValues(), rollen: [.vrijwilliger], gebruikers: [:], vandaag: vandaag),
        AfrondenPagina(hoofd, klokstand(), doelen: doelen, zaken: bord.zaken, FormValues(), vandaag: vandaag),
        AfrondenPagina(
            leegHoofd, klokstand(vol: false), doelen: [doelen[0]],
            FormValues().refused([
                FieldError("reden", code: "x", "Kies een reden."), FieldError("op", code: "x", "Kies een dag."),
                FieldError("doel-\(doelen[0].doel)", code: "leeg", "Kies wat er van dit doel is geworden."),
            ]), vandaag: vandaag),
        AfrondenPagina(hoofd, klokstand(vol: false), doelen: [], FormValues(), vandaag: vandaag),
    ]
    private static func meting(_ moment: Meetmoment, _ stap: Int, aantal: Int = 1) -> Metingoverzicht.Meting {
        .init(
            moment: moment, op: dag(-20),
            scores: [
                .init(leefgebied: .wonen, score: stap, eigen: 6), .init(leefgebied: .werk, score: 3),
                .init(leefgebied: .netwerk, score: nil, reden: "wil-niet"),
            ], ladder: 2, door: aantal > 1 ? sanne : nil, aantal: aantal)
    }
    private static func overzicht(_ metingen: [Metingoverzicht.Meting], loopt: Bool = true) -> Metingoverzicht {
        Metingoverzicht(
            traject: TrajectID(dossier.uuid), loopt: loopt,
            momenten: Meetmoment.allCases.enumerated().map {
                .init(moment: $0.element, uiterlijkOp: dag($0.offset * 60 - 90), waarom: "Contract.")
            },
            leefgebieden: [
                .init(leefgebied: .wonen, uitReden: nil), .init(leefgebied: .werk, uitReden: nil),
                .init(leefgebied: .netwerk, uitReden: nil), .init(leefgebied: .gezondheid, uitReden: "Niet nodig"),
            ], schaal: ["Nog niet", "Samen", "Met hulp", "Meestal", "Zelf"], participatieladder: ["Thuis", "Buiten"],
            nietBeoordeeld: [.init(code: "wil-niet", naam: "Wil dit niet bespreken")], metingen: metingen)
    }
    private static let metingen: [any PageModel] = [
        MetingenPagina(
            hoofd, overzicht([meting(.start, 2), meting(.midden, 4, aantal: 2)]), rollen: rollen, gebruikers: gebruikers,
            vandaag: vandaag),
        MetingenPagina(leegHoofd, overzicht([], loopt: false), rollen: rollen, gebruikers: [:], vandaag: vandaag),
        MetenPagina(
            hoofd, overzicht([meting(.start, 2)]), .start,
            MetenPagina.begin(overzicht([meting(.start, 2)]), .start, vandaag: vandaag), vandaag: vandaag),
        MetenPagina(
            leegHoofd, overzicht([]), .midden,
            FormValues().refused([
                FieldError("op", code: "x", "Kies een dag."), FieldError("score-wonen", code: "leeg", "Kies een stap."),
                FieldError("eigen-wonen", code: "bereik", "Kies 1 tot en met 10."),
                FieldError("ladder", code: "bereik", "Kies een trede."),
            ]), vandaag: vandaag),
        VerdelingPagina([
            .init(leefgebied: .wonen, aantal: 12, achteruit: 1, gelijk: 4, vooruit: 7),
            .init(leefgebied: .werk, aantal: 3, achteruit: nil, gelijk: nil, vooruit: nil),
        ]),
        VerdelingPagina([]),
    ]
    private static let vraag = FormValues(["zoek": ["taal & geld"], "leefgebied": ["financien"], "na": ["1|a"]])
    private static let kaart: [any PageModel] = [
        SocialeKaartPagina(.er(voorzieningen), Kaartvraag(vraag), keuzes: nil, rollen: rollen, vandaag: vandaag),
        SocialeKaartPagina(
            .er(Voorzieningenpagina(rows: [])), Kaartvraag(FormValues()), keuzes: nil, rollen: rollen, vandaag: vandaag),
        VoorzieningPagina(
            detail, FormValues(errors: [FieldError("wijze", code: "x", "Kies hoe u het hebt nagevraagd.")]), rollen: rollen,
            vandaag: vandaag, demo: true),
        VoorzieningPagina(kaalDetail, FormValues(), rollen: [.vrijwilliger], vandaag: vandaag, demo: false),
    ]
    private static let verwijzen: [any PageModel] = [
        VerwijzenPagina(hoofd, .er(voorzieningen), lopend: .er([verwijzing]), Kaartvraag(FormValues()), vandaag: vandaag),
        VerwijzenPagina(
            hoofd, .er(voorzieningen), lopend: .weg, Kaartvraag(vraag), vanZelf: ["leefgebied"], vandaag: vandaag),
        VerwijzenPagina(
            leegHoofd, .er(Voorzieningenpagina(rows: [])), lopend: .er([]), Kaartvraag(vraag),
            ruimer: [(.init(tekst: "gratis", sleutels: ["gratis"]), 3)], vandaag: vandaag),
        VerwijzenPagina(leegHoofd, .weg, lopend: .er([]), Kaartvraag(FormValues()), vandaag: vandaag),
    ]
    static func verwijzing(_ regel: Verwijzingsregel, pakket: [String: String] = pakket, waarschuwingen: [String] = [])
        -> VerwijzingOpvragen.Answer
    {
        .init(
            regel: regel, deelpakket: pakket, waarschuwingen: waarschuwingen, geschiedenis: geschiedenis,
            naAcceptatie: pakket.isEmpty ? nil : ["voornaam", "contactweg"], voorbeeld: "abc", mogelijk: nil)
    }
    private static let verwijzingen: [any PageModel] = [
        VerwijzingPagina(
            verwijzing(met(.concept), waarschuwingen: ["niet-gecontroleerd", "geen-partnerafspraak"]), hoofd,
            FormValues().refused([
                FieldError("instemming", code: "x", "Kies hoe de persoon instemde."),
                FieldError("grondslag", code: "x", "Kies een grond."),
                FieldError("urgentie", code: "x", "Kies."),
            ]), rollen: rollen, vandaag: vandaag),
        VerwijzingPagina(
            verwijzing(verwijzing), hoofd,
            FormValues(["naar": ["gestart"]], errors: [FieldError("datumEersteContact", code: "x", "Vul de datum in.")]),
            rollen: rollen,
            vandaag: vandaag),
        VerwijzingPagina(
            verwijzing(met(.gestart, wacht: "partner")), hoofd,
            FormValues(["naar": ["ingetrokken"]], errors: [FieldError("redenIntrekking", code: "x", "Kies waarom.")]),
            rollen: rollen,
            vandaag: vandaag),
        VerwijzingPagina(
            verwijzing(met(.afgerond, wacht: nil), pakket: [:]), leegHoofd, FormValues(), rollen: rollen, vandaag: vandaag),
    ]
}
