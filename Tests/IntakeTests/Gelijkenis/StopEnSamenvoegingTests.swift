// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// A stop on exchange is about a person: it holds for every dossier of that person, in intake and in every service that
/// follows intake, and merging and undoing never lose one.
@Suite(.timeLimit(.minutes(5)))
struct StopEnSamenvoegingTests {
    let begeleider = Actor(
        user: GebruikerID(UUID()), roles: [.teamleider], team: MedewerkerTests.almere, purpose: "begeleiding")
    let teamleider = Actor(
        user: GebruikerID(UUID()), roles: [.teamleider], team: MedewerkerTests.almere, purpose: "begeleiding")
    let klantmanager = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "voortgang")

    private func envelope(_ type: String = "proef") -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: type, time: Date())
    }

    private func mensen(_ proef: Opstelling, _ aantal: Int) async throws -> [DossierID] {
        for nummer in 0..<aantal { _ = try await proef.stuur(Proefbericht.aanmelding(nummer)) }
        return try await proef.parts.store.read {
            try String.fetchAll($0, sql: "SELECT id FROM persoon ORDER BY dossiernummer").compactMap { DossierID($0) }
        }
    }

    private func voegSamen(_ proef: Opstelling, _ volgend: DossierID, bij leidend: DossierID) async throws -> SamenvoegingID {
        let versie = try await proef.parts.store.read { try Persoonregister.vind($0, volgend)?.versie ?? 0 }
        return try await Samenvoegen(parts: proef.parts)(
            DossiersSamenvoegen(leidend: leidend, volgend: volgend, versie: versie, reden: "zelfde-gegevens"), envelope(),
            teamleider
        ).samenvoeging
    }

    private func maakOngedaan(_ proef: Opstelling, _ id: SamenvoegingID) async throws {
        let versie = try await proef.parts.store.read { try Samenvoegregister.vind($0, id)?.versie ?? 0 }
        _ = try await OngedaanMaken(parts: proef.parts)(
            SamenvoegingOngedaanMaken(samenvoeging: id, versie: versie), envelope(), teamleider)
    }

    private func stop(_ proef: Opstelling, _ dossier: DossierID) async throws {
        _ = try await UitwisselingZetten(parts: proef.parts).stop(
            UitwisselingStoppen(dossier: dossier, toelichting: "Iemand zoekt deze persoon."), envelope(), begeleider)
    }

    private func hervat(_ proef: Opstelling, _ dossier: DossierID, door actor: Actor? = nil) async throws {
        _ = try await UitwisselingZetten(parts: proef.parts).hervat(
            UitwisselingHervatten(dossier: dossier, toelichting: "Besproken, het is veilig."), envelope(), actor ?? teamleider)
    }

    private func vrij(_ proef: Opstelling, _ dossiers: [DossierID]) async throws -> [Bool] {
        try await proef.parts.store.read { db in try dossiers.map { try Uitwisselregister.magUitwisselen(db, $0) } }
    }

    @Test("een stop op één van twee samengevoegde dossiers geldt voor allebei; was hij er al, dan gaat hij weer alleen terug")
    func vooraf() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 3)
        try await stop(proef, dossiers[1])
        #expect(try await vrij(proef, dossiers) == [true, false, true])
        let id = try await voegSamen(proef, dossiers[1], bij: dossiers[0])
        #expect(try await vrij(proef, dossiers) == [false, false, true])
        // No door of intake tells an outsider of the leading dossier any more.
        await #expect(throws: Failure.self) {
            _ = try await PersoonTonen(parts: proef.parts)(
                PersoonOpvragen(dossier: dossiers[0]), klantmanager, caller: .portaal, because: envelope())
        }
        let tonen = UitwisselingTonen(parts: proef.parts)
        #expect(try await tonen.nagaan(.init(dossiers: dossiers)).gestopt == Array(dossiers.prefix(2)))
        // The team sees one stop, with its reason from either side.
        #expect(try await tonen.lijst(.init(page: PageRequest()), teamleider).rows.map(\.dossier) == [dossiers[1]])
        for dossier in dossiers.prefix(2) {
            let regels = try await tonen.redenen(
                .init(dossier: dossier), teamleider, caller: .portaal, because: envelope())
            #expect(regels.map(\.toelichting) == ["Iemand zoekt deze persoon."])
            await #expect(throws: Failure.uitwisselingGestopt) { try await stop(proef, dossier) }
        }
        try await maakOngedaan(proef, id)
        #expect(try await vrij(proef, dossiers) == [true, false, true])
    }

    @Test("hervatten vanuit het leidende dossier heft de stop van de hele persoon op, en wie stopte doet dat niet zelf")
    func hervatten() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 2)
        try await stop(proef, dossiers[1])
        let id = try await voegSamen(proef, dossiers[1], bij: dossiers[0])
        await #expect(throws: Failure.self) { try await hervat(proef, dossiers[0], door: begeleider) }
        #expect(try await vrij(proef, dossiers) == [false, false])
        try await hervat(proef, dossiers[0])
        #expect(try await vrij(proef, dossiers) == [true, true])
        #expect(try await proef.gebeurtenissen(UitwisselingHervat.self).map(\.dossier) == [dossiers[1]])
        try await maakOngedaan(proef, id)
        #expect(try await vrij(proef, dossiers) == [true, true])
    }

    @Test("een stop tijdens de samenvoeging blijft na ongedaan maken op beide dossiers, met reden en met wie stopte")
    func tijdens() async throws {
        let proef = try await Opstelling()
        let dossiers = try await mensen(proef, 2)
        let id = try await voegSamen(proef, dossiers[1], bij: dossiers[0])
        try await stop(proef, dossiers[0])
        #expect(try await vrij(proef, dossiers) == [false, false])
        try await maakOngedaan(proef, id)
        #expect(try await vrij(proef, dossiers) == [false, false])
        let regels = try await UitwisselingTonen(parts: proef.parts).redenen(
            .init(dossier: dossiers[1]), teamleider, caller: .portaal, because: envelope())
        #expect(regels.map(\.toelichting) == ["Iemand zoekt deze persoon."] && regels.map(\.door) == [begeleider.user])
        await #expect(throws: Failure.self) { try await hervat(proef, dossiers[1], door: begeleider) }
        // Each by itself from now on.
        try await hervat(proef, dossiers[1])
        #expect(try await vrij(proef, dossiers) == [false, true])
    }

    @Test("wie zich met een later nummer vanzelf zou voegen bij wie gestopt is, wacht op een mens, en de gemeente hoort niets")
    func laatNummer() async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(
            Proefbericht.aanmelding(0, ["data.client.bsn": nil, "data.client.vnummer": "2990000001"]))
        let dossier = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first?.dossier)
        try await stop(proef, dossier)
        let tweede = Proefbericht.aanmelding(0, ["data.client.vnummer": "2990000001"])
        _ = try await proef.stuur(tweede)
        #expect(try await proef.toestand(tweede) == .init(toestand: "in-controle", redenen: ["nadere-controle"]))
        #expect(try await proef.gebeurtenissen(PersoonSamengevoegd.self).isEmpty)
    }

    /// Another service, as it follows intake.
    private final class Volger: Sendable {
        let store: Store
        let effecten: EventEffects

        init(_ map: URL) throws {
            var following = Following(.intake)
            following.houdUitwisselstopBij()
            following.houdSamenvoegingBij()
            effecten = following.effects
            store = try Store(
                service: .rapportage, file: map.appending(component: "volger.sqlite"),
                migrations: [
                    Uitwisselstop.migration("050-uitwisselingsstop"), Samengevoegd.migration("070-samengevoegd"),
                    Uitwisselstop.metSamenvoeging("071-stop-en-samenvoeging"),
                ], clock: RealClock(), ids: UUIDv7Source(clock: RealClock()))
        }

        func volg(_ intake: Store) async throws {
            while store.position(of: .intake)?.number ?? 0 < intake.head {
                _ = try await store.apply(
                    try await intake.outbox(after: store.position(of: .intake)?.number ?? 0, limit: 100), from: .intake,
                    epoch: intake.epoch, head: intake.head, effects: effecten)
            }
        }
    }

    /// What should be, and nothing else: who follows whom, which stops were set, and which of those a merge found.
    private struct Model {
        struct Samen {
            var leidend: DossierID
            var id: SamenvoegingID
            var stops: Set<Int>
        }
        var volgt: [DossierID: Samen] = [:]
        /// The number of each stop that is in force.
        var stops: [DossierID: Int] = [:]
        var teller = 0

        func wortel(_ dossier: DossierID) -> DossierID {
            var nu = dossier
            while let verder = volgt[nu] { nu = verder.leidend }
            return nu
        }
        func groep(_ dossier: DossierID, _ alle: [DossierID]) -> [DossierID] {
            alle.filter { wortel($0) == wortel(dossier) }
        }
        func isVrij(_ dossier: DossierID, _ alle: [DossierID]) -> Bool {
            !groep(dossier, alle).contains { stops[$0] != nil }
        }
        mutating func zetStop(_ dossier: DossierID) {
            teller += 1
            stops[dossier] = teller
        }
        mutating func ongedaan(_ volgend: DossierID, _ alle: [DossierID]) {
            guard let samen = volgt.removeValue(forKey: volgend) else { return }
            let (hier, daar) = (groep(volgend, alle), groep(samen.leidend, alle))
            let stops = stops
            let tijdens = { (kant: [DossierID]) in kant.contains { stops[$0].map { !samen.stops.contains($0) } ?? false } }
            let heeft = { (kant: [DossierID]) in kant.contains { stops[$0] != nil } }
            let (naarHier, naarDaar) = (!heeft(hier) && tijdens(daar), !heeft(daar) && tijdens(hier))
            if naarHier { zetStop(volgend) }
            if naarDaar { zetStop(wortel(samen.leidend)) }
        }
    }

    @Test(
        "elke reeks van samenvoegen, ongedaan maken, stoppen en hervatten eindigt waar het model zegt, ook bij wie volgt",
        arguments: [11, 12, 13, 14, 15, 16] as [UInt64])
    func reeks(_ zaad: UInt64) async throws {
        var toeval = Proeftoeval(zaad)
        let proef = try await Opstelling()
        let alle = try await mensen(proef, 7)
        let volger = try Volger(proef.map)
        var model = Model()
        for stap in 0..<90 {
            let plek: Comment = "zaad \(zaad), stap \(stap)"
            let (een, ander) = (alle[toeval.getal(7)], alle[toeval.getal(7)])
            switch toeval.getal(6) {
            case 0, 1:
                let mag = een != ander && model.volgt[een] == nil && model.volgt[ander] == nil
                let stops = Set((model.groep(een, alle) + model.groep(ander, alle)).compactMap { model.stops[$0] })
                do {
                    let id = try await voegSamen(proef, een, bij: ander)
                    #expect(mag, plek)
                    model.volgt[een] = .init(leidend: ander, id: id, stops: stops)
                } catch Failure.state { #expect(!mag, plek) }
            case 2, 3:
                guard !model.volgt.isEmpty else { continue }
                let keuze = model.volgt.sorted { $0.key < $1.key }[toeval.getal(model.volgt.count)]
                try await maakOngedaan(proef, keuze.value.id)
                model.ongedaan(keuze.key, alle)
            case 4:
                let mag = model.isVrij(een, alle)
                do {
                    try await stop(proef, een)
                    #expect(mag, plek)
                    model.zetStop(een)
                } catch Failure.state { #expect(!mag, plek) }
            default:
                let mag = !model.isVrij(een, alle)
                do {
                    try await hervat(proef, een)
                    #expect(mag, plek)
                    for lid in model.groep(een, alle) { model.stops[lid] = nil }
                } catch Failure.state { #expect(!mag, plek) }
            }
            let verwacht = alle.map { model.isVrij($0, alle) }
            #expect(try await vrij(proef, alle) == verwacht, plek)
            try await volger.volg(proef.parts.store)
            let daar = try await volger.store.read { db in
                (try alle.map { try Uitwisselstop.isVrij(db, $0) }, try alle.map { try Samengevoegd.wortel(db, van: $0) ?? $0 })
            }
            #expect(daar.0 == verwacht && daar.1 == alle.map(model.wortel), plek)
        }
        // Everything undone and lifted: nothing is left, here or there.
        while let laatste = model.volgt.min(by: { $0.key < $1.key }) {
            try await maakOngedaan(proef, laatste.value.id)
            model.ongedaan(laatste.key, alle)
        }
        for dossier in alle where model.stops[dossier] != nil { try await hervat(proef, dossier) }
        try await volger.volg(proef.parts.store)
        #expect(try await proef.aantal("SELECT count(*) FROM uitwisselingsstop") == 0, "zaad \(zaad)")
        #expect(try await proef.aantal("SELECT count(*) FROM samenvoeging WHERE toestand = 'actief'") == 0, "zaad \(zaad)")
        let rest = try await volger.store.read { db in
            try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM uitwisselingsstop) + (SELECT count(*) FROM samengevoegd)")
        }
        #expect(rest == 0, "zaad \(zaad)")
    }
}
