// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Het plan op de werklijst", .timeLimit(.minutes(1)))
struct PlanAandachtTests {
    private func punten(_ proef: Proefdienst, _ soort: String) async throws -> [Aandachtspunt] {
        try await proef.vandaag().filter { $0.soort == soort }
    }

    @Test("acties over hun dag staan als één punt op de lijst, met hoeveel het er zijn; gedaan is weg")
    func acties() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let doel = try #require(try await proef.plan(dossier).doelen.first)
        let een = try await proef.actie(dossier, doel.doel, "Een", op: "2027-02-01")
        let twee = try await proef.actie(dossier, doel.doel, "Twee", .partner, op: "2027-02-03")
        try await proef.actie(dossier, doel.doel, "Zonder dag")
        try await proef.actie(dossier, doel.doel, "Later", op: "2027-05-01")
        proef.klok.zet(try dag("2027-01-31"))
        #expect(try await punten(proef, "plan-actie").isEmpty)
        proef.klok.zet(try dag("2027-02-01"))
        #expect(try await punten(proef, "plan-actie").map(\.tekst) == ["Een actie uit het plan moet vandaag klaar zijn."])
        proef.klok.zet(try dag("2027-02-04"))
        let laat = try await punten(proef, "plan-actie")
        #expect(laat.map(\.tekst) == ["2 acties uit het plan zijn te laat."])
        #expect(laat.first?.uiterlijkOp == (try dag("2027-02-01")))
        try await proef.zet(dossier, een, .gedaan, versie: 1)
        #expect(try await punten(proef, "plan-actie").map(\.tekst) == ["Een actie uit het plan is te laat."])
        try await proef.zet(dossier, twee, .vervallen, versie: 1)
        #expect(try await punten(proef, "plan-actie").isEmpty)
        try await proef.zet(dossier, een, .open, versie: 2)
        #expect(try await punten(proef, "plan-actie").count == 1)
        // A goal that is behind us asks nothing any more; one that slips does again.
        _ = try await DoelToestandZetten(dossier: dossier, doel: doel.doel, toestand: .bereikt, versie: 1)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await punten(proef, "plan-actie").isEmpty)
        _ = try await DoelToestandZetten(dossier: dossier, doel: doel.doel, toestand: .bezig, versie: 2)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await punten(proef, "plan-actie").count == 1)
    }

    @Test("een plan dat zes weken niet is besproken staat op de lijst, met de bron; een gesprek neemt het weg")
    func bespreken() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        proef.klok.zet(try dag("2027-02-21"))
        #expect(try await punten(proef, "plan-bespreken").isEmpty)
        proef.klok.zet(try dag("2027-02-22"))
        #expect(try await punten(proef, "plan-bespreken").map(\.tekst) == ["Bespreek het plan met de cliënt."])
        proef.klok.zet(try dag("2027-03-02"))
        let laat = try #require(try await punten(proef, "plan-bespreken").first)
        #expect(laat.tekst == "Het plan is te lang niet besproken.")
        #expect(laat.waarom.contains("6 weken") && laat.waarom.contains("te bevestigen"))
        _ = try await PlanBesproken(
            dossier: dossier, op: try dag("2027-03-02"), volgendOp: try dag("2027-03-16"), opmerking: "Gaat goed."
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await punten(proef, "plan-bespreken").isEmpty)
        let plan = try await proef.plan(dossier)
        #expect((plan.gesprekken.first?.opmerking, plan.volgendGesprekOp) == ("Gaat goed.", try dag("2027-03-16")))
        proef.klok.zet(try dag("2027-03-10"))
        let straks = try #require(try await punten(proef, "plan-bespreken").first)
        #expect(straks.waarom.hasPrefix("Dit gesprek is gepland op dinsdag 16 maart 2027."))
        // A talk that is written down late does not take the newer one away.
        _ = try await PlanBesproken(dossier: dossier, op: try dag("2027-02-20")).uitvoeren(
            proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await proef.plan(dossier).volgendGesprekOp == (try dag("2027-03-16")))
    }

    @Test("akkoord is ook een gesprek; terwijl de klok stilstaat vraagt niemand om een gesprek")
    func pauze() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        proef.klok.zet(try dag("2027-03-02"))
        #expect(try await punten(proef, "plan-bespreken").count == 1)
        try await proef.akkoord(dossier, versie: 1)
        #expect(try await punten(proef, "plan-bespreken").isEmpty)
        proef.klok.zet(try dag("2027-04-20"))
        #expect(try await punten(proef, "plan-bespreken").count == 1)
        let klok = try await KlokOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        _ = try await TrajectPauzeren(dossier: dossier, reden: "op-verzoek", van: proef.vandaag, versie: klok.versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await punten(proef, "plan-bespreken").isEmpty)
    }
}
