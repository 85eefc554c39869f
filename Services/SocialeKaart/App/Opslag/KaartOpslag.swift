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
        let uitkomst = try vergelijk("taxonomie", taxonomie.id, hash)
        guard uitkomst != .gelijk else { return uitkomst }
        try tx.db.execute(
            sql: """
                INSERT INTO taxonomie (id, naam, document, invoer_hash) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET naam = excluded.naam, document = excluded.document, invoer_hash = excluded.invoer_hash
                """, arguments: [taxonomie.id, taxonomie.naam, try taxonomie.document.json(), hash])
        return uitkomst
    }

    func begrip(_ begrip: Kaartbestand.Begrip, hash: String) throws -> Uitkomst {
        let uitkomst = try vergelijk("begrip", begrip.id, hash)
        guard uitkomst != .gelijk else { return uitkomst }
        try tx.db.execute(
            sql: """
                INSERT INTO begrip (id, taxonomie_id, code, naam, taal, document, invoer_hash) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET taxonomie_id = excluded.taxonomie_id, code = excluded.code, naam = excluded.naam,
                  taal = excluded.taal, document = excluded.document, invoer_hash = excluded.invoer_hash
                """,
            arguments: [
                begrip.id, begrip.taxonomie, begrip.code, begrip.naam, begrip.taal, try begrip.document.json(), hash,
            ])
        return uitkomst
    }

    func organisatie(_ organisatie: Kaartbestand.Organisatie, hash: String) throws -> Uitkomst {
        let uitkomst = try vergelijk("organisatie", organisatie.id, hash)
        guard uitkomst != .gelijk else { return uitkomst }
        try tx.db.execute(
            sql: """
                INSERT INTO organisatie
                  (id, naam, alternatief, document, invoer_hash, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, 1, ?, ?)
                ON CONFLICT (id) DO UPDATE SET naam = excluded.naam, alternatief = excluded.alternatief,
                  document = excluded.document, invoer_hash = excluded.invoer_hash, versie = versie + 1,
                  gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door = excluded.gewijzigd_door
                """,
            arguments: [
                organisatie.id, organisatie.naam, organisatie.alternatief, try organisatie.document.json(), hash,
                tx.nowText, tx.actorText,
            ])
        try tx.keep("organisatie", id: organisatie.id, why: "import")
        try vervang(organisatie.kenmerken, bij: organisatie.id)
        try vervang(organisatie.locaties, bij: organisatie.id)
        return uitkomst
    }

    /// A changed entry must be checked again: an earlier check was of other words. Unless the file brings its own date.
    func voorziening(_ voorziening: Kaartbestand.Voorziening, hash: String, standaardvelden: String) throws -> Uitkomst {
        let uitkomst = try vergelijk("voorziening", voorziening.id, hash)
        guard uitkomst != .gelijk else { return uitkomst }
        try tx.db.execute(
            sql: """
                INSERT INTO voorziening
                  (id, nr, organisatie_id, naam, status, verwijsbaar, gecontroleerd_op, controle_wijze, toegestane_velden,
                   document, invoer_hash, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, (SELECT coalesce(max(nr), 0) + 1 FROM voorziening), ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                ON CONFLICT (id) DO UPDATE SET organisatie_id = excluded.organisatie_id, naam = excluded.naam,
                  status = excluded.status, verwijsbaar = excluded.verwijsbaar, gecontroleerd_op = excluded.gecontroleerd_op,
                  controle_wijze = excluded.controle_wijze, gecontroleerd_door = NULL, document = excluded.document,
                  invoer_hash = excluded.invoer_hash, versie = versie + 1, gewijzigd_op = excluded.gewijzigd_op,
                  gewijzigd_door = excluded.gewijzigd_door
                """,
            arguments: [
                voorziening.id, voorziening.organisatie, voorziening.naam, voorziening.status, voorziening.verwijsbaar,
                voorziening.gecontroleerdOp?.description, voorziening.gecontroleerdOp == nil ? nil : "bron", standaardvelden,
                try voorziening.document.json(), hash, tx.nowText, tx.actorText,
            ])
        try tx.keep("voorziening", id: voorziening.id, why: "import")
        try vervang(voorziening.kenmerken, bij: voorziening.id)
        try vervang(voorziening.locaties, bij: voorziening.id)
        try vervang(voorziening.gebieden, bij: voorziening.id)
        return uitkomst
    }

    /// Puts the words of a service in the search index; also after its provider changed its name.
    func herindexeer(_ id: String) throws {
        try tx.db.execute(
            sql: "DELETE FROM voorziening_zoek WHERE rowid = (SELECT nr FROM voorziening WHERE id = ?)", arguments: [id])
        try tx.db.execute(
            sql: """
                INSERT INTO voorziening_zoek (rowid, naam, alternatief, omschrijving, begrippen, aanbieder)
                SELECT v.nr, v.naam, v.document ->> '$.alternate_name',
                  coalesce(v.document ->> '$.description', '') || ' ' || coalesce(v.document ->> '$.eligibility_description', ''),
                  (SELECT group_concat(b.naam, ' ') FROM kenmerk k JOIN begrip b ON b.id = k.begrip_id
                    WHERE k.hoort_bij = v.id AND k.soort IN ('leefgebied', 'doelgroep', 'upl', 'soort'))
                    || ' ' || coalesce((SELECT group_concat(g.naam, ' ') FROM gebied g WHERE g.voorziening_id = v.id), ''),
                  coalesce(o.naam, '') || ' ' || coalesce(o.alternatief, '')
                FROM voorziening v LEFT JOIN organisatie o ON o.id = v.organisatie_id WHERE v.id = ?
                """, arguments: [id])
    }

    private func vergelijk(_ tabel: String, _ id: String, _ hash: String) throws -> Uitkomst {
        // The names of the tables stand in this file.
        let bekend = try String.fetchOne(tx.db, sql: "SELECT invoer_hash FROM \(tabel) WHERE id = ?", arguments: [id])
        return bekend == nil ? .nieuw : bekend == hash ? .gelijk : .gewijzigd
    }

    private func vervang(_ kenmerken: [Kaartbestand.Kenmerk], bij id: String) throws {
        try tx.db.execute(sql: "DELETE FROM kenmerk WHERE hoort_bij = ?", arguments: [id])
        for kenmerk in kenmerken {
            try tx.db.execute(
                sql: "INSERT OR REPLACE INTO kenmerk (id, hoort_bij, begrip_id, soort, code, waarde) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [kenmerk.id, id, kenmerk.begrip, kenmerk.soort, kenmerk.code, kenmerk.waarde])
        }
    }

    private func vervang(_ locaties: [Kaartbestand.Locatie], bij id: String) throws {
        try tx.db.execute(sql: "DELETE FROM locatie WHERE hoort_bij = ?", arguments: [id])
        for locatie in locaties {
            try tx.db.execute(
                sql: """
                    INSERT OR REPLACE INTO locatie (id, hoort_bij, soort, naam, breedte, lengte, postcode)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [locatie.id, id, locatie.soort, locatie.naam, locatie.breedte, locatie.lengte, locatie.postcode])
        }
    }

    private func vervang(_ gebieden: [Kaartbestand.Gebied], bij id: String) throws {
        try tx.db.execute(sql: "DELETE FROM gebied WHERE voorziening_id = ?", arguments: [id])
        for gebied in gebieden {
            try tx.db.execute(
                sql: "INSERT OR REPLACE INTO gebied (id, voorziening_id, naam, omschrijving) VALUES (?, ?, ?, ?)",
                arguments: [gebied.id, id, gebied.naam, gebied.omschrijving])
        }
    }
}
