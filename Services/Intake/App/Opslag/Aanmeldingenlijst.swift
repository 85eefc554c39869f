// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Lists of aanmeldingen: for workers by state, for a gemeente by time of news.
enum Aanmeldingenlijst {
    static let kolommen = kolommen(zonderDossier: Dossierhouder.isErNiet)

    private static func kolommen(zonderDossier: String?) -> ScopeColumns {
        ScopeColumns(
            begeleider: Dossierhouder.vanBegeleider, team: "coalesce(\(Dossierhouder.veld("team")), a.team)",
            gemeente: "a.gemeente", uitwisselbaar: Uitwisselstop.vrij("a.dossier"), zonderDossier: zonderDossier)
    }

    /// A page of one state, oldest first. `na` is the last aanmelding of the page before.
    static func inToestand(
        _ db: Database, _ toestand: AanmeldingToestand, doelgroep: Doelgroep? = nil, reden: String? = nil, _ scope: Scope,
        na: AanmeldingID?, aantal: Int
    ) throws -> [Aanmeldingrij] {
        let vraag = vraagtekst(toestand, doelgroep: doelgroep, reden: reden, scope, na: na, aantal: aantal)
        return try Row.fetchAll(
            db, sql: vraag.sql, arguments: StatementArguments(vraag.arguments)
        ).map(Aanmeldingrij.init)
    }

    /// The statement of a page, by itself so that a test can see along which index it runs.
    static func vraagtekst(
        _ toestand: AanmeldingToestand, doelgroep: Doelgroep? = nil, reden: String? = nil, _ scope: Scope,
        na: AanmeldingID? = nil, aantal: Int
    ) -> (sql: String, arguments: [String]) {
        // What was accepted has a dossier. So a begeleider sees the own dossiers only, and these few are where to begin: the
        // plus keeps SQLite from walking along all that was ever accepted.
        let isAangenomen = toestand == .geaccepteerd
        let filter = scope.sql(columns: isAangenomen ? kolommen(zonderDossier: nil) : kolommen)
        let kolom = isAangenomen && isKlein(scope) ? "+a.toestand" : "a.toestand"
        var sql = "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE \(kolom) = ? AND \(filter.sql)"
        var arguments = [toestand.rawValue] + filter.arguments
        if let doelgroep {
            sql += " AND a.doelgroep = ?"
            arguments.append(doelgroep.rawValue)
        }
        if let reden {
            sql += " AND instr(',' || a.redenen || ',', ?) > 0"
            arguments.append(",\(reden),")
        }
        if let na {
            sql += " AND (a.ontvangen_op, a.id) > ((SELECT ontvangen_op FROM aanmelding WHERE id = ?), ?)"
            arguments += [na.description, na.description]
        }
        return (sql + " ORDER BY a.ontvangen_op, a.id LIMIT \(aantal)", arguments)
    }

    /// Whether of what was accepted a scope holds the dossiers of one user only.
    private static func isKlein(_ scope: Scope) -> Bool {
        guard case .any(let grounds) = scope else { return scope == .none }
        return grounds.allSatisfy { $0.fact == .begeleider || $0.onlyWithoutDossier }
    }

    /// Who an aanmelding may be a double of, with what the policy must know of that person.
    struct Kandidaat: Sendable {
        var dossier: DossierID
        /// Nil for who is no client yet.
        var dossiernummer: String?
        var naam: String
        var feiten: Facts
    }

