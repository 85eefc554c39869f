// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Web
import Zegel

/// The draft of one form on one page, of one user. The page's path holds the dossier, so a draft never shows in another one.
struct Formulierconcept: Sendable, Equatable {
    /// Where the form is sent: tells the forms of one page apart.
    let actie: String
    var form: FormValues
    let bewaard: Date
}

/// Where a draft is, without what was typed.
struct Conceptplek: Sendable, Equatable {
    let pad: String
    /// The page without its ids.
    let soort: String
    let dossier: DossierID?
    let bewaard: Date
}

// Drafts by form: kept while somebody types or with a button, shown again when the page is opened, on whichever device.
extension Concepten {
    /// Which form on which page.
    struct Plek: Sendable, Hashable {
        let pad: String
        let actie: String

        /// The dossier that the page is of; nil for a page of the worker alone.
        var dossier: DossierID? {
            let delen = pad.split(separator: "/")
            return delen.count > 1 && delen[0] == "dossier" ? DossierID(delen[1]) : nil
        }

        /// The page without its ids: `/dossier/:/contact`.
        var soort: String {
            "/" + pad.split(separator: "/").map { UUID(uuidString: String($0)) == nil ? String($0) : ":" }.joined(separator: "/")
        }
    }

    enum Uitkomst: Sendable, Equatable {
        case bewaard(versie: Int)
        /// Kept or used on another device after this page was opened.
        case nieuwer(Date)
        /// This very page was sent already: there is nothing to keep any more.
        case klaar
        case vol
    }

    /// Drafts of forms of one user; more is no memory but a second administration.
    static let meesteFormulieren = 200

    /// - Parameters:
    ///   - basis: the version that the page knew.
    ///   - bladzijde: the base of the page's idempotency key: one page that keeps and keeps again never conflicts with itself.
    func bewaar(
        _ form: FormValues, _ plek: Plek, basis: Int, bladzijde: String, van gebruiker: GebruikerID, op nu: Date
    ) async throws -> Uitkomst {
        let velden = try Seal.seal(
            try MessageCoding.encode(form.typed.values), with: zegel, context: Self.context(gebruiker, plek))
        return try await store.write { tx in
            let nuSeconden = nu.timeIntervalSince1970
            try Self.ruimOp(tx.db, nuSeconden)
            if let rij = try Rij.vind(tx.db, plek, gebruiker) {
                if rij.bladzijde == bladzijde, !rij.heeftVelden { return .klaar }
                if rij.versie > basis, rij.bladzijde != bladzijde {
                    return .nieuwer(Date(timeIntervalSince1970: rij.bewaard))
                }
            } else {
                let aantal = try Int.fetchOne(
                    tx.db, sql: "SELECT count(*) FROM formulierconcept WHERE gebruiker = ? AND velden IS NOT NULL",
                    arguments: [gebruiker.description])
                guard aantal ?? 0 < Self.meesteFormulieren else { return .vol }
            }
            return .bewaard(versie: try zet(tx.db, plek, gebruiker, velden, bladzijde, nuSeconden))
        }
    }

