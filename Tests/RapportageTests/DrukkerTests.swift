// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Synchronization
import Testing

@testable import RapportageApp

/// Counts what is printed, and how much at once.
private final class Teller: Sendable {
    private let state = Mutex((nu: 0, meeste: 0, totaal: 0))
    var meeste: Int { state.withLock { $0.meeste } }
    var totaal: Int { state.withLock { $0.totaal } }
    func begin() { state.withLock { $0 = ($0.nu + 1, max($0.meeste, $0.nu + 1), $0.totaal + 1) } }
    func einde() { state.withLock { $0.nu -= 1 } }
}

@Suite("De drukker", .timeLimit(.minutes(1)))
struct DrukkerTests {
    private let rapport = RapportID(UUID())

    private func drukker(_ teller: Teller, geheugen: Int = 1_000_000) -> Drukker {
        Drukker(tegelijk: 2, geheugen: geheugen) { html in
            teller.begin()
            defer { teller.einde() }
            try await Task.sleep(for: .milliseconds(20))
            if html == Data("fout".utf8) { throw Failure.unavailable(what: "proef") }
            return Data("%PDF-".utf8) + html
        }
    }

    @Test("nooit meer dan twee tegelijk, en dezelfde bladzijde één keer, ook als veertig mensen er samen om vragen")
    func tegelijk() async throws {
        let teller = Teller()
        let drukker = drukker(teller)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for nummer in 0..<40 {
                group.addTask { [rapport] in
                    try await drukker.druk(Data("bladzijde \(nummer % 8)".utf8), van: rapport).pdf.count
                }
            }
            for try await lengte in group { #expect(lengte == 16) }
        }
        #expect(teller.meeste == 2 && teller.totaal == 8)
        let nog = try await drukker.druk(Data("bladzijde 3".utf8), van: rapport)
        #expect(teller.totaal == 8)
        #expect(await drukker.bekend(nog.afdruk, van: rapport)?.pdf == nog.pdf)
        // The same page of another report is not handed over.
        #expect(await drukker.bekend(nog.afdruk, van: RapportID(UUID())) == nil)
    }

    @Test("het geheugen houdt het nieuwste en nooit meer dan de grens; een mislukte afdruk wordt niet bewaard")
    func geheugen() async throws {
        let teller = Teller()
        let drukker = drukker(teller, geheugen: 40)
        var afdrukken: [String] = []
        for nummer in 0..<4 { afdrukken.append(try await drukker.druk(Data("bladzijde \(nummer)".utf8), van: rapport).afdruk) }
        var bekend: [Bool] = []
        for afdruk in afdrukken { bekend.append(await drukker.bekend(afdruk, van: rapport) != nil) }
        #expect(bekend == [false, false, true, true])
        for keer in 1...2 {
            await #expect(throws: Failure.unavailable(what: "proef")) {
                _ = try await drukker.druk(Data("fout".utf8), van: rapport)
            }
            #expect(teller.totaal == 4 + keer)
        }
    }
}
