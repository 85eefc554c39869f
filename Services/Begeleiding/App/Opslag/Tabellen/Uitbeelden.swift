// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag
import Toegang

/// One reason of one dossier with what its sentences need.
struct Uitbeeldredenrij: Sendable {
    var dossier: DossierID
    var opdracht: String
    var punt: Uitbeeld.Punt
    /// From then it is on the list.
    var opLijst: Datum
    var laatsteContact: Datum?
    var noShowOp: Datum?
    var gepland: Datum?
    var regelzaak: (naam: String, waarom: String)?
    var klok: String?
    /// Of a dossier that follows another one: its number.
    var uitDossiernummer: String?

    init(_ row: Row) throws {
        dossier = try row.id("dossier")
        opdracht = try row.tekst("opdracht")
        punt = Uitbeeld.Punt(
            soort: try row.code("soort"), bron: try row.tekst("bron"), vanaf: try row.datum("vanaf"),
            uiterlijkOp: try row.datum("uiterlijk_op"))
        opLijst = try row.datum("op_lijst")
        laatsteContact = try row.datumIfPresent("laatste_contact")
        noShowOp = try row.datumIfPresent("no_show_op")
        gepland = try row.datumIfPresent("stap_op")
        if let naam: String = row["zaak_naam"] { regelzaak = (naam, try row.tekst("zaak_waarom")) }
        klok = row["klok_waarom"]
        uitDossiernummer = row["uit_nummer"]
    }
}

/// Reading and writing of the tables `uitbeeld` and `uitbeeld_reden`.
enum Uitbeelden {
    /// Where the policy's facts stand in a query that calls a table `u`.
    static let kolommen = ScopeColumns(begeleider: "u.begeleider", team: "u.team", dossier: "u.dossier")

    /// Puts these reasons in place of those that were there. When nothing changed nothing is written.
    static func zet(_ db: Database, _ dossier: DossierID, _ punten: [(punt: Uitbeeld.Punt, opLijst: Datum)]) throws {
        let gesorteerd = punten.sorted { ($0.opLijst, $0.punt.bron) < ($1.opLijst, $1.punt.bron) }
        let oud = try db.rijen(
            "SELECT soort, bron, vanaf, op_lijst, uiterlijk_op FROM uitbeeld_reden WHERE dossier = ?", [dossier.description])
        let nieuw = Set(gesorteerd.map { Self.sleutel($0.punt, $0.opLijst) })
        let bekend = Set(
            oud.map { row in
                ["soort", "bron", "vanaf", "op_lijst", "uiterlijk_op"].map { (row[$0] as String?) ?? "" }.joined(separator: "|")
            })
        if nieuw != bekend {
            try db.doe("DELETE FROM uitbeeld_reden WHERE dossier = ?", [dossier.description])
            var gezien: Set<Uitbeeld.Soort> = []
            for (punt, opLijst) in gesorteerd {
                try db.doe(
                    """
                    INSERT INTO uitbeeld_reden (dossier, soort, bron, vanaf, op_lijst, uiterlijk_op, eerste, begeleider, team)
                    SELECT id, ?, ?, ?, ?, ?, ?, begeleider, team FROM dossier WHERE id = ?
                    """,
                    [
                        punt.soort.rawValue, punt.bron, punt.vanaf.description, opLijst.description,
                        punt.uiterlijkOp.description, gezien.insert(punt.soort).inserted, dossier.description,
                    ])
            }
        }
        try volgDossier(db, dossier)
    }

    private static func sleutel(_ punt: Uitbeeld.Punt, _ opLijst: Datum) -> String {
        [punt.soort.rawValue, punt.bron, "\(punt.vanaf)", "\(opLijst)", "\(punt.uiterlijkOp)"].joined(separator: "|")
    }

    /// The worker or the team of the dossier may have changed, or its reasons: the list follows. Who got a begeleider waits
    /// for none any more.
    static func volgDossier(_ db: Database, _ dossier: DossierID) throws {
        let id = dossier.description
        try db.doe(
            """
            DELETE FROM uitbeeld_reden WHERE dossier = ?1 AND soort = 'geen-begeleider'
                AND (SELECT begeleider FROM dossier WHERE id = ?1) IS NOT NULL
            """, [id])
        try db.doe(
            """
            UPDATE uitbeeld_reden SET (begeleider, team) = (SELECT begeleider, team FROM dossier WHERE id = ?1)
            WHERE dossier = ?1 AND (begeleider, team) IS NOT (SELECT begeleider, team FROM dossier WHERE id = ?1)
            """, [id])
        try db.doe(
            """
            INSERT INTO uitbeeld (id, vanaf, begeleider, team)
            SELECT id, (SELECT MIN(op_lijst) FROM uitbeeld_reden WHERE dossier = ?1), begeleider, team FROM dossier WHERE id = ?1
            ON CONFLICT (id) DO UPDATE SET vanaf = excluded.vanaf, begeleider = excluded.begeleider, team = excluded.team
            """, [id])
    }

    /// Who is on the list today, longest first.
    static func pagina(
        _ db: Database, _ bereik: Scope, soort: Uitbeeld.Soort?, begeleider: GebruikerID?, vandaag: Datum,
        na: (datum: Datum, rest: String)?, limit: Int
    ) throws -> [(dossier: DossierID, begeleider: GebruikerID?, sinds: Datum)] {
        let (filter, argumenten) = voorwaarde(bereik, soort, begeleider, vandaag)
        let grens = na == nil ? "" : "AND (u.sinds, u.dossier) > (?, ?)"
        var arguments = argumenten
        if let na { arguments += [na.datum.description, na.rest] }
        arguments += [limit]
        return try db.rijen(
            """
            SELECT u.dossier, u.begeleider, u.sinds FROM \(bron(soort)) WHERE \(filter) \(grens)
            ORDER BY u.sinds, u.dossier LIMIT ?
            """, arguments
        ).map { (try $0.id("dossier"), try $0.idIfPresent("begeleider"), try $0.datum("sinds")) }
    }

