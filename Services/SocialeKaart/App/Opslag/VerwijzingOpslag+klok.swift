// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// What the clock does to a referral short of ending it.
extension VerwijzingOpslag {
    /// Notes a reminder that is due; of a referral that has started it puts the question how it goes, again and again.
    func herinner(_ rij: Verwijzingsrij) throws {
        guard let op = rij.herinneringOp, op <= vandaag, rij.herinnerdOp == nil else { return }
        guard rij.toestand == .gestart else {
            try tx.db.execute(
                sql: "UPDATE verwijzing SET herinnerd_op = ? WHERE id = ?", arguments: [vandaag.description, rij.id.description])
            if rij.toestand == .concept { try taak(.conceptWacht, bij: rij.id) }
            try melden?(.herinnering, over: rij, tx)
            return
        }
        let volgende = Verwijzingsklok.statusvraag(na: vandaag, trajectEindigtOp: rij.trajectEindigtOp)
        guard rij.statusvraagOp == nil else {
            // The earlier question still waits: its date and its escalation stay.
            try tx.db.execute(
                sql: "UPDATE verwijzing SET herinnering_op = ? WHERE id = ?",
                arguments: [volgende.description, rij.id.description])
            return
        }
        try tx.db.execute(
            sql: """
                UPDATE verwijzing SET statusvraag_op = ?, herinnering_op = ?, escalatie_op = ?, geescaleerd_op = NULL
                WHERE id = ?
                """,
            arguments: [
                vandaag.description, volgende.description,
                vandaag.adding(werkdagen: Verwijzingsklok.statusvraagAntwoord).description, rij.id.description,
            ])
        try melden?(.statusvraag, over: rij, tx)
    }

    /// Notes an escalation that is due, as a task of the begeleider.
    func escaleer(_ rij: Verwijzingsrij) throws {
        guard let op = rij.escalatieOp, op <= vandaag, rij.geescaleerdOp == nil else { return }
        if let om = rij.escalatieOm, tx.now < om { return }
        try tx.db.execute(
            sql: "UPDATE verwijzing SET geescaleerd_op = ? WHERE id = ?", arguments: [vandaag.description, rij.id.description])
        if let taak = Verwijzingstaak.escalatie(rij.toestand) { try self.taak(taak, bij: rij.id) }
    }

    /// The partner answered the question how it goes.
    func statusGemeld(_ rij: Verwijzingsrij) throws {
        try tx.db.execute(
            sql: "UPDATE verwijzing SET statusvraag_op = NULL, escalatie_op = NULL, geescaleerd_op = NULL WHERE id = ?",
            arguments: [rij.id.description])
        try taken(rij.id, af: [.statusvraagOnbeantwoord])
        try Onbeantwoord.beantwoord(tx.db, rij)
    }
}
