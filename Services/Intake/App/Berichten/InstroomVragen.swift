// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// Inflow against taakstelling and capacity, for the portaal.
extension Handlers {
    mutating func beantwoordInstroom(_ parts: IntakeParts) {
        answer(InstroomOpvragen.self, from: [.portaal]) { query, request in
            try await InstroomTonen(parts: parts).beeld(query, request.actor)
        }
        answer(InstroomRijen.self, from: [.portaal]) { query, request in
            try await InstroomTonen(parts: parts).rijen(query, request.actor)
        }
    }
}
