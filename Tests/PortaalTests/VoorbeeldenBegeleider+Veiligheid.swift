// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

extension VoorbeeldenBegeleider {
    private static let ids = SeededIDSource(seed: 41)
    private static let contact = VeiligContact(
        nummer: "06 87654321", tijden: "Op dinsdag na tien uur.", nietTolk: "tolk 4711", geenBericht: true, nietThuis: true,
        toelichting: "Vraag of er iemand meeluistert.")
    private static let afspraken: [Veiligheidsoverzicht.Afspraak] = [
        .init(
            afspraak: ids.make(), op: dag(-30), geldtTot: dag(-1), tekst: "Belt de buurvrouw.", beeindigdOp: nil, reden: nil,
            door: sanne, versie: 1),
        .init(
            afspraak: ids.make(), op: dag(-60), geldtTot: nil, tekst: nil, beeindigdOp: dag(-40),
            reden: "Woont nu ergens anders.",
            door: nil, versie: 2),
    ]
    private static let veilig = Veiligheidsoverzicht(contact: contact, onleesbaar: false, versie: 2, afspraken: afspraken)
    private static let onleesbaar = Veiligheidsoverzicht(contact: nil, onleesbaar: true, versie: 2, afspraken: [])
    static let veiligHoofd = Dossierhoofd(dossier, persoon, veilig: .er(veilig))
    private static let wegHoofd = Dossierhoofd(dossier, persoon, veilig: .weg)

    private static func signaal(
        _ soort: Signaalsoort?, _ prioriteit: Signaalprioriteit = .hoog, van: String = "", opgevolgd: Bool = false,
        vervalt: Int = 30, opvolgen: Int = 2, dicht: Bool = false
    ) -> Signaaloverzicht.Signaal {
        .init(
            signaal: ids.make(), gezienOp: dag(-3), prioriteit: prioriteit,
            inhoud: soort.map {
                .init(soort: $0, bron: van.isEmpty ? .zelfGezien : .derdeZei, van: van, feit: "Er lag een kapotte deur.")
            },
            opvolgenUiterlijk: dag(opvolgen), opvolgenWaarom: "Drie werkdagen. Bron: werkafspraak.", vervaltOp: dag(vervalt),
            vervaltWaarom: "Zes weken. Bron: werkafspraak.",
            opvolgingen: opgevolgd
                ? [
                    .init(op: dag(-1), tekst: "Gebeld.", door: sanne, verlengd: true),
                    .init(op: dag(0), tekst: nil, door: nil, verlengd: false),
                ] : [],
            gesloten: dicht ? .init(op: dag(0), uitkomst: .hulpErbij, tekst: "Wijkteam helpt.", door: sanne) : nil,
            door: sanne, versie: 2)
    }

