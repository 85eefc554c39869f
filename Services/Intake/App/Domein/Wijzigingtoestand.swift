// SPDX-License-Identifier: EUPL-1.2
import Domein

/// How it stands with a change of a client that a gemeente sent. The raw value is what the gemeente sees.
enum Wijzigingtoestand: String, Sendable, CaseIterable {
    case inControle = "in-controle"
    case overgenomen
    case deelsOvergenomen = "deels-overgenomen"
    case weggelegd

    /// Why something was not taken over, as a worker may choose. A code: free text would be about a person.
    static let redenen = ["al-bekend", "onjuist", "in-onderzoek", "nagevraagd"]

    /// What the choice of a worker comes to, or why it cannot be made.
    /// - Parameters:
    ///   - verschillen: what differs now.
    ///   - overnemen: the fields that were chosen.
    static func besluit(
        _ verschillen: [Gegevensverschil], overnemen: Set<Gegevensveld>, ookInOnderzoek: Bool, reden: String?
    ) -> Result<Wijzigingtoestand, Bezwaar> {
        if overnemen.contains(where: { veld in !verschillen.contains { $0.veld == veld } }) {
            return .failure(.veranderd)
        }
        if !ookInOnderzoek, verschillen.contains(where: { $0.inOnderzoek && overnemen.contains($0.veld) }) {
            return .failure(.onderzoek)
        }
        let rest = verschillen.filter { !overnemen.contains($0.veld) }
        if !rest.isEmpty, !redenen.contains(reden ?? "") { return .failure(.reden) }
        if rest.isEmpty { return .success(.overgenomen) }
        return .success(overnemen.isEmpty ? .weggelegd : .deelsOvergenomen)
    }

    enum Bezwaar: Error, Equatable { case veranderd, onderzoek, reden }
}
