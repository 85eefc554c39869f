// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A birth date as it stands beside each search key: the digits of the BRP, with zeros for what is not known, so that a year is
/// one stretch of numbers and whoever cannot be a candidate is passed over unread.
struct Zoekdatum: Sendable, Hashable {
    let cijfers: Int

    init(cijfers: Int) { self.cijfers = cijfers }

    init(_ datum: OnvolledigeDatum) {
        cijfers =
            switch datum {
            case .volledig(let dag): dag.year * 10_000 + dag.month * 100 + dag.day
            case .jaarMaand(let maand): maand.eersteDag.year * 10_000 + maand.eersteDag.month * 100
            case .jaar(let jaar): jaar * 10_000
            case .onbekend: 0
            }
    }

    /// 0 when it is not known.
    var jaar: Int { cijfers / 10_000 }

    var datum: OnvolledigeDatum {
        let (maand, dag) = (cijfers / 100 % 100, cijfers % 100)
        if jaar == 0 { return .onbekend }
        if maand == 0 { return .jaar(jaar) }
        if dag == 0 { return Maand(jaar, maand).map { .jaarMaand($0) } ?? .onbekend }
        return Datum(jaar, maand, dag).map { .volledig($0) } ?? .onbekend
    }
}

extension Gelijkenis {
    /// Whether two people can be candidates for each other by their birth dates and what else they share, were all their names the
    /// same.
    static func kanKandidaatZijn(_ left: OnvolledigeDatum, _ right: OnvolledigeDatum, _ raakvlak: Raakvlak) -> Bool {
        raakvlak.heeftNummer || Gelijkenisgewicht.drieNamen + buitenDeNaam(left, right, raakvlak) >= Double(tonen)
    }

    /// The same with their names: whether enough parts agree for who shares no more than this.
    static func kanKandidaatZijn(_ left: Vergelijkbeeld, _ right: Vergelijkbeeld, _ raakvlak: Raakvlak) -> Bool {
        if raakvlak.heeftNummer { return true }
        let punten = buitenDeNaam(left.geboren, right.geboren, raakvlak)
        guard let mijn = left.namen, let zijn = right.namen else { return punten >= Double(tonen) }
        // A part that only one of both has takes something off, unless it may be the name that the other goes by.
        let isZeker = mijn.roepnaam == nil && zijn.roepnaam == nil && punten < Gelijkenisgewicht.zelfdeDatum
        return Naamoordeel.kunnenDelen(mijn, zijn) { lengte in
            (0...max(3, lengte)).first { aantal in
                let over = isZeker && lengte > aantal ? Gelijkenisgewicht.minsteOver : 0
                return Gelijkenisgewicht.namen(aantal) + punten + over >= Double(tonen)
            }
        }
    }

    /// What speaks for one person beside the name, at most.
    private static func buitenDeNaam(_ left: OnvolledigeDatum, _ right: OnvolledigeDatum, _ raakvlak: Raakvlak) -> Double {
        var punten = datum(left, right).0
        if raakvlak.telefoon { punten += Gelijkenisgewicht.zelfdeTelefoon }
        if raakvlak.huishouden { punten += Gelijkenisgewicht.zelfdeHuishouden }
        return punten
    }

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
        if !(mijnJanuari && zijnJanuari), isTypfout(een, ander) {
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
    static func isTypfout(_ left: Datum, _ right: Datum) -> Bool {
        var (links, rechts) = (Zoekdatum(.volledig(left)).cijfers, Zoekdatum(.volledig(right)).cijfers)
        var eerste: (plaats: Int, links: Int, rechts: Int)?
        var aantal = 0
        // From the last digit: two of the day, two of the month, four of the year.
        for plaats in 0..<8 {
            let (mijn, zijn) = (links % 10, rechts % 10)
            (links, rechts) = (links / 10, rechts / 10)
            guard mijn != zijn else { continue }
            aantal += 1
            if let eerste {
                let naast = plaats == eerste.plaats + 1 && (plaats > 4 || plaats % 2 == 1)
                guard aantal == 2, naast, mijn == eerste.rechts, zijn == eerste.links else { return false }
            } else {
                eerste = (plaats, mijn, zijn)
            }
        }
        return aantal > 0
    }
}
