// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import GRDB
import Logging
import Opslag

/// Asks organisations that registered an address whether an entry is still right: once when half a year has passed since it
/// was confirmed, once more when the year is over. What they get is an id and a name; the entry itself they fetch.
struct ControleVragen: KijktSteeds {
    let store: Store
    let clock: any WegwijsClock
    let melden: PartnerMelden
    let logger: Logger
    var tussenpoos: Duration = .seconds(60)

    static let wat = "entries to check"

    func kijk() async throws {
        let gevraagd = try await vraag()
        if gevraagd > 0 { logger.info("entries to check", metadata: ["asked": .stringConvertible(gevraagd)]) }
    }

    /// Returns how many were asked. A second time at one moment asks nothing more.
    @discardableResult
    func vraag() async throws -> Int {
        var gevraagd = 0
        for organisatie in melden.organisaties {
            while true {
                let vandaag = clock.today
                let rijen = try await store.read { db in try Self.teVragen(db, organisatie, vandaag) }
                guard !rijen.isEmpty else { break }
                try await store.write { tx in
                    for (id, op) in rijen {
                        try melden(controleVan: id, organisatie, tx)
                        try tx.db.execute(
                            sql: """
                                INSERT INTO controlevraag (voorziening_id, gecontroleerd_op, versheid, gevraagd_op)
                                VALUES (?, ?, ?, ?) ON CONFLICT (voorziening_id) DO UPDATE SET
                                  gecontroleerd_op = excluded.gecontroleerd_op, versheid = excluded.versheid,
                                  gevraagd_op = excluded.gevraagd_op
                                """,
                            arguments: [
                                id.description, op?.description ?? "",
                                Versheid(gecontroleerdOp: op, vandaag: vandaag).rawValue, tx.nowText,
                            ])
                    }
                }
                gevraagd += rijen.count
            }
        }
        return gevraagd
    }

    /// The entries of one organisation that are due and were not asked about since, at most a hundred. One whose proposal waits
    /// for us is not: then it is not the organisation's turn.
    private static func teVragen(_ db: Database, _ organisatie: OrganisatieID, _ vandaag: Datum) throws -> [(
        VoorzieningID, Datum?
    )] {
        let rijen = try Row.fetchAll(
            db,
            sql: """
                SELECT v.id, v.gecontroleerd_op AS op FROM voorziening v
                WHERE v.organisatie_id = ? AND v.status <> 'defunct' AND coalesce(v.gecontroleerd_op, '') < ?
                  AND NOT EXISTS (SELECT 1 FROM controlevraag q WHERE q.voorziening_id = v.id
                    AND q.gecontroleerd_op = coalesce(v.gecontroleerd_op, '')
                    AND q.versheid = CASE WHEN v.gecontroleerd_op IS NULL THEN 'nooit' WHEN v.gecontroleerd_op < ?
                      THEN 'verlopen' ELSE 'navragen' END)
                  AND NOT EXISTS (SELECT 1 FROM voorstel s WHERE s.voorziening_id = v.id AND s.toestand = 'te-beoordelen')
                LIMIT 100
                """,
            arguments: [
                organisatie.description, vandaag.adding(days: -Versheid.versDagen).description,
                vandaag.adding(days: -Versheid.geldigDagen).description,
            ])
        return rijen.compactMap { rij in
            let (id, op): (String, String?) = (rij["id"], rij["op"])
            return VoorzieningID(id).map { ($0, op.flatMap { Datum($0) }) }
        }
    }
}
