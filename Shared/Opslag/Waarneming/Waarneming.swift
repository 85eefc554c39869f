// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB

/// Who looks after the dossiers of a colleague who is away, as a service holds it from begeleiding's events (decision 0022).
/// A cover has a first and a last day; it ends by itself, without an event.
public enum Waarneming {
    /// Makes the table. Each service names the step in its own list of migrations.
    public static func migration(_ name: String) -> Migration {
        Migration(name) { db in
            try db.execute(
                sql: """
                    CREATE TABLE waarneming (
                        id TEXT PRIMARY KEY,
                        begeleider TEXT NOT NULL,
                        waarnemer TEXT NOT NULL,
                        team TEXT NOT NULL,
                        van TEXT NOT NULL,
                        tot_en_met TEXT NOT NULL,
                        ingetrokken_op TEXT,
                        versie INTEGER NOT NULL DEFAULT 1,
                        gewijzigd_op TEXT,
                        gewijzigd_door TEXT
                    ) STRICT;
                    CREATE INDEX waarneming_waarnemer ON waarneming (waarnemer, tot_en_met);
                    CREATE INDEX waarneming_begeleider ON waarneming (begeleider, tot_en_met);
                    """)
        }
    }

    /// For whom somebody looks after the dossiers on a day.
    public static func voor(_ db: Database, _ waarnemer: GebruikerID, op dag: Datum) throws -> Set<GebruikerID> {
        let ids = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT begeleider FROM waarneming
                    WHERE waarnemer = ? AND tot_en_met >= ? AND van <= ? AND ingetrokken_op IS NULL
                    """), arguments: [waarnemer.description, dag.description, dag.description])
        return Set(ids.compactMap { GebruikerID($0) })
    }

    /// Takes over what begeleiding told.
    public static func volg(_ event: WaarnemingGewijzigd, in tx: Transaction) throws {
        try tx.db.execute(
            sql: """
                INSERT INTO waarneming (id, begeleider, waarnemer, team, van, tot_en_met, ingetrokken_op)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET begeleider = excluded.begeleider, waarnemer = excluded.waarnemer,
                    team = excluded.team, van = excluded.van, tot_en_met = excluded.tot_en_met,
                    ingetrokken_op = excluded.ingetrokken_op
                """,
            arguments: [
                event.waarneming.description, event.begeleider.description, event.waarnemer.description,
                event.team.description, event.van.description, event.totEnMet.description,
                event.ingetrokkenOp?.description,
            ])
    }
}
