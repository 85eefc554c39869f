// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import RapportageApp

extension Indicatoren {
    /// All rows behind a figure, page by page.
    func alle(_ code: String, _ gemeente: String, _ van: Datum, _ tot: Datum, door actor: Actor, limit: Int) async throws
        -> [IndicatorRijen.Rij]
    {
        var rows: [IndicatorRijen.Rij] = []
        var after: String?
        repeat {
            let page = try await rijen(
                IndicatorRijen(
                    code: code, gemeente: gemeente, van: van, totEnMet: tot, page: PageRequest(after: after, limit: limit)),
                verzoek(IndicatorRijen.self, door: actor))
            rows += page.rows
            after = page.next
        } while after != nil
        return rows
    }

    func cijfers(_ gemeente: String, _ van: Datum, _ tot: Datum, door actor: Actor) async throws -> [String: Berichten.Indicator]
    {
        let list = try await opvragen(
            IndicatorenOpvragen(gemeente: gemeente, van: van, totEnMet: tot), verzoek(IndicatorenOpvragen.self, door: actor))
        return Dictionary(list.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The figure from its rows, as somebody with a list and a calculator would find it.
private func waarde(_ code: String, _ rijen: [IndicatorRijen.Rij]) -> Double? {
    func kolom(_ naam: String) -> [String] { rijen.compactMap { rij in rij.kolommen.first { $0.naam == naam }?.waarde } }
    switch code {
    case "in-begeleiding": return Double(Set(rijen.map(\.dossier)).count)
    case "dagen-tot-eerste-contact":
        let dagen = kolom("Dagen").compactMap { Int($0) }.sorted()
        guard !dagen.isEmpty else { return nil }
        let half = dagen.count / 2
        return dagen.count % 2 == 1 ? Double(dagen[half]) : Double(dagen[half - 1] + dagen[half]) / 2
    default:
        guard !rijen.isEmpty else { return nil }
        return (Double(kolom("Verschenen").count { $0 == "nee" }) * 1000 / Double(rijen.count)).rounded() / 10
    }
}

@Suite("Cijfers en de rijen erachter", .timeLimit(.minutes(3)))
struct IndicatorTests {
    private let begin = Datum(2027, 1, 1) ?? Opstelling.dag

    /// A made-up city, and beside it what happened as plain values, to count by hand.
    private struct Stad {
        var feiten: [Feit] = []
        var mensen: [(persoon: Persoon, einde: Datum?, contacten: [(Datum, Contactsoort, Verschijning)])] = []

        init(_ random: inout SeededChance, aantal: Int, teams: [TeamID], begin: Datum) {
            for nummer in 1...aantal {
                let p = persoon(
                    nummer, team: teams[Int.random(in: 0..<teams.count, using: &random)],
                    gemeente: Int.random(in: 0..<4, using: &random) == 0 ? "0363" : "0034",
                    gestartOp: begin.adding(days: Int.random(in: 0...300, using: &random)))
                var contacten: [(Datum, Contactsoort, Verschijning)] = []
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    contacten.append(
                        (
                            p.gestartOp.adding(days: Int.random(in: 0...120, using: &random)),
                            Contactsoort.allCases.randomElement(using: &random) ?? .afspraak,
                            Verschijning.allCases.randomElement(using: &random) ?? .aanwezig
                        ))
                }
                let einde = Bool.random(using: &random) ? p.gestartOp.adding(days: Int.random(in: 10...270, using: &random)) : nil
                feiten += [p.geaccepteerd, p.gestart] + contacten.map { p.contact($0.0, $0.1, $0.2) }
                if let einde { feiten.append(p.afgerond(einde)) }
                mensen.append((p, einde, contacten))
            }
        }

        /// Rows and number by hand, from what happened and not from the store.
        func telling(_ code: String, _ gemeente: String, _ van: Datum, _ tot: Datum, team: TeamID?) -> (
            rijen: Int, waarde: Double?
        ) {
            let mensen = mensen.filter { $0.persoon.gemeente == gemeente && (team == nil || $0.persoon.team == team) }
            switch code {
            case "in-begeleiding":
                let n = mensen.count { $0.persoon.gestartOp <= tot && ($0.einde ?? tot.adding(days: 1)) > tot }
                return (n, Double(n))
            case "dagen-tot-eerste-contact":
                let dagen = mensen.compactMap { mens -> Int? in
                    guard let eerste = mens.contacten.filter({ $0.2 == .aanwezig }).map(\.0).min(), eerste >= van, eerste <= tot
                    else { return nil }
                    return mens.persoon.ontvangenOp.days(until: eerste)
                }.sorted()
                let half = dagen.count / 2
                let mediaan =
                    dagen.isEmpty
                    ? nil : dagen.count % 2 == 1 ? Double(dagen[half]) : Double(dagen[half - 1] + dagen[half]) / 2
                return (dagen.count, mediaan)
            default:
                let gepland = mensen.flatMap(\.contacten).filter {
                    [.spreekuur, .huisbezoek, .afspraak].contains($0.1) && $0.0 >= van && $0.0 <= tot
                }
                let nee = gepland.count { $0.2 == .nietVerschenen }
                return (gepland.count, gepland.isEmpty ? nil : (Double(nee) * 1000 / Double(gepland.count)).rounded() / 10)
            }
        }
    }

    @Test("het getal is precies wat de rijen zeggen, voor elke rol, periode en bladzijde", arguments: [UInt64(11), 12, 13])
    func eigenschap(seed: UInt64) async throws {
        var random = SeededChance(seed: seed)
        let teams = [TeamID(UUID()), TeamID(UUID())]
        let stad = Stad(&random, aantal: 60, teams: teams, begin: begin)
        let o = try Opstelling(kleinsteAantal: 0)
        try await o.komenBinnen(stad.feiten)
        let wie: [(Actor, TeamID?)] = [
            (medewerker(.klantmanager, gemeente: "0034"), nil), (medewerker(.teamleider, team: teams[0]), teams[0]),
            (medewerker(.teamleider, team: teams[1]), teams[1]),
        ]
        for ronde in 0..<6 {
            let van = begin.adding(days: Int.random(in: 0...300, using: &random))
            let tot = van.adding(days: ronde == 0 ? 0 : Int.random(in: 0...200, using: &random))
            for (actor, team) in wie {
                let cijfers = try await o.indicatoren.cijfers("0034", van, tot, door: actor)
                #expect(Set(cijfers.keys) == ["in-begeleiding", "dagen-tot-eerste-contact", "no-show"])
                for (code, cijfer) in cijfers {
                    let rijen = try await o.indicatoren.alle(
                        code, "0034", van, tot, door: actor, limit: Int.random(in: 1...40, using: &random))
                    let hand = stad.telling(code, "0034", van, tot, team: team)
                    #expect(rijen.count == cijfer.aantalRijen && rijen.count == hand.rijen, "seed \(seed) \(code) \(van) \(tot)")
                    #expect(
                        cijfer.waarde == waarde(code, rijen) && cijfer.waarde == hand.waarde, "seed \(seed) \(code) \(van) \(tot)"
                    )
                    #expect(!cijfer.onderdrukt && !cijfer.definitie.isEmpty && !cijfer.eenheid.isEmpty)
                    for (punt, maand) in zip(cijfer.reeks, try Periode(van: van, totEnMet: tot).maanden) {
                        #expect(punt.waarde == stad.telling(code, "0034", maand.van, maand.totEnMet, team: team).waarde)
                        #expect(punt.maand == maand.maand)
                    }
                }
            }
        }
    }

    @Test("onder de grens van het contract geen getal, geen rijen en geen maanden")
    func onderdrukt() async throws {
        let o = try Opstelling(kleinsteAantal: 5)
        let klantmanager = medewerker(.klantmanager, gemeente: "0034")
        var mensen: [Persoon] = []
        for nummer in 1...5 {
            let p = persoon(nummer)
            mensen.append(p)
            try await o.komenBinnen([p.gestart, p.contact(p.gestartOp), p.contact(p.gestartOp.adding(days: 1))])
            let cijfers = try await o.indicatoren.cijfers("0034", begin, begin.adding(days: 30), door: klantmanager)
            for (code, cijfer) in cijfers {
                let rijen = try await o.indicatoren.alle(
                    code, "0034", begin, begin.adding(days: 30), door: klantmanager, limit: 2)
                // Five people with two contacts each: people count, not rows.
                #expect(cijfer.onderdrukt == (nummer < 5), "\(code) bij \(nummer)")
                #expect((cijfer.waarde == nil) == (nummer < 5) && rijen.count == cijfer.aantalRijen)
                #expect(cijfer.reeks.allSatisfy { ($0.waarde == nil) == (nummer < 5) })
            }
        }
    }

    @Test("een klantmanager ziet alleen de eigen gemeente; wie geen recht heeft krijgt nee")
    func rechten() async throws {
        let o = try Opstelling(kleinsteAantal: 0)
        let p = persoon(1)
        try await o.komenBinnen([p.gestart])
        let dag = begin.adding(days: 30)
        for actor in [
            medewerker(.klantmanager, gemeente: "0363"), medewerker(.klantmanager), medewerker(.begeleider),
            medewerker(.financieel),
            medewerker(.teamleider), .service(purpose: "onbekend"),
        ] {
            await #expect(throws: Failure.self) { try await o.indicatoren.cijfers("0034", begin, dag, door: actor) }
            await #expect(throws: Failure.self) {
                try await o.indicatoren.alle("in-begeleiding", "0034", begin, dag, door: actor, limit: 5)
            }
        }
        let eigen = medewerker(.klantmanager, gemeente: "0034")
        #expect(try await o.indicatoren.cijfers("0034", begin, dag, door: eigen)["in-begeleiding"]?.waarde == 1)
        // A team leader of another team sees a figure, of nobody.
        let ander = medewerker(.teamleider, team: TeamID(UUID()))
        #expect(try await o.indicatoren.cijfers("0034", begin, dag, door: ander)["in-begeleiding"]?.waarde == 0)
    }

