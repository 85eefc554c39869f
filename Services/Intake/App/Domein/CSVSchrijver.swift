// SPDX-License-Identifier: EUPL-1.2

/// Writes the CSV that we give out: `;`, quotes where needed, lines ended with CR LF, and nothing that a spreadsheet would
/// take for a formula.
enum CSVSchrijver {
    /// The mark by which Excel knows UTF-8.
    static let begin = "\u{FEFF}"

    static func regel(_ velden: [String]) -> String { velden.map(veld).joined(separator: ";") + "\r\n" }

    static func veld(_ tekst: String) -> String {
        var tekst = tekst
        // An apostrophe in front keeps a spreadsheet from calculating with what somebody else wrote.
        if let eerste = tekst.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(eerste) { tekst = "'" + tekst }
        guard tekst.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else { return tekst }
        return "\"" + tekst.replacing("\"", with: "\"\"") + "\""
    }
}
