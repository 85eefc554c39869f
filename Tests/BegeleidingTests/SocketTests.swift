// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Configuration
import Dienst
import Domein
import Foundation
import Logging
import Opslag
import Testing
import Toegang
import Zegel

@testable import BegeleidingApp

/// Four processes' worth of buses with their own stores, keys and sockets in one folder.
private final class Stad: Sendable {
    let map: URL
    let klok: Proefklok
    let ids = UUIDv7Source(clock: RealClock())
    private let keys: [ServiceName: CurveKeyPair]

    init() throws {
        // Short: an ipc address has at most 107 bytes.
        map = URL(filePath: "/tmp/wg-" + String(UInt32.random(in: .min ... .max), radix: 36))
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        klok = Proefklok(try dag("2027-01-18"))
        keys = try Dictionary(
            uniqueKeysWithValues: [ServiceName.intake, .begeleiding, .portaal, .rapportage].map {
                ($0, try CurveKeyPair.generate())
            })
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    func store(_ service: ServiceName, _ migrations: [Migration] = []) throws -> Store {
        try Store(
            service: service, file: map.appending(path: "\(service.rawValue).sqlite"), migrations: migrations, clock: klok,
            ids: ids)
    }

    func bus(_ service: ServiceName, _ store: Store) throws -> Bus {
        let pair = try #require(keys[service])
        func address(_ service: ServiceName) -> PeerAddress {
            PeerAddress(router: "ipc://\(map.path)/\(service.rawValue).v", bell: "ipc://\(map.path)/\(service.rawValue).b")
        }
        return try Bus(
            BusConfiguration(
                service: service, own: address(service),
                peers: Dictionary(uniqueKeysWithValues: keys.keys.filter { $0 != service }.map { ($0, address($0)) }),
                secretKey: pair.secretKey, publicKey: pair.publicKey, knownKeys: keys.mapValues(\.publicKey)),
            store: store, clock: klok, ids: ids, logger: Logger(label: service.rawValue) { _ in SwiftLogNoOpLogHandler() })
    }

    /// The service as its Bootstrap puts it together.
    func begeleiding() async throws -> (Bus, Store) {
        let store = try store(.begeleiding, Begeleiding.migrations)
        let bus = try bus(.begeleiding, store)
        let reader = ConfigReader(
            provider: EnvironmentVariablesProvider(environmentVariables: ["WEGWIJS_OPDRACHTEN": opdrachtenmap.path]))
        let assembly = try await Begeleiding.assemble(
            ServiceParts(
                settings: try ServiceSettings(.begeleiding, reader: reader), clock: klok, ids: ids,
                logger: Logger(label: "begeleiding"), store: store, bus: bus))
        bus.install(assembly.handlers, following: assembly.following)
        return (bus, store)
    }
}

@Suite("Over echte sockets", .timeLimit(.minutes(1)))
struct SocketTests {
    @Test("van event tot paragraaf: toewijzen, contact met verzegelde notitie, tijdlijn en rapport")
    func keten() async throws {
        let stad = try Stad()
        let (intakeStore, portaalStore) = (try stad.store(.intake), try stad.store(.portaal))
        let (intake, portaal) = (try stad.bus(.intake, intakeStore), try stad.bus(.portaal, portaalStore))
        let rapportage = try stad.bus(.rapportage, try stad.store(.rapportage))
        let (begeleiding, store) = try await stad.begeleiding()
        let key = try SealKey.random()
        var intakeAnswers = Handlers()
        intakeAnswers.answer(DossierSleutel.self, from: [.begeleiding]) { _, _ in .init(sleutel: key.exported) }
        intake.install(intakeAnswers, following: [])

        let team = TeamID(team: "Almere")
        let event = AanmeldingGeaccepteerd(
            dossier: stad.ids.make(), dossiernummer: "W-2027-0001", aanmelding: stad.ids.make(), huishouden: stad.ids.make(),
            gemeente: "0034", opdracht: "almere-2027", doelgroep: .statushouder18plus, eigenTraject: true,
            ontvangenOp: try dag("2027-01-15"), geaccepteerdOp: try dag("2027-01-18"), datumHuisvesting: try dag("2027-01-18"),
            verblijfsvorm: .eigenWoning, is18: .ja, inburgeringsplichtig: .ja, factureerbaar: true, tolkNodig: false, team: team)
        let begeleider: GebruikerID = stad.ids.make()
        let leider = Actor(user: stad.ids.make(), roles: [.teamleider], team: team, purpose: "begeleiding")
        let fatima = Actor(user: begeleider, roles: [.begeleider], team: team, purpose: "begeleiding")

        try await draaiend([intake, portaal, rapportage, begeleiding]) {
            try await intakeStore.write { try $0.emit(event) }
            try await portaalStore.write {
                try $0.emit(
                    GebruikerGewijzigd(
                        gebruiker: begeleider, rollen: [.begeleider], team: team, gemeente: nil, organisatie: nil, actief: true))
            }
            #expect(await uiteindelijk { store.position(of: .intake)?.number == 1 && store.position(of: .portaal)?.number == 1 })

            let rij = try #require(try await portaal.ask(TeVerdelen(page: PageRequest()), as: leider).rows.first)
            #expect(rij.dossier == event.dossier)
            _ = try await portaal.send(DossiersToewijzen(dossiers: [rij.dossier], begeleider: begeleider), as: leider)
            let contact = ContactmomentVastleggen(
                dossier: rij.dossier, soort: .huisbezoek, datum: try dag("2027-01-18"), duurMinuten: 30,
                verschijning: .aanwezig, tolk: .geen, notitie: "Kennisgemaakt")
            _ = try await portaal.send(contact, as: fatima)
            let tijdlijn = try await portaal.ask(
                TijdlijnOpvragen(dossier: rij.dossier, soort: "contact", page: PageRequest()), as: fatima)
            #expect(tijdlijn.rows.map(\.notitie) == ["Kennisgemaakt"])

            let traject = try #require(try await portaal.ask(TrajectOpvragen(dossier: rij.dossier), as: fatima).traject)
            let paragrafen = try await rapportage.ask(RapportParagrafen(traject: traject), as: ServicePurpose.rapport.actor)
            #expect(paragrafen.map(\.code) == ["verloop", "doelen", "regelzaken", "contact", "vooruitblik"])
            // Only rapportage may ask for these, whoever the user is.
            await #expect(throws: Failure.self) {
                _ = try await portaal.ask(RapportParagrafen(traject: traject), as: fatima)
            }
        }
    }
}

private func draaiend(_ buses: [Bus], _ body: @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for bus in buses { group.addTask { try await bus.run() } }
        do { try await body() } catch {
            group.cancelAll()
            throw error
        }
        group.cancelAll()
        try await group.waitForAll()
    }
}

private func uiteindelijk(_ voorwaarde: () -> Bool) async -> Bool {
    let einde = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < einde {
        if voorwaarde() { return true }
        try? await Task.sleep(for: .milliseconds(10))
    }
    return voorwaarde()
}
