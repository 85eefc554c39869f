// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Configuration
import Dienst
import Domein
import Foundation
import Logging
import Opslag
import ServiceLifecycle
import Testing
import Zegel

@testable import IntakeApp

/// The whole service as `main` runs it: settings, real sockets, portaal and begeleiding at the other end of the bus.
@Suite(.timeLimit(.minutes(2)))
struct DienstTests {
    /// A folder with keys, clock and token, and the settings of each process in it.
    private final class Plek: Sendable {
        let map: URL
        let http: Int
        let beheer: Int
        let token: String
        let ids = UUIDv7Source(clock: RealClock())

        init() async throws {
            map = URL(filePath: "/tmp/wi-" + String(UInt32.random(in: .min ... .max), radix: 36))
            for name in ["gegevens", "sleutels", "run"] {
                try FileManager.default.createDirectory(
                    at: map.appending(component: name), withIntermediateDirectories: true)
            }
            _ = try KeyFiles.complete(in: map.appending(component: "sleutels"))
            try SharedClock.write(Datum(Opstelling.vandaag)?.at(hour: 9) ?? Date(), to: map.appending(component: "klok.json"))
            token = try Opstelling.token(
                oin: try OIN(parsing: Opstelling.gemeente), gemeenten: [try Gemeentecode(parsing: "0034")],
                in: map.appending(path: "sleutels/koppeling.json"))
            http = try await HTTPProef.vrijePoort()
            beheer = try await HTTPProef.vrijePoort()
        }

        deinit { try? FileManager.default.removeItem(at: map) }

        func settings(_ service: ServiceName) throws -> ServiceSettings {
            let values: [AbsoluteConfigKey: ConfigValue] = [
                "wegwijs.gegevens": .init(.string(map.appending(component: "gegevens").path), isSecret: false),
                "wegwijs.sleutels": .init(.string(map.appending(component: "sleutels").path), isSecret: false),
                "wegwijs.run": .init(.string(map.appending(component: "run").path), isSecret: false),
                "wegwijs.opdrachten": .init(
                    .string(Opstelling.wortel.appending(path: "compose/opdrachten").path), isSecret: false),
                "wegwijs.http": .init(.string("127.0.0.1:\(http)"), isSecret: false),
                "wegwijs.beheer": .init(.string("127.0.0.1:\(service == .intake ? beheer : 0)"), isSecret: false),
                "wegwijs.klok": .init(.string("proef"), isSecret: false),
                "wegwijs.klokbestand": .init(.string(map.appending(component: "klok.json").path), isSecret: false),
            ]
            return try ServiceSettings(service, reader: ConfigReader(provider: InMemoryProvider(values: values)))
        }

        func bus(_ service: ServiceName, store: Store? = nil) throws -> Bus {
            try Bus(
                busConfiguration(settings(service)), store: store, clock: RealClock(), ids: ids,
                logger: Logger(label: service.rawValue) { _ in SwiftLogNoOpLogHandler() })
        }

        func kop(_ bericht: JSONWaarde) -> [String: String] {
            guard case .tekst(let id)? = bericht["id"] else { return [:] }
            return [
                "Content-Type": "application/cloudevents+json", "Authorization": "Bearer \(token)", "berichtId": id,
                "bron": Opstelling.gemeente, "doel": Opstelling.wij,
            ]
        }

        func stuur(_ bericht: JSONWaarde) async throws -> String {
            try await HTTPProef.stuur(HTTPProef.post("/v1/aanmeldingen", headers: kop(bericht), body: bericht.data), port: http)
        }
    }

