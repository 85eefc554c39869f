// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Zegel

/// The key with which another service seals what it keeps about a person. Only of who is a client: the key of an aanmelding
/// that waits is nobody else's business.
struct SleutelGeven: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ query: DossierSleutel) async throws -> DossierSleutel.Answer {
        guard try await parts.store.read({ try Persoonregister.bestaat($0, query.dossier) }) else {
            throw Failure.notFound(what: "dossier")
        }
        return DossierSleutel.Answer(sleutel: try await parts.kluis.key(for: query.dossier).exported)
    }
}
