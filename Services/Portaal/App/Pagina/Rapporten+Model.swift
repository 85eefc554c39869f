// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The interim reports, the one that is due first on top. The gemeente sees the approved ones, by dossier number only.
struct RapportenPagina: PageModel {
    static let template = "rapporten"
    let titel = "Rapporten"
    let menu: String? = "/rapporten"
    let inleiding: String
    let melding: Melding?
    let tabs: Tabs?
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    /// - Parameters:
    ///   - page: nil while rapportage is away.
    ///   - toestand: nil shows all.
    ///   - namen: nil for the gemeente.
    init(_ page: Page<Rapportregel>?, toestand: RapportToestand?, namen: Dossiernamen?, vandaag: Datum) {
        let isGemeente = namen == nil
        inleiding =
            isGemeente
            ? "Rapporten die zijn vastgesteld en die u mag lezen."
            : "Tussenrapportages en overdrachtsdocumenten voor de gemeente. Wat het eerst af moet zijn, staat bovenaan."
        melding = page == nil ? .nietBereikbaar : nil
        let keuzes: [(RapportToestand?, String)] = [(.concept, "Nog te doen"), (.vastgesteld, "Vastgesteld"), (nil, "Alle")]
        tabs =
            isGemeente
            ? nil
            : Tabs(
                "Rapporten",
                keuzes.map { Tabs.Tab($0.1, Self.adres($0.0, na: nil), actief: $0.0 == toestand) })
        let regels = page?.rows ?? []
        tabel = regels.isEmpty ? nil : Self.tabel(regels, namen, vandaag)
        leeg = page != nil && regels.isEmpty ? Self.leeg(toestand, isGemeente) : nil
        bladeren = page?.next.map {
            Bladeren("\(regels.count) rapporten op deze pagina", volgende: Self.adres(toestand, na: $0))
        }
    }

    private static func tabel(_ regels: [Rapportregel], _ namen: Dossiernamen?, _ vandaag: Datum) -> Tabel {
        let wie: [Tabel.Kolom] = namen == nil ? [.init("Dossier")] : [.init("Wie"), .init("Dossier")]
        return Tabel(
            "Rapporten", stil: true, kolommen: wie + [.init("Soort"), .init("Uiterlijk op"), .init("Stand")],
            rijen: regels.map { regel in
                let href = "/rapport/\(regel.rapport)"
                let eerst: [Tabel.Inhoud] =
                    if let namen {
                        [.link(namen.naam(regel.dossier), href: href), .tekst(regel.dossiernummer)]
                    } else {
                        [.link(regel.dossiernummer, href: href)]
                    }
                return eerst + [
                    .tekst(Rapportsoort.naam(regel.soort)), .tekst(regel.uiterlijkOp.kort),
                    .label(stand(regel, vandaag: vandaag)),
                ]
            })
    }

    /// Where a report stands; a concept that is late or nearly so says that first.
    static func stand(_ regel: Rapportregel, vandaag: Datum) -> Label {
        if regel.toestand == .vastgesteld {
            return Label(regel.vastgesteldOp.map { "Vastgesteld \($0.kort)" } ?? "Vastgesteld", .goed)
        }
        let over = vandaag.days(until: regel.uiterlijkOp)
        return over < 0 ? Label("Te laat", .fout) : over <= 14 ? Label("Bijna aan de beurt", .letOp) : Label("Concept", .gewoon)
    }

    private static func adres(_ toestand: RapportToestand?, na: String?) -> String {
        Adres.van("/rapporten", [("toestand", toestand?.rawValue ?? "alle"), ("na", na)])
    }

    private static func leeg(_ toestand: RapportToestand?, _ isGemeente: Bool) -> Leeg {
        if isGemeente { return Leeg("Nog geen rapporten", "Zodra een rapport is vastgesteld, staat het hier.") }
        return toestand == .concept
            ? Leeg("Niets te doen", "Er is nu geen rapport dat u moet vaststellen.")
            : Leeg("Nog geen rapporten", "Hier komen de rapporten van uw mensen.")
    }
}

/// Kinds of report as people say them.
enum Rapportsoort {
    /// Also of a second end of the same traject.
    static func isOverdracht(_ soort: String) -> Bool { soort.hasPrefix(RapportParagrafen.overdrachtsdocument) }

    /// Paragraphs that may stay empty: then they are not in the document.
    static let vrij: Set<String> = ["aandacht", "eigen-woorden"]

    static func naam(_ soort: String) -> String {
        switch soort {
        case "tussenrapportage": "Tussenrapportage"
        case "eindrapportage": "Eindrapportage"
        case let soort where isOverdracht(soort): "Overdrachtsdocument"
        default: "Rapport"
        }
    }
}
