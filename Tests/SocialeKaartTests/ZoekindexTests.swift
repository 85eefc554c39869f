// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import SocialeKaartApp

@Suite("Zoeken langs de korte weg geeft wat de lange weg geeft", .timeLimit(.minutes(2)))
struct ZoekindexTests {
    private func snede(_ object: String, zonder: [StaticString] = [], met: [(StaticString, String)] = []) -> String? {
        var object = object
        let waarden = met.map { ($0, Array($1.utf8)) }
        return object.withUTF8 { bytes in
            func maak(_ rest: ArraySlice<(StaticString, [UInt8])>, _ velden: [Recordsnede.Veld]) -> [UInt8]? {
                guard let (naam, waarde) = rest.first else {
                    return Recordsnede.maak(UnsafeRawBufferPointer(bytes), zonder: zonder, met: velden)
                }
                return waarde.withUnsafeBytes { maak(rest.dropFirst(), velden + [(naam, $0)]) }
            }
            return maak(waarden[...], []).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test("een snede van een record laat staan, vervangt en voegt toe, wat er ook in de waarden staat")
    func snede() {
        #expect(snede("{}") == "{}")
        #expect(snede("{}", met: [("a", "1")]) == #"{"a":1}"#)
        #expect(snede(#"{"a":1,"b":true}"#, zonder: ["a"]) == #"{"b":true}"#)
        #expect(snede(#"{"a":1,"b":true}"#, zonder: ["b", "a"], met: [("c", "null")]) == #"{"c":null}"#)
        let lastig = #"{"a":"}\",\"b\":[","b":{"a":[1,{"b":"]"}],"c":{}},"c":-1.5e3,"d":[]}"#
        #expect(snede(lastig) == lastig)
        #expect(snede(lastig, zonder: ["b"]) == #"{"a":"}\",\"b\":[","c":-1.5e3,"d":[]}"#)
        #expect(
            snede(lastig, zonder: ["d"], met: [("b", "{}"), ("ab", "2")]) == #"{"a":"}\",\"b\":[","b":{},"c":-1.5e3,"ab":2}"#)
        for stuk in ["", "[]", #"{"a":1"#, #"{"a"}"#, #"{"a":"x}"#, "{a:1}"] { #expect(snede(stuk) == nil, "\(stuk)") }
    }

    @Test("een record van een lijst is byte voor byte dat van SQLite, met en zonder controle, aanbieder en waarschuwing")
    func lijst() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        try await opstelling.store.write { tx in
            try tx.db.execute(
                sql: """
                    UPDATE voorziening SET controle_wijze = 'synthetisch', gecontroleerd_op = '2027-01-01' WHERE nr % 3 = 0;
                    UPDATE voorziening SET organisatie_id = NULL WHERE nr % 5 = 0;
                    UPDATE voorziening SET document = json_set(document, '$.alert', 'Let "op"' || char(10)) WHERE nr % 2 = 0;
                    """)
        }
        try await opstelling.store.read { db in
            let nummers = try Int64.fetchAll(db, sql: "SELECT nr FROM voorziening")
            #expect(nummers.count > 90)
            for nr in nummers {
                let lang = try String.fetchOne(
                    db, sql: "SELECT \(HSDSKolom.voorziening(.lijst)) FROM voorziening v WHERE v.nr = ?", arguments: [nr])
                #expect(try HSDSLijst.voorziening(db, nr) == lang)
            }
        }
    }

    @Test("wie zich verschrijft, krijgt de woorden die de meeste stukjes van drie letters delen")
    func lijktOp() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.store.read { db in
            let woorden = try String.fetchAll(db, sql: "SELECT woord FROM zoekwoord").filter {
                !$0.hasPrefix(Zoektekstmaker.filterteken)
            }
            #expect(woorden.count > 500)
            for gezocht in ["schuldhullp", "taalkursus", "bibliotheekk", "wmoo", "eenzaamhijd", "zzzz"] {
                let stukken = Bewerkingsafstand.drielettergrepen(gezocht)
                let verwacht = woorden.filter { abs($0.unicodeScalars.count - gezocht.unicodeScalars.count) <= 2 }
                    .map { (woord: $0, gedeeld: stukken.intersection(Bewerkingsafstand.drielettergrepen($0)).count) }
                    .filter { $0.gedeeld > 0 }.sorted { ($1.gedeeld, $0.woord) < ($0.gedeeld, $1.woord) }
                    .prefix(Woordenboek.meesteLijkt).map(\.woord)
                #expect(try Woordenboek(db).lijst().lijktOp(gezocht) == Array(verwacht), "\(gezocht)")
            }
        }
    }

    @Test("migratie 094 geeft dezelfde stukjes als een nieuwe index")
    func migratie() async throws {
        let opstelling = try await Kaartopstelling()
        func alles() async throws -> [String: Set<Data>] {
            try await opstelling.store.read { db in
                try Row.fetchAll(db, sql: "SELECT drie, woorden FROM zoekdrie").reduce(into: [:]) { uit, rij in
                    let woorden: Data = rij["woorden"]
                    uit[rij["drie"]] = Set(stride(from: 0, to: woorden.count, by: 8).map { woorden[$0..<($0 + 8)] })
                }
            }
        }
        let nieuw = try await alles()
        #expect(nieuw.count > 500)
        try await opstelling.store.write { tx in
            try tx.db.execute(
                sql: """
                    DROP TABLE zoekdrie;
                    CREATE TABLE zoekdrie (drie TEXT NOT NULL, woord INTEGER NOT NULL, PRIMARY KEY (drie, woord)) STRICT, WITHOUT ROWID;
                    """)
            for (drie, woorden) in nieuw {
                for woord in woorden {
                    let nummer = woord.dropFirst().reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
                    try tx.db.execute(sql: "INSERT INTO zoekdrie VALUES (?, ?)", arguments: [drie, nummer])
                }
            }
            try migratie094ZoekdrieSamen.apply(tx.db)
        }
        #expect(try await alles() == nieuw)
    }

    @Test("de stukken van de index samenvoegen verandert niets aan wat wordt gevonden")
    func samen() async throws {
        let opstelling = try await Kaartopstelling()
        func gevonden() async throws -> [[Int64]] {
            try await opstelling.store.read { db in
                try ["\"taal\"", "\"schuld\" OR \"schulden\"", "\"zzalle\""].flatMap { woorden in
                    try ["kaart_naam", "kaart_zoek"].map { index in
                        try Int64.fetchAll(
                            db, sql: "SELECT rowid FROM \(index) WHERE \(index) MATCH ? ORDER BY rowid", arguments: [woorden])
                    }
                }
            }
        }
        // One by one, so that each leaves a piece.
        let ids = try await opstelling.store.read { try String.fetchAll($0, sql: "SELECT id FROM voorziening LIMIT 12") }
        for id in ids { try await opstelling.store.write { tx in _ = try Zoekindex.werkBij(tx.db, [id]) } }
        let eerst = try await gevonden()
        #expect(eerst.contains { $0.count > 50 })
        try await Zoekindex.voegSamen(opstelling.store, vanaf: 2)
        #expect(try await gevonden() == eerst)
        for index in ["kaart_naam", "kaart_zoek"] {
            let stukken = try await opstelling.store.read {
                try Int.fetchOne($0, sql: "SELECT count(DISTINCT segid) FROM \(index)_idx")
            }
            #expect(stukken == 1)
        }
    }

    @Test("woorden van gewone letters lezen langs de korte weg en bijzondere langs de lange, met dezelfde grenzen")
    func woorden() {
        #expect(Zoekwoorden.lees("Auto's en CAFÉ'S, 24/7") == ["autos", "en", "cafes", "24", "7"])
        #expect(Zoekwoorden.lees("kind–en–jeugd… cliënt'je") == ["kind", "en", "jeugd", "clientje"])
        #expect(Zoekwoorden.lees("'' ' -- ") == [])
        let lang = String(repeating: "a", count: 50)
        #expect(Zoekwoorden.lees("\(lang)'\(lang) \(lang)é b") == [String(lang.prefix(40)), String(lang.prefix(40)), "b"])
        #expect(Zoekwoorden.lees("اللاجئين taal") == Zoekwoorden.lees("لاجئين taal"))
    }
}
