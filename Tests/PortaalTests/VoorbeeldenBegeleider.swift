// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Examples of the pages of the begeleider: people who do not exist.
enum VoorbeeldenBegeleider {
    static let vandaag = Voorbeelden.vandaag
    private static let ids = SeededIDSource(seed: 7)
    static let dossier: DossierID = ids.make()
    static let kind: DossierID = ids.make()
    static let huishouden: HuishoudenID = ids.make()
    static let sanne: GebruikerID = ids.make()
    static let rollen: Set<Role> = [.begeleider]
    static let gebruikers = [sanne: "Sanne de Wit"]
    static let namen = [dossier: "Mehret Tesfay", kind: "Yonas Tesfay"]
    static func dag(_ verschil: Int) -> Datum { vandaag.adding(days: verschil) }

    static let persoon = Persoonsgegevens(
        dossier: dossier, dossiernummer: "AL-2027-0012", naam: "Mehret Tesfay", geboortedatum: "1990", bsn: "•••••0006",
        vnummer: "V000000001", doelgroep: .nareiziger, gemeente: "0034", spreektaal: "ti", leestaal: "ti", tolktaal: "ti",
        tolkNodig: true, telefoon: "06 12345678", adres: "Voorbeeldstraat 1, 1315 AA Almere", geheimhouding: true,
        verblijfsvorm: .eigenWoning, datumHuisvesting: dag(-120), huishouden: huishouden,
        huisgenoten: [.init(dossier: kind, naam: "Yonas Tesfay", rol: "kind", doelgroep: .kind)], versie: 1,
        uitwisselingGestopt: true)
    static let kaalPersoon = Persoonsgegevens(
        dossier: dossier, dossiernummer: "AL-2027-0013", naam: "naam onbekend", geboortedatum: "onbekend", bsn: nil, vnummer: nil,
        doelgroep: .statushouder18plus, gemeente: "0034", spreektaal: nil, leestaal: nil, tolktaal: nil, tolkNodig: false,
        telefoon: nil, adres: nil, geheimhouding: false, verblijfsvorm: .har, datumHuisvesting: nil, huishouden: huishouden,
        huisgenoten: [], versie: 1)
    static let hoofd = Dossierhoofd(dossier, persoon)
    static let leegHoofd = Dossierhoofd(dossier, nil)

    static func doel(_ gebied: Leefgebied, _ tekst: String, _ toestand: DoelToestand, streef: Int? = nil) -> TrajectOverzicht.Doel
    {
        .init(
            doel: ids.make(), leefgebied: gebied, tekst: tekst, toestand: toestand, streefdatum: streef.map(dag),
            bereiktOp: toestand == .bereikt ? dag(-3) : nil, versie: 2)
    }
    static let doelen = [
        doel(.taalInburgering, "Ik kan zelf een afspraak maken bij de huisarts.", .bezig, streef: 30),
        doel(.taalInburgering, "Ik ga drie keer per week naar taalles.", .open),
        doel(.financien, "Ik begrijp mijn post en betaal mijn rekeningen op tijd.", .bereikt),
        doel(.financien, "Ik heb een spaarpotje.", .deelsBereikt, streef: -4),
        doel(.werk, "Ik heb een stageplek.", .vervallen),
    ]
    static func traject(
        _ doelen: [TrajectOverzicht.Doel] = doelen, akkoord: Bool = false, stap: TrajectOverzicht.VolgendeStap? = nil,
        contact: Datum? = nil, meerijdend: Bool = false, klok: Bool = true
    ) -> TrajectOverzicht {
        .init(
            traject: meerijdend ? nil : ids.make(), dossier: dossier, meerijdendMet: meerijdend ? kind : nil,
            huishouden: huishouden, opdracht: "almere-2027", toestand: "lopend",
            klok: klok
                ? [
                    .init(
                        code: "start", naam: "Begin", datum: dag(-110),
                        waarom: "De klok loopt vanaf de dag van huisvesting (contract, hoofdstuk 2)."),
                    .init(
                        code: "eerste-contact", naam: "Eerste contact", datum: dag(-100),
                        waarom: "Binnen tien dagen na acceptatie."),
                    .init(
                        code: "tussenrapportage", naam: "Tussenrapportage", datum: dag(72), waarom: "Zes maanden na het begin."),
                    .init(code: "einde", naam: "Einde", datum: dag(163), waarom: "Negen maanden na het begin."),
                ] : [],
            begeleider: sanne, team: TeamID(team: "Team Almere"), doelen: doelen, planVersie: 2,
            planAkkoordOp: akkoord ? dag(-2) : nil, volgendeStap: stap, laatsteContact: contact, versie: 4)
    }
    static let volTraject = traject(
        stap: .init(tekst: "Samen de brief van de Belastingdienst lezen.", op: dag(1)), contact: dag(-6))

