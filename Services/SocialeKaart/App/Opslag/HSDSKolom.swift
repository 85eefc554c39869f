// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// The SQL that makes one HSDS record out of a row. Fixed text of the program; nothing of a request is in it.
enum HSDSKolom {
    /// The parts of a record that HSDS leaves out of lists.
    static let dienstvelden: [StaticString] = [
        "phones", "schedules", "service_areas", "service_at_locations", "languages", "funding", "cost_options",
        "required_documents", "contacts", "capacities", "attributes", "metadata", "additional_urls",
    ]
    static let organisatievelden: [StaticString] = [
        "funding", "contacts", "phones", "locations", "programs", "organization_identifiers", "attributes", "metadata",
        "additional_websites",
    ]
    private static let dienstdelen = paden(dienstvelden.map(\.description))
    private static let organisatiedelen = paden(organisatievelden.map(\.description))
    private static let plekdelen = paden(["service_areas", "contacts", "phones", "schedules", "attributes", "metadata"])
    private static let locatiedelen = paden([
        "languages", "addresses", "contacts", "accessibility", "phones", "schedules", "attributes", "metadata",
    ])

    private static func paden(_ velden: [String]) -> String { velden.map { "'$.\($0)'" }.joined(separator: ", ") }

    static let openbareOrganisatie = """
        EXISTS (SELECT 1 FROM voorziening v WHERE v.organisatie_id = o.id AND v.gecontroleerd_op IS NOT NULL
          AND v.gecontroleerd_op >= ?)
        """

    /// The record with what our own store knows better than the document: when it changed, when it was checked, its provider,
    /// the terms of its attributes.
    static func voorziening(_ vorm: HSDSVragen.Vorm) -> String {
        if case .minimaal = vorm {
            // Name and status stand in it because the schema of a service asks them.
            return "json_object('id', v.id, 'name', v.naam, 'status', v.status, 'last_modified', v.gewijzigd_op)"
        }
        let document = vorm == .lijst ? "json_remove(v.document, \(dienstdelen))" : metBegrippen("v")
        let aanbieder =
            "(SELECT json(json_remove(o.document, \(organisatiedelen))) FROM organisatie o WHERE o.id = v.organisatie_id)"
        // Each function reads and writes the whole document: one for all that is always there, no more.
        let altijd = "'$.last_modified', v.gewijzigd_op, '$.assured_date', v.gecontroleerd_op"
        return """
            (SELECT CASE WHEN v.controle_wijze = 'synthetisch' THEN json_set(r.record, '$.alert', \(KaartVragen.alert)) ELSE r.record END
             FROM (SELECT CASE WHEN v.organisatie_id IS NULL THEN json_set(\(document), \(altijd))
               ELSE json_set(\(document), \(altijd), '$.organization', json(\(aanbieder))) END AS record) r)
            """
    }

    /// The place as it stands in its service, with that service in short.
    static func plek(_ vorm: HSDSVragen.Vorm) -> String {
        if case .minimaal = vorm {
            return "json_object('id', p.id, 'service_id', v.id, 'last_modified', v.gewijzigd_op)"
        }
        let heel = "(SELECT e.value FROM json_each(v.document, '$.service_at_locations') e WHERE e.value ->> '$.id' = p.id)"
        let document =
            vorm == .vol
            ? heel
            : """
            (SELECT CASE WHEN json_type(e.value, '$.location') IS NULL THEN json_remove(e.value, \(plekdelen))
               ELSE json_set(json_remove(e.value, \(plekdelen)), '$.location',
                 json(json_remove(json_extract(e.value, '$.location'), \(locatiedelen)))) END
             FROM json_each(v.document, '$.service_at_locations') e WHERE e.value ->> '$.id' = p.id)
            """
        return "json_set(\(document), '$.service', json(\(voorziening(.lijst))))"
    }

    static func organisatie(_ vraag: HSDSVragen.Organisatievraag) -> (sql: String, arguments: StatementArguments) {
        if case .minimaal = vraag.vorm {
            return ("json_object('id', o.id, 'name', o.naam, 'description', o.document ->> '$.description')", [])
        }
        let document = vraag.vorm == .vol ? metBegrippen("o") : "json_remove(o.document, \(organisatiedelen))"
        guard vraag.metVoorzieningen else { return (document, []) }
        return (
            """
            json_set(\(document), '$.services', json((SELECT json_group_array(json(s.j)) FROM
              (SELECT \(voorziening(.vol)) AS j FROM voorziening v WHERE v.organisatie_id = o.id AND v.gecontroleerd_op >= ?
               ORDER BY v.naam, v.id) s)))
            """, [vraag.openbaarVanaf.description]
        )
    }

    /// The square of the metres to a point; flat, which over the width of a country is off by less than one in a thousand.
    static func afstand(_ punt: HSDSFilter.Nabij) -> String {
        let perGraad = 111_194.9
        let breed = perGraad * punt.cosinus
        return """
            (((p.breedte - \(punt.breedte)) * \(perGraad)) * ((p.breedte - \(punt.breedte)) * \(perGraad))
             + ((p.lengte - \(punt.lengte)) * \(breed)) * ((p.lengte - \(punt.lengte)) * \(breed)))
            """
    }

    /// The document of a service or organisation, with each term of its attributes as it is called now.
    private static func metBegrippen(_ rij: String) -> String {
        """
        CASE WHEN json_type(\(rij).document, '$.attributes') IS NULL THEN \(rij).document ELSE
          json_set(\(rij).document, '$.attributes', json((SELECT json_group_array(json(CASE WHEN b.id IS NULL THEN a.value
            ELSE json_set(a.value, '$.taxonomy_term', json(b.document)) END))
            FROM json_each(\(rij).document, '$.attributes') a LEFT JOIN begrip b ON b.id = a.value ->> '$.taxonomy_term_id'))) END
        """
    }
}
