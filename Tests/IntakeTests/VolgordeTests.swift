// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import IntakeApp

/// Messages that arrive in another order than they were made in.
@Suite("Volgorde van berichten", .timeLimit(.minutes(2)))
struct VolgordeTests {
    /// Two of the same person: the second waits, so that its gegevens can be changed.
    private func wachtend(_ proef: Opstelling, _ wijzig: [String: JSONWaarde?]) async throws -> JSONWaarde {
        _ = try await proef.stuur(Proefbericht.aanmelding(0))
        let tweede = Proefbericht.aanmelding(0, wijzig)
        _ = try await proef.stuur(tweede)
        #expect(try await proef.toestand(tweede).toestand == "in-controle")
        return tweede
    }

    private func naam(_ proef: Opstelling, _ bericht: JSONWaarde) async throws -> String? {
        guard case .tekst(let id)? = bericht["data.aanmeldingId"], let id = AanmeldingID(id) else { return nil }
        return try await proef.parts.store.read { try Aanmeldingregister.vind($0, id)?.naam }
    }

    @Test("een ouder volgnummer dat later komt, wordt bewaard en verandert niets; een nieuwer wel")
    func volgnummer() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef, ["sequence": "1"])
        func wijzig(_ naam: String, _ nummer: String) -> JSONWaarde {
            Proefbericht.wijziging(van: bericht, ["sequence": .tekst(nummer), "data.client.voornamen": .tekst(naam)])
        }
        #expect(try await proef.stuur(wijzig("Nieuw", "10")).status == 202)
        let oud = wijzig("Oud", "9")
        let antwoord = try await proef.stuur(oud)
        #expect(antwoord.status == 202)
        #expect(antwoord.text.contains("\"verouderd\":true"))
        #expect(try await naam(proef, bericht) == "Nieuw Işık")
        // The repeat of an old one gets the first answer too, and the next newer one counts.
        #expect(try await proef.stuur(oud).body == antwoord.body)
        let nieuwer = try await proef.stuur(wijzig("Nieuwst", "11"))
        #expect(!nieuwer.text.contains("verouderd"))
        #expect(try await naam(proef, bericht) == "Nieuwst Işık")
    }

    @Test("zonder volgnummer beslist time; zonder allebei telt de aankomst")
    func tijd() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef, ["time": "2027-01-11T08:00:00Z"])
        func wijzig(_ naam: String, _ tijd: String?) -> JSONWaarde {
            Proefbericht.wijziging(van: bericht, ["time": tijd.map { .tekst($0) }, "data.client.voornamen": .tekst(naam)])
        }
        _ = try await proef.stuur(wijzig("Nieuw", "2027-01-11T10:00:00+01:00"))
        _ = try await proef.stuur(wijzig("Oud", "2027-01-11T08:30:00Z"))
        #expect(try await naam(proef, bericht) == "Nieuw Işık")
        _ = try await proef.stuur(wijzig("Zonder", nil))
        #expect(try await naam(proef, bericht) == "Zonder Işık")
    }

    @Test("een late wijziging van voor de intrekking verandert niets en is geen fout")
    func naIntrekking() async throws {
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef, ["sequence": "1"])
        var intrekking = Proefbericht.intrekking(van: bericht)
        intrekking["sequence"] = "3"
        #expect(try await proef.stuur(intrekking).status == 202)
        let laat = try await proef.stuur(Proefbericht.wijziging(van: bericht, ["sequence": "2"]))
        #expect(laat.status == 202 && laat.text.contains("verouderd"))
        #expect(try await proef.toestand(bericht).toestand == "ingetrokken")
        #expect(try await proef.stuur(Proefbericht.wijziging(van: bericht, ["sequence": "4"])).status == 409)
    }

    @Test("welke volgorde ook: de nieuwste versie blijft over")
    func elkeVolgorde() async throws {
        var seed: UInt64 = 20_270_111
        print("seed \(seed)")
        let proef = try await Opstelling()
        let bericht = try await wachtend(proef, ["sequence": "0"])
        for ronde in 0..<5 {
            var nummers = (1...8).map { ronde * 10 + $0 }
            for plaats in nummers.indices.reversed() {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                nummers.swapAt(plaats, Int(seed >> 33) % (plaats + 1))
            }
            for nummer in nummers {
                let naam = "Versie\(Proefbericht.letters(nummer))"
                _ = try await proef.stuur(
                    Proefbericht.wijziging(
                        van: bericht, ["sequence": .tekst(String(nummer)), "data.client.voornamen": .tekst(naam)]))
            }
            #expect(try await naam(proef, bericht) == "Versie\(Proefbericht.letters(ronde * 10 + 8)) Işık")
        }
    }

    @Test("fouten van kopregels, gebeurtenis en gegevens staan in één lijst")
    func alleFouten() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(
            0,
            [
                "id": "1", "time": "gisteren", "sequence": "x1", "specversion": "0.3", "sequencetype": "Text",
                "data.client.bsn": "123456789", "data.client.geboortedatum.datum": "1990-02-30", "data.doelgroep": "toerist",
            ])
        var kop = proef.kop(bericht)
        kop[Kopregels.doel] = nil
        let antwoord = try await proef.client.send(.post, "/v1/aanmeldingen", headers: kop, body: bericht.data)
        #expect(antwoord.status == 400)
        let velden = Set(try JSONDecoder().decode(ProblemDetails.self, from: antwoord.body).fouten?.map(\.veld) ?? [])
        #expect(
            velden.isSuperset(of: [
                "doel", "id", "time", "sequence", "sequencetype", "specversion", "data.client.bsn",
                "data.client.geboortedatum.datum", "data.doelgroep",
            ]), "\(velden)")
        #expect(try await proef.rijen() == 0)
    }
}
