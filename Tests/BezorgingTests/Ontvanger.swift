import Berichten
// SPDX-License-Identifier: EUPL-1.2
import Bezorging
import Domein
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Opslag
import ServiceLifecycle
import Synchronization
import Testing

/// A receiver of notifications on a real port, that does what a test tells it.
final class Ontvanger: Sendable {
    struct Verzoek: Sendable {
        var method: String
        var kop: [String: String]
        var inhoud: Data
        var op: ContinuousClock.Instant
    }
    /// What it answers: by number of POST, from 1.
    typealias Antwoord = @Sendable (_ keer: Int, _ verzoek: Verzoek) async -> (status: Int, kop: [String: String])

    private let gezien = Mutex<[Verzoek]>([])
    private let taak = Mutex<Task<Void, any Error>?>(nil)
    private let poort = Mutex(0)

    var posts: [Verzoek] { gezien.withLock { $0.filter { $0.method == "POST" } } }
    var handdrukken: [Verzoek] { gezien.withLock { $0.filter { $0.method == "OPTIONS" } } }
    var adres: String { "http://127.0.0.1:\(poort.withLock { $0 })/meldingen" }

    init(
        handdruk: [String: String] = ["WebHook-Allowed-Origin": "wegwijs.example"], handdrukStatus: Int = 200,
        _ antwoord: @escaping Antwoord = { _, _ in (202, [:]) }
    ) async throws {
        let router = Router()
        let noteer = { @Sendable (request: Request) async throws -> Verzoek in
            var inhoud = Data()
            for try await buffer in request.body { inhoud.append(contentsOf: buffer.readableBytesView) }
            let kop = Dictionary(
                request.headers.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { first, _ in first })
            let verzoek = Verzoek(method: request.method.rawValue, kop: kop, inhoud: inhoud, op: .now)
            self.gezien.withLock { $0.append(verzoek) }
            return verzoek
        }
        router.on("/meldingen", method: .options) { request, _ in
            _ = try await noteer(request)
            return Self.response(handdrukStatus, handdruk)
        }
        router.post("/meldingen") { request, _ in
            let verzoek = try await noteer(request)
            let uit = await antwoord(self.posts.count, verzoek)
            return Self.response(uit.status, uit.kop)
        }
        let (klaar, signal) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "ontvanger")
        logger.logLevel = .error
        let app = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { signal.yield($0.localAddress?.port ?? 0) }, logger: logger)
        taak.withLock { $0 = Task { try await app.run() } }
        for await nummer in klaar {
            poort.withLock { $0 = nummer }
            break
        }
    }

    private static func response(_ status: Int, _ kop: [String: String]) -> Response {
        var velden = HTTPFields()
        for (naam, waarde) in kop { if let naam = HTTPField.Name(naam) { velden[naam] = waarde } }
        return Response(status: .init(code: status), headers: velden)
    }

    deinit { taak.withLock { $0?.cancel() } }
}

/// A store with a queue, and a sender that runs for as long as a test wants.
final class Opstelling: Sendable {
    let map: URL
    let store: Store
    let bestemmingen = Mutex<[String: Bestemming]>([:])

    init(map: URL? = nil) throws {
        self.map = map ?? FileManager.default.temporaryDirectory.appending(path: "wegwijs-bezorging-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.map, withIntermediateDirectories: true)
        store = try Store(
            service: .intake, file: self.map.appending(path: "post.sqlite"), migrations: [Postvak.migratie("001-bezorging")],
            clock: RealClock(), ids: UUIDv7Source(clock: RealClock()))
    }

    func registreer(_ sleutel: String = "gemeente:0034", _ bestemming: Bestemming) {
        bestemmingen.withLock { $0[sleutel] = bestemming }
    }

    @discardableResult
    func leg(aan bestemming: String = "gemeente:0034", over dossier: DossierID? = nil) async throws -> UUID {
        let id = store.ids.next()
        try await store.write { tx in
            try Postvak.leg(
                tx,
                Melding(
                    id: id, bestemming: bestemming, bron: "urn:nld:oin:00000099000000000001:systeem:wegwijs",
                    soort: "nl.inburgering.begeleiding.traject.gestart.v1",
                    onderwerp: "6f0a1c52-7d3e-4a55-9d0c-2f6f7f6a9a10",
                    link: "https://wegwijs.example/v1/aanmeldingen/6f0a1c52-7d3e-4a55-9d0c-2f6f7f6a9a10", dossier: dossier))
        }
        return id
    }

    func bezorger(
        terugval: Terugval = Terugval(eerste: 0.05, factor: 1, speling: 0), alleenTLS: Bool = false,
        mag: @escaping Bezorger.Toets = { _, _ in true }
    ) -> Bezorger {
        var instellingen = Bezorger.Instellingen(herkomst: "wegwijs.example", alleenTLS: alleenTLS)
        instellingen.terugval = terugval
        instellingen.tussenpoos = .milliseconds(20)
        instellingen.antwoordtijd = .seconds(2)
        instellingen.uitstel = 0.05
        var logger = Logger(label: "bezorger")
        logger.logLevel = .critical
        return Bezorger(
            store: store, adresboek: { sleutel in self.bestemmingen.withLock { $0[sleutel] } }, mag: mag,
            instellingen: instellingen, logger: logger)
    }

    /// Runs a sender until what is asked is true.
    func draai(_ bezorger: Bezorger? = nil, tot klaar: @escaping @Sendable () async throws -> Bool) async throws {
        let bezorger = bezorger ?? self.bezorger()
        try await withThrowingTaskGroup { group in
            group.addTask { try await bezorger.run() }
            while try await !klaar() { try await Task.sleep(for: .milliseconds(10)) }
            group.cancelAll()
            while (try? await group.next()) != nil {}
        }
    }

    func toestand(_ id: UUID) async throws -> String {
        try await store.read {
            try String.fetchOne(
                $0, sql: "SELECT toestand FROM bezorging WHERE id = ?", arguments: [id.uuidString.lowercased()]) ?? "weg"
        }
    }

    func stuk(_ id: UUID) async throws -> Poststuk {
        try #require(try await store.read { try Postvak.vind($0, id) })
    }

    deinit { try? FileManager.default.removeItem(at: map) }
}
