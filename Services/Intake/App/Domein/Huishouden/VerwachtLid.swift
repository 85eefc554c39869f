// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Somebody of the family who is still abroad: without a dossier, expected in the household of who is here already (the
/// referent). What is known of the person is sealed with the referent's key.
struct VerwachtLid: Sendable, Codable, Equatable {
    enum Stand: String, Sendable, Codable, CaseIterable {
        /// The request to come over (nareis) was made.
        case aangevraagd = "nareis-aangevraagd"
        /// It was granted; the day may be known.
        case verwacht
        /// Is here, with a dossier of one's own.
        case aangekomen
        /// Refused, withdrawn, or a mistake.
        case vervallen
    }

    var naam: String
    /// As known: `1990-01-01`, `1990`, `onbekend`.
    var geboortedatum: OnvolledigeDatum
    /// Where the person is now, as the worker writes it.
    var land: String?

    /// Which states a worker may set after another. Who has arrived is tied to a dossier: that is undone by taking the arrival
    /// back, with all that it did.
    static func mag(van: Stand?, naar: Stand) -> Bool {
        switch van {
        case .aangekomen: false
        case nil: naar == .aangevraagd || naar == .verwacht
        default: naar != .aangekomen
        }
    }
}
