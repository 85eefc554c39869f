// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension Kaart {
    /// Of work that lies there no more than so much is counted.
    static let meesteGeteld = 1_000

    /// What there is to do: entries whose check ran out or soon will, and proposals of partners.
    func werk(_ query: KaartWerk, als actor: Actor) async throws -> KaartWerk.Answer {
        guard Self.houdtBij(actor) else {
            throw Failure.notAllowed(reason: "Alleen een medewerker houdt de sociale kaart bij.")
        }
        let (vandaag, page) = (clock.today, PageRequest(after: query.page.after, limit: query.page.limit))
        return try await store.read { try Self.werk($0, page, vandaag: vandaag) }
    }

    static func houdtBij(_ actor: Actor) -> Bool { Policy.scope(actor, .change, on: .voorziening) == .all }

    /// - Parameter page: nil for how much there is alone.
    static func werk(_ db: Database, _ page: PageRequest?, vandaag: Datum) throws -> KaartWerk.Answer {
        let (jaar, half) = (vandaag.adding(days: -Versheid.geldigDagen), vandaag.adding(days: -180))
        // By the index on this expression, and no further than anybody would read.
        func tel(_ vanaf: String, _ voor: Datum) throws -> Int {
            try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT count(*) FROM (SELECT 1 FROM voorziening v WHERE v.status <> 'defunct'
                          AND coalesce(v.gecontroleerd_op, '') >= ? AND coalesce(v.gecontroleerd_op, '') < ? LIMIT ?)
                        """), arguments: [vanaf, voor.description, Self.meesteGeteld]) ?? 0
        }
        let verlopen = try tel("", jaar)
        let navragen = try tel(jaar.description, half)
        let (rijen, volgende) = try page.map { try KaartVragen.teControleren(db, voor: half, $0) } ?? ([], nil)
        return .init(
            verlopen: verlopen, navragen: navragen, voorstellen: try VoorstelOpslag.teBeoordelen(db), rijen: rijen,
            volgende: volgende, reagerenNiet: try KaartVragen.reagerenNiet(db, hoogstens: Self.meesteGeteld))
    }
}
