// SPDX-License-Identifier: EUPL-1.2
import Domein
import Testing

/// One row: where the rule stands, from which day, the term, and the day that must come out.
struct Termijnrij: Sendable, CustomTestStringConvertible {
    let bron: String
    let vanaf: String
    let termijn: Termijn
    let uiterlijk: String

    init(_ bron: String, _ vanaf: String, _ termijn: Termijn, _ uiterlijk: String) {
        (self.bron, self.vanaf, self.termijn, self.uiterlijk) = (bron, vanaf, termijn, uiterlijk)
    }
    var testDescription: String { "\(bron): \(termijn.duur) \(termijn.richting.rawValue) \(vanaf) is \(uiterlijk)" }

    /// A term under the Algemene termijnenwet.
    static func atw(_ aantal: Int, _ eenheid: Termijn.Eenheid, _ richting: Termijn.Richting = .na) -> Termijn {
        Termijn(aantal, eenheid, richting, feestdagen: .algemeneTermijnenwet, bron: "proef")
    }
    /// A term of a contract.
    static func contract(
        _ aantal: Int, _ eenheid: Termijn.Eenheid, _ richting: Termijn.Richting = .na, mee: Bool = false,
        op: (maand: Int, dag: Int)? = nil
    ) -> Termijn {
        Termijn(
            aantal, eenheid, richting, ankerTeltMee: mee, vasteDag: op.flatMap { Termijn.Maanddag(maand: $0.maand, dag: $0.dag) },
            bron: "proef")
    }

    static let alle: [Termijnrij] = [
        .init("Wet BRP 2.38, vijfde dag op zaterdag", "2027-01-11", atw(5, .dag), "2027-01-18"),
        .init("Wet BRP 2.39, vijfde dag op maandag", "2027-01-13", atw(5, .dag), "2027-01-18"),
        .init("Wet BRP 2.39, vijfde dag op Koningsdag", "2027-04-22", atw(5, .dag), "2027-04-28"),
        .init("Wet BRP 2.39, vijfde dag op Eerste Kerstdag", "2027-12-20", atw(5, .dag), "2027-12-27"),
        .init("Wet BRP 2.39, vier weken terug: Atw 1 lid 2", "2027-01-31", atw(4, .week, .voor), "2027-01-03"),
        .init("Atw 2, drie dagen over Pasen", "2027-03-25", atw(3, .dag), "2027-03-31"),
        .init("Atw 2, drie dagen over een weekend", "2027-01-14", atw(3, .dag), "2027-01-18"),
        .init("Atw 2 geldt niet onder drie dagen; Atw 1 over Pasen", "2027-03-25", atw(2, .dag), "2027-03-30"),
        .init("Atw 4a, drie maanden nog wel", "2026-10-23", atw(3, .maand), "2027-01-25"),
        .init("Zvw 5 lid 5, vier maanden: Atw 4a", "2026-09-23", atw(4, .maand), "2027-01-23"),
        .init("Atw 4a, twaalf weken nog wel: Tweede Paasdag", "2027-01-04", atw(12, .week), "2027-03-30"),
        .init("Atw 4a, dertien weken niet", "2027-01-09", atw(13, .week), "2027-04-10"),
        .init("Atw 4a, 90 dagen nog wel", "2027-01-04", atw(90, .dag), "2027-04-05"),
        .init("Atw 4a, 91 dagen niet", "2027-01-03", atw(91, .dag), "2027-04-04"),
        .init("Participatiewet 52, vier weken: Hemelvaartsdag", "2027-04-08", atw(4, .week), "2027-05-07"),
        .init("Awb 4:13, acht weken: Tweede Pinksterdag", "2027-03-22", atw(8, .week), "2027-05-18"),
        .init("Besluit inburgering 5.3, tien weken: Tweede Paasdag", "2027-01-18", atw(10, .week), "2027-03-30"),
        .init("Sleuteldag zelf, ook op zaterdag", "2027-01-23", atw(0, .dag), "2027-01-23"),
        .init("Participatiewet 56a, zes maanden, op zondag", "2027-01-18", contract(6, .maand), "2027-07-18"),
        .init("Almere MC 3, negen maanden", "2027-01-18", contract(9, .maand, mee: true), "2027-10-17"),
        .init("Almere MC 3, vanaf nieuwjaar", "2027-01-01", contract(9, .maand, mee: true), "2027-09-30"),
        .init("Almere MC 3, naar een te korte maand", "2027-05-31", contract(9, .maand, mee: true), "2028-02-29"),
        .init("Almere MC 3, net in de korte maand", "2027-05-29", contract(9, .maand, mee: true), "2028-02-28"),
        .init("Almere MC 3, tussenrapportage", "2027-08-31", contract(6, .maand), "2028-02-29"),
        .init("Almere, eerste contact over 5 mei en Hemelvaart", "2027-04-30", contract(5, .werkdag), "2027-05-11"),
        .init("Werkdag die meetelt", "2027-01-11", contract(1, .werkdag, mee: true), "2027-01-11"),
        .init("Werkdag die meetelt, vanaf zaterdag", "2027-01-23", contract(1, .werkdag, mee: true), "2027-01-25"),
        .init("Eerste dag telt mee", "2027-01-11", contract(5, .dag, mee: true), "2027-01-15"),
        .init("Awir 15, 1 april van het volgende jaar", "2027-01-18", contract(1, .jaar, op: (4, 1)), "2028-04-01"),
        .init("IND, zes maanden voor het einde van de vergunning", "2027-08-31", contract(6, .maand, .voor), "2027-02-28"),
        .init("Werkdagen terug over Kerst", "2027-12-28", contract(2, .werkdag, .voor), "2027-12-24"),
    ]
}

