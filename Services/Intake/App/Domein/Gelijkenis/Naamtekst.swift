// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A name as the search keeps it to compare: its folded words in order, and how the person wants to be called. As one text it is
/// `selam tesfay haile`, or `selam tesfay haile/selu`.
struct Naamtekst: Sendable, Hashable {
    var woorden: [String]
    var roepnaam: String?

    /// No prefixes: they say nothing of who it is.
    init(_ naam: Naam) {
        woorden = [naam.voornamen, naam.geslachtsnaam].compactMap(\.self).flatMap(Zoektekst.woorden)
        roepnaam = naam.roepnaam.map(Zoektekst.woorden)?.first
    }

    init(woorden: [String], roepnaam: String?) { (self.woorden, self.roepnaam) = (woorden, roepnaam) }

    /// Nil for a text without words.
    init?(tekst: UnsafeRawBufferPointer) {
        let delen = tekst.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        func lees(_ deel: Slice<UnsafeRawBufferPointer>) -> [String] {
            deel.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        }
        guard let eerste = delen.first, !eerste.isEmpty else { return nil }
        (woorden, roepnaam) = (lees(eerste), delen.dropFirst().first.flatMap { lees($0).first })
    }

    /// A folded word holds neither of the two marks.
    var tekst: String { woorden.joined(separator: " ") + (roepnaam.map { "/\($0)" } ?? "") }
}
