// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

/// What the people of one page are called. Portaal shows it and keeps nothing of it.
struct Dossiernamen: Sendable {
    private let labels: [DossierID: DossierLabel]
    /// Intake could not be asked: then a missing name says nothing.
    let isWeg: Bool

    init(_ labels: [DossierLabel], isWeg: Bool = false) {
        self.isWeg = isWeg
        self.labels = Dictionary(labels.map { ($0.dossier, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// While intake is away, or for who may not know it, words instead of a name: the page goes on.
    func naam(_ dossier: DossierID) -> String { labels[dossier]?.naam ?? "Naam even niet bekend" }
    func nummer(_ dossier: DossierID) -> String? { labels[dossier]?.dossiernummer }

    /// - Throws: `Failure.notFound` when there is no such dossier, or this user may not know it.
    func eis(_ dossier: DossierID) throws(Failure) {
        guard isWeg || labels[dossier] != nil else { throw .notFound(what: "dossier") }
    }
}

extension Portaal {
    /// The names of at most 200 dossiers, in one question.
    func dossiernamen(_ dossiers: [DossierID], voor ik: Aangemeld) async throws -> Dossiernamen {
        guard !dossiers.isEmpty else { return Dossiernamen([]) }
        let uniek = Array(Set(dossiers))
        let labels = try await alsBereikbaar {
            try await bus.ask(DossierLabels(dossiers: uniek), as: ik.actor(), because: nil, within: .seconds(3))
        }
        return Dossiernamen(labels ?? [], isWeg: labels == nil)
    }
}
