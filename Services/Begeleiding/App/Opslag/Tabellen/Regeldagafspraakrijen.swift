// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Toegang

/// One appointment of the regeldag, its words still sealed.
struct Regeldagafspraakrij: Sendable, Equatable {
    var id: RegeldagafspraakID
    var huishouden: HuishoudenID
    var dossier: DossierID
    var op: Datum
    var van: String
    var tot: String
    var voorziening: VoorzieningID?
    var inhoudZegel: Data
    var tolk: Tolkstand
    var afgezegd: Bool
    var versie: Int
    var leden: Set<DossierID> = []

    init(_ row: Row) throws {
        id = try row.id("id")
        huishouden = try row.id("huishouden")
        dossier = try row.id("dossier")
        op = try row.datum("op")
        (van, tot) = (try row.tekst("van"), try row.tekst("tot"))
        voorziening = try row.idIfPresent("voorziening")
        guard let zegel: Data = row["inhoud_zegel"] else { throw OnleesbareKolom(kolom: "inhoud_zegel") }
        inhoudZegel = zegel
        tolk = try row.code("tolk")
        afgezegd = try row.waar("afgezegd")
        versie = try row.getal("versie")
    }

    /// As the rules see it; nil for a time that was never written by this program.
    var afspraak: Regeldagafspraken.Afspraak? {
        guard let van = Regeldagafspraken.Tijdvak.minuten(van), let tot = Regeldagafspraken.Tijdvak.minuten(tot) else {
            return nil
        }
        return Regeldagafspraken.Afspraak(id: id, op: op, tijd: .init(van: van, tot: tot), leden: leden)
    }
}

/// Reading and writing of the tables `regeldagafspraak` and `regeldagafspraak_lid`.
enum Regeldagafspraakrijen {
    /// The most appointments of one answer.
    static let meeste = 500

    /// Those of one household, in order of time.
    static func van(_ db: Database, huishouden: HuishoudenID) throws -> [Regeldagafspraakrij] {
        let rijen = try db.rijen(
            "SELECT * FROM regeldagafspraak WHERE huishouden = ? ORDER BY op, van, id LIMIT \(meeste)",
            [huishouden.description])
        return try metLeden(db, rijen.map(Regeldagafspraakrij.init))
    }

    /// Those of a period that go on, for everybody within the scope.
    static func van(_ db: Database, _ bereik: Scope, van: Datum, tot: Datum) throws -> [Regeldagafspraakrij] {
        let filter = bereik.sql(columns: Dossiers.kolommen)
        let rijen = try db.rijen(
            """
            SELECT DISTINCT a.* FROM dossier d
            JOIN regeldagafspraak_lid l ON l.dossier = d.id AND l.op BETWEEN ? AND ?
            JOIN regeldagafspraak a ON a.id = l.afspraak AND a.afgezegd = 0
            WHERE \(filter.sql) ORDER BY a.op, a.van, a.id LIMIT \(meeste)
            """, [van.description, tot.description] + StatementArguments(filter.arguments))
        return try metLeden(db, rijen.map(Regeldagafspraakrij.init))
    }

    static func vind(_ db: Database, _ id: RegeldagafspraakID) throws -> Regeldagafspraakrij? {
        guard let row = try db.rij("SELECT * FROM regeldagafspraak WHERE id = ?", [id.description]) else { return nil }
        return try metLeden(db, [Regeldagafspraakrij(row)]).first
    }

    private static func metLeden(_ db: Database, _ rijen: [Regeldagafspraakrij]) throws -> [Regeldagafspraakrij] {
        try rijen.map { rij in
            var rij = rij
            rij.leden = Set(
                try db.rijen("SELECT dossier FROM regeldagafspraak_lid WHERE afspraak = ?", [rij.id.description])
                    .map { try $0.id("dossier") })
            return rij
        }
    }

    /// What somebody typed, sealed.
    struct Nieuw: Sendable {
        var op: Datum
        var van: String
        var tot: String
        var voorziening: VoorzieningID?
        var zegel: Data
        var tolk: Tolkstand
        var leden: Set<DossierID>
    }

    static func bewaar(
        _ db: Database, _ id: RegeldagafspraakID, huishouden: HuishoudenID, dossier: DossierID, _ nieuw: Nieuw
    ) throws {
        try db.doe(
            """
            INSERT INTO regeldagafspraak (id, huishouden, dossier, op, van, tot, voorziening, inhoud_zegel, tolk)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.description, huishouden.description, dossier.description, nieuw.op.description, nieuw.van, nieuw.tot,
                nieuw.voorziening.kolom(), nieuw.zegel, nieuw.tolk.rawValue,
            ])
        try zetLeden(db, id, nieuw)
    }

    static func wijzig(_ db: Database, _ id: RegeldagafspraakID, _ nieuw: Nieuw) throws {
        try db.doe(
            "UPDATE regeldagafspraak SET op = ?, van = ?, tot = ?, voorziening = ?, inhoud_zegel = ?, tolk = ? WHERE id = ?",
            [
                nieuw.op.description, nieuw.van, nieuw.tot, nieuw.voorziening.kolom(), nieuw.zegel, nieuw.tolk.rawValue,
                id.description,
            ])
        try zetLeden(db, id, nieuw)
    }

    private static func zetLeden(_ db: Database, _ id: RegeldagafspraakID, _ nieuw: Nieuw) throws {
        try db.doe("DELETE FROM regeldagafspraak_lid WHERE afspraak = ?", [id.description])
        for lid in nieuw.leden {
            try db.doe(
                "INSERT INTO regeldagafspraak_lid (afspraak, dossier, op) VALUES (?, ?, ?)",
                [id.description, lid.description, nieuw.op.description])
        }
    }
}

extension Dossiers {
    /// Who lives in a household and is still guided or rides along.
    static func gezin(_ db: Database, huishouden: HuishoudenID) throws -> [Dossierrij] {
        try db.rijen(
            "SELECT * FROM dossier WHERE huishouden = ? ORDER BY gestart_op, id", [huishouden.description], Dossierrij.init)
    }
}
