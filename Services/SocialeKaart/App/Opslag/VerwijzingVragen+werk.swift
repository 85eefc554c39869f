// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Toegang

/// Lists of work: what a begeleider must act on, and what waits for a partner.
extension VerwijzingVragen {
    /// What is not over, or ended with something left to do: overdue first, then the nearest date. Paged by key.
    ///
    /// The keys first, with no more than they need, and then the few referrals of the page: a team has thousands of people.
    static func volgen(_ db: Database, _ scope: Scope, alleenTaken: Bool, vandaag: Datum, _ page: PageRequest) throws
        -> Page<Verwijzingsregel>
    {
        let (sql, rechten) = alleenTaken ? taken(scope) : lopend(scope)
        let cursor = try Row.fetchCursor(
            db.cachedStatement(sql: sql + " ORDER BY sleutel LIMIT ?"),
            arguments: StatementArguments(rechten) + [page.after ?? "", page.limit + 1])
        let gevonden = try Array(cursor.map { (id: $0[0] as String, sleutel: $0[1] as String) })
        let lees = try db.cachedStatement(sql: "\(Verwijzingsrij.bron) WHERE x.id = ?")
        let rijen = try gevonden.prefix(page.limit).compactMap { een -> Verwijzingsregel? in
            let cursor = try Row.fetchCursor(lees, arguments: [een.id])
            // The row is only there as long as the cursor stands on it.
            return try withExtendedLifetime(cursor) { try cursor.next().map { try Verwijzingsrij($0).regel } }
        }
        return Page(rows: rijen, next: gevonden.count > page.limit ? gevonden[page.limit - 1].sleutel : nil)
    }

    /// What waits for a worker: the beginning of an index, in the order of the list.
    private static func taken(_ scope: Scope) -> (sql: String, rechten: [String]) {
        var kolommen = Verwijzingsrij.kolommen
        (kolommen.begeleider, kolommen.team) = ("d.begeleider", "d.team")
        let (waar, rechten) = scope.sql(columns: kolommen)
        return (
            """
            SELECT d.verwijzing_id, d.sleutel AS sleutel FROM verwijzing_te_doen d JOIN verwijzing x ON x.id = d.verwijzing_id
            LEFT JOIN toewijzing t ON t.dossier = x.dossier WHERE \(waar) AND d.sleutel > ?
            """, rechten
        )
    }

    /// What is not over, and what ended with something left to do.
    private static func lopend(_ scope: Scope) -> (sql: String, rechten: [String]) {
        let (waar, rechten) = scope.sql(columns: Verwijzingsrij.kolommen)
        let open = VerwijzingToestand.allCases.filter { !$0.isEinde }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let taak = "EXISTS (SELECT 1 FROM verwijzing_te_doen d WHERE d.verwijzing_id = x.id)"
        return (
            """
            SELECT id, sleutel FROM (SELECT x.id, CASE WHEN \(taak) THEN 0 ELSE 1 END || '|'
                || coalesce(x.uiterlijk_op, x.herinnering_op, '9999-12-31') || '|' || x.id AS sleutel
              FROM verwijzing x LEFT JOIN toewijzing t ON t.dossier = x.dossier
              WHERE \(waar)\(scope.isVanMensen ? " AND t.verwijst = 1" : "") AND (x.toestand IN (\(open)) OR \(taak)))
            WHERE sleutel > ?
            """, rechten
        )
    }

    /// The referrals to one partner: what waits for it first, then what runs, then what ended; paged by key.
    static func vanPartnerWerk(_ db: Database, _ scope: Scope, _ page: PageRequest) throws -> (
        rijen: [Verwijzingsrij], next: String?
    ) {
        let (waar, rechten) = scope.sql(columns: Verwijzingsrij.kolommen)
        var sql = """
            SELECT * FROM (SELECT z.*,
              CASE WHEN \(wachtOpPartner("z")) THEN 0
                WHEN z.toestand IN ('wachtlijst', 'geaccepteerd') THEN 1 WHEN z.toestand = 'gestart' THEN 2 ELSE 3 END || '|'
                || coalesce(z.uiterlijk_op, '9999-12-31') || '|' || z.id AS sleutel
              FROM (\(Verwijzingsrij.bron) WHERE x.verstuurd_op IS NOT NULL AND \(waar)) z)
            """
        var arguments = StatementArguments(rechten)
        if let na = page.after {
            sql += " WHERE sleutel > ?"
            arguments += [na]
        }
        let rijen = try Row.fetchAll(db, sql: sql + " ORDER BY sleutel LIMIT ?", arguments: arguments + [page.limit + 1])
        return (
            try rijen.prefix(page.limit).map { try Verwijzingsrij($0) },
            rijen.count > page.limit ? rijen[page.limit - 1]["sleutel"] : nil
        )
    }

