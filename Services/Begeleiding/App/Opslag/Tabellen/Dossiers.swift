// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag
import Toegang

/// One person as this service knows it: ids, facts from intake, who guides, and what the contacts come to.
struct Dossierrij: Sendable, Equatable {
    enum Toestand: String, Sendable { case wacht, lopend, afgerond }

    var id: DossierID
    var dossiernummer: String
    var huishouden: HuishoudenID
    var gemeente: String
    var opdracht: String
    var doelgroep: Doelgroep
    var eigenTraject: Bool
    var toestand: Toestand
    var traject: TrajectID?
    var meerijdendMet: DossierID?
    var meerijdendWens: DossierID?
    var ontvangenOp: Datum
    var geaccepteerdOp: Datum
    var datumHuisvesting: Datum?
    var verblijfsvorm: Verblijfsvorm
    var team: TeamID
    var begeleider: GebruikerID?
    var gestartOp: Datum
    var contact: Contactstand
    var versie: Int
    /// False while the exchange about this person is stopped, as far as intake told.
    var uitwisselbaar: Bool

    /// What the policy must know of it.
    var feiten: Facts {
        Facts(
            begeleiders: begeleider.map { [$0] } ?? [], team: team, gemeente: gemeente, dossier: id,
            uitwisselbaar: uitwisselbaar)
    }

    init(_ row: Row) throws {
        id = try row.id("id")
        dossiernummer = try row.tekst("dossiernummer")
        huishouden = try row.id("huishouden")
        gemeente = try row.tekst("gemeente")
        opdracht = try row.tekst("opdracht")
        doelgroep = try row.code("doelgroep")
        eigenTraject = try row.waar("eigen_traject")
        toestand = try row.code("toestand")
        traject = try row.idIfPresent("traject")
        meerijdendMet = try row.idIfPresent("meerijdend_met")
        meerijdendWens = try row.idIfPresent("meerijdend_wens")
        ontvangenOp = try row.datum("ontvangen_op")
        geaccepteerdOp = try row.datum("geaccepteerd_op")
        datumHuisvesting = try row.datumIfPresent("datum_huisvesting")
        verblijfsvorm = try row.code("verblijfsvorm")
        team = try row.id("team")
        begeleider = try row.idIfPresent("begeleider")
        gestartOp = try row.datum("gestart_op")
        contact = Contactstand(
            laatsteContact: try row.datumIfPresent("laatste_contact"), noShowOp: try row.datumIfPresent("no_show_op"),
            noShowReeks: try row.getal("no_show_reeks"), stap: try Self.stap(row))
        versie = try row.getal("versie")
        // A query that does not ask it gets rows for who works here only.
        uitwisselbaar = row["uitwisselbaar"] ?? false
    }

    private static func stap(_ row: Row) throws -> Contactstand.Stap? {
        guard let uit: ContactmomentID = try row.idIfPresent("stap_uit") else { return nil }
        return Contactstand.Stap(contactmoment: uit, van: try row.datum("stap_van"), op: try row.datumIfPresent("stap_op"))
    }
}

/// Reading and writing of the table `dossier`.
enum Dossiers {
    /// Where the policy's facts stand in a query that calls the table `d`.
    static let kolommen = ScopeColumns(
        begeleider: "d.begeleider", team: "d.team", gemeente: "d.gemeente", dossier: "d.id",
        uitwisselbaar: Uitwisselstop.vrij("d.id"))

    static func vind(_ db: Database, _ id: DossierID) throws -> Dossierrij? {
        try db.rij(
            "SELECT dossier.*, \(Uitwisselstop.vrij("dossier.id")) AS uitwisselbaar FROM dossier WHERE id = ?", [id.description],
            Dossierrij.init
        )
    }

    /// Since when somebody is 18, or may be as far as it was told; nil when not.
    static func achttienSinds(_ db: Database, _ rij: Dossierrij) throws -> Datum? {
        try db.rij(
            """
            SELECT COALESCE(achttien_sinds, CASE is_18 WHEN 'ja' THEN geaccepteerd_op END) AS sinds FROM dossier
            WHERE id = ? AND is_18 <> 'nee'
            """, [rij.id.description])?.datumIfPresent("sinds")
    }

    /// Of somebody else on the page: what the policy must know, without the rest.
    static func feiten(_ db: Database, _ id: DossierID) throws -> Facts? {
        try db.rij(
            """
            SELECT begeleider, team, gemeente, \(Uitwisselstop.vrij("dossier.id")) AS uitwisselbaar FROM dossier WHERE id = ?
            """, [id.description]
        ) { row in
            Facts(
                begeleiders: Set([try row.idIfPresent("begeleider")].compactMap { $0 }), team: try row.id("team"),
                gemeente: try row.tekst("gemeente"), dossier: id, uitwisselbaar: try row.waar("uitwisselbaar"))
        }
    }

    /// The running trajects a child of this household could ride on, the one named by intake included; oldest first.
    static func lopendeTrajecten(_ db: Database, huishouden: HuishoudenID, of wens: DossierID?) throws -> [Dossierrij] {
        try db.rijen(
            """
            SELECT * FROM dossier WHERE (huishouden = ? OR id = ?) AND eigen_traject = 1 AND toestand = 'lopend'
            ORDER BY gestart_op, id
            """, [huishouden.description, wens.kolom()], Dossierrij.init
        )
    }

    /// Children who wait for this person, or whom intake meant to ride with this person.
    static func wachtendeKinderen(_ db: Database, huishouden: HuishoudenID, wens: DossierID) throws -> [Dossierrij] {
        try db.rijen(
            """
            SELECT * FROM dossier WHERE huishouden = ? AND eigen_traject = 0 AND toestand = 'wacht'
            UNION SELECT * FROM dossier WHERE meerijdend_wens = ? AND toestand <> 'afgerond' AND meerijdend_met IS NOT ?
            ORDER BY gestart_op, id
            """, [huishouden.description, wens.description, wens.description], Dossierrij.init
        )
    }

    static func meerijders(_ db: Database, van dossier: DossierID) throws -> [Dossierrij] {
        try db.rijen(
            "SELECT * FROM dossier WHERE meerijdend_met = ? AND toestand = 'lopend' ORDER BY gestart_op, id",
            [dossier.description], Dossierrij.init
        )
    }

    /// What the contacts come to. Derived, so without a new version.
    static func zetContact(_ db: Database, _ id: DossierID, _ contact: Contactstand) throws {
        try db.doe(
            """
            UPDATE dossier SET laatste_contact = ?, no_show_op = ?, no_show_reeks = ?, stap_uit = ?, stap_van = ?, stap_op = ?
            WHERE id = ?
            """,
            [
                contact.laatsteContact.kolom(), contact.noShowOp.kolom(), contact.noShowReeks,
                (contact.stap?.contactmoment).kolom(), (contact.stap?.van).kolom(), (contact.stap?.op).kolom(), id.description,
            ])
    }
}
