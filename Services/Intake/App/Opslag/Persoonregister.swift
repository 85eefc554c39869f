// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// One row of the table `persoon`, without the sealed part.
struct Persoonrij: Sendable, Equatable {
    var dossier: DossierID
    var dossiernummer: String
    var naam: String
    var geboortedatum: String
    var gemeente: String
    /// Id of the contract.
    var opdracht: String
    var doelgroep: Doelgroep
    var verblijfsvorm: Verblijfsvorm
    var datumHuisvesting: Datum?
    var spreektaal: String?
    var tolkNodig: Bool
    var geheimhouding: Bool
    var huishouden: HuishoudenID
    var begeleider: GebruikerID?
    var team: TeamID
    var versie: Int
    /// False while the exchange about this person is stopped.
    var uitwisselbaar: Bool
    /// Kept from the sight of the workers of housemates.
    var afgeschermd: Bool
    var eigenTraject: Bool
    var gewijzigdOp: String
    var gewijzigdDoor: String?

    static let kolommen = """
        p.id, p.dossiernummer, p.naam, p.geboortedatum, p.gemeente, p.doelgroep, p.verblijfsvorm, p.datum_huisvesting, \
        p.spreektaal, p.tolk_nodig, p.geheimhouding, p.huishouden, p.begeleider, p.team, p.versie, \
        \(Uitwisselstop.vrij("p.id")) AS uitwisselbaar, \
        NOT \(Huisgenotenscherm.open("p.id")) AS afgeschermd, p.eigen_traject, p.gewijzigd_op, p.gewijzigd_door, \
        p.opdracht
        """

    init(_ row: Row) throws {
        guard let dossier = DossierID(row["id"] as String), let doelgroep = Doelgroep(rawValue: row["doelgroep"]),
            let vorm = Verblijfsvorm(rawValue: row["verblijfsvorm"]), let team = TeamID(row["team"] as String),
            let huishouden = HuishoudenID(row["huishouden"] as String)
        else { throw Opslagfout.onleesbareRij("persoon") }
        (self.dossier, self.doelgroep, verblijfsvorm, self.team, self.huishouden) = (dossier, doelgroep, vorm, team, huishouden)
        (dossiernummer, naam, geboortedatum) = (row["dossiernummer"], row["naam"], row["geboortedatum"])
        (gemeente, spreektaal, tolkNodig) = (row["gemeente"], row["spreektaal"], row["tolk_nodig"])
        (geheimhouding, versie, uitwisselbaar) = (row["geheimhouding"], row["versie"], row["uitwisselbaar"])
        (afgeschermd, eigenTraject) = (row["afgeschermd"], row["eigen_traject"])
        opdracht = row["opdracht"]
        (gewijzigdOp, gewijzigdDoor) = (row["gewijzigd_op"], row["gewijzigd_door"])
        datumHuisvesting = (row["datum_huisvesting"] as String?).flatMap { Datum($0) }
        begeleider = (row["begeleider"] as String?).flatMap { GebruikerID($0) }
    }
}

