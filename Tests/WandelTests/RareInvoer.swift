// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// What comes in from outside and is not what a person types.
enum RareInvoer {
    static let lang = String(repeating: "a", count: 100_000)
    static let anders = "\u{202E}\u{200F}مرحبا\u{FEFF}\u{1}\u{7F}' \"; <b>{{x}}</b>\u{1F600}"
    static let dagen = ["9999-12-31", "0001-01-01", "2027-02-30", "-5000-01-01"]

    /// One odd thing in one place of a message.
    struct Variant: CustomStringConvertible {
        let plek: String
        let soort: String
        let data: Data
        /// An answer other than a refusal means that this service keeps or reads without a limit.
        var isGroot: Bool { soort == "lang" || soort == "veel" }
        var description: String { "\(plek) \(soort)" }
    }

    static func varianten(van data: Data) throws -> [Variant] {
        let json = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        var alle: [Variant] = []
        verander(json, plek: "") { nieuw, plek, soort in
            guard JSONSerialization.isValidJSONObject(nieuw), let data = try? JSONSerialization.data(withJSONObject: nieuw) else {
                return
            }
            alle.append(Variant(plek: plek, soort: soort, data: data))
        }
        return alle
    }

    private static func verander(_ waarde: Any, plek: String, _ geef: (Any, String, String) -> Void) {
        switch waarde {
        case let object as [String: Any]:
            for (sleutel, inhoud) in object.sorted(by: { $0.key < $1.key }) {
                verander(inhoud, plek: "\(plek).\(sleutel)") { nieuw, plek, soort in
                    var kopie = object
                    kopie[sleutel] = nieuw
                    geef(kopie, plek, soort)
                }
            }
        case let lijst as [Any]:
            if let eerste = lijst.first {
                geef(Array(repeating: eerste, count: 5_000), plek, "veel")
                verander(eerste, plek: "\(plek)[]") { nieuw, plek, soort in geef([nieuw], plek, soort) }
            }
            geef([Any](), plek, "leeg")
        case let tekst as String:
            geef(lang, plek, "lang")
            geef("a\u{0}b", plek, "nul")
            geef(anders, plek, "anders")
            geef("", plek, "leeg")
            if tekst.count == 10, tekst.dropFirst(4).hasPrefix("-") { for dag in dagen { geef(dag, plek, dag) } }
        case is Bool: break
        case is NSNumber:
            for getal in [Int.max, Int.min, -1, 1_000_000_000] { geef(getal, plek, "\(getal)") }
        default: break
        }
    }

    /// A form of which every field holds the same odd thing, as bytes.
    struct Formulier: Sendable {
        let naam: String
        var waarde = Data()
        var soort = "application/x-www-form-urlencoded"
        /// The fields that a page checks before it looks at the rest.
        var goed: [String: String] = [:]
        var keren = 1
        /// The edge refuses it, whatever the page.
        var randwaarde: Int?
    }

    static let formulieren: [Formulier] = [
        .init(naam: "leeg"),
        .init(naam: "een megabyte", waarde: Data(repeating: 0x61, count: 1 << 20), keren: 1, randwaarde: 413),
        .init(naam: "lang", waarde: Data(repeating: 0x61, count: 1_500)),
        .init(naam: "lang met versie", waarde: Data(repeating: 0x61, count: 1_500), goed: ["versie": "1"]),
        .init(naam: "nul", waarde: Data("a%00b".utf8), randwaarde: 400),
        .init(naam: "kapotte utf-8", waarde: Data("%C3%28%FF".utf8), randwaarde: 400),
        .init(naam: "kapot procent", waarde: Data("%zz".utf8), randwaarde: 400),
        .init(naam: "van rechts naar links", waarde: Data("%E2%80%AE%D9%85%D8%B1%01%0A%27%3Cb%3E".utf8), goed: ["versie": "1"]),
        .init(naam: "duizend gelijke velden", waarde: Data("1".utf8), keren: 1_000, randwaarde: 413),
        .init(naam: "twee gelijke velden", waarde: Data("1".utf8), keren: 2),
        .init(naam: "groot getal", waarde: Data("99999999999999999999".utf8), goed: ["versie": "1"]),
        .init(naam: "grootste getal", waarde: Data("9223372036854775807".utf8)),
        .init(naam: "min een", waarde: Data("-1".utf8)),
        .init(naam: "verre dag", waarde: Data("31-12-9999".utf8), goed: ["versie": "1"]),
        .init(naam: "eerste dag", waarde: Data("0001-01-01".utf8), goed: ["versie": "1"]),
        .init(naam: "json", waarde: Data("1".utf8), soort: "application/json", randwaarde: 415),
    ]
}
