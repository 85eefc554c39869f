// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The read model, step by step. A step that was released is never changed: the next one changes the table.
///
/// The tables hold what events told, and no foreign keys: the sources do not wait for each other, so the contact of a
/// traject may be here before its aanmelding.
enum Migraties {
    static let alle: [Migration] = [
        dossiers, trajecten, feiten, rapporten, leeslog, Uitwisselstop.migration("050-uitwisselingsstop"),
        huishoudindex, Samengevoegd.migration("070-samengevoegd"),
        Uitwisselstop.metSamenvoeging("071-stop-en-samenvoeging"),
        Waarneming.migration("060-waarneming"),
    ]

    private static let dossiers = Migration("001-dossier") { db in
        try db.execute(
            sql: """
                CREATE TABLE aanmelding (
                    id TEXT PRIMARY KEY,
                    gemeente TEXT NOT NULL,
                    ontvangen_op TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE dossier (
                    id TEXT PRIMARY KEY,
                    nummer TEXT,
                    gemeente TEXT NOT NULL,
                    opdracht TEXT,
                    aanmelding TEXT,
                    huishouden TEXT,
                    doelgroep TEXT,
                    meerijdend_met TEXT,
                    ontvangen_op TEXT,
                    geaccepteerd_op TEXT,
                    begeleider TEXT,
                    team_aanmelding TEXT,
                    team_toewijzing TEXT,
                    team TEXT GENERATED ALWAYS AS (COALESCE(team_toewijzing, team_aanmelding)) VIRTUAL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX dossier_begeleider ON dossier (begeleider);
                CREATE INDEX dossier_team ON dossier (team);
                """)
    }

    /// A stop on exchange holds for the reports of the whole household.
    private static let huishoudindex = Migration("051-dossier-huishouden") { db in
        try db.execute(sql: "CREATE INDEX dossier_huishouden ON dossier (huishouden)")
    }

    private static let trajecten = Migration("002-traject") { db in
        try db.execute(
            sql: """
                CREATE TABLE traject (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    gemeente TEXT NOT NULL,
                    opdracht TEXT NOT NULL,
                    ontvangen_op TEXT NOT NULL,
                    gestart_op TEXT NOT NULL,
                    tussenrapportage_op TEXT NOT NULL,
                    eindigt_op TEXT NOT NULL,
                    factureerbaar INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX traject_gemeente ON traject (gemeente, gestart_op);
                CREATE INDEX traject_dossier ON traject (dossier);

                -- Apart from the traject, so that its end and its first contact may come in any order.
                CREATE TABLE traject_einde (
                    traject TEXT PRIMARY KEY,
                    reden TEXT NOT NULL,
                    afgerond_op TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE eerste_contact (
                    traject TEXT PRIMARY KEY,
                    datum TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX eerste_contact_datum ON eerste_contact (datum);
                """)
    }

    private static let feiten = Migration("003-feiten") { db in
        try db.execute(
            sql: """
                CREATE TABLE contact (
                    id TEXT PRIMARY KEY,
                    traject TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    soort TEXT NOT NULL,
                    datum TEXT NOT NULL,
                    duur_minuten INTEGER NOT NULL,
                    verschijning TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX contact_datum ON contact (datum, id);
                CREATE INDEX contact_traject ON contact (traject);

                CREATE TABLE doel (
                    id TEXT PRIMARY KEY,
                    traject TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    leefgebied TEXT NOT NULL,
                    toestand TEXT NOT NULL,
                    datum TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX doel_traject ON doel (traject);

                CREATE TABLE regelzaak (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    huishouden TEXT NOT NULL,
                    code TEXT NOT NULL,
                    toestand TEXT NOT NULL,
                    uiterlijk_op TEXT,
                    datum TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX regelzaak_huishouden ON regelzaak (huishouden);

                CREATE TABLE verwijzing (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    voorziening TEXT NOT NULL,
                    leefgebied TEXT NOT NULL,
                    toestand TEXT NOT NULL,
                    reden TEXT,
                    datum TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX verwijzing_dossier ON verwijzing (dossier);

                CREATE TABLE voorschot (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    gemeente TEXT NOT NULL,
                    toestand TEXT NOT NULL,
                    bedrag INTEGER NOT NULL,
                    verantwoord INTEGER NOT NULL,
                    datum TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX voorschot_dossier ON voorschot (dossier);
                """)
    }

    /// The text of an approved report lies sealed and apart from its row: the row changes and is kept in the history, the
    /// text never does.
    private static let rapporten = Migration("004-rapport") { db in
        try db.execute(
            sql: """
                CREATE TABLE rapport (
                    id TEXT PRIMARY KEY,
                    soort TEXT NOT NULL,
                    traject TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    uiterlijk_op TEXT NOT NULL,
                    toestand TEXT NOT NULL CHECK (toestand IN ('concept', 'vastgesteld')),
                    vastgesteld_op TEXT,
                    vastgesteld_door TEXT,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT NOT NULL,
                    UNIQUE (traject, soort)
                ) STRICT;
                CREATE INDEX rapport_uiterlijk ON rapport (uiterlijk_op, id);
                CREATE INDEX rapport_toestand ON rapport (toestand, uiterlijk_op, id);
                CREATE INDEX rapport_dossier ON rapport (dossier, uiterlijk_op, id);

                CREATE TABLE rapport_inhoud (
                    rapport TEXT PRIMARY KEY REFERENCES rapport (id),
                    verzegeld BLOB NOT NULL,
                    vastgesteld_op TEXT NOT NULL
                ) STRICT;
                CREATE TRIGGER rapport_inhoud_blijft BEFORE UPDATE ON rapport_inhoud
                BEGIN SELECT RAISE(ABORT, 'an approved report is never changed'); END;
                """)
    }

    /// Who looked at which report, and why.
    private static let leeslog = Migration("005-leeslog") { db in
        try db.execute(
            sql: """
                CREATE TABLE leeslog (
                    nummer INTEGER PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    wat TEXT NOT NULL,
                    door TEXT,
                    rollen TEXT NOT NULL,
                    doel TEXT NOT NULL,
                    op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX leeslog_dossier ON leeslog (dossier, nummer);
                """)
    }
}
