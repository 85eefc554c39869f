// SPDX-License-Identifier: EUPL-1.2
import BegeleidingApp
import Berichten
import Bus
import Configuration
import Dienst
import Domein
import Foundation
import IntakeApp
import Logging
import Opslag
import PortaalApp
import RapportageApp
import ReiskostenApp
import SocialeKaartApp
import Synchronization
import Testing
import Zegel

/// All six services in this process, put together by their own Bootstrap, with their own stores, keys and sockets.
final class Stad: Sendable {
    struct Dienst: Sendable {
        let naam: ServiceName
        let store: Store
        let bus: Bus
        let assembly: ServiceAssembly
    }

    static let wortel = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let opdrachten = wortel.appending(path: "compose/opdrachten")

    let map: URL
    let klok: FixedClock
    let ids = UUIDv7Source(clock: RealClock())
    let logregels = Logregels()
    let diensten: [Dienst]

    init(op vandaag: Datum) async throws {
        // Short: an ipc address has at most 107 bytes.
        map = URL(filePath: "/tmp/wgw-" + String(UInt32.random(in: .min ... .max), radix: 36))
        klok = FixedClock(vandaag.at(hour: 10))
        let (gegevens, sleutels, run) = (map.appending(path: "g"), map.appending(path: "s"), map.appending(path: "r"))
        for folder in [gegevens, sleutels, run] {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        try KeyFiles.complete(in: sleutels)
        try Data(SecureRandom.bytes(32).base64EncodedString().utf8).write(to: sleutels.appending(path: "portaal.zegel"))
        let wie: [(ServiceName, [Migration], @Sendable (ServiceParts) async throws -> ServiceAssembly)] = [
            (.intake, Intake.migrations, { try await Intake.assemble($0) }),
            (.begeleiding, Begeleiding.migrations, { try await Begeleiding.assemble($0) }),
            (.socialeKaart, SocialeKaart.migrations, { try await SocialeKaart.assemble($0) }),
            (.reiskosten, Reiskosten.migrations, { try await Reiskosten.assemble($0) }),
            (.rapportage, Rapportage.migrations, { try await Rapportage.assemble($0) }),
            (.portaal, Portaal.migrations, { try await Portaal.assemble($0) }),
        ]
        var diensten: [Dienst] = []
        for (naam, migraties, assemble) in wie {
            let reader = ConfigReader(
                provider: EnvironmentVariablesProvider(environmentVariables: [
                    "WEGWIJS_OPDRACHTEN": Self.opdrachten.path, "WEGWIJS_GEGEVENS": gegevens.path,
                    "WEGWIJS_SLEUTELS": sleutels.path, "WEGWIJS_RUN": run.path,
                ]))
            let settings = try ServiceSettings(naam, reader: reader)
            let regels = logregels
            let logger = Logger(label: naam.rawValue) { _ in Loghandler(regels: regels) }
            let store = try Store(service: naam, file: settings.storeFile, migrations: migraties, clock: klok, ids: ids)
            let bus = try Bus(try busConfiguration(settings), store: store, clock: klok, ids: ids, logger: logger)
            let assembly = try await assemble(
                ServiceParts(settings: settings, clock: klok, ids: ids, logger: logger, store: store, bus: bus))
            bus.install(assembly.handlers, following: assembly.following)
            diensten.append(Dienst(naam: naam, store: store, bus: bus, assembly: assembly))
        }
        self.diensten = diensten
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    func dienst(_ naam: ServiceName) throws -> Dienst { try #require(diensten.first { $0.naam == naam }) }

    /// Runs the body while every bus runs. The HTTP doors stay shut: nobody comes in there.
    func terwijlAllesDraait(_ body: @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for dienst in diensten { group.addTask { try await dienst.bus.run() } }
            do { try await body() } catch {
                group.cancelAll()
                throw error
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// Waits until every service has applied what the others told.
    func isBij() async throws {
        let einde = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < einde {
            let achter = diensten.contains { lezer in
                lezer.assembly.following.contains { volgt in
                    guard let bron = diensten.first(where: { $0.naam == volgt.source }) else { return false }
                    return (lezer.store.position(of: volgt.source)?.number ?? 0) < bron.store.head
                }
            }
            if !achter { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("de diensten lopen niet bij")
    }

    /// A message as the pages send it.
    func vraag<Q: Query>(_ query: Q, _ actor: Actor) async throws -> Q.Answer {
        try await dienst(.portaal).bus.ask(query, as: actor)
    }
    @discardableResult
    func doe<C: Command>(_ command: C, _ actor: Actor) async throws -> C.Answer {
        try await dienst(.portaal).bus.send(command, as: actor)
    }
}

/// Every line that any of the services logged.
final class Logregels: Sendable {
    private let regels = Mutex<[String]>([])
    var alle: [String] { regels.withLock { $0 } }
    func voegToe(_ regel: String) { regels.withLock { $0.append(regel) } }
}

struct Loghandler: LogHandler {
    let regels: Logregels
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) { regels.voegToe("\(event.message) \(metadata) \(event.metadata ?? [:])") }
}
