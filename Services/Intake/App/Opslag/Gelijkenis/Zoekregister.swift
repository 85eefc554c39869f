// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// The search keys of everybody who is a client or waits, under a number of their own, with the name to compare: small rows, found by
/// one look-up.
enum Zoekregister {
    /// Replaces the keys of one person.
    static func zet(_ db: Database, _ vraag: Dubbelvraag, voor dossier: DossierID) throws {
        try wis(db, dossier)
        try maak(db, vraag, voor: dossier)
    }

    /// The keys of somebody who has none yet.
    static func maak(_ db: Database, _ vraag: Dubbelvraag, voor dossier: DossierID) throws {
        let waarden = Set(vraag.sleutels.map(\.waarde)).sorted()
        try db.run(
            "INSERT INTO zoekpersoon (dossier, geslacht, geboren, sleutels, namen) VALUES (?, ?, ?, ?, ?)", dossier,
            try vraag.eigenGeslacht(voor: dossier), vraag.geboren.cijfers, rij(waarden), vraag.namen)
        let nr = db.lastInsertedRowID
        try db.insert(into: Aanwas.sleutels.nieuw, each: waarden, vraag.geboren.cijfers, nr)
        try Aanwas.naKomst(db, van: nr)
    }

    /// Who was refused or withdrawn is found by nobody any more.
    static func wis(_ db: Database, _ dossier: DossierID) throws {
        let gevonden = try db.first("SELECT nr, geboren, sleutels FROM zoekpersoon WHERE dossier = ?", dossier) {
            (nr: $0.integer(0), geboren: $0.integer(1), waarden: $0.withBytes(2, lees))
        }
        guard let gevonden else { return }
        for waarde in gevonden.waarden {
            try Aanwas.sleutels.wis(
                db, waar: "sleutel = ? AND geboren = ? AND nr = ?", waarde, gevonden.geboren, gevonden.nr)
        }
        try db.run("DELETE FROM zoekpersoon WHERE nr = ?", gevonden.nr)
    }

    /// Somebody without search keys yet, with what they are made from.
    struct ZonderSleutels: Sendable {
        var dossier: DossierID
        var isClient: Bool
        var verzegeld: Data
    }

    /// A stretch of the aanmeldingen, in the order of their ids: how far it reaches (nil: there are no more), and who of them
    /// has no keys yet. Reads `aantal` rows, whatever is found.
    static func zonderSleutels(
        _ db: Database, na: String, aantal: Int
    ) throws -> (tot: String?, mensen: [ZonderSleutels]) {
        let rijen = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT a.id, a.dossier, p.id IS NOT NULL AS client,
                        CASE WHEN a.toestand IN ('ontvangen', 'in-controle', 'geaccepteerd')
                            AND NOT EXISTS (SELECT 1 FROM zoekpersoon z WHERE z.dossier = a.dossier)
                        THEN coalesce(p.gegevens, a.gegevens) END AS gegevens
                    FROM aanmelding a LEFT JOIN persoon p ON p.id = a.dossier WHERE a.id > ? ORDER BY a.id LIMIT ?
                    """), arguments: [na, aantal])
        return (
            rijen.last?["id"],
            rijen.compactMap { rij in
                guard let verzegeld = rij["gegevens"] as Data?, let dossier = DossierID(rij["dossier"] as String) else {
                    return nil
                }
                return ZonderSleutels(dossier: dossier, isClient: rij["client"], verzegeld: verzegeld)
            }
        )
    }

    /// Gives keys to somebody who had none, unless that is not so any more.
    static func vulAan(_ db: Database, _ vraag: Dubbelvraag, voor dossier: DossierID) throws -> Bool {
        let zonder = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM aanmelding WHERE dossier = ?1
                            AND toestand IN ('ontvangen', 'in-controle', 'geaccepteerd'))
                        AND NOT EXISTS (SELECT 1 FROM zoekpersoon WHERE dossier = ?1)
                    """), arguments: [dossier.description])
        guard zonder ?? false else { return false }
        try zet(db, vraag, voor: dossier)
        return true
    }

    /// The keys in one column, so that they can be taken away without an index of their own.
    private static func rij(_ waarden: [Int64]) -> Data {
        waarden.map(\.bigEndian).withUnsafeBytes { Data($0) }
    }

    /// The keys of such a column.
    static func lees(_ bytes: UnsafeRawBufferPointer) -> [Int64] {
        stride(from: 0, to: bytes.count - 7, by: 8).map {
            Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Int64.self))
        }
    }
}
