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

    /// Who is kept from the sight of housemates is so in every dossier of that person; where it was set, `eigen` tells.
    static let schermPerPersoon = Migration("077-scherm-per-persoon") { db in
        try db.execute(
            sql: """
                ALTER TABLE huisgenotenscherm ADD COLUMN eigen INTEGER NOT NULL DEFAULT 1;
                WITH RECURSIVE lid (dossier, wortel) AS (
                    SELECT leidend, leidend FROM samenvoeging sv WHERE sv.toestand = 'actief' AND NOT EXISTS (
                        SELECT 1 FROM samenvoeging hoger WHERE hoger.volgend = sv.leidend AND hoger.toestand = 'actief')
                    UNION
                    SELECT sv.volgend, lid.wortel FROM samenvoeging sv JOIN lid ON sv.leidend = lid.dossier
                    WHERE sv.toestand = 'actief'
                )
                INSERT OR IGNORE INTO huisgenotenscherm (dossier, sinds, eigen)
                SELECT lid.dossier, min(hs.sinds), 0 FROM lid JOIN lid ander ON ander.wortel = lid.wortel
                JOIN huisgenotenscherm hs ON hs.dossier = ander.dossier GROUP BY lid.dossier;
                """)
    }

    /// What people wrote down about somebody whose acceptance was taken back (`Bewaard`). Without references: the person is
    /// not there meanwhile.
    static let bewaard = Migration("078-bewaard") { db in
        try db.execute(
            sql: """
                CREATE TABLE bewaard_lidmaatschap (
                    id TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    huishouden TEXT NOT NULL,
                    rol TEXT NOT NULL,
                    van TEXT NOT NULL,
                    tot TEXT,
                    reden TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    ingetrokken_op TEXT,
                    op TEXT NOT NULL,
                    door TEXT,
                    vervangt TEXT,
                    PRIMARY KEY (dossier, van, id)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE bewaard_persoonsfeit (
                    id TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    soort TEXT NOT NULL,
                    waarde TEXT NOT NULL,
                    van TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    reden TEXT NOT NULL,
                    op TEXT NOT NULL,
                    door TEXT,
                    PRIMARY KEY (dossier, id)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE bewaard_verwacht_lid (
                    id TEXT NOT NULL,
                    referent TEXT NOT NULL,
                    rol TEXT NOT NULL,
                    stand TEXT NOT NULL,
                    verwacht_op TEXT,
                    -- Sealed as it was.
                    gegevens BLOB NOT NULL,
                    dossier TEXT,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT,
                    stand_voor TEXT,
                    lidmaatschap TEXT,
                    meerijders TEXT,
                    PRIMARY KEY (referent, id)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
