// SPDX-License-Identifier: EUPL-1.2

/// The objects of HSDS 3.1 as tables: which columns each has, and which lists of other objects hang on it. One description
/// for the nested form (JSON) and the tabular one (CSV), so that neither knows a field that the other does not.
public struct HSDSTabel: Sendable, Equatable {
    public enum Soort: Sendable, Equatable { case tekst, getal }

    /// As in the file names of the tabular form: `service_area`.
    public let naam: String
    public let kolommen: [(naam: String, soort: Soort)]
    /// Field of this object → the table of the objects in that list.
    public let lijsten: [(veld: String, tabel: String)]
    /// Field of this object → the table of the one object in it.
    public let delen: [(veld: String, tabel: String)]

    public static func == (left: HSDSTabel, right: HSDSTabel) -> Bool { left.naam == right.naam }

    private init(
        _ naam: String, _ tekst: String, getal: String = "", lijsten: [(String, String)] = [], delen: [(String, String)] = []
    ) {
        self.naam = naam
        let getallen = Set(getal.split(separator: " ").map(String.init))
        kolommen = tekst.split(separator: " ").map { kolom in
            let kolom = String(kolom)
            return (kolom, getallen.contains(kolom) ? .getal : .tekst)
        }
        self.lijsten = lijsten.map { (veld: $0.0, tabel: $0.1) }
        self.delen = delen.map { (veld: $0.0, tabel: $0.1) }
    }

    /// False for lines that are known by what they say.
    public var heeftID: Bool { kolommen.first?.naam == "id" }

    /// By name.
    public static let alle: [String: HSDSTabel] = Dictionary(
        tabellen.map { ($0.naam, $0) }, uniquingKeysWith: { eerste, _ in eerste })

    /// The order of the files: what others point at comes first.
    public static let volgorde = tabellen.map(\.naam)

    /// How an object points at the one it hangs on: the field that holds its id. `link_id` and `resource_id` point at any.
    public static func sleutel(van kind: String, bij ouder: String) -> String {
        switch kind {
        case "attribute": "link_id"
        case "metadata": "resource_id"
        default: "\(ouder)_id"
        }
    }

    private static let kenmerken = [("attributes", "attribute"), ("metadata", "metadata")]

    private static let tabellen: [HSDSTabel] = [
        .init("taxonomy", "id name description uri version", lijsten: [("metadata", "metadata")]),
        .init(
            "taxonomy_term", "id taxonomy_id code name description parent_id taxonomy language term_uri",
            lijsten: [("labels", "taxonomy_term_label"), ("metadata", "metadata")]),
        // Ours: HSDS has one name for a term.
        .init("taxonomy_term_label", "taxonomy_term_id language type text checked_date"),
        .init(
            "organization",
            """
            id name alternate_name description email website tax_status tax_id year_incorporated legal_status logo uri \
            parent_organization_id
            """, getal: "year_incorporated",
            lijsten: [
                ("additional_websites", "url"), ("funding", "funding"), ("contacts", "contact"), ("phones", "phone"),
                ("locations", "location"), ("programs", "program"), ("organization_identifiers", "organization_identifier"),
            ] + kenmerken),
        .init("program", "id organization_id name alternate_name description", lijsten: kenmerken),
        .init(
            "organization_identifier", "id organization_id identifier_scheme identifier_type identifier", lijsten: kenmerken),
        .init(
            "service",
            """
            id organization_id program_id name alternate_name description url email status interpretation_services \
            application_process fees_description wait_time fees accreditations eligibility_description minimum_age maximum_age \
            assured_date assurer_email licenses alert last_modified
            """, getal: "minimum_age maximum_age",
            lijsten: [
                ("additional_urls", "url"), ("phones", "phone"), ("schedules", "schedule"), ("service_areas", "service_area"),
                ("service_at_locations", "service_at_location"), ("languages", "language"), ("funding", "funding"),
                ("cost_options", "cost_option"), ("required_documents", "required_document"), ("contacts", "contact"),
                ("capacities", "service_capacity"),
            ] + kenmerken),
        .init(
            "service_at_location", "id service_id location_id description",
            lijsten: [
                ("service_areas", "service_area"), ("contacts", "contact"), ("phones", "phone"), ("schedules", "schedule"),
            ] + kenmerken, delen: [("location", "location")]),
        .init(
            "location",
            """
            id organization_id location_type url name alternate_name description transportation latitude longitude \
            external_identifier external_identifier_type
            """, getal: "latitude longitude",
            lijsten: [
                ("languages", "language"), ("addresses", "address"), ("contacts", "contact"), ("accessibility", "accessibility"),
                ("phones", "phone"), ("schedules", "schedule"),
            ] + kenmerken),
        .init(
            "address",
            "id location_id attention address_1 address_2 city region state_province postal_code country address_type",
            lijsten: kenmerken),
        .init("accessibility", "id location_id description details url", lijsten: kenmerken),
        .init(
            "contact", "id organization_id service_id service_at_location_id location_id name title department email",
            lijsten: [("phones", "phone")] + kenmerken),
        .init(
            "phone",
            """
            id location_id service_id organization_id contact_id service_at_location_id number extension type description
            """, getal: "extension", lijsten: [("languages", "language")] + kenmerken),
        .init(
            "schedule",
            """
            id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq interval \
            byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes
            """, getal: "timezone count interval", lijsten: kenmerken),
        .init(
            "service_area", "id service_id service_at_location_id name description extent extent_type uri", lijsten: kenmerken),
        .init("language", "id service_id location_id phone_id name code note", lijsten: kenmerken),
        .init("funding", "id organization_id service_id source", lijsten: kenmerken),
        .init(
            "cost_option", "id service_id valid_from valid_to option currency amount amount_description", getal: "amount",
            lijsten: kenmerken),
        .init("required_document", "id service_id document uri", lijsten: kenmerken),
        .init(
            "service_capacity", "id service_id unit_id available maximum description updated", getal: "available maximum",
            lijsten: kenmerken, delen: [("unit", "unit")]),
        .init("unit", "id name scheme identifier uri", lijsten: kenmerken),
        .init("url", "id label url organization_id service_id", lijsten: kenmerken),
        .init(
            "attribute", "id link_id taxonomy_term_id link_type link_entity value label",
            lijsten: [("metadata", "metadata")]),
        .init(
            "metadata",
            """
            id resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value \
            updated_by
            """),
    ]
}
