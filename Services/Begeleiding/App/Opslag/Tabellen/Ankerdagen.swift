// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// Reading and writing of the table `ankerdag`.
enum Ankerdagen {
    struct Rij: Sendable, Equatable {
        var dag: Datum?
        var versie: Int
    }

    static func id(_ dossier: DossierID, _ anker: Anker) -> String { "\(dossier):\(anker.rawValue)" }

    static func van(_ db: Database, _ dossier: DossierID) throws -> [Anker: Rij] {
        var dagen: [Anker: Rij] = [:]
        for row in try db.rijen("SELECT * FROM ankerdag WHERE dossier = ?", [dossier.description]) {
            dagen[try row.code("anker")] = Rij(dag: try row.datumIfPresent("dag"), versie: try row.getal("versie"))
        }
        // The end of the permit is kept once: who is out of sight is told by it too.
        let document = try Gezienen.document(db, dossier)
        if document.versie > 0 { dagen[.eindeVergunning] = Rij(dag: document.tot, versie: document.versie) }
        return dagen
    }

    static func bewaar(_ db: Database, _ dossier: DossierID, _ anker: Anker, _ dag: Datum?) throws {
        try db.doe(
            "INSERT INTO ankerdag (id, dossier, anker, dag) VALUES (?, ?, ?, ?)",
            [id(dossier, anker), dossier.description, anker.rawValue, dag.kolom()])
    }

    static func zet(_ db: Database, _ dossier: DossierID, _ anker: Anker, _ dag: Datum?) throws {
        try db.doe("UPDATE ankerdag SET dag = ? WHERE id = ?", [dag.kolom(), id(dossier, anker)])
    }

    /// The day of the first contact in which the person was there.
    static func eersteContact(_ db: Database, _ dossier: DossierID) throws -> Datum? {
        try db.rij(
            """
            SELECT datum FROM contactmoment WHERE dossier = ? AND verschijning = 'aanwezig' ORDER BY datum, id LIMIT 1
            """, [dossier.description]
        )?.datum("datum")
    }
}

extension Dossierrij {
    /// The days of this person as they are known now.
    /// - Parameter metEersteContact: also the day of the first contact, which only some contracts ask.
    func ankers(_ db: Database, metEersteContact: Bool = false) throws -> Ankers {
        Ankers(
            geaccepteerdOp: geaccepteerdOp, datumHuisvesting: datumHuisvesting,
            eersteContact: metEersteContact ? try Ankerdagen.eersteContact(db, id) : nil,
            vastgelegd: try Ankerdagen.van(db, id).compactMapValues(\.dag))
    }
}
