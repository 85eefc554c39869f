// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// The queue of notifications in a service's own store. A row is written in the transaction of its cause: what happened and
/// that it must be told are kept together or not at all.
public enum Postvak {
    /// The tables, as a numbered step of the service that owns the store.
    public static func migratie(_ naam: String) -> Migration {
        Migration(naam) { db in
            try db.execute(
                sql: """
                    CREATE TABLE bezorging (
                        id TEXT PRIMARY KEY,
                        bestemming TEXT NOT NULL,
                        soort TEXT NOT NULL,
                        onderwerp TEXT NOT NULL,
                        dossier TEXT,
                        -- The bytes that are sent, the same at every try. No personal data.
                        inhoud BLOB NOT NULL,
                        toestand TEXT NOT NULL
                            CHECK (toestand IN ('wacht', 'bezorgd', 'mens', 'opgegeven', 'vervallen')),
                        gemaakt_op TEXT NOT NULL,
                        -- Times of the sender's clock: the first try, the next one (empty: at once), the last one.
                        begonnen_op TEXT,
                        volgende_op TEXT NOT NULL,
                        laatst_op TEXT,
                        pogingen INTEGER NOT NULL,
                        oorzaak TEXT,
                        status INTEGER,
                        versie INTEGER NOT NULL,
                        gewijzigd_op TEXT NOT NULL,
                        gewijzigd_door TEXT NOT NULL
                    ) STRICT;
                    CREATE INDEX bezorging_wacht ON bezorging (bestemming, volgende_op, id) WHERE toestand = 'wacht';
                    CREATE INDEX bezorging_mens ON bezorging (id) WHERE toestand = 'mens';
                    CREATE INDEX bezorging_klaar ON bezorging (laatst_op) WHERE toestand = 'bezorgd';
                    CREATE INDEX bezorging_dossier ON bezorging (dossier) WHERE dossier IS NOT NULL;

                    -- Who said that it wants our notifications, at which address, and how many a minute (NULL: as many as come).
                    CREATE TABLE bezorging_handdruk (
                        bestemming TEXT PRIMARY KEY,
                        adres TEXT NOT NULL,
                        per_minuut INTEGER,
                        op TEXT NOT NULL
                    ) STRICT;
                    """)
        }
    }

