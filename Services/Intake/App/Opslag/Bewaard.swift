// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// What was written down about somebody whose acceptance was taken back: kept aside, and put back when the same aanmelding is
/// accepted again. The memberships and facts that the aanmelding itself tells are made from it anew.
enum Bewaard {
    private static let lidmaatschap = "id, dossier, huishouden, rol, van, tot, reden, bron, ingetrokken_op, op, door, vervangt"
    private static let persoonsfeit = "id, dossier, soort, waarde, van, bron, reden, op, door"
    private static let verwachtLid =
        "id, referent, rol, stand, verwacht_op, gegevens, dossier, versie, gewijzigd_op, gewijzigd_door, stand_voor, lidmaatschap, meerijders"

    private static let tabellen = [
        ("lidmaatschap", lidmaatschap, "dossier"), ("persoonsfeit", persoonsfeit, "dossier"),
        ("verwacht_lid", verwachtLid, "referent"),
    ]

    static func legWeg(_ db: Database, _ dossier: DossierID) throws {
        for (tabel, kolommen, van) in tabellen {
            try db.cachedStatement(
                sql: "INSERT INTO bewaard_\(tabel) (\(kolommen)) SELECT \(kolommen) FROM \(tabel) WHERE \(van) = ?"
            ).execute(arguments: [dossier.description])
            try db.cachedStatement(sql: "DELETE FROM \(tabel) WHERE \(van) = ?").execute(arguments: [dossier.description])
        }
    }

    /// Where a worker said that the person lives, with which role; nil when only the aanmelding told.
    static func woont(_ db: Database, _ dossier: DossierID) throws -> HuishoudenID? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT huishouden FROM bewaard_lidmaatschap
                    WHERE dossier = ? AND bron = 'medewerker' AND tot IS NULL AND ingetrokken_op IS NULL
                    """), arguments: [dossier.description]
        ).flatMap { HuishoudenID($0) }
    }

    /// To which group a worker said that the person belongs; nil when nobody did, or to none of ours.
    static func groep(_ db: Database, _ dossier: DossierID) throws -> Doelgroep? {
        let laatste = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT waarde, bron FROM bewaard_persoonsfeit WHERE dossier = ? AND soort = 'doelgroep'
                    ORDER BY van DESC, op DESC, id DESC LIMIT 1
                    """), arguments: [dossier.description])
        guard let laatste, laatste["bron"] as String == "medewerker" else { return nil }
        return Doelgroep(rawValue: laatste["waarde"])
    }

    struct Terug {
        /// The memberships are back, and hold instead of what the aanmelding says.
        var lidmaatschappen = false
        /// Of these kinds a worker's fact is back, and holds.
        var feiten: Set<String> = []
    }

    /// Puts back what people wrote; the person must be there. What is left is told by the aanmelding, and is thrown away.
    static func haalTerug(_ db: Database, _ dossier: DossierID) throws -> Terug {
        var terug = Terug()
        terug.lidmaatschappen = try woont(db, dossier) != nil
        if terug.lidmaatschappen { try zet(db, "lidmaatschap", lidmaatschap, "dossier = ?", dossier) }
        terug.feiten = Set(
            try String.fetchAll(
                db.cachedStatement(
                    sql: "SELECT DISTINCT soort FROM bewaard_persoonsfeit WHERE dossier = ? AND bron = 'medewerker'"),
                arguments: [dossier.description]))
        try zet(
            db, "persoonsfeit", persoonsfeit,
            """
            dossier = ?1 AND soort IN (SELECT soort FROM bewaard_persoonsfeit WHERE dossier = ?1 AND bron = 'medewerker')
            """, dossier)
        // Who had come is expected again, when that acceptance was taken back too.
        try db.cachedStatement(
            sql: """
                UPDATE bewaard_verwacht_lid SET stand = coalesce(stand_voor, 'verwacht'), stand_voor = NULL, dossier = NULL,
                    lidmaatschap = NULL, meerijders = NULL
                WHERE referent = ? AND dossier IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM persoon p WHERE p.id = bewaard_verwacht_lid.dossier)
                """
        ).execute(arguments: [dossier.description])
        try zet(db, "verwacht_lid", verwachtLid, "referent = ?", dossier)
        for (tabel, _, van) in tabellen {
            try db.cachedStatement(
                sql: "DELETE FROM bewaard_\(tabel) WHERE \(van) = ?"
            ).execute(arguments: [dossier.description])
        }
        return terug
    }

    private static func zet(
        _ db: Database, _ tabel: String, _ kolommen: String, _ waar: String, _ dossier: DossierID
    ) throws {
        try db.cachedStatement(
            sql: "INSERT INTO \(tabel) (\(kolommen)) SELECT \(kolommen) FROM bewaard_\(tabel) WHERE \(waar)"
        ).execute(arguments: [dossier.description])
    }
}
