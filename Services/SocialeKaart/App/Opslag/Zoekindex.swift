// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// Puts services in the search index. One value serves a whole batch, so that a word is stemmed once and counted once.
struct Zoekindex {
    /// Of the rules by which words are made: raise it with every change to folding, stems, parts or filters.
    static let versie = 2

    let db: Database
    private var maker = Zoektekstmaker()
    private var telling: [String: Int] = [:]

    init(_ db: Database) { self.db = db }

    /// Indexes these services anew; one that is gone leaves the index.
    static func werkBij(_ db: Database, _ ids: some Sequence<String>) throws {
        var index = Zoekindex(db)
        for id in ids { try index.werkBij(id) }
        try index.telWoorden()
    }

    private mutating func werkBij(_ id: String) throws {
        guard let rij = try Row.fetchOne(try db.cachedStatement(sql: Self.vraag), arguments: [id]) else { return }
        let nr: Int64 = rij["nr"]
        try verwijder(nr)
        let (bron, uren) = (try Zoekbron(rij, db, id: id), Zoekuren.lees(rij["uren"]))
        let tekst = maker.tekst(bron, heeftUren: !uren.isEmpty)
        try doe(
            "INSERT INTO zoektekst (nr, controle, van_leeftijd, tot_leeftijd, tekst) VALUES (?, ?, ?, ?, ?)",
            [nr, bron.controle, bron.vanLeeftijd, bron.totLeeftijd, tekst])
        try doe("INSERT INTO kaart_zoek (rowid, woorden) VALUES (?, ?)", [nr, tekst])
        try doe("INSERT INTO kaart_naam (rowid, woorden) VALUES (?, ?)", [nr, Self.naamdeel(tekst)])
        for plek in bron.plekken {
            try doe(
                "INSERT INTO zoekplek (nr, breedte, lengte, naam, postcode) VALUES (?, ?, ?, ?, ?)",
                [nr, plek.plaats.breedte, plek.plaats.lengte, plek.naam, plek.postcode])
        }
        for uur in uren {
            try doe(
                "INSERT INTO zoekuren (nr, dag, week, van, tot, geldig_van, geldig_tot) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [nr, uur.dag, uur.week, uur.van, uur.tot, uur.geldigVan?.description, uur.geldigTot?.description])
        }
        tel(tekst, 1)
    }

    /// Takes a service out. The indexes have no content: they must be told what was in them.
    private mutating func verwijder(_ nr: Int64) throws {
        guard
            let tekst = try String.fetchOne(
                try db.cachedStatement(sql: "SELECT tekst FROM zoektekst WHERE nr = ?"), arguments: [nr])
        else { return }
        try doe("INSERT INTO kaart_zoek (kaart_zoek, rowid, woorden) VALUES ('delete', ?, ?)", [nr, tekst])
        try doe("INSERT INTO kaart_naam (kaart_naam, rowid, woorden) VALUES ('delete', ?, ?)", [nr, Self.naamdeel(tekst)])
        for tabel in ["zoektekst", "zoekplek", "zoekuren"] { try doe("DELETE FROM \(tabel) WHERE nr = ?", [nr]) }
        tel(tekst, -1)
    }

    /// The lines of the name and of the filters.
    private static func naamdeel(_ tekst: String) -> String {
        let regels = tekst.split(separator: "\n", omittingEmptySubsequences: false)
        return regels.count == 7 ? [regels[0], regels[1], regels[2], regels[6]].joined(separator: "\n") : tekst
    }

    private mutating func tel(_ tekst: String, _ stap: Int) {
        for woord in Set(tekst.split { $0 == " " || $0 == "\n" }) where !woord.hasPrefix(Zoektekstmaker.filterteken) {
            telling[String(woord), default: 0] += stap
        }
    }

    private mutating func telWoorden() throws {
        for (woord, stap) in telling where stap != 0 {
            let bekend = try Int.fetchOne(
                try db.cachedStatement(sql: "SELECT aantal FROM zoekwoord WHERE woord = ?"), arguments: [woord])
            if let bekend {
                try doe("UPDATE zoekwoord SET aantal = ? WHERE woord = ?", [max(bekend + stap, 0), woord])
            } else if stap > 0 {
                try doe("INSERT INTO zoekwoord (woord, aantal) VALUES (?, ?)", [woord, stap])
                for drie in Bewerkingsafstand.drielettergrepen(woord) {
                    try doe("INSERT INTO zoekdrie (drie, woord) VALUES (?, ?)", [drie, woord])
                }
            }
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
          (SELECT json_group_array(json(s.value)) FROM (
             SELECT e.value FROM json_each(v.document, '$.schedules') e UNION ALL
             SELECT u.value FROM json_each(v.document, '$.service_at_locations') p, json_each(p.value, '$.schedules') u) s
          ) AS uren,
          coalesce(o.naam, '') || ' ' || coalesce(o.alternatief, '') AS aanbieder
        FROM voorziening v LEFT JOIN organisatie o ON o.id = v.organisatie_id WHERE v.id = ?
        """
}

extension Zoekbron {
    /// From a row of `Zoekindex.vraag` and the tables beside it.
    fileprivate init(_ rij: Row, _ db: Database, id: String) throws {
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
        for kenmerk in try Row.fetchAll(try db.cachedStatement(sql: Self.kenmerken), arguments: [id]) {
            let soort: String = kenmerk["soort"]
            if let code: String = kenmerk["code"] { codes.append((soort, code)) }
            if ["leefgebied", "doelgroep", "upl", "soort"].contains(soort), let naam: String = kenmerk["naam"] {
                begrippen.append(naam)
                if let labels: String = kenmerk["labels"] { begrippen.append(labels) }
            }
        }
        gebieden = try String.fetchAll(try db.cachedStatement(sql: Self.gebiedsnamen), arguments: [id])
        for plek in try Row.fetchAll(try db.cachedStatement(sql: Self.locaties), arguments: [id]) {
            let (breedte, lengte): (Double?, Double?) = (plek["breedte"], plek["lengte"])
            let postcode: String? = plek["postcode"]
            let plaats: Plaats?
            if let breedte, let lengte {
                plaats = Plaats(breedte: breedte, lengte: lengte)
            } else {
                plaats = postcode.flatMap { Plaats(postcode: $0) }
            }
            if let plaats { plekken.append(.init(plaats: plaats, naam: plek["naam"], postcode: postcode)) }
        }
    }

    private static let kenmerken = """
        SELECT k.soort, k.code, b.naam,
          (SELECT group_concat(l.tekst, ' ') FROM begripslabel l WHERE l.begrip_id = k.begrip_id) AS labels FROM kenmerk k LEFT JOIN begrip b ON b.id = k.begrip_id
        WHERE k.hoort_bij = ? AND k.soort <> 'source'
        """
    private static let gebiedsnamen =
        "SELECT coalesce(naam, omschrijving) FROM gebied WHERE voorziening_id = ? AND coalesce(naam, omschrijving) IS NOT NULL"
    private static let locaties = "SELECT naam, breedte, lengte, postcode FROM locatie WHERE hoort_bij = ?"
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
            for tabel in ["zoektekst", "zoekplek", "zoekuren", "zoekwoord", "zoekdrie", "zoekstand"] {
                try tx.db.execute(sql: "DELETE FROM \(tabel)")
            }
            for index in ["kaart_naam", "kaart_zoek"] {
                try tx.db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
            }
        }
        var na = ""
        while true {
            let vanaf = na
            let ids = try await store.write { tx in
                let ids = try String.fetchAll(
                    tx.db, sql: "SELECT id FROM voorziening WHERE id > ? ORDER BY id LIMIT 500", arguments: [vanaf])
                try werkBij(tx.db, ids)
                return ids
            }
            guard let laatste = ids.last else { break }
            na = laatste
        }
        try await store.write { tx in
            try tx.db.execute(sql: "INSERT OR REPLACE INTO zoekstand (een, versie) VALUES (1, ?)", arguments: [versie])
        }
    }
}
