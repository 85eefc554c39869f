// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// Reading the directory for its public face: ready-made JSON of HSDS records, without null fields.
///
/// Only services that were checked in the last year are public, and only organisations that offer one of them.
enum HSDSVragen {
    typealias Lezer = Database

    /// How much of a record goes out.
    enum Vorm: Sendable { case vol, lijst, minimaal }

    /// One page: how many there are in all, and the records.
    typealias Deel = (totaal: Int, records: [String])

    /// One page of services: by name, or with words the best of them in order of rank (`Zoekvragen.meesteGerangschikt`).
    static func voorzieningen(
        _ db: Database, _ vraag: Zoekvraag?, _ filter: HSDSFilter, vorm: Vorm, vanaf: Int, aantal: Int
    ) throws -> Deel {
        let kolom = HSDSKolom.voorziening(vorm)
        if let vraag {
            // The index knows when a service was checked: only other conditions ask for its record.
            let openbaar = filter.kaart.gecontroleerdVanaf
            var overig = filter
            overig.kaart.gecontroleerdVanaf = nil
            let (waar, rest) = overig.sql()
            let zoek = Zoekvragen(
                db: db, filter: Zoekfilter(gecontroleerdVanaf: openbaar),
                vandaag: openbaar?.adding(days: Versheid.geldigDagen) ?? filter.vandaag ?? Datum(Date.distantPast),
                erbij: waar.isEmpty ? nil : (waar, rest))
            let uitslag = try gevonden(try vraag.aangevuld(try zoek.woorden.lijst()).vraag, zoek)
            let records = try uitslag.dropFirst(vanaf).prefix(aantal).compactMap { kandidaat in
                if vorm == .lijst { return try HSDSLijst.voorziening(db, kandidaat.nr) }
                return try db.first("SELECT \(kolom) FROM voorziening v WHERE v.nr = ?", kandidaat.nr) { $0.text(0) }
            }
            return (uitslag.count, records)
        }
        let (waar, rest) = filter.sql()
        let totaal = try Int.fetchOne(db, sql: "SELECT count(*) FROM voorziening v WHERE 1\(waar)", arguments: rest) ?? 0
        let records = try String.fetchAll(
            db, sql: "SELECT \(kolom) FROM voorziening v WHERE 1\(waar) ORDER BY v.naam, v.id LIMIT ? OFFSET ?",
            arguments: rest + [aantal, vanaf])
        return (totaal, records)
    }

