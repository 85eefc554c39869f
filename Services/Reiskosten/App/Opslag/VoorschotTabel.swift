// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opdrachten
import Opslag

/// One advance with the facts of its dossier.
struct VoorschotRij: Sendable {
    let voorschot: VoorschotID
    let dossier: DossierRij
    let maand: String
    let bedrag: Bedrag
    let verantwoord: Bedrag
    let terugTeBetalen: Bedrag
    let toestand: VoorschotToestand
    let berekening: String
    let opdracht: String
    let gevraagdDoor: GebruikerID?
    let gevraagdOp: Datum
    let beslistDoor: GebruikerID?
    let betaaldOp: Datum?
    let reden: String?
    let versie: Int

    /// The columns of `v` and, for `DossierRij`, of `d`.
    static let select = """
        SELECT v.id AS voorschot, v.maand, v.bedrag, v.verantwoord, v.terug_te_betalen, v.toestand, v.berekening,
            v.opdracht AS regels, v.gevraagd_door, v.gevraagd_op, v.beslist_door, v.betaald_op, v.reden, v.versie, d.*
        FROM voorschot v JOIN dossier d ON d.id = v.dossier
        """

    init?(_ row: Row) {
        guard let voorschot = VoorschotID(row["voorschot"] as String), let dossier = DossierRij(row),
            let toestand = VoorschotToestand(rawValue: row["toestand"]), let gevraagdOp = Datum(row["gevraagd_op"] as String)
        else { return nil }
        (self.voorschot, self.dossier, self.toestand, self.gevraagdOp) = (voorschot, dossier, toestand, gevraagdOp)
        maand = row["maand"]
        bedrag = Bedrag(cents: row["bedrag"])
        verantwoord = Bedrag(cents: row["verantwoord"])
        terugTeBetalen = Bedrag(cents: row["terug_te_betalen"])
        berekening = row["berekening"]
        opdracht = row["regels"]
        gevraagdDoor = (row["gevraagd_door"] as String?).flatMap { GebruikerID($0) }
        beslistDoor = (row["beslist_door"] as String?).flatMap { GebruikerID($0) }
        betaaldOp = (row["betaald_op"] as String?).flatMap { Datum($0) }
        reden = row["reden"]
        versie = row["versie"]
    }

    static func find(_ db: Database, _ voorschot: VoorschotID) throws -> VoorschotRij? {
        try Row.fetchOne(db, sql: "\(select) WHERE v.id = ?", arguments: [voorschot.description]).flatMap(VoorschotRij.init)
    }

    /// As the screen gets it.
    /// - Parameter boek: the contracts: the rules by which it was asked say when the evidence must be in.
    func regel(_ bewijsstukken: [Voorschotsregel.Bewijsstukregel], _ boek: Opdrachtenboek) -> Voorschotsregel {
        var regel = Voorschotsregel(
            voorschot: voorschot, dossier: dossier.dossier, maand: maand, bedrag: bedrag, verantwoord: verantwoord,
            terugTeBetalen: terugTeBetalen, toestand: toestand, berekening: berekening, gevraagdDoor: gevraagdDoor,
            gevraagdOp: gevraagdOp, beslistDoor: beslistDoor, betaaldOp: betaaldOp, redenAfwijzing: reden,
            bewijsstukken: bewijsstukken, versie: versie)
        if let maand = Reismaand(maand), let termijn = boek.opdracht(id: opdracht)?.reiskosten.indienen {
            let uiterlijk = termijn.bereken(vanaf: maand.laatsteDag, anker: "de laatste dag van \(maand.tekst)")
            regel.bewijsUiterlijkOp = uiterlijk.dag
            regel.bewijsWaarom = [uiterlijk.uitleg, termijn.gevolg.map { "Te laat? \($0)" }].compactMap { $0 }
                .joined(separator: " ")
        }
        return regel
    }
}

extension Voorschotstand {
    /// What counts against the month and against the number of open advances of one person, in every dossier of that person:
    /// a merge gives nobody a second month. What came back of a settled advance was never used up; what was refused never
    /// counted.
    static func read(_ db: Database, dossier: DossierID, maand: Reismaand) throws -> Voorschotstand {
        let dossiers = try Samengevoegd.groep(db, van: dossier).map(\.description).sorted()
        let vraagtekens = Array(repeating: "?", count: dossiers.count).joined(separator: ", ")
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT COALESCE(SUM(CASE WHEN maand = ? THEN bedrag - terug_te_betalen END), 0) AS maandbedrag,
                    COALESCE(SUM(toestand <> 'afgerekend'), 0) AS open
                FROM voorschot WHERE dossier IN (\(vraagtekens)) AND toestand <> 'afgewezen'
                """, arguments: StatementArguments([maand.description] + dossiers))
        guard let row else { return .leeg }
        return Voorschotstand(alInDezeMaand: Bedrag(cents: row["maandbedrag"]), open: row["open"])
    }
}