    /// Puts a notification in the queue, to be sent at once. The same id a second time has no effect.
    public static func leg(_ tx: Transaction, _ melding: Melding) throws {
        let inhoud = try MessageCoding.encode(melding.gebeurtenis(op: tx.now))
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO bezorging (id, bestemming, soort, onderwerp, dossier, inhoud, toestand, gemaakt_op, volgende_op,
                    pogingen, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, ?, 'wacht', ?, '', 0, 1, ?, ?) ON CONFLICT (id) DO NOTHING
                """
        ).execute(arguments: [
            melding.id.uuidString.lowercased(), melding.bestemming, melding.soort, melding.onderwerp,
            melding.dossier?.description, inhoud, tx.nowText, tx.nowText, tx.actorText,
        ])
    }

    // MARK: - For the sender

    /// One notification that is due.
    struct Wachtend: Sendable {
        var id: String
        var inhoud: Data
        var begonnen: Date?
        var pogingen: Int
        var dossier: DossierID?
        var soort: String
    }

    /// The destinations that have something due.
    static func aanDeBeurt(_ db: Database, nu: Date) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT DISTINCT bestemming FROM bezorging WHERE toestand = 'wacht' AND volgende_op <= ?"),
            arguments: [Instant.text(nu)])
    }

    static func wachtend(_ db: Database, _ bestemming: String, nu: Date, aantal: Int) throws -> [Wachtend] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, inhoud, begonnen_op, pogingen, dossier, soort FROM bezorging
                    WHERE toestand = 'wacht' AND bestemming = ? AND volgende_op <= ? ORDER BY volgende_op, id LIMIT ?
                    """), arguments: [bestemming, Instant.text(nu), aantal]
        ).map { row in
            Wachtend(
                id: row["id"], inhoud: row["inhoud"], begonnen: (row["begonnen_op"] as String?).flatMap { Instant.date($0) },
                pogingen: row["pogingen"], dossier: (row["dossier"] as String?).flatMap { DossierID($0) },
                soort: row["soort"])
        }
    }

    static func bezorgd(_ db: Database, _ id: String, status: Int, op nu: Date) throws {
        try db.cachedStatement(
            sql: """
                UPDATE bezorging SET toestand = 'bezorgd', pogingen = pogingen + 1, status = ?, oorzaak = NULL,
                    begonnen_op = coalesce(begonnen_op, ?), laatst_op = ? WHERE id = ? AND toestand = 'wacht'
                """
        ).execute(arguments: [status, Instant.text(nu), Instant.text(nu), id])
    }

    /// - Parameter volgende: nil: a human must look.
    static func mislukt(
        _ db: Database, _ id: String, _ oorzaak: Oorzaak, status: Int?, op nu: Date, volgende: Date?
    ) throws {
        try db.cachedStatement(
            sql: """
                UPDATE bezorging SET toestand = ?, pogingen = pogingen + 1, status = ?, oorzaak = ?,
                    begonnen_op = coalesce(begonnen_op, ?), laatst_op = ?, volgende_op = ? WHERE id = ? AND toestand = 'wacht'
                """
        ).execute(arguments: [
            volgende == nil ? "mens" : "wacht", status, oorzaak.rawValue, Instant.text(nu), Instant.text(nu),
            volgende.map { Instant.text($0) } ?? "", id,
        ])
    }

    /// It must not be sent any more: about this person nothing is exchanged.
    static func vervallen(_ db: Database, _ id: String) throws {
        try db.cachedStatement(sql: "UPDATE bezorging SET toestand = 'vervallen' WHERE id = ? AND toestand = 'wacht'")
            .execute(arguments: [id])
    }

    /// It was not tried, and stays in the queue for as long as it takes.
    static func uitgesteld(_ db: Database, _ id: String, _ oorzaak: Oorzaak, volgende: Date) throws {
        try db.cachedStatement(
            sql: "UPDATE bezorging SET oorzaak = ?, status = NULL, volgende_op = ? WHERE id = ? AND toestand = 'wacht'"
        ).execute(arguments: [oorzaak.rawValue, Instant.text(volgende), id])
    }

    /// Forgets what arrived before a moment, some at a time. Returns how many.
    static func ruimOp(_ db: Database, voor moment: Date) throws -> Int {
        try db.cachedStatement(
            sql: """
                DELETE FROM bezorging WHERE id IN
                    (SELECT id FROM bezorging WHERE toestand = 'bezorgd' AND laatst_op < ? LIMIT 500)
                """
        ).execute(arguments: [Instant.text(moment)])
        return db.changesCount
    }

    // MARK: - What a receiver agreed to

    struct Afspraak: Sendable, Equatable {
        /// Notifications a minute; nil: no limit.
        var perMinuut: Int?
    }

    static func afspraak(_ db: Database, _ bestemming: String, adres: String, na moment: Date) throws -> Afspraak? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT per_minuut FROM bezorging_handdruk WHERE bestemming = ? AND adres = ? AND op > ?"),
            arguments: [bestemming, adres, Instant.text(moment)]
        ).map { Afspraak(perMinuut: $0["per_minuut"]) }
    }

    static func onthoud(_ db: Database, _ bestemming: String, adres: String, _ afspraak: Afspraak, op nu: Date) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO bezorging_handdruk (bestemming, adres, per_minuut, op) VALUES (?, ?, ?, ?)
                ON CONFLICT (bestemming) DO UPDATE SET adres = excluded.adres, per_minuut = excluded.per_minuut, op = excluded.op
                """
        ).execute(arguments: [bestemming, adres, afspraak.perMinuut, Instant.text(nu)])
    }

    static func vergeet(_ db: Database, _ bestemming: String) throws {
        try db.cachedStatement(sql: "DELETE FROM bezorging_handdruk WHERE bestemming = ?").execute(arguments: [bestemming])
    }
}
