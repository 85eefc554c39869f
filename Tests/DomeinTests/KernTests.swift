// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@Suite("Datum, bedrag en id", .timeLimit(.minutes(1)))
struct KernTests {
    @Test("elke dag van 1900 tot 2100 komt uit het dagnummer terug en de weekdag loopt door")
    func dagnummers() throws {
        var dag = try #require(Datum("1900-01-01"))
        #expect(dag.weekday == 1)
        while dag.year < 2100 {
            let next = dag.adding(days: 1)
            #expect(Datum(next.year, next.month, next.day) == next && next.weekday == dag.weekday % 7 + 1 && next > dag)
            dag = next
        }
        #expect(dag.description == "2100-01-01")
    }

    @Test("een datum is de dag in Amsterdam, ook rond de zomertijd en om middernacht")
    func tijdzone() throws {
        let zomer = try #require(Datum("2027-07-01"))
        #expect(Datum(zomer.start) == zomer)
        #expect(Datum(zomer.start.addingTimeInterval(-1)) == zomer.adding(days: -1))
        #expect(zomer.start == Date(timeIntervalSince1970: 1_814_392_800))
        #expect(zomer.at(hour: 9, minute: 30).timeIntervalSince(zomer.start) == 34_200)
    }

    @Test(
        "maanden optellen blijft in de maand",
        arguments: [
            ("2027-01-31", 1, "2027-02-28"), ("2027-01-31", -2, "2026-11-30"), ("2024-02-29", 12, "2025-02-28"),
            ("9999-12-31", 2, "10000-02-29"),
        ])
    func maanden(van: String, aantal: Int, tot: String) throws {
        #expect(try #require(Datum(van)).adding(months: aantal).description == tot)
    }

    @Test("geen datum", arguments: ["2027-02-29", "2027-1-1", "27-01-01", "2027-01-01T00:00", "+027-01-01", ""])
    func geenDatum(tekst: String) { #expect(Datum(tekst) == nil) }

    @Test("een datum in woorden")
    func woorden() throws {
        #expect(try #require(Datum("2027-01-18")).voluit == "maandag 18 januari 2027")
        #expect(try Maand(parsing: "2027-03").tekst == "maart 2027")
        #expect(Maand(2027, 13) == nil)
    }

    @Test("bedragen zoals mensen ze typen", arguments: [("12", 1200), ("12,5", 1250), ("€ 1.234,56", 123_456), ("0,23", 23)])
    func bedrag(tekst: String, cents: Int) { #expect(Bedrag(getypt: tekst)?.cents == cents) }

    @Test("geen bedrag", arguments: ["", "12,345", "1,2,3", "1.23", "-5", "12.50", "abc", "99999999"])
    func geenBedrag(tekst: String) { #expect(Bedrag(getypt: tekst) == nil) }

    @Test("een bedrag op het scherm")
    func bedragTekst() {
        #expect(Bedrag(cents: 123_456).description == "€ 1.234,56")
        #expect(Bedrag(cents: -5).description == "€ -0,05")
    }

    @Test("nieuwe ids zijn versie 7, uniek en lopen op, ook als de klok stilstaat")
    func ids() {
        let bron = UUIDv7Source(clock: FixedClock(Date(timeIntervalSince1970: 1_800_000_000)))
        let ids = (0..<10_000).map { _ in bron.make(DossierID.self).description }
        #expect(Set(ids).count == ids.count)
        #expect(ids == ids.sorted())
        #expect(ids.allSatisfy { $0.dropFirst(14).first == "7" })
    }

    @Test("dezelfde kiem geeft dezelfde ids")
    func kiem() {
        let (first, second) = (SeededIDSource(seed: 7), SeededIDSource(seed: 7))
        #expect((0..<100).allSatisfy { _ in first.next() == second.next() })
        #expect(SeededIDSource(seed: 8).next() != SeededIDSource(seed: 7).next())
    }
}
