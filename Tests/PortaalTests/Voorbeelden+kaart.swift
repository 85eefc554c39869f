// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Examples of the pages that search and keep the directory.
enum VoorbeeldenKaart {
    typealias B = VoorbeeldenBegeleider
    static let vandaag = Voorbeelden.vandaag
    private static let ids = SeededIDSource(seed: 25)
    static let id: VoorzieningID = ids.make()
    static let organisatie: OrganisatieID = ids.make()
    static let nummer = UUID(uuidString: "01890a5d-ac96-774b-bcce-b302099a8057") ?? UUID()
    static func term(_ soort: String, _ naam: String, uri: String? = nil) -> VoorzieningBewerkbaar.Begrip {
        .init(id: "term-\(soort)", soort: soort, code: soort, naam: naam, uri: uri)
    }
    static let begrippen = [
        term("leefgebied", "Taal en inburgering"), term("doelgroep", "Statushouders"), term("toegang", "Vrij toegankelijk"),
        term("soort", "Voorziening"), term("verwijsbaar", "Inwoner kan worden verwezen"), term("overig", "Iets anders"),
        term("upl", "jeugdhulp", uri: "http://standaarden.overheid.nl/owms/terms/jeugdhulp"),
    ]
    static let inhoud: Voorzieningsinhoud = {
        var inhoud = Voorzieningsinhoud(naam: "Taalcafé & meer", organisatie: organisatie)
        (inhoud.andereNaam, inhoud.omschrijving, inhoud.waarschuwing) = ("Café", "Samen oefenen.", "Dicht in augustus.")
        (inhoud.website, inhoud.email) = ("https://voorbeeld.example", "info@voorbeeld.example")
        inhoud.telefoons = [.init(nummer: "036 000 0000", toelichting: "Balie")]
        inhoud.contacten = [.init(naam: "Balie", functie: "Gastvrouw", email: "b@voorbeeld.example", telefoon: "036 000 0001")]
        (inhoud.voorWie, inhoud.minimumLeeftijd, inhoud.maximumLeeftijd) = ("Iedereen", 16, 99)
        (inhoud.aanmelden, inhoud.wachttijd, inhoud.kosten, inhoud.tolk) = ("Loop binnen", "Geen", "Een euro", "Na afspraak")
        inhoud.kostenopties = [.init(omschrijving: "Koffie", bedrag: 1.5)]
        (inhoud.talen, inhoud.meenemen, inhoud.gebieden) = (["nl", "ti", "pl"], ["Pas"], ["Almere"])
        inhoud.locaties = [
            .init(
                naam: "Stadhuis", straat: "Stadhuisplein 1", postcode: "1315 HR", plaats: "Almere", bereikbaar: "Bus 2",
                breedte: 52.37, lengte: 5.22, link: "https://voorbeeld.example/plek"),
            .init(plaats: "Almere", geheim: true),
        ]
        inhoud.openingstijden = [
            .init(dagen: [1, 3], van: "09:00", tot: "12:00"),
            .init(herhaling: "maand", dagen: [2], nummer: -1, van: "19:00", tot: "21:00", toelichting: "Met thee"),
            .init(herhaling: "uitzondering", geldigVan: vandaag, geldigTot: vandaag.adding(days: 2)),
        ]
        inhoud.capaciteit = .init(eenheid: "plaatsen", beschikbaar: 3, maximum: 9, toelichting: "Per groep")
        (inhoud.begrippen, inhoud.bronnen) = (begrippen.map(\.id), ["Gebeld"])
        return inhoud
    }()
    static let verschillen = [
        Veldverschil(veld: "fees_description", was: "Gratis", wordt: nil), Veldverschil(veld: "iets_eigens", was: "", wordt: "B"),
    ]
    static let bewerkbaar = VoorzieningBewerkbaar.Answer(
        inhoud: inhoud, versie: 4, gecontroleerdOp: vandaag, controleWijze: "telefoon", begrippen: begrippen,
        organisaties: [.init(id: organisatie, naam: "Bibliotheek")],
        geschiedenis: [
            .init(versie: 4, op: vandaag.start, door: B.sanne.description, waarom: "bewerkt", verschillen: verschillen),
            .init(versie: 3, op: vandaag.start, door: "urn:x", waarom: "import", verschillen: []),
        ])
    static let leegBewerkbaar = VoorzieningBewerkbaar.Answer(
        inhoud: nil, versie: 0, gecontroleerdOp: nil, controleWijze: nil, begrippen: [], organisaties: [], geschiedenis: [])
    static let keuzes = Kaartkeuzes.Answer(
        doelgroepen: [.init(code: "statushouders", naam: "Statushouders")], toegang: [.init(code: "vrij", naam: "Vrij")],
        talen: ["nl", "ti", "xx"])

