// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Households, gegevens and changes: everything filled, and everything empty.
extension VoorbeeldenBegeleider {
    static var mensen: [any PageModel] { huishoudens + gegevensbladen + wijzigingen }

    private static let sleutelbos = SeededIDSource(seed: 41)
    static let huisleden: [Huishoudbeeld.Lid] = [
        .init(
            dossier: dossier, dossiernummer: "W-2027-0012", naam: "Mehret Tesfay", rol: "hoofd", doelgroep: .nareiziger,
            van: vandaag.adding(days: -30), magOpenen: true, afgeschermd: true, wordt18In: nil, is18: .ja,
            magTerugdraaien: true, versie: 4),
        .init(
            dossier: kind, dossiernummer: "W-2027-0013", naam: "Yonas Tesfay", rol: "kind", doelgroep: .kind,
            van: vandaag.adding(days: -30), magOpenen: true, afgeschermd: false, wordt18In: "2028-04", is18: .nee,
            magTerugdraaien: false, versie: 2),
        .init(
            dossier: sleutelbos.make(), dossiernummer: "W-2027-0014", naam: "Abel Tesfay", rol: "overig",
            doelgroep: .statushouder18plus, van: vandaag, magOpenen: false, afgeschermd: false, wordt18In: nil,
            is18: .onbekend, magTerugdraaien: false, versie: 2),
    ]

    static func verwachtLid(_ stand: String, dossier wie: DossierID? = nil) -> Huishoudbeeld.Verwacht {
        .init(
            id: sleutelbos.make(), referent: dossier, naam: "Selam Haile",
            geboortedatum: stand == "verwacht" ? "1992" : "onbekend",
            land: stand == "verwacht" ? "Soedan" : nil, rol: "partner", stand: stand,
            verwachtOp: stand == "verwacht" ? vandaag.adding(days: 40) : nil, dossier: wie, versie: 1)
    }

    static func beeld(_ leden: [Huishoudbeeld.Lid], mag: Bool = true) -> Huishoudbeeld {
        Huishoudbeeld(
            huishouden: huishouden, op: vandaag, leden: leden,
            verwacht: leden.isEmpty
                ? []
                : [
                    verwachtLid("verwacht"), verwachtLid("nareis-aangevraagd"), verwachtLid("aangekomen", dossier: dossier),
                    verwachtLid("vervallen"),
                ],
            verloop: leden.flatMap { lid in
                [
                    Huishoudbeeld.Feitregel(
                        dossier: lid.dossier, naam: lid.naam, rol: lid.rol, van: lid.van, tot: nil, reden: "samenwonen",
                        bron: "medewerker", ingetrokken: false),
                    Huishoudbeeld.Feitregel(
                        dossier: lid.dossier, naam: lid.naam, rol: lid.rol, van: lid.van.adding(days: -9), tot: lid.van,
                        reden: "aanmelding", bron: "gemeente", ingetrokken: true),
                ]
            }, magWijzigen: mag)
    }

    private static var huishoudens: [any PageModel] {
        let fout = FormValues().refused([
            FieldError("leden", code: "x", "Kies wie er meegaat."), FieldError("rol", code: "x", "Kies een rol."),
            FieldError("reden", code: "x", "Kies waarom."), FieldError("bij", code: "x", "Kijk het nummer na."),
            FieldError("op", code: "x", "Vul de dag in."),
            FieldError("referent", code: "x", "Kies wie."), FieldError("naam", code: "x", "Vul de naam in."),
            FieldError("geboortedatum", code: "x", "Deze datum bestaat niet."), FieldError("land", code: "x", "Te lang."),
            FieldError("rol-verwacht", code: "x", "Kies een rol."), FieldError("stand", code: "x", "Kies hoe ver."),
            FieldError("verwachtOp", code: "x", "Vul een datum in."),
        ])
        let vast = beeld(huisleden)
        let wie = vast.verwacht.first { $0.stand != "aangekomen" }
        let aankomstFout = FormValues(["lid": [wie.map { "\($0.id)" } ?? ""]]).refused([
            FieldError("op", code: "x", "Vul de dag in."), FieldError("dossiernummer", code: "x", "Kijk het nummer na."),
        ])
        let kinderen: [WordtAchttienLijst.Rij] = [
            .init(
                dossier: kind, dossiernummer: "W-2027-0013", naam: "Yonas Tesfay", huishouden: huishouden,
                vroegst: "2027-04", laatst: "2027-04"),
            .init(
                dossier: kind, dossiernummer: "W-2027-0015", naam: "Sara Haile", huishouden: huishouden, vroegst: nil,
                laatst: nil),
        ]
        return [
            HuishoudenPagina(beeld(huisleden), fout, vandaag: vandaag),
            HuishoudenPagina(vast, aankomstFout, vandaag: vandaag),
            HuishoudenPagina(beeld([], mag: false), FormValues(), vandaag: vandaag),
        ] + leden + [
            WordtAchttienPagina(.er(kinderen)),
            WordtAchttienPagina(.er(Array(repeating: kinderen, count: 26).flatMap { $0 })),
            WordtAchttienPagina(.er([])), WordtAchttienPagina(.weg),
        ]
    }

