// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// Searching the index. Nothing here costs more with the number of services that fit: of each expression only the first so many
/// are looked at, names first; those are put in order by their text.
struct Zoekvragen {
    /// So many services are put in order; more is `meerDanTotaal`.
    static let meesteGerangschikt = 200
    /// So many are counted without words.
    static let meesteGeteld = 2_000

    let db: Database
    let filter: Zoekfilter
    let vandaag: Datum
    /// Further conditions on `voorziening v`, beginning with AND.
    var erbij: (sql: String, arguments: StatementArguments)?

    /// A service that may be shown, with what its place in the order rests on.
    struct Kandidaat {
        var nr: Int64
        /// Breaks ties.
        var naam: String
        var tekst: Woordenrij
        var controle: String?
        var punten = 0.0
        /// The place that counts: of those that are not shut the nearest, when it was said from where.
        var plek: Zoekbron.Plek?
        var afstand: Double?
        var stand: Openingstijden.Stand?
        /// Set when it is not so at every place.
        var alleenHier = false

        /// - Parameter rij: `nr`, `naam`, `tekst`, `controle`.
        init(_ rij: Row) {
            (nr, naam, controle) = (rij[0], rij[1], rij[3])
            tekst = Woordenrij((try? rij.withUnsafeData(atIndex: 2) { $0.map(Array.init) }) ?? [])
        }
    }

    /// Where a service is.
    static func plekken(_ db: Database, _ nr: Int64) throws -> [Zoekbron.Plek] {
        let vraag = try db.cachedStatement(sql: "SELECT id, breedte, lengte, naam, postcode FROM plek WHERE nr = ?")
        var uit: [Zoekbron.Plek] = []
        let rijen = try Row.fetchCursor(vraag, arguments: [nr])
        while let rij = try rijen.next() {
            let (breedte, lengte, postcode): (Double?, Double?, String?) = (rij[1], rij[2], rij[4])
            var plaats = postcode.flatMap { Plaats(postcode: $0) }
            if let breedte, let lengte { plaats = Plaats(breedte: breedte, lengte: lengte) }
            uit.append(.init(id: rij[0], plaats: plaats, naam: rij[3], postcode: postcode))
        }
        return uit
    }

    /// The numbers of these words, of those that some record has or had.
    static func nummers(_ db: Database, _ woorden: some Sequence<String>) throws -> [String: Int64] {
        let vraag = try db.cachedStatement(sql: "SELECT nr FROM zoekwoord WHERE woord = ?")
        var uit: [String: Int64] = [:]
        for woord in woorden where uit[woord] == nil { uit[woord] = try Int64.fetchOne(vraag, arguments: [woord]) }
        return uit
    }

    func score(_ vraag: Zoekvraag) throws -> Zoekscore {
        Zoekscore(
            vraag, nummers: try Self.nummers(db, vraag.groepen.lazy.flatMap { $0.varianten.lazy.flatMap(\.woorden) }))
    }

    func nummer(_ filter: String) throws -> Int64? { try Self.nummers(db, [filter])[filter] }

    /// The words that the records know.
    static func woordenlijst(_ db: Database) throws -> Woordenlijst {
        Woordenlijst(
            aantallen: { woorden in
                guard !woorden.isEmpty else { return [:] }
                var uit: [String: Int] = [:]
                let opdracht = try db.cachedStatement(sql: "SELECT aantal FROM zoekwoord WHERE woord = ? AND aantal > 0")
                for woord in woorden { uit[woord] = try Int.fetchOne(opdracht, arguments: [woord]) }
                return uit
            },
            begint: { begin, hoogstens in
                try String.fetchAll(
                    try db.cachedStatement(
                        sql: """
                            SELECT woord FROM zoekwoord WHERE woord >= ? AND woord < ? AND aantal > 0
                            ORDER BY aantal DESC, woord LIMIT ?
                            """), arguments: [begin, begin + "\u{10FFFF}", hoogstens])
            },
            lijktOp: { woord in
                let stukken = Bewerkingsafstand.drielettergrepen(woord).sorted()
                let tekens = Array(repeating: "?", count: stukken.count).joined(separator: ",")
                return try String.fetchAll(
                    db,
                    sql: """
                        SELECT w.woord FROM (SELECT woord, count(*) AS gelijk FROM zoekdrie WHERE drie IN (\(tekens)) GROUP BY woord) d
                        JOIN zoekwoord w ON w.nr = d.woord WHERE abs(length(w.woord) - ?) <= 2
                        ORDER BY d.gelijk DESC, w.woord LIMIT 80
                        """, arguments: StatementArguments(stukken) + [woord.unicodeScalars.count])
            },
            records: try Int.fetchOne(try db.cachedStatement(sql: "SELECT max(nr) FROM zoektekst")) ?? 0)
    }

    // MARK: In order of rank

    /// A question and how its words are counted.
    typealias Gezocht = (vraag: Zoekvraag, score: Zoekscore)

    struct Gerangschikt {
        var kandidaten: [Kandidaat]
        var isMeer = false
        var deels = false
        /// Nil without words.
        var gezocht: Gezocht?
    }

