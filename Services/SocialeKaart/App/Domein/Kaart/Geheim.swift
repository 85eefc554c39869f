// SPDX-License-Identifier: EUPL-1.2

/// Places that must not be found, such as a shelter after violence. Of those the directory keeps no address at all: what is
/// not stored cannot leak. The rule holds for a file that comes in, for an edit and for a proposal.
public enum Geheim {
    /// The kind of attribute that says so, with the value `ja`, on a service or on a location.
    public static let kenmerk = "adres-geheim"

    public static func `is`(_ record: JSONWaarde) -> Bool {
        if record["location_type"]?.alsTekst == "redacted" { return true }
        return (record["attributes"]?.alsLijst ?? []).contains {
            $0["link_type"]?.alsTekst == kenmerk && $0["value"]?.alsTekst?.lowercased() != "nee"
        }
    }

    /// Whether a location says more than the town: a street, a postcode, coordinates, how to get there.
    public static func heeftPlaats(_ locatie: JSONWaarde) -> Bool {
        if locatie["latitude"]?.alsGetal != nil || locatie["longitude"]?.alsGetal != nil { return true }
        if locatie["transportation"]?.alsTekst?.isEmpty == false || locatie["external_identifier"]?.alsTekst?.isEmpty == false {
            return true
        }
        return locatie["addresses"]?.alsLijst?.isEmpty == false
    }
}
