// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

extension VoorbeeldenBegeleider {
    private static let ids = SeededIDSource(seed: 11)
    static let gezinsleden: [(dossier: DossierID, naam: String)] = [(dossier, "Mehret Tesfay"), (kind, "Yonas Tesfay")]

    /// A step with everything there is.
    static let volleZaak: Regeldagbord.Regelzaak = {
        var vol = zaak("Uitkering aanvragen", .afgewezen, uiterlijk: -3, gezin: true, letOp: "Vraag op tijd aan.")
        (vol.aangevraagdOp, vol.beslistOp) = (dag(-20), dag(-2))
        (vol.controleOp, vol.controleWaarom) = (dag(5), "Binnen 7 dagen kijkt iemand. Bron: eigen werkafspraak.")
        (vol.bezwaarTot, vol.bezwaarWaarom) = (dag(40), "Zes weken na het besluit. Bron: Awb, artikelen 6:7 en 6:8.")
        (vol.vanaf, vol.vanafWaarom) = (dag(-30), "4 weken ervoor. Bron: Wet BRP, artikel 2.39.")
        (vol.uitvoerder, vol.bewijs, vol.reden) = (.begeleider, .brief, .haast)
        vol.leeftijden = [
            Leeftijdsgrens(.jongerDan, 27, zin: "Dan geldt een zoektermijn.", bron: "Participatiewet, artikel 41")
        ]
        vol.leeftijdOp = dag(-10)
        return vol
    }()

    static func afspraak(
        _ van: String, _ tot: String, tolk: Tolkstand = .nodig, dubbel: [DossierID] = [], afgezegd: Bool = false,
        plaats: String? = "Stadhuisplein 1", leden: [DossierID] = [dossier], op: Int = 3
    ) -> RegeldagAfspraak {
        RegeldagAfspraak(
            afspraak: ids.make(), huishouden: huishouden, dossier: dossier, op: dag(op), van: van, tot: tot,
            instantie: "Gemeente", plaats: plaats, voorziening: nil, leden: leden, tolk: tolk, afgezegd: afgezegd,
            dubbel: dubbel, versie: 2)
    }
    static let regeldagafspraken = [
        afspraak("09:00", "09:30", dubbel: [dossier], leden: [dossier, kind]),
        afspraak("09:15", "10:00", tolk: .geregeld, dubbel: [dossier], plaats: nil),
        afspraak("11:00", "11:30", tolk: .nietNodig, afgezegd: true, leden: []),
    ]

    static let rijkBord: Regeldagbord = {
        var rijk = bord
        rijk.zaken.append(volleZaak)
        rijk.zaken.append(zaak("Inboedel verzekeren", .open, uiterlijk: 3, wacht: ["Bankrekening openen"]))
        rijk.nieuwer = .init(versie: dag(100), stappen: ["Stadspas aanvragen"])
        rijk.ontbrekendeDagen = [
            .init(dossier: dossier, anker: .vergunning), .init(dossier: kind, anker: .eindeVergunning),
            .init(dossier: dossier, anker: .aanslag),
        ]
        rijk.bereikbaar = [
            Bereikbaar(naam: "Kantoor Almere", telefoon: "085 000 00 00", wanneer: "werkdagen van 9 tot 17 uur"),
            Bereikbaar(naam: "Nachtdienst", telefoon: "085 000 00 01"),
        ]
        return rijk
    }()

    static let volBord = RegeldagPagina.Antwoorden(
        bord: .er(bord), afspraken: .er(regeldagafspraken), namen: namen, geboren: [dossier: .jaar(2000)], volwassenen: [dossier])
    private static let rijk = RegeldagPagina.Antwoorden(
        bord: .er(rijkBord), afspraken: .er([]), namen: namen, geboren: [dossier: .jaar(2000)], volwassenen: [dossier],
        laatst: volleZaak.regelzaak)

    static func beeld(_ zaak: Regeldagbord.Regelzaak, kenmerk: String? = nil, onleesbaar: Bool = false) -> Regelzaakbeeld {
        Regelzaakbeeld(
            zaak: zaak,
            overgangen: [
                .init(
                    toestand: .nietVanToepassing, redenen: [.geldtNiet, .alGeregeld], uitleg: "Kies waarom dit niet hoeft."),
                .init(toestand: .aangevraagd), .init(toestand: .open, redenen: [.vergissing], uitleg: "Kies waarom."),
            ], kenmerk: kenmerk, kenmerkOnleesbaar: onleesbaar,
            verloop: [
                .init(op: dag(-2), zin: "“Aangevraagd” werd “Afgewezen”.", door: sanne),
                .init(op: dag(-20), zin: "“Open” werd “Aangevraagd”.", door: nil),
            ], ongedaan: "Zet deze stap weer op “Aangevraagd”.", documenten: documenten)
    }
    static let documenten: [Regelzaakbeeld.Document] = [
        .init(document: ids.make(), soort: .brief, mediatype: "application/pdf", grootte: 1_240_000, op: dag(-1), door: sanne),
        .init(document: ids.make(), soort: .pas, mediatype: "image/png", grootte: 82_000, op: dag(-1), door: nil),
        .init(document: ids.make(), soort: .brief, mediatype: "image/jpeg", grootte: 400, op: dag(-9), door: sanne),
    ]
    static let kaleBeeld = Regelzaakbeeld(
        zaak: zaak("DigiD aanvragen", .open, wacht: ["Verhuizing doorgeven"]), overgangen: [.init(toestand: .aangevraagd)],
        kenmerk: nil, kenmerkOnleesbaar: false, verloop: [], ongedaan: nil, documenten: [])

