// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import BegeleidingApp

extension Proefdienst {
    /// The whole standing list, page by page.
    func uitBeeld(_ actor: Actor? = nil, reden: String? = nil, begeleider: GebruikerID? = nil, limit: Int = 200) async throws
        -> [Uitbeeldregel]
    {
        var (rijen, na): ([Uitbeeldregel], String?) = ([], nil)
        repeat {
            let antwoord = try await UitbeeldOpvragen(
                reden: reden, begeleider: begeleider, page: PageRequest(after: na, limit: limit)
            ).tonen(middelen, verzoek(actor ?? teamleider))
            rijen += antwoord.pagina.rows
            na = antwoord.pagina.next
        } while na != nil
        return rijen
    }

    func beeld(_ dossier: DossierID, door actor: Actor? = nil) async throws -> UitbeeldDossier.Answer {
        try await UitbeeldDossier(dossier: dossier).tonen(middelen, verzoek(actor ?? teamleider))
    }

    func gezien(_ dossier: DossierID, tot: String, reden: String = "afgesproken", door actor: Actor? = nil) async throws {
        let versie = try await beeld(dossier).versie
        _ = try await UitbeeldGezien(dossier: dossier, reden: reden, kijkOp: try dag(tot), versie: versie)
            .uitvoeren(middelen, verzoek(actor ?? teamleider))
    }
}

@Suite("Uit beeld: de lijst", .timeLimit(.minutes(2)))
struct UitbeeldTests {
    private func codes(_ rijen: [Uitbeeldregel], _ dossier: DossierID) -> Set<String> {
        Set(rijen.first { $0.dossier == dossier }?.redenen.map(\.code) ?? [])
    }

    @Test("zonder begeleider staat iemand er meteen op; na het toewijzen is die reden weg")
    func zonderBegeleider() async throws {
        let proef = try Proefdienst()
        let event = try proef.persoon()
        try await proef.ontvang(event)
        #expect(codes(try await proef.uitBeeld(), event.dossier) == ["geen-begeleider", "termijn"])
        try await proef.wijsToe(event.dossier)
        #expect(codes(try await proef.uitBeeld(), event.dossier) == ["termijn"])
        #expect(codes(try await proef.uitBeeld(proef.fatima), event.dossier) == ["termijn"])
        #expect(try await proef.uitBeeld(proef.karel).isEmpty)
    }

