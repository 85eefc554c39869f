// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Synchronization
import Testing

@Suite("Vraag en antwoord", .timeLimit(.minutes(1)))
struct VraagEnAntwoordTests {
    /// Begeleiding answers everything that these tests ask.
    private func handlers() -> Handlers {
        var handlers = Handlers()
        handlers.answer(Echo.self, from: [.intake]) { echo, request in
            switch echo.tekst {
            case "weg": throw Failure.notFound(what: "het dossier")
            case "versie": throw Failure.conflict(.init(yours: 2, newest: 5, changedBy: "team-1"))
            case "velden": throw Failure.invalid([FieldError("tekst", code: "leeg", "Vul iets in.")])
            case "stuk": throw CocoaError(.fileNoSuchFile)
            case "groot": return Echo.Answer(tekst: String(repeating: "x", count: 2 << 20), beller: "")
            case "traag":
                try await Task.sleep(for: .seconds(3))
                return Echo.Answer(tekst: "te laat", beller: "")
            default: return Echo.Answer(tekst: echo.tekst, beller: request.caller.rawValue)
            }
        }
        return handlers
    }

    @discardableResult
    private func asking<Value: Sendable>(_ body: @escaping @Sendable (Bus, Logboek) async throws -> Value) async throws -> Value {
        let opstelling = try Opstelling()
        let log = Logboek()
        let (intake, begeleiding) = (try opstelling.bus(.intake), try opstelling.bus(.begeleiding, log: log))
        begeleiding.install(handlers(), following: [])
        return try await running(intake, begeleiding) { try await body(intake, log) }
    }

    @Test("een vraag krijgt antwoord, en de vrager is bekend door zijn sleutel")
    func antwoord() async throws {
        let answer = try await asking { bus, _ in try await bus.ask(Echo(tekst: "hallo"), as: iemand) }
        #expect(answer == Echo.Answer(tekst: "hallo", beller: "intake"))
    }

    @Test(
        "een weigering komt terug zoals zij gegeven is",
        arguments: [
            ("weg", Failure.notFound(what: "het dossier")),
            ("versie", .conflict(.init(yours: 2, newest: 5, changedBy: "team-1"))),
            ("velden", .invalid([FieldError("tekst", code: "leeg", "Vul iets in.")])),
        ])
    func weigering(tekst: String, failure: Failure) async throws {
        try await asking { bus, _ -> Void in
            await #expect(throws: failure) { try await bus.ask(Echo(tekst: tekst), as: iemand) }
        }
    }

    @Test("een fout in de dienst wordt een nummer dat in het log staat, nooit de tekst van de fout")
    func fout() async throws {
        try await asking { bus, log in
            let failure = await #expect(throws: Failure.self) { try await bus.ask(Echo(tekst: "stuk"), as: iemand) }
            guard case .fault(let reference) = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
            #expect(log.lines(with: reference).count == 1)
        }
    }

