// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

@Suite("Fouten in een opdracht", .timeLimit(.minutes(1)))
struct OpdrachtlezerTests {
    /// The contract of 2027 with some lines changed.
    private func fouten(_ changes: [(van: String, naar: String)]) throws -> [Opdrachtfout] {
        var text = try String(contentsOf: opdrachtenmap.appending(path: "almere-2027.yaml"), encoding: .utf8)
        for (van, naar) in changes {
            try #require(text.contains(van), "de regel om te veranderen staat er niet: \(van)")
            text = text.replacing(van, with: naar, maxReplacements: 1)
        }
        do {
            _ = try Opdrachtlezer.lees(text, bestand: "almere-2027.yaml")
            return []
        } catch { return error.fouten }
    }

    /// The line on which a text stands in the unchanged file.
    private func regel(_ text: String) throws -> Int {
        let file = try String(contentsOf: opdrachtenmap.appending(path: "almere-2027.yaml"), encoding: .utf8)
        let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.contains(text) }) + 1
    }

    @Test("alle fouten komen in één keer, elk met bestand, regel en veld")
    func alleFouten() throws {
        let fouten = try fouten([
            ("code: \"0034\"", "code: \"9999\""), ("duur: 9 maanden", "duur: negen maanden"),
            ("per-kilometer: 0,23", "per-kilometer: 0.23"),
            ("vier-ogen: ja", "vier-ogen: nee"), ("van: 2027-01-01", "van: 2027-02-30"), ("  2025: 348", "  2025: veel"),
        ])
        #expect(
            fouten.map { "\($0.regel) \($0.veld)" } == [
                "\(try regel("code: \"0034\"")) gemeente.code", "\(try regel("  van: 2027-01-01")) geldig.van",
                "\(try regel("duur: 9 maanden")) traject.maximum.duur", "\(try regel("per-kilometer")) reiskosten.per-kilometer",
                "\(try regel("vier-ogen")) reiskosten.voorschot.vier-ogen", "\(try regel("  2025: 348")) taakstelling.2025",
            ])
        #expect(
            fouten.first?.description
                == "almere-2027.yaml, regel \(try regel("code: \"0034\"")), veld gemeente.code: "
                + "Deze gemeentecode staat niet in de lijst van het CBS (2026-01-01).")
    }

    @Test("uit beeld en caseload: een duur van nul, een verkeerde richting en een fase zonder einde in het midden")
    func uitBeeldEnCaseload() throws {
        let gevonden = try fouten([
            ("geen-contact: { duur: 21 dagen,", "geen-contact: { duur: 0 dagen,"),
            ("klok-loopt-af: { duur: 6 weken, richting: voor,", "klok-loopt-af: { duur: 6 weken,"),
            ("  norm: 30", "  norm: 0"),
            (
                "naam: Stabilisatie, tot: { duur: 3 maanden, bron: \"Plaatselijke praktijk, te bevestigen\" }, gewicht: 120",
                "naam: Stabilisatie, gewicht: 120"
            ),
        ])
        #expect(
            gevonden.map { "\($0.veld): \($0.melding)" } == [
                "uit-beeld.geen-contact: een duur van 0 zet iedereen altijd op de lijst",
                "uit-beeld.klok-loopt-af: schrijf hier richting: voor",
                "caseload.norm: schrijf een heel getal van 1 tot en met 200",
                "caseload.fasen: alleen de laatste fase heeft geen einde",
            ])
    }

    @Test("een veld dat niet bestaat is een fout, met de velden die er wel zijn")
    func onbekendVeld() throws {
        let fouten = try fouten([("  minimum-telt-mee: nee", "  minimum-telt-mee: nee\n  minimumafstand: 5 km")])
        #expect(fouten.map(\.veld) == ["reiskosten.minimumafstand"])
        #expect(fouten.first?.regel == (try regel("  minimum-telt-mee: nee")) + 1)
        #expect(fouten.first?.melding.contains("minimum-afstand") == true)
    }

    @Test("een fout in het plan of in een actie noemt zijn veld")
    func plan() throws {
        let gevonden = try fouten([
            ("    duur: 6 weken\n    gevolg: Het plan", "    duur: zes weken\n    gevolg: Het plan"),
            ("    - { code: vergissing, naam: Stond er per vergissing }", "    - { code: niet-meer-nodig, naam: Nog eens }"),
            ("code: wonen-kosten-standen", "code: wonen-kosten-rekening"),
            ("doe: Een keer naar het buurtcentrum gaan.", "wie: buurman, doe: Een keer naar het buurtcentrum gaan."),
        ])
        #expect(
            gevonden.map(\.veld) == [
                "doelen.zinnen.wonen[2].acties[2].code", "doelen.zinnen.wonen[3].acties[2].wie", "plan.bespreken.duur",
                "plan.redenen[6].code",
            ])
    }

    @Test("een veld dat ontbreekt wordt genoemd bij het blok waarin het hoort")
    func ontbreekt() throws {
        let fouten = try fouten([("team: Almere\n", "")])
        #expect(fouten.map(\.melding) == ["het veld 'team' ontbreekt"])
    }

    @Test("stappen van de regeldag die op elkaar wachten zijn een fout")
    func kring() throws {
        let fouten = try fouten([("naam: Huurcontract tekenen en sleutel krijgen", "naam: Huurcontract\n      na: [huurtoeslag]")]
        )
        #expect(fouten.count == 1)
        #expect(fouten.first?.veld == "regeldag.stappen[1].na")
        #expect(fouten.first?.melding == "deze stappen wachten op elkaar: huurcontract → huurtoeslag → huurcontract")
    }

    @Test("een stap die op zichzelf wacht, en een stap die niet bestaat")
    func onbekendeStap() throws {
        let fouten = try fouten([
            ("naam: Huurcontract tekenen en sleutel krijgen", "naam: Huurcontract\n      na: [huurcontract, verhuizing]")
        ])
        #expect(
            fouten.map(\.melding).sorted() == [
                "deze stappen wachten op elkaar: huurcontract → huurcontract", "er is geen stap met code verhuizing",
            ])
    }

    @Test(
        "regels die een veld alleen niet ziet",
        arguments: [
            ("  - { groep: ex-amv,", "  - { groep: kind,", "deze groep staat er twee keer"),
            (
                "eigen-traject: nee, factureerbaar: nee", "eigen-traject: nee, factureerbaar: ja",
                "zonder eigen traject valt er niets te factureren"
            ),
            ("eerste-doel: wonen-geregeld", "eerste-doel: wonen-zelf", "er is geen zin met code wonen-zelf"),
            ("code: geld-overzicht\n", "code: wonen-kosten\n", "de code wonen-kosten staat ook bij wonen"),
            ("zin: Ik ken mijn buurt", "zin: Cliënt kent de buurt", "begin de zin met Ik, Mijn of Wij"),
            ("  - vervoer\n", "", "dit leefgebied staat niet in de lijst leefgebieden van deze opdracht"),
            ("  tot: 2030-12-31", "  tot: 2026-12-31", "het einde ligt voor het begin"),
            ("opdracht: almere-2027", "opdracht: almere-2028", "het bestand moet dan almere-2028.yaml heten"),
            (
                "        duur: 1 jaar\n        op: 1 april", "        duur: 3 maanden\n        op: 1 april",
                "een vaste dag kan alleen bij een duur in jaren"
            ),
            ("op: 1 april", "op: 31 april", "schrijf een dag van het jaar, zoals 1 september"),
            ("minimum-afstand: 10 km", "minimum-afstand: 10", "schrijf een afstand in kilometers, zoals 10 km of 7,5 km"),
            ("anker: vergunning", "anker: ind", "kies uit: huisvesting, sleutel"),
            ("team: Almere", "team: [Almere]", "hier hoort één waarde, geen lijst of blok"),
            ("team: Almere", "team:", "vul een waarde in"),
            ("team: Almere", "team: Almere\nteam: Buiten", "dit veld staat er twee keer"),
            ("team: Almere", "team: \"Almere", "dit is geen geldige YAML"),
        ])
    func regels(van: String, naar: String, melding: String) throws {
        let fouten = try fouten([(van, naar)])
        #expect(fouten.contains { $0.melding.hasPrefix(melding) && $0.regel > 0 }, "\(fouten)")
    }

    @Test("een leeg bestand en een bestand zonder blok")
    func leeg() throws {
        #expect(throws: Opdrachtfouten.self) { try Opdrachtlezer.lees("# niets\n", bestand: "leeg.yaml") }
        let fouten = #expect(throws: Opdrachtfouten.self) { try Opdrachtlezer.lees("- 1\n", bestand: "lijst.yaml") }
        #expect(fouten?.fouten.map(\.melding) == ["hier hoort een blok met velden"])
    }

    @Test("de Algemene termijnenwet alleen bij een wet, alleen-met alleen bij een huishouden, één leeftijdsgrens tegelijk")
    func regeldagvelden() throws {
        let wet = try fouten([
            ("        bron: Wet BRP, artikel 2.38", "        bron: Plaatselijke praktijk, te bevestigen")
        ])
        #expect(wet.map(\.veld) == ["regeldag.stappen[3].termijn.feestdagen"])
        #expect(wet.first?.melding.contains("eerstvolgende-werkdag") == true)
        let afgesproken = try fouten([
            ("        bron: Wet BRP, artikel 2.38", "        bron: Plaatselijke praktijk, te bevestigen"),
            (
                "        feestdagen: algemene-termijnenwet\n        gevolg: Er komt nog geen BSN",
                "        feestdagen: eerstvolgende-werkdag\n        gevolg: Er komt nog geen BSN"
            ),
        ])
        #expect(afgesproken.isEmpty)
        let alleen = try fouten([("      doelgroepen: [nareiziger]", "      doelgroepen: [nareiziger]\n      alleen-met: [kind]")]
        )
        #expect(alleen.map(\.melding) == ["alleen-met kan alleen bij een stap van het huishouden"])
        let leeftijd = try fouten([("{ vanaf: 5, zin", "{ vanaf: 5, jonger-dan: 9, zin")])
        #expect(leeftijd.map(\.melding) == ["noem jonger-dan of vanaf, met een leeftijd in jaren"])
        #expect(try fouten([("telefoon: 085 000 00 00, ", "")]).map(\.melding) == ["het veld 'telefoon' ontbreekt"])
    }
}

