// SPDX-License-Identifier: EUPL-1.2
import Domein

/// When a traject may end, and what follows from it.
enum Afsluitregels {
    /// A day further back than this is a typing error, or a matter for the team leader.
    static let langsteTerug = 90

    /// All that is wrong, at once.
    static func veldfouten(reden: String, op dag: Datum, regels: Trajectregels, start: Datum, vandaag: Datum) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if regels.eindreden(reden) == nil {
            fouten.append(Veldfout("reden", code: "onbekend", "Kies een reden uit de lijst van de opdracht."))
        }
        if dag > vandaag {
            fouten.append(Veldfout("op", code: "toekomst", "De laatste dag kan niet in de toekomst liggen."))
        } else if dag < start {
            // Somebody who never started may end before the clock would have begun.
            if regels.eindreden(reden)?.soort != .voortijdig {
                fouten.append(Veldfout("op", code: "voor-start", "Het traject begon op \(start.tekst). Kies een latere dag."))
            }
        } else if dag.days(until: vandaag) > langsteTerug {
            fouten.append(
                Veldfout("op", code: "te-lang-geleden", "Deze dag is meer dan \(langsteTerug) dagen geleden. Klopt de datum?"))
        }
        return fouten
    }

    /// The days on which somebody looks in again after the end; none for a reason without aftercare.
    static func nazorg(reden: String, op dag: Datum, regels: Trajectregels) -> [Datum] {
        guard regels.eindreden(reden)?.nazorg == true else { return [] }
        return regels.nazorg.map { $0.uiterlijk(vanaf: dag) }.sorted()
    }

    /// The last day on which somebody may come back in the same traject; nil when the contract has no such rule.
    static func terugTot(einde: Datum, regels: Trajectregels) -> Datum? { regels.herstart?.binnen.uiterlijk(vanaf: einde) }
}
