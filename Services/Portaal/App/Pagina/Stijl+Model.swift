// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The living page of the design system: every part in every state. Browser tests look at it at two widths.
struct StijlPagina: PageModel {
    static let template = "stijl"
    let titel = "Stijl"
    let kruimels = [Koppeling("Help", "/help")]
    let bedrag = Bedrag(cents: 123_456).description

    struct Kleur: Sendable {
        let klasse: String
        let naam: String
        let gebruik: String
        init(_ klasse: String, _ naam: String, _ gebruik: String) {
            (self.klasse, self.naam, self.gebruik) = (klasse, naam, gebruik)
        }
    }
    struct Formulier: Sendable {
        let velden: [Veld]
        let keuzes: [Keuzegroep]
        let kiesvak: Kiesvak
        let datum: DatumVeld
        let tekstvlak: Tekstvlak
        let bestand: BestandVeld
    }
    struct KlokVoorbeeld: Sendable {
        let naam: String
        let klok: Klok
    }
    struct Taak: Sendable {
        let wie: String
        let wat: String
        let label: Label
    }

    let kleuren = [
        Kleur("papier", "Papier", "de achtergrond"), Kleur("vlak-wit", "Vlak", "kaarten en velden"),
        Kleur("inkt", "Inkt", "tekst"),
        Kleur("merk", "Wegwijs", "knoppen, wat nu geldt"), Kleur("zon", "Zon", "aandacht, nooit als tekst"),
        Kleur("goed", "Goed", "geregeld, gelukt"), Kleur("let-op", "Let op", "bijna te laat"),
        Kleur("fout", "Fout", "te laat, mis"),
        Kleur("info", "Info", "om te weten"),
    ]
    let tabs = Tabs(
        "Voorbeeld van een dossier",
        [
            .init("Overzicht", "#s-kleur", actief: true), .init("Plan", "#s-tekst", aantal: 4),
            .init("Regeldag", "#s-bord", aantal: 12), .init("Contact", "#s-tijd"),
        ])
    let meldingen = [
        Melding(.info, "De gemeente krijgt het tussenrapport na zes maanden."),
        Melding(.goed, "Het contact is vastgelegd."),
        Melding(
            .letOp, "De zorgverzekering moet voor 1 mei 2027 geregeld zijn.", titel: "Nog 12 dagen",
            link: Koppeling("Naar de regeldag", "#s-bord")),
        Melding(.fout, "De sociale kaart is even niet bereikbaar. Probeer het over een minuut opnieuw.", titel: "Niet verstuurd"),
    ]
    let botsing = Botsing(
        FormValues([
            "sb-doel": ["Ik betaal mijn rekeningen zelf."], "was-sb-doel": ["Ik leer rekeningen betalen."],
            "sb-dag": ["2027-05-01"], "was-sb-dag": ["2027-05-01"],
        ]),
        [
            Botsveld("sb-doel", "Doel", nu: "Ik betaal mijn huur en energie zelf.", lang: true),
            Botsveld("sb-dag", "Streefdatum", nu: "2027-06-01", toon: Botsveld.dag),
        ], versie: 4, ik: "Sanne de Wit (u), nu", ander: "Karel Bos, vandaag om 10:42", actie: "/stijl", terug: "#s-botsing")
    let ongedaan = Ongedaan("Het doel is op bereikt gezet.", actie: "/stijl", velden: [VerborgenVeld("doel", "1")])
    let leegFormulier = Self.formulier("a", FormValues(["a-soort": ["telefoon"]]))
    let foutFormulier: Formulier
    let fouten: Foutenlijst?
    let labels = [
        Label("Concept"), Label("Geregeld", .goed), Label("Bijna te laat", .letOp), Label("Te laat", .fout),
        Label("Aangevraagd", .info),
        Label("Loopt", .merk), Label("Niet van toepassing", .leeg),
    ]
    let cijfers = Cijfers([
        .init("Mensen in begeleiding", "37", href: "#s-tabel"), .init("Contact gepland", "12", onder: "deze week"),
        .init("Bijna te laat", "3", href: "#s-bord", kleur: .letOp),
        .init("Langer dan 14 dagen stil", "2", href: "#s-tabel", kleur: .fout),
    ])
    let filter = Filter(
        "Mensen zoeken", actie: "/stijl", label: "Naam of dossier", FormValues(["zoek": ["Tesfay"]]),
        kiesvakken: [
            Kiesvak(
                "fase", "Fase", FormValues(), [Optie("vestiging", "Vestiging"), Optie("afronding", "Afronding")],
                leeg: "Alle fasen")
        ])
    let tabel = Tabel(
        "Mijn mensen",
        kolommen: [.init("Naam"), .init("Fase"), .init("Laatste contact"), .init("Dagen over", getal: true), .init("Stand")],
        rijen: [
            [
                .link("Selam Tesfay", href: "#s-tabel"), .tekst("Vestiging"), .tekst("gisteren"), .tekst("231"),
                .label(Label("Op schema", .goed)),
            ],
            [
                .link("Ahmad al-Khatib", href: "#s-tabel"), .tekst("Stabilisatie"), .tekst("16 dagen geleden"), .tekst("148"),
                .label(Label("Lang stil", .letOp)),
            ],
            [
                .link("Miryam Haile-Ghebremedhin", href: "#s-tabel"), .tekst("Afronding"), .tekst("3 maart"), .tekst("9"),
                .label(Label("Rapport te laat", .fout)),
            ],
        ])
    let bladeren = Bladeren("1 tot 25 van 37", vorige: "#s-tabel", volgende: "#s-tabel")
    let klokken: [KlokVoorbeeld]
    let taken = [
        Taak(wie: "Selam Tesfay", wat: "Bijstand aanvragen, voor de dag van de sleutel", label: Label("vandaag", .fout)),
        Taak(wie: "Ahmad al-Khatib", wat: "Al 16 dagen geen contact", label: Label("bellen", .letOp)),
        Taak(wie: "Familie Haile", wat: "Tussenrapport nakijken", label: Label("over 6 dagen")),
    ]
    let gegevens = Gegevens([
        .init("Taal", "Tigrinya, leest een beetje Engels"), .init("Telefoon", "06 0000 0000", href: "#s-kaart"),
        .init("Stand", Label("Loopt", .merk)),
        .init("Adres", "Voorbeeldstraat 1, Almere"),
    ])
    let bord = Bord([
        .init(
            "open", "Open",
            [
                .init(
                    "Zorgverzekering", href: "#s-bord", tekst: "voor 1 mei 2027", label: Label("nog 12 dagen", .letOp),
                    kleur: .letOp),
                .init("DigiD activeren", href: "#s-bord", tekst: "na inschrijving BRP"),
            ]),
        .init("bezig", "Aangevraagd", [.init("Bijstand", href: "#s-bord", tekst: "besluit binnen 8 weken", kleur: .info)]),
        .init(
            "klaar", "Geregeld",
            [
                .init("Inschrijving BRP", href: "#s-bord", tekst: "18 januari 2027", kleur: .goed),
                .init("Bankrekening", tekst: "20 januari 2027", kleur: .goed),
            ]),
        .init(
            "mis", "Afgewezen of te laat",
            [.init("Huurtoeslag", href: "#s-bord", tekst: "bezwaar tot 2 maart", label: Label("te laat", .fout), kleur: .fout)]),
        .init("nvt", "Niet van toepassing", []),
    ])
    let schuif = Schuif("s-caseload", "Trajecten per begeleider", waarde: 35, nu: 30, 5...60, eenheid: ("traject", "trajecten"))
    let tijdlijn: Tijdlijn
    let grafieken = [
        Grafiek.staven(
            "Instroom tegen de taakstelling", omschrijving: "De instroom bleef in maart en april achter bij de taakstelling.",
            labels: ["jan", "feb", "mrt", "apr", "mei", "jun"],
            [.init("Instroom", [28, 31, 19, 22, 34, 40]), .init("Taakstelling", [29, 29, 29, 29, 29, 29])]),
        Grafiek.lijn(
            "Dagen tot het eerste contact", omschrijving: "Het aantal dagen tot het eerste contact daalde van 11 naar 4,5.",
            labels: ["kw 1", "kw 2", "kw 3", "kw 4"], [.init("Gemiddeld", [11, 8.5, 6, 4.5]), .init("Afspraak", [5, 5, 5, 5])],
            eenheid: "dagen"),
    ]
    let leeg = Leeg(
        "Nog geen verwijzingen", "Verwijs iemand door naar een organisatie op de sociale kaart.",
        actie: Koppeling("Zoek op de sociale kaart", "#s-leeg"))
    let rtlMelding = Melding(.goed, "تم حفظ الموعد.")
    let rtlTijdlijn: Tijdlijn

