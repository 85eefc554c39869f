// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Where, with whom and how long an interpreter; corrections as facts of their own.
    static let migratie120 = Migration("120-contact-heel") { db in
        try db.execute(
            sql: """
                ALTER TABLE contactmoment ADD COLUMN plaats TEXT;
                ALTER TABLE contactmoment ADD COLUMN tolk_minuten INTEGER;
                ALTER TABLE contactmoment ADD COLUMN taal TEXT;
                ALTER TABLE contactmoment ADD COLUMN partners_zegel BLOB;
                ALTER TABLE contactmoment ADD COLUMN vervangt TEXT REFERENCES contactmoment (id);
                -- Among contacts of one day: a correction keeps the place of what it corrects. Nil: in order of writing.
                ALTER TABLE contactmoment ADD COLUMN volgnummer INTEGER;

                CREATE TABLE contact_aanwezig (
                    contactmoment TEXT NOT NULL REFERENCES contactmoment (id),
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    PRIMARY KEY (contactmoment, dossier)
                ) STRICT, WITHOUT ROWID;

                -- That a contact does not hold any more, once: taken away, or replaced by a better one.
                CREATE TABLE contactcorrectie (
                    contactmoment TEXT PRIMARY KEY REFERENCES contactmoment (id),
                    reden TEXT NOT NULL,
                    toelichting_zegel BLOB,
                    vervangen_door TEXT REFERENCES contactmoment (id),
                    door TEXT,
                    op TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;

                -- The contacts that hold: what every count and list reads.
                CREATE VIEW contactmoment_geldig AS
                SELECT c.*, COALESCE(c.volgnummer, c.rowid) AS orde FROM contactmoment c
                WHERE NOT EXISTS (SELECT 1 FROM contactcorrectie x WHERE x.contactmoment = c.id);
                """)
    }
}
