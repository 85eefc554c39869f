// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// Households over time. `persoon.huishouden` and `persoon.rol` stay as the present fact, for lists; the memberships are
    /// where it comes from. Who was here already gets one membership from the day of the aanmelding.
    static let lidmaatschap = Migration("040-lidmaatschap") { db in
        try db.execute(
            sql: """
                CREATE TABLE lidmaatschap (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES persoon (id),
                    huishouden TEXT NOT NULL REFERENCES huishouden (id),
                    rol TEXT NOT NULL,
                    van TEXT NOT NULL,
                    -- The first day on which it holds no longer.
                    tot TEXT,
                    reden TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    -- Taken back: it was a mistake.
                    ingetrokken_op TEXT,
                    op TEXT NOT NULL,
                    door TEXT
                ) STRICT;
                -- A person has at most one household at a time.
                CREATE UNIQUE INDEX lidmaatschap_een_nu ON lidmaatschap (dossier) WHERE tot IS NULL AND ingetrokken_op IS NULL;
                CREATE INDEX lidmaatschap_dossier ON lidmaatschap (dossier, van);
                CREATE INDEX lidmaatschap_huishouden ON lidmaatschap (huishouden, van);

                INSERT INTO lidmaatschap (id, dossier, huishouden, rol, van, tot, reden, bron, ingetrokken_op, op, door)
                SELECT p.id, p.id, p.huishouden, p.rol, a.ontvangen_dag, NULL, 'overgenomen', 'overgenomen', NULL,
                    p.gewijzigd_op, NULL
                FROM persoon p JOIN aanmelding a ON a.id = p.aanmelding;
                """)
    }

    /// Family abroad, and who is kept from the sight of housemates' workers.
    static let verwachtLid = Migration("041-verwacht-lid") { db in
        try db.execute(
            sql: """
                CREATE TABLE verwacht_lid (
                    id TEXT PRIMARY KEY,
                    -- Who is here already; the person is expected in the household where the referent lives by then.
                    referent TEXT NOT NULL REFERENCES persoon (id),
                    rol TEXT NOT NULL,
                    stand TEXT NOT NULL,
                    verwacht_op TEXT,
                    -- Name, birth date and country, sealed with the referent's key.
                    gegevens BLOB NOT NULL,
                    -- Who it turned out to be.
                    dossier TEXT REFERENCES persoon (id),
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX verwacht_lid_referent ON verwacht_lid (referent, id);

                CREATE TABLE huisgenotenscherm (dossier TEXT PRIMARY KEY, sinds TEXT NOT NULL) STRICT, WITHOUT ROWID;

                -- Which children were told to be (perhaps) 18, and how certain that was.
                CREATE TABLE achttien (
                    dossier TEXT PRIMARY KEY REFERENCES persoon (id),
                    zeker TEXT NOT NULL,
                    maand TEXT NOT NULL,
                    gemeld_op TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX persoon_kind ON persoon (geboortedatum, id) WHERE eigen_traject = 0;
                """)
    }

    /// Three facts about a person that are not one: belongs to the target group, must integrate, is billable. Each with its
    /// own day, source and reason; only added to, the newest holds.
    static let persoonsfeit = Migration("042-persoonsfeit") { db in
        try db.execute(
            sql: """
                CREATE TABLE persoonsfeit (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES persoon (id),
                    soort TEXT NOT NULL CHECK (soort IN ('doelgroep', 'inburgeringsplichtig', 'factureerbaar')),
                    waarde TEXT NOT NULL,
                    van TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    reden TEXT NOT NULL,
                    op TEXT NOT NULL,
                    door TEXT
                ) STRICT;
                CREATE INDEX persoonsfeit_dossier ON persoonsfeit (dossier, soort, van, id);

                INSERT INTO persoonsfeit (id, dossier, soort, waarde, van, bron, reden, op, door)
                SELECT p.id, p.id, 'doelgroep', p.doelgroep, a.ontvangen_dag, 'overgenomen', 'aanmelding', p.gewijzigd_op, NULL
                FROM persoon p JOIN aanmelding a ON a.id = p.aanmelding;
                """)
    }

    /// What became of a change that a gemeente sent: which fields were taken over, by whom, and why others were not.
    static let wijzigingbesluit = Migration("043-wijzigingbesluit") { db in
        try db.execute(
            sql: """
                ALTER TABLE wijziging ADD COLUMN besloten_op TEXT;
                ALTER TABLE wijziging ADD COLUMN besloten_door TEXT;
                ALTER TABLE wijziging ADD COLUMN overgenomen TEXT NOT NULL DEFAULT '';
                ALTER TABLE wijziging ADD COLUMN reden TEXT;
                CREATE INDEX wijziging_open ON wijziging (ontvangen_op, id) WHERE toestand = 'in-controle';
                """)
    }
}
