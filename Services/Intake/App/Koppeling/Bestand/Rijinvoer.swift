// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The rows of a file, from where the last step left off: opened and read a piece at a time.
struct Rijinvoer {
    private let bron: Verzegeldbestand
    private var csv: CSVLezer
    private var positie: Int
    private var isKop: Bool
    private var isOp = false
    private var klaar: [CSVLezer.Rij] = []

    /// Why the header is refused.
    struct Kopfout: Error {
        var velden: [String]
    }

    init(_ bron: Verzegeldbestand, vanaf byte: Int, regel: Int) {
        (self.bron, positie, isKop) = (bron, byte, byte == 0)
        csv = CSVLezer(vanaf: byte, regel: regel)
    }

    /// The columns of a file, by its header; also for who goes on in the middle of it. All of them for a file without any line.
    static func kolommen(_ bron: Verzegeldbestand) async throws -> [Kolom] {
        var (csv, positie) = (CSVLezer(vanaf: 0, regel: 1), 0)
        while let stuk = try await bron.stuk(vanaf: positie) {
            positie += stuk.count
            if let kop = try csv.lees([UInt8](stuk)).first { return try kolommen(kop) }
        }
        return try csv.einde().first.map(kolommen) ?? Kolom.allCases
    }

    private static func kolommen(_ kop: CSVLezer.Rij) throws -> [Kolom] {
        guard kop.fout == nil, let kolommen = Kolom.kolommen(inKop: kop.velden) else { throw Kopfout(velden: kop.velden) }
        return kolommen
    }

    /// The next rows, at most so many; none at the end.
    /// - Throws: `CSVFout`, or `Kopfout` for a first line that is no header of ours.
    mutating func volgende(_ aantal: Int) async throws -> [CSVLezer.Rij] {
        while klaar.count < aantal, !isOp {
            if let stuk = try await bron.stuk(vanaf: positie) {
                positie += stuk.count
                klaar += try csv.lees([UInt8](stuk))
            } else {
                isOp = true
                klaar += try csv.einde()
            }
            if isKop, let kop = klaar.first {
                isKop = false
                _ = try Self.kolommen(kop)
                klaar.removeFirst()
            }
        }
        let rijen = Array(klaar.prefix(aantal))
        klaar.removeFirst(rijen.count)
        return rijen
    }
}
