// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The advances of everybody, by what must happen with them: the work list of the financial worker.
struct WachtrijPagina: PageModel {
    static let template = "wachtrij"
    let titel = "Reiskosten"
    let menu: String? = "/reiskosten"
    let melding: Melding?
    let tabs: Tabs
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    /// The states in the order of the work, with what must be done there.
    static let toestanden: [(VoorschotToestand, String)] = [
        (.aangevraagd, "Beslissen"), (.goedgekeurd, "Betalen"), (.betaald, "Wacht op bewijs"), (.verantwoord, "Afrekenen"),
        (.afgerekend, "Afgerekend"), (.afgewezen, "Afgewezen"),
    ]

    /// - Parameters:
    ///   - page: nil while reiskosten is away.
    ///   - gebruikers: the names of who asked.
    init(
        _ page: Page<Voorschotsregel>?, toestand: VoorschotToestand, namen: Dossiernamen, gebruikers: [GebruikerID: String]
    ) {
        melding = page == nil ? .nietBereikbaar : nil
        tabs = Tabs(
            "Stappen van een voorschot",
            Self.toestanden.map {
                Tabs.Tab($0.1, Adres.van("/reiskosten", [("toestand", $0.0.rawValue)]), actief: $0.0 == toestand)
            })
        let regels = page?.rows ?? []
        tabel =
            regels.isEmpty
            ? nil
            : Tabel(
                "Voorschotten: \(toestand.naam.lowercased())", stil: true,
                kolommen: [
                    .init("Wie"), .init("Dossier"), .init("Maand"), .init("Bedrag", getal: true), .init("Gevraagd op"),
                    .init("Gevraagd door"),
                ],
                rijen: regels.map { regel in
                    [
                        .link(namen.naam(regel.dossier), href: "/voorschot/\(regel.voorschot)"),
                        .tekst(namen.nummer(regel.dossier) ?? "–"), .tekst(Reismaandnaam.tekst(regel.maand)),
                        .tekst(regel.bedrag.description), .tekst(regel.gevraagdOp.kort),
                        .tekst(regel.gevraagdDoor.flatMap { gebruikers[$0] } ?? "–"),
                    ]
                })
        leeg = page != nil && regels.isEmpty ? Self.leeg(toestand) : nil
        bladeren = page?.next.map {
            Bladeren(
                "\(regels.count) voorschotten op deze pagina",
                volgende: Adres.van("/reiskosten", [("toestand", toestand.rawValue), ("na", $0)]))
        }
    }

    private static func leeg(_ toestand: VoorschotToestand) -> Leeg {
        switch toestand {
        case .aangevraagd: Leeg("Niets te beslissen", "Er wacht geen aanvraag op een besluit.")
        case .goedgekeurd: Leeg("Niets te betalen", "Alles wat is goedgekeurd, is betaald.")
        case .betaald: Leeg("Alle bewijzen zijn binnen", "Er is geen betaald voorschot waarvan het bewijs nog mist.")
        case .verantwoord: Leeg("Niets af te rekenen", "Er is geen bewijs dat nog moet worden nagekeken.")
        case .afgewezen, .afgerekend: Leeg("Nog geen", "Er is geen voorschot met deze stand.")
        }
    }
}

/// A month as people say it.
enum Reismaandnaam {
    static func tekst(_ maand: String) -> String { (try? Maand(parsing: maand))?.tekst ?? maand }
}

extension VoorschotToestand {
    var kleur: Label.Kleur {
        switch self {
        case .aangevraagd, .verantwoord: .letOp
        case .goedgekeurd, .betaald: .info
        case .afgerekend: .goed
        case .afgewezen: .fout
        }
    }
}
