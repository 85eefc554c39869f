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

@testable import RapportageApp

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

/// What intake says about whom nothing may leave; nil while it is away.
final class Intakepoort: Sendable {
    private let stand = Mutex<Set<DossierID>?>([])
    var poort: Uitwisselpoort {
        Uitwisselpoort { vraag, _ in
            guard let gestopt = self.stand.withLock({ $0 }) else { throw Failure.unavailable(what: "intake") }
            return .init(gestopt: vraag.dossiers.filter { gestopt.contains($0) })
        }
    }
    func zet(_ gestopt: Set<DossierID>?) { stand.withLock { $0 = gestopt } }
}

/// The service over a real store, without a bus: what the handlers call is called directly.
final class Opstelling: Sendable {
    let map: URL
    let klok: Proefklok
    let store: Store
    let sleutels = Sleutelbos()
    let intake = Intakepoort()
    let rapporten: Rapporten
    let indicatoren: Indicatoren
    let boek: Opdrachtenboek
    private let bronnen: [ServiceName: Store]

    static let dag = Datum(2027, 7, 1) ?? Datum(.distantPast)

    init(kleinsteAantal: Int? = nil) throws {
        map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-rap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        klok = Proefklok(Self.dag)
        let ids = UUIDv7Source(clock: RealClock())
        store = try Store(
            service: .rapportage, file: map.appending(path: "rapportage.sqlite"), migrations: Rapportage.migrations, clock: klok,
            ids: ids)
        bronnen = try [.intake, .begeleiding, .socialeKaart, .reiskosten].reduce(into: [:]) { [map, klok] bronnen, name in
            bronnen[name] = try Store(
                service: name, file: map.appending(path: "\(name.rawValue).sqlite"), migrations: [], clock: klok, ids: ids)
        }
        boek = try Opdrachtenboek(
            try echteOpdrachten().opdrachten.map { opdracht in
                var opdracht = opdracht
                if let kleinsteAantal {
                    for index in opdracht.indicatoren.indices { opdracht.indicatoren[index].kleinsteAantal = kleinsteAantal }
                }
                return opdracht
            })
        rapporten = Rapporten(store: store, keys: sleutels, leeslog: Leeslog(store: store), uitwisseling: intake.poort) {
            vraag, _ in
            paragrafen(vraag.traject)
        }
        indicatoren = Indicatoren(store: store, boek: boek, uitwisseling: intake.poort)
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    /// An event as its service emits it, applied here as the bus would.
    func komtBinnen(_ feit: Feit) async throws {
        guard let bron = bronnen[feit.bron] else { throw Failure.notFound(what: "bron") }
        try await bron.write { try feit.emit($0) }
        try await haal(feit.bron)
    }

    /// Many events at once, each source in its own order.
    func komenBinnen(_ feiten: [Feit]) async throws {
        for (name, bron) in bronnen {
            let own = feiten.filter { $0.bron == name }
            guard !own.isEmpty else { continue }
            try await bron.write { tx in for feit in own { try feit.emit(tx) } }
            try await haal(name)
        }
    }

    private func haal(_ name: ServiceName) async throws {
        guard let bron = bronnen[name] else { return }
        while store.position(of: name)?.number ?? 0 < bron.head {
            let outcome = try await store.apply(
                try await bron.outbox(after: store.position(of: name)?.number ?? 0, limit: 500), from: name, epoch: bron.epoch,
                head: bron.head, effects: Self.effects(name))
            if outcome.setAside > 0 { throw Failure.state(reason: "een gebeurtenis ging terzijde") }
        }
    }

    private static func effects(_ name: ServiceName) -> EventEffects {
        switch name {
        case .intake: IntakeVolgen.following.effects
        case .begeleiding: BegeleidingVolgen.following.effects
        case .socialeKaart: SocialeKaartVolgen.following.effects
        default: ReiskostenVolgen.following.effects
        }
    }

    func verteld() async throws -> [RapportVastgesteld] {
        try await store.outbox(after: 0, limit: 1000).map { try MessageCoding.decode(RapportVastgesteld.self, from: $0.data) }
    }
}

/// An event with the service it comes from.
struct Feit: Sendable {
    let bron: ServiceName
    let emit: @Sendable (Transaction) throws -> Void
    init<E: Event>(_ bron: ServiceName, _ event: E) {
        self.bron = bron
        emit = { try $0.emit(event) }
    }
}

/// The contracts as they are delivered.
func echteOpdrachten() throws -> Opdrachtenboek {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try Opdrachtenboek(map: root.appending(path: "compose/opdrachten"))
}

func medewerker(_ roles: Role..., team: TeamID? = nil, gemeente: String? = nil) -> Actor {
    Actor(user: GebruikerID(UUID()), roles: Set(roles), team: team, gemeente: gemeente, purpose: "begeleiding")
}

func verzoek<M: Message>(_: M.Type, door actor: Actor, id: UUID = UUID()) -> Request {
    Request(
        envelope: Envelope(id: id, source: ServiceName.portaal.source, type: M.type, time: Opstelling.dag.start, actor: actor),
        caller: .portaal)
}

/// What begeleiding drafts for a report.
func paragrafen(_ traject: TrajectID) -> [RapportParagrafen.Paragraaf] {
    [
        .init(
            code: "verloop", kop: "Hoe het traject verloopt",
            tekst: "Het traject begon met de regeldag. Er was vaak contact.\n\nDe eerste weken gingen over wonen en geld.",
            bronnen: [.init(soort: "traject", id: traject.description, zin: "Traject gestart op 4 januari 2027")]),
        .init(
            code: "doelen", kop: "Doelen uit het plan",
            tekst: "Twee van de drie doelen zijn bereikt: de zorgverzekering loopt & de kinderen gaan naar school.", bronnen: []),
    ]
}

/// One person as the others tell of it.
struct Persoon: Sendable {
    let dossier = DossierID(UUID())
    let traject = TrajectID(UUID())
    let huishouden = HuishoudenID(UUID())
    let aanmelding = AanmeldingID(UUID())
    var nummer: String
    var gemeente = "0034"
    var team: TeamID
    var begeleider: GebruikerID
    var ontvangenOp: Datum
    var gestartOp: Datum

