// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing
import Web

@testable import IntakeApp

/// What becomes of an aanmelding: person, household, number, events.
@Suite(.timeLimit(.minutes(2)))
struct AanvaardingTests {
    @Test("een gewone aanmelding wordt meteen geaccepteerd en zegt anderen alleen feiten")
    func gewoon() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        #expect(try await proef.toestand(bericht) == .init(toestand: "geaccepteerd", redenen: [], dossiernummer: "W-2027-0001"))
        let event = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first)
        #expect(event.dossiernummer == "W-2027-0001")
        #expect(event.opdracht == "almere-2027")
        #expect(event.team == TeamID(team: "Almere"))
        #expect(event.eigenTraject && event.factureerbaar)
        #expect(event.is18 == .ja)
        #expect(event.datumHuisvesting == Datum("2027-01-18"))
        #expect(event.postcode4 == "1315")
        #expect(event.spreektaal == "tr" && event.tolkNodig)
        #expect(event.ontvangenOp == Datum(Opstelling.vandaag))
    }

    @Test("in de gebeurtenissen en in de opslag staat geen BSN, naam of adres in klare tekst waar het niet hoort")
    func geheim() async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(Proefbericht.aanmelding(0, ["data.client.vnummer": "2990000001"]))
        for event in try await proef.parts.store.outbox(after: 0, limit: 10) {
            let text = String(decoding: event.envelope + event.data, as: UTF8.self)
            for secret in ["999900006", "2990000001", "Işık", "1990-03-12", "Voorbeeldpad", "0612345678", "31612345678"] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
        try await proef.parts.store.close()
        for file in ["intake.sqlite", "intake.sqlite-wal", "kluis.sqlite"] {
            let bytes = (try? Data(contentsOf: proef.map.appending(component: file))) ?? Data()
            for secret in ["999900006", "2990000001", "Voorbeeldpad", "31612345678"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(file)")
            }
        }
    }

    @Test("wie ontheemd is uit Oekraïne, wordt afgewezen, en dat hoort de gemeente")
    func oekraine() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(0, ["data.doelgroep": "ontheemde-oekraine"])
        #expect(try await proef.stuur(bericht).status == 202)
        #expect(try await proef.toestand(bericht) == .init(toestand: "afgewezen", redenen: ["ontheemde-oekraine"]))
        #expect(try await proef.gebeurtenissen(AanmeldingAfgewezen.self).map(\.reden) == ["ontheemde-oekraine"])
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).isEmpty)
        // Nobody is held up by who was refused.
        let ander = Proefbericht.aanmelding(0)
        _ = try await proef.stuur(ander)
        #expect(try await proef.toestand(ander).toestand == "geaccepteerd")
    }

    @Test(
        "wie al bekend kan zijn, wacht op een medewerker",
        arguments: [
            [
                "data.client.voornamen": "Iemand", "data.client.geslachtsnaam": "Anders",
                "data.client.geboortedatum.datum": "1980-01-01",
            ],
            // Other number, same folded name in another order, same birth date.
            ["data.client.bsn": "999900018", "data.client.voornamen": "ISIK", "data.client.geslachtsnaam": "Sukru A"],
        ] as [[String: JSONWaarde]])
    func dubbel(_ wijzig: [String: JSONWaarde]) async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(Proefbericht.aanmelding(0))
        let tweede = Proefbericht.aanmelding(0, wijzig.mapValues(Optional.some))
        _ = try await proef.stuur(tweede)
        #expect(try await proef.toestand(tweede) == .init(toestand: "in-controle", redenen: ["nadere-controle"]))
        #expect(try await proef.aantal("SELECT count(*) FROM persoon") == 1)
    }

    @Test("een gezin komt in één huishouden, en een kind gaat mee met het hoofd, ook als het eerder komt")
    func gezin() async throws {
        let proef = try await Opstelling()
        func lid(_ nummer: Int, _ rol: JSONWaarde, _ doelgroep: JSONWaarde, _ geboren: JSONWaarde) -> JSONWaarde {
            Proefbericht.aanmelding(
                nummer,
                [
                    "data.huishouden.huishoudenId": "H-gezin", "data.huishouden.rol": rol, "data.doelgroep": doelgroep,
                    "data.client.geboortedatum.datum": geboren,
                ])
        }
        for bericht in [
            lid(1, "kind", "kind", "2016-02-02"), lid(2, "partner", "statushouder18plus", "1991-01-01"),
            lid(3, "hoofd", "statushouder18plus", "1989-01-01"), lid(4, "kind", "kind", "2019-03-03"),
        ] { #expect(try await proef.stuur(bericht).status == 202) }
        let events = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self)
        #expect(Set(events.map(\.huishouden)).count == 1)
        #expect(events.map(\.eigenTraject) == [false, true, true, false])
        #expect(events[0].meerijdendMet == nil)
        #expect(events[3].meerijdendMet == events[2].dossier)
        #expect(events[3].wordt18In == "2037-03")
        #expect(events.map(\.factureerbaar) == [false, true, true, false])
        #expect(try await proef.aantal("SELECT count(*) FROM huishouden") == 1)
    }

    @Test("een kind zonder huishouden komt via de ouder in het huishouden van de ouder")
    func ouder() async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(Proefbericht.aanmelding(1, ["data.huishouden": nil]))
        _ = try await proef.stuur(
            Proefbericht.aanmelding(
                2,
                [
                    "data.huishouden": nil, "data.doelgroep": "kind", "data.client.geboortedatum.datum": "2016-02-02",
                    "data.ouderOfVoogd": .object(["bsn": .tekst(Proefbericht.bsn(1))]),
                ]))
        let events = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self)
        #expect(events.count == 2)
        #expect(events.last?.meerijdendMet == events.first?.dossier)
        #expect(events.last?.huishouden == events.first?.huishouden)
    }

    @Test("zonder naam en met alleen een V-nummer kan ook")
    func kaal() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding(
            0,
            [
                "data.client": .object([
                    "vnummer": "2990000001", "geslachtsnaam": ".",
                    "geboortedatum": .object(["datum": "1978-01-01", "gebruik": "2"]),
                ])
            ])
        #expect(try await proef.stuur(bericht).status == 202)
        #expect(try await proef.toestand(bericht).toestand == "geaccepteerd")
        #expect(
            try await proef.aantal("SELECT count(*) FROM persoon WHERE naam = 'naam onbekend' AND geboortedatum = '1978'") == 1)
    }

    @Test("onder geheimhouding gaat zelfs de postcode niet mee")
    func geheimhouding() async throws {
        let proef = try await Opstelling()
        _ = try await proef.stuur(Proefbericht.aanmelding(0, ["data.geheimhouding": .logisch(true)]))
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).map(\.postcode4) == [nil])
    }
}
