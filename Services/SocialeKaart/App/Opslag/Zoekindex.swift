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
    /// Pieces of three letters and the new words that hold them, as `Drieletterlijst` writes them.
    private var stukken: [String: [UInt8]] = [:]

    /// What is known of the words met so far. Who indexes batch after batch hands it on, once a batch is stored for good.
    struct Geheugen: Sendable {
        fileprivate var maker = Zoektekstmaker()
        fileprivate var nummers: [String: Int64] = [:]
    }

    /// Indexes these services anew; one that is gone leaves the index.
    /// - Parameter documenten: the documents of those that were just written, by id.
    /// - Returns: what the next batch may begin with, when this one is kept.
    @discardableResult
    static func werkBij(
        _ db: Database, _ ids: some Sequence<String>, documenten: [String: JSONWaarde] = [:], met geheugen: Geheugen = .init()
    ) throws -> Geheugen {
        var index = Zoekindex(db: db, geheugen: geheugen)
        // In the order of their numbers: for one that is lower than the last FTS5 writes away all that it holds.
        var nummers: [(nr: Int64, id: String)] = []
        for id in ids { try db.each("SELECT nr FROM voorziening WHERE id = ?", id) { nummers.append(($0.integer(0), id)) } }
        for (nr, id) in nummers.sorted(by: { $0.nr < $1.nr }) { try index.werkBij(nr, documenten[id]) }
        try index.telWoorden()
        return index.geheugen
    }

    private mutating func werkBij(_ nr: Int64, _ document: JSONWaarde?) throws {
        try verwijder(nr)
        let document = try document ?? lees(nr)
        guard let document, let bron = try bron(nr, document) else { return }
        let regels = geheugen.maker.regels(bron)
        let genummerd = try regels.map { try $0.map { try nummer($0) } }
        try db.run(
            "INSERT INTO zoektekst (nr, controle, van_leeftijd, tot_leeftijd, naam, tekst) VALUES (?, ?, ?, ?, ?, ?)",
            nr, bron.controle, bron.vanLeeftijd.map { SQLValue.double($0) }, bron.totLeeftijd.map { SQLValue.double($0) },
            bron.naam, Data(Woordenrij(regels: genummerd).bytes))
        try db.run("INSERT INTO kaart_zoek (rowid, woorden) VALUES (?, ?)", nr, Self.tekst(regels))
        try db.run("INSERT INTO kaart_naam (rowid, woorden) VALUES (?, ?)", nr, Self.tekst(Self.naamdeel(regels)))
        try Urenrij.vervang(db, nr, document)
        tel(genummerd, 1)
    }

    private func lees(_ nr: Int64) throws -> JSONWaarde? {
        try db.first("SELECT document FROM voorziening WHERE nr = ?", nr) { rij in
            try rij.withBytes(0) { bytes in Result { try JSONWaarde(json: bytes) } }.get()
        }
    }

    /// Takes a service out. The indexes have no content: they must be told what was in them.
    private mutating func verwijder(_ nr: Int64) throws {
        guard let tekst = try db.first("SELECT tekst FROM zoektekst WHERE nr = ?", nr, row: { $0.withBytes(0) { Array($0) } })
        else { return }
        let genummerd = Woordenrij(tekst).regels
        let regels = try genummerd.map {
            try $0.compactMap { try db.first("SELECT woord FROM zoekwoord WHERE nr = ?", $0) { $0.text(0) } }
        }
        try db.run("INSERT INTO kaart_zoek (kaart_zoek, rowid, woorden) VALUES ('delete', ?, ?)", nr, Self.tekst(regels))
        try db.run(
            "INSERT INTO kaart_naam (kaart_naam, rowid, woorden) VALUES ('delete', ?, ?)", nr,
            Self.tekst(Self.naamdeel(regels)))
        try db.run("DELETE FROM zoektekst WHERE nr = ?", nr)
        tel(genummerd, -1)
    }

    /// All words with a space after each.
    private static func tekst(_ regels: some Sequence<[String]>) -> SQLValue {
        var uit: [UInt8] = []
        uit.reserveCapacity(2048)
        for woord in regels.joined() {
            uit += woord.utf8
            uit.append(UInt8(ascii: " "))
        }
        return .utf8(uit)
    }

    /// The lines of the name and of the filters.
    private static func naamdeel(_ regels: [[String]]) -> [[String]] {
        regels.count == 7 ? [regels[0], regels[1], regels[2], regels[6]] : regels
    }

    /// The number of a word; a new one gets one, and its pieces of three letters. Words of the filters are not for who types.
    private mutating func nummer(_ woord: String) throws -> Int64 {
        if let bekend = geheugen.nummers[woord] { return bekend }
        if let bekend = try db.first("SELECT nr FROM zoekwoord WHERE woord = ?", woord, row: { $0.integer(0) }) {
            geheugen.nummers[woord] = bekend
            return bekend
        }
        try db.run("INSERT INTO zoekwoord (woord, aantal) VALUES (?, 0)", woord)
        let nieuw = db.lastInsertedRowID
        geheugen.nummers[woord] = nieuw
        guard !woord.hasPrefix(Zoektekstmaker.filterteken) else { return nieuw }
        let stuk = Drieletterlijst.bytes(nieuw, letters: woord.unicodeScalars.count)
        for drie in Bewerkingsafstand.drielettergrepen(woord) { stukken[drie, default: []] += stuk }
        return nieuw
    }

    /// Without the line of the filters.
    private mutating func tel(_ regels: [[Int64]], _ stap: Int) {
        for nummer in Set(regels.prefix(Zoekgewichten.aantalRegels).joined()) { telling[nummer, default: 0] += stap }
    }

    private mutating func telWoorden() throws {
        for (nummer, stap) in telling where stap != 0 {
            try db.run("UPDATE zoekwoord SET aantal = max(aantal + ?, 0) WHERE nr = ?", stap, nummer)
        }
        for (drie, nieuw) in stukken.sorted(by: { $0.key < $1.key }) {
            let bekend = try db.first("SELECT woorden FROM zoekdrie WHERE drie = ?", drie) { $0.withBytes(0) { Array($0) } }
            try db.run(
                "INSERT OR REPLACE INTO zoekdrie (drie, woorden) VALUES (?, ?)", drie, Data((bekend ?? []) + nieuw))
        }
        (telling, stukken) = ([:], [:])
    }

    private func bron(_ nr: Int64, _ document: JSONWaarde) throws -> Zoekbron? {
        var gevonden = try db.first(
            """
            SELECT v.naam, v.status, v.verwijsbaar, v.gecontroleerd_op, coalesce(o.naam, '') || ' ' || coalesce(o.alternatief, '')
            FROM voorziening v LEFT JOIN organisatie o ON o.id = v.organisatie_id WHERE v.nr = ?
            """, nr
        ) { rij in
            var bron = Zoekbron(document)
            (bron.naam, bron.status, bron.verwijsbaar) = (rij.text(0), rij.text(1), rij.text(2))
            (bron.controle, bron.aanbieder) = (rij.isNull(3) ? nil : rij.text(3), rij.text(4))
            return bron
        }
        try db.each(Self.kenmerken, nr) { kenmerk in
            let soort = kenmerk.text(0)
            if !kenmerk.isNull(1) { gevonden?.codes.append((soort, kenmerk.text(1))) }
            guard ["leefgebied", "doelgroep", "upl", "soort"].contains(soort), !kenmerk.isNull(2) else { return }
            gevonden?.begrippen.append(kenmerk.text(2))
            if !kenmerk.isNull(3) { gevonden?.begrippen.append(kenmerk.text(3)) }
        }
        gevonden?.plekken = try Zoekvragen.plekken(db, nr)
        return gevonden
    }

    private static let kenmerken = """
        SELECT k.soort, b.code, b.naam,
          (SELECT group_concat(l.tekst, ' ') FROM begripswoord l
             WHERE l.begrip_id = b.id AND l.vervallen_op IS NULL) AS labels
        FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip WHERE k.nr = ?
        """
}

