// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// The agenda: appointments with clients.
    static let migratie121 = Migration("121-afspraak") { db in
        try db.execute(
            sql: """
                CREATE TABLE afspraak (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    -- In whose agenda; the team of the dossier stands beside it for the team's view.
                    medewerker TEXT NOT NULL,
                    team TEXT NOT NULL,
                    soort TEXT NOT NULL,
                    plaats TEXT NOT NULL,
                    -- What was agreed: a day and times on the clock of Europe/Amsterdam. The instants follow from it.
                    dag TEXT NOT NULL,
                    van TEXT NOT NULL,
                    tot TEXT NOT NULL,
                    begint TEXT NOT NULL,
                    eindigt TEXT NOT NULL,
                    tolk_nodig INTEGER NOT NULL,
                    tolk_geregeld INTEGER NOT NULL,
                    onderwerp_zegel BLOB,
                    toestand TEXT NOT NULL CHECK (toestand IN ('gepland', 'gebeurd', 'afgezegd')),
                    reden TEXT,
                    contactmoment TEXT REFERENCES contactmoment (id),
                    gemaakt_op TEXT NOT NULL,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX afspraak_medewerker ON afspraak (medewerker, dag, van, id) WHERE toestand <> 'afgezegd';
                CREATE INDEX afspraak_team ON afspraak (team, dag, van, id) WHERE toestand <> 'afgezegd';
                CREATE INDEX afspraak_open ON afspraak (dossier, dag, van, id) WHERE toestand = 'gepland';
                CREATE UNIQUE INDEX afspraak_contact ON afspraak (contactmoment) WHERE contactmoment IS NOT NULL;

                CREATE TABLE afspraak_aanwezig (
                    afspraak TEXT NOT NULL REFERENCES afspraak (id),
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    PRIMARY KEY (afspraak, dossier)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
