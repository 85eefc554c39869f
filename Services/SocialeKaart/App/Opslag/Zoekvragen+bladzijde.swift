// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

extension Zoekvragen {
    /// One page: in order of rank when words or a place were given, else of name.
    func bladzijde(_ gesteld: Zoekvraag?, _ page: PageRequest) throws -> Voorzieningenpagina {
        guard gesteld != nil || filter.vanaf != nil || filter.openOp != nil else { return try opNaam(page) }
        let (vraag, bedoeld) = try gesteld.map { try $0.aangevuld(try woorden.lijst()) } ?? (nil, [])
        let uitslag = try gerangschikt(vraag)
        var rest = uitslag.kandidaten[...]
        if let sleutel = page.after {
            guard let na = Rangsleutel(sleutel) else { throw Self.onleesbaar }
            rest = rest.drop { !na.isVoor($0) }
        }
        let rijen = try rest.prefix(page.limit).map { try regel($0, uitslag.gezocht) }
        let next = rest.count > page.limit ? rest.prefix(page.limit).last.map { Rangsleutel($0).tekst } : nil
        return Voorzieningenpagina(
            rows: rijen, next: next, total: uitslag.kandidaten.count, meerDanTotaal: uitslag.isMeer ? true : nil,
            deels: uitslag.deels ? true : nil, bedoeld: bedoeld.isEmpty ? nil : bedoeld.map(\.woord))
    }

    static let onleesbaar = Failure.invalid([
        FieldError("page.after", code: "onleesbaar", "Deze bladzijde bestaat niet meer. Begin opnieuw.")
    ])

    // MARK: In order of name

