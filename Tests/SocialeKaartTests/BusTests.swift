// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Testing
import Toegang

@testable import SocialeKaartApp

@Suite("De sociale kaart op de bus", .timeLimit(.minutes(1)))
struct BusTests {
    @Test("van toewijzing tot acceptatie, over echte sockets, met intake aan de andere kant")
    func keten() async throws {
        let map = URL(filePath: "/tmp").appending(component: "wk-" + String(UInt32.random(in: .min ... .max), radix: 36))
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        let diensten: [ServiceName] = [.socialeKaart, .intake, .begeleiding, .portaal]
        let sleutels = Dictionary(uniqueKeysWithValues: try diensten.map { ($0, try CurveKeyPair.generate()) })
        func adres(_ dienst: ServiceName) -> PeerAddress {
            PeerAddress(router: "ipc://\(map.path)/\(dienst.rawValue).v", bell: "ipc://\(map.path)/\(dienst.rawValue).b")
        }
        let (klok, ids) = (Proefklok(datum("2027-02-01")), UUIDv7Source(clock: RealClock()))
        func bus(_ dienst: ServiceName, _ store: Store?) throws -> Bus {
            guard let paar = sleutels[dienst] else { throw Failure.notFound(what: "sleutel") }
            return try Bus(
                BusConfiguration(
                    service: dienst, own: adres(dienst),
                    peers: Dictionary(uniqueKeysWithValues: diensten.filter { $0 != dienst }.map { ($0, adres($0)) }),
                    secretKey: paar.secretKey, publicKey: paar.publicKey, knownKeys: sleutels.mapValues(\.publicKey)),
                store: store, clock: klok, ids: ids, logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() })
        }
        func opslag(_ dienst: ServiceName, _ migrations: [Migration]) throws -> Store {
            try Store(
                service: dienst, file: map.appending(path: "\(dienst.rawValue).sqlite"), migrations: migrations, clock: klok,
                ids: ids)
        }
        let store = try opslag(.socialeKaart, SocialeKaart.migrations)
        let begeleidingStore = try opslag(.begeleiding, [])
        let kaartBus = try bus(.socialeKaart, store)
        let (intakeBus, begeleidingBus, portaalBus) = (
            try bus(.intake, nil), try bus(.begeleiding, begeleidingStore), try bus(.portaal, nil)
        )
        let kaart = Kaart(store: store, clock: klok, isProduction: false)
        let verwijzingen = Verwijzingen(
            store: store, clock: klok, ids: ids, personen: .intake(kaartBus), sleutels: RemoteDossierKeys(bus: kaartBus),
            uitwisseling: Uitwisselpoort(kaartBus))
        var handlers = Handlers()
        KaartVragenBeantwoorden(
            kaart: kaart, importen: Kaartimporten(kaart: kaart, logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() })
        ).add(to: &handlers)
        VerwijzingVragenBeantwoorden(verwijzingen: verwijzingen).add(to: &handlers)
        kaartBus.install(handlers, following: [BegeleidingVolgen.following()])
        var intake = Handlers()
        intake.answer(DeelpakketOpvragen.self, from: [.socialeKaart]) { query, request in
            guard request.actor == ServicePurpose.verwijzing.actor else { throw Failure.notAllowed(reason: "verkeerd doel") }
            return Deelpakket(velden: Dictionary(uniqueKeysWithValues: query.velden.map { ($0, "waarde van \($0)") }))
        }
        intake.answer(UitwisselingNagaan.self, from: [.socialeKaart]) { _, _ in .init(gestopt: []) }
        intakeBus.install(intake, following: [])
        begeleidingBus.install(Handlers(), following: [])
        portaalBus.install(Handlers(), following: [])

        let envelop = Envelope(id: UUID(), source: ServiceName.portaal.source, type: "nl.wegwijs.proef.import.v1", time: klok.now)
        _ = try await kaart.importeren(try Data(contentsOf: almere), proef: false, because: envelop)
        let (dossier, team, user): (DossierID, TeamID, GebruikerID) = (nieuw(), nieuw(), nieuw())
        try await begeleidingStore.write { tx in
            try tx.emit(DossierToegewezen(dossier: dossier, huishouden: nieuw(), gemeente: "0034", begeleider: user, team: team))
        }
        let begeleider = Actor(user: user, roles: [.begeleider], team: team, purpose: "begeleiding")

        try await withThrowingTaskGroup(of: Void.self) { group in
            for bus in [kaartBus, intakeBus, begeleidingBus, portaalBus] { group.addTask { try await bus.run() } }
            // The assignment arrives as an event; until then the policy says no.
            let tot = ContinuousClock.now + .seconds(20)
            while try await store.read({ db in try Int.fetchOne(db, sql: "SELECT count(*) FROM toewijzing") }) == 0, .now < tot {
                try await Task.sleep(for: .milliseconds(20))
            }
            let gevonden = try await portaalBus.ask(
                VoorzieningenZoeken(tekst: "bibliotheek", alleenVerwijsbaar: true, page: .init(limit: 5)), as: begeleider)
            let voorziening = try #require(gevonden.rows.first)
            let detail = try await portaalBus.ask(VoorzieningOpvragen(voorziening: voorziening.voorziening), as: begeleider)
            let concept = try await portaalBus.send(
                VerwijzingMaken(dossier: dossier, voorziening: voorziening.voorziening, leefgebied: .taalInburgering),
                as: begeleider)
            #expect(concept.waarschuwingen.contains("niet-gecontroleerd"))
            let versturen = VerwijzingVersturen(
                verwijzing: concept.verwijzing, versie: 1, grondslag: "taak-algemeen-belang", instemming: "mondeling",
                urgentie: "spoed")
            do {
                _ = try await portaalBus.send(versturen, as: begeleider)
                Issue.record("verstuurd zonder controle")
            } catch Failure.state {}
            _ = try await portaalBus.send(
                VoorzieningControleren(voorziening: voorziening.voorziening, versie: detail.versie, wijze: "synthetisch"),
                as: begeleider)
            _ = try await portaalBus.send(versturen, as: begeleider)
            let beeld = try await portaalBus.ask(VerwijzingOpvragen(verwijzing: concept.verwijzing), as: begeleider)
            #expect(beeld.regel.toestand == .verstuurd)
            #expect(beeld.deelpakket["taalcode"] == "waarde van taalcode")
            let partner = Partner(organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "proef")
            _ = try await verwijzingen.partnerStap(
                concept.verwijzing, partner, sleutel: "sleutel-1", versie: beeld.regel.versie, naar: .geaccepteerd,
                velden: ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-08"], because: envelop)
            let gezien = try await verwijzingen.voorPartner(concept.verwijzing, partner, because: envelop)
            #expect(gezien.stap2?["voornaam"] == "waarde van voornaam")
            // The way of contact is a telephone number at intake.
            #expect(gezien.stap2?["contactweg"] == "waarde van telefoon")
            let lijst = try await portaalBus.ask(VerwijzingenVanDossier(dossier: dossier), as: begeleider)
            #expect(lijst.map(\.toestand) == [.geaccepteerd])
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
