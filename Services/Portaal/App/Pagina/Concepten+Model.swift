// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Everything that the visitor has kept and not sent off yet, the last touched first.
struct ConceptenPagina: PageModel {
    static let template = "concepten"
    let titel = "Mijn concepten"
    let menu: String? = nil
    let uitleg: String
    let weg: Melding?
    let heeftRijen: Bool
    let rijen: [Rij]
    let leeg: Leeg?

    struct Rij: Sendable {
        let naam: String
        /// What the form is about, as far as the visitor may know that now.
        let wie: String?
        let wanneer: String
        let href: String
        let weg: String
    }

    /// - Parameters:
    ///   - aanmeldingen: people who were not registered yet.
    ///   - namen: of the dossiers that the visitor may see now.
    init(_ concepten: [Conceptplek], aanmeldingen: [Concept], namen: Dossiernamen) {
        let formulieren = concepten.map { plek in
            (
                plek.bewaard,
                Rij(
                    naam: Self.namen[plek.soort] ?? "Formulier", wie: plek.dossier.map(namen.naam),
                    wanneer: "Bewaard op \(plek.bewaard.voluit)", href: plek.pad,
                    weg: Adres.van("/concept/weg", [("pad", plek.pad), ("terug", "/concepten")]))
            )
        }
        let nieuwe = aanmeldingen.map { concept in
            let pad = "/aanmelding/nieuw/\(concept.id.uuidString.lowercased())"
            let naam = [concept.form.optional("voornamen"), concept.form.optional("geslachtsnaam")].compactMap(\.self)
            return (
                concept.bewaard,
                Rij(
                    naam: "Nieuwe aanmelding", wie: naam.isEmpty ? nil : naam.joined(separator: " "),
                    wanneer: "Bewaard op \(concept.bewaard.voluit)", href: pad, weg: "\(pad)/weg")
            )
        }
        rijen = (formulieren + nieuwe).sorted { $0.0 > $1.0 }.map(\.1)
        heeftRijen = !rijen.isEmpty
        let dagen = Int(Concepten.bewaartijd / 86_400)
        uitleg =
            "Wat u typte en nog niet vastlegde. Alleen u ziet dit, op elk apparaat. Na \(dagen) dagen zonder wijziging verdwijnt het."
        weg = namen.isWeg ? .even("De namen zijn") : nil
        leeg =
            rijen.isEmpty
            ? Leeg("Geen concepten", "Kiest u bij een formulier ‘Bewaar als concept’, dan staat het hier.") : nil
    }

    /// Every page whose form can be kept (`deel-concept`), by its path without ids.
    static let namen = [
        "/dossier/:/contact": "Contact vastleggen",
        "/dossier/:/contact/:/verbeteren": "Contact verbeteren",
        "/dossier/:/afspraak/nieuw": "Afspraak maken",
        "/dossier/:/afspraak/:/wijzigen": "Afspraak wijzigen",
        "/dossier/:/plan": "Plan",
        "/dossier/:/plan/doelen/:": "Doel",
        "/dossier/:/plan/acties/:": "Actie",
        "/dossier/:/metingen/start": "Eerste meting",
        "/dossier/:/metingen/midden": "Tussenmeting",
        "/dossier/:/metingen/einde": "Laatste meting",
        "/dossier/:/signalen": "Signaal",
        "/dossier/:/gegevens": "Gegevens",
        "/dossier/:/afronden": "Traject afronden",
        "/rapport/:": "Rapport",
        "/sociale-kaart/nieuw": "Nieuwe vermelding",
        "/sociale-kaart/:/wijzigen": "Vermelding",
        "/spreekuur": "Spreekuur",
    ]
}
