// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Logging
import Opslag
import ServiceLifecycle
import UnixSignals

/// Runs one service from settings to SIGTERM: the same for all of them. Ends the process with a clear line when the
/// settings, the keys or the store cannot be used.
public func runService(
    _ name: ServiceName, migrations: [Migration], layout: StoreLayout = StoreLayout(),
    assemble: @escaping @Sendable (ServiceParts) async throws -> ServiceAssembly
) async {
    let settings: ServiceSettings
    do {
        settings = try ServiceSettings(name)
    } catch {
        FileHandle.standardError.write(Data("\(name.rawValue): \(error)\n".utf8))
        exit(64)
    }
    let level = Logger.Level(rawValue: settings.logLevel) ?? .info
    LoggingSystem.bootstrap { _ in JSONLogHandler(service: name.rawValue, level: level) }
    let logger = Logger(label: name.rawValue)
    do {
        let group = try await serviceGroup(
            settings, migrations: migrations, layout: layout, logger: logger, assemble: assemble)
        try await group.run()
    } catch {
        logger.critical("stopped", metadata: ["error": "\(error)"])
        exit(70)
    }
}

/// Everything a service consists of, not yet running: for `runService` and for tests.
public func serviceGroup(
    _ settings: ServiceSettings, migrations: [Migration], layout: StoreLayout = StoreLayout(), logger: Logger,
    pruneEvery: Duration = .seconds(60),
    assemble: @escaping @Sendable (ServiceParts) async throws -> ServiceAssembly
) async throws -> ServiceGroup {
    let clock: any WegwijsClock =
        if let file = settings.clockFile { try SharedClock(file: file) } else { RealClock() }
    let ids = UUIDv7Source(clock: RealClock())
    try FileManager.default.createDirectory(
        at: settings.dataFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try FileManager.default.createDirectory(
        at: settings.runFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let store = try Store(
        service: settings.service, file: settings.storeFile, migrations: migrations, clock: clock, ids: ids, layout: layout)
    let bus = try Bus(try busConfiguration(settings), store: store, clock: clock, ids: ids, logger: logger)
    let parts = ServiceParts(settings: settings, clock: clock, ids: ids, logger: logger, store: store, bus: bus)
    let assembly = try await assemble(parts)
    guard Set(assembly.following.map(\.source)) == settings.service.reads else { throw OtherStreams(service: settings.service) }
    bus.install(assembly.handlers, following: assembly.following)
    let door = OperatorDoor(parts: parts, notReady: assembly.notReady, brokenFiles: assembly.brokenFiles)
    // Stopped in reverse order: the doors first, the bus last.
    let services: [any Service] =
        [
            BusService(bus: bus), HealthWatch(store: store, logger: logger), try door.service(),
            Opruimer(store: store, days: settings.streamDays, tussenpoos: pruneEvery, logger: logger),
        ] + assembly.services
    var configuration = ServiceGroupConfiguration(
        services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(4)
    return ServiceGroup(configuration: configuration)
}

/// Reads the key files and the addresses into what the bus must know.
public func busConfiguration(_ settings: ServiceSettings) throws -> BusConfiguration {
    let own = try KeyFiles.readSecret(from: KeyFiles.secretFile(of: settings.service, in: settings.keyFolder))
    var peers: [ServiceName: PeerAddress] = [:]
    for peer in ServiceName.stores where peer != settings.service { peers[peer] = try settings.address(of: peer) }
    return BusConfiguration(
        service: settings.service, own: settings.service == .wegwijs ? nil : try settings.ownAddress(), peers: peers,
        secretKey: own.secretKey, publicKey: own.publicKey,
        knownKeys: try KeyFiles.readPublic(from: KeyFiles.publicFile(in: settings.keyFolder)))
}

/// A service follows other streams than `ServiceName.reads` says: then those streams would be pruned without asking it.
struct OtherStreams: Error, CustomStringConvertible {
    let service: ServiceName
    var description: String { "\(service.rawValue) follows other streams than ServiceName.reads says" }
}

/// The bus as a part of the service group.
struct BusService: Service {
    let bus: Bus

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await bus.run() }
    }
}