enum Persoonregister {
    static func vind(_ db: Database, _ dossier: DossierID) throws -> Persoonrij? {
        let cursor = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT \(Persoonrij.kolommen) FROM persoon p WHERE p.id = ?"),
            arguments: [dossier.description])
        // The row stands on the statement: a cursor that is gone has reset it, and then every column is empty.
        return try withExtendedLifetime(cursor) { try cursor.next().map(Persoonrij.init) }
    }

    static func bestaat(_ db: Database, _ dossier: DossierID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM persoon WHERE id = ?)"), arguments: [dossier.description])
            ?? false
    }

    static func verzegeld(_ db: Database, _ dossier: DossierID) throws -> Data? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT gegevens FROM persoon WHERE id = ?"), arguments: [dossier.description])
    }

    /// The next number of a year. Given out in the transaction that uses it, so none is lost or given twice.
    static func volgendNummer(_ db: Database, jaar: Int) throws -> Dossiernummer {
        try db.run(
            """
            INSERT INTO dossierteller (jaar, laatste) VALUES (?, 1) ON CONFLICT (jaar) DO UPDATE SET laatste = laatste + 1
            """, jaar)
        let laatste = try db.first("SELECT laatste FROM dossierteller WHERE jaar = ?", jaar) { Int($0.integer(0)) }
        guard let laatste else { throw Opslagfout.onleesbareRij("dossierteller") }
        return Dossiernummer(jaar: jaar, volgnummer: laatste)
    }

    /// What a new row holds beside the gegevens.
    struct Nieuw {
        var dossier: DossierID
        var dossiernummer: String
        var opdracht: String
        var team: TeamID
        var doelgroep: Doelgroep
        var huishouden: HuishoudenID
        var eigenTraject: Bool
        var meerijdendMet: DossierID?
        /// The gegevens, sealed for this table.
        var verzegeld: Data
        /// The folded words of the name, in order (`Dubbelvraag`).
        var woorden: [String]
        /// Above 1 for somebody who was here before and was put back.
        var versie = 1
    }

    static func maak(_ tx: Transaction, _ nieuw: Nieuw, _ gegevens: Aanmeldgegevens) throws {
        let naam = gegevens.client.naam
        try tx.db.run(
            """
            INSERT INTO persoon (id, dossiernummer, aanmelding, gemeente, opdracht, naam, sorteersleutel, geboortedatum,
                doelgroep, verblijfsvorm, datum_huisvesting, spreektaal, tolk_nodig, geheimhouding, huishouden, rol,
                eigen_traject, meerijdend_met, gegevens, begeleider, team, versie, gewijzigd_op, gewijzigd_door, zoekwoorden,
                datum_koppeling)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?)
            """, nieuw.dossier, nieuw.dossiernummer, gegevens.aanmelding, gegevens.gemeente.waarde, nieuw.opdracht,
            naam?.weergave ?? Aanmeldingregister.naamOnbekend, naam?.sorteersleutel ?? "",
            gegevens.client.geboortedatum.waarde, nieuw.doelgroep.rawValue, gegevens.verblijfsvorm.rawValue,
            gegevens.datumHuisvesting, gegevens.talen.spreektaal, gegevens.talen.tolkNodig, gegevens.geheimhouding,
            nieuw.huishouden, (gegevens.huishouden?.rol ?? (nieuw.eigenTraject ? .hoofd : .kind)).rawValue,
            nieuw.eigenTraject, nieuw.meerijdendMet, nieuw.verzegeld, nieuw.team, nieuw.versie, tx.nowText, tx.actorText,
            nieuw.woorden.joined(separator: " "), gegevens.datumKoppeling)
        try zetWoorden(tx.db, nieuw.dossier, nieuw.woorden)
    }

    /// The words of a name one by one, for the search box.
    private static func zetWoorden(_ db: Database, _ dossier: DossierID, _ woorden: [String]) throws {
        try db.insert(into: Aanwas.woorden.nieuw, each: woorden, dossier)
    }

    /// Before the words in `persoon` change or go: by them its rows are found.
    private static func wisWoorden(_ db: Database, _ dossier: DossierID) throws {
        for woord in try woorden(db, dossier) {
            try Aanwas.woorden.wis(db, waar: "woord = ? AND dossier = ?", woord, dossier)
        }
    }

    /// The number and the last version of somebody who was accepted before and put back to waiting.
    static func eerder(_ db: Database, _ aanmelding: AanmeldingID) throws -> (nummer: String, versie: Int)? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT eerder_nummer, eerder_versie FROM aanmelding WHERE id = ? AND eerder_nummer IS NOT NULL"),
            arguments: [aanmelding.description]
        ).map { ($0["eerder_nummer"], $0["eerder_versie"]) }
    }

    /// Something was done with this person: a begeleider, a contact. From now on a decision is not taken back.
    static func begint(_ db: Database, _ dossier: DossierID, op dag: Datum) throws {
        try db.cachedStatement(sql: "UPDATE persoon SET begonnen_op = ? WHERE id = ? AND begonnen_op IS NULL")
            .execute(arguments: [dag.description, dossier.description])
    }

    static func isBegonnen(_ db: Database, _ dossier: DossierID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT begonnen_op IS NOT NULL OR begeleider IS NOT NULL FROM persoon WHERE id = ?"),
            arguments: [dossier.description]) ?? false
    }

    /// Takes somebody out again who should not have been accepted. Number and version stay with the aanmelding, what people wrote
    /// down is kept aside (`Bewaard`), and who was kept from sight stays so.
    static func neemTerug(_ tx: Transaction, _ rij: Persoonrij, _ aanmelding: AanmeldingID) throws {
        let versie = try tx.change(
            "persoon", id: rij.dossier.description, from: rij.versie, why: "besluit teruggedraaid"
        ) { _ in }
        try tx.db.cachedStatement(
            sql: "UPDATE aanmelding SET eerder_nummer = ?, eerder_versie = ? WHERE id = ?"
        ).execute(arguments: [rij.dossiernummer, versie, aanmelding.description])
        try wisWoorden(tx.db, rij.dossier)
        try Bewaard.legWeg(tx.db, rij.dossier)
        // Who is a client anew is told about anew.
        try tx.db.cachedStatement(sql: "DELETE FROM achttien WHERE dossier = ?").execute(arguments: [rij.dossier.description])
        try tx.db.cachedStatement(
            sql: "DELETE FROM persoon WHERE id = ?"
        ).execute(arguments: [rij.dossier.description])
    }

    /// Puts changed gegevens in the place of the old, within `Transaction.change`.
    static func vervang(_ db: Database, _ dossier: DossierID, _ gegevens: Aanmeldgegevens, verzegeld: Data) throws {
        let naam = gegevens.client.naam
        let nieuw = Dubbelvraag.woorden(van: naam)
        try wisWoorden(db, dossier)
        try db.cachedStatement(
            sql: """
                UPDATE persoon SET naam = ?1, sorteersleutel = ?2, geboortedatum = ?3, verblijfsvorm = ?4, datum_huisvesting = ?5,
                    spreektaal = ?6, tolk_nodig = ?7, geheimhouding = ?8, gegevens = ?9, zoekwoorden = ?10, datum_koppeling = ?11,
                    eerst_gehuisvest = \(Self.eersteDag) WHERE id = ?12
                """
        ).execute(arguments: [
            naam?.weergave ?? Aanmeldingregister.naamOnbekend, naam?.sorteersleutel ?? "",
            gegevens.client.geboortedatum.waarde, gegevens.verblijfsvorm.rawValue, gegevens.datumHuisvesting?.description,
            gegevens.talen.spreektaal, gegevens.talen.tolkNodig, gegevens.geheimhouding, verzegeld,
            nieuw.joined(separator: " "), gegevens.datumKoppeling?.description, dossier.description,
        ])
        try zetWoorden(db, dossier, nieuw)
    }

    /// Of who leaves a HAR or doorstroomlocatie (form ?4, day ?5) the first day there stays known: housed is counted once, in the
    /// half-year in which it began. Back in such a place it was a mistake.
    private static let eersteDag = """
        CASE WHEN verblijfsvorm <> 'eigen-woning' AND verblijfsvorm <> ?4 AND (?5 IS NULL OR datum_huisvesting < ?5)
                THEN coalesce(eerst_gehuisvest, datum_huisvesting)
            WHEN verblijfsvorm = 'eigen-woning' AND ?4 <> 'eigen-woning' THEN NULL
            ELSE eerst_gehuisvest END
        """

    /// Another target group, within `Transaction.change`.
    static func zetGroep(_ db: Database, _ dossier: DossierID, _ groep: Doelgroep, eigenTraject: Bool) throws {
        try db.cachedStatement(
            sql: """
                UPDATE persoon SET doelgroep = ?1, meerijdend_met = CASE WHEN ?2 THEN NULL ELSE meerijdend_met END,
                    eigen_traject = ?2 WHERE id = ?3
                """
        ).execute(arguments: [groep.rawValue, eigenTraject, dossier.description])
    }

    static func met(_ db: Database, dossiernummer: String) throws -> DossierID? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT id FROM persoon WHERE dossiernummer = ?"), arguments: [dossiernummer])
            .flatMap { DossierID($0) }
    }

    /// Whether one of these numbers belongs to another client. A dossier of the same person is no other.
    static func heeftAnder(_ db: Database, _ kenmerken: [BlindKenmerk], dan dossier: DossierID) throws -> Bool {
        let wortel = try Samenvoegregister.wortel(db, dossier)
        return try kenmerken.filter { $0.soort == .bsn || $0.soort == .vnummer }.contains { kenmerk in
            try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT k.dossier FROM kenmerk k JOIN persoon p ON p.id = k.dossier
                        WHERE k.soort = ? AND k.waarde = ? AND k.dossier <> ? LIMIT 20
                        """), arguments: [kenmerk.soort.rawValue, kenmerk.waarde, dossier.description]
            ).compactMap { DossierID($0) }.contains { try Samenvoegregister.wortel(db, $0) != wortel }
        }
    }

    /// Takes over who has the dossier in the caseload.
    static func wijsToe(_ db: Database, _ dossier: DossierID, begeleider: GebruikerID, team: TeamID) throws -> Bool {
        try db.cachedStatement(sql: "UPDATE persoon SET begeleider = ?, team = ? WHERE id = ?")
            .execute(arguments: [begeleider.description, team.description, dossier.description])
        return db.changesCount == 1
    }
}
