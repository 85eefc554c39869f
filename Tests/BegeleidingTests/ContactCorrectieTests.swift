// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import BegeleidingApp

@Suite("Contact: heel, verbeteren en intrekken", .timeLimit(.minutes(1)))
struct ContactCorrectieTests {
    private func tijdlijn(_ proef: Proefdienst, _ dossier: DossierID, _ soort: String? = "contact") async throws
        -> [Tijdlijnregel]
    {
        try await TijdlijnOpvragen(dossier: dossier, soort: soort, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
    }

    private func kaart(_ proef: Proefdienst, _ dossier: DossierID, _ id: ContactmomentID) async throws -> Contactmomentkaart {
        try await ContactmomentOpvragen(dossier: dossier, contactmoment: id).tonen(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("plaats, tolk, taal, wie erbij was en organisaties staan er, en organisaties zijn verzegeld")
    func heel() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        let bij = Contactomstandigheden(
            plaats: .instantie, tolkMinuten: 40, taal: "ti", aanwezigen: [kind.dossier], partners: " Huisarts Haven ")
        let id = try await ContactmomentVastleggen(
            dossier: ouder.dossier, soort: .afspraak, datum: proef.vandaag, duurMinuten: 45, verschijning: .aanwezig,
            tolk: .telefonisch, notitie: "Formulier ingevuld", bij: bij
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).contactmoment
        let regel = try #require(try await tijdlijn(proef, ouder.dossier).first)
        #expect(
            regel.zin
                == "Afspraak bij een instantie, 45 minuten. Tolk aan de telefoon, 40 minuten, Tigrinya. Er was 1 huisgenoot bij.")
        #expect((regel.contactmoment, regel.aanwezigen, regel.vervallen) == (id, [kind.dossier], nil))
        let kaart = try await kaart(proef, ouder.dossier, id)
        #expect(
            kaart.bij
                == .init(plaats: .instantie, tolkMinuten: 40, taal: "ti", aanwezigen: [kind.dossier], partners: "Huisarts Haven"))
        #expect((kaart.notitie, kaart.onleesbaar, kaart.vervallen) == ("Formulier ingevuld", false, nil))
        let verteld = try #require(try await proef.verteld(ContactmomentVastgelegd.self).first)
        #expect((verteld.plaats, verteld.tolkMinuten, verteld.vervangt) == (.instantie, 40, nil))
        let bestand =
            try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite"))
            + (try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite-wal")))
        #expect(bestand.range(of: Data("Huisarts Haven".utf8)) == nil)
        let voorstel = try await ContactvoorstelOpvragen(dossier: ouder.dossier)
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(voorstel.laatste?.soort == .afspraak && voorstel.laatste?.bij.plaats == .instantie)
        #expect(voorstel.laatste?.bij.partners == "")
    }

    @Test("alle fouten tegelijk: tolkminuten zonder tolk, een vreemde taal, iemand van elders, te veel organisaties")
    func fouten() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let buur = try proef.persoon(nummer: 2)
        try await proef.ontvang(buur)
        let bij = Contactomstandigheden(
            tolkMinuten: 5, taal: "xx", aanwezigen: [buur.dossier, ouder.dossier], partners: String(repeating: "a", count: 301))
        do {
            _ = try await ContactmomentVastleggen(
                dossier: ouder.dossier, soort: .spreekuur, datum: proef.vandaag, duurMinuten: 5, verschijning: .aanwezig,
                tolk: .geen, bij: bij
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
            Issue.record("er is iets vastgelegd")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map(\.field) == ["tolk", "taal", "aanwezigen", "partners"])
        }
    }

    @Test("een verbetering komt in de plaats, de oude blijft leesbaar en wie telt hoort het")
    func verbeteren() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        proef.klok.zet(try dag("2027-01-20"))
        let oud = try await proef.contact(event.dossier, op: "2027-01-19", .afspraak, .nietVerschenen, notitie: "Niemand thuis")
        // A call afterwards is the follow-up.
        try await proef.contact(event.dossier, op: "2027-01-19", .telefoon, .afgemeld)
        #expect(try await !proef.vandaag().contains { $0.soort == "no-show" })
        let nieuw = try await ContactmomentVastleggen(
            dossier: event.dossier, soort: .afspraak, datum: try dag("2027-01-19"), duurMinuten: 10,
            verschijning: .nietVerschenen, tolk: .geen, notitie: "Niemand thuis, briefje achtergelaten",
            vervangt: .init(oud, .aanvulling)
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).contactmoment
        // The better one keeps its place among the contacts of its day.
        #expect(try await !proef.vandaag().contains { $0.soort == "no-show" })
        #expect(try await proef.getal("SELECT no_show_reeks FROM dossier") == 1)

