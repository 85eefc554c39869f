import Berichten
// SPDX-License-Identifier: EUPL-1.2
import Dienst
import Domein
import Foundation
import Opslag
import Toegang
import Zegel

extension Verwijzingen {
    /// One step of a worker: withdraw, record what the person said, or (team leader) correct an end.
    /// - Throws: `Overgangsweigering` or `Failure`.
    func overgaan(_ opdracht: VerwijzingOvergang, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let rij = try await rij(opdracht.verwijzing, actor, .change)
        guard opdracht.naar != .verstuurd || rij.toestand != .concept || !Self.rollen(actor, rij).contains(.casemanager) else {
            throw Failure.invalid([FieldError("naar", code: "ander-bericht", "Versturen gaat met het bericht voor versturen.")])
        }
        let toelichting = try await verzegeld(opdracht.velden["toelichting"], rij)
        return try await store.once(envelope) { tx in
            try stap(
                tx, opdracht.verwijzing, versie: opdracht.versie, naar: opdracht.naar, velden: opdracht.velden, actor: actor,
                toelichting: toelichting)
            return Done()
        }
    }

    /// Judges and takes one step within a transaction. Who answers what was sent has received it: both are written.
    /// Returns the new version.
    @discardableResult
    func stap(
        _ tx: Transaction, _ id: VerwijzingID, versie: Int, naar: VerwijzingToestand, velden: [String: String], actor: Actor,
        toelichting: Data? = nil
    ) throws -> Int {
        guard var rij = try VerwijzingVragen.een(tx.db, id) else { throw Failure.notFound(what: "verwijzing") }
        guard rij.versie == versie else {
            throw Failure.conflict(.init(yours: versie, newest: rij.versie, changedAt: rij.gewijzigdOp))
        }
        let opslag = opslag(tx)
        var versie = versie
        let (overgang, rol) = try Overgangsregel.beoordeel(
            rij.feiten(opslag.vandaag), naar: naar, rollen: Self.rollen(actor, rij), velden: velden, vandaag: opslag.vandaag)
        if rij.toestand == .verstuurd && rol == .partner && naar != .ontvangen {
            versie = try opslag.stap(rij, vanaf: versie, .init(naar: .ontvangen, rol: .partner))
            guard let nu = try VerwijzingVragen.een(tx.db, id) else { throw Failure.notFound(what: "verwijzing") }
            rij = nu
        }
        let correctie = overgang.naar == .vorige
        if correctie { try Self.geenAndere(tx.db, rij.dossier, rij.voorziening) }
        return try opslag.stap(
            rij, vanaf: versie,
            .init(naar: naar, rol: rol, velden: velden, isCorrectie: correctie, toelichting: toelichting))
    }

    /// An explanation is free text about a person: it is kept sealed with the key of the dossier.
    private func verzegeld(_ tekst: String?, _ rij: Verwijzingsrij) async throws -> Data? {
        guard let tekst, !tekst.isEmpty else { return nil }
        let sleutel = try await sleutels.key(for: rij.dossier)
        return try Seal.seal(tekst, with: sleutel, context: "verwijzing.toelichting:\(rij.id)")
    }
}
