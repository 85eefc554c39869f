// SPDX-License-Identifier: EUPL-1.2
import Web

/// Previous and next page of a list that is paged by key (`deel-bladeren`).
struct Bladeren: Sendable {
    /// Such as `1 tot 25 van 348`, or `25 mensen` where the total is not known.
    let tekst: String
    let vorige: String?
    let volgende: String?
    init(_ tekst: String, vorige: String? = nil, volgende: String? = nil) {
        (self.tekst, self.vorige, self.volgende) = (tekst, vorige, volgende)
    }
}

/// Parts of one subject, each a page with its own address (`deel-tabs`).
struct Tabs: Sendable {
    struct Tab: Sendable {
        let naam: String
        let href: String
        let aantal: Int?
        let actief: Bool
        init(_ naam: String, _ href: String, aantal: Int? = nil, actief: Bool = false) {
            (self.naam, self.href, self.aantal, self.actief) = (naam, href, aantal, actief)
        }
    }
    let naam: String
    let tabs: [Tab]
    /// - Parameter naam: what the tabs are parts of, for screen readers.
    init(_ naam: String, _ tabs: [Tab]) { (self.naam, self.tabs) = (naam, tabs) }
}

/// The search bar above a list (`deel-filter`). Sends `zoek` and the select boxes as a query.
struct Filter: Sendable {
    let naam: String
    let actie: String
    let label: String
    let waarde: String
    let knop: String
    let kiesvakken: [Kiesvak]

    init(
        _ naam: String, actie: String, label: String = "Zoeken", _ form: FormValues, kiesvakken: [Kiesvak] = [],
        knop: String = "Zoek"
    ) {
        (self.naam, self.actie, self.label, waarde) = (naam, actie, label, form.exact("zoek"))
        (self.knop, self.kiesvakken) = (knop, kiesvakken)
    }
}
