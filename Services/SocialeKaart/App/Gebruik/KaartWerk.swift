// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension Kaart {
    /// What there is to do: entries whose check ran out or soon will, and proposals of partners.
    func werk(_ query: KaartWerk, als actor: Actor) async throws -> KaartWerk.Answer {
        guard Policy.scope(actor, .change, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Alleen een medewerker houdt de sociale kaart bij.")
        }
        let vandaag = clock.today
        let (jaar, half) = (vandaag.adding(days: -Versheid.geldigDagen), vandaag.adding(days: -180))
        let page = PageRequest(after: query.page.after, limit: query.page.limit)
        return try await store.read { db in
            func tel(_ waar: String, _ arguments: StatementArguments) throws -> Int {
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM voorziening v WHERE v.status <> 'defunct' AND \(waar)", arguments: arguments)
                    ?? 0
            }
            let verlopen = try tel("(v.gecontroleerd_op IS NULL OR v.gecontroleerd_op < ?)", [jaar.description])
            let navragen = try tel("v.gecontroleerd_op >= ? AND v.gecontroleerd_op < ?", [jaar.description, half.description])
            let (rijen, volgende) = try KaartVragen.teControleren(db, voor: half, page)
            return .init(
                verlopen: verlopen, navragen: navragen, voorstellen: try VoorstelOpslag.teBeoordelen(db), rijen: rijen,
                volgende: volgende)
        }
    }
}
