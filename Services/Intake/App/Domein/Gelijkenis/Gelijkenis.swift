// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What is compared of one person by itself. Numbers and telephone are not in here: the store only knows whether they are
/// the same (`Raakvlak`).
struct Vergelijkbeeld: Sendable {
    var namen: Naamketting?
    var geboren: OnvolledigeDatum
}

/// What the store tells of two people without opening anything.
struct Raakvlak: Sendable, Hashable {
    enum Stand: Sendable, Hashable {
        case gelijk, verschilt
        /// At least one side is not known.
        case onbekend
    }

    var bsn = Stand.onbekend
    var vnummer = Stand.onbekend
    var geslacht = Stand.onbekend
    var telefoon = false
    var huishouden = false

    var heeftNummer: Bool { bsn == .gelijk || vnummer == .gelijk }
}

/// How likely two are one person, and why: for a person who decides.
struct Gelijkenis: Sendable, Equatable {
    /// One ground, as a person reads it. `voor`: it speaks for the same person; else against.
    struct Reden: Sendable, Hashable {
        var tekst: String
        var voor: Bool
    }

    /// 0 to 100.
    var punten: Int
    var redenen: [Reden]
    /// A number agrees.
    var heeftNummer: Bool

    /// From here on a candidate is shown.
    static let tonen = 30

    var isKandidaat: Bool { heeftNummer || punten >= Self.tonen }
    var sterkte: Sterkte { heeftNummer ? .nummer : punten >= 55 ? .waarschijnlijk : .mogelijk }

    enum Sterkte: String, Sendable, Codable { case nummer, waarschijnlijk, mogelijk }

    init(_ left: Vergelijkbeeld, _ right: Vergelijkbeeld, _ raakvlak: Raakvlak) {
        var som = 0.0
        var redenen: [Reden] = []
        func tel(_ punten: Double, _ tekst: String?) {
            som += punten
            if let tekst { redenen.append(Reden(tekst: tekst, voor: punten >= 0)) }
        }
        heeftNummer = raakvlak.heeftNummer
        if raakvlak.bsn == .gelijk { tel(Gelijkenisgewicht.zelfdeNummer, "Zelfde BSN.") }
        if raakvlak.vnummer == .gelijk { tel(Gelijkenisgewicht.zelfdeNummer, "Zelfde V-nummer.") }
        let datum = Self.datum(left.geboren, right.geboren)
        // Brothers are not born on one day, and twins live in one house.
        let ruim = datum.0 >= Gelijkenisgewicht.zelfdeDatum && !raakvlak.huishouden && !raakvlak.telefoon
        for (punten, tekst) in Self.naam(left.namen, right.namen, ruim: ruim) { tel(punten, tekst) }
        tel(datum.0, datum.1)
        if raakvlak.telefoon { tel(Gelijkenisgewicht.zelfdeTelefoon, "Zelfde telefoonnummer.") }
        if raakvlak.huishouden { tel(Gelijkenisgewicht.zelfdeHuishouden, "Zelfde huishouden.") }
        if raakvlak.geslacht == .verschilt { tel(Gelijkenisgewicht.anderGeslacht, "Ander geslacht.") }
        if raakvlak.bsn == .verschilt { tel(Gelijkenisgewicht.anderBSN, "Beiden hebben een eigen BSN.") }
        if raakvlak.vnummer == .verschilt { tel(Gelijkenisgewicht.anderVnummer, "Beiden hebben een eigen V-nummer.") }
        self.redenen = redenen
        punten = heeftNummer ? max(60, min(100, Int(som))) : max(0, min(99, Int(som)))
    }
}

extension Gelijkenis {
    private static func naam(_ left: Naamketting?, _ right: Naamketting?, ruim: Bool) -> [(Double, String?)] {
        guard let left, let right else { return [(0, nil)] }
        let oordeel = Naamoordeel(left, right)
        guard !oordeel.paren.isEmpty else { return [(Gelijkenisgewicht.namen(0), "De namen verschillen.")] }
        var gevonden: [(Double, String?)] = []
        let isHeel = oordeel.alleenLinks.isEmpty && oordeel.alleenRechts.isEmpty
        gevonden.append((Gelijkenisgewicht.namen(oordeel.paren.count), zin(oordeel, isHeel: isHeel)))
        let twijfel = oordeel.paren.reduce(0.0) { $0 + (1 - $1.zeker) }
        if twijfel > 0.1 { gevonden.append((max(-12, twijfel * Gelijkenisgewicht.andereSpelling), nil)) }
        if oordeel.paren.count <= 2, oordeel.paren.allSatisfy(\.isAlgemeen) {
            gevonden.append((Gelijkenisgewicht.algemeneNamen, "Deze namen komen veel voor."))
        }
        gevonden += verschil(oordeel, ruim: ruim)
        return gevonden
    }

    private static func verschil(_ oordeel: Naamoordeel, ruim: Bool) -> [(Double, String?)] {
        if oordeel.alleenLinks.isEmpty && oordeel.alleenRechts.isEmpty { return [] }
        if oordeel.alleenLinks.isEmpty || oordeel.alleenRechts.isEmpty {
            let rest = (oordeel.alleenLinks + oordeel.alleenRechts).map(hoofdletter).joined(separator: " ")
            return oordeel.voornaamMist
                ? [(Gelijkenisgewicht.voornaamMist, "De voornaam \(rest) staat maar bij één van beiden.")]
                : [(Gelijkenisgewicht.naamMist, "De naam \(rest) staat maar bij één van beiden.")]
        }
        let (een, ander) = (oordeel.alleenLinks.map(hoofdletter), oordeel.alleenRechts.map(hoofdletter))
        let verschil = "\(een.joined(separator: " ")) / \(ander.joined(separator: " "))"
        // A part that almost agrees may be a bad spelling: the less it weighs.
        let rest = oordeel.restGelijkenis
        let mate = ruim ? (rest < 0.35 ? 1 : 1 - (rest - 0.2) * 1.5) : (rest < 0.5 ? 1 : 1 - (rest - 0.5) * 2)
        if oordeel.voornaamBotst { return [(Gelijkenisgewicht.voornaamBotst * mate, "Andere voornaam: \(verschil).")] }
        let gewicht =
            oordeel.paren.count > 1
            ? Gelijkenisgewicht.anderenaamBotst
            : ruim ? Gelijkenisgewicht.alleenVoornaamEnDatum : Gelijkenisgewicht.alleenVoornaam
        return [(gewicht * mate, "Ook een andere naam: \(verschil).")]
    }

    private static func zin(_ oordeel: Naamoordeel, isHeel: Bool) -> String {
        let anders = oordeel.paren.filter { $0.links != $0.rechts }
        let namen = anders.prefix(3).map { "\(hoofdletter($0.links)) / \(hoofdletter($0.rechts))" }.joined(separator: ", ")
        let begin = isHeel ? "Zelfde naam" : "Deels dezelfde naam"
        if !anders.isEmpty { return "\(begin) in andere spelling: \(namen)." }
        if oordeel.andereVolgorde { return "\(begin) in andere volgorde." }
        let gelijk = oordeel.paren.prefix(4).map { hoofdletter($0.links) }.joined(separator: ", ")
        return isHeel ? "\(begin)." : "\(begin): \(gelijk)."
    }

    private static func hoofdletter(_ woord: String) -> String { woord.prefix(1).uppercased() + woord.dropFirst() }
}