@Suite("Het boek van opdrachten", .timeLimit(.minutes(1)))
struct OpdrachtenboekTests {
    @Test("twee opdrachten van één gemeente op dezelfde dag is een fout")
    func overlap() throws {
        let boek = try Opdrachtenboek(map: opdrachtenmap)
        var oud = try #require(boek.opdracht(id: "almere-2026"))
        oud.geldigTot = Datum("2027-01-01")
        let nieuw = try #require(boek.opdracht(id: "almere-2027"))
        let fouten = #expect(throws: Opdrachtfouten.self) { try Opdrachtenboek([nieuw, oud]) }
        #expect(fouten?.fouten.map(\.melding) == ["op 2027-01-01 geldt almere-2026 nog voor dezelfde gemeente"])
        oud.geldigTot = nil
        #expect(throws: Opdrachtfouten.self) { try Opdrachtenboek([nieuw, oud]) }
    }

    @Test("fouten van alle bestanden in de map komen samen; een map zonder regels is ook een fout")
    func map() throws {
        let map = FileManager.default.temporaryDirectory.appending(path: "opdrachten-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        #expect(throws: Opdrachtfouten.self) { try Opdrachtenboek(map: map) }
        #expect(throws: Opdrachtfouten.self) { try Opdrachtenboek(map: map.appending(path: "bestaat-niet")) }
        try Data("opdracht: a\n".utf8).write(to: map.appending(path: "a.yaml"))
        try Data([0xFF, 0xFE]).write(to: map.appending(path: "b.yaml"))
        try Data("geen yaml".utf8).write(to: map.appending(path: "lees.txt"))
        let fouten = try #require(#expect(throws: Opdrachtfouten.self) { try Opdrachtenboek(map: map) }).fouten
        #expect(Set(fouten.map(\.bestand)) == ["a.yaml", "b.yaml"])
        #expect(fouten.contains { $0.melding == "dit bestand is geen UTF-8-tekst" })
    }
}
