// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// The small tables beside a record: what is filtered on. They follow the document, which says it all.
extension KaartOpslag {
    func vervangDelen(_ voorziening: Kaartbestand.Voorziening, isNieuw: Bool) throws {
        let id = voorziening.id
        try vervang(voorziening.kenmerken, bij: id, isNieuw: isNieuw)
        try vervang(voorziening.locaties, bij: id, isNieuw: isNieuw)
        if !isNieuw {
            for tabel in ["gebied", "plek", "voorziening_taal", "openingsregel"] {
                try voer("DELETE FROM \(tabel) WHERE voorziening_id = ?", [id])
            }
        }
        for gebied in voorziening.gebieden {
            try voer(
                "INSERT OR REPLACE INTO gebied (id, voorziening_id, naam, omschrijving) VALUES (?, ?, ?, ?)",
                [gebied.id, id, gebied.naam, gebied.omschrijving])
        }
        for plek in voorziening.plekken {
            try voer(
                "INSERT OR REPLACE INTO plek (id, voorziening_id, locatie_id) VALUES (?, ?, ?)", [plek.id, id, plek.locatie])
        }
        for taal in voorziening.talen {
            try voer("INSERT OR IGNORE INTO voorziening_taal (code, voorziening_id) VALUES (?, ?)", [taal, id])
        }
        for (plek, regel) in voorziening.openingsregels {
            let (soort, dagen): (String, [Int?]) =
                switch regel.herhaling {
                case .week(let dagen): ("week", dagen.sorted())
                case .maand(let rangen, let dagen): ("maand", rangen.map(\.dag) + (dagen.isEmpty ? [] : [nil]))
                case .uitzondering: ("uitzondering", [nil])
                }
            for dag in dagen {
                try voer(
                    """
                    INSERT INTO openingsregel (voorziening_id, plek_id, soort, dag, van, tot, geldig_van, geldig_tot)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        id, plek, soort, dag, regel.van, regel.tot == "00:00" ? "24:00" : regel.tot,
                        regel.geldigVan?.description, regel.geldigTot?.description,
                    ])
            }
        }
    }

    func vervang(_ kenmerken: [Kaartbestand.Kenmerk], bij id: String, isNieuw: Bool) throws {
        if !isNieuw { try voer("DELETE FROM kenmerk WHERE hoort_bij = ?", [id]) }
        for kenmerk in kenmerken {
            try voer(
                "INSERT OR REPLACE INTO kenmerk (id, hoort_bij, begrip_id, soort, code, waarde) VALUES (?, ?, ?, ?, ?, ?)",
                [kenmerk.id, id, kenmerk.begrip, kenmerk.soort, kenmerk.code, kenmerk.waarde])
        }
    }

    func vervang(_ locaties: [Kaartbestand.Locatie], bij id: String, isNieuw: Bool) throws {
        if !isNieuw { try voer("DELETE FROM locatie WHERE hoort_bij = ?", [id]) }
        for locatie in locaties {
            try voer(
                """
                INSERT OR REPLACE INTO locatie (id, hoort_bij, soort, naam, breedte, lengte, postcode)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [locatie.id, id, locatie.soort, locatie.naam, locatie.breedte, locatie.lengte, locatie.postcode])
        }
    }
}
