// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag

extension Migration {
    /// The name to compare stands beside the search keys: one look for each who may be the same person, where it was three. Nobody
    /// stands there who has no name in `persoon` or `aanmelding`, and who is taken from the search takes the name along.
    static let zoeknaam = Migration("075-zoeknaam") { db in
        try db.execute(sql: "ALTER TABLE zoekpersoon ADD COLUMN namen TEXT NOT NULL DEFAULT ''")
        var na: Int64 = 0
        while true {
            // A stretch at a time: a store may hold a hundred thousand.
            let rijen = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT z.nr, coalesce(p.naam, (SELECT a.naam FROM aanmelding a WHERE a.dossier = z.dossier)) AS naam,
                            coalesce(p.zoekwoorden, '') AS woorden
                        FROM zoekpersoon z LEFT JOIN persoon p ON p.id = z.dossier WHERE z.nr > ? ORDER BY z.nr LIMIT 1000
                        """), arguments: [na])
            guard let laatste = rijen.last else { return }
            na = laatste["nr"]
            for rij in rijen {
                guard let naam = rij["naam"] as String?, naam != Aanmeldingregister.naamOnbekend else { continue }
                let tekst = Naamtekst(getoond: naam, zoekwoorden: rij["woorden"])
                try db.cachedStatement(sql: "UPDATE zoekpersoon SET namen = ? WHERE nr = ?")
                    .execute(arguments: [tekst.tekst, rij["nr"] as Int64])
            }
        }
    }
}

extension Naamtekst {
    /// From the name as a list shows it, and the words that only the search box knows: given names of who has a name to be called
    /// by.
    fileprivate init(getoond naam: String, zoekwoorden: String) {
        let getoond = Zoektekst.woorden(naam)
        let rest = zoekwoorden.split(separator: " ").map(String.init).filter { !getoond.contains($0) }
        if let roepnaam = getoond.first, !rest.isEmpty {
            self.init(woorden: rest + getoond.dropFirst(), roepnaam: roepnaam)
        } else {
            self.init(woorden: getoond, roepnaam: nil)
        }
    }
}
