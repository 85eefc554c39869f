// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opdrachten
import Opslag
import Synchronization
import Zegel

@testable import BegeleidingApp

func dag(_ tekst: String) throws -> Datum {
    guard let datum = Datum(tekst) else { throw Proeffout.geenDatum }
    return datum
}

enum Proeffout: Error { case geenDatum, geenOpdracht }

/// What intake says about whom nothing may leave; nil while it is away.
final class Proefpoort: Sendable {
    private let stand = Mutex<Set<DossierID>?>([])
    var poort: Uitwisselpoort {
        Uitwisselpoort { vraag, _ in
            guard let gestopt = self.stand.withLock({ $0 }) else { throw Failure.unavailable(what: "intake") }
            return .init(gestopt: vraag.dossiers.filter { gestopt.contains($0) })
        }
    }
    func zet(_ gestopt: Set<DossierID>?) { stand.withLock { $0 = gestopt } }
}

/// Keys as intake gives them, that a test can take away.
actor Proefsleutels: DossierKeys {
    private var keys: [DossierID: SealKey] = [:]
    private var weg = false
    private var vernietigd: Set<DossierID> = []
    func key(for dossier: DossierID) throws -> SealKey {
        if weg { throw Failure.unavailable(what: "intake") }
        if vernietigd.contains(dossier) { throw Failure.notFound(what: "sleutel") }
        if let key = keys[dossier] { return key }
        let key = try SealKey.random()
        keys[dossier] = key
        return key
    }
    func zet(weg: Bool) { self.weg = weg }
    func vernietig(_ dossier: DossierID) {
        keys[dossier] = nil
        vernietigd.insert(dossier)
    }
}

let opdrachtenmap = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "compose/opdrachten")

func almere() throws -> Opdracht {
    guard let opdracht = try Opdrachtenboek(map: opdrachtenmap).opdracht(id: "almere-2027") else { throw Proeffout.geenOpdracht }
    return opdracht
}

/// The service over a real store in a folder of its own: events come in as from intake's stream, requests as from portaal.
final class Proefdienst: Sendable {
    let map: URL
    let klok: Proefklok
    let ids: SeededIDSource
    let keys = Proefsleutels()
    let intake = Proefpoort()
    let team = TeamID(team: "Almere")
    let anderTeam = TeamID(team: "Buren")
    let store: Store
    let middelen: Middelen
    let teamleider: Actor
    let fatima: Actor
    let karel: Actor
    private let bronnen: Mutex<[ServiceName: (epoch: UUID, nummer: Int64)]> = Mutex([:])

