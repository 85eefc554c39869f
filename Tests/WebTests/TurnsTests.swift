// SPDX-License-Identifier: EUPL-1.2
import Synchronization
import Testing

@testable import Web

@Suite("Verzoeken om de beurt", .timeLimit(.minutes(1)))
struct TurnsTests {
    /// Counts how many are at work.
    private final class Teller: Sendable {
        private let stand = Mutex((nu: 0, meest: 0, volgorde: [Int]()))
        func begin(_ wie: Int) {
            stand.withLock { stand in
                stand.nu += 1
                stand.meest = max(stand.meest, stand.nu)
                stand.volgorde.append(wie)
            }
        }
        func eind() { stand.withLock { $0.nu -= 1 } }
        var meest: Int { stand.withLock { $0.meest } }
        var volgorde: [Int] { stand.withLock { $0.volgorde } }
    }

    /// Ends when it is opened.
    private final class Deur: Sendable {
        private let stand = Mutex((open: false, wachtend: [CheckedContinuation<Void, Never>]()))
        func wacht() async {
            await withCheckedContinuation { wie in
                let open = stand.withLock { stand in
                    if !stand.open { stand.wachtend.append(wie) }
                    return stand.open
                }
                if open { wie.resume() }
            }
        }
        func open() {
            let wachtend = stand.withLock { stand in
                stand.open = true
                return stand.wachtend
            }
            for wie in wachtend { wie.resume() }
        }
    }

    @Test("er wordt aan niet meer dan zoveel tegelijk gewerkt, en iedereen komt aan de beurt, ook na een fout")
    func hoogstens() async {
        struct Fout: Error {}
        let (turns, teller) = (Turns(most: 3, lease: .seconds(60)), Teller())
        await withTaskGroup(of: Void.self) { group in
            for wie in 0..<200 {
                group.addTask {
                    try? await turns.take {
                        teller.begin(wie)
                        defer { teller.eind() }
                        await Task.yield()
                        if wie.isMultiple(of: 7) { throw Fout() }
                    }
                }
            }
        }
        #expect(teller.volgorde.sorted() == Array(0..<200))
        #expect(teller.meest == 3)
    }

    @Test("wie eerst komt, is eerst aan de beurt")
    func volgorde() async {
        let (turns, teller, deur) = (Turns(most: 1, lease: .seconds(60)), Teller(), Deur())
        async let eerste: Void = turns.take { await deur.wacht() }
        while turns.inProgress == 0 { await Task.yield() }
        var taken: [Task<Void, Never>] = []
        for wie in 0..<20 {
            taken.append(Task { await turns.take { teller.begin(wie) } })
            while turns.inLine <= wie { await Task.yield() }
        }
        deur.open()
        await eerste
        for taak in taken { await taak.value }
        #expect(teller.volgorde == Array(0..<20))
    }

    @Test("wie te lang wacht op een ander, houdt niemand op")
    func teLang() async {
        let (turns, teller, deur) = (Turns(most: 2, lease: .milliseconds(20)), Teller(), Deur())
        async let een: Void = turns.take { await deur.wacht() }
        async let twee: Void = turns.take { await deur.wacht() }
        while turns.inProgress < 2 { await Task.yield() }
        // Ends although the first two still hold theirs.
        for wie in 0..<5 { await turns.take { teller.begin(wie) } }
        #expect(teller.volgorde == [0, 1, 2, 3, 4])
        deur.open()
        _ = await (een, twee)
        #expect(turns.inProgress == 0 && turns.inLine == 0)
    }
}
