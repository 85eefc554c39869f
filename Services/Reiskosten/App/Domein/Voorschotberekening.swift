// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The amount of an advance and the sentence that explains it.
struct Voorschotbedrag: Equatable, Sendable {
    let bedrag: Bedrag
    /// Which rule gave this amount, with its source: Dutch, for the screen and the letter.
    let berekening: String
}

/// What is known of the same person when an advance is asked.
struct Voorschotstand: Equatable, Sendable {
    /// Asked, approved or paid already for the same month; what was refused or came back does not count.
    var alInDezeMaand: Bedrag
    /// Advances that were asked and are not settled or refused.
    var open: Int

    static let leeg = Voorschotstand(alInDezeMaand: .nul, open: 0)
}

/// Why there is no advance: the rule in a Dutch sentence, and the field it is about, where it is about one.
enum GeenVoorschot: Error, Equatable, Sendable {
    case teDichtbij(String)
    case werkelijkeKostenNodig
    case teVeelOpen(String)
    case maandmaximumBereikt(String)
}

/// The rule for travel money of one contract, applied.
///
/// Rounding: the sum is made in thousandths of a cent and rounded once, at the end, to whole cents; half a cent goes up.
struct Voorschotberekening: Sendable {
    let regeling: Reiskostenregeling
    /// Id of the contract, for the sentence: `almere-2027`.
    let opdracht: String

    func bereken(_ reis: Reis, stand: Voorschotstand) throws(GeenVoorschot) -> Voorschotbedrag {
        guard regeling.isVerGenoeg(meter: reis.afstandMeter) else { throw .teDichtbij(afstandsregel(reis)) }
        guard stand.open < regeling.voorschot.maximumOpen else { throw .teVeelOpen(openregel(stand)) }
        let (kosten, som) = try kosten(reis)
        var bedrag = kosten
        var zinnen = [som]
        let ruimte = regeling.maximumPerMaand - stand.alInDezeMaand
        if bedrag > ruimte {
            guard ruimte > .nul else { throw .maandmaximumBereikt(maandregel(reis, stand)) }
            bedrag = ruimte
            zinnen.append(maandregel(reis, stand))
        }
        if bedrag > regeling.voorschot.plafond {
            bedrag = regeling.voorschot.plafond
            zinnen.append("Een voorschot is ten hoogste \(regeling.voorschot.plafond).")
        }
        zinnen.append("Regel: \(afstandsgrens) enkele reis, opdracht \(opdracht). Bron: \(regeling.bron).")
        return Voorschotbedrag(bedrag: bedrag, berekening: zinnen.joined(separator: " "))
    }

    /// The cost of the month by the rule of the mode, before any maximum.
    private func kosten(_ reis: Reis) throws(GeenVoorschot) -> (Bedrag, String) {
        let dagen = reis.dagen == 1 ? "1 dag" : "\(reis.dagen) dagen"
        if reis.vervoer == .ov, regeling.openbaarVervoerWerkelijk {
            guard let perDag = reis.werkelijkPerDag, perDag > .nul else { throw .werkelijkeKostenNodig }
            let bedrag = Bedrag(cents: perDag.cents * reis.dagen)
            return (bedrag, "\(reis.vervoer.naam): werkelijke kosten \(perDag) per dag × \(dagen) = \(bedrag).")
        }
        let duizendsteCent = reis.afstandMeter * regeling.perKilometer.cents * 2 * reis.dagen
        let bedrag = Bedrag(cents: (duizendsteCent + 500) / 1000)
        let som =
            "\(reis.vervoer.naam): \(kilometers(reis.afstandMeter)) × \(regeling.perKilometer) per km "
            + "× 2 (heen en terug) × \(dagen) = \(bedrag)."
        return (bedrag, som)
    }

    private var afstandsgrens: String {
        (regeling.minimumTeltMee ? "vanaf " : "meer dan ") + kilometers(regeling.minimumAfstandMeter)
    }

    private func afstandsregel(_ reis: Reis) -> String {
        "De enkele reis is \(kilometers(reis.afstandMeter)). Er is reisgeld bij \(afstandsgrens). "
            + "Opdracht \(opdracht), bron: \(regeling.bron)."
    }

    private func openregel(_ stand: Voorschotstand) -> String {
        let grens = regeling.voorschot.maximumOpen
        return "Er \(stand.open == 1 ? "staat nog 1 voorschot" : "staan nog \(stand.open) voorschotten") open; "
            + "er \(grens == 1 ? "mag er 1" : "mogen er \(grens)") open staan. Reken eerst een voorschot af. "
            + "Opdracht \(opdracht), bron: \(regeling.bron)."
    }

    private func maandregel(_ reis: Reis, _ stand: Voorschotstand) -> String {
        let al = stand.alInDezeMaand > .nul ? " Voor \(reis.maand.tekst) is al \(stand.alInDezeMaand) gevraagd." : ""
        return "Per maand is er ten hoogste \(regeling.maximumPerMaand).\(al)"
    }

    /// `12,5 km`, `10 km`.
    private func kilometers(_ meter: Int) -> String {
        let tiende = (meter + 50) / 100
        return tiende % 10 == 0 ? "\(tiende / 10) km" : "\(tiende / 10),\(tiende % 10) km"
    }
}
