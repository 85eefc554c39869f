// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// What an arrival did and what a fact replaced on its own first day, so that both can be undone. Of what was there before
    /// this step it is worked out: a fact and the one that it replaced were written in the same instant.
    static let aankomst = Migration("076-aankomst") { db in
        try db.execute(
            sql: """
                ALTER TABLE lidmaatschap ADD COLUMN vervangt TEXT;
                ALTER TABLE verwacht_lid ADD COLUMN stand_voor TEXT;
                ALTER TABLE verwacht_lid ADD COLUMN lidmaatschap TEXT;
                -- The children who found somebody to ride with, ids with commas.
                ALTER TABLE verwacht_lid ADD COLUMN meerijders TEXT;

                UPDATE lidmaatschap SET vervangt = (
                    SELECT o.id FROM lidmaatschap o
                    WHERE o.dossier = lidmaatschap.dossier AND o.van = lidmaatschap.van AND o.id <> lidmaatschap.id
                        AND o.ingetrokken_op = lidmaatschap.op LIMIT 1)
                WHERE bron = 'medewerker' AND reden <> 'correctie';
                UPDATE verwacht_lid SET stand_voor = 'verwacht', lidmaatschap = (
                    SELECT l.id FROM lidmaatschap l
                    WHERE l.dossier = verwacht_lid.dossier AND l.reden = 'nareis' AND l.bron = 'medewerker'
                        AND l.ingetrokken_op IS NULL ORDER BY l.op DESC LIMIT 1)
                WHERE stand = 'aangekomen';
                CREATE INDEX verwacht_lid_lidmaatschap ON verwacht_lid (lidmaatschap) WHERE lidmaatschap IS NOT NULL;
                """)
    }
}