    /// More than this is not counted: a page costs the same whatever stands on the list, and nobody reads the number.
    static let meesteGeteld = 500

    /// How many are on the list, whole or for one kind of reason; nil where there are more than `meesteGeteld`. In the order of
    /// the kinds asked for, as one statement: what stands around a statement costs as much as counting a short list.
    static func aantallen(
        _ db: Database, _ bereik: Scope, soorten: [Uitbeeld.Soort?], begeleider: GebruikerID?, vandaag: Datum
    ) throws -> [Int?] {
        guard !soorten.isEmpty else { return [] }
        let delen = soorten.map { soort in
            let (filter, argumenten) = voorwaarde(bereik, soort, begeleider, vandaag)
            return (
                sql: "(SELECT COUNT(*) FROM (SELECT 1 FROM \(bron(soort)) WHERE \(filter) LIMIT \(meesteGeteld + 1)))",
                argumenten: argumenten
            )
        }
        let rij = try db.rij(
            "SELECT " + delen.map { $0.sql }.joined(separator: ", "), delen.reduce(into: []) { $0 += $1.argumenten })
        return try soorten.indices.map { plaats in
            guard let aantal: Int = rij?[plaats] else { throw OnleesbareKolom(kolom: "aantal") }
            return aantal > meesteGeteld ? nil : aantal
        }
    }

    /// The list, or what one reason leaves of it, under the same names. SQLite puts the subquery into the query around it.
    private static func bron(_ soort: Uitbeeld.Soort?) -> String {
        soort == nil
            ? "(SELECT id AS dossier, begeleider, team, vanaf AS sinds FROM uitbeeld) u"
            : "(SELECT dossier, begeleider, team, soort, op_lijst AS sinds FROM uitbeeld_reden WHERE eerste = 1) u"
    }

    private static func voorwaarde(
        _ bereik: Scope, _ soort: Uitbeeld.Soort?, _ begeleider: GebruikerID?, _ vandaag: Datum
    ) -> (String, StatementArguments) {
        let filter = bereik.sql(columns: kolommen)
        var (sql, arguments) = (filter.sql, filter.arguments)
        if let soort {
            sql += " AND u.soort = ?"
            arguments.append(soort.rawValue)
        }
        if let begeleider {
            sql += " AND u.begeleider = ?"
            arguments.append(begeleider.description)
        }
        return (sql + " AND u.sinds <= ?", StatementArguments(arguments + [vandaag.description]))
    }

    private static let select = """
        SELECT r.*, d.opdracht, d.laatste_contact, d.no_show_op, d.stap_op, z.naam AS zaak_naam, z.waarom AS zaak_waarom,
            k.waarom AS klok_waarom, \(Samengevoegd.nummer("r.dossier"))
        FROM uitbeeld_reden r JOIN dossier d ON d.id = r.dossier
        LEFT JOIN regelzaak z ON r.soort = 'termijn' AND z.id = r.bron
        LEFT JOIN klokdatum k ON k.traject = d.traject AND k.code = CASE r.soort
            WHEN 'klok-loopt-af' THEN 'einde' WHEN 'eerste-contact' THEN 'eerste-contact'
            WHEN 'rapport' THEN CASE r.bron WHEN 'tussenrapportage' THEN 'tussenrapportage' ELSE 'overdracht' END END
        """

    /// Of each kind of reason of these dossiers the first that is on the list on a day.
    static func redenen(_ db: Database, _ dossiers: [DossierID], op dag: Datum) throws -> [Uitbeeldredenrij] {
        guard !dossiers.isEmpty else { return [] }
        return try db.rijen(
            """
            \(select) WHERE r.dossier IN (\(dossiers.vraagtekens)) AND r.eerste = 1 AND r.op_lijst <= ?
            ORDER BY r.op_lijst, r.soort, r.bron
            """,
            StatementArguments(dossiers.map { $0.description } + [dag.description]), Uitbeeldredenrij.init
        )
    }

    /// How many reasons of these dossiers are on the list on a day.
    static func aantallen(_ db: Database, _ dossiers: [DossierID], op dag: Datum) throws -> [DossierID: Int] {
        guard !dossiers.isEmpty else { return [:] }
        let rijen = try db.rijen(
            """
            SELECT dossier, COUNT(*) AS aantal FROM uitbeeld_reden
            WHERE dossier IN (\(dossiers.vraagtekens)) AND op_lijst <= ? GROUP BY dossier
            """, StatementArguments(dossiers.map { $0.description } + [dag.description])
        ) { (try $0.id("dossier") as DossierID, try $0.getal("aantal")) }
        return Dictionary(rijen) { eerste, _ in eerste }
    }

    /// All reasons of one dossier, those of later days too.
    static func alle(_ db: Database, _ dossier: DossierID) throws -> [Uitbeeldredenrij] {
        try db.rijen(
            "\(select) WHERE r.dossier = ? ORDER BY r.op_lijst, r.soort, r.bron", [dossier.description], Uitbeeldredenrij.init)
    }

    static func versie(_ db: Database, _ dossier: DossierID) throws -> Int {
        try db.rij("SELECT versie FROM uitbeeld WHERE id = ?", [dossier.description])?.getal("versie") ?? 0
    }
}
