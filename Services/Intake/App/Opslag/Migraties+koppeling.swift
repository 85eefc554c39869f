// SPDX-License-Identifier: EUPL-1.2
import Bezorging
import GRDB
import OAuth
import Opslag

/// What the koppeling keeps beside the aanmeldingen.
extension Migration {
    /// Notifications for gemeenten, until they have arrived.
    static let bezorging = Postvak.migratie("010-bezorging")

    /// Which version of an aanmelding was taken over, where the sender numbers or dates its messages.
    static let volgorde = Migration("011-volgorde") { db in
        try db.execute(
            sql: """
                CREATE TABLE aanmelding_volgorde (
                    aanmelding TEXT PRIMARY KEY REFERENCES aanmelding (id),
                    nummer INTEGER,
                    tijd TEXT
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// What the gemeente may ask about a traject: days and a count, nothing of what was said.
    static let trajectstand = Migration("012-trajectstand") { db in
        try db.execute(
            sql: """
                CREATE TABLE trajectstand (
                    dossier TEXT PRIMARY KEY,
                    traject TEXT NOT NULL,
                    gestart_op TEXT,
                    tussenrapportage_op TEXT,
                    eindigt_op TEXT,
                    rapport_op TEXT,
                    afgerond_op TEXT,
                    niet_verschenen_op TEXT,
                    niet_verschenen INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// Access tokens of gemeenten that sign in with a key.
    static let toegangstoken = Tokenregister.migratie("013-toegangstoken")
    static let tokensleutel = Tokenregister.metSleutel("091-tokensleutel")
}
