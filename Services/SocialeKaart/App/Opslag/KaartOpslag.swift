// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// Writing the directory: a record that is the same as last time is left alone.
struct KaartOpslag {
    let tx: Transaction

    /// What became of one record.
    enum Uitkomst { case nieuw, gewijzigd, gelijk }

    func taxonomie(_ taxonomie: Kaartbestand.Taxonomie, hash: String) throws -> Uitkomst {
        let uitkomst = try Self.vergelijk(tx.db, "taxonomie", taxonomie.id, hash)
        guard uitkomst != .gelijk else { return uitkomst }
        try voer(
            """
            INSERT INTO taxonomie (id, naam, document, invoer_hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET naam = excluded.naam, document = excluded.document, invoer_hash = excluded.invoer_hash
            """, [taxonomie.id, taxonomie.naam, taxonomie.document.json(), hash])
        return uitkomst
    }

    func begrip(_ begrip: Kaartbestand.Begrip, hash: String) throws -> Uitkomst {
        let uitkomst = try Self.vergelijk(tx.db, "begrip", begrip.id, hash)
        guard uitkomst != .gelijk else { return try neemWoorden(begrip) ? .gewijzigd : .gelijk }
        try voer(
            """
            INSERT INTO begrip (id, taxonomie_id, code, naam, taal, document, invoer_hash, nr)
            VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(nr), 0) + 1 FROM begrip))
            ON CONFLICT (id) DO UPDATE SET taxonomie_id = excluded.taxonomie_id, code = excluded.code, naam = excluded.naam,
              taal = excluded.taal, document = excluded.document, invoer_hash = excluded.invoer_hash
            """, [begrip.id, begrip.taxonomie, begrip.code, begrip.naam, begrip.taal, begrip.document.json(), hash])
        _ = try neemWoorden(begrip)
        return uitkomst
    }

    private func neemWoorden(_ begrip: Kaartbestand.Begrip) throws -> Bool {
        try begrip.woorden.map { try WoordOpslag(tx: tx).neem($0, begrip.id) } ?? false
    }

    func organisatie(_ organisatie: Kaartbestand.Organisatie, hash: String, waarom: String = "import") throws -> Uitkomst {
        let uitkomst = try Self.vergelijk(tx.db, "organisatie", organisatie.id, hash)
        guard uitkomst != .gelijk else { return uitkomst }
        if uitkomst == .gewijzigd { try bewaarHuidige("organisatie", organisatie.id) }
        try voer(
            """
            INSERT INTO organisatie
              (id, naam, alternatief, document, invoer_hash, versie, gewijzigd_op, gewijzigd_door)
            VALUES (?, ?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET naam = excluded.naam, alternatief = excluded.alternatief,
              document = excluded.document, invoer_hash = excluded.invoer_hash, versie = versie + 1,
              gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door = excluded.gewijzigd_door
            """,
            [
                organisatie.id, organisatie.naam, organisatie.alternatief, organisatie.document.json(), hash, tx.nowText,
                tx.actorText,
            ])
        if uitkomst == .gewijzigd { try tx.keep("organisatie", id: organisatie.id, why: waarom) }
        if uitkomst == .gewijzigd { try voer("DELETE FROM organisatie_begrip WHERE organisatie_id = ?", [organisatie.id]) }
        for begrip in organisatie.kenmerken.compactMap(\.begrip) {
            try voer(
                """
                INSERT OR IGNORE INTO organisatie_begrip (organisatie_id, begrip) SELECT ?, nr FROM begrip WHERE id = ?
                """, [organisatie.id, begrip])
        }
        return uitkomst
    }

    /// How an entry was last checked.
    struct Controle: Equatable {
        var op: Datum
        /// `telefoon`, `bezoek`, `website`, `aanbieder`, `bron`, `synthetisch`.
        var wijze: String
        var door: String?
    }

