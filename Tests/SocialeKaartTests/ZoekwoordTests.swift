// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import SocialeKaartApp

/// The rules of words, without a store.
@Suite("Woorden om te zoeken", .timeLimit(.minutes(1)))
struct ZoekwoordTests {
    @Test("de stam is die van Snowball, voor elk woord van zijn eigen lijst")
    func stam() throws {
        let map =
            ProcessInfo.processInfo.environment["WEGWIJS_STANDAARDEN"].map { URL(filePath: $0) }
            ?? wortel.appending(path: "../shared/standards")
        let lijst = map.appending(path: "snowball-nl")
        guard FileManager.default.fileExists(atPath: lijst.appending(path: "voc.txt").path) else {
            print("overgeslagen: de lijst van Snowball is er niet")
            return
        }
        let woorden = try String(contentsOf: lijst.appending(path: "voc.txt"), encoding: .utf8).split(separator: "\n")
        let stammen = try String(contentsOf: lijst.appending(path: "output-porter.txt"), encoding: .utf8).split(separator: "\n")
        #expect(woorden.count == 45_670)
        let anders = zip(woorden, stammen).filter { NederlandseStam.van(String($0)) != $1 }
        #expect(anders.isEmpty, "\(anders.count), zoals \(anders.prefix(20).map { ($0, $1, NederlandseStam.van(String($0))) })")
    }

