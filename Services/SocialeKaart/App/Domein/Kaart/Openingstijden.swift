// SPDX-License-Identifier: EUPL-1.2
import Domein

/// One line of the opening hours of a service: local times in Europe/Amsterdam. HSDS has the weekly and the monthly rule; a
/// line without a rule, with a first and a last day, is an exception and comes in the place of the rules on those days.
public struct Openingsregel: Sendable, Equatable {
    public enum Herhaling: Sendable, Equatable {
        /// Days of the week, 1 is Monday.
        case week(Set<Int>)
        /// The n-th such day of the month, -1 is the last; or a day of the month.
        case maand([(nummer: Int, dag: Int)], dagen: Set<Int>)
        /// Only on the days of the period. Closed when there are no times.
        case uitzondering

        public static func == (left: Herhaling, right: Herhaling) -> Bool {
            switch (left, right) {
            case (.week(let a), .week(let b)): a == b
            case (.maand(let a, let aDagen), .maand(let b, let bDagen)):
                aDagen == bDagen && a.map { [$0.nummer, $0.dag] } == b.map { [$0.nummer, $0.dag] }
            case (.uitzondering, .uitzondering): true
            default: false
            }
        }
    }

    public var herhaling: Herhaling
    /// `HH:mm`, so that texts compare as times. Nil: the source gives no time.
    public var van: String?
    public var tot: String?
    public var geldigVan: Datum?
    public var geldigTot: Datum?

    public init(_ herhaling: Herhaling, van: String?, tot: String?, geldigVan: Datum?, geldigTot: Datum?) {
        (self.herhaling, self.van, self.tot, self.geldigVan, self.geldigTot) = (herhaling, van, tot, geldigVan, geldigTot)
    }

    /// Midnight closes the day.
    public var sluit: String? { tot == "00:00" ? "24:00" : tot }

    public static let dagcodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// Nil when the entry has no rule that we know; it is then shown as text and answers no question.
    public init?(_ schema: JSONWaarde) {
        (van, tot) = (Self.tijd(schema["opens_at"]?.alsTekst), Self.tijd(schema["closes_at"]?.alsTekst))
        geldigVan = schema["valid_from"]?.alsTekst.flatMap { Datum($0.prefix(10)) }
        geldigTot = (schema["valid_to"] ?? schema["until"])?.alsTekst.flatMap { Datum($0.prefix(10)) }
        let codes = (schema["byday"]?.alsTekst ?? "").uppercased().split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)
        switch schema["freq"]?.alsTekst {
        case "WEEKLY":
            let dagen = codes.compactMap { Self.dagcodes.firstIndex(of: $0).map { $0 + 1 } }
            guard !dagen.isEmpty else { return nil }
            herhaling = .week(Set(dagen))
        case "MONTHLY":
            let rangen = codes.compactMap { code -> (nummer: Int, dag: Int)? in
                guard let dag = Self.dagcodes.firstIndex(of: String(code.suffix(2))), let nummer = Int(code.dropLast(2)) else {
                    return nil
                }
                return (nummer, dag + 1)
            }
            let dagen = (schema["bymonthday"]?.alsTekst ?? "").split(separator: ",").compactMap {
                Int($0.filter { !$0.isWhitespace })
            }
            guard !rangen.isEmpty || !dagen.isEmpty else { return nil }
            herhaling = .maand(rangen, dagen: Set(dagen))
        case nil:
            guard geldigVan != nil, geldigTot != nil else { return nil }
            herhaling = .uitzondering
        default: return nil
        }
    }

    /// `9:00`, `09:00:00`, `09:00+01:00` → `09:00`; nil when it is no time. `24:00` and `00:00` at the end of a day stay.
    public static func tijd(_ tekst: String?) -> String? {
        guard let tekst else { return nil }
        let delen = tekst.split(separator: ":", omittingEmptySubsequences: false)
        guard delen.count >= 2, let uur = Int(delen[0]), (0...24).contains(uur), let minuut = Int(delen[1].prefix(2)),
            (0...59).contains(minuut), uur < 24 || minuut == 0
        else { return nil }
        return (uur < 10 ? "0" : "") + "\(uur):" + (minuut < 10 ? "0" : "") + "\(minuut)"
    }

    /// Whether the day is within its first and last.
    public func loopt(op datum: Datum) -> Bool {
        (geldigVan.map { $0 <= datum } ?? true) && (geldigTot.map { datum <= $0 } ?? true)
    }

    /// Whether the rule names this day.
    public func geldt(op datum: Datum) -> Bool {
        guard loopt(op: datum) else { return false }
        switch herhaling {
        case .week(let dagen): return dagen.contains(datum.weekday)
        case .uitzondering: return true
        case .maand(let rangen, let dagen):
            let lengte = Datum.daysIn(month: datum.month, of: datum.year)
            if dagen.contains(datum.day) || dagen.contains(datum.day - lengte - 1) { return true }
            let (vooraan, achteraan) = ((datum.day - 1) / 7 + 1, -((lengte - datum.day) / 7 + 1))
            return rangen.contains { $0.dag == datum.weekday && ($0.nummer == vooraan || $0.nummer == achteraan) }
        }
    }
}

