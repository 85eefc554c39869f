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
    }

    func regel(einde: Datum) -> Contracteinderegel {
        Contracteinderegel(
            dossier: dossier, dossiernummer: dossiernummer, begeleider: begeleider, gestartOp: gestartOp,
            eindigtOp: eindigtOp, naEinde: eindigtOp > einde, keuze: keuze, onderdelen: onderdelen,
            driegesprekOp: driegesprekOp, versie: versie)
    }
}

/// Reading and writing of the table `contracteinde`.
enum Contracteinden {
    /// CROSS keeps SQLite at the contract: its index gives the order of the list.
    private static let bron = """
        FROM traject t CROSS JOIN dossier d ON d.id = t.dossier LEFT JOIN contracteinde c ON c.id = t.id
        """
    private static let select = """
        SELECT t.id, t.dossier, t.gestart_op, t.eindigt_op, d.dossiernummer, d.begeleider, c.keuze, c.onderdelen,
            c.driegesprek_op, c.versie AS keuzeversie \(bron)
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

    static func tellingen(_ db: Database, opdracht: String, _ bereik: Scope) throws -> [(keuze: String, aantal: Int)] {
        let filter = bereik.sql(columns: Dossiers.kolommen)
        return try db.rijen(
            """
            SELECT COALESCE(c.keuze, 'geen') AS keus, COUNT(*) AS aantal \(bron)
            WHERE t.opdracht = ? AND t.toestand = 'lopend' AND \(filter.sql) AND \(Samengevoegd.staatZelf("d.id"))
            GROUP BY keus ORDER BY keus
            """, StatementArguments([opdracht] + filter.arguments)
        ).map { (try $0.tekst("keus"), try $0.getal("aantal")) }
    }
}
