// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Verdelen en toewijzen", .timeLimit(.minutes(1)))
struct ToewijzenTests {
    private func teVerdelen(_ proef: Proefdienst, _ actor: Actor? = nil, limit: Int = 25) async throws -> [DossierID] {
        var (dossiers, na): ([DossierID], String?) = ([], nil)
        repeat {
            let pagina = try await TeVerdelen(page: PageRequest(after: na, limit: limit))
                .tonen(proef.middelen, proef.verzoek(actor ?? proef.teamleider))
            dossiers += pagina.rows.map(\.dossier)
            na = pagina.next
        } while na != nil
        return dossiers
    }

    @Test("de oudste start staat bovenaan, bladzijde na bladzijde, zonder meerijdende kinderen")
    func lijst() async throws {
        let proef = try Proefdienst()
        let laat = try proef.persoon(huisvesting: "2027-02-01")
        let vroeg = try proef.persoon(huisvesting: "2027-01-04", nummer: 2)
        let midden = try proef.persoon(huisvesting: "2027-01-10", nummer: 3)
        let kind = try proef.persoon(.kind, huishouden: laat.huishouden, nummer: 4)
        for event in [laat, vroeg, midden, kind] { try await proef.ontvang(event) }
        #expect(try await teVerdelen(proef, limit: 2) == [vroeg.dossier, midden.dossier, laat.dossier])
        let regel = try #require(
            try await TeVerdelen(page: PageRequest()).tonen(proef.middelen, proef.verzoek(proef.teamleider)).rows.first)
        #expect(regel.eersteContactUiterlijk == (try dag("2027-01-25")))
        #expect((regel.spreektaal, regel.tolkNodig, regel.doelgroep) == ("ti", true, .statushouder18plus))
    }

    @Test("elk dossier zegt hoe zwaar het weegt en waarom, met de kinderen die meegaan")
    func gewicht() async throws {
        let proef = try Proefdienst()
        let ouder = try proef.persoon()
        let alleen = try proef.persoon(huisvesting: "2027-01-04", nummer: 2)
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, met: ouder.dossier, nummer: 3)
        for event in [ouder, alleen, kind] { try await proef.ontvang(event) }
        let regels = try await TeVerdelen(page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.teamleider)).rows
        func regel(_ dossier: DossierID) throws -> TeVerdelenRegel { try #require(regels.first { $0.dossier == dossier }) }
        let (met, zonder) = (try regel(ouder.dossier), try regel(alleen.dossier))
        let contract = try almere().caseload
        #expect(zonder.gewicht.map { $0 > 0 } == true && zonder.gewichtWaarom?.contains("Bron: ") == true)
        #expect(met.gewicht == zonder.gewicht.map { $0 + contract.meerijdend })
        #expect(met.gewichtWaarom?.contains("Met 1 die meerijden: samen \(met.gewicht ?? 0)%.") == true)
        // It is what the caseload of the begeleider says once it was given.
        try await proef.wijsToe(alleen.dossier)
        let caseload = try await CaseloadOpvragen(begeleider: nil, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(caseload.pagina.rows.map(\.gewicht) == [zonder.gewicht])
    }

    @Test("een kind zonder ouder met een traject staat er ook op: niemand valt weg")
    func kindAlleen() async throws {
        let proef = try Proefdienst()
        let kind = try proef.persoon(.kind)
        try await proef.ontvang(kind)
        #expect(try await teVerdelen(proef) == [kind.dossier])
    }

    @Test("alleen de teamleider van dat team ziet en verdeelt")
    func andermansTeam() async throws {
        let proef = try Proefdienst()
        let event = try proef.persoon()
        try await proef.ontvang(event)
        let buurman = Actor(user: proef.ids.make(), roles: [.teamleider], team: proef.anderTeam, purpose: "begeleiding")
        #expect(try await teVerdelen(proef, buurman).isEmpty)
        #expect(try await teVerdelen(proef, proef.fatima).isEmpty)
        for actor in [buurman, proef.fatima] {
            await #expect(throws: Failure.self) {
                try await DossiersToewijzen(dossiers: [event.dossier], begeleider: proef.ids.make())
                    .uitvoeren(proef.middelen, proef.verzoek(actor))
            }
        }
    }

    @Test("wie is toegewezen gaat van de lijst; kinderen gaan mee, ook die later komen")
    func meerijders() async throws {
        let proef = try Proefdienst()
        let ouder = try proef.persoon()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        for event in [ouder, kind] { try await proef.ontvang(event) }
        try await proef.wijsToe(ouder.dossier)
        let later = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 3)
        try await proef.ontvang(later)
        let verteld = try await proef.verteld(DossierToegewezen.self)
        #expect(verteld.map(\.dossier) == [ouder.dossier, kind.dossier, later.dossier])
        #expect(verteld.allSatisfy { $0.begeleider == proef.fatima.user && $0.team == proef.team && $0.gemeente == "0034" })
        #expect(try await teVerdelen(proef).isEmpty)
        #expect(try await proef.overzicht(later.dossier).begeleider == proef.fatima.user)
    }

    @Test("opnieuw toewijzen aan dezelfde vertelt niets; aan een ander wel, en de eerste ziet het dossier niet meer")
    func opnieuw() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.wijsToe(event.dossier)
        #expect(try await proef.verteld(DossierToegewezen.self).count == 1)
        try await proef.wijsToe(event.dossier, aan: proef.karel)
        #expect(try await proef.verteld(DossierToegewezen.self).map(\.begeleider) == [proef.fatima.user, proef.karel.user])
        #expect(try await proef.vandaag().isEmpty)
        #expect(try await !proef.vandaag(proef.karel).isEmpty)
        await #expect(throws: Failure.notAllowed(reason: "U hebt geen toegang tot dit traject.")) {
            try await proef.overzicht(event.dossier)
        }
        #expect(try await proef.getal("SELECT COUNT(*) FROM toewijzing") == 2)
    }

    @Test("hetzelfde verzoek twee keer heeft één gevolg")
    func tweemaal() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let id = proef.ids.next()
        let karel = try #require(proef.karel.user)
        for _ in 0..<2 {
            _ = try await DossiersToewijzen(dossiers: [event.dossier], begeleider: karel)
                .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider, id: id))
        }
        #expect(try await proef.verteld(DossierToegewezen.self).count == 2)
    }

    private func fouten(_ proef: Proefdienst, _ dossiers: [DossierID], _ begeleider: GebruikerID) async throws -> [String] {
        do {
            _ = try await DossiersToewijzen(dossiers: dossiers, begeleider: begeleider)
                .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
            return []
        } catch Failure.invalid(let fouten) {
            return fouten.map { "\($0.field) \($0.code)" }
        }
    }

    @Test("de begeleider moet bekend zijn, nu werken, en in het team van het dossier zitten")
    func begeleider() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        func medewerker(_ rollen: Set<Role>, _ team: TeamID, actief: Bool = true) async throws -> GebruikerID {
            let id: GebruikerID = proef.ids.make()
            try await proef.ontvang(
                GebruikerGewijzigd(
                    gebruiker: id, rollen: rollen, team: team, gemeente: nil, organisatie: nil, actief: actief),
                van: .portaal)
            return id
        }
        let dossiers = [event.dossier]
        #expect(try await fouten(proef, dossiers, proef.ids.make()) == ["begeleider geen-begeleider"])
        #expect(
            try await fouten(proef, dossiers, medewerker([.begeleider], proef.team, actief: false)) == [
                "begeleider geen-begeleider"
            ])
        #expect(try await fouten(proef, dossiers, medewerker([.financieel], proef.team)) == ["begeleider geen-begeleider"])
        #expect(try await fouten(proef, dossiers, medewerker([.begeleider], proef.anderTeam)) == ["begeleider ander-team"])
        #expect(try await fouten(proef, dossiers, medewerker([.begeleider], proef.team)) == [])
        #expect(try await fouten(proef, [], proef.ids.make()) == ["dossiers aantal"])
    }

    @Test("een kind kan niet alleen naar een ander")
    func kindNaarAnder() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        let karel = try #require(proef.karel.user)
        await #expect(
            throws: Failure.state(reason: "Een kind gaat mee met het traject van de ouder of voogd. Wijs dat dossier toe.")
        ) {
            try await DossiersToewijzen(dossiers: [kind.dossier], begeleider: karel)
                .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        }
        // Together is fine, and nothing is told twice.
        _ = try await DossiersToewijzen(dossiers: [kind.dossier, ouder.dossier], begeleider: karel)
            .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        #expect(try await proef.verteld(DossierToegewezen.self).filter { $0.begeleider == karel }.count == 2)
    }
}
