// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// Family that arrived: who still hears of it, and what taking an arrival back undoes.
extension HuishoudenTests {
    private func verwacht(_ proef: Opstelling, bij referent: DossierID, rol: String = "partner") async throws {
        _ = try await VerwachtLidZetten(parts: proef.parts).leg(
            VerwachtLidVastleggen(
                id: nil, referent: referent, naam: "Selam Haile", geboortedatum: "1992", land: "Soedan", rol: rol,
                stand: "nareis-aangevraagd", verwachtOp: nil, versie: 0), envelope(), leider)
    }

    private func lid(_ proef: Opstelling, _ huis: HuishoudenID) async throws -> Huishoudbeeld.Verwacht {
        try #require(try await beeld(proef, huis, leider).verwacht.first)
    }

    private func komtAan(_ proef: Opstelling, in huis: HuishoudenID, _ dossier: DossierID) async throws {
        let lid = try await lid(proef, huis)
        _ = try await VerwachtLidZetten(parts: proef.parts).aangekomen(
            VerwachtLidAangekomen(
                id: lid.id, dossiernummer: try await rij(proef, dossier).dossiernummer, op: try #require(Datum("2027-01-11")),
                versie: lid.versie), envelope(), leider)
    }

    private func draaiTerug(_ proef: Opstelling, in huis: HuishoudenID, _ wie: Actor? = nil) async throws {
        let lid = try await lid(proef, huis)
        _ = try await VerwachtLidZetten(parts: proef.parts).draaiTerug(
            VerwachtLidTerugdraaien(id: lid.id, versie: lid.versie), envelope(), wie ?? leider)
    }

    private func verbeter(
        _ proef: Opstelling, _ dossier: DossierID, van: String? = nil, rol: String? = nil
    ) async throws {
        _ = try await HuishoudenZetten(parts: proef.parts).verbeter(
            HuishoudenVerbeteren(
                dossier: dossier, van: van.flatMap { Datum($0) }, rol: rol, versie: try await rij(proef, dossier).versie),
            envelope(), leider)
    }

    @Test("wie aangekomen en afgeschermd is, staat voor de begeleider van de referent nergens meer")
    func aangekomenEnAfgeschermd() async throws {
        let proef = try await Opstelling()
        let man = try await persoon(proef, 0, bij: karel)
        let vrouw = try await persoon(proef, 1, huis: "H-9", groep: "nareiziger", bij: sanne)
        let huis = try await rij(proef, man).huishouden
        try await verwacht(proef, bij: man)
        try await komtAan(proef, in: huis, vrouw)
        // Known as any housemate: by name, without a way into the dossier.
        #expect(try await beeld(proef, huis, karel).verwacht.map(\.dossier) == [nil])
        #expect(try await lid(proef, huis).dossier == vrouw)
        _ = try await Afschermen(parts: proef.parts)(
            HuisgenootAfschermen(
                dossier: vrouw, aan: true, versie: try await rij(proef, vrouw).versie, toelichting: "Woont op een geheim adres."),
            envelope(), sanne)
        let gezien = try await beeld(proef, huis, karel)
        #expect(gezien.verwacht.isEmpty && gezien.leden.map(\.dossier) == [man])
        #expect(try await lid(proef, huis).dossier == vrouw)
        // Nor does he hear of her by taking the arrival back.
        await #expect(throws: Failure.self) { try await draaiTerug(proef, in: huis, karel) }
    }

