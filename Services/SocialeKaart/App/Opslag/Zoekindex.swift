// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// Puts services in the search index. One value serves a whole batch, so that a word is counted once.
struct Zoekindex {
    /// Of the rules by which words are made: raise it with every change to folding, stems, parts or filters.
    static let versie = 5

    let db: Database
    private var geheugen: Geheugen
    /// By how much the count of each word is to go up or down.
    private var telling: [Int64: Int] = [:]

    /// What is known of the words met so far. Who indexes batch after batch hands it on, once a batch is stored for good.
    struct Geheugen: Sendable {
        fileprivate var maker = Zoektekstmaker()
        fileprivate var nummers: [String: Int64] = [:]
    }

    /// Indexes these services anew; one that is gone leaves the index.
    /// - Returns: what the next batch may begin with, when this one is kept.
    @discardableResult
    static func werkBij(_ db: Database, _ ids: some Sequence<String>, met geheugen: Geheugen = .init()) throws -> Geheugen {
        var index = Zoekindex(db: db, geheugen: geheugen)
        for id in ids { try index.werkBij(id) }
        try index.telWoorden()
        return index.geheugen
    }

    private mutating func werkBij(_ id: String) throws {
        guard let rij = try Row.fetchOne(try db.cachedStatement(sql: Self.vraag), arguments: [id]) else { return }
        let nr: Int64 = rij["nr"]
        try verwijder(nr)
        let bron = try Zoekbron(rij, db, nr: nr)
        let regels = geheugen.maker.regels(bron)
        let genummerd = try regels.map { try $0.map { try nummer($0) } }
        try doe(
            "INSERT INTO zoektekst (nr, controle, van_leeftijd, tot_leeftijd, naam, tekst) VALUES (?, ?, ?, ?, ?, ?)",
            [
                nr, bron.controle, bron.vanLeeftijd, bron.totLeeftijd, bron.naam,
                Data(Woordenrij(regels: genummerd).bytes),
            ])
        try doe("INSERT INTO kaart_zoek (rowid, woorden) VALUES (?, ?)", [nr, Self.tekst(regels)])
        try doe("INSERT INTO kaart_naam (rowid, woorden) VALUES (?, ?)", [nr, Self.tekst(Self.naamdeel(regels))])
        try Urenrij.vervang(db, nr, dienst: rij["uren"], plekken: rij["uren_van_plekken"])
        tel(genummerd, 1)
    }

    /// Takes a service out. The indexes have no content: they must be told what was in them.
    private mutating func verwijder(_ nr: Int64) throws {
        guard
            let tekst = try Data.fetchOne(
                try db.cachedStatement(sql: "SELECT tekst FROM zoektekst WHERE nr = ?"), arguments: [nr])
        else { return }
        let genummerd = Woordenrij(Array(tekst)).regels
        let woord = try db.cachedStatement(sql: "SELECT woord FROM zoekwoord WHERE nr = ?")
        let regels = try genummerd.map { try $0.compactMap { try String.fetchOne(woord, arguments: [$0]) } }
        try doe("INSERT INTO kaart_zoek (kaart_zoek, rowid, woorden) VALUES ('delete', ?, ?)", [nr, Self.tekst(regels)])
        try doe(
            "INSERT INTO kaart_naam (kaart_naam, rowid, woorden) VALUES ('delete', ?, ?)",
            [nr, Self.tekst(Self.naamdeel(regels))])
        try doe("DELETE FROM zoektekst WHERE nr = ?", [nr])
        tel(genummerd, -1)
    }

    private static func tekst(_ regels: [[String]]) -> String { regels.map { $0.joined(separator: " ") }.joined(separator: " ") }

    /// The lines of the name and of the filters.
    private static func naamdeel(_ regels: [[String]]) -> [[String]] {
        regels.count == 7 ? [regels[0], regels[1], regels[2], regels[6]] : regels
    }

    /// The number of a word; a new one gets one, and its pieces of three letters. Words of the filters are not for who types.
    private mutating func nummer(_ woord: String) throws -> Int64 {
        if let bekend = geheugen.nummers[woord] { return bekend }
        let zoek = try db.cachedStatement(sql: "SELECT nr FROM zoekwoord WHERE woord = ?")
        if let bekend = try Int64.fetchOne(zoek, arguments: [woord]) {
            geheugen.nummers[woord] = bekend
            return bekend
        }
        try doe("INSERT INTO zoekwoord (woord, aantal) VALUES (?, 0)", [woord])
        let nieuw = db.lastInsertedRowID
        geheugen.nummers[woord] = nieuw
        guard !woord.hasPrefix(Zoektekstmaker.filterteken) else { return nieuw }
        for drie in Bewerkingsafstand.drielettergrepen(woord) {
            try doe("INSERT INTO zoekdrie (drie, woord) VALUES (?, ?)", [drie, nieuw])
        }
        return nieuw
    }

    /// Without the line of the filters.
    private mutating func tel(_ regels: [[Int64]], _ stap: Int) {
        for nummer in Set(regels.prefix(Zoekgewichten.aantalRegels).joined()) { telling[nummer, default: 0] += stap }
    }

    private mutating func telWoorden() throws {
        for (nummer, stap) in telling where stap != 0 {
            try doe("UPDATE zoekwoord SET aantal = max(aantal + ?, 0) WHERE nr = ?", [stap, nummer])
        }
        telling = [:]
    }

