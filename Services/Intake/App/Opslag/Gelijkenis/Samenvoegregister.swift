// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One row of the table `samenvoeging`.
struct Samenvoegrij: Sendable, Equatable {
    var id: SamenvoegingID
    var volgend: DossierID
    var leidend: DossierID
    /// Set when what follows is an aanmelding that never became a dossier of its own.
    var aanmelding: AanmeldingID?
    var isActief: Bool
    var reden: String
    /// Of the aanmelding, before it joined.
    var redenenVoor: [String]
    var samengevoegdOp: String
    var samengevoegdDoor: String
    var ongedaanOp: String?
    var ongedaanDoor: String?
    /// Lines of `uitwisselingsreden` of the stops that were in force when it was made; nil when that was not kept.
    var stops: Set<String>?
    var versie: Int

    init(_ row: Row) throws {
        guard let id = SamenvoegingID(row["id"] as String), let volgend = DossierID(row["volgend"] as String),
            let leidend = DossierID(row["leidend"] as String)
        else { throw Opslagfout.onleesbareRij("samenvoeging") }
        (self.id, self.volgend, self.leidend) = (id, volgend, leidend)
        aanmelding = (row["aanmelding"] as String?).flatMap { AanmeldingID($0) }
        isActief = row["toestand"] == "actief"
        redenenVoor = (row["redenen_voor"] as String).split(separator: ",").map(String.init)
        (reden, samengevoegdOp, samengevoegdDoor) = (row["reden"], row["samengevoegd_op"], row["samengevoegd_door"])
        (ongedaanOp, ongedaanDoor, versie) = (row["ongedaan_op"], row["ongedaan_door"], row["versie"])
        stops = (row["stops"] as String?).map { Set($0.split(separator: ",").map(String.init)) }
    }
}

/// Who follows whom. Each dossier follows at most one other; who follows nobody is a root and stands for all under it.
enum Samenvoegregister {
    /// Longer rows cannot come to be by hand; this only keeps a damaged store from going round for ever.
    private static let diepte = 100

    /// Who stands for this dossier: itself, unless it follows.
    static func wortel(_ db: Database, _ dossier: DossierID) throws -> DossierID {
        let select = try db.cachedStatement(sql: "SELECT leidend FROM samenvoeging WHERE volgend = ? AND toestand = 'actief'")
        var nu = dossier
        for _ in 0..<diepte {
            guard let leidend = try String.fetchOne(select, arguments: [nu.description]), let volgende = DossierID(leidend) else {
                break
            }
            nu = volgende
        }
        return nu
    }

    /// The same inside a statement, for the column that holds the dossier.
    static func wortel(van kolom: String) -> String {
        """
        (WITH RECURSIVE op (dossier, stap) AS (
            SELECT \(kolom), 0 UNION ALL SELECT sv.leidend, op.stap + 1 FROM op JOIN samenvoeging sv ON sv.volgend = op.dossier
            WHERE sv.toestand = 'actief' AND op.stap < \(diepte)
        ) SELECT dossier FROM op ORDER BY stap DESC LIMIT 1)
        """
    }

    /// All dossiers of the person whom this one belongs to, itself included.
    static func groep(_ db: Database, _ dossier: DossierID) throws -> Set<DossierID> {
        try tak(db, wortel(db, dossier)).union([dossier])
    }