    /// What holds all the words and fits the filters. The parameters of HSDS are AND: only when nothing in the public face holds
    /// all the words, whatever the filters, is what holds some of them taken, and the filters choose from that.
    private static func gevonden(_ vraag: Zoekvraag, _ zoek: Zoekvragen) throws -> [Zoekvragen.Kandidaat] {
        let alle = try zoek.gerangschikt(vraag, aanvullen: false).kandidaten
        guard alle.isEmpty else { return alle }
        var zonder = zoek
        zonder.erbij = nil
        guard let (waar, rest) = zoek.erbij else { return try zonder.gerangschikt(vraag).kandidaten }
        guard try zonder.gerangschikt(vraag, aanvullen: false).kandidaten.isEmpty else { return [] }
        let past = try zoek.db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM voorziening v WHERE v.nr = ?\(waar))")
        return try zonder.gerangschikt(vraag).kandidaten.filter {
            try Bool.fetchOne(past, arguments: [$0.nr] + rest) ?? false
        }
    }

    /// The words to search with: all of them, or one of them when nothing in the public face holds all, whatever the filters.
    private static func match(_ db: Database, _ vraag: Zoekvraag?, openbaarVanaf: Datum?) throws -> String? {
        guard let vraag = try vraag?.aangevuld(try Woordenboek(db).lijst()).vraag else { return nil }
        guard vraag.groepen.count > 1 else { return vraag.alle }
        let (bron, woorden) = Kaartfilter.bron(vraag.alle)
        let (waar, rest) = Kaartfilter(gecontroleerdVanaf: openbaarVanaf).sql()
        let iets = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(bron)\(waar))", arguments: woorden + rest)
        return iets == true ? vraag.alle : vraag.eenVan
    }

    static func voorziening(_ db: Database, _ id: String, _ filter: Kaartfilter) throws -> Record? {
        let (waar, arguments) = filter.sql()
        return try Row.fetchOne(
            db,
            sql: "SELECT \(HSDSKolom.voorziening(.vol)) AS json, v.gewijzigd_op AS op FROM voorziening v WHERE v.id = ?\(waar)",
            arguments: [id] + arguments
        ).map(Record.init)
    }

    /// One record and when it last changed.
    struct Record: Sendable {
        let json: String
        let op: String?
        init(_ rij: Row) { (json, op) = (rij["json"], rij["op"]) }
    }

    /// One page of services at their places; with a point, the nearest first.
    static func plekken(
        _ db: Database, _ vraag: Zoekvraag?, _ filter: HSDSFilter, vorm: Vorm, vanaf: Int, aantal: Int
    ) throws -> Deel {
        let (waar, rest) = filter.sql(plek: "p.id")
        let afstand = filter.nabij.map { HSDSKolom.afstand($0) }
        var nabij = ""
        if let afstand, let meter = filter.nabij?.meter {
            nabij = " AND p.breedte IS NOT NULL AND p.lengte IS NOT NULL AND \(afstand) <= \(meter * meter)"
        }
        func bron(_ match: String?) -> (sql: String, arguments: StatementArguments) {
            let (bron, eerste) = Kaartfilter.bron(match)
            return (bron.replacingOccurrences(of: " WHERE ", with: " JOIN plek p WHERE p.nr = v.nr AND "), eerste)
        }
        let match = try match(db, vraag, openbaarVanaf: filter.kaart.gecontroleerdVanaf)
        let (uit, eerste) = bron(match)
        let totaal = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(uit)\(waar)\(nabij)", arguments: eerste + rest) ?? 0
        let volgorde = [afstand, match == nil ? nil : Kaartfilter.rang, "v.naam, v.id, p.id"].compactMap(\.self)
        let records = try String.fetchAll(
            db,
            sql: """
                SELECT \(HSDSKolom.plek(vorm)) FROM \(uit)\(waar)\(nabij) ORDER BY \(volgorde.joined(separator: ", "))
                LIMIT ? OFFSET ?
                """, arguments: eerste + rest + [aantal, vanaf])
        return (totaal, records)
    }

    static func plek(_ db: Database, _ id: String, _ filter: Kaartfilter) throws -> Record? {
        let (waar, arguments) = filter.sql()
        return try Row.fetchOne(
            db,
            sql: """
                SELECT \(HSDSKolom.plek(.vol)) AS json, v.gewijzigd_op AS op FROM plek p JOIN voorziening v ON v.nr = p.nr
                WHERE p.id = ?\(waar)
                """, arguments: [id] + arguments
        ).map(Record.init)
    }

    /// What is asked of organisations: words of the name, terms of the organisation or of a service that it offers.
    struct Organisatievraag: Sendable {
        var zoek: Zoekvraag?
        var begrip: String?
        var taxonomie: String?
        var openbaarVanaf: Datum
        var vorm: Vorm
        /// With its services, whole.
        var metVoorzieningen = false
    }

    static func organisaties(_ db: Database, _ vraag: Organisatievraag, vanaf: Int, aantal: Int) throws -> Deel {
        var waar = HSDSKolom.openbareOrganisatie
        var arguments: StatementArguments = [vraag.openbaarVanaf.description]
        for groep in vraag.zoek?.groepen ?? [] {
            waar += " AND instr(lower(o.naam || ' ' || coalesce(o.alternatief, '')), ?) > 0"
            arguments += [groep.getypt]
        }
        let heeft = """
            AND EXISTS (SELECT 1 FROM begrip b WHERE b.nr IN (SELECT begrip FROM organisatie_begrip WHERE organisatie_id = o.id
              UNION SELECT k.begrip FROM voorziening v JOIN voorziening_begrip k ON k.nr = v.nr
                WHERE v.organisatie_id = o.id AND v.gecontroleerd_op >= ?)
            """
        for (kolom, waarde) in [("b.id", vraag.begrip), ("b.taxonomie_id", vraag.taxonomie)] {
            guard let waarde else { continue }
            waar += " \(heeft) AND \(kolom) = ?)"
            arguments += [vraag.openbaarVanaf.description, waarde]
        }
        let totaal = try Int.fetchOne(db, sql: "SELECT count(*) FROM organisatie o WHERE \(waar)", arguments: arguments) ?? 0
        let (kolom, eerste) = HSDSKolom.organisatie(vraag)
        let records = try String.fetchAll(
            db, sql: "SELECT \(kolom) FROM organisatie o WHERE \(waar) ORDER BY o.naam, o.id LIMIT ? OFFSET ?",
            arguments: eerste + arguments + [aantal, vanaf])
        return (totaal, records)
    }

    static func organisatie(_ db: Database, _ id: String, openbaarVanaf: Datum, metVoorzieningen: Bool) throws -> Record? {
        let (kolom, eerste) = HSDSKolom.organisatie(
            Organisatievraag(openbaarVanaf: openbaarVanaf, vorm: .vol, metVoorzieningen: metVoorzieningen))
        return try Row.fetchOne(
            db,
            sql: """
                SELECT \(kolom) AS json, o.gewijzigd_op AS op FROM organisatie o
                WHERE \(HSDSKolom.openbareOrganisatie) AND o.id = ?
                """, arguments: eerste + [openbaarVanaf.description, id]
        ).map(Record.init)
    }

    static func taxonomieen(_ db: Database, zoek: Zoekvraag?, vanaf: Int, aantal: Int) throws -> Deel {
        let (waar, arguments) = woorden(zoek, in: "naam")
        return (
            try Int.fetchOne(db, sql: "SELECT count(*) FROM taxonomie WHERE 1\(waar)", arguments: arguments) ?? 0,
            try String.fetchAll(
                db, sql: "SELECT document FROM taxonomie WHERE 1\(waar) ORDER BY naam, id LIMIT ? OFFSET ?",
                arguments: arguments + [aantal, vanaf])
        )
    }

    /// What is asked of terms.
    struct Begripvraag: Sendable {
        var zoek: Zoekvraag?
        var taxonomie: String?
        var ouder: String?
        var alleenTop = false
    }

    static func begrippen(_ db: Database, _ vraag: Begripvraag, vanaf: Int, aantal: Int) throws -> Deel {
        var (waar, arguments) = woorden(vraag.zoek, in: "naam || ' ' || coalesce(code, '')")
        if let taxonomie = vraag.taxonomie {
            waar += " AND taxonomie_id = ?"
            arguments += [taxonomie]
        }
        if let ouder = vraag.ouder {
            waar += " AND document ->> '$.parent_id' = ?"
            arguments += [ouder]
        }
        if vraag.alleenTop { waar += " AND document ->> '$.parent_id' IS NULL" }
        return (
            try Int.fetchOne(db, sql: "SELECT count(*) FROM begrip WHERE 1\(waar)", arguments: arguments) ?? 0,
            try String.fetchAll(
                db, sql: "SELECT document FROM begrip WHERE 1\(waar) ORDER BY taxonomie_id, naam, id LIMIT ? OFFSET ?",
                arguments: arguments + [aantal, vanaf])
        )
    }

    private static func woorden(_ zoek: Zoekvraag?, in tekst: String) -> (sql: String, arguments: StatementArguments) {
        var (sql, arguments): (String, StatementArguments) = ("", [])
        for groep in zoek?.groepen ?? [] {
            sql += " AND instr(lower(\(tekst)), ?) > 0"
            arguments += [groep.getypt]
        }
        return (sql, arguments)
    }

    /// A record of a small table by id.
    static func taxonomie(_ db: Database, _ id: String) throws -> Record? {
        try Row.fetchOne(db, sql: "SELECT document AS json, NULL AS op FROM taxonomie WHERE id = ?", arguments: [id]).map(
            Record.init)
    }

    static func begrip(_ db: Database, _ id: String) throws -> Record? {
        try Row.fetchOne(db, sql: "SELECT document AS json, NULL AS op FROM begrip WHERE id = ?", arguments: [id]).map(
            Record.init)
    }

    /// When a public service last changed.
    static func laatsteWijziging(_ db: Database, openbaarVanaf: Datum) throws -> String? {
        let vraag = try db.cachedStatement(
            sql: "SELECT gewijzigd_op FROM voorziening WHERE gecontroleerd_op >= ? ORDER BY gewijzigd_op DESC LIMIT 1")
        return try String.fetchOne(vraag, arguments: [openbaarVanaf.description])
    }
}