    /// A changed entry must be checked again, because an earlier check was of other words, unless the change brings its own
    /// check. A file that only brings a later check changes only that.
    func voorziening(
        _ voorziening: Kaartbestand.Voorziening, hash: String, standaardvelden: String, controle: Controle?,
        waarom: String = "import"
    ) throws -> Uitkomst {
        let (uitkomst, oudeControle) = try Self.vergelijkVoorziening(tx.db, voorziening.id, hash)
        if uitkomst == .gelijk {
            guard let controle, controle.op.description > oudeControle ?? "" else { return .gelijk }
            try bewaarHuidige("voorziening", voorziening.id)
            try zet(controle, voorziening.id, waarom: waarom)
            return .gewijzigd
        }
        if uitkomst == .gewijzigd { try bewaarHuidige("voorziening", voorziening.id) }
        try voer(
            """
            INSERT INTO voorziening
              (id, organisatie_id, naam, status, verwijsbaar, gecontroleerd_op, controle_wijze, gecontroleerd_door,
               toegestane_velden, minimum_leeftijd, maximum_leeftijd, document, invoer_hash, versie, gewijzigd_op, gewijzigd_door)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET organisatie_id = excluded.organisatie_id, naam = excluded.naam,
              status = excluded.status, verwijsbaar = excluded.verwijsbaar, gecontroleerd_op = excluded.gecontroleerd_op,
              controle_wijze = excluded.controle_wijze, gecontroleerd_door = excluded.gecontroleerd_door,
              minimum_leeftijd = excluded.minimum_leeftijd, maximum_leeftijd = excluded.maximum_leeftijd,
              document = excluded.document, invoer_hash = excluded.invoer_hash, versie = versie + 1,
              gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door = excluded.gewijzigd_door
            """,
            [
                voorziening.id, voorziening.organisatie, voorziening.naam, voorziening.status, voorziening.verwijsbaar,
                controle?.op.description, controle?.wijze, controle?.door, standaardvelden, voorziening.minimumLeeftijd,
                voorziening.maximumLeeftijd, voorziening.document.json(), hash, tx.nowText, tx.actorText,
            ])
        if uitkomst == .gewijzigd { try tx.keep("voorziening", id: voorziening.id, why: waarom) }
        try vervangDelen(voorziening, isNieuw: uitkomst == .nieuw)
        return uitkomst
    }

    /// Records a check and nothing else; the version goes up.
    func zet(_ controle: Controle, _ id: String, waarom: String) throws {
        try voer(
            """
            UPDATE voorziening SET gecontroleerd_op = ?, controle_wijze = ?, gecontroleerd_door = ?, versie = versie + 1,
              gewijzigd_op = ?, gewijzigd_door = ? WHERE id = ?
            """, [controle.op.description, controle.wijze, controle.door, tx.nowText, tx.actorText, id])
        try tx.keep("voorziening", id: id, why: waarom)
    }

    /// Keeps the version as it stands, unless the history has it: a new record of a file is only kept there once it changes,
    /// or every record of a large file would be stored twice.
    func bewaarHuidige(_ tabel: String, _ id: String) throws {
        let bekend = try tx.db.cachedStatement(
            sql: """
                SELECT 1 FROM wegwijs_historie h JOIN \(tabel) t ON t.id = h.id AND t.versie = h.versie
                WHERE h.tabel = ? AND h.id = ?
                """)
        if try Int.fetchOne(bekend, arguments: [tabel, id]) == nil { try tx.keep(tabel, id: id, why: "eerste") }
    }

    /// Puts the words of services in the search index; also after their provider changed its name. Many at once is faster.
    @discardableResult
    func herindexeer(
        _ ids: some Sequence<String>, documenten: [String: JSONWaarde] = [:], met geheugen: Zoekindex.Geheugen = .init()
    ) throws -> Zoekindex.Geheugen {
        try Zoekindex.werkBij(tx.db, ids, documenten: documenten, met: geheugen)
    }

    func herindexeer(_ id: String) throws { _ = try herindexeer([id]) }

    static func vergelijk(_ db: Database, _ tabel: String, _ id: String, _ hash: String) throws -> Uitkomst {
        // The names of the tables stand in this file and in `KaartImporteren`.
        let vraag = try db.cachedStatement(sql: "SELECT invoer_hash FROM \(tabel) WHERE id = ?")
        let bekend = try String.fetchOne(vraag, arguments: [id])
        return bekend == nil ? .nieuw : bekend == hash ? .gelijk : .gewijzigd
    }

    static func vergelijkVoorziening(_ db: Database, _ id: String, _ hash: String) throws -> (Uitkomst, controle: String?) {
        let vraag = try db.cachedStatement(sql: "SELECT invoer_hash, gecontroleerd_op FROM voorziening WHERE id = ?")
        guard let rij = try Row.fetchOne(vraag, arguments: [id]) else { return (.nieuw, nil) }
        let bekend: String = rij["invoer_hash"]
        return (bekend == hash ? .gelijk : .gewijzigd, rij["gecontroleerd_op"])
    }

    func voer(_ sql: String, _ arguments: StatementArguments) throws {
        try tx.db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
