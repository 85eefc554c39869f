// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import SocialeKaartApp

@Suite("Spoed in kantooruren", .timeLimit(.minutes(1)))
struct SpoedklokTests {
    @Test(
        "vier kantooruren later",
        arguments: [
            // Friday 16:30: half an hour on Friday, three and a half on Monday.
            ("2027-02-05", 16, 30, "2027-02-08", 12, 30), ("2027-02-01", 9, 0, "2027-02-01", 13, 0),
            ("2027-02-01", 13, 0, "2027-02-01", 17, 0), ("2027-02-01", 13, 1, "2027-02-02", 9, 1),
            // Before opening and after closing count from the next opening; in the weekend too.
            ("2027-02-01", 6, 0, "2027-02-01", 13, 0), ("2027-02-01", 23, 59, "2027-02-02", 13, 0),
            ("2027-02-06", 12, 0, "2027-02-08", 13, 0),
            // King's day is Tuesday 27 April 2027.
            ("2027-04-26", 16, 0, "2027-04-28", 12, 0),
            // Good Friday, Easter and the night in which the clocks go forward lie between.
            ("2027-03-25", 16, 30, "2027-03-30", 12, 30),
            // The night of 31 October 2027 in which they go back.
            ("2027-10-29", 16, 30, "2027-11-01", 12, 30),
        ])
    func vierUur(dag: String, uur: Int, minuut: Int, tot: String, totUur: Int, totMinuut: Int) {
        #expect(
            Kantooruren.erbij(4, vanaf: datum(dag).at(hour: uur, minute: minuut))
                == datum(tot).at(hour: totUur, minute: totMinuut))
    }

    @Test("spoed op vrijdag 16:30: maandag om 12:30 bij de begeleider, na maandag verlopen")
    func vrijdag() async throws {
        let o = try await Kaartopstelling()
        o.klok.zet(datum("2027-02-05"), uur: 16, minuut: 30)
        let id = try await o.verstuurd(urgentie: "spoed")
        func kijk(_ dag: String, _ uur: Int, _ minuut: Int) async throws -> Verwijzingsrij {
            o.klok.zet(datum(dag), uur: uur, minuut: minuut)
            try await o.verwijzingen.termijnenBewaken()
            return try await o.rij(id)
        }
        for (dag, uur, minuut) in [("2027-02-05", 20, 30), ("2027-02-07", 12, 0), ("2027-02-08", 12, 29)] {
            #expect(try await kijk(dag, uur, minuut).taken == [], "\(dag) \(uur):\(minuut)")
        }
        let maandag = try await kijk("2027-02-08", 12, 30)
        #expect(maandag.taken == [.geenAntwoord] && maandag.toestand == .verstuurd)
        #expect(try await kijk("2027-02-08", 23, 59).toestand == .verstuurd)
        let dinsdag = try await kijk("2027-02-09", 0, 0)
        #expect(dinsdag.toestand == .verlopen && dinsdag.taken == [.opnieuwKiezen])
    }

    @Test("Koningsdag en de nacht van de zomertijd schuiven de termijnen op")
    func feestdagen() async throws {
        let o = try await Kaartopstelling()
        o.klok.zet(datum("2027-03-25"), uur: 15)
        let id = try await o.verstuurd()
        // One working day after Thursday before Easter is Tuesday; five are Monday 5 April.
        for (dag, herinnerd, verlopen) in [
            ("2027-03-29", false, false), ("2027-03-30", true, false), ("2027-04-05", true, false), ("2027-04-06", true, true),
        ] {
            o.klok.zet(datum(dag))
            try await o.verwijzingen.termijnenBewaken()
            let rij = try await o.rij(id)
            #expect((rij.toestand == .verlopen) == verlopen, "\(dag)")
            if !verlopen { #expect((rij.herinnerdOp != nil) == herinnerd, "\(dag)") }
        }
        o.klok.zet(datum("2027-04-26"), uur: 16)
        let tweede = try await o.verstuurd(urgentie: "spoed")
        o.klok.zet(datum("2027-04-27"), uur: 16)
        try await o.verwijzingen.termijnenBewaken()
        #expect(try await o.rij(tweede).taken == [])
        o.klok.zet(datum("2027-04-28"), uur: 12)
        try await o.verwijzingen.termijnenBewaken()
        #expect(try await o.rij(tweede).taken == [.geenAntwoord])
    }

    @Test("de vraag hoe het gaat komt elke 60 dagen en twintig werkdagen voor het einde van het traject")
    func statusvragen() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let dossier = o.dossier
        try await o.store.write { tx in
            try tx.db.execute(
                sql: "UPDATE toewijzing SET traject_eindigt_op = '2027-07-30' WHERE dossier = ?", arguments: [dossier.description]
            )
        }
        let partner = Partner(organisatie: try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek)), naam: "bieb")
        for (naar, velden) in [
            (VerwijzingToestand.geaccepteerd, ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-02"]),
            (.gestart, ["datumEersteContact": "2027-02-01"]),
        ] {
            _ = try await o.verwijzingen.partnerStap(
                id, partner, sleutel: UUID().uuidString, versie: try await o.versie(id), naar: naar, velden: velden,
                because: o.opdracht(als: partner.actor))
        }
        var gevraagd: [String] = []
        var dag = datum("2027-02-01")
        while dag < datum("2027-08-20") {
            dag = dag.adding(days: 1)
            o.klok.zet(dag)
            try await o.verwijzingen.termijnenBewaken()
            guard try await o.rij(id).statusvraagOp == dag else { continue }
            gevraagd.append(dag.description)
            _ = try await o.verwijzingen.statusMelden(id, partner, because: o.opdracht(als: partner.actor))
            #expect(try await o.rij(id).statusvraagOp == nil)
        }
        // 2 April and 1 June follow each other by 60 days; 2 July is 20 working days before 30 July.
        #expect(gevraagd == ["2027-04-02", "2027-06-01", "2027-07-02"])
        #expect(try await o.rij(id).toestand == .gestart)
        await #expect(throws: Failure.self) {
            _ = try await o.verwijzingen.statusMelden(id, partner, because: o.opdracht(als: partner.actor))
        }
    }
}
