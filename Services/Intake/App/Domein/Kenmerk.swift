// SPDX-License-Identifier: EUPL-1.2
import Domein

/// By what two aanmeldingen may turn out to be about one person. Kept as a blind index only: the text itself is sealed.
struct Kenmerk: Sendable, Hashable {
    enum Soort: String, Sendable, CaseIterable {
        case bsn, vnummer
        /// The same folded names in any order and the same birth date.
        case naamDatum = "naam-datum"
    }

    var soort: Soort
    var tekst: String

    /// All that is known of a person. A name without a year of birth is no kenmerk: it would match half a city.
    static func alle(van client: Aanmeldgegevens.Client) -> [Kenmerk] {
        var found: [Kenmerk] = []
        if let bsn = client.bsn { found.append(Kenmerk(soort: .bsn, tekst: bsn.waarde)) }
        if let vnummer = client.vnummer { found.append(Kenmerk(soort: .vnummer, tekst: vnummer.waarde)) }
        if let naam = client.naam, client.geboortedatum != .onbekend {
            let words = naam.zoekwoorden.sorted().joined(separator: " ")
            found.append(Kenmerk(soort: .naamDatum, tekst: "\(words) \(client.geboortedatum.waarde)"))
        }
        return found
    }
}
