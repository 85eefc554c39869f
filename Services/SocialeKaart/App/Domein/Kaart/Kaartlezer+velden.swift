// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The checks on one field. Each adds its error and gives nil when the field is missing or wrong.
extension Kaartlezer {
    mutating func fout(_ veld: String, _ code: String, _ tekst: String) {
        guard fouten.count < Self.meesteFouten else { return }
        fouten.append(Veldfout(veld, code, tekst))
    }

    mutating func fout(_ record: Kaartrecord, _ veld: String, _ code: String, _ tekst: String) {
        fout("\(record.pad).\(veld)", code, tekst)
    }

    mutating func lijst<Uit>(
        _ record: Kaartrecord, _ veld: String, _ lees: (inout Kaartlezer, Kaartrecord) -> Uit?
    ) -> [Uit] {
        guard let waarde = record.waarde[veld], waarde != .niets else { return [] }
        guard let delen = record.delen(veld) else {
            fout(record, veld, "soort", "Dit is een lijst.")
            return []
        }
        return delen.compactMap { lees(&self, $0) }
    }

    mutating func tekst(_ record: Kaartrecord, _ veld: String, _ lengte: Int) -> String? {
        guard let waarde = record.waarde[veld], waarde != .niets else { return nil }
        guard let tekst = waarde.alsTekst else {
            fout(record, veld, "soort", "Dit is een tekst.")
            return nil
        }
        guard tekst.utf8.count <= lengte || tekst.count <= lengte else {
            fout(record, veld, "te-lang", "Ten hoogste \(lengte) tekens.")
            return nil
        }
        // Most texts begin and end with a plain letter: then there is nothing to take off, and a file holds millions.
        func isKaal(_ byte: UInt8?) -> Bool { byte.map { $0 > 32 && $0 < 127 } ?? false }
        if isKaal(tekst.utf8.first), isKaal(tekst.utf8.last) { return tekst }
        let schoon = tekst.trimmingCharacters(in: .whitespacesAndNewlines)
        return schoon.isEmpty ? nil : schoon
    }

    mutating func verplicht(_ record: Kaartrecord, _ veld: String, _ lengte: Int) -> String? {
        let voor = fouten.count
        if let waarde = tekst(record, veld, lengte) { return waarde }
        if fouten.count == voor { fout(record, veld, "verplicht", "Dit veld ontbreekt of is leeg.") }
        return nil
    }

    mutating func getal(_ record: Kaartrecord, _ veld: String, _ bereik: ClosedRange<Double>) -> Double? {
        guard let waarde = record.waarde[veld], waarde != .niets else { return nil }
        guard let getal = waarde.alsGetal, bereik.contains(getal) else {
            fout(record, veld, "bereik", "Een getal van \(Int(bereik.lowerBound)) tot en met \(Int(bereik.upperBound)).")
            return nil
        }
        return getal
    }

    mutating func datum(_ record: Kaartrecord, _ veld: String) -> Datum? {
        guard let tekst = tekst(record, veld, 40) else { return nil }
        guard let datum = Datum(tekst.prefix(10)) else {
            fout(record, veld, "geen-datum", "Schrijf de datum als jjjj-mm-dd.")
            return nil
        }
        return datum
    }

    mutating func uuid(_ record: Kaartrecord, _ veld: String, verplicht: Bool) -> String? {
        lees(record, veld, verplicht: verplicht)?.uuidString.lowercased()
    }

    private mutating func lees(_ record: Kaartrecord, _ veld: String, verplicht: Bool) -> UUID? {
        let tekst = verplicht ? self.verplicht(record, veld, 60) : self.tekst(record, veld, 60)
        guard let tekst else { return nil }
        guard let uuid = UUID(uuidString: tekst) else {
            fout(record, veld, "geen-id", "Dit is geen UUID.")
            return nil
        }
        return uuid
    }

    /// The id of this record; no other record in the file may have it.
    mutating func eigenID(_ record: Kaartrecord) -> String? {
        guard let uuid = lees(record, "id", verplicht: true) else { return nil }
        if let eerder = ids[uuid] {
            fout(record, "id", "dubbel", "Dit id staat ook bij \(pad(eerder)).")
            return nil
        }
        ids[uuid] = nummer
        return uuid.uuidString.lowercased()
    }

    mutating func verwijzing(_ record: Kaartrecord, _ veld: String, _ bestaat: (Bekend, String) -> Bool) -> String? {
        guard let id = uuid(record, veld, verplicht: false) else { return nil }
        guard bestaat(bekend, id) else {
            fout(record, veld, "bestaat-niet", "Dit id staat niet in het bestand en is hier niet bekend.")
            return nil
        }
        return id
    }
}
