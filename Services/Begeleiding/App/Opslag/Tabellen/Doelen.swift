// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// One goal; its words are a sentence of the library, or sealed.
struct Doelrij: Sendable, Equatable {
    var id: DoelID
    var traject: TrajectID
    var dossier: DossierID
    var leefgebied: Leefgebied
    var zin: String?
    var tekstZegel: Data?
    var toestand: DoelToestand
    var streefdatum: Datum?
    var bereiktOp: Datum?
    var versie: Int

    init(_ row: Row) throws {
        id = try row.id("id")
        traject = try row.id("traject")
        dossier = try row.id("dossier")
        leefgebied = try row.code("leefgebied")
        zin = row["zin"]
        tekstZegel = row["tekst_zegel"]
        toestand = try row.code("toestand")
        streefdatum = try row.datumIfPresent("streefdatum")
        bereiktOp = try row.datumIfPresent("bereikt_op")
        versie = try row.getal("versie")
    }
}

/// Reading and writing of the table `doel`.
enum Doelen {
    static func vind(_ db: Database, _ id: DoelID) throws -> Doelrij? {
        try db.rij("SELECT * FROM doel WHERE id = ?", [id.description]).map(Doelrij.init)
    }

    /// The whole plan of a traject, the children's goals included, in order.
    static func van(_ db: Database, traject: TrajectID) throws -> [Doelrij] {
        try db.rijen("SELECT * FROM doel WHERE traject = ? ORDER BY volgorde", [traject.description]).map(Doelrij.init)
    }

    static func van(_ db: Database, dossier: DossierID) throws -> [Doelrij] {
        try db.rijen("SELECT * FROM doel WHERE dossier = ? ORDER BY volgorde", [dossier.description]).map(Doelrij.init)
    }

    /// How many of these are not goals of the traject.
    static func onbekend(_ db: Database, _ ids: Set<DoelID>, traject: TrajectID) throws -> Int {
        guard !ids.isEmpty else { return 0 }
        let bekend = Set(try van(db, traject: traject).map(\.id))
        return ids.subtracting(bekend).count
    }

    static func bewaar(
        _ db: Database, _ id: DoelID, traject: TrajectID, dossier: DossierID, leefgebied: Leefgebied, woorden: Woorden,
        streefdatum: Datum?
    ) throws {
        let (zin, zegel): (String?, Data?) =
            switch woorden {
            case .bibliotheek(let tekst): (tekst, nil)
            case .eigen(let zegel): (nil, zegel)
            }
        try db.doe(
            """
            INSERT INTO doel (id, traject, dossier, volgorde, leefgebied, zin, tekst_zegel, toestand, streefdatum)
            VALUES (?, ?, ?, (SELECT COALESCE(MAX(volgorde), 0) + 1 FROM doel WHERE traject = ?), ?, ?, ?, 'open', ?)
            """,
            [
                id.description, traject.description, dossier.description, traject.description, leefgebied.rawValue, zin, zegel,
                streefdatum.kolom(),
            ])
    }

    /// A sentence of the library says nothing of a person; own words may, so they are sealed.
    enum Woorden: Sendable {
        case bibliotheek(String)
        case eigen(Data)
    }
}
