// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag

/// From intake: which contract and team a dossier has.
enum IntakeVolgen {
    static var following: Following {
        var following = Following(.intake)
        following.houdUitwisselstopBij()
        following.houdSamenvoegingBij()
        following.on(AanmeldingGeaccepteerd.self, effect: "dossier-bekend") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO dossier (id, nummer, opdracht, geaccepteerd_op, gemeente, team_aanmelding)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET nummer = excluded.nummer, opdracht = excluded.opdracht,
                        geaccepteerd_op = excluded.geaccepteerd_op, gemeente = excluded.gemeente,
                        team_aanmelding = excluded.team_aanmelding
                    """,
                arguments: [
                    event.dossier.description, event.dossiernummer, event.opdracht, event.geaccepteerdOp.description,
                    event.gemeente, event.team.description,
                ])
        }
        return following
    }
}
