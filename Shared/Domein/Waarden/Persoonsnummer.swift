// SPDX-License-Identifier: EUPL-1.2

/// Whether a text that is kept or sent in the clear, such as a reference, holds the number of a person.
public enum Persoonsnummer {
    /// True for a BSN as the whole text, also with dots or hyphens between its digits, and for a run of exactly nine digits that meets
    /// the elfproef or of exactly ten. Not for longer and shorter runs (dates, years with a number), for what stands in a UUID, nor
    /// for ten digits that begin with four zeros: so counts an administration (`ZAAK-2027-0000000112`).
    public static func staat(in text: String) -> Bool {
        if BSN(text) != nil { return true }
        // Only a text that seems to hold one is looked at again, without its UUIDs.
        return heeftReeks(text) && heeftReeks(text.replacing(uuid, with: "-"))
    }

    private static var uuid: Regex<Substring> { /[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}/ }

    private static func heeftReeks(_ text: String) -> Bool {
        text.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) }).contains { reeks in
            switch reeks.count {
            case 9: BSN(String(decoding: reeks, as: UTF8.self)) != nil
            case 10: !reeks.starts(with: [0x30, 0x30, 0x30, 0x30])
            default: false
            }
        }
    }
}
