// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The four kinds of record of a directory file, in the order in which they are read: what others point at comes first.
public enum Kaartsoort: String, Sendable, CaseIterable {
    case taxonomieen = "taxonomies"
    case begrippen = "taxonomy_terms"
    case organisaties = "organizations"
    case voorzieningen = "services"

    /// The HSDS object of each record.
    public var tabel: String {
        switch self {
        case .taxonomieen: "taxonomy"
        case .begrippen: "taxonomy_term"
        case .organisaties: "organization"
        case .voorzieningen: "service"
        }
    }
}

/// A directory file whose records are read one by one, twice: to check them all, and to store them. A large file is never
/// in memory as a whole.
public struct Kaartbron: Sendable {
    public let aantallen: [Kaartsoort: Int]
    private let lezer: @Sendable (Kaartsoort, Int) throws -> JSONWaarde

    public var totaal: Int { aantallen.values.reduce(0, +) }

    public func record(_ soort: Kaartsoort, _ nummer: Int) throws -> JSONWaarde { try lezer(soort, nummer) }

    /// Records that are in memory already, such as those of tables.
    public init(_ records: [Kaartsoort: [JSONWaarde]]) {
        aantallen = records.mapValues(\.count)
        lezer = { soort, nummer in records[soort]?[nummer] ?? .niets }
    }

    /// A JSON file with `services`, `organizations`, `taxonomies`, `taxonomy_terms`.
    /// - Parameter json: mapped into memory when it is large.
    /// - Throws: `Kaartlezer.Fouten`.
    public init(json: Data) throws {
        let delen: [Kaartsoort: [Range<Int>]]
        do { delen = try JSONDelen.van(json) } catch let fout as JSONLezer.Fout {
            throw Kaartlezer.Fouten(velden: [Veldfout("", "json", "Het bestand is geen geldige JSON (bij byte \(fout.plaats)).")])
        }
        aantallen = delen.mapValues(\.count)
        lezer = { soort, nummer in
            guard let bereik = delen[soort]?[nummer] else { return .niets }
            do {
                return try JSONWaarde(json: json[json.startIndex + bereik.lowerBound..<json.startIndex + bereik.upperBound])
            } catch {
                throw Kaartlezer.Fouten(velden: [Veldfout("\(soort.rawValue)[\(nummer)]", "json", "Dit is geen geldige JSON.")])
            }
        }
    }
}

/// Where the records of a JSON file begin and end, found by counting brackets; each is read by itself later.
enum JSONDelen {
    static func van(_ data: Data) throws -> [Kaartsoort: [Range<Int>]] {
        try data.withUnsafeBytes { try van($0) }
    }

