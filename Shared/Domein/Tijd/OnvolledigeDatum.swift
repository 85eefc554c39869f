// SPDX-License-Identifier: EUPL-1.2

/// Which part of the date beside it must not be used (iWmo 3.2, LDT_DatumGebruik; required there by OP252).
public enum DatumGebruik: String, Codable, Sendable, CaseIterable {
    case dagOnbekend = "1"
    case dagEnMaandOnbekend = "2"
    case onbekend = "3"
}

/// A birth date of which the day, the month or everything may be unknown, as the BRP and the IND give it.
///
/// One string: `1978-03-12`, `1978-03`, `1978` or `onbekend`.
public enum OnvolledigeDatum: Tekstwaarde {
    case volledig(Datum)
    case jaarMaand(Maand)
    case jaar(Int)
    case onbekend

    public enum Fout: String, Waardefout {
        case vorm, bestaatNiet = "bestaat-niet"

        public var code: String { "datum-\(rawValue)" }
        public var text: String {
            switch self {
            case .vorm: "Schrijf de datum als jjjj-mm-dd, jjjj-mm of jjjj. Is niets bekend, schrijf dan: onbekend."
            case .bestaatNiet: "Deze datum bestaat niet."
            }
        }
    }

    /// Reads the own spelling and that of the BRP, where zeros stand for what is unknown: `19780312`, `1978-03-00`,
    /// `19780000`, `00000000`.
    public init(parsing text: String) throws(Fout) {
        // How the stores spell it, and by far the most of what is read.
        if let dag = Datum(text) {
            self = .volledig(dag)
            return
        }
        let text = text.trimmed
        if text.lowercased() == "onbekend" { self = .onbekend; return }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        var digits = parts.joined()
        guard digits.isDigitsOnly, [[8], [4], [4, 2], [4, 2, 2]].contains(parts.map(\.count)) else { throw .vorm }
        digits += String(repeating: "0", count: 8 - digits.count)
        guard let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)), let day = Int(digits.suffix(2))
        else { throw .vorm }
        switch (year, month, day) {
        case (0, 0, 0): self = .onbekend
        case (1..., 0, 0): self = .jaar(year)
        case (1..., _, 0):
            guard let maand = Maand(year, month) else { throw .bestaatNiet }
            self = .jaarMaand(maand)
        default:
            guard let dag = Datum(year, month, day) else { throw .bestaatNiet }
            self = .volledig(dag)
        }
    }

    /// From a whole date and what of it may be used, as in iWmo and in the koppeling.
    public init(_ datum: Datum, gebruik: DatumGebruik?) {
        switch gebruik {
        case nil: self = .volledig(datum)
        case .dagOnbekend: self = .jaarMaand(Maand(van: datum))
        case .dagEnMaandOnbekend: self = .jaar(datum.year)
        case .onbekend: self = .onbekend
        }
    }

    /// For messages that ask a whole date with its use: what is unknown is filled with the first, and all unknown is
    /// 1900-01-01.
    public var metGebruik: (datum: Datum, gebruik: DatumGebruik?) {
        switch self {
        case .volledig(let dag): (dag, nil)
        case .jaarMaand(let maand): (maand.eersteDag, .dagOnbekend)
        case .jaar(let year): (Maand(year, 1)?.eersteDag ?? Datum(dayNumber: 0), .dagEnMaandOnbekend)
        case .onbekend: (Maand(1900, 1)?.eersteDag ?? Datum(dayNumber: 0), .onbekend)
        }
    }

    public var waarde: String {
        switch self {
        case .volledig(let dag): dag.description
        case .jaarMaand(let maand): maand.waarde
        case .jaar(let year): String(String(year + 10_000).dropFirst())
        case .onbekend: "onbekend"
        }
    }

    /// As on screen: `12 maart 1978`, `maart 1978`, `1978`, `onbekend`.
    public var tekst: String {
        switch self {
        case .volledig(let dag): dag.tekst
        case .jaarMaand(let maand): maand.tekst
        case .jaar(let year): String(year)
        case .onbekend: "onbekend"
        }
    }

    /// First and last day that it can be; nil when nothing is known.
    public var bereik: ClosedRange<Datum>? {
        switch self {
        case .volledig(let dag): dag...dag
        case .jaarMaand(let maand): maand.eersteDag...maand.laatsteDag
        case .jaar(let year):
            if let first = Maand(year, 1), let last = Maand(year, 12) { first.eersteDag...last.laatsteDag } else { nil }
        case .onbekend: nil
        }
    }
}