    static func regel(_ gezien: Datum? = vandaag) -> Voorzieningsregel {
        Voorzieningsregel(
            voorziening: id, naam: "Taalcafé", organisatie: "Bibliotheek", omschrijving: "Oefenen.",
            leefgebieden: [.taalInburgering],
            verwijsbaar: "ja", gecontroleerdOp: gezien,
            redenen: [
                .init(soort: "naam", tekst: "Naam bevat ‘taal’", getypt: "لغة"),
                .init(soort: "afstand", tekst: "Vlakbij: 1,2 km"),
            ], afstandMeter: 1200, plaats: "Stadhuis", open: "open",
            plek: .init(stand: "plek", vrij: 3, gemeldOp: vandaag.adding(days: -2)))
    }

    static let week = (0..<7).map {
        Dagtijden(
            datum: vandaag.adding(days: $0), stand: ["open", "gesloten", "onbekend"][$0 % 3],
            tijden: $0 % 3 == 0 ? [.init(van: "09:00", tot: "24:00")] : [])
    }
    static let detail: Voorzieningsdetail = {
        var detail = Voorzieningsdetail(
            regel: regel(), voorWie: "Iedereen", aanmelden: "Loop binnen", waarschuwing: "Let op", gebied: ["Almere"],
            talen: ["nl", "ti"], kosten: "Een euro", meenemen: ["Pas"], toegestaneVelden: ["taalcode"], bronnen: ["Folder"],
            versie: 4)
        (detail.inhoud, detail.begrippen, detail.week, detail.controleWijze) = (inhoud, begrippen, week, "telefoon")
        detail.inhoud?.status = "opgeheven"
        detail.plekken = [
            .init(locatie: inhoud.locaties[0], week: week), .init(locatie: inhoud.locaties[1], week: []),
            .init(locatie: .init(soort: "online"), week: []),
        ]
        return detail
    }()

    private static let vraag = FormValues([
        "zoek": ["taal & geld"], "leefgebied": ["financien"], "doelgroep": ["statushouders"], "leeftijd": ["30"], "taal": ["ti"],
        "gratis": ["ja"], "toegang": ["vrij"], "gebied": ["Almere"], "postcode": ["1315 HR"], "afstand": ["2500"], "dag": ["2"],
        "tijd": ["14:30"], "verwijsbaar": ["ja"], "na": ["abc"],
    ])
    static let deels = Voorzieningenpagina(
        rows: [regel(), regel(nil)], next: "b", total: 300, meerDanTotaal: true, deels: true, bedoeld: ["taal", "geld"])
    static let fout = FormValues(["zoek": ["x"]], errors: [FieldError("postcode", code: "x", "Vul de vier cijfers in.")])

    static let zoeken: [any PageModel] = [
        SocialeKaartPagina(
            .er(deels), Kaartvraag(vraag, keuzes: keuzes), keuzes: keuzes, rollen: [.begeleider], vandaag: vandaag),
        SocialeKaartPagina(
            .er(Voorzieningenpagina(rows: [])), Kaartvraag(vraag, keuzes: keuzes), keuzes: keuzes,
            ruimer: [
                (.init(tekst: "gratis", sleutels: ["gratis"]), 3), (.init(tekst: "x", sleutels: ["taal"]), 0),
                (.init(tekst: "y", sleutels: ["dag", "tijd"]), 1),
            ], rollen: [.vrijwilliger], vandaag: vandaag),
        SocialeKaartPagina(.niet, Kaartvraag(fout), keuzes: nil, rollen: [.begeleider], vandaag: vandaag),
        SocialeKaartPagina(.weg, Kaartvraag(FormValues()), keuzes: nil, rollen: [.beheerder], vandaag: vandaag),
        VoorzieningPagina(detail, FormValues(), rollen: [.begeleider], vandaag: vandaag, demo: true),
    ]

    private static let mis = FormValues(
        ["aantal-locatie": ["1"], "aantal-opening": ["1"], "aantal-telefoon": ["1"], "versie": ["3"]],
        errors: [
            FieldError("naam", code: "x", "Geef een naam."), FieldError("locatie-0-postcode", code: "x", "Een postcode."),
            FieldError("opening-0-dagen", code: "x", "Kies een dag."), FieldError("controle", code: "x", "Kies."),
        ])
    static let bewerken: [any PageModel] = [
        VoorzieningBewerkenPagina(id, bewerkbaar, FormValues()),
        VoorzieningBewerkenPagina(nil, leegBewerkbaar, FormValues()),
        VoorzieningBewerkenPagina(
            id, bewerkbaar, Kaartformulier.waarden(inhoud, begrippen), begonnen: 3, namen: [B.sanne.description: "Sanne de Wit"]),
        VoorzieningBewerkenPagina(id, bewerkbaar, mis),
        VoorzieningGeschiedenisPagina(id, bewerkbaar, namen: [B.sanne.description: "Sanne de Wit"]),
        OrganisatiePagina(
            organisatie,
            .init(
                inhoud: .init(naam: "Bieb", omschrijving: "Boeken", telefoons: [.init(nummer: "036")]), versie: 2,
                voorzieningen: [.init(voorziening: id, naam: "Taalcafé")]), FormValues()),
        OrganisatiePagina(nil, nil, FormValues(["naam": [""]], errors: [FieldError("naam", code: "x", "Geef een naam.")])),
    ]

