// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One change of a step, as it was kept.
struct Regelverlooprij: Sendable, Equatable {
    var versie: Int
    var soort: Regelverloop.Soort
    var voor: Regelstand
    var na: Regelstand
    var kenmerkGewijzigd: Bool
    var voorKenmerk: Regelzaakrij.Kenmerk?
    var op: Datum
    var door: GebruikerID?

    init(_ row: Row) throws {
        versie = try row.getal("versie")
        soort = try row.code("soort")
        voor = try MessageCoding.decode(from: Data(try row.tekst("voor").utf8))
        na = try MessageCoding.decode(from: Data(try row.tekst("na").utf8))
        kenmerkGewijzigd = try row.waar("kenmerk_gewijzigd")
        voorKenmerk = try Regelzaakrij.Kenmerk(row, "voor_")
        op = try row.datum("op")
        door = try row.idIfPresent("door")
    }
}

/// Reading and writing of the table `regelzaak_verloop`, and of what it keeps in `regelzaak`.
enum Regelverlopen {
    /// Newest first.
    static func van(_ db: Database, _ zaak: RegelzaakID) throws -> [Regelverlooprij] {
        try db.rijen(
            "SELECT * FROM regelzaak_verloop WHERE regelzaak = ? ORDER BY versie DESC", [zaak.description], Regelverlooprij.init)
    }

    static func laatste(_ db: Database, _ zaak: RegelzaakID) throws -> Regelverlooprij? {
        try db.rij(
            "SELECT * FROM regelzaak_verloop WHERE regelzaak = ? ORDER BY versie DESC LIMIT 1", [zaak.description],
            Regelverlooprij.init
        )
    }

    /// Brings a step to another stand, from the version somebody saw, and keeps how it was before.
    /// - Returns: the new version.
    @discardableResult
    static func zet(
        _ tx: Transaction, _ zaak: Regelzaakrij, vanaf versie: Int, naar stand: Regelstand, kenmerk: Regelzaakrij.Kenmerk?,
        _ soort: Regelverloop.Soort, why: String
    ) throws -> Int {
        let nieuw = try tx.change("regelzaak", id: zaak.id.description, from: versie, why: why) { db in
            try db.doe(
                """
                UPDATE regelzaak SET toestand = ?, aangevraagd_op = ?, beslist_op = ?, controle_op = ?, controle_waarom = ?,
                    bezwaar_tot = ?, bezwaar_waarom = ?, uitvoerder = ?, bewijs = ?, reden = ?, kenmerk_zegel = ?,
                    kenmerk_van = ?
                WHERE id = ?
                """,
                [
                    stand.toestand.rawValue, stand.aangevraagdOp.kolom(), stand.beslistOp.kolom(), stand.controleOp.kolom(),
                    stand.controleWaarom, stand.bezwaarTot.kolom(), stand.bezwaarWaarom, stand.uitvoerder?.rawValue,
                    stand.bewijs?.rawValue, stand.reden?.rawValue, kenmerk?.zegel, (kenmerk?.van).kolom(),
                    zaak.id.description,
                ])
        }
        try tx.db.doe(
            """
            INSERT INTO regelzaak_verloop
                (regelzaak, versie, soort, voor, na, kenmerk_gewijzigd, voor_kenmerk_zegel, voor_kenmerk_van, op, door)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                zaak.id.description, nieuw, soort.rawValue, try json(zaak.regelstand), try json(stand),
                kenmerk != zaak.kenmerk, zaak.kenmerk?.zegel, (zaak.kenmerk?.van).kolom(), tx.today.description,
                tx.cause?.actor?.user.kolom(),
            ])
        return nieuw
    }

    private static func json(_ stand: Regelstand) throws -> String {
        String(decoding: try MessageCoding.encode(stand), as: UTF8.self)
    }
}
