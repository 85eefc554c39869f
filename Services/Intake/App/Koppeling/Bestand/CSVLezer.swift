// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Reads CSV as RFC 4180 has it, with `;`: bytes go in as they come, rows come out, and never more than one row is kept.
/// Written by hand because what is at hand reads a file whole.
///
/// What is wrong with one row (a quote in the wrong place, a field too long) hangs on that row, and reading goes on at the
/// next line. What makes the rest of the file unreadable is thrown.
struct CSVLezer: Sendable {
    /// Bytes of one field and of one row, and fields of one row.
    struct Grenzen: Sendable {
        var veld = 4 * 1024
        var rij = 32 * 1024
        var velden = 128
    }

    struct Rij: Sendable, Equatable {
        /// The line of the file on which it begins; the first is 1.
        var regel: Int
        /// The byte after its line end: where reading can go on.
        var einde: Int
        /// The line after it.
        var volgendeRegel: Int
        var velden: [String]
        var fout: CSVRijfout?
    }

    private enum Toestand { case begin, gewoon, aanhaling, naAanhaling, overslaan }

    private let grenzen: Grenzen
    private var toestand = Toestand.begin
    /// The bytes of the fields of this row one after another, and where each ends.
    private var inhoud: [UInt8] = []
    private var eindes: [Int] = []
    private var fout: CSVRijfout?
    /// A carriage return outside quotes, of which the next byte tells what it is.
    private var wachtOpLF = false
    private var positie: Int
    private var regel: Int
    private var beginRegel: Int
    private var rijBegin: Int
    private var heeftBytes = false

    /// - Parameters:
    ///   - vanaf: the byte at which reading begins, for who goes on after a break: the `einde` of the last row.
    ///   - regel: the line on which that is.
    init(vanaf: Int = 0, regel: Int = 1, grenzen: Grenzen = Grenzen()) {
        (self.grenzen, positie, self.regel, beginRegel, rijBegin) = (grenzen, vanaf, regel, regel, vanaf)
    }

    /// Takes the next bytes and gives the rows that they complete.
    mutating func lees(_ bytes: some Collection<UInt8>) throws(CSVFout) -> [Rij] {
        var rijen: [Rij] = []
        for byte in bytes {
            if byte == 0 { throw .utf16 }
            try neem(byte, &rijen)
        }
        return rijen
    }

    /// Says that the file is over; gives the last row when it had no line end.
    mutating func einde() throws(CSVFout) -> [Rij] {
        if toestand == .aanhaling { throw .openAanhaling(regel: beginRegel) }
        if wachtOpLF { wachtOpLF = false; inhoud.append(0x0D) }
        var rijen: [Rij] = []
        if heeftBytes { try rijKlaar(&rijen) }
        return rijen
    }

    private mutating func neem(_ byte: UInt8, _ rijen: inout [Rij]) throws(CSVFout) {
        positie += 1
        if positie <= 3, try isBOM(byte) { return }
        if wachtOpLF {
            wachtOpLF = false
            if byte != 0x0A { voeg(0x0D) }
        }
        if byte == 0x0A { regel += 1 }
        switch toestand {
        case .begin, .gewoon:
            switch byte {
            case 0x0A:
                return try rijKlaar(&rijen)
            case 0x0D: wachtOpLF = true
            case 0x3B: veldKlaar()
            case 0x22 where toestand == .begin: toestand = .aanhaling
            case 0x22: slaOver(.aanhaling)
            default:
                toestand = .gewoon
                voeg(byte)
            }
        case .aanhaling:
            if byte == 0x22 { toestand = .naAanhaling } else { voeg(byte) }
            // Nobody writes so much in one field: the closing quote is missing.
            if positie - rijBegin > grenzen.rij { throw .openAanhaling(regel: beginRegel) }
        case .naAanhaling:
            switch byte {
            case 0x22:
                toestand = .aanhaling
                voeg(0x22)
            case 0x3B: veldKlaar()
            case 0x0D: wachtOpLF = true
            case 0x0A:
                return try rijKlaar(&rijen)
            default: slaOver(.aanhaling)
            }
        case .overslaan:
            if byte == 0x0A {
                return try rijKlaar(&rijen)
            }
        }
        heeftBytes = true
    }

