// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

@testable import PortaalApp

/// Examples of deciding about an aanmelding and of stopping the exchange.
extension Voorbeelden {
    static func beeld(
        _ toestand: AanmeldingToestand = .inControle, mag: Aanmeldingsbeeld.Mogelijk = .init(beslissen: true, terugzetten: false),
        vol: Bool = true, teams: [String] = ["Almere", "Almere Haven"]
    ) -> Aanmeldingsbeeld {
        let ander: Aanmeldingsbeeld.Huisgenoot = .init(
            aanmelding: ids.make(), dossier: nil, naam: "Yara Haddad", doelgroep: .kind, toestand: .inControle)
        return Aanmeldingsbeeld(
            regel: aanmelding(
                toestand, redenen: vol ? ["mogelijk-dubbel"] : [],
                dubbel: vol
                    ? [
                        DossierLabel(dossier: dossier, dossiernummer: "W-2027-0012", naam: "Samir Hadad"),
                        DossierLabel(dossier: ids.make(), dossiernummer: "", naam: "iemand bij een ander team"),
                    ] : []),
            wie: .init(
                dossier: toestand == .geaccepteerd ? dossier : nil,
                dossiernummer: toestand == .geaccepteerd ? "W-2027-0020" : nil,
                bsn: vol ? "•••••0006" : nil, vnummer: nil, telefoon: vol ? "06 12345678" : nil, inburgeringsplichtig: .ja),
            talen: .init(
                spreektaal: vol ? "ar" : nil, leestaal: vol ? "ar" : nil, tolktaal: vol ? "ar" : nil, tolkNodig: vol,
                geletterd: vol ? false : nil),
            wonen: .init(
                verblijfsvorm: .har, adres: nil, geheimhouding: vol, datumKoppeling: vol ? vandaag.adding(days: -60) : nil,
                datumHuisvesting: vol ? vandaag.adding(days: 20) : nil),
            opdracht: .init(
                id: "almere-2027", gemeentenaam: "Almere", van: vandaag, tot: vol ? vandaag.adding(days: 900) : nil,
                geldtVandaag: vol, kentDoelgroep: vol, eigenTraject: vol, factureerbaar: vol),
            contactpersoon: vol ? .init(naam: "K. Manager", telefoon: "036 1234567", email: nil) : nil,
            huisgenoten: vol ? [ander] : [],
            eersteContact: .init(uiterlijk: vandaag.adding(days: 7), waarom: "Vijf werkdagen na de acceptatie."),
            team: TeamID(team: "Almere"), teams: teams.map { .init(id: TeamID(team: $0), naam: $0) }, mag: mag)
    }

    static var aanvaarding: [any PageModel] {
        let fout = geweigerd("reden", "Kies waarom u de aanmelding afwijst.")
        let botsing = Geweigerd(.conflict(.init(yours: 1, newest: 2)), FormValues())
        return [
            AanmeldingPagina(beeld(), vandaag: vandaag, magOpenen: true, geweigerd: fout),
            AanmeldingPagina(beeld(vol: false, teams: ["Almere"]), vandaag: vandaag, magOpenen: true, geweigerd: botsing),
            AanmeldingPagina(
                beeld(.geaccepteerd, mag: .init(beslissen: false, terugzetten: true)), vandaag: vandaag, magOpenen: true),
            AanmeldingPagina(
                beeld(.afgewezen, mag: .init(beslissen: false, terugzetten: false, nietTerug: "De begeleiding is al begonnen.")),
                vandaag: vandaag, magOpenen: false),
        ]
    }

    static var uitwisseling: [any PageModel] {
        func stand(_ sinds: Datum?, stop: Bool, hervat: Bool, lees: Bool) -> UitwisselingOpvragen.Answer {
            .init(
                dossiernummer: "W-2027-0012", gestoptSinds: sinds, magStoppen: stop, magHervatten: hervat, magRedenLezen: lees)
        }
        let fout = FormValues(
            ["toelichting": ["kort"]], errors: [FieldError("toelichting", code: "te-kort", "Schrijf in een paar woorden waarom.")]
        )
        return [
            UitwisselingPagina(
                dossier, stand(nil, stop: true, hervat: false, lees: false), fout,
                melding: Melding(.letOp, "Uitwisseling over deze persoon is stopgezet.")),
            UitwisselingPagina(dossier, stand(vandaag, stop: false, hervat: true, lees: true)),
            UitwisselingWaaromPagina(
                dossier,
                [
                    .init(soort: "hervat", op: vandaag, door: nil, toelichting: "Het is weer veilig."),
                    .init(soort: "gestopt", op: vandaag, door: sanne.id, toelichting: "Iemand zoekt haar."),
                ], gebruikers: gebruikersnamen),
            UitwisselingWaaromPagina(dossier, [], gebruikers: [:]),
            UitwisselingsstoppenPagina(
                Page(rows: [.init(dossier: dossier, dossiernummer: "W-2027-0012", sinds: vandaag.adding(days: -9))], next: "x"),
                vandaag: vandaag),
            UitwisselingsstoppenPagina(Page(rows: []), vandaag: vandaag),
            UitwisselingsstoppenPagina(nil, vandaag: vandaag),
        ]
    }
}