    @Test(
        "een paar stammen, zonder de lijst",
        arguments: [
            ("lichamelijkheid", "licham"), ("opglimpende", "opglimp"), ("begeleiding", "begeleid"), ("schulden", "schuld"),
            ("maan", "man"), ("bruikbaar", "bruikbar"), ("vrijheden", "vrijheid"), ("yoga", "yoga"), ("aan", "aan"), ("", ""),
        ])
    func stammen(woord: String, stam: String) { #expect(NederlandseStam.van(woord) == stam) }

    @Test("vormen van een woord komen samen, wat niet bij elkaar hoort niet")
    func zoekstam() {
        for (links, rechts) in [
            ("gezin", "gezinnen"), ("kind", "kinderen"), ("huis", "huizen"), ("brief", "brieven"), ("dakloos", "daklozen"),
            ("schuld", "schulden"), ("ouder", "ouders"), ("verslaafd", "verslaving"), ("woning", "woningen"),
        ] { #expect(Zoekstam.van(links) == Zoekstam.van(rechts), "\(links) \(rechts)") }
        for (links, rechts) in [
            ("ouders", "ouderen"), ("school", "scholing"), ("gezin", "zin"), ("begeleiding", "beleid"), ("regel", "regeling"),
        ] { #expect(Zoekstam.van(links) != Zoekstam.van(rechts), "\(links) \(rechts)") }
    }

    @Test(
        "vouwen: hoofdletters, tekens, Arabisch en Perzisch",
        arguments: [
            ("Cliëntondersteuning", "clientondersteuning"), ("Gezins(trauma)behandeling", "gezins trauma behandeling"),
            ("women’s shelter", "womens shelter"), ("Şiddet İŞ ışık", "siddet is isik"), ("wmo-vervoer", "wmo vervoer"),
            ("أُسْرَة", "اسره"), ("الأُسَر", "اسر"), ("اللاجئين", "لاجيين"), ("والعمل", "عمل"), ("كتابخانه", "كتابخانه"),
            ("کتابخانه", "كتابخانه"), ("بی‌خانمان", "بيخانمان"), ("عربــــي", "عربي"), ("على", "علي"), ("ስደተኛታት", "ስደተኛታት"),
            ("Їжа", "іжа"), ("۱۲٣", "123"), ("🏠", ""), ("naam:x*\"", "naam x"), ("a\u{0}b", "a b"), ("abc\u{202E}def", "abcdef"),
        ])
    func vouwen(tekst: String, woorden: String) { #expect(Zoekwoorden.tekst(tekst) == woorden) }

    @Test("met en zonder lidwoord of teken is het hetzelfde woord")
    func arabisch() {
        for (links, rechts) in [("اللاجئين", "لاجئين"), ("أسرة", "اسرة"), ("المدرسة", "مدرسه"), ("بالعمل", "العمل")] {
            #expect(Zoekwoorden.tekst(links) == Zoekwoorden.tekst(rechts))
        }
    }

    @Test(
        "samenstellingen",
        arguments: [
            ("schuldhulpverlening", ["schuld", "hulp", "verlening"]), ("leerlingenvervoer", ["leerling", "vervoer"]),
            ("inkomensondersteuning", ["inkomen", "ondersteuning"]), ("bibliotheek", []), ("xyzvervoer", []), ("taal", []),
            ("jeugdverpleegkundigen", ["jeugd", "verpleegkundigen"]),
        ])
    func samenstelling(woord: String, delen: [String]) {
        #expect(Samenstelling.delen(woord) { Samenstelling.bouwstenen.contains($0) } == delen)
    }

    @Test("typefouten tellen: bij, weg, anders, verwisseld")
    func afstand() {
        for (a, b, verwacht) in [
            ("schuld", "shuld", 1), ("schuld", "schulld", 1), ("schuld", "schult", 1), ("schuld", "shculd", 1), ("a", "a", 0),
            ("zorg", "zorch", 2),
        ] { #expect(Bewerkingsafstand.tussen(a, b, grens: 2) == verwacht, "\(a) \(b)") }
        #expect(Bewerkingsafstand.tussen("schuld", "geweld", grens: 2) == nil)
        #expect(Bewerkingsafstand.tussen("", "ab", grens: 2) == 2)
    }

    @Test("de bewerkingsafstand is wat hij belooft, op willekeurige woorden")
    func eigenschap() {
        let zaad = UInt64.random(in: 0...UInt64.max)
        var toeval = SeededChance(seed: zaad)
        for _ in 0..<2000 {
            let woord = String(
                (0..<Int.random(in: 4...12, using: &toeval)).map { _ in "abcdeë".randomElement(using: &toeval) ?? "a" })
            var ander = Array(woord)
            let plek = Int.random(in: 0..<ander.count, using: &toeval)
            switch Int.random(in: 0...2, using: &toeval) {
            case 0: ander.remove(at: plek)
            case 1: ander.insert("z", at: plek)
            default: ander[plek] = "z"
            }
            #expect(Bewerkingsafstand.tussen(woord, String(ander), grens: 2) == 1, "zaad \(zaad): \(woord) \(String(ander))")
            #expect(Bewerkingsafstand.tussen(String(ander), woord, grens: 2) == 1, "zaad \(zaad)")
        }
    }

    @Test("elke regel van de woordgroepen is leesbaar en heeft Nederlands")
    func groepen() {
        let groepen = Woordgroepen.ingebouwd.groepen
        #expect(groepen.count > 60)
        let talen: Set<String> = ["en", "ar", "ti", "tr", "fa", "uk"]
        for groep in groepen {
            #expect(!groep.nederlands.isEmpty)
            #expect(Set(groep.vertalingen.keys).isSubset(of: talen), "\(groep)")
            for woord in groep.nederlands + groep.vertalingen.values.flatMap(\.self) {
                #expect(!Zoekwoorden.lees(woord).isEmpty, "\(woord)")
            }
        }
    }

    @Test("postcodes liggen waar ze liggen")
    func postcode() throws {
        let (haven, hout) = (try #require(Plaats(postcode: "1315")), try #require(Plaats(postcode: "1361 AB")))
        #expect(abs(haven.meters(tot: hout) - 6_100) < 300)
        #expect(abs(haven.breedte - 52.37) < 0.05 && abs(haven.lengte - 5.22) < 0.05)
        #expect(Plaats(postcode: "0000") == nil)
        #expect(Plaats(postcode: "13") == nil)
        #expect(Plaats(postcode: "131a") == nil)
    }

    @Test("wat iemand typt wordt nooit een opdracht aan de index")
    func veilig() throws {
        for tekst in ["\"", "a\" OR naam:b", "NEAR(a b, 3)", "kaart_zoek : x", "a*b^c", "zzalle"] {
            guard let vraag = Zoekvraag(tekst) else { continue }
            for woord in vraag.groepen.flatMap({ $0.varianten.flatMap(\.woorden) }) {
                #expect(woord.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil })
            }
        }
    }
}
