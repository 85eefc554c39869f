import Domein
// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB

/// A provider in `/v1`. Only who offers an entry that is public.
struct OrganisatieBeeld: Encodable, Sendable {
    let id: String
    let naam: String
    let andereNaam: String?
    let omschrijving: String?
    let website: String?
    let email: String?
    let voorzieningen: Int

    private static let kolommen = """
        o.id, o.naam, o.alternatief, o.document ->> '$.description' AS omschrijving, o.document ->> '$.website' AS website,
        o.document ->> '$.email' AS email,
        (SELECT count(*) FROM voorziening v WHERE v.organisatie_id = o.id AND v.gecontroleerd_op >= ?) AS voorzieningen
        """

    private init(_ rij: Row) {
        (id, naam, andereNaam) = (rij["id"], rij["naam"], rij["alternatief"])
        (omschrijving, website, email) = (rij["omschrijving"], rij["website"], rij["email"])
        voorzieningen = rij["voorzieningen"]
    }

    static func een(_ db: Database, _ id: String, vanaf: Datum) throws -> OrganisatieBeeld? {
        let dag = vanaf.description
        return try Row.fetchOne(
            db, sql: "SELECT \(kolommen) FROM organisatie o WHERE \(HSDSKolom.openbareOrganisatie) AND o.id = ?",
            arguments: [dag, dag, id]
        ).map(OrganisatieBeeld.init)
    }

    static func lijst(_ db: Database, zoek: String?, na: String?, aantal: Int, vanaf: Datum) throws -> [OrganisatieBeeld] {
        let dag = vanaf.description
        var (waar, arguments): (String, StatementArguments) = (HSDSKolom.openbareOrganisatie, [dag, dag])
        if let zoek {
            waar += " AND instr(lower(o.naam || ' ' || coalesce(o.alternatief, '')), ?) > 0"
            arguments += [zoek]
        }
        if let na {
            waar += " AND o.id > ?"
            arguments += [na]
        }
        return try Row.fetchAll(
            db, sql: "SELECT \(kolommen) FROM organisatie o WHERE \(waar) ORDER BY o.id LIMIT ?", arguments: arguments + [aantal]
        ).map(OrganisatieBeeld.init)
    }
}

struct OrganisatiesBeeld: Encodable, Sendable {
    let organisaties: [OrganisatieBeeld]
    let volgende: String?

    static func lees(_ db: Database, zoek: String?, na: String?, aantal: Int, vanaf: Datum) throws -> OrganisatiesBeeld {
        let rijen = try OrganisatieBeeld.lijst(db, zoek: zoek, na: na, aantal: aantal + 1, vanaf: vanaf)
        let bladzijde = Array(rijen.prefix(aantal))
        return OrganisatiesBeeld(organisaties: bladzijde, volgende: rijen.count > aantal ? bladzijde.last?.id : nil)
    }
}

/// A term: what `begrippen` of an entry may name.
struct BegripBeeld: Encodable, Sendable {
    let id: String
    let soort: String
    let code: String?
    let naam: String
    let omschrijving: String?
    let uri: String?

    static func alle(_ db: Database) throws -> [BegripBeeld] {
        let soorten = try Bewaring.begrippen(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, code, naam, document ->> '$.description' AS omschrijving, document ->> '$.term_uri' AS uri FROM begrip
                ORDER BY taxonomie_id, naam, id
                """
        ).map { rij in
            let id: String = rij["id"]
            return BegripBeeld(
                id: id, soort: soorten[id]?.soort ?? "overig", code: rij["code"], naam: rij["naam"],
                omschrijving: rij["omschrijving"], uri: rij["uri"])
        }
    }
}
