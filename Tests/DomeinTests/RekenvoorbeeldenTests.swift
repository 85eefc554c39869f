// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

/// Worked examples of how terms are counted: from which day, the term, the last day, and what it shows. The days were worked
/// out apart from this code. With the tables of OpdrachtenTests, which do the same for the rules of the contracts.
struct Rekenvoorbeeld: Sendable, CustomTestStringConvertible {
    let vanaf: String
    let termijn: Termijn
    let uiterlijk: String
    let bijzonder: String

    init(_ vanaf: String, _ aantal: Int, _ eenheid: Termijn.Eenheid, _ uiterlijk: String, _ bijzonder: String) {
        (self.vanaf, self.uiterlijk, self.bijzonder) = (vanaf, uiterlijk, bijzonder)
        termijn = Termijn(aantal, eenheid, feestdagen: .algemeneTermijnenwet, bron: "Wet")
    }

    var testDescription: String { "\(bijzonder): \(termijn.duur) na \(vanaf) is \(uiterlijk)" }

    /// Anchor, rule, expected date, and the article of the Algemene termijnenwet or the day that makes it special.
    static let termijnenwet: [Rekenvoorbeeld] = [
        // Article 2: at least two working days in a term of three days or more.
        .init("2027-12-24", 3, .dag, "2027-12-28", "art. 2, Kerst in het weekend"),
        .init("2027-12-23", 3, .dag, "2027-12-27", "art. 2, Kerst in het weekend"),
        .init("2026-12-24", 3, .dag, "2026-12-29", "art. 2, Kerst op vrijdag en zaterdag"),
        .init("2032-12-23", 3, .dag, "2032-12-27", "art. 2, schrikkeljaar"),
        .init("2031-04-24", 3, .dag, "2031-04-28", "art. 2, Koningsdag op zaterdag 26 april"),
        .init("2027-12-24", 1, .dag, "2027-12-27", "art. 2 niet onder drie dagen"),
        .init("2027-12-24", 2, .dag, "2027-12-27", "art. 2 niet onder drie dagen"),
        .init("2027-03-25", 1, .werkdag, "2027-03-30", "een werkdag is een werkdag, over Pasen"),
        .init("2027-03-25", 2, .werkdag, "2027-03-31", "twee werkdagen, over Pasen"),
        .init("2027-03-25", 3, .werkdag, "2027-04-01", "drie werkdagen, over Pasen"),
        // Article 1 and 3: no end on a Saturday, Sunday or holiday.
        .init("2027-01-11", 4, .dag, "2027-01-15", "art. 1, vrijdag is een werkdag"),
        .init("2027-03-27", 1, .dag, "2027-03-30", "art. 1, eerste paasdag en nacht van de zomertijd"),
        .init("2027-03-28", 1, .dag, "2027-03-30", "art. 1, Tweede Paasdag, na de nacht van de zomertijd"),
        .init("2027-03-13", 2, .week, "2027-03-30", "art. 1, zaterdag voor Pasen"),
        .init("2027-03-14", 2, .week, "2027-03-30", "art. 1, eerste paasdag"),
        .init("2027-10-30", 1, .dag, "2027-11-01", "art. 1, zondag van de wintertijd"),
        .init("2027-10-31", 1, .dag, "2027-11-01", "de dag na de wintertijd"),
        .init("2027-10-17", 2, .week, "2027-11-01", "art. 1, zondag van de wintertijd"),
        .init("2028-03-12", 2, .week, "2028-03-27", "art. 1, zondag van de zomertijd"),
        .init("2028-03-25", 1, .dag, "2028-03-27", "art. 1, zondag van de zomertijd"),
        .init("2031-04-21", 5, .dag, "2031-04-28", "art. 3, Koningsdag is 26 april als 27 april een zondag is"),
        .init("2031-04-12", 2, .week, "2031-04-28", "art. 3, Koningsdag is 26 april als 27 april een zondag is"),
        .init("2031-04-19", 1, .week, "2031-04-28", "art. 3, Koningsdag is 26 april als 27 april een zondag is"),
        .init("2036-04-19", 1, .week, "2036-04-28", "art. 3, Koningsdag is 26 april in 2036"),
        .init("2036-04-20", 1, .week, "2036-04-28", "zondag 27 april 2036 is geen Koningsdag, wel zondag"),
        .init("2030-04-18", 4, .dag, "2030-04-24", "art. 2 over Pasen 2030, Goede Vrijdag telt als feestdag"),
        .init("2027-12-24", 1, .week, "2027-12-31", "oudejaarsdag is een werkdag"),
        .init("2027-04-29", 1, .week, "2027-05-07", "art. 3, Hemelvaartsdag na Bevrijdingsdag"),
        .init("2027-01-31", 1, .maand, "2027-03-01", "28 februari is een zondag"),
        .init("2027-11-30", 3, .maand, "2028-02-29", "schrikkeldag"),
        .init("2027-12-31", 2, .maand, "2028-02-29", "schrikkeldag"),
        .init("2028-01-31", 1, .maand, "2028-02-29", "schrikkeldag"),
        .init("2028-02-28", 1, .dag, "2028-02-29", "schrikkeldag"),
        .init("2029-02-28", 1, .dag, "2029-03-01", "geen schrikkeljaar"),
        // Article 4: three months, twelve weeks and 90 days are the longest that are extended.
        .init("2027-01-28", 3, .maand, "2027-04-28", "de dag na Koningsdag"),
        .init("2027-01-29", 3, .maand, "2027-04-29", "art. 4, drie maanden nog wel"),
        .init("2027-02-05", 3, .maand, "2027-05-07", "art. 4, drie maanden nog wel: Bevrijdingsdag"),
        .init("2027-02-06", 3, .maand, "2027-05-07", "art. 4, drie maanden nog wel: Hemelvaartsdag"),
        .init("2027-02-17", 3, .maand, "2027-05-18", "art. 4, drie maanden nog wel: Tweede Pinksterdag"),
        .init("2027-09-25", 3, .maand, "2027-12-27", "art. 4, drie maanden nog wel: Eerste Kerstdag"),
        .init("2027-02-02", 12, .week, "2027-04-28", "art. 4, twaalf weken nog wel: Koningsdag"),
        .init("2027-02-10", 12, .week, "2027-05-07", "art. 4, twaalf weken nog wel: Bevrijdingsdag"),
        .init("2027-02-11", 12, .week, "2027-05-07", "art. 4, twaalf weken nog wel: Hemelvaartsdag"),
        .init("2027-10-02", 12, .week, "2027-12-27", "art. 4, twaalf weken nog wel: Eerste Kerstdag"),
        .init("2027-10-03", 12, .week, "2027-12-27", "art. 4, twaalf weken nog wel: Tweede Kerstdag"),
        .init("2028-02-29", 12, .week, "2028-05-23", "vanaf de schrikkeldag"),
        .init("2027-01-27", 90, .dag, "2027-04-28", "art. 4, 90 dagen nog wel: Koningsdag"),
        .init("2027-02-04", 90, .dag, "2027-05-07", "art. 4, 90 dagen nog wel: Bevrijdingsdag"),
        .init("2027-02-05", 90, .dag, "2027-05-07", "art. 4, 90 dagen nog wel: Hemelvaartsdag"),
        .init("2027-09-26", 90, .dag, "2027-12-27", "art. 4, 90 dagen nog wel: Eerste Kerstdag"),
        .init("2027-09-27", 90, .dag, "2027-12-27", "art. 4, 90 dagen nog wel: Tweede Kerstdag"),
        // Longer: it stays where it falls.
        .init("2026-12-27", 4, .maand, "2027-04-27", "art. 4, vier maanden niet: blijft op Koningsdag (Zvw 5)"),
        .init("2026-12-25", 4, .maand, "2027-04-25", "art. 4, vier maanden niet: blijft op zondag (Zvw 5)"),
        .init("2027-08-25", 4, .maand, "2027-12-25", "art. 4, vier maanden niet: blijft op Eerste Kerstdag (Zvw 5)"),
        .init("2027-02-05", 13, .week, "2027-05-07", "art. 4, dertien weken niet; hier hoeft het ook niet"),
        .init("2027-01-26", 91, .dag, "2027-04-27", "art. 4, 91 dagen niet: blijft op Koningsdag"),
        .init("2027-09-25", 91, .dag, "2027-12-25", "art. 4, 91 dagen niet: blijft op Eerste Kerstdag"),
        .init("2026-04-27", 1, .jaar, "2027-04-27", "art. 4, een jaar niet: blijft op Koningsdag"),
    ]
}

