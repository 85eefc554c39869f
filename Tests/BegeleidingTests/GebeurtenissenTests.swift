// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing

@testable import BegeleidingApp

@Suite("Van aanmelding naar traject", .timeLimit(.minutes(1)))
struct GebeurtenissenTests {
    @Test("een geaccepteerde volwassene krijgt een traject, een plan met een doel en een bord")
    func volwassene() async throws {
        let proef = try Proefdienst()
        let event = try proef.persoon()
        let uitkomst = try await proef.ontvang(event)
        #expect((uitkomst.applied, uitkomst.setAside) == (1, 0))

        let gestart = try #require(try await proef.verteld(TrajectGestart.self).first)
        #expect(gestart.dossier == event.dossier)
        #expect(gestart.gestartOp == (try dag("2027-01-18")))
        #expect(gestart.tussenrapportageOp == (try dag("2027-07-18")))
        #expect(gestart.eindigtOp == (try dag("2027-10-17")))
        #expect(gestart.factureerbaar)
        #expect(gestart.team == proef.team)

        let overzicht = try await proef.overzicht(event.dossier, door: proef.teamleider)
        #expect(overzicht.traject == gestart.traject)
        #expect(overzicht.klok.map(\.code) == ["start", "eerste-contact", "tussenrapportage", "einde", "overdracht"])
        #expect(overzicht.doelen.map(\.tekst) == ["Mijn woning is geregeld en ik weet wat ik zelf moet doen."])
        #expect((overzicht.planVersie, overzicht.planAkkoordOp) == (1, nil))

        let bord = try await proef.bord(event.dossier, door: proef.teamleider)
        #expect((bord.sjabloon, bord.sjabloonVan) == ("almere-2027", try dag("2027-01-01")))
        #expect(bord.zaken.contains { $0.code == "huurcontract" && $0.dossier == nil })
        #expect(bord.zaken.contains { $0.code == "brp-verhuizing" && $0.dossier == event.dossier })
        #expect(try await proef.verteld(DoelGewijzigd.self).count == 1)
        #expect(try await proef.verteld(RegelzaakGewijzigd.self).isEmpty)
    }

    @Test("hetzelfde event twee keer geeft één traject")
    func tweemaal() async throws {
        let proef = try Proefdienst()
        let event = try proef.persoon()
        try await proef.ontvang(event)
        try await proef.ontvang(event)
        #expect(try await proef.getal("SELECT COUNT(*) FROM traject") == 1)
        #expect(try await proef.verteld(TrajectGestart.self).count == 1)
        #expect(try await proef.getal("SELECT COUNT(*) FROM regelzaak WHERE code = 'huurcontract'") == 1)
    }

    @Test("een opdracht die hier niet bestaat zet het event terzijde en laat niets achter")
    func onbekendeOpdracht() async throws {
        let proef = try Proefdienst()
        var event = try proef.persoon()
        event.opdracht = "bestaat-niet"
        #expect(try await proef.ontvang(event).setAside == 1)
        #expect(try await proef.getal("SELECT COUNT(*) FROM dossier") == 0)
    }

    @Test("een kind dat eerder komt dan de ouder wacht, en rijdt daarna mee")
    func kindEerst() async throws {
        let proef = try Proefdienst()
        let kind = try proef.persoon(.kind)
        try await proef.ontvang(kind)
        var overzicht = try await proef.overzicht(kind.dossier, door: proef.teamleider)
        #expect((overzicht.toestand, overzicht.meerijdendMet) == ("wacht", nil))
        // The board is there already, with the child's own steps and none of the household.
        #expect(try await proef.bord(kind.dossier, door: proef.teamleider).zaken.allSatisfy { $0.dossier == kind.dossier })

        let ouder = try proef.persoon(huishouden: kind.huishouden, nummer: 2)
        try await proef.ontvang(ouder)
        overzicht = try await proef.overzicht(kind.dossier, door: proef.teamleider)
        #expect((overzicht.toestand, overzicht.meerijdendMet, overzicht.traject) == ("lopend", ouder.dossier, nil))
        let bord = try await proef.bord(ouder.dossier, door: proef.teamleider)
        #expect(Set(bord.zaken.compactMap(\.dossier)) == [kind.dossier, ouder.dossier])
        #expect(bord.zaken.filter { $0.code == "huurcontract" }.count == 1)
        #expect(try await proef.verteld(TrajectGestart.self).count == 1)
    }

