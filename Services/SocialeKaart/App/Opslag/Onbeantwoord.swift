// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB

/// The referrals that a service let expire since it last answered one or confirmed its entry. Two of them turn the entry amber:
/// it does not react. That is said of the entry and never of how many or whose referrals.
enum Onbeantwoord {
    /// So many make an entry one that does not react.
    static let grens = 2

    /// Whether `voorziening v` does not react. Looks no further than the second.
    static let reageertNiet =
        "EXISTS (SELECT 1 FROM onbeantwoord q WHERE q.voorziening_id = v.id LIMIT 1 OFFSET \(grens - 1))"

    /// The services after `?1` that left something unanswered, in order: from one to the next, whatever the number of referrals
    /// of each.
    static let diensten = """
        WITH RECURSIVE s (id) AS (
          SELECT min(voorziening_id) FROM onbeantwoord WHERE voorziening_id > ?1
          UNION ALL SELECT (SELECT min(voorziening_id) FROM onbeantwoord WHERE voorziening_id > s.id) FROM s
          WHERE s.id IS NOT NULL)
        """

    /// What a step of a referral says of its service. A correction of an end takes back that it was unanswered.
    static func volg(_ db: Database, _ rij: Verwijzingsrij, naar: VerwijzingToestand, rol: Verwijzingsrol) throws {
        if naar == .verlopen {
            try db.execute(
                sql: "INSERT OR IGNORE INTO onbeantwoord (verwijzing_id, voorziening_id) VALUES (?, ?)",
                arguments: [rij.id.description, rij.voorziening.description])
        } else if rol == .partner {
            try beantwoord(db, rij)
        } else if rij.toestand == .verlopen {
            try db.execute(sql: "DELETE FROM onbeantwoord WHERE verwijzing_id = ?", arguments: [rij.id.description])
        }
    }

    /// The service said something: what it left unanswered before no longer counts.
    static func beantwoord(_ db: Database, _ rij: Verwijzingsrij) throws {
        try db.execute(sql: "DELETE FROM onbeantwoord WHERE voorziening_id = ?", arguments: [rij.voorziening.description])
    }
}
