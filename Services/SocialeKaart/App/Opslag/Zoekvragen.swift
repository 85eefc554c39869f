// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

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
    let woorden: Woordenboek

    init(
        db: Database, filter: Zoekfilter, vandaag: Datum, erbij: (sql: String, arguments: StatementArguments)? = nil
    ) {
        (self.db, self.filter, self.vandaag, self.erbij, woorden) = (db, filter, vandaag, erbij, Woordenboek(db))
    }

    /// A service that may be shown, with what its place in the order rests on.
    struct Kandidaat {
        var nr: Int64
        /// Breaks ties.
        var naam: String
        /// For the words; in the end everything together.
        var punten = 0.0
        /// For the service itself, as far as the index knows it.
        var toeslag = 0.0
        /// The place that counts: of those that are not shut the nearest, when it was said from where.
        var plek: Zoekbron.Plek?
        var afstand: Double?
        var stand: Openingstijden.Stand?
        /// Set when it is not so at every place.
        var alleenHier = false
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

    func score(_ vraag: Zoekvraag) throws -> Zoekscore {
        Zoekscore(vraag, nummers: try woorden.nummers(vraag.groepen.lazy.flatMap { $0.varianten.lazy.flatMap(\.woorden) }))
    }

    func nummer(_ filter: String) throws -> Int64? { try woorden.zoek(filter)?.nummer }

    /// The words with which a service stands in the index.
    func tekst(_ nr: Int64) throws -> Woordenrij {
        let bytes = try db.first("SELECT tekst FROM zoektekst WHERE nr = ?", nr) { $0.withBytes(0) { Array($0) } }
        return Woordenrij(bytes ?? [])
    }

    // MARK: In order of rank

    /// A question and how its words are counted.
    typealias Gezocht = (vraag: Zoekvraag, score: Zoekscore)

    struct Gerangschikt {
        var kandidaten: [Kandidaat] = []
        var isMeer = false
        var deels = false
        /// Nil without words.
        var gezocht: Gezocht?
    }

    /// The candidates for these words (nil: every service that fits the filters), the best first.
    /// - Parameters:
    ///   - aanvullen: whether services that hold some of the words follow when (nearly) none holds all. How many do so
    ///     depends on the filters, so with it a filter more may add a service.
    ///   - ook: words that exclude nothing, when none are asked.
    func gerangschikt(_ vraag: Zoekvraag?, aanvullen: Bool = true, ook: Zoekscore? = nil) throws -> Gerangschikt {
        var uit = Gerangschikt()
        if let vraag {
            let score = try score(vraag)
            let weger = try Weger(self, score)
            try metAlleWoorden(vraag, weger, &uit)
            uit.gezocht = (vraag, score)
            if aanvullen, uit.kandidaten.count < 5, vraag.groepen.count > 1 { try vulAan(&uit, vraag, weger) }
        } else {
            try verzamel("kaart_naam", ["\"\(Zoektekstmaker.filterteken)alle\""], try Weger(self, ook), &uit)
        }
        try plaatsEnTijd(&uit.kandidaten)
        for nummer in uit.kandidaten.indices { uit.kandidaten[nummer].punten += toeslag(uit.kandidaten[nummer]) }
        uit.kandidaten = Self.opVolgorde(uit.kandidaten)
        return uit
    }

    /// The best first. By their places, so that not a candidate with its name is copied at each comparison.
    private static func opVolgorde(_ kandidaten: [Kandidaat]) -> [Kandidaat] {
        let punten = kandidaten.map(\.punten)
        return kandidaten.indices.sorted { links, rechts in
            if punten[links] != punten[rechts] { return punten[links] > punten[rechts] }
            let (een, ander) = (kandidaten[links], kandidaten[rechts])
            return een.naam == ander.naam ? een.nr < ander.nr : een.naam < ander.naam
        }.map { kandidaten[$0] }
    }

    /// Names that hold every word first, then texts that hold every word as typed, then with related words.
    private func metAlleWoorden(_ vraag: Zoekvraag, _ weger: Weger, _ uit: inout Gerangschikt) throws {
        let eigen = Zoekvraag.alle(vraag.groepen) { $0.soort != .verwant }
        let alles = vraag.alle
        try verzamel("kaart_naam", [alles], weger, &uit)
        try verzamel("kaart_zoek", [eigen], weger, &uit)
        if eigen != alles { try verzamel("kaart_zoek", [alles], weger, &uit) }
    }

    /// When (nearly) nothing holds all words: what holds some of them, the words that say most first.
    private func vulAan(_ uit: inout Gerangschikt, _ vraag: Zoekvraag, _ weger: Weger) throws {
        let vol = Set(uit.kandidaten.map(\.nr))
        let groepen = vraag.groepen.filter { !$0.isOnbekend || $0.varianten.count > 2 }.sorted { $0.gewicht > $1.gewicht }
        var half = Gerangschikt()
        for eerste in groepen.indices.prefix(4) {
            for tweede in groepen.indices.prefix(4) where tweede > eerste && groepen.count > 2 {
                try verzamel("kaart_zoek", [Zoekvraag.alle([groepen[eerste], groepen[tweede]]) { _ in true }], weger, &half)
            }
        }
        for groep in groepen.prefix(4) {
            var van = Gerangschikt(kandidaten: half.kandidaten)
            let hoogstens = half.kandidaten.count + 150
            try verzamel("kaart_naam", [Zoekvraag.match(groep.varianten)], weger, &van, hoogstens: hoogstens)
            try verzamel("kaart_zoek", [Zoekvraag.match(groep.varianten)], weger, &van, hoogstens: hoogstens)
            half = van
        }
        half.kandidaten.removeAll { vol.contains($0.nr) }
        // What holds little of what was asked is no answer.
        let beste = (uit.kandidaten + half.kandidaten).map(\.punten).max() ?? 0
        half.kandidaten.removeAll { $0.punten < 0.4 * beste }
        uit.deels = uit.kandidaten.isEmpty
        uit.kandidaten += half.kandidaten
    }

    /// Adds what fits these expressions and the filters: near the asker first, when that was said.
    private func verzamel(
        _ tabel: String, _ delen: [String], _ weger: Weger, _ uit: inout Gerangschikt,
        hoogstens: Int = Zoekvragen.meesteGerangschikt
    ) throws {
        let basis = delen + [filter.match].compactMap(\.self)
        if let meter = filter.hoogstensMeter, filter.vanaf != nil {
            try voegToe(tabel, basis + [filter.vakken(binnen: Double(meter))].compactMap(\.self), weger, &uit, hoogstens)
        } else {
            if let vlakbij = filter.vakken(binnen: 8_000) { try voegToe(tabel, basis + [vlakbij], weger, &uit, hoogstens) }
            try voegToe(tabel, basis, weger, &uit, hoogstens)
        }
    }

    private func voegToe(
        _ tabel: String, _ delen: [String], _ weger: Weger, _ uit: inout Gerangschikt, _ hoogstens: Int
    ) throws {
        guard uit.kandidaten.count < hoogstens else {
            uit.isMeer = true
            return
        }
        // Within one expression no service comes twice.
        let gezien = Set(uit.kandidaten.lazy.map(\.nr))
        let (waar, arguments) = voorwaarden
        let match = delen.joined(separator: " AND ")
        try db.each(
            """
            SELECT z.nr, z.naam, z.tekst, z.controle FROM \(tabel) f JOIN zoektekst z ON z.nr = f.rowid\(erbij == nil ? "" : " JOIN voorziening v ON v.nr = f.rowid")
            WHERE \(tabel) MATCH ?\(waar) LIMIT ?
            """, arguments: [match] + arguments + [hoogstens + 1]
        ) { rij in
            let nr = rij.integer(0)
            guard !gezien.contains(nr) else { return true }
            if uit.kandidaten.count >= hoogstens {
                uit.isMeer = true
                return false
            }
            uit.kandidaten.append(weger.kandidaat(nr, rij))
            return true
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
    private func toeslag(_ kandidaat: Kandidaat) -> Double {
        var punten = kandidaat.toeslag
        if let afstand = kandidaat.afstand { punten += Zoekgewichten.dichtbij * max(0, 1 - afstand / Zoekgewichten.verAf) }
        if kandidaat.stand == .open { punten += Zoekgewichten.open }
        return punten
    }

    /// Weighs a candidate by its row of the index, where that lies.
    private struct Weger {
        private let score: Zoekscore?
        /// Words of the filters.
        private let taal, doelgroep, verwijsbaar, actief: Int64?
        /// Dates as they are kept compare as they are written.
        private let vers, navragen: String

        init(_ vragen: Zoekvragen, _ score: Zoekscore?) throws {
            func filterwoord(_ soort: String, _ code: String?) throws -> Int64? {
                try code.flatMap { try vragen.nummer(Zoektekstmaker.filter(soort, $0)) }
            }
            self.score = score
            taal = try filterwoord("tl", vragen.filter.liefstTaal ?? vragen.filter.taal)
            doelgroep = try filterwoord("dg", vragen.filter.liefstDoelgroep ?? vragen.filter.doelgroep)
            (verwijsbaar, actief) = (try filterwoord("vw", "ja"), try filterwoord("st", "active"))
            vers = vragen.vandaag.adding(days: -Versheid.versDagen).description
            navragen = vragen.vandaag.adding(days: -Versheid.geldigDagen).description
        }

        /// - Parameter rij: `nr`, `naam`, `tekst`, `controle`.
        func kandidaat(_ nr: Int64, _ rij: RawStatement) -> Kandidaat {
            var kandidaat = Kandidaat(nr: nr, naam: rij.text(1))
            rij.withBytes(2) { tekst in
                if let score { kandidaat.punten = score.punten(tekst) }
                kandidaat.toeslag = toeslag(tekst)
            }
            guard !rij.isNull(3) else { return kandidaat }
            let controle = rij.text(3)
            if controle >= navragen { kandidaat.toeslag += controle >= vers ? Zoekgewichten.vers : Zoekgewichten.navragen }
            return kandidaat
        }

        private func toeslag(_ tekst: UnsafeRawBufferPointer) -> Double {
            var (spreekt, voor, kan, loopt) = (false, false, false, false)
            Woordenrij.filters(tekst) { nummer in
                spreekt = spreekt || nummer == taal
                voor = voor || nummer == doelgroep
                kan = kan || nummer == verwijsbaar
                loopt = loopt || nummer == actief
            }
            var punten = 0.0
            if spreekt { punten += Zoekgewichten.taal }
            if voor { punten += Zoekgewichten.doelgroep }
            if kan { punten += Zoekgewichten.verwijsbaar }
            if !loopt { punten += Zoekgewichten.nietActief }
            return punten
        }
    }
}
