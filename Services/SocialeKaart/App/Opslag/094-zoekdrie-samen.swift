// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import Opslag

/// The words that hold a piece of three letters in one row instead of a row each: who errs in a word reads some thousands.
let migratie094ZoekdrieSamen = Migration("094-zoekdrie-samen") { db in
    try db.execute(
        sql: """
            -- Eight bytes a word, the lowest first: its letters in one byte, its number in seven.
            CREATE TABLE zoekdrie_samen (drie TEXT PRIMARY KEY, woorden BLOB NOT NULL) STRICT, WITHOUT ROWID;
            """)
    func bewaar(_ drie: String?, _ woorden: Data) throws {
        guard let drie else { return }
        try db.execute(sql: "INSERT INTO zoekdrie_samen (drie, woorden) VALUES (?, ?)", arguments: [drie, woorden])
    }
    var (drie, woorden): (String?, Data) = (nil, Data())
    let rijen = try Row.fetchCursor(
        db,
        sql: """
            SELECT z.drie, w.nr << 8 | length(w.woord) FROM zoekdrie z JOIN zoekwoord w ON w.nr = z.woord ORDER BY z.drie, w.nr
            """)
    while let rij = try rijen.next() {
        if rij[0] != drie {
            try bewaar(drie, woorden)
            (drie, woorden) = (rij[0], Data())
        }
        withUnsafeBytes(of: (rij[1] as Int64).littleEndian) { woorden.append(contentsOf: $0) }
    }
    try bewaar(drie, woorden)
    try db.execute(sql: "DROP TABLE zoekdrie; ALTER TABLE zoekdrie_samen RENAME TO zoekdrie")
}
