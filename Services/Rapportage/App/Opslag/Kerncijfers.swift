// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

extension Rapportinhoud {
    /// The figures of one traject as they stand now: what stands at the head of a report.
    static func kerncijfers(_ db: Database, _ rij: RapportRij) throws -> [Cijfer] {
        let traject = rij.traject.description
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT
                    (SELECT COUNT(*) FROM contact WHERE traject = :traject) AS contacten,
                    (SELECT COUNT(*) FROM contact WHERE traject = :traject AND verschijning = 'niet-verschenen') AS gemist,
                    (SELECT COUNT(*) FROM doel WHERE traject = :traject AND toestand <> 'vervallen') AS doelen,
                    (SELECT COUNT(*) FROM doel WHERE traject = :traject AND toestand = 'bereikt') AS bereikt,
                    (SELECT COUNT(*) FROM regelzaak WHERE huishouden = d.huishouden
                        AND toestand <> 'niet-van-toepassing') AS zaken,
                    (SELECT COUNT(*) FROM regelzaak WHERE huishouden = d.huishouden AND toestand = 'toegekend') AS geregeld,
                    (SELECT COUNT(*) FROM verwijzing WHERE dossier = d.id
                        AND toestand NOT IN ('concept', 'ingetrokken')) AS verwijzingen,
                    (SELECT COUNT(*) FROM verwijzing WHERE dossier = d.id AND toestand IN ('gestart', 'afgerond')) AS gestart
                FROM dossier d WHERE d.id = :dossier
                """, arguments: ["traject": traject, "dossier": rij.dossier.description])
        guard let row else { return [] }
        func van(_ deel: String, _ geheel: String) -> String { "\(row[deel] as Int) van \(row[geheel] as Int)" }
        let contacten: Int = row["contacten"]
        let gemist: Int = row["gemist"]
        let gestart: Int = row["gestart"]
        return [
            Cijfer(
                naam: "Contactmomenten", waarde: "\(contacten)",
                toelichting: contacten == 0
                    ? "nog geen contact" : gemist == 0 ? "steeds verschenen" : "waarvan \(gemist) keer niet verschenen"),
            Cijfer(naam: "Doelen bereikt", waarde: van("bereikt", "doelen"), toelichting: "uit het plan van aanpak"),
            Cijfer(naam: "Regelzaken klaar", waarde: van("geregeld", "zaken"), toelichting: "van het huishouden"),
            Cijfer(
                naam: "Verwijzingen", waarde: "\(row["verwijzingen"] as Int)",
                toelichting: gestart == 0 ? "nog geen gestart" : "waarvan \(gestart) gestart"),
        ]
    }
}
