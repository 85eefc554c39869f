// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Whose dossiers have a referral at all: lists of work begin at those and not at everybody whom a team ever had. The flag only
/// ever goes up; either side may be here first.
let migratie090ToewijzingVerwijst = Migration("090-toewijzing-verwijst") { db in
    try db.execute(
        sql: """
            ALTER TABLE toewijzing ADD COLUMN verwijst INTEGER NOT NULL DEFAULT 0;
            UPDATE toewijzing SET verwijst = 1 WHERE dossier IN (SELECT dossier FROM verwijzing);
            CREATE INDEX toewijzing_verwijst_begeleider ON toewijzing (begeleider, dossier) WHERE verwijst = 1;
            CREATE INDEX toewijzing_verwijst_team ON toewijzing (team, dossier) WHERE verwijst = 1;
            CREATE TRIGGER toewijzing_verwijst AFTER INSERT ON verwijzing BEGIN
              UPDATE toewijzing SET verwijst = 1 WHERE dossier = new.dossier;
            END;
            CREATE TRIGGER toewijzing_verwees AFTER INSERT ON toewijzing
            WHEN EXISTS (SELECT 1 FROM verwijzing WHERE dossier = new.dossier) BEGIN
              UPDATE toewijzing SET verwijst = 1 WHERE dossier = new.dossier;
            END;
            """)
}
