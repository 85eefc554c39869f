// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Appointments with agencies on the regeldag, and who goes.
    static let migratie112 = Migration("112-regeldagafspraak") { db in
        try db.execute(
            sql: """
                CREATE TABLE regeldagafspraak (
                    id TEXT PRIMARY KEY,
                    huishouden TEXT NOT NULL,
                    -- Through whose dossier it was made; that one's key seals the words.
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    op TEXT NOT NULL,
                    -- Time of day in Amsterdam, 09:30.
                    van TEXT NOT NULL,
                    tot TEXT NOT NULL,
                    voorziening TEXT,
                    inhoud_zegel BLOB NOT NULL,
                    tolk TEXT NOT NULL,
                    afgezegd INTEGER NOT NULL DEFAULT 0,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX regeldagafspraak_huishouden ON regeldagafspraak (huishouden, op, van, id);

                CREATE TABLE regeldagafspraak_lid (
                    afspraak TEXT NOT NULL REFERENCES regeldagafspraak (id),
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    -- Copied, so that a period is a walk along the index.
                    op TEXT NOT NULL,
                    PRIMARY KEY (afspraak, dossier)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX regeldagafspraak_lid_dossier ON regeldagafspraak_lid (dossier, op);
                """)
    }
}
