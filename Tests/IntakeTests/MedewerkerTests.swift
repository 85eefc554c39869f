// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import IntakeApp

/// Deciding by a worker: who may, once, with the version that was seen.
@Suite(.timeLimit(.minutes(2)))
struct MedewerkerTests {
    static let almere = TeamID(team: "Almere")
    static let teamleider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "aanmelding")

    private func opdracht(_ type: String) -> Envelope {
        Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: type, time: Date(), actor: Self.teamleider)
    }

    private func wachtend(_ proef: Opstelling) async throws -> Aanmeldingsregel {
        _ = try await proef.stuur(Proefbericht.aanmelding(0))
        _ = try await proef.stuur(Proefbericht.aanmelding(0))
        let lijst = try await AanmeldingenTonen(parts: proef.parts)(
            AanmeldingenLijst(toestand: .inControle, page: PageRequest()), Self.teamleider)
        return try #require(lijst.rows.first)
    }

    @Test("de lijst toont wie wacht, waarom, en met wie het dubbel kan zijn")
    func lijst() async throws {
        let proef = try await Opstelling()
        let regel = try await wachtend(proef)
        #expect(regel.redenen == ["mogelijk-dubbel"])
        #expect(regel.mogelijkDubbelMet.map(\.dossiernummer) == ["W-2027-0001"])
        #expect(regel.naam == "Şükrü a Işık")
        #expect(regel.doelgroep == .statushouder18plus)
    }

    @Test("een teamleider accepteert wie wachtte; het bevel heeft één gevolg")
    func accepteren() async throws {
        let proef = try await Opstelling()
        let regel = try await wachtend(proef)
        let bevel = AanmeldingAccepteren(aanmelding: regel.aanmelding, versie: regel.versie)
        let envelope = opdracht(AanmeldingAccepteren.type)
        for _ in 0..<2 { _ = try await Accepteren(parts: proef.parts)(bevel, envelope, Self.teamleider) }
        let events = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self)
        #expect(events.map(\.dossiernummer) == ["W-2027-0001", "W-2027-0002"])
        #expect(events.last?.aanmelding == regel.aanmelding)
        await #expect(throws: Failure.self) {
            _ = try await Accepteren(parts: proef.parts)(bevel, opdracht(AanmeldingAccepteren.type), Self.teamleider)
        }
    }

    @Test("een teamleider wijst af met een reden die de gemeente ziet")
    func afwijzen() async throws {
        let proef = try await Opstelling()
        let regel = try await wachtend(proef)
        let fout = AanmeldingAfwijzen(aanmelding: regel.aanmelding, reden: "geen zin", versie: regel.versie)
        await #expect(throws: Failure.self) {
            _ = try await Afwijzen(parts: proef.parts)(fout, opdracht(AanmeldingAfwijzen.type), Self.teamleider)
        }
        let bevel = AanmeldingAfwijzen(aanmelding: regel.aanmelding, reden: "dubbel", versie: regel.versie)
        _ = try await Afwijzen(parts: proef.parts)(bevel, opdracht(AanmeldingAfwijzen.type), Self.teamleider)
        #expect(try await proef.gebeurtenissen(AanmeldingAfgewezen.self).map(\.reden) == ["dubbel"])
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 1)
    }

    @Test("wie een oudere versie zag, krijgt een botsing en verandert niets")
    func botsing() async throws {
        let proef = try await Opstelling()
        let regel = try await wachtend(proef)
        let bevel = AanmeldingAccepteren(aanmelding: regel.aanmelding, versie: regel.versie + 1)
        await #expect {
            _ = try await Accepteren(parts: proef.parts)(bevel, opdracht(AanmeldingAccepteren.type), Self.teamleider)
        } throws: { error in
            if case Failure.conflict = error { true } else { false }
        }
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 1)
    }

    @Test(
        "wie er niet over gaat, ziet niets en beslist niet",
        arguments: [
            Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.beheerder], purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.client], purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0363", purpose: "x"),
            .service(purpose: "x"),
        ])
    func ander(_ actor: Actor) async throws {
        let proef = try await Opstelling()
        let regel = try await wachtend(proef)
        let lijst = try await AanmeldingenTonen(parts: proef.parts)(
            AanmeldingenLijst(toestand: .inControle, page: PageRequest()), actor)
        #expect(lijst.rows.isEmpty)
        let accepteren = AanmeldingAccepteren(aanmelding: regel.aanmelding, versie: regel.versie)
        await #expect(throws: Failure.self) {
            _ = try await Accepteren(parts: proef.parts)(accepteren, opdracht(AanmeldingAccepteren.type), actor)
        }
        let afwijzen = AanmeldingAfwijzen(aanmelding: regel.aanmelding, reden: "dubbel", versie: regel.versie)
        await #expect(throws: Failure.self) {
            _ = try await Afwijzen(parts: proef.parts)(afwijzen, opdracht(AanmeldingAfwijzen.type), actor)
        }
    }

    @Test("een begeleider van het team ziet wie wacht maar beslist niet")
    func begeleider() async throws {
        let proef = try await Opstelling()
        let regel = try await wachtend(proef)
        let actor = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: Self.almere, purpose: "x")
        let lijst = try await AanmeldingenTonen(parts: proef.parts)(
            AanmeldingenLijst(toestand: .inControle, page: PageRequest()), actor)
        #expect(lijst.rows.count == 1)
        #expect(lijst.rows.first?.mogelijkDubbelMet.first?.naam != nil)
        let bevel = AanmeldingAccepteren(aanmelding: regel.aanmelding, versie: regel.versie)
        await #expect {
            _ = try await Accepteren(parts: proef.parts)(bevel, opdracht(AanmeldingAccepteren.type), actor)
        } throws: { error in
            if case Failure.notAllowed = error { true } else { false }
        }
    }

    @Test("de lijst is te bladeren, de oudste eerst")
    func bladeren() async throws {
        let proef = try await Opstelling()
        for _ in 0..<5 { _ = try await proef.stuur(Proefbericht.aanmelding(0)) }
        var (seen, after): ([AanmeldingID], String?) = ([], nil)
        repeat {
            let page = try await AanmeldingenTonen(parts: proef.parts)(
                AanmeldingenLijst(toestand: .inControle, page: PageRequest(after: after, limit: 2)), Self.teamleider)
            seen += page.rows.map(\.aanmelding)
            after = page.next
        } while after != nil
        #expect(seen.count == 4 && Set(seen).count == 4)
    }
}
