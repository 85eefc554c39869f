// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Testing
import Web

@testable import PortaalApp

/// The picture of the inflow says what is so: no bar where nothing is known, and what is expected is no actual.
@Suite("De grafiek van de instroom", .timeLimit(.minutes(1)))
struct InstroomGrafiekTests {
    private func grafiek(verborgen: Bool) throws -> Grafiek {
        let pagina = InstroomPagina(
            Voorbeelden.instroombeeld(verborgen: verborgen), keuze: Voorbeelden.instroomkeuze, gemeenten: ["0034"],
            form: FormValues(), vandaag: try #require(Datum("2027-04-19")))
        return try #require(pagina.kern).instroom
    }

    private func aantal(_ grafiek: Grafiek, _ soort: String) -> Int {
        grafiek.staven.count { $0.klasse == "g-staaf-\(soort)" }
    }

    @Test("wat niet bekend of verborgen is heeft geen staaf, en de verwachting is gearceerd")
    func staven() throws {
        // Three half-years: one over, the present one without a taakstelling, one to come.
        let open = try grafiek(verborgen: false)
        #expect(aantal(open, "een") == 3 && aantal(open, "verwacht") == 2 && aantal(open, "twee") == 2)
        #expect(open.staven.allSatisfy { ($0.vulling == "url(#g-arcering)") == ($0.klasse == "g-staaf-verwacht") })
        #expect(open.heeftArcering && open.legenda.map(\.klasse) == ["een-kleur", "verwacht-kleur", "twee-kleur"])
        #expect(aantal(try grafiek(verborgen: true), "verwacht") == 1)
    }

    @Test("de omschrijving noemt het hoogste dat bekend is, en wat onbekend is")
    func omschrijving() throws {
        let open = try grafiek(verborgen: false).omschrijving
        #expect(open.contains("tweede half jaar 2027: 200 mensen verwacht"))
        #expect(open.contains("Taakstelling onbekend: eerste half jaar 2027.") && !open.contains("Aantal mensen onbekend"))
        // The present half-year is not its housed people only.
        let dicht = try grafiek(verborgen: true).omschrijving
        #expect(dicht.contains("Aantal mensen onbekend: eerste half jaar 2027."))
    }

    @Test("een lijn slaat over wat niet bekend is")
    func lijn() {
        let grafiek = Grafiek.lijn("x", omschrijving: "x", labels: ["1", "2", "3"], [.init("x", [1, nil, 3])])
        #expect(grafiek.punten.count == 2)
    }
}
