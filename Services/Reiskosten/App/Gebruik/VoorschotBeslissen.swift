// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension Voorschotten {
    /// Codes of reasons to refuse.
    static let redenen = ["afstand", "geen-recht", "openstaand-voorschot", "overig"]

    /// Approves or refuses an advance. The policy refuses who asked for it: four eyes.
    func beslissen(_ command: VoorschotBeslissen, _ request: Request) async throws -> Done {
        let reden = command.goedgekeurd ? nil : command.reden
        if !command.goedgekeurd, !Self.redenen.contains(reden ?? "") {
            throw Failure.invalid([FieldError("reden", code: "keuze", "Kies waarom het voorschot wordt afgewezen.")])
        }
        return try await store.once(request.envelope) { tx in
            let rij = try Self.find(tx, command.voorschot, request.actor, to: .decide)
            try Self.take(
                command.goedgekeurd ? .goedkeuren : .afwijzen, tx, rij, from: command.versie,
                set: "beslist_door = ?, beslist_op = ?, reden = ?",
                [request.actor.user?.description, tx.today.description, reden])
            return Done()
        }
    }
}
