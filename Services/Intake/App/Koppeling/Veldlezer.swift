// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// Reads the fields of one JSON object, and gathers every error on the way instead of stopping at the first.
/// Unknown fields are ignored: a newer sender must not be stopped by an older receiver.
struct Veldlezer {
    /// Where this object stands: `data.client`; empty for the message itself.
    let pad: String
    private let velden: [String: JSONWaarde]
    private let fouten: Veldfouten

    /// - Parameter fouten: shared by all readers of one message.
    init(pad: String, velden: [String: JSONWaarde], fouten: Veldfouten) {
        (self.pad, self.velden, self.fouten) = (pad, velden, fouten)
    }

    func naam(_ veld: String) -> String { pad.isEmpty ? veld : "\(pad).\(veld)" }

    func meld(_ veld: String, code: String, _ tekst: String) { fouten.meld(naam(veld), code: code, tekst) }

    /// An error of a field that stands elsewhere in the message.
    func meldBuiten(_ naam: String, code: String, _ tekst: String) { fouten.meld(naam, code: code, tekst) }

    /// The value of a field; nil when it is missing or null. Required and missing is an error.
    func waarde(_ veld: String, verplicht: Bool = false) -> JSONWaarde? {
        if let value = velden[veld], value != .leeg { return value }
        if verplicht { meld(veld, code: "verplicht", "Dit veld is verplicht.") }
        return nil
    }

    /// A text without control characters, trimmed; an empty one counts as missing.
    func tekst(_ veld: String, verplicht: Bool = false, maximaal: Int = 80) -> String? {
        guard let value = waarde(veld, verplicht: verplicht) else { return nil }
        guard case .tekst(let raw) = value else {
            meld(veld, code: "soort", "Hier hoort een tekst tussen aanhalingstekens, geen \(value.soort).")
            return nil
        }
        let text = raw.trimmed
        guard !text.isEmpty else {
            if verplicht { meld(veld, code: "verplicht", "Dit veld is verplicht.") }
            return nil
        }
        guard text.unicodeScalars.count <= maximaal else {
            meld(veld, code: "te-lang", "Dit veld heeft hoogstens \(maximaal) tekens.")
            return nil
        }
        guard text.isPlain || !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            meld(veld, code: "teken", "In dit veld staat een teken dat er niet in mag.")
            return nil
        }
        return text
    }

    /// A value of the domain; its own error becomes the field's.
    func lees<Waarde: Tekstwaarde>(_ type: Waarde.Type, _ veld: String, verplicht: Bool = false) -> Waarde? {
        guard let text = tekst(veld, verplicht: verplicht) else { return nil }
        do {
            return try Waarde(parsing: text)
        } catch {
            meld(veld, code: error.code, error.text)
            return nil
        }
    }

    /// One of a closed list.
    func keuze<Waarde>(_ veld: String, uit alle: [String], verplicht: Bool = false, _ maak: (String) -> Waarde?) -> Waarde? {
        guard let text = tekst(veld, verplicht: verplicht) else { return nil }
        if let value = maak(text) { return value }
        meld(veld, code: "keuze", "Kies uit: \(alle.joined(separator: ", ")).")
        return nil
    }

    func keuze<Waarde: RawRepresentable & CaseIterable>(
        _ type: Waarde.Type, _ veld: String, verplicht: Bool = false
    ) -> Waarde? where Waarde.RawValue == String {
        keuze(veld, uit: Waarde.allCases.map(\.rawValue), verplicht: verplicht) { Waarde(rawValue: $0) }
    }

    /// Some of a closed list, in its order; nil when the field is missing, which is not the same as none.
    func keuzes<Waarde: RawRepresentable & CaseIterable & Equatable>(
        _ type: Waarde.Type, _ veld: String
    ) -> [Waarde]? where Waarde.RawValue == String {
        guard let value = waarde(veld) else { return nil }
        guard case .lijst(let waarden) = value else {
            meld(veld, code: "soort", "Hier hoort een lijst, geen \(value.soort).")
            return nil
        }
        let gekozen = waarden.compactMap { if case .tekst(let tekst) = $0 { Waarde(rawValue: tekst) } else { nil } }
        guard gekozen.count == waarden.count else {
            meld(veld, code: "keuze", "Kies uit: \(Waarde.allCases.map(\.rawValue).joined(separator: ", ")).")
            return nil
        }
        return Waarde.allCases.filter(gekozen.contains)
    }

    func id<Soort>(_ veld: String, verplicht: Bool = false) -> Identifier<Soort>? {
        guard let text = tekst(veld, verplicht: verplicht) else { return nil }
        if text.utf8.count == 36, let id = Identifier<Soort>(text) { return id }
        meld(veld, code: "uuid", "Dit moet een UUID zijn: 36 tekens met streepjes.")
        return nil
    }

    func datum(_ veld: String, verplicht: Bool = false) -> Datum? {
        guard let text = tekst(veld, verplicht: verplicht) else { return nil }
        if let datum = Datum(text) { return datum }
        meld(veld, code: "datum", "Schrijf een bestaande datum als jjjj-mm-dd.")
        return nil
    }

    func jaNee(_ veld: String) -> Bool? {
        guard let value = waarde(veld) else { return nil }
        if case .logisch(let value) = value { return value }
        meld(veld, code: "soort", "Hier hoort true of false, geen \(value.soort).")
        return nil
    }

    /// A nested object; nil when it is missing.
    func object(_ veld: String, verplicht: Bool = false) -> Veldlezer? {
        guard let value = waarde(veld, verplicht: verplicht) else { return nil }
        guard case .object(let velden) = value else {
            meld(veld, code: "soort", "Hier hoort een object, geen \(value.soort).")
            return nil
        }
        return Veldlezer(pad: naam(veld), velden: velden, fouten: fouten)
    }
}

/// The field errors of one message, in the order in which they were found. A reference, so that every reader of the
/// message adds to the same list; it never leaves the function that reads the message.
final class Veldfouten {
    /// Enough to repair a message by; a message with more is hardly ours.
    static let maximaal = 50
    private(set) var lijst: [FieldError] = []

    func meld(_ veld: String, code: String, _ tekst: String) {
        guard lijst.count < Self.maximaal else { return }
        lijst.append(FieldError(veld, code: code, tekst))
    }
}