    private static var leden: [any PageModel] {
        let velden = ["naam", "geboortedatum", "land", "rol-verwacht", "stand", "verwachtOp"]
        let fout = FormValues().refused(velden.map { FieldError($0, code: "x", "Kijk dit na.") })
        let fouten = FormValues().refused([FieldError("toelichting", code: "x", "Schrijf waarom.")])
        func scherm(_ aan: Bool, _ waarom: String?) -> SchermOpvragen.Answer {
            .init(
                dossier: dossier, dossiernummer: "W-2027-0012", naam: "Mehret Tesfay", afgeschermd: aan,
                sinds: aan ? vandaag : nil, toelichting: waarom, door: waarom == nil ? nil : sanne, versie: 3)
        }
        return [
            VerwachtLidPagina(huishouden, verwachtLid("verwacht"), fout), VerwachtLidPagina(huishouden, verwachtLid("vervallen")),
            HuishoudverbeteringPagina(
                huishouden, huisleden[0],
                FormValues().refused(["van", "rol"].map { FieldError($0, code: "x", "Kijk dit na.") }), vandaag: vandaag),
            ZichtPagina(huishouden, scherm(true, "Woont op een geheim adres."), FormValues(), gebruikers: gebruikers),
            ZichtPagina(huishouden, scherm(true, nil), FormValues(), gebruikers: [:]),
            ZichtPagina(huishouden, scherm(false, nil), fouten, gebruikers: [:]),
        ]
    }

    static let blad = Gegevensblad(
        dossier: dossier,
        velden: [
            "geslachtsnaam": "Tesfay Haile", "geboortedatum": "1990-01", "spreektaal": "ti", "leestaal": "xx",
            "verblijfsvorm": "har", "tolkNodig": "ja", "geheimhouding": "nee", "telefoon": "+31612345678",
        ], inOnderzoek: ["adres"],
        feiten: [
            .init(soort: "factureerbaar", waarde: "nee", van: vandaag, bron: "medewerker", reden: "correctie"),
            .init(soort: "factureerbaar", waarde: "ja", van: vandaag.adding(days: -9), bron: "contract", reden: "contract"),
            .init(soort: "doelgroep", waarde: "buiten", van: vandaag, bron: "gemeente", reden: "aanmelding"),
        ], versie: 4, gewijzigdOp: vandaag.at(hour: 9), gewijzigdDoor: sanne, magBSN: true)

    private static var gegevensbladen: [any PageModel] {
        let velden = FormulierGegevens.namen.map(\.0) + ["inOnderzoek", "waarvoor", "waarde", "reden", "van"]
        var fout = FormulierGegevens.form(blad).refused(velden.map { FieldError($0, code: "x", "Kijk dit na.") })
        fout.set("soort", "factureerbaar")
        fout.set("roepnaam", "Mehret")
        let leeg = Gegevensblad(
            dossier: dossier, velden: [:], inOnderzoek: [], feiten: [], versie: 1, gewijzigdOp: nil, gewijzigdDoor: nil,
            magBSN: false)
        return [
            GegevensPagina(
                hoofd, blad, fout, rollen: [.teamleider], door: "Sanne de Wit", vandaag: vandaag,
                nummer: "999900006"),
            GegevensPagina(hoofd, leeg, FormValues(), rollen: rollen, door: nil, vandaag: vandaag),
        ]
    }

    static func wijziging(_ toestand: String, _ verschillen: [Wijzigingsblad.Verschil]) -> Wijzigingsblad {
        Wijzigingsblad(
            wijziging: sleutelbos.make(), dossier: dossier, dossiernummer: "W-2027-0012", naam: "Mehret Tesfay",
            ontvangenOp: vandaag, toestand: toestand, verschillen: verschillen, versie: 3)
    }

    private static var wijzigingen: [any PageModel] {
        let verschillen: [Wijzigingsblad.Verschil] = [
            .init(veld: "huisnummer", naam: "Huisnummer", nu: "12", nieuw: nil, inOnderzoek: true),
            .init(veld: "datumHuisvesting", naam: "Dag van huisvesting", nu: nil, nieuw: "2027-03-01", inOnderzoek: false),
        ]
        let rij = WijzigingenLijst.Rij(
            wijziging: sleutelbos.make(), dossier: dossier, dossiernummer: "W-2027-0012", naam: "Mehret Tesfay",
            ontvangenOp: vandaag.adding(days: -1))
        let fout = FormValues(
            ["versie": ["3"], "overnemen": ["huisnummer"]],
            errors: [
                FieldError("reden", code: "x", "Kies waarom."), FieldError("ookInOnderzoek", code: "x", "Zet het vinkje."),
            ])
        return [
            WijzigingenPagina(.er(Page(rows: [rij], next: "x")), vandaag: vandaag, na: "y"),
            WijzigingenPagina(.er(Page(rows: [])), vandaag: vandaag), WijzigingenPagina(.weg, vandaag: vandaag),
            WijzigingPagina(wijziging("in-controle", verschillen), fout),
            WijzigingPagina(wijziging("deels-overgenomen", []), FormValues()),
        ]
    }
}
