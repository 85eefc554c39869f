// SPDX-License-Identifier: EUPL-1.2
import Berichten
import GRDB
import Opslag

/// A record of a list, byte for byte what `HSDSKolom.voorziening(.lijst)` gives. SQLite's functions read and write the whole
/// document for it, and that was an eighth of a search.
enum HSDSLijst {
    private static let vraag = """
        SELECT v.document, json_quote(v.gewijzigd_op), json_quote(v.gecontroleerd_op),
          CASE WHEN v.controle_wijze = 'synthetisch' THEN json_quote(\(KaartVragen.alert)) END, v.organisatie_id, o.document
        FROM voorziening v LEFT JOIN organisatie o ON o.id = v.organisatie_id WHERE v.nr = ?
        """

    static func voorziening(_ db: Database, _ nr: Int64) throws -> String? {
        try db.first(vraag, nr) { rij in
            guard let record = record(rij) else { throw Failure.fault(reference: "voorziening-document") }
            return String(decoding: record, as: UTF8.self)
        }
    }

    private static func record(_ rij: RawStatement) -> [UInt8]? {
        guard !rij.isNull(4) else { return record(rij, aanbieder: nil) }
        let aanbieder = rij.withBytes(5) { Recordsnede.maak($0, zonder: HSDSKolom.organisatievelden, met: []) }
        return aanbieder?.withUnsafeBytes { record(rij, aanbieder: $0) }
    }

    private static func record(_ rij: RawStatement, aanbieder: UnsafeRawBufferPointer?) -> [UInt8]? {
        rij.withBytes(0) { document in
            rij.withBytes(1) { gewijzigd in
                rij.withBytes(2) { gecontroleerd in
                    rij.withBytes(3) { alert in
                        var met: [Recordsnede.Veld] = [("last_modified", gewijzigd), ("assured_date", gecontroleerd)]
                        if let aanbieder { met.append(("organization", aanbieder)) }
                        if !rij.isNull(3) { met.append(("alert", alert)) }
                        return Recordsnede.maak(document, zonder: HSDSKolom.dienstvelden, met: met)
                    }
                }
            }
        }
    }
}
