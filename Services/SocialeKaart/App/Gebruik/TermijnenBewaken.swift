// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension Verwijzingen {
    /// Does what the clock asks now: notes reminders and escalations, ends what waited too long, empties old packages.
    /// Returns how many referrals it looked at. Running it twice at one moment changes nothing more.
    @discardableResult
    func termijnenBewaken() async throws -> Int {
        var gezien = 0
        while true {
            let nu = clock.now
            let ids = try await store.read { db in try VerwijzingVragen.aanDeBeurt(db, nu, aantal: 100) }
            for id in ids { try await store.write { tx in try bewaak(id, tx) } }
            gezien += ids.count
            // Each one looked at leaves the list, so this ends.
            if ids.count < 100 { break }
        }
        try await leegOudePakketten()
        return gezien
    }

    private func bewaak(_ id: VerwijzingID, _ tx: Transaction) throws {
        let opslag = opslag(tx)
        let vandaag = opslag.vandaag
        guard let voor = try VerwijzingVragen.een(tx.db, id) else { return }
        // Marks of the clock are no change of the referral: the version stays, so that nobody's answer is refused by it.
        try opslag.herinner(voor)
        try opslag.escaleer(voor)
        guard let rij = try VerwijzingVragen.een(tx.db, id), let uiterlijk = rij.uiterlijkOp, uiterlijk < vandaag else { return }
        let naar: VerwijzingToestand = rij.toestand == .concept ? .ingetrokken : .verlopen
        let velden = naar == .ingetrokken ? ["reden": RedenIntrekking.overig.rawValue] : [:]
        _ = try Overgangsregel.beoordeel(
            rij.feiten(vandaag), naar: naar, rollen: [.systeem], velden: velden, vandaag: vandaag)
        try opslag.stap(rij, vanaf: rij.versie, .init(naar: naar, rol: .systeem, velden: velden))
    }

    /// Thirty days after the end nobody needs the package any more: a correction is possible for ten working days.
    private func leegOudePakketten() async throws {
        let grens = clock.today.adding(days: -30).description
        let oud = try await store.read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM deelpakket d JOIN verwijzing x ON x.id = d.verwijzing_id WHERE x.einde_op < ?)
                    """, arguments: [grens]) ?? false
        }
        guard oud else { return }
        try await store.write { tx in
            try tx.db.execute(
                sql: "DELETE FROM deelpakket WHERE verwijzing_id IN (SELECT id FROM verwijzing WHERE einde_op < ?)",
                arguments: [grens])
        }
    }
}
