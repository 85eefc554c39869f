// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// What comes in from outside and is not what a person types.
enum RareInvoer {
    /// Stands in every odd text, so that an echo of it is found in an error or a log line.
    static let merk = "MERKRAAR7"
    static let lang = String(repeating: merk, count: 12_000)
    static let anders = "\(merk)\u{202E}\u{200F}مرحبا\u{FEFF}a\u{300}\u{301}\u{1}\u{7F}' \"; <b>{{x}}</b>\u{1F600}"

    /// Which of all there are come by in a run: a sixth, the same ones each time and another sixth in each place; with
    /// `WEGWIJS_RAAR=alles` all of them.
    static func komtLangs(_ naam: String) -> Bool {
        if ProcessInfo.processInfo.environment["WEGWIJS_RAAR"] == "alles" { return true }
        let som = naam.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return (som >> 20) % 6 == 0
    }

    /// One odd thing in one place of a message.
    struct Variant: CustomStringConvertible {
        let plek: String
        let soort: String
        let data: Data
        /// An answer other than a refusal means that this service keeps or reads without a limit.
        var isGroot: Bool { soort == "lang" || soort == "veel" }
        var description: String { "\(plek) \(soort)" }
    }

    /// The kind of value that stands in a place of an example.
    private enum Waarde { case tekst(String), getal, jaNee, object, lijst }

