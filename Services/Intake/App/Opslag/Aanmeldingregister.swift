// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// One row of the table `aanmelding`, without the sealed part.
struct Aanmeldingrij: Sendable, Equatable {
    var id: AanmeldingID
    var oin: String
    var gemeente: String
    var opdracht: String
    var team: TeamID
    /// The id that the person has, or gets when accepted; its key seals the gegevens.
    var dossier: DossierID
    var toestand: AanmeldingToestand
    /// The day of the decision; nil while it waits.
    var beslotenOp: Datum?
    /// Reason codes: of waiting, or the one of refusal.
    var redenen: [String]
    var doelgroep: Doelgroepopgave?
    var naam: String
    var geboortedatum: String
    var ontvangenOp: Datum
    var versie: Int
    /// When the gemeente last got something new to ask (`Gemeentenieuws`).
    var nieuwsOp: String
    /// False while the exchange about this person is stopped.
    var uitwisselbaar: Bool
    /// Of the dossier that came of it; nil while there is none. Who has it, and the team, decide who may still read here.
    var dossierteam: TeamID?
    var begeleider: GebruikerID?

    static let kolommen = """
        a.id, a.oin, a.gemeente, a.opdracht, a.team, a.dossier, a.toestand, a.redenen, a.doelgroep, a.naam, \
        a.geboortedatum, a.ontvangen_dag, a.versie, \(Gemeentenieuws.moment) AS nieuws, a.besloten_dag, \
        \(Uitwisselstop.vrij("a.dossier")) AS uitwisselbaar, \
        \(Dossierhouder.veld("team")) AS dossierteam, \(Dossierhouder.veld("begeleider")) AS begeleider
        """

    init(_ row: Row) throws {
        guard let id = AanmeldingID(row["id"] as String), let team = TeamID(row["team"] as String),
            let dossier = DossierID(row["dossier"] as String), let toestand = AanmeldingToestand(rawValue: row["toestand"]),
            let ontvangen = Datum(row["ontvangen_dag"] as String)
        else { throw Opslagfout.onleesbareRij("aanmelding") }
        (self.id, self.team, self.dossier, self.toestand, ontvangenOp) = (id, team, dossier, toestand, ontvangen)
        (oin, gemeente, opdracht) = (row["oin"], row["gemeente"], row["opdracht"])
        (naam, geboortedatum, versie, nieuwsOp) = (row["naam"], row["geboortedatum"], row["versie"], row["nieuws"])
        redenen = (row["redenen"] as String).split(separator: ",").map(String.init)
        doelgroep = Doelgroepopgave(row["doelgroep"])
        uitwisselbaar = row["uitwisselbaar"]
        dossierteam = (row["dossierteam"] as String?).flatMap { TeamID($0) }
        begeleider = (row["begeleider"] as String?).flatMap { GebruikerID($0) }
        beslotenOp = (row["besloten_dag"] as String?).flatMap { Datum($0) }
    }
}

/// The dossier that came of an aanmelding `a`, as SQL: its own, or that of the client whom it turned out to be.
enum Dossierhouder {
    static let id = """
        coalesce((SELECT sv.leidend FROM samenvoeging sv WHERE sv.volgend = a.dossier AND sv.toestand = 'actief'
            AND sv.aanmelding IS NOT NULL), a.dossier)
        """

    /// One column of that dossier; null while there is none.
    static func veld(_ naam: String) -> String { "(SELECT dh.\(naam) FROM persoon dh WHERE dh.id = \(id))" }

    /// A condition that is true while there is none.
    static let isErNiet = "NOT EXISTS (SELECT 1 FROM persoon dh WHERE dh.id = \(id))"

    /// A condition with one `?`: the dossier is one of this begeleider's. From the begeleider to the aanmeldingen, so that
    /// what somebody has is found without walking along all that were ever accepted.
    static let vanBegeleider = """
        a.dossier IN (WITH dh (id) AS (SELECT p.id FROM persoon p WHERE p.begeleider = ?)
            SELECT id FROM dh UNION ALL
            SELECT sv.volgend FROM dh JOIN samenvoeging sv ON sv.leidend = dh.id
            WHERE sv.toestand = 'actief' AND sv.aanmelding IS NOT NULL)
        """
}

/// A row that this program cannot read: written by a newer one, or damaged. Names the table, never what stands there.
enum Opslagfout: Error, Equatable { case onleesbareRij(String) }

extension AanmeldingToestand {
    /// Whether somebody or a rule has said yes or no.
    var isBesloten: Bool { self == .geaccepteerd || self == .afgewezen }
}

enum Aanmeldingregister {
    /// What people are called when nobody knows.
    static let naamOnbekend = "naam onbekend"

