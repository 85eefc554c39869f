// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What portaal may ask of the directory and have done with it.
struct KaartVragenBeantwoorden: Sendable {
    let kaart: Kaart
    let importen: Kaartimporten

    func add(to handlers: inout Handlers) {
        let kaart = kaart
        handlers.answer(VoorzieningenZoeken.self, from: [.portaal]) { query, request in
            try await kaart.zoeken(query, als: request.actor)
        }
        handlers.answer(SuggestiesVoorDoel.self, from: [.portaal]) { query, request in
            try await kaart.suggesties(query, als: request.actor)
        }
        handlers.answer(VoorzieningOpvragen.self, from: [.portaal]) { query, request in
            try await kaart.opvragen(query, als: request.actor)
        }
        handlers.perform(VoorzieningControleren.self, from: [.portaal]) { command, request in
            try await kaart.controleren(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(Kaartkeuzes.self, from: [.portaal]) { query, request in
            try await kaart.keuzes(query, als: request.actor)
        }
        KaartbeheerBeantwoorden(kaart: kaart, importen: importen).add(to: &handlers)
    }
}
