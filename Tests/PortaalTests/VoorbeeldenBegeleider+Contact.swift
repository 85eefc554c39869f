// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

extension VoorbeeldenBegeleider {
    private static let ids = SeededIDSource(seed: 11)
    private static let contactID: ContactmomentID = ids.make()
    private static let afspraakID: AfspraakID = ids.make()
    static let huisgenoten = persoon.huisgenoten

    private static let tijden = (0..<24).flatMap { uur in [0, 30].compactMap { Kloktijd(uur, $0) } }
    static func tijd(_ tekst: String) -> Kloktijd { Kloktijd(tekst) ?? tijden[0] }

    static func afspraak(
        _ verschil: Int, _ van: String = "10:00", _ tot: String = "11:00", toestand: AfspraakToestand = .gepland,
        tolk: Bool = true, geregeld: Bool = false, dubbel: Bool = false
    ) -> Afspraakregel {
        let op = dag(verschil)
        return .init(
            afspraak: afspraakID, dossier: dossier, medewerker: sanne, soort: .huisbezoek, plaats: .thuis, dag: op,
            van: tijd(van), tot: tijd(tot), begint: op.moment(tijd(van)) ?? op.start, eindigt: op.moment(tijd(tot)) ?? op.start,
            tolkNodig: tolk, tolkGeregeld: geregeld, toestand: toestand, dubbel: dubbel, versie: 2, gewijzigdOp: dag(-3).start)
    }

    static let voorstel = Contactvoorstel(
        laatste: .init(
            soort: .afspraak, datum: dag(-6), duurMinuten: 40, tolk: .fysiek,
            bij: .init(plaats: .instantie, tolkMinuten: 40, taal: "ti")), afspraken: [])

    static let contacten: [any PageModel] = [
        ContactPagina(
            hoofd,
            ContactPagina.begin(
                .init(laatste: nil, afspraken: [afspraak(0)]), tolkNodig: true, taal: "ti", vandaag: vandaag),
            .init(
                doelen: .er(doelen), huisgenoten: huisgenoten, organisaties: ["Taalcafé Haven"], afspraken: [afspraak(0)]),
            vandaag: vandaag),
        ContactPagina(
            leegHoofd,
            FormValues(["notitie": ["Al getypt"]]).refused([
                FieldError("soort", code: "x", "Kies hoe het contact was."), FieldError("datum", code: "x", "Vul de datum in."),
                FieldError("notitie", code: "x", "Maak de notitie korter."),
            ]), .init(doelen: .weg), vandaag: vandaag),
        ContactPagina(
            hoofd, ContactPagina.begin(kaart(), organisaties: ["Taalcafé Haven"]),
            .init(doelen: .er(doelen), huisgenoten: huisgenoten, organisaties: ["Taalcafé Haven"]), vandaag: vandaag,
            verbetert: contactID),
        ContactmomentPagina(
            hoofd, kaart(), FormValues(), huisgenoten: [kind: "Yonas Tesfay"], doelen: [:], gebruikers: gebruikers,
            rollen: rollen),
        ContactmomentPagina(
            hoofd, kaart(vervallen: true), FormValues(), huisgenoten: [:], doelen: [:], gebruikers: [:], rollen: rollen),
        ContactmomentPagina(
            leegHoofd, kaart(onleesbaar: true),
            FormValues(errors: [FieldError("reden", code: "verplicht", "Kies waarom u dit contact intrekt.")]),
            huisgenoten: [:], doelen: [:], gebruikers: [:], rollen: rollen),
    ]

    static func kaart(vervallen: Bool = false, onleesbaar: Bool = false) -> Contactmomentkaart {
        .init(
            contactmoment: contactID, soort: .huisbezoek, datum: dag(-6), duurMinuten: 50, verschijning: .aanwezig,
            tolk: .fysiek,
            bij: .init(
                plaats: .thuis, tolkMinuten: 40, taal: "ti", aanwezigen: [kind, dossier],
                partners: "Taalcafé Haven, Huisarts Haven"), doelen: [doelen[0].doel],
            notitie: onleesbaar ? "" : "Brief van de verhuurder gelezen.", volgendeStap: "Bellen", volgendeStapOp: dag(2),
            onleesbaar: onleesbaar, door: sanne, vastgelegdOp: dag(-6).start, vervangt: vervallen ? contactID : nil,
            vervallen: vervallen
                ? .init(
                    op: dag(-5).start, door: sanne, reden: .aanvulling, toelichting: "De tolk ontbrak.", vervangenDoor: contactID)
                : nil)
    }

