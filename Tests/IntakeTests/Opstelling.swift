// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import HTTPTypes
import Logging
import OAuth
import Opdrachten
import Opslag
import Web
import Zegel

@testable import IntakeApp

/// Intake on real files in a folder of its own, with its door called without a socket.
final class Opstelling: Sendable {
    static let gemeente = "00000099000000000003"
    static let wij = "00000099000000000001"
    static let vandaag = "2027-01-11"

    let map: URL
    let parts: IntakeParts
    let koppeling: Koppeling
    let client: InProcessClient<PlainContext>
    let token: String
    let keys: DossierKeyStore

    init(
        bsn: BSNBeleid = .alle, tempo: RateLimit = RateLimit(burst: 100_000, perSecond: 1000), watch: QueryWatch? = nil,
        klok: (any WegwijsClock)? = nil
    ) async throws {
        map = FileManager.default.temporaryDirectory.appending(component: "intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        let clock: any WegwijsClock = klok ?? FixedClock(Datum(Self.vandaag)?.at(hour: 9) ?? Date())
        let ids = UUIDv7Source(clock: RealClock())
        let store = try Store(
            service: .intake, file: map.appending(component: "intake.sqlite"), migrations: Intake.migrations, clock: clock,
            ids: ids, watch: watch)
        keys = try DossierKeyStore(
            file: map.appending(component: "kluis.sqlite"), masterKeyFile: map.appending(component: "hoofdsleutel"),
            clock: clock)
        let tokens = map.appending(component: "koppeling.json")
        try AccessFile.add(["naam": "regie.voorbeeld.example"], to: "herkomsten", in: tokens)
        try AccessFile.add(
            Gemeentebestemmingen.Regel(gemeente: "0034", adres: "https://regie.voorbeeld.example/meldingen"),
            to: "bestemmingen", in: tokens)
        let bestemmingen = try LiveFile(tokens) { try Gemeentebestemmingen(file: $0) }
        guard let oin = OIN(Self.gemeente), let wij = OIN(Self.wij), let almere = Gemeentecode("0034") else { throw Stuk() }
        parts = IntakeParts(
            store: store, kluis: IntakeKluis(keys, ids: ids, batch: 8),
            index: BlindIndex(key: try await keys.key(for: .intake).derived(for: "blinde-index")),
            opdrachten: try Opdrachtenboek(map: Self.wortel.appending(path: "compose/opdrachten")), clock: clock,
            melden: GemeenteMelden(oin: wij, adres: "https://wegwijs.example/v1", bestemmingen: bestemmingen))
        token = try Self.token(oin: oin, gemeenten: [almere], in: tokens)
        koppeling = Koppeling(
            parts: parts,
            toegang: try Tokenuitgifte(file: tokens, store: store, adres: "https://wegwijs.example/v1/oauth/token"), oin: wij,
            bsn: bsn, tempo: tempo, herkomsten: bestemmingen)
        client = InProcessClient(koppeling.edge(tls: false))
    }

    /// Makes a token and adds it to the file, as `wegwijs sleutels token` does.
    static func token(oin: OIN, gemeenten: [Gemeentecode], in file: URL) throws -> String {
        let token = try Token.make()
        try BearerTokens.add(
            BearerTokens.Grant(
                naam: "proef", sha256: Hex.text(try Token.hash(token)), rechten: ["aanmelden"], oin: oin.waarde,
                gemeenten: gemeenten.map(\.waarde)), to: file)
        return token
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    struct Stuk: Error {}

    /// The root of the repository.
    static let wortel = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The headers that belong to a message.
    func kop(_ bericht: JSONWaarde, token: String? = nil) -> HTTPFields {
        var kop: HTTPFields = [
            .contentType: "application/cloudevents+json", .authorization: "Bearer \(token ?? self.token)",
            Kopregels.bron: Self.gemeente, Kopregels.doel: Self.wij,
        ]
        if case .tekst(let id)? = bericht["id"] { kop[Kopregels.berichtId] = id }
        return kop
    }

    func stuur(_ bericht: JSONWaarde) async throws -> InProcessClient<PlainContext>.Answer {
        try await client.send(.post, "/v1/aanmeldingen", headers: kop(bericht), body: bericht.data)
    }

    func vraag(_ pad: String) async throws -> InProcessClient<PlainContext>.Answer {
        try await client.send(.get, pad, headers: [.authorization: "Bearer \(token)"])
    }

    /// State and reasons of an aanmelding, as the gemeente sees them.
    func toestand(_ bericht: JSONWaarde) async throws -> Toestand {
        guard case .tekst(let id)? = bericht["data.aanmeldingId"] else { throw Stuk() }
        return try MessageCoding.decode(from: try await vraag("/v1/aanmeldingen/\(id)").body)
    }

    struct Toestand: Decodable, Equatable {
        var toestand: String
        var redenen: [String]
        var dossiernummer: String?
        var wijziging: String?
    }

    /// How many rows everything that a message could leave has.
    func rijen() async throws -> Int {
        try await parts.store.read { db in
            try ["bericht", "aanmelding", "persoon", "huishouden", "kenmerk", "wijziging"].reduce(0) { sum, table in
                try sum + (Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0)
            }
        } + Int(parts.store.head)
    }

    func aantal(_ sql: String) async throws -> Int { try await parts.store.read { try Int.fetchOne($0, sql: sql) ?? 0 } }

    /// The events of one kind, oldest first.
    func gebeurtenissen<E: Event>(_ type: E.Type) async throws -> [E] {
        try await parts.store.outbox(after: 0, limit: 1000).compactMap { event in
            let envelope = try MessageCoding.decode(Envelope.self, from: event.envelope)
            return envelope.type == E.type ? try MessageCoding.decode(E.self, from: event.data) : nil
        }
    }
}
