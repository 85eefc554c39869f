// SPDX-License-Identifier: EUPL-1.2
import Testing

@testable import Web

@Suite("Hoe lang een verzoek mag duren", .timeLimit(.minutes(1)))
struct TimeLimitTests {
    @Test("wie te lang duurt wordt afgebroken, wie naast hem loopt niet, en er blijft niets over")
    func late() async throws {
        let limit = TimeLimit(.milliseconds(500))
        let slow = Task { try await limit.run { try await Task.sleep(for: .seconds(40)) } }
        #expect(try await limit.run { "meteen" } == "meteen")
        await #expect(throws: Refusal.self) { try await slow.value }
        // The same again, after it stopped looking.
        try await Task.sleep(for: .milliseconds(300))
        #expect(try await limit.run { 2 } == 2)
        #expect(limit.inProgress == 0)
    }

    @Test("een fout van het werk komt er ongewijzigd uit")
    func failure() async throws {
        struct Fout: Error {}
        await #expect(throws: Fout.self) { try await TimeLimit(.seconds(10)).run { throw Fout() } }
    }

    @Test("wie zelf wordt afgebroken breekt het werk af")
    func cancelled() async throws {
        let limit = TimeLimit(.seconds(50))
        let task = Task { try await limit.run { try await Task.sleep(for: .seconds(40)) } }
        while limit.inProgress == 0 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(limit.inProgress == 0)
    }
}
