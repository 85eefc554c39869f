// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// One Meldcode file: what stands outside its seal.
struct Meldcoderij: Sendable {
    var id: MeldcodeID
    var dossier: DossierID
    var dossiernummer: String
    var team: TeamID
    var geopendOp: Datum
    var geslotenOp: Datum?
    var betrokkenen: [GebruikerID] = []
    /// Who reads it in an emergency at this moment, and until when.
    var noodlezers: [GebruikerID: Date] = [:]
    var versie: Int

    /// What the policy must know. Not the begeleider of the dossier: only who is named has a right.
    var feiten: Facts {
        Facts(team: team, dossier: dossier, betrokkenen: Set(betrokkenen), noodlezers: Set(noodlezers.keys))
    }

    /// Until when this reader reads it in an emergency; nil for who has a right of one's own.
    func noodTot(_ actor: Actor) -> Date? {
        var eigen = feiten
        eigen.noodlezers = []
        return Policy.decide(actor, .read, on: .meldcode, facts: eigen).isYes ? nil : actor.user.flatMap { noodlezers[$0] }
    }

    init(_ row: Row) throws {
        id = try row.id("id")
        dossier = try row.id("dossier")
        dossiernummer = try row.tekst("dossiernummer")
        team = try row.id("team")
        geopendOp = try row.datum("geopend_op")
        geslotenOp = try row.datumIfPresent("gesloten_op")
        versie = try row.getal("versie")
    }
}

struct Meldcodefeitrij: Sendable {
    var nummer: Int
    var zegel: Data
    var door: GebruikerID?
    var op: Date
}

/// Reading and writing of the tables of the compartment.
enum Meldcode {
    static let kolommen = ScopeColumns(
        team: "z.team",
        betrokkene: "z.id IN (SELECT b.zaak FROM meldcode_betrokkene b WHERE b.gebruiker = ? AND b.tot IS NULL)")

    /// - Parameter nu: at which moment it is read.
    static func vind(_ db: Database, _ id: MeldcodeID, op nu: Date) throws -> Meldcoderij? {
        guard
            var rij = try db.rij(
                "SELECT z.*, d.dossiernummer FROM meldcodezaak z JOIN dossier d ON d.id = z.dossier WHERE z.id = ?",
                [id.description], Meldcoderij.init
            )
        else { return nil }
        rij.betrokkenen = try db.rijen(
            "SELECT gebruiker FROM meldcode_betrokkene WHERE zaak = ? AND tot IS NULL ORDER BY van, gebruiker", [id.description]
        ).map { try $0.id("gebruiker") }
        rij.noodlezers = try Noodinzagen.lezers(db, rij.dossier, op: nu)
        return rij
    }

    /// The files of one dossier, the newest first.
    static func van(_ db: Database, _ dossier: DossierID) throws -> [MeldcodeID] {
        try db.rijen(
            "SELECT id FROM meldcodezaak WHERE dossier = ? ORDER BY geopend_op DESC, id DESC", [dossier.description]
        ).map { try $0.id("id") }
    }

    /// The newest first, within the scope.
    static func lijst(
        _ db: Database, _ bereik: Scope, na: (datum: Datum, rest: String)?, limit: Int
    ) throws -> [Meldcoderij] {
        let filter = bereik.sql(columns: kolommen)
        var arguments = StatementArguments(filter.arguments)
        if let na { arguments += [na.datum.description, na.rest] }
        arguments += [limit]
        return try db.rijen(
            """
            SELECT z.*, d.dossiernummer FROM meldcodezaak z JOIN dossier d ON d.id = z.dossier
            WHERE \(filter.sql) \(na == nil ? "" : "AND (z.geopend_op, z.id) < (?, ?)")
            ORDER BY z.geopend_op DESC, z.id DESC LIMIT ?
            """, arguments, Meldcoderij.init
        )
    }

    static func feiten(_ db: Database, _ zaak: MeldcodeID) throws -> [Meldcodefeitrij] {
        try db.rijen("SELECT * FROM meldcode_feit WHERE zaak = ? ORDER BY nummer", [zaak.description]).map { row in
            guard let op = Instant.date(try row.tekst("op")) else { throw OnleesbareKolom(kolom: "op") }
            return Meldcodefeitrij(
                nummer: try row.getal("nummer"), zegel: try row.bytes("inhoud_zegel"), door: try row.idIfPresent("door"), op: op)
        }
    }

    static func open(_ tx: Transaction, _ id: MeldcodeID, _ dossier: Dossierrij, door: GebruikerID) throws {
        try tx.db.doe(
            "INSERT INTO meldcodezaak (id, dossier, team, geopend_op) VALUES (?, ?, ?, ?)",
            [id.description, dossier.id.description, dossier.team.description, tx.today.description])
        try betrek(tx, id, door, erbij: true)
    }

    static func betrek(_ tx: Transaction, _ zaak: MeldcodeID, _ gebruiker: GebruikerID, erbij: Bool) throws {
        if erbij {
            try tx.db.doe(
                "INSERT INTO meldcode_betrokkene (zaak, gebruiker, van) VALUES (?, ?, ?)",
                [zaak.description, gebruiker.description, tx.nowText])
        } else {
            try tx.db.doe(
                "UPDATE meldcode_betrokkene SET tot = ? WHERE zaak = ? AND gebruiker = ? AND tot IS NULL",
                [tx.nowText, zaak.description, gebruiker.description])
        }
    }

    /// Raises the version and adds a fact.
    static func voegToe(_ tx: Transaction, _ rij: Meldcoderij, van versie: Int, nummer: Int, zegel: Data) throws {
        try tx.db.doe(
            "UPDATE meldcodezaak SET versie = versie + 1 WHERE id = ? AND versie = ?", [rij.id.description, versie])
        guard tx.db.changesCount == 1 else { throw Failure.conflict(.init(yours: versie, newest: rij.versie)) }
        try tx.db.doe(
            "INSERT INTO meldcode_feit (zaak, nummer, inhoud_zegel, door, op) VALUES (?, ?, ?, ?, ?)",
            [rij.id.description, nummer, zegel, tx.cause?.actor?.user.kolom(), tx.nowText])
    }

    static func sluit(_ tx: Transaction, _ zaak: MeldcodeID) throws {
        try tx.db.doe(
            "UPDATE meldcodezaak SET gesloten_op = ? WHERE id = ?", [tx.today.description, zaak.description])
    }

    enum Inzage: String {
        case gelezen, geschreven, geweigerd
        /// Opened in an emergency; each reading after that.
        case nood
        case noodGelezen = "nood-gelezen"
    }

    static func noteer(_ tx: Transaction, _ zaak: MeldcodeID, _ wat: Inzage) throws {
        try tx.db.doe(
            "INSERT INTO meldcode_inzage (zaak, wat, gebruiker, op) VALUES (?, ?, ?, ?)",
            [zaak.description, wat.rawValue, tx.cause?.actor?.user.kolom(), tx.nowText])
    }

    /// The newest of the read log.
    static func inzagen(_ db: Database, _ zaak: MeldcodeID) throws -> [Meldcodezaak.Inzage] {
        try db.rijen("SELECT * FROM meldcode_inzage WHERE zaak = ? ORDER BY id DESC LIMIT 50", [zaak.description]).map { row in
            guard let op = Instant.date(try row.tekst("op")) else { throw OnleesbareKolom(kolom: "op") }
            return .init(wat: try row.tekst("wat"), door: try row.idIfPresent("gebruiker"), op: op)
        }
    }
}
