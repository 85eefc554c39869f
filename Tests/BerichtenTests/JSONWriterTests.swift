// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

@testable import Berichten

/// The own writer beside Foundation's: what messages do not have, or have seldom. Every message passes in `Berichtvoorbeeld`.
@Suite("JSON schrijven", .timeLimit(.minutes(1)))
struct JSONWriterTests {
    private enum Keuze: Codable {
        case leeg, tekst(String), paar(een: Int, twee: [Double]?)
    }

    private struct Alles: Encodable {
        var tekst = "aanhaling \" streep \\ schuin / regel \n tab \t bel \u{07} slok \u{1F} wis \u{7F} é 语 😀 \u{2028}"
        var getallen: [Double] = [0, -0.0, 1, 0.1, 1e20, 1e-7, 123456789.125, .pi, .greatestFiniteMagnitude]
        var float: Float = 0.1
        var geheel: [Int64] = [.min, 0, .max]
        var klein: UInt8 = 255
        var groot = UInt64.max
        var ja = true
        var niets: String?
        var leeg: [String] = []
        var leegObject: [String: Int] = [:]
        var tabel = ["b": [1], "a": [], "B": [2], "é": [3], "a b": [4], "a10": [5], "a9": [6]]
        var genummerd = [3: "drie", 1: "een"]
        var moment = Date(timeIntervalSince1970: 1_799_650_800.125)
        var bytes = Data([0, 1, 255])
        var adres = URL(string: "https://voorbeeld.example/a?b=c/d")
        var id = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        var bedrag = Decimal(string: "12345678901234567890.55")
        var keuzes: [Keuze] = [.leeg, .tekst("x"), .paar(een: 1, twee: [2.5]), .paar(een: 1, twee: nil)]
        var misschien: [Int?] = [1, nil, 3]
        var diep = [[["a": [true, false]]]]
    }

    private struct Nest: Encodable {
        enum Sleutel: String, CodingKey { case z, y, a, m }
        func encode(to encoder: any Encoder) throws {
            var velden = encoder.container(keyedBy: Sleutel.self)
            var binnen = velden.nestedContainer(keyedBy: Sleutel.self, forKey: .z)
            var lijst = velden.nestedUnkeyedContainer(forKey: .a)
            // In turns: each goes on after the other was written to.
            try binnen.encode(1, forKey: .y)
            try lijst.encode("een")
            try velden.encode("m", forKey: .m)
            try binnen.encodeNil(forKey: .a)
            try lijst.encodeNil()
            var nog = lijst.nestedContainer(keyedBy: Sleutel.self)
            try nog.encode(2, forKey: .y)
            var lijstIn = lijst.nestedUnkeyedContainer()
            try lijstIn.encode(lijst.count)
        }
    }

    @Test("schrijft wat Foundation schrijft")
    func zelfde() throws {
        for waarde: any Encodable in [Alles(), Nest(), [Alles()], "tekst", 1, true, [Int](), ["a": Nest()], Done()] {
            #expect(try tekst(MessageCoding.encode(waarde)) == tekst(MessageCoding.reference.encode(waarde)))
        }
    }

    @Test("wat geen getal is, wordt geweigerd")
    func geenGetal() {
        #expect(throws: EncodingError.self) { try MessageCoding.encode([Double.nan]) }
    }

    @Test("elk teken van nul tot voorbij ASCII")
    func tekens() throws {
        for scalar in (0..<0x180).compactMap(Unicode.Scalar.init) {
            let waarde = ["x\(Character(scalar))y"]
            #expect(try MessageCoding.encode(waarde) == MessageCoding.reference.encode(waarde), "U+\(scalar.value)")
        }
    }

    private func tekst(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }
}
