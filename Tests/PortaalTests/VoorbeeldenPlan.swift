// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Examples of the pages of the plan van aanpak.
enum VoorbeeldenPlan {
    private typealias B = VoorbeeldenBegeleider
    private static let ids = SeededIDSource(seed: 9)
    private static let karel: GebruikerID = ids.make()
    private static let gebruikers = [B.sanne: "Sanne de Wit", karel: "Karel Bos"]
    private static let vandaag = B.vandaag
    static let nu = vandaag.at(hour: 10)

    static func actie(
        _ tekst: String, _ wie: Actiehouder, op: Int? = nil, _ toestand: ActieToestand = .open, door: Actiehouder? = nil,
        verwijzing: VerwijzingID? = nil
    ) -> Planoverzicht.Actie {
        .init(
            actie: ids.make(), tekst: tekst, wie: wie, verwijzing: verwijzing, uiterlijkOp: op.map(B.dag), toestand: toestand,
            gedaanOp: toestand == .gedaan ? B.dag(-2) : nil, gedaanDoor: door, versie: 2, gewijzigdOp: nu, gewijzigdDoor: B.sanne)
    }
    static func doel(
        _ gebied: Leefgebied, _ tekst: String, _ toestand: DoelToestand, streef: Int? = nil, woorden: String? = nil,
        reden: String? = nil, voor: DossierID? = nil, acties: [Planoverzicht.Actie] = []
    ) -> Planoverzicht.Doel {
        .init(
            doel: ids.make(), voor: voor, leefgebied: gebied, tekst: tekst, woorden: woorden, toestand: toestand, reden: reden,
            streefdatum: streef.map(B.dag), bereiktOp: toestand == .bereikt ? B.dag(-3) : nil, versie: 2, gewijzigdOp: nu,
            gewijzigdDoor: B.sanne, acties: acties)
    }
    static let doelen = [
        doel(
            .taalInburgering, "Ik kan zelf een afspraak maken bij de huisarts.", .bezig, streef: 30,
            woorden: "Ik wil zelf bellen, zonder mijn zoon.",
            acties: [
                actie("Zinnen leren om te bellen", .client, op: -1), actie("Samen bellen", .begeleider, op: 4),
                actie("Taalcafé", .partner, op: 40, verwijzing: B.verwijzing.verwijzing),
                actie("Nummer opschrijven", .client, .gedaan, door: .begeleider), actie("Niet meer nodig", .client, .vervallen),
            ]),
        doel(.taalInburgering, "Ik ga drie keer per week naar taalles.", .open, acties: [actie("Aanmelden", .client)]),
        doel(.financien, "Ik begrijp mijn post.", .bereikt, acties: [actie("Map kopen", .client, .gedaan)]),
        doel(.financien, "Ik heb een spaarpotje.", .deelsBereikt, streef: -4, reden: "Het kan nu niet"),
        doel(.onderwijs, "Mijn kind gaat naar school.", .open, streef: -2, voor: B.kind),
        doel(.werk, "Ik heb een stageplek.", .vervallen, reden: "Niet meer nodig"),
    ]
    static let stap = Planstap(
        versie: 7, op: nu, door: B.sanne, zin: "Nieuwe actie bij een doel over wonen.", vraagtAkkoord: true)
    static func besluit(_ keus: Plankeus, _ wie: Planstem = .client, naam: String? = "Mehret Tesfay", taal: String? = "ti")
        -> Planoverzicht.Besluit
    {
        .init(
            versie: 6, keus: keus, op: B.dag(-9), wie: wie, naam: naam, taal: taal, tolk: taal == nil ? .geen : .telefonisch,
            opmerking: keus == .geweigerd ? "Ik wil eerst werk." : nil, door: B.sanne)
    }
    static func plan(
        _ doelen: [Planoverzicht.Doel] = doelen, akkoord: Bool = false, loopt: Bool = true,
        besluiten: [Planoverzicht.Besluit] = [], zegel: Bool? = nil, vol: Bool = true
    ) -> Planoverzicht {
        .init(
            dossier: B.dossier, loopt: loopt, versie: 7, nieuwste: zegel == nil ? 7 : 9, stap: vol ? stap : nil, doelen: doelen,
            kinderen: vol ? [B.kind] : [], akkoordOp: akkoord ? B.dag(-2) : nil, besluiten: besluiten,
            gesprekken: vol
                ? [
                    .init(versie: 6, op: B.dag(-9), volgendOp: B.dag(5), opmerking: "Het gaat goed.", door: B.sanne),
                    .init(versie: 2, op: B.dag(-40)),
                ] : [],
            volgendGesprekOp: vol ? B.dag(5) : nil, besprekenUiterlijk: vol ? B.dag(5) : nil,
            besprekenWaarom: vol ? "Dit gesprek is gepland." : nil,
            redenen: [.init(code: "kan-nu-niet", naam: "Het kan nu niet")],
            zegel: zegel.map { .init(op: B.dag(-9), hash: String(repeating: "ab", count: 32), klopt: $0) })
    }
    static let kindplan = Planoverzicht(
        dossier: B.kind, planVan: B.dossier, loopt: true, versie: 0, nieuwste: 0,
        doelen: [doel(.onderwijs, "Mijn kind gaat naar school.", .open)])
    private static let zinnen: [DoelenBibliotheek.Zin] = [
        .init(
            leefgebied: .taalInburgering, tekst: "Ik ga drie keer per week naar taalles.", code: "taal-les",
            acties: [.init(code: "x", tekst: "Het rooster ophangen.", wie: .client)]),
        .init(leefgebied: .wonen, tekst: "Ik ken mijn buren.", code: "wonen-buren"),
        .init(leefgebied: .werk, tekst: "Ik heb een cv.", acties: []),
    ]
    private static func fout(_ velden: String...) -> [FieldError] {
        velden.map { FieldError($0, code: "x", "Kijk dit na.") }
    }

