// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// Everything about a person that a worker may edit, and the whole BSN for who needs it. Every look is logged.
struct GegevensTonen: Sendable {
    let parts: IntakeParts

    func callAsFunction(
        _ query: GegevensOpvragen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> Gegevensblad {
        let lezing = try await Dossierlezing(parts: parts).lees(
            query.dossier, actor, caller: caller, wat: "gegevens", metBSN: true, because: cause
        ) { db, rij in try Nummeraanvulling(db, van: rij.dossier) }
        let rij = lezing.rij
        try Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).orThrow()
        let bsn = try await lezing.erbij.vul(aan: lezing.gegevens, parts.kluis).client.bsn
        let feiten = try await parts.store.read { try Persoonsfeiten.van($0, query.dossier) }
        let waarden = Gegevensveld.allCases.filter(\.isVoorMedewerker).compactMap { veld in
            veld.lees(lezing.gegevens).map { (veld.rawValue, $0) }
        }
        return Gegevensblad(
            dossier: query.dossier, velden: Dictionary(waarden, uniquingKeysWith: { eerste, _ in eerste }),
            inOnderzoek: lezing.gegevens.onderzocht.map(\.rawValue).sorted(), feiten: feiten, versie: rij.versie,
            gewijzigdOp: Instant.date(rij.gewijzigdOp), gewijzigdDoor: rij.gewijzigdDoor.flatMap { GebruikerID($0) },
            magBSN: bsn != nil && Policy.decide(actor, .read, on: .bsn, facts: rij.feiten).isYes)
    }

    /// For what a whole BSN is needed. A code, so that the log holds nothing about the person.
    static let doelen = ["afspraak-instantie", "formulier", "controle"]

    func bsn(_ query: BSNTonen, _ actor: Actor, caller: ServiceName, because cause: Envelope) async throws -> BSNTonen.Answer {
        guard Self.doelen.contains(query.waarvoor) else {
            throw Failure.invalid([FieldError("waarvoor", code: "keuze", "Kies waarvoor u het BSN nodig hebt.")])
        }
        let geopend = try await PersoonOpenen(parts: parts)(query.dossier)
        let decision = Policy.decide(actor, .read, on: .bsn, facts: geopend.rij.feiten)
        try await parts.store.write(because: cause) { tx in
            try Leeslog.schrijf(
                tx, query.dossier, actor: actor, dienst: caller, wat: "bsn:\(query.waarvoor)", toegestaan: decision.isYes)
        }
        try decision.orThrow()
        let nummers = try await parts.store.read { try Nummeraanvulling($0, van: query.dossier) }
        guard let bsn = try await nummers.vul(aan: geopend.gegevens, parts.kluis).client.bsn else {
            throw Failure.notFound(what: "BSN")
        }
        return .init(bsn: bsn.waarde)
    }
}