    @Test("twee volwassenen geven twee trajecten en één keer de stappen van het huishouden; het kind rijdt mee met de eerste")
    func gezin() async throws {
        let proef = try Proefdienst()
        let een = try proef.persoon()
        let twee = try proef.persoon(huishouden: een.huishouden, nummer: 2)
        let kind = try proef.persoon(.kind, huishouden: een.huishouden, nummer: 3)
        for event in [een, twee, kind] { try await proef.ontvang(event) }
        #expect(try await proef.verteld(TrajectGestart.self).map(\.dossier) == [een.dossier, twee.dossier])
        #expect(try await proef.overzicht(kind.dossier, door: proef.teamleider).meerijdendMet == een.dossier)
        #expect(try await proef.getal("SELECT COUNT(*) FROM regeldagbord") == 1)
        #expect(try await proef.getal("SELECT COUNT(*) FROM regelzaak WHERE code = 'huurcontract'") == 1)
        #expect(try await proef.getal("SELECT COUNT(*) FROM regelzaak WHERE code = 'bankrekening'") == 2)
        #expect(try await proef.getal("SELECT COUNT(*) FROM regelzaak WHERE code = 'school'") == 1)
    }

    @Test("een kind rijdt mee met wie intake noemt, ook als die later komt of ergens anders woont")
    func voogd() async throws {
        let proef = try Proefdienst()
        let moeder = try proef.persoon()
        let voogd = try proef.persoon(nummer: 2)
        let kind = try proef.persoon(.kind, huishouden: moeder.huishouden, met: voogd.dossier, nummer: 3)
        for event in [moeder, kind] { try await proef.ontvang(event) }
        #expect(try await proef.overzicht(kind.dossier, door: proef.teamleider).meerijdendMet == moeder.dossier)
        try await proef.ontvang(voogd)
        #expect(try await proef.overzicht(kind.dossier, door: proef.teamleider).meerijdendMet == voogd.dossier)
    }

    @Test("een lopend bord houdt de versie van het sjabloon, ook voor wie later komt")
    func sjabloonversie() async throws {
        let proef = try Proefdienst()
        let een = try proef.persoon()
        try await proef.ontvang(een)
        // The contract gets a newer template with one step less, as after a change of the file and a new start.
        var opdracht = try almere()
        opdracht.regeldag.versie = try dag("2027-06-01")
        opdracht.regeldag.stappen.removeAll { $0.code == "bankrekening" }
        let nieuw = try Proefregels.regels(opdracht)
        let twee = try proef.persoon(huishouden: een.huishouden, nummer: 2)
        let vreemd = try proef.persoon(nummer: 3)
        try await proef.store.write { tx in
            try twee.starten(tx, nieuw)
            try vreemd.starten(tx, nieuw)
        }
        let oud = try await proef.bord(twee.dossier, door: proef.teamleider)
        #expect(oud.sjabloonVan == (try dag("2027-01-01")))
        #expect(oud.zaken.contains { $0.dossier == twee.dossier && $0.code == "bankrekening" })
        let vers = try await proef.bord(vreemd.dossier, door: proef.teamleider)
        #expect(vers.sjabloonVan == (try dag("2027-06-01")))
        #expect(!vers.zaken.contains { $0.code == "bankrekening" })
    }

