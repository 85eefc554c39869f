// SPDX-License-Identifier: EUPL-1.2
import Domein

extension Gelijkenis {
    /// What two birth dates say. 1 January weighs little: it is what the IND writes when somebody does not know the day
    /// (domein.md 1.5).
    static func datum(_ left: OnvolledigeDatum, _ right: OnvolledigeDatum) -> (Double, String?) {
        switch (left, right) {
        case (.onbekend, _), (_, .onbekend): return (0, nil)
        case (.volledig(let een), .volledig(let ander)): return datum(een, ander)
        default: break
        }
        guard let mijn = left.bereik, let zijn = right.bereik else { return (0, nil) }
        if mijn.overlaps(zijn) {
            return (Gelijkenisgewicht.pastBijElkaar, "Geboortedatum past bij elkaar; niet alles is bekend.")
        }
        let jaren = abs(mijn.lowerBound.year - zijn.lowerBound.year)
        if jaren == 0 {
            let isEenJanuari = isEenJanuari(left) || isEenJanuari(right)
            return isEenJanuari
                ? (Gelijkenisgewicht.jaarEnEenJanuari, "Zelfde geboortejaar; 1 januari telt weinig.")
                : (Gelijkenisgewicht.andereDag, "Andere geboortedatum in hetzelfde jaar.")
        }
        return jaren == 1
            ? (Gelijkenisgewicht.jaarErnaast, "Geboortejaar scheelt één jaar.")
            : (Gelijkenisgewicht.andereDatum, "Ander geboortejaar.")
    }

    private static func datum(_ een: Datum, _ ander: Datum) -> (Double, String?) {
        let (mijnJanuari, zijnJanuari) = (een.month == 1 && een.day == 1, ander.month == 1 && ander.day == 1)
        if een == ander {
            return mijnJanuari
                ? (Gelijkenisgewicht.zelfdeEenJanuari, "Zelfde geboortejaar; 1 januari telt weinig.")
                : (Gelijkenisgewicht.zelfdeDatum, "Zelfde geboortedatum.")
        }
        let jaren = abs(een.year - ander.year)
        if jaren == 0, mijnJanuari || zijnJanuari {
            return (Gelijkenisgewicht.jaarEnEenJanuari, "Zelfde geboortejaar; 1 januari telt weinig.")
        }
        if jaren == 0, een.day == ander.month, een.month == ander.day {
            return (Gelijkenisgewicht.dagMaandOmgekeerd, "Dag en maand van geboorte zijn omgewisseld.")
        }
        if !(mijnJanuari && zijnJanuari), isTypfout(een.description, ander.description) {
            return (Gelijkenisgewicht.eenCijfer, "Geboortedatum scheelt één cijfer.")
        }
        if jaren == 0 { return (Gelijkenisgewicht.andereDag, "Andere geboortedatum in hetzelfde jaar.") }
        if mijnJanuari || zijnJanuari {
            if jaren == 1 { return (Gelijkenisgewicht.jaarErnaast, "Geboortejaar scheelt één jaar; 1 januari telt weinig.") }
            if mijnJanuari, zijnJanuari, jaren <= 3 {
                return (Gelijkenisgewicht.geschatteJarenErnaast, "Geboortejaar scheelt \(jaren) jaar.")
            }
        }
        return (Gelijkenisgewicht.andereDatum, "Andere geboortedatum.")
    }

    private static func isEenJanuari(_ datum: OnvolledigeDatum) -> Bool {
        if case .volledig(let dag) = datum { dag.month == 1 && dag.day == 1 } else { false }
    }

    /// One digit differs, or two that stand side by side changed places.
    static func isTypfout(_ left: String, _ right: String) -> Bool {
        let (links, rechts) = (Array(left.utf8), Array(right.utf8))
        guard links.count == rechts.count else { return false }
        let anders = links.indices.filter { links[$0] != rechts[$0] }
        if anders.count == 1 { return true }
        guard anders.count == 2, anders[1] - anders[0] <= 1 else { return false }
        return links[anders[0]] == rechts[anders[1]] && links[anders[1]] == rechts[anders[0]]
    }
}
