// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Testing

@Suite("Starten, wegvallen en stoppen", .timeLimit(.minutes(1)))
struct LevensloopTests {
    private func echo(after delay: Duration = .zero) -> Handlers {
        var handlers = Handlers()
        handlers.answer(Echo.self, from: [.intake]) { echo, request in
            if delay > .zero { try await Task.sleep(for: delay) }
            return Echo.Answer(tekst: echo.tekst, beller: request.caller.rawValue)
        }
        return handlers
    }

    @Test("een dienst die opnieuw start wordt binnen twee seconden weer gevonden, ook door een vraag die al wachtte")
    func opnieuw() async throws {
        let opstelling = try Opstelling()
        let intake = try opstelling.bus(.intake)
        try await running(intake) {
            for ronde in 0..<3 {
                let begeleiding = try opstelling.bus(.begeleiding)
                begeleiding.install(self.echo(), following: [])
                let waiting = Task { try await intake.ask(Echo(tekst: "\(ronde)"), as: iemand) }
                try await Task.sleep(for: .milliseconds(ronde * 300))
                let start = ContinuousClock.now
                let answer = try await running(begeleiding) { try await waiting.value }
                #expect(answer.tekst == "\(ronde)")
                #expect(ContinuousClock.now - start < .seconds(2))
            }
        }
    }

    @Test("een vraag die onderweg was toen de dienst wegviel, wordt met hetzelfde nummer opnieuw gesteld")
    func onderweg() async throws {
        let opstelling = try Opstelling()
        let intake = try opstelling.bus(.intake)
        try await running(intake) {
            // The first one takes the question and dies without an answer.
            let first = try opstelling.bus(.begeleiding) { $0.drain = .zero }
            first.install(self.echo(after: .seconds(30)), following: [])
            let waiting = try await running(first) {
                let waiting = Task { try await intake.ask(Echo(tekst: "blijf"), as: iemand, within: .seconds(8)) }
                let isHeard = await eventually { await first.status().sockets.requests == 1 }
                #expect(isHeard)
                return waiting
            }
            let second = try opstelling.bus(.begeleiding)
            second.install(self.echo(), following: [])
            let result = try await running(second) { await waiting.result }
            // It was told that the first one stops, or it asked the second one: never silence.
            switch result {
            case .success(let answer): #expect(answer.tekst == "blijf")
            case .failure(let failure): #expect(failure as? Failure == .unavailable(what: "deze dienst, want hij stopt"))
            }
        }
    }

    @Test("stoppen duurt nooit vijf seconden: niet met een dienst die er niet is, niet met vragen die open staan")
    func stoppen() async throws {
        let opstelling = try Opstelling()
        let (intake, begeleiding) = (try opstelling.bus(.intake), try opstelling.bus(.begeleiding))
        begeleiding.install(echo(after: .seconds(60)), following: [])
        let asked = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await intake.run() }
            group.addTask { try await begeleiding.run() }
            // Ten that are being handled, ten that nobody hears.
            let questions = (0..<10).map { getal in
                Task { try await intake.ask(Echo(tekst: "\(getal)"), as: iemand, within: .seconds(60)) }
            }
            let silent = (0..<10).map { getal in
                Task { try await begeleiding.ask(StreamStatus(), of: .rapportage, as: iemand, within: .seconds(60)) }
            }
            let isBusy = await eventually { await begeleiding.status().sockets.requests == 10 }
            #expect(isBusy)
            let start = ContinuousClock.now
            group.cancelAll()
            try await group.waitForAll()
            #expect(ContinuousClock.now - start < .seconds(4))
            var failures = 0
            for question in questions { if case .failure(is Failure) = await question.result { failures += 1 } }
            for question in silent { if case .failure(is Failure) = await question.result { failures += 1 } }
            return failures
        }
        #expect(asked == 20)
        // What is closed says so at once.
        await #expect(throws: Failure.self) { try await intake.ask(Echo(tekst: "na"), as: iemand) }
        await #expect(throws: BusError.alreadyRun) { try await intake.run() }
    }

    @Test("een bus die niets te doen heeft stopt meteen")
    func meteen() async throws {
        let opstelling = try Opstelling()
        let intake = try opstelling.bus(.intake)
        let start = try await running(intake) {
            _ = await intake.status()
            return ContinuousClock.now
        }
        // Not even the time that requests under way would get.
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test("een adres dat te lang is of van een ander, wordt bij het starten gezegd")
    func adres() async throws {
        let opstelling = try Opstelling()
        let long = "ipc:///tmp/" + String(repeating: "x", count: 120)
        let bus = try opstelling.bus(.intake) { $0.own = PeerAddress(router: long, bell: long) }
        await #expect(throws: BusError.address(long, reason: "the path is longer than 107 bytes")) { try await bus.run() }

        let port = KaleVerbinding.freePort()
        let taken = PeerAddress(router: "tcp://127.0.0.1:\(port)", bell: opstelling.address(.intake).bell)
        let first = try opstelling.bus(.intake) { $0.own = taken }
        let second = try opstelling.bus(.begeleiding) { $0.own = taken }
        try await running(first) {
            let isBound = await eventually { KaleVerbinding(port: port).map { $0.close() } != nil }
            #expect(isBound)
            await #expect(throws: BusError.self) { try await second.run() }
        }
    }

    @Test("een bus die nooit gedraaid heeft laat geen draad achter")
    func draden() async throws {
        let opstelling = try Opstelling()
        func threads() -> Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 0 }
        let before = threads()
        for _ in 0..<40 { _ = try opstelling.bus(.intake) }
        // Each had two or three of its own; other tests run meanwhile and have theirs.
        #expect(await eventually { threads() < before + 40 })
    }
}
