// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Opslag

extension Following {
    /// Keeps the table of `Samengevoegd` from intake's events, and lets stops on exchange hold for who is one person now.
    /// - Parameter daarna: for the dossier that follows from now on, or no longer does.
    public mutating func houdSamenvoegingBij(
        daarna: @escaping @Sendable (DossierID, Transaction) throws -> Void = { _, _ in }
    ) {
        on(PersoonSamengevoegd.self, effect: "persoon-samengevoegd") { event, _, tx in
            try Samengevoegd.voeg(event.volgend, bij: event.leidend, samenvoeging: event.samenvoeging, in: tx)
            try Uitwisselstop.verspreid(over: Samengevoegd.groep(tx.db, van: event.leidend), in: tx)
            try daarna(event.volgend, tx)
        }
        on(SamenvoegingOngedaan.self, effect: "samenvoeging-ongedaan") { event, _, tx in
            try Samengevoegd.maakOngedaan(event.volgend, samenvoeging: event.samenvoeging, in: tx)
            for helft in [event.volgend, event.leidend] {
                try Uitwisselstop.verspreid(over: Samengevoegd.groep(tx.db, van: helft), in: tx)
            }
            try daarna(event.volgend, tx)
        }
    }
}

extension Failure {
    /// Work that begins anew belongs in the dossier that stands for the person.
    public static let dossierIsSamengevoegd = Failure.state(
        reason: "Dit dossier is samengevoegd met een ander dossier van dezelfde persoon. Ga verder in dat dossier.")
}