@Suite("Termijnen", .timeLimit(.minutes(1)))
struct TermijnTests {
    @Test("de dag volgt uit de regel", arguments: Termijnrij.alle)
    func uiterlijk(rij: Termijnrij) throws {
        let dag = rij.termijn.uiterlijk(vanaf: try #require(Datum(rij.vanaf)))
        #expect(dag.description == rij.uiterlijk)
    }

    @Test("de uitleg noemt de duur, het begin, de verschuiving en de bron")
    func uitleg() throws {
        let termijn = Termijn(3, .dag, feestdagen: .algemeneTermijnenwet, bron: "Wet X, artikel 1")
        #expect(
            termijn.bereken(vanaf: try #require(Datum("2027-03-25")), anker: "de dag van de sleutel").uitleg
                == "Woensdag 31 maart 2027 is 3 dagen na de dag van de sleutel (donderdag 25 maart 2027). Een termijn heeft ten minste "
                + "twee werkdagen (Algemene termijnenwet, artikel 2). Bron: Wet X, artikel 1.")
    }

    @Test(
        "elke vorm van een termijn heeft een eigen zin",
        arguments: [
            (
                Termijnrij.contract(9, .maand, mee: true),
                "de laatste dag van 9 maanden, met het begin (maandag 18 januari 2027) als eerste dag"
            ),
            (Termijnrij.contract(0, .dag), "het begin (maandag 18 januari 2027)"),
            (Termijnrij.contract(1, .week, .voor), "1 week voor het begin (maandag 18 januari 2027)"),
            (Termijnrij.contract(1, .jaar, op: (4, 1)), "1 april van het jaar na het begin (maandag 18 januari 2027)"),
        ])
    func zinnen(termijn: Termijn, zin: String) throws {
        let uitkomst = termijn.bereken(vanaf: try #require(Datum("2027-01-18")), anker: "het begin")
        #expect(
            uitkomst.uitleg
                == "\(uitkomst.dag.voluit.prefix(1).uppercased() + uitkomst.dag.voluit.dropFirst()) is \(zin). Bron: proef.")
    }
}

@Suite("Feestdagen en werkdagen", .timeLimit(.minutes(1)))
struct FeestdagenTests {
    @Test("de feestdagen van 2027 (Algemene termijnenwet, artikel 3)")
    func jaar2027() {
        #expect(
            Feestdag.van(2027).map { "\($0.dag) \($0.naam)" } == [
                "2027-01-01 Nieuwjaarsdag", "2027-03-26 Goede Vrijdag", "2027-03-29 Tweede Paasdag", "2027-04-27 Koningsdag",
                "2027-05-05 Bevrijdingsdag", "2027-05-06 Hemelvaartsdag", "2027-05-17 Tweede Pinksterdag",
                "2027-12-25 Eerste Kerstdag", "2027-12-26 Tweede Kerstdag",
            ])
    }

    @Test("Pasen", arguments: ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2035-03-25", "2038-04-25"])
    func pasen(dag: String) throws {
        let pasen = try #require(Datum(dag))
        #expect(Feestdag.paaszondag(pasen.year) == pasen)
    }

    @Test(
        "Koningsdag is een dag eerder als 27 april een zondag is",
        arguments: ["2025-04-26", "2026-04-27", "2027-04-27", "2031-04-26"])
    func koningsdag(dag: String) throws {
        let koningsdag = try #require(Datum(dag))
        #expect(Feestdag.koningsdag(koningsdag.year) == koningsdag)
    }

    @Test("werkdagen tellen is het omgekeerde van werkdagen optellen")
    func tellen() throws {
        let begin = try #require(Datum("2027-03-20"))
        for aantal in 0...80 {
            #expect(begin.werkdagen(tot: begin.adding(werkdagen: aantal)) == aantal)
        }
        #expect(begin.adding(werkdagen: -3).isWerkdag)
        #expect(begin.werkdagen(tot: begin.adding(days: -5)) == 0)
    }
}
