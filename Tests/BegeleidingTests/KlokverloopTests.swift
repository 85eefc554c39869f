// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

@testable import BegeleidingApp

@Suite("Klok met pauzes en verlengingen", .timeLimit(.minutes(1)))
struct KlokverloopTests {
    private func klok(_ opdracht: Opdracht, start: String) throws -> Trajectklok {
        let dag = try dag(start)
        return try #require(Trajectklok.bereken(opdracht, ankers: [.acceptatie: dag, .huisvesting: dag]))
    }

    private func pauze(_ van: String, _ tot: String?, verlengt: Bool = true) throws -> Klokverloop.Pauze {
        Klokverloop.Pauze(
            reden: .init(code: "p", naam: "Wacht op een woning", verlengt: verlengt), van: try dag(van), tot: try tot.map(dag))
    }

    /// Pauses as `van..tot`, today, and the days that follow: interim report, last day, hand-over document.
    /// The contract of 2027, begun on 18 January: 18 July, 17 October, 29 October.
    static let gevallen: [(pauzes: [String], vandaag: String, dagen: [String])] = [
        ([], "2027-06-01", ["2027-07-18", "2027-10-17", "2027-10-29"]),
        // One day is one day.
        (["2027-03-01..2027-03-01"], "2027-06-01", ["2027-07-19", "2027-10-18", "2027-11-01"]),
        // Fourteen days, over the night in which summer time begins: 28 March 2027.
        (["2027-03-20..2027-04-02"], "2027-06-01", ["2027-08-01", "2027-10-31", "2027-11-12"]),
        // Two pauses add up; the second lies after the interim report and moves only the end.
        (["2027-03-01..2027-03-10", "2027-08-01..2027-08-05"], "2027-09-01", ["2027-07-28", "2027-11-01", "2027-11-15"]),
        // The first pause moves the interim report to after the beginning of the second one.
        (["2027-03-01..2027-03-31", "2027-08-01..2027-08-10"], "2027-09-01", ["2027-08-28", "2027-11-27", "2027-12-10"]),
        // It lasts: counted up to and including today.
        (["2027-03-01.."], "2027-03-01", ["2027-07-19", "2027-10-18", "2027-11-01"]),
        (["2027-03-01.."], "2027-03-31", ["2027-08-18", "2027-11-17", "2027-12-01"]),
        // A pause that begins after the last day moves nothing any more.
        (["2027-11-01..2027-11-10"], "2027-12-01", ["2027-07-18", "2027-10-17", "2027-10-29"]),
    ]

    @Test("elke dag na het begin van een pauze schuift mee", arguments: gevallen)
    func pauzes(geval: (pauzes: [String], vandaag: String, dagen: [String])) throws {
        let opdracht = try almere()
        let verloop = Klokverloop(
            pauzes: try geval.pauzes.map { tekst in
                let delen = tekst.components(separatedBy: "..")
                return try pauze(delen[0], delen[1].isEmpty ? nil : delen[1])
            })
        let nu = try klok(opdracht, start: "2027-01-18").met(
            verloop, regels: opdracht.traject, vandaag: try dag(geval.vandaag))
        #expect([nu.tussenrapportage, nu.einde, nu.overdracht].map(\.datum.description) == geval.dagen)
        #expect(nu.start.datum.description == "2027-01-18")
        #expect(nu.eersteContact.datum.description == "2027-01-25")
    }

    @Test("een pauze die niet verlengt houdt de dagen waar ze zijn")
    func verlengtNiet() throws {
        let opdracht = try almere()
        let eerst = try klok(opdracht, start: "2027-01-18")
        let verloop = Klokverloop(pauzes: [try pauze("2027-03-01", "2027-04-01", verlengt: false)])
        #expect(eerst.met(verloop, regels: opdracht.traject, vandaag: try dag("2027-06-01")) == eerst)
    }

