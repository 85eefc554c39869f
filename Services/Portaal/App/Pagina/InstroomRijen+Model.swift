// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Exactly the people behind one number of the inflow.
struct InstroomRijenPagina: PageModel {
    static let template = "instroom-rijen"
    let titel: String
    let menu: String? = "/instroom"
    let kruimels: [Koppeling]
    let inleiding: String
    let melding: Melding?
    let tabel: Tabel?
    let leeg: Leeg?
    let voetnoot: String?
    let bladeren: Bladeren?

    /// - Parameters:
    ///   - page: nil while intake is away.
    ///   - magOpenen: whether this user decides about aanmeldingen.
    init(
        _ page: Page<InstroomRijen.Rij>?, soort: Instroomsoort, halfjaar: Halfjaar, keuze: InstroomPagina.Keuze, magOpenen: Bool
    ) {
        titel = Self.titel(soort)
        kruimels = [
            Koppeling("Instroom", Adres.van("/instroom", [("gemeente", keuze.noemGemeente ? keuze.gemeente : nil)]))
        ]
        inleiding = "\(halfjaar.tekst.prefix(1).uppercased())\(halfjaar.tekst.dropFirst()). \(Self.telt(soort))"
        melding = page == nil ? .nietBereikbaar : nil
        let rijen = page?.rows ?? []
        tabel =
            rijen.isEmpty
            ? nil
            : Tabel(
                titel, stil: true, kolommen: [.init("Dossier"), .init("Dag"), .init("Doelgroep"), .init("Stand")],
                rijen: rijen.map { rij in
                    let nummer = rij.dossiernummer ?? "Nog geen nummer"
                    return [
                        magOpenen ? .link(nummer, href: "/aanmelding/\(rij.aanmelding)") : .tekst(nummer),
                        .tekst(rij.isGeschat == true ? "\(rij.dag.kort) (verwacht)" : rij.dag.kort),
                        .tekst(rij.doelgroep?.naam ?? "Onbekend"),
                        .label(Label(rij.toestand.naam, AanmeldingenPagina.Rij.kleur(rij.toestand))),
                    ]
                })
        leeg =
            page != nil && rijen.isEmpty
            ? Leeg("Geen regels", "Er is niets te tellen, of het zijn te weinig mensen om te tonen.") : nil
        voetnoot = magOpenen ? nil : Self.nietElke
        bladeren = page.flatMap { page in
            rijen.isEmpty
                ? nil
                : Bladeren(
                    "\(rijen.count) van \(page.total ?? rijen.count) op deze pagina",
                    volgende: page.next.map { keuze.rijen(soort, halfjaar.description, na: $0) })
        }
    }

    /// Said always, so that it tells nothing about anybody.
    static let nietElke = "Niet elke persoon die meetelt, staat ook als regel in de lijst. Dat beschermt mensen."

    private static func titel(_ soort: Instroomsoort) -> String {
        switch soort {
        case .gehuisvest: "Gehuisvest"
        case .ontvangen: "Aangemeld door de gemeente"
        case .bekend: "Geaccepteerd, verhuist nog"
        case .pijplijn: "Wacht op een besluit"
        }
    }

    private static func telt(_ soort: Instroomsoort) -> String {
        switch soort {
        case .gehuisvest: "Op de dag van huisvesting: in een eigen woning, een HAR of een doorstroomlocatie."
        case .ontvangen: "Op de dag waarop de aanmelding kwam."
        case .bekend: "Op de dag waarop zij in de woning komen; is die niet bekend, dan op de dag waarop dat wordt verwacht."
        case .pijplijn: "Op de dag waarop huisvesting wordt verwacht."
        }
    }
}
