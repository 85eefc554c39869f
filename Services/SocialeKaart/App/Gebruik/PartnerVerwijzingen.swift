// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

/// A partner as its token says: which organisation, and the name under which the token was given out.
struct Partner: Sendable, Equatable {
    let organisatie: OrganisatieID
    let naam: String
    /// The personal account, when it is one.
    var gebruiker: GebruikerID?

    var actor: Actor { Actor(user: gebruiker, roles: [.partner], organisatie: organisatie, purpose: "verwijzing-behandelen") }

    init(organisatie: OrganisatieID, naam: String) { (self.organisatie, self.naam) = (organisatie, naam) }

    /// Somebody who signed in on the pages; nil for who does not act for an organisation.
    init?(_ actor: Actor) {
        guard actor.has(.partner), let organisatie = actor.organisatie, let user = actor.user else { return nil }
        (self.organisatie, naam, gebruiker) = (organisatie, user.description, user)
    }
}

/// A referral as a partner may see it.
struct Partnerbeeld: Sendable {
    let rij: Verwijzingsrij
    /// Nil before receipt of anything and after access was closed.
    var stap1: [String: String]?
    /// Name and way of contact, after acceptance; asked from intake at that moment and kept nowhere.
    var stap2: [String: String]?
    /// Set when step 2 is open but intake is away.
    var stap2NietBereikbaar = false
    let toegestaan: [VerwijzingToestand]
}

extension Verwijzingen {
    /// The referrals addressed to this partner, in order of change; step 1 only.
    func vanPartner(_ partner: Partner, gewijzigdVanaf: String?, na: Int?, aantal: Int) async throws
        -> [Partnerbeeld]
    {
        let scope = Policy.scope(partner.actor, .list, on: .verwijzing)
        let vandaag = clock.today
        let beelden = try await store.read { db in
            try VerwijzingVragen.vanPartner(
                db, partner.organisatie, scope, gewijzigdVanaf: gewijzigdVanaf, na: na, aantal: aantal
            )
            .map { rij in
                Partnerbeeld(
                    rij: rij, stap1: rij.vrijgave(.stap1, vandaag) == .mag ? try VerwijzingVragen.pakket(db, rij.id)?.stap1 : nil,
                    toegestaan: Overgangstabel.toegestaan(van: rij.toestand, rollen: [.partner]))
            }
        }
        return try await uitwisseling.voorLezer(partner.actor, beelden) { $0.rij.dossier }
    }

    /// One referral, with step 2 once it was accepted. What was given about the person is noted.
    /// - Parameter metPersoon: false for the pages that never show step 2 by themselves.
    func voorPartner(_ id: VerwijzingID, _ partner: Partner, metPersoon: Bool = true, because envelope: Envelope) async throws
        -> Partnerbeeld
    {
        let rij = try await rij(id, partner.actor, .read)
        var beeld = Partnerbeeld(rij: rij, toegestaan: Overgangstabel.toegestaan(van: rij.toestand, rollen: [.partner]))
        let vandaag = clock.today
        guard rij.vrijgave(.stap1, vandaag) == .mag,
            let pakket = try await store.read({ db in try VerwijzingVragen.pakket(db, id) })
        else { return beeld }
        beeld.stap1 = pakket.stap1
        guard metPersoon, rij.vrijgave(.stap2, vandaag) == .mag, !pakket.stap2.isEmpty else { return beeld }
        do {
            var velden = try await personen.velden(rij.dossier, pakket.stap2, envelope)
            for (veld, tekst) in try await woorden(pakket, rij) { velden[veld] = tekst }
            let gegeven = velden.filter { naam, _ in pakket.stap2.contains { $0.rawValue == naam } }
            try await noteerInzage(id, partner, Array(gegeven.keys).sorted(), because: envelope)
            beeld.stap2 = gegeven
        } catch Failure.unavailable {
            beeld.stap2NietBereikbaar = true
        }
        return beeld
    }

    /// One step of the partner. The same key with the same content gives the first answer and no second step.
    /// - Throws: `Overgangsweigering`, `Failure`, or `IdempotentieConflict` for a key that was used for something else.
    func partnerStap(
        _ id: VerwijzingID, _ partner: Partner, sleutel: String, versie: Int, naar: VerwijzingToestand, velden: [String: String],
        because envelope: Envelope
    ) async throws -> Int {
        _ = try await rij(id, partner.actor, .change)
        var opdracht = envelope
        opdracht.id = try Self.id(van: "\(partner.organisatie)\n\(sleutel)")
        let inhoud = Stap1Pakket.bytes(velden.merging(["naar": naar.rawValue, "verwijzing": id.description]) { mijn, _ in mijn })
        do {
            return try await store.once(opdracht, contentHash: try SHA256.hash(inhoud)) { tx in
                try stap(tx, id, versie: versie, naar: naar, velden: velden, actor: partner.actor)
            }
        } catch Failure.invalid(let fouten) where fouten.contains(where: { $0.code == "id-hergebruikt" }) {
            throw IdempotentieConflict()
        } catch Overgangsweigering.voorwaarde(.instemmingNogGeldig) {
            try await vraagInstemming(id, because: envelope)
            throw Overgangsweigering.voorwaarde(.instemmingNogGeldig)
        }
    }

    /// A partner would take the person, but the agreement is too old: the begeleider asks the person again.
    func vraagInstemming(_ id: VerwijzingID, because envelope: Envelope) async throws {
        try await store.write(because: envelope) { tx in
            try VerwijzingOpslag(tx: tx).taak(.instemmingVernieuwen, bij: id)
        }
    }

    /// "It goes on": answers the question how it goes, and changes nothing else.
    func statusMelden(_ id: VerwijzingID, _ partner: Partner, because envelope: Envelope) async throws -> Done {
        _ = try await rij(id, partner.actor, .change)
        return try await store.once(envelope) { tx in
            guard let rij = try VerwijzingVragen.een(tx.db, id) else { throw Failure.notFound(what: "verwijzing") }
            guard rij.toestand == .gestart, rij.statusvraagOp != nil else {
                throw Failure.state(reason: "Er staat geen vraag open over deze verwijzing.")
            }
            try VerwijzingOpslag(tx: tx).statusGemeld(rij)
            return Done()
        }
    }

    private func woorden(_ pakket: VerwijzingVragen.Pakket, _ rij: Verwijzingsrij) async throws -> [String: String] {
        guard let vrij = pakket.vrij else { return [:] }
        let tekst = try Seal.open(vrij, with: try await sleutels.key(for: rij.dossier), context: Self.woorden(rij.id))
        return try MessageCoding.decode([String: String].self, from: tekst)
    }

    private func noteerInzage(_ id: VerwijzingID, _ partner: Partner, _ velden: [String], because envelope: Envelope) async throws
    {
        try await store.write(because: envelope) { tx in
            try tx.db.execute(
                sql: "INSERT INTO inzage (verwijzing_id, organisatie_id, door, velden, op) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    id.description, partner.organisatie.description, partner.naam,
                    String(decoding: try MessageCoding.encode(velden), as: UTF8.self), tx.nowText,
                ])
        }
    }

    /// A key of a partner as the id of a command: two partners may use the same key.
    private static func id(van tekst: String) throws -> UUID {
        var b = [UInt8](try SHA256.hash(Data(tekst.utf8)).prefix(16))
        b[6] = 0x80 | (b[6] & 0x0F)
        b[8] = 0x80 | (b[8] & 0x3F)
        return UUID(uuid: (b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]))
    }
}

/// The same `Idempotency-Key` came with another content.
struct IdempotentieConflict: Error {}
