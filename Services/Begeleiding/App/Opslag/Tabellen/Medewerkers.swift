// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

/// Workers by id and rights, as portaal tells them. No names: those stay in portaal.
enum Medewerkers {
    struct Rij: Sendable, Equatable {
        /// Active, and a begeleider or volunteer.
        var magBegeleiden: Bool
        var team: TeamID?
    }

    static func vind(_ db: Database, _ id: GebruikerID) throws -> Rij? {
        try db.rij("SELECT * FROM medewerker WHERE id = ?", [id.description]).map { row in
            Rij(magBegeleiden: try row.waar("begeleidt") && row.waar("actief"), team: try row.idIfPresent("team"))
        }
    }

    static func zet(_ db: Database, _ id: GebruikerID, begeleidt: Bool, team: TeamID?, actief: Bool) throws {
        try db.doe(
            """
            INSERT INTO medewerker (id, begeleidt, team, actief) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET begeleidt = excluded.begeleidt, team = excluded.team, actief = excluded.actief
            """, [id.description, begeleidt, team.kolom(), actief])
    }
}

/// Who looked in which dossier, and why.
enum Inzage {
    enum Wat: String, Sendable {
        case traject, tijdlijn, regeldag, regeldocument, rapport, meting, plan, signaal, overdracht, contractlijst
    }

    /// - Parameter aanvrager: the service that asked, proved by its key.
    static func noteer(_ tx: Transaction, _ dossier: DossierID, _ wat: Wat, aanvrager: String) throws {
        try tx.db.doe(
            "INSERT INTO inzage (dossier, wat, gebruiker, aanvrager, doel, op) VALUES (?, ?, ?, ?, ?, ?)",
            [
                dossier.description, wat.rawValue, tx.cause?.actor?.user.kolom(), aanvrager,
                tx.cause?.actor?.purpose ?? "onbekend", tx.nowText,
            ])
    }
}
