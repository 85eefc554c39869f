// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opslag
import Testing

@testable import IntakeApp

/// How long one check takes in a store of many people (docs/prestaties.md). Only on request, in a release build:
///
///     WEGWIJS_METEN=200000 WEGWIJS_ALLEEN=IntakeTests swift test -c release -Xswiftc -enable-testing \
///         --scratch-path .build-release --disable-xctest --filter DubbelMeting
@Suite(.enabled(if: ProcessInfo.processInfo.environment["WEGWIJS_METEN"] != nil), .timeLimit(.minutes(60)))
struct DubbelMeting {
    /// Names as they are spread among people: a few that thousands carry, and a long tail. 40 of 100 are born on 1 January.
    private struct Mensenmaker {
        var toeval = Proeftoeval(2027)
        let namen: [String]

        init() {
            let paren = Paar.alle.flatMap { [$0.links.naam, $0.rechts.naam] }.compactMap { $0?.volledig }
            namen = (Naamvarianten.regels.compactMap(\.first) + paren.flatMap(Zoektekst.woorden)).filter { $0.count > 2 }
        }

        /// Zipf: the n-th name is carried one n-th as often as the first.
        mutating func naam() -> String {
            let plaats = exp(Double(toeval.getal(1_000_000)) / 1_000_000 * log(Double(namen.count)))
            return namen[min(namen.count - 1, Int(plaats) - 1)]
        }

        mutating func mens() -> Aanmeldgegevens.Client {
            let delen = (0..<2 + toeval.getal(2)).map { _ in naam() }
            let jaar = 1950 + toeval.getal(58)
            let dag =
                toeval.getal(10) < 4
                ? "\(jaar)-01-01" : String(format: "%d-%02d-%02d", jaar, 1 + toeval.getal(12), 1 + toeval.getal(28))
            return Aanmeldgegevens.Client(
                naam: try? Naam(voornamen: delen.first, geslachtsnaam: delen.dropFirst().joined(separator: " ")),
                geboortedatum: (try? OnvolledigeDatum(parsing: dag)) ?? .onbekend,
                geslacht: toeval.getal(2) == 0 ? .man : .vrouw,
                telefoon: Telefoonnummer("06\(10_000_000 + toeval.getal(80_000_000))"), adres: .init())
        }
    }

    @Test("één controle op dubbele mensen")
    func meet() async throws {
        let doel = Int(ProcessInfo.processInfo.environment["WEGWIJS_METEN"] ?? "") ?? 200_000
        let proef = try await Opstelling()
        var maker = Mensenmaker()
        var aanwezig = 0
        for grens in [min(5000, doel), doel] {
            while aanwezig < grens {
                let nu = min(500, grens - aanwezig)
                let mensen = (0..<nu).map { _ in maker.mens() }
                try await proef.bewaarAllen(mensen)
                aanwezig += nu
            }
            var tijden: [Double] = []
            var getoond = 0
            for _ in 0..<1000 {
                let vraag = try proef.parts.index.kenmerken(van: try Opstelling.gegevens(maker.mens(), huishouden: nil))
                let tijd = try await proef.parts.store.read { db -> (Double, Int) in
                    let begin = ContinuousClock.now
                    let gevonden = try Dubbelzoeker.zoek(db, vraag, behalve: nil).count
                    return ((ContinuousClock.now - begin) / .milliseconds(1), gevonden)
                }
                tijden.append(tijd.0)
                getoond += tijd.1
            }
            tijden.sort()
            print(
                "\(aanwezig) mensen: p50 \(tijden[500]) ms, p99 \(tijden[990]) ms, langste \(tijden[999]) ms,",
                "getoond per controle \(Double(getoond) / 1000)")
            #expect(tijden[990] < 10)
        }
    }
}
