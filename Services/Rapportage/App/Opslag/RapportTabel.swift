// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// One report with what is known of its traject and dossier.
struct RapportRij: Sendable {
    let rapport: RapportID
    let soort: String
    let traject: TrajectID
    let dossier: DossierID
    let dossiernummer: String
    let gemeente: String
    let opdracht: String
    let team: TeamID?
    let begeleider: GebruikerID?
    let gestartOp: Datum
    let uiterlijkOp: Datum
    let eindigtOp: Datum
    let toestand: RapportToestand
    let vastgesteldOp: Datum?
    let versie: Int
    /// False while the exchange about this person or somebody in the same household is stopped: a report tells of both.
    let uitwisselbaar: Bool

    static let tussenrapportage = "tussenrapportage"
    static let overdrachtsdocument = RapportParagrafen.overdrachtsdocument

    /// Also of the second end of a traject that went on again.
    var isOverdrachtsdocument: Bool { soort.hasPrefix(Self.overdrachtsdocument) }

    /// True when nothing keeps the report from going out; `d` is the dossier.
    private static let vrij = """
        NOT EXISTS (SELECT 1 FROM uitwisselingsstop us WHERE us.dossier = d.id OR us.dossier IN
            (SELECT h.id FROM dossier h WHERE h.huishouden = d.huishouden))
        """

    static let select = """
        SELECT r.id AS rapport, r.soort, r.traject, r.dossier, r.uiterlijk_op, r.toestand, r.vastgesteld_op, r.versie,
            t.gemeente, t.opdracht, t.gestart_op, t.eindigt_op, d.nummer, d.team, d.begeleider, \(vrij) AS uitwisselbaar
        FROM rapport r JOIN traject t ON t.id = r.traject JOIN dossier d ON d.id = r.dossier
        """

    /// Where the facts stand, for the policy as a filter on `select`.
    static let columns = ScopeColumns(
        begeleider: "d.begeleider", team: "d.team", gemeente: "t.gemeente", dossier: "d.id",
        vrijgegeven: "r.toestand = 'vastgesteld'", uitwisselbaar: vrij)

    init?(_ row: Row) {
        guard let rapport = RapportID(row["rapport"] as String), let traject = TrajectID(row["traject"] as String),
            let dossier = DossierID(row["dossier"] as String), let gestartOp = Datum(row["gestart_op"] as String),
            let uiterlijkOp = Datum(row["uiterlijk_op"] as String), let eindigtOp = Datum(row["eindigt_op"] as String),
            let toestand = RapportToestand(rawValue: row["toestand"])
        else { return nil }
        (self.rapport, self.traject, self.dossier, self.toestand) = (rapport, traject, dossier, toestand)
        (self.gestartOp, self.uiterlijkOp, self.eindigtOp) = (gestartOp, uiterlijkOp, eindigtOp)
        (soort, gemeente, opdracht, versie) = (row["soort"], row["gemeente"], row["opdracht"], row["versie"])
        dossiernummer = row["nummer"] ?? ""
        uitwisselbaar = row["uitwisselbaar"]
        team = (row["team"] as String?).flatMap { TeamID($0) }
        begeleider = (row["begeleider"] as String?).flatMap { GebruikerID($0) }
        vastgesteldOp = (row["vastgesteld_op"] as String?).flatMap { Datum($0) }
    }

    init(
        rapport: RapportID, soort: String, traject: TrajectID, dossier: DossierID, dossiernummer: String, gemeente: String,
        opdracht: String, team: TeamID?, begeleider: GebruikerID?, gestartOp: Datum, uiterlijkOp: Datum, eindigtOp: Datum,
        toestand: RapportToestand, vastgesteldOp: Datum?, versie: Int, uitwisselbaar: Bool = false
    ) {
        self.uitwisselbaar = uitwisselbaar
        (self.rapport, self.soort, self.traject, self.dossier) = (rapport, soort, traject, dossier)
        (self.dossiernummer, self.gemeente, self.opdracht) = (dossiernummer, gemeente, opdracht)
        (self.team, self.begeleider, self.gestartOp, self.uiterlijkOp) = (team, begeleider, gestartOp, uiterlijkOp)
        (self.eindigtOp, self.toestand, self.vastgesteldOp, self.versie) = (eindigtOp, toestand, vastgesteldOp, versie)
    }

    static func find(_ db: Database, _ rapport: RapportID) throws -> RapportRij? {
        try Row.fetchOne(db, sql: "\(select) WHERE r.id = ?", arguments: [rapport.description]).flatMap(RapportRij.init)
    }

