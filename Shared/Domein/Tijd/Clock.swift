// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Synchronization

/// Where the time comes from. Every rule, store and message takes its time from one of these, so that tests and
/// the synthetic city can live through three years in a minute. Sockets, sessions and tokens use real time.
public protocol WegwijsClock: Sendable {
    /// The present instant.
    var now: Date { get }
}

extension WegwijsClock {
    /// Today's date in Europe/Amsterdam, the calendar in which every rule counts.
    public var today: Datum { Datum(now) }
}

/// The machine's own clock.
public struct RealClock: WegwijsClock {
    public init() {}
    public var now: Date { Date() }
}

/// A clock that stands still: for tests.
public struct FixedClock: WegwijsClock {
    public let now: Date
    public init(_ now: Date) { self.now = now }
}

/// A clock that stands still until it is set: for tests.
public final class Proefklok: WegwijsClock {
    private let moment: Mutex<Date>
    public init(_ moment: Date) { self.moment = Mutex(moment) }
    public convenience init(_ datum: Datum) { self.init(datum.at(hour: 10)) }
    public var now: Date { moment.withLock { $0 } }
    public func zet(_ datum: Datum, uur: Int = 10, minuut: Int = 0) {
        moment.withLock { $0 = datum.at(hour: uur, minute: minuut) }
    }
    public func verder(_ seconden: TimeInterval) { moment.withLock { $0 += seconden } }
}

/// Where new ids come from. Handed in beside the clock, so that a test can foretell them.
public protocol IDSource: Sendable {
    /// A new UUID, version 7: unique, and later ones sort after earlier ones.
    func next() -> UUID
}

extension IDSource {
    public func make<Subject>(_ kind: Identifier<Subject>.Type = Identifier<Subject>.self) -> Identifier<Subject> {
        Identifier(next())
    }
}