    @Test("een antwoord boven een megabyte wordt een fout en verbreekt de verbinding niet")
    func teGroot() async throws {
        try await asking { bus, _ in
            let failure = await #expect(throws: Failure.self) { try await bus.ask(Echo(tekst: "groot"), as: iemand) }
            guard case .fault = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
            let first = try await bus.ask(Echo(tekst: "en nu"), as: iemand)
            #expect(first.tekst == "en nu")
            await #expect(throws: Failure.self) {
                try await bus.ask(Echo(tekst: String(repeating: "x", count: 2 << 20)), as: iemand)
            }
            let second = try await bus.ask(Echo(tekst: "nog eens"), as: iemand)
            #expect(second.tekst == "nog eens")
        }
    }

    @Test("na de uiterste tijd hoort de vrager dat de dienst er niet is")
    func teLaat() async throws {
        try await asking { bus, _ in
            let start = ContinuousClock.now
            await #expect(throws: Failure.unavailable(what: "de dienst begeleiding")) {
                try await bus.ask(Echo(tekst: "traag"), as: iemand, within: .milliseconds(200))
            }
            let duration = ContinuousClock.now - start
            #expect(duration > .milliseconds(150) && duration < .milliseconds(2_900))
        }
    }

    @Test("een vraag aan een dienst die er niet is wacht tot zij er is")
    func wacht() async throws {
        let opstelling = try Opstelling()
        let (intake, begeleiding) = (try opstelling.bus(.intake), try opstelling.bus(.begeleiding))
        begeleiding.install(handlers(), following: [])
        try await running(intake) {
            let asking = Task { try await intake.ask(Echo(tekst: "eerst"), as: iemand) }
            try await Task.sleep(for: .milliseconds(400))
            let answer = try await running(begeleiding) { try await asking.value }
            #expect(answer.tekst == "eerst")
        }
    }

    @Test("wie niet meer wacht, wordt meteen losgelaten")
    func afgebroken() async throws {
        try await asking { bus, _ in
            let task = Task { try await bus.ask(Echo(tekst: "traag"), as: iemand) }
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(ContinuousClock.now - start < .milliseconds(2_500))
        }
    }

    @Test("honderden vragen tegelijk in beide richtingen krijgen elk hun eigen antwoord")
    func druk() async throws {
        let opstelling = try Opstelling()
        let (intake, begeleiding) = (
            try opstelling.bus(.intake) { $0.maxRequests = 2_000 }, try opstelling.bus(.begeleiding) { $0.maxRequests = 2_000 }
        )
        var terug = Handlers()
        terug.answer(Terug.self, from: [.begeleiding]) { vraag, _ in Terug.Answer(getal: vraag.getal + 1) }
        intake.install(terug, following: [])
        var heen = Handlers()
        // Each question asks one back before it answers.
        heen.answer(Echo.self, from: [.intake]) { [weak begeleiding] echo, request in
            let getal = Int(echo.tekst) ?? 0
            let answer = try await begeleiding?.ask(Terug(getal: getal), as: request.actor, because: request.envelope)
            return Echo.Answer(tekst: "\(answer?.getal ?? -1)", beller: request.caller.rawValue)
        }
        begeleiding.install(heen, following: [])
        let wrong = try await running(intake, begeleiding) {
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for getal in 0..<600 {
                    group.addTask {
                        try await intake.ask(Echo(tekst: "\(getal)"), as: iemand, within: .seconds(20)).tekst == "\(getal + 1)"
                    }
                    group.addTask {
                        try await begeleiding.ask(Terug(getal: -getal), as: iemand, within: .seconds(20)).getal == 1 - getal
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 0 : 1 }
            }
        }
        #expect(wrong == 0)
    }

    @Test("boven het grootste aantal tegelijk is het antwoord dat de dienst niet kan")
    func teVeel() async throws {
        let opstelling = try Opstelling()
        let (intake, begeleiding) = (try opstelling.bus(.intake), try opstelling.bus(.begeleiding) { $0.maxRequests = 4 })
        begeleiding.install(handlers(), following: [])
        let busy = try await running(intake, begeleiding) {
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        do {
                            _ = try await intake.ask(Echo(tekst: "traag"), as: iemand, within: .milliseconds(2_500))
                        } catch Failure
                            .unavailable(let what)
                        { return what.contains("tegelijk") } catch {}
                        return false
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
        }
        #expect(busy == 6)
    }

    @Test("oorzaak, samenhang en spoor reizen mee")
    func oorzaak() async throws {
        let opstelling = try Opstelling()
        let (intake, begeleiding) = (try opstelling.bus(.intake), try opstelling.bus(.begeleiding))
        let seen = Mutex<Envelope?>(nil)
        var handlers = Handlers()
        handlers.answer(Echo.self, from: [.intake]) { echo, request in
            seen.withLock { $0 = request.envelope }
            return Echo.Answer(tekst: echo.tekst, beller: "")
        }
        begeleiding.install(handlers, following: [])
        let (begin, oorzaak) = (UUID(), UUID())
        let cause = Envelope(
            id: oorzaak, source: "urn:wegwijs:portaal", type: "x", time: Date(), correlationid: begin,
            traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        _ = try await running(intake, begeleiding) { try await intake.ask(Echo(tekst: "a"), as: iemand, because: cause) }
        let envelope = try #require(seen.withLock { $0 })
        #expect(envelope.correlationid == begin && envelope.causationid == oorzaak)
        #expect(envelope.traceparent == cause.traceparent)
        #expect(envelope.source == "urn:wegwijs:intake" && envelope.actor == iemand)
    }
}