    static func vind(_ db: Database, _ id: AanmeldingID) throws -> Aanmeldingrij? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE a.id = ?"),
            arguments: [id.description]
        ).map(Aanmeldingrij.init)
    }

    static func bestaat(_ db: Database, _ id: AanmeldingID) throws -> Bool {
        try db.has("SELECT 1 FROM aanmelding WHERE id = ?", id)
    }

    /// The sealed gegevens.
    static func verzegeld(_ db: Database, _ id: AanmeldingID) throws -> Data? {
        try Data.fetchOne(db.cachedStatement(sql: "SELECT gegevens FROM aanmelding WHERE id = ?"), arguments: [id.description])
    }

    /// What a new row holds beside the gegevens.
    struct Nieuw {
        var oin: OIN
        var opdracht: Opdracht
        var dossier: DossierID
        var toestand: AanmeldingToestand
        var redenen: [String]
        /// The gegevens, sealed for this table.
        var verzegeld: Data
        var dag: Datum
    }

    static func maak(_ tx: Transaction, _ nieuw: Nieuw, _ gegevens: Aanmeldgegevens) throws {
        try tx.db.run(
            """
            INSERT INTO aanmelding (id, oin, gemeente, opdracht, team, dossier, toestand, redenen, doelgroep, naam,
                geboortedatum, gegevens, ontvangen_op, ontvangen_dag, versie, gewijzigd_op, gewijzigd_door, besloten_dag,
                datum_huisvesting, datum_koppeling, huishouden_referentie)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
            """, gegevens.aanmelding, nieuw.oin.waarde, gegevens.gemeente.waarde, nieuw.opdracht.id,
            TeamID(team: nieuw.opdracht.team), nieuw.dossier, nieuw.toestand.rawValue, nieuw.redenen.joined(separator: ","),
            gegevens.doelgroep.waarde, gegevens.client.naam?.weergave ?? naamOnbekend, gegevens.client.geboortedatum.waarde,
            nieuw.verzegeld, tx.nowText, nieuw.dag, tx.nowText, tx.actorText, nieuw.toestand.isBesloten ? nieuw.dag : nil,
            gegevens.datumHuisvesting, gegevens.datumKoppeling, gegevens.huishouden?.referentie)
    }

    /// Puts changed gegevens in the place of the old, within `Transaction.change`.
    static func vervang(_ db: Database, _ gegevens: Aanmeldgegevens, verzegeld: Data) throws {
        try db.cachedStatement(
            sql: """
                UPDATE aanmelding SET doelgroep = ?, naam = ?, geboortedatum = ?, gegevens = ?, datum_huisvesting = ?,
                    datum_koppeling = ?, huishouden_referentie = ? WHERE id = ?
                """
        ).execute(arguments: [
            gegevens.doelgroep.waarde, gegevens.client.naam?.weergave ?? naamOnbekend,
            gegevens.client.geboortedatum.waarde, verzegeld, gegevens.datumHuisvesting?.description,
            gegevens.datumKoppeling?.description, gegevens.huishouden?.referentie, gegevens.aanmelding.description,
        ])
    }

    /// - Parameters:
    ///   - dag: the day of the decision; not kept while it waits.
    ///   - team: the team that it goes to; nil: the one that it has.
    static func zet(
        _ db: Database, _ id: AanmeldingID, toestand: AanmeldingToestand, redenen: [String], op dag: Datum, team: TeamID? = nil
    ) throws {
        try db.cachedStatement(
            sql: "UPDATE aanmelding SET toestand = ?, redenen = ?, besloten_dag = ?, team = coalesce(?, team) WHERE id = ?"
        ).execute(arguments: [
            toestand.rawValue, redenen.joined(separator: ","), toestand.isBesloten ? dag.description : nil, team?.description,
            id.description,
        ])
    }

    /// Keeps a change of somebody who is a client already, for a worker.
    /// - Parameter samenvoeging: when it is what the aanmelding said otherwise as it joined somebody by itself.
    static func bewaarWijziging(
        _ tx: Transaction, aanmelding: AanmeldingID, verzegeld: Data, samenvoeging: SamenvoegingID? = nil
    ) throws {
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO wijziging (id, aanmelding, gegevens, toestand, ontvangen_op, samenvoeging)
                VALUES (?, ?, ?, 'in-controle', ?, ?)
                """
        ).execute(arguments: [
            tx.ids.next().uuidString.lowercased(), aanmelding.description, verzegeld, tx.nowText, samenvoeging?.description,
        ])
    }
}

extension Aanmeldingregister {
    /// The aanmelding that a message is about, when the sender made it and still acts for its gemeente. Anything else is
    /// "unknown": that another gemeente has it is nobody's business, and nothing is said of who was put out of exchange.
    static func eigen(_ db: Database, _ bericht: Ingekomen, gemeenten: Set<String>) throws -> Aanmeldingrij {
        guard let rij = try vind(db, bericht.aanmelding), rij.oin == bericht.oin.waarde, gemeenten.contains(rij.gemeente),
            rij.uitwisselbaar
        else {
            throw Ontvangstfout.aanmeldingOnbekend
        }
        return rij
    }
}
