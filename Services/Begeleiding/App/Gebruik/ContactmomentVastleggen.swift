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
    /// Writes down a contact: its facts, the sealed words, what follows for the lists, the timeline; and when it was an
    /// appointment, that it has been. A contact in the place of another one leaves that readable.
    /// - Throws: `Failure.invalid` with every field error; `Failure.state` when the appointment or the older contact is not
    ///   what it was; `Failure.unavailable` when something must be sealed and the key is away.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, invoer) = (request.actor, middelen.regels, invoer)
        // Refuse first, before a key is asked; the same is checked again in the transaction.
        let vandaag = middelen.vandaag
        _ = try await middelen.store.read { try controleer($0, actor, invoer, vandaag: vandaag).traject }
        let tekst = [invoer.notitie, invoer.volgendeStap, invoer.partners].contains { !$0.isEmpty }
        let key = tekst ? try await middelen.keys.key(for: dossier) : nil
        return try await middelen.store.once(request.envelope) { tx in
            let (rij, traject, oud) = try controleer(tx.db, actor, invoer, vandaag: tx.today)
            let id: ContactmomentID = tx.ids.make()
            let nieuw = Contactmomenten.Nieuw(
                id: id, dossier: dossier, traject: traject, soort: soort, datum: datum, duurMinuten: duurMinuten,
                verschijning: verschijning, tolk: tolk, notitieZegel: try key.zegel(invoer.notitie, Zegelplaats.notitie(id)),
                stapZegel: try key.zegel(invoer.volgendeStap, Zegelplaats.stap(id)), stapOp: volgendeStapOp,
                doelen: Set(doelen), plaats: bij?.plaats, tolkMinuten: invoer.tolkMinuten, taal: invoer.taal,
                partnersZegel: try key.zegel(invoer.partners, Zegelplaats.partners(id)),
                aanwezigen: Set(bij?.aanwezigen ?? []), vervangt: vervangt?.contactmoment)
            try Contactmomenten.bewaar(tx.db, nieuw, door: actor.user, op: tx.nowText)
            if let oud, let vervangt { try oud.vervalt(tx, vervangt.reden, toelichting: nil, door: id) }
            if let afspraak { try zetGebeurd(tx, afspraak, id, traject) }
            try rij.contactGewijzigd(tx, regels)
            try rij.volgEersteContact(tx, regels)
            try Tijdlijn.voegToe(
                tx, dossier, op: datum,
                .contact(invoer, plaats: bij?.plaats, aanwezigen: nieuw.aanwezigen.count, vervangt: vervangt?.reden),
                bron: id.description)
            try tx.emit(
                ContactmomentVastgelegd(
                    contactmoment: id, traject: traject, dossier: dossier, soort: soort, datum: datum,
                    duurMinuten: duurMinuten, verschijning: verschijning, tolk: tolk, plaats: bij?.plaats,
                    tolkMinuten: invoer.tolkMinuten, vervangt: vervangt?.contactmoment))
            return Answer(contactmoment: id)
        }
    }

    private var invoer: Contactregels.Invoer {
        Contactregels.Invoer(
            soort: soort, datum: datum, duurMinuten: duurMinuten, verschijning: verschijning,
            notitie: notitie.trimmingCharacters(in: .whitespacesAndNewlines),
            volgendeStap: volgendeStap.trimmingCharacters(in: .whitespacesAndNewlines), volgendeStapOp: volgendeStapOp,
            tolk: tolk, tolkMinuten: bij?.tolkMinuten, taal: bij?.taal,
            partners: (bij?.partners ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func controleer(
        _ db: Database, _ actor: Actor, _ invoer: Contactregels.Invoer, vandaag: Datum
    ) throws -> (rij: Dossierrij, traject: TrajectID, oud: Contactrij?) {
        let rij = try Dossiers.eis(db, dossier, actor, .create, .contactmoment)
        guard let traject = rij.traject else {
            throw Failure.state(reason: "Er is nog geen traject voor dit dossier. Daarna kunt u contact vastleggen.")
        }
        let oud = try vervangt.map { try rij.geldigContact(db, $0.contactmoment, actor) }
        if let reden = vervangt?.reden, !Correctiereden.verbeteren.contains(reden) {
            throw Failure.invalid([FieldError("reden", code: "onbekend", "Kies waarom u dit contact verbetert.")])
        }
        if let afspraak { _ = try Afspraken.gepland(db, afspraak, van: dossier) }
        // Goals that the older one already had stay possible, also when the traject is another one now.
        let eigen = try oud.map { Set(try Contactmomenten.doelen(db, $0.id)) } ?? []
        try Contactregels.veldfouten(
            invoer, aangemeldOp: rij.ontvangenOp, vandaag: vandaag,
            onbekendeDoelen: try Doelen.onbekend(db, Set(doelen).subtracting(eigen), traject: traject),
            onbekendeAanwezigen: try Dossiers.nietInHuishouden(db, bij?.aanwezigen ?? [], van: rij, behalve: oud?.id)
        ).orThrow()
        return (rij, oud?.traject ?? traject, oud)
    }

    private func zetGebeurd(_ tx: Transaction, _ id: AfspraakID, _ contact: ContactmomentID, _ traject: TrajectID) throws {
        let afspraak = try Afspraken.gepland(tx.db, id, van: dossier).regel
        try tx.change("afspraak", id: id.description, from: afspraak.versie, why: "vastgelegd als contact") { db in
            try db.doe(
                "UPDATE afspraak SET toestand = 'gebeurd', contactmoment = ? WHERE id = ?",
                [contact.description, id.description])
        }
        try tx.emit(
            AfspraakGewijzigd(
                afspraak: id, traject: traject, dossier: dossier, soort: afspraak.soort, dag: afspraak.dag, toestand: .gebeurd))
    }
}

extension SealKey? {
    /// Sealed words; nil for no words.
    func zegel(_ tekst: String, _ plaats: String) throws -> Data? {
        guard !tekst.isEmpty else { return nil }
        guard let self else { throw Failure.unavailable(what: "de sleutel van het dossier") }
        return try Seal.seal(tekst, with: self, context: plaats)
    }
}

extension Dossierrij {
    /// A contact of this dossier that holds, when the actor may change it.
    func geldigContact(_ db: Database, _ id: ContactmomentID, _ actor: Actor) throws -> Contactrij {
        try Policy.decide(actor, .change, on: .contactmoment, facts: feiten).orThrow()
        guard let contact = try Contactmomenten.vind(db, id, van: self.id) else { throw Failure.notFound(what: "contactmoment") }
        guard contact.vervallen == nil else {
            throw Failure.state(reason: "Dit contact is intussen al verbeterd of ingetrokken. Kijk hoe het er nu staat.")
        }
        return contact
    }

    /// What the contacts come to now, on the dossier and in the points of attention.
    func contactGewijzigd(_ tx: Transaction, _ regels: Regels) throws {
        guard let nu = try Dossiers.vind(tx.db, id) else { throw Failure.notFound(what: "dossier") }
        try Dossiers.zetContact(tx.db, id, try Contactmomenten.stand(tx.db, nu))
        // After the end every act towards the person is aftercare.
        if eigenTraject, toestand == .afgerond, let rij = try traject.flatMap({ try Trajecten.vind(tx.db, $0) }) {
            try Klokken.werkNazorgBij(tx.db, rij)
        }
        try Aandachtspunten.bijwerken(tx.db, id, regels)
    }
}

extension Dossiers {
    /// How many of these do not live in the household of this person.
    /// - Parameter behalve: who was at this contact already may stay.
    static func nietInHuishouden(
        _ db: Database, _ dossiers: [DossierID], van rij: Dossierrij, behalve oud: ContactmomentID? = nil
    ) throws -> Int {
        guard !dossiers.isEmpty else { return 0 }
        let bekend = Set(try oud.map { try Contactmomenten.aanwezigen(db, $0) } ?? [])
        return try Set(dossiers).subtracting(bekend).count { id in
            try id == rij.id || vind(db, id)?.huishouden != rij.huishouden
        }
    }
}