    @Test("een ingetrokken aanmelding beëindigt het traject; kind en huishouden gaan naar de andere ouder")
    func ingetrokken() async throws {
        let proef = try Proefdienst()
        let een = try proef.persoon()
        let twee = try proef.persoon(huishouden: een.huishouden, nummer: 2)
        let kind = try proef.persoon(.kind, huishouden: een.huishouden, nummer: 3)
        for event in [een, twee, kind] { try await proef.ontvang(event) }
        let intrekking = AanmeldingIngetrokken(
            aanmelding: een.aanmelding, dossier: een.dossier, ingetrokkenOp: try dag("2027-01-20"))
        try await proef.ontvang(intrekking)
        try await proef.ontvang(intrekking)
        let afgerond = try await proef.verteld(TrajectAfgerond.self)
        #expect(afgerond.map(\.dossier) == [een.dossier])
        #expect(afgerond.first?.reden == "aanmelding-ingetrokken")
        #expect(try await proef.overzicht(een.dossier, door: proef.teamleider).toestand == "afgerond")
        #expect(try await proef.overzicht(kind.dossier, door: proef.teamleider).meerijdendMet == twee.dossier)
        let punten = try await proef.vandaag(proef.teamleider)
        #expect(!punten.contains { $0.dossier == een.dossier })
        #expect(punten.contains { $0.dossier == twee.dossier && $0.tekst == "Regelen: Huurcontract tekenen en sleutel krijgen." })
    }

    @Test("een intrekking voordat er een dossier was doet niets")
    func ingetrokkenZonderDossier() async throws {
        let proef = try Proefdienst()
        let intrekking = AanmeldingIngetrokken(aanmelding: proef.ids.make(), ingetrokkenOp: try dag("2027-01-20"))
        #expect(try await proef.ontvang(intrekking).applied == 1)
        #expect(try await proef.verteld(TrajectAfgerond.self).isEmpty)
    }

    @Test("wie na een einde opnieuw wordt geaccepteerd begint een nieuw traject; het oude blijft bewaard")
    func opnieuw() async throws {
        let proef = try Proefdienst()
        var event = try proef.persoon()
        try await proef.ontvang(event)
        try await proef.ontvang(
            AanmeldingIngetrokken(aanmelding: event.aanmelding, dossier: event.dossier, ingetrokkenOp: try dag("2027-01-20")))
        proef.klok.zet(try dag("2027-06-01"))
        (event.geaccepteerdOp, event.datumHuisvesting) = (try dag("2027-06-01"), try dag("2027-06-01"))
        try await proef.ontvang(event)
        #expect(try await proef.getal("SELECT COUNT(*) FROM traject") == 2)
        let overzicht = try await proef.overzicht(event.dossier, door: proef.teamleider)
        #expect(overzicht.toestand == "lopend")
        #expect(overzicht.klok.first?.datum == (try dag("2027-06-01")))
    }

    @Test("een vastgestelde tussenrapportage gaat van de lijst en komt op de tijdlijn")
    func rapport() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        proef.klok.zet(try dag("2027-07-01"))
        #expect(try await proef.vandaag().contains { $0.soort == "tussenrapportage" })
        let traject = try #require(try await proef.overzicht(event.dossier).traject)
        try await proef.ontvang(
            RapportVastgesteld(
                rapport: proef.ids.make(), soort: "tussenrapportage", traject: traject, dossier: event.dossier,
                gemeente: "0034", vastgesteldOp: try dag("2027-07-01")), van: .rapportage)
        #expect(try await !proef.vandaag().contains { $0.soort == "tussenrapportage" })
        let regels = try await TijdlijnOpvragen(dossier: event.dossier, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(regels.first?.zin == "De tussenrapportage is vastgesteld.")
    }

    @Test("events noemen geen naam, nummer of woorden")
    func privacy() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.contact(event.dossier, op: "2027-01-18", notitie: "Geheim gesprek", stap: "Bel Karel")
        let alles = try await proef.store.outbox(after: 0, limit: 1000)
            .map { String(decoding: $0.envelope + $0.data, as: UTF8.self) }.joined()
        #expect(!alles.contains("Geheim"))
        #expect(!alles.contains("Karel"))
        #expect(alles.contains("contactmoment-vastgelegd"))
    }
}