    init(vandaag: Datum) {
        let mis = FormValues(
            [
                "b-naam": ["Selam"], "b-datum": ["2031-02-01"], "b-geboren-jaar": ["1990"], "b-geboren-maand": ["13"],
                "b-tekst": ["Wij spraken over\nde school."],
            ],
            errors: [
                .init("b-datum", code: "toekomst", "Deze datum ligt in de toekomst. Kies vandaag of eerder."),
                .init("b-soort", code: "verplicht", "Kies hoe het contact was."),
                .init("b-plaats", code: "verplicht", "Kies waar het was."),
                .init("b-geboren", code: "datum", "Deze maand bestaat niet. Kies 1 tot en met 12."),
                .init("b-tekst", code: "lang", "Deze tekst is te lang. Houd het bij 4000 tekens."),
                .init("b-bestand", code: "groot", "Dit bestand is te groot. Kies een bestand van hoogstens 10 MB."),
            ])
        foutFormulier = Self.formulier("b", mis)
        fouten = Foutenlijst(mis)
        let rapport = { (begin: Datum) in [("Tussenrapport", begin.adding(months: 6))] }
        klokken = [("Loopt", -120, false), ("Bijna om", -250, false), ("Voorbij", -290, false), ("Staat stil", -60, true)].map {
            naam, dagen, stil in
            let begin = vandaag.adding(days: dagen)
            return KlokVoorbeeld(
                naam: naam,
                klok: Klok(
                    start: begin, einde: begin.adding(months: 9), vandaag: vandaag, momenten: rapport(begin), gepauzeerd: stil))
        }
        tijdlijn = Tijdlijn([
            .init(vandaag.adding(days: 12), "Zorgverzekering moet geregeld zijn", href: "#s-tijd", kleur: .straks),
            .init(
                vandaag, "Huisbezoek", tekst: "Post doorgenomen, afspraak met school gemaakt.", wie: "door u, 40 minuten",
                href: "#s-tijd"),
            .init(
                vandaag.adding(days: -3), "Niet verschenen op het spreekuur", tekst: "Gebeld, nieuwe afspraak gemaakt.",
                kleur: .letOp),
            .init(vandaag.adding(days: -9), "Doel bereikt: een eigen bankrekening", kleur: .goed),
        ])
        rtlTijdlijn = Tijdlijn([
            .init(vandaag, "زيارة منزلية", tekst: "موعد مع المدرسة", wanneer: "اليوم"),
            .init(vandaag.adding(days: -9), "حساب مصرفي", kleur: .goed, wanneer: "الأسبوع الماضي"),
        ])
    }