    static var alle: [any PageModel] { overzicht + doel + actie + akkoord + versies + afdruk + botsing }

    private static let overzicht: [any PageModel] = [
        PlanPagina(
            B.hoofd, .er(plan(besluiten: [besluit(.akkoord), besluit(.geweigerd, .voogd)])), bibliotheek: zinnen, FormValues(),
            namen: B.namen, gebruikers: gebruikers, rollen: B.rollen, vandaag: vandaag),
        PlanPagina(
            B.hoofd, .er(plan(akkoord: true, loopt: false)), bibliotheek: zinnen, FormValues(), rollen: B.rollen, vandaag: vandaag
        ),
        PlanPagina(
            B.hoofd, .er(plan([], vol: false)), bibliotheek: [],
            FormValues().refused(fout("leefgebied", "tekst", "woorden", "streefdatum", "op", "volgendOp", "opmerking")),
            rollen: B.rollen, vandaag: vandaag),
        PlanPagina(
            B.hoofd, .er(plan(besluiten: [besluit(.geweigerd, naam: nil, taal: nil)], vol: false)), bibliotheek: [],
            FormValues(["doel": [doelen[0].doel.description]]).refused(fout("reden")), rollen: B.rollen, vandaag: vandaag),
        PlanPagina(B.hoofd, .er(kindplan), bibliotheek: [], FormValues(), namen: B.namen, rollen: B.rollen, vandaag: vandaag),
        PlanPagina(B.leegHoofd, .weg, bibliotheek: [], FormValues(), rollen: B.rollen, vandaag: vandaag),
    ]
    private static func doelpagina(
        _ nummer: Int, _ form: FormValues? = nil, actieform: FormValues = FormValues(), loopt: Bool = true
    )
        -> PlanDoelPagina
    {
        let doel = doelen[nummer]
        return PlanDoelPagina(
            B.hoofd, plan(loopt: loopt), doel, bibliotheek: zinnen, verwijzingen: nummer == 0 ? [B.verwijzing] : [],
            form ?? PlanDoelPagina.begin(doel), actieform: actieform, namen: B.namen, gebruikers: gebruikers, rollen: B.rollen,
            vandaag: vandaag)
    }
    private static let doel: [any PageModel] = [
        doelpagina(0), doelpagina(1), doelpagina(4), doelpagina(3, loopt: false),
        doelpagina(0, FormValues(["versie": ["1"]]).refused(fout("tekst", "woorden", "streefdatum"))),
        doelpagina(0, actieform: FormValues().refused(fout("tekst", "wie", "uiterlijkOp", "verwijzing"))),
    ]
    private static func actiepagina(_ nummer: Int, _ form: FormValues? = nil, loopt: Bool = true) -> PlanActiePagina {
        let actie = doelen[0].acties[nummer]
        return PlanActiePagina(
            B.hoofd, plan(loopt: loopt), doelen[0], actie, verwijzingen: nummer == 2 ? [B.verwijzing] : [],
            form ?? PlanActiePagina.begin(actie), gebruikers: gebruikers, rollen: B.rollen, vandaag: vandaag)
    }
    private static let actie: [any PageModel] = [
        actiepagina(0), actiepagina(2, FormValues().refused(fout("tekst", "wie", "uiterlijkOp", "verwijzing"))), actiepagina(3),
        actiepagina(4), actiepagina(1, loopt: false),
    ]
    private static let akkoord: [any PageModel] = [
        PlanAkkoordPagina(
            B.hoofd, plan(), PlanAkkoordPagina.begin(B.hoofd, B.persoon, versie: 7, vandaag: vandaag), namen: B.namen,
            vandaag: vandaag),
        PlanAkkoordPagina(
            B.leegHoofd, plan([]),
            FormValues(["versie": ["5"]]).refused(
                fout("keus", "wie", "naam", "op", "taal", "tolk", "opmerking", "volgendOp")), vandaag: vandaag),
    ]
    private static let stappen = [
        stap, Planstap(versie: 6, op: nu, door: nil, zin: "Doel gewijzigd.", vraagtAkkoord: true, akkoordOp: B.dag(-9)),
        Planstap(versie: 5, op: nu, door: karel, zin: "Doel gewijzigd.", vraagtAkkoord: true, geweigerdOp: B.dag(-9)),
        Planstap(versie: 1, op: nu, door: karel, zin: "Het plan is gemaakt.", vraagtAkkoord: true),
    ]
    private static func verschil(_ regels: [Planverschillen.Regel]) -> PlanVergelijkPagina {
        PlanVergelijkPagina(
            B.hoofd, .init(van: stappen[2], naar: stappen[0], regels: regels), namen: B.namen, gebruikers: gebruikers,
            vandaag: vandaag)
    }
    private static let versies: [any PageModel] = [
        PlanVersiesPagina(
            B.hoofd, .er(Page(rows: stappen, next: "1", total: 7)), gebruikers: gebruikers, vandaag: vandaag, na: "9"),
        PlanVersiesPagina(B.hoofd, .er(Page(rows: [stappen[3]])), gebruikers: [:], vandaag: vandaag),
        PlanVersiesPagina(B.leegHoofd, .weg, gebruikers: [:], vandaag: vandaag),
        PlanVersiePagina(
            B.hoofd, plan(besluiten: [besluit(.akkoord), besluit(.geweigerd)], zegel: true), namen: B.namen,
            gebruikers: gebruikers, vandaag: vandaag),
        PlanVersiePagina(B.hoofd, plan([], zegel: false, vol: false), namen: [:], gebruikers: [:], vandaag: vandaag),
        verschil([
            .init(soort: "toegevoegd", wat: "doel", leefgebied: .wonen, voor: B.kind, zin: "Nieuw doel: “Ik fiets.”", velden: []),
            .init(
                soort: "gewijzigd", wat: "actie", leefgebied: .wonen, voor: nil, zin: "Actie gedaan: “Bellen”.",
                velden: [
                    .init(naam: "Stand", oud: "Nog te doen", nieuw: "Gedaan"), .init(naam: "Uiterlijk", oud: nil, nieuw: nil),
                ]),
        ]), verschil([]),
    ]
    private static let afdruk: [any PageModel] = [
        PlanAfdrukPagina(
            B.hoofd, .er(plan()), stap: .init(tekst: "Samen naar de bank.", op: B.dag(2)), begeleider: "Sanne de Wit",
            verwijzingen: [B.verwijzing.verwijzing: "Bibliotheek"], namen: B.namen, telefoon: "036 000 0000", vandaag: vandaag),
        PlanAfdrukPagina(
            B.leegHoofd, .er(plan([], vol: false)), stap: nil, begeleider: nil, verwijzingen: [:], namen: [:], vandaag: vandaag),
        PlanAfdrukPagina(B.leegHoofd, .weg, stap: nil, begeleider: nil, verwijzingen: [:], namen: [:], vandaag: vandaag),
    ]
    static func botsing(_ form: FormValues) -> BotsingPagina {
        BotsingPagina(
            Botsing(
                form, PlanDoelPagina.botsvelden(doelen[0]), versie: 5, ik: "Sanne de Wit (u), nu",
                ander: "Karel Bos, vandaag om 10:42", actie: "/x", terug: "/y"), wie: "Karel Bos", wat: "dit doel", form: form,
            kruimels: B.hoofd.kruimels)
    }
    private static let botsing: [any PageModel] = [
        botsing(FormValues(["tekst": ["Ik bel zelf."], "was-tekst": ["Ik bel."], "woorden": [""]])),
        botsing(FormValues(["tekst": ["Ik bel zelf."], "ander-tekst": ["x"]]).refused(fout("kies-tekst"))),
        botsing(PlanDoelPagina.begin(doelen[0])),
    ]
}