    private func doe(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private static let vraag = """
        SELECT v.nr, v.naam, v.status, v.verwijsbaar, v.gecontroleerd_op,
          v.document ->> '$.alternate_name' AS alternatief, v.document ->> '$.description' AS omschrijving,
          v.document ->> '$.eligibility_description' AS voor_wie,
          v.document ->> '$.minimum_age' AS van_leeftijd, v.document ->> '$.maximum_age' AS tot_leeftijd,
          v.document ->> '$.fees_description' AS kosten, v.document ->> '$.interpretation_services' AS tolk,
          (SELECT group_concat(t.value ->> '$.code', ' ') FROM json_each(v.document, '$.languages') t) AS talen,
          (SELECT count(*) FROM json_each(v.document, '$.cost_options')) AS aantal_kosten,
          (SELECT count(*) FROM json_each(v.document, '$.cost_options') k WHERE (k.value ->> '$.amount') > 0) AS betaald,
          json_extract(v.document, '$.schedules') AS uren,
          (SELECT json_group_array(json_array(p.value ->> '$.id', json_extract(p.value, '$.schedules'),
               json_extract(p.value, '$.location.schedules')))
             FROM json_each(v.document, '$.service_at_locations') p
             WHERE json_type(p.value, '$.schedules') = 'array' OR json_type(p.value, '$.location.schedules') = 'array'
          ) AS uren_van_plekken,
          (SELECT json_group_array(coalesce(g.value ->> '$.name', g.value ->> '$.description'))
             FROM json_each(v.document, '$.service_areas') g) AS gebieden,
          coalesce(o.naam, '') || ' ' || coalesce(o.alternatief, '') AS aanbieder
        FROM voorziening v LEFT JOIN organisatie o ON o.id = v.organisatie_id WHERE v.id = ?
        """
}

extension Zoekbron {
    /// From a row of `Zoekindex.vraag` and the tables beside it.
    fileprivate init(_ rij: Row, _ db: Database, nr: Int64) throws {
        self.init()
        (naam, status, verwijsbaar) = (rij["naam"], rij["status"], rij["verwijsbaar"])
        (controle, alternatief) = (rij["gecontroleerd_op"], rij["alternatief"])
        omschrijving = [rij["omschrijving"] as String?, rij["voor_wie"] as String?].compactMap(\.self).joined(separator: " ")
        aanbieder = rij["aanbieder"] ?? ""
        (vanLeeftijd, totLeeftijd) = (
            Double.fromDatabaseValue(rij["van_leeftijd"]), Double.fromDatabaseValue(rij["tot_leeftijd"])
        )
        talen = (rij["talen"] as String?)?.split(separator: " ").map(String.init) ?? []
        heeftTolk = (rij["tolk"] as String?).map { !$0.isEmpty } ?? false
        let (kosten, aantal, betaald): (String?, Int, Int) = (rij["kosten"], rij["aantal_kosten"], rij["betaald"])
        isGratis = (aantal > 0 && betaald == 0) || Self.klinktGratis(kosten)
        for kenmerk in try Row.fetchAll(try db.cachedStatement(sql: Self.kenmerken), arguments: [nr]) {
            let soort: String = kenmerk["soort"]
            if let code: String = kenmerk["code"] { codes.append((soort, code)) }
            if ["leefgebied", "doelgroep", "upl", "soort"].contains(soort), let naam: String = kenmerk["naam"] {
                begrippen.append(naam)
                if let labels: String = kenmerk["labels"] { begrippen.append(labels) }
            }
        }
        gebieden = KaartVragen.lijst(rij["gebieden"])
        plekken = try Zoekvragen.plekken(db, nr)
    }

    private static let kenmerken = """
        SELECT k.soort, b.code, b.naam,
          (SELECT group_concat(l.tekst, ' ') FROM begripswoord l
             WHERE l.begrip_id = b.id AND l.vervallen_op IS NULL) AS labels
        FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip WHERE k.nr = ?
        """
}

extension Zoekindex {
    /// Makes the whole index anew when the rules have changed since, or when it was never made. At start, in pieces, so that
    /// nothing waits long.
    static func maakBij(_ store: Store) async throws {
        let klaar = try await store.read { db in
            try Int.fetchOne(db, sql: "SELECT versie FROM zoekstand") == versie
        }
        guard !klaar else { return }
        try await store.write { tx in
            for tabel in ["zoektekst", "zoekwoord", "zoekdrie", "zoekstand"] {
                try tx.db.execute(sql: "DELETE FROM \(tabel)")
            }
            for index in ["kaart_naam", "kaart_zoek"] {
                try tx.db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
            }
        }
        var (na, geheugen) = ("", Geheugen())
        while true {
            let (vanaf, bekend) = (na, geheugen)
            let (ids, nieuw) = try await store.write { tx in
                let ids = try String.fetchAll(
                    tx.db, sql: "SELECT id FROM voorziening WHERE id > ? ORDER BY id LIMIT 500", arguments: [vanaf])
                return (ids, try werkBij(tx.db, ids, met: bekend))
            }
            guard let laatste = ids.last else { break }
            (na, geheugen) = (laatste, nieuw)
        }
        try await store.write { tx in
            try tx.db.execute(sql: "INSERT OR REPLACE INTO zoekstand (een, versie) VALUES (1, ?)", arguments: [versie])
        }
    }
}
