// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension TrajectKaarten {
    /// The state of the dossiers of one page of a list, in the order asked; outside the actor's rights left out.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [TrajectKaart] {
        guard dossiers.count <= 200 else {
            throw Failure.invalid([FieldError("dossiers", code: "aantal", "Vraag ten hoogste 200 dossiers tegelijk.")])
        }
        guard !dossiers.isEmpty else { return [] }
        let ids = dossiers.map(\.description)
        let bereik = Policy.scope(request.actor, .list, on: .traject)
        let metContact = Policy.scope(request.actor, .list, on: .contactmoment)
        let kaarten = try await middelen.store.read { db in
            let filter = bereik.sql(columns: Dossiers.kolommen)
            let contact = metContact.sql(columns: Dossiers.kolommen)
            let rows = try db.rijen(
                """
                SELECT d.id, d.toestand, d.traject, d.eigen_traject, d.begeleider, d.meerijdend_met,
                    CASE WHEN \(contact.sql) THEN d.laatste_contact END AS laatste_contact, t.gestart_op,
                    t.tussenrapportage_op, t.eindigt_op, t.doelen_bereikt, t.doelen_totaal
                FROM dossier d LEFT JOIN traject t ON t.id = d.traject
                WHERE d.id IN (\(ids.vraagtekens)) AND \(filter.sql)
                """, StatementArguments(contact.arguments + ids + filter.arguments))
            return try rows.map(TrajectKaart.init(row:))
        }
        let perDossier = Dictionary(kaarten.map { ($0.dossier, $0) }, uniquingKeysWith: { first, _ in first })
        return dossiers.compactMap { perDossier[$0] }
    }
}

extension TrajectKaart {
    /// A child shows the dates of the traject it rides on; the goals counted are those of that whole plan.
    fileprivate init(row: Row) throws {
        let eigen = try row.waar("eigen_traject")
        self.init(
            dossier: try row.id("id"), traject: eigen ? try row.idIfPresent("traject") : nil,
            toestand: try row.tekst("toestand"), gestartOp: try row.datumIfPresent("gestart_op"),
            tussenrapportageOp: try row.datumIfPresent("tussenrapportage_op"), eindigtOp: try row.datumIfPresent("eindigt_op"),
            begeleider: try row.idIfPresent("begeleider"), laatsteContact: try row.datumIfPresent("laatste_contact"),
            doelenBereikt: row["doelen_bereikt"] ?? 0, doelenTotaal: row["doelen_totaal"] ?? 0)
    }
}
