// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// Questions about people. Each names who may ask it; what the actor may see, the use case decides.
extension Handlers {
    mutating func beantwoordPersonen(_ parts: IntakeParts) {
        answer(DossierLabels.self, from: [.portaal, .begeleiding, .socialeKaart, .reiskosten, .rapportage]) { query, request in
            try await PersonenTonen(parts: parts).labels(query, request.actor)
        }
        answer(PersonenZoeken.self, from: [.portaal]) { query, request in
            try await PersonenTonen(parts: parts).zoek(query, request.actor)
        }
        answer(PersoonOpvragen.self, from: [.portaal, .rapportage]) { query, request in
            try await PersoonTonen(parts: parts)(
                query, request.actor, caller: request.caller, because: request.envelope)
        }
        answer(DeelpakketOpvragen.self, from: [.socialeKaart]) { query, request in
            try await DeelpakketSamenstellen(parts: parts)(
                query, request.actor, caller: request.caller, because: request.envelope)
        }
    }
}
