// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// Reading the directory for its public face: ready-made JSON of HSDS records, without null fields.
///
/// Only services that were checked in the last year are public, and only organisations that offer one of them.
enum HSDSVragen {
    typealias Lezer = Database

    /// How much of a record goes out.
    enum Vorm: Sendable { case vol, lijst, minimaal }

    /// One page of services and how many there are in all.
    static func voorzieningen(
        _ db: Database, _ vraag: Zoekvraag?, _ filter: Kaartfilter, vorm: Vorm, vanaf: Int, aantal: Int
    ) throws -> (totaal: Int, records: [String]) {
        let (match, totaal) = try KaartVragen.match(db, vraag, filter)
        let (bron, eerste) = Kaartfilter.bron(match)
        let (waar, rest) = filter.sql()
        let volgorde = match == nil ? "v.naam, v.id" : "\(Kaartfilter.rang), v.naam, v.id"
        let records = try String.fetchAll(
            db, sql: "SELECT \(kolom(vorm)) FROM \(bron)\(waar) ORDER BY \(volgorde) LIMIT ? OFFSET ?",
            arguments: eerste + rest + [aantal, vanaf])
        return (totaal, records)
    }

    static func voorziening(_ db: Database, _ id: String, _ filter: Kaartfilter) throws -> String? {
        let (waar, arguments) = filter.sql()
        return try String.fetchOne(
            db, sql: "SELECT \(kolom(.vol)) FROM voorziening v WHERE v.id = ?\(waar)", arguments: [id] + arguments)
    }

    /// - Parameter match: words in the name; nil for all.
    static func organisaties(_ db: Database, _ match: Zoekvraag?, openbaarVanaf: Datum, vorm: Vorm, vanaf: Int, aantal: Int)
        throws -> (totaal: Int, records: [String])
    {
        var waar = openbareOrganisatie
        var arguments: StatementArguments = [openbaarVanaf.description]
        for groep in match?.groepen ?? [] {
            waar += " AND instr(lower(o.naam || ' ' || coalesce(o.alternatief, '')), ?) > 0"
            arguments += [groep.first ?? ""]
        }
        let totaal = try Int.fetchOne(db, sql: "SELECT count(*) FROM organisatie o WHERE \(waar)", arguments: arguments) ?? 0
        let document = vorm == .vol ? "o.document" : "json_remove(o.document, \(organisatiedelen))"
        let records = try String.fetchAll(
            db, sql: "SELECT \(document) FROM organisatie o WHERE \(waar) ORDER BY o.naam, o.id LIMIT ? OFFSET ?",
            arguments: arguments + [aantal, vanaf])
        return (totaal, records)
    }

    static func organisatie(_ db: Database, _ id: String, openbaarVanaf: Datum) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT o.document FROM organisatie o WHERE \(openbareOrganisatie) AND o.id = ?",
            arguments: [openbaarVanaf.description, id])
    }

    static func taxonomieen(_ db: Database, vanaf: Int, aantal: Int) throws -> (totaal: Int, records: [String]) {
        (
            try Int.fetchOne(db, sql: "SELECT count(*) FROM taxonomie") ?? 0,
            try String.fetchAll(
                db, sql: "SELECT document FROM taxonomie ORDER BY naam, id LIMIT ? OFFSET ?", arguments: [aantal, vanaf])
        )
    }

    static func begrippen(_ db: Database, taxonomie: String?, vanaf: Int, aantal: Int) throws -> (totaal: Int, records: [String])
    {
        let waar = taxonomie == nil ? "1" : "taxonomie_id = ?"
        let arguments: StatementArguments = taxonomie.map { [$0] } ?? []
        return (
            try Int.fetchOne(db, sql: "SELECT count(*) FROM begrip WHERE \(waar)", arguments: arguments) ?? 0,
            try String.fetchAll(
                db, sql: "SELECT document FROM begrip WHERE \(waar) ORDER BY taxonomie_id, naam, id LIMIT ? OFFSET ?",
                arguments: arguments + [aantal, vanaf])
        )
    }

    /// A record of a small table by id: `taxonomie` or `begrip`.
    static func taxonomie(_ db: Database, _ id: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT document FROM taxonomie WHERE id = ?", arguments: [id])
    }

    static func begrip(_ db: Database, _ id: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT document FROM begrip WHERE id = ?", arguments: [id])
    }

    // The parts of a record that HSDS leaves out of lists.
    private static let dienstdelen = [
        "phones", "schedules", "service_areas", "service_at_locations", "languages", "funding", "cost_options",
        "required_documents", "contacts", "capacities", "attributes", "metadata", "additional_urls",
    ].map { "'$.\($0)'" }.joined(separator: ", ")
    private static let organisatiedelen = [
        "funding", "contacts", "phones", "locations", "programs", "organization_identifiers", "attributes", "metadata",
        "additional_websites",
    ].map { "'$.\($0)'" }.joined(separator: ", ")

    private static let openbareOrganisatie = """
        EXISTS (SELECT 1 FROM voorziening v WHERE v.organisatie_id = o.id AND v.gecontroleerd_op IS NOT NULL
          AND v.gecontroleerd_op >= ?)
        """

    /// The record with what our own store knows better than the document: when it changed, when it was checked, its provider.
    private static func kolom(_ vorm: Vorm) -> String {
        if case .minimaal = vorm {
            // Name and status stand in it because the schema of a service asks them.
            return "json_object('id', v.id, 'name', v.naam, 'status', v.status, 'last_modified', v.gewijzigd_op)"
        }
        let document = vorm == .lijst ? "json_remove(v.document, \(dienstdelen))" : "v.document"
        let aanbieder =
            "(SELECT json(json_remove(o.document, \(organisatiedelen))) FROM organisatie o WHERE o.id = v.organisatie_id)"
        // An empty patch changes nothing; `json_patch` would drop a null.
        return """
            json_patch(json_patch(
              json_set(\(document), '$.last_modified', v.gewijzigd_op, '$.assured_date', v.gecontroleerd_op),
              CASE WHEN v.organisatie_id IS NULL THEN '{}' ELSE json_object('organization', json(\(aanbieder))) END),
              CASE WHEN v.controle_wijze = 'synthetisch' THEN json_object('alert', \(KaartVragen.alert)) ELSE '{}' END)
            """
    }
}
