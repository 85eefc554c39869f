// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// A teamleider says that who waits is somebody we know: the same person, so no second dossier.
struct BijDossierVoegen: Sendable {
    let parts: IntakeParts

    func callAsFunction(
        _ command: AanmeldingBijDossier, _ envelope: Envelope, _ actor: Actor
    ) async throws -> DossiersSamenvoegen.Answer {
        let reden = try Samenvoegreden.lees(command.reden)
        let gelezen = try await parts.store.read { db in
            (
                try Aanmeldingregister.vind(db, command.aanmelding).orNotFound(actor),
                try Persoonregister.vind(db, command.dossier), try Aanmeldingregister.verzegeld(db, command.aanmelding)
            )
        }
        let rij = gelezen.0
        guard let persoon = gelezen.1, Policy.decide(actor, .read, on: .dossier, facts: persoon.feiten).isYes else {
            throw Failure.notFound(what: "dossier")
        }
        try Policy.decide(actor, .decide, on: .aanmelding, facts: rij.feiten).orThrow()
        try Policy.decide(actor, .decide, on: .dossier, facts: persoon.feiten).orThrow()
        guard let verzegeld = gelezen.2 else { throw Failure.notFound(what: "aanmelding") }
        let gegevens = try Verzegeling.open(
            verzegeld, .aanmelding, rij.dossier, try await parts.kluis.key(for: rij.dossier))
        return try await parts.store.once(envelope) { tx in
            if let bezwaar = Samenvoegregels.bezwaar(
                zelfde: rij.dossier == persoon.dossier, volgendVolgt: false,
                leidendVolgt: try Samenvoegregister.volgt(tx.db, persoon.dossier))
            {
                throw Failure.state(reason: bezwaar)
            }
            var redenen: [String] = []
            try tx.change("aanmelding", id: rij.id.description, from: command.versie, why: "hoort bij een bestaand dossier") {
                // What was opened above is what joins here: the version tells.
                guard let nu = try Aanmeldingregister.vind($0, rij.id), nu.versie == rij.versie + 1, nu.wacht else {
                    throw Failure.state(reason: "Deze aanmelding wacht niet meer op een besluit.")
                }
                redenen = nu.redenen
                try Aanmeldingregister.zet($0, rij.id, toestand: .geaccepteerd, redenen: [], op: tx.today)
            }
            let id = try Aanmeldingvoeging(parts: parts, gegevens: gegevens, dossier: rij.dossier).voeg(
                tx, bij: persoon.dossier, reden: reden, voor: redenen)
            try parts.melden?(.toestand, over: rij.id, gemeente: rij.gemeente, dossier: rij.dossier, tx)
            return DossiersSamenvoegen.Answer(samenvoeging: id)
        }
    }
}

/// A teamleider says that these are two people: the pair is not shown again. When it was the last candidate, that is no
/// reason to wait any more; accepting stays a decision of its own.
struct AnderePersoonOnthouden: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: AnderePersoonVastleggen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let gelezen = try await parts.store.read { db in
            (
                try Aanmeldingregister.vind(db, command.aanmelding).orNotFound(actor),
                try command.dossier ?? command.andereAanmelding.flatMap { try Aanmeldingregister.vind(db, $0)?.dossier }
            )
        }
        let rij = gelezen.0
        try Policy.decide(actor, .decide, on: .aanmelding, facts: rij.feiten).orThrow()
        guard let ander = gelezen.1 else { throw Failure.notFound(what: "dossier") }
        return try await parts.store.once(envelope) { tx in
            guard try Kandidatenregister.van(tx.db, rij.id).contains(where: { $0.dossier == ander }) else {
                throw Failure.state(reason: "Deze twee staan niet meer naast elkaar.")
            }
            try AnderePersoon.onthoud(tx, rij.dossier, ander)
            try Kandidatenregister.wis(tx.db, rij.id, ander)
            return Done()
        }
    }
}
