// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// What the beheerder does with notifications that did not arrive, by way of the portaal.
extension Handlers {
    mutating func beantwoordBezorging(_ parts: IntakeParts, _ vast: Vastebestanden) {
        let bezorgen = BerichtenBezorgen(parts: parts, vast: vast)
        answer(OnbezorgdeBerichten.self, from: [.portaal]) { query, request in try await bezorgen.lijst(query, request.actor) }
        answer(OnbezorgdAantal.self, from: [.portaal]) { _, request in try await bezorgen.aantal(request.actor) }
        perform(BerichtOpnieuwBezorgen.self, from: [.portaal]) { command, request in
            try await bezorgen.opnieuw(command, request.envelope, request.actor)
        }
        perform(AllesOpnieuwBezorgen.self, from: [.portaal]) { _, request in
            try await bezorgen.allesOpnieuw(request.envelope, request.actor)
        }
        perform(BerichtOpgeven.self, from: [.portaal]) { command, request in
            try await bezorgen.geefOp(command, request.envelope, request.actor)
        }
    }
}
