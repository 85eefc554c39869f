// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import Opslag
import Zegel

extension Begeleiding {
    /// The hash of a template of the regeldag, by which a board knows it without reading its twenty kilobytes.
    static let migratie175 = Migration("175-sjabloonkenmerk") { db in
        try db.execute(sql: "ALTER TABLE regeldagsjabloon ADD COLUMN kenmerk TEXT")
        for row in try Row.fetchAll(db, sql: "SELECT opdracht, versie, inhoud FROM regeldagsjabloon") {
            let kenmerk = try SHA256.hex(Data((row["inhoud"] as String).utf8))
            try db.execute(
                sql: "UPDATE regeldagsjabloon SET kenmerk = ? WHERE opdracht = ? AND versie = ?",
                arguments: [kenmerk, row["opdracht"], row["versie"]])
        }
        try db.execute(sql: "CREATE INDEX regeldagsjabloon_kenmerk ON regeldagsjabloon (kenmerk)")
    }
}
