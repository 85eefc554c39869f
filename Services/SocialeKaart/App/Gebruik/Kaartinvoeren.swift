// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// Uploads of the pages: tried first, then taken in; both in the background, so that a page can say how far it is.
extension Kaartimporten {
    /// - Throws: `Failure.invalid` when the files are no directory; `Failure.state` when another file is being read, or this
    ///   one was not tried as it is now.
    func begin(_ opdracht: KaartinvoerBeginnen, als actor: Actor, because envelope: Envelope) async throws -> Done {
        try kaart.magInvoeren(actor)
        let wie = Kaart.wie(actor)
        let invoer = opdracht.invoer.uuidString.lowercased()
        let (bekend, isGeproefd) = try await kaart.store.read { db in
            (
                try Int.fetchOne(
                    db, sql: "SELECT 1 FROM kaartimport WHERE id = ?", arguments: [envelope.id.uuidString.lowercased()]) != nil,
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT 1 FROM kaartimport i WHERE i.invoer = ? AND i.door = ? AND i.proef = 1 AND i.toestand = 'klaar'
                          AND i.begonnen_op >= (SELECT max(d.op) FROM kaartbestand_deel d WHERE d.invoer = i.invoer)
                        """, arguments: [invoer, wie]) != nil
            )
        }
        // The same command again.
        if bekend { return Done() }
        let bron = try await leesbaar(opdracht.invoer, actor, because: envelope)
        guard opdracht.proef || isGeproefd else {
            throw Failure.state(reason: "Bekijk eerst wat dit bestand verandert. Daarna kunt u het overnemen.")
        }
        try await begin(
            envelope.id, bron: bron, proef: opdracht.proef, opheffen: opdracht.opheffen, van: (invoer, wie), because: envelope
        ) { [kaart] in
            guard !opdracht.proef else { return }
            _ = try? await kaart.store.write(because: envelope) { tx in
                try tx.db.execute(sql: "DELETE FROM kaartbestand_deel WHERE invoer = ?", arguments: [invoer])
            }
        }
        return Done()
    }

    /// The files of an upload. Of one that cannot be read with the file that came last, that file is not kept.
    private func leesbaar(_ invoer: UUID, _ actor: Actor, because envelope: Envelope) async throws -> Kaartbron {
        do { return try await kaart.bron(invoer, actor) } catch Failure.invalid(let fouten) {
            let id = invoer.uuidString.lowercased()
            try await kaart.store.write(because: envelope) { tx in
                try tx.db.execute(
                    sql: """
                        DELETE FROM kaartbestand_deel WHERE invoer = ? AND naam = (
                          SELECT naam FROM kaartbestand_deel WHERE invoer = ? GROUP BY naam ORDER BY max(op) DESC, naam DESC LIMIT 1)
                        """, arguments: [id, id])
            }
            throw Failure.invalid(fouten)
        }
    }

    func stand(_ query: KaartinvoerStand, als actor: Actor) async throws -> KaartinvoerStand.Answer {
        try kaart.magInvoeren(actor)
        let (invoer, wie) = (query.invoer.uuidString.lowercased(), Kaart.wie(actor))
        let (bestanden, proef, toepassing) = try await kaart.store.read { db in
            let bestanden = try Row.fetchAll(
                db,
                sql: """
                    SELECT naam, sum(length(inhoud)) AS grootte FROM kaartbestand_deel WHERE invoer = ? AND door = ?
                    GROUP BY naam ORDER BY naam
                    """, arguments: [invoer, wie]
            ).map { KaartinvoerStand.Bestand(naam: $0["naam"], grootte: $0["grootte"]) }
            func laatste(proef: Bool) throws -> UUID? {
                try String.fetchOne(
                    db,
                    sql: """
                        SELECT id FROM kaartimport WHERE invoer = ? AND door = ? AND proef = ?
                        ORDER BY begonnen_op DESC, id DESC LIMIT 1
                        """, arguments: [invoer, wie, proef]
                ).flatMap { UUID(uuidString: $0) }
            }
            return (bestanden, try laatste(proef: true), try laatste(proef: false))
        }
        guard !bestanden.isEmpty || proef != nil || toepassing != nil else { throw Failure.notFound(what: "invoer") }
        func loop(_ id: UUID?) async throws -> KaartinvoerStand.Loop? {
            guard let id, let stand = try await stand(id) else { return nil }
            return .init(
                toestand: stand.toestand, gedaan: stand.gedaan, totaal: stand.totaal, begonnenOp: stand.begonnenOp,
                klaarOp: stand.klaarOp, uitkomst: stand.resultaat.map { Kaartinvoer($0) }, fouten: stand.fouten)
        }
        return .init(bestanden: bestanden, proef: try await loop(proef), toepassing: try await loop(toepassing))
    }
}