    /// A dossier with all that follow it, directly and further on.
    static func tak(_ db: Database, _ dossier: DossierID) throws -> Set<DossierID> {
        let leden = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE tak (dossier) AS (
                        SELECT ? UNION SELECT sv.volgend FROM samenvoeging sv JOIN tak ON sv.leidend = tak.dossier
                        WHERE sv.toestand = 'actief'
                    ) SELECT dossier FROM tak LIMIT 1000
                    """), arguments: [dossier.description])
        return Set(leden.compactMap { DossierID($0) })
    }

    /// A condition on `persoon p` that is true for who follows nobody: lists show each person once. By the number of a
    /// dossier everybody is found.
    static let staatZelf = staatZelf("p.id")

    /// The same on any column with the id of a dossier. A number counts people, so whoever counts needs it too.
    static func staatZelf(_ kolom: String) -> String {
        "NOT EXISTS (SELECT 1 FROM samenvoeging sv WHERE sv.volgend = \(kolom) AND sv.toestand = 'actief')"
    }

    /// The person whose dossier this is; of an aanmelding that joined somebody, that one.
    static func persoon(_ db: Database, _ dossier: DossierID) throws -> Persoonrij? {
        if let eigen = try Persoonregister.vind(db, dossier) { return eigen }
        let wortel = try wortel(db, dossier)
        return wortel == dossier ? nil : try Persoonregister.vind(db, wortel)
    }

    static func volgt(_ db: Database, _ dossier: DossierID) throws -> Bool {
        let select = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM samenvoeging WHERE volgend = ? AND toestand = 'actief')")
        return try Bool.fetchOne(select, arguments: [dossier.description]) ?? false
    }

    /// Whether it follows or leads in a merge that is in force.
    static func doetMee(_ db: Database, _ dossier: DossierID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM samenvoeging WHERE (volgend = ?1 OR leidend = ?1) AND toestand = 'actief')"),
            arguments: [dossier.description]) ?? false
    }

    static func vind(_ db: Database, _ id: SamenvoegingID) throws -> Samenvoegrij? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM samenvoeging WHERE id = ?"), arguments: [id.description]).map(
            Samenvoegrij.init)
    }

    /// All that a dossier took part in, newest first, also what was undone.
    static func van(_ db: Database, _ dossier: DossierID) throws -> [Samenvoegrij] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM samenvoeging WHERE volgend = ?1 OR leidend = ?1 ORDER BY samengevoegd_op DESC, id DESC LIMIT 100
                    """), arguments: [dossier.description]
        ).map(Samenvoegrij.init)
    }

    /// The aanmeldingen that joined a dossier, oldest first.
    static func aanmeldingen(_ db: Database, bij dossier: DossierID) throws -> [Samenvoegrij] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM samenvoeging WHERE leidend = ? AND toestand = 'actief' AND aanmelding IS NOT NULL
                    ORDER BY samengevoegd_op, id LIMIT 20
                    """), arguments: [dossier.description]
        ).map(Samenvoegrij.init)
    }

    struct Nieuw {
        var volgend: DossierID
        var leidend: DossierID
        var aanmelding: AanmeldingID?
        var reden: String
        var redenenVoor: [String] = []
        /// Of an aanmelding that joins: what it says about its address, and the words of its name.
        var geheim = false
        var woorden: [String] = []
    }

    static func maak(_ tx: Transaction, _ nieuw: Nieuw) throws -> SamenvoegingID {
        let id: SamenvoegingID = tx.ids.make()
        let stops = try Uitwisselregister.lopend(
            tx.db, in: groep(tx.db, nieuw.volgend).union(groep(tx.db, nieuw.leidend))
        ).values.sorted()
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO samenvoeging (id, volgend, leidend, aanmelding, toestand, reden, redenen_voor, samengevoegd_op,
                    samengevoegd_door, versie, gewijzigd_op, gewijzigd_door, stops, geheim, zoekwoorden)
                VALUES (?, ?, ?, ?, 'actief', ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.description, nieuw.volgend.description, nieuw.leidend.description, nieuw.aanmelding?.description, nieuw.reden,
            nieuw.redenenVoor.joined(separator: ","), tx.nowText, tx.actorText, tx.nowText, tx.actorText,
            stops.joined(separator: ","), nieuw.geheim, nieuw.woorden.joined(separator: " "),
        ])
        try zetWoorden(tx.db, nieuw.volgend, nieuw.woorden)
        // Who is one person is kept from outsiders, and from who guides a housemate, as one.
        let samen = try groep(tx.db, nieuw.leidend)
        try Uitwisselstop.verspreid(over: samen, in: tx)
        try Huisgenotenscherm.verspreid(tx, over: samen)
        try tx.created("samenvoeging", id: id.description, why: nieuw.reden)
        return id
    }

    static func maakOngedaan(_ tx: Transaction, _ rij: Samenvoegrij, versie: Int) throws {
        let id = rij.id
        try tx.change("samenvoeging", id: id.description, from: versie, why: "samenvoeging ongedaan gemaakt") {
            try $0.execute(
                sql: """
                    UPDATE samenvoeging SET toestand = 'ongedaan', ongedaan_op = ?, ongedaan_door = ?
                    WHERE id = ? AND toestand = 'actief'
                    """, arguments: [tx.nowText, tx.actorText, id.description])
            guard $0.changesCount == 1 else {
                throw Failure.state(reason: "Deze samenvoeging is al ongedaan gemaakt.")
            }
        }
        try wisWoorden(tx.db, id, rij.volgend)
        for helft in [rij.volgend, rij.leidend] {
            let groep = try groep(tx.db, helft)
            try Uitwisselstop.verspreid(over: groep, in: tx)
            try Huisgenotenscherm.verspreid(tx, over: groep)
        }
    }
}
