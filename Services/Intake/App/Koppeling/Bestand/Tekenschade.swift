// SPDX-License-Identifier: EUPL-1.2

/// UTF-8 that was read as Windows-1252 and written as UTF-8 again: `GÃ¼ler` for `Güler`. Also what could not be read at all and
/// became a question mark in a diamond.
enum Tekenschade {
    /// Only pairs that no name has. A letter such as `É` before a quotation mark reads as damage too, but of a script that nobody
    /// here writes in: those do not count.
    static func heeft(_ waarde: String) -> Bool {
        let scalars = Array(waarde.unicodeScalars)
        var vreemd = 0
        for (plek, scalar) in scalars.enumerated() {
            if scalar.value == 0xFFFD { return true }
            guard plek + 1 < scalars.count, let tweede = vervolg(scalars[plek + 1]) else { continue }
            let derde = plek + 2 < scalars.count ? vervolg(scalars[plek + 2]) : nil
            switch scalar.value {
            // À to ſ: the letters of Europe.
            case 0xC3...0xC5: return true
            // Signs such as a space that does not break.
            case 0xC2 where (0xA0...0xBF).contains(tweede): return true
            // Quotation marks, dashes, Ethiopic; the byte order mark and the diamond.
            case 0xE2 where tweede == 0x80 && derde != nil, 0xE1 where (0x88...0x8E).contains(tweede) && derde != nil,
                0xEF where (0xBB...0xBF).contains(tweede) && derde != nil:
                return true
            // Cyrillic and Arabic: one may be chance, a word is not.
            case 0xD0...0xD1, 0xD8...0xDB:
                vreemd += 1
                if vreemd > 1 { return true }
            default: continue
            }
        }
        return false
    }

    /// The byte 80 to BF as which Windows-1252 shows this sign; nil for any other.
    private static func vervolg(_ scalar: Unicode.Scalar) -> UInt8? {
        if (0x80...0xBF).contains(scalar.value) { return UInt8(scalar.value) }
        guard scalar.value > 0xBF else { return nil }
        return hoog.firstIndex(of: scalar.value).map { 0x80 + UInt8($0) }
    }

    /// What Windows-1252 has at 80 to 9F; 0 where it has nothing.
    private static let hoog: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
