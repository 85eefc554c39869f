// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Testing

@testable import SocialeKaartApp

@Suite("Een verwijzing maken en versturen", .timeLimit(.minutes(1)))
struct VerwijzingTests {
    @Test("een concept naar een ongecontroleerde voorziening mag, met een waarschuwing; versturen mag niet")
    func ongecontroleerd() async throws {
        let opstelling = try await Kaartopstelling()
        let antwoord = try await opstelling.verwijzingen.maken(
            VerwijzingMaken(
                dossier: opstelling.dossier, voorziening: try #require(VoorzieningID(Kaartopstelling.bibliotheek)),
                leefgebied: .taalInburgering), als: opstelling.begeleider,
            because: opstelling.opdracht(als: opstelling.begeleider))
        #expect(antwoord.waarschuwingen == ["niet-gecontroleerd", "geen-partnerafspraak"])
        do {
            try await opstelling.verstuur(antwoord.verwijzing)
            Issue.record("verstuurd zonder controle")
        } catch Failure.state(let reden) { #expect(reden.contains("gecontroleerd")) }
        #expect(try await opstelling.rij(antwoord.verwijzing).toestand == .concept)
        #expect(try await opstelling.aantal("deelpakket") == 0)
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        try await opstelling.verstuur(antwoord.verwijzing)
        #expect(try await opstelling.rij(antwoord.verwijzing).toestand == .verstuurd)
    }

    @Test("een controle van langer dan een jaar geleden telt niet meer")
    func verouderd() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        opstelling.klok.zet(datum("2028-02-02"))
        let id = try await opstelling.concept()
        await #expect(throws: Failure.self) { try await opstelling.verstuur(id) }
        #expect(try await opstelling.rij(id).waarschuwingen(opstelling.klok.today).contains("controle-verlopen"))
    }

