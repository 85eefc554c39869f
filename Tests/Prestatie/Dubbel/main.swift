// SPDX-License-Identifier: EUPL-1.2
// How long one check for doubles takes in a store of many people (docs/prestaties.md). Names as they are spread among people, a
// few that thousands carry and a long tail; 40 of 100 born on 1 January. Ends with 1 when the slowest of a hundred takes 10 ms.
//
//     swift build -c release --scratch-path .build-release --product dubbel-prestatie
//     .build-release/release/dubbel-prestatie 200000
import Foundation
import IntakeApp

/// The same people every time (splitmix64).
struct Toeval: RandomNumberGenerator {
    var stand: UInt64 = 2027

    mutating func next() -> UInt64 {
        stand &+= 0x9E37_79B9_7F4A_7C15
        var getal = stand
        getal = (getal ^ (getal >> 30)) &* 0xBF58_476D_1CE4_E5B9
        getal = (getal ^ (getal >> 27)) &* 0x94D0_49BB_1331_11EB
        return getal ^ (getal >> 31)
    }

    /// Zipf: the n-th is carried one n-th as often as the first. Behind the known names stands ten times as many made-up ones.
    mutating func naam() -> String {
        let bekend = Dubbelproef.namen
        let plaats = Int(exp(Double.random(in: 0..<1, using: &self) * log(Double(10 * bekend.count))))
        if plaats < bekend.count { return bekend[plaats] }
        let (eerste, tweede) = (bekend[plaats % bekend.count], bekend[plaats / 7 % bekend.count])
        return String(eerste.prefix(3) + tweede.suffix(4))
    }

    mutating func mens() throws -> Dubbelproef.Mens {
        let jaar = Int.random(in: 1950..<2008, using: &self)
        let dag = String(
            format: "%d-%02d-%02d", jaar, Int.random(in: 1...12, using: &self), Int.random(in: 1...28, using: &self))
        return try Dubbelproef.Mens(
            namen: (0..<Int.random(in: 2...3, using: &self)).map { _ in naam() },
            geboren: Int.random(in: 0..<10, using: &self) < 4 ? "\(jaar)-01-01" : dag,
            isMan: Bool.random(using: &self), telefoon: Int.random(in: 10_000_000..<90_000_000, using: &self))
    }
}

let doel = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 200_000
let map = FileManager.default.temporaryDirectory.appending(component: "dubbel-\(ProcessInfo.processInfo.processIdentifier)")
try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: map) }
let proef = try Dubbelproef(map: map, opdrachten: URL(filePath: "compose/opdrachten"))
var toeval = Toeval()
var (aanwezig, traagst) = (0, 0.0)
for grens in [min(5_000, doel), doel] {
    while aanwezig < grens {
        try await proef.neemOp((0..<min(500, grens - aanwezig)).map { _ in try toeval.mens() })
        aanwezig = min(aanwezig + 500, grens)
    }
    var (tijden, getoond): ([Double], Int) = ([], 0)
    for _ in 0..<1_000 {
        let gevonden = try await proef.zoek(toeval.mens())
        tijden.append(gevonden.duur / .milliseconds(1))
        getoond += gevonden.gevonden
    }
    tijden.sort()
    traagst = tijden[990]
    print(
        "\(aanwezig) mensen: p50 \(tijden[500]), p99 \(tijden[990]), langste \(tijden[999]) ms,",
        "getoond per controle \(Double(getoond) / 1_000)")
}
try? FileManager.default.removeItem(at: map)
exit(traagst < 10 ? 0 : 1)
