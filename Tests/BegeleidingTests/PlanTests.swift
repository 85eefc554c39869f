// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Zegel

@testable import BegeleidingApp

@Suite("Plan van aanpak", .timeLimit(.minutes(1)))
struct PlanTests {
    @discardableResult
    private func voegToe(
        _ proef: Proefdienst, _ dossier: DossierID, _ tekst: String, _ gebied: Leefgebied = .financien, streef: String? = nil
    ) async throws -> DoelID {
        try await DoelToevoegen(dossier: dossier, leefgebied: gebied, tekst: tekst, streefdatum: try streef.map(dag))
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).doel
    }

    private func zet(_ proef: Proefdienst, _ dossier: DossierID, _ doel: DoelID, _ toestand: DoelToestand, _ versie: Int)
        async throws
    {
        _ = try await DoelToestandZetten(dossier: dossier, doel: doel, toestand: toestand, versie: versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("de bibliotheek geeft de zinnen van de opdracht in de volgorde van de leefgebieden")
    func bibliotheek() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let zinnen = try await DoelenBibliotheek(dossier: event.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(zinnen.count == 60)
        let eerste = try #require(zinnen.first)
        #expect((eerste.leefgebied, eerste.code) == (.wonen, "wonen-geregeld"))
        #expect(eerste.tekst == "Mijn woning is geregeld en ik weet wat ik zelf moet doen.")
        #expect(eerste.acties?.first?.wie == .client)
    }

    @Test("een zin uit de bibliotheek staat leesbaar, eigen woorden zijn verzegeld; beide maken een nieuwe versie van het plan")
    func toevoegen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await voegToe(proef, event.dossier, "Ik betaal mijn rekeningen zelf en op tijd.")
        try await voegToe(proef, event.dossier, "Ik los mijn schuld aan mijn oom af.", streef: "2027-05-01")
        let overzicht = try await proef.overzicht(event.dossier)
        #expect(overzicht.planVersie == 3)
        #expect(
            overzicht.doelen.map(\.tekst).suffix(2) == [
                "Ik betaal mijn rekeningen zelf en op tijd.", "Ik los mijn schuld aan mijn oom af.",
            ])
        #expect(try await proef.getal("SELECT COUNT(*) FROM doel WHERE zin IS NOT NULL") == 2)
        let wal = try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite-wal"))
        #expect(wal.range(of: Data("rekeningen zelf".utf8)) != nil)
        #expect(wal.range(of: Data("mijn oom".utf8)) == nil)
        await proef.keys.zet(weg: true)
        #expect(try await proef.overzicht(event.dossier).doelen.last?.tekst == onleesbaar)
    }

    @Test("een doel dat niet klopt noemt de velden")
    func fouten() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        do {
            try await voegToe(proef, event.dossier, "  ", streef: "2027-01-01")
            Issue.record("het doel is toegevoegd")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map { "\($0.field) \($0.code)" } == ["tekst leeg", "streefdatum verleden"])
        }
    }

    @Test("een bereikt doel telt mee, krijgt een dag en staat op de tijdlijn; wat afgesproken is blijft afgesproken")
    func bereikt() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let doel = try #require(try await proef.overzicht(event.dossier).doelen.first)
        try await proef.akkoord(event.dossier, versie: 1)
        proef.klok.zet(try dag("2027-03-01"))
        try await zet(proef, event.dossier, doel.doel, .bereikt, doel.versie)
        let overzicht = try await proef.overzicht(event.dossier)
        #expect(overzicht.doelen.first?.bereiktOp == (try dag("2027-03-01")))
        #expect((overzicht.planVersie, overzicht.planAkkoordOp) == (2, try dag("2027-01-18")))
        let kaart = try #require(
            try await TrajectKaarten(dossiers: [event.dossier]).tonen(proef.middelen, proef.verzoek(proef.fatima)).first)
        #expect((kaart.doelenBereikt, kaart.doelenTotaal) == (1, 1))
        #expect(try await proef.verteld(DoelGewijzigd.self).map(\.toestand) == [.open, .bereikt])
        let regels = try await TijdlijnOpvragen(dossier: event.dossier, soort: "plan", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(
            regels.first?.zin == "Doel over wonen staat op “Bereikt”: “Mijn woning is geregeld en ik weet wat ik zelf moet doen.”"
        )
    }

    @Test("wie een oude versie op het scherm had krijgt een conflict en verandert niets")
    func conflict() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let doel = try #require(try await proef.overzicht(event.dossier).doelen.first)
        try await zet(proef, event.dossier, doel.doel, .bezig, doel.versie)
        do {
            try await zet(proef, event.dossier, doel.doel, .vervallen, doel.versie)
            Issue.record("de oude versie won")
        } catch Failure.conflict(let conflict) {
            #expect((conflict.yours, conflict.newest, conflict.changedBy) == (1, 2, proef.fatima.user?.description))
        }
        #expect(try await proef.overzicht(event.dossier).doelen.first?.toestand == .bezig)
    }

    @Test("een doel van een ander dossier is er niet")
    func andermansDoel() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier)
        let doel = try #require(try await proef.overzicht(een.dossier).doelen.first)
        await #expect(throws: Failure.notFound(what: "doel")) {
            try await zet(proef, twee.dossier, doel.doel, .bereikt, doel.versie)
        }
    }

    @Test("wie een doel laat vervallen zegt waarom, en laat vallen wat er nog voor gedaan moest worden")
    func reden() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let doel = try #require(try await proef.overzicht(event.dossier).doelen.first)
        for wie in [Actiehouder.client, .begeleider] {
            try await proef.actie(event.dossier, doel.doel, "Zelf bedacht", wie)
        }
        await #expect(throws: Failure.invalid([FieldError("reden", code: "verplicht", "Kies waarom.")])) {
            try await zet(proef, event.dossier, doel.doel, .vervallen, doel.versie)
        }
        _ = try await DoelToestandZetten(
            dossier: event.dossier, doel: doel.doel, toestand: .vervallen, versie: doel.versie, reden: "wens-anders"
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let weg = try #require(try await proef.plan(event.dossier).doelen.first)
        #expect((weg.toestand, weg.reden) == (.vervallen, "De cliënt wil iets anders"))
        #expect(weg.acties.map(\.toestand) == [.vervallen, .vervallen])
        #expect(try await proef.getal("SELECT doelen_totaal FROM traject") == 0)
    }

    @Test("een doel wijzigen bewaart eigen woorden verzegeld; hetzelfde nog eens verandert niets")
    func wijzigen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let doel = try await voegToe(proef, event.dossier, "Ik los mijn schuld aan mijn oom af.")
        for _ in 0..<2 {
            _ = try await DoelWijzigen(
                dossier: event.dossier, doel: doel, tekst: "Ik betaal mijn rekeningen zelf en op tijd.",
                woorden: "Ik wil rust in mijn hoofd.", streefdatum: try dag("2027-06-01"), versie: 1
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima, id: doel.uuid))
        }
        let nu = try #require(try await proef.plan(event.dossier).doelen.last)
        #expect(
            (nu.tekst, nu.woorden, nu.versie) == ("Ik betaal mijn rekeningen zelf en op tijd.", "Ik wil rust in mijn hoofd.", 2))
        #expect(nu.gewijzigdDoor == proef.fatima.user)
        #expect(try await proef.getal("SELECT COUNT(*) FROM doel WHERE zin_code = 'geld-rekeningen'") == 1)
        let wal = try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite-wal"))
        #expect(wal.range(of: Data("rust in mijn hoofd".utf8)) == nil)
        _ = try await DoelWijzigen(
            dossier: event.dossier, doel: doel, tekst: nu.tekst, woorden: " Ik wil rust in mijn hoofd. ",
            streefdatum: nu.streefdatum, versie: 2
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await proef.plan(event.dossier).versie == 3)
    }

    @Test("twee mensen wijzigen hetzelfde doel: de tweede hoort wie en wanneer, en er gaat niets verloren")
    func tweeMensen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let doel = try #require(try await proef.plan(event.dossier).doelen.first)
        func wijzig(_ tekst: String, _ wie: Actor, _ versie: Int) async throws {
            _ = try await DoelWijzigen(
                dossier: event.dossier, doel: doel.doel, tekst: tekst, woorden: "", streefdatum: nil, versie: versie
            ).uitvoeren(proef.middelen, proef.verzoek(wie))
        }
        try await wijzig("Ik ken mijn huis.", proef.teamleider, doel.versie)
        do {
            try await wijzig("Ik ken mijn straat.", proef.fatima, doel.versie)
            Issue.record("de oude versie won")
        } catch Failure.conflict(let conflict) {
            #expect((conflict.yours, conflict.newest) == (1, 2))
            #expect(conflict.changedBy == proef.teamleider.user?.description)
            #expect(conflict.changedAt != nil)
        }
        #expect(try await proef.plan(event.dossier).doelen.first?.tekst == "Ik ken mijn huis.")
    }

    @Test("een doel van een kind staat in het plan van de ouder en op de pagina van het kind")
    func kind() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        try await voegToe(proef, kind.dossier, "Mijn kind gaat naar school.", .onderwijs)
        #expect(try await proef.overzicht(ouder.dossier).doelen.map(\.voor) == [nil, kind.dossier])
        #expect(try await proef.overzicht(kind.dossier).doelen.map(\.tekst) == ["Mijn kind gaat naar school."])
        await #expect(throws: Failure.self) { try await proef.akkoord(kind.dossier, versie: 0) }
        let plan = try await proef.plan(kind.dossier)
        #expect((plan.planVan, plan.versie, plan.doelen.count) == (ouder.dossier, 0, 1))
        #expect(try await proef.plan(ouder.dossier).kinderen == [kind.dossier])
        // An action for the child's goal, through the plan of the parent, comes on the child's line.
        let doel = try #require(plan.doelen.first)
        try await proef.actie(ouder.dossier, doel.doel, "Schoolspullen kopen", .client, op: "2027-02-01")
        proef.klok.zet(try dag("2027-02-02"))
        #expect(try await proef.vandaag().filter { $0.soort == "plan-actie" }.map(\.dossier) == [kind.dossier])
    }
}
