// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Regeldag", .timeLimit(.minutes(1)))
struct RegeldagTests {
    private func zaken(
        _ doelgroep: Doelgroep, draagt: Bool = false, huisvesting: String? = "2027-01-18"
    ) throws -> [Regeldag.NieuweZaak] {
        let lid = Regeldag.Lid(
            doelgroep: doelgroep, verblijfsvorm: .eigenWoning,
            ankers: Ankers(geaccepteerdOp: try dag("2027-01-15"), datumHuisvesting: try huisvesting.map(dag)))
        return Regeldag.nieuweZaken(try almere().regeldag, lid: lid, draagtHuishouden: draagt)
    }

    @Test("een kind brengt school en jeugdgezondheidszorg mee, geen bankrekening en niets van het huishouden")
    func kind() throws {
        let codes = try Set(zaken(.kind).map(\.code))
        #expect(codes.isSuperset(of: ["school", "jeugdgezondheidszorg", "kinderbijslag"]))
        #expect(codes.isDisjoint(with: ["bankrekening", "huurcontract", "bijstand"]))
        #expect(try zaken(.kind).allSatisfy { $0.niveau == .persoon })
    }

    @Test("alleen wie het huishouden draagt brengt de stappen van het huishouden mee")
    func drager() throws {
        #expect(try zaken(.statushouder18plus, draagt: true).contains { $0.niveau == .huishouden && $0.code == "huurcontract" })
        #expect(try zaken(.statushouder18plus).allSatisfy { $0.niveau == .persoon })
    }

    /// Step, and the day it gets when somebody is housed on Monday 18 January 2027.
    @Test(
        "elke termijn telt vanaf het anker van de stap",
        arguments: [
            ("huurcontract", "2027-01-18"), ("brp-verhuizing", "2027-01-25"), ("bankrekening", "2027-01-25"),
            ("bijstand-voorschot", "2027-02-15"), ("digid", "2027-02-15"), ("huisarts", "2027-02-01"),
            ("huurtoeslag", "2028-04-01"),
        ])
    func termijn(_ code: String, _ verwacht: String) throws {
        let zaak = try #require(try zaken(.statushouder18plus, draagt: true).first { $0.code == code })
        #expect(zaak.uiterlijkOp == (try dag(verwacht)))
        #expect(zaak.waarom.contains("Bron: "))
    }

    @Test("een stap zonder bekend anker heeft geen dag en zegt welk anker ontbreekt")
    func zonderAnker() throws {
        let zaak = try #require(try zaken(.statushouder18plus).first { $0.code == "zorgverzekering" })
        #expect(zaak.uiterlijkOp == nil)
        #expect(
            zaak.waarom
                == "Nog geen datum: de dag van het besluit van de IND is niet bekend. Bron: Zorgverzekeringswet, artikel 5, vijfde lid."
        )
        #expect(try zaken(.kind, huisvesting: nil).allSatisfy { $0.uiterlijkOp == nil })
    }
}

@Suite("Regelzaak: van toestand naar toestand", .timeLimit(.minutes(1)))
struct RegelzaakregelsTests {
    /// From, and every other state it may go to.
    @Test(
        "alleen deze overgangen mogen",
        arguments: [
            (RegelzaakToestand.open, [RegelzaakToestand.nietVanToepassing, .aangevraagd, .toegekend]),
            (.aangevraagd, [.nietVanToepassing, .open, .toegekend, .afgewezen]),
            (.toegekend, [.open, .aangevraagd, .bezwaar]),
            (.afgewezen, [.nietVanToepassing, .open, .aangevraagd, .bezwaar]),
            (.bezwaar, [.open, .toegekend, .afgewezen]),
            (.nietVanToepassing, [.open]),
        ])
    func overgangen(_ van: RegelzaakToestand, _ naar: [RegelzaakToestand]) {
        let mag = RegelzaakToestand.allCases.filter { $0 != van && Regelzaakregels.toegestaan(van: van, naar: $0) }
        #expect(mag == naar)
    }

    private let ik = DossierID(UUID())
    private let partner = DossierID(UUID())

    private func stap(_ code: String, na: [String]) -> Regelstap {
        Regelstap(
            code: code, naam: code, leefgebied: .rechten, niveau: .persoon, anker: .huisvesting,
            termijn: Termijn(1, .week, bron: "proef"), na: na)
    }

