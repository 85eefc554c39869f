// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Logging
import Opslag
import Synchronization

/// A question with an answer, a command, and an event of no service in particular.
struct Echo: Query, Equatable {
    struct Answer: Codable, Sendable, Equatable { var tekst: String; var beller: String }
    static let type = "nl.wegwijs.proef.echo.v1"
    static let service = ServiceName.begeleiding
    var tekst: String
}

/// The same the other way round.
struct Terug: Query {
    struct Answer: Codable, Sendable, Equatable { var getal: Int }
    static let type = "nl.wegwijs.proef.terug.v1"
    static let service = ServiceName.intake
    var getal: Int
}

struct Boek: Command {
    struct Answer: Codable, Sendable, Equatable { var saldo: Int }
    static let type = "nl.wegwijs.proef.boek.v1"
    static let service = ServiceName.begeleiding
    var bedrag: Int
}

/// What the log said, for tests that count lines.
final class Logboek: LogHandler, Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func lines(with text: String) -> [String] { all.filter { $0.contains(text) } }

    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .debug }
        set {}
    }
    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
    }
}

/// A folder with sockets, stores and keys for one test. Paths are short: an ipc address has at most 107 bytes.
final class Opstelling: Sendable {
    let folder: URL
    let keys: [ServiceName: CurveKeyPair]
    let clock = RealClock()

    init(services: [ServiceName] = [.intake, .begeleiding, .rapportage, .wegwijs]) throws {
        let name = "wb-" + String(UInt32.random(in: .min ... .max), radix: 36)
        folder = URL(filePath: "/tmp").appending(component: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        keys = try Dictionary(uniqueKeysWithValues: services.map { ($0, try CurveKeyPair.generate()) })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func address(_ service: ServiceName) -> PeerAddress {
        let path = folder.path(percentEncoded: false)
        return PeerAddress(router: "ipc://\(path)/\(service.rawValue).v", bell: "ipc://\(path)/\(service.rawValue).b")
    }

    func configuration(_ service: ServiceName, binds: Bool = true) throws -> BusConfiguration {
        guard let pair = keys[service] else { throw BusError.key("no key for \(service)") }
        return BusConfiguration(
            service: service, own: binds ? address(service) : nil,
            peers: Dictionary(uniqueKeysWithValues: keys.keys.filter { $0 != service }.map { ($0, address($0)) }),
            secretKey: pair.secretKey, publicKey: pair.publicKey, knownKeys: keys.mapValues(\.publicKey))
    }

    func bus(
        _ service: ServiceName, store: Store? = nil, log: Logboek = Logboek(),
        change: (inout BusConfiguration) -> Void = { _ in }
    ) throws -> Bus {
        var configuration = try configuration(service)
        change(&configuration)
        return try Bus(
            configuration, store: store, clock: clock, ids: UUIDv7Source(clock: clock),
            logger: Logger(label: service.rawValue) { _ in log })
    }
}

/// Runs buses for as long as the body takes, then ends them and waits until they are closed.
@discardableResult
func running<Value: Sendable>(_ buses: Bus..., body: @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for bus in buses { group.addTask { try await bus.run() } }
        let value: Value
        do { value = try await body() } catch {
            group.cancelAll()
            throw error
        }
        group.cancelAll()
        try await group.waitForAll()
        return value
    }
}

/// Waits until something holds, looking every ten milliseconds. False when it does not in time.
func eventually(within limit: Duration = .seconds(10), _ condition: () async throws -> Bool) async rethrows -> Bool {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(10))
    }
    return try await condition()
}

let iemand = Actor(user: nil, roles: [.begeleider], purpose: "proef")
