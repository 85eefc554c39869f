// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Regeldagbord", .timeLimit(.minutes(1)))
struct RegelzaakTests {
    private func zaak(_ proef: Proefdienst, _ dossier: DossierID, _ code: String) async throws -> Regeldagbord.Regelzaak {
        try #require(try await proef.bord(dossier).zaken.first { $0.code == code })
    }

    private func zet(
        _ proef: Proefdienst, _ dossier: DossierID, _ code: String, _ toestand: RegelzaakToestand, versie: Int? = nil,
        reden: Regelreden? = nil
    ) async throws {
        let zaak = try await zaak(proef, dossier, code)
        _ = try await RegelzaakZetten(
            dossier: dossier, regelzaak: zaak.regelzaak, toestand: toestand, versie: versie ?? zaak.versie, reden: reden
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("een stap toont dag, waarom, gevolg, wat mee moet en waarop hij wacht")
    func inhoud() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let bank = try await zaak(proef, event.dossier, "bankrekening")
        #expect(bank.uiterlijkOp == (try dag("2027-01-25")))
        #expect(bank.waarom.contains("1 week na de dag van huisvesting (maandag 18 januari 2027)"))
        #expect(bank.gevolg == "Uitkering en toeslagen kunnen niet worden betaald.")
        #expect(bank.meenemen == ["Verblijfsdocument", "BSN", "Huurcontract"])
        #expect(bank.letOp == "De rekening staat op naam van de cliënt zelf.")
        // The step for who comes from abroad is not this person's, so it holds up nothing.
        #expect(bank.wachtOp == ["Verhuizing doorgeven aan de gemeente"])
    }

    @Test("beginnen voor zijn beurt vraagt een reden en noemt wat eerst moet; daarna mag het vanzelf")
    func volgorde() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        await #expect(
            throws: Failure.invalid([
                FieldError(
                    "reden", code: "reden-nodig",
                    "Eerst moet klaar zijn: Verhuizing doorgeven aan de gemeente. Kies waarom dit toch al kan.")
            ])
        ) { try await zet(proef, event.dossier, "bankrekening", .aangevraagd) }
        try await zet(proef, event.dossier, "digid", .aangevraagd, reden: .tegelijk)
        #expect(try await zaak(proef, event.dossier, "digid").reden == .tegelijk)
        try await zet(proef, event.dossier, "brp-verhuizing", .aangevraagd)
        #expect(try await zaak(proef, event.dossier, "bankrekening").wachtOp.count == 1)
        try await zet(proef, event.dossier, "brp-verhuizing", .toegekend)
        try await zet(proef, event.dossier, "bankrekening", .aangevraagd)
        #expect(try await zaak(proef, event.dossier, "bankrekening").toestand == .aangevraagd)
    }

    @Test("een gezette stap vertelt één event, staat op de tijdlijn en gaat van de lijst van vandaag")
    func gevolgen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        func opLijst() async throws -> Bool {
            try await proef.vandaag().contains { $0.tekst == "Regelen: Verhuizing doorgeven aan de gemeente." }
        }
        #expect(try await opLijst())
        try await zet(proef, event.dossier, "brp-verhuizing", .toegekend)
        // The same again changes nothing.
        try await zet(proef, event.dossier, "brp-verhuizing", .toegekend)
        #expect(try await !opLijst())
        let verteld = try await proef.verteld(RegelzaakGewijzigd.self)
        #expect(verteld.map(\.code) == ["brp-verhuizing"])
        #expect(verteld.first?.dossier == event.dossier)
        let regels = try await TijdlijnOpvragen(dossier: event.dossier, soort: "regeldag", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(regels.first?.zin == "Verhuizing doorgeven aan de gemeente: “Open” werd “Geregeld”.")
        // Put back to open, it is due again.
        try await zet(proef, event.dossier, "brp-verhuizing", .open, reden: .vergissing)
        #expect(try await opLijst())
    }

    @Test("een oude versie geeft een conflict, ook als die stap inmiddels niet meer zou mogen")
    func conflict() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "brp-verhuizing", .nietVanToepassing, reden: .alGeregeld)
        do {
            try await zet(proef, event.dossier, "brp-verhuizing", .aangevraagd, versie: 1)
            Issue.record("de oude versie won")
        } catch Failure.conflict(let conflict) {
            #expect((conflict.yours, conflict.newest) == (1, 2))
        }
    }

    @Test("een stap van een ander huishouden is er niet")
    func anderHuishouden() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier)
        let zaak = try await zaak(proef, een.dossier, "digid")
        await #expect(throws: Failure.notFound(what: "regelzaak")) {
            try await RegelzaakZetten(dossier: twee.dossier, regelzaak: zaak.regelzaak, toestand: .nietVanToepassing, versie: 1)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
    }
}