extension Zoekbron {
    /// What the document says; the rest stands in the tables beside it.
    fileprivate init(_ document: JSONWaarde) {
        func tekst(_ naam: String) -> String? { document[naam]?.alsTekst }
        func lijst(_ naam: String) -> [JSONWaarde] { document[naam]?.alsLijst ?? [] }
        self.init()
        alternatief = tekst("alternate_name")
        omschrijving = [tekst("description"), tekst("eligibility_description")].compactMap(\.self).joined(separator: " ")
        (vanLeeftijd, totLeeftijd) = (document["minimum_age"]?.alsGetal, document["maximum_age"]?.alsGetal)
        talen = lijst("languages").compactMap { $0["code"]?.alsTekst }
        heeftTolk = !(tekst("interpretation_services") ?? "").isEmpty
        let kosten = lijst("cost_options")
        let isBetaald = kosten.contains { ($0["amount"]?.alsGetal ?? 0) > 0 || $0["amount"]?.alsTekst != nil }
        isGratis = (!kosten.isEmpty && !isBetaald) || Self.klinktGratis(tekst("fees_description"))
        gebieden = lijst("service_areas").compactMap { $0["name"]?.alsTekst ?? $0["description"]?.alsTekst }
    }
}

extension Zoekindex {
    /// Makes the whole index anew when the rules have changed since, or when it was never made. At start, in pieces, so that
    /// nothing waits long.
    static func maakBij(_ store: Store) async throws {
        let klaar = try await store.read { db in
            try Int.fetchOne(db, sql: "SELECT versie FROM zoekstand") == versie
        }
        guard !klaar else { return try await voegSamen(store, vanaf: 16) }
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
        try await voegSamen(store, vanaf: 2)
    }

    /// Brings the pieces in which many changes leave the two indexes together, in steps, so that nothing waits long: a word is
    /// looked up in each piece. What is added one by one afterwards the index keeps together by itself.
    /// - Parameter vanaf: fewer pieces are left as they are.
    static func voegSamen(_ store: Store, vanaf: Int) async throws {
        for index in ["kaart_naam", "kaart_zoek"] {
            let stukken = try await store.read { db in
                try db.first("SELECT count(DISTINCT segid) FROM \(index)_idx") { $0.integer(0) } ?? 0
            }
            guard stukken >= vanaf else { continue }
            // The first time below zero: of all pieces, and not only of those of one size.
            var stap = -samenIneens
            while try await store.write({ [stap] tx in
                let voor = tx.db.totalChangesCount
                try tx.db.run("INSERT INTO \(index) (\(index), rank) VALUES ('merge', ?)", stap)
                // Itself counts for one.
                return tx.db.totalChangesCount - voor > 1
            }) {
                stap = samenIneens
            }
        }
    }

    /// Pages of the index in one step.
    private static let samenIneens = 200
}
