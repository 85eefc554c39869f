// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Logging
import Opslag

/// The event that is measured: as JSON exactly 1,024 bytes.
struct Besteld: Event, Equatable {
    static let type = "nl.wegwijs.prestatie.besteld.v1"
    static let size = 1_024
    var subject: String
    /// From 0; negative for those that warm up.
    var volgnummer: Int
    /// When it was due, in nanoseconds of the machine's clock.
    var moment: Int64
    var bedrag: Int
    var toelichting: String

    init(_ number: Int, due: Int64) {
        (volgnummer, moment, bedrag) = (number, due, abs(number) * 7 % 100_000)
        subject = "k-\(abs(number) % 99_991)"
        toelichting = ""
        let digits = "\(volgnummer)".utf8.count + "\(moment)".utf8.count + "\(bedrag)".utf8.count + subject.utf8.count
        toelichting = String(decoding: Self.filler.prefix(max(0, Self.size - Self.frame - digits)), as: UTF8.self)
    }

    private static let filler = [UInt8](repeating: UInt8(ascii: "x"), count: size)
    /// What the names, quotes and commas take.
    private static let frame = #"{"bedrag":,"moment":,"subject":"","toelichting":"","volgnummer":}"#.utf8.count
}

/// What both sides have: a folder, keys made by the parent, a store and a bus. `intake` sends, `begeleiding` receives.
struct Side {
    let store: Store
    let bus: Bus

    init(_ service: ServiceName, in folder: URL, migrations: [Migration]) throws {
        let clock = RealClock()
        let ids = UUIDv7Source(clock: clock)
        store = try Store(
            service: service, file: Self.file(of: service, in: folder), migrations: migrations, clock: clock, ids: ids)
        let pair = try KeyFiles.readSecret(from: KeyFiles.secretFile(of: service, in: folder))
        var logger = Logger(label: service.rawValue) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        let configuration = BusConfiguration(
            service: service, own: Self.address(of: service, in: folder),
            peers: [.intake: Self.address(of: .intake, in: folder), .begeleiding: Self.address(of: .begeleiding, in: folder)],
            secretKey: pair.secretKey, publicKey: pair.publicKey,
            knownKeys: try KeyFiles.readPublic(from: KeyFiles.publicFile(in: folder)))
        bus = try Bus(configuration, store: store, clock: clock, ids: ids, logger: logger)
    }

    static func file(of service: ServiceName, in folder: URL) -> URL {
        folder.appending(component: "\(service.rawValue).sqlite")
    }

    private static func address(of service: ServiceName, in folder: URL) -> PeerAddress {
        let path = folder.path(percentEncoded: false)
        return PeerAddress(router: "ipc://\(path)/\(service.rawValue).v", bell: "ipc://\(path)/\(service.rawValue).b")
    }
}

/// How many events go before those that are measured, so that connections, statements and logs are warm.
let warmUp = 256
