// SPDX-License-Identifier: EUPL-1.2
import Domein
import Testing

@testable import RapportageApp

@Suite("Een periode", .timeLimit(.minutes(1)))
struct PeriodeTests {
    private func dag(_ tekst: String) throws -> Datum { try #require(Datum(tekst)) }

    @Test("de maanden sluiten aan, zonder gat en zonder overlap, en zijn samen de periode")
    func maanden() throws {
        let periode = try Periode(van: dag("2027-01-15"), totEnMet: dag("2027-04-03"))
        #expect(
            periode.maanden.map { "\($0.van) \($0.totEnMet)" } == [
                "2027-01-15 2027-01-31", "2027-02-01 2027-02-28", "2027-03-01 2027-03-31", "2027-04-01 2027-04-03",
            ])
        #expect(periode.maanden.map(\.maand) == ["2027-01", "2027-02", "2027-03", "2027-04"])
        #expect(try Periode(van: dag("2027-01-15"), totEnMet: dag("2027-01-15")).maanden.count == 1)
        // The last month of all: it used to have no end, and to take all memory.
        #expect(try Periode(van: dag("9999-11-01"), totEnMet: dag("9999-12-31")).maanden.count == 2)
    }

    @Test("omgekeerd of langer dan drie jaar kan niet")
    func grenzen() throws {
        #expect(throws: Periode.Fout.omgekeerd) { try Periode(van: self.dag("2027-02-01"), totEnMet: self.dag("2027-01-31")) }
        #expect(throws: Periode.Fout.teLang) { try Periode(van: self.dag("2027-01-01"), totEnMet: self.dag("2030-01-01")) }
        _ = try Periode(van: dag("2027-01-01"), totEnMet: dag("2029-12-31"))
    }
}

@Suite("De tekst van een rapport", .timeLimit(.minutes(1)))
struct RapportinhoudTests {
    private func inhoud(_ change: (inout Rapportinhoud) -> Void = { _ in }) -> Rapportinhoud {
        var inhoud = Rapportinhoud(
            paragrafen: [.init(code: "verloop", kop: "Verloop", tekst: "Het gaat goed.", bronnen: [])], kerncijfers: [])
        change(&inhoud)
        return inhoud
    }

    @Test("elke fout staat bij het veld, alle tegelijk")
    func fouten() {
        #expect(inhoud().fouten.isEmpty)
        let leeg = inhoud { $0.paragrafen = [] }
        #expect(leeg.fouten.map(\.veld) == ["paragrafen"])
        let dubbel = inhoud { $0.paragrafen.append($0.paragrafen[0]) }
        #expect(dubbel.fouten.map(\.code) == ["dubbel"])
        let alles = inhoud {
            $0.paragrafen.append(.init(code: "", kop: " ", tekst: "\n ", bronnen: []))
            $0.paragrafen[0].tekst = String(repeating: "a", count: Rapportinhoud.langsteTekst + 1)
        }
        let velden = ["paragrafen[0].tekst", "paragrafen[1].kop", "paragrafen[1].tekst", "paragrafen[1].code"]
        #expect(alles.fouten.map(\.veld) == velden)
    }
}

@Suite("Kleine aantallen", .timeLimit(.minutes(1)))
struct IndicatorsoortTests {
    @Test(
        "onder de grens blijft het getal weg; niemand wijst niemand aan",
        arguments: [(0, false), (1, true), (4, true), (5, false)])
    func klein(personen: Int, verborgen: Bool) {
        #expect(Indicatorsoort.isTeKlein(personen: personen, kleinsteAantal: 5) == verborgen)
    }

    @Test(
        "een deel in procenten met één decimaal", arguments: [(1.0, 3, 33.3), (2, 3, 66.7), (0, 4, 0), (4, 4, 100), (1, 16, 6.3)])
    func procent(deel: Double, geheel: Int, verwacht: Double) {
        #expect(Indicatorsoort.procent(deel, van: geheel) == verwacht)
        #expect(Indicatorsoort.procent(0, van: 0) == nil)
    }
}
