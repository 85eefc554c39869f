// SPDX-License-Identifier: EUPL-1.2

/// The index text of a service as numbers of words: the most frequent take one or two bytes where the word takes ten. Seven bits
/// a byte, the lowest first, the eighth says that more follow; a line ends in a 0, which is no number.
struct Woordenrij: Sendable, Equatable {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(regels: some Sequence<[Int64]>) {
        bytes = []
        for (plaats, regel) in regels.enumerated() {
            if plaats > 0 { bytes.append(0) }
            for nummer in regel {
                var rest = UInt64(bitPattern: nummer)
                while rest >= 128 {
                    bytes.append(UInt8(rest & 127) | 128)
                    rest >>= 7
                }
                bytes.append(UInt8(rest))
            }
        }
    }

    /// Every word with the line it stands in; of bytes where they lie.
    @inline(__always)
    static func woorden(_ bytes: UnsafeRawBufferPointer, vanaf: Int = 0, _ zie: (_ regel: Int, _ nummer: Int64) -> Void) {
        var (regel, nummer, bits) = (0, UInt64(0), UInt64(0))
        for plek in vanaf..<bytes.count {
            let byte = bytes[plek]
            if byte == 0, bits == 0 {
                regel += 1
                continue
            }
            nummer |= UInt64(byte & 127) << bits
            if byte >= 128 {
                bits += 7
            } else {
                zie(regel, Int64(bitPattern: nummer))
                (nummer, bits) = (0, 0)
            }
        }
    }

    var regels: [[Int64]] {
        var uit: [[Int64]] = []
        bytes.withUnsafeBytes { bytes in
            Self.woorden(bytes) { regel, nummer in
                while uit.count <= regel { uit.append([]) }
                uit[regel].append(nummer)
            }
        }
        return uit
    }

    /// The words of the last line, which is that of the filters.
    @inline(__always)
    static func filters(_ bytes: UnsafeRawBufferPointer, _ zie: (Int64) -> Void) {
        // No byte of a number is 0, so that the last 0 ends the line before.
        guard let eind = bytes.lastIndex(of: 0) else { return }
        woorden(bytes, vanaf: eind + 1) { _, nummer in zie(nummer) }
    }

    /// Whether the line of the filters has this word; nil is a word that nothing has.
    func heeftFilter(_ gezocht: Int64?) -> Bool {
        guard let gezocht else { return false }
        var gevonden = false
        bytes.withUnsafeBytes { bytes in Self.filters(bytes) { if $0 == gezocht { gevonden = true } } }
        return gevonden
    }
}