    static func voorstelregel(_ toestand: String) -> Voorstelregel {
        .init(
            voorstel: nummer, voorziening: id, naam: "Taalcafé", organisatie: "Bibliotheek", toestand: toestand,
            sinds: vandaag.start)
    }
    static func voorstel(_ toestand: String, intussen: Bool = true) -> VoorstelOpvragen.Answer {
        .init(
            regel: voorstelregel(toestand), versie: 2, verschillen: verschillen, toelichting: "Nieuwe prijs",
            intussenGewijzigd: intussen)
    }
    static let controle: [any PageModel] = [
        KaartControlePagina(
            .er(
                .init(
                    verlopen: 1000, navragen: 2, voorstellen: [voorstelregel("te-beoordelen")], rijen: [regel(nil), regel()],
                    volgende: "b")), vandaag: vandaag, na: "a"),
        KaartControlePagina(
            .er(.init(verlopen: 0, navragen: 0, voorstellen: [], rijen: [], volgende: nil)), vandaag: vandaag),
        KaartControlePagina(.weg, vandaag: vandaag),
        BegrippenPagina(
            .er(
                Page(
                    rows: [
                        Begripregel(begrip: UUID(), naam: "Taal", soort: "leefgebied", woorden: 1, nietNagekeken: 0),
                        Begripregel(begrip: UUID(), naam: "X", soort: "y", woorden: 3, nietNagekeken: 2),
                    ], next: "a")), na: "b"),
        BegrippenPagina(.er(Page(rows: []))), BegrippenPagina(.weg),
        BegripPagina(
            .init(
                regel: Begripregel(begrip: UUID(), naam: "Taal", soort: "leefgebied", woorden: 2, nietNagekeken: 1),
                woorden: [
                    .init(
                        woord: UUID(), taal: "ar", soort: "voorkeur", tekst: "تعلم اللغة", nagekekenDoor: "x",
                        nagekekenOp: vandaag, versie: 2),
                    .init(
                        woord: UUID(), taal: "nl", soort: "anders", tekst: "taalles", nagekekenDoor: nil, nagekekenOp: nil,
                        versie: 1),
                ]),
            FormValues(
                ["tekst": ["x"], "nagekeken": ["ja"]],
                errors: ["tekst", "taal", "soort", "nagekeken"].map { FieldError($0, code: "x", "Kijk dit na.") }),
            namen: ["x": "Sanne"]),
        BegripPagina(
            .init(
                regel: Begripregel(begrip: UUID(), naam: "Taal", soort: "upl", woorden: 0, nietNagekeken: 0), woorden: []),
            FormValues()),
        KaartVoorstelPagina(
            voorstel("te-beoordelen"), FormValues(errors: [FieldError("reden", code: "x", "Schrijf waarom.")]), vandaag: vandaag),
        KaartVoorstelPagina(voorstel("gepubliceerd", intussen: false), FormValues(), vandaag: vandaag),
        KaartVoorstelPagina(voorstel("ingetrokken", intussen: false), FormValues(), vandaag: vandaag),
        KaartVoorstelPagina(voorstel("concept", intussen: false), FormValues(), vandaag: vandaag),
    ]

