// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Logging
import Opslag
import Synchronization
import Testing
import Web
import Zegel

@testable import SocialeKaartApp

/// The root of the repository, for the files that tests read.
let wortel = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
let almere = wortel.appending(path: "compose/voorbeelden/sociale-kaart-almere.json")

struct VasteSleutels: DossierKeys {
    let sleutel: SealKey
    func key(for dossier: DossierID) async throws -> SealKey { sleutel }
}

func datum(_ tekst: String) -> Datum { Datum(tekst) ?? Datum(Date(timeIntervalSince1970: 0)) }
func nieuw<Soort>(_: Identifier<Soort>.Type = Identifier<Soort>.self) -> Identifier<Soort> { Identifier(UUID()) }

/// Every line that is logged, whole.
final class Logregels: Sendable {
    private let regels = Mutex<[String]>([])
    var alles: [String] { regels.withLock { $0 } }
    func schrijf(_ regel: String) { regels.withLock { $0.append(regel) } }
}

struct Logboek: LogHandler {
    let regels = Logregels()
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace
    func log(event: LogEvent) { regels.schrijf("\(event.level) \(event.message) \(metadata) \(event.metadata ?? [:])") }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}

/// What intake would answer, over the bus, in other tests. Gives more than was asked, as a broken intake might.
final class Intakeantwoord: Sendable {
    /// Nil: intake is away.
    let persoon = Mutex<[String: String]?>([
        "taalcode": "ti", "tolkNodig": "ja", "leeftijdsgroep": "27-66", "postcode4": "1315", "voornaam": "Selam",
        "achternaam": "Proefpersoon", "contactweg": "0612345678", "voorkeurstaal": "ti", "geboortedatum": "1990-01-01",
        "bsn": "999900006", "nationaliteit": "geheim", "gezondheid": "geheim",
    ])
    let gevraagd = Mutex<[[Deelveld]]>([])
    /// About whom nothing may leave; nil: intake cannot be asked.
    let gestopt = Mutex<Set<DossierID>?>([])

    var poort: Uitwisselpoort {
        Uitwisselpoort { vraag, _ in
            guard let gestopt = self.gestopt.withLock({ $0 }) else { throw Failure.unavailable(what: "intake") }
            return .init(gestopt: vraag.dossiers.filter { gestopt.contains($0) })
        }
    }

    var bron: Persoonsbron {
        Persoonsbron { _, velden, _ in
            self.gevraagd.withLock { $0.append(velden) }
            guard let persoon = self.persoon.withLock({ $0 }) else { throw Failure.unavailable(what: "intake") }
            return persoon
        }
    }
}

/// A store with the Almere directory, filled once and copied for each test.
private enum Gevuld {
    static let eenKeer = Task {
        let map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-kaart-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        let (file, klok) = (map.appending(path: "kaart.sqlite"), Proefklok(datum("2027-02-01")))
        let store = try Store(
            service: .socialeKaart, file: file, migrations: SocialeKaart.migrations, clock: klok,
            ids: UUIDv7Source(clock: RealClock()))
        let envelop = Envelope(id: UUID(), source: ServiceName.portaal.source, type: "nl.wegwijs.proef.import.v1", time: klok.now)
        _ = try await Kaart(store: store, clock: klok, isProduction: false)
            .importeren(try Data(contentsOf: almere), proef: false, because: envelop)
        try await store.close()
        return map
    }
}

/// The service over a real store in a folder of its own, with the Almere directory, one begeleider with one dossier, and
/// tokens of two partners and the operator.
final class Kaartopstelling: Sendable {
    let map: URL
    let klok = Proefklok(datum("2027-02-01"))
    let store: Store
    let kaart: Kaart
    let verwijzingen: Verwijzingen
    let intake = Intakeantwoord()
    let logboek: Logboek
    let client: InProcessClient<PlainContext>
    let dossier: DossierID = nieuw()
    let team: TeamID = nieuw()
    let begeleider: Actor
    let teamleider: Actor
    static let beheer = Actor(user: nil, roles: [.beheerder], purpose: "beheer")

    // Ids of the Almere file; they follow from the names.
    static let bibliotheek = "a29dda20-2543-52b9-850a-e6c48118810c"
    static let schuldhulp = "fa5ea0fa-c87c-558d-b00a-f315e37badba"
    static let zonderAanbieder = "472fdbbf-c043-55cb-af29-2da81e733f59"
    static let nietVerwijsbaar = "478b5df1-7b14-590d-b948-f6d7b523c025"
    static let nietActief = "6b2855f8-3bc8-5a4b-a4eb-ec8b9b0a76a8"
    static let organisatieBibliotheek = "d3fae3ca-77a5-536b-8b03-8527bbcb4881"
    static let organisatiePlangroep = "7dd2c20e-5f94-5f5b-8022-cc8085189da3"

