// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One notification that did not arrive (yet), for a page.
public struct Poststuk: Sendable, Equatable {
    public var id: UUID
    public var bestemming: String
    public var soort: String
    /// Whether it is still tried by itself; otherwise it waits for a human.
    public var wordtHerhaald: Bool
    public var gemaaktOp: Date
    public var pogingen: Int
    public var laatstOp: Date?
    /// Real time, not the clock of the rules.
    public var volgendeOp: Date?
    public var oorzaak: Oorzaak?
    /// The last HTTP status, where there was an answer.
    public var status: Int?
    public var versie: Int
}

/// What people see of the queue and do with it.
extension Postvak {
    public struct Aantallen: Sendable, Equatable {
        /// Failed at least once, and tried again by itself.
        public var wordtHerhaald: Int
        /// Not tried any more until somebody decides.
        public var voorMens: Int
    }

    public static func aantallen(_ db: Database) throws -> Aantallen {
        let herhaald = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM bezorging WHERE toestand = 'wacht' AND oorzaak IS NOT NULL")
        let mens = try Int.fetchOne(db, sql: "SELECT count(*) FROM bezorging WHERE toestand = 'mens'")
        return Aantallen(wordtHerhaald: herhaald ?? 0, voorMens: mens ?? 0)
    }

    /// What did not arrive: those for a human first, oldest first; a page at a time.
    /// - Parameter na: the last one of the page before.
    public static func onbezorgd(_ db: Database, na: UUID? = nil, aantal: Int) throws -> [Poststuk] {
        var (conditie, argumenten) = ("", [String]())
        if let na {
            let id = na.uuidString.lowercased()
            conditie = "AND (toestand, id) > (coalesce((SELECT toestand FROM bezorging WHERE id = ?), 'mens'), ?)"
            argumenten = [id, id]
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM bezorging WHERE (toestand = 'mens' OR (toestand = 'wacht' AND oorzaak IS NOT NULL)) \(conditie)
                ORDER BY toestand, id LIMIT \(aantal)
                """, arguments: StatementArguments(argumenten)
        ).compactMap(stuk)
    }

    /// A page of them as it is told to a page of the beheerder.
    public static func bladzijde(_ db: Database, _ page: PageRequest) throws -> Page<OnbezorgdBericht> {
        let grens = min(max(page.limit, 1), 200)
        let stukken = try onbezorgd(db, na: page.after.flatMap { UUID(uuidString: $0) }, aantal: grens + 1)
        let rows = stukken.prefix(grens).map(OnbezorgdBericht.init)
        return Page(rows: rows, next: stukken.count > grens ? rows.last.map { $0.id.uuidString.lowercased() } : nil)
    }

    /// Why somebody gives up, as it is kept.
    /// - Throws: `Failure.invalid` at the field `reden`.
    public static func reden(_ getypt: String) throws -> String {
        let reden = getypt.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (3...200).contains(reden.unicodeScalars.count), !reden.contains(where: \.isNewline) else {
            throw Failure.invalid([
                FieldError("reden", code: "lengte", "Schrijf in één regel van 3 tot 200 tekens waarom u opgeeft.")
            ])
        }
        return reden
    }

    public static func vind(_ db: Database, _ id: UUID) throws -> Poststuk? {
        try Row.fetchOne(db, sql: "SELECT * FROM bezorging WHERE id = ?", arguments: [id.uuidString.lowercased()])
            .flatMap(stuk)
    }

    /// Tries it again at once, with a day of time anew. Throws `Failure` when it does not wait, or somebody was first.
    public static func opnieuw(_ tx: Transaction, _ id: UUID, versie: Int) throws {
        try wijzig(tx, id, versie, "opnieuw bezorgen") { db, id in
            try db.execute(
                sql: """
                    UPDATE bezorging SET toestand = 'wacht', begonnen_op = NULL, volgende_op = '', pogingen = 0
                    WHERE id = ? AND toestand IN ('mens', 'wacht')
                    """, arguments: [id])
        }
    }

    /// The same for all that wait for a human, at one destination or everywhere; at most 500 in one change. Returns how many.
    public static func allesOpnieuw(_ tx: Transaction, bestemming: String? = nil) throws -> Int {
        let rijen = try Row.fetchAll(
            tx.db,
            sql: """
                SELECT id, versie FROM bezorging WHERE toestand = 'mens' AND (?1 IS NULL OR bestemming = ?1) ORDER BY id LIMIT 500
                """, arguments: [bestemming])
        for rij in rijen {
            if let id = UUID(uuidString: rij["id"]) { try opnieuw(tx, id, versie: rij["versie"]) }
        }
        return rijen.count
    }

    /// Stops trying. The reason stands in the history of the row; no personal data belongs in it, the page says so.
    public static func geefOp(_ tx: Transaction, _ id: UUID, versie: Int, reden: String) throws {
        try wijzig(tx, id, versie, "opgegeven: \(reden)") { db, id in
            try db.execute(
                sql: "UPDATE bezorging SET toestand = 'opgegeven' WHERE id = ? AND toestand IN ('mens', 'wacht')",
                arguments: [id])
        }
    }

    private static func wijzig(
        _ tx: Transaction, _ id: UUID, _ versie: Int, _ waarom: String, _ body: (Database, String) throws -> Void
    ) throws {
        let id = id.uuidString.lowercased()
        try tx.change("bezorging", id: id, from: versie, why: waarom) { db in
            try body(db, id)
            guard db.changesCount == 1 else {
                throw Failure.state(reason: "Dit bericht wacht niet meer: het is bezorgd, opgegeven of vervallen.")
            }
        }
    }

    private static func stuk(_ row: Row) -> Poststuk? {
        guard let id = UUID(uuidString: row["id"]), let gemaakt = Instant.date(row["gemaakt_op"] as String) else { return nil }
        let wacht = (row["toestand"] as String) == "wacht"
        return Poststuk(
            id: id, bestemming: row["bestemming"], soort: row["soort"], wordtHerhaald: wacht, gemaaktOp: gemaakt,
            pogingen: row["pogingen"], laatstOp: (row["laatst_op"] as String?).flatMap { Instant.date($0) },
            volgendeOp: wacht ? Instant.date(row["volgende_op"] as String) : nil,
            oorzaak: (row["oorzaak"] as String?).flatMap { Oorzaak(rawValue: $0) }, status: row["status"],
            versie: row["versie"])
    }
}

extension OnbezorgdBericht {
    init(_ stuk: Poststuk) {
        self.init(
            id: stuk.id, bestemming: stuk.bestemming, soort: stuk.soort, wordtHerhaald: stuk.wordtHerhaald,
            gemaaktOp: stuk.gemaaktOp, pogingen: stuk.pogingen, laatstOp: stuk.laatstOp, volgendeOp: stuk.volgendeOp,
            oorzaak: stuk.oorzaak?.rawValue, status: stuk.status, versie: stuk.versie)
    }
}
