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

/// What is sealed of one time.
private struct Noodinhoud: Codable {
    var reden: Noodreden
    var toelichting: String
}

private struct Noodoordeel: Codable {
    var uitkomst: Nooduitkomst
    var toelichting: String
}

extension MeldcodeNoodOpenen {
    /// Writes down who must read now and why, and opens what there is for a short time. Does the same, and answers the same,
    /// when there is nothing.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let actor = request.actor
        _ = try await middelen.store.read { try Self.eis($0, dossier, actor) }
        try Noodregels.veldfouten(toelichting).orThrow()
        // The same command twice is one time, under one seal.
        let id = NoodinzageID(request.envelope.id)
        let key = try await middelen.compartimenten.key(for: id.uuid, of: dossier, because: request.envelope)
        let inhoud = Noodinhoud(reden: reden, toelichting: toelichting.trimmingCharacters(in: .whitespacesAndNewlines))
        let zegel = try Seal.seal(MessageCoding.encode(inhoud), with: key, context: Zegelplaats.nood(id))
        return try await middelen.store.once(request.envelope) { tx in
            let (rij, ik) = try Self.eis(tx.db, dossier, actor)
            try Noodinzagen.bewaar(tx, id, rij, door: ik, zegel: zegel)
            for zaak in try Meldcode.van(tx.db, dossier) { try Meldcode.noteer(tx, zaak, .nood) }
            return Answer(noodinzage: id)
        }
    }

    private static func eis(_ db: Database, _ dossier: DossierID, _ actor: Actor) throws -> (Dossierrij, GebruikerID) {
        guard let rij = try Dossiers.vind(db, dossier), rij.mag(actor, .emergency, .meldcode), let ik = actor.user else {
            throw Failure.notFound(what: "dossier")
        }
        return (rij, ik)
    }
}

extension MeldcodeNoodOpvragen {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Noodinzage {
        let (actor, nu) = (request.actor, middelen.store.clock.now)
        let (rij, zaken) = try await middelen.store.read { db in
            guard let rij = try Noodinzagen.vind(db, noodinzage) else { throw Failure.notFound(what: "pagina") }
            let oordeelt = Policy.decide(actor, .read, on: .meldcode, facts: rij.feiten).isYes
            let eigen = rij.gebruiker == actor.user && Policy.scope(actor, .emergency, on: .meldcode) != .none
            guard oordeelt || eigen else { throw Failure.notFound(what: "pagina") }
            // Those that this reader may read now: a file of another team is its own aandachtsfunctionaris's.
            let zaken = try Meldcode.van(db, rij.dossier).filter { zaak in
                try Meldcode.vind(db, zaak, op: nu).map {
                    Policy.decide(actor, .read, on: .meldcode, facts: $0.feiten).isYes
                } ?? false
            }
            return (rij, zaken)
        }
        let key = try await middelen.compartimenten.key(for: rij.id.uuid, of: rij.dossier, because: request.envelope)
        let inhoud = try MessageCoding.decode(
            Noodinhoud.self, from: try Seal.open(rij.zegel, with: key, context: Zegelplaats.nood(rij.id)))
        var oordeel: Noodinzage.Oordeel?
        if let zegel = rij.oordeelZegel, let op = rij.beoordeeldOp {
            let gevonden = try MessageCoding.decode(
                Noodoordeel.self, from: try Seal.open(zegel, with: key, context: Zegelplaats.noodoordeel(rij.id)))
            oordeel = .init(uitkomst: gevonden.uitkomst, toelichting: gevonden.toelichting, door: rij.beoordeeldDoor, op: op)
        }
        return Noodinzage(
            noodinzage: rij.id, dossier: rij.dossier, dossiernummer: rij.dossiernummer, reden: inhoud.reden,
            toelichting: inhoud.toelichting, door: rij.gebruiker, op: rij.op, tot: rij.tot, zaken: zaken, oordeel: oordeel,
            magBeoordelen: oordeel == nil && Policy.decide(actor, .decide, on: .meldcode, facts: rij.feiten).isYes,
            versie: rij.versie)
    }
}

extension MeldcodeNoodinzagen {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Regel> {
        let bereik = Policy.scope(request.actor, .decide, on: .meldcode)
        guard bereik != .none else { throw Failure.notFound(what: "pagina") }
        let (na, limit) = (try Sleutelplaats.leesMoment(page.after), page.limit)
        let rijen = try await middelen.store.read {
            try Noodinzagen.lijst($0, bereik, alleenOpen: alleenOpen, na: na, limit: limit + 1)
        }
        return Page(
            rows: rijen.prefix(limit).map {
                Regel(
                    noodinzage: $0.id, dossiernummer: $0.dossiernummer, door: $0.gebruiker, op: $0.op,
                    beoordeeldOp: $0.beoordeeldOp)
            }, next: rijen.count > limit ? rijen.prefix(limit).last.map { Sleutelplaats.tekst($0.op, $0.id) } : nil)
    }
}

extension MeldcodeNoodBeoordelen {
    /// Closes one time, once, by somebody else than who read.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        let rij = try await middelen.store.read { try Self.eis($0, noodinzage, actor) }
        try Noodregels.veldfouten(toelichting).orThrow()
        let key = try await middelen.compartimenten.key(for: rij.id.uuid, of: rij.dossier, because: request.envelope)
        let oordeel = Noodoordeel(
            uitkomst: uitkomst, toelichting: toelichting.trimmingCharacters(in: .whitespacesAndNewlines))
        let zegel = try Seal.seal(MessageCoding.encode(oordeel), with: key, context: Zegelplaats.noodoordeel(rij.id))
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Self.eis(tx.db, noodinzage, actor)
            guard rij.beoordeeldOp == nil else { throw Failure.state(reason: "Dit is al beoordeeld.") }
            try Noodinzagen.beoordeel(tx, rij, van: versie, zegel: zegel)
            return Done()
        }
    }

    /// Who read it hears that a colleague must judge; to everybody else it does not exist.
    private static func eis(_ db: Database, _ id: NoodinzageID, _ actor: Actor) throws -> Noodrij {
        guard let rij = try Noodinzagen.vind(db, id), Policy.decide(actor, .read, on: .meldcode, facts: rij.feiten).isYes else {
            throw Failure.notFound(what: "pagina")
        }
        try Policy.decide(actor, .decide, on: .meldcode, facts: rij.feiten).orThrow()
        return rij
    }
}
