// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Opdrachten
import Opslag
import Synchronization
import Zegel

@testable import ReiskostenApp

/// Keys in memory, that can be away as intake can.
final class Sleutelbos: DossierKeys {
    private let keys = Mutex<[DossierID: SealKey]>([:])
    private let away = Mutex(false)
    func weg(_ isAway: Bool) { away.withLock { $0 = isAway } }
    func key(for dossier: DossierID) async throws -> SealKey {
        if away.withLock({ $0 }) { throw Failure.unavailable(what: "De sleutels") }
        return try keys.withLock { keys in
            if let key = keys[dossier] { return key }
            let key = try SealKey.random()
            keys[dossier] = key
            return key
        }
    }
}

/// The service over a real store in a folder of its own, without a bus: what the handlers call is called directly.
final class Opstelling: Sendable {
    let map: URL
    let klok: Proefklok
    let store: Store
    let sleutels = Sleutelbos()
    let voorschotten: Voorschotten
    let bewijsstukken: Bewijsstukken
    let boek: Opdrachtenboek
    private let bronnen: [ServiceName: Store]

    static let dag = Datum(2027, 3, 1) ?? Datum(.distantPast)

    init(_ instellingen: Instellingen = Instellingen(), regels: Reiskostenregeling? = nil) throws {
        map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-reis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        klok = Proefklok(Self.dag)
        let ids = UUIDv7Source(clock: RealClock())
        store = try Store(
            service: .reiskosten, file: map.appending(path: "reiskosten.sqlite"), migrations: Reiskosten.migrations, clock: klok,
            ids: ids)
        bronnen = try [.intake, .begeleiding].reduce(into: [:]) { [map, klok] bronnen, name in
            bronnen[name] = try Store(
                service: name, file: map.appending(path: "\(name.rawValue).sqlite"), migrations: [], clock: klok, ids: ids)
        }
        boek = try Opdrachtenboek(
            try echteOpdrachten().opdrachten.map { opdracht in
                var opdracht = opdracht
                if let regels { opdracht.reiskosten = regels }
                return opdracht
            })
        let leeslog = Leeslog(store: store)
        voorschotten = Voorschotten(store: store, boek: boek, leeslog: leeslog)
        bewijsstukken = Bewijsstukken(store: store, keys: sleutels, instellingen: instellingen, leeslog: leeslog)
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    /// An event as its service emits it, applied here as the bus would.
    func komtBinnen<E: Event>(_ event: E, van name: ServiceName) async throws {
        guard let bron = bronnen[name] else { throw Failure.notFound(what: "bron") }
        try await bron.write { try $0.emit(event) }
        let position = store.position(of: name)?.number ?? 0
        let effects = name == .intake ? IntakeVolgen.following.effects : BegeleidingVolgen.following.effects
        let outcome = try await store.apply(
            try await bron.outbox(after: position, limit: 100), from: name, epoch: bron.epoch, head: bron.head, effects: effects)
        if outcome.setAside > 0 { throw Failure.state(reason: "een gebeurtenis ging terzijde") }
    }

    /// A dossier of a begeleider, as the others tell of it.
    func dossier(van begeleider: Actor) async throws -> DossierID {
        let dossier = DossierID(UUID())
        try await komtBinnen(geaccepteerd(dossier), van: .intake)
        try await komtBinnen(toegewezen(dossier, begeleider), van: .begeleiding)
        return dossier
    }

    func gebeurtenissen() async throws -> [VoorschotGewijzigd] {
        try await store.outbox(after: 0, limit: 1000).map { try MessageCoding.decode(VoorschotGewijzigd.self, from: $0.data) }
    }
}

/// The contracts as they are delivered.
func echteOpdrachten() throws -> Opdrachtenboek {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try Opdrachtenboek(map: root.appending(path: "compose/opdrachten"))
}

let team = TeamID(UUID())

func medewerker(_ roles: Role..., team: TeamID? = team) -> Actor {
    Actor(user: GebruikerID(UUID()), roles: Set(roles), team: team, purpose: "begeleiding")
}

func verzoek<M: Message>(_: M.Type, door actor: Actor, id: UUID = UUID()) -> Request {
    Request(
        envelope: Envelope(id: id, source: ServiceName.portaal.source, type: M.type, time: Opstelling.dag.start, actor: actor),
        caller: .portaal)
}

func geaccepteerd(_ dossier: DossierID) -> AanmeldingGeaccepteerd {
    AanmeldingGeaccepteerd(
        dossier: dossier, dossiernummer: "W-2027-0001", aanmelding: AanmeldingID(UUID()), huishouden: HuishoudenID(UUID()),
        gemeente: "0034", opdracht: "almere-2027", doelgroep: .statushouder18plus, eigenTraject: true,
        ontvangenOp: Opstelling.dag.adding(days: -20), geaccepteerdOp: Opstelling.dag.adding(days: -19),
        verblijfsvorm: .eigenWoning, is18: .ja, inburgeringsplichtig: .ja, factureerbaar: true, tolkNodig: false, team: team)
}

func toegewezen(_ dossier: DossierID, _ begeleider: Actor) -> DossierToegewezen {
    DossierToegewezen(
        dossier: dossier, huishouden: HuishoudenID(UUID()), gemeente: "0034",
        begeleider: begeleider.user ?? GebruikerID(UUID()), team: team)
}

func aanvraag(
    _ dossier: DossierID, maand: String = "2027-03", vervoer: String = "auto", tiendeKm: Int = 125, dagen: Int = 8,
    perDag: Int? = nil
) -> VoorschotAanvragen {
    VoorschotAanvragen(
        dossier: dossier, maand: maand, vervoer: vervoer, afstandTiendeKm: tiendeKm, dagen: dagen,
        werkelijkPerDag: perDag.map { Bedrag(cents: $0) })
}

/// A file of this length that begins as a PDF and is otherwise not even.
func pdf(_ length: Int, seed: UInt8 = 1) -> Data {
    var value = seed
    return Data("%PDF-1.7\n".utf8)
        + Data(
            (0..<max(0, length - 9)).map { _ in
                value = value &* 31 &+ 7
                return value
            })
}
