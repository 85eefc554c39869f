// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opslag

/// Was this message here before? Asked before its content is looked at, so that a repeat gets the first answer for ever,
/// whatever rules, tokens or contracts have changed since. The transaction that keeps a message asks once more.
struct HerhalingHerkennen: Sendable {
    let parts: IntakeParts

    /// The first answer; nil for a new message.
    /// - Throws: `Ontvangstfout.berichtHergebruikt` when the id came with another content.
    func callAsFunction(oin: OIN, id: UUID, hash: Data) async throws -> Ontvangstbevestiging? {
        try await parts.store.read { try Berichtregister.eerder($0, oin: oin, id: id, hash: hash) }
    }
}
