// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Whether and when a child becomes 18, as far as the birth date tells. With a partial date nothing is guessed: the month in
/// which it may be is told with `onbekend`.
struct Achttien: Sendable, Equatable {
    /// The months in which it may be; one month when it is certain. Nil: nothing is known of the birth date.
    let maanden: ClosedRange<Maand>?

    init(_ geboren: OnvolledigeDatum) {
        maanden = geboren.bereik.map {
            Maand(
                van: OnvolledigeDatum.verjaardag(18, geboren: $0.lowerBound))...Maand(
                    van: OnvolledigeDatum.verjaardag(18, geboren: $0.upperBound))
        }
    }

    /// What must be told on a day: `ja` when the person certainly is 18, `onbekend` when it may have happened; nil when it
    /// cannot have happened yet, or when nothing is known.
    static func melding(_ geboren: OnvolledigeDatum, op dag: Datum) -> (zeker: Feit, maand: Maand)? {
        guard let maanden = Achttien(geboren).maanden else { return nil }
        switch geboren.is18(op: dag) {
        case .ja: return (.ja, maanden.upperBound)
        case .onbekend: return (.onbekend, maanden.lowerBound)
        case .nee: return nil
        }
    }
}