@Suite("Rekenvoorbeelden van termijnen", .timeLimit(.minutes(1)))
struct RekenvoorbeeldenTests {
    private func dag(_ text: String) throws -> Datum { try #require(Datum(text)) }

    @Test("Algemene termijnenwet", arguments: Rekenvoorbeeld.termijnenwet)
    func termijnenwet(rij: Rekenvoorbeeld) throws {
        let uitkomst = rij.termijn.bereken(vanaf: try dag(rij.vanaf), anker: "het begin")
        #expect(uitkomst.dag.description == rij.uiterlijk)
        if rij.bijzonder.contains("blijft op") {
            #expect(!uitkomst.dag.isWerkdag)
            #expect(uitkomst.uitleg.contains("schuift niet op: een termijn ") && uitkomst.uitleg.contains("artikel 4)"))
        } else {
            #expect(uitkomst.dag.isWerkdag)
        }
    }

    /// What the contract agreed on free days; the same term three times.
    @Test(
        "buiten de wet geldt wat is afgesproken: niets, de werkdag erna, de werkdag ervoor",
        arguments: [
            ("2027-01-23", 0, Termijn.Eenheid.dag, "2027-01-23", "2027-01-23", "2027-01-23"),
            ("2027-01-16", 1, .week, "2027-01-23", "2027-01-25", "2027-01-22"),
            ("2027-03-15", 2, .week, "2027-03-29", "2027-03-30", "2027-03-25"),
            ("2026-12-27", 4, .maand, "2027-04-27", "2027-04-28", "2027-04-26"),
            ("2027-03-25", 6, .maand, "2027-09-25", "2027-09-27", "2027-09-24"),
            ("2026-05-06", 1, .jaar, "2027-05-06", "2027-05-07", "2027-05-04"),
        ])
    func afgesproken(
        _ vanaf: String, _ aantal: Int, _ eenheid: Termijn.Eenheid, _ niets: String, _ erna: String, _ ervoor: String
    )
        throws
    {
        for (regel, dag) in [(Termijn.Feestdagregel.geen, niets), (.eerstvolgendeWerkdag, erna), (.werkdagErvoor, ervoor)] {
            let termijn = Termijn(aantal, eenheid, feestdagen: regel, bron: "MC 3")
            let uitkomst = termijn.bereken(vanaf: try self.dag(vanaf), anker: "het begin")
            #expect(uitkomst.dag.description == dag, "\(regel)")
            #expect(uitkomst.uitleg.contains("afgesproken is") == (dag != niets), "\(regel)")
        }
    }

    /// Counted back: the end does not move (art. 1(2)), but a term of three days still holds two working days (art. 2).
    @Test(
        "terugtellen",
        arguments: [
            ("2027-03-30", 2, Termijn.Eenheid.dag, "2027-03-28"), ("2027-03-30", 3, .dag, "2027-03-24"),
            ("2027-04-28", 1, .week, "2027-04-21"), ("2027-01-18", 4, .week, "2026-12-21"),
            ("2028-08-29", 6, .maand, "2028-02-29"),
            ("2027-05-07", 2, .dag, "2027-05-05"), ("2027-05-08", 3, .dag, "2027-05-04"),
        ])
    func terug(_ vanaf: String, _ aantal: Int, _ eenheid: Termijn.Eenheid, _ eerste: String) throws {
        let termijn = Termijn(aantal, eenheid, .voor, feestdagen: .algemeneTermijnenwet, bron: "Wet")
        #expect(termijn.uiterlijk(vanaf: try dag(vanaf)).description == eerste)
    }

    /// When the anchor counts, it is one of the working days of art. 2.
    @Test(
        "de eerste dag telt mee",
        arguments: [("2027-03-25", 3, "2027-03-30"), ("2027-03-24", 3, "2027-03-30"), ("2027-12-23", 3, "2027-12-27")])
    func meetellen(_ vanaf: String, _ aantal: Int, _ uiterlijk: String) throws {
        let termijn = Termijn(aantal, .dag, ankerTeltMee: true, feestdagen: .algemeneTermijnenwet, bron: "Wet")
        #expect(termijn.uiterlijk(vanaf: try dag(vanaf)).description == uiterlijk)
    }

    /// Instant in UTC and the day it is in Amsterdam, around midnight and in the nights that the clock moves.
    @Test(
        "een moment hoort bij de dag in Amsterdam",
        arguments: [
            ("2027-03-27T22:59:59Z", "2027-03-27"), ("2027-03-27T23:00:00Z", "2027-03-28"),
            ("2027-03-28T00:59:59Z", "2027-03-28"),
            ("2027-03-28T01:00:00Z", "2027-03-28"), ("2027-03-28T21:59:59Z", "2027-03-28"),
            ("2027-03-28T22:00:00Z", "2027-03-29"),
            ("2027-10-30T21:59:59Z", "2027-10-30"), ("2027-10-30T22:00:00Z", "2027-10-31"),
            ("2027-10-31T00:30:00Z", "2027-10-31"),
            ("2027-10-31T01:30:00Z", "2027-10-31"), ("2027-10-31T22:59:59Z", "2027-10-31"),
            ("2027-10-31T23:00:00Z", "2027-11-01"),
            ("2028-02-28T23:00:00Z", "2028-02-29"), ("2027-12-31T23:00:00Z", "2028-01-01"),
        ])
    func zomertijd(moment: String, dag: String) throws {
        let instant = try #require(try? Date(moment, strategy: .iso8601))
        #expect(Datum(instant).description == dag)
        #expect(Datum(instant).adding(days: 1).description == (try self.dag(dag)).adding(days: 1).description)
    }

    /// Rule of age, birth date, day, answer: `onbekend` as soon as one possible birth date says otherwise.
    @Test(
        "regels naar leeftijd: 18, 21 en 27 jaar",
        arguments: [
            (Leeftijdsgrens.Kant.vanaf, 18, "2009-01-18", "2027-01-17", Feit.nee), (.vanaf, 18, "2009-01-18", "2027-01-18", .ja),
            (.vanaf, 18, "2009-01", "2027-01-18", .onbekend), (.vanaf, 18, "2009", "2026-12-31", .nee),
            (.vanaf, 18, "2009", "2027-06-30", .onbekend), (.vanaf, 18, "2009", "2027-12-31", .ja),
            (.vanaf, 18, "onbekend", "2027-01-18", .onbekend), (.vanaf, 18, "2008-02-29", "2026-02-28", .nee),
            (.vanaf, 18, "2008-02-29", "2026-03-01", .ja), (.vanaf, 18, "2012-02-29", "2030-03-01", .ja),
            (.jongerDan, 21, "2006-02-28", "2027-02-27", .ja), (.jongerDan, 21, "2006-02-28", "2027-02-28", .nee),
            (.jongerDan, 21, "2008-02-29", "2029-02-28", .ja), (.jongerDan, 21, "2008-02-29", "2029-03-01", .nee),
            (.jongerDan, 21, "2006", "2027-01-01", .onbekend), (.jongerDan, 21, "2006", "2026-12-31", .ja),
            (.jongerDan, 21, "2006-07", "2027-07-15", .onbekend), (.jongerDan, 21, "2006-07", "2027-07-31", .nee),
            (.jongerDan, 21, "onbekend", "2027-01-18", .onbekend),
            (.jongerDan, 27, "2000-01-18", "2027-01-17", .ja), (.jongerDan, 27, "2000-01-18", "2027-01-18", .nee),
            (.jongerDan, 27, "2000-02-29", "2027-02-28", .ja), (.jongerDan, 27, "2000-02-29", "2027-03-01", .nee),
            (.jongerDan, 27, "2000", "2026-12-31", .ja), (.jongerDan, 27, "2000", "2027-12-30", .onbekend),
            (.jongerDan, 27, "2000", "2027-12-31", .nee), (.jongerDan, 27, "2000-01", "2027-01-01", .onbekend),
            (.jongerDan, 27, "1999", "2027-01-18", .nee), (.jongerDan, 27, "onbekend", "2027-01-18", .onbekend),
        ])
    func leeftijd(kant: Leeftijdsgrens.Kant, jaren: Int, geboren: String, op: String, antwoord: Feit) throws {
        let grens = Leeftijdsgrens(kant, jaren, zin: "Dan geldt dit.", bron: "Wet, artikel 1")
        let datum = try OnvolledigeDatum(parsing: geboren)
        #expect(grens.geldt(datum, op: try dag(op)) == antwoord)
        let zin = grens.opmerking(datum, op: try dag(op), wie: "Deze persoon")
        #expect((zin == nil) == (antwoord == .nee))
        #expect((zin?.hasPrefix("Het is niet zeker") ?? false) == (antwoord == .onbekend))
    }

    @Test("samen met de tabellen van de opdrachten zijn het er meer dan 150; deze alleen al")
    func genoeg() {
        #expect(Rekenvoorbeeld.termijnenwet.count + Termijnrij.alle.count >= 80)
    }
}
