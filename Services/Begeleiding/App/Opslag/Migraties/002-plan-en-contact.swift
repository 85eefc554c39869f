// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Goals, sealed plans, contact moments with their sealed notes, and the timeline.
    static let migratie002 = Migration("002-plan-en-contact") { db in
        try db.execute(
            sql: """
                CREATE TABLE doel (
                    id TEXT PRIMARY KEY,
                    traject TEXT NOT NULL REFERENCES traject (id),
                    -- Whose goal: the person of the traject, or a child that rides along.
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    volgorde INTEGER NOT NULL,
                    leefgebied TEXT NOT NULL,
                    -- A sentence of the library, or own words; those are sealed.
                    zin TEXT,
                    tekst_zegel BLOB,
                    toestand TEXT NOT NULL,
                    streefdatum TEXT,
                    bereikt_op TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT,
                    CHECK ((zin IS NULL) <> (tekst_zegel IS NULL))
                ) STRICT;
                CREATE INDEX doel_traject ON doel (traject, volgorde);
                CREATE INDEX doel_dossier ON doel (dossier, volgorde);

                -- The plan as the client agreed with it: sealed, with the hash of what was sealed.
                CREATE TABLE planversie (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    versie INTEGER NOT NULL,
                    akkoord_op TEXT NOT NULL,
                    door TEXT,
                    inhoud_zegel BLOB NOT NULL,
                    inhoud_hash TEXT NOT NULL,
                    PRIMARY KEY (traject, versie)
                ) STRICT;

                CREATE TABLE contactmoment (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    traject TEXT NOT NULL REFERENCES traject (id),
                    soort TEXT NOT NULL,
                    datum TEXT NOT NULL,
                    duur_minuten INTEGER NOT NULL,
                    verschijning TEXT NOT NULL,
                    tolk TEXT NOT NULL,
                    notitie_zegel BLOB,
                    stap_zegel BLOB,
                    stap_op TEXT,
                    door TEXT,
                    vastgelegd_op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX contactmoment_dossier ON contactmoment (dossier, datum, id);
                CREATE INDEX contactmoment_traject ON contactmoment (traject, datum, id);

                CREATE TABLE contactmoment_doel (
                    contactmoment TEXT NOT NULL REFERENCES contactmoment (id),
                    doel TEXT NOT NULL REFERENCES doel (id),
                    PRIMARY KEY (contactmoment, doel)
                ) STRICT, WITHOUT ROWID;

                -- What happened, as codes; `bron` is the goal, contact moment or step it is about.
                CREATE TABLE tijdlijn (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    datum TEXT NOT NULL,
                    soort TEXT NOT NULL,
                    code TEXT NOT NULL,
                    delen TEXT NOT NULL,
                    bron TEXT,
                    door TEXT,
                    op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX tijdlijn_dossier ON tijdlijn (dossier, datum DESC, id DESC);
                CREATE INDEX tijdlijn_soort ON tijdlijn (dossier, soort, datum DESC, id DESC);
                """)
    }
}
