// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag

/// The use cases of the directory; each is an extension in the file that bears its name.
struct Kaart: Sendable {
    let store: Store
    let clock: any WegwijsClock
    /// In production a check that was made up for a demo is refused.
    let isProduction: Bool
    /// The URIs of the national list of product names; nil: the operator gave none, and terms are not checked against it.
    var upl: Set<String>?
    let uitvoer = Uitvoerkast()

    /// The day from which a check still counts: older ones are as if they were never made.
    var gecontroleerdVanaf: Datum { clock.today.adding(days: -Versheid.geldigDagen) }
}