    /// The facts for the policy. Outsiders see a report only when it was approved.
    var facts: Facts {
        Facts(
            begeleiders: Set([begeleider].compactMap(\.self)), team: team, gemeente: gemeente, dossier: dossier,
            vrijgegeven: toestand == .vastgesteld, uitwisselbaar: uitwisselbaar)
    }

    var regel: Rapportregel {
        Rapportregel(
            rapport: rapport, traject: traject, dossier: dossier, dossiernummer: dossiernummer, soort: soort,
            uiterlijkOp: uiterlijkOp, toestand: toestand, vastgesteldOp: vastgesteldOp, versie: versie)
    }

    /// Puts the interim report of a new traject on the list, due on the day that the contract says.
    static func plan(_ tx: Transaction, _ event: TrajectGestart) throws {
        let rapport: RapportID = tx.ids.make()
        try tx.db.execute(
            sql: """
                INSERT INTO rapport (id, soort, traject, dossier, uiterlijk_op, toestand, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, 'concept', 1, ?, ?)
                ON CONFLICT (traject, soort) DO NOTHING
                """,
            arguments: [
                rapport.description, tussenrapportage, event.traject.description, event.dossier.description,
                event.tussenrapportageOp.description, tx.nowText, ServiceName.rapportage.source,
            ])
        if tx.db.changesCount > 0 { try tx.created("rapport", id: rapport.description, why: "traject gestart") }
    }

    /// Puts the overdrachtsdocument of a traject that ended on the list. One that was approved before, of a traject that went
    /// on again, stays: this is the next.
    static func plan(_ tx: Transaction, _ event: OverdrachtsdocumentGevraagd) throws {
        let eerder =
            try Int.fetchOne(
                tx.db,
                sql: "SELECT COUNT(*) FROM rapport WHERE traject = ? AND soort GLOB ? AND toestand = 'vastgesteld'",
                arguments: [event.traject.description, "\(overdrachtsdocument)*"]) ?? 0
        let rapport: RapportID = tx.ids.make()
        try tx.db.execute(
            sql: """
                INSERT INTO rapport (id, soort, traject, dossier, uiterlijk_op, toestand, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, 'concept', 1, ?, ?)
                ON CONFLICT (traject, soort) DO NOTHING
                """,
            arguments: [
                rapport.description, eerder == 0 ? overdrachtsdocument : "\(overdrachtsdocument)-\(eerder + 1)",
                event.traject.description, event.dossier.description, event.uiterlijkOp.description, tx.nowText,
                ServiceName.rapportage.source,
            ])
        if tx.db.changesCount > 0 { try tx.created("rapport", id: rapport.description, why: "traject beëindigd") }
    }

    /// The traject goes on: a concept of its end has no subject any more. What was approved stays.
    static func schrapOverdrachtsdocument(_ tx: Transaction, _ traject: TrajectID) throws {
        let rijen = try Row.fetchAll(
            tx.db, sql: "SELECT id, versie FROM rapport WHERE traject = ? AND soort GLOB ? AND toestand = 'concept'",
            arguments: [traject.description, "\(overdrachtsdocument)*"])
        for rij in rijen {
            let id: String = rij["id"]
            // One more version, so that the history says why it is gone.
            try tx.change("rapport", id: id, from: rij["versie"], why: "traject heropend") { _ in }
            try tx.db.execute(sql: "DELETE FROM rapport WHERE id = ?", arguments: [id])
        }
    }

    /// The day on which the interim report is due moved with the clock. Derived, so without a new version.
    static func verzet(_ db: Database, _ traject: TrajectID, uiterlijkOp: Datum) throws {
        try db.execute(
            sql: "UPDATE rapport SET uiterlijk_op = ? WHERE traject = ? AND soort = ? AND toestand = 'concept'",
            arguments: [uiterlijkOp.description, traject.description, tussenrapportage])
    }
}

/// The sealed text of an approved report.
enum RapportinhoudTabel {
    /// What it is sealed for: it opens for no other report.
    static func context(_ rapport: RapportID) -> String { "rapport:\(rapport)" }

    static func find(_ db: Database, _ rapport: RapportID) throws -> Data? {
        try Data.fetchOne(
            db, sql: "SELECT verzegeld FROM rapport_inhoud WHERE rapport = ?", arguments: [rapport.description])
    }

    static func insert(_ db: Database, _ rapport: RapportID, verzegeld: Data, op dag: Datum) throws {
        try db.execute(
            sql: "INSERT INTO rapport_inhoud (rapport, verzegeld, vastgesteld_op) VALUES (?, ?, ?)",
            arguments: [rapport.description, verzegeld, dag.description])
    }
}
