// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Reads and checks a directory file. Errors name the record and the field: `services[12].attributes[0].taxonomy_term_id`.
public struct Kaartlezer: Sendable {
    /// More errors than this are not listed: the file is then mended in rounds.
    public static let meesteFouten = 100

    /// What the store already has, so that a file may point at it.
    public struct Bekend: Sendable, Equatable {
        public var organisaties: Set<String> = []
        /// Term id to code and name.
        public var begrippen: [String: Term] = [:]
        public var taxonomieen: Set<String> = []
        public init() {}
    }

    public struct Term: Sendable, Equatable {
        public var code: String?
        public var naam: String
        public init(code: String?, naam: String) { (self.code, self.naam) = (code, naam) }
    }

    /// Wrong records, at most `meesteFouten`.
    public struct Fouten: Error, Sendable, Equatable {
        public let velden: [Veldfout]
    }

    var fouten: [Veldfout] = []
    var ids: [String: String] = [:]
    var bekend: Bekend

    private init(_ bekend: Bekend) { self.bekend = bekend }

    /// - Throws: `Fouten`.
    public static func lees(_ bestand: JSONWaarde, bekend: Bekend = Bekend()) throws -> Kaartbestand {
        var lezer = Kaartlezer(bekend)
        let kaart = lezer.lees(bestand)
        guard lezer.fouten.isEmpty else { throw Fouten(velden: lezer.fouten) }
        return kaart
    }

    private mutating func lees(_ bestand: JSONWaarde) -> Kaartbestand {
        guard let delen = bestand.alsObject else {
            fout("", "soort", "Het bestand is een JSON-object met services en organizations.")
            return Kaartbestand()
        }
        let namen: Set<String> = ["bestand", "taxonomies", "taxonomy_terms", "organizations", "services"]
        for naam in delen.keys.sorted() where !namen.contains(naam) { fout(naam, "onbekend-veld", "Dit deel is niet bekend.") }
        if delen["services"] == nil && delen["organizations"] == nil {
            fout("services", "verplicht", "Het bestand heeft geen services of organizations.")
        }
        var kaart = Kaartbestand()
        kaart.taxonomieen = records("taxonomies", bestand) { lezer, record in lezer.taxonomie(record) }
        bekend.taxonomieen.formUnion(kaart.taxonomieen.map(\.id))
        kaart.begrippen = records("taxonomy_terms", bestand) { lezer, record in lezer.begrip(record) }
        for begrip in kaart.begrippen { bekend.begrippen[begrip.id] = Term(code: begrip.code, naam: begrip.naam) }
        kaart.organisaties = records("organizations", bestand) { lezer, record in lezer.organisatie(record) }
        bekend.organisaties.formUnion(kaart.organisaties.map(\.id))
        kaart.voorzieningen = records("services", bestand) { lezer, record in lezer.voorziening(record) }
        return kaart
    }

    private mutating func records<Uit>(
        _ naam: String, _ bestand: JSONWaarde, _ lees: (inout Kaartlezer, Kaartrecord) -> Uit?
    ) -> [Uit] {
        guard let waarde = bestand[naam], waarde != .niets else { return [] }
        guard let lijst = waarde.alsLijst else {
            fout(naam, "soort", "Dit is een lijst.")
            return []
        }
        return lijst.enumerated().compactMap { nummer, waarde in
            guard fouten.count < Self.meesteFouten else { return nil }
            return lees(&self, Kaartrecord(waarde, pad: "\(naam)[\(nummer)]"))
        }
    }

    private mutating func taxonomie(_ record: Kaartrecord) -> Kaartbestand.Taxonomie? {
        let id = eigenID(record)
        let naam = verplicht(record, "name", 200)
        _ = verplicht(record, "description", 5_000)
        guard let id, let naam, let document = record.document else { return nil }
        return .init(id: id, naam: naam, document: document)
    }

    private mutating func begrip(_ record: Kaartrecord) -> Kaartbestand.Begrip? {
        let id = eigenID(record)
        let naam = verplicht(record, "name", 200)
        _ = verplicht(record, "description", 5_000)
        let taxonomie = verwijzing(record, "taxonomy_id") { $0.taxonomieen.contains($1) }
        let code = tekst(record, "code", 100)
        let taal = tekst(record, "language", 10)
        guard let id, let naam, let document = record.document else { return nil }
        return .init(id: id, taxonomie: taxonomie, code: code, naam: naam, taal: taal, document: document)
    }

    private mutating func organisatie(_ record: Kaartrecord) -> Kaartbestand.Organisatie? {
        let id = eigenID(record)
        let naam = verplicht(record, "name", 200)
        _ = verplicht(record, "description", 5_000)
        let alternatief = tekst(record, "alternate_name", 200)
        adressen(record)
        let kenmerken = lijst(record, "attributes") { $0.kenmerk($1) }
        let locaties = lijst(record, "locations") { $0.locatie($1) }
        guard let id, let naam, let document = record.document else { return nil }
        return .init(id: id, naam: naam, alternatief: alternatief, kenmerken: kenmerken, locaties: locaties, document: document)
    }