    static func kandidaten(_ db: Database, _ aanmelding: AanmeldingID) throws -> [Kandidaat] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT d.dossier, p.dossiernummer, coalesce(p.naam, a.naam, '') AS naam,
                        coalesce(p.team, a.team) AS team, coalesce(p.gemeente, a.gemeente) AS gemeente, p.begeleider,
                        \(Uitwisselstop.vrij("d.dossier")) AS uitwisselbaar, \(Dossierhouder.isErNiet) AS zonderDossier
                    FROM dubbelkandidaat d
                    LEFT JOIN persoon p ON p.id = d.dossier LEFT JOIN aanmelding a ON a.dossier = d.dossier
                    WHERE d.aanmelding = ? ORDER BY d.sterkte = 'nummer' DESC, d.punten DESC, p.dossiernummer, d.dossier LIMIT 20
                    """), arguments: [aanmelding.description]
        ).compactMap { row in
            guard let dossier = DossierID(row["dossier"] as String) else { return nil }
            let begeleider = (row["begeleider"] as String?).flatMap { GebruikerID($0) }
            return Kandidaat(
                dossier: dossier, dossiernummer: row["dossiernummer"], naam: row["naam"],
                feiten: Facts(
                    begeleiders: begeleider.map { [$0] } ?? [], team: (row["team"] as String?).flatMap { TeamID($0) },
                    gemeente: row["gemeente"], dossier: dossier, uitwisselbaar: row["uitwisselbaar"],
                    zonderDossier: row["zonderDossier"]))
        }
    }

    /// The others whom the gemeente put in the same household, as far as the actor may see them; more than fifty are a
    /// mistake of the sender's.
    static func huisgenoten(
        _ db: Database, van aanmelding: AanmeldingID, _ scope: Scope
    ) throws -> [Aanmeldingsbeeld.Huisgenoot] {
        let filter = scope.sql(columns: kolommen)
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT a.id, a.naam, a.doelgroep, a.toestand, p.id AS persoon FROM aanmelding e
                    JOIN aanmelding a ON a.gemeente = e.gemeente AND a.huishouden_referentie = e.huishouden_referentie
                        AND a.id <> e.id
                    LEFT JOIN persoon p ON p.id = a.dossier
                    WHERE e.id = ? AND \(filter.sql)
                    ORDER BY CASE p.rol WHEN 'hoofd' THEN 0 WHEN 'partner' THEN 1 ELSE 2 END, a.ontvangen_op, a.id LIMIT 50
                    """), arguments: StatementArguments([aanmelding.description] + filter.arguments)
        ).compactMap { row in
            guard let id = AanmeldingID(row["id"] as String), let toestand = AanmeldingToestand(rawValue: row["toestand"]) else {
                return nil
            }
            return .init(
                aanmelding: id, dossier: (row["persoon"] as String?).flatMap { DossierID($0) }, naam: row["naam"],
                doelgroep: Doelgroep(rawValue: row["doelgroep"]), toestand: toestand)
        }
    }

    /// What a screen shows of one person who may be the same; nil for who is not there any more.
    static func kandidaat(_ db: Database, _ dossier: DossierID) throws -> Kandidaat? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT a.dossier, p.dossiernummer, coalesce(p.naam, a.naam) AS naam, coalesce(p.team, a.team) AS team,
                        coalesce(p.gemeente, a.gemeente) AS gemeente, p.begeleider,
                        \(Uitwisselstop.vrij("a.dossier")) AS uitwisselbaar, \(Dossierhouder.isErNiet) AS zonderDossier
                    FROM aanmelding a LEFT JOIN persoon p ON p.id = a.dossier WHERE a.dossier = ?
                    """), arguments: [dossier.description]
        ).map { row in
            let begeleider = (row["begeleider"] as String?).flatMap { GebruikerID($0) }
            return Kandidaat(
                dossier: dossier, dossiernummer: row["dossiernummer"], naam: row["naam"],
                feiten: Facts(
                    begeleiders: begeleider.map { [$0] } ?? [], team: (row["team"] as String?).flatMap { TeamID($0) },
                    gemeente: row["gemeente"], dossier: dossier, uitwisselbaar: row["uitwisselbaar"],
                    zonderDossier: row["zonderDossier"]))
        }
    }

    /// Where a page of the gemeente's list begins.
    struct Vanaf: Sendable, Equatable {
        /// Instant as the store writes it.
        var nieuwsOp: String
        /// Empty: everything with news after that instant.
        var id: String
    }

    /// What one sender handed over for the gemeenten of its token, by the moment at which there was last something new.
    static func vanAfzender(
        _ db: Database, oin: String, gemeenten: Set<String>, vanaf: Vanaf?, aantal: Int
    ) throws -> [Aanmeldingrij] {
        let vraag = vraagVanAfzender(oin: oin, gemeenten: gemeenten, vanaf: vanaf, aantal: aantal)
        return try Row.fetchAll(db, sql: vraag.sql, arguments: StatementArguments(vraag.arguments)).map(Aanmeldingrij.init)
    }

    /// Its words, so that a test can look along which index it runs.
    static func vraagVanAfzender(
        oin: String, gemeenten: Set<String>, vanaf: Vanaf?, aantal: Int
    ) -> (sql: String, arguments: [String]) {
        let marks = Array(repeating: "?", count: gemeenten.count).joined(separator: ", ")
        let moment = Gemeentenieuws.moment
        var sql =
            "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE a.oin = ? AND a.gemeente IN (\(marks)) AND \(Uitwisselstop.vrij("a.dossier"))"
        var arguments = [oin] + gemeenten.sorted()
        switch vanaf {
        case let from? where from.id.isEmpty:
            sql += " AND \(moment) > ?"
            arguments.append(from.nieuwsOp)
        case let from?:
            // A pair that holds an expression is no boundary in an index for SQLite; its first half alone is.
            sql += " AND \(moment) >= ? AND (\(moment), a.id) > (?, ?)"
            arguments += [from.nieuwsOp, from.nieuwsOp, from.id]
        case nil: break
        }
        return (sql + " ORDER BY \(moment), a.id LIMIT \(aantal)", arguments)
    }
}