    var ontvangen: Feit {
        Feit(.intake, AanmeldingOntvangen(aanmelding: aanmelding, gemeente: gemeente, ontvangenOp: ontvangenOp))
    }
    var geaccepteerd: Feit {
        Feit(
            .intake,
            AanmeldingGeaccepteerd(
                dossier: dossier, dossiernummer: nummer, aanmelding: aanmelding, huishouden: huishouden, gemeente: gemeente,
                opdracht: "almere-2027", doelgroep: .statushouder18plus, eigenTraject: true, ontvangenOp: ontvangenOp,
                geaccepteerdOp: ontvangenOp.adding(days: 1), verblijfsvorm: .eigenWoning, is18: .ja, inburgeringsplichtig: .ja,
                factureerbaar: true, tolkNodig: false, team: team))
    }
    var gestart: Feit {
        Feit(
            .begeleiding,
            TrajectGestart(
                traject: traject, dossier: dossier, dossiernummer: nummer, huishouden: huishouden, gemeente: gemeente,
                opdracht: "almere-2027", ontvangenOp: ontvangenOp, gestartOp: gestartOp,
                tussenrapportageOp: gestartOp.adding(months: 6), eindigtOp: gestartOp.adding(months: 9).adding(days: -1),
                factureerbaar: true, team: team))
    }
    var toegewezen: Feit {
        Feit(
            .begeleiding,
            DossierToegewezen(
                dossier: dossier, huishouden: huishouden, gemeente: gemeente, begeleider: begeleider, team: team))
    }
    func contact(_ dag: Datum, _ soort: Contactsoort = .afspraak, _ verschijning: Verschijning = .aanwezig) -> Feit {
        Feit(
            .begeleiding,
            ContactmomentVastgelegd(
                contactmoment: ContactmomentID(UUID()), traject: traject, dossier: dossier, soort: soort, datum: dag,
                duurMinuten: 45, verschijning: verschijning, tolk: .geen))
    }
    func afgerond(_ dag: Datum) -> Feit {
        Feit(.begeleiding, TrajectAfgerond(traject: traject, dossier: dossier, reden: "doelen-bereikt", afgerondOp: dag))
    }
    func doel(_ toestand: DoelToestand, id: DoelID = DoelID(UUID())) -> Feit {
        Feit(
            .begeleiding,
            DoelGewijzigd(doel: id, traject: traject, dossier: dossier, leefgebied: .wonen, toestand: toestand, datum: gestartOp))
    }
    func regelzaak(_ toestand: RegelzaakToestand, id: RegelzaakID = RegelzaakID(UUID())) -> Feit {
        Feit(
            .begeleiding,
            RegelzaakGewijzigd(
                regelzaak: id, dossier: dossier, huishouden: huishouden, code: "zorgverzekering", toestand: toestand,
                uiterlijkOp: gestartOp.adding(months: 4), datum: gestartOp))
    }
    func verwijzing(_ toestand: VerwijzingToestand, id: VerwijzingID = VerwijzingID(UUID())) -> Feit {
        Feit(
            .socialeKaart,
            VerwijzingGewijzigd(
                verwijzing: id, dossier: dossier, voorziening: VoorzieningID(UUID()), leefgebied: .wonen, van: nil,
                naar: toestand, reden: nil, datum: gestartOp))
    }
    func voorschot(_ toestand: VoorschotToestand, id: VoorschotID = VoorschotID(UUID())) -> Feit {
        Feit(
            .reiskosten,
            VoorschotGewijzigd(
                voorschot: id, dossier: dossier, gemeente: gemeente, toestand: toestand, bedrag: Bedrag(cents: 46_00),
                verantwoord: .nul, datum: gestartOp))
    }
}

/// Somebody in a dossier of Almere, with traject from 4 January 2027.
func persoon(
    _ nummer: Int = 1, team: TeamID = TeamID(UUID()), begeleider: Actor? = nil, gemeente: String = "0034",
    gestartOp: Datum? = nil
) -> Persoon {
    let start = gestartOp ?? Datum(2027, 1, 4) ?? Opstelling.dag
    return Persoon(
        nummer: "W-2027-" + String(format: "%04d", nummer), gemeente: gemeente, team: team,
        begeleider: begeleider?.user ?? GebruikerID(UUID()), ontvangenOp: start.adding(days: -5), gestartOp: start)
}
