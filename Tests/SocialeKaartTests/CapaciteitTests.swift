// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Opslag
import Testing
import Web

@testable import SocialeKaartApp

@Suite("Plaatsen: gemeld, vastgehouden, vrijgegeven", .timeLimit(.minutes(1)))
struct CapaciteitTests {
    private func nu(_ o: Kaartopstelling) async throws -> Capaciteitsregel? {
        try await o.verwijzingen.afspraak(
            .init(voorziening: try #require(VoorzieningID(Kaartopstelling.bibliotheek))), als: o.begeleider
        ).capaciteit
    }

    private func meld(_ o: Kaartopstelling, _ body: String, voorziening: String = Kaartopstelling.bibliotheek) async throws -> Int
    {
        try await o.client.send(
            .put, "/v1/voorzieningen/\(voorziening)/capaciteit",
            headers: [.authorization: "Bearer token-bibliotheek", .contentType: "application/json"], body: Data(body.utf8)
        ).status
    }

    @Test("de partner meldt de eigen voorziening, van een ander weet hij niets")
    func melden() async throws {
        let o = try await Kaartopstelling()
        #expect(try await nu(o) == nil)
        #expect(try await meld(o, #"{"antwoord":"plaats","vrij":2,"maximum":10}"#) == 204)
        #expect(try await nu(o)?.over == 2)
        #expect(try await meld(o, #"{"antwoord":"plaats","vrij":2}"#, voorziening: Kaartopstelling.schuldhulp) == 404)
        for fout in [
            #"{"antwoord":"misschien"}"#, #"{"antwoord":"plaats","vrij":-1}"#, #"{"antwoord":"plaats","vrij":"2"}"#,
            #"{"antwoord":"plaats","vrij":11,"maximum":10}"#, #"{"antwoord":"plaats","vrij":0}"#,
            #"{"antwoord":"plaats","wie":"x"}"#,
        ] { #expect(try await meld(o, fout) == 400, "\(fout)") }
        #expect(try await nu(o)?.over == 2)
    }

    @Test("versturen houdt een plaats vast tot het antwoord; zwijgen geeft haar vrij")
    func vasthouden() async throws {
        let o = try await Kaartopstelling()
        _ = try await meld(o, #"{"antwoord":"plaats","vrij":1}"#)
        let id = try await o.verstuurd()
        #expect(try await nu(o)?.over == 0)
        #expect(try await nu(o)?.stand == "geen-plaats")
        // A second person may still be sent; no place is held for it, and the worker was warned.
        let ander: DossierID = nieuw()
        try await o.wijsToe(ander, aan: o.begeleider)
        let tweede = try await o.concept(dossier: ander)
        let beeld = try await o.verwijzingen.opvragen(.init(verwijzing: tweede), als: o.begeleider, because: nil)
        #expect(beeld.waarschuwingen.contains("geen-plaats"))
        try await o.verstuur(tweede)
        #expect(try await o.aantal("reservering") == 1)
        o.klok.zet(datum("2027-02-09"))
        try await o.verwijzingen.termijnenBewaken()
        #expect(try await o.rij(id).toestand == .verlopen)
        #expect(try await nu(o)?.over == 1)
    }

    @Test("aannemen neemt de plaats in tot de partner opnieuw meldt; de wachtlijst geeft haar vrij")
    func aannemen() async throws {
        let o = try await Kaartopstelling()
        _ = try await meld(o, #"{"antwoord":"plaats","vrij":2}"#)
        let id = try await o.verstuurd()
        let partner = Partner(organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "bieb")
        func stap(_ naar: VerwijzingToestand, _ velden: [String: String]) async throws {
            _ = try await o.verwijzingen.partnerStap(
                id, partner, sleutel: UUID().uuidString, versie: try await o.versie(id), naar: naar, velden: velden,
                because: o.opdracht(als: partner.actor))
        }
        #expect(try await nu(o)?.over == 1)
        try await stap(.wachtlijst, ["herzieningsdatum": "2027-02-10"])
        #expect(try await nu(o)?.over == 2)
        o.klok.zet(datum("2027-02-02"))
        try await stap(.geaccepteerd, ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-08"])
        let na = try await nu(o)
        #expect(na?.over == 1 && na?.gereserveerd == 0)
        o.klok.zet(datum("2027-02-03"))
        _ = try await meld(o, #"{"antwoord":"plaats","vrij":5}"#)
        #expect(try await nu(o)?.over == 5)
    }

    @Test("na dertig dagen weet niemand het meer")
    func verouderd() async throws {
        let o = try await Kaartopstelling()
        _ = try await meld(o, #"{"antwoord":"plaats","vrij":2}"#)
        o.klok.zet(datum("2027-03-03"))
        #expect(try await nu(o)?.stand == "plaats")
        o.klok.zet(datum("2027-03-04"))
        let regel = try await nu(o)
        #expect(regel?.stand == "onbekend" && regel?.over == nil)
    }
}