    static let agenda: [any PageModel] = [
        AgendaPagina(
            .init(maandag: vandaag.maandag, team: true, medewerker: sanne),
            .er(
                Page(
                    rows: [
                        afspraak(0, dubbel: true), afspraak(0, "10:30", "11:30", geregeld: true, dubbel: true),
                        afspraak(1, toestand: .gebeurd, tolk: false), afspraak(5),
                    ], next: "x")),
            regeldag: [
                .init(
                    afspraak: RegeldagafspraakID(dossier.uuid), huishouden: huishouden, dossier: dossier, op: dag(2),
                    van: "09:30",
                    tot: "10:00", instantie: "Bank Haven", plaats: nil, voorziening: nil, leden: [dossier], tolk: .nietNodig,
                    afgezegd: false, dubbel: [dossier], versie: 1)
            ], namen: namen, gebruikers: gebruikers, collegas: [(sanne, "Sanne de Wit")],
            rollen: [.teamleider], feed: .init(adres: "http://localhost/agenda/geheim.ics", gemaakt: "18 januari 2027"),
            vandaag: vandaag),
        AgendaPagina(
            .init(maandag: vandaag.maandag.adding(days: 7), team: false), .er(Page(rows: [])), namen: [:], gebruikers: [:],
            collegas: [], rollen: rollen, feed: .init(adres: nil, gemaakt: nil), vandaag: vandaag),
        AgendaPagina(
            .init(maandag: vandaag.maandag, team: false), .weg, namen: [:], gebruikers: [:], collegas: [], rollen: rollen,
            feed: nil, vandaag: vandaag),
        AfspraakPagina(
            hoofd,
            .init(
                regel: afspraak(0), aanwezigen: [kind], onderwerp: "Brief lezen", onleesbaar: false, reden: nil,
                contactmoment: nil), FormValues(), huisgenoten: [kind: "Yonas Tesfay"], gebruikers: gebruikers, rollen: rollen,
            vandaag: vandaag),
        AfspraakPagina(
            hoofd,
            .init(
                regel: afspraak(-3, toestand: .gebeurd), aanwezigen: [], onderwerp: "", onleesbaar: true, reden: nil,
                contactmoment: contactID), FormValues(), huisgenoten: [:], gebruikers: [:], rollen: rollen, vandaag: vandaag),
        AfspraakPagina(
            leegHoofd,
            .init(
                regel: afspraak(3, tolk: false), aanwezigen: [], onderwerp: "", onleesbaar: false, reden: .tolk,
                contactmoment: nil),
            FormValues(errors: [FieldError("reden", code: "verplicht", "Kies waarom.")]), huisgenoten: [:], gebruikers: [:],
            rollen: rollen, vandaag: vandaag),
        AfspraakFormulierPagina(
            hoofd, AfspraakFormulierPagina.begin(tolkNodig: true, dag: nil, vandaag: vandaag), huisgenoten: huisgenoten,
            vandaag: vandaag),
        AfspraakFormulierPagina(
            leegHoofd,
            FormValues(["versie": ["3"]], errors: [FieldError("van", code: "x", "Vul in hoe laat het begint.")]),
            huisgenoten: [], vandaag: vandaag, afspraak: afspraakID),
        SpreekuurPagina(FormValues(), namen: Dossiernamen([]), vandaag: vandaag),
        SpreekuurPagina(
            FormValues(
                spreekuurlijst.waarden,
                errors: [FieldError("minuten-\(dossier)", code: "x", "Vul de minuten in als heel getal, zoals 15.")]),
            namen: Dossiernamen([]),
            gevonden: .er(
                Page(
                    rows: [
                        .init(
                            dossier: ids.make(), dossiernummer: "AL-2027-0019", naam: "Saba Tesfay", geboortedatum: "1990",
                            huishouden: huishouden, doelgroep: .statushouder18plus, spreektaal: "ti", tolkNodig: true,
                            begeleider: sanne),
                        .init(
                            dossier: dossier, dossiernummer: "AL-2027-0012", naam: "Mehret Tesfay", geboortedatum: "1990",
                            huishouden: huishouden, doelgroep: .statushouder18plus, spreektaal: "ti", tolkNodig: false,
                            begeleider: sanne),
                    ], next: "x")), zoek: "tes", rijfouten: [dossier: "Opslaan lukt nu even niet."], vandaag: vandaag),
        SpreekuurPagina(
            FormValues(["gedaan": [dossier.description]]), namen: Dossiernamen([]), gevonden: .weg, vandaag: vandaag),
    ]

    static let spreekuurlijst: Spreekuurlijst = {
        var lijst = Spreekuurlijst()
        for id in [dossier, kind] { _ = lijst.voegToe(id, tolk: "geen") }
        return lijst
    }()
}