    private static let zaak = MeldcodeID(ids.next())
    private static func feit(_ nummer: Int, _ inhoud: Meldcodefeit) -> Meldcodezaak.Feit {
        .init(nummer: nummer, inhoud: inhoud, door: nummer == 1 ? nil : sanne, vastgelegdOp: dag(-1).at(hour: 9))
    }
    private static func meldcode(_ feiten: [Meldcodezaak.Feit], gedaan: [Int], dicht: Bool = false) -> Meldcodezaak {
        .init(
            zaak: zaak, dossier: dossier, dossiernummer: "AL-2027-0012", geopendOp: dag(-2), geslotenOp: dicht ? dag(0) : nil,
            feiten: feiten, gedaan: gedaan, aanZet: dicht ? nil : (1...5).first { !gedaan.contains($0) },
            kindcheckGedaan: dicht, betrokkenen: [sanne],
            inzagen: feiten.isEmpty
                ? [] : ["gelezen", "geschreven", "geweigerd"].map { .init(wat: $0, door: sanne, op: dag(-1).at(hour: 9)) },
            versie: 4)
    }
    private static let vol = meldcode(
        [
            feit(1, .init(soort: .signalen, op: dag(-2), tekst: "Een blauwe plek.")),
            feit(
                2,
                .init(
                    soort: .weging, op: dag(-1), met: "Collega", tekst: "Samen bekeken.",
                    antwoorden: ["zorg": "ja", "gevaar": "weet-niet"], afwijking: "Er was gevaar.")),
            feit(3, .init(soort: .verbetering, op: dag(-1), tekst: "Twee plekken.", over: 1)),
            feit(
                4,
                .init(
                    soort: .betrokken, op: dag(-1), met: sanne.description, tekst: "Kent het gezin.",
                    antwoorden: ["erbij": "ja"])),
        ], gedaan: [1, 4])
    private static let inNood: Meldcodezaak = {
        var zaak = vol
        zaak.noodTot = dag(0).at(hour: 13)
        zaak.inzagen = ["nood", "nood-gelezen"].map { .init(wat: $0, door: sanne, op: dag(0).at(hour: 9)) }
        return zaak
    }()
    static func noodinzage(
        door: GebruikerID = sanne, zaken: [MeldcodeID] = [zaak], oordeel: Bool = false, mag: Bool = false, uur: Int = 9
    ) -> Noodinzage {
        .init(
            noodinzage: ids.make(), dossier: dossier, dossiernummer: "AL-2027-0012", reden: .gevaar,
            toelichting: "Zij belt vanuit een kast.", door: door, op: dag(0).at(hour: uur), tot: dag(0).at(hour: uur + 4),
            zaken: zaken,
            oordeel: oordeel ? .init(uitkomst: .terecht, toelichting: "Het was nodig.", door: nil, op: dag(1).at(hour: 9)) : nil,
            magBeoordelen: mag, versie: 1)
    }
    private static func noodregel(_ beoordeeld: Bool) -> MeldcodeNoodinzagen.Regel {
        .init(
            noodinzage: ids.make(), dossiernummer: "AL-2027-0012", door: beoordeeld ? ids.make() : sanne, op: dag(0).at(hour: 9),
            beoordeeldOp: beoordeeld ? dag(1).at(hour: 9) : nil)
    }
    private static let nood: [any PageModel] = [
        NoodvraagPagina(veiligHoofd, fout("reden", "toelichting"), melding: Melding(.letOp, "Kijk het na.")),
        NoodvraagPagina(leegHoofd, FormValues()),
        NoodinzagePagina(
            noodinzage(), FormValues(), ik: sanne, gebruikers: gebruikers, nu: dag(0).at(hour: 10),
            melding: Melding(.letOp, "Kijk het na.")),
        NoodinzagePagina(
            noodinzage(mag: true), fout("uitkomst", "toelichting"), ik: ids.make(), gebruikers: [:], nu: dag(0).at(hour: 10)),
        NoodinzagePagina(
            noodinzage(zaken: [], oordeel: true), FormValues(), ik: sanne, gebruikers: gebruikers, nu: dag(1).at(hour: 10)),
        NoodinzagenPagina(
            Page(rows: [noodregel(false), noodregel(true)], next: "x"), gebruikers: gebruikers, na: "y"),
        NoodinzagenPagina(Page(rows: []), gebruikers: [:], na: nil),
        MeldcodePagina(Page(rows: []), na: nil, nood: NoodinzagenPagina.wacht(Page(rows: [noodregel(false)]))),
        VandaagPagina(
            ik, vandaag: vandaag, punten: .er(punten),
            nood: NoodinzagenPagina.wacht(Page(rows: [noodregel(false), noodregel(false)], next: "x"))),
        MeldcodeZaakPagina(inNood, FormValues(), gebruikers: gebruikers, collegas: [], magBetrekken: false),
    ]
    private static let collegas = [(id: GebruikerID(ids.next()), naam: "Karel Bos")]
    private static func fout(_ velden: String...) -> FormValues {
        FormValues().refused(velden.map { FieldError($0, code: "x", "Vul dit in.") })
    }

