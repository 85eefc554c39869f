// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Files with aanmeldingen, and entry by hand.
extension Voorbeelden {
    static var aanleveren: [any PageModel] {
        [
            AanleverenPagina(
                Page(rows: [stand(.klaar), stand(.controleren)], next: "na"),
                FormValues(errors: [FieldError("bestand", code: "x", "Kies een bestand.")]), aanlevering: ids.make()),
            AanleverenPagina(Page(rows: []), FormValues(), aanlevering: ids.make()),
            AanleverenPagina(nil, FormValues(), aanlevering: ids.make(), melding: .nietBereikbaar),
            AanleveringPagina(gecontroleerd),
            AanleveringPagina(.init(stand: stand(.importeren), tellingen: [], fouten: [])),
            AanleveringPagina(.init(stand: stand(.geweigerd, reden: "Dit bestand is geen UTF-8."), tellingen: [], fouten: [])),
            AanleveringPagina(.init(stand: stand(.klaar), tellingen: [.init(status: .nieuw, code: nil, aantal: 3)], fouten: [])),
            InvoerZoekPagina(FormValues(), gevonden: nil, concepten: []) { _ in "" },
            InvoerZoekPagina(
                FormValues(["geslachtsnaam": ["Haile"]], errors: [FieldError("geboren", code: "x", "Vul het jaar in.")]),
                gevonden: .er([gevonden, gevondenZonder]), concepten: [concept]
            ) { _ in "18 januari 2027" },
            InvoerZoekPagina(FormValues(), gevonden: .weg, concepten: []) { _ in "" },
            InvoerPagina(FormValues(), id: ids.next(), gemeenten: ["0034"]),
            InvoerPagina(
                FormValues(
                    [
                        "huishouden": [ids.next().uuidString], "huishouden-id": [ids.next().uuidString],
                        "huishouden-naam": ["Selam Haile"], "gezien": [ids.next().uuidString], "geboren-jaar": ["1990"],
                    ],
                    errors: ["geslachtsnaam", "geboren", "doelgroep", "gemeente", "rol", "tolkNodig"].map {
                        FieldError($0, code: "x", "Vul dit in.")
                    }), id: ids.next(), gemeenten: ["0034", "0363"],
                gelijkend: [
                    DossierLabel(dossier: ids.make(), dossiernummer: "W-2027-0001", naam: "Selam Haile"),
                    DossierLabel(dossier: ids.make(), dossiernummer: "", naam: "iemand bij een ander team"),
                ]),
        ]
    }

    static let concept = Concept(
        id: ids.next(), form: FormValues(["geslachtsnaam": ["Haile"]]), bewaard: Date(timeIntervalSince1970: 0))

    static var gevonden: InvoerZoekPagina.Gevonden {
        .init(
            naam: "Selam Haile", onder: "W-2027-0001, geboren: 1990", href: "/dossier/x", heeftRedenen: true,
            redenen: ["De naam lijkt."], huishouden: ids.next().uuidString)
    }
    static var gevondenZonder: InvoerZoekPagina.Gevonden {
        .init(naam: "Iemand", onder: "geboren: 1990", href: nil, heeftRedenen: false, redenen: [], huishouden: nil)
    }

    static func stand(_ toestand: Aanlevertoestand, reden: String? = nil, rijen: Int = 250) -> Aanleveringsstand {
        Aanleveringsstand(
            aanlevering: ids.make(), bestandsnaam: "aanmelding_v1_0034_20270111_1.csv", gemeente: "0034", bron: "portaal",
            toestand: toestand, begonnenOp: Date(timeIntervalSince1970: 1_800_000_000), klaarOp: nil, grootte: 1000, gelezen: 400,
            rijen: rijen, huishoudens: 90, reden: reden, inhoudWeg: false, versie: 3)
    }

    static let gecontroleerd = AanleveringOpvragen.Answer(
        stand: stand(.gecontroleerd),
        tellingen: [
            .init(status: .nieuw, code: nil, aantal: 90), .init(status: .wacht, code: "mogelijk-dubbel", aantal: 10),
            .init(status: .geweigerd, code: "excel-voorloopnul", aantal: 150),
        ],
        fouten: [
            .init(rij: 3, regel: 4, kolom: "bsn", code: "excel-voorloopnul", tekst: "Hier staan 8 cijfers."),
            .init(rij: 4, regel: 5, kolom: "", code: "kolommen", tekst: "Deze rij heeft 2 kolommen."),
        ])
}
