// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// A teamleider says that two dossiers are one person. A fact beside them: neither is changed.
struct Samenvoegen: Sendable {
    let parts: IntakeParts

    func callAsFunction(
        _ command: DossiersSamenvoegen, _ envelope: Envelope, _ actor: Actor
    ) async throws -> DossiersSamenvoegen.Answer {
        let reden = try Samenvoegreden.lees(command.reden)
        let rijen = try await parts.store.read { db in
            (try Persoonregister.vind(db, command.volgend), try Persoonregister.vind(db, command.leidend))
        }
        guard let volgend = rijen.0, let leidend = rijen.1 else { throw Failure.notFound(what: "dossier") }
        for rij in [volgend, leidend] {
            guard Policy.decide(actor, .read, on: .dossier, facts: rij.feiten).isYes else {
                throw Failure.notFound(what: "dossier")
            }
            try Policy.decide(actor, .decide, on: .dossier, facts: rij.feiten).orThrow()
        }
        return try await parts.store.once(envelope) { tx in
            let bezwaar = Samenvoegregels.bezwaar(
                zelfde: command.volgend == command.leidend,
                volgendVolgt: try Samenvoegregister.volgt(tx.db, command.volgend),
                leidendVolgt: try Samenvoegregister.volgt(tx.db, command.leidend))
            if let bezwaar { throw Failure.state(reason: bezwaar) }
            try tx.change("persoon", id: command.volgend.description, from: command.versie, why: "samengevoegd") { _ in }
            let groepen = try Samenvoegregister.groep(tx.db, command.volgend).union(
                Samenvoegregister.groep(tx.db, command.leidend))
            let id = try Geheimmelding(parts).voer(over: groepen, in: tx) {
                try Samenvoegregister.maak(
                    tx, .init(volgend: command.volgend, leidend: command.leidend, reden: reden.rawValue))
            }
            try tx.emit(
                PersoonSamengevoegd(
                    samenvoeging: id, volgend: command.volgend, leidend: command.leidend, samengevoegdOp: tx.today))
            return DossiersSamenvoegen.Answer(samenvoeging: id)
        }
    }
}

extension Samenvoegreden {
    static func lees(_ code: String) throws(Failure) -> Samenvoegreden {
        guard let reden = Samenvoegreden(rawValue: code) else {
            throw .invalid([FieldError("reden", code: "keuze", "Kies waaraan u ziet dat het dezelfde persoon is.")])
        }
        return reden
    }
}
