// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Testing

@testable import BegeleidingApp

@Suite("Contact vastleggen", .timeLimit(.minutes(1)))
struct ContactmomentTests {
    @Test("een contact staat op de tijdlijn, in het overzicht en in een event; notitie en stap zijn verzegeld")
    func vastleggen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        proef.klok.zet(try dag("2027-01-20"))
        let id = try await proef.contact(
            event.dossier, op: "2027-01-19", notitie: "  Rustig gesprek  ", stap: "Samen naar de bank", stapOp: "2027-01-27")

        let verteld = try #require(try await proef.verteld(ContactmomentVastgelegd.self).first)
        #expect((verteld.contactmoment, verteld.datum, verteld.duurMinuten) == (id, try dag("2027-01-19"), 45))

        let overzicht = try await proef.overzicht(event.dossier)
        #expect(overzicht.laatsteContact == (try dag("2027-01-19")))
        #expect(overzicht.volgendeStap == .init(tekst: "Samen naar de bank", op: try dag("2027-01-27")))

        let regel = try #require(try await tijdlijn(proef, event.dossier, soort: "contact").first)
        #expect(regel.zin == "Huisbezoek, 45 minuten. Tolk aan de telefoon.")
        #expect((regel.notitie, regel.notitieOnleesbaar, regel.door) == ("Rustig gesprek", false, proef.fatima.user))

        let bestand =
            try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite"))
            + (try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite-wal")))
        #expect(bestand.range(of: Data("Rustig gesprek".utf8)) == nil)
        #expect(bestand.range(of: Data("Samen naar de bank".utf8)) == nil)
        #expect(bestand.range(of: Data("huisbezoek".utf8)) != nil)
    }

    private func tijdlijn(_ proef: Proefdienst, _ dossier: DossierID, soort: String? = nil) async throws -> [Tijdlijnregel] {
        try await TijdlijnOpvragen(dossier: dossier, soort: soort, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
    }

    @Test("is intake weg, dan blijft lezen gaan en zegt de notitie dat zij onleesbaar is; schrijven van een notitie wacht")
    func zonderSleutel() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.contact(event.dossier, op: "2027-01-18", notitie: "Rustig gesprek", stap: "Bellen", stapOp: "2027-01-20")
        await proef.keys.zet(weg: true)
        let regel = try #require(try await tijdlijn(proef, event.dossier, soort: "contact").first)
        #expect((regel.notitie, regel.notitieOnleesbaar) == (nil, true))
        #expect(try await proef.overzicht(event.dossier).volgendeStap?.tekst == onleesbaar)
        await #expect(throws: Failure.unavailable(what: "intake")) {
            try await proef.contact(event.dossier, op: "2027-01-18", notitie: "Nog een")
        }
        // Without free text there is nothing to seal.
        try await proef.contact(event.dossier, op: "2027-01-18")
        #expect(try await proef.verteld(ContactmomentVastgelegd.self).count == 2)
    }

    @Test("foute invoer noemt alle velden en legt niets vast")
    func fouten() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let opdracht = ContactmomentVastleggen(
            dossier: event.dossier, soort: .spreekuur, datum: try dag("2027-01-19"), duurMinuten: 601,
            verschijning: .aanwezig, tolk: .geen, doelen: [proef.ids.make()], volgendeStapOp: try dag("2027-01-01"))
        do {
            _ = try await opdracht.uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
            Issue.record("er is iets vastgelegd")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map(\.field) == ["datum", "duurMinuten", "doelen", "volgendeStap", "volgendeStapOp"])
        }
        #expect(try await proef.getal("SELECT COUNT(*) FROM contactmoment") == 0)
    }

    @Test("hetzelfde verzoek twee keer legt één contact vast en geeft hetzelfde antwoord")
    func tweemaal() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let verzoek = proef.verzoek(proef.fatima)
        let opdracht = ContactmomentVastleggen(
            dossier: event.dossier, soort: .telefoon, datum: proef.vandaag, duurMinuten: 5, verschijning: .aanwezig, tolk: .geen)
        let een = try await opdracht.uitvoeren(proef.middelen, verzoek)
        let twee = try await opdracht.uitvoeren(proef.middelen, verzoek)
        #expect(een == twee)
        #expect(try await proef.getal("SELECT COUNT(*) FROM contactmoment") == 1)
    }

    @Test("een ander dan de eigen begeleider of teamleider legt niets vast")
    func andermans() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let client = Actor(user: proef.ids.make(), roles: [.client], dossier: event.dossier, purpose: "inzage")
        let beheerder = Actor(user: proef.ids.make(), roles: [.beheerder], purpose: "beheer")
        for actor in [proef.karel, client, beheerder] {
            await #expect(throws: Failure.self) { try await proef.contact(event.dossier, op: "2027-01-18", door: actor) }
        }
        try await proef.contact(event.dossier, op: "2027-01-18", door: proef.teamleider)
        #expect(try await proef.getal("SELECT COUNT(*) FROM contactmoment") == 1)
    }

    @Test("contact met een kind hoort bij het traject van de ouder")
    func kind() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        try await proef.contact(kind.dossier, op: "2027-01-18")
        let verteld = try #require(try await proef.verteld(ContactmomentVastgelegd.self).first)
        #expect(verteld.dossier == kind.dossier)
        #expect(verteld.traject == (try await proef.overzicht(ouder.dossier).traject))
        // The parent was not spoken to.
        #expect(try await proef.overzicht(ouder.dossier).laatsteContact == nil)
    }
}

