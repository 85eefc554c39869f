// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag

/// From intake: what came in and who became a dossier. May come after the first events of begeleiding about the same one.
enum IntakeVolgen {
    static var following: Following {
        var following = Following(.intake)
        following.houdUitwisselstopBij()
        following.houdSamenvoegingBij()
        following.on(AanmeldingOntvangen.self, effect: "aanmelding-ontvangen") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO aanmelding (id, gemeente, ontvangen_op) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET gemeente = excluded.gemeente, ontvangen_op = excluded.ontvangen_op
                    """,
                arguments: [event.aanmelding.description, event.gemeente, event.ontvangenOp.description])
        }
        following.on(AanmeldingGeaccepteerd.self, effect: "dossier-bekend") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO dossier (id, nummer, gemeente, opdracht, aanmelding, huishouden, doelgroep, meerijdend_met,
                        ontvangen_op, geaccepteerd_op, team_aanmelding)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET nummer = excluded.nummer, gemeente = excluded.gemeente,
                        opdracht = excluded.opdracht, aanmelding = excluded.aanmelding, huishouden = excluded.huishouden,
                        doelgroep = excluded.doelgroep, meerijdend_met = excluded.meerijdend_met,
                        ontvangen_op = excluded.ontvangen_op, geaccepteerd_op = excluded.geaccepteerd_op,
                        team_aanmelding = excluded.team_aanmelding
                    """,
                arguments: [
                    event.dossier.description, event.dossiernummer, event.gemeente, event.opdracht,
                    event.aanmelding.description, event.huishouden.description, event.doelgroep.rawValue,
                    event.meerijdendMet?.description, event.ontvangenOp.description, event.geaccepteerdOp.description,
                    event.team.description,
                ])
        }
        return following
    }
}
