// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Overdracht aan een collega", .timeLimit(.minutes(1)))
struct OverdrachtTests {
    private func start(
        _ proef: Proefdienst, _ dossiers: [DossierID], notitie: String = "Spreekt graag over voetbal.", door actor: Actor? = nil,
        aan: Actor? = nil
    ) async throws -> [OverdrachtID] {
        guard let ontvanger = (aan ?? proef.karel).user else { throw Proeffout.geenOpdracht }
        return try await OverdrachtenStarten(
            dossiers: dossiers, aan: ontvanger, notitie: notitie, driegesprekOp: try dag("2027-01-25")
        ).uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.fatima)).overdrachten
    }

    private func een(_ proef: Proefdienst, _ id: OverdrachtID, door actor: Actor) async throws -> OverdrachtOpvragen.Answer {
        try await OverdrachtOpvragen(overdracht: id).tonen(proef.middelen, proef.verzoek(actor))
    }

    private func beslis(
        _ proef: Proefdienst, _ id: OverdrachtID, _ besluit: OverdrachtBeslissen.Besluit, door actor: Actor,
        reden: String? = nil, versie: Int = 1
    ) async throws {
        _ = try await OverdrachtBeslissen(overdracht: id, besluit: besluit, reden: reden, versie: versie)
            .uitvoeren(proef.middelen, proef.verzoek(actor))
    }

    private func open(_ proef: Proefdienst, _ actor: Actor) async throws -> [Overdrachtregel] {
        try await OverdrachtenOpvragen(page: PageRequest()).tonen(proef.middelen, proef.verzoek(actor)).rows
    }

    @Test(
        "tot de collega accepteert blijft de gever verantwoordelijk; beiden zien de overdracht, de collega nog niet het dossier")
    func totAccepteren() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        let id = try #require(try await start(proef, [ouder.dossier]).first)
        for actor in [proef.fatima, proef.karel, proef.teamleider] {
            #expect(try await open(proef, actor).map(\.overdracht) == [id])
        }
        await #expect(throws: Failure.self) { try await proef.overzicht(ouder.dossier, door: proef.karel) }
        #expect(try await proef.overzicht(ouder.dossier).begeleider == proef.fatima.user)
        let gezien = try await een(proef, id, door: proef.karel)
        #expect(gezien.notitie == "Spreekt graag over voetbal.")
        #expect(gezien.regel.uiterlijkOp == (try dag("2027-01-25")))
        #expect((gezien.kinderen, gezien.fase, gezien.spreektaal) == (1, "Vestiging", "ti"))
        #expect(gezien.magBeantwoorden && !gezien.magIntrekken)
        #expect(gezien.taken.contains { $0.tekst == "Leg het eerste contact." })
        #expect(gezien.taken.map(\.uiterlijkOp) == gezien.taken.map(\.uiterlijkOp).sorted())
        // Nobody answers for somebody else.
        for actor in [proef.fatima, proef.teamleider] {
            await #expect(throws: Failure.self) { try await beslis(proef, id, .accepteren, door: actor) }
        }
        try await beslis(proef, id, .accepteren, door: proef.karel)
        #expect(try await proef.overzicht(ouder.dossier, door: proef.karel).begeleider == proef.karel.user)
        #expect(try await proef.overzicht(kind.dossier, door: proef.karel).begeleider == proef.karel.user)
        await #expect(throws: Failure.self) { try await proef.overzicht(ouder.dossier) }
        #expect(try await open(proef, proef.karel).isEmpty)
        #expect(try await proef.verteld(DossierToegewezen.self).last?.begeleider == proef.karel.user)
    }

    @Test("weigeren vraagt een reden en laat alles zoals het was; daarna kan het opnieuw")
    func weigeren() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let id = try #require(try await start(proef, [dossier]).first)
        await #expect(throws: Failure.self) { try await beslis(proef, id, .weigeren, door: proef.karel) }
        try await beslis(proef, id, .weigeren, door: proef.karel, reden: "te-vol")
        let na = try await een(proef, id, door: proef.fatima)
        #expect((na.regel.toestand, na.reden) == ("geweigerd", "Mijn caseload is vol"))
        #expect(try await proef.overzicht(dossier).begeleider == proef.fatima.user)
        await #expect(throws: Failure.self) { try await beslis(proef, id, .accepteren, door: proef.karel, versie: 2) }
        #expect(try await start(proef, [dossier]).count == 1)
    }

    @Test("niet op tijd beantwoord komt op de lijst Uit beeld; wie hem intrekt haalt hem eraf")
    func telaat() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let id = try #require(try await start(proef, [dossier]).first)
        func erop() async throws -> Bool {
            try await proef.uitBeeld(proef.fatima, reden: "overdracht").contains { $0.dossier == dossier }
        }
        proef.klok.zet(try dag("2027-01-25"))
        #expect(try await !erop())
        proef.klok.zet(try dag("2027-01-26"))
        #expect(try await erop())
        try await beslis(proef, id, .intrekken, door: proef.fatima)
        #expect(try await !erop())
    }

    @Test("wijst de teamleider het dossier toe of eindigt het traject, dan vervalt de overdracht")
    func vervalt() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let eerste = try #require(try await start(proef, [dossier]).first)
        try await proef.wijsToe(dossier, aan: proef.karel)
        #expect(try await een(proef, eerste, door: proef.teamleider).regel.toestand == "ingetrokken")
        let tweede = try #require(try await start(proef, [dossier], door: proef.karel, aan: proef.fatima).first)
        let overzicht = try await proef.overzicht(dossier, door: proef.karel)
        _ = try await TrajectAfsluiten(
            dossier: dossier, reden: "verhuisd", op: proef.vandaag,
            doelen: overzicht.doelen.map { .init(doel: $0.doel, toestand: .bereikt) }, versie: overzicht.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.karel))
        #expect(try await een(proef, tweede, door: proef.teamleider).regel.toestand == "ingetrokken")
    }

    @Test("veel tegelijk gaat helemaal of helemaal niet; een tweede overdracht, een kind alleen en iemand zelf kan niet")
    func veel() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        var dossiers = [ouder.dossier]
        for nummer in 3...12 {
            let event = try proef.persoon(nummer: nummer)
            try await proef.ontvang(event)
            try await proef.wijsToe(event.dossier)
            dossiers.append(event.dossier)
        }
        await #expect(throws: Failure.self) { try await start(proef, dossiers + [kind.dossier]) }
        await #expect(throws: Failure.self) { try await start(proef, dossiers, aan: proef.fatima) }
        await #expect(throws: Failure.self) { try await start(proef, dossiers, door: proef.karel) }
        #expect(try await proef.getal("SELECT COUNT(*) FROM overdracht") == 0)
        #expect(try await start(proef, dossiers).count == 11)
        await #expect(throws: Failure.self) { try await start(proef, [ouder.dossier]) }
        #expect(try await proef.getal("SELECT COUNT(*) FROM overdracht") == 11)
    }

    @Test("de notitie ligt verzegeld, hoort bij één overdracht en staat in geen event en geen tijdlijn")
    func verzegeld() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let id = try #require(try await start(proef, [dossier], notitie: "Geheim woord").first)
        #expect(try await proef.getal("SELECT COUNT(*) FROM overdracht WHERE instr(notitie_zegel, 'Geheim') > 0") == 0)
        let alles = try await proef.store.outbox(after: 0, limit: 1000)
            .map { String(decoding: $0.envelope + $0.data, as: UTF8.self) }.joined()
        #expect(!alles.contains("Geheim"))
        let regels = try await TijdlijnOpvragen(dossier: dossier, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(!regels.contains { $0.zin.contains("Geheim") })
        await proef.keys.zet(weg: true)
        #expect(try await een(proef, id, door: proef.karel).notitie == nil)
    }

    @Test("een ander ziet de overdracht niet; het driegesprek verzet gever of ontvanger, met versie")
    func rechten() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let id = try #require(try await start(proef, [dossier]).first)
        let ander = Actor(user: proef.ids.make(), roles: [.begeleider], team: proef.team, purpose: "x")
        let buren = Actor(user: proef.ids.make(), roles: [.teamleider], team: proef.anderTeam, purpose: "x")
        for actor in [ander, buren] {
            await #expect(throws: Failure.notFound(what: "overdracht")) { try await een(proef, id, door: actor) }
            #expect(try await open(proef, actor).isEmpty)
        }
        func zet(_ op: String, _ actor: Actor, _ versie: Int) async throws {
            _ = try await DriegesprekZetten(overdracht: id, driegesprekOp: try dag(op), versie: versie)
                .uitvoeren(proef.middelen, proef.verzoek(actor))
        }
        try await zet("2027-01-28", proef.karel, 1)
        #expect(try await een(proef, id, door: proef.fatima).regel.driegesprekOp == (try dag("2027-01-28")))
        await #expect(throws: Failure.self) { try await zet("2027-01-29", proef.fatima, 1) }
        await #expect(throws: Failure.self) { try await zet("2027-01-01", proef.fatima, 2) }
    }
}
