// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Who it is about, on top of every page of a dossier (`deel-dossierhoofd`).
struct Dossierhoofd: Sendable {
    let id: String
    let naam: String
    let nummer: String?
    /// `Spreekt Tigrinya`; nil when unknown.
    let taal: String?
    let tolk: Label?
    let groep: String?
    let telefoon: String?
    let telefoonHref: String?
    /// The interpreter need in a sentence, for forms.
    let tolkzin: String?
    let tolkNodig: Bool
    /// Nothing about this person may go out.
    let stop: Label?
    /// How to reach the person without danger, for who may know.
    let veilig: VeiligeBalk?

    var href: String { "/dossier/\(id)" }
    /// The way back from a page under the dossier.
    var kruimels: [Koppeling] { [Koppeling("Mensen", "/mensen"), Koppeling(naam, href)] }

    /// - Parameter persoon: nil when intake could not be asked.
    init(
        _ dossier: DossierID, _ persoon: Persoonsgegevens?, veilig antwoord: Deelvraag<Veiligheidsoverzicht> = .niet
    ) {
        id = dossier.description
        veilig = VeiligeBalk(antwoord)
        guard let persoon else {
            (naam, nummer, taal, tolk, groep) = ("Naam even niet bereikbaar", nil, nil, nil, nil)
            (telefoon, telefoonHref, tolkzin, tolkNodig, stop) = (nil, nil, nil, false, nil)
            return
        }
        (naam, nummer) = (persoon.naam, persoon.dossiernummer)
        taal = persoon.spreektaal.map { "Spreekt \(Self.taalnaam($0))" }
        groep = persoon.doelgroep == .statushouder18plus ? nil : persoon.doelgroep.naam
        // Who has a safe number is not rung on another one by accident, nor while it cannot be read.
        let nummer = antwoord.magBellen ? persoon.telefoon : nil
        telefoon = nummer
        telefoonHref = nummer.map { "tel:\($0.filter { $0.isNumber || $0 == "+" })" }
        tolkNodig = persoon.tolkNodig
        stop = persoon.uitwisselingGestopt == true ? .uitwisseling(gestopt: true) : nil
        let tolktaal = (persoon.tolktaal ?? persoon.spreektaal).map(Self.taalnaam)
        let wens = Self.tolkwens(persoon.omgang?.tolkgeslacht)
        tolk =
            persoon.tolkNodig
            ? Label((tolktaal.map { "Tolk nodig: \($0)" } ?? "Tolk nodig") + wens, .letOp) : Label("Geen tolk nodig", .goed)
        tolkzin =
            persoon.tolkNodig
            ? "\(persoon.naam) heeft een tolk nodig\(tolktaal.map { " (\($0))" } ?? "")\(wens)." : "Er is geen tolk nodig."
    }

    /// The wish for a man or a woman, as the end of a phrase.
    static func tolkwens(_ geslacht: String?) -> String {
        switch geslacht {
        case "vrouw": ", liefst een vrouw"
        case "man": ", liefst een man"
        default: ""
        }
    }

    /// A language as people say it; an unknown code stays as it came.
    static func taalnaam(_ code: String) -> String { Taal(code: code)?.naam ?? code }
}
