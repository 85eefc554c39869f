// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Hummingbird
import Web

/// `/v1/importen`: the operator takes in a directory file. `?proef=true` only counts.
struct ImportRoutes: Sendable {
    /// Bytes of one file.
    static let limiet = 16 * 1024 * 1024

    let kaart: Kaart
    let ids: any IDSource
    let deur: Koppelingsdeur

    func add(to router: Router<PlainContext>) {
        router.post("/v1/importen") { request, context in
            let toegang = try await deur.toegang(request, met: .kaartBeheren, context)
            try request.require(mediaTypes: "application/json")
            var fouten: [FieldError] = []
            let proef = request.ja("proef", &fouten)
            guard fouten.isEmpty else { throw Failure.invalid(fouten) }
            let cause = context.oorzaak("import", id: ids.next(), actor: toegang.actor, at: kaart.clock.now)
            return try Antwoord.json(try await kaart.importeren(try await request.bytes(), proef: proef, because: cause))
        }
    }
}
