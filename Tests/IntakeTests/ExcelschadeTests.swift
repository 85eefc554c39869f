// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Testing

@testable import IntakeApp

/// What Excel does to a file, one by one: recognised, refused, and told what happened. The texts are what a gemeente reads.
@Suite(.timeLimit(.minutes(1)))
struct ExcelschadeTests {
    struct Geval: Sendable, CustomTestStringConvertible {
        var kolom: Kolom
        var waarde: String
        var code: String
        var tekst: String
        var testDescription: String { "\(kolom.rawValue): \(waarde)" }
    }

    static let alsTekst = "Maak de kolom op als Tekst, zet de waarde uit de bron er opnieuw in en lever de rij opnieuw aan."
    static let nul = "Excel heeft waarschijnlijk de nul vooraan weggehaald. \(alsTekst)"
    static let getal =
        "Excel heeft deze waarde omgezet naar een getal, zoals 9,999E+08. De laatste cijfers zijn daarbij verdwenen. \(alsTekst)"
    static let datum =
        "Deze datum staat als dag-maand-jaar. Waarschijnlijk heeft Excel hem omgezet. Schrijf hem als jjjj-mm-dd, zoals 1990-02-01, "
        + "in een kolom die is opgemaakt als Tekst."
    static let datumgetal = "Hier staat een getal van 5 cijfers: zo bewaart Excel een datum. Schrijf de datum als jjjj-mm-dd."
    static let foutwaarde =
        "Hier staat een foutmelding van Excel in plaats van een waarde. Herstel de cel en lever de rij opnieuw aan."
    static let hekjes =
        "Hier staan hekjes: de kolom was in Excel te smal om de waarde te tonen. Maak de kolom breder voordat u opslaat, "
        + "en lever de rij opnieuw aan."
    static let aanhaling =
        "Om deze waarde staan zelf aanhalingstekens. Het bestand is waarschijnlijk twee keer als CSV opgeslagen. "
        + "Sla het opnieuw op, uitgaande van de bron."

    static let plus =
        "Dit telefoonnummer begint niet met een 0 of een +. Excel heeft waarschijnlijk de + vooraan weggehaald. \(alsTekst)"
    static let tekens =
        "In deze waarde zijn letters met een accent verkeerd gelezen, zoals GÃ¼ler in plaats van Güler. Waarschijnlijk is een "
        + "UTF-8-bestand in Excel geopend en weer opgeslagen. Haal het via Gegevens > Uit tekst/CSV binnen als UTF-8, of maak het "
        + "opnieuw uit de bron, en lever de rij opnieuw aan."

    static let gevallen: [Geval] = [
        .init(
            kolom: .bsn, waarde: "99900006", code: "excel-voorloopnul", tekst: "Hier staan 8 cijfers, een BSN heeft er 9. \(nul)"),
        .init(
            kolom: .vnummer, waarde: "299000001", code: "excel-voorloopnul",
            tekst: "Hier staan 9 cijfers, een V-nummer heeft er 10. \(nul)"),
        .init(
            kolom: .gemeentecode, waarde: "34", code: "excel-voorloopnul",
            tekst: "Hier staan 2 cijfers, een gemeentecode heeft er 4. \(nul)"),
        .init(
            kolom: .telefoon, waarde: "612345678", code: "excel-voorloopnul", tekst: "Dit telefoonnummer heeft 9 cijfers. \(nul)"),
        .init(kolom: .bsn, waarde: "9,999E+08", code: "excel-getal", tekst: getal),
        .init(kolom: .vnummer, waarde: "2.99E+09", code: "excel-getal", tekst: getal),
        .init(kolom: .bsn, waarde: "999900006,00", code: "excel-getal", tekst: getal),
        .init(kolom: .rijreferentie, waarde: "2,027E+10", code: "excel-getal", tekst: getal),
        .init(kolom: .geboortedatum, waarde: "1-2-1990", code: "excel-datum", tekst: datum),
        .init(kolom: .geboortedatum, waarde: "01/02/1990", code: "excel-datum", tekst: datum),
        .init(kolom: .datumHuisvesting, waarde: "18-jan-27", code: "excel-datum", tekst: datum),
        .init(kolom: .geboortedatum, waarde: "32905", code: "excel-datumgetal", tekst: datumgetal),
        .init(
            kolom: .huisnummer, waarde: "12-okt", code: "excel-datum",
            tekst: "Excel heeft dit huisnummer omgezet naar een datum. \(alsTekst)"),
        .init(
            kolom: .rijreferentie, waarde: "1-feb", code: "excel-datum",
            tekst: "Excel heeft dit kenmerk van een rij omgezet naar een datum. \(alsTekst)"),
        .init(
            kolom: .ouderRijreferentie, waarde: "feb-27", code: "excel-datum",
            tekst: "Excel heeft dit kenmerk van een rij omgezet naar een datum. \(alsTekst)"),
        .init(
            kolom: .huishouden, waarde: "12-Okt", code: "excel-datum",
            tekst: "Excel heeft deze verwijzing naar een huishouden omgezet naar een datum. \(alsTekst)"),
        .init(kolom: .telefoon, waarde: "31612345678", code: "excel-plus", tekst: plus),
        .init(kolom: .contactpersoonTelefoon, waarde: "251911234567", code: "excel-plus", tekst: plus),
        .init(
            kolom: .telefoon, waarde: "'+31612345678", code: "excel-apostrof",
            tekst: "Deze waarde begint met een apostrof uit Excel. Laat de apostrof weg."),
        .init(kolom: .geslachtsnaam, waarde: "MÃ¼ller", code: "excel-tekens", tekst: tekens),
        .init(kolom: .woonplaats, waarde: "â€™s-Gravenhage", code: "excel-tekens", tekst: tekens),
        .init(kolom: .voornamen, waarde: "Ø³Ù„Ø§Ù…", code: "excel-tekens", tekst: tekens),
        .init(kolom: .roepnaam, waarde: "Zo\u{FFFD}", code: "excel-tekens", tekst: tekens),
        .init(kolom: .voornamen, waarde: "#NAAM?", code: "excel-foutwaarde", tekst: foutwaarde),
        .init(kolom: .geslachtsnaam, waarde: "#NAME?", code: "excel-foutwaarde", tekst: foutwaarde),
        .init(kolom: .verplichtingnummer, waarde: "#N/B", code: "excel-foutwaarde", tekst: foutwaarde),
        .init(kolom: .datumHuisvesting, waarde: "######", code: "excel-hekjes", tekst: hekjes),
        .init(kolom: .geslachtsnaam, waarde: "\"Haile\"", code: "excel-aanhaling", tekst: aanhaling),
        .init(
            kolom: .gemeentecode, waarde: "'0034", code: "excel-apostrof",
            tekst: "Deze waarde begint met een apostrof uit Excel. Laat de apostrof weg."),
        .init(
            kolom: .woonplaats, waarde: "=A2", code: "formule",
            tekst: "Deze waarde begint als een formule (= of @). Zet er de waarde zelf neer."),
    ]

