// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Stopping every exchange about one person, and lifting the stop. Who stopped it and why is on a page of its own.
struct UitwisselingPagina: PageModel {
    static let template = "uitwisseling"
    let titel = "Uitwisseling stoppen of hervatten"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let nummer: String
    let stand: Label
    let sinds: String?
    let fouten: Foutenlijst?
    let melding: Melding?
    let stoppen: Formulier?
    let hervatten: Formulier?
    /// Where who may reads who stopped it and why.
    let waarom: String?
    let terug: String

    struct Formulier: Sendable {
        let actie: String
        let toelichting: Tekstvlak
    }

    init(
        _ dossier: DossierID, _ stand: UitwisselingOpvragen.Answer, _ form: FormValues = FormValues(), melding: Melding? = nil
    ) {
        let href = "/dossier/\(dossier)"
        (kruimels, terug) = ([Koppeling("Mensen", "/mensen"), Koppeling(stand.dossiernummer, href)], href)
        nummer = stand.dossiernummer
        self.stand = Label.uitwisseling(gestopt: stand.gestoptSinds != nil)
        sinds = stand.gestoptSinds.map { "Sinds \($0.tekst) gaat er niets over deze persoon naar buiten." }
        fouten = Foutenlijst(form)
        self.melding = melding
        stoppen =
            stand.magStoppen
            ? Formulier(
                actie: "\(href)/uitwisseling/stoppen",
                toelichting: Tekstvlak(
                    "toelichting", "Waarom moet de uitwisseling stoppen?", form,
                    hulp: "Dit lezen alleen de teamleider en de functionaris gegevensbescherming. Elke keer wordt vastgelegd.",
                    lengte: 2_000)) : nil
        hervatten =
            stand.magHervatten
            ? Formulier(
                actie: "\(href)/uitwisseling/hervatten",
                toelichting: Tekstvlak(
                    "toelichting", "Waarom is uitwisselen weer veilig?", form,
                    hulp: "Hebt u de uitwisseling zelf gestopt? Dan heft een andere teamleider de stop op.", lengte: 2_000)) : nil
        waarom = stand.magRedenLezen ? "\(href)/uitwisseling/waarom" : nil
    }
}

/// Who stopped the exchange and why. That it was read is kept.
struct UitwisselingWaaromPagina: PageModel {
    static let template = "uitwisseling-waarom"
    let titel = "Waarom de uitwisseling is gestopt"
    let kruimels: [Koppeling]
    let regels: [Regel]
    let leeg: Leeg?

    struct Regel: Sendable {
        let kop: String
        let tekst: String
    }

    init(_ dossier: DossierID, _ regels: [UitwisselingRedenLezen.Regel], gebruikers: [GebruikerID: String]) {
        kruimels = [
            Koppeling("Gestopte uitwisseling", "/uitwisselingsstoppen"),
            Koppeling("Uitwisseling", "/dossier/\(dossier)/uitwisseling"),
        ]
        self.regels = regels.map { regel in
            let wie = regel.door.flatMap { gebruikers[$0] } ?? "iemand die hier niet meer werkt"
            return Regel(
                kop: "\(regel.soort == "gestopt" ? "Gestopt" : "Hervat") op \(regel.op.tekst) door \(wie)",
                tekst: regel.toelichting)
        }
        leeg = regels.isEmpty ? Leeg("Niets gestopt", "Over deze persoon is de uitwisseling nooit gestopt.") : nil
    }
}

/// About whom the exchange is stopped, longest first, so that no stop is forgotten.
struct UitwisselingsstoppenPagina: PageModel {
    static let template = "uitwisselingsstoppen"
    let titel = "Gestopte uitwisseling"
    let menu: String? = "/uitwisselingsstoppen"
    let melding: Melding?
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    /// - Parameter page: nil while intake is away.
    init(_ page: Page<UitwisselingsstoppenLijst.Rij>?, vandaag: Datum) {
        melding = page == nil ? .nietBereikbaar : nil
        let rijen = page?.rows ?? []
        tabel =
            rijen.isEmpty
            ? nil
            : Tabel(
                titel, stil: true, kolommen: [.init("Dossier"), .init("Gestopt sinds"), .init("Dagen", getal: true)],
                rijen: rijen.map { rij in
                    [
                        .link(rij.dossiernummer, href: "/dossier/\(rij.dossier)/uitwisseling"), .tekst(rij.sinds.tekst),
                        .tekst(String(max(0, rij.sinds.days(until: vandaag)))),
                    ]
                })
        leeg =
            page != nil && rijen.isEmpty ? Leeg("Niets gestopt", "Over niemand is de uitwisseling op dit moment gestopt.") : nil
        bladeren = page?.next.map {
            Bladeren("\(rijen.count) dossiers op deze pagina", volgende: Adres.van("/uitwisselingsstoppen", [("na", $0)]))
        }
    }
}

extension Label {
    static func uitwisseling(gestopt: Bool) -> Label {
        gestopt ? Label("Uitwisseling gestopt", .fout) : Label("Uitwisseling toegestaan", .goed)
    }
}
