// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// What was agreed on referring to a service: what it may know and why, the agreement on data, the places.
extension Verwijzingen {
    func afspraak(_ query: VerwijsafspraakOpvragen, als actor: Actor) async throws -> VerwijsafspraakOpvragen.Answer {
        guard Policy.scope(actor, .read, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Uw rol geeft geen recht om deze afspraken te zien.")
        }
        let vandaag = clock.today
        guard let antwoord = try await store.read({ db in try AfspraakOpslag.lees(db, query.voorziening, vandaag) }) else {
            throw Failure.notFound(what: "voorziening")
        }
        return antwoord
    }

    /// The team leader or the beheerder chooses what a service may know, each extra field with its reason.
    func veldenlijstVastleggen(_ opdracht: VeldenlijstVastleggen, als actor: Actor, because envelope: Envelope) async throws
        -> Done
    {
        try Self.magAfspreken(actor)
        return try await store.once(envelope) { tx in
            let (lijst, fouten) = Veldenlijst.lees(
                velden: opdracht.velden, redenen: opdracht.redenen, grondslag: opdracht.grondslag,
                heeftLeeftijdsgrens: try AfspraakOpslag.heeftLeeftijdsgrens(tx.db, opdracht.voorziening))
            guard let lijst else { throw Failure.invalid(fouten.map { FieldError($0.veld, code: $0.code, $0.tekst) }) }
            guard try AfspraakOpslag.lees(tx.db, opdracht.voorziening, tx.today) != nil else {
                throw Failure.notFound(what: "voorziening")
            }
            try AfspraakOpslag(tx: tx).bewaar(lijst, bij: opdracht.voorziening, vanaf: opdracht.versie)
            return Done()
        }
    }

    /// Until when the agreement on data with an organisation holds; a day in the past ends it.
    func partnerafspraakVastleggen(_ opdracht: PartnerafspraakVastleggen, als actor: Actor, because envelope: Envelope)
        async throws -> Done
    {
        try Self.magAfspreken(actor)
        guard opdracht.geldigTot <= clock.today.adding(months: 120) else {
            throw Failure.invalid([
                FieldError("geldigTot", code: "bereik", "Een afspraak heeft een einde binnen tien jaar. Kijk de datum na.")
            ])
        }
        return try await store.once(envelope) { tx in
            try AfspraakOpslag(tx: tx).bewaarAfspraak(opdracht.organisatie, geldigTot: opdracht.geldigTot)
            return Done()
        }
    }

    /// What a service says about places: the partner of that service, or a worker who asked.
    func capaciteitMelden(_ opdracht: CapaciteitMelden, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let fouten = Capaciteit.fouten(antwoord: opdracht.antwoord, vrij: opdracht.vrij, maximum: opdracht.maximum)
        let vandaag = clock.today
        guard let nu = try await store.read({ db in try AfspraakOpslag.lees(db, opdracht.voorziening, vandaag) }) else {
            throw Failure.notFound(what: "voorziening")
        }
        // A partner may read every service and change its own: another's is as if it were not there.
        guard Policy.decide(actor, .change, on: .voorziening, facts: Facts(organisatie: nu.organisatie)).isYes else {
            throw Failure.notFound(what: "voorziening")
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten.map { FieldError($0.veld, code: $0.code, $0.tekst) }) }
        return try await store.once(envelope) { tx in
            try CapaciteitOpslag(tx: tx).meld(
                opdracht.voorziening, antwoord: opdracht.antwoord, vrij: opdracht.vrij, maximum: opdracht.maximum)
            return Done()
        }
    }

    private static func magAfspreken(_ actor: Actor) throws {
        guard Policy.scope(actor, .change, on: .voorziening) == .all, actor.has(.teamleider) || actor.has(.beheerder) else {
            throw Failure.notAllowed(reason: "De teamleider of de beheerder legt vast wat een organisatie mag krijgen.")
        }
    }
}
