// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// One goal, as it is or as it was in a version of the plan; its words are a sentence of the library, or sealed.
struct Doelrij: Sendable, Equatable {
    var id: DoelID
    var traject: TrajectID
    var dossier: DossierID
    var volgorde: Int
    var leefgebied: Leefgebied
    var zin: String?
    var zinCode: String?
    var tekstZegel: Data?
    /// The client's own words, sealed.
    var woordenZegel: Data?
    var toestand: DoelToestand
    /// Code of why it was let go or reached in part.
    var reden: String?
    var streefdatum: Datum?
    var bereiktOp: Datum?
    var versie: Int
    var gewijzigdOp: Date?
    /// Nil when a service did it.
    var gewijzigdDoor: GebruikerID?

    init(_ row: Row) throws {
        id = try row.id("id")
        traject = try row.id("traject")
        dossier = try row.id("dossier")
        volgorde = try row.getal("volgorde")
        leefgebied = try row.code("leefgebied")
        (zin, zinCode) = (row["zin"], row["zin_code"])
        (tekstZegel, woordenZegel) = (row["tekst_zegel"], row["woorden_zegel"])
        toestand = try row.code("toestand")
        reden = row["reden"]
        streefdatum = try row.datumIfPresent("streefdatum")
        bereiktOp = try row.datumIfPresent("bereikt_op")
        versie = try row.getal("versie")
        (gewijzigdOp, gewijzigdDoor) = row.gewijzigd
    }
}

extension Row {
    /// When a record was changed last, and by which user; nil for what a service did.
    var gewijzigd: (Date?, GebruikerID?) {
        let op: String? = self["gewijzigd_op"]
        let door: String? = self["gewijzigd_door"]
        return (op.flatMap { Instant.date($0) }, door.flatMap { GebruikerID($0) })
    }
}

/// Reading and writing of the table `doel`.
enum Doelen {
    static func vind(_ db: Database, _ id: DoelID) throws -> Doelrij? {
        try db.rij("SELECT * FROM doel WHERE id = ?", [id.description], Doelrij.init)
    }

    /// The whole plan of a traject, the children's goals included, in order.
    static func van(_ db: Database, traject: TrajectID) throws -> [Doelrij] {
        try db.rijen("SELECT * FROM doel WHERE traject = ? ORDER BY volgorde", [traject.description], Doelrij.init)
    }

    static func van(_ db: Database, dossier: DossierID) throws -> [Doelrij] {
        try db.rijen("SELECT * FROM doel WHERE dossier = ? ORDER BY volgorde", [dossier.description], Doelrij.init)
    }

    /// How many of these are not goals of the traject.
    static func onbekend(_ db: Database, _ ids: Set<DoelID>, traject: TrajectID) throws -> Int {
        guard !ids.isEmpty else { return 0 }
        let bekend = Set(try van(db, traject: traject).map(\.id))
        return ids.subtracting(bekend).count
    }

    static func bewaar(
        _ db: Database, _ id: DoelID, traject: TrajectID, dossier: DossierID, leefgebied: Leefgebied, woorden: Woorden,
        eigen: Data? = nil, streefdatum: Datum?
    ) throws {
        try db.doe(
            """
            INSERT INTO doel (id, traject, dossier, volgorde, leefgebied, zin, zin_code, tekst_zegel, woorden_zegel, toestand,
                streefdatum)
            VALUES (?, ?, ?, (SELECT COALESCE(MAX(volgorde), 0) + 1 FROM doel WHERE traject = ?), ?, ?, ?, ?, ?, 'open', ?)
            """,
            [
                id.description, traject.description, dossier.description, traject.description, leefgebied.rawValue,
                woorden.zin, woorden.code, woorden.zegel, eigen, streefdatum.kolom(),
            ])
    }

    /// A sentence of the library says nothing of a person; own words may, so they are sealed.
    enum Woorden: Sendable {
        case bibliotheek(String, code: String)
        case eigen(Data)

        var zin: String? { if case .bibliotheek(let zin, _) = self { zin } else { nil } }
        var code: String? { if case .bibliotheek(_, let code) = self { code } else { nil } }
        var zegel: Data? { if case .eigen(let zegel) = self { zegel } else { nil } }
    }
}
