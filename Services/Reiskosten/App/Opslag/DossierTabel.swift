// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Toegang

/// What this service knows of a dossier: enough for the rule and for the policy, nothing about who it is.
struct DossierRij: Sendable {
    let dossier: DossierID
    let gemeente: String
    /// Nil as long as only begeleiding has spoken of this dossier.
    let opdracht: String?
    let geaccepteerdOp: Datum?
    let team: TeamID?
    let begeleider: GebruikerID?

    init?(_ row: Row) {
        guard let dossier = DossierID(row["id"] as String) else { return nil }
        self.dossier = dossier
        gemeente = row["gemeente"]
        opdracht = row["opdracht"]
        geaccepteerdOp = (row["geaccepteerd_op"] as String?).flatMap { Datum($0) }
        team = (row["team"] as String?).flatMap { TeamID($0) }
        begeleider = (row["begeleider"] as String?).flatMap { GebruikerID($0) }
    }

    static func find(_ db: Database, _ dossier: DossierID) throws -> DossierRij? {
        try Row.fetchOne(db, sql: "SELECT * FROM dossier WHERE id = ?", arguments: [dossier.description]).flatMap(DossierRij.init)
    }

    /// The facts for the policy.
    /// - Parameter gevraagdDoor: who asked, where something is decided: four eyes.
    func facts(gevraagdDoor: GebruikerID? = nil) -> Facts {
        Facts(
            begeleiders: Set([begeleider].compactMap(\.self)), team: team, gemeente: gemeente, dossier: dossier,
            requestedBy: gevraagdDoor)
    }

    /// Where the facts stand, for the policy as a filter; `d` is the dossier.
    static let columns = ScopeColumns(begeleider: "d.begeleider", team: "d.team", gemeente: "d.gemeente", dossier: "d.id")
}