    private static func formulier(_ voor: String, _ form: FormValues) -> Formulier {
        Formulier(
            velden: [
                Veld("\(voor)-naam", "Naam", form, hulp: "Zoals op het verblijfsdocument."),
                Veld("\(voor)-datum", "Datum van het contact", form, soort: .datum),
                Veld("\(voor)-duur", "Duur in minuten", form, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 3),
            ],
            keuzes: [
                Keuzegroep(
                    "\(voor)-soort", "Hoe was het contact?", form, Contactsoort.allCases.map { Optie($0.rawValue, $0.naam) },
                    naast: true),
                Keuzegroep(
                    "\(voor)-lang", "Hoe lang, in minuten?", form, [5, 15, 30, 45, 60].map { Optie(String($0), String($0)) },
                    verplicht: false, rij: true),
                Keuzegroep(
                    "\(voor)-wie", "Wie waren erbij?", form,
                    [
                        Optie("tolk", "Tolk", hulp: "Aan de telefoon of erbij"), Optie("partner", "Partner"),
                        Optie("kind", "Kind"),
                    ], meer: true, verplicht: false),
            ],
            kiesvak: Kiesvak(
                "\(voor)-plaats", "Plaats", form, [Optie("thuis", "Bij iemand thuis"), Optie("kantoor", "Op kantoor")]),
            datum: DatumVeld(
                "\(voor)-geboren", "Geboortedatum", form, hulp: "Weet u een deel niet? Laat dat leeg.", verplicht: false),
            tekstvlak: Tekstvlak(
                "\(voor)-tekst", "Aantekening", form, hulp: "Schrijf wat u zag of hoorde, geen oordeel.", verplicht: false,
                regels: 4),
            bestand: BestandVeld(
                "\(voor)-bestand", "Bewijs", form, soorten: ["image/jpeg", "image/png", "application/pdf"],
                hulp: "Een foto of PDF van hoogstens 10 MB.", verplicht: false))
    }
}
