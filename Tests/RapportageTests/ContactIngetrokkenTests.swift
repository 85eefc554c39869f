// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import RapportageApp

@Suite("Een contact dat niet meer geldt", .timeLimit(.minutes(1)))
struct ContactIngetrokkenTests {
    @Test("het telt nergens meer mee, en het eerste contact wordt opnieuw gezocht")
    func ingetrokken() async throws {
        let p = persoon(1, team: TeamID(UUID()))
        let o = try Opstelling()
        let (fout, goed, beter) = (ContactmomentID(UUID()), ContactmomentID(UUID()), ContactmomentID(UUID()))
        func contact(_ id: ContactmomentID, _ dagen: Int, vervangt: ContactmomentID? = nil) -> Feit {
            Feit(
                .begeleiding,
                ContactmomentVastgelegd(
                    contactmoment: id, traject: p.traject, dossier: p.dossier, soort: .huisbezoek,
                    datum: p.gestartOp.adding(days: dagen), duurMinuten: 45, verschijning: .aanwezig, tolk: .geen,
                    vervangt: vervangt))
        }
        func ingetrokken(_ id: ContactmomentID, _ dagen: Int) -> Feit {
            Feit(
                .begeleiding,
                ContactmomentIngetrokken(
                    contactmoment: id, traject: p.traject, dossier: p.dossier, soort: .huisbezoek,
                    datum: p.gestartOp.adding(days: dagen), verschijning: .aanwezig, reden: .vergissing))
        }
        func eerste() async throws -> String? {
            try await o.store.read { try String.fetchOne($0, sql: "SELECT datum FROM eerste_contact") }
        }
        for feit in [p.ontvangen, p.geaccepteerd, p.gestart, contact(fout, 1), contact(goed, 9)] { try await o.komtBinnen(feit) }
        #expect(try await eerste() == p.gestartOp.adding(days: 1).description)
        try await o.komtBinnen(ingetrokken(fout, 1))
        #expect(try await eerste() == p.gestartOp.adding(days: 9).description)
        // A better version: the old one goes, the new one comes.
        try await o.komtBinnen(ingetrokken(goed, 9))
        #expect(try await eerste() == nil)
        try await o.komtBinnen(contact(beter, 5, vervangt: goed))
        #expect(try await eerste() == p.gestartOp.adding(days: 5).description)
        #expect(try await o.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM contact") } == 1)
    }
}
