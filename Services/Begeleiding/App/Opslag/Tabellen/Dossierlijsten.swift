// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag
import Toegang

/// A dossier that nobody has yet, with what a team leader chooses by.
struct Verdeelrij: Sendable {
    var dossier: Dossierrij
    /// Nil for a child without a traject to ride on.
    var eersteContactUiterlijk: Datum?
    var spreektaal: String?
    var tolkNodig: Bool

    init(_ row: Row) throws {
        dossier = try Dossierrij(row)
        eersteContactUiterlijk = try row.datumIfPresent("eerste_contact_uiterlijk")
        spreektaal = row["spreektaal"]
        tolkNodig = try row.waar("tolk_nodig")
    }
}

/// What a list shows of one dossier.
struct Kaartrij: Sendable {
    var dossier: DossierID
    var traject: TrajectID?
    var eigenTraject: Bool
    var toestand: Dossierrij.Toestand
    var gestartOp: Datum?
    var tussenrapportageOp: Datum?
    var eindigtOp: Datum?
    var begeleider: GebruikerID?
    var laatsteContact: Datum?
    var doelenBereikt: Int
    var doelenTotaal: Int

    init(_ row: Row) throws {
        dossier = try row.id("id")
        traject = try row.idIfPresent("traject")
        eigenTraject = try row.waar("eigen_traject")
        toestand = try row.code("toestand")
        gestartOp = try row.datumIfPresent("gestart_op")
        tussenrapportageOp = try row.datumIfPresent("tussenrapportage_op")
        eindigtOp = try row.datumIfPresent("eindigt_op")
        begeleider = try row.idIfPresent("begeleider")
        laatsteContact = try row.datumIfPresent("laatste_contact")
        doelenBereikt = row["doelen_bereikt"] ?? 0
        doelenTotaal = row["doelen_totaal"] ?? 0
    }
}

// Lists over the table `dossier`, each filtered by the policy in the query.
extension Dossiers {
    /// Without a begeleider, longest waiting first, after the given place.
    static func teVerdelen(
        _ db: Database, _ bereik: Scope, na: (datum: Datum, rest: String)?, limit: Int
    ) throws -> [Verdeelrij] {
        let filter = bereik.sql(columns: kolommen)
        var arguments = StatementArguments(filter.arguments)
        if let na { arguments += [na.datum.description, na.rest] }
        arguments += [limit]
        return try db.rijen(
            """
            SELECT d.*, t.eerste_contact_uiterlijk FROM dossier d LEFT JOIN traject t ON t.id = d.traject
            WHERE \(filter.sql) AND d.begeleider IS NULL AND d.meerijdend_met IS NULL AND d.toestand <> 'afgerond'
                AND \(Samengevoegd.staatZelf("d.id"))
            \(na == nil ? "" : "AND (d.gestart_op, d.id) > (?, ?)") ORDER BY d.gestart_op, d.id LIMIT ?
            """, arguments, Verdeelrij.init
        )
    }

    /// These dossiers, as far as they lie within the scope.
    /// - Parameter metContact: for which of them the last contact may be seen.
    static func kaarten(_ db: Database, _ dossiers: [DossierID], _ bereik: Scope, metContact: Scope) throws -> [Kaartrij] {
        let ids = dossiers.map(\.description)
        let filter = bereik.sql(columns: kolommen)
        let contact = metContact.sql(columns: kolommen)
        return try db.rijen(
            """
            SELECT d.id, d.toestand, d.traject, d.eigen_traject, d.begeleider,
                CASE WHEN \(contact.sql) THEN d.laatste_contact END AS laatste_contact, t.gestart_op,
                t.tussenrapportage_op, t.eindigt_op, t.doelen_bereikt, t.doelen_totaal
            FROM dossier d LEFT JOIN traject t ON t.id = d.traject
            WHERE d.id IN (\(ids.vraagtekens)) AND \(filter.sql)
            """, StatementArguments(contact.arguments + ids + filter.arguments), Kaartrij.init
        )
    }
}
