// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

extension Verwijzingen {
    /// What the actor must act on or waits for: tasks first, then by date.
    func volgen(_ query: VerwijzingenVolgen, als actor: Actor) async throws -> Page<Verwijzingsregel> {
        let scope = Policy.scope(actor, .list, on: .verwijzing)
        let vandaag = clock.today
        return try await store.read { db in
            try VerwijzingVragen.volgen(db, scope, alleenTaken: false, vandaag: vandaag, query.page)
        }
    }

    /// The same with the work on the directory, for the today page.
    func vandaag(_ query: KaartVandaagOpvragen, als actor: Actor) async throws -> KaartVandaagOpvragen.Answer {
        let scope = Policy.scope(actor, .list, on: .verwijzing)
        let (vandaag, metKaart) = (clock.today, query.metKaart && Kaart.houdtBij(actor))
        return try await store.read { db in
            .init(
                verwijzingen: scope == .none
                    ? nil : try VerwijzingVragen.volgen(db, scope, alleenTaken: true, vandaag: vandaag, query.page),
                kaart: metKaart ? try Kaart.werk(db, nil, vandaag: vandaag) : nil)
        }
    }

    /// A worker has dealt with a task.
    func taakAfdoen(_ opdracht: VerwijzingTaakAfdoen, als actor: Actor, because envelope: Envelope) async throws -> Done {
        guard let taak = Verwijzingstaak(rawValue: opdracht.taak) else {
            throw Failure.invalid([FieldError("taak", code: "onbekende-code", "Deze taak bestaat niet.")])
        }
        let rij = try await rij(opdracht.verwijzing, actor, .change)
        return try await store.once(envelope) { tx in
            guard try VerwijzingOpslag(tx: tx).taken(rij.id, af: [taak]) > 0 else {
                throw Failure.state(reason: "Deze taak is al afgedaan.")
            }
            return Done()
        }
    }

    /// The person agreed again. The referral stays as it is; a task that asked for it is done.
    func instemmingVastleggen(_ opdracht: InstemmingVastleggen, als actor: Actor, because envelope: Envelope) async throws
        -> Done
    {
        let rij = try await rij(opdracht.verwijzing, actor, .change)
        let (gegevens, fouten) = Instemmingsgegevens.lees(
            door: opdracht.door, op: opdracht.op, hoe: opdracht.hoe, taal: opdracht.taal, metTolk: opdracht.metTolk,
            vandaag: clock.today)
        guard let gegevens else { throw Failure.invalid(fouten.map { FieldError($0.veld, code: $0.code, $0.tekst) }) }
        return try await store.once(envelope) { tx in
            guard let nu = try VerwijzingVragen.een(tx.db, rij.id) else { throw Failure.notFound(what: "verwijzing") }
            guard nu.versie == opdracht.versie else {
                throw Failure.conflict(.init(yours: opdracht.versie, newest: nu.versie, changedAt: nu.gewijzigdOp))
            }
            guard !nu.toestand.isEinde, nu.toestand != .concept else {
                throw Failure.state(reason: "Instemming legt u opnieuw vast zolang de verwijzing loopt.")
            }
            let opslag = VerwijzingOpslag(tx: tx)
            try opslag.bewaar(gegevens, bij: rij.id)
            try opslag.taken(rij.id, af: [.instemmingVernieuwen])
            return Done()
        }
    }
}
