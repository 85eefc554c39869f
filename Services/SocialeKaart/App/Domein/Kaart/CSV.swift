// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Tables as text with commas (RFC 4180): quotes around what holds a comma, a quote or a line end. A semicolon, as Dutch
/// spreadsheets write, is understood too.
public enum CSV {
    /// The line where the text stops being a table.
    public struct Fout: Error, Equatable {
        public let regel: Int
    }

    /// - Returns: the rows as they stand; empty lines are left out.
    public static func lees(_ tekst: String) throws -> [[String]] {
        var bytes = Array(tekst.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let kop = bytes.prefix { $0 != 10 && $0 != 13 }
        let komma = kop.contains(UInt8(ascii: ",")) || !kop.contains(UInt8(ascii: ";")) ? UInt8(ascii: ",") : UInt8(ascii: ";")
        var rijen: [[String]] = []
        var rij: [String] = []
        var cel: [UInt8] = []
        var (i, regel) = (0, 1)
        func af(_ cel: [UInt8]) throws -> String {
            // The store would end a text at a NUL.
            guard !cel.contains(0), let tekst = String(validating: cel, as: UTF8.self) else { throw Fout(regel: regel) }
            return tekst
        }
        func klaar(_ rij: [String]) { if rij != [""] { rijen.append(rij) } }
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "\"") where cel.isEmpty:
                let begin = regel
                i += 1
                while true {
                    guard i < bytes.count else { throw Fout(regel: begin) }
                    if bytes[i] == UInt8(ascii: "\"") {
                        guard i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "\"") else { break }
                        i += 1
                    }
                    if bytes[i] == 10 { regel += 1 }
                    cel.append(bytes[i])
                    i += 1
                }
                i += 1
                guard i == bytes.count || [komma, 10, 13].contains(bytes[i]) else { throw Fout(regel: regel) }
            case komma:
                rij.append(try af(cel))
                cel = []
                i += 1
                if i == bytes.count { rij.append(""); klaar(rij); return rijen }
            case 10, 13:
                rij.append(try af(cel))
                klaar(rij)
                (rij, cel) = ([], [])
                i += bytes[i] == 13 && i + 1 < bytes.count && bytes[i + 1] == 10 ? 2 : 1
                regel += 1
            default:
                cel.append(bytes[i])
                i += 1
            }
        }
        if !cel.isEmpty || !rij.isEmpty {
            rij.append(try af(cel))
            klaar(rij)
        }
        return rijen
    }

    public static func schrijf(_ rijen: [[String]]) -> String {
        rijen.map { $0.map(cel).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cel(_ tekst: String) -> String {
        let bijzonder = tekst.utf8.contains { [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 10, 13].contains($0) }
        // A cell that is empty but there, at the edge of a table of one column, would read as no row at all.
        return bijzonder ? "\"\(tekst.replacingOccurrences(of: "\"", with: "\"\""))\"" : tekst
    }
}
