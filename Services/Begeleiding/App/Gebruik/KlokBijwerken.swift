// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import GRDB
import Logging
import Opslag
import ServiceLifecycle

extension Trajectrij {
    /// Computes the clock of this traject anew from what the contract said and what happened since, tells others when a
    /// date moved, and brings the points of attention in line. Everything that changes a clock ends here.
    /// - Parameter aanleiding: as in `TrajectklokGewijzigd`.
    func werkKlokBij(_ tx: Transaction, _ regels: Regels, aanleiding: String) throws {
        guard let basis = try Klokken.basis(tx.db, id) else { throw Failure.notFound(what: "klok van het traject") }
        let klok = basis.met(
            try Klokken.verloop(tx.db, id), regels: try regels.opdracht(opdracht).traject, vandaag: tx.today)
        try Klokken.zet(tx.db, id, klok)
        if klok.einde.datum != eindigtOp || klok.tussenrapportage.datum != tussenrapportageOp {
            try tx.emit(
                TrajectklokGewijzigd(
                    traject: id, dossier: dossier, tussenrapportageOp: klok.tussenrapportage.datum,
                    eindigtOp: klok.einde.datum, aanleiding: aanleiding))
        }
        try Aandachtspunten.bijwerken(tx.db, dossier, regels)
    }
}

/// Every day the clocks that stand still move a day; a running clock was computed when it was made and moves by itself.
/// Looks again and again, since the day of the synthetic city may jump.
struct KlokBijwerken: KijktSteeds {
    let middelen: Middelen
    let logger: Logger
    /// So long may one transaction hold the writer.
    var langst: Duration = .milliseconds(20)
    /// Real time between two looks.
    var tussenpoos: Duration = .seconds(20)

    static let wat = "clocks"

    func kijk() async throws {
        try await werkBij()
    }

    /// Returns how many clocks were computed; 0 when this day was done already.
    @discardableResult
    func werkBij() async throws -> Int {
        let vandaag = middelen.vandaag.description
        let gedaanOp = try await middelen.store.read { try String.fetchOne($0, sql: "SELECT dag FROM klokdag") }
        guard gedaanOp != vandaag else { return 0 }
        let regels = middelen.regels
        let gedaan = try await InStukken(store: middelen.store, langst: langst).loop { db, na, limit in
            try Klokken.stilstaand(db, na: na, limit: limit).map(\.description)
        } _: { tx, id in
            guard let id = TrajectID(id) else { return }
            try Trajecten.vind(tx.db, id)?.werkKlokBij(tx, regels, aanleiding: "dag")
        }
        guard let gedaan else { throw CancellationError() }
        try await middelen.store.write { tx in
            try tx.db.doe("INSERT OR REPLACE INTO klokdag (een, dag) VALUES (1, ?)", [vandaag])
        }
        return gedaan
    }
}
