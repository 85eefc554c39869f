// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import IntakeApp

/// The reader of bytes: RFC 4180 with `;`, in pieces, with limits.
@Suite(.timeLimit(.minutes(1)))
struct CSVLezerTests {
    private func lees(_ bytes: [UInt8], stuk: Int = .max, _ grenzen: CSVLezer.Grenzen = .init()) throws -> [CSVLezer.Rij] {
        var lezer = CSVLezer(grenzen: grenzen)
        var rijen: [CSVLezer.Rij] = []
        var index = 0
        while index < bytes.count {
            let eind = stuk == .max ? bytes.count : min(bytes.count, index + stuk)
            rijen += try lezer.lees(bytes[index..<eind])
            index = eind
        }
        return try rijen + lezer.einde()
    }

    private func velden(_ tekst: String) throws -> [[String]] { try lees(Array(tekst.utf8)).map(\.velden) }

    @Test("puntkomma's delen velden; LF en CRLF eindigen een rij; de laatste hoeft geen regeleinde")
    func gewoon() throws {
        #expect(try velden("a;b\r\nc;;d\ne") == [["a", "b"], ["c", "", "d"], ["e"]])
        #expect(try velden("a;b\n") == [["a", "b"]])
    }

    @Test("tussen aanhalingstekens mogen puntkomma, aanhalingsteken en regeleinde staan")
    func aanhaling() throws {
        #expect(
            try velden("\"a;b\";\"zij zei \"\"ja\"\"\";\"een\r\ntwee\";\"\"\nx") == [
                ["a;b", "zij zei \"ja\"", "een\r\ntwee", ""], ["x"],
            ])
    }

    @Test("een rij weet op welke regel zij begint en waar de volgende begint")
    func plaats() throws {
        let rijen = try lees(Array("a\n\"b\nb\"\n\nc".utf8))
        #expect(rijen.map(\.regel) == [1, 2, 5])
        #expect(rijen.map(\.volgendeRegel) == [2, 4, 5])
        #expect(rijen.map(\.einde) == [2, 8, 10])
        var verder = CSVLezer(vanaf: rijen[0].einde, regel: rijen[0].volgendeRegel)
        let rest = try verder.lees(Array("\"b\nb\"\n\nc".utf8)) + verder.einde()
        #expect(rest == Array(rijen.dropFirst()))
    }

    @Test("een BOM van UTF-8 telt niet mee; UTF-16 en Windows-1252 worden geweigerd met wat eraan te doen is")
    func codering() throws {
        #expect(try lees([0xEF, 0xBB, 0xBF] + Array("a;b".utf8)).map(\.velden) == [["a", "b"]])
        #expect(throws: CSVFout.utf16) { try lees([0xFF, 0xFE, 0x61, 0x00]) }
        #expect(throws: CSVFout.utf16) { try lees([0xFE, 0xFF, 0x00, 0x61]) }
        #expect(throws: CSVFout.utf16) { try lees([0x61, 0x00, 0x62, 0x00]) }
        // "é" in Windows-1252, on line 2.
        #expect(throws: CSVFout.geenUTF8(regel: 2)) { try lees(Array("a\n".utf8) + [0xE9, 0x61, 0x0A]) }
        #expect(CSVFout.geenUTF8(regel: 2).tekst.contains("Windows-1252"))
        #expect(throws: CSVFout.geenUTF8(regel: 1)) { try lees([0xEF, 0x41]) }
    }

    @Test("een aanhalingsteken op een verkeerde plaats kost die ene rij, een dat openblijft de rest van het bestand")
    func mis() throws {
        let rijen = try lees(Array("a;b\"c;d\n\"\"Jansen\"\";x\ngoed;y\n".utf8))
        #expect(rijen.map(\.fout) == [.aanhaling, .aanhaling, nil])
        #expect(rijen[2].velden == ["goed", "y"])
        #expect(throws: CSVFout.openAanhaling(regel: 2)) { try lees(Array("a\n\"b;c\nd\n".utf8)) }
    }

    @Test("wat te lang is, kost die ene rij en geen geheugen")
    func grenzen() throws {
        let grens = CSVLezer.Grenzen(veld: 10, rij: 30, velden: 4)
        let rijen = try lees(
            Array("12345678901;a\na;b;c;d;e;f;g\n1234567890;1234567890;1234567890;1\nok\n".utf8), grens)
        #expect(rijen.map(\.fout) == [.veldTeLang, .teVeelVelden, .rijTeLang, nil])
        let open = Array("a\n\"".utf8) + [UInt8](repeating: 0x61, count: 100)
        #expect(throws: CSVFout.openAanhaling(regel: 2)) { try lees(open, grens) }
    }

    @Test("rijen zonder inhoud, zoals Excel ze onderaan laat staan, tellen niet mee")
    func leeg() throws { #expect(try velden("a;b\n;\n  ; \n\n") == [["a", "b"]]) }

    @Test("in welke stukken het bestand ook komt, de rijen zijn dezelfde; en niets loopt vast", arguments: 0..<40)
    func willekeurig(_ ronde: Int) throws {
        var kans = SeededChance(seed: 20_270_111 &+ UInt64(ronde))
        let tekens: [UInt8] = Array(";;;\"\"\n\r\nab1é=#,".utf8) + [0xE9, 0xEF, 0xBB]
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0..<60, using: &kans)).compactMap { _ in tekens.randomElement(using: &kans) }
            let grens = CSVLezer.Grenzen(veld: 12, rij: 40, velden: 6)
            let heel = Result { try lees(bytes, grens) }
            let stuk = Int.random(in: 1..<7, using: &kans)
            let delen = Result { try lees(bytes, stuk: stuk, grens) }
            switch (heel, delen) {
            case (.success(let een), .success(let twee)): #expect(een == twee, "zaad \(ronde)")
            case (.failure(let een), .failure(let twee)): #expect(een as? CSVFout == twee as? CSVFout, "zaad \(ronde)")
            default: Issue.record("zaad \(ronde): \(bytes)")
            }
        }
    }

    @Test("wat wij schrijven, lezen wij terug, en een rekenblad rekent er niet mee")
    func schrijven() throws {
        let velden = ["gewoon", "met ; en \"", "twee\nregels", ""]
        #expect(try self.velden(CSVSchrijver.regel(velden)) == [velden])
        for formule in ["=1+1", "+31", "-2", "@SUM(A1)", "\tx"] {
            #expect(CSVSchrijver.veld(formule).hasPrefix("'"), "\(formule)")
        }
    }
}
