// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag
import Toegang

/// After the dry run somebody says yes or no.
struct AanleveringBeslissen: Sendable {
    let parts: IntakeParts

    func importeer(_ command: AanleveringImporteren, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        try await zet(command.aanlevering, command.versie, envelope, actor, "importeren gestart") { bestand in
            guard bestand.toestand == .gecontroleerd else {
                throw Failure.state(reason: "Dit bestand is nog niet gecontroleerd, of het is al verwerkt.")
            }
            return .importeren
        }
    }

    func annuleer(_ command: AanleveringAnnuleren, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        try await zet(command.aanlevering, command.versie, envelope, actor, "geannuleerd") { bestand in
            guard [.uploaden, .controleren, .gecontroleerd].contains(bestand.toestand) else {
                throw Failure.state(reason: "Van dit bestand zijn al rijen overgenomen. Dat kan niet worden teruggedraaid.")
            }
            return .geannuleerd
        }
    }

    private func zet(
        _ id: AanleveringID, _ versie: Int, _ envelope: Envelope, _ actor: Actor, _ waarom: String,
        _ stap: @escaping @Sendable (Aanlevering) throws -> Aanlevertoestand
    ) async throws -> Done {
        guard let bestand = try await parts.store.read({ try Aanleverregister.vind($0, id) }),
            Policy.decide(actor, .read, on: .aanlevering, facts: bestand.feiten).isYes
        else { throw Failure.notFound(what: "aanlevering") }
        try Policy.decide(actor, .change, on: .aanlevering, facts: bestand.feiten).orThrow()
        return try await parts.store.once(envelope) { tx in
            guard var nu = try Aanleverregister.vind(tx.db, id) else { throw Failure.notFound(what: "aanlevering") }
            let toestand = try stap(nu)
            nu.versie = versie
            try Aanleverregister.zet(tx, nu, toestand, waarom: waarom)
            return Done()
        }
    }
}
