// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import WegwijsApp

@Suite("De proefstad", .timeLimit(.minutes(5)))
struct StadTests {
    private let stad = Stad(seed: 2027).aanmeldingen

    @Test("hetzelfde zaad geeft dezelfde stad, een ander zaad een andere")
    func seeded() {
        #expect(Stad(seed: 2027).aanmeldingen == stad)
        #expect(Stad(seed: 2028).aanmeldingen != stad)
    }

    @Test("er zijn 348 mensen, elk BSN is uit de testreeks en komt een keer voor")
    func people() {
        #expect(stad.count == 348)
        let bsns = stad.compactMap(\.client.bsn)
        #expect(Set(bsns).count == bsns.count)
        for bsn in bsns { #expect(BSN(bsn)?.isTestRange == true) }
    }

    @Test("alles wat het werk lastig maakt komt voor: gezinnen, nareizigers, ex-AMV, HAR, halve datums, één naam, geen BSN")
    func variety() {
        #expect(stad.contains { $0.doelgroep == "nareiziger" })
        #expect(stad.contains { $0.doelgroep == "ex-amv" })
        #expect(stad.contains { $0.doelgroep == "kind" })
        #expect(stad.contains { $0.verblijfsvorm == "har" })
        #expect(stad.contains { $0.client.geboortedatum.gebruik != nil })
        #expect(stad.contains { $0.client.bsn == nil })
        #expect(stad.contains { $0.client.voornamen == nil && !$0.client.geslachtsnaam.contains(" ") })
        #expect(stad.allSatisfy { $0.client.bsn != nil || $0.client.vnummer != nil })
    }
}

@Suite("Een formulier lezen zoals een browser", .timeLimit(.minutes(1)))
struct FormulierTests {
    @Test("verborgen velden, gekozen opties en aangevinkte vakjes gaan mee; wat niet is aangevinkt niet")
    func fields() throws {
        let html = """
            <form method="get" action="/zoek"><input name="q"></form>
            <form method="post" action="/a?b=1&amp;c=2">
            <input type="hidden" name="_csrf" value="x&quot;y">
            <input type="checkbox" name="ja" value="1" checked><input type="checkbox" name="nee" value="1">
            <select name="soort"><option value="een">Een</option><option value="twee" selected>Twee</option></select>
            <textarea name="notitie">Een &lt; twee</textarea></form>
            """
        let form = try #require(Formulier.all(in: html, page: "/").first)
        #expect(form.action == "/a?b=1&c=2")
        #expect(form.value("_csrf") == "x\"y")
        #expect(form.value("ja") == "1")
        #expect(form.value("nee") == nil)
        #expect(form.value("soort") == "twee")
        #expect(form.value("notitie") == "Een < twee")
    }
}