    @Test("wat vertrekt is het voorbeeld, zonder naam en zonder iets buiten de lijst", arguments: [true, false])
    func voorbeeld(gewijzigd: Bool) async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        let id = try await opstelling.concept()
        let gezien = try await opstelling.verwijzingen.opvragen(
            VerwijzingOpvragen(verwijzing: id, contactpersoon: "B. Geleider"), als: opstelling.begeleider, because: nil)
        #expect(
            Set(gezien.deelpakket.keys) == [
                "verwijzingId", "voorzieningId", "hulpvraagcode", "taalcode", "tolkNodig", "leeftijdsgroep", "postcode4",
                "contactpersoonVerwijzer",
            ])
        #expect(gezien.naAcceptatie == ["voornaam", "achternaam", "contactweg", "voorkeurstaal"])
        if gewijzigd {
            opstelling.intake.persoon.withLock { $0?["postcode4"] = "1316" }
            await #expect(throws: Overgangsweigering.voorwaarde(.voorbeeldBekeken)) {
                try await opstelling.verstuur(id, voorbeeld: gezien.voorbeeld)
            }
            #expect(try await opstelling.aantal("deelpakket") == 0)
            return
        }
        try await opstelling.verstuur(id, voorbeeld: gezien.voorbeeld)
        let pakket = try #require(try await opstelling.store.read { db in try VerwijzingVragen.pakket(db, id) })
        for (veld, waarde) in gezien.deelpakket { #expect(pakket.stap1[veld] == waarde) }
        #expect(pakket.stap1["instemmingDatum"] == "2027-02-01" && pakket.stap1["urgentie"] == "normaal")
        #expect(Set(pakket.stap1.keys).isSubset(of: Stap1Pakket.alleVelden))
        #expect(!pakket.stap1.values.contains { $0.contains("Selam") || $0.contains("999900006") || $0 == "geheim" })
    }

    @Test("een veld buiten de lijst van de voorziening wordt geweigerd, minder velden mag")
    func veldenlijst() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        let id = try await opstelling.concept()
        for vreemd in ["bsn", "voornaam", "nationaliteit"] {
            do {
                try await opstelling.verstuur(id, velden: ["taalcode", vreemd])
                Issue.record("\(vreemd) mocht mee")
            } catch Failure.invalid(let fouten) { #expect(fouten.map(\.field) == ["velden"]) }
        }
        try await opstelling.verstuur(id, velden: ["taalcode"])
        let pakket = try #require(try await opstelling.store.read { db in try VerwijzingVragen.pakket(db, id) })
        #expect(pakket.stap1["taalcode"] == "ti" && pakket.stap1["postcode4"] == nil)
        #expect(opstelling.intake.gevraagd.withLock { $0.last } == [.taalcode])
    }

    @Test("er is één open verwijzing per persoon en voorziening; na het einde mag een nieuwe")
    func eenTegelijk() async throws {
        let opstelling = try await Kaartopstelling()
        let eerste = try await opstelling.concept()
        await #expect(throws: Failure.state(reason: "Er loopt al een verwijzing van deze persoon naar deze voorziening.")) {
            _ = try await opstelling.concept()
        }
        _ = try await opstelling.concept(Kaartopstelling.schuldhulp)
        let ander: DossierID = nieuw()
        try await opstelling.wijsToe(ander, aan: opstelling.begeleider)
        _ = try await opstelling.concept(dossier: ander)
        try await overgang(opstelling, eerste, .ingetrokken, ["reden": "vergissing"])
        _ = try await opstelling.concept()
    }

    @Test(
        "naar wat niet verwijsbaar of niet actief is, kan geen concept",
        arguments: [Kaartopstelling.nietVerwijsbaar, Kaartopstelling.nietActief])
    func nietVerwijsbaar(voorziening: String) async throws {
        let opstelling = try await Kaartopstelling()
        await #expect(throws: Overgangsweigering.voorwaarde(.verwijsbaarEnActief)) {
            _ = try await opstelling.concept(voorziening)
        }
    }

    @Test("zonder aanbieder is er niemand om naar te versturen")
    func zonderAanbieder() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.zonderAanbieder)
        let id = try await opstelling.concept(Kaartopstelling.zonderAanbieder)
        #expect(try await opstelling.rij(id).waarschuwingen(opstelling.klok.today) == ["geen-aanbieder"])
        await #expect(throws: Failure.self) { try await opstelling.verstuur(id) }
    }

    @Test("een verlopen afspraak met de organisatie houdt het versturen tegen")
    func afspraak() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        let id = try await opstelling.concept()
        func afspraakTot(_ dag: String) async throws {
            try await opstelling.store.write { tx in
                try tx.db.execute(
                    sql: "UPDATE organisatie SET afspraak_tot = ? WHERE id = ?",
                    arguments: [dag, Kaartopstelling.organisatieBibliotheek])
            }
        }
        try await afspraakTot("2027-01-31")
        await #expect(throws: Overgangsweigering.voorwaarde(.partnerafspraakGeldig)) { try await opstelling.verstuur(id) }
        try await afspraakTot("2027-02-01")
        try await opstelling.verstuur(id)
    }

    @Test("als intake weg is, zegt het voorbeeld dat en blijft het concept een concept")
    func intakeWeg() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        let id = try await opstelling.concept()
        opstelling.intake.persoon.withLock { $0 = nil }
        let gezien = try await opstelling.verwijzingen.opvragen(
            VerwijzingOpvragen(verwijzing: id), als: opstelling.begeleider, because: nil)
        #expect(gezien.waarschuwingen.contains("persoonsgegevens-niet-bereikbaar"))
        #expect(gezien.voorbeeld == nil && gezien.deelpakket.isEmpty)
        await #expect(throws: Failure.unavailable(what: "intake")) { try await opstelling.verstuur(id) }
        #expect(try await opstelling.rij(id).toestand == .concept)
    }

    @Test("dezelfde opdracht nog eens geeft hetzelfde antwoord en één gevolg")
    func tweeKeer() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        let maken = opstelling.opdracht(als: opstelling.begeleider, "maken")
        let opdracht = VerwijzingMaken(
            dossier: opstelling.dossier, voorziening: try #require(VoorzieningID(Kaartopstelling.bibliotheek)), leefgebied: .werk)
        let eerste = try await opstelling.verwijzingen.maken(opdracht, als: opstelling.begeleider, because: maken)
        #expect(try await opstelling.verwijzingen.maken(opdracht, als: opstelling.begeleider, because: maken) == eerste)
        #expect(try await opstelling.aantal("verwijzing") == 1)
        let versturen = opstelling.opdracht(als: opstelling.begeleider, "versturen")
        let bericht = VerwijzingVersturen(
            verwijzing: eerste.verwijzing, versie: 1, grondslag: "toestemming", instemming: "mondeling", urgentie: "normaal")
        for _ in 1...2 {
            _ = try await opstelling.verwijzingen.versturen(bericht, als: opstelling.begeleider, because: versturen)
        }
        #expect(try await opstelling.verteld(VerwijzingGewijzigd.self).map(\.naar) == [.concept, .verstuurd])
    }

    @Test("de gebeurtenis zegt waarheen en niet wat er gedeeld werd")
    func gebeurtenis() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        let verteld = try await opstelling.verteld(VerwijzingGewijzigd.self)
        #expect(verteld.last?.verwijzing == id && verteld.last?.van == .concept && verteld.last?.naar == .verstuurd)
        for event in try await opstelling.store.outbox(after: 0, limit: 100) {
            let tekst = String(decoding: event.data, as: UTF8.self)
            for geheim in ["Selam", "1315", "999900006", "B. Geleider", "0612345678"] { #expect(!tekst.contains(geheim)) }
        }
    }

    @Test("een begeleider komt alleen bij de eigen dossiers, een ander weet van niets")
    func rechten() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        let ander = Actor(user: nieuw(), roles: [.begeleider], team: opstelling.team, purpose: "begeleiding")
        let anderTeam = Actor(user: nieuw(), roles: [.teamleider], team: nieuw(), purpose: "begeleiding")
        for vreemd in [
            ander, anderTeam, .service(purpose: "zomaar"), Actor(user: nieuw(), roles: [.financieel], purpose: "geld"),
        ] {
            await #expect(throws: Failure.notFound(what: "verwijzing")) {
                try await opstelling.verwijzingen.opvragen(VerwijzingOpvragen(verwijzing: id), als: vreemd, because: nil)
            }
            #expect(
                try await opstelling.verwijzingen.vanDossier(VerwijzingenVanDossier(dossier: opstelling.dossier), als: vreemd)
                    .isEmpty)
            await #expect(throws: Failure.self) {
                try await opstelling.verwijzingen.maken(
                    VerwijzingMaken(
                        dossier: opstelling.dossier, voorziening: try #require(VoorzieningID(Kaartopstelling.schuldhulp)),
                        leefgebied: .werk), als: vreemd, because: opstelling.opdracht(als: vreemd))
            }
            await #expect(throws: Failure.self) {
                try await self.overgang(opstelling, id, .ingetrokken, ["redenIntrekking": "verhuisd"], als: vreemd)
            }
        }
        #expect(try await opstelling.rij(id).toestand == .verstuurd)
        #expect(
            try await opstelling.verwijzingen.vanDossier(
                VerwijzingenVanDossier(dossier: opstelling.dossier), als: opstelling.begeleider
            ).map(\.verwijzing) == [id])
        // The team leader looks, but sends and withdraws nothing.
        let beeld = try await opstelling.verwijzingen.opvragen(
            VerwijzingOpvragen(verwijzing: id), als: opstelling.teamleider, because: nil)
        #expect(beeld.mogelijk == [])
        await #expect(throws: Overgangsweigering.self) {
            try await self.overgang(opstelling, id, .ingetrokken, ["redenIntrekking": "verhuisd"], als: opstelling.teamleider)
        }
    }

    @Test("een correctie door de teamleider houdt beide stappen, met een verzegelde toelichting")
    func correctie() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        let partner = Partner(
            organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "bibliotheek")
        _ = try await opstelling.verwijzingen.partnerStap(
            id, partner, sleutel: "sleutel-1", versie: 2, naar: .afgewezen, velden: ["redenAfwijzing": "geen-capaciteit"],
            because: opstelling.opdracht(als: partner.actor))
        try await overgang(opstelling, id, .ontvangen, ["toelichting": "Selam belde zelf"], als: opstelling.teamleider)
        let beeld = try await opstelling.verwijzingen.opvragen(
            VerwijzingOpvragen(verwijzing: id), als: opstelling.begeleider, because: nil)
        #expect(beeld.regel.toestand == .ontvangen && beeld.regel.wachtOp == "partner")
        #expect(beeld.geschiedenis.map(\.naar) == [.concept, .verstuurd, .ontvangen, .afgewezen, .ontvangen])
        #expect(beeld.geschiedenis.map(\.wie) == ["verwijzer", "verwijzer", "partner", "partner", "teamleider"])
        let bytes = try Data(contentsOf: opstelling.map.appending(path: "kaart.sqlite-wal"))
        #expect(bytes.range(of: Data("belde zelf".utf8)) == nil)
    }

    @Test("wie van een oude versie uitgaat, hoort dat en verandert niets")
    func oudeVersie() async throws {
        let opstelling = try await Kaartopstelling()
        let id = try await opstelling.verstuurd()
        do {
            _ = try await opstelling.verwijzingen.overgaan(
                VerwijzingOvergang(verwijzing: id, versie: 1, naar: .ingetrokken, velden: ["redenIntrekking": "verhuisd"]),
                als: opstelling.begeleider, because: opstelling.opdracht(als: opstelling.begeleider))
            Issue.record("niet geweigerd")
        } catch Failure.conflict(let conflict) { #expect((conflict.yours, conflict.newest) == (1, 2)) }
    }

    private func overgang(
        _ opstelling: Kaartopstelling, _ id: VerwijzingID, _ naar: VerwijzingToestand, _ velden: [String: String],
        als actor: Actor? = nil
    ) async throws {
        let actor = actor ?? opstelling.begeleider
        _ = try await opstelling.verwijzingen.overgaan(
            VerwijzingOvergang(verwijzing: id, versie: try await opstelling.versie(id), naar: naar, velden: velden), als: actor,
            because: opstelling.opdracht(als: actor))
    }
}
