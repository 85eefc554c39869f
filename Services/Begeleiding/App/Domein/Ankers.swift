// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The days of one person from which terms run, as far as they are known.
struct Ankers: Sendable, Equatable {
    var dagen: [Anker: Datum]

    /// Intake tells when the person was accepted and, sometimes, when the person is housed. The day of the key is taken
    /// to be the day of housing: the gemeente hands both over as one date (local practice, to be confirmed). All other
    /// anchors stay unknown, and a step that hangs on one has no date yet.
    init(geaccepteerdOp: Datum, datumHuisvesting: Datum?) {
        dagen = [.acceptatie: geaccepteerdOp]
        if let datumHuisvesting {
            dagen[.huisvesting] = datumHuisvesting
            dagen[.sleutel] = datumHuisvesting
        }
    }
}
