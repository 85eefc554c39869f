// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// The search keys of everybody who is a client or waits, under a number of their own: small rows, found by one look-up.
enum Zoekregister {
    /// Replaces the keys of one person.
    static func zet(_ db: Database, _ vraag: Dubbelvraag, voor dossier: DossierID) throws {
        try wis(db, dossier)
        let waarden = Set(vraag.sleutels.map(\.waarde)).sorted()
        try db.cachedStatement(sql: "INSERT INTO zoekpersoon (dossier, geslacht, sleutels) VALUES (?, ?, ?)")
            .execute(arguments: [
                dossier.description, try vraag.blindGeslacht(vraag.geslacht, dossier.description), rij(vraag.jaar, waarden),
            ])
        let nr = db.lastInsertedRowID
        let insert = try db.cachedStatement(sql: "INSERT INTO zoeksleutel (sleutel, jaar, nr) VALUES (?, ?, ?)")
        for waarde in waarden { try insert.execute(arguments: [waarde, vraag.jaar, nr]) }
    }

    /// Who was refused or withdrawn is found by nobody any more.
    static func wis(_ db: Database, _ dossier: DossierID) throws {
        let select = try db.cachedStatement(sql: "SELECT nr, sleutels FROM zoekpersoon WHERE dossier = ?")
        guard let row = try Row.fetchOne(select, arguments: [dossier.description]) else { return }
        let nr: Int64 = row["nr"]
        let (jaar, waarden) = lees(row["sleutels"])
        let delete = try db.cachedStatement(sql: "DELETE FROM zoeksleutel WHERE sleutel = ? AND jaar = ? AND nr = ?")
        for waarde in waarden { try delete.execute(arguments: [waarde, jaar, nr]) }
        try db.cachedStatement(sql: "DELETE FROM zoekpersoon WHERE nr = ?").execute(arguments: [nr])
    }

    /// People without search keys yet: those of before this was built.
    static func zonderSleutels(_ db: Database, aantal: Int) throws -> [DossierID] {
        try String.fetchAll(
            db,
            sql: """
                SELECT a.dossier FROM aanmelding a WHERE a.toestand IN ('ontvangen', 'in-controle', 'geaccepteerd')
                AND NOT EXISTS (SELECT 1 FROM zoekpersoon z WHERE z.dossier = a.dossier) LIMIT \(aantal)
                """
        ).compactMap { DossierID($0) }
    }

    /// The year and the keys in one column, so that they can be taken away without an index of their own.
    private static func rij(_ jaar: Int, _ waarden: [Int64]) -> Data {
        var data = Data(capacity: 8 * (waarden.count + 1))
        for waarde in [Int64(jaar)] + waarden {
            let bits = UInt64(bitPattern: waarde)
            for schuif in stride(from: 56, through: 0, by: -8) { data.append(UInt8(truncatingIfNeeded: bits >> UInt64(schuif))) }
        }
        return data
    }

    private static func lees(_ data: Data) -> (Int, [Int64]) {
        let bytes = [UInt8](data)
        var waarden: [Int64] = []
        for begin in stride(from: 0, to: bytes.count - 7, by: 8) {
            waarden.append(Int64(bitPattern: bytes[begin..<begin + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }))
        }
        return (Int(waarden.first ?? 0), Array(waarden.dropFirst()))
    }
}
