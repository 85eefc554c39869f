// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Zegel

/// The users in portaal's store.
struct Gebruikers: Sendable {
    let store: Store
    /// Seals the secret of the second factor.
    let zegel: SealKey

    func vind(_ id: GebruikerID) async throws -> GebruikerRij? {
        // For every request: read where it lies.
        try await store.read { db in
            try db.first("SELECT \(GebruikerRij.kolommen) FROM gebruiker WHERE id = ?", id.description) { row in
                func text(_ place: Int32) -> String? { row.isNull(place) ? nil : row.text(place) }
                return GebruikerRij(
                    id: id, gebruikersnaam: row.text(1), naam: row.text(2), rollen: GebruikerRij.rollen(row.text(3)),
                    team: text(4).flatMap { TeamID($0) }, gemeente: text(5),
                    organisatie: text(6).flatMap { OrganisatieID($0) }, actief: row.integer(7) != 0,
                    versie: Int(row.integer(8)))
            }
        }
    }

    /// - Parameter gebruikersnaam: in lower case, as `Gebruikersnaam` makes it.
    func toegang(_ gebruikersnaam: String) async throws -> (GebruikerRij, ToegangRij)? {
        try await store.read { db in
            let sql = """
                SELECT \(GebruikerRij.kolommen), wachtwoord, totp, totp_stap
                FROM gebruiker JOIN toegang ON toegang.gebruiker = gebruiker.id WHERE gebruikersnaam = ?
                """
            return try Row.fetchOne(db, sql: sql, arguments: [gebruikersnaam]).map { row in
                (try GebruikerRij(row), ToegangRij(wachtwoord: row["wachtwoord"], totp: row["totp"], stap: row["totp_stap"]))
            }
        }
    }

    /// A page of the list, by user name; one row more than asked says that there is a next page.
    func lijst(na: String?, aantal: Int = 50) async throws -> [GebruikerRij] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT \(GebruikerRij.kolommen) FROM gebruiker WHERE gebruikersnaam > ? ORDER BY gebruikersnaam LIMIT ?",
                arguments: [na ?? "", aantal + 1]
            ).map { try GebruikerRij($0) }
        }
    }

    func zijnEr() async throws -> Bool {
        try await store.read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM gebruiker)") ?? false }
    }

    /// Takes a step of the second factor; false when it, or a later one, was taken before.
    func neemStap(_ stap: Int64, van id: GebruikerID) async throws -> Bool {
        try await store.write { tx in
            try tx.db.execute(
                sql: "UPDATE toegang SET totp_stap = ? WHERE gebruiker = ? AND totp_stap < ?",
                arguments: [stap, id.description, stap])
            return tx.db.changesCount == 1
        }
    }

    func totp(_ toegang: ToegangRij, van id: GebruikerID) throws -> TOTP {
        TOTP(secret: try Seal.open(toegang.totp, with: zegel, context: Self.context(id)))
    }

    /// Writes a new user with its access, and tells the others.
    func voegToe(
        _ rij: GebruikerRij, wachtwoordHash: String, totpGeheim: Data, waarom: String, cause: Envelope?
    ) async throws {
        let totp = try Seal.seal(totpGeheim, with: zegel, context: Self.context(rij.id))
        try await store.write(because: cause) { tx in
            let bestaat = try Bool.fetchOne(
                tx.db, sql: "SELECT EXISTS (SELECT 1 FROM gebruiker WHERE gebruikersnaam = ?)", arguments: [rij.gebruikersnaam])
            guard bestaat != true else {
                throw Failure.invalid([
                    FieldError("gebruikersnaam", code: "bezet", "Deze gebruikersnaam is al in gebruik. Kies een andere.")
                ])
            }
            try tx.db.execute(
                sql: """
                    INSERT INTO gebruiker (id, gebruikersnaam, naam, rollen, team, gemeente, organisatie, actief, versie, gewijzigd_op, gewijzigd_door)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                    """,
                arguments: [
                    rij.id.description, rij.gebruikersnaam, rij.naam, GebruikerRij.tekst(rij.rollen), rij.team?.description,
                    rij.gemeente, rij.organisatie?.description, rij.actief, Instant.text(tx.now),
                    tx.cause?.actor?.user?.description,
                ])
            try tx.db.execute(
                sql: "INSERT INTO toegang (gebruiker, wachtwoord, totp) VALUES (?, ?, ?)",
                arguments: [rij.id.description, wachtwoordHash, totp])
            try tx.created("gebruiker", id: rij.id.description, why: waarom)
            try tx.emit(rij.gewijzigd)
        }
    }

    /// Gives or takes access. Taking it ends every session at once.
    func zetActief(_ actief: Bool, _ id: GebruikerID, van versie: Int, cause: Envelope?) async throws {
        try await store.write(because: cause) { tx in
            try tx.change("gebruiker", id: id.description, from: versie, why: actief ? "toegang gegeven" : "toegang weggenomen") {
                db in
                try db.execute(sql: "UPDATE gebruiker SET actief = ? WHERE id = ?", arguments: [actief, id.description])
            }
            if !actief { try tx.db.execute(sql: "DELETE FROM sessie WHERE gebruiker = ?", arguments: [id.description]) }
            let row = try Row.fetchOne(
                tx.db, sql: "SELECT \(GebruikerRij.kolommen) FROM gebruiker WHERE id = ?", arguments: [id.description])
            guard let row else { throw Failure.notFound(what: "gebruiker") }
            try tx.emit(try GebruikerRij(row).gewijzigd)
        }
    }

    private static func context(_ id: GebruikerID) -> String { "totp:\(id)" }
}
