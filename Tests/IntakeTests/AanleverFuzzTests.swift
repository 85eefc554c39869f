// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import IntakeApp

/// Files that a machine spoils, from bytes to judgement of the row. Short by default; `WEGWIJS_FUZZ_SECONDEN=600` makes it long
/// (`./test --lang`). The bytes alone are fuzzed with libFuzzer: `Tests/Fuzz/csv.sh`.
@Suite(.timeLimit(.minutes(20)))
struct AanleverFuzzTests {
    @Test("wat er ook in een bestand staat: elke rij is goed of heeft een fout, en geen fouttekst herhaalt een nummer")
    func rijen() throws {
        let omgeving = ProcessInfo.processInfo.environment
        let seconden = omgeving["WEGWIJS_FUZZ_SECONDEN"].flatMap(Double.init) ?? 1
        let zaad = omgeving["WEGWIJS_FUZZ_ZAAD"].flatMap(UInt64.init) ?? 20_270_111
        var kans = SeededChance(seed: zaad)
        let lezer = AanleverrijLezer(
            gemeente: try #require(Gemeentecode("0034")), bsn: .alle, vandaag: try #require(Datum(Opstelling.vandaag)))
        let goed = [UInt8](Proefbestand.bestand((1...6).map { Proefbestand.rij($0) }))
        let brokken: [[UInt8]] =
            [
                ";", "\"", "\"\"", "\r\n", "\n", "=", "9,999E+08", "1-2-1990", "#NAAM?", "####", "'", "0", "\u{FEFF}", "é",
                "\u{202E}", "\u{0}",
                "2027-02-30", "onbekend", "true", "ja", "-", "+31", String(repeating: "x", count: 5000),
            ].map { Array($0.utf8) } + [[0xE9], [0xFF, 0xFE], [0xED, 0xA0, 0x80]]
        let einde = Date().addingTimeInterval(seconden)
        var rondes = 0
        while Date() < einde {
            var bytes = goed
            for _ in 0..<Int.random(in: 1...8, using: &kans) {
                let plek = Int.random(in: 0...bytes.count, using: &kans)
                switch Int.random(in: 0..<4, using: &kans) {
                case 0: bytes.insert(contentsOf: brokken.randomElement(using: &kans) ?? [], at: plek)
                case 1 where plek < bytes.count: bytes[plek] = UInt8.random(in: .min ... .max, using: &kans)
                case 2: bytes.removeSubrange(plek..<min(bytes.count, plek + Int.random(in: 0...40, using: &kans)))
                default:
                    let van = Int.random(in: 0..<bytes.count, using: &kans)
                    bytes.insert(contentsOf: Array(bytes[van..<min(bytes.count, van + 60)]), at: plek)
                }
            }
            var csv = CSVLezer()
            guard let rijen = try? csv.lees(bytes) + csv.einde() else {
                rondes += 1
                continue
            }
            for (nummer, rij) in rijen.dropFirst().enumerated() {
                let gelezen = lezer.lees(rij, nummer: nummer + 1)
                #expect((gelezen.gegevens != nil) == gelezen.fouten.isEmpty, "zaad \(zaad), ronde \(rondes)")
                if gelezen.gegevens != nil {
                    #expect(gelezen.bericht != nil && gelezen.aanmelding != nil && !gelezen.hash.isEmpty)
                }
                for fout in gelezen.fouten {
                    #expect(
                        fout.text.replacing("06 12345678", with: "").firstMatch(of: /[0-9]{8,}/) == nil
                            || fout.code.hasPrefix("bsn"),
                        "zaad \(zaad), ronde \(rondes): \(fout.text)")
                }
            }
            rondes += 1
        }
        print("fuzz van rijen: \(rondes) bestanden, zaad \(zaad)")
        #expect(rondes > 0)
    }
}
