// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// The stop on exchange: set and read by people through the portaal, asked by every service that hands something out.
extension Handlers {
    mutating func beantwoordUitwisseling(_ parts: IntakeParts) {
        answer(UitwisselingNagaan.self, from: [.begeleiding, .socialeKaart, .reiskosten, .rapportage, .portaal]) {
            query, request in
            // The services ask for themselves; a person outside is never told about whom it is.
            guard !request.actor.isOutside else {
                throw Failure.notAllowed(reason: "Uw rol geeft geen recht om dit te vragen.")
            }
            return try await UitwisselingTonen(parts: parts).nagaan(query)
        }
        answer(UitwisselingOpvragen.self, from: [.portaal]) { query, request in
            try await UitwisselingTonen(parts: parts).stand(query, request.actor)
        }
        answer(UitwisselingRedenLezen.self, from: [.portaal]) { query, request in
            try await UitwisselingTonen(parts: parts).redenen(
                query, request.actor, caller: request.caller, because: request.envelope)
        }
        answer(UitwisselingsstoppenLijst.self, from: [.portaal]) { query, request in
            try await UitwisselingTonen(parts: parts).lijst(query, request.actor)
        }
        perform(UitwisselingStoppen.self, from: [.portaal]) { command, request in
            try await UitwisselingZetten(parts: parts).stop(command, request.envelope, request.actor)
        }
        perform(UitwisselingHervatten.self, from: [.portaal]) { command, request in
            try await UitwisselingZetten(parts: parts).hervat(command, request.envelope, request.actor)
        }
    }
}