    @Test("een onbekende code, een omgekeerde en een te lange periode worden geweigerd met wat er mis is")
    func fouten() async throws {
        let o = try Opstelling()
        let klantmanager = medewerker(.klantmanager, gemeente: "0034")
        await #expect(throws: Failure.notFound(what: "indicator")) {
            try await o.indicatoren.alle("bestaat-niet", "0034", begin, begin, door: klantmanager, limit: 5)
        }
        for tot in [begin.adding(days: -1), begin.adding(months: 37)] {
            let fout = await #expect(throws: Failure.self) {
                try await o.indicatoren.cijfers("0034", begin, tot, door: klantmanager)
            }
            guard case .invalid(let velden) = fout else {
                Issue.record("verwacht: veldfout")
                continue
            }
            #expect(velden.map(\.field) == ["totEnMet"])
        }
    }

    @Test("geen cijfer leest een hele tabel", arguments: Indicatorsoort.allCases)
    func index(soort: Indicatorsoort) async throws {
        let o = try Opstelling()
        let bron = Indicatorbron(
            soort: soort, gemeente: "0034", periode: try Periode(van: begin, totEnMet: begin.adding(days: 30)), scope: .all)
        let plan = try await o.store.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(bron.rijen)", arguments: bron.bound).map { $0["detail"] as String }
        }
        #expect(!plan.isEmpty && plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(plan)")
    }
}
