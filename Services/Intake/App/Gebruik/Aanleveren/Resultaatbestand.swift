// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

/// The result file: a line per row, and of a refused row one per error.
enum Resultaatbestand {
    static let kolommen = ["rij", "regel", "rijreferentie", "status", "code", "kolom", "tekst", "aanmeldingId"]
    static let begin = CSVSchrijver.begin + CSVSchrijver.regel(kolommen)

    static func regels(_ rij: Rijresultaat) -> String {
        func regel(_ code: String?, _ kolom: String, _ tekst: String) -> String {
            CSVSchrijver.regel([
                String(rij.rij), String(rij.regel), rij.referentie ?? "", rij.status.rawValue, code ?? "", kolom, tekst,
                rij.aanmelding?.description ?? "",
            ])
        }
        guard rij.fouten.isEmpty else { return rij.fouten.map { regel($0.code, $0.field, $0.text) }.joined() }
        return regel(rij.code, "", zin(rij))
    }

    private static func zin(_ rij: Rijresultaat) -> String {
        switch rij.status {
        case .nieuw: "Geaccepteerd."
        case .wacht: "Ontvangen. Een medewerker kijkt ernaar."
        case .afgewezen: "Ontvangen en afgewezen."
        case .gewijzigd: "De wijziging is ontvangen."
        case .bekend: "Deze rij is eerder aangeleverd en heeft nu niets veranderd."
        case .geweigerd: "Niet overgenomen."
        }
    }

    /// For a file of which no row could be read.
    static func bestand(_ fout: FieldError) -> String {
        begin + CSVSchrijver.regel(["", "", "", "geweigerd", fout.code, "", fout.text, ""])
    }
}