        let regels = try await tijdlijn(proef, event.dossier)
        #expect(regels.map(\.vervallen) == [nil, nil, "verbeterd"])
        #expect(regels.map(\.notitie) == ["Niemand thuis, briefje achtergelaten", nil, "Niemand thuis"])
        let eerste = try await kaart(proef, event.dossier, oud)
        #expect(eerste.notitie == "Niemand thuis")
        #expect((eerste.vervallen?.reden, eerste.vervallen?.vervangenDoor) == (.aanvulling, nieuw))
        #expect(try await kaart(proef, event.dossier, nieuw).vervangt == oud)
        let ingetrokken = try await proef.verteld(ContactmomentIngetrokken.self)
        #expect(ingetrokken.map(\.contactmoment) == [oud])
        #expect(try await proef.verteld(ContactmomentVastgelegd.self).last?.vervangt == oud)
        // What does not hold cannot be corrected once more.
        await #expect(throws: Failure.self) {
            try await ContactmomentIntrekken(dossier: event.dossier, contactmoment: oud, reden: .dubbel)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("een ingetrokken contact telt nergens meer mee en blijft met reden op de tijdlijn")
    func intrekken() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        proef.klok.zet(try dag("2027-01-25"))
        try await proef.contact(event.dossier, op: "2027-01-19", stap: "Bellen", stapOp: "2027-01-28")
        let fout = try await proef.contact(event.dossier, op: "2027-01-22", stap: "Andere stap", stapOp: "2027-02-20")
        #expect(try await proef.overzicht(event.dossier).laatsteContact == (try dag("2027-01-22")))
        let opdracht = ContactmomentIntrekken(
            dossier: event.dossier, contactmoment: fout, reden: .verkeerdePersoon, toelichting: "Was voor de buurvrouw")
        let verzoek = proef.verzoek(proef.fatima)
        _ = try await opdracht.uitvoeren(proef.middelen, verzoek)
        _ = try await opdracht.uitvoeren(proef.middelen, verzoek)
        let overzicht = try await proef.overzicht(event.dossier)
        #expect(overzicht.laatsteContact == (try dag("2027-01-19")))
        #expect(overzicht.volgendeStap == .init(tekst: "Bellen", op: try dag("2027-01-28")))
        let regels = try await tijdlijn(proef, event.dossier)
        #expect(regels.first?.zin == "Ingetrokken: huisbezoek van 22 januari 2027. Reden: het ging over iemand anders.")
        #expect(regels.map(\.vervallen) == [nil, "ingetrokken", nil])
        let kaart = try await kaart(proef, event.dossier, fout)
        #expect(kaart.vervallen?.toelichting == "Was voor de buurvrouw" && kaart.vervallen?.vervangenDoor == nil)
        #expect(try await proef.verteld(ContactmomentIngetrokken.self).count == 1)
        #expect(try await proef.getal("SELECT COUNT(*) FROM contactmoment") == 2)
    }

    @Test("een ander leest niets en trekt niets in; een vrijwilliger legt vast en verbetert niet")
    func rechten() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let id = try await proef.contact(event.dossier, op: "2027-01-18")
        let vrijwilliger = Actor(user: proef.fatima.user, roles: [.vrijwilliger], team: proef.team, purpose: "begeleiding")
        for actor in [
            proef.karel, vrijwilliger, Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: "0034", purpose: "x"),
        ] {
            await #expect(throws: Failure.self) {
                try await ContactmomentIntrekken(dossier: event.dossier, contactmoment: id, reden: .dubbel)
                    .uitvoeren(proef.middelen, proef.verzoek(actor))
            }
        }
        await #expect(throws: Failure.self) {
            try await ContactmomentOpvragen(dossier: event.dossier, contactmoment: id)
                .tonen(proef.middelen, proef.verzoek(proef.karel))
        }
        try await proef.contact(event.dossier, op: "2027-01-18", door: vrijwilliger)
        // A contact of another dossier cannot be reached through one's own.
        let ander = try proef.persoon(nummer: 2)
        try await proef.ontvang(ander)
        try await proef.wijsToe(ander.dossier)
        await #expect(throws: Failure.notFound(what: "contactmoment")) {
            try await ContactmomentOpvragen(dossier: ander.dossier, contactmoment: id)
                .tonen(proef.middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("elke soort gebeurtenis heeft een zin die af is", arguments: Tijdlijnfeit.Code.allCases)
    func zinnen(_ code: Tijdlijnfeit.Code) {
        let zin = Tijdlijnfeit(code).zin()
        #expect(zin.hasSuffix(".") && zin.count > 8 && zin.first?.isUppercase == true, "\(code.rawValue): \(zin)")
        #expect(!zin.contains("nil") && !zin.contains("Optional"), "\(code.rawValue): \(zin)")
    }

    @Test("een soort die deze versie nog niet kent houdt de tijdlijn niet tegen")
    func onbekendeSoort() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.store.write { tx in
            try tx.db.doe(
                "INSERT INTO tijdlijn (dossier, datum, soort, code, delen, op) VALUES (?, '2027-01-18', 'traject', 'straks', '{}', ?)",
                [event.dossier.description, tx.nowText])
        }
        #expect(try await tijdlijn(proef, event.dossier, nil).first?.zin.contains("nog geen woorden") == true)
    }
}
