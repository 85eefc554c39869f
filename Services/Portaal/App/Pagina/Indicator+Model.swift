// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Exactly the rows behind one figure.
struct IndicatorPagina: PageModel {
    static let template = "indicator"
    let titel: String
    let menu: String? = "/gemeente"
    let kruimels: [Koppeling]
    let waarde: String?
    let periode: String
    let definitie: String?
    let melding: Melding?
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?
    let voetnoot: String?

    /// - Parameters:
    ///   - page: nil while rapportage is away.
    ///   - magOpenen: whether this user works in the dossiers.
    init(
        _ indicator: Berichten.Indicator?, _ page: Page<IndicatorRijen.Rij>?, code: String, periode: Cijferperiode,
        magOpenen: Bool
    ) {
        titel = indicator?.naam ?? "Cijfer"
        kruimels = [Koppeling("Gemeente", periode.adres("/gemeente"))]
        waarde = indicator.map { $0.onderdrukt ? "–" : Cijfertekst.waarde($0.waarde, $0.eenheid) }
        self.periode = periode.tekst
        definitie = indicator?.definitie
        melding = page == nil ? .nietBereikbaar : nil
        voetnoot = magOpenen ? nil : InstroomRijenPagina.nietElke
        let rijen = page?.rows ?? []
        tabel = rijen.isEmpty ? nil : Self.tabel(rijen, titel, magOpenen: magOpenen)
        leeg = page != nil && rijen.isEmpty ? Self.leeg(indicator) : nil
        let totaal = page?.total.map { "van \($0) " } ?? ""
        bladeren = page.flatMap { page in
            rijen.isEmpty
                ? nil
                : Bladeren(
                    "\(rijen.count) \(totaal)\(rijen.count == 1 && page.total ?? 1 == 1 ? "regel" : "regels")",
                    volgende: page.next.map { periode.adres("/gemeente/indicator/\(code)", na: $0) })
        }
    }

    private static func tabel(_ rijen: [IndicatorRijen.Rij], _ titel: String, magOpenen: Bool) -> Tabel {
        let namen = rijen.first?.kolommen.map(\.naam) ?? []
        return Tabel(
            titel, stil: true, kolommen: [.init("Dossier")] + namen.map { .init($0, getal: $0 == "Dagen") },
            rijen: rijen.map { rij in
                let eerst: Tabel.Inhoud =
                    magOpenen ? .link(rij.dossiernummer, href: "/dossier/\(rij.dossier)") : .tekst(rij.dossiernummer)
                return [eerst] + rij.kolommen.map { .tekst(inWoorden($0.waarde)) }
            })
    }

    private static func leeg(_ indicator: Berichten.Indicator?) -> Leeg {
        indicator?.onderdrukt == true
            ? Leeg("Te weinig mensen", "Deze regels blijven verborgen, zodat niemand te herkennen is.")
            : Leeg("Geen regels", "Er is in deze periode niets te tellen.")
    }

    /// Dates and codes of a column as people read them.
    static func inWoorden(_ waarde: String) -> String {
        if let dag = Datum(waarde) { return dag.kort }
        return Contactsoort(rawValue: waarde)?.naam ?? (waarde.isEmpty ? "–" : waarde)
    }
}
