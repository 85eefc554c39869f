// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag

/// From begeleiding: who has a dossier. May come before intake's event of the same dossier.
enum BegeleidingVolgen {
    static var following: Following {
        var following = Following(.begeleiding)
        following.houdWaarnemingBij()
        following.on(DossierToegewezen.self, effect: "dossier-toegewezen") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO dossier (id, gemeente, team_toewijzing, begeleider) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET team_toewijzing = excluded.team_toewijzing, begeleider = excluded.begeleider
                    """,
                arguments: [
                    event.dossier.description, event.gemeente, event.team.description, event.begeleider.description,
                ])
        }
        return following
    }
}
