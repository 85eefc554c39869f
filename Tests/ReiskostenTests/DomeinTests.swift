// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import ReiskostenApp

@Suite("De stappen van een voorschot", .timeLimit(.minutes(1)))
struct VoorschotstapTests {
    /// Written out apart from the table in the code: state, step, next state. Every other pair is refused.
    private static let mag: [String: VoorschotToestand] = [
        "aangevraagd goedkeuren": .goedgekeurd, "aangevraagd afwijzen": .afgewezen, "goedgekeurd betalen": .betaald,
        "betaald bewijzen": .verantwoord, "verantwoord bewijzen": .verantwoord, "verantwoord afrekenen": .afgerekend,
    ]

    @Test("alleen de afgesproken stappen kunnen", arguments: VoorschotToestand.allCases, Voorschotstap.allCases)
    func tabel(toestand: VoorschotToestand, stap: Voorschotstap) {
        #expect(stap.van(toestand) == Self.mag["\(toestand.rawValue) \(stap.rawValue)"])
    }

    @Test("een geweigerde stap zegt wat er wel kan")
    func uitleg() {
        #expect(
            Voorschotstap.betalen.nietMogelijk(in: .aangevraagd)
                == "Dit voorschot is aangevraagd: betaald melden kan niet. Nu kan: goedkeuren, afwijzen.")
        #expect(
            Voorschotstap.betalen.nietMogelijk(in: .afgerekend)
                == "Dit voorschot is afgerekend: betaald melden kan niet. Er kan niets meer mee gebeuren.")
    }
}

@Suite("Afrekenen", .timeLimit(.minutes(1)))
struct AfrekeningTests {
    @Test("verantwoord en terug te betalen zijn samen precies wat is betaald")
    func som() throws {
        var random = SplitMix(seed: 5)
        for _ in 0..<1_000 {
            let betaald = Int.random(in: 1...200_00, using: &random)
            let verantwoord = Int.random(in: -10...betaald + 10, using: &random)
            let afrekening = try? Afrekening(betaald: Bedrag(cents: betaald), verantwoord: Bedrag(cents: verantwoord))
            #expect((afrekening != nil) == (0...betaald).contains(verantwoord))
            if let afrekening {
                #expect(afrekening.verantwoord + afrekening.terugTeBetalen == Bedrag(cents: betaald))
                #expect(afrekening.terugTeBetalen >= .nul)
            }
        }
    }

    @Test("meer verantwoorden dan betaald is kan niet")
    func meer() {
        #expect(throws: Afrekening.Fout.meerDanBetaald) {
            try Afrekening(betaald: Bedrag(cents: 10_00), verantwoord: Bedrag(cents: 10_01))
        }
    }
}

@Suite("De maand van een reis", .timeLimit(.minutes(1)))
struct ReismaandTests {
    @Test(
        "alleen jjjj-mm van een maand die bestaat",
        arguments: ["2027-3", "2027-13", "2027-00", "maart", "2027-03-01", "", "2027-+3"])
    func fout(tekst: String) { #expect(Reismaand(tekst) == nil) }

    @Test("een maand kent haar laatste dag")
    func laatste() {
        #expect(Reismaand("2028-02")?.aantalDagen == 29)
        #expect(Reismaand("2027-12")?.laatsteDag == Datum(2027, 12, 31))
        #expect(Reismaand("2027-03")?.tekst == "maart 2027")
    }
}
