// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@Suite("Geboortedatum met onbekende delen", .timeLimit(.minutes(1)))
struct OnvolledigeDatumTests {
    private func dag(_ text: String) throws -> Datum { try #require(Datum(text)) }

    @Test(
        "de eigen schrijfwijze en die van de BRP worden gelezen",
        arguments: [
            ("1978-03-12", "1978-03-12"), ("19780312", "1978-03-12"), ("1978-03-00", "1978-03"), ("19780300", "1978-03"),
            ("1978-03", "1978-03"), ("19680000", "1968"), ("1968", "1968"), ("00000000", "onbekend"), ("Onbekend", "onbekend"),
            ("2008-02-29", "2008-02-29"),
        ])
    func lezen(text: String, waarde: String) throws {
        let datum = try OnvolledigeDatum(parsing: text)
        #expect(datum.waarde == waarde)
        #expect(try OnvolledigeDatum(parsing: datum.waarde) == datum)
    }

    @Test(
        "wat geen datum is wordt geweigerd",
        arguments: [
            ("1-2-1990", OnvolledigeDatum.Fout.vorm), ("12-03-1978", .vorm), ("", .vorm), ("78", .vorm), ("1978-3", .vorm),
            ("1978-02-30", .bestaatNiet), ("2027-02-29", .bestaatNiet), ("1978-13", .bestaatNiet), ("0000-03-01", .bestaatNiet),
        ])
    func weigeren(text: String, fout: OnvolledigeDatum.Fout) {
        #expect(throws: fout) { try OnvolledigeDatum(parsing: text) }
    }

    @Test("datum en gebruik van iWmo zeggen welk deel telt, heen en terug")
    func iwmo() throws {
        let nieuwjaar = try dag("1990-01-01")
        #expect(OnvolledigeDatum(nieuwjaar, gebruik: nil) == .volledig(nieuwjaar))
        #expect(OnvolledigeDatum(nieuwjaar, gebruik: .dagOnbekend).waarde == "1990-01")
        #expect(OnvolledigeDatum(nieuwjaar, gebruik: .dagEnMaandOnbekend) == .jaar(1990))
        #expect(OnvolledigeDatum(nieuwjaar, gebruik: .onbekend) == .onbekend)
        for gebruik in [nil] + DatumGebruik.allCases {
            let datum = OnvolledigeDatum(nieuwjaar, gebruik: gebruik)
            #expect(OnvolledigeDatum(datum.metGebruik.datum, gebruik: datum.metGebruik.gebruik) == datum)
        }
    }

    @Test(
        "18 jaar: ja en nee alleen als het zeker is",
        arguments: [
            // bron: geboortedatum, op, antwoord
            ("volledig", "2009-03-12", "2027-03-11", Feit.nee), ("volledig", "2009-03-12", "2027-03-12", .ja),
            ("schrikkeldag (Haal Centraal BRP, leeftijd)", "2008-02-29", "2026-02-28", .nee),
            ("schrikkeldag", "2008-02-29", "2026-03-01", .ja), ("schrikkeldag in schrikkeljaar", "2010-02-28", "2028-02-28", .ja),
            ("dag onbekend", "2009-03", "2027-02-28", .nee), ("dag onbekend", "2009-03", "2027-03-01", .onbekend),
            ("dag onbekend", "2009-03", "2027-03-30", .onbekend), ("dag onbekend", "2009-03", "2027-03-31", .ja),
            ("alleen jaar", "2009", "2026-12-31", .nee), ("alleen jaar", "2009", "2027-01-01", .onbekend),
            ("alleen jaar", "2009", "2027-12-30", .onbekend), ("alleen jaar", "2009", "2027-12-31", .ja),
            ("niets bekend", "onbekend", "2027-01-01", .onbekend),
        ])
    func is18(bron: String, geboren: String, op: String, antwoord: Feit) throws {
        #expect(try OnvolledigeDatum(parsing: geboren).is18(op: dag(op)) == antwoord)
    }

    @Test(
        "wordt 18 in een maand",
        arguments: [
            ("2009-03-12", "2027-03", Feit.ja), ("2009-03-12", "2027-04", .nee), ("2009-03", "2027-03", .ja),
            ("2009-03", "2027-02", .nee), ("2009", "2027-03", .onbekend), ("2009", "2028-01", .nee),
            ("onbekend", "2027-03", .onbekend),
            // Born on the leap day: on 1 March in a year without it; with the day unknown it may be either month.
            ("2008-02-29", "2026-03", .ja), ("2008-02-29", "2026-02", .nee), ("2008-02", "2026-02", .onbekend),
            ("2008-02", "2026-03", .onbekend), ("2008-02", "2026-04", .nee),
        ])
    func wordt18(geboren: String, maand: String, antwoord: Feit) throws {
        let datum = try OnvolledigeDatum(parsing: geboren)
        #expect(datum.wordt18(in: try Maand(parsing: maand)) == antwoord)
        #expect((datum.maandVan18 == (try Maand(parsing: maand))) == (antwoord == .ja))
    }

    @Test(
        "leeftijd volgens Haal Centraal: niet als alleen het jaar bekend is of de onbekende dag in deze maand valt",
        arguments: [
            ("1983-05-26", "2019-05-25", 35), ("1983-05-26", "2019-05-26", 36), ("1996-02-29", "2016-02-29", 20),
            ("1996-02-29", "2017-02-28", 20), ("1996-02-29", "2017-03-01", 21), ("1983-05", "2019-04-30", 35),
            ("1983-05", "2019-05-31", nil), ("1983-05", "2019-06-01", 36), ("1983", "2019-12-31", nil),
            ("onbekend", "2019-01-01", nil),
            ("2020-01-02", "2020-01-01", nil),
        ])
    func leeftijd(geboren: String, op: String, jaren: Int?) throws {
        #expect(try OnvolledigeDatum(parsing: geboren).leeftijd(op: dag(op)) == jaren)
    }

    @Test("in de toekomst, en misschien dezelfde")
    func vergelijken() throws {
        func datum(_ text: String) throws -> OnvolledigeDatum { try OnvolledigeDatum(parsing: text) }
        let vandaag = try dag("2027-01-18")
        #expect(try datum("2027-01-19").ligtNa(vandaag) == .ja)
        #expect(try datum("2027-01-18").ligtNa(vandaag) == .nee)
        #expect(try datum("2027-01").ligtNa(vandaag) == .onbekend)
        #expect(try datum("2028").ligtNa(vandaag) == .ja)
        #expect(try datum("1990-01-01").zelfde(als: datum("1990-01-01")) == .ja)
        #expect(try datum("1990-01-01").zelfde(als: datum("1990")) == .onbekend)
        #expect(try datum("1990-01-01").zelfde(als: datum("1990-02")) == .nee)
        #expect(try datum("1990").zelfde(als: .onbekend) == .onbekend)
    }
}
