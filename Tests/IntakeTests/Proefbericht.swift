// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

@testable import IntakeApp

/// Messages as a gemeente sends them, to change in one place and try.
enum Proefbericht {
    /// A complete aanmelding of an adult, with ids of its own.
    static func aanmelding(_ nummer: Int = 0, _ wijzig: [String: JSONWaarde?] = [:]) -> JSONWaarde {
        let id = uuid()
        var bericht: JSONWaarde = .object([
            "specversion": "1.0", "id": .tekst(uuid()),
            "source": .tekst("urn:nld:oin:\(Opstelling.gemeente):systeem:regiesysteem"),
            "type": "nl.inburgering.begeleiding.aangemeld.v1", "subject": .tekst(id), "time": "2027-01-11T08:00:00Z",
            "datacontenttype": "application/json",
            "data": .object([
                "aanmeldingId": .tekst(id), "gemeentecode": "0034",
                "client": .object([
                    "bsn": .tekst(bsn(nummer)), "voornamen": .tekst("Şükrü \(letters(nummer))"), "geslachtsnaam": "Işık",
                    "geboortedatum": .object(["datum": .tekst(geboren(nummer))]), "geslacht": "M",
                    "telefoon": .tekst(telefoon(nummer)),
                    "straat": "Voorbeeldpad", "huisnummer": "12", "postcode": "1315 HR", "woonplaats": "Almere",
                ]),
                "doelgroep": "statushouder18plus",
                "huishouden": .object(["huishoudenId": .tekst("H-\(nummer)"), "rol": "hoofd"]),
                "datumHuisvesting": "2027-01-18", "verblijfsvorm": "eigen-woning",
                "talen": .object(["spreektaal": "tr", "leestaal": "tr", "tolktaal": "tr", "tolkNodig": .logisch(true)]),
                "inburgeringsplichtig": .logisch(true),
            ]),
        ])
        for (pad, waarde) in wijzig { bericht[pad] = waarde }
        return bericht
    }

    static func intrekking(van bericht: JSONWaarde) -> JSONWaarde {
        var intrekking = bericht
        intrekking["id"] = .tekst(uuid())
        intrekking["type"] = "nl.inburgering.begeleiding.ingetrokken.v1"
        intrekking["data"] = .object(["aanmeldingId": bericht["data.aanmeldingId"] ?? .leeg])
        return intrekking
    }

    static func wijziging(van bericht: JSONWaarde, _ wijzig: [String: JSONWaarde?]) -> JSONWaarde {
        var wijziging = bericht
        wijziging["id"] = .tekst(uuid())
        wijziging["type"] = "nl.inburgering.begeleiding.gewijzigd.v1"
        for (pad, waarde) in wijzig { wijziging[pad] = waarde }
        return wijziging
    }

    static func uuid() -> String { UUID().uuidString.lowercased() }

    /// The n-th test BSN that meets the elfproef.
    static func bsn(_ nummer: Int) -> String { nummers[nummer] }

    private static let nummers: [String] = (999_900_006...999_925_000).map(String.init).filter { BSN($0) != nil }

    /// Another birth date for every number: people of one name and date would all be candidates for one another.
    static func geboren(_ nummer: Int) -> String {
        nummer == 0
            ? "1990-03-12" : String(format: "%04d-%02d-%02d", 1950 + nummer % 50, 2 + nummer / 50 % 11, 1 + nummer * 7 % 28)
    }

    static func telefoon(_ nummer: Int) -> String { "06" + String(12_345_678 + nummer) }

    /// Another name for every number.
    static func letters(_ nummer: Int) -> String {
        String(nummer).map { String(UnicodeScalar(UInt8(97 + ($0.wholeNumberValue ?? 0)))) }.joined()
    }
}

extension JSONWaarde: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .tekst(value) }

    /// A value by its path, such as `data.client.bsn`; setting nil takes it out.
    subscript(pad: String) -> JSONWaarde? {
        get {
            pad.split(separator: ".").map(String.init).reduce(Optional(self)) { waarde, naam in
                if case .object(let velden)? = waarde { velden[naam] } else { nil }
            }
        }
        set { self = zet(pad.split(separator: ".").map(String.init)[...], newValue) }
    }

    private func zet(_ pad: ArraySlice<String>, _ waarde: JSONWaarde?) -> JSONWaarde {
        guard let naam = pad.first else { return waarde ?? .leeg }
        guard case .object(var velden) = self else { return self }
        velden[naam] = pad.count == 1 ? waarde : (velden[naam] ?? .object([:])).zet(pad.dropFirst(), waarde)
        return .object(velden)
    }

    /// As it goes over the line.
    var data: Data { Data(tekst.utf8) }

    private var tekst: String {
        switch self {
        case .object(let velden):
            "{" + velden.sorted { $0.key < $1.key }.map { "\(Self.aanhaling($0.key)):\($0.value.tekst)" }.joined(separator: ",")
                + "}"
        case .lijst(let waarden): "[" + waarden.map(\.tekst).joined(separator: ",") + "]"
        case .tekst(let text): Self.aanhaling(text)
        case .getal(let text): text
        case .logisch(let value): value ? "true" : "false"
        case .leeg: "null"
        }
    }

    private static func aanhaling(_ text: String) -> String {
        let body = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case let scalar where scalar.value < 0x20: "\\u" + String(format: "%04x", scalar.value)
            default: String(scalar)
            }
        }
        return "\"\(body.joined())\""
    }
}