    init(metKaart: Bool = true, watch: QueryWatch? = nil) async throws {
        let logboek = Logboek()
        let logger = Logger(label: "proef") { _ in logboek }
        self.logboek = logboek
        map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-kaart-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        let ids = UUIDv7Source(clock: RealClock())
        if metKaart {
            let gevuld = try await Gevuld.eenKeer.value
            for deel in ["kaart.sqlite", "kaart.sqlite-wal"]
            where FileManager.default.fileExists(atPath: gevuld.appending(path: deel).path) {
                try FileManager.default.copyItem(at: gevuld.appending(path: deel), to: map.appending(path: deel))
            }
        }
        store = try Store(
            service: .socialeKaart, file: map.appending(path: "kaart.sqlite"), migrations: SocialeKaart.migrations, clock: klok,
            ids: ids, watch: watch)
        kaart = Kaart(store: store, clock: klok, isProduction: false)
        begeleider = Actor(user: nieuw(), roles: [.begeleider], team: team, purpose: "begeleiding")
        teamleider = Actor(user: nieuw(), roles: [.teamleider], team: team, purpose: "begeleiding")
        verwijzingen = Verwijzingen(
            store: store, clock: klok, ids: ids, personen: intake.bron, sleutels: VasteSleutels(sleutel: try .random()),
            uitwisseling: intake.poort,
            melden: try PartnerMelden(
                bron: "urn:nld:oin:00000099000000000001:systeem:wegwijs", adres: "https://kaart.voorbeeld.example",
                bestemmingen: LiveFile(
                    Partnerbestemmingen([
                        .init(
                            organisatie: #require(OrganisatieID(Self.organisatieBibliotheek)),
                            adres: "https://partner.voorbeeld.example/meldingen", geheim: "Z2VoZWlt")
                    ]))))
        let tokens = LiveBearerTokens(
            BearerTokens([
                try Self.grant("bibliotheek", ["verwijzing:beantwoorden"], Self.organisatieBibliotheek),
                try Self.grant("plangroep", ["verwijzing:beantwoorden"], Self.organisatiePlangroep),
                try Self.grant("beheer", ["kaart:beheren"], nil),
                try Self.grant("kaart-bibliotheek", ["kaart:beheren"], Self.organisatieBibliotheek),
                try Self.grant("kaart-plangroep", ["kaart:beheren"], Self.organisatiePlangroep),
            ]))
        client = InProcessClient(
            Koppeling(
                kaart: kaart, verwijzingen: verwijzingen, poort: Tokenpoort(tokens: tokens),
                instellingen: try Instellingen(ServiceSettings(.socialeKaart)), tls: true
            ).responder(), logger: logger)
        if metKaart { try await wijsToe(dossier, aan: begeleider) }
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    private static func grant(_ naam: String, _ rechten: [String], _ organisatie: String?) throws -> BearerTokens.Grant {
        .init(
            naam: naam, sha256: try SHA256.hex(Data("token-\(naam)".utf8)), rechten: rechten,
            organisatie: organisatie.flatMap { OrganisatieID($0) })
    }

    func opdracht(als actor: Actor, _ soort: String = "proef") -> Envelope {
        Envelope(
            id: UUID(), source: ServiceName.portaal.source, type: "nl.wegwijs.proef.\(soort).v1", time: klok.now, actor: actor)
    }

    func wijsToe(_ dossier: DossierID, aan begeleider: Actor) async throws {
        let team = team
        try await store.write { tx in
            try tx.db.execute(
                sql: "INSERT OR REPLACE INTO toewijzing (dossier, begeleider, team, gemeente) VALUES (?, ?, ?, '0034')",
                arguments: [dossier.description, begeleider.user?.description, team.description])
        }
    }

    func controleer(_ voorziening: String) async throws {
        let id = try #require(VoorzieningID(voorziening))
        let versie = try await kaart.opvragen(VoorzieningOpvragen(voorziening: id), als: begeleider).versie
        _ = try await kaart.controleren(
            VoorzieningControleren(voorziening: id, versie: versie, wijze: "telefoon"), als: begeleider,
            because: opdracht(als: begeleider))
    }

    /// A draft to a service.
    func concept(_ voorziening: String = Kaartopstelling.bibliotheek, dossier: DossierID? = nil) async throws -> VerwijzingID {
        try await verwijzingen.maken(
            VerwijzingMaken(
                dossier: dossier ?? self.dossier, voorziening: try #require(VoorzieningID(voorziening)),
                leefgebied: .taalInburgering),
            als: begeleider, because: opdracht(als: begeleider)
        ).verwijzing
    }

    /// A referral that was sent, to a service that was checked.
    func verstuurd(_ voorziening: String = Kaartopstelling.bibliotheek, urgentie: String = "normaal") async throws -> VerwijzingID
    {
        try await controleer(voorziening)
        let id = try await concept(voorziening)
        try await verstuur(id, urgentie: urgentie)
        return id
    }

    func verstuur(_ id: VerwijzingID, urgentie: String = "normaal", velden: [String]? = nil, voorbeeld: String? = nil)
        async throws
    {
        _ = try await verwijzingen.versturen(
            VerwijzingVersturen(
                verwijzing: id, versie: try await versie(id), grondslag: "taak-algemeen-belang", instemming: "mondeling-met-tolk",
                urgentie: urgentie, contactpersoon: "B. Geleider", velden: velden, voorbeeld: voorbeeld), als: begeleider,
            because: opdracht(als: begeleider))
    }

    func rij(_ id: VerwijzingID) async throws -> Verwijzingsrij {
        try #require(try await store.read { db in try VerwijzingVragen.een(db, id) })
    }

    func versie(_ id: VerwijzingID) async throws -> Int { try await rij(id).versie }

    /// The events that this store told the others, as type and data.
    func verteld<E: Event>(_ type: E.Type) async throws -> [E] {
        try await store.outbox(after: 0, limit: 1000).compactMap { event in
            guard try MessageCoding.decode(Envelope.self, from: event.envelope).type == E.type else { return nil }
            return try MessageCoding.decode(E.self, from: event.data)
        }
    }

    func aantal(_ tabel: String) async throws -> Int {
        try await store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(tabel)") ?? 0 }
    }
}
