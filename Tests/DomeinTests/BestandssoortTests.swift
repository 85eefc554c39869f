// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@Suite("Soort van een bestand", .timeLimit(.minutes(1)))
struct BestandssoortTests {
    @Test(
        "het begin van het bestand zegt wat het is",
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70], Bestandssoort.jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
            (Array("%PDF-1.4".utf8), .pdf),
        ] as [([UInt8], Bestandssoort)])
    func goed(begin: [UInt8], soort: Bestandssoort) {
        #expect(Bestandssoort(begin: Data(begin)) == soort)
    }

    @Test(
        "al het andere wordt geweigerd",
        arguments: ["", "%PDF", "<svg xmlns", "GIF89a..", "PK\u{3}\u{4}....", "MZ......", " %PDF-1.4"])
    func fout(begin: String) {
        #expect(Bestandssoort(begin: Data(begin.utf8)) == nil)
    }
}
