// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One row of the timeline with what it is about: the sealed note of a contact moment, the words of a goal.
struct Tijdlijnrij: Sendable {
    var nummer: Int64
    var dossier: DossierID
    var datum: Datum
    var soort: Tijdlijnfeit.Soort
    /// Nil for a kind that this version does not know: written by a newer one.
    var feit: Tijdlijnfeit?
    var door: GebruikerID?
    var contactmoment: ContactmomentID?
    var afspraak: AfspraakID?
    var notitieZegel: Data?
    /// Of a contact that does not hold any more: `verbeterd` or `ingetrokken`.
    var vervallen: String?
    var aanwezigen: [DossierID]
    var doel: DoelID?
    var doelZin: String?
    var doelZegel: Data?

    init(_ row: Row) throws {
        nummer = Int64(try row.getal("id"))
        dossier = try row.id("dossier")
        datum = try row.datum("datum")
        soort = Tijdlijnfeit.Soort(rawValue: try row.tekst("soort")) ?? .traject
        let delen: [String: String] = try MessageCoding.decode(from: Data(try row.tekst("delen").utf8))
        let code = Tijdlijnfeit.Code(rawValue: try row.tekst("code"))
        feit = code.map { Tijdlijnfeit($0, delen) }
        door = try row.idIfPresent("door")
        notitieZegel = row["notitie_zegel"]
        contactmoment = soort == .contact ? try row.idIfPresent("bron") : nil
        afspraak = soort == .agenda ? try row.idIfPresent("bron") : nil
        doel = soort == .plan ? (row["bron"] as String?).flatMap { DoelID($0) } : nil
        doelZin = row["zin"]
        doelZegel = row["tekst_zegel"]
        if code == .contact, let _: String = row["vervallen_reden"] {
            vervallen = (row["vervangen_door"] as String?) == nil ? "ingetrokken" : "verbeterd"
        }
        aanwezigen = ((row["erbij"] as String?) ?? "").split(separator: ",").compactMap { DossierID($0) }
    }

    /// The fact in plain words.
    /// - Parameter doel: the words of the goal it is about, where there is one and it can be read.
    func zin(doel: String?) -> String {
        feit?.zin(doel: doel) ?? "Er is iets veranderd in dit dossier dat hier nog geen woorden heeft."
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
            SELECT t.*, c.notitie_zegel, g.zin, g.tekst_zegel, x.reden AS vervallen_reden, x.vervangen_door,
                CASE WHEN t.code = 'contact' THEN
                    (SELECT GROUP_CONCAT(w.dossier) FROM contact_aanwezig w WHERE w.contactmoment = t.bron) END AS erbij
            FROM tijdlijn t
            LEFT JOIN contactmoment c ON t.code = 'contact' AND c.id = t.bron
            LEFT JOIN contactcorrectie x ON t.code = 'contact' AND x.contactmoment = t.bron
            LEFT JOIN doel g ON t.soort = 'plan' AND g.id = t.bron
            WHERE t.dossier = ? \(filter) \(grens) ORDER BY t.datum DESC, t.id DESC LIMIT ?
            """, arguments, Tijdlijnrij.init
        )
    }
}