    static func zaak(
        _ naam: String, _ toestand: RegelzaakToestand, uiterlijk: Int? = nil, gezin: Bool = false, wacht: [String] = [],
        letOp: String? = nil, meenemen: [String] = []
    ) -> Regeldagbord.Regelzaak {
        .init(
            regelzaak: ids.make(), dossier: gezin ? nil : dossier, code: naam, naam: naam, toestand: toestand,
            uiterlijkOp: uiterlijk.map(dag),
            waarom: uiterlijk == nil ? "" : "Vier maanden na het begin van de verzekeringsplicht (Zvw 5).",
            gevolg: uiterlijk == nil ? "" : "Een boete van 130% van de premie.", meenemen: meenemen, wachtOp: wacht, versie: 1,
            letOp: letOp)
    }
    static let bord = Regeldagbord(
        huishouden: huishouden, sjabloon: "almere-2027", sjabloonVan: dag(-200),
        zaken: [
            zaak("Bankrekening openen", .open, uiterlijk: 5, meenemen: ["verblijfsdocument", "huurcontract"]),
            zaak(
                "Zorgverzekering afsluiten", .open, uiterlijk: -2, letOp: "Kinderen zijn gratis meeverzekerd.", meenemen: ["BSN"]),
            zaak("Huurtoeslag aanvragen", .open, gezin: true, wacht: ["Bankrekening openen", "DigiD"]),
            zaak("DigiD aanvragen", .aangevraagd, uiterlijk: 12), zaak("Inrichtingskosten", .afgewezen, gezin: true),
            zaak("Kwijtschelding", .bezwaar, gezin: true), zaak("Inschrijven bij de gemeente", .toegekend),
            zaak("Kinderopvangtoeslag", .nietVanToepassing),
        ])

