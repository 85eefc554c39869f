// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Yams

/// The errors of one file, gathered while it is read.
final class Meldingen {
    let bestand: String
    private(set) var fouten: [Opdrachtfout] = []

    init(bestand: String) { self.bestand = bestand }

    func meld(_ melding: String, veld: String, regel: Int?) {
        fouten.append(Opdrachtfout(bestand: bestand, regel: regel ?? 0, veld: veld, melding: melding))
    }
}

/// One place in a file: its value, its name and its line. Reading gives nil and a message, never an error, so that one
/// pass finds everything that is wrong.
struct Veld {
    let node: Node
    let naam: String
    let meldingen: Meldingen

    var regel: Int? { node.mark?.line }

    func meld(_ melding: String) { meldingen.meld(melding, veld: naam, regel: regel) }

    func fout<Value>(_ melding: String) -> Value? {
        meld(melding)
        return nil
    }

    /// Text of at least one character.
    func tekst() -> String? {
        guard let text = node.scalar?.string.trimmingCharacters(in: .whitespacesAndNewlines) else {
            return fout("hier hoort één waarde, geen lijst of blok")
        }
        return text.isEmpty ? fout("vul een waarde in") : text
    }

    /// A code by which other lines refer to this one.
    func code() -> String? {
        guard let text = tekst() else { return nil }
        let fits = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return fits ? text : fout("een code heeft alleen kleine letters, cijfers en koppeltekens")
    }

    func jaNee() -> Bool? {
        switch tekst() {
        case nil: nil
        case "ja": true
        case "nee": false
        default: fout("schrijf ja of nee")
        }
    }

    func getal(_ grenzen: ClosedRange<Int>) -> Int? {
        guard let text = tekst() else { return nil }
        guard let value = Int(text), grenzen.contains(value) else {
            return fout("schrijf een heel getal van \(grenzen.lowerBound) tot en met \(grenzen.upperBound)")
        }
        return value
    }

    func bedrag() -> Bedrag? {
        guard let text = tekst() else { return nil }
        return Bedrag(getypt: text) ?? fout("schrijf een bedrag in euro's, zoals 12,50")
    }

    func datum() -> Datum? {
        guard let text = tekst() else { return nil }
        return Datum(text) ?? fout("schrijf een bestaande datum als jjjj-mm-dd")
    }

    func waarde<Value: Tekstwaarde>(_ type: Value.Type = Value.self) -> Value? {
        guard let text = tekst() else { return nil }
        do { return try Value(parsing: text) } catch { return fout(error.text) }
    }

    /// One of a closed list, by its code.
    func keuze<Value: RawRepresentable & CaseIterable>(_ type: Value.Type = Value.self) -> Value? where Value.RawValue == String {
        guard let text = tekst() else { return nil }
        return Value(rawValue: text) ?? fout("kies uit: \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    /// Every item of a list; nil when it is no list. Items that cannot be read are left out after their message.
    func lijst<Value>(_ lees: (Veld) -> Value?) -> [Value]? {
        guard let items = node.sequence else { return fout("hier hoort een lijst, met een streepje voor elke regel") }
        return items.enumerated().compactMap { index, item in
            lees(Veld(node: item, naam: "\(naam)[\(index + 1)]", meldingen: meldingen))
        }
    }

    /// The block at this place; every key that was not asked for is reported at the end.
    func blok<Value>(_ lees: (Blok) -> Value?) -> Value? {
        guard let mapping = node.mapping else { return fout("hier hoort een blok met velden") }
        let blok = Blok(veld: self, mapping: mapping)
        let value = lees(blok)
        blok.meldOnbekendeVelden()
        return value
    }
}

/// The fields of a block, by name. It remembers which were asked for.
final class Blok {
    let veld: Veld
    private let mapping: Node.Mapping
    private var gevraagd: Set<String> = []

    init(veld: Veld, mapping: Node.Mapping) { (self.veld, self.mapping) = (veld, mapping) }

    /// A field that may be left out.
    func mogelijk(_ naam: String) -> Veld? {
        gevraagd.insert(naam)
        return mapping.first { $0.key.scalar?.string == naam }.map { self.sub($0.value, naam) }
    }

    /// A field that must be there.
    func verplicht(_ naam: String) -> Veld? {
        mogelijk(naam) ?? veld.fout("het veld '\(naam)' ontbreekt")
    }

    /// Every field, when the names are free.
    var alle: [(naam: Veld, waarde: Veld)] {
        mapping.map { key, value in
            let naam = key.scalar?.string ?? "?"
            gevraagd.insert(naam)
            return (sub(key, naam), sub(value, naam))
        }
    }

    func meldOnbekendeVelden() {
        for (key, _) in mapping {
            let naam = key.scalar?.string ?? "?"
            guard !gevraagd.contains(naam) else { continue }
            let bekend = gevraagd.sorted().joined(separator: ", ")
            sub(key, naam).meld("dit veld bestaat hier niet; bekend zijn: \(bekend)")
        }
    }

    private func sub(_ node: Node, _ naam: String) -> Veld {
        Veld(node: node, naam: veld.naam.isEmpty ? naam : "\(veld.naam).\(naam)", meldingen: veld.meldingen)
    }
}