    /// That this referral waits for an answer of the partner.
    private static func wachtOpPartner(_ verwijzing: String) -> String {
        "(\(verwijzing).toestand IN ('verstuurd', 'ontvangen') OR \(verwijzing).statusvraag_op IS NOT NULL)"
    }

    /// How many referrals wait for an answer of the partner, counted to so many.
    static func wachtend(_ db: Database, _ scope: Scope, hoogstens: Int) throws -> Int {
        let (waar, rechten) = scope.sql(columns: Verwijzingsrij.kolommen)
        return try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM (SELECT 1 FROM verwijzing x LEFT JOIN toewijzing t ON t.dossier = x.dossier
                  WHERE x.verstuurd_op IS NOT NULL AND \(wachtOpPartner("x")) AND \(waar) LIMIT ?)
                """, arguments: StatementArguments(rechten) + [hoogstens]) ?? 0
    }

    static func instemming(_ db: Database, _ id: VerwijzingID, _ vandaag: Datum) throws -> Instemmingsregel? {
        try Row.fetchOne(db, sql: "SELECT * FROM verwijzing_instemming WHERE verwijzing_id = ?", arguments: [id.description])
            .flatMap { rij in
                guard let op = Datum(rij["op"] as String) else { return nil }
                return Instemmingsregel(
                    door: rij["door"], op: op, hoe: rij["hoe"], taal: rij["taal"], metTolk: rij["met_tolk"],
                    isGeldig: Instemmingsgegevens.isGeldig(gegevenOp: op, ingetrokken: false, vandaag: vandaag))
            }
    }

    static func ontheffing(_ db: Database, _ id: VerwijzingID) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT soort FROM verwijzing_ontheffing WHERE verwijzing_id = ?", arguments: [id.description])
    }

    static func vervangenDoor(_ db: Database, _ id: VerwijzingID) throws -> VerwijzingID? {
        try String.fetchOne(
            db, sql: "SELECT id FROM verwijzing WHERE vervangt = ? ORDER BY gemaakt_op DESC LIMIT 1",
            arguments: [id.description]
        ).flatMap { VerwijzingID($0) }
    }

    /// One step of one referral, as the overview of partners counts it.
    struct Moment: Sendable {
        let verwijzing: String
        let organisatie: OrganisatieID
        let naam: String
        let verstuurd: Date
        let naar: VerwijzingToestand
        let rol: String
        let reden: String?
        let op: Date
    }

    /// The steps of all referrals that were sent in a period, in order.
    static func momenten(_ db: Database, _ scope: Scope, van: Datum, tot: Datum) throws -> [Moment] {
        let (waar, rechten) = scope.sql(columns: Verwijzingsrij.kolommen)
        let rijen = try Row.fetchAll(
            db,
            sql: """
                SELECT x.id, x.organisatie_id, o.naam, x.verstuurd_op, p.naar, p.rol, p.reden, p.op
                FROM verwijzing x JOIN organisatie o ON o.id = x.organisatie_id
                LEFT JOIN toewijzing t ON t.dossier = x.dossier
                JOIN verwijzing_stap p ON p.verwijzing_id = x.id
                WHERE x.verstuurd_op >= ? AND x.verstuurd_op < ? AND \(waar) ORDER BY p.nr LIMIT 200000
                """,
            arguments: [Instant.text(van.start), Instant.text(tot.adding(days: 1).start)] + StatementArguments(rechten))
        return rijen.compactMap { rij in
            guard let organisatie = OrganisatieID(rij["organisatie_id"] as String),
                let verstuurd = Instant.date(rij["verstuurd_op"] as String), let op = Instant.date(rij["op"] as String),
                let naar = VerwijzingToestand(rawValue: rij["naar"])
            else { return nil }
            return Moment(
                verwijzing: rij["id"], organisatie: organisatie, naam: rij["naam"], verstuurd: verstuurd, naar: naar,
                rol: rij["rol"], reden: rij["reden"], op: op)
        }
    }
}

extension Scope {
    /// Whether it rests on who has a dossier only, so that a referral outside `toewijzing` cannot fall in it.
    fileprivate var isVanMensen: Bool {
        guard case .any(let grounds) = self else { return false }
        return grounds.allSatisfy { $0.fact == .begeleider || $0.fact == .team }
    }
}
