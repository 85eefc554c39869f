// SPDX-License-Identifier: EUPL-1.2
import AsyncHTTPClient
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import NIOCore
import Opslag
import ServiceLifecycle
import Synchronization

/// Delivers thin notifications to others over HTTPS: durable, repeated with growing pauses, and after a day a task for a
/// human. Each destination has a line of its own, so that one that is slow or away holds up no other. Arrives at least once:
/// after a crash the same notification, with the same id, may come again.
public final class Bezorger: Service {
    public struct Instellingen: Sendable {
        /// The host name that we send from, for `WebHook-Request-Origin`.
        public var herkomst: String
        /// Whether only https will do: always in production.
        public var alleenTLS: Bool
        public var terugval = Terugval()
        public var verbindtijd: Duration = .seconds(5)
        public var antwoordtijd: Duration = .seconds(15)
        /// Real time between two looks in the queue.
        public var tussenpoos: Duration = .milliseconds(500)
        /// How long an agreement of a receiver counts before it is asked again.
        public var handdrukGeldig: TimeInterval = 7 * 86_400
        /// How long a notification about a person waits when nobody can say whether it may leave.
        public var uitstel: TimeInterval = 30
        /// How long what arrived is remembered.
        public var bewaren: TimeInterval = 90 * 86_400

        public init(herkomst: String, alleenTLS: Bool) { (self.herkomst, self.alleenTLS) = (herkomst, alleenTLS) }
    }

    /// Whether a notification of this kind about this person may (still) leave. Asked at each try, before anything else and
    /// once more directly before sending.
    /// - Throws: `Failure.unavailable` when nobody can say now: the notification then waits, and does not lapse.
    public typealias Toets = @Sendable (_ dossier: DossierID, _ soort: String) async throws -> Bool

    private struct State {
        var bezig: Set<String> = []
        /// How often in a row a destination failed for a reason that passes, and until when it is left alone.
        var rust: [String: (keren: Int, tot: Date)] = [:]
        /// When the next one may go to a destination that said how many a minute it can take.
        var vrij: [String: ContinuousClock.Instant] = [:]
        /// Until when nobody is asked any more about whom something may leave: there was no answer.
        var onbekendTot = Date.distantPast
    }
    private let state = Mutex(State())
    private let store: Store
    private let adresboek: Adresboek
    private let mag: Toets
    private let instellingen: Instellingen
    private let klok: any WegwijsClock
    private let logger: Logger

    /// - Parameters:
    ///   - mag: about whom nothing may be exchanged, gets false; the notification then lapses.
    ///   - klok: when to try again. Real time, also in the synthetic city: receivers live in real time.
    public init(
        store: Store, adresboek: @escaping Adresboek, mag: @escaping Toets = { _, _ in true }, instellingen: Instellingen,
        klok: any WegwijsClock = RealClock(), logger: Logger
    ) {
        (self.store, self.adresboek, self.mag) = (store, adresboek, mag)
        (self.instellingen, self.klok, self.logger) = (instellingen, klok, logger)
    }

    public func run() async throws {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let verzending = Verzending(
            client: client, herkomst: instellingen.herkomst, antwoordtijd: TimeAmount(instellingen.antwoordtijd))
        await cancelWhenGracefulShutdown { await self.kijkSteeds(verzending) }
        try await client.shutdown()
    }

    private func kijkSteeds(_ verzending: Verzending) async {
        await withDiscardingTaskGroup { group in
            var opgeruimd = Date.distantPast
            while !Task.isCancelled {
                do {
                    for bestemming in try await self.aanDeBeurt() {
                        group.addTask { await self.ronde(bestemming, verzending) }
                    }
                    if self.klok.now.timeIntervalSince(opgeruimd) > 3600 {
                        opgeruimd = self.klok.now
                        try await self.ruimOp()
                    }
                } catch is CancellationError {
                    break
                } catch {
                    self.meld("looking in the queue failed", error)
                }
                try? await Task.sleep(for: self.instellingen.tussenpoos)
            }
            group.cancelAll()
        }
    }

