// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Examples of the pages of referrals that are not the begeleider's own dossier pages.
enum VoorbeeldenVerwijzing {
    private static let vandaag = Voorbeelden.vandaag
    private static let ids = SeededIDSource(seed: 33)
    private typealias V = VoorbeeldenBegeleider

    static var alle: [any PageModel] { lijsten + partner + link + afspraken + verwijzing + andere }

    static func regel(_ toestand: VerwijzingToestand, taken: [String]? = nil, dagen: Int? = -1) -> Verwijzingsregel {
        var regel = V.met(toestand, wacht: toestand == .concept ? "verwijzer" : "partner")
        (regel.taken, regel.urgentie, regel.vervangt) = (taken, "spoed", ids.make())
        regel.uiterlijkOp = dagen.map { vandaag.adding(days: $0) }
        return regel
    }

    private static let lijsten: [any PageModel] = [
        VerwijzingenPagina(
            .er(Page(rows: [regel(.verstuurd, taken: ["geen-antwoord"]), regel(.ontvangen, dagen: 9)], next: "0|x")),
            namen: V.namen, rollen: [.teamleider], vandaag: vandaag, na: "0|a"),
        VerwijzingenPagina(.er(Page(rows: [])), namen: [:], rollen: [.begeleider], vandaag: vandaag),
        VerwijzingenPagina(.weg, namen: [:], rollen: [.begeleider], vandaag: vandaag),
        PartneroverzichtPagina(
            .er([
                Partneroverzicht(
                    organisatie: ids.make(), naam: "Bibliotheek", verstuurd: 8, verbonden: 5, verlopen: 1, afgewezen: 2,
                    urenTotOntvangst: 3.5, urenTotBesluit: nil, dagenTotContact: 6, redenen: ["geen-capaciteit": 2])
            ]), van: vandaag.adding(months: -6), tot: vandaag),
        PartneroverzichtPagina(.er([]), van: vandaag, tot: vandaag), PartneroverzichtPagina(.weg, van: vandaag, tot: vandaag),
    ]

    static func aanPartner(
        _ toestand: VerwijzingToestand, mogelijk: [VerwijzingToestand], persoon: Bool = false, dicht: Bool = false,
        vraag: Bool = false
    ) -> Partnerverwijzing {
        Partnerverwijzing(
            verwijzing: ids.make(), voorzieningNaam: "Taalcafé", leefgebied: .taalInburgering, toestand: toestand,
            wachtOp: toestand == .afgerond ? nil : "partner", uiterlijkOp: vraag ? nil : vandaag.adding(days: 1), versie: 3,
            urgentie: "spoed", verstuurdOp: vandaag.start, deelpakket: dicht ? nil : V.pakket,
            persoon: persoon ? ["voornaam": "Mehret", "contactweg": "0612345678"] : nil, persoonNietBereikbaar: dicht,
            antwoord: [:], mogelijk: mogelijk, statusvraagOp: vraag ? vandaag : nil,
            geschiedenis: [.init(wanneer: vandaag.start, naar: .verstuurd, wie: "verwijzer")])
    }

    private static let allesMogelijk: [VerwijzingToestand] = [
        .ontvangen, .wachtlijst, .geaccepteerd, .afgewezen, .gestart, .afgerond,
    ]
    private static let partner: [any PageModel] = [
        PartnerPagina(
            .er(
                Page(
                    rows: [aanPartner(.verstuurd, mogelijk: []), aanPartner(.gestart, mogelijk: [], vraag: true)], next: "1|a",
                    wacht: 2)),
            vandaag: vandaag),
        PartnerPagina(.er(Page(rows: [])), vandaag: vandaag), PartnerPagina(.weg, vandaag: vandaag, na: "1"),
        PartnerVerwijzingPagina(
            aanPartner(.verstuurd, mogelijk: allesMogelijk),
            FormValues(["naar": ["geaccepteerd"]], errors: [FieldError("verwachteStartdatum", code: "x", "Vul de datum in.")]),
            vandaag: vandaag),
        PartnerVerwijzingPagina(
            aanPartner(.gestart, mogelijk: [.afgerond], persoon: true, vraag: true),
            FormValues(["naar": ["afgerond"]], errors: [FieldError("uitkomst", code: "x", "Kies.")]), vandaag: vandaag),
        PartnerVerwijzingPagina(aanPartner(.afgerond, mogelijk: [], dicht: true), FormValues(), vandaag: vandaag),
    ]

