// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Where a sender puts a message among its messages about one aanmelding: order of arrival is promised by nobody
/// (uitwisseling.md 5.2), so a late older version must not overwrite a newer one.
struct Volgorde: Sendable, Equatable {
    /// CloudEvents `sequence`, per aanmelding.
    var nummer: Int64?
    /// CloudEvents `time`: when the sender registered it.
    var tijd: Date?

    /// Whether this comes before what was taken over already. The number counts where both have one, else the time where
    /// both have that; otherwise nothing is known and the message counts as the newest.
    func isOuder(dan bekend: Volgorde) -> Bool {
        if let nummer, let ander = bekend.nummer { return nummer < ander }
        if let tijd, let ander = bekend.tijd { return tijd < ander }
        return false
    }

    /// What is known after this message too.
    func samen(met ander: Volgorde) -> Volgorde {
        Volgorde(
            nummer: [nummer, ander.nummer].compactMap { $0 }.max(), tijd: [tijd, ander.tijd].compactMap { $0 }.max())
    }
}
