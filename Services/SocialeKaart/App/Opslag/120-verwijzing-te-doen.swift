// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Which referrals wait for a worker, in the order of the list, so that its first page is the beginning of an index however many
/// a team has. Kept by triggers: tasks come and go in many places.
let migratie120VerwijzingTeDoen = Migration("120-verwijzing-te-doen") { db in
    let hieruit = """
        INSERT INTO verwijzing_te_doen (verwijzing_id, begeleider, team, sleutel)
        SELECT x.id, t.begeleider, t.team,
          '0|' || coalesce(x.uiterlijk_op, x.herinnering_op, '9999-12-31') || '|' || x.id
        FROM verwijzing x LEFT JOIN toewijzing t ON t.dossier = x.dossier
        WHERE EXISTS (SELECT 1 FROM verwijzing_taak k WHERE k.verwijzing_id = x.id AND k.af_op IS NULL)
        """
    func opnieuw(_ id: String) -> String {
        "DELETE FROM verwijzing_te_doen WHERE verwijzing_id = \(id); \(hieruit) AND x.id = \(id);"
    }
    func anderen(_ dossier: String) -> String {
        """
        UPDATE verwijzing_te_doen SET begeleider = new.begeleider, team = new.team
        WHERE verwijzing_id IN (SELECT id FROM verwijzing WHERE dossier = \(dossier));
        """
    }
    try db.execute(
        sql: """
            CREATE TABLE verwijzing_te_doen (
              verwijzing_id TEXT PRIMARY KEY REFERENCES verwijzing (id) ON DELETE CASCADE,
              begeleider TEXT, team TEXT, sleutel TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            \(hieruit);
            CREATE INDEX verwijzing_te_doen_begeleider ON verwijzing_te_doen (begeleider, sleutel);
            CREATE INDEX verwijzing_te_doen_team ON verwijzing_te_doen (team, sleutel);
            CREATE TRIGGER te_doen_taak AFTER INSERT ON verwijzing_taak BEGIN \(opnieuw("new.verwijzing_id")) END;
            CREATE TRIGGER te_doen_af AFTER UPDATE OF af_op ON verwijzing_taak BEGIN \(opnieuw("new.verwijzing_id")) END;
            CREATE TRIGGER te_doen_dag AFTER UPDATE OF uiterlijk_op, herinnering_op ON verwijzing
            WHEN new.uiterlijk_op IS NOT old.uiterlijk_op OR new.herinnering_op IS NOT old.herinnering_op BEGIN
              \(opnieuw("new.id"))
            END;
            CREATE TRIGGER te_doen_wie AFTER UPDATE OF begeleider, team ON toewijzing BEGIN \(anderen("new.dossier")) END;
            CREATE TRIGGER te_doen_nieuw AFTER INSERT ON toewijzing BEGIN \(anderen("new.dossier")) END;
            """)
}
