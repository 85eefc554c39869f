// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// With whose key the reference of a step was sealed. A step of the household can get another carrier, who has another key.
    static let migratie176 = Migration("176-kenmerk-van") { db in
        try db.execute(
            sql: """
                ALTER TABLE regelzaak ADD COLUMN kenmerk_van TEXT;
                ALTER TABLE regelzaak_verloop ADD COLUMN voor_kenmerk_van TEXT;
                UPDATE regelzaak SET kenmerk_van = drager WHERE kenmerk_zegel IS NOT NULL;
                UPDATE regelzaak_verloop SET voor_kenmerk_van = (SELECT drager FROM regelzaak z WHERE z.id = regelzaak)
                WHERE voor_kenmerk_zegel IS NOT NULL;
                """)
    }
}
