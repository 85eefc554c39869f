// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Who has which dossier, from the events of begeleiding: what the policy asks.
let migratie004Toewijzing = Migration("004-toewijzing") { db in
    try db.execute(
        sql: """
            CREATE TABLE toewijzing (
              dossier TEXT PRIMARY KEY, begeleider TEXT, team TEXT, gemeente TEXT, traject_eindigt_op TEXT
            ) STRICT;
            CREATE INDEX toewijzing_begeleider ON toewijzing (begeleider, dossier);
            CREATE INDEX toewijzing_team ON toewijzing (team, dossier);
            """)
}
