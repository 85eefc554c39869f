// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// The regeldag board with the template it was made from, the points of attention, and who looked in which dossier.
    static let migratie003 = Migration("003-regeldag-en-aandacht") { db in
        try db.execute(
            sql: """
                -- A template as it was when the first board was made from it: a running board keeps its version.
                CREATE TABLE regeldagsjabloon (
                    opdracht TEXT NOT NULL,
                    versie TEXT NOT NULL,
                    inhoud TEXT NOT NULL,
                    PRIMARY KEY (opdracht, versie)
                ) STRICT;

                CREATE TABLE regeldagbord (
                    id TEXT PRIMARY KEY,
                    huishouden TEXT NOT NULL,
                    -- A later move (HAR, doorstroomlocatie) brings a second regeldag.
                    volgnummer INTEGER NOT NULL,
                    opdracht TEXT NOT NULL,
                    sjabloonversie TEXT NOT NULL,
                    gemaakt_op TEXT NOT NULL,
                    FOREIGN KEY (opdracht, sjabloonversie) REFERENCES regeldagsjabloon (opdracht, versie),
                    UNIQUE (huishouden, volgnummer)
                ) STRICT;

                CREATE TABLE regelzaak (
                    id TEXT PRIMARY KEY,
                    bord TEXT NOT NULL REFERENCES regeldagbord (id),
                    volgorde INTEGER NOT NULL,
                    -- Who brought it and looks after it; for a step of a person that person.
                    drager TEXT NOT NULL REFERENCES dossier (id),
                    van_huishouden INTEGER NOT NULL,
                    code TEXT NOT NULL,
                    naam TEXT NOT NULL,
                    toestand TEXT NOT NULL,
                    uiterlijk_op TEXT,
                    waarom TEXT NOT NULL,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX regelzaak_bord ON regelzaak (bord, volgorde);
                CREATE INDEX regelzaak_open ON regelzaak (drager, uiterlijk_op) WHERE toestand = 'open';

                -- Made when a file changes, visible by itself from its day. `begeleider` and `team` are copied from the
                -- dossier, so that the today page is one walk along an index.
                CREATE TABLE aandachtspunt (
                    id INTEGER PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    soort TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    zichtbaar_vanaf TEXT NOT NULL,
                    uiterlijk_op TEXT NOT NULL,
                    begeleider TEXT,
                    team TEXT NOT NULL,
                    UNIQUE (dossier, soort, bron)
                ) STRICT;
                CREATE INDEX aandachtspunt_begeleider ON aandachtspunt (begeleider, uiterlijk_op, id, zichtbaar_vanaf);
                CREATE INDEX aandachtspunt_team ON aandachtspunt (team, uiterlijk_op, id, zichtbaar_vanaf);

                -- With which rules the points were computed; other rules mean computing them anew.
                CREATE TABLE aandachtregels (een INTEGER PRIMARY KEY CHECK (een = 1), regels TEXT NOT NULL) STRICT;

                -- Reading a dossier is logged with its purpose.
                CREATE TABLE inzage (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    dossier TEXT NOT NULL,
                    wat TEXT NOT NULL,
                    gebruiker TEXT,
                    aanvrager TEXT NOT NULL,
                    doel TEXT NOT NULL,
                    op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX inzage_dossier ON inzage (dossier, id DESC);
                """)
    }
}