    private var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: TimeAmount(instellingen.verbindtijd), read: TimeAmount(instellingen.antwoordtijd)))
        configuration.httpVersion = .http1Only
        // The queue tries again, and it counts; the client's own tries would hide an outage.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// The destinations that may have a turn now, each marked as busy.
    private func aanDeBeurt() async throws -> [String] {
        let nu = klok.now
        let gereed = try await store.read { try Postvak.aanDeBeurt($0, nu: nu) }
        return state.withLock { state in
            gereed.filter { bestemming in
                if let rust = state.rust[bestemming], rust.tot > nu { return false }
                return state.bezig.insert(bestemming).inserted
            }
        }
    }

    /// One turn of one destination: what is due, in order, until nothing is due or it must be left alone for a while.
    private func ronde(_ bestemming: String, _ verzending: Verzending) async {
        do {
            while !Task.isCancelled, mag(bestemming) {
                let nu = klok.now
                let wachtend = try await store.read { try Postvak.wachtend($0, bestemming, nu: nu, aantal: 20) }
                if wachtend.isEmpty { break }
                for bericht in wachtend where mag(bestemming) { try await bezorg(bericht, bestemming, verzending) }
            }
        } catch is CancellationError {
            // Stopped halfway: it comes again, with the same id.
        } catch {
            meld("a turn failed", error)
            laatMetRust(bestemming, wachten: nil)
        }
        state.withLock { _ = $0.bezig.remove(bestemming) }
    }

    private func mag(_ bestemming: String) -> Bool {
        let nu = klok.now
        return state.withLock { ($0.rust[bestemming]?.tot ?? .distantPast) <= nu }
    }

    private func bezorg(_ bericht: Postvak.Wachtend, _ sleutel: String, _ verzending: Verzending) async throws {
        let uitkomst = try await probeer(bericht, sleutel, verzending)
        let nu = klok.now
        switch uitkomst {
        case .gelukt(let status):
            state.withLock { _ = $0.rust.removeValue(forKey: sleutel) }
            try await store.write { try Postvak.bezorgd($0.db, bericht.id, status: status, op: nu) }
        case .vervallen:
            try await store.write { try Postvak.vervallen($0.db, bericht.id) }
        case .uitgesteld:
            let volgende = nu.addingTimeInterval(instellingen.uitstel)
            try await store.write { try Postvak.uitgesteld($0.db, bericht.id, .nietNaTeGaan, volgende: volgende) }
        case .mislukt(let oorzaak, let status, let wachten):
            let volgende =
                oorzaak.gaatOver
                ? instellingen.terugval.volgende(
                    na: bericht.pogingen + 1, begonnen: bericht.begonnen ?? nu, nu: nu, wachten: wachten,
                    toeval: Double.random(in: 0..<1)) : nil
            try await store.write { tx in
                try Postvak.mislukt(tx.db, bericht.id, oorzaak, status: status, op: nu, volgende: volgende)
                // A receiver that refuses may have changed its mind: it is asked anew at the next try.
                if oorzaak == .handdruk || oorzaak == .weg || oorzaak == .token { try Postvak.vergeet(tx.db, sleutel) }
            }
            if oorzaak.gaatOver { laatMetRust(sleutel, wachten: wachten) }
            logger.warning(
                "notification not delivered",
                metadata: [
                    "id": .string(bericht.id), "to": .string(sleutel), "cause": .string(oorzaak.rawValue),
                    "tries": .stringConvertible(bericht.pogingen + 1), "last": .stringConvertible(volgende == nil),
                ])
        }
    }

    private func probeer(_ bericht: Postvak.Wachtend, _ sleutel: String, _ verzending: Verzending) async throws
        -> Verzending.Uitkomst
    {
        if let bezwaar = try await bezwaar(bericht) { return bezwaar }
        guard let bestemming = try await adresboek(sleutel) else { return .mislukt(.geenBestemming) }
        if let bezwaar = bestemming.bezwaar(alleenTLS: instellingen.alleenTLS) { return .mislukt(bezwaar) }
        if bestemming.handdruk {
            let afspraak: Postvak.Afspraak
            do { afspraak = try await self.afspraak(sleutel, bestemming, verzending) } catch let fout as Verzending.Mislukking {
                return fout.uitkomst
            }
            if let tempo = afspraak.perMinuut {
                try await wachtOpBeurt(sleutel, .seconds(60) / tempo)
            }
        }
        // A stop counts from that moment on, and waiting for a turn can take a minute.
        if let bezwaar = try await bezwaar(bericht) { return bezwaar }
        return try await verzending.bezorg(bericht.id, bericht.inhoud, aan: bestemming)
    }

    /// Why this is not sent now: about this person nothing may leave, or nobody can say.
    private func bezwaar(_ bericht: Postvak.Wachtend) async throws -> Verzending.Uitkomst? {
        guard let dossier = bericht.dossier else { return nil }
        let nu = klok.now
        guard state.withLock({ $0.onbekendTot <= nu }) else { return .uitgesteld }
        do {
            return try await mag(dossier, bericht.soort) ? nil : .vervallen
        } catch Failure.unavailable {
            let tot = nu.addingTimeInterval(instellingen.uitstel)
            state.withLock { $0.onbekendTot = tot }
            return .uitgesteld
        }
    }

    /// Spreads the notifications of one destination evenly.
    private func wachtOpBeurt(_ sleutel: String, _ pauze: Duration) async throws {
        let beurt = state.withLock { state in
            let beurt = max(state.vrij[sleutel] ?? .now, .now)
            state.vrij[sleutel] = beurt + pauze
            return beurt
        }
        try await Task.sleep(until: beurt, clock: .continuous)
    }

    /// What the receiver agreed to; asks it when that is not known (any more).
    private func afspraak(_ sleutel: String, _ bestemming: Bestemming, _ verzending: Verzending) async throws -> Postvak.Afspraak
    {
        let nu = klok.now
        let grens = nu.addingTimeInterval(-instellingen.handdrukGeldig)
        if let bekend = try await store.read({ try Postvak.afspraak($0, sleutel, adres: bestemming.adres, na: grens) }) {
            return bekend
        }
        let nieuw = try await verzending.handdruk(bestemming).get()
        try await store.write { try Postvak.onthoud($0.db, sleutel, adres: bestemming.adres, nieuw, op: nu) }
        return nieuw
    }

    /// After a failure that passes: as long as the receiver asks, and from the third in a row on longer each time, at most
    /// five minutes. The notifications keep their own next moments.
    private func laatMetRust(_ bestemming: String, wachten: TimeInterval?) {
        let nu = klok.now
        state.withLock { state in
            let keren = (state.rust[bestemming]?.keren ?? 0) + 1
            let eigen = keren < 3 ? 0 : min(300, instellingen.terugval.eerste * pow(2, Double(keren - 3)))
            state.rust[bestemming] = (keren, nu.addingTimeInterval(max(eigen, min(wachten ?? 0, 3600))))
        }
    }

    private func ruimOp() async throws {
        let grens = klok.now.addingTimeInterval(-instellingen.bewaren)
        while try await store.write({ try Postvak.ruimOp($0.db, voor: grens) }) == 500 {}
    }

    private func meld(_ wat: String, _ error: any Error) {
        logger.error("\(wat)", metadata: ["error": .string(String(describing: type(of: error)))])
    }
}