    /// Bytes 1 to 3 of the file: the mark of UTF-8 is left out, those of UTF-16 are refused.
    private mutating func isBOM(_ byte: UInt8) throws(CSVFout) -> Bool {
        switch (positie, byte) {
        case (1, 0xFE): throw .utf16
        case (1, 0xFF): throw .utf16
        case (1, 0xEF) where bom == 0: break
        case (2, 0xBB) where bom == 1: break
        case (3, 0xBF) where bom == 2: break
        default:
            // The first bytes looked like the mark but were not.
            if bom > 0, bom < 3 { throw .geenUTF8(regel: 1) }
            return false
        }
        bom += 1
        return true
    }
    private var bom = 0

    private mutating func voeg(_ byte: UInt8) {
        inhoud.append(byte)
        if inhoud.count - (eindes.last ?? 0) > grenzen.veld { slaOver(.veldTeLang) }
        if inhoud.count > grenzen.rij { slaOver(.rijTeLang) }
    }

    private mutating func veldKlaar() {
        eindes.append(inhoud.count)
        toestand = .begin
        if eindes.count > grenzen.velden { slaOver(.teVeelVelden) }
    }

    /// What is left of the row means nothing; reading goes on at the next line. Within quotes a line end is not the end of
    /// the row, so a quoted field that is too long cannot be skipped safely and runs on to its quote or to the limit.
    private mutating func slaOver(_ fout: CSVRijfout) {
        self.fout = self.fout ?? fout
        inhoud.removeAll(keepingCapacity: true)
        eindes.removeAll(keepingCapacity: true)
        if toestand != .aanhaling { toestand = .overslaan }
    }

    private mutating func rijKlaar(_ rijen: inout [Rij]) throws(CSVFout) {
        defer {
            inhoud.removeAll(keepingCapacity: true)
            eindes.removeAll(keepingCapacity: true)
            (fout, toestand, heeftBytes) = (nil, .begin, false)
            (beginRegel, rijBegin) = (regel, positie)
        }
        var velden: [String] = []
        if fout == nil {
            eindes.append(inhoud.count)
            velden.reserveCapacity(eindes.count)
            var begin = 0
            for einde in eindes {
                guard let tekst = String(validating: inhoud[begin..<einde], as: UTF8.self) else {
                    throw .geenUTF8(regel: beginRegel)
                }
                velden.append(tekst)
                begin = einde
            }
        }
        // A row without anything in it is no row: Excel leaves them at the end.
        if fout == nil, velden.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return }
        rijen.append(Rij(regel: beginRegel, einde: positie, volgendeRegel: regel, velden: velden, fout: fout))
    }
}

/// What is wrong with one row as CSV.
enum CSVRijfout: String, Sendable, Equatable {
    case aanhaling = "aanhalingsteken"
    case veldTeLang = "veld-te-lang"
    case rijTeLang = "rij-te-lang"
    case teVeelVelden = "te-veel-velden"

    var tekst: String {
        switch self {
        case .aanhaling:
            "In deze rij staat een aanhalingsteken op een verkeerde plaats of dubbel. Zet een veld met ; of \" in zijn geheel "
                + "tussen aanhalingstekens, en schrijf een aanhalingsteken erin twee keer."
        case .veldTeLang: "Een veld van deze rij is langer dan 4096 tekens."
        case .rijTeLang: "Deze rij is langer dan 32 kB."
        case .teVeelVelden: "Deze rij heeft veel meer kolommen dan de kop."
        }
    }
}

/// Why a file cannot be read on.
enum CSVFout: Error, Sendable, Equatable {
    case geenUTF8(regel: Int)
    case utf16
    case openAanhaling(regel: Int)

    var code: String {
        switch self {
        case .geenUTF8: "geen-utf8"
        case .utf16: "utf16"
        case .openAanhaling: "aanhaling-open"
        }
    }

    var tekst: String {
        switch self {
        case .geenUTF8(let regel):
            "Dit bestand is geen UTF-8 (regel \(regel)). Waarschijnlijk is het opgeslagen als Windows-1252. "
                + "Kies in Excel bij Opslaan als: CSV UTF-8 (door lijstscheidingsteken gescheiden)."
        case .utf16:
            "Dit bestand is opgeslagen als UTF-16 (Unicode-tekst). Kies in Excel bij Opslaan als: "
                + "CSV UTF-8 (door lijstscheidingsteken gescheiden)."
        case .openAanhaling(let regel):
            "Op regel \(regel) begint een veld met een aanhalingsteken dat niet wordt gesloten. Wat daarna komt, is niet te lezen."
        }
    }
}