    static func opLink(_ verwijzing: Partnerverwijzing, antwoord: Bool = true, code: Bool = false) -> AntwoordlinkOpenen.Answer {
        .init(
            verwijzing: verwijzing, organisatie: "Bibliotheek", verlooptOp: vandaag.adding(days: 7), neemtAntwoord: antwoord,
            neemtCode: code)
    }

    private static let link: [any PageModel] = [
        AntwoordlinkPagina(
            opLink(aanPartner(.verstuurd, mogelijk: [.ontvangen, .wachtlijst, .geaccepteerd, .afgewezen])), pad: "/p/x",
            FormValues(["naar": ["afgewezen"]], errors: [FieldError("redenAfwijzing", code: "x", "Kies waarom.")]),
            vandaag: vandaag),
        AntwoordlinkPagina(
            opLink(aanPartner(.geaccepteerd, mogelijk: []), antwoord: false, code: true), pad: "/p/x",
            FormValues(errors: [FieldError("code", code: "x", "Deze code klopt niet.")]), vandaag: vandaag),
        AntwoordlinkPagina(
            opLink(aanPartner(.geaccepteerd, mogelijk: []), antwoord: false, code: true), pad: "/p/x", FormValues(),
            persoon: ["voornaam": "Mehret"], vandaag: vandaag),
        LinkDichtPagina(), VerwijzingLinkPagina(ids.make(), adres: "https://wegwijs.example/p/x", tot: vandaag),
        VerwijzingLinkPagina(ids.make(), code: "12345678"),
    ]

    private static func afspraak(vol: Bool) -> VerwijsafspraakOpvragen.Answer {
        .init(
            voorziening: ids.make(), naam: "Taalcafé", organisatie: vol ? ids.make() : nil,
            organisatieNaam: vol ? "Bibliotheek" : nil, mogelijk: ["taalcode", "voornaam", "geboortedatum", "toelichting"],
            velden: ["taalcode", "geboortedatum"], standaard: ["taalcode", "voornaam"],
            redenen: vol ? ["geboortedatum": "nodig voor de pas"] : [:], grondslag: vol ? "toestemming" : nil, versie: 1,
            afspraakTot: vol ? vandaag.adding(days: -1) : nil,
            capaciteit: vol
                ? .init(stand: "plaats", over: 2, gereserveerd: 1, gemeldOp: vandaag) : nil)
    }

    private static let afspraken: [any PageModel] = ["velden", "afspraak", "plaatsen", ""].map { wat in
        VerwijsafspraakPagina(
            afspraak(vol: wat != ""),
            FormValues(
                ["wat": [wat]],
                errors: [
                    FieldError("velden", code: "x", "Kies."), FieldError("geldigTot", code: "x", "Vul in."),
                    FieldError("vrij", code: "x", "Vul in."), FieldError("reden-geboortedatum", code: "x", "Leg uit."),
                    FieldError("grondslag", code: "x", "Kies."), FieldError("antwoord", code: "x", "Kies."),
                ].filter { fout in
                    [
                        "velden": ["velden", "reden-geboortedatum", "grondslag"], "afspraak": ["geldigTot"],
                        "plaatsen": ["vrij", "antwoord"],
                    ][
                        wat]?.contains(fout.field) == true
                }), rollen: wat == "" ? [.begeleider] : [.teamleider], vandaag: vandaag)
    }

