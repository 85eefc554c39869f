// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag

extension Kaart {
    /// The entries of one organisation, unchecked ones too: for that organisation itself.
    func eigen(_ filter: Kaartfilter, _ page: PageRequest) async throws -> Page<Voorzieningsregel> {
        let page = PageRequest(after: page.after, limit: page.limit)
        return try await store.read { db in try KaartVragen.zoek(db, nil, filter, page) }
    }
}
