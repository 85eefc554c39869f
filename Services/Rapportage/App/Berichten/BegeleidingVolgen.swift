// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag

/// From begeleiding: trajects, who has them, contacts, goals and the steps of the regeldag.
enum BegeleidingVolgen {
    static var following: Following {
        var following = Following(.begeleiding)
        following.houdWaarnemingBij()
        following.on(OverdrachtsdocumentGevraagd.self, effect: "overdrachtsdocument-gevraagd") { event, _, tx in
            try RapportRij.plan(tx, event)
        }
        following.on(TrajectGestart.self, effect: "traject-gestart") { event, envelope, tx in
            try traject(event, tx)
            try RapportRij.plan(tx, event)
        }
        following.on(TrajectAfgerond.self, effect: "traject-afgerond") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO traject_einde (traject, reden, afgerond_op) VALUES (?, ?, ?)
                    ON CONFLICT (traject) DO UPDATE SET reden = excluded.reden, afgerond_op = excluded.afgerond_op
                    """,
                arguments: [event.traject.description, event.reden, event.afgerondOp.description])
        }
        following.on(TrajectklokGewijzigd.self, effect: "trajectklok-gewijzigd") { event, _, tx in
            try verzet(tx, event.traject, tussenrapportageOp: event.tussenrapportageOp, eindigtOp: event.eindigtOp)
        }
        following.on(TrajectHeropend.self, effect: "traject-heropend") { event, _, tx in
            try tx.db.execute(sql: "DELETE FROM traject_einde WHERE traject = ?", arguments: [event.traject.description])
            try verzet(tx, event.traject, tussenrapportageOp: event.tussenrapportageOp, eindigtOp: event.eindigtOp)
            try RapportRij.schrapOverdrachtsdocument(tx, event.traject)
        }
        following.on(DossierToegewezen.self, effect: "dossier-toegewezen") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO dossier (id, gemeente, huishouden, team_toewijzing, begeleider) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET team_toewijzing = excluded.team_toewijzing, begeleider = excluded.begeleider
                    """,
                arguments: [
                    event.dossier.description, event.gemeente, event.huishouden.description, event.team.description,
                    event.begeleider.description,
                ])
        }
        following.on(ContactmomentVastgelegd.self, effect: "contact", contact)
        following.on(ContactmomentIngetrokken.self, effect: "contact-ingetrokken", contactIngetrokken)
        following.on(DoelGewijzigd.self, effect: "doel") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO doel (id, traject, dossier, leefgebied, toestand, datum) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET leefgebied = excluded.leefgebied, toestand = excluded.toestand,
                        datum = excluded.datum
                    """,
                arguments: [
                    event.doel.description, event.traject.description, event.dossier.description, event.leefgebied.rawValue,
                    event.toestand.rawValue, event.datum.description,
                ])
        }
        following.on(RegelzaakGewijzigd.self, effect: "regelzaak") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO regelzaak (id, dossier, huishouden, code, toestand, uiterlijk_op, datum)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET toestand = excluded.toestand, uiterlijk_op = excluded.uiterlijk_op,
                        datum = excluded.datum
                    """,
                arguments: [
                    event.regelzaak.description, event.dossier.description, event.huishouden.description, event.code,
                    event.toestand.rawValue, event.uiterlijkOp?.description, event.datum.description,
                ])
        }
        return following
    }

    private static func traject(_ event: TrajectGestart, _ tx: Transaction) throws {
        try tx.db.execute(
            sql: """
                INSERT INTO traject (id, dossier, gemeente, opdracht, ontvangen_op, gestart_op, tussenrapportage_op, eindigt_op,
                    factureerbaar)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET gestart_op = excluded.gestart_op,
                    tussenrapportage_op = excluded.tussenrapportage_op, eindigt_op = excluded.eindigt_op
                """,
            arguments: [
                event.traject.description, event.dossier.description, event.gemeente, event.opdracht,
                event.ontvangenOp.description, event.gestartOp.description, event.tussenrapportageOp.description,
                event.eindigtOp.description, event.factureerbaar,
            ])
        // What intake says of a dossier goes before what a traject repeats of it.
        try tx.db.execute(
            sql: """
                INSERT INTO dossier (id, nummer, gemeente, opdracht, huishouden, ontvangen_op, team_aanmelding)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET nummer = COALESCE(nummer, excluded.nummer),
                    opdracht = COALESCE(opdracht, excluded.opdracht), ontvangen_op = COALESCE(ontvangen_op, excluded.ontvangen_op),
                    team_aanmelding = COALESCE(team_aanmelding, excluded.team_aanmelding)
                """,
            arguments: [
                event.dossier.description, event.dossiernummer, event.gemeente, event.opdracht, event.huishouden.description,
                event.ontvangenOp.description, event.team.description,
            ])
    }

    /// The dates of a running traject moved; a report that is not approved yet is due on the new day.
    private static func verzet(_ tx: Transaction, _ traject: TrajectID, tussenrapportageOp: Datum, eindigtOp: Datum) throws {
        try tx.db.execute(
            sql: "UPDATE traject SET tussenrapportage_op = ?, eindigt_op = ? WHERE id = ?",
            arguments: [tussenrapportageOp.description, eindigtOp.description, traject.description])
        try RapportRij.verzet(tx.db, traject, uiterlijkOp: tussenrapportageOp)
    }

    @Sendable private static func contact(_ event: ContactmomentVastgelegd, _ envelope: Envelope, _ tx: Transaction) throws {
        try tx.db.execute(
            sql: """
                INSERT INTO contact (id, traject, dossier, soort, datum, duur_minuten, verschijning) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET soort = excluded.soort, datum = excluded.datum,
                    duur_minuten = excluded.duur_minuten, verschijning = excluded.verschijning
                """,
            arguments: [
                event.contactmoment.description, event.traject.description, event.dossier.description, event.soort.rawValue,
                event.datum.description, event.duurMinuten, event.verschijning.rawValue,
            ])
        guard event.verschijning == .aanwezig else { return }
        // Contacts are entered in any order: the earliest date counts, not the first that was typed.
        try tx.db.execute(
            sql: """
                INSERT INTO eerste_contact (traject, datum) VALUES (?, ?)
                ON CONFLICT (traject) DO UPDATE SET datum = MIN(datum, excluded.datum)
                """, arguments: [event.traject.description, event.datum.description])
    }

    /// A contact that does not hold any more leaves every figure; the first contact is looked up again.
    @Sendable private static func contactIngetrokken(
        _ event: ContactmomentIngetrokken, _ envelope: Envelope, _ tx: Transaction
    ) throws {
        try tx.db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [event.contactmoment.description])
        let traject = event.traject.description
        try tx.db.execute(sql: "DELETE FROM eerste_contact WHERE traject = ?", arguments: [traject])
        try tx.db.execute(
            sql: """
                INSERT INTO eerste_contact (traject, datum)
                SELECT traject, MIN(datum) FROM contact WHERE traject = ? AND verschijning = 'aanwezig' GROUP BY traject
                """, arguments: [traject])
    }
}
