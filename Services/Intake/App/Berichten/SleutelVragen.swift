// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus

/// The keys of persons, for the services that keep sealed things about them and for no other.
extension Handlers {
    mutating func beantwoordSleutels(_ parts: IntakeParts) {
        answer(DossierSleutel.self, from: [.begeleiding, .reiskosten, .rapportage, .socialeKaart]) { query, _ in
            try await SleutelGeven(parts: parts)(query)
        }
        answer(CompartimentSleutel.self, from: [.begeleiding]) { query, request in
            try await CompartimentSleutelGeven(parts: parts)(query, request.actor)
        }
    }
}
