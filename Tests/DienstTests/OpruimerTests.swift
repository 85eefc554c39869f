// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Configuration
import Dienst
import Domein
import Foundation
import Logging
import Opslag
import Testing

private struct Feit: Event {
    static let type = "nl.wegwijs.proef.feit.v1"
    var subject: String
}

/// A service as `runService` makes it, with a reader at the other end of a real socket.
@Suite("De opruimer van een dienst", .timeLimit(.minutes(1)))
struct OpruimerTests {
    private let map = URL(filePath: "/tmp/wo-" + String(UInt32.random(in: .min ... .max), radix: 36))
    private let ids = UUIDv7Source(clock: RealClock())
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    private func settings(_ service: ServiceName) throws -> ServiceSettings {
        let values = [
            "WEGWIJS_GEGEVENS": map.appending(path: "gegevens").path, "WEGWIJS_SLEUTELS": map.appending(path: "sleutels").path,
            "WEGWIJS_RUN": map.appending(path: "run").path, "WEGWIJS_BEHEER": "127.0.0.1:0", "WEGWIJS_KLOK": "proef",
            "WEGWIJS_KLOKBESTAND": map.appending(path: "klok.json").path,
        ]
        return try ServiceSettings(
            service, reader: ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: values)))
    }

    private func prepare() throws {
        for name in ["gegevens", "sleutels", "run"] {
            try FileManager.default.createDirectory(at: map.appending(path: name), withIntermediateDirectories: true)
        }
        _ = try KeyFiles.complete(in: map.appending(path: "sleutels"))
        try SharedClock.write(start, to: map.appending(path: "klok.json"))
    }

    private var logger: Logger { Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() } }

    @Test("een dienst die andere stromen volgt dan zij zegt, begint niet")
    func otherStreams() async throws {
        try prepare()
        defer { try? FileManager.default.removeItem(at: map) }
        await #expect(throws: (any Error).self) {
            try await serviceGroup(settings(.socialeKaart), migrations: [], logger: logger) { _ in
                ServiceAssembly(following: [Following(.intake)])
            }
        }
    }

    @Test("na 400 dagen op de klok van de dienst gaat weg wat elke lezer heeft, en de bus zegt hoeveel")
    func afterRetention() async throws {
        try prepare()
        defer { try? FileManager.default.removeItem(at: map) }
        // Only rapportage reads the sociale kaart.
        let store = try Store(
            service: .rapportage, file: map.appending(path: "lezer.sqlite"), migrations: [], clock: RealClock(), ids: ids)
        let reader = try Bus(
            busConfiguration(settings(.rapportage)), store: store, clock: RealClock(), ids: ids, logger: logger)
        reader.install(Handlers(), following: [Following(.socialeKaart)])
        let (found, foundNow) = AsyncStream.makeStream(of: ServiceParts.self)
        let group = try await serviceGroup(
            settings(.socialeKaart), migrations: [], logger: logger, pruneEvery: .milliseconds(20)
        ) { parts in
            foundNow.yield(parts)
            return ServiceAssembly(following: [Following(.intake), Following(.begeleiding)])
        }
        var parts: ServiceParts?
        for await part in found {
            parts = part
            break
        }
        let service = try #require(parts)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask { try await reader.run() }
            let steps = (0..<1_500).map { _ in ReeksStap { try $0.emit(Feit(subject: "a")) } }
            _ = await service.store.writeEach(steps)
            #expect(await eventually { store.position(of: .socialeKaart)?.number == 1_500 })
            try SharedClock.write(start.addingTimeInterval(399 * 86_400), to: map.appending(path: "klok.json"))
            try await Task.sleep(for: .milliseconds(300))
            #expect(service.store.oldest == 1)
            try SharedClock.write(start.addingTimeInterval(401 * 86_400), to: map.appending(path: "klok.json"))
            // The newest thousand stay whatever the clock says.
            #expect(await eventually { service.store.oldest == 501 })
            #expect(await service.bus.status().pruning?.events == 500)
            await group.triggerGracefulShutdown()
            tasks.cancelAll()
            while let result = await tasks.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }

    private func eventually(_ condition: () async -> Bool) async -> Bool {
        for _ in 0..<500 {
            if await condition() { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return await condition()
    }
}