    @Test("een aankomst terugdraaien maakt alles ongedaan wat zij deed, ook wie met wie meereed")
    func aankomstTerug() async throws {
        let proef = try await Opstelling()
        let kind = try await persoon(proef, 0, rol: "kind", groep: "kind", geboren: "2015-01-01")
        let ouder = try await persoon(proef, 1, huis: "H-9", groep: "nareiziger")
        let (huis, oud) = (try await rij(proef, kind).huishouden, try await rij(proef, ouder).huishouden)
        func rijdtMee() async throws -> Int {
            try await proef.aantal("SELECT count(*) FROM persoon WHERE id = '\(kind)' AND meerijdend_met = '\(ouder)'")
        }
        try await verwacht(proef, bij: kind)
        for _ in 0..<2 {
            try await komtAan(proef, in: huis, ouder)
            #expect(try await rij(proef, ouder).huishouden == huis)
            #expect(try await rijdtMee() == 1)
            await #expect(throws: Failure.self) { try await draaiTerug(proef, in: huis, sanne) }
            try await draaiTerug(proef, in: huis)
            #expect(try await rij(proef, ouder).huishouden == oud)
            #expect(try await rijdtMee() == 0)
            let weer = try await lid(proef, huis)
            #expect(weer.stand == "nareis-aangevraagd" && weer.dossier == nil)
            #expect(try await beeld(proef, huis, leider).leden.map(\.dossier) == [kind])
        }
        // What was stays readable, and she has one present household all the time.
        #expect(try await beeld(proef, huis, leider).verloop.count { $0.dossier == ouder && $0.ingetrokken } == 2)
        #expect(
            try await proef.gebeurtenissen(HuishoudenGewijzigd.self).map(\.huishouden) == [huis, oud, huis, oud])
        await #expect(throws: Failure.self) { try await draaiTerug(proef, in: huis) }
    }

    @Test("na een verbetering kan de aankomst nog terug, na een verhuizing niet; een tweede hoofd komt er niet")
    func aankomstDaarna() async throws {
        let proef = try await Opstelling()
        let man = try await persoon(proef, 0)
        let vrouw = try await persoon(proef, 1, huis: "H-9")
        let (huis, oud) = (try await rij(proef, man).huishouden, try await rij(proef, vrouw).huishouden)
        // As if both had come a week earlier.
        try await proef.parts.store.write { try $0.db.execute(sql: "UPDATE lidmaatschap SET van = '2027-01-04'") }
        try await verwacht(proef, bij: man, rol: "hoofd")
        await #expect {
            try await komtAan(proef, in: huis, vrouw)
        } throws: { error in
            if case Failure.state = error { true } else { false }
        }
        let wie = try await lid(proef, huis)
        _ = try await VerwachtLidZetten(parts: proef.parts).leg(
            VerwachtLidVastleggen(
                id: wie.id, referent: man, naam: wie.naam, geboortedatum: "1992", land: nil, rol: "partner", stand: "verwacht",
                verwachtOp: nil, versie: wie.versie), envelope(), leider)
        try await komtAan(proef, in: huis, vrouw)
        try await verbeter(proef, vrouw, van: "2027-01-08", rol: "overig")
        _ = try await wijzig(proef, [(vrouw, "hoofd")], leider)
        await #expect(throws: Failure.self) { try await draaiTerug(proef, in: huis) }
        try await verbeter(proef, vrouw)
        try await draaiTerug(proef, in: huis)
        #expect(try await rij(proef, vrouw).huishouden == oud)
        #expect(try await beeld(proef, oud, leider, op: "2027-01-09").leden.map(\.dossier) == [vrouw])
        #expect(try await lid(proef, huis).stand == "verwacht")
    }

    @Test("wie op de eerste dag verhuisde, kan terug; en een latere dag geeft de dagen ervoor terug aan wat er eerst stond")
    func eersteDag() async throws {
        let proef = try await Opstelling()
        let vrouw = try await persoon(proef, 0)
        let oud = try await rij(proef, vrouw).huishouden
        // The first fact begins on the day of receipt. It can begin earlier, and then so can what came after it.
        await fout(["op"]) { _ = try await wijzig(proef, [(vrouw, "hoofd")], op: "2027-01-05", leider) }
        try await verbeter(proef, vrouw, van: "2027-01-02")
        #expect(try await beeld(proef, oud, leider, op: "2027-01-03").leden.map(\.dossier) == [vrouw])
        let nieuw = try await wijzig(proef, [(vrouw, "hoofd")], op: "2027-01-05", leider)
        try await verbeter(proef, vrouw)
        // On the very first day it replaces the fact, and taking it back says that again.
        let ander = try await wijzig(proef, [(vrouw, "hoofd")], op: "2027-01-02", leider)
        try await verbeter(proef, vrouw)
        #expect(try await rij(proef, vrouw).huishouden == oud)
        _ = try await wijzig(proef, [(vrouw, "hoofd")], op: "2027-01-02", leider)
        try await verbeter(proef, vrouw, van: "2027-01-07")
        #expect(try await beeld(proef, oud, leider, op: "2027-01-06").leden.map(\.dossier) == [vrouw])
        #expect(try await rij(proef, vrouw).huishouden != oud && nieuw != ander)
        // The same again changes nothing.
        let (versie, feiten) = (
            try await rij(proef, vrouw).versie, try await proef.aantal("SELECT count(*) FROM lidmaatschap")
        )
        try await verbeter(proef, vrouw, van: "2027-01-07", rol: "hoofd")
        #expect(try await rij(proef, vrouw).versie == versie)
        #expect(try await proef.aantal("SELECT count(*) FROM lidmaatschap") == feiten)
    }
}
