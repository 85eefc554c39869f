// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import IntakeApp

/// Reckoning inflow and running trajects, with numbers that can be checked by hand.
@Suite("Instroom uitrekenen", .timeLimit(.minutes(1)))
struct InstroomrekeningTests {
    /// As in the marktconsultatie of Almere, chapter 2.
    static let almere = [(2022, 285), (2023, 477), (2024, 444), (2025, 348)].map { Taakstelling(jaar: $0, personen: $1) }

    private func dag(_ tekst: String) throws -> Datum { try #require(Datum(tekst)) }
    private func half(_ tekst: String) throws -> Halfjaar { try #require(Halfjaar(tekst)) }
    private func maand(_ tekst: String) throws -> Maand { try Maand(parsing: tekst) }

    private func rekening(
        _ feiten: Instroomfeiten = .init(), _ taakstelling: [Taakstelling] = almere, op vandaag: String, instroom: Double = 1
    ) throws -> Instroomrekening {
        Instroomrekening(feiten: feiten, taakstelling: taakstelling, vandaag: try dag(vandaag), instroom: instroom)
    }

    @Test(
        "een dag valt in een half jaar",
        arguments: [
            ("2027-01-01", "2027-1"), ("2027-06-30", "2027-1"), ("2027-07-01", "2027-2"), ("2027-12-31", "2027-2"),
            ("2028-02-29", "2028-1"),
        ])
    func halfjaar(_ op: String, _ verwacht: String) throws {
        let dag = try dag(op)
        let half = Halfjaar(dag)
        #expect(half.description == verwacht && Halfjaar(verwacht) == half)
        #expect(half.eersteDag <= dag && half.laatsteDag >= dag)
    }

    @Test("halve jaren volgen op elkaar, ook over de jaarwisseling en terug")
    func verder() throws {
        let begin = try half("2026-2")
        let reeks: [String] = (-3...3).map { begin.verder($0).description }
        #expect(reeks == ["2025-1", "2025-2", "2026-1", "2026-2", "2027-1", "2027-2", "2028-1"])
        #expect(begin.dagen == 184 && begin.verder(1).dagen == 181 && begin.verder(3).dagen == 182)
        #expect(begin.maanden.map(\.waarde) == ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"])
        for fout in ["2027", "2027-3", "2027-0", "2027-01", "27-1", "", "2027-1-1", "-1"] {
            #expect(Halfjaar(fout) == nil, "\(fout)")
        }
    }

    @Test(
        "een jaarcijfer wordt in tweeën gedeeld, het oneven deel in de eerste helft; een halfjaarcijfer gaat voor",
        arguments: [
            ("2022-1", 143, true), ("2022-2", 142, true), ("2023-1", 239, true), ("2023-2", 238, true), ("2024-1", 222, true),
            ("2025-2", 174, true),
        ])
    func taakstelling(_ half: String, _ personen: Int, _ gehalveerd: Bool) throws {
        let uitkomst = Instroomrekening.taakstelling(Self.almere, try self.half(half))
        #expect(uitkomst?.personen == personen && uitkomst?.isGehalveerd == gehalveerd)
        let eigen = Self.almere + [Taakstelling(jaar: 2025, helft: 2, personen: 200)]
        #expect(Instroomrekening.taakstelling(eigen, try self.half("2025-2"))?.personen == 200)
        #expect(Instroomrekening.taakstelling(eigen, try self.half("2025-1"))?.personen == 174)
        #expect(Instroomrekening.taakstelling(Self.almere, try self.half("2026-1")) == nil)
        // An example stands in only for a year of which nothing was given, and teaches nothing.
        let oefen = Self.almere + [2025, 2026].map { Taakstelling(jaar: $0, personen: 9_000, isVoorbeeld: true) }
        let (gegeven, voorbeeld) = (
            Instroomrekening.taakstelling(oefen, try self.half("2025-1")),
            Instroomrekening.taakstelling(oefen, try self.half("2026-1"))
        )
        #expect(gegeven?.personen == 174 && gegeven?.isVoorbeeld == false)
        #expect(voorbeeld?.personen == 4_500 && voorbeeld?.isVoorbeeld == true)
        #expect((try rekening(.init(), oefen, op: "2025-03-01").schommeling * 100).rounded() == 67)
    }

    @Test("de schommeling is de grootste stijging van jaar op jaar: in Almere 67%, van 285 naar 477")
    func schommeling() throws {
        let almere = try rekening(op: "2025-03-01").schommeling
        #expect((almere * 100).rounded() == 67)
        #expect(try rekening(.init(), [], op: "2025-03-01").schommeling == 0.5)
        #expect(try rekening(.init(), [Taakstelling(jaar: 2025, personen: 348)], op: "2025-03-01").schommeling == 0.5)
        let dalend = [Taakstelling(jaar: 2024, personen: 444), Taakstelling(jaar: 2025, personen: 348)]
        #expect(try rekening(.init(), dalend, op: "2025-03-01").schommeling == 0)
    }

    @Test("de prognose is wat er al was plus de taakstelling naar rato van de dagen die nog komen, nooit meer dan die overlaat")
    func prognose() throws {
        var feiten = Instroomfeiten()
        feiten.gehuisvest = [try maand("2025-01"): 50, try maand("2025-02"): 30]
        (feiten.geaccepteerd, feiten.besloten) = (90, 100)
        // 31 March: 91 of the 181 days are left, of 174 people.
        let half = try rekening(feiten, op: "2025-03-31").half(try half("2025-1"))
        #expect(half.gehuisvest == 80 && half.taakstelling == 174)
        #expect(half.prognose == .init(verwacht: 80 + 87, laag: 80, hoog: 80 + 147))
        // Half of the inflow: half of what is to come.
        #expect(try rekening(feiten, op: "2025-03-31", instroom: 0.5).half(half.halfjaar).prognose?.verwacht == 80 + 44)
        // More people known by name than the taakstelling leaves: they count.
        feiten.bekend = [try maand("2025-05"): 60]
        feiten.pijplijn = [try maand("2025-06"): 100]
        let vol = try #require(try rekening(feiten, op: "2025-03-31").half(half.halfjaar).prognose)
        #expect(vol == .init(verwacht: 80 + 150, laag: 80 + 150, hoog: 80 + 160))
        // Nearly all are housed: only what the taakstelling leaves, not half of it again.
        var voor = Instroomfeiten()
        voor.gehuisvest = [try maand("2025-02"): 170]
        let ruim = try rekening(voor, op: "2025-03-31").half(half.halfjaar)
        #expect(ruim.prognose == .init(verwacht: 174, laag: 170, hoog: 170 + 7))
        voor.gehuisvest = [try maand("2025-02"): 190]
        #expect(try rekening(voor, op: "2025-03-31").half(half.halfjaar).prognose == .init(verwacht: 190, laag: 190, hoog: 190))
        // What is over has no forecast, and the last day leaves nothing.
        #expect(try rekening(feiten, op: "2025-07-01").half(half.halfjaar).prognose == nil)
        #expect(try rekening(.init(), op: "2025-06-30").half(half.halfjaar).prognose == .init(verwacht: 0, laag: 0, hoog: 0))
    }

    @Test(
        "voor of achter is wat er is tegen wat de dagen tot nu toe vragen",
        arguments: [
            // 90 of the 181 days are gone: 87 of the 174.
            ("2025-1", "2025-03-31", 170, 83), ("2025-1", "2025-03-31", 80, -7), ("2025-1", "2025-03-31", 87, 0),
            ("2025-1", "2025-06-30", 170, -4), ("2025-1", "2026-02-01", 170, -4), ("2025-2", "2025-03-31", 0, nil),
            ("2026-1", "2026-03-31", 80, nil),
        ])
    func voorsprong(_ half: String, _ op: String, _ gehuisvest: Int, _ verwacht: Int?) throws {
        let half = try self.half(half)
        var feiten = Instroomfeiten()
        feiten.gehuisvest = [Maand(van: half.eersteDag): gehuisvest]
        #expect(try rekening(feiten, op: op).half(half).voorsprong == verwacht)
    }

    @Test("zonder taakstelling telt het gemiddelde van de laatste vier halve jaren, en zonder geschiedenis niets")
    func gemiddelde() throws {
        var feiten = Instroomfeiten()
        feiten.gehuisvest = [
            try maand("2025-03"): 100, try maand("2025-09"): 200, try maand("2026-02"): 300, try maand("2026-11"): 200,
        ]
        let rekening = try rekening(feiten, op: "2027-01-01")
        #expect(rekening.gemiddelde(voor: try half("2027-1")) == 200)
        #expect(rekening.half(try half("2027-2")).prognose?.verwacht == 200)
        // Counted since one half-year: the mean of that one.
        #expect(try self.rekening(feiten, op: "2025-08-01").gemiddelde(voor: try half("2025-2")) == 100)
        #expect(try self.rekening(op: "2027-01-01").gemiddelde(voor: try half("2027-1")) == nil)
    }

    @Test(
        "het laagste is nooit hoger dan het verwachte en dat nooit hoger dan het hoogste",
        arguments: 1...200 as ClosedRange<UInt64>)
    func volgorde(_ zaad: UInt64) throws {
        var bron = SeededChance(seed: zaad)
        func tellingen() throws -> [Maand: Int] {
            var uit: [Maand: Int] = [:]
            for _ in 0..<6 {
                uit[try maand("2025-01").verder(Int.random(in: 0..<36, using: &bron))] = Int.random(in: 0...80, using: &bron)
            }
            return uit
        }
        var feiten = Instroomfeiten()
        (feiten.gehuisvest, feiten.bekend, feiten.pijplijn) = (try tellingen(), try tellingen(), try tellingen())
        feiten.besloten = Int.random(in: 0...40, using: &bron)
        feiten.geaccepteerd = Int.random(in: 0...feiten.besloten, using: &bron)
        let dag = try dag("2025-01-01").adding(days: Int.random(in: 0...1000, using: &bron))
        let rekening = Instroomrekening(
            feiten: feiten, taakstelling: Self.almere, vandaag: dag, instroom: Double.random(in: 0...3, using: &bron))
        for half in rekening.halfjaren(van: try half("2025-1"), tot: try half("2028-2")) {
            guard let p = half.prognose else { continue }
            #expect(p.laag <= p.verwacht && p.verwacht <= p.hoog && p.laag >= half.gehuisvest, "zaad \(zaad): \(half)")
        }
    }

    @Test(
        "lopende trajecten volgen uit wanneer ze begonnen en hoe lang ze duren",
        arguments: [(1, 10.0), (2, 30), (3, 60), (9, 100), (12, 100)])
    func lopend(_ lengte: Int, _ verwacht: Double) throws {
        let starts = [
            try maand("2027-09"): 10.0, try maand("2027-08"): 20, try maand("2027-07"): 30, try maand("2027-02"): 40,
            try maand("2027-10"): 500,
        ]
        #expect(Trajectbezetting(starts: starts, lengte: lengte).lopend(try maand("2027-09")) == verwacht)
    }

    @Test("477 mensen per jaar en 9 maanden geven ongeveer 360 lopende trajecten, zoals het domein het uitrekent")
    func almereDruk() throws {
        let begin = try maand("2027-01")
        let starts = Dictionary(uniqueKeysWithValues: (0..<24).map { (begin.verder($0), 477.0 / 12) })
        let bezetting = Trajectbezetting(starts: starts, lengte: 9)
        let piek = try #require(bezetting.piek((0..<24).map { begin.verder($0) }))
        // The first month in which nine months of starts run; later ones are no higher.
        let hoogste = Int(piek.lopend.rounded())
        #expect(hoogste == 358)
        #expect(piek.maand >= begin.verder(8))
        #expect(Trajectbezetting.nodig(piek.lopend, caseload: 30) == 12)
        #expect(Trajectbezetting.perJaar(plaatsen: 360, lengte: 9) == 480)
    }

    @Test("een piek is de eerste van gelijke maanden; een begeleider meer begint bij één traject meer")
    func piek() throws {
        let (een, twee) = (try maand("2027-03"), try maand("2027-05"))
        let bezetting = Trajectbezetting(starts: [een: 60, twee: 60], lengte: 1)
        #expect(bezetting.piek([een, een.verder(1), twee])?.maand == een)
        #expect(bezetting.piek([]) == nil)
        #expect(Trajectbezetting.nodig(60, caseload: 30) == 2 && Trajectbezetting.nodig(60.6, caseload: 30) == 3)
        #expect(Trajectbezetting.nodig(0, caseload: 30) == 0)
    }

    @Test("wat nog komt wordt gelijk verdeeld over de maanden die over zijn, alleen wie een eigen traject krijgt")
    func spreiding() throws {
        var feiten = Instroomfeiten()
        feiten.gehuisvest = [try maand("2025-01"): 40]
        feiten.starts = [try maand("2025-01"): 20]
        let rekening = try rekening(feiten, op: "2025-03-31")
        let halves = rekening.halfjaren(van: try half("2025-1"), tot: try half("2025-1"))
        let starts = rekening.starts(halves, .verwacht)
        // 87 people are to come (91 of 181 days, of 174), half of them with a traject, over March to June.
        let (januari, februari, april) = (try maand("2025-01"), try maand("2025-02"), try maand("2025-04"))
        #expect(starts[januari] == 20)
        #expect(starts[februari] == nil)
        #expect(starts[april] == 10.875)
        let som: Double = starts.values.reduce(0, +)
        #expect(som == 63.5)
        let laag: Double = rekening.starts(halves, .laag).values.reduce(0, +)
        #expect(laag == 20)
    }
}
