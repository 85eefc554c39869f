// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang
import Zegel

/// The key of a sealed compartment. It lies in the key store beside those of the persons, under a name that no person and no
/// aanmelding can have, so no service gets it by asking for the key of a dossier.
struct CompartimentSleutelGeven: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ query: CompartimentSleutel, _ actor: Actor) async throws -> CompartimentSleutel.Answer {
        guard actor.user != nil, Policy.scope(actor, .read, on: .meldcode) != .none else {
            throw Failure.notFound(what: "sleutel")
        }
        let plaats = DossierID(NaamUUID.make("compartiment", in: query.compartiment))
        return .init(sleutel: try await parts.kluis.key(for: plaats).exported)
    }
}
