// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import SocialeKaartApp

@Suite("De klok doet zijn werk", .timeLimit(.minutes(1)))
struct TermijnTests {
    @Test("wie niet antwoordt, wordt herinnerd en laat de verwijzing verlopen; de laatste dag telt nog")
    func verlopen() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        opstelling.klok.zet(datum("2027-02-03"))
        try await opstelling.verwijzingen.termijnenBewaken()
        var rij = try await opstelling.rij(id)
        #expect(rij.herinnerdOp == datum("2027-02-03") && rij.geescaleerdOp == datum("2027-02-03"))
        #expect(rij.versie == 2, "een herinnering is geen wijziging")
        opstelling.klok.zet(datum("2027-02-08"))
        try await opstelling.verwijzingen.termijnenBewaken()
        #expect(try await opstelling.rij(id).toestand == .verstuurd)
        opstelling.klok.zet(datum("2027-02-09"))
        try await opstelling.verwijzingen.termijnenBewaken()
        rij = try await opstelling.rij(id)
        #expect(rij.toestand == .verlopen && rij.vorige == .verstuurd && rij.uiterlijkOp == nil)
        #expect(try await opstelling.verteld(VerwijzingGewijzigd.self).last?.naar == .verlopen)
        let verteld = try await opstelling.verteld(VerwijzingGewijzigd.self).count
        #expect(try await opstelling.verwijzingen.termijnenBewaken() == 0)
        #expect(try await opstelling.verteld(VerwijzingGewijzigd.self).count == verteld)
    }

    @Test("een sprong over maanden in één keer eindigt hetzelfde")
    func sprong() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        opstelling.klok.zet(datum("2027-08-01"))
        try await opstelling.verwijzingen.termijnenBewaken()
        #expect(try await opstelling.rij(id).toestand == .verlopen)
    }

    @Test("een vergeten concept wordt na dertig dagen ingetrokken")
    func concept() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.concept()
        opstelling.klok.zet(datum("2027-03-03"))
        try await opstelling.verwijzingen.termijnenBewaken()
        #expect(try await opstelling.rij(id).toestand == .concept)
        opstelling.klok.zet(datum("2027-03-04"))
        try await opstelling.verwijzingen.termijnenBewaken()
        #expect(try await opstelling.rij(id).toestand == .ingetrokken)
    }

    @Test("wat gestart is verloopt niet, maar er komt wel een vraag")
    func gestart() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        let partner = Partner(
            organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "bibliotheek")
        var versie = 2
        for (naar, velden) in [
            (VerwijzingToestand.geaccepteerd, ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-02"]),
            (.gestart, ["datumEersteContact": "2027-02-01"]),
        ] {
            versie = try await opstelling.verwijzingen.partnerStap(
                id, partner, sleutel: "stap \(naar)", versie: versie, naar: naar, velden: velden,
                because: opstelling.opdracht(als: partner.actor))
        }
        opstelling.klok.zet(datum("2027-04-02"))
        try await opstelling.verwijzingen.termijnenBewaken()
        opstelling.klok.zet(datum("2027-12-01"))
        try await opstelling.verwijzingen.termijnenBewaken()
        let rij = try await opstelling.rij(id)
        #expect(rij.toestand == .gestart && rij.statusvraagOp == datum("2027-04-02") && rij.geescaleerdOp != nil)
        #expect(rij.taken == [.statusvraagOnbeantwoord])
        // Asked and unanswered: now the begeleider may round it off on the person's word.
        _ = try await opstelling.verwijzingen.overgaan(
            VerwijzingOvergang(
                verwijzing: id, versie: rij.versie, naar: .afgerond,
                velden: ["uitkomst": "onbekend", "einddatum": "2027-12-01", "bron": "clientmelding"]), als: opstelling.begeleider,
            because: opstelling.opdracht(als: opstelling.begeleider))
    }

    @Test("dertig dagen na het einde is het pakket weg")
    func leeg() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        _ = try await opstelling.verwijzingen.overgaan(
            VerwijzingOvergang(verwijzing: id, versie: 2, naar: .ingetrokken, velden: ["redenIntrekking": "verhuisd"]),
            als: opstelling.begeleider, because: opstelling.opdracht(als: opstelling.begeleider))
        opstelling.klok.zet(datum("2027-03-03"))
        try await opstelling.verwijzingen.termijnenBewaken()
        #expect(try await opstelling.aantal("deelpakket") == 1)
        opstelling.klok.zet(datum("2027-03-04"))
        try await opstelling.verwijzingen.termijnenBewaken()
        #expect(try await opstelling.aantal("deelpakket") == 0)
    }
}
