// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// A proposal is what a partner changed, and not the whole of what it saw: when a worker changed something else in the
/// meantime, that stays.
extension VoorstelOpslag {
    /// What the entry becomes when the proposal is published now. Where both changed the same field, the partner's words
    /// count, and who judges sees the difference.
    static func geldend(_ db: Database, _ rij: Voorstelrij) throws -> Voorzieningsinhoud {
        guard
            let nu = try Row.fetchOne(
                db, sql: "SELECT versie, document FROM voorziening WHERE id = ?", arguments: [rij.voorziening.description]),
            nu["versie"] as Int != rij.basisVersie,
            let basis = try String.fetchOne(
                db,
                sql: "SELECT rij ->> '$.document' FROM wegwijs_historie WHERE tabel = 'voorziening' AND id = ? AND versie = ?",
                arguments: [rij.voorziening.description, rij.basisVersie])
        else { return rij.inhoud }
        let document: String = nu["document"]
        return try rij.inhoud.opgelegd(
            op: Voorzieningsinhoud(document: try JSONWaarde(json: document.utf8)),
            sinds: Voorzieningsinhoud(document: try JSONWaarde(json: basis.utf8)))
    }
}

extension Voorzieningsinhoud {
    /// The fields that differ from the base, on top of what it is now.
    func opgelegd(op nu: Voorzieningsinhoud, sinds basis: Voorzieningsinhoud) throws -> Voorzieningsinhoud {
        func velden(_ inhoud: Voorzieningsinhoud) throws -> [String: JSONWaarde] {
            try JSONWaarde(json: try MessageCoding.encode(inhoud)).alsObject ?? [:]
        }
        let (voorstel, was) = (try velden(self), try velden(basis))
        var uit = try velden(nu)
        for veld in Set(voorstel.keys).union(was.keys) where voorstel[veld] != was[veld] { uit[veld] = voorstel[veld] }
        return try MessageCoding.decode(Voorzieningsinhoud.self, from: Data(JSONSchrijver(.object(uit)).bytes))
    }
}