    /// The candidates for these words (nil: every service that fits the filters), the best first.
    /// - Parameter aanvullen: whether services that hold some of the words follow when (nearly) none holds all. How many do so
    ///   depends on the filters, so with it a filter more may add a service.
    func gerangschikt(_ vraag: Zoekvraag?, aanvullen: Bool = true) throws -> Gerangschikt {
        var uit = Gerangschikt(kandidaten: [])
        if let vraag {
            uit = try metAlleWoorden(vraag)
            let score = try score(vraag)
            uit.gezocht = (vraag, score)
            weeg(&uit.kandidaten, score)
            if aanvullen, uit.kandidaten.count < 5, vraag.groepen.count > 1 { try vulAan(&uit, vraag, score) }
        } else {
            try verzamel("kaart_naam", ["\"\(Zoektekstmaker.filterteken)alle\""], &uit)
        }
        try plaatsEnTijd(&uit.kandidaten)
        let toeslag = try toeslag()
        for nummer in uit.kandidaten.indices { uit.kandidaten[nummer].punten += toeslag(uit.kandidaten[nummer]) }
        uit.kandidaten.sort { ($1.punten, $0.naam, $0.nr) < ($0.punten, $1.naam, $1.nr) }
        return uit
    }

    /// Names that hold every word first, then texts that hold every word as typed, then with related words.
    private func metAlleWoorden(_ vraag: Zoekvraag) throws -> Gerangschikt {
        var uit = Gerangschikt(kandidaten: [])
        let eigen = Zoekvraag.alle(vraag.groepen) { $0.soort != .verwant }
        let alles = vraag.alle
        try verzamel("kaart_naam", [alles], &uit)
        try verzamel("kaart_zoek", [eigen], &uit)
        if eigen != alles { try verzamel("kaart_zoek", [alles], &uit) }
        return uit
    }

    /// When (nearly) nothing holds all words: what holds some of them, the words that say most first.
    private func vulAan(_ uit: inout Gerangschikt, _ vraag: Zoekvraag, _ score: Zoekscore) throws {
        let vol = Set(uit.kandidaten.map(\.nr))
        let groepen = vraag.groepen.filter { !$0.isOnbekend || $0.varianten.count > 2 }.sorted { $0.gewicht > $1.gewicht }
        var half = Gerangschikt(kandidaten: [])
        for eerste in groepen.indices.prefix(4) {
            for tweede in groepen.indices.prefix(4) where tweede > eerste && groepen.count > 2 {
                try verzamel("kaart_zoek", [Zoekvraag.alle([groepen[eerste], groepen[tweede]]) { _ in true }], &half)
            }
        }
        for groep in groepen.prefix(4) {
            var van = Gerangschikt(kandidaten: half.kandidaten)
            try verzamel("kaart_naam", [Zoekvraag.match(groep.varianten)], &van, hoogstens: half.kandidaten.count + 150)
            try verzamel("kaart_zoek", [Zoekvraag.match(groep.varianten)], &van, hoogstens: half.kandidaten.count + 150)
            half = van
        }
        half.kandidaten.removeAll { vol.contains($0.nr) }
        weeg(&half.kandidaten, score)
        // What holds little of what was asked is no answer.
        let beste = (uit.kandidaten + half.kandidaten).map(\.punten).max() ?? 0
        half.kandidaten.removeAll { $0.punten < 0.4 * beste }
        uit.deels = uit.kandidaten.isEmpty
        uit.kandidaten += half.kandidaten
    }

    private func weeg(_ kandidaten: inout [Kandidaat], _ score: Zoekscore) {
        for nummer in kandidaten.indices {
            kandidaten[nummer].punten = score.punten(kandidaten[nummer].tekst)
        }
    }

    /// Adds what fits these expressions and the filters: near the asker first, when that was said.
    private func verzamel(
        _ tabel: String, _ delen: [String], _ uit: inout Gerangschikt, hoogstens: Int = Zoekvragen.meesteGerangschikt
    ) throws {
        let basis = delen + [filter.match].compactMap(\.self)
        if let meter = filter.hoogstensMeter, filter.vanaf != nil {
            try voegToe(tabel, basis + [filter.vakken(binnen: Double(meter))].compactMap(\.self), &uit, hoogstens)
        } else {
            if let vlakbij = filter.vakken(binnen: 8_000) { try voegToe(tabel, basis + [vlakbij], &uit, hoogstens) }
            try voegToe(tabel, basis, &uit, hoogstens)
        }
    }