    /// The drafts of one page, and the version that a page made now begins from.
    func formulieren(pad: String, van gebruiker: GebruikerID, op nu: Date) async throws -> (
        concepten: [Formulierconcept], versie: Int
    ) {
        let rijen = try await store.read { db in
            try Rij.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT pad, actie, velden, bewaard, versie, bladzijde FROM formulierconcept
                        WHERE gebruiker = ? AND pad = ? AND bewaard >= ?
                        """),
                arguments: [gebruiker.description, pad, nu.timeIntervalSince1970 - Self.bewaartijd])
        }
        let concepten = try rijen.compactMap { rij -> Formulierconcept? in
            guard let velden = rij.velden else { return nil }
            let data = try Seal.open(velden, with: zegel, context: Self.context(gebruiker, Plek(pad: rij.pad, actie: rij.actie)))
            return Formulierconcept(
                actie: rij.actie, form: FormValues(try MessageCoding.decode([String: [String]].self, from: data)),
                bewaard: Date(timeIntervalSince1970: rij.bewaard))
        }
        return (concepten, rijen.map(\.versie).max() ?? 0)
    }

    /// Every page of which this user keeps a draft, the last touched first. What was typed stays sealed.
    func plekken(van gebruiker: GebruikerID, op nu: Date) async throws -> [Conceptplek] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT pad, soort, dossier, MAX(bewaard) AS bewaard FROM formulierconcept
                    WHERE gebruiker = ? AND velden IS NOT NULL AND bewaard >= ?
                    GROUP BY pad ORDER BY bewaard DESC LIMIT \(Self.meesteFormulieren)
                    """,
                arguments: [gebruiker.description, nu.timeIntervalSince1970 - Self.bewaartijd]
            ).map { rij in
                Conceptplek(
                    pad: rij["pad"], soort: rij["soort"], dossier: (rij["dossier"] as String?).flatMap { DossierID($0) },
                    bewaard: Date(timeIntervalSince1970: rij["bewaard"]))
            }
        }
    }

    /// The form was sent and done: its draft goes. That it was done is remembered for an hour, so that a keep of the same page
    /// that arrives late does not bring the draft back.
    func klaar(_ plek: Plek, bladzijde: String, van gebruiker: GebruikerID, op nu: Date) async throws {
        try await store.write { tx in
            try Self.ruimOp(tx.db, nu.timeIntervalSince1970)
            _ = try zet(tx.db, plek, gebruiker, nil, bladzijde, nu.timeIntervalSince1970)
        }
    }

    /// Throws the drafts of one page away.
    func gooiWeg(pad: String, van gebruiker: GebruikerID) async throws {
        try await store.write { tx in
            try tx.db.execute(
                sql:
                    "UPDATE formulierconcept SET velden = NULL, bladzijde = '', versie = versie + 1 WHERE gebruiker = ? AND pad = ?",
                arguments: [gebruiker.description, pad])
        }
    }

    private static func ruimOp(_ db: Database, _ nu: Double) throws {
        try db.execute(
            sql: "DELETE FROM formulierconcept WHERE bewaard < ? OR (velden IS NULL AND bewaard < ?)",
            arguments: [nu - bewaartijd, nu - 3600])
    }

    private func zet(
        _ db: Database, _ plek: Plek, _ gebruiker: GebruikerID, _ velden: Data?, _ bladzijde: String, _ nu: Double
    ) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO formulierconcept (gebruiker, pad, actie, soort, dossier, velden, bladzijde, bewaard, versie)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
                    (SELECT COALESCE(MAX(versie), 0) + 1 FROM formulierconcept WHERE gebruiker = ?1 AND pad = ?2))
                ON CONFLICT (gebruiker, pad, actie) DO UPDATE SET velden = excluded.velden, bladzijde = excluded.bladzijde,
                    bewaard = excluded.bewaard, versie = excluded.versie
                """,
            arguments: [
                gebruiker.description, plek.pad, plek.actie, plek.soort, plek.dossier?.description, velden, bladzijde, nu,
            ])
        return try Rij.vind(db, plek, gebruiker)?.versie ?? 0
    }

    private static func context(_ gebruiker: GebruikerID, _ plek: Plek) -> String {
        "formulierconcept:\(gebruiker):\(plek.pad):\(plek.actie)"
    }

    /// As it lies in the store.
    private struct Rij: FetchableRecord, Decodable, Sendable {
        let pad: String
        let actie: String
        /// Nil once the form was sent or the draft thrown away.
        let velden: Data?
        let bewaard: Double
        let versie: Int
        let bladzijde: String
        var heeftVelden: Bool { velden != nil }

        static func vind(_ db: Database, _ plek: Plek, _ gebruiker: GebruikerID) throws -> Rij? {
            try Rij.fetchOne(
                db,
                sql: """
                    SELECT pad, actie, velden, bewaard, versie, bladzijde FROM formulierconcept
                    WHERE gebruiker = ? AND pad = ? AND actie = ?
                    """, arguments: [gebruiker.description, plek.pad, plek.actie])
        }
    }
}

extension Migration {
    /// Drafts of forms, by user, page and form.
    static let formulierconcept = Migration("040-formulierconcept") { db in
        try db.execute(
            sql: """
                CREATE TABLE formulierconcept (
                    gebruiker TEXT NOT NULL REFERENCES gebruiker (id),
                    pad TEXT NOT NULL,
                    actie TEXT NOT NULL,
                    -- The page without its ids, and the dossier it is of.
                    soort TEXT NOT NULL,
                    dossier TEXT,
                    velden BLOB,
                    -- Which page, as it was opened, wrote it last.
                    bladzijde TEXT NOT NULL,
                    bewaard REAL NOT NULL,
                    versie INTEGER NOT NULL,
                    PRIMARY KEY (gebruiker, pad, actie)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX formulierconcept_bewaard ON formulierconcept (bewaard);
                CREATE INDEX formulierconcept_klaar ON formulierconcept (bewaard) WHERE velden IS NULL;
                CREATE INDEX formulierconcept_dossier ON formulierconcept (dossier) WHERE dossier IS NOT NULL;
                """)
    }
}
