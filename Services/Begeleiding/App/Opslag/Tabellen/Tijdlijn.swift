// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One row of the timeline with what it is about: the sealed note of a contact moment, the words of a goal.
struct Tijdlijnrij: Sendable {
    var nummer: Int64
    var datum: Datum
    var feit: Tijdlijnfeit
    var door: GebruikerID?
    var contactmoment: ContactmomentID?
    var notitieZegel: Data?
    var doel: DoelID?
    var doelZin: String?
    var doelZegel: Data?

    init(_ row: Row) throws {
        nummer = Int64(try row.getal("id"))
        datum = try row.datum("datum")
        let delen: [String: String] = try MessageCoding.decode(from: Data(try row.tekst("delen").utf8))
        feit = Tijdlijnfeit(try row.code("code"), delen)
        door = try row.idIfPresent("door")
        notitieZegel = row["notitie_zegel"]
        contactmoment = feit.code.soort == .contact ? try row.idIfPresent("bron") : nil
        doel = feit.code.soort == .plan ? try row.idIfPresent("bron") : nil
        doelZin = row["zin"]
        doelZegel = row["tekst_zegel"]
    }
}

/// Reading and writing of the table `tijdlijn`. Rows are only added.
enum Tijdlijn {
    static func voegToe(_ tx: Transaction, _ dossier: DossierID, op datum: Datum, _ feit: Tijdlijnfeit, bron: String? = nil)
        throws
    {
        let delen = String(decoding: try MessageCoding.encode(feit.delen), as: UTF8.self)
        try tx.db.doe(
            "INSERT INTO tijdlijn (dossier, datum, soort, code, delen, bron, door, op) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                dossier.description, datum.description, feit.code.soort.rawValue, feit.code.rawValue, delen, bron,
                tx.cause?.actor?.user.kolom(), tx.nowText,
            ])
    }

    /// Newest first, at most `limit`, older than `na`. Each kind is a walk along its own index.
    static func pagina(
        _ db: Database, _ dossier: DossierID, soorten: Set<Tijdlijnfeit.Soort>, na: (datum: Datum, nummer: Int64)?, limit: Int
    ) throws -> [Tijdlijnrij] {
        guard !soorten.isEmpty else { return [] }
        let alle = soorten.count == Tijdlijnfeit.Soort.allCases.count
        let namen = soorten.map(\.rawValue).sorted()
        let filter = alle ? "" : "AND t.soort IN (\(namen.vraagtekens))"
        let grens = na == nil ? "" : "AND (t.datum, t.id) < (?, ?)"
        var arguments: StatementArguments = [dossier.description]
        if !alle { arguments += StatementArguments(namen) }
        if let na { arguments += [na.datum.description, na.nummer] }
        arguments += [limit]
        return try db.rijen(
            """
            SELECT t.*, c.notitie_zegel, g.zin, g.tekst_zegel FROM tijdlijn t
            LEFT JOIN contactmoment c ON t.soort = 'contact' AND c.id = t.bron
            LEFT JOIN doel g ON t.soort = 'plan' AND g.id = t.bron
            WHERE t.dossier = ? \(filter) \(grens) ORDER BY t.datum DESC, t.id DESC LIMIT ?
            """, arguments, Tijdlijnrij.init
        )
    }
}
