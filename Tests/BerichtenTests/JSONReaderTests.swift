// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import Berichten

/// The own reader beside Foundation's. Every message passes in `Berichtvoorbeeld`; here is what is rare, and what is wrong.
@Suite("JSON lezen", .timeLimit(.minutes(1)))
struct JSONReaderTests {
    private enum Keuze: Codable, Equatable {
        case leeg, tekst(String), paar(een: Int, twee: [Double]?)
    }
    private struct Kind: Codable, Equatable {
        var naam: String
        var dag: Datum?
        var kinderen: [Kind]?
    }
    private struct Alles: Codable, Equatable {
        var tekst = "aanhaling \" streep \\ schuin / regel \n tab \t bel \u{07} slok \u{1F} wis \u{7F} é 语 😀 \u{2028}"
        var getallen: [Double] = [0, -0.5, 1, 0.1, 1e20, 1e-7, 123_456_789.125]
        var geheel: [Int64] = [-99, 0, 123_456_789_012_345_678]
        var klein: UInt8 = 255
        var ja = true
        var niets: String?
        var leeg: [String] = []
        var tabel = ["a b": [4], "b": [1], "c": []]
        var genummerd = [3: "drie", 1: "een"]
        var moment = Date(timeIntervalSince1970: 1_799_650_800.125)
        var bytes = Data([0, 1, 255])
        var id = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        var keuzes: [Keuze] = [.leeg, .tekst("x"), .paar(een: 1, twee: [2.5]), .paar(een: 1, twee: nil)]
        var misschien: [Int?] = [1, nil, 3]
        var kind: Kind? = Kind(naam: "a", dag: Datum(2027, 1, 18), kinderen: [Kind(naam: "b")])
    }
    /// Tries one form and then another, as a type may that has two.
    private struct Of: Codable, Equatable {
        var waarde: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let getal = try? container.decode(Int.self) {
                waarde = "getal \(getal)"
            } else {
                waarde = try container.decode(String.self)
            }
        }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(waarde)
        }
    }

    @Test("leest wat geschreven is")
    func rondje() throws {
        let alles = Alles()
        #expect(JSONReader.read(Alles.self, from: try MessageCoding.encode(alles)) == alles)
        #expect(JSONReader.read([String].self, from: Data("[]".utf8)) == [])
        #expect(JSONReader.read(Int.self, from: Data("-12".utf8)) == -12)
    }

    @Test("wat niet zo geschreven wordt, gaat de lange weg en komt daar goed aan")
    func langeWeg() throws {
        for tekst in [
            #"{ "naam":"a"}"#, #"{"naam":"\u00e9"}"#, #"{"naam":"a","dag":"2027-01-18"}"#, #"{"naam":"a","naam":"b"}"#,
            "\n{\"naam\":\"a\"}", #"{"naam":"a","ë":1}"#,
        ] {
            let data = Data(tekst.utf8)
            #expect(JSONReader.read(Kind.self, from: data) == nil, "\(tekst)")
            #expect(try MessageCoding.decode(Kind.self, from: data) == MessageCoding.decoder.decode(Kind.self, from: data))
        }
        // A form that was tried in vain makes the whole uncertain.
        #expect(try MessageCoding.decode([Of].self, from: Data(#"["a",3]"#.utf8)).map(\.waarde) == ["a", "getal 3"])
    }

    @Test("een fout zegt nog steeds welk veld")
    func fout() {
        let error = #expect(throws: DecodingError.self) {
            try MessageCoding.decode(Kind.self, from: Data(#"{"dag":"2027-02-30","naam":"a"}"#.utf8))
        }
        guard case .dataCorrupted(let context)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["dag"])
    }

    @Test("bytes door elkaar: nooit iets anders dan Foundation")
    func doorElkaar() throws {
        var toeval = SeededChance(seed: 20_270_118)
        let goed = [UInt8](try MessageCoding.encode(Alles()))
        let tekens = [UInt8](#"{}[]",:\0123456789.eE+-truefalsn u"#.utf8) + [0, 0x1F, 0x80, 0xFF]
        var gelezen = 0
        for _ in 0..<20_000 {
            var bytes = goed
            for _ in 0..<Int.random(in: 1...3, using: &toeval) {
                let plaats = Int.random(in: 0..<bytes.count, using: &toeval)
                switch Int.random(in: 0..<4, using: &toeval) {
                case 0: bytes.remove(at: plaats)
                case 1: bytes.insert(tekens.randomElement(using: &toeval) ?? 0, at: plaats)
                case 2: bytes[plaats] = tekens.randomElement(using: &toeval) ?? 0
                default: bytes = Array(bytes.prefix(plaats))
                }
                if bytes.isEmpty { break }
            }
            let data = Data(bytes)
            guard let kort = JSONReader.read(Alles.self, from: data) else { continue }
            gelezen += 1
            #expect(
                kort == (try? MessageCoding.decoder.decode(Alles.self, from: data)), "\(String(decoding: data, as: UTF8.self))")
        }
        // Otherwise nothing was compared.
        #expect(gelezen > 100)
    }
}
