// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

/// Good and wrong numbers. Source: the test values of the exchange study (made with python-stdnum, and after the
/// specifications named in each row); BSNs of persons are not among them.
@Suite("Nummers en codes", .timeLimit(.minutes(1)))
struct TestwaardenTests {
    @Test(
        "een BSN heeft negen cijfers en voldoet aan de elfproef",
        arguments: [
            ("999900006", nil), ("999999990", nil), ("999990019", nil), ("999993653", nil), ("9999.93.653", nil),
            ("999900007", BSN.Fout.elfproef), ("123456789", .elfproef), ("000000000", .elfproef),
            // A valid onderwijsnummer (remainder 5) is never a BSN.
            ("101222331", .elfproef),
            ("99990000", .lengte), ("9999000061", .lengte), ("", .lengte), ("99990000A", .teken), ("٩٩٩٩٠٠٠٠٦", .teken),
        ])
    func bsn(text: String, fout: BSN.Fout?) { #expect(Self.fout(BSN.self, text) == fout) }

    @Test(
        "een V-nummer heeft tien cijfers; negen is een verloren voorloopnul",
        arguments: [
            ("2990000001", nil), ("0299000001", nil), ("299000001", VNummer.Fout.lengte), ("29900000011", .lengte),
            ("III-V123AL568", .documentnummer), ("2990000A01", .teken),
        ])
    func vnummer(text: String, fout: VNummer.Fout?) { #expect(Self.fout(VNummer.self, text) == fout) }

    @Test("uit een systeem met getallen komen de nullen van een V-nummer terug")
    func vnummerUitGetal() {
        #expect(VNummer(getal: 299_000_001)?.waarde == "0299000001")
        #expect(VNummer(getal: 10_000_000_000) == nil)
        #expect(VNummer(getal: -1) == nil)
    }

    @Test(
        "een IBAN klopt modulo 97",
        arguments: [
            ("NL91ABNA0417164300", nil), ("NL28INGB0000000001", nil), ("NL98INGB0000000002", nil), ("nl91abna0417164300", nil),
            ("NL91 ABNA 0417 1643 00", nil), ("DE89370400440532013000", nil),
            ("NL91ABNA0417164301", IBAN.Fout.controlegetal), ("NL92ABNA0417164300", .controlegetal),
            ("NL00ABNA0417164300", .controlegetal), ("NL91ABNA041716430", .lengte), ("", .vorm), ("0417164300", .vorm),
            ("NL91ABNA04171643é0", .vorm), ("NL91", .lengte), ("NL91123404171643AB", .vorm),
        ])
    func iban(text: String, fout: IBAN.Fout?) { #expect(Self.fout(IBAN.self, text) == fout) }

    @Test(
        "een postcode",
        arguments: [
            ("1315 HR", nil), ("1315HR", nil), ("1315hr", nil), ("9999XX", nil), ("0315HR", Postcode.Fout.vorm),
            ("1315SA", .letters), ("1315SD", .letters), ("1315SS", .letters), ("1315H", .vorm), ("1315HRX", .vorm),
        ])
    func postcode(text: String, fout: Postcode.Fout?) { #expect(Self.fout(Postcode.self, text) == fout) }

    @Test(
        "een OIN",
        arguments: [
            ("00000001002220647000", nil), ("00000003123456780000", nil), ("00000099000000000003", nil),
            ("00000010123456789000", OIN.Fout.voorvoegsel), ("0000000100222064700", .lengte),
            ("00000001002220647001", .achtervoegsel),
            ("0000000100222064700é", .lengte), ("00000001-02220647000", .teken),
        ])
    func oin(text: String, fout: OIN.Fout?) { #expect(Self.fout(OIN.self, text) == fout) }

    @Test(
        "een gemeentecode",
        arguments: [
            ("0034", nil), ("0307", nil), ("34", Gemeentecode.Fout.vorm), ("GM0034", .vorm), ("9999", .onbekend),
        ])
    func gemeentecode(text: String, fout: Gemeentecode.Fout?) { #expect(Self.fout(Gemeentecode.self, text) == fout) }

    @Test(
        "een telefoonnummer wordt internationaal bewaard en Nederlands getoond",
        arguments: [
            ("06 12345678", "+31612345678", "06 12345678"), ("036-5399999", "+31365399999", "036 5399999"),
            ("+31 (0)6 1234 5678", "+31612345678", "06 12345678"), ("0031612345678", "+31612345678", "06 12345678"),
            ("+963 11 1234567", "+963111234567", "+963111234567"),
        ])
    func telefoon(text: String, waarde: String, getoond: String) throws {
        let nummer = try Telefoonnummer(parsing: text)
        #expect(nummer.waarde == waarde)
        #expect(nummer.description == getoond)
    }

    @Test(
        "geen telefoonnummer",
        arguments: [("0612345", Telefoonnummer.Fout.lengte), ("12345678", .lengte), ("06-WERKEN", .teken), ("+", .teken)])
    func geenTelefoon(text: String, fout: Telefoonnummer.Fout) { #expect(Self.fout(Telefoonnummer.self, text) == fout) }

    @Test("de lijst van het CBS heeft Almere, en weet alleen van 2026 zeker wat bestaat")
    func almere() throws {
        let almere = try Gemeentecode(parsing: "0034")
        #expect(almere.naam == "Almere")
        #expect(Gemeentecode.alle.count == 342)
        #expect(almere.bestaat(op: try #require(Datum("2026-07-01"))) == .ja)
        #expect(almere.bestaat(op: try #require(Datum("2027-07-01"))) == .onbekend)
    }

    @Test("wie een BSN, V-nummer of IBAN afdrukt ziet alleen het einde", arguments: [0, 1, 2, 3])
    func gemaskeerd(manier: Int) throws {
        func print(_ value: some CustomDebugStringConvertible) -> String {
            switch manier {
            case 0: return "\(value)"
            case 1: return String(reflecting: value)
            case 2: return "\(Optional(value) as Any)"
            default:
                var text = ""
                dump([value], to: &text)
                return text
            }
        }
        let bsn = print(try BSN(parsing: "999993653"))
        #expect(bsn.contains("•••••3653") && !bsn.contains("99999"))
        let vnummer = print(try VNummer(parsing: "2990000001"))
        #expect(vnummer.contains("••••••0001") && !vnummer.contains("299"))
        let iban = print(try IBAN(parsing: "NL91ABNA0417164300"))
        #expect(iban.contains("NL•• •••• 4300") && !iban.contains("ABNA"))
    }

    @Test("de testreeks van BSN en OIN, en een postcode zoals hij geschreven wordt")
    func vormen() throws {
        #expect(try BSN(parsing: "999900006").isTestRange)
        #expect(try BSN(parsing: "999999990").isTestRange)
        #expect(try OIN(parsing: "00000099000000000003").isTest)
        #expect(try Postcode(parsing: "1315hr").description == "1315 HR")
    }

    @Test("in JSON is een waarde één tekst, en een foute waarde komt niet in de foutmelding")
    func json() throws {
        let bsn = try BSN(parsing: "999993653")
        #expect(try JSONEncoder().encode([bsn]) == Data(#"["999993653"]"#.utf8))
        #expect(try JSONDecoder().decode([BSN].self, from: Data(#"["999993653"]"#.utf8)) == [bsn])
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([BSN].self, from: Data(#"["999900007"]"#.utf8))
        }
        #expect(!"\(String(describing: error))".contains("999900007"))
    }

    private static func fout<Value: Tekstwaarde>(_ type: Value.Type, _ text: String) -> Value.Fout? {
        do {
            _ = try Value(parsing: text)
            return nil
        } catch { return error }
    }
}