    init(op vandaag: String = "2027-01-18", seed: UInt64 = 7, watch: QueryWatch? = nil) throws {
        map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-begeleiding-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        klok = Proefklok(try dag(vandaag))
        ids = SeededIDSource(seed: seed)
        store = try Store(
            service: .begeleiding, file: map.appending(path: "begeleiding.sqlite"), migrations: Begeleiding.migrations,
            clock: klok, ids: ids, watch: watch)
        middelen = Middelen(
            store: store, keys: keys, uitwisseling: intake.poort, regels: Regels(boek: try Opdrachtenboek(map: opdrachtenmap)))
        let (ids, team) = (ids, team)
        func actor(_ rol: Role) -> Actor { Actor(user: ids.make(), roles: [rol], team: team, purpose: "begeleiding") }
        (teamleider, fatima, karel) = (actor(.teamleider), actor(.begeleider), actor(.begeleider))
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    var vandaag: Datum { klok.today }

    /// Hands an event in as the next of its source's stream.
    @discardableResult
    func ontvang<E: Event>(_ event: E, van bron: ServiceName = .intake) async throws -> ApplyOutcome {
        let (epoch, nummer) = bronnen.withLock { bronnen in
            var nu = bronnen[bron] ?? (UUID(), 0)
            nu.nummer += 1
            bronnen[bron] = nu
            return (nu.epoch, nu.nummer)
        }
        let envelope = Envelope(id: ids.next(), source: bron.source, type: E.type, subject: event.subject, time: klok.now)
        let received = ReceivedEvent(
            number: nummer, envelope: try MessageCoding.encode(envelope), data: try MessageCoding.encode(event))
        let following =
            switch bron {
            case .portaal: Begeleiding.volgtPortaal()
            case .rapportage: Begeleiding.volgtRapportage(middelen.regels)
            default: Begeleiding.volgtIntake(middelen.regels)
            }
        return try await store.apply([received], from: bron, epoch: epoch, head: nummer, effects: following.effects)
    }

    /// A request from portaal on behalf of somebody.
    func verzoek(_ actor: Actor, id: UUID? = nil, van caller: ServiceName = .portaal) -> Request {
        Request(
            envelope: Envelope(
                id: id ?? ids.next(), source: caller.source, type: "proef", time: klok.now, actor: actor),
            caller: caller)
    }

    /// The events this service has told, of one type.
    func verteld<E: Event>(_ type: E.Type) async throws -> [E] {
        try await store.outbox(after: 0, limit: 10_000).compactMap { event in
            guard try Envelope(json: event.envelope).type == E.type else { return nil }
            return try MessageCoding.decode(E.self, from: event.data)
        }
    }

    /// How many rows stand where everybody's work leaves a trace. What happens in a sealed compartment adds none.
    func sporen() async throws -> [Int] {
        var getallen: [Int] = []
        for tabel in ["wegwijs_outbox", "tijdlijn", "aandachtspunt", "inzage", "wegwijs_historie"] {
            getallen.append(try await getal("SELECT COUNT(*) FROM \(tabel)"))
        }
        return getallen
    }

    func getal(_ sql: String, _ arguments: StatementArguments = []) async throws -> Int {
        try await store.read { try Int.fetchOne($0, sql: sql, arguments: arguments) ?? 0 }
    }
}

extension Proefdienst {
    /// An accepted person.
    func persoon(
        _ doelgroep: Doelgroep = .statushouder18plus, huishouden: HuishoudenID? = nil, met: DossierID? = nil,
        geaccepteerd: String = "2027-01-18", huisvesting: String? = "2027-01-18", team: TeamID? = nil, nummer: Int = 1
    ) throws -> AanmeldingGeaccepteerd {
        AanmeldingGeaccepteerd(
            dossier: ids.make(), dossiernummer: "W-2027-\(String(format: "%04d", nummer))", aanmelding: ids.make(),
            huishouden: huishouden ?? ids.make(), gemeente: "0034", opdracht: "almere-2027", doelgroep: doelgroep,
            eigenTraject: doelgroep != .kind, meerijdendMet: met, ontvangenOp: try dag("2027-01-15"),
            geaccepteerdOp: try dag(geaccepteerd), datumHuisvesting: try huisvesting.map(dag), verblijfsvorm: .eigenWoning,
            is18: doelgroep == .kind ? .nee : .ja, inburgeringsplichtig: .onbekend, factureerbaar: doelgroep != .kind,
            spreektaal: "ti", tolkNodig: true, team: team ?? self.team)
    }

    /// Tells who works here, and gives these dossiers to Fatima.
    func wijsToe(_ dossiers: DossierID..., aan actor: Actor? = nil) async throws {
        for medewerker in [fatima, karel] {
            guard let id = medewerker.user else { continue }
            try await ontvang(
                GebruikerGewijzigd(
                    gebruiker: id, rollen: medewerker.roles, team: medewerker.team, gemeente: nil, organisatie: nil,
                    actief: true), van: .portaal)
        }
        guard let begeleider = (actor ?? fatima).user else { return }
        _ = try await DossiersToewijzen(dossiers: dossiers, begeleider: begeleider).uitvoeren(middelen, verzoek(teamleider))
    }

    /// One adult with a traject in Fatima's caseload.
    func lopendTraject() async throws -> AanmeldingGeaccepteerd {
        let event = try persoon()
        try await ontvang(event)
        try await wijsToe(event.dossier)
        return event
    }

    func overzicht(_ dossier: DossierID, door actor: Actor? = nil) async throws -> TrajectOverzicht {
        try await TrajectOpvragen(dossier: dossier).tonen(middelen, verzoek(actor ?? fatima))
    }

    func bord(_ dossier: DossierID, door actor: Actor? = nil) async throws -> Regeldagbord {
        try await RegeldagOpvragen(dossier: dossier).tonen(middelen, verzoek(actor ?? fatima))
    }

    func vandaag(_ actor: Actor? = nil, limit: Int = 200) async throws -> [Aandachtspunt] {
        try await VandaagOpvragen(page: PageRequest(limit: limit)).tonen(middelen, verzoek(actor ?? fatima)).rows
    }

    @discardableResult
    func contact(
        _ dossier: DossierID, op datum: String, _ soort: Contactsoort = .huisbezoek, _ verschijning: Verschijning = .aanwezig,
        notitie: String = "", stap: String = "", stapOp: String? = nil, door actor: Actor? = nil
    ) async throws -> ContactmomentID {
        try await ContactmomentVastleggen(
            dossier: dossier, soort: soort, datum: try dag(datum), duurMinuten: 45, verschijning: verschijning,
            tolk: .telefonisch,
            notitie: notitie, volgendeStap: stap, volgendeStapOp: try stapOp.map(dag)
        ).uitvoeren(middelen, verzoek(actor ?? fatima)).contactmoment
    }
}
