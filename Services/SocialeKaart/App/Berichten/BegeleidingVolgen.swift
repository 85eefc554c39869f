// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag

/// Who has which dossier, and until when the traject runs: from the events of begeleiding.
enum BegeleidingVolgen {
    static func following() -> Following {
        var following = Following(.begeleiding)
        following.houdWaarnemingBij()
        following.on(DossierToegewezen.self, effect: "dossier-toegewezen") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO toewijzing (dossier, begeleider, team, gemeente) VALUES (?, ?, ?, ?)
                    ON CONFLICT (dossier) DO UPDATE SET begeleider = excluded.begeleider, team = excluded.team,
                      gemeente = excluded.gemeente
                    """,
                arguments: [
                    event.dossier.description, event.begeleider.description, event.team.description, event.gemeente,
                ])
        }
        following.on(TrajectGestart.self, effect: "traject-gestart") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO toewijzing (dossier, team, gemeente, traject_eindigt_op) VALUES (?, ?, ?, ?)
                    ON CONFLICT (dossier) DO UPDATE SET team = excluded.team, gemeente = excluded.gemeente,
                      traject_eindigt_op = excluded.traject_eindigt_op
                    """,
                arguments: [
                    event.dossier.description, event.team.description, event.gemeente, event.eindigtOp.description,
                ])
        }
        return following
    }
}
