// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// Reading the directory for who works with it.
enum KaartVragen {
    /// How many services fit.
    static func aantal(_ db: Database, _ match: String?, _ filter: Kaartfilter) throws -> Int {
        let (bron, eerste) = Kaartfilter.bron(match)
        let (waar, rest) = filter.sql()
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(bron)\(waar)", arguments: eerste + rest) ?? 0
    }

    /// The words to search with: all of them, or one of them when nothing holds all; nil when nothing was typed.
    static func match(_ db: Database, _ vraag: Zoekvraag?, _ filter: Kaartfilter) throws -> (match: String?, aantal: Int) {
        guard let vraag = try vraag?.aangevuld(try Woordenboek(db).lijst()).vraag else {
            return (nil, try aantal(db, nil, filter))
        }
        let alle = try aantal(db, vraag.alle, filter)
        if alle > 0 || vraag.groepen.count == 1 { return (vraag.alle, alle) }
        return (vraag.eenVan, try aantal(db, vraag.eenVan, filter))
    }

    /// Everything that fits a filter, by name and paged by it; for lists without a rank.
    static func zoek(_ db: Database, _ vraag: Zoekvraag?, _ filter: Kaartfilter, _ page: PageRequest) throws
        -> Page<Voorzieningsregel>
    {
        let (match, aantal) = try match(db, vraag, filter)
        let (bron, eerste) = Kaartfilter.bron(match)
        let (waar, rest) = filter.sql()
        var arguments = eerste + rest
        var na = ""
        if let sleutel = page.after {
            guard let (_, naam, id) = Zoeksleutel.lees(sleutel) else { throw Zoekvragen.onleesbaar }
            na = " AND (v.naam, v.id) > (?, ?)"
            arguments += [naam, id]
        }
        let rijen = try Row.fetchAll(
            db, sql: "SELECT \(regelkolommen) FROM \(bron)\(waar)\(na) ORDER BY v.naam, v.id LIMIT ?",
            arguments: arguments + [page.limit + 1])
        let rows = try rijen.prefix(page.limit).map(regel)
        var next: String?
        if rijen.count > page.limit, let laatste = rijen.prefix(page.limit).last {
            next = Zoeksleutel.schrijf(rang: 0, naam: laatste["naam"], id: laatste["id"])
        }
        return Page(rows: rows, next: next, total: aantal)
    }

    /// One service whole; nil when there is none.
    static func detail(_ db: Database, _ id: VoorzieningID) throws -> Voorzieningsdetail? {
        guard
            let rij = try Row.fetchOne(
                db,
                sql: """
                    SELECT \(regelkolommen), v.versie, v.toegestane_velden,
                      v.document ->> '$.eligibility_description' AS voor_wie,
                      v.document ->> '$.application_process' AS aanmelden, \(alert) AS waarschuwing,
                      coalesce(v.document ->> '$.fees_description', v.document ->> '$.fees') AS kosten,
                      (SELECT json_group_array(coalesce(t.value ->> '$.name', t.value ->> '$.code'))
                        FROM json_each(v.document, '$.languages') t) AS talen,
                      (SELECT json_group_array(d.value ->> '$.document')
                        FROM json_each(v.document, '$.required_documents') d) AS meenemen,
                      (SELECT json_group_array(coalesce(g.value ->> '$.name', g.value ->> '$.description'))
                        FROM json_each(v.document, '$.service_areas') g) AS gebied,
                      (SELECT json_group_array(k.value ->> '$.value') FROM json_each(v.document, '$.attributes') k
                        WHERE k.value ->> '$.link_type' = 'source') AS bronnen
                    FROM voorziening v WHERE v.id = ?
                    """, arguments: [id.description])
        else { return nil }
        return Voorzieningsdetail(
            regel: try regel(rij), voorWie: rij["voor_wie"], aanmelden: rij["aanmelden"], waarschuwing: rij["waarschuwing"],
            gebied: lijst(rij["gebied"]).sorted(),
            talen: lijst(rij["talen"]), kosten: rij["kosten"],
            meenemen: lijst(rij["meenemen"]),
            toegestaneVelden: lijst(rij["toegestane_velden"]), bronnen: lijst(rij["bronnen"]).sorted(), versie: rij["versie"])
    }

    /// What to mind about an entry. A check that was made up for a demo says so wherever the entry is shown.
    static let alert = """
        CASE WHEN v.controle_wijze = 'synthetisch'
          THEN 'Proefgegevens: de controle van deze vermelding is verzonnen. ' || coalesce(v.document ->> '$.alert', '')
          ELSE v.document ->> '$.alert' END
        """

    static let regelkolommen = """
        v.id, v.naam, v.verwijsbaar, v.gecontroleerd_op, v.document ->> '$.description' AS omschrijving,
        (SELECT o.naam FROM organisatie o WHERE o.id = v.organisatie_id) AS organisatie,
        \(leefgebieden) AS leefgebieden, \(Onbeantwoord.reageertNiet) AS reageert_niet
        """

    /// The codes of the leefgebieden of `voorziening v`, as a JSON list.
    static let leefgebieden = """
        (SELECT json_group_array(b.code) FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip
          WHERE k.nr = v.nr AND k.soort = 'leefgebied')
        """

    static func regel(_ rij: Row) throws -> Voorzieningsregel {
        let id: String = rij["id"]
        guard let voorziening = VoorzieningID(id) else { throw Failure.fault(reference: "voorziening-id") }
        let gecontroleerd: String? = rij["gecontroleerd_op"]
        return Voorzieningsregel(
            voorziening: voorziening, naam: rij["naam"], organisatie: rij["organisatie"], omschrijving: rij["omschrijving"] ?? "",
            leefgebieden: lijst(rij["leefgebieden"]).compactMap(Leefgebied.init(rawValue:)).sorted { $0.rawValue < $1.rawValue },
            verwijsbaar: rij["verwijsbaar"], gecontroleerdOp: gecontroleerd.flatMap { Datum($0) },
            reageertNiet: rij["reageert_niet"] ? true : nil)
    }

    /// A JSON list of texts; what is null in it is left out.
    static func lijst(_ json: String?) -> [String] {
        guard let json, let waarden = try? MessageCoding.decode([String?].self, from: Data(json.utf8)) else { return [] }
        return waarden.compactMap(\.self)
    }
}

/// The key of a page of search results: the rank to the last bit, the name and the id of the last row.
enum Zoeksleutel {
    static func schrijf(rang: Double, naam: String, id: String) -> String {
        Data("\(rang.bitPattern)\n\(id)\n\(naam)".utf8).base64EncodedString()
    }

    static func lees(_ sleutel: String) -> (rang: Double, naam: String, id: String)? {
        guard let data = Data(base64Encoded: sleutel), let tekst = String(data: data, encoding: .utf8) else { return nil }
        let delen = tekst.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard delen.count == 3, let bits = UInt64(delen[0]) else { return nil }
        return (Double(bitPattern: bits), String(delen[2]), String(delen[1]))
    }
}
