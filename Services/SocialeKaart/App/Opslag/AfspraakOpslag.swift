// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// What was agreed on referring to a service, in the store.
struct AfspraakOpslag {
    let tx: Transaction

    static func lees(_ db: Database, _ id: VoorzieningID, _ vandaag: Datum) throws -> VerwijsafspraakOpvragen.Answer? {
        guard
            let rij = try Row.fetchOne(
                db,
                sql: """
                    SELECT v.naam, v.organisatie_id, o.naam AS organisatie_naam, o.afspraak_tot,
                      coalesce(w.velden, v.toegestane_velden) AS velden, w.redenen, w.grondslag, coalesce(w.versie, 0) AS versie
                    FROM voorziening v LEFT JOIN organisatie o ON o.id = v.organisatie_id
                    LEFT JOIN veldenlijst w ON w.id = v.id WHERE v.id = ?
                    """, arguments: [id.description])
        else { return nil }
        let redenen: String? = rij["redenen"]
        return VerwijsafspraakOpvragen.Answer(
            voorziening: id, naam: rij["naam"], organisatie: (rij["organisatie_id"] as String?).flatMap { OrganisatieID($0) },
            organisatieNaam: rij["organisatie_naam"],
            mogelijk: (Deelveld.stap1 + Deelveld.stap2).map(\.rawValue),
            velden: KaartVragen.lijst(rij["velden"]), standaard: Deelveld.standaard.map(\.rawValue),
            redenen: try redenen.map { try MessageCoding.decode([String: String].self, from: Data($0.utf8)) } ?? [:],
            grondslag: rij["grondslag"], versie: rij["versie"],
            afspraakTot: (rij["afspraak_tot"] as String?).flatMap { Datum($0) },
            capaciteit: try CapaciteitOpslag.lees(db, id)?.regel(vandaag))
    }

    /// Whether the record of the service names an age limit.
    static func heeftLeeftijdsgrens(_ db: Database, _ id: VoorzieningID) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT document ->> '$.minimum_age' IS NOT NULL OR document ->> '$.maximum_age' IS NOT NULL
                FROM voorziening WHERE id = ?
                """, arguments: [id.description]) ?? false
    }

    func bewaar(_ lijst: Veldenlijst, bij id: VoorzieningID, vanaf versie: Int) throws {
        let velden = String(decoding: try MessageCoding.encode(lijst.velden.map(\.rawValue)), as: UTF8.self)
        let redenen = String(
            decoding: try MessageCoding.encode(
                Dictionary(uniqueKeysWithValues: lijst.redenen.map { ($0.key.rawValue, $0.value) })), as: UTF8.self)
        let bestaat = try Bool.fetchOne(
            tx.db, sql: "SELECT EXISTS (SELECT 1 FROM veldenlijst WHERE id = ?)", arguments: [id.description])
        if bestaat != true {
            guard versie == 0 else { throw Failure.conflict(.init(yours: versie, newest: 0)) }
            try tx.db.execute(
                sql: """
                    INSERT INTO veldenlijst (id, velden, redenen, grondslag, versie, gewijzigd_op, gewijzigd_door)
                    VALUES (?, ?, ?, ?, 1, ?, ?)
                    """, arguments: [id.description, velden, redenen, lijst.grondslag?.rawValue, tx.nowText, tx.actorText])
            try tx.created("veldenlijst", id: id.description, why: "velden gekozen")
            return
        }
        try tx.change("veldenlijst", id: id.description, from: versie, why: "velden gekozen") { db in
            try db.execute(
                sql: "UPDATE veldenlijst SET velden = ?, redenen = ?, grondslag = ? WHERE id = ?",
                arguments: [velden, redenen, lijst.grondslag?.rawValue, id.description])
        }
    }

    func bewaarAfspraak(_ organisatie: OrganisatieID, geldigTot: Datum) throws {
        let versie = try Int.fetchOne(
            tx.db, sql: "SELECT versie FROM organisatie WHERE id = ?", arguments: [organisatie.description])
        guard let versie else { throw Failure.notFound(what: "organisatie") }
        try tx.change("organisatie", id: organisatie.description, from: versie, why: "afspraak over gegevens") { db in
            try db.execute(
                sql: "UPDATE organisatie SET afspraak_tot = ? WHERE id = ?",
                arguments: [geldigTot.description, organisatie.description])
        }
    }
}
