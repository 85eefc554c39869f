// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Photos and PDFs that prove a step of the regeldag. A document lies in pieces, each sealed by itself, so that neither
    /// coming in nor going out takes more memory than one piece. Of a withdrawn one the row stays and the pieces go.
    static let migratie182 = Migration("182-regeldocument") { db in
        try db.execute(
            sql: """
                CREATE TABLE regeldocument (
                    id TEXT PRIMARY KEY,
                    regelzaak TEXT NOT NULL REFERENCES regelzaak (id),
                    -- Whose it is: whose key seals it, and who may open this dossier may open it.
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    soort TEXT NOT NULL,
                    mediatype TEXT NOT NULL,
                    -- Of the whole file, as long as it is coming in: a fingerprint is not kept beside a seal.
                    hash TEXT,
                    ontvangen INTEGER NOT NULL DEFAULT 0,
                    begonnen_op TEXT NOT NULL,
                    -- Empty: not whole yet, and nobody sees it.
                    toegevoegd_op TEXT,
                    toegevoegd_door TEXT,
                    ingetrokken_op TEXT,
                    ingetrokken_door TEXT,
                    reden TEXT,
                    CHECK ((ingetrokken_op IS NULL) = (reden IS NULL)),
                    CHECK ((toegevoegd_op IS NULL) = (hash IS NOT NULL))
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX regeldocument_zaak ON regeldocument (regelzaak, toegevoegd_op);
                CREATE INDEX regeldocument_half ON regeldocument (begonnen_op) WHERE toegevoegd_op IS NULL;

                CREATE TABLE regeldocumentdeel (
                    nummer INTEGER PRIMARY KEY,
                    document TEXT NOT NULL REFERENCES regeldocument (id) ON DELETE CASCADE,
                    vanaf INTEGER NOT NULL,
                    lengte INTEGER NOT NULL,
                    inhoud_zegel BLOB NOT NULL,
                    UNIQUE (document, vanaf)
                ) STRICT;
                """)
    }
}
