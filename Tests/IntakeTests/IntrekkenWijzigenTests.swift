// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import IntakeApp

/// What a gemeente does to an aanmelding afterwards.
@Suite(.timeLimit(.minutes(2)))
struct IntrekkenWijzigenTests {
    /// Two of the same person: the second waits.
    private func wachtend(_ proef: Opstelling) async throws -> JSONWaarde {
        _ = try await proef.stuur(Proefbericht.aanmelding(0))
        let tweede = Proefbericht.aanmelding(0)
        _ = try await proef.stuur(tweede)
        #expect(try await proef.toestand(tweede).toestand == "in-controle")
        return tweede
    }

    @Test("een aanmelding die wacht, kan worden ingetrokken, ook twee keer")
    func intrekken() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        let intrekking = Proefbericht.intrekking(van: bericht)
        #expect(try await proef.stuur(intrekking).status == 202)
        #expect(try await proef.stuur(intrekking).status == 202)
        #expect(try await proef.stuur(Proefbericht.intrekking(van: bericht)).status == 202)
        #expect(try await proef.toestand(bericht).toestand == "ingetrokken")
        #expect(try await proef.gebeurtenissen(AanmeldingIngetrokken.self).count == 1)
    }

    @Test("wie al is geaccepteerd, wordt niet met een bericht ingetrokken")
    func teLaat() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        let antwoord = try await proef.stuur(Proefbericht.intrekking(van: bericht))
        #expect(antwoord.status == 409)
        #expect(antwoord.text.contains("al-geaccepteerd"))
        #expect(try await proef.toestand(bericht).toestand == "geaccepteerd")
    }

    @Test("een wijziging of intrekking van een onbekende aanmelding: 400")
    func onbekend() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        for ander in [Proefbericht.intrekking(van: bericht), Proefbericht.wijziging(van: bericht, [:])] {
            let antwoord = try await proef.stuur(ander)
            #expect(antwoord.status == 400)
            #expect(antwoord.text.contains("data.aanmeldingId"))
        }
        #expect(try await proef.rijen() == 0)
    }

    @Test("een wijziging van wie wacht, wordt opnieuw beoordeeld")
    func opnieuw() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        let wijziging = Proefbericht.wijziging(
            van: bericht, ["data.client.bsn": .tekst(Proefbericht.bsn(5)), "data.client.voornamen": "Selam"])
        #expect(try await proef.stuur(wijziging).status == 202)
        #expect(try await proef.toestand(bericht).toestand == "geaccepteerd")
        #expect(try await proef.aantal("SELECT count(*) FROM persoon WHERE naam LIKE 'Selam %'") == 1)
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 2)
    }

    @Test("een wijziging van wie al is geaccepteerd, wordt bewaard voor een medewerker en verandert niets")
    func bewaard() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        let wijziging = Proefbericht.wijziging(van: bericht, ["data.client.huisnummer": "99"])
        #expect(try await proef.stuur(wijziging).status == 202)
        let toestand = try await proef.toestand(bericht)
        #expect(toestand.toestand == "geaccepteerd" && toestand.wijziging == "in-controle")
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 1)
    }

    @Test("een wijziging verplaatst niemand naar een andere gemeente en heropent niets")
    func grenzen() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef)
        _ = try await proef.stuur(Proefbericht.intrekking(van: bericht))
        #expect(try await proef.stuur(Proefbericht.wijziging(van: bericht, [:])).status == 409)
    }

    @Test("de lijst geeft wat is gewijzigd, bladzijde voor bladzijde, en niets van een ander")
    func lijst() async throws {
        struct Lijst: Decodable {
            struct Regel: Decodable { var aanmeldingId: String }
            var aanmeldingen: [Regel]
            var volgende: String?
        }
        let proef = try await Opstelling()
        for nummer in 0..<5 { _ = try await proef.stuur(Proefbericht.aanmelding(nummer)) }
        var (seen, path) = ([String](), "/v1/aanmeldingen?aantal=2")
        for _ in 0..<4 {
            let bladzijde = try JSONDecoder().decode(Lijst.self, from: try await proef.vraag(path).body)
            seen += bladzijde.aanmeldingen.map(\.aanmeldingId)
            guard let next = bladzijde.volgende else { break }
            path = next
        }
        #expect(seen.count == 5 && Set(seen).count == 5)
        let later = try JSONDecoder().decode(
            Lijst.self, from: try await proef.vraag("/v1/aanmeldingen?gewijzigdNa=2027-01-12T00:00:00%2B01:00").body)
        #expect(later.aanmeldingen.isEmpty)
        for fout in ["gewijzigdNa=gisteren", "aantal=0", "aantal=1000", "na=x"] {
            #expect(try await proef.vraag("/v1/aanmeldingen?\(fout)").status == 400)
        }

        let ander = try Opstelling.token(
            oin: try OIN(parsing: "00000099000000000077"), gemeenten: [try Gemeentecode(parsing: "0034")],
            in: proef.map.appending(component: "koppeling.json"))
        let leeg = try await proef.client.send(.get, "/v1/aanmeldingen", headers: [.authorization: "Bearer \(ander)"])
        #expect(try JSONDecoder().decode(Lijst.self, from: leeg.body).aanmeldingen.isEmpty)
        let een = try await proef.client.send(
            .get, "/v1/aanmeldingen/\(try #require(seen.first))", headers: [.authorization: "Bearer \(ander)"])
        #expect(een.status == 404)
        #expect(try await proef.vraag("/v1/aanmeldingen/12").status == 400)
    }
}