    @Test("een stap wacht op de eigen eerdere stap en op die van het huishouden, niet op die van een ander")
    func wacht() {
        let bord = Regelzaakregels.Bord([
            Regelzaakregels.Stand(code: "brp", naam: "Inschrijven", dossier: ik, toestand: .toegekend),
            Regelzaakregels.Stand(code: "brp", naam: "Inschrijven", dossier: partner, toestand: .open),
            Regelzaakregels.Stand(code: "huur", naam: "Huurcontract", dossier: nil, toestand: .open),
        ])
        let digid = stap("digid", na: ["brp", "huur", "bestaat-niet"])
        #expect(bord.wachtOp(na: digid.na, dossier: ik, drager: ik) == ["Huurcontract"])
        #expect(bord.wachtOp(na: digid.na, dossier: partner, drager: partner) == ["Inschrijven", "Huurcontract"])
        // A step of the household waits for the steps of who brought it.
        #expect(bord.wachtOp(na: digid.na, dossier: nil, drager: ik) == ["Huurcontract"])
    }

    /// For which changes somebody must say why.
    @Test(
        "een reden hoort bij voor zijn beurt gaan, bij wat niet hoeft en bij teruggaan; een besluit van een instantie mag altijd",
        arguments: [
            (RegelzaakToestand.open, RegelzaakToestand.aangevraagd, ["Inschrijven"], Regelreden.Soort?.some(.voorrang)),
            (.open, .toegekend, ["Inschrijven"], .voorrang), (.open, .aangevraagd, [], nil), (.open, .toegekend, [], nil),
            (.open, .nietVanToepassing, ["Inschrijven"], .nietVanToepassing), (.aangevraagd, .toegekend, ["Inschrijven"], nil),
            (.aangevraagd, .afgewezen, ["Inschrijven"], nil), (.afgewezen, .bezwaar, [], nil),
            (.afgewezen, .aangevraagd, ["Inschrijven"], nil), (.bezwaar, .toegekend, [], nil),
            (.aangevraagd, .open, [], .terug), (.toegekend, .open, [], .terug), (.toegekend, .aangevraagd, [], .terug),
            (.bezwaar, .open, [], .terug), (.nietVanToepassing, .open, [], nil), (.open, .open, [], nil),
        ])
    func reden(_ van: RegelzaakToestand, _ naar: RegelzaakToestand, _ wacht: [String], _ soort: Regelreden.Soort?) {
        #expect(Regelzaakregels.reden(van: van, naar: naar, wachtOp: wacht) == soort)
        #expect((Regelzaakregels.vraag(van: van, naar: naar, wachtOp: wacht) == nil) == (soort == nil))
    }

    @Test("wie wacht leest waarop, en wat niet kan wordt gezegd")
    func zinnen() {
        #expect(
            Regelzaakregels.vraag(van: .open, naar: .aangevraagd, wachtOp: ["Inschrijven", "Huurcontract"])
                == "Eerst moet klaar zijn: Inschrijven en Huurcontract. Kies waarom dit toch al kan.")
        #expect(
            Regelzaakregels.bezwaar(van: .open, naar: .bezwaar)
                == "Deze regelzaak staat op “Open”. Daarna kan niet meteen “Bezwaar” komen.")
        #expect(Regelzaakregels.bezwaar(van: .open, naar: .aangevraagd) == nil)
    }

    @Test("een kind wacht op de rekening van de ouder, een volwassene niet op die van een ander")
    func ouder() {
        let bord = Regelzaakregels.Bord([
            Regelzaakregels.Stand(code: "rekening", naam: "Rekening openen", dossier: partner, toestand: .open),
            Regelzaakregels.Stand(code: "brp", naam: "Inschrijven", dossier: ik, toestand: .toegekend),
            Regelzaakregels.Stand(code: "brp", naam: "Inschrijven", dossier: partner, toestand: .open),
        ])
        let kinderbijslag = stap("kinderbijslag", na: ["brp", "rekening"])
        #expect(
            bord.wachtOp(na: kinderbijslag.na, dossier: ik, drager: ik, ouder: partner) == ["Rekening openen"])
        #expect(bord.wachtOp(na: kinderbijslag.na, dossier: ik, drager: ik) == [])
    }
}