@Suite("Vandaag", .timeLimit(.minutes(1)))
struct VandaagTests {
    @Test("de lijst volgt wat er gebeurt, met een reden bij elke regel")
    func verloop() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        func soorten() async throws -> Set<String> { Set(try await proef.vandaag().map(\.soort)) }
        #expect(try await soorten() == ["eerste-contact", "regelzaak-termijn"])
        #expect(try await proef.vandaag().allSatisfy { $0.waarom.contains("Bron: ") })

        try await proef.contact(event.dossier, op: "2027-01-18", stap: "Naar de bank", stapOp: "2027-01-20")
        #expect(try await soorten() == ["regelzaak-termijn"])
        proef.klok.zet(try dag("2027-01-20"))
        #expect(try await soorten() == ["regelzaak-termijn", "afspraak"])
        try await proef.contact(event.dossier, op: "2027-01-20", .afspraak, .nietVerschenen)
        let noShow = try #require(try await proef.vandaag().first { $0.soort == "no-show" })
        #expect(noShow.uiterlijkOp == (try dag("2027-01-22")))
        #expect(noShow.tekst == "Niet verschenen op 20 januari 2027. Zoek contact en spreek opnieuw af.")
        try await proef.contact(event.dossier, op: "2027-01-20", .telefoon, .aanwezig)
        #expect(try await soorten() == ["regelzaak-termijn"])

        proef.klok.zet(try dag("2027-02-10"))
        #expect(try await !soorten().contains("geen-contact"))
        proef.klok.zet(try dag("2027-02-11"))
        let stil = try #require(try await proef.vandaag().first { $0.soort == "geen-contact" })
        #expect(stil.waarom.hasPrefix("Het laatste contact was op 20 januari 2027. Na 21 dagen zonder contact"))
        proef.klok.zet(try dag("2027-09-06"))
        #expect(try await soorten().isSuperset(of: ["geen-contact", "tussenrapportage", "einde-nadert"]))
        let rapport = try #require(try await proef.vandaag().first { $0.soort == "tussenrapportage" })
        #expect(rapport.tekst == "De tussenrapportage is te laat.")
    }

    @Test("wat het langst te laat is staat bovenaan, en de bladzijden sluiten aan")
    func volgorde() async throws {
        let proef = try Proefdienst()
        var dossiers: [DossierID] = []
        for nummer in 1...4 {
            let event = try proef.persoon(huisvesting: "2027-01-0\(nummer)", nummer: nummer)
            try await proef.ontvang(event)
            dossiers.append(event.dossier)
        }
        for dossier in dossiers { try await proef.wijsToe(dossier) }
        let alles = try await proef.vandaag()
        #expect(alles.map { $0.uiterlijkOp?.description ?? "" } == alles.map { $0.uiterlijkOp?.description ?? "" }.sorted())
        var (rijen, na, bladzijden): ([Aandachtspunt], String?, Int) = ([], nil, 0)
        repeat {
            let pagina = try await VandaagOpvragen(page: PageRequest(after: na, limit: 7))
                .tonen(proef.middelen, proef.verzoek(proef.fatima))
            if na == nil { #expect(pagina.total == alles.count) }
            rijen += pagina.rows
            na = pagina.next
            bladzijden += 1
        } while na != nil
        #expect(rijen == alles)
        #expect(bladzijden == (alles.count + 6) / 7)
    }

    @Test("een begeleider ziet alleen de eigen dossiers, een teamleider het team, een ander niets")
    func bereik() async throws {
        let proef = try Proefdienst()
        let mijn = try await proef.lopendTraject()
        let vanKarel = try proef.persoon(nummer: 2)
        let buren = try proef.persoon(team: proef.anderTeam, nummer: 3)
        for event in [vanKarel, buren] { try await proef.ontvang(event) }
        try await proef.wijsToe(vanKarel.dossier, aan: proef.karel)
        #expect(try await Set(proef.vandaag().map(\.dossier)) == [mijn.dossier])
        #expect(try await Set(proef.vandaag(proef.teamleider).map(\.dossier)) == [mijn.dossier, vanKarel.dossier])
        for rol in [Role.klantmanager, .client, .partner, .financieel, .beheerder, .functionarisGegevensbescherming] {
            let actor = Actor(
                user: proef.ids.make(), roles: [rol], team: proef.team, gemeente: "0034", dossier: mijn.dossier, purpose: "proef")
            #expect(try await proef.vandaag(actor).isEmpty, "\(rol)")
        }
        #expect(try await proef.vandaag(.service(purpose: "iets")).isEmpty)
    }

    @Test("een plaats die geen bladzijde ooit gaf is een veldfout")
    func vreemdePlaats() async throws {
        let proef = try Proefdienst()
        await #expect(throws: Failure.self) {
            try await VandaagOpvragen(page: PageRequest(after: "1 OR 1=1")).tonen(proef.middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("andere regels rekenen alles opnieuw uit, dezelfde regels niets")
    func herberekenen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.contact(event.dossier, op: "2027-01-18")
        proef.klok.zet(try dag("2027-01-30"))
        #expect(try await !proef.vandaag().contains { $0.soort == "geen-contact" })
        var regels = proef.middelen.regels
        regels.aandacht.geenContactDagen = 7
        let streng = Middelen(store: proef.store, keys: proef.keys, uitwisseling: proef.intake.poort, regels: regels)
        let werk = AandachtHerberekenen(middelen: streng, logger: Logger(label: "proef"), langst: .zero)
        #expect(try await werk.herbereken() == 1)
        #expect(try await werk.herbereken() == 0)
        #expect(try await proef.vandaag().contains { $0.soort == "geen-contact" })
    }
}
