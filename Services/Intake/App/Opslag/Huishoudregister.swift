// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

enum Huishoudregister {
    /// The household that the gemeente names, made when it is new. Without a name: the parent's, or one of its own.
    static func huishouden(_ tx: Transaction, _ gegevens: Aanmeldgegevens, ouder: DossierID?) throws -> HuishoudenID {
        if let referentie = gegevens.huishouden?.referentie {
            let bekend = try tx.db.first(
                "SELECT id FROM huishouden WHERE gemeente = ? AND referentie = ?", gegevens.gemeente.waarde, referentie
            ) { HuishoudenID($0.text(0)) }
            if let id = bekend ?? nil { return id }
        } else if let ouder, let id = try van(tx.db, ouder) {
            return id
        }
        let id: HuishoudenID = tx.ids.make()
        try tx.db.run(
            "INSERT INTO huishouden (id, gemeente, referentie) VALUES (?, ?, ?)", id, gegevens.gemeente.waarde,
            gegevens.huishouden?.referentie)
        return id
    }

    /// The gemeente of a household, and the reference by which others join it, if it has one; nil when there is none.
    static func referentie(
        _ db: Database, _ huishouden: HuishoudenID
    ) throws -> (gemeente: String, referentie: String?)? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT gemeente, referentie FROM huishouden WHERE id = ?"),
            arguments: [huishouden.description]
        ).map { ($0["gemeente"], $0["referentie"]) }
    }

    /// Gives a household a reference of ours when the gemeente gave it none.
    static func geefReferentie(_ db: Database, _ huishouden: HuishoudenID, _ referentie: String) throws {
        try db.cachedStatement(
            sql: "UPDATE huishouden SET referentie = ? WHERE id = ? AND referentie IS NULL"
        ).execute(arguments: [referentie, huishouden.description])
    }

    /// A household of its own for who leaves another.
    static func nieuw(_ tx: Transaction, gemeente: String) throws -> HuishoudenID {
        let id: HuishoudenID = tx.ids.make()
        try tx.db.cachedStatement(
            sql: "INSERT INTO huishouden (id, gemeente, referentie) VALUES (?, ?, NULL)"
        ).execute(arguments: [id.description, gemeente])
        return id
    }

    /// Children of a household who came before their parent ride with whoever has a traject there now; others are told.
    /// Returns the children.
    @discardableResult
    static func vulMeerijdenAan(_ tx: Transaction, _ huishouden: HuishoudenID) throws -> [DossierID] {
        var kinderen: [DossierID] = []
        try tx.db.each(
            "SELECT id FROM persoon WHERE huishouden = ? AND eigen_traject = 0 AND meerijdend_met IS NULL ORDER BY id", huishouden
        ) { rij in DossierID(rij.text(0)).map { kinderen.append($0) } }
        guard !kinderen.isEmpty, let houder = try trajecthouder(tx.db, huishouden) else { return [] }
        for kind in kinderen {
            try tx.db.cachedStatement(
                sql: "UPDATE persoon SET meerijdend_met = ? WHERE id = ?"
            ).execute(arguments: [houder.description, kind.description])
            try tx.emit(MeerijdenBekend(dossier: kind, meerijdendMet: houder))
        }
        return kinderen
    }

    /// These children ride with nobody any more, until somebody is found for them again.
    static func maakLos(_ tx: Transaction, _ kinderen: [DossierID]) throws {
        for kind in kinderen {
            try tx.db.cachedStatement(
                sql: "UPDATE persoon SET meerijdend_met = NULL WHERE id = ? AND eigen_traject = 0"
            ).execute(arguments: [kind.description])
        }
    }

    static func van(_ db: Database, _ dossier: DossierID) throws -> HuishoudenID? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT huishouden FROM persoon WHERE id = ?"), arguments: [dossier.description]
        )
        .flatMap { HuishoudenID($0) }
    }

    /// On whose traject a child of this household rides: the head's, else the partner's, else that of whoever has one.
    static func trajecthouder(_ db: Database, _ huishouden: HuishoudenID) throws -> DossierID? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id FROM persoon WHERE huishouden = ? AND eigen_traject = 1
                    ORDER BY CASE rol WHEN 'hoofd' THEN 0 WHEN 'partner' THEN 1 ELSE 2 END, id LIMIT 1
                    """), arguments: [huishouden.description]
        ).flatMap { DossierID($0) }
    }

    struct Lid: Sendable, Equatable {
        var dossier: DossierID
        var naam: String
        var rol: String
        var doelgroep: Doelgroep
        /// As known: whole, year and month, or year.
        var geboortedatum: String
        /// False while the exchange about this member is stopped.
        var uitwisselbaar: Bool
        /// What the policy must know of the member.
        var feiten: Facts
    }

    /// The members of a household, head first; each person once. More than fifty are a mistake of the sender's, and are cut off.
    /// - Parameter metVolgers: also the dossiers that follow another: for who looks for what may give somebody away.
    static func leden(_ db: Database, _ huishouden: HuishoudenID, metVolgers: Bool = false) throws -> [Lid] {
        let rijen = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT id, naam, rol, doelgroep, geboortedatum, begeleider, team, gemeente,
                        \(Uitwisselstop.vrij("persoon.id")) AS uitwisselbaar,
                        NOT \(Huisgenotenscherm.open("persoon.id")) AS afgeschermd
                    FROM persoon
                    WHERE huishouden = ?1 AND (?2 OR \(Samenvoegregister.staatZelf("persoon.id")))
                    ORDER BY CASE rol WHEN 'hoofd' THEN 0 WHEN 'partner' THEN 1 ELSE 2 END, geboortedatum, id LIMIT 50
                    """), arguments: [huishouden.description, metVolgers])
        return try Array(
            rijen.compactMap { row -> Lid? in
                guard let dossier = DossierID(row["id"] as String), let groep = Doelgroep(rawValue: row["doelgroep"]) else {
                    return nil
                }
                return Lid(
                    dossier: dossier, naam: row["naam"], rol: row["rol"], doelgroep: groep,
                    geboortedatum: row["geboortedatum"], uitwisselbaar: row["uitwisselbaar"],
                    feiten: Facts(
                        begeleiders: Set((row["begeleider"] as String?).flatMap { GebruikerID($0) }.map { [$0] } ?? []),
                        team: TeamID(row["team"] as String), gemeente: row["gemeente"], dossier: dossier,
                        uitwisselbaar: row["uitwisselbaar"], afgeschermd: row["afgeschermd"]))
            })
    }
}
