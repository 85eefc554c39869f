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

extension Bewijsstukken {
    /// Gives out the file from one byte on, at most one stored piece at a time. Behind the end: no bytes.
    func lezen(_ query: BewijsstukLezen, _ request: Request) async throws -> BewijsstukLezen.Answer {
        let found = try await store.read { db in try BewijsstukRij.find(db, query.bewijsstuk) }
        guard let rij = found, rij.klaar else { throw Failure.notFound(what: "bewijsstuk") }
        let voorschot = try await voorschot(rij.voorschot, request.actor, to: .read)
        try await leeslog.noteer(
            request, dossier: voorschot.dossier.dossier, wat: "bewijsstuk", vervolg: query.vanaf > 0)
        let vanaf = max(query.vanaf, 0)
        let deel = try await store.read { db in try Bewijsdeel.find(db, rij.bewijsstuk, byte: vanaf) }
        guard let deel else { return .init(mediatype: rij.mediatype, grootte: rij.ontvangen, inhoud: Data()) }
        let key = try await keys.key(for: rij.dossier)
        let inhoud = try Seal.open(deel.verzegeld, with: key, context: Bewijsdeel.context(rij.bewijsstuk, vanaf: deel.vanaf))
        return .init(mediatype: rij.mediatype, grootte: rij.ontvangen, inhoud: Data(inhoud.dropFirst(vanaf - deel.vanaf)))
    }
}
