// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The words of the records as one question meets them: what was looked up once is not looked up again.
final class Woordenboek {
    private let db: Database
    private var gekend: [String: Woord?] = [:]

    init(_ db: Database) { self.db = db }

    struct Woord {
        var nummer: Int64
        /// How many records hold it.
        var aantal: Int
    }

    func zoek(_ woord: String) throws -> Woord? {
        if let gekend = gekend[woord] { return gekend }
        let gevonden = try db.first("SELECT nr, aantal FROM zoekwoord WHERE woord = ?", woord) {
            Woord(nummer: $0.integer(0), aantal: Int($0.integer(1)))
        }
        gekend[woord] = .some(gevonden)
        return gevonden
    }

    /// The numbers of these words, of those that some record has or had.
    func nummers(_ woorden: some Sequence<String>) throws -> [String: Int64] {
        var uit: [String: Int64] = [:]
        for woord in woorden where uit[woord] == nil { uit[woord] = try zoek(woord)?.nummer }
        return uit
    }

    func lijst() throws -> Woordenlijst {
        Woordenlijst(
            aantallen: { [self] woorden in
                var uit: [String: Int] = [:]
                for woord in woorden { if let aantal = try zoek(woord)?.aantal, aantal > 0 { uit[woord] = aantal } }
                return uit
            },
            begint: { [self] begin, hoogstens in
                var uit: [String] = []
                try db.each(
                    """
                    SELECT woord, nr, aantal FROM zoekwoord WHERE woord >= ? AND woord < ? AND aantal > 0
                    ORDER BY aantal DESC, woord LIMIT ?
                    """, begin, begin + "\u{10FFFF}", hoogstens
                ) { rij in
                    let woord = rij.text(0)
                    gekend[woord] = .some(Woord(nummer: rij.integer(1), aantal: Int(rij.integer(2))))
                    uit.append(woord)
                }
                return uit
            },
            lijktOp: { [self] in try lijktOp($0) },
            records: Int(try db.first("SELECT max(nr) FROM zoektekst") { $0.integer(0) } ?? 0))
    }

    static let meesteLijkt = 80

    /// The words of about this length that share most pieces of three letters with it.
    private func lijktOp(_ woord: String) throws -> [String] {
        let lengte = woord.unicodeScalars.count
        let laatste = Int(try db.first("SELECT max(nr) FROM zoekwoord") { $0.integer(0) } ?? 0)
        var gedeeld = [UInt8](repeating: 0, count: laatste + 1)
        var meest: UInt8 = 0
        for drie in Bewerkingsafstand.drielettergrepen(woord) {
            _ = try db.first("SELECT woorden FROM zoekdrie WHERE drie = ?", drie) { rij in
                rij.withBytes(0) { bytes in
                    Drieletterlijst.woorden(bytes) { nummer, letters in
                        guard abs(letters - lengte) <= 2, nummer <= laatste else { return }
                        gedeeld[nummer] += 1
                        meest = max(meest, gedeeld[nummer])
                    }
                }
            }
        }
        var uit: [String] = []
        for aantal in stride(from: meest, to: 0, by: -1) where uit.count < Self.meesteLijkt {
            var gelijk: [String] = []
            for nummer in gedeeld.indices where gedeeld[nummer] == aantal {
                let gevonden = try db.first("SELECT woord, aantal FROM zoekwoord WHERE nr = ?", nummer) {
                    (woord: $0.text(0), aantal: Int($0.integer(1)))
                }
                guard let gevonden else { continue }
                gekend[gevonden.woord] = .some(Woord(nummer: Int64(nummer), aantal: gevonden.aantal))
                gelijk.append(gevonden.woord)
            }
            uit += gelijk.sorted().prefix(Self.meesteLijkt - uit.count)
        }
        return uit
    }
}

/// The words that hold a piece of three letters: eight bytes a word, its number and in the lowest byte how many letters it has.
enum Drieletterlijst {
    static func bytes(_ nummer: Int64, letters: Int) -> [UInt8] {
        withUnsafeBytes(of: (UInt64(bitPattern: nummer) << 8 | UInt64(min(letters, 255))).littleEndian, Array.init)
    }

    static func woorden(_ bytes: UnsafeRawBufferPointer, _ zie: (_ nummer: Int, _ letters: Int) -> Void) {
        for plek in stride(from: 0, to: bytes.count - 7, by: 8) {
            let waarde = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: plek, as: UInt64.self))
            zie(Int(waarde >> 8), Int(waarde & 255))
        }
    }
}
