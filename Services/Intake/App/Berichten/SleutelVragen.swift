// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Opslag
import Zegel

/// The keys with which other services seal what they keep about a person. Only for the services that keep such things, and
/// only for who is a client: the key of an aanmelding that waits is nobody else's business.
extension Handlers {
    mutating func beantwoordSleutels(_ parts: IntakeParts) {
        answer(DossierSleutel.self, from: [.begeleiding, .reiskosten, .rapportage, .socialeKaart]) { query, _ in
            guard try await parts.store.read({ try Persoonregister.bestaat($0, query.dossier) }) else {
                throw Failure.notFound(what: "dossier")
            }
            return DossierSleutel.Answer(sleutel: try await parts.kluis.key(for: query.dossier).exported)
        }
    }
}