    private static func van(_ bytes: UnsafeRawBufferPointer) throws -> [Kaartsoort: [Range<Int>]] {
        var i = 0
        spaties(bytes, &i)
        guard i < bytes.count else { throw JSONLezer.Fout(plaats: i) }
        guard bytes[i] == UInt8(ascii: "{") else {
            throw Kaartlezer.Fouten(velden: [
                Veldfout("", "soort", "Het bestand is een JSON-object met services en organizations.")
            ])
        }
        var delen: [Kaartsoort: [Range<Int>]] = [:]
        var fouten: [Veldfout] = []
        var gezien: Set<String> = []
        func fout(_ naam: String, _ code: String, _ tekst: String) {
            if fouten.count < Kaartlezer.meesteFouten { fouten.append(Veldfout(String(naam.prefix(60)), code, tekst)) }
        }
        i += 1
        spaties(bytes, &i)
        if i < bytes.count, bytes[i] == UInt8(ascii: "}") {
            i += 1
        } else {
            while true {
                spaties(bytes, &i)
                let naam = try naam(bytes, &i)
                spaties(bytes, &i)
                try teken(":", bytes, &i)
                spaties(bytes, &i)
                // The second list would take the place of the first in silence.
                if !gezien.insert(naam).inserted { fout(naam, "dubbel", "Dit deel staat er tweemaal in.") }
                let begin = i
                if let soort = Kaartsoort(rawValue: naam), i < bytes.count, bytes[i] == UInt8(ascii: "[") {
                    delen[soort] = try lijst(bytes, &i)
                } else {
                    try sla(over: bytes, &i)
                    let isLeeg = bytes[begin..<i].elementsEqual("null".utf8)
                    if Kaartsoort(rawValue: naam) != nil, !isLeeg {
                        fout(naam, "soort", "Dit is een lijst.")
                    } else if Kaartsoort(rawValue: naam) == nil, naam != "bestand" {
                        fout(naam, "onbekend-veld", "Dit deel is niet bekend.")
                    }
                }
                spaties(bytes, &i)
                guard i < bytes.count else { throw JSONLezer.Fout(plaats: i) }
                if bytes[i] == UInt8(ascii: ",") { i += 1; continue }
                try teken("}", bytes, &i)
                break
            }
        }
        spaties(bytes, &i)
        guard i == bytes.count else { throw JSONLezer.Fout(plaats: i) }
        if !gezien.contains("services"), !gezien.contains("organizations") {
            fouten.append(Veldfout("services", "verplicht", "Het bestand heeft geen services of organizations."))
        }
        guard fouten.isEmpty else { throw Kaartlezer.Fouten(velden: fouten) }
        return delen
    }

    private static func spaties(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) {
        while i < bytes.count, [32, 10, 13, 9].contains(bytes[i]) { i += 1 }
    }

    private static func teken(_ teken: Unicode.Scalar, _ bytes: UnsafeRawBufferPointer, _ i: inout Int) throws {
        guard i < bytes.count, bytes[i] == UInt8(ascii: teken) else { throw JSONLezer.Fout(plaats: i) }
        i += 1
    }

    private static func naam(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) throws -> String {
        let begin = i
        try teken("\"", bytes, &i)
        i = begin
        try sla(over: bytes, &i)
        guard case .tekst(let naam) = try JSONLezer.lees(bytes[begin..<i]) else { throw JSONLezer.Fout(plaats: begin) }
        return naam
    }

    private static func lijst(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) throws -> [Range<Int>] {
        var delen: [Range<Int>] = []
        try teken("[", bytes, &i)
        spaties(bytes, &i)
        if i < bytes.count, bytes[i] == UInt8(ascii: "]") { i += 1; return [] }
        while true {
            spaties(bytes, &i)
            let begin = i
            try sla(over: bytes, &i)
            delen.append(begin..<i)
            spaties(bytes, &i)
            guard i < bytes.count else { throw JSONLezer.Fout(plaats: i) }
            if bytes[i] == UInt8(ascii: ",") { i += 1; continue }
            try teken("]", bytes, &i)
            return delen
        }
    }

    /// Past one value, whatever is in it; what is wrong inside shows when it is read.
    private static func sla(over bytes: UnsafeRawBufferPointer, _ i: inout Int) throws {
        let begin = i
        var diepte = 0
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "\""):
                i += 1
                while i < bytes.count, bytes[i] != UInt8(ascii: "\"") { i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1 }
                guard i < bytes.count else { throw JSONLezer.Fout(plaats: begin) }
                i += 1
                if diepte == 0 { return }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                diepte += 1
                i += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if diepte == 0 {
                    guard i > begin else { throw JSONLezer.Fout(plaats: i) }
                    return
                }
                diepte -= 1
                i += 1
                if diepte == 0 { return }
            case UInt8(ascii: ","), 32, 10, 13, 9:
                if diepte == 0 {
                    guard i > begin else { throw JSONLezer.Fout(plaats: i) }
                    return
                }
                i += 1
            default: i += 1
            }
        }
        guard diepte == 0, i > begin else { throw JSONLezer.Fout(plaats: begin) }
    }
}
