// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// A piece of evidence, whole or half-way in.
struct BewijsstukRij: Sendable {
    let bewijsstuk: BewijsstukID
    let voorschot: VoorschotID
    let dossier: DossierID
    let hash: String
    let mediatype: String
    /// How many bytes are there.
    let ontvangen: Int
    let klaar: Bool

    init?(_ row: Row) {
        guard let bewijsstuk = BewijsstukID(row["id"] as String), let voorschot = VoorschotID(row["voorschot"] as String),
            let dossier = DossierID(row["dossier"] as String)
        else { return nil }
        (self.bewijsstuk, self.voorschot, self.dossier) = (bewijsstuk, voorschot, dossier)
        (hash, mediatype, ontvangen, klaar) = (row["hash"], row["mediatype"], row["ontvangen"], row["klaar"])
    }

    static func find(_ db: Database, _ bewijsstuk: BewijsstukID) throws -> BewijsstukRij? {
        try Row.fetchOne(db, sql: "SELECT * FROM bewijsstuk WHERE id = ?", arguments: [bewijsstuk.description])
            .flatMap(BewijsstukRij.init)
    }

    /// The evidence of these advances that came in whole, oldest first.
    static func regels(_ db: Database, van voorschotten: [VoorschotID]) throws -> [VoorschotID: [Voorschotsregel.Bewijsstukregel]]
    {
        guard !voorschotten.isEmpty else { return [:] }
        let marks = Array(repeating: "?", count: voorschotten.count).joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, voorschot, mediatype, ontvangen, ontvangen_op, eerder_gezien FROM bewijsstuk
                WHERE klaar = 1 AND voorschot IN (\(marks)) ORDER BY ontvangen_op, id
                """, arguments: StatementArguments(voorschotten.map(\.description)))
        var found: [VoorschotID: [Voorschotsregel.Bewijsstukregel]] = [:]
        for row in rows {
            guard let id = BewijsstukID(row["id"] as String), let voorschot = VoorschotID(row["voorschot"] as String),
                let op = Instant.date(row["ontvangen_op"] as String)
            else { continue }
            found[voorschot, default: []].append(
                .init(
                    bewijsstuk: id, mediatype: row["mediatype"], grootte: row["ontvangen"], ontvangenOp: op,
                    eerderGezien: row["eerder_gezien"]))
        }
        return found
    }
}

/// One sealed piece of a file.
struct Bewijsdeel: Sendable {
    let vanaf: Int
    let lengte: Int
    let verzegeld: Data

    /// What the piece is sealed for: it opens nowhere else, so that pieces cannot change places.
    static func context(_ bewijsstuk: BewijsstukID, vanaf: Int) -> String { "bewijsstuk:\(bewijsstuk):\(vanaf)" }

    /// The piece in which this byte lies; nil behind the end.
    static func find(_ db: Database, _ bewijsstuk: BewijsstukID, byte: Int) throws -> Bewijsdeel? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT vanaf, lengte, inhoud FROM bewijsdeel
                WHERE bewijsstuk = ? AND vanaf <= ? ORDER BY vanaf DESC LIMIT 1
                """, arguments: [bewijsstuk.description, byte]
        ).flatMap { row in
            let deel = Bewijsdeel(vanaf: row["vanaf"], lengte: row["lengte"], verzegeld: row["inhoud"])
            return byte < deel.vanaf + deel.lengte ? deel : nil
        }
    }

    static func insert(_ db: Database, _ bewijsstuk: BewijsstukID, _ deel: Bewijsdeel) throws {
        try db.execute(
            sql: "INSERT INTO bewijsdeel (bewijsstuk, vanaf, lengte, inhoud) VALUES (?, ?, ?, ?)",
            arguments: [bewijsstuk.description, deel.vanaf, deel.lengte, deel.verzegeld])
    }
}
