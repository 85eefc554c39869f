// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Caseload", .timeLimit(.minutes(1)))
struct CaseloadTests {
    private func caseload(_ proef: Proefdienst, _ actor: Actor, van wie: GebruikerID? = nil, limit: Int = 200) async throws
        -> CaseloadOpvragen.Answer
    {
        try await CaseloadOpvragen(begeleider: wie, page: PageRequest(limit: limit))
            .tonen(proef.middelen, proef.verzoek(actor))
    }

    /// Day of the traject, whether the clock stands still, intensity; phase and weight.
    static let gewichten: [(Int, Bool, String?, String, Int)] = [
        (0, false, nil, "Vestiging", 150), (42, false, nil, "Vestiging", 150), (43, false, nil, "Stabilisatie", 120),
        (90, false, nil, "Stabilisatie", 120), (91, false, nil, "Zelfredzaamheid", 80), (400, false, nil, "Zelfredzaamheid", 80),
        (10, true, nil, "Klok staat stil", 20), (10, true, "intensief", "Klok staat stil", 20),
        (10, false, "licht", "Vestiging", 105), (10, false, "gewoon", "Vestiging", 150),
        (10, false, "intensief", "Vestiging", 225),
        (200, false, "licht", "Zelfredzaamheid", 56), (200, false, "onbekend", "Zelfredzaamheid", 80),
    ]

    @Test("een dossier weegt naar fase en intensiteit", arguments: gewichten)
    func gewicht(dagen: Int, stil: Bool, intensiteit: String?, fase: String, gewicht: Int) throws {
        let start = try dag("2027-01-18")
        let uitkomst = Caseload.gewicht(
            .init(soort: .traject, gestartOp: start, staatStil: stil, intensiteit: intensiteit),
            op: start.adding(days: dagen), regels: try almere().caseload)
        #expect((uitkomst.naam, uitkomst.gewicht) == (fase, gewicht))
        #expect(uitkomst.waarom.contains("Plaatselijke praktijk, te bevestigen"))
    }

    @Test("de som is wat er staat; een kind telt licht, en te veel is een waarschuwing en geen verbod")
    func som() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        var mijn = try await caseload(proef, proef.fatima)
        #expect((mijn.last.dossiers, mijn.last.gewicht, mijn.last.norm) == (2, 170, 3000))
        #expect(!mijn.magVerdelen)
        for nummer in 3...25 {
            let event = try proef.persoon(nummer: nummer)
            try await proef.ontvang(event)
            try await proef.wijsToe(event.dossier)
        }
        mijn = try await caseload(proef, proef.fatima)
        #expect(mijn.last.gewicht == 170 + 23 * 150)
        #expect(mijn.last.gewicht > mijn.last.norm)
        #expect(mijn.fasen.reduce(0) { $0 + $1.gewicht } == mijn.last.gewicht)
        #expect(mijn.pagina.total == 25)
        let deel = try await caseload(proef, proef.fatima, limit: 10)
        #expect(deel.pagina.rows.count == 10 && deel.pagina.next == deel.pagina.rows.last?.dossier.description)
    }

    @Test("de intensiteit zetten verandert het gewicht, met versie en alleen uit de lijst")
    func intensiteit() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let rij = try #require(try await caseload(proef, proef.fatima).pagina.rows.first)
        func zet(_ code: String?, _ versie: Int) async throws {
            _ = try await IntensiteitZetten(dossier: dossier, intensiteit: code, versie: versie)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        try await zet("intensief", rij.versie)
        #expect(try await caseload(proef, proef.fatima).last.gewicht == 225)
        await #expect(throws: Failure.self) { try await zet("licht", rij.versie) }
        await #expect(throws: Failure.self) { try await zet("zwaar", rij.versie + 1) }
        try await zet(nil, rij.versie + 1)
        #expect(try await caseload(proef, proef.fatima).last.gewicht == 150)
    }

    @Test("het team, een regel per begeleider, bladzijde na bladzijde; alleen voor de teamleider")
    func team() async throws {
        let proef = try Proefdienst()
        _ = try await proef.lopendTraject()
        var (regels, na): ([TeamCaseload.Regel], String?) = ([], nil)
        repeat {
            let pagina = try await TeamCaseload(page: PageRequest(after: na, limit: 1))
                .tonen(proef.middelen, proef.verzoek(proef.teamleider))
            regels += pagina.rows
            na = pagina.next
        } while na != nil
        #expect(Set(regels.map(\.begeleider)) == Set([proef.fatima.user, proef.karel.user].compactMap(\.self)))
        #expect(regels.first { $0.begeleider == proef.fatima.user }?.last.dossiers == 1)
        await #expect(throws: Failure.self) {
            try await TeamCaseload(page: PageRequest()).tonen(proef.middelen, proef.verzoek(proef.fatima))
        }
        await #expect(throws: Failure.self) { try await caseload(proef, proef.karel, van: proef.fatima.user) }
        #expect(try await caseload(proef, proef.teamleider, van: proef.fatima.user).magVerdelen)
    }
}

