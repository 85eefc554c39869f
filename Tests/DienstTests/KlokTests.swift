// SPDX-License-Identifier: EUPL-1.2
import Dienst
import Domein
import Foundation
import Testing

@Suite("De klok van de proefstad", .timeLimit(.minutes(1)))
struct KlokTests {
    private let file = FileManager.default.temporaryDirectory.appendingPathComponent("wegwijs-klok-\(UUID()).json")

    @Test("zij begint waar het bestand zegt en loopt door")
    func begins() throws {
        let start = try #require(Datum(2027, 1, 1)).at(hour: 9)
        try SharedClock.write(start, to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let clock = try SharedClock(file: file)
        #expect(clock.now >= start)
        #expect(clock.now.timeIntervalSince(start) < 5)
        #expect(clock.today == Datum(2027, 1, 1))
    }

    @Test("een sprong in het bestand is binnen een kwart seconde te zien")
    func jumps() async throws {
        let start = try #require(Datum(2027, 1, 1)).at(hour: 9)
        try SharedClock.write(start, to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let clock = try SharedClock(file: file)
        _ = clock.now
        try SharedClock.write(start.addingTimeInterval(86_400 * 30), to: file)
        try await Task.sleep(for: .milliseconds(250))
        #expect(clock.today == Datum(2027, 1, 31))
    }

    @Test("een onleesbaar bestand laat de klok zoals zij was")
    func unreadable() async throws {
        let start = try #require(Datum(2027, 5, 1)).at(hour: 9)
        try SharedClock.write(start, to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let clock = try SharedClock(file: file)
        try Data("onzin".utf8).write(to: file)
        try await Task.sleep(for: .milliseconds(250))
        #expect(clock.today == Datum(2027, 5, 1))
    }
}
