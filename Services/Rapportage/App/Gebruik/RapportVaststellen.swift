// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension Rapporten {
    /// Approves the text as it stands on the form: seals it with the figures of this moment. From now on the gemeente may
    /// see it and nobody can change it.
    func vaststellen(_ command: RapportVaststellen, _ request: Request) async throws -> Done {
        let rij = try await find(command.rapport, request.actor)
        try Policy.decide(request.actor, .approve, on: .rapport, facts: rij.facts).orThrow()
        let paragrafen = command.paragrafen.map(Rapportinhoud.Paragraaf.init)
        let fouten = Rapportinhoud(paragrafen: paragrafen, kerncijfers: []).fouten
        guard fouten.isEmpty else { throw Failure.invalid(fouten.map { FieldError($0.veld, code: $0.code, $0.zin) }) }
        let key = try await keys.key(for: rij.dossier)
        return try await store.once(request.envelope) { tx in
            guard let nu = try RapportRij.find(tx.db, command.rapport) else { throw Failure.notFound(what: "rapport") }
            guard nu.toestand == .concept else {
                throw Failure.state(reason: "Dit rapport is al vastgesteld. Een vastgesteld rapport verandert niet meer.")
            }
            let inhoud = Rapportinhoud(paragrafen: paragrafen, kerncijfers: try Rapportinhoud.kerncijfers(tx.db, nu))
            let json = try MessageCoding.encode(inhoud)
            let vandaag = tx.today
            let id = nu.rapport.description
            try tx.change("rapport", id: id, from: command.versie, why: "vaststellen") { db in
                try db.execute(
                    sql: """
                        UPDATE rapport SET toestand = 'vastgesteld', vastgesteld_op = ?, vastgesteld_door = ? WHERE id = ?
                        """, arguments: [vandaag.description, request.actor.user?.description, id])
            }
            let verzegeld = try Seal.seal(json, with: key, context: RapportinhoudTabel.context(nu.rapport))
            try RapportinhoudTabel.insert(tx.db, nu.rapport, verzegeld: verzegeld, op: vandaag)
            try tx.emit(
                RapportVastgesteld(
                    rapport: nu.rapport, soort: nu.soort, traject: nu.traject, dossier: nu.dossier, gemeente: nu.gemeente,
                    vastgesteldOp: vandaag))
            return Done()
        }
    }
}