    @Test("elke reden zegt wat er is, waarom en sinds wanneer; de langste eerst")
    func redenen() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-01-18")
        proef.klok.zet(try dag("2027-02-20"))
        let rij = try #require(try await proef.uitBeeld(proef.fatima).first)
        let contact = try #require(rij.redenen.first { $0.code == "geen-contact" })
        #expect(contact.tekst == "Er is te lang geen contact geweest.")
        #expect(contact.waarom.contains("Het laatste contact was op 18 januari 2027. Na 21 dagen"))
        #expect(contact.waarom.contains("Plaatselijke praktijk, te bevestigen"))
        #expect(contact.sinds == (try dag("2027-02-09")))
        #expect(rij.redenen.map(\.sinds) == rij.redenen.map(\.sinds).sorted())
        #expect(rij.sinds == rij.redenen.first?.sinds)
        #expect(codes([rij], dossier).contains("niets-gepland"))
    }

    @Test("een geplande stap haalt ‘niets gepland’ weg, en het komt terug als de dag voorbij is")
    func gepland() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-01-18", stap: "Samen bellen", stapOp: "2027-02-15")
        proef.klok.zet(try dag("2027-02-07"))
        #expect(!codes(try await proef.uitBeeld(), dossier).contains("niets-gepland"))
        proef.klok.zet(try dag("2027-02-23"))
        #expect(codes(try await proef.uitBeeld(), dossier).contains("niets-gepland"))
    }

    @Test("gezien haalt iemand van de lijst tot de dag die is genoemd, staat op de tijdlijn, en dekt niets nieuws")
    func gezien() async throws {
        let proef = try Proefdienst(op: "2027-01-18")
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-01-18")
        proef.klok.zet(try dag("2027-05-10"))
        #expect(try await !proef.uitBeeld(proef.fatima).isEmpty)
        try await proef.gezien(dossier, tot: "2027-05-20", door: proef.fatima)
        #expect(try await proef.uitBeeld(proef.fatima).isEmpty)
        let beeld = try await proef.beeld(dossier)
        #expect(beeld.nu.isEmpty)
        #expect(beeld.straks.first { $0.code == "geen-contact" }?.sinds == (try dag("2027-05-20")))
        #expect(beeld.gezien.map(\.reden) == ["Zo afgesproken met de cliënt"])
        #expect(beeld.gezien.first?.door == proef.fatima.user)
        let zinnen = try await TijdlijnOpvragen(dossier: dossier, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows.map(\.zin)
        #expect(zinnen.first == "Gezien: zo afgesproken met de cliënt. Weer kijken op 20 mei 2027.")
        // A document that runs out comes up in between.
        _ = try await VerblijfsdocumentVastleggen(dossier: dossier, geldigTot: try dag("2027-11-15"), versie: 0)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        proef.klok.zet(try dag("2027-05-15"))
        let tussen = codes(try await proef.uitBeeld(proef.fatima), dossier)
        #expect(tussen.contains("document") && !tussen.contains("geen-contact"))
        proef.klok.zet(try dag("2027-05-20"))
        #expect(codes(try await proef.uitBeeld(proef.fatima), dossier).contains("geen-contact"))
    }

    @Test("gezien kan niet te ver, niet zonder reden, niet voor wie er niet op staat, en niet op een oud scherm")
    func gezienGeweigerd() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        proef.klok.zet(try dag("2027-02-20"))
        for (reden, op) in [("afgesproken", "2027-03-21"), ("zomaar", "2027-02-25"), ("afgesproken", "2027-02-20")] {
            await #expect(throws: Failure.self) { try await proef.gezien(dossier, tot: op, reden: reden) }
        }
        try await proef.gezien(dossier, tot: "2027-03-20")
        await #expect(throws: Failure.self) { try await proef.gezien(dossier, tot: "2027-03-15") }
        proef.klok.zet(try dag("2027-03-20"))
        await #expect(throws: Failure.self) {
            _ = try await UitbeeldGezien(dossier: dossier, reden: "afgesproken", kijkOp: try dag("2027-03-25"), versie: 1)
                .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        }
        await #expect(throws: Failure.self) { try await proef.gezien(dossier, tot: "2027-03-25", door: proef.karel) }
    }

    @Test("filteren op reden en begeleider, bladzijde na bladzijde, met tellingen die kloppen")
    func filteren() async throws {
        let proef = try Proefdienst()
        var dossiers: [DossierID] = []
        for nummer in 1...7 {
            let event = try proef.persoon(nummer: nummer)
            try await proef.ontvang(event)
            try await proef.wijsToe(event.dossier, aan: nummer <= 4 ? proef.fatima : proef.karel)
            dossiers.append(event.dossier)
        }
        proef.klok.zet(try dag("2027-02-01"))
        for reden in [nil, "eerste-contact", "termijn"] {
            for limit in [1, 2, 3, 200] {
                let alle = try await proef.uitBeeld(reden: reden, limit: limit)
                #expect(Set(alle.map(\.dossier)) == Set(dossiers) && alle.count == 7)
                #expect(try await proef.uitBeeld(reden: reden, begeleider: proef.karel.user, limit: limit).count == 3)
                #expect(try await proef.uitBeeld(proef.fatima, reden: reden, limit: limit).count == 4)
            }
        }
        let eerste = try await UitbeeldOpvragen(page: PageRequest(limit: 2)).tonen(
            proef.middelen, proef.verzoek(proef.teamleider))
        #expect(eerste.pagina.total == 7)
        for telling in eerste.tellingen {
            #expect(try await proef.uitBeeld(reden: telling.reden).count == telling.aantal, "\(telling.reden)")
        }
        #expect(eerste.tellingen.map(\.reden).contains("eerste-contact"))
        // Of each kind one, and how many more; the page of the dossier has them all.
        for regel in eerste.pagina.rows {
            let alle = try await proef.beeld(regel.dossier).nu
            #expect(Set(regel.redenen.map(\.code)) == Set(alle.map(\.code)))
            #expect(regel.redenen.count == Set(alle.map(\.code)).count)
            #expect(regel.redenen.count + (regel.meer ?? 0) == alle.count)
            #expect(regel.redenen.first?.sinds == regel.sinds)
        }
        #expect(eerste.pagina.rows.contains { ($0.meer ?? 0) > 0 })
        await #expect(throws: Failure.self) { try await proef.uitBeeld(reden: "bestaat-niet") }
    }

    @Test("wie daar geen recht op heeft ziet niets, ook geen aantal")
    func rechten() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        proef.klok.zet(try dag("2027-03-01"))
        let buren = Actor(user: proef.ids.make(), roles: [.teamleider], team: proef.anderTeam, purpose: "begeleiding")
        let rollen: [Role] = [.klantmanager, .partner, .client, .financieel, .beheerder]
        let anderen = rollen.map {
            Actor(user: proef.ids.make(), roles: [$0], team: proef.team, gemeente: "0034", dossier: dossier, purpose: "x")
        }
        for actor in anderen + [buren, proef.karel] {
            let antwoord = try await UitbeeldOpvragen(page: PageRequest()).tonen(proef.middelen, proef.verzoek(actor))
            #expect(antwoord.pagina.rows.isEmpty && antwoord.pagina.total == 0 && antwoord.tellingen.isEmpty)
            await #expect(throws: Failure.self) { try await proef.beeld(dossier, door: actor) }
        }
    }

    @Test("na het einde blijft iemand staan tot het overdrachtsdocument is vastgesteld")
    func overdrachtsdocument() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        proef.klok.zet(try dag("2027-06-01"))
        let overzicht = try await proef.overzicht(dossier)
        let traject = try #require(overzicht.traject)
        _ = try await TrajectAfsluiten(
            dossier: dossier, reden: "verhuisd", op: try dag("2027-06-01"),
            doelen: overzicht.doelen.map { .init(doel: $0.doel, toestand: .bereikt) }, versie: overzicht.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let gevraagd = try #require(try await proef.verteld(OverdrachtsdocumentGevraagd.self).first)
        #expect(gevraagd.uiterlijkOp == (try dag("2027-06-15")))
        #expect(codes(try await proef.uitBeeld(proef.fatima), dossier) == ["rapport"])
        try await proef.ontvang(
            RapportVastgesteld(
                rapport: proef.ids.make(), soort: "overdrachtsdocument", traject: traject, dossier: dossier, gemeente: "0034",
                vastgesteldOp: try dag("2027-06-02")), van: .rapportage)
        #expect(try await proef.uitBeeld(proef.fatima).isEmpty)
    }

    @Test(
        "wie is overleden of nooit begon krijgt geen overdrachtsdocument; wie heropend wordt hoeft er geen meer",
        arguments: [
            ("overleden", 0), ("nooit-gestart", 0), ("doelen-behaald", 1),
        ])
    func welkeRedenen(reden: String, aantal: Int) async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let overzicht = try await proef.overzicht(dossier)
        _ = try await TrajectAfsluiten(
            dossier: dossier, reden: reden, op: proef.vandaag,
            doelen: overzicht.doelen.map { .init(doel: $0.doel, toestand: .bereikt) }, versie: overzicht.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await proef.verteld(OverdrachtsdocumentGevraagd.self).count == aantal)
        proef.klok.zet(proef.vandaag.adding(days: 3))
        let versie = try await KlokOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.teamleider)).versie
        _ = try await TrajectHeropenen(dossier: dossier, versie: versie).uitvoeren(
            proef.middelen, proef.verzoek(proef.teamleider))
        #expect(try await proef.getal("SELECT COUNT(*) FROM traject WHERE overdracht_uiterlijk_op IS NOT NULL") == 0)
    }
}
