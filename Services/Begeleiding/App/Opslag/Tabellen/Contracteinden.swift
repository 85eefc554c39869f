// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag
import Toegang

/// One running traject of a contract, with what happens to it at the end.
struct Contracteinderij: Sendable {
    var traject: TrajectID
    var dossier: DossierID
    var dossiernummer: String
    var begeleider: GebruikerID?
    var gestartOp: Datum
    var eindigtOp: Datum
    var keuze: Contracteindekeuze?
    var onderdelen: [String]
    var driegesprekOp: Datum?
    var versie: Int
    var instemmingOp: Datum?
    var geweestOp: Datum?
    var overgedragenOp: Datum?

    init(_ row: Row) throws {
        traject = try row.id("id")
        dossier = try row.id("dossier")
        dossiernummer = try row.tekst("dossiernummer")
        begeleider = try row.idIfPresent("begeleider")
        gestartOp = try row.datum("gestart_op")
        eindigtOp = try row.datum("eindigt_op")
        keuze = (row["keuze"] as String?).flatMap { Contracteindekeuze(rawValue: $0) }
        onderdelen = ((row["onderdelen"] as String?) ?? "").split(separator: ",").map(String.init)
        driegesprekOp = try row.datumIfPresent("driegesprek_op")
        versie = row["keuzeversie"] ?? 0
        instemmingOp = try row.datumIfPresent("instemming_op")
        geweestOp = try row.datumIfPresent("geweest_op")
        overgedragenOp = try row.datumIfPresent("overgedragen_op")
    }

    func regel(einde: Datum) -> Contracteinderegel {
        Contracteinderegel(
            dossier: dossier, dossiernummer: dossiernummer, begeleider: begeleider, gestartOp: gestartOp,
            eindigtOp: eindigtOp, naEinde: eindigtOp > einde, keuze: keuze, onderdelen: onderdelen,
            driegesprekOp: driegesprekOp, versie: versie, instemmingOp: instemmingOp, geweestOp: geweestOp,
            overgedragenOp: overgedragenOp)
    }
}

/// Reading and writing of the table `contracteinde`.
enum Contracteinden {
    /// CROSS keeps SQLite at the contract: its index gives the order of the list.
    private static let select = """
        SELECT t.id, t.dossier, t.gestart_op, t.eindigt_op, d.dossiernummer, d.begeleider, c.keuze, c.onderdelen,
            c.driegesprek_op, c.instemming_op, c.geweest_op, c.overgedragen_op, c.versie AS keuzeversie
        FROM traject t CROSS JOIN dossier d ON d.id = t.dossier LEFT JOIN contracteinde c ON c.id = t.id
        """

    /// The running trajects of a contract within the scope, the first to end on top.
    static func pagina(
        _ db: Database, opdracht: String, _ bereik: Scope, na: (datum: Datum, rest: String)?, limit: Int
    ) throws -> [Contracteinderij] {
        let filter = bereik.sql(columns: Dossiers.kolommen)
        var arguments = StatementArguments([opdracht] + filter.arguments)
        if let na { arguments += [na.datum.description, na.rest] }
        arguments += [limit]
        return try db.rijen(
            """
            \(select) WHERE t.opdracht = ? AND t.toestand = 'lopend' AND \(filter.sql)
                AND \(Samengevoegd.staatZelf("d.id")) \(na == nil ? "" : "AND (t.eindigt_op, t.id) > (?, ?)")
            ORDER BY t.eindigt_op, t.id LIMIT ?
            """, arguments, Contracteinderij.init
        )
    }

    static func van(_ db: Database, traject: TrajectID) throws -> Contracteinderij? {
        try db.rij("\(select) WHERE t.id = ? AND t.toestand = 'lopend'", [traject.description], Contracteinderij.init)
    }

    /// Trajects of one contract that are counted: a contract has some hundreds at once.
    static let meesteGeteld = 2_000

    /// How many per choice, over the trajects of the contract that end first.
    /// - Returns: with the day up to which was counted, when the contract has more than `meeste`.
    static func tellingen(_ db: Database, opdracht: String, _ bereik: Scope, meeste: Int = meesteGeteld) throws -> (
        perKeuze: [(keuze: String, aantal: Int)], totEnMet: Datum?
    ) {
        let filter = bereik.sql(columns: Dossiers.kolommen)
        // The last one that is counted, when there is another behind it.
        let grens = try db.rijen(
            """
            SELECT eindigt_op FROM traject WHERE opdracht = ? AND toestand = 'lopend' ORDER BY eindigt_op, id LIMIT 2 OFFSET ?
            """, [opdracht, meeste - 1])
        let perKeuze = try db.rijen(
            """
            SELECT COALESCE(c.keuze, 'geen') AS keus, COUNT(*) AS aantal
            FROM (SELECT id, dossier FROM traject WHERE opdracht = ? AND toestand = 'lopend' ORDER BY eindigt_op, id LIMIT ?) t
                CROSS JOIN dossier d ON d.id = t.dossier LEFT JOIN contracteinde c ON c.id = t.id
            WHERE \(filter.sql) AND \(Samengevoegd.staatZelf("d.id")) GROUP BY keus ORDER BY keus
            """, [opdracht, meeste] + StatementArguments(filter.arguments)
        ).map { (keuze: try $0.tekst("keus"), aantal: try $0.getal("aantal")) }
        return (perKeuze, grens.count > 1 ? try grens[0].datum("eindigt_op") : nil)
    }
}