@Suite("Waarneming", .timeLimit(.minutes(1)))
struct WaarnemingTests {
    private func neemWaar(
        _ proef: Proefdienst, van: String, tot: String, door actor: Actor? = nil
    ) async throws -> WaarnemingID {
        guard let weg = proef.fatima.user, let erbij = proef.karel.user else { throw Proeffout.geenOpdracht }
        return try await WaarnemingVastleggen(begeleider: weg, waarnemer: erbij, van: try dag(van), totEnMet: try dag(tot))
            .uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.teamleider)).waarneming
    }

    /// Karel, as the service sees him when he asks.
    private func karel(_ proef: Proefdienst) async throws -> Actor {
        try await proef.verzoek(proef.karel).metWaarneming(proef.store).actor
    }

    @Test("de waarnemer ziet en doet alles van de eerste tot en met de laatste dag, en daarna niets")
    func duur() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        _ = try await neemWaar(proef, van: "2027-02-01", tot: "2027-02-14")
        for (op, mag) in [("2027-01-31", false), ("2027-02-01", true), ("2027-02-14", true), ("2027-02-15", false)] {
            proef.klok.zet(try dag(op))
            let actor = try await karel(proef)
            #expect((actor.waarneemtVoor == Set([proef.fatima.user].compactMap(\.self))) == mag, "\(op)")
            let lijst = try await proef.vandaag(actor).map(\.dossier)
            #expect(lijst.contains(dossier) == mag, "\(op)")
            #expect(try await proef.uitBeeld(actor).map(\.dossier).contains(dossier) == mag, "\(op)")
            if mag {
                #expect(try await proef.overzicht(dossier, door: actor).dossier == dossier)
                try await proef.contact(dossier, op: op, door: actor)
            } else {
                await #expect(throws: Failure.self) { try await proef.overzicht(dossier, door: actor) }
                await #expect(throws: Failure.self) { try await proef.contact(dossier, op: op, door: actor) }
            }
        }
        // Fatima keeps her dossier all the time.
        #expect(try await proef.overzicht(dossier).begeleider == proef.fatima.user)
    }

    @Test("wat in die tijd wordt toegewezen ziet de waarnemer ook; ingetrokken is meteen weg")
    func nieuwEnIngetrokken() async throws {
        let proef = try Proefdienst()
        _ = try await proef.lopendTraject()
        let id = try await neemWaar(proef, van: "2027-01-18", tot: "2027-02-14")
        let nieuw = try proef.persoon(nummer: 2)
        try await proef.ontvang(nieuw)
        try await proef.wijsToe(nieuw.dossier)
        #expect(try await proef.overzicht(nieuw.dossier, door: try await karel(proef)).dossier == nieuw.dossier)
        _ = try await WaarnemingBeeindigen(waarneming: id, versie: 1)
            .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        #expect(try await karel(proef).waarneemtVoor.isEmpty)
        let verteld = try await proef.verteld(WaarnemingGewijzigd.self)
        #expect(verteld.map { $0.ingetrokkenOp == nil } == [true, false])
        await #expect(throws: Failure.self) {
            _ = try await WaarnemingBeeindigen(waarneming: id, versie: 2)
                .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        }
    }

    @Test("wat de vrager zelf meldt over waarnemen telt niet en gaat niet over de draad")
    func nietVanBuiten() async throws {
        let proef = try Proefdienst()
        _ = try await proef.lopendTraject()
        var leugen = proef.karel
        leugen.waarneemtVoor = Set([proef.fatima.user].compactMap(\.self))
        let json = try MessageCoding.encode(leugen)
        #expect(!String(decoding: json, as: UTF8.self).contains("waarneemt"))
        #expect(try MessageCoding.decode(Actor.self, from: json).waarneemtVoor.isEmpty)
        #expect(try await proef.verzoek(leugen).metWaarneming(proef.store).actor.waarneemtVoor.isEmpty)
    }

    @Test("alleen de teamleider van het team, voor een collega van hetzelfde team, niet te lang en niet voor gisteren")
    func regels() async throws {
        let proef = try Proefdienst()
        _ = try await proef.lopendTraject()
        for actor in [
            proef.fatima, proef.karel, Actor(user: proef.ids.make(), roles: [.teamleider], team: proef.anderTeam, purpose: "x"),
        ] {
            await #expect(throws: Failure.self) { try await neemWaar(proef, van: "2027-02-01", tot: "2027-02-02", door: actor) }
        }
        func fouten(_ van: String, _ tot: String, zelf: Bool = false) throws -> [String] {
            Waarneemregels.veldfouten(
                isZelf: zelf, waarnemerBegeleidt: true, zelfdeTeam: true, van: try dag(van), totEnMet: try dag(tot),
                vandaag: proef.vandaag
            ).map { "\($0.veld) \($0.code)" }
        }
        #expect(try fouten("2027-02-01", "2027-05-03") == [])
        #expect(try fouten("2027-02-01", "2027-05-04") == ["totEnMet te-lang"])
        #expect(try fouten("2027-02-02", "2027-02-01") == ["totEnMet voor-begin"])
        #expect(try fouten("2027-01-01", "2027-01-17") == ["totEnMet verleden"])
        #expect(try fouten("2027-02-01", "2027-02-02", zelf: true) == ["waarnemer zelf"])
    }

    @Test("de geschiedenis zegt wie het dossier wanneer had en wie waarnam")
    func geschiedenis() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        _ = try await neemWaar(proef, van: "2027-02-01", tot: "2027-03-14")
        proef.klok.zet(try dag("2027-02-20"))
        try await proef.wijsToe(dossier, aan: proef.karel)
        let rijen = try await ToewijzingenOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.teamleider))
        #expect(rijen.map(\.waarneming) == [false, true, false])
        #expect(rijen.map(\.begeleider) == [proef.karel.user, proef.karel.user, proef.fatima.user])
        #expect(rijen.map { $0.totEnMet?.description } == [nil, "2027-02-20", "2027-02-20"])
        #expect(rijen.last?.door == proef.teamleider.user)
    }
}
