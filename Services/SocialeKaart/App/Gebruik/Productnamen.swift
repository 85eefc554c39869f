// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The Uniforme Productnamenlijst: the national list of names of government products, by their URI.
enum Productnamen {
    struct Onleesbaar: Error, CustomStringConvertible {
        let bestand: String
        var description: String { "\(bestand): geen lijst met een kolom URI" }
    }

    /// - Throws: `Onleesbaar`, at start: a list that was named must be there.
    static func lees(_ bestand: URL) throws -> Set<String> {
        let rijen = try CSV.lees(String(decoding: try Data(contentsOf: bestand), as: UTF8.self))
        guard let kolom = rijen.first?.firstIndex(of: "URI") else { throw Onleesbaar(bestand: bestand.lastPathComponent) }
        return Set(rijen.dropFirst().compactMap { $0.indices.contains(kolom) ? $0[kolom] : nil }.filter { !$0.isEmpty })
    }
}
