// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// The small tables beside a record: what is filtered on. They follow the document, which says it all.
extension KaartOpslag {
    func vervangDelen(_ voorziening: Kaartbestand.Voorziening, isNieuw: Bool) throws {
        let vraag = try tx.db.cachedStatement(sql: "SELECT nr FROM voorziening WHERE id = ?")
        guard let nr = try Int64.fetchOne(vraag, arguments: [voorziening.id]) else { return }
        if !isNieuw {
            for tabel in ["voorziening_begrip", "plek", "voorziening_taal"] {
                try voer("DELETE FROM \(tabel) WHERE nr = ?", [nr])
            }
        }
        for kenmerk in voorziening.kenmerken {
            guard let begrip = kenmerk.begrip else { continue }
            try voer(
                "INSERT OR IGNORE INTO voorziening_begrip (nr, begrip, soort) SELECT ?, nr, ? FROM begrip WHERE id = ?",
                [nr, kenmerk.soort, begrip])
        }
        let locaties = Dictionary(voorziening.locaties.map { ($0.id, $0) }) { eerste, _ in eerste }
        for plek in voorziening.plekken {
            let locatie = plek.locatie.flatMap { locaties[$0] }
            try voer(
                "INSERT OR REPLACE INTO plek (nr, id, naam, breedte, lengte, postcode) VALUES (?, ?, ?, ?, ?, ?)",
                [nr, plek.id, locatie?.naam, locatie?.breedte, locatie?.lengte, locatie?.postcode])
        }
        for taal in voorziening.talen {
            try voer("INSERT OR IGNORE INTO voorziening_taal (nr, code) VALUES (?, ?)", [nr, taal])
        }
    }
}
