// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What workers do with aanmeldingen, by way of the portaal.
extension Handlers {
    mutating func beantwoordAanmeldingen(_ parts: IntakeParts) {
        answer(AanmeldingenLijst.self, from: [.portaal]) { query, request in
            try await AanmeldingenTonen(parts: parts)(query, request.actor)
        }
        perform(AanmeldingAccepteren.self, from: [.portaal]) { command, request in
            try await Accepteren(parts: parts)(command, request.envelope, request.actor)
        }
        answer(AanmeldingOpvragen.self, from: [.portaal]) { query, request in
            try await AanmeldingTonen(parts: parts)(query, request.actor, caller: request.caller, because: request.envelope)
        }
        perform(AanmeldingTerugzetten.self, from: [.portaal]) { command, request in
            try await Terugzetten(parts: parts)(command, request.envelope, request.actor)
        }
        perform(AanmeldingAfwijzen.self, from: [.portaal]) { command, request in
            try await Afwijzen(parts: parts)(command, request.envelope, request.actor)
        }
    }
}
