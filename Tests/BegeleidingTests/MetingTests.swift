// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Zelfredzaamheid meten", .timeLimit(.minutes(1)))
struct MetingTests {
    private func vol(_ stap: Int, _ anders: [Leefgebied: Int] = [:]) throws -> [Metingoverzicht.Score] {
        try #require(try almere().metingen).leefgebieden.map { .init(leefgebied: $0, score: anders[$0] ?? stap) }
    }

    private func meet(
        _ proef: Proefdienst, _ dossier: DossierID, _ moment: Meetmoment, _ scores: [Metingoverzicht.Score],
        ladder: Int? = nil, door actor: Actor? = nil
    ) async throws {
        _ = try await MetingVastleggen(dossier: dossier, moment: moment, op: proef.vandaag, scores: scores, ladder: ladder)
            .uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.fatima))
    }

    private func overzicht(_ proef: Proefdienst, _ dossier: DossierID) async throws -> Metingoverzicht {
        try await MetingenOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("een meting vraagt elk leefgebied, of een reden; alle fouten komen tegelijk")
    func fouten() throws {
        let regels = try #require(try almere().metingen)
        let dagen = (start: try dag("2027-01-18"), vandaag: try dag("2027-02-20"))
        func codes(_ scores: [Metingregels.Score], ladder: Int? = nil, op: String = "2027-02-20", uit: Set<Leefgebied> = [])
            throws
            -> [String]
        {
            Metingregels.veldfouten(
                scores, ladder: ladder, op: try dag(op), regels: regels, uit: uit, start: dagen.start, vandaag: dagen.vandaag
            ).map { "\($0.veld) \($0.code)" }
        }
        let goed = regels.leefgebieden.map { Metingregels.Score(leefgebied: $0, score: 3) }
        #expect(try codes(goed).isEmpty)
        #expect(try codes([]).count == regels.leefgebieden.count)
        #expect(try codes(goed, ladder: 7, op: "2027-02-21") == ["op toekomst", "ladder bereik"])
        #expect(try codes(goed, op: "2027-01-17") == ["op voor-start"])
        var anders = goed
        anders[0] = .init(leefgebied: .wonen, score: 6)
        anders[1] = .init(leefgebied: .financien, score: nil, reden: "zomaar")
        anders[2] = .init(leefgebied: .gezondheid, score: 2, reden: "wil-niet", eigen: 11)
        #expect(
            try codes(anders) == [
                "score-wonen bereik", "score-financien onbekend", "score-gezondheid beide", "eigen-gezondheid bereik",
            ])
        // What is left out for this person is not asked, and not taken either.
        #expect(try codes(goed, uit: [.gezondheid]) == ["score-gezondheid niet-gevraagd"])
        #expect(try codes(goed.filter { $0.leefgebied != .gezondheid }, uit: [.gezondheid]).isEmpty)
    }

    @Test("de opdracht zegt wanneer, en wie nog niet gemeten is staat op Vandaag")
    func wanneer() async throws {
        let proef = try Proefdienst(op: "2027-02-20")
        let dossier = try await proef.lopendTraject().dossier
        let momenten = try await overzicht(proef, dossier).momenten
        #expect(momenten.map(\.uiterlijkOp.description) == ["2027-03-01", "2027-06-18", "2027-10-10"])
        #expect(try await proef.vandaag().contains { $0.soort == "meting" && $0.uiterlijkOp?.description == "2027-03-01" })
        try await meet(proef, dossier, .start, try vol(2))
        #expect(try await !proef.vandaag().contains { $0.soort == "meting" })
        #expect(try await proef.verteld(MetingVastgelegd.self).map(\.moment) == [.start])
    }

    @Test("een verbetering komt erbij; de nieuwste telt en de oude blijft")
    func verbeteren() async throws {
        let proef = try Proefdienst(op: "2027-02-20")
        let dossier = try await proef.lopendTraject().dossier
        try await meet(proef, dossier, .start, try vol(2), ladder: 1)
        try await meet(proef, dossier, .start, try vol(3), ladder: 2)
        let meting = try #require(try await overzicht(proef, dossier).metingen.first)
        #expect((meting.aantal, meting.ladder, meting.scores.first?.score) == (2, 2, 3))
        #expect(try await proef.getal("SELECT COUNT(*) FROM meting") == 2)
    }

    @Test("twee mensen meten hetzelfde moment: de tweede hoort wie hem voor was en overschrijft niets")
    func tegelijk() async throws {
        let proef = try Proefdienst(op: "2027-02-20")
        let dossier = try await proef.lopendTraject().dossier
        func meet(_ stap: Int, versie: Int, door actor: Actor) async throws {
            _ = try await MetingVastleggen(
                dossier: dossier, moment: .start, op: proef.vandaag, scores: try vol(stap), ladder: nil, versie: versie
            ).uitvoeren(proef.middelen, proef.verzoek(actor))
        }
        try await meet(2, versie: 0, door: proef.fatima)
        do {
            try await meet(3, versie: 0, door: proef.teamleider)
            Issue.record("de tweede meting ging over de eerste heen")
        } catch Failure.conflict(let conflict) {
            #expect((conflict.yours, conflict.newest) == (0, 1) && conflict.changedBy == proef.fatima.user?.description)
        }
        #expect(try await overzicht(proef, dossier).metingen.first?.scores.allSatisfy { $0.score == 2 } == true)
        try await meet(3, versie: 1, door: proef.teamleider)
        #expect(try await overzicht(proef, dossier).metingen.first?.aantal == 2)
    }

    @Test("de verdeling telt mensen per richting, alleen met twee metingen, en niet onder de vijf")
    func verdeling() async throws {
        let proef = try Proefdienst(op: "2027-02-20")
        for nummer in 1...6 {
            let event = try proef.persoon(nummer: nummer)
            try await proef.ontvang(event)
            try await proef.wijsToe(event.dossier)
            try await meet(proef, event.dossier, .start, try vol(3))
            guard nummer <= 5 else { continue }
            // Wonen: two up, one down, two the same; werk of the first four only.
            try await meet(
                proef, event.dossier, .midden,
                try vol(3, [.wonen: [4, 5, 2, 3, 3][nummer - 1]]).map {
                    $0.leefgebied == .werk && nummer == 5 ? .init(leefgebied: .werk, score: nil, reden: "niet-aan-de-orde") : $0
                })
        }
        func verdeling(_ actor: Actor) async throws -> [MetingVerdeling.Gebied] {
            try await MetingVerdeling().tonen(proef.middelen, proef.verzoek(actor))
        }
        let gebieden = try await verdeling(proef.teamleider)
        #expect(
            gebieden.first { $0.leefgebied == .wonen }
                == .init(leefgebied: .wonen, aantal: 5, achteruit: 1, gelijk: 2, vooruit: 2))
        #expect(
            gebieden.first { $0.leefgebied == .werk }
                == .init(leefgebied: .werk, aantal: 4, achteruit: nil, gelijk: nil, vooruit: nil))
        let ander = Actor(user: proef.ids.make(), roles: [.teamleider], team: proef.anderTeam, purpose: "begeleiding")
        #expect(try await verdeling(ander).isEmpty)
        // The last measurement counts: the end goes before midway.
        let eerste = try #require(try await proef.verteld(MetingVastgelegd.self).first).dossier
        try await meet(proef, eerste, .einde, try vol(3, [.wonen: 1]))
        #expect(try await verdeling(proef.teamleider).first { $0.leefgebied == .wonen }?.achteruit == 2)
    }

    @Test("wie het dossier niet heeft, meet niet en ziet niets")
    func rechten() async throws {
        let proef = try Proefdienst(op: "2027-02-20")
        let dossier = try await proef.lopendTraject().dossier
        await #expect(throws: Failure.self) { try await meet(proef, dossier, .start, try vol(2), door: proef.karel) }
        await #expect(throws: Failure.self) {
            try await MetingenOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.karel))
        }
        #expect(try await overzicht(proef, dossier).metingen.isEmpty)
    }

    @Test("een leefgebied dat niet speelt wordt niet gevraagd, en kan weer aan")
    func gebiedUit() async throws {
        let proef = try Proefdienst(op: "2027-02-20")
        let dossier = try await proef.lopendTraject().dossier
        func zet(_ reden: String?) async throws {
            _ = try await MeetgebiedZetten(dossier: dossier, leefgebied: .opvoeding, uitReden: reden)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        try await zet("niet-aan-de-orde")
        #expect(
            try await overzicht(proef, dossier).leefgebieden.first { $0.leefgebied == .opvoeding }?.uitReden
                == "Speelt bij deze persoon niet")
        await #expect(throws: Failure.self) { try await meet(proef, dossier, .start, try vol(2)) }
        try await meet(proef, dossier, .start, try vol(2).filter { $0.leefgebied != .opvoeding })
        try await zet(nil)
        #expect(try await overzicht(proef, dossier).leefgebieden.allSatisfy { $0.uitReden == nil })
    }
}