    static func loop(_ toestand: String, _ uitkomst: Kaartinvoer? = nil, fouten: [FieldError]? = nil) -> KaartinvoerStand.Loop {
        .init(toestand: toestand, gedaan: 50, totaal: 100, begonnenOp: vandaag.start, uitkomst: uitkomst, fouten: fouten)
    }
    static let uitkomst = Kaartinvoer(
        tellingen: [.init(soort: "services", nieuw: 1, gewijzigd: 300, gelijk: 98)], weg: 2, zonderControle: 0,
        wijzigingen: [
            .init(soort: "services", id: "a", naam: "Nieuw", wat: "nieuw", verschillen: []),
            .init(soort: "services", id: "b", naam: "Anders", wat: "gewijzigd", verschillen: verschillen),
            .init(soort: "services", id: "c", naam: "Weg", wat: "weg", verschillen: []),
        ])
    private static let tabel = [KaartinvoerStand.Bestand(naam: "services.csv", grootte: 2_500_000)]
    static func bestand(_ proef: KaartinvoerStand.Loop?, _ toepassing: KaartinvoerStand.Loop? = nil) -> KaartBestandPagina {
        KaartBestandPagina(nummer, .init(bestanden: toepassing == nil ? tabel : [], proef: proef, toepassing: toepassing))
    }
    static let bestanden: [any PageModel] = [
        KaartBestandenPagina(
            FormValues(errors: [FieldError("bestand", code: "x", "Kies een bestand.")]), invoer: nummer,
            melding: Melding(.letOp, "Er wordt al een bestand ingelezen.")),
        KaartBestandenPagina(FormValues(), invoer: nummer), bestand(loop("bezig")), bestand(nil),
        bestand(loop("klaar", uitkomst)),
        bestand(loop("geweigerd", fouten: [FieldError("services[0].id", code: "x", "Dit is geen UUID.")])),
        bestand(loop("klaar", uitkomst), loop("bezig")), bestand(loop("klaar", uitkomst), loop("klaar", uitkomst)),
        bestand(loop("klaar", uitkomst), loop("afgebroken")),
    ]

    static func vermelding(_ toestand: String?, gezien: Datum? = nil, status: String = "actief") -> Partnervermelding {
        .init(
            voorziening: id, naam: "Taalcafé", status: status, gecontroleerdOp: gezien, versie: 4,
            plek: .init(stand: "wachtlijst", gemeldOp: vandaag),
            voorstel: toestand.map {
                .init(voorstel: nummer, toestand: $0, reden: "Welke dag?", toelichting: "Nieuw", sinds: vandaag.start, versie: 3)
            })
    }
    static func eigen(_ toestand: String?, status: String = "actief") -> PartnerVermeldingOpvragen.Answer {
        .init(
            vermelding: vermelding(toestand, status: status), inhoud: inhoud, voorgesteld: toestand == nil ? nil : inhoud,
            verschillen: verschillen, begrippen: begrippen)
    }
    private static let zonderControle = FormValues(mis.values, errors: mis.errors.filter { $0.field != "controle" })
    static let partner: [any PageModel] = [
        PartnerKaartPagina(
            .er(
                Page(
                    rows: [
                        vermelding(nil, gezien: vandaag), vermelding("concept"), vermelding("te-beoordelen"),
                        vermelding("teruggestuurd"),
                        vermelding(nil, status: "opgeheven"),
                    ], next: "b", wacht: 60)), vandaag: vandaag, na: "a"),
        PartnerKaartPagina(.er(Page(rows: [])), vandaag: vandaag), PartnerKaartPagina(.weg, vandaag: vandaag),
        PartnerVermeldingPagina(
            eigen("teruggestuurd"), FormValues(errors: [FieldError("antwoord", code: "x", "Kies.")]), vandaag: vandaag),
        PartnerVermeldingPagina(eigen("te-beoordelen"), FormValues(), vandaag: vandaag),
        PartnerVermeldingPagina(eigen(nil, status: "opgeheven"), FormValues(), vandaag: vandaag),
        PartnerVoorstelPagina(eigen("teruggestuurd"), FormValues()),
        PartnerVoorstelPagina(eigen("concept"), zonderControle, gebotst: true), PartnerVoorstelPagina(eigen(nil), zonderControle),
    ]

    static let doel = B.doel(.taalInburgering, "Ik kan zelf een afspraak maken.", .bezig)
    private static let suggesties = Suggesties(rows: [
        regel(), B.eenGebied,
    ])
    static let doelen: [any PageModel] = [
        DoelvoorzieningenPagina(
            B.hoofd, doel, .er(suggesties), lopend: .er([B.verwijzing]), keuzes: keuzes,
            DoelvoorzieningenPagina.begin(B.persoon, keuzes: keuzes, vandaag: vandaag), vandaag: vandaag),
        DoelvoorzieningenPagina(
            B.leegHoofd, doel, .er(Suggesties(rows: [])), lopend: .weg, keuzes: nil,
            FormValues(errors: [FieldError("postcode", code: "x", "Vier cijfers.")]), vandaag: vandaag),
        DoelvoorzieningenPagina(B.hoofd, doel, .weg, lopend: .niet, keuzes: nil, FormValues(), vandaag: vandaag),
        VandaagPagina(
            Aangemeld(id: B.sanne, naam: "Balie", rollen: [.partner]), vandaag: vandaag, punten: nil,
            eigen: Page(rows: [vermelding("teruggestuurd")], wacht: 2)),
    ]

    static let alle = zoeken + bewerken + controle + bestanden + partner + doelen
}
