// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Intake {
    /// Somebody who comes in has some sixty entries all over their indexes: a batch of a file changes two to four thousand pages.
    public static let layout = StoreLayout(writerCache: 16_000)

    /// The steps of intake's store, in order. A step that has run anywhere is never changed again.
    public static let migrations: [Migration] = [
        .bericht, .aanmelding, .persoon, .zoeken, .leeslog,
        .uitwisselingsstop, .uitwisselingsreden,
        .bezorging, .volgorde, .trajectstand, .toegangstoken,
        .aanvaarding,
        .aanlevering,
        .gelijkenis, .samenvoeging,
        .lidmaatschap, .verwachtLid, .persoonsfeit, .wijzigingbesluit,
        .stopEnSamenvoeging, .zoeknummers, .schermreden, .zoekdatum,
        Waarneming.migration("130-waarneming"),
        .gemisteAfspraak, .feitrij, .minderIndexen, .aanwas, .lijstenOpNaam, .berichtOpVolgorde,
        .zoeknaam, .bijSamenvoeging, .aanleveringVerplaatst, .gemeentenieuws, .tokensleutel,
        .aankomst, .schermPerPersoon, .bewaard, .woondagen,
    ]
}

extension Migration {
    /// Receipts of the koppeling, kept for ever: the same message twice gets the first answer.
    static let bericht = Migration("001-bericht") { db in
        try db.execute(
            sql: """
                CREATE TABLE bericht (
                    oin TEXT NOT NULL,
                    bericht_id TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    soort TEXT NOT NULL,
                    inhoud_hash BLOB NOT NULL,
                    aanmelding TEXT NOT NULL,
                    status INTEGER NOT NULL,
                    antwoord BLOB NOT NULL,
                    ontvangen_op TEXT NOT NULL,
                    PRIMARY KEY (oin, bericht_id)
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// Aanmeldingen, and what a gemeente later changed in them. `gegevens` is sealed with the key of `dossier`: the id that
    /// the person has, or gets when accepted.
    static let aanmelding = Migration("002-aanmelding") { db in
        try db.execute(
            sql: """
                CREATE TABLE aanmelding (
                    id TEXT PRIMARY KEY,
                    oin TEXT NOT NULL,
                    gemeente TEXT NOT NULL,
                    opdracht TEXT NOT NULL,
                    team TEXT NOT NULL,
                    dossier TEXT NOT NULL UNIQUE,
                    toestand TEXT NOT NULL,
                    redenen TEXT NOT NULL,
                    doelgroep TEXT NOT NULL,
                    naam TEXT NOT NULL,
                    geboortedatum TEXT NOT NULL,
                    gegevens BLOB NOT NULL,
                    ontvangen_op TEXT NOT NULL,
                    ontvangen_dag TEXT NOT NULL,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX aanmelding_toestand ON aanmelding (toestand, ontvangen_op, id);
                CREATE INDEX aanmelding_afzender ON aanmelding (oin, gewijzigd_op, id);

                CREATE TABLE wijziging (
                    id TEXT PRIMARY KEY,
                    aanmelding TEXT NOT NULL REFERENCES aanmelding (id),
                    gegevens BLOB NOT NULL,
                    toestand TEXT NOT NULL,
                    ontvangen_op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX wijziging_aanmelding ON wijziging (aanmelding, toestand);

                CREATE TABLE kenmerk (
                    soort TEXT NOT NULL,
                    waarde BLOB NOT NULL,
                    dossier TEXT NOT NULL,
                    PRIMARY KEY (soort, waarde, dossier)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX kenmerk_dossier ON kenmerk (dossier);

                CREATE TABLE mogelijk_dubbel (
                    aanmelding TEXT NOT NULL REFERENCES aanmelding (id),
                    dossier TEXT NOT NULL,
                    soort TEXT NOT NULL,
                    PRIMARY KEY (aanmelding, dossier, soort)
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// People and households. `begeleider` and `team` are assignment facts from begeleiding's events.
    static let persoon = Migration("003-persoon") { db in
        try db.execute(
            sql: """
                CREATE TABLE huishouden (
                    id TEXT PRIMARY KEY,
                    gemeente TEXT NOT NULL,
                    referentie TEXT,
                    UNIQUE (gemeente, referentie)
                ) STRICT;

                CREATE TABLE persoon (
                    id TEXT PRIMARY KEY,
                    dossiernummer TEXT NOT NULL UNIQUE,
                    aanmelding TEXT NOT NULL REFERENCES aanmelding (id),
                    gemeente TEXT NOT NULL,
                    opdracht TEXT NOT NULL,
                    naam TEXT NOT NULL,
                    sorteersleutel TEXT NOT NULL,
                    geboortedatum TEXT NOT NULL,
                    doelgroep TEXT NOT NULL,
                    verblijfsvorm TEXT NOT NULL,
                    datum_huisvesting TEXT,
                    spreektaal TEXT,
                    tolk_nodig INTEGER NOT NULL,
                    geheimhouding INTEGER NOT NULL,
                    huishouden TEXT NOT NULL REFERENCES huishouden (id),
                    rol TEXT NOT NULL,
                    eigen_traject INTEGER NOT NULL,
                    meerijdend_met TEXT,
                    gegevens BLOB NOT NULL,
                    begeleider TEXT,
                    team TEXT NOT NULL,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX persoon_naam ON persoon (sorteersleutel, id);
                CREATE INDEX persoon_begeleider ON persoon (begeleider, sorteersleutel, id);
                CREATE INDEX persoon_team ON persoon (team, sorteersleutel, id);
                CREATE INDEX persoon_gemeente ON persoon (gemeente, sorteersleutel, id);
                CREATE INDEX persoon_huishouden ON persoon (huishouden, begeleider);
                CREATE INDEX persoon_aanmelding ON persoon (aanmelding);

                CREATE TABLE dossierteller (
                    jaar INTEGER PRIMARY KEY,
                    laatste INTEGER NOT NULL
                ) STRICT;
                """)
    }

    /// The folded words of a name, for the search box.
    static let zoeken = Migration("004-zoeken") { db in
        try db.execute(
            sql: """
                CREATE TABLE zoekwoord (
                    woord TEXT NOT NULL,
                    dossier TEXT NOT NULL REFERENCES persoon (id),
                    PRIMARY KEY (woord, dossier)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX zoekwoord_dossier ON zoekwoord (dossier, woord);
                """)
    }

    /// Who looked at whom, why, and whether it was allowed.
    static let leeslog = Migration("005-leeslog") { db in
        try db.execute(
            sql: """
                CREATE TABLE leeslog (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    dossier TEXT NOT NULL,
                    wanneer TEXT NOT NULL,
                    gebruiker TEXT,
                    rollen TEXT NOT NULL,
                    dienst TEXT NOT NULL,
                    doel TEXT NOT NULL,
                    wat TEXT NOT NULL,
                    toegestaan INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX leeslog_dossier ON leeslog (dossier, id);
                """)
    }
}