    static func afspraakgegevens(_ afspraak: RegeldagAfspraak? = nil, zoek: String = "", gevonden: [Voorzieningsregel]? = nil)
        -> RegeldagAfspraakPagina.Gegevens
    {
        var gegevens = RegeldagAfspraakPagina.Gegevens(leden: gezinsleden)
        (gegevens.afspraak, gegevens.zoek, gegevens.gevonden) = (afspraak, zoek, gevonden)
        return gegevens
    }

    static var regeldag: [any PageModel] {
        borden + stappen + [
            RegeldagAfspraakPagina(
                hoofd, afspraakgegevens(zoek: "taal", gevonden: [voorziening, eenGebied]),
                RegeldagAfspraakPagina.begin(
                    afspraakgegevens(), hoofd: hoofd, voorziening: eenGebied, afspraken: regeldagafspraken, vandaag: vandaag)),
            RegeldagAfspraakPagina(
                leegHoofd, afspraakgegevens(regeldagafspraken[2], zoek: "zzz", gevonden: []),
                FormValues(["leden": [kind.description]]).refused([
                    FieldError("instantie", code: "leeg", "Vul in bij wie."), FieldError("leden", code: "x", "Kies wie."),
                    FieldError("tolk", code: "x", "Kies."), FieldError("van", code: "tijd", "Vul de tijd in."),
                ])),
            RegeldagDagenPagina(
                hoofd,
                [
                    Ankerdag(anker: .huisvesting, dag: dag(-10), vast: true, stappen: ["Bankrekening openen"], versie: 0),
                    Ankerdag(anker: .vergunning, dag: nil, vast: false, stappen: ["Zorgverzekering afsluiten"], versie: 0),
                    Ankerdag(anker: .sleutel, dag: dag(-9), vast: false, stappen: ["Huurcontract"], versie: 2),
                ],
                FormValues(["anker": ["vergunning"], "dag": ["ooit"]]).refused([
                    FieldError("dag", code: "geen-datum", "Vul de datum in.")
                ]), leden: [gezinsleden[1]], rollen: rollen, vandaag: vandaag),
            RegeldagDagenPagina(leegHoofd, [], FormValues(), leden: [], rollen: [.vrijwilliger], vandaag: vandaag),
        ]
    }

    private static let borden: [any PageModel] = [
        RegeldagPagina(hoofd, volBord, rollen: rollen, vandaag: vandaag),
        RegeldagPagina(hoofd, rijk, rollen: rollen, vandaag: vandaag),
        RegeldagPagina(hoofd, volBord, rollen: [.vrijwilliger], vandaag: vandaag),
        RegeldagPagina(leegHoofd, .init(bord: .weg, afspraken: .weg), rollen: rollen, vandaag: vandaag),
        RegeldagPagina(hoofd, .init(bord: .niet, afspraken: .niet), rollen: rollen, vandaag: vandaag),
        RegeldagAfdrukPagina(hoofd, .er(rijkBord), .er(regeldagafspraken), leden: gezinsleden, vandaag: vandaag),
        RegeldagAfdrukPagina(leegHoofd, .niet, .er([]), leden: [], vandaag: vandaag),
        RegeldagAfdrukPagina(leegHoofd, .weg, .weg, leden: [], vandaag: vandaag),
    ]
    private static let stappen: [any PageModel] = [
        RegelzaakPagina(
            hoofd, beeld(volleZaak, kenmerk: "Z-88"), FormValues(), wie: "Hele gezin", leeftijd: ["Jonger dan 27."],
            gebruikers: gebruikers, rollen: rollen, vandaag: vandaag),
        RegelzaakPagina(
            hoofd, beeld(bord.zaken[0], onleesbaar: true),
            FormValues(["toestand": ["niet-van-toepassing"], "versie": ["1"]]).refused([
                FieldError("toestand", code: "x", "Kies wat er is gebeurd."), FieldError("reden", code: "x", "Kies waarom."),
                FieldError("op", code: "x", "Kies een dag."), FieldError("controleOp", code: "x", "Kies een dag."),
                FieldError("kenmerk", code: "x", "Te lang."), FieldError("uitvoerder", code: "x", "Kies."),
                FieldError("bewijs", code: "x", "Kies."), FieldError("documentsoort", code: "x", "Kies wat het is."),
                FieldError("bestand", code: "soort", "Kies een foto of een PDF."),
            ]), wie: "Mehret Tesfay", leeftijd: [], gebruikers: [:], rollen: rollen, vandaag: vandaag),
        RegelzaakPagina(
            leegHoofd, kaleBeeld, FormValues(), wie: "Gezinslid", leeftijd: [], gebruikers: [:], rollen: rollen,
            vandaag: vandaag),
        RegelzaakPagina(
            hoofd, beeld(volleZaak, kenmerk: "Z-88"), FormValues(), wie: "Hele gezin", leeftijd: [], gebruikers: [:],
            rollen: [.vrijwilliger], vandaag: vandaag),
        RegelzaakPagina(
            hoofd, kaleBeeld, FormValues(), wie: "Gezinslid", leeftijd: [], gebruikers: [:], rollen: [.vrijwilliger],
            vandaag: vandaag),
        RegeldocumentPagina(hoofd, volleZaak, documenten[0], onder: documenten, FormValues(), gebruikers: gebruikers),
        RegeldocumentPagina(
            leegHoofd, kaleBeeld.zaak, documenten[1], onder: documenten,
            FormValues().refused([FieldError("reden", code: "verplicht", "Kies waarom.")]), gebruikers: [:]),
    ]
}