    private func voegToe(_ tabel: String, _ delen: [String], _ uit: inout Gerangschikt, _ hoogstens: Int) throws {
        guard uit.kandidaten.count < hoogstens else {
            uit.isMeer = true
            return
        }
        // Within one expression no service comes twice.
        let gezien = Set(uit.kandidaten.map(\.nr))
        let (waar, arguments) = voorwaarden
        let vraag = try db.cachedStatement(
            sql: """
                SELECT z.nr, z.naam, z.tekst, z.controle FROM \(tabel) f JOIN zoektekst z ON z.nr = f.rowid\(erbij == nil ? "" : " JOIN voorziening v ON v.nr = f.rowid")
                WHERE \(tabel) MATCH ?\(waar) LIMIT ?
                """)
        let match = delen.joined(separator: " AND ")
        let rijen = try Row.fetchCursor(vraag, arguments: [match] + arguments + [hoogstens + 1])
        while let rij = try rijen.next() {
            let nr: Int64 = rij[0]
            guard !gezien.contains(nr) else { continue }
            if uit.kandidaten.count >= hoogstens {
                uit.isMeer = true
                break
            }
            uit.kandidaten.append(Kandidaat(rij))
        }
    }

    /// The conditions that are no words of the index.
    private var voorwaarden: (sql: String, arguments: StatementArguments) {
        var (sql, arguments) = ("", StatementArguments())
        if let vanaf = filter.gecontroleerdVanaf {
            sql += " AND z.controle >= ?"
            arguments += [vanaf.description]
        }
        if let leeftijd = filter.leeftijd {
            sql += " AND coalesce(z.van_leeftijd, 0) <= ? AND coalesce(z.tot_leeftijd, 999) >= ?"
            arguments += [leeftijd.upperBound, leeftijd.lowerBound]
        }
        if let erbij {
            sql += erbij.sql
            arguments += erbij.arguments
        }
        return (sql, arguments)
    }

    /// Which place counts and whether it is open there; without services of which every place is too far or known to be shut.
    private func plaatsEnTijd(_ kandidaten: inout [Kandidaat]) throws {
        guard filter.vanaf != nil || filter.openOp != nil else { return }
        kandidaten = try kandidaten.compactMap(opPlek)
    }

    private func opPlek(_ van: Kandidaat) throws -> Kandidaat? {
        let uren = try filter.openOp.map { (moment: $0, van: Plekuren(try Urenrij.lees(db, van.nr))) }
        func plek(_ plek: Zoekbron.Plek?) -> (plek: Zoekbron.Plek?, meter: Double?, stand: Openingstijden.Stand?) {
            (
                plek, filter.vanaf.flatMap { vanaf in plek?.plaats.map { vanaf.meters(tot: $0) } },
                uren.map { $0.van.van(plek?.id).stand(op: $0.moment.datum, om: $0.moment.tijd) }
            )
        }
        var plekken = [plek(nil)]
        if filter.vanaf != nil || uren?.van.isPerPlek == true {
            let bekend = try Self.plekken(db, van.nr)
            if !bekend.isEmpty { plekken = bekend.map(plek) }
        }
        var kandidaat = van
        kandidaat.alleenHier = Set(plekken.map(\.stand)).count > 1
        if let hoogstens = filter.hoogstensMeter { plekken.removeAll { ($0.meter ?? .infinity) > Double(hoogstens) } }
        plekken.removeAll { $0.stand == .dicht }
        // Known to be open goes before not known, then near before far.
        func voorrang(_ plek: (plek: Zoekbron.Plek?, meter: Double?, stand: Openingstijden.Stand?)) -> (Int, Double) {
            (plek.stand == .open ? 0 : 1, plek.meter ?? .infinity)
        }
        guard let beste = plekken.min(by: { voorrang($0) < voorrang($1) }) else { return nil }
        (kandidaat.plek, kandidaat.afstand, kandidaat.stand) = beste
        return kandidaat
    }

    /// What is added for the service itself, apart from the words.
    private func toeslag() throws -> (Kandidaat) -> Double {
        func filterwoord(_ soort: String, _ code: String?) throws -> Int64? {
            try code.flatMap { try nummer(Zoektekstmaker.filter(soort, $0)) }
        }
        let taal = try filterwoord("tl", filter.liefstTaal ?? filter.taal)
        let doelgroep = try filterwoord("dg", filter.liefstDoelgroep ?? filter.doelgroep)
        let (verwijsbaar, actief) = (try filterwoord("vw", "ja"), try filterwoord("st", "active"))
        // Dates as they are kept compare as they are written.
        let vers = vandaag.adding(days: -Versheid.versDagen).description
        let navragen = vandaag.adding(days: -Versheid.geldigDagen).description
        return { kandidaat in
            var punten = 0.0
            if kandidaat.tekst.heeftFilter(taal) { punten += Zoekgewichten.taal }
            if kandidaat.tekst.heeftFilter(doelgroep) { punten += Zoekgewichten.doelgroep }
            if kandidaat.tekst.heeftFilter(verwijsbaar) { punten += Zoekgewichten.verwijsbaar }
            if !kandidaat.tekst.heeftFilter(actief) { punten += Zoekgewichten.nietActief }
            if let controle = kandidaat.controle, controle >= navragen {
                punten += controle >= vers ? Zoekgewichten.vers : Zoekgewichten.navragen
            }
            if let afstand = kandidaat.afstand { punten += Zoekgewichten.dichtbij * max(0, 1 - afstand / Zoekgewichten.verAf) }
            if kandidaat.stand == .open { punten += Zoekgewichten.open }
            return punten
        }
    }
}