    static let verwijzing = Verwijzingsregel(
        verwijzing: ids.make(), dossier: dossier, voorziening: ids.make(), voorzieningNaam: "Taalcafé Haven",
        organisatie: "Bibliotheek", leefgebied: .taalInburgering, toestand: .geaccepteerd, wachtOp: "partner",
        uiterlijkOp: dag(9),
        gewijzigdOp: dag(-1).start, antwoord: ["contactpersoonPartner": "Team taal", "verwachteStartdatum": "2027-02-01"],
        versie: 3)
    static func met(_ toestand: VerwijzingToestand, wacht: String? = "verwijzer") -> Verwijzingsregel {
        var regel = verwijzing
        (regel.toestand, regel.wachtOp) = (toestand, wacht)
        if toestand == .concept { (regel.antwoord, regel.uiterlijkOp) = ([:], nil) }
        return regel
    }
    static let geschiedenis: [VerwijzingOpvragen.Stap] = [
        .init(wanneer: dag(-9).start, van: nil, naar: .concept, wie: "verwijzer", reden: nil),
        .init(wanneer: dag(-8).start, van: .concept, naar: .verstuurd, wie: "verwijzer", reden: nil),
        .init(wanneer: dag(-1).start, van: .ontvangen, naar: .geaccepteerd, wie: "partner", reden: "overig"),
    ]
    static let pakket = [
        "verwijzingId": "x", "hulpvraagcode": "taal-inburgering", "taalcode": "ti", "tolkNodig": "true",
        "leeftijdsgroep": "27-44",
        "postcode4": "1315", "contactpersoonVerwijzer": "Sanne de Wit",
    ]
    static let voorziening = Voorzieningsregel(
        voorziening: ids.make(), naam: "Formulierenbrigade", organisatie: "Welzijn Stad",
        omschrijving: String(repeating: "Hulp bij formulieren, toeslagen en brieven van de overheid. ", count: 5),
        leefgebieden: [.financien, .rechten], verwijsbaar: "ja", gecontroleerdOp: nil)
    static let eenGebied = Voorzieningsregel(
        voorziening: verwijzing.voorziening, naam: "Taalcafé Haven", organisatie: nil, omschrijving: "Samen Nederlands oefenen.",
        leefgebieden: [.taalInburgering], verwijsbaar: "professional", gecontroleerdOp: dag(-20))
    static let voorzieningen = Voorzieningenpagina(rows: [voorziening, eenGebied], next: "3|b", total: 48)
    static let detail = Voorzieningsdetail(
        regel: voorziening, voorWie: "Voor iedereen in de stad", aanmelden: "Loop binnen op dinsdag, 9 tot 12 uur",
        waarschuwing: "In de vakantie gesloten.", gebied: ["Almere Stad"], talen: ["nl", "ar", "ti"], kosten: "Gratis",
        meenemen: ["de brief", "een identiteitsbewijs"], toegestaneVelden: ["taalcode", "voornaam"],
        bronnen: ["Sociale kaart, november 2026"],
        versie: 1)
    static let kaalDetail = Voorzieningsdetail(
        regel: eenGebied, voorWie: nil, aanmelden: nil, waarschuwing: nil, gebied: [], talen: [], kosten: nil, meenemen: [],
        toegestaneVelden: [], bronnen: [], versie: 1)
    static let tijdlijn = Page(
        rows: [
            Tijdlijnregel(
                datum: dag(-6), soort: "contact", zin: "Huisbezoek, 60 minuten. Tolk aan de telefoon.",
                notitie: "Brief van de verhuurder gelezen.\nHuur is betaald.", door: sanne, contactmoment: ids.make(),
                aanwezigen: [kind]),
            Tijdlijnregel(
                datum: dag(-7), soort: "contact", zin: "Telefoon, 5 minuten.", notitie: nil, door: sanne,
                contactmoment: ids.make(), vervallen: "ingetrokken"),
            Tijdlijnregel(
                datum: dag(-8), soort: "agenda", zin: "Afspraak gemaakt: huisbezoek op 12 januari 2027, 10.00 uur.", notitie: nil,
                door: sanne, afspraak: ids.make()),
            Tijdlijnregel(
                datum: dag(-20), soort: "contact", zin: "Spreekuur: niet verschenen.", notitie: nil, notitieOnleesbaar: true,
                door: nil),
            Tijdlijnregel(datum: dag(-110), soort: "traject", zin: "Het traject is gestart.", notitie: nil, door: nil),
        ], next: "2026-10-01|4")
    static let punten = Page(
        rows: [
            ("no-show", "Niet verschenen. Zoek contact en spreek opnieuw af.", -1),
            ("afspraak", "Vandaag staat een volgende stap gepland.", 0),
            ("regelzaak-termijn", "Regelen: Zorgverzekering afsluiten.", 4),
            ("tussenrapportage", "Maak de tussenrapportage.", 20),
            ("einde-nadert", "Het traject loopt af. Bereid de afronding voor.", 30),
        ].map {
            Aandachtspunt(
                dossier: $0.2 == 4 ? kind : dossier, soort: $0.0, tekst: $0.1, uiterlijkOp: dag($0.2),
                waarom: "Eigen werkafspraak.", spreektaal: $0.2 == 0 ? "ti" : nil, tolkNodig: $0.2 == 0 ? true : nil,
                uitDossiernummer: $0.2 == 4 ? "W-2027-0009" : nil)
        },
        next: "2027-02-17|9", total: 61)
}
