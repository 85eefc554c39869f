// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// What belongs to a step of the regeldag beside its state, and what was done with it.
    static let migratie110 = Migration("110-regelzaakverloop") { db in
        try db.execute(
            sql: """
                ALTER TABLE regelzaak ADD COLUMN aangevraagd_op TEXT;
                ALTER TABLE regelzaak ADD COLUMN beslist_op TEXT;
                -- On this day somebody looks how it stands.
                ALTER TABLE regelzaak ADD COLUMN controle_op TEXT;
                ALTER TABLE regelzaak ADD COLUMN controle_waarom TEXT;
                ALTER TABLE regelzaak ADD COLUMN bezwaar_tot TEXT;
                ALTER TABLE regelzaak ADD COLUMN bezwaar_waarom TEXT;
                ALTER TABLE regelzaak ADD COLUMN uitvoerder TEXT;
                ALTER TABLE regelzaak ADD COLUMN bewijs TEXT;
                -- Reference or remark that belongs to the proof.
                ALTER TABLE regelzaak ADD COLUMN kenmerk_zegel BLOB;
                ALTER TABLE regelzaak ADD COLUMN reden TEXT;
                CREATE INDEX regelzaak_controle ON regelzaak (drager, controle_op) WHERE controle_op IS NOT NULL;
                CREATE INDEX regelzaak_bezwaar ON regelzaak (drager, bezwaar_tot) WHERE bezwaar_tot IS NOT NULL;

                -- Only added to. `voor` and `na` are a Regelstand as JSON; the sealed text of before stands beside it.
                CREATE TABLE regelzaak_verloop (
                    regelzaak TEXT NOT NULL REFERENCES regelzaak (id),
                    -- The version that the step got by it.
                    versie INTEGER NOT NULL,
                    soort TEXT NOT NULL CHECK (soort IN ('gezet', 'bijgehouden', 'terug')),
                    voor TEXT NOT NULL,
                    na TEXT NOT NULL,
                    kenmerk_gewijzigd INTEGER NOT NULL,
                    voor_kenmerk_zegel BLOB,
                    op TEXT NOT NULL,
                    door TEXT,
                    PRIMARY KEY (regelzaak, versie)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