    private mutating func voorziening(_ record: Kaartrecord) -> Kaartbestand.Voorziening? {
        let id = eigenID(record)
        let naam = verplicht(record, "name", 200)
        let status = verplicht(record, "status", 40)
        if let status, !["active", "inactive", "defunct", "temporarily closed"].contains(status) {
            fout(record, "status", "onbekende-code", "Kies active, inactive, defunct of temporarily closed.")
        }
        let organisatie = verwijzing(record, "organization_id") { $0.organisaties.contains($1) }
        let alternatief = tekst(record, "alternate_name", 200)
        let omschrijving = tekst(record, "description", 10_000)
        for veld in ["eligibility_description", "application_process", "alert", "fees_description", "interpretation_services"] {
            _ = tekst(record, veld, 10_000)
        }
        leeftijden(record)
        adressen(record)
        let gecontroleerd = datum(record, "assured_date")
        let kenmerken = lijst(record, "attributes") { $0.kenmerk($1) }
        let gebieden = lijst(record, "service_areas") { $0.gebied($1) }
        let locaties = lijst(record, "service_at_locations") { lezer, plek in
            _ = lezer.eigenID(plek)
            return plek.deel("location").flatMap { lezer.locatie($0) }
        }
        guard let id, let naam, let status, let document = record.document else { return nil }
        return .init(
            id: id, organisatie: organisatie, naam: naam, alternatief: alternatief, omschrijving: omschrijving, status: status,
            gecontroleerdOp: gecontroleerd, kenmerken: kenmerken, gebieden: gebieden, locaties: locaties, document: document)
    }
}

// MARK: parts of records

extension Kaartlezer {
    private mutating func kenmerk(_ record: Kaartrecord) -> Kaartbestand.Kenmerk? {
        let id = eigenID(record)
        let begrip = verwijzing(record, "taxonomy_term_id") { $0.begrippen[$1] != nil }
        let soort = tekst(record, "link_type", 60)
        let waarde = tekst(record, "value", 1_000)
        if begrip == nil && waarde == nil && record.waarde["taxonomy_term_id"] == nil {
            fout(record, "value", "verplicht", "Een kenmerk heeft een taxonomy_term_id of een value.")
        }
        guard let id else { return nil }
        let bekendBegrip = begrip.flatMap { bekend.begrippen[$0] }
        let genest = record.deel("taxonomy_term")
        return .init(
            id: id, begrip: begrip, soort: soort ?? "overig", code: bekendBegrip?.code ?? genest?.waarde["code"]?.alsTekst,
            naam: bekendBegrip?.naam ?? genest?.waarde["name"]?.alsTekst, waarde: waarde)
    }

    private mutating func gebied(_ record: Kaartrecord) -> Kaartbestand.Gebied? {
        let id = eigenID(record)
        let naam = tekst(record, "name", 200)
        let omschrijving = tekst(record, "description", 1_000)
        guard let id else { return nil }
        return .init(id: id, naam: naam, omschrijving: omschrijving)
    }

    private mutating func locatie(_ record: Kaartrecord) -> Kaartbestand.Locatie? {
        // The same location may stand with several services: its id is not new each time.
        let id = uuid(record, "id", verplicht: true)
        let soort = verplicht(record, "location_type", 40)
        let naam = tekst(record, "name", 200)
        let breedte = getal(record, "latitude", -90...90)
        let lengte = getal(record, "longitude", -180...180)
        let postcode = record.delen("addresses")?.first?.waarde["postal_code"]?.alsTekst
        guard let id, let soort else { return nil }
        return .init(id: id, soort: soort, naam: naam, breedte: breedte, lengte: lengte, postcode: postcode)
    }

    private mutating func leeftijden(_ record: Kaartrecord) {
        let laagste = getal(record, "minimum_age", 0...150)
        let hoogste = getal(record, "maximum_age", 0...150)
        if let laagste, let hoogste, laagste > hoogste {
            fout(record, "maximum_age", "bereik", "De hoogste leeftijd is lager dan de laagste.")
        }
    }

    private mutating func adressen(_ record: Kaartrecord) {
        for veld in ["email", "assurer_email"] {
            guard let waarde = tekst(record, veld, 254) else { continue }
            let delen = waarde.split(separator: "@", omittingEmptySubsequences: false)
            if delen.count != 2 || delen.contains(where: { $0.isEmpty || $0.contains(" ") }) {
                fout(record, veld, "geen-email", "Dit is geen e-mailadres.")
            }
        }
        for veld in ["url", "website", "uri"] {
            guard let waarde = tekst(record, veld, 2_000) else { continue }
            if !(waarde.hasPrefix("https://") || waarde.hasPrefix("http://")) || URL(string: waarde)?.host == nil {
                fout(record, veld, "geen-url", "Schrijf een volledig adres met https://.")
            }
        }
    }
}
