// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

extension Policy {
    /// Whether the actor may know that this person lives in a household: name and role, nothing of the file.
    ///
    /// Each member has a file of one's own: who guides one member knows what the others are called and opens none of their
    /// files. Who is kept from sight (conflict, safe address) is known only to who may open that very file, and never to a
    /// service that gathers something for others.
    /// - Parameter huisgenoten: the facts of who live there at the same time, the person included or not.
    public static func magKennen(_ actor: Actor, lid: Facts, huisgenoten: [Facts]) -> Bool {
        if lid.afgeschermd && actor.roles.isEmpty { return false }
        if decide(actor, .read, on: .dossier, facts: lid).isYes { return true }
        if lid.afgeschermd || actor.isOutside { return false }
        return huisgenoten.contains { decide(actor, .read, on: .dossier, facts: $0).isYes }
    }
}
