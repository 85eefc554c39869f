// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Signals with what was done about them. What a signal is about, its source and its words are sealed together: outside
    /// the seal stand only a priority and days, for the today page.
    static let migratie140 = Migration("140-signaal") { db in
        try db.execute(
            sql: """
                CREATE TABLE signaal (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    prioriteit TEXT NOT NULL CHECK (prioriteit IN ('gewoon', 'hoog', 'spoed')),
                    gezien_op TEXT NOT NULL,
                    vastgelegd_op TEXT NOT NULL,
                    opvolgen_uiterlijk TEXT NOT NULL,
                    opvolgen_waarom TEXT NOT NULL,
                    vervalt_op TEXT NOT NULL,
                    vervalt_waarom TEXT NOT NULL,
                    opgevolgd_op TEXT,
                    gesloten_op TEXT,
                    inhoud_zegel BLOB NOT NULL,
                    door TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX signaal_dossier ON signaal (dossier, gezien_op DESC, id DESC);
                CREATE INDEX signaal_open ON signaal (dossier) WHERE gesloten_op IS NULL;

                -- What was done with it, and how it ended. Rows are only added.
                CREATE TABLE signaal_stap (
                    id TEXT PRIMARY KEY,
                    signaal TEXT NOT NULL REFERENCES signaal (id),
                    soort TEXT NOT NULL CHECK (soort IN ('opvolging', 'verlengd', 'gesloten')),
                    op TEXT NOT NULL,
                    inhoud_zegel BLOB NOT NULL,
                    door TEXT,
                    vastgelegd_op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX signaal_stap_signaal ON signaal_stap (signaal, vastgelegd_op, id);
                """)
    }

    /// How to reach somebody without danger, and agreements for safety.
    static let migratie141 = Migration("141-veiligheid") { db in
        try db.execute(
            sql: """
                -- One row per person; the versions before stand in the change history, sealed.
                CREATE TABLE veilig_contact (
                    id TEXT PRIMARY KEY REFERENCES dossier (id),
                    inhoud_zegel BLOB,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;

                CREATE TABLE veiligheidsafspraak (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    op TEXT NOT NULL,
                    geldt_tot TEXT,
                    tekst_zegel BLOB NOT NULL,
                    beeindigd_op TEXT,
                    reden_zegel BLOB,
                    door TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX veiligheidsafspraak_dossier ON veiligheidsafspraak (dossier, op DESC, id DESC);
                """)
    }

    /// The Meldcode compartment. Everything that was written down is sealed, with a key that is not the dossier's; which
    /// step it is as well. Not in the change history: rows are only added, and each has who and when.
    static let migratie142 = Migration("142-meldcode") { db in
        try db.execute(
            sql: """
                CREATE TABLE meldcodezaak (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    team TEXT NOT NULL,
                    geopend_op TEXT NOT NULL,
                    gesloten_op TEXT,
                    versie INTEGER NOT NULL DEFAULT 1
                ) STRICT;
                CREATE INDEX meldcodezaak_team ON meldcodezaak (team, geopend_op DESC, id DESC);
                CREATE INDEX meldcodezaak_dossier ON meldcodezaak (dossier);

                CREATE TABLE meldcode_feit (
                    zaak TEXT NOT NULL REFERENCES meldcodezaak (id),
                    nummer INTEGER NOT NULL,
                    inhoud_zegel BLOB NOT NULL,
                    door TEXT,
                    op TEXT NOT NULL,
                    PRIMARY KEY (zaak, nummer)
                ) STRICT, WITHOUT ROWID;

                -- Who is named in it: the policy filters on this.
                CREATE TABLE meldcode_betrokkene (
                    zaak TEXT NOT NULL REFERENCES meldcodezaak (id),
                    gebruiker TEXT NOT NULL,
                    van TEXT NOT NULL,
                    tot TEXT,
                    PRIMARY KEY (zaak, gebruiker, van)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX meldcode_betrokkene_gebruiker ON meldcode_betrokkene (gebruiker, zaak) WHERE tot IS NULL;

                -- The read log of the compartment, refusals included.
                CREATE TABLE meldcode_inzage (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    zaak TEXT NOT NULL REFERENCES meldcodezaak (id),
                    wat TEXT NOT NULL CHECK (wat IN ('gelezen', 'geschreven', 'geweigerd')),
                    gebruiker TEXT,
                    op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX meldcode_inzage_zaak ON meldcode_inzage (zaak, id DESC);
                """)
    }
}