    /// Everything that fits the filters, by name and paged by it to the end.
    private func opNaam(_ page: PageRequest) throws -> Voorzieningenpagina {
        var (na, arguments) = ("", StatementArguments())
        if let sleutel = page.after {
            guard let (_, naam, id) = Zoeksleutel.lees(sleutel) else { throw Self.onleesbaar }
            na = " AND (v.naam, v.id) > (?, ?)"
            arguments = [naam, id]
        }
        let (waar, eisen) = naamvoorwaarden
        let totaal = try telling()
        let bron: String
        if let match = filter.match, totaal <= Self.meesteGeteld {
            bron =
                "voorziening v JOIN zoektekst z ON z.nr = v.nr WHERE v.nr IN (SELECT rowid FROM kaart_naam WHERE kaart_naam MATCH ?)"
            arguments = [match] + eisen + arguments
        } else {
            bron = "voorziening v JOIN zoektekst z ON z.nr = v.nr WHERE 1"
            arguments = eisen + arguments
        }
        // So many fit that going by name meets them soon.
        let inWoorden = try totaal > Self.meesteGeteld ? filter.filters.map { try $0.map { try nummer($0) } } : []
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT v.nr, v.naam, z.tekst, v.id FROM \(bron)\(waar)\(na) ORDER BY v.naam, v.id",
            arguments: arguments)
        var rijen: [(kandidaat: Kandidaat, id: String)] = []
        while rijen.count <= page.limit, let rij = try cursor.next() {
            let tekst = Woordenrij(Array(rij[2] as Data))
            guard inWoorden.allSatisfy({ $0.contains { tekst.heeftFilter($0) } }) else { continue }
            rijen.append((Kandidaat(nr: rij[0], naam: rij[1]), rij[3]))
        }
        let regels = try rijen.prefix(page.limit).map { try regel($0.kandidaat, nil) }
        var next: String?
        if rijen.count > page.limit, let laatste = rijen.prefix(page.limit).last {
            next = Zoeksleutel.schrijf(rang: 0, naam: laatste.kandidaat.naam, id: laatste.id)
        }
        return Voorzieningenpagina(
            rows: regels, next: next, total: min(totaal, Self.meesteGeteld),
            meerDanTotaal: totaal > Self.meesteGeteld ? true : nil)
    }

    private var naamvoorwaarden: (sql: String, arguments: StatementArguments) {
        var (sql, arguments) = ("", StatementArguments())
        // Said of the record and not of the index, so that the index on name fits.
        if let vanaf = filter.gecontroleerdVanaf {
            sql += " AND v.gecontroleerd_op IS NOT NULL AND v.gecontroleerd_op >= ?"
            arguments += [vanaf.description]
        }
        if let leeftijd = filter.leeftijd {
            sql += " AND coalesce(z.van_leeftijd, 0) <= ? AND coalesce(z.tot_leeftijd, 999) >= ?"
            arguments += [leeftijd.upperBound, leeftijd.lowerBound]
        }
        return (sql, arguments)
    }

    /// How many fit, at most one more than `meesteGeteld`.
    private func telling() throws -> Int {
        let (waar, eisen) = naamvoorwaarden
        let match = filter.match
        let bron =
            match == nil
            ? "voorziening v JOIN zoektekst z ON z.nr = v.nr WHERE 1"
            : "kaart_naam f JOIN zoektekst z ON z.nr = f.rowid JOIN voorziening v ON v.nr = z.nr WHERE kaart_naam MATCH ?"
        let arguments: StatementArguments = match.map { [$0] } ?? []
        return try Int.fetchOne(
            db, sql: "SELECT count(*) FROM (SELECT 1 FROM \(bron)\(waar) LIMIT \(Self.meesteGeteld + 1))",
            arguments: arguments + eisen) ?? 0
    }

    // MARK: Rows

    private static let regelvraag = """
        SELECT \(KaartVragen.regelkolommen),
          (SELECT json_group_array(json_array(b.code, b.naam)) FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip
            WHERE k.nr = v.nr AND k.soort = 'doelgroep') AS doelgroepen,
          v.document ->> '$.alternate_name' AS alternatief, v.document ->> '$.capacities' AS plekken
        FROM voorziening v WHERE v.nr = ?
        """

    /// A candidate as it is shown, with the reasons of its place.
    func regel(_ kandidaat: Kandidaat, _ gezocht: Gezocht?) throws -> Voorzieningsregel {
        guard let rij = try Row.fetchOne(try db.cachedStatement(sql: Self.regelvraag), arguments: [kandidaat.nr]) else {
            throw Failure.fault(reference: "zoekindex")
        }
        var regel = try KaartVragen.regel(rij)
        regel.plek = Plekstand(hsds: rij["plekken"], vandaag: vandaag)
        let plaats = kandidaat.plek.flatMap { $0.naam ?? $0.postcode }
        regel.open = kandidaat.stand?.rawValue
        if kandidaat.stand == .open, kandidaat.alleenHier { regel.openBij = plaats }
        if let meter = kandidaat.afstand { (regel.afstandMeter, regel.plaats) = (Int(meter.rounded()), plaats) }
        let doelgroepen =
            (try? JSONDecoder().decode([[String?]].self, from: Data((rij["doelgroepen"] as String? ?? "[]").utf8))) ?? []
        let tekst = try tekst(kandidaat.nr)
        var redenen: [Zoekreden] = []
        if let (vraag, score) = gezocht {
            let bron = Zoekredenen(naam: regel.naam, alternatief: rij["alternatief"], aanbieder: regel.organisatie)
            redenen = bron.woorden(vraag, score.treffers(tekst))
        }
        redenen += try kenmerken(tekst, regel, doelgroepen: doelgroepen)
        regel.redenen = redenen.isEmpty ? nil : redenen
        return regel
    }

    /// The reasons that do not come from words.
    private func kenmerken(_ tekst: Woordenrij, _ regel: Voorzieningsregel, doelgroepen: [[String?]]) throws
        -> [Zoekreden]
    {
        var uit: [Zoekreden] = []
        if let code = filter.taal ?? filter.liefstTaal,
            tekst.heeftFilter(try nummer(Zoektekstmaker.filter("tl", code)))
        {
            uit.append(Zoekreden(soort: "taal", tekst: "Spreekt \(Taal(code: code)?.naam ?? code)"))
        } else if filter.liefstTaal != nil, tekst.heeftFilter(try nummer("\(Zoektekstmaker.filterteken)tolk")) {
            uit.append(Zoekreden(soort: "taal", tekst: "Werkt met een tolk"))
        }
        if let code = filter.doelgroep ?? filter.liefstDoelgroep,
            let naam = doelgroepen.first(where: { $0.first == code })?.last ?? nil
        {
            uit.append(Zoekreden(soort: "doelgroep", tekst: "Voor: \(naam.prefix(1).lowercased() + naam.dropFirst())"))
        }
        if let meter = regel.afstandMeter { uit.append(Zoekreden(soort: "afstand", tekst: Zoekredenen.afstand(meter))) }
        if let gebied = filter.gebied { uit.append(Zoekreden(soort: "gebied", tekst: "Werkt in \(gebied)")) }
        if filter.gratis { uit.append(Zoekreden(soort: "kosten", tekst: "Gratis")) }
        switch regel.open {
        case "open": uit.append(Zoekreden(soort: "open", tekst: "Dan open\(regel.openBij.map { ": \($0)" } ?? "")"))
        case "onbekend": uit.append(Zoekreden(soort: "open", tekst: "Openingstijden onbekend"))
        default: break
        }
        return uit
    }
}

/// The key of a page in order of rank: the points to the last bit, the words of the name and the number of the last row.
struct Rangsleutel {
    var punten: Double
    var naam: String
    var nr: Int64

    init(_ kandidaat: Zoekvragen.Kandidaat) {
        (punten, naam, nr) = (kandidaat.punten, kandidaat.naam, kandidaat.nr)
    }

    init?(_ sleutel: String) {
        guard let data = Data(base64Encoded: sleutel), let tekst = String(data: data, encoding: .utf8) else { return nil }
        let delen = tekst.split(separator: "\n", omittingEmptySubsequences: false)
        guard delen.count == 3, let bits = UInt64(delen[0]), let nr = Int64(delen[1]) else { return nil }
        (punten, naam, self.nr) = (Double(bitPattern: bits), String(delen[2]), nr)
    }

    var tekst: String { Data("\(punten.bitPattern)\n\(nr)\n\(naam)".utf8).base64EncodedString() }

    func isVoor(_ kandidaat: Zoekvragen.Kandidaat) -> Bool {
        (kandidaat.punten, naam, nr) < (punten, kandidaat.naam, kandidaat.nr)
    }
}
