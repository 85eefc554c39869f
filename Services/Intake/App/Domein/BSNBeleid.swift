// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Which BSNs are taken: production refuses the test range, an exercise may refuse everything else.
enum BSNBeleid: String, Sendable, CaseIterable {
    case alle
    /// For an exercise or a demonstration: nobody's real number can come in by mistake.
    case alleenTest = "alleen-test"
    /// For production: 999900006 to 999999990 are nobody.
    case geenTest = "geen-test"

    /// Why this BSN is not taken; nil when it is.
    func bezwaar(tegen bsn: BSN) -> (code: String, tekst: String)? {
        switch self {
        case .alle: nil
        case .alleenTest:
            bsn.isTestRange
                ? nil : ("bsn-echt", "Op deze omgeving zijn alleen test-BSN's toegestaan (999900006 tot en met 999999990).")
        case .geenTest:
            bsn.isTestRange ? ("bsn-test", "Dit is een test-BSN. Op deze omgeving zijn alleen echte BSN's toegestaan.") : nil
        }
    }
}
