// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Pauze, verlenging, afsluiten en heropenen", .timeLimit(.minutes(1)))
struct AfsluitenTests {
    private func stand(_ proef: Proefdienst, _ dossier: DossierID) async throws -> Klokstand {
        try await KlokOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
    }

    private func datum(_ stand: Klokstand, _ code: String) -> String? {
        stand.klok.first { $0.code == code }?.datum.description
    }

    private func sluit(
        _ proef: Proefdienst, _ dossier: DossierID, _ reden: String = "doelen-behaald", op: String, door actor: Actor? = nil
    ) async throws {
        let nu = try await stand(proef, dossier)
        let doelen = try await proef.overzicht(dossier).doelen.filter { [.open, .bezig].contains($0.toestand) }
        _ = try await TrajectAfsluiten(
            dossier: dossier, reden: reden, op: try dag(op),
            doelen: doelen.map { .init(doel: $0.doel, toestand: .bereikt) }, versie: nu.versie
        ).uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.fatima))
    }

    @Test("een pauze verzet de dagen, elke dag dat hij duurt, en vertelt dat aan anderen")
    func pauze() async throws {
        let proef = try Proefdienst(op: "2027-03-01")
        let dossier = try await proef.lopendTraject().dossier
        let eerst = try await stand(proef, dossier)
        #expect(datum(eerst, "einde") == "2027-10-17")
        _ = try await TrajectPauzeren(
            dossier: dossier, reden: "wacht-op-woning", van: try dag("2027-03-01"), versie: eerst.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(datum(try await stand(proef, dossier), "einde") == "2027-10-18")
        proef.klok.zet(try dag("2027-03-10"))
        let dagloop = KlokBijwerken(middelen: proef.middelen, logger: .init(label: "proef"))
        #expect(try await dagloop.werkBij() == 1)
        #expect(try await dagloop.werkBij() == 0, "een dag wordt één keer gedaan")
        let stil = try await stand(proef, dossier)
        #expect(datum(stil, "einde") == "2027-10-27")
        let open = try #require(stil.pauzes.first)
        _ = try await PauzeBijwerken(
            dossier: dossier, pauze: open.pauze, besluit: .voorbij, tot: try dag("2027-03-09"), versie: stil.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        proef.klok.zet(try dag("2027-04-10"))
        #expect(try await dagloop.werkBij() == 0, "een klok die loopt schuift niet meer")
        #expect(datum(try await stand(proef, dossier), "einde") == "2027-10-26")
        #expect(
            try await proef.verteld(TrajectklokGewijzigd.self).map(\.eindigtOp.description) == [
                "2027-10-18", "2027-10-27", "2027-10-26",
            ])
    }

    @Test("een pauze die een vergissing was, is alsof hij er nooit was")
    func vergissing() async throws {
        let proef = try Proefdienst(op: "2027-03-20")
        let dossier = try await proef.lopendTraject().dossier
        let eerst = try await stand(proef, dossier)
        _ = try await TrajectPauzeren(
            dossier: dossier, reden: "tijdelijk-elders", van: try dag("2027-03-01"), versie: eerst.versie
        )
        .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let stil = try await stand(proef, dossier)
        let pauze = try #require(stil.pauzes.first)
        _ = try await PauzeBijwerken(dossier: dossier, pauze: pauze.pauze, besluit: .vergissing, versie: stil.versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let nu = try await stand(proef, dossier)
        #expect(nu.klok == eerst.klok)
        #expect(nu.pauzes.isEmpty)
    }

    @Test("wie stilstaat blijft in beeld: na vier weken vraagt de pauze om een blik")
    func pauzeInBeeld() async throws {
        let proef = try Proefdienst(op: "2027-03-01")
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-02-26")
        let eerst = try await stand(proef, dossier)
        _ = try await TrajectPauzeren(dossier: dossier, reden: "op-verzoek", van: try dag("2027-03-01"), versie: eerst.versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        func soorten() async throws -> [String] { try await proef.vandaag().filter { $0.dossier == dossier }.map(\.soort) }
        #expect(try await !soorten().contains("pauze"))
        proef.klok.zet(try dag("2027-03-29"))
        #expect(try await soorten().contains("pauze"))
        #expect(try await !soorten().contains("geen-contact"))
        let nu = try await stand(proef, dossier)
        _ = try await PauzeBijwerken(
            dossier: dossier, pauze: try #require(nu.pauzes.first).pauze, besluit: .nogNodig, versie: nu.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await !soorten().contains("pauze"))
        proef.klok.zet(try dag("2027-04-26"))
        #expect(try await soorten().contains("pauze"))
    }

    @Test("een onbekende reden en een dag in de toekomst: alle fouten tegelijk, en er verandert niets")
    func fouten() async throws {
        let proef = try Proefdienst(op: "2027-03-01")
        let dossier = try await proef.lopendTraject().dossier
        let eerst = try await stand(proef, dossier)
        let fout = await #expect(throws: Failure.self) {
            try await TrajectPauzeren(dossier: dossier, reden: "zomaar", van: try dag("2027-03-02"), versie: eerst.versie)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        guard case .invalid(let velden) = fout else { Issue.record("\(String(describing: fout))"); return }
        #expect(velden.map(\.field) == ["reden", "van"])
        #expect(try await stand(proef, dossier) == eerst)
    }

    @Test("verlengen kan niet in een opdracht zonder verlenging, en niet door een begeleider")
    func verlengen() async throws {
        let proef = try Proefdienst(op: "2027-03-01")
        let dossier = try await proef.lopendTraject().dossier
        let versie = try await stand(proef, dossier).versie
        for (actor, verwacht) in [(proef.fatima, "notAllowed"), (proef.teamleider, "state")] {
            let fout = await #expect(throws: Failure.self) {
                try await TrajectVerlengen(dossier: dossier, versie: versie).uitvoeren(proef.middelen, proef.verzoek(actor))
            }
            #expect(fout.map { String(describing: $0).hasPrefix(verwacht) } == true, "\(String(describing: fout))")
        }
    }

    @Test("afsluiten vraagt om de uitkomst van elk open doel, plant de nazorg en vertelt de reden")
    func afsluiten() async throws {
        let proef = try Proefdienst(op: "2027-10-15")
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-10-14")
        let eerst = try await stand(proef, dossier)
        #expect(eerst.openDoelen == 1)
        let fout = await #expect(throws: Failure.self) {
            try await TrajectAfsluiten(
                dossier: dossier, reden: "doelen-behaald", op: try dag("2027-10-15"), doelen: [], versie: eerst.versie
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        guard case .invalid(let velden) = fout else { Issue.record("\(String(describing: fout))"); return }
        #expect(velden.allSatisfy { $0.field.hasPrefix("doel-") } && velden.count == 1)
        try await sluit(proef, dossier, op: "2027-10-15")
        let nu = try await stand(proef, dossier)
        #expect(
            (nu.toestand, nu.afgerondOp, nu.eindreden, nu.openDoelen) == (
                "afgerond", try dag("2027-10-15"), "De doelen zijn behaald", 0
            ))
        #expect(nu.terugTot == (try dag("2028-04-15")))
        #expect(try await proef.verteld(TrajectAfgerond.self).map(\.reden) == ["doelen-behaald"])
        // Aftercare after four weeks and three months, each answered by one contact.
        proef.klok.zet(try dag("2027-11-10"))
        #expect(try await proef.vandaag().map(\.soort) == ["nazorg"])
        try await proef.contact(dossier, op: "2027-11-10", .telefoon)
        #expect(try await proef.vandaag().isEmpty)
        proef.klok.zet(try dag("2028-01-15"))
        #expect(try await proef.vandaag().map(\.soort) == ["nazorg"])
        try await proef.contact(dossier, op: "2028-01-15", .telefoon, .nietVerschenen)
        #expect(try await proef.vandaag().isEmpty)
    }

    @Test("een nazorgcontact dat wordt ingetrokken of verbeterd tot vóór het einde, beantwoordt geen nazorg meer")
    func nazorgIngetrokken() async throws {
        let proef = try Proefdienst(op: "2027-10-15")
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-10-14")
        try await sluit(proef, dossier, op: "2027-10-15")
        // A talk from before the end that is written down afterwards is no aftercare.
        try await proef.contact(dossier, op: "2027-10-15", .telefoon)
        proef.klok.zet(try dag("2027-11-20"))
        func nazorg() async throws -> [String] {
            try await proef.vandaag().filter { $0.soort == "nazorg" }.compactMap { $0.uiterlijkOp?.description }
        }
        func trekIn(_ contact: ContactmomentID) async throws {
            _ = try await ContactmomentIntrekken(dossier: dossier, contactmoment: contact, reden: .dubbel)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        #expect(try await nazorg() == ["2027-11-12"])
        let een = try await proef.contact(dossier, op: "2027-11-10", .telefoon)
        #expect(try await nazorg().isEmpty)
        try await trekIn(een)
        #expect(try await nazorg() == ["2027-11-12"])
        // Two calls answer two days. Without the first one the second answers the first day.
        let twee = try await proef.contact(dossier, op: "2027-11-11", .telefoon)
        let drie = try await proef.contact(dossier, op: "2027-11-18", .telefoon)
        proef.klok.zet(try dag("2028-01-20"))
        #expect(try await nazorg().isEmpty)
        try await trekIn(twee)
        #expect(try await nazorg() == ["2028-01-15"])
        // It was a talk from before the end after all.
        _ = try await ContactmomentVastleggen(
            dossier: dossier, soort: .telefoon, datum: try dag("2027-10-13"), duurMinuten: 5, verschijning: .aanwezig,
            tolk: .geen, vervangt: .init(drie, .verkeerdeGegevens)
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await nazorg() == ["2027-11-12"])
    }

    @Test("een kind sluit af met de ouder als de begeleiding klaar is, en wacht op een ander als zij voortijdig stopt")
    func kinderen() async throws {
        for (reden, toestand) in [("doelen-behaald", "afgerond"), ("overleden", "wacht")] {
            let proef = try Proefdienst(op: "2027-10-15")
            let ouder = try await proef.lopendTraject()
            let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, met: ouder.dossier, nummer: 2)
            try await proef.ontvang(kind)
            try await sluit(proef, ouder.dossier, reden, op: "2027-10-15")
            #expect(try await proef.overzicht(kind.dossier).toestand == toestand, "\(reden)")
            #expect(
                try await proef.vandaag().contains { $0.dossier == kind.dossier && $0.soort == "wacht-op-ouder" }
                    == (toestand == "wacht"))
        }
    }

    @Test("wie binnen zes maanden terugkomt gaat verder met hetzelfde traject, en de tijd ertussen telt niet")
    func heropenen() async throws {
        let proef = try Proefdienst(op: "2027-06-15")
        let dossier = try await proef.lopendTraject().dossier
        try await sluit(proef, dossier, "op-verzoek", op: "2027-06-15")
        let dicht = try await stand(proef, dossier)
        proef.klok.zet(try dag("2027-08-01"))
        let fout = await #expect(throws: Failure.self) {
            try await TrajectHeropenen(dossier: dossier, versie: dicht.versie).uitvoeren(
                proef.middelen, proef.verzoek(proef.fatima))
        }
        #expect(fout.map { String(describing: $0).hasPrefix("notAllowed") } == true)
        _ = try await TrajectHeropenen(dossier: dossier, versie: dicht.versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        let nu = try await stand(proef, dossier)
        #expect((nu.traject, nu.toestand) == (dicht.traject, "lopend"))
        // 16 June up to and including 31 July: 46 days.
        #expect(datum(nu, "einde") == (try dag("2027-10-17")).adding(days: 46).description)
        #expect(try await proef.verteld(TrajectHeropend.self).map(\.eindigtOp.description) == [datum(nu, "einde")])
        #expect(try await proef.vandaag().allSatisfy { $0.soort != "nazorg" })
    }

    @Test("na zes maanden is een nieuwe aanmelding nodig")
    func teLaat() async throws {
        let proef = try Proefdienst(op: "2027-06-15")
        let dossier = try await proef.lopendTraject().dossier
        try await sluit(proef, dossier, "op-verzoek", op: "2027-06-15")
        proef.klok.zet(try dag("2027-12-16"))
        let fout = await #expect(throws: Failure.self) {
            try await TrajectHeropenen(dossier: dossier, versie: try await stand(proef, dossier).versie)
                .uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        }
        #expect(fout.map { String(describing: $0).contains("15 december 2027") } == true)
    }

    @Test("een oud scherm sluit niets af")
    func conflict() async throws {
        let proef = try Proefdienst(op: "2027-06-15")
        let dossier = try await proef.lopendTraject().dossier
        let oud = try await stand(proef, dossier).versie
        _ = try await TrajectPauzeren(dossier: dossier, reden: "op-verzoek", van: try dag("2027-06-01"), versie: oud)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let fout = await #expect(throws: Failure.self) {
            try await TrajectAfsluiten(dossier: dossier, reden: "verhuisd", op: try dag("2027-06-15"), doelen: [], versie: oud)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        #expect(fout.map { String(describing: $0).hasPrefix("conflict") } == true)
        #expect(try await proef.verteld(TrajectAfgerond.self).isEmpty)
    }
}