    @Test("de rij wordt geweigerd met de kolom en wat er is gebeurd", arguments: gevallen)
    func geweigerd(_ geval: Geval) throws {
        let rij = try lees(Proefbestand.velden(Proefbestand.rij(1, [geval.kolom: geval.waarde])))
        #expect(rij.gegevens == nil)
        #expect(rij.fouten == [FieldError(geval.kolom.rawValue, code: geval.code, geval.tekst)])
        // Nothing of what somebody wrote comes back, for it may be somebody's number.
        #expect(!rij.fouten.contains { $0.text.contains(geval.waarde) && geval.waarde.count > 5 && geval.waarde != "9,999E+08" })
    }

    @Test("een hele rij tussen aanhalingstekens, en komma's in plaats van puntkomma's")
    func rijen() throws {
        let heel = Proefbestand.regel(Proefbestand.rij(1))
        #expect(try lees([heel]).fouten.map(\.code) == ["excel-aanhaling"])
        #expect(try lees([heel.replacing(";", with: ",")]).fouten.map(\.code) == ["scheidingsteken"])
        #expect(try lees(["a", "b"]).fouten.map(\.code) == ["kolommen"])
    }

    @Test("de kop zegt wat er mis mee is")
    func kop() {
        let kop = Kolom.allCases.map(\.rawValue)
        #expect(Kolom.fout(inKop: kop) == nil && Kolom.fout(inKop: kop.dropLast()) == nil)
        #expect(Kolom.fout(inKop: kop.dropLast() + ["leeftijd"])?.code == "kolom-onbekend")
        #expect(Kolom.fout(inKop: kop.map { $0.uppercased() + " " }) == nil)
        #expect(Kolom.fout(inKop: [kop.joined(separator: ",")])?.text.hasPrefix("Dit bestand gebruikt komma's") == true)
        #expect(Kolom.fout(inKop: [kop.joined(separator: "\t")])?.text.hasPrefix("Dit bestand gebruikt tabs") == true)
        #expect(Kolom.fout(inKop: [kop.joined(separator: ";")])?.code == "excel-aanhaling")
        #expect(Kolom.fout(inKop: kop.filter { $0 != "bsn" })?.text == "In de kop ontbreekt: bsn.")
        #expect(Kolom.fout(inKop: kop + ["leeftijd"])?.code == "kolom-onbekend")
        #expect(Kolom.fout(inKop: kop.reversed())?.code == "kolom-volgorde")
        #expect(Kolom.fout(inKop: Proefbestand.velden(Proefbestand.rij(1)))?.code == "kop-ontbreekt")
    }

    @Test("wat niet stuk is, gaat erdoor: nullen vooraan, korte huisnummers, plus voor een telefoonnummer")
    func heel() throws {
        let rij = try lees(
            Proefbestand.velden(
                Proefbestand.rij(
                    1, [.vnummer: "0000012345", .huisnummer: "12-10", .telefoon: "+31612345678", .verplichtingnummer: "12E3"])))
        #expect(rij.fouten.isEmpty)
        #expect(rij.gegevens?.client.vnummer?.waarde == "0000012345")
    }

    @Test(
        "een naam met accenten of van een ander schrift is geen schade",
        arguments: [
            "Güler", "ŞÜKRÜ", "İbrahim", "Straße", "Conceição", "MAGALHÃES", "O’Brien", "ANDRÉ’S", "Đặng", "محمد", "ሰላም", "Ærø",
            "Ÿvonne", "Łukasz", "ÖZTÜRK", "Ðorđe",
        ])
    func accenten(_ naam: String) throws {
        let rij = try lees(Proefbestand.velden(Proefbestand.rij(1, [.geslachtsnaam: naam, .rijreferentie: "mei-2027"])))
        #expect(rij.fouten.isEmpty)
    }

    private func lees(_ velden: [String]) throws -> Aanleverrij {
        let lezer = AanleverrijLezer(
            gemeente: try #require(Gemeentecode("0034")), bsn: .alle, vandaag: try #require(Datum(Opstelling.vandaag)))
        return lezer.lees(.init(regel: 2, einde: 0, volgendeRegel: 3, velden: velden, fout: nil), nummer: 1)
    }
}
