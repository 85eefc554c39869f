// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Days from which terms run, as a worker wrote them down.
    static let migratie111 = Migration("111-ankerdag") { db in
        try db.execute(
            sql: """
                CREATE TABLE ankerdag (
                    -- The dossier and the anchor.
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    anker TEXT NOT NULL,
                    -- Empty: it is not known after all.
                    dag TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT,
                    UNIQUE (dossier, anker)
                ) STRICT;
                """)
    }
}