    static func heel(_ toestand: VerwijzingToestand, taken: [String]? = nil, mogelijk: [VerwijzingToestand]? = nil)
        -> VerwijzingOpvragen.Answer
    {
        var regel = regel(toestand, taken: taken)
        if [.afgewezen, .verlopen, .afgerond].contains(toestand) { regel.wachtOp = nil }
        return .init(
            regel: regel, deelpakket: V.pakket,
            waarschuwingen: toestand == .concept ? ["geen-plaats", "partnerafspraak-verlopen"] : [],
            geschiedenis: V.geschiedenis, naAcceptatie: ["voornaam", "bereikbaarheid", "toelichting"], voorbeeld: "abc",
            mogelijk: mogelijk,
            instemming: .init(
                door: "persoon", op: vandaag, hoe: "mondeling", taal: "ti", metTolk: true, isGeldig: toestand != .wachtlijst),
            grondslag: "toestemming", ontheffing: "door-persoon", grondslagVoorziening: "toestemming",
            klok: .init(
                herinneringOp: vandaag, herinnerdOp: toestand == .ontvangen ? vandaag : nil, escalatieOp: vandaag,
                escalatieOm: vandaag.start, uiterlijkOp: vandaag, statusvraagOp: toestand == .gestart ? vandaag : nil),
            link: .init(gemaaktOp: vandaag.start, verlooptOp: vandaag, isBeantwoord: false, heeftCode: true, isOpSlot: true),
            capaciteit: .init(stand: "plaats", over: 2, gereserveerd: 1, gemeldOp: vandaag), afspraakTot: vandaag,
            vervangenDoor: toestand == .verlopen ? ids.make() : nil)
    }

    private static let begeleider: Set<Role> = [.begeleider]
    private static let verwijzing: [any PageModel] = [
        VerwijzingPagina(heel(.concept), V.hoofd, FormValues(), rollen: begeleider, vandaag: vandaag),
        VerwijzingPagina(
            heel(.wachtlijst, taken: ["instemming-vernieuwen"]), V.hoofd,
            FormValues(
                ["naar": ["instemming"]], errors: [FieldError("hoe", code: "x", "Kies."), FieldError("op", code: "x", "Vul in.")]),
            rollen: begeleider, vandaag: vandaag),
        VerwijzingPagina(
            heel(.gestart, mogelijk: [.afgerond]), V.hoofd,
            FormValues(
                ["naar": ["afgerond"]],
                errors: [FieldError("uitkomst", code: "x", "Kies."), FieldError("einddatum", code: "x", "Vul in.")]),
            rollen: begeleider, vandaag: vandaag),
        VerwijzingPagina(
            heel(.verlopen, taken: ["opnieuw-kiezen"], mogelijk: [.ontvangen]), V.hoofd,
            FormValues(["naar": ["ontvangen"]], errors: [FieldError("toelichting", code: "x", "Leg uit.")]),
            rollen: [.teamleider], vandaag: vandaag),
    ]

    private static let andere: [any PageModel] = [
        BerichtenPagina(
            gemeenten: .init(
                page: Page(rows: []),
                aantal: .init(
                    voorMens: 0, wordtHerhaald: 0,
                    vasteBestanden: [
                        .init(bestandsnaam: "aanmelding_v1_0034_20270111_1.csv", oorzaak: "verplaatsen"),
                        .init(bestandsnaam: nil, oorzaak: "onleesbaar"),
                    ])),
            partners: .init()),
        VandaagPagina(
            V.ik, vandaag: vandaag, punten: .er(Page(rows: [])), namen: V.namen,
            verwijzingen: .er(Page(rows: [regel(.verstuurd, taken: ["geen-antwoord"])]))),
        VerwijzenPagina(
            V.hoofd, .er(V.voorzieningen), lopend: .er([]),
            Kaartvraag(
                FormValues(
                    ["vervangt": [ids.make(VerwijzingID.self).description]],
                    errors: [FieldError("postcode", code: "x", "Vul de vier cijfers in.")])), vandaag: vandaag),
        VerwijzenPagina(
            V.hoofd, .er(VoorbeeldenKaart.deels), lopend: .er([]), Kaartvraag(FormValues(["na": ["a"]])), vandaag: vandaag),
    ]
}
