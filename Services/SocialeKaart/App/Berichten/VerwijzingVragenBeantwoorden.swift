// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What portaal and rapportage may ask of referrals, and what portaal may have done with them.
struct VerwijzingVragenBeantwoorden: Sendable {
    let verwijzingen: Verwijzingen

    func add(to handlers: inout Handlers) {
        let verwijzingen = verwijzingen
        handlers.answer(VerwijzingenVanDossier.self, from: [.portaal, .rapportage]) { query, request in
            try await verwijzingen.vanDossier(query, als: request.actor)
        }
        handlers.answer(VerwijzingOpvragen.self, from: [.portaal]) { query, request in
            try await verwijzingen.opvragen(query, als: request.actor, because: request.envelope)
        }
        handlers.perform(VerwijzingMaken.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.maken(command, als: request.actor, because: request.envelope) }
        }
        handlers.perform(VerwijzingVersturen.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.versturen(command, als: request.actor, because: request.envelope) }
        }
        handlers.perform(VerwijzingOvergang.self, from: [.portaal]) { command, request in
            try await inWoorden { try await verwijzingen.overgaan(command, als: request.actor, because: request.envelope) }
        }
    }
}

/// The bus knows `Failure` alone: a refusal of the state machine becomes one.
private func inWoorden<Antwoord>(_ werk: () async throws -> Antwoord) async throws -> Antwoord {
    do { return try await werk() } catch let weigering as Overgangsweigering { throw weigering.failure }
}
