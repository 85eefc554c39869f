// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Logging
import Opslag
import Testing
import Zegel

@testable import ReiskostenApp

/// The service as it really runs, with real sockets on both sides: portaal asks, intake keeps the keys and tells of dossiers.
@Suite("Reiskosten over de bus", .timeLimit(.minutes(2)))
struct DraadTests {
    @Test("portaal vraagt aan, geldbureau beslist en betaalt, bewijs gaat verzegeld de opslag in en komt er heel uit")
    func heleWeg() async throws {
        let map = URL(filePath: "/tmp").appending(path: "wr-\(String(UInt32.random(in: .min ... .max), radix: 36))")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        let namen: [ServiceName] = [.intake, .begeleiding, .reiskosten, .portaal]
        let pairs = try Dictionary(uniqueKeysWithValues: namen.map { ($0, try CurveKeyPair.generate()) })
        let address = Dictionary(
            uniqueKeysWithValues: namen.map { name in
                (name, PeerAddress(router: "ipc://\(map.path)/\(name.rawValue).v", bell: "ipc://\(map.path)/\(name.rawValue).b"))
            })
        let klok = Proefklok(Opstelling.dag)
        let ids = UUIDv7Source(clock: RealClock())
        func deel(_ name: ServiceName, _ migrations: [Migration]) throws -> (Bus, Store) {
            let pair = try #require(pairs[name])
            let store = try Store(
                service: name, file: map.appending(path: "\(name.rawValue).sqlite"), migrations: migrations, clock: klok, ids: ids
            )
            let bus = try Bus(
                BusConfiguration(
                    service: name, own: address[name], peers: address.filter { $0.key != name }, secretKey: pair.secretKey,
                    publicKey: pair.publicKey, knownKeys: pairs.mapValues(\.publicKey)),
                store: store, clock: klok, ids: ids, logger: Logger(label: name.rawValue) { _ in SwiftLogNoOpLogHandler() })
            return (bus, store)
        }
        let (intake, intakeStore) = try deel(.intake, [])
        let (begeleiding, begeleidingStore) = try deel(.begeleiding, [])
        let (portaal, _) = try deel(.portaal, [])
        let (bus, store) = try deel(.reiskosten, Reiskosten.migrations)
        let sleutels = Sleutelbos()
        var handlers = Handlers()
        handlers.answer(DossierSleutel.self, from: [.reiskosten]) { query, _ in
            .init(sleutel: try await sleutels.key(for: query.dossier).exported)
        }
        intake.install(handlers, following: [])
        begeleiding.install(Handlers(), following: [])
        portaal.install(Handlers(), following: [])
        let settings = try ServiceSettings(.reiskosten)
        let parts = ServiceParts(
            settings: settings, clock: klok, ids: ids, logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() },
            store: store, bus: bus)
        let assembly = try Reiskosten.assemble(parts, boek: try echteOpdrachten(), keys: RemoteDossierKeys(bus: bus))
        bus.install(assembly.handlers, following: assembly.following)

        let (begeleider, financieel) = (medewerker(.begeleider), medewerker(.financieel, team: nil))
        let dossier = DossierID(UUID())
        try await intakeStore.write { try $0.emit(geaccepteerd(dossier)) }
        try await begeleidingStore.write { try $0.emit(toegewezen(dossier, begeleider)) }

        try await withThrowingTaskGroup(of: Void.self) { group in
            for bus in [intake, begeleiding, portaal, bus] { group.addTask { try await bus.run() } }
            var id: VoorschotID?
            for _ in 0..<400 where id == nil {
                // Until the events have arrived the dossier is not known.
                id = try? await portaal.send(aanvraag(dossier), as: begeleider).voorschot
                if id == nil { try await Task.sleep(for: .milliseconds(25)) }
            }
            let voorschot = try #require(id)
            _ = try await portaal.send(
                VoorschotBeslissen(voorschot: voorschot, versie: 1, goedgekeurd: true, reden: nil), as: financieel)
            _ = try await portaal.send(
                VoorschotBetaald(voorschot: voorschot, versie: 2, betaaldOp: Opstelling.dag), as: financieel)
            let (file, bewijs) = (pdf(600_000), BewijsstukID(UUID()))
            let hash = try SHA256.hex(file)
            var ontvangen = 0
            while ontvangen < file.count {
                let piece = Data(file.dropFirst(ontvangen).prefix(Instellingen.deelgrootte))
                ontvangen = try await portaal.send(
                    BewijsstukDeel(
                        voorschot: voorschot, bewijsstuk: bewijs, vanaf: ontvangen, inhoud: piece,
                        laatste: ontvangen + piece.count == file.count, hash: hash), as: begeleider
                ).ontvangen
            }
            var terug = Data()
            while terug.count < file.count {
                terug += try await portaal.ask(BewijsstukLezen(bewijsstuk: bewijs, vanaf: terug.count), as: financieel).inhoud
            }
            #expect(terug == file)
            _ = try await portaal.send(
                VoorschotAfrekenen(voorschot: voorschot, versie: 4, verantwoord: Bedrag(cents: 46_00)), as: financieel)
            let lijst = try await portaal.ask(VoorschottenLijst(dossier: dossier, page: PageRequest()), as: begeleider)
            #expect(lijst.rows.map(\.toestand) == [.afgerekend])
            #expect(lijst.rows.first?.bewijsstukken.map(\.grootte) == [600_000])
            // Another service's key may not give this command.
            await #expect(throws: Failure.self) {
                try await intake.send(
                    VoorschotBetaald(voorschot: voorschot, versie: 5, betaaldOp: Opstelling.dag), as: financieel)
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
