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

@testable import RapportageApp

/// The service as it really runs, with real sockets on all sides: the sources tell, portaal asks.
@Suite("Rapportage over de bus", .timeLimit(.minutes(2)))
struct DraadTests {
    @Test("van gebeurtenis tot rapport voor de gemeente, als tekst, als PDF en als cijfer")
    func heleWeg() async throws {
        let map = URL(filePath: "/tmp").appending(path: "wp-\(String(UInt32.random(in: .min ... .max), radix: 36))")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        let namen: [ServiceName] = [.intake, .begeleiding, .socialeKaart, .reiskosten, .rapportage, .portaal]
        let pairs = try Dictionary(uniqueKeysWithValues: namen.map { ($0, try CurveKeyPair.generate()) })
        let address = Dictionary(
            uniqueKeysWithValues: namen.map { name in
                (name, PeerAddress(router: "ipc://\(map.path)/\(name.rawValue).v", bell: "ipc://\(map.path)/\(name.rawValue).b"))
            })
        let klok = Proefklok(Opstelling.dag)
        let ids = UUIDv7Source(clock: RealClock())
        func deel(_ name: ServiceName, _ migrations: [Migration] = []) throws -> (bus: Bus, store: Store) {
            guard let pair = pairs[name] else { throw Failure.notFound(what: "sleutel") }
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
        let delen = try Dictionary(
            uniqueKeysWithValues: namen.map { ($0, try deel($0, $0 == .rapportage ? Rapportage.migrations : [])) })
        let (intake, begeleiding) = (try #require(delen[.intake]), try #require(delen[.begeleiding]))
        let (portaal, eigen) = (try #require(delen[.portaal]), try #require(delen[.rapportage]))
        let begeleider = medewerker(.begeleider)
        let klantmanager = medewerker(.klantmanager, gemeente: "0034")
        let p = persoon(7, begeleider: begeleider)

        let sleutels = Sleutelbos()
        var vanIntake = Handlers()
        vanIntake.answer(DossierSleutel.self, from: [.rapportage]) { query, _ in
            .init(sleutel: try await sleutels.key(for: query.dossier).exported)
        }
        vanIntake.answer(DossierLabels.self, from: [.rapportage]) { query, request in
            // Intake leaves out who is not the asker's; here only the begeleider may know the name.
            request.actor.has(.begeleider)
                ? query.dossiers.map { DossierLabel(dossier: $0, dossiernummer: p.nummer, naam: "Amina Yusuf") } : []
        }
        vanIntake.answer(UitwisselingNagaan.self, from: [.rapportage]) { _, _ in .init(gestopt: []) }
        var vanBegeleiding = Handlers()
        vanBegeleiding.answer(RapportParagrafen.self, from: [.rapportage]) { query, request in
            guard request.actor == .service(purpose: "rapport-opstellen") else { throw Failure.notAllowed(reason: "doel") }
            return paragrafen(query.traject)
        }
        for (name, deel) in delen where name != .rapportage {
            deel.bus.install(name == .intake ? vanIntake : name == .begeleiding ? vanBegeleiding : Handlers(), following: [])
        }
        let parts = ServiceParts(
            settings: try ServiceSettings(.rapportage), clock: klok, ids: ids,
            logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }, store: eigen.store, bus: eigen.bus)
        let assembly = Rapportage.assemble(
            parts, boek: try echteOpdrachten(), keys: RemoteDossierKeys(bus: eigen.bus), instellingen: Instellingen())
        eigen.bus.install(assembly.handlers, following: assembly.following)

        // Begeleiding speaks first; intake's event of the same dossier comes later.
        try await begeleiding.store.write { tx in
            for feit in [p.gestart, p.toegewezen, p.contact(p.gestartOp)] { try feit.emit(tx) }
        }
        try await intake.store.write { tx in try p.geaccepteerd.emit(tx) }

        try await withThrowingTaskGroup(of: Void.self) { group in
            for deel in delen.values { group.addTask { try await deel.bus.run() } }
            var rapport: RapportID?
            for _ in 0..<400 where rapport == nil {
                rapport = try? await portaal.bus.ask(RapportenLijst(page: PageRequest()), as: begeleider).rows.first?.rapport
                if rapport == nil { try await Task.sleep(for: .milliseconds(25)) }
            }
            let id = try #require(rapport)
            let concept = try await portaal.bus.ask(RapportOpvragen(rapport: id), as: begeleider)
            #expect(concept.paragrafen == paragrafen(p.traject))
            await #expect(throws: Failure.notFound(what: "rapport")) {
                try await portaal.bus.ask(RapportOpvragen(rapport: id), as: klantmanager)
            }
            _ = try await portaal.bus.send(
                RapportVaststellen(rapport: id, versie: 1, paragrafen: concept.paragrafen), as: begeleider)
            #expect(try await portaal.bus.ask(RapportOpvragen(rapport: id), as: klantmanager).paragrafen == concept.paragrafen)
            let cijfers = try await portaal.bus.ask(
                IndicatorenOpvragen(gemeente: "0034", van: p.gestartOp, totEnMet: Opstelling.dag), as: klantmanager)
            #expect(cijfers.first { $0.code == "in-begeleiding" }?.waarde == 1)
            if FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint") {
                var (pdf, afdruk): (Data, String?) = (Data(), nil)
                repeat {
                    let answer = try await portaal.bus.ask(
                        RapportPDF(rapport: id, vanaf: pdf.count, afdruk: afdruk), as: begeleider, within: .seconds(60))
                    (pdf, afdruk) = (pdf + answer.inhoud, answer.afdruk)
                    #expect(!answer.inhoud.isEmpty)
                    if pdf.count >= answer.grootte { break }
                } while true
                #expect(pdf.starts(with: Data("%PDF-".utf8)))
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
