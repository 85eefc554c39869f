// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// Three facts for everybody who comes in, each once instead of three times: the table is its own index (decision 0035).
    static let feitrij = Migration("070-persoonsfeit") { db in
        try db.execute(
            sql: """
                CREATE TABLE persoonsfeit_nieuw (
                    id TEXT NOT NULL,
                    dossier TEXT NOT NULL REFERENCES persoon (id),
                    soort TEXT NOT NULL CHECK (soort IN ('doelgroep', 'inburgeringsplichtig', 'factureerbaar')),
                    waarde TEXT NOT NULL,
                    van TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    reden TEXT NOT NULL,
                    op TEXT NOT NULL,
                    door TEXT,
                    PRIMARY KEY (dossier, soort, van, id)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO persoonsfeit_nieuw (id, dossier, soort, waarde, van, bron, reden, op, door)
                    SELECT id, dossier, soort, waarde, van, bron, reden, op, door FROM persoonsfeit;
                DROP TABLE persoonsfeit;
                ALTER TABLE persoonsfeit_nieuw RENAME TO persoonsfeit;
                """)
    }
}
