// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension ContactmomentVastleggen {
    /// Writes down a contact: its facts, the sealed note and next step, what follows for the lists, the timeline.
    /// - Throws: `Failure.invalid` with every field error; `Failure.unavailable` when something must be sealed and the key
    ///   is away.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, invoer) = (request.actor, middelen.regels, invoer)
        // Refuse first, before a key is asked; the same is checked again in the transaction.
        let vandaag = middelen.vandaag
        _ = try await middelen.store.read { try controleer($0, actor, invoer, vandaag: vandaag).1 }
        let tekst = !invoer.notitie.isEmpty || !invoer.volgendeStap.isEmpty
        let key = tekst ? try await middelen.keys.key(for: dossier) : nil
        return try await middelen.store.once(request.envelope) { tx in
            let (rij, traject) = try controleer(tx.db, actor, invoer, vandaag: Datum(tx.now))
            let id: ContactmomentID = tx.ids.make()
            func zegel(_ tekst: String, _ plaats: String) throws -> Data? {
                guard !tekst.isEmpty else { return nil }
                guard let key else { throw Failure.unavailable(what: "de sleutel van het dossier") }
                return try Seal.seal(tekst, with: key, context: plaats)
            }
            let nieuw = Contactmomenten.Nieuw(
                id: id, dossier: dossier, traject: traject, soort: soort, datum: datum, duurMinuten: duurMinuten,
                verschijning: verschijning, tolk: tolk, notitieZegel: try zegel(invoer.notitie, Zegelplaats.notitie(id)),
                stapZegel: try zegel(invoer.volgendeStap, Zegelplaats.stap(id)), stapOp: volgendeStapOp, doelen: Set(doelen))
            try Contactmomenten.bewaar(tx.db, nieuw, door: actor.user, op: tx.nowText)
            try werkBij(tx, rij, nieuw)
            try rij.volgEersteContact(tx, regels)
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            try Tijdlijn.voegToe(
                tx, dossier, op: datum, .contact(soort, verschijning, tolk, minuten: duurMinuten), bron: id.description)
            try tx.emit(
                ContactmomentVastgelegd(
                    contactmoment: id, traject: traject, dossier: dossier, soort: soort, datum: datum,
                    duurMinuten: duurMinuten, verschijning: verschijning, tolk: tolk))
            return Answer(contactmoment: id)
        }
    }

    private var invoer: Contactregels.Invoer {
        Contactregels.Invoer(
            soort: soort, datum: datum, duurMinuten: duurMinuten, verschijning: verschijning,
            notitie: notitie.trimmingCharacters(in: .whitespacesAndNewlines),
            volgendeStap: volgendeStap.trimmingCharacters(in: .whitespacesAndNewlines), volgendeStapOp: volgendeStapOp)
    }

    private func controleer(
        _ db: Database, _ actor: Actor, _ invoer: Contactregels.Invoer, vandaag: Datum
    ) throws -> (Dossierrij, TrajectID) {
        let rij = try Dossiers.eis(db, dossier, actor, .create, .contactmoment)
        guard let traject = rij.traject else {
            throw Failure.state(reason: "Er is nog geen traject voor dit dossier. Daarna kunt u contact vastleggen.")
        }
        try Contactregels.veldfouten(
            invoer, aangemeldOp: rij.ontvangenOp, vandaag: vandaag,
            onbekendeDoelen: try Doelen.onbekend(db, Set(doelen), traject: traject)
        ).orThrow()
        return (rij, traject)
    }

    private func werkBij(_ tx: Transaction, _ rij: Dossierrij, _ nieuw: Contactmomenten.Nieuw) throws {
        var stand = rij.contact
        stand.neem(
            Contactstand.Contact(
                id: nieuw.id, soort: soort, datum: datum, verschijning: verschijning, heeftStap: nieuw.stapZegel != nil,
                stapOp: volgendeStapOp),
            laterContact: try Contactmomenten.heeftLater(tx.db, dossier, dan: datum))
        try Dossiers.zetContact(tx.db, dossier, stand)
        // After the end every act towards the person is aftercare.
        if rij.toestand == .afgerond, let traject = rij.traject, rij.eigenTraject {
            try Klokken.vinkNazorgAf(tx.db, traject, op: datum)
        }
    }
}
