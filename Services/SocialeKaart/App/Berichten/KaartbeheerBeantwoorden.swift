// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What portaal may ask and have done to keep the directory: edits, proposals, files.
struct KaartbeheerBeantwoorden: Sendable {
    let kaart: Kaart

    func add(to handlers: inout Handlers) {
        let kaart = kaart
        handlers.answer(VoorzieningBewerkbaar.self, from: [.portaal]) { query, request in
            try await kaart.bewerkbaar(query, als: request.actor)
        }
        handlers.perform(VoorzieningBewerken.self, from: [.portaal]) { command, request in
            try await kaart.bewerken(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(KaartWerk.self, from: [.portaal]) { query, request in
            try await kaart.werk(query, als: request.actor)
        }
        handlers.answer(VoorstelOpvragen.self, from: [.portaal]) { query, request in
            try await kaart.voorstel(query, als: request.actor)
        }
        handlers.perform(VoorstelBeoordelen.self, from: [.portaal]) { command, request in
            try await kaart.beoordelen(command, als: request.actor, because: request.envelope)
        }
        handlers.perform(KaartbestandDeel.self, from: [.portaal]) { command, request in
            try await kaart.ontvang(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(KaartbestandBekijken.self, from: [.portaal]) { query, request in
            try await kaart.bekijk(query, als: request.actor, because: request.envelope)
        }
        handlers.perform(KaartbestandToepassen.self, from: [.portaal]) { command, request in
            try await kaart.pasToe(command, als: request.actor, because: request.envelope)
        }
        handlers.answer(KaartUitvoeren.self, from: [.portaal]) { query, request in
            try await kaart.uitvoeren(query, als: request.actor)
        }
    }
}