    /// Runs intake and the other buses for as long as the body takes; everything is closed when this returns.
    private func draai(_ plek: Plek, _ buses: [Bus], _ body: @Sendable () async throws -> Void) async throws {
        let group = try await serviceGroup(
            plek.settings(.intake), migrations: Intake.migrations,
            logger: Logger(label: "intake") { _ in SwiftLogNoOpLogHandler() }
        ) { try await Intake.assemble($0) }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for bus in buses { tasks.addTask { try await bus.run() } }
            do {
                try await eventually {
                    (try? await HTTPProef.stuur(HTTPProef.get("/v1/openapi.json", token: "x"), port: plek.http)) != nil
                }
                try await body()
            } catch {
                tasks.cancelAll()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await Task.sleep(for: .milliseconds(10))
            tasks.cancelAll()
            while let result = await tasks.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }

    private func eventually(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<500 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("het gebeurde niet binnen tien seconden")
    }

    @Test("een aanmelding over HTTP wordt een dossier; de begeleider die het krijgt, vindt de persoon via het portaal")
    func heleWeg() async throws {
        let plek = try await Plek()
        let portaal = try plek.bus(.portaal)
        let opslag = try Store(
            service: .begeleiding, file: plek.map.appending(path: "gegevens/begeleiding.sqlite"), migrations: [],
            clock: RealClock(), ids: plek.ids)
        let begeleiding = try plek.bus(.begeleiding, store: opslag)
        begeleiding.install(Handlers(), following: [])
        try await draai(plek, [portaal, begeleiding]) {
            let antwoord = try await plek.stuur(Proefbericht.aanmelding())
            #expect(antwoord.hasPrefix("HTTP/1.1 202"), "\(antwoord)")

            let team = TeamID(team: "Almere")
            let teamleider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: team, purpose: "zoeken")
            let alles = PersonenZoeken(tekst: "sukru", page: PageRequest())
            let regel = try #require(try await portaal.ask(alles, as: teamleider).rows.first)
            #expect(regel.dossiernummer == "W-2027-0001")

            let begeleider = GebruikerID(UUID())
            let eigen = Actor(user: begeleider, roles: [.begeleider], team: team, purpose: "begeleiding")
            #expect(try await portaal.ask(alles, as: eigen).rows.isEmpty)
            try await opslag.write { tx in
                _ = try tx.emit(
                    DossierToegewezen(
                        dossier: regel.dossier, huishouden: regel.huishouden, gemeente: "0034", begeleider: begeleider, team: team
                    ))
            }
            try await eventually { try await portaal.ask(alles, as: eigen).rows.count == 1 }
            let persoon = try await portaal.ask(PersoonOpvragen(dossier: regel.dossier), as: eigen)
            #expect(persoon.bsn == "•••••0006")

            // The key of the dossier: for begeleiding, not for portaal, and always the same.
            let sleutel = DossierSleutel(dossier: regel.dossier)
            let actor = Actor.service(purpose: "verzegelen")
            let eerste = try await begeleiding.ask(sleutel, as: actor).sleutel
            #expect(eerste.count == SealKey.length)
            #expect(try await begeleiding.ask(sleutel, as: actor).sleutel == eerste)
            await #expect(throws: Failure.self) { _ = try await portaal.ask(sleutel, as: actor) }
            await #expect(throws: Failure.self) {
                _ = try await begeleiding.ask(DossierSleutel(dossier: DossierID(UUID())), as: actor)
            }
            await #expect(throws: Failure.self) {
                _ = try await begeleiding.ask(DossierSleutel(dossier: .intake), as: actor)
            }
        }
    }

    @Test("een stop op het ene dossier geldt na samenvoegen voor het andere, in intake en bij wie over de bus volgt")
    func stopEnSamenvoeging() async throws {
        let plek = try await Plek()
        let portaal = try plek.bus(.portaal)
        let opslag = try Store(
            service: .begeleiding, file: plek.map.appending(path: "gegevens/begeleiding.sqlite"),
            migrations: [
                Uitwisselstop.migration("050-uitwisselingsstop"), Samengevoegd.migration("070-samengevoegd"),
                Uitwisselstop.metSamenvoeging("071-stop-en-samenvoeging"),
            ], clock: RealClock(), ids: plek.ids)
        let begeleiding = try plek.bus(.begeleiding, store: opslag)
        var following = Following(.intake)
        following.houdUitwisselstopBij()
        following.houdSamenvoegingBij()
        begeleiding.install(Handlers(), following: [following])
        try await draai(plek, [portaal, begeleiding]) {
            for nummer in 0..<2 { _ = try await plek.stuur(Proefbericht.aanmelding(nummer)) }
            let leider = Actor(
                user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Almere"), purpose: "begeleiding")
            let rijen = try await portaal.ask(PersonenZoeken(tekst: "", page: PageRequest()), as: leider).rows
            #expect(rijen.count == 2)
            let (een, twee) = (try #require(rijen.first?.dossier), try #require(rijen.last?.dossier))
            func vrij() async throws -> [Bool] {
                try await opslag.read { db in [try Uitwisselstop.isVrij(db, een), try Uitwisselstop.isVrij(db, twee)] }
            }
            func gestopt() async throws -> Set<DossierID> {
                let vraag = UitwisselingNagaan(dossiers: [een, twee])
                return Set(try await begeleiding.ask(vraag, as: .service(purpose: "uitwisseling-nagaan")).gestopt)
            }
            _ = try await portaal.send(
                UitwisselingStoppen(dossier: twee, toelichting: "Een familielid zoekt deze persoon."), as: leider)
            #expect(try await gestopt() == [twee])
            try await eventually { try await vrij() == [true, false] }
            let samen = try await portaal.send(
                DossiersSamenvoegen(leidend: een, volgend: twee, versie: 1, reden: "client-bevestigt"), as: leider
            ).samenvoeging
            #expect(try await gestopt() == [een, twee])
            try await eventually { try await vrij() == [false, false] }
            _ = try await portaal.send(SamenvoegingOngedaanMaken(samenvoeging: samen, versie: 1), as: leider)
            #expect(try await gestopt() == [twee])
            try await eventually { try await vrij() == [true, false] }
        }
    }

    @Test("een teamleider beslist via het portaal over wie wacht")
    func beslissen() async throws {
        let plek = try await Plek()
        let portaal = try plek.bus(.portaal)
        try await draai(plek, [portaal]) {
            for _ in 0..<2 { _ = try await plek.stuur(Proefbericht.aanmelding()) }
            let actor = Actor(
                user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Almere"), purpose: "aanmeldingen")
            let vraag = AanmeldingenLijst(toestand: .inControle, page: PageRequest())
            let regel = try #require(try await portaal.ask(vraag, as: actor).rows.first)
            let id = UUID()
            for _ in 0..<2 {
                _ = try await portaal.send(
                    AanmeldingAccepteren(aanmelding: regel.aanmelding, versie: regel.versie), id: id, as: actor)
            }
            #expect(try await portaal.ask(vraag, as: actor).rows.isEmpty)
            let namen = try await portaal.ask(PersonenZoeken(tekst: "", page: PageRequest()), as: actor)
            #expect(namen.rows.count == 2)
        }
    }

    @Test("een te groot bericht over een echte verbinding krijgt 413, en daarna gaat alles gewoon door")
    func groot() async throws {
        let plek = try await Plek()
        try await draai(plek, []) {
            let bericht = Proefbericht.aanmelding()
            let vol = Data(repeating: UInt8(ascii: " "), count: 1_000_000)
            let antwoord = try await HTTPProef.stuur(
                HTTPProef.post("/v1/aanmeldingen", headers: plek.kop(bericht), body: vol), port: plek.http)
            #expect(antwoord.hasPrefix("HTTP/1.1 413"), "\(antwoord.prefix(200))")
            #expect(try await plek.stuur(bericht).hasPrefix("HTTP/1.1 202"))
        }
    }

    @Test("een tokenbestand dat niet meer te lezen is, staat bij de cijfers van de beheerder")
    func kapotBestand() async throws {
        let plek = try await Plek()
        let file = plek.map.appending(path: "sleutels/koppeling.json")
        @Sendable func cijfers() async throws -> String {
            try await HTTPProef.stuur(HTTPProef.get("/metrics", token: "x"), port: plek.beheer)
        }
        let kapot = "wegwijs_settings_file_broken{file=\"koppeling.json\"} 1"
        try await draai(plek, []) {
            #expect(try await !cijfers().contains(kapot))
            let was = try Data(contentsOf: file)
            try Data("{".utf8).write(to: file)
            try await eventually { try await cijfers().contains(kapot) }
            try was.write(to: file)
            try await eventually { try await !cijfers().contains(kapot) }
        }
    }

    @Test("na een herstart is alles er nog, en gaat de nummering verder")
    func herstart() async throws {
        let plek = try await Plek()
        let bericht = Proefbericht.aanmelding(0)
        try await draai(plek, []) {
            let antwoord = try await plek.stuur(bericht)
            #expect(antwoord.hasPrefix("HTTP/1.1 202"))
        }
        try await draai(plek, []) {
            #expect(try await plek.stuur(bericht).hasPrefix("HTTP/1.1 202"))
            let tweede = Proefbericht.aanmelding(1)
            _ = try await plek.stuur(tweede)
            guard case .tekst(let id)? = tweede["data.aanmeldingId"] else { return }
            let toestand = try await HTTPProef.stuur(HTTPProef.get("/v1/aanmeldingen/\(id)", token: plek.token), port: plek.http)
            #expect(toestand.contains("W-2027-0002"), "\(toestand)")
        }
    }
}