    /// What is put there, as JSON is written: so that also what is no JSON can be sent.
    private static func vormen(_ waarde: Waarde) throws -> [(soort: String, json: String)] {
        func tekst(_ text: String) throws -> String {
            String(decoding: try JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed), as: UTF8.self)
        }
        let overal = [("null", "null"), ("diep", String(repeating: "[", count: 3_000) + String(repeating: "]", count: 3_000))]
        let getallen = [
            "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "1000000000", "1e400", "-0", "007", "NaN",
            "0.5", "1e3",
        ].map { ($0, $0) }
        switch waarde {
        case .tekst(let nu):
            var alle = overal
            alle += [
                ("lang", try tekst(lang)), ("nul", try tekst("\(merk)\u{0}b")), ("anders", try tekst(anders)), ("leeg", #""""#),
                ("wit", #""  \t\n""#), ("half teken", #""\ud800""#), ("getal", "1"), ("object", "{}"),
                ("pad", #""../../etc/passwd""#),
            ]
            if UUID(uuidString: nu) != nil {
                alle += [("andere id", #""00000000-0000-4000-8000-000000000000""#), ("geen id", #""\#(merk)-0000""#)]
            }
            if isDag(nu) { alle += dagen.map { ($0, "\"\($0)\"") } }
            if nu.count == 7, nu.dropFirst(4).hasPrefix("-") {
                alle += ["9999-12", "0001-01", "2027-13", "0000-00"].map { ($0, "\"\($0)\"") }
            }
            return alle
        case .getal: return overal + getallen + [("tekst", #""\#(merk)""#)]
        case .jaNee: return overal + [("getal", "1"), ("tekst", #""ja""#)]
        case .object, .lijst: return overal + [("tekst", #""\#(merk)""#), ("leeg", "{}"), ("lege lijst", "[]")]
        }
    }

    static func varianten(van data: Data) throws -> [Variant] {
        let json = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        var alle: [Variant] = []
        try verander(json, plek: "") { nieuw, plek, soort, ruw in
            var body = String(decoding: try JSONSerialization.data(withJSONObject: nieuw, options: .sortedKeys), as: UTF8.self)
            body = body.replacing("\"\(gat)\"", with: ruw, maxReplacements: 1)
            alle.append(Variant(plek: plek, soort: soort, data: Data(body.utf8)))
        }
        // All days of a message at once: a period of which both ends are far away is a short one.
        for dag in dagen {
            let anders = try JSONSerialization.data(
                withJSONObject: metDagen(json, dag), options: [.sortedKeys, .fragmentsAllowed])
            if anders != (try JSONSerialization.data(withJSONObject: json, options: [.sortedKeys, .fragmentsAllowed])) {
                alle.append(Variant(plek: ".*", soort: dag, data: anders))
            }
        }
        for (soort, body) in [
            ("leeg", ""), ("geen json", "<xml/>"), ("lijst", "[]"), ("kapotte utf-8", "\u{FF}"),
            (
                "dubbel veld",
                String(decoding: data, as: UTF8.self).replacing("{", with: #"{"versie":1,"versie":2,"#, maxReplacements: 1)
            ),
        ] {
            let bytes = soort == "kapotte utf-8" ? Data([0x7B, 0x22, 0xC3, 0x28, 0xFF]) : Data(body.utf8)
            alle.append(Variant(plek: "", soort: soort, data: bytes))
        }
        return alle
    }

    private static let gat = "@@gat@@"
    private static let dagen = ["9999-12-31", "0001-01-01", "2027-02-30", "0000-00-00", "-5000-01-01"]

    private static func isDag(_ tekst: String) -> Bool { tekst.count == 10 && tekst.dropFirst(4).hasPrefix("-") }

    private static func metDagen(_ waarde: Any, _ dag: String) -> Any {
        switch waarde {
        case let object as [String: Any]: object.mapValues { metDagen($0, dag) }
        case let lijst as [Any]: lijst.map { metDagen($0, dag) }
        case let tekst as String where isDag(tekst): dag
        default: waarde
        }
    }

    private static func verander(
        _ waarde: Any, plek: String, _ geef: (Any, String, String, String) throws -> Void
    ) throws {
        let soort: Waarde
        switch waarde {
        case let object as [String: Any]:
            soort = .object
            for (sleutel, inhoud) in object.sorted(by: { $0.key < $1.key }) {
                var zonder = object
                zonder[sleutel] = nil
                try geef(zonder, "\(plek).\(sleutel)", "weg", "")
                try verander(inhoud, plek: "\(plek).\(sleutel)") { nieuw, plek, soort, ruw in
                    var kopie = object
                    kopie[sleutel] = nieuw
                    try geef(kopie, plek, soort, ruw)
                }
            }
        case let lijst as [Any]:
            soort = .lijst
            if let eerste = lijst.first {
                try geef(Array(repeating: eerste, count: 5_000), plek, "veel", "")
                try verander(eerste, plek: "\(plek)[]") { nieuw, plek, soort, ruw in try geef([nieuw], plek, soort, ruw) }
            }
        case let tekst as String: soort = .tekst(tekst)
        case let getal as NSNumber: soort = "\(getal)" == "true" || "\(getal)" == "false" ? .jaNee : .getal
        default: return
        }
        guard !plek.isEmpty else { return }
        for (naam, ruw) in try vormen(soort) { try geef(gat, plek, naam, ruw) }
    }

    /// A form of which every field holds the same odd thing, as bytes.
    struct Formulier: Sendable {
        let naam: String
        var waarde = Data()
        var soort = "application/x-www-form-urlencoded"
        /// The fields that a page checks before it looks at the rest.
        var goed: [String: String] = [:]
        var keren = 1
        var csrf = true
        /// The edge refuses it, whatever the page.
        var randwaarde: Int?
    }

    static let formulieren: [Formulier] = [
        .init(naam: "leeg"),
        .init(naam: "zonder csrf", csrf: false, randwaarde: 403),
        .init(naam: "een megabyte", waarde: Data(repeating: 0x61, count: 1 << 20), keren: 1, randwaarde: 413),
        .init(naam: "lang", waarde: Data(repeating: 0x61, count: 1_500)),
        .init(naam: "lang met versie", waarde: Data(repeating: 0x61, count: 1_500), goed: ["versie": "1"]),
        .init(naam: "nul", waarde: Data("a%00b".utf8), randwaarde: 400),
        .init(naam: "kapotte utf-8", waarde: Data("%C3%28%FF".utf8), randwaarde: 400),
        .init(naam: "kapot procent", waarde: Data("%zz".utf8), randwaarde: 400),
        .init(
            naam: "van rechts naar links",
            waarde: Data("\(merk)%E2%80%AE%E2%80%8B%D9%85%D8%B1a%CC%80%01%0A%27%3Cb%3E%F0%9F%98%80".utf8),
            goed: ["versie": "1"]),
        .init(naam: "duizend gelijke velden", waarde: Data("1".utf8), keren: 1_000, randwaarde: 413),
        .init(naam: "twee gelijke velden", waarde: Data("1".utf8), keren: 2),
        .init(naam: "groot getal", waarde: Data("99999999999999999999".utf8), goed: ["versie": "1"]),
        .init(naam: "grootste getal", waarde: Data("9223372036854775807".utf8)),
        .init(naam: "kleinste getal", waarde: Data("-9223372036854775808".utf8)),
        .init(naam: "min een", waarde: Data("-1".utf8)),
        .init(naam: "verre dag", waarde: Data("31-12-9999".utf8), goed: ["versie": "1"]),
        .init(naam: "eerste dag", waarde: Data("0001-01-01".utf8), goed: ["versie": "1"]),
        .init(naam: "dertig februari", waarde: Data("30-02-2027".utf8), goed: ["versie": "1"]),
        .init(naam: "andere id", waarde: Data("00000000-0000-4000-8000-000000000000".utf8), goed: ["versie": "1"]),
        .init(naam: "json", waarde: Data("1".utf8), soort: "application/json", randwaarde: 415),
    ]
}
