// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

@testable import IntakeApp

@Suite(.timeLimit(.minutes(1)))
struct JSONLezerTests {
    private func lees(_ text: String) throws(JSONFout) -> JSONWaarde { try JSONLezer.lees(Array(text.utf8)) }

    @Test("geldige JSON wordt gelezen zoals die er staat")
    func geldig() throws {
        #expect(
            try lees(#" {"a":[1,-0.5e+3,true,false,null],"b":"x\n\u00e9\ud83d\ude00","":{}} "#)
                == .object([
                    "a": .lijst([.getal("1"), .getal("-0.5e+3"), .logisch(true), .logisch(false), .leeg]), "b": .tekst("x\né😀"),
                    "": .object([:]),
                ]))
    }

    @Test(
        "wat geen JSON is, wordt geweigerd",
        arguments: [
            "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{'a':1}", "01", "1.", ".5", "+1", "NaN", "tru", "nullx", "\"", "\"\t\"",
            #""\x""#,
            #""\ud800""#, #""\udc00""#, #""\ud83dx""#, #""\u12""#, "[1 2]", "{\"a\" 1}", "{1:2}", "[]]",
        ])
    func ongeldig(_ text: String) { #expect(throws: JSONFout.self) { try lees(text) } }

    @Test("een dubbele naam en te diepe nesting worden geweigerd")
    func grenzen() throws {
        #expect(throws: JSONFout.dubbeleNaam(byte: 7)) { try lees(#"{"a":1,"a":2}"#) }
        #expect(throws: JSONFout.dubbeleNaam(byte: 7)) { try lees(#"{"a":1,"\u0061":2}"#) }
        let diep = JSONLezer.maximaleDiepte
        _ = try lees(String(repeating: "[", count: diep) + String(repeating: "]", count: diep))
        #expect(throws: JSONFout.teDiep) { try lees(String(repeating: "[", count: diep + 1)) }
    }

    @Test("willekeurige en beschadigde bytes geven een fout of een waarde, nooit iets anders")
    func willekeurig() {
        var chance = SystemRandomNumberGenerator()
        let goed = [UInt8](Proefbericht.aanmelding().data)
        for _ in 0..<3000 {
            var bytes = goed
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            if Bool.random(using: &chance) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &chance)) }
            _ = try? JSONLezer.lees(bytes)
        }
    }
}
