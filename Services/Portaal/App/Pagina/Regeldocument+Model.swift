// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

extension RegelzaakPagina {
    /// The photos and PDFs that prove a step, and the form to add one.
    struct Documenten: Sendable {
        struct Rij: Sendable {
            let naam: String
            let href: String
            let onder: String
            let intrekken: String
        }

        let heeft: Bool
        let rijen: [Rij]
        let actie: String
        let soort: Kiesvak
        let bestand: BestandVeld

        init(
            _ documenten: [Regelzaakbeeld.Document], _ form: FormValues, _ hoofd: Dossierhoofd, zaak: RegelzaakID,
            gebruikers: [GebruikerID: String]
        ) {
            heeft = !documenten.isEmpty
            rijen = documenten.map { document in
                let pad = "\(hoofd.href)/regelzaak/\(zaak)/document/\(document.document)"
                return Rij(
                    naam: document.naam(onder: documenten), href: pad, onder: document.onder(gebruikers),
                    intrekken: "\(pad)/intrekken")
            }
            actie = "/regeldocument/\(hoofd.id)/\(zaak)"
            soort = Kiesvak(
                "documentsoort", "Wat is het?", form, Regelbewijs.opPapier.map { Optie($0.rawValue, $0.naam) })
            bestand = BestandVeld(
                "bestand", "Foto of PDF", form, soorten: ["image/jpeg", "image/png", "application/pdf"],
                hulp: "Ten hoogste 10 MB. Voeg alleen toe wat nodig is om te laten zien dat het is geregeld.")
        }
    }
}

extension Regelzaakbeeld.Document {
    /// Told apart from others of the same kind by a number, the oldest first.
    fileprivate func naam(onder alle: [Regelzaakbeeld.Document]) -> String {
        let gelijke = alle.filter { $0.soort == soort }
        guard gelijke.count > 1, let plek = gelijke.firstIndex(of: self) else { return soort.naam }
        return "\(soort.naam) \(gelijke.count - plek)"
    }

    fileprivate func onder(_ gebruikers: [GebruikerID: String]) -> String {
        let wie = door.flatMap { gebruikers[$0] }.map { " door \($0)" } ?? ""
        return "\(Bestandsoort.naam(mediatype)), \(Bestandsoort.grootte(grootte)), toegevoegd op \(op.tekst)\(wie)"
    }
}

/// Withdrawing a document: what it is, what happens to it, and why.
struct RegeldocumentPagina: PageModel {
    static let template = "regeldocument-intrekken"
    let titel = "Document intrekken"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let fouten: Foutenlijst?
    let naam: String
    let onder: String
    let actie: String
    let terug: String
    let reden: Keuzegroep

    init(
        _ hoofd: Dossierhoofd, _ zaak: Regeldagbord.Regelzaak, _ document: Regelzaakbeeld.Document,
        onder alle: [Regelzaakbeeld.Document], _ form: FormValues, gebruikers: [GebruikerID: String]
    ) {
        self.hoofd = hoofd
        terug = "\(hoofd.href)/regelzaak/\(zaak.regelzaak)"
        kruimels =
            hoofd.kruimels + [Koppeling("Regeldag", "\(hoofd.href)/regeldag"), Koppeling(zaak.naam, terug)]
        fouten = Foutenlijst(form)
        (naam, onder) = (document.naam(onder: alle), document.onder(gebruikers))
        actie = "\(terug)/document/\(document.document)/intrekken"
        reden = Keuzegroep(
            "reden", "Waarom trekt u het in?", form, Documentreden.allCases.map { Optie($0.rawValue, $0.naam) })
    }
}