    @Test("de zin noemt de pauze, de dagen en de nieuwe dag")
    func zin() throws {
        let opdracht = try almere()
        let verloop = Klokverloop(pauzes: [try pauze("2027-03-20", "2027-04-02")])
        let einde = try klok(opdracht, start: "2027-01-18").met(
            verloop, regels: opdracht.traject, vandaag: try dag("2027-06-01")
        ).einde
        #expect(
            einde.waarom.hasSuffix(
                "De klok stond stil van 20 maart 2027 tot en met 2 april 2027: 14 dagen (wacht op een woning). "
                    + "Zo wordt het zondag 31 oktober 2027."))
    }

    /// The contract of 6 and 6 months: start, end, end after one extension.
    @Test(
        "een verlenging telt vanaf het begin: 6 en 6 maanden is een jaar",
        arguments: [
            ("2026-01-01", "2026-06-30", "2026-12-31"), ("2026-01-18", "2026-07-17", "2027-01-17"),
            ("2026-08-31", "2027-02-28", "2027-08-30"), ("2026-02-28", "2026-08-27", "2027-02-27"),
            ("2024-02-29", "2024-08-28", "2025-02-28"),
        ])
    func verlenging(start: String, einde: String, verlengd: String) throws {
        let oud = try #require(try Opdrachtenboek(map: opdrachtenmap).opdracht(id: "almere-2026"))
        let eerst = try klok(oud, start: start)
        #expect(eerst.einde.datum.description == einde)
        let nu = eerst.met(Klokverloop(verlengingen: 1), regels: oud.traject, vandaag: try dag("2026-06-01"))
        #expect(nu.einde.datum.description == verlengd)
        #expect(nu.einde.waarom.hasSuffix("Het traject is 1 keer verlengd, samen met 6 maanden."))
    }

    @Test(
        "een pauze begint niet in de toekomst, niet voor de start en niet in een andere pauze",
        arguments: [
            ("2027-06-02", "toekomst"), ("2027-01-17", "voor-start"), ("2027-03-10", "overlapt"), ("2027-03-05", "overlapt"),
            ("2027-02-20", "overlapt"), ("2027-03-11", nil), ("2027-06-01", nil),
        ])
    func bezwaar(van: String, code: String?) throws {
        let verloop = Klokverloop(pauzes: [try pauze("2027-03-01", "2027-03-10")])
        #expect(
            verloop.bezwaar(tegenPauze: try dag(van), start: try dag("2027-01-18"), vandaag: try dag("2027-06-01"))?.code == code)
    }

    @Test("geen rij van pauzes zet de dagen terug, en zonder pauze blijft alles gelijk", arguments: 0..<100)
    func nooitTerug(zaad: Int) throws {
        var chance = SeededChance(seed: UInt64(zaad + 1))
        let opdracht = try almere()
        let basis = try klok(opdracht, start: "2027-01-18")
        var (verloop, dag) = (Klokverloop(), try dag("2027-01-18"))
        var verlengd = 0
        for _ in 0..<Int.random(in: 0...6, using: &chance) {
            let van = dag.adding(days: Int.random(in: 1...30, using: &chance))
            let tot = van.adding(days: Int.random(in: 0...40, using: &chance))
            guard van <= basis.einde.datum.adding(days: verlengd) else { break }
            let telt = Bool.random(using: &chance)
            verloop.pauzes.append(
                Klokverloop.Pauze(reden: .init(code: "p", naam: "P", verlengt: telt), van: van, tot: tot))
            if telt { verlengd += van.days(until: tot) + 1 }
            dag = tot
        }
        let nu = basis.met(verloop, regels: opdracht.traject, vandaag: dag.adding(days: 400))
        // The last day moves by exactly the days that the clock stood still.
        #expect(basis.einde.datum.days(until: nu.einde.datum) == verlengd)
        #expect(nu.tussenrapportage.datum >= basis.tussenrapportage.datum)
        #expect(nu.overdracht.datum > nu.einde.datum)
    }
}
