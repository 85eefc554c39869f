// SPDX-License-Identifier: EUPL-1.2

extension Termijn {
    /// `5 dagen`, `1 werkdag`, `9 maanden`.
    public var duur: String {
        let naam =
            switch eenheid {
            case .dag: aantal == 1 ? "dag" : "dagen"
            case .werkdag: aantal == 1 ? "werkdag" : "werkdagen"
            case .week: aantal == 1 ? "week" : "weken"
            case .maand: aantal == 1 ? "maand" : "maanden"
            case .jaar: "jaar"
            }
        return "\(aantal) \(naam)"
    }

    /// The middle of the sentence "Dinsdag 19 januari 2027 is ...".
    func omschrijving(anker: String, dag: Datum) -> String {
        let bij = "\(anker) (\(dag.voluit))"
        if let vasteDag {
            let naam = "\(vasteDag.dag) \(Datum.maandnamen[vasteDag.maand - 1])"
            switch (aantal, richting) {
            case (0, _): return "\(naam) van het jaar van \(bij)"
            case (1, .na): return "\(naam) van het jaar na \(bij)"
            case (1, .voor): return "\(naam) van het jaar voor \(bij)"
            default: return "\(naam), \(aantal) jaar \(richting.rawValue) het jaar van \(bij)"
            }
        }
        if aantal == 0 { return bij }
        if ankerTeltMee {
            return richting == .na
                ? "de laatste dag van \(duur), met \(bij) als eerste dag"
                : "de eerste dag van \(duur), met \(bij) als laatste dag"
        }
        return "\(duur) \(richting.rawValue) \(bij)"
    }
}

extension String {
    /// With a capital in front.
    package var hoofdletter: String { prefix(1).uppercased() + dropFirst() }
}
