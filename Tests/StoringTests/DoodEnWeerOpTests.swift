// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Proeflandschap
import Testing
import WegwijsApp

/// Hands out the numbers 0, 1, 2, … to several senders.
private actor Counter {
    private var value = 0
    func take() -> Int {
        defer { value += 1 }
        return value
    }
}

/// Every process is killed at a random moment while people are handed over; nobody is lost and nobody counts twice.
@Suite(.timeLimit(.minutes(6)), .serialized)
struct DoodEnWeerOpTests {
    @Test("348 aanmeldingen worden precies de geaccepteerde trajecten, terwijl elke dienst een keer wordt omgebracht")
    func everyServiceIsKilledOnce() async throws {
        let seed = ProcessInfo.processInfo.environment["WEGWIJS_ZAAD"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
        print("zaad: \(seed) (opnieuw: WEGWIJS_ZAAD=\(seed) swift test --filter DoodEnWeerOpTests)")
        // After the last birth in the city, so that nobody is born in the future.
        let proef = try Proeflandschap("storing", port: 19_080, today: #require(Datum(2027, 7, 1)))
        try await proef.terwijlAllesDraait { try await story(proef, seed: seed) }
    }

    private func story(_ proef: Proeflandschap, seed: UInt64) async throws {
        let token = try GemeenteToken.make(in: proef.landschap)
        let gemeente = Gemeente(port: proef.landschap.port + 1, token: token)
        let ids = SeededIDSource(seed: seed)
        let berichten = try Stad(seed: seed).aanmeldingen.map { try Gemeente.bericht($0, id: ids.next(), at: Date()) }
        #expect(berichten.count == 348)

        async let kills: Void = killEach(proef, seed: seed)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let next = Counter()
            for _ in 0..<4 {
                group.addTask {
                    while true {
                        let index = await next.take()
                        guard index < berichten.count else { return }
                        let answer = try await gemeente.deliver(berichten[index])
                        #expect(answer.status == 202, "bericht \(index): \(answer.text)")
                        // About a minute for all of them, so that the kills fall in between.
                        try await Task.sleep(for: .milliseconds(150))
                    }
                }
            }
            try await group.waitForAll()
        }
        try await kills
        #expect(try await proef.isBij(), "de stromen zijn na 60 seconden niet bij")

        let lists = OperatorLists(proef.landschap)
        let told = try await lists.accepted(by: .intake)
        let accepted = told.filter { $0.type == AanmeldingGeaccepteerd.type }
        let received = told.filter { $0.type == AanmeldingOntvangen.type }
        #expect(received.count == 348, "elke aanmelding is precies één keer ontvangen")
        #expect(Set(accepted.compactMap(\.subject)).count == accepted.count, "geen dossier is twee keer geaccepteerd")

        let effects = try await lists.effects(at: .begeleiding).filter { $0.source == ServiceName.intake.source }
        let applied = effects.filter { effect in accepted.contains { $0.eventId == effect.eventId } }
        #expect(Set(applied.map(\.eventId)) == Set(accepted.map(\.eventId)), "niets verloren tussen intake en begeleiding")
        #expect(applied.count == accepted.count, "niets twee keer toegepast")

        let started = try await lists.accepted(by: .begeleiding).filter { $0.type == TrajectGestart.type }
        #expect(Set(started.compactMap(\.subject)).count == started.count, "geen dossier heeft twee trajecten")
        let reported = try await lists.effects(at: .rapportage).filter { effect in
            started.contains { $0.eventId == effect.eventId }
        }
        #expect(Set(reported.map(\.eventId)) == Set(started.map(\.eventId)), "elk traject is bij rapportage bekend")
        #expect(reported.count == started.count)
        print("geaccepteerd: \(accepted.count), trajecten: \(started.count), verloren: 0, dubbel: 0")
    }

    /// Each of the six once, in an order and at moments drawn from the seed; the next one only when it is back.
    private func killEach(_ proef: Proeflandschap, seed: UInt64) async throws {
        var chance = SeededChance(seed: seed &+ 1)
        for service in Landschap.services.shuffled(using: &chance) {
            try await Task.sleep(for: .milliseconds(Int.random(in: 300...1_500, using: &chance)))
            let processes = try #require(Processen.read(proef.landschap.processFile))
            let pid = try #require(processes.diensten[service.rawValue]).pid
            kill(pid, SIGKILL)
            let back = await Readiness(proef.landschap).wait(atMost: .seconds(20))
            #expect(back, "\(service.rawValue) is na kill -9 niet teruggekomen")
            let after = Processen.read(proef.landschap.processFile)?.diensten[service.rawValue]
            #expect(after?.pid != pid)
        }
    }
}
