// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst

/// From intake: about whom the exchange is stopped.
enum IntakeVolgen {
    static func following() -> Following {
        var following = Following(.intake)
        following.houdUitwisselstopBij()
        following.houdSamenvoegingBij()
        return following
    }
}
