// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Referrals that expired for want of an answer, until somebody there answers again or confirms the entry (`Onbeantwoord`).
let migratie095Onbeantwoord = Migration("095-onbeantwoord") { db in
    try db.execute(
        sql: """
            CREATE TABLE onbeantwoord (
              verwijzing_id TEXT PRIMARY KEY REFERENCES verwijzing(id), voorziening_id TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX onbeantwoord_voorziening ON onbeantwoord (voorziening_id);
            INSERT INTO onbeantwoord SELECT x.id, x.voorziening_id FROM verwijzing x JOIN voorziening v ON v.id = x.voorziening_id
              WHERE x.toestand = 'verlopen' AND x.gewijzigd_op > coalesce((
                SELECT max(s.op) FROM verwijzing_stap s JOIN verwijzing y ON y.id = s.verwijzing_id
                WHERE s.rol = 'partner' AND y.voorziening_id = x.voorziening_id), '')
              AND (v.gecontroleerd_op IS NULL OR v.controle_wijze IN ('website', 'bron') OR x.einde_op > v.gecontroleerd_op);

            -- Who looked at a website or read a file spoke with nobody.
            CREATE TRIGGER onbeantwoord_bevestigd AFTER UPDATE OF gecontroleerd_op ON voorziening
            WHEN new.gecontroleerd_op IS NOT NULL AND new.controle_wijze NOT IN ('website', 'bron') BEGIN
              DELETE FROM onbeantwoord WHERE voorziening_id = new.id;
            END;
            """)
}