/// The opening hours at one place. The rules of the service at that place go before those of the service, and those before the
/// hours of the building; an exception of the place or its building goes before one of the service.
public struct Openingstijden: Sendable, Equatable {
    public enum Dag: Sendable, Equatable {
        /// From, till; in order.
        case open([(van: String, tot: String)])
        case gesloten
        /// There are no hours, or what there was is past its last day: that is not the same as closed.
        case onbekend

        public static func == (left: Dag, right: Dag) -> Bool {
            switch (left, right) {
            case (.open(let a), .open(let b)): a.map { [$0.van, $0.tot] } == b.map { [$0.van, $0.tot] }
            case (.gesloten, .gesloten), (.onbekend, .onbekend): true
            default: false
            }
        }
    }

    /// Of the service, wherever it is.
    public var dienst: [Openingsregel]
    public var plek: [Openingsregel]
    public var gebouw: [Openingsregel]

    public init(_ dienst: [Openingsregel], plek: [Openingsregel] = [], gebouw: [Openingsregel] = []) {
        (self.dienst, self.plek, self.gebouw) = (dienst, plek, gebouw)
    }

    public func op(_ datum: Datum) -> Dag {
        for laag in [plek, gebouw, dienst] {
            let uitzonderingen = laag.filter { $0.herhaling == .uitzondering && $0.geldt(op: datum) }
            guard !uitzonderingen.isEmpty else { continue }
            let tijden = Self.tijden(uitzonderingen)
            return tijden.isEmpty ? .gesloten : .open(tijden)
        }
        // The first of which a rule still runs. Rules that all ended say nothing any more.
        for laag in [plek, dienst, gebouw] {
            let regels = laag.filter { $0.herhaling != .uitzondering && $0.loopt(op: datum) }
            guard !regels.isEmpty else { continue }
            let vandaag = regels.filter { $0.geldt(op: datum) }
            guard !vandaag.isEmpty else { return .gesloten }
            let tijden = Self.tijden(vandaag)
            return tijden.isEmpty ? .onbekend : .open(tijden)
        }
        return .onbekend
    }

    private static func tijden(_ regels: [Openingsregel]) -> [(van: String, tot: String)] {
        regels.compactMap { regel in
            guard let van = regel.van, let tot = regel.sluit else { return nil }
            return (van, tot)
        }.sorted { ($0.van, $0.tot) < ($1.van, $1.tot) }
    }

    public enum Stand: String, Sendable { case open, onbekend, dicht }

    /// - Parameter tijd: `HH:mm`; nil: at any time of that day.
    public func stand(op datum: Datum, om tijd: String?) -> Stand {
        switch op(datum) {
        case .open(let tijden): tijden.contains { uur in tijd.map { uur.van <= $0 && $0 < uur.tot } ?? true } ? .open : .dicht
        case .gesloten: .dicht
        case .onbekend: .onbekend
        }
    }
}
