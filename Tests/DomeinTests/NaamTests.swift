// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@Suite("Namen", .timeLimit(.minutes(1)))
struct NaamTests {
    @Test("een naam met voornamen, voorvoegsel en geslachtsnaam")
    func gewoon() throws {
        let naam = try Naam(voornamen: " Selam  Ruth ", voorvoegsel: "van der", geslachtsnaam: "Berg", roepnaam: "Selam")
        #expect(naam.volledig == "Selam Ruth van der Berg")
        #expect(naam.weergave == "Selam van der Berg")
        #expect(naam.sorteersleutel == "berg selam ruth van der")
        #expect(naam.zoekwoorden == ["selam", "ruth", "van", "der", "berg"])
    }

    @Test("een naamketen staat geheel in de geslachtsnaam, zonder voornamen (Haal Centraal BRP)")
    func keten() throws {
        let naam = try Naam(geslachtsnaam: "Tesfay Haile Gebremariam")
        #expect(naam.weergave == "Tesfay Haile Gebremariam")
        #expect(naam.sorteersleutel == "tesfay haile gebremariam")
    }

    @Test("een punt als geslachtsnaam betekent onbekend (Haal Centraal BRP)")
    func punt() throws {
        let naam = try Naam(voornamen: "Amina", geslachtsnaam: ".")
        #expect(naam.geslachtsnaam == nil)
        #expect(naam.weergave == "Amina")
        #expect(naam.sorteersleutel == "amina")
    }

    @Test("zonder voornamen en geslachtsnaam is er geen naam")
    func leeg() {
        #expect(throws: Naam.Fout.leeg) { try Naam(voornamen: " ", geslachtsnaam: ".", roepnaam: "Sam") }
        #expect(throws: Naam.Fout.teLang) { try Naam(geslachtsnaam: String(repeating: "a", count: 201)) }
        #expect(throws: Naam.Fout.teken) { try Naam(geslachtsnaam: "Ali\u{202E}ilA") }
        #expect(throws: Naam.Fout.teken) { try Naam(geslachtsnaam: "<script>") }
    }

    @Test("een naam gaat ongeschonden door JSON, en een lege wordt ook daar geweigerd")
    func json() throws {
        let naam = try Naam(voornamen: "Zoë", geslachtsnaam: "al-Hassan")
        #expect(try JSONDecoder().decode(Naam.self, from: JSONEncoder().encode(naam)) == naam)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Naam.self, from: Data("{}".utf8)) }
    }

    @Test(
        "zoeken vouwt Latijnse letters en laat andere schriften staan",
        arguments: [
            ("Şükrü IŞIK", "sukru isik"), ("İbrahim", "ibrahim"), ("ılgaz", "ilgaz"), ("Zoë", "zoe"), ("Zoe\u{0308}", "zoe"),
            ("al-Hassan", "al hassan"), ("O'Neill", "oneill"), ("Straße", "strasse"), ("Bjørn Łukasz", "bjorn lukasz"),
            ("Nguyễn", "nguyen"), ("محمد أحمد", "محمد أحمد"), ("ሰላም", "ሰላም"), ("Олена", "олена"), ("می\u{200C}ترا", "میترا"),
            ("  Haile,  Selam ", "haile selam"),
        ])
    func vouwen(tekst: String, gevouwen: String) { #expect(Zoektekst.vouw(tekst) == gevouwen) }
}

@Suite("Talen", .timeLimit(.minutes(1)))
struct TaalTests {
    @Test("Kurmanji en Sorani zijn twee talen met een eigen schrijfrichting; Dari is geen Farsi")
    func koerdisch() {
        #expect(Taal(code: "ku") == .kurmanji)
        #expect(Taal.kurmanji.richting == .ltr)
        #expect(Taal.sorani.richting == .rtl)
        #expect(Taal(code: "fa-AF") == .dari)
        #expect(Taal(code: "fa") == .farsi)
        #expect(Taal(code: "xx") == nil)
    }

    @Test("wat van rechts naar links gaat")
    func richting() {
        #expect(Taal.allCases.filter { $0.richting == .rtl } == [.arabisch, .farsi, .dari, .pasjtoe, .sorani, .urdu])
    }
}
