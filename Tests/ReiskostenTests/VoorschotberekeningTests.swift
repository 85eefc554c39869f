// SPDX-License-Identifier: EUPL-1.2
import Domein
import Testing

@testable import ReiskostenApp

/// A rule with Almere's numbers, of which a test changes what it is about.
func regeling(
    minimum: Int = 10_000, teltMee: Bool = false, tarief: Int = 23, werkelijk: Bool = true, maand: Int = 150_00,
    plafond: Int = 150_00, open: Int = 1
) -> Reiskostenregeling {
    Reiskostenregeling(
        minimumAfstandMeter: minimum, minimumTeltMee: teltMee, perKilometer: Bedrag(cents: tarief),
        openbaarVervoerWerkelijk: werkelijk, maximumPerMaand: Bedrag(cents: maand), bewijssoorten: [],
        indienen: Termijn(3, .maand, bron: "proef"),
        voorschot: .init(plafond: Bedrag(cents: plafond), maximumOpen: open, vierOgen: true), bron: "Beleidsregel artikel 5")
}

func reis(_ vervoer: Vervoer = .auto, meter: Int = 12_500, dagen: Int = 8, perDag: Int? = nil) throws -> Reis {
    Reis(
        maand: try #require(Reismaand("2027-03")), vervoer: vervoer, afstandMeter: meter, dagen: dagen,
        werkelijkPerDag: perDag.map { Bedrag(cents: $0) })
}

@Suite("Het bedrag van een voorschot", .timeLimit(.minutes(1)))
struct VoorschotberekeningTests {
    private func bedrag(_ regeling: Reiskostenregeling, _ reis: Reis, al: Int = 0) throws -> Int {
        try Voorschotberekening(regeling: regeling, opdracht: "proef-2027")
            .bereken(reis, stand: Voorschotstand(alInDezeMaand: Bedrag(cents: al), open: 0)).bedrag.cents
    }

    @Test(
        "kilometers maal tarief maal twee maal dagen, één keer afgerond op hele centen",
        arguments: [
            // metres, cents a km, days, cents
            (12_500, 23, 8, 46_00),
            (10_100, 23, 1, 4_65),  // 464,6
            (10_500, 19, 1, 3_99),
            (12_300, 19, 3, 14_02),  // 1402,2
            (11_000, 25, 1, 5_50),
            (10_100, 25, 1, 5_05),
            (15_250, 1, 1, 31),  // 30,5 goes up
            (15_200, 1, 1, 30),  // 30,4 goes down
        ])
    func kilometers(meter: Int, tarief: Int, dagen: Int, cents: Int) throws {
        #expect(
            try bedrag(regeling(tarief: tarief, maand: 1_000_00, plafond: 1_000_00), try reis(meter: meter, dagen: dagen))
                == cents)
    }

    @Test(
        "de afstandsgrens van elke gemeente geldt zoals die er staat",
        arguments: [
            // ISD Kompas and Maasgouw: more than 10 km; Altena: from 6 km; Stichtse Vecht: from 15 km (domein.md 4.1)
            (10_000, false, 10_000, false), (10_000, false, 10_100, true), (6_000, true, 6_000, true),
            (6_000, true, 5_900, false), (15_000, true, 15_000, true), (15_000, true, 14_900, false),
        ])
    func afstandsgrens(minimum: Int, teltMee: Bool, meter: Int, recht: Bool) throws {
        let regels = regeling(minimum: minimum, teltMee: teltMee)
        let tocht = try reis(meter: meter)
        if recht {
            #expect(try bedrag(regels, tocht) > 0)
        } else {
            let fout = #expect(throws: GeenVoorschot.self) { try self.bedrag(regels, tocht) }
            guard case .teDichtbij(let zin) = fout else {
                Issue.record("verwacht: te dichtbij")
                return
            }
            #expect(zin.contains("Beleidsregel artikel 5") && zin.contains(teltMee ? "vanaf" : "meer dan"))
        }
    }

    @Test("openbaar vervoer: wat het werkelijk kost per dag maal de dagen")
    func openbaarVervoer() throws {
        #expect(try bedrag(regeling(), try reis(.ov, dagen: 10, perDag: 8_40)) == 84_00)
        #expect(throws: GeenVoorschot.werkelijkeKostenNodig) { try self.bedrag(regeling(), try reis(.ov)) }
        // A contract that pays kilometres for public transport as well.
        #expect(try bedrag(regeling(werkelijk: false), try reis(.ov)) == 46_00)
    }

    @Test("het maximum per maand telt wat er al is gevraagd, het plafond geldt per voorschot, en de zin zegt het")
    func grenzen() throws {
        let lang = try reis(.fiets, meter: 40_000, dagen: 20)  // 368 euros
        #expect(try bedrag(regeling(), lang) == 150_00)
        #expect(try bedrag(regeling(plafond: 100_00), lang) == 100_00)
        #expect(try bedrag(regeling(), lang, al: 120_00) == 30_00)
        #expect(throws: GeenVoorschot.self) { try self.bedrag(regeling(), lang, al: 150_00) }
        let uitkomst = try Voorschotberekening(regeling: regeling(plafond: 20_00), opdracht: "proef-2027")
            .bereken(lang, stand: Voorschotstand(alInDezeMaand: Bedrag(cents: 120_00), open: 0))
        #expect(
            uitkomst.berekening == """
                Fiets: 40 km × € 0,23 per km × 2 (heen en terug) × 20 dagen = € 368,00. Per maand is er ten hoogste € 150,00. \
                Voor maart 2027 is al € 120,00 gevraagd. Een voorschot is ten hoogste € 20,00. Regel: meer dan 10 km enkele \
                reis, opdracht proef-2027. Bron: Beleidsregel artikel 5.
                """)
    }

    @Test("wie te veel voorschotten open heeft staan, krijgt er geen bij")
    func teVeelOpen() throws {
        let berekening = Voorschotberekening(regeling: regeling(open: 2), opdracht: "proef-2027")
        let tocht = try reis()
        #expect(try berekening.bereken(tocht, stand: .init(alInDezeMaand: .nul, open: 1)).bedrag.cents == 46_00)
        #expect(throws: GeenVoorschot.self) { try berekening.bereken(tocht, stand: .init(alInDezeMaand: .nul, open: 2)) }
    }

    @Test("geen enkele reis geeft meer dan een van de grenzen, of minder dan een cent")
    func eigenschap() throws {
        var random = SeededChance(seed: 20_270_301)
        for _ in 0..<2_000 {
            let maand = Int.random(in: 1...300_00, using: &random)
            let plafond = Int.random(in: 1...300_00, using: &random)
            let al = Int.random(in: 0...maand, using: &random)
            let regels = regeling(tarief: Int.random(in: 1...60, using: &random), maand: maand, plafond: plafond)
            let tocht = try reis(
                Bool.random(using: &random) ? .auto : .ov, meter: Int.random(in: 101...5_000, using: &random) * 100,
                dagen: Int.random(in: 1...31, using: &random), perDag: Int.random(in: 1...500_00, using: &random))
            guard let cents = try? bedrag(regels, tocht, al: al) else {
                #expect(al == maand)
                continue
            }
            #expect(cents > 0 && cents <= plafond && cents + al <= maand)
        }
    }
}