    static let veiligheid: [any PageModel] =
        nood + [
            SignalenPagina(
                veiligHoofd,
                .init(
                    loopt: true,
                    signalen: [
                        signaal(.geweld, .spoed, van: "De juf"), signaal(nil, .gewoon, opvolgen: -1),
                        signaal(.schulden, opgevolgd: true), signaal(.wonen, vervalt: -1), signaal(.anders, dicht: true),
                    ]), fout("soort", "bron", "feit", "van", "gezienOp", "prioriteit"), vandaag: vandaag,
                melding: Melding(.letOp, "Kijk het na.")),
            SignalenPagina(
                leegHoofd, .init(loopt: false, signalen: []), FormValues(), vandaag: vandaag),
            SignalenPagina(
                wegHoofd, .init(loopt: true, signalen: [signaal(.wonen, dicht: true)]), SignalenPagina.begin(vandaag: vandaag),
                vandaag: vandaag),
            SignaalPagina(
                veiligHoofd, signaal(.geweld, .spoed, van: "De juf", opgevolgd: true), fout("opvolging", "sluiting", "uitkomst"),
                rollen: rollen, gebruikers: gebruikers, vandaag: vandaag, melding: Melding(.letOp, "Kijk het na.")),
            SignaalPagina(
                hoofd, signaal(.uitbuiting, dicht: true), FormValues(), rollen: [.teamleider], gebruikers: gebruikers,
                vandaag: vandaag),
            SignaalPagina(
                hoofd, signaal(.suicide), FormValues(), rollen: rollen, gebruikers: gebruikers, vandaag: vandaag),
            SignaalPagina(leegHoofd, signaal(nil), FormValues(), rollen: rollen, gebruikers: [:], vandaag: vandaag),
            VeiligheidPagina(
                veiligHoofd, veilig, fout("nummer", "tijden", "nietTolk", "toelichting", "op", "geldtTot", "tekst"),
                gebruikers: gebruikers, vandaag: vandaag, melding: Melding(.letOp, "Kijk het na.")),
            VeiligheidPagina(
                hoofd, veilig,
                FormValues(
                    ["afspraak": [afspraken[0].afspraak.description]], errors: [FieldError("reden", code: "leeg", "Vul dit in.")]),
                gebruikers: [:], vandaag: vandaag),
            VeiligheidPagina(
                leegHoofd, onleesbaar, VeiligheidPagina.begin(onleesbaar, vandaag: vandaag), gebruikers: [:], vandaag: vandaag),
            MeldcodePagina(
                Page(
                    rows: [
                        .init(zaak: zaak, dossier: dossier, dossiernummer: "AL-2027-0012", geopendOp: dag(-2), geslotenOp: nil),
                        .init(
                            zaak: zaak, dossier: dossier, dossiernummer: "AL-2027-0013", geopendOp: dag(-9), geslotenOp: dag(-1)),
                    ], next: "x"), na: "y"),
            MeldcodePagina(Page(rows: []), na: nil),
            MeldcodeZaakPagina(
                vol, fout("gebruiker", "reden"), gebruikers: gebruikers, collegas: collegas, magBetrekken: true,
                melding: Melding(.letOp, "Kijk het na.")),
            MeldcodeZaakPagina(
                vol,
                FormValues(
                    ["erbij": ["nee"], "gebruiker": [sanne.description]],
                    errors: [FieldError("reden", code: "leeg", "Vul dit in.")]),
                gebruikers: gebruikers, collegas: [], magBetrekken: true),
            MeldcodeZaakPagina(meldcode([], gedaan: []), FormValues(), gebruikers: [:], collegas: [], magBetrekken: false),
            MeldcodeZaakPagina(
                meldcode([], gedaan: [1, 2, 3, 4, 5], dicht: true), FormValues(), gebruikers: [:], collegas: collegas,
                magBetrekken: false),
        ]
        + Meldcodesoort.allCases.filter { $0 != .betrokken }.flatMap { soort in
            [
                MeldcodeFeitPagina(
                    vol, soort,
                    FormValues().refused(
                        (["op", "met", "tekst", "afwijking", "over"]
                            + MeldcodeFeitPagina.vragen(soort).map { "antwoord-\($0.code)" })
                            .filter { veld in
                                switch veld {
                                case "met": [.overleg, .gesprek, .melding, .gevaar].contains(soort)
                                case "over": soort == .verbetering
                                case "afwijking":
                                    [.gesprek, .gesprekOvergeslagen, .weging, .besluit, .melding, .gesloten].contains(soort)
                                default: true
                                }
                            }.map { FieldError($0, code: "x", "Vul dit in.") }),
                    vandaag: vandaag, melding: soort == .besluit ? Melding(.letOp, "Kijk het na.") : nil),
                MeldcodeFeitPagina(meldcode([], gedaan: []), soort, FormValues(), vandaag: vandaag),
            ] as [any PageModel]
        }
}
