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
        /// The URIs of the national list of product names; nil: it was not given, and is not checked against.
        public var upl: Set<String>?
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

    /// How the URIs of that list begin.
    public static let upl = "http://standaarden.overheid.nl/owms/terms/"

    var fouten: [Veldfout] = []
    /// Every id of the file → the number of the record in which it stood first. By bytes and number: a large file holds
    /// more than a million ids.
    var ids: [UUID: Int32] = [:]
    private var paden: [String] = []
    var bekend: Bekend

    public init(_ bekend: Bekend = Bekend()) { self.bekend = bekend }

    /// One checked record.
    public enum Record: Sendable, Equatable {
        case taxonomie(Kaartbestand.Taxonomie)
        case begrip(Kaartbestand.Begrip)
        case organisatie(Kaartbestand.Organisatie)
        case voorziening(Kaartbestand.Voorziening)
    }

    /// Checks one record and remembers it for those that point at it; nil when it is wrong.
    public mutating func lees(_ soort: Kaartsoort, _ waarde: JSONWaarde, nummer: Int) -> Record? {
        let pad = "\(soort.rawValue)[\(nummer)]"
        paden.append(pad)
        let record = Kaartrecord(waarde, pad: pad)
        switch soort {
        case .taxonomieen:
            guard let taxonomie = taxonomie(record) else { return nil }
            bekend.taxonomieen.insert(taxonomie.id)
            return .taxonomie(taxonomie)
        case .begrippen:
            guard let begrip = begrip(record) else { return nil }
            bekend.begrippen[begrip.id] = Term(code: begrip.code, naam: begrip.naam)
            return .begrip(begrip)
        case .organisaties:
            guard let organisatie = organisatie(record) else { return nil }
            bekend.organisaties.insert(organisatie.id)
            return .organisatie(organisatie)
        case .voorzieningen: return voorziening(record).map { .voorziening($0) }
        }
    }

    /// Whether this id was in the file.
    public func las(_ id: String) -> Bool { UUID(uuidString: id).map { ids[$0] != nil } ?? false }

    /// The path of the record that is being read.
    var nummer: Int32 { Int32(paden.count - 1) }
    func pad(_ nummer: Int32) -> String { paden[Int(nummer)] }

    private mutating func taxonomie(_ record: Kaartrecord) -> Kaartbestand.Taxonomie? {
        let id = eigenID(record)
        let naam = verplicht(record, "name", 200)
        _ = verplicht(record, "description", 5_000)
        guard let id, let naam, let document = record.document("taxonomy") else { return nil }
        return .init(id: id, naam: naam, document: document)
    }

    private mutating func begrip(_ record: Kaartrecord) -> Kaartbestand.Begrip? {
        let id = eigenID(record)
        let naam = verplicht(record, "name", 200)
        _ = verplicht(record, "description", 5_000)
        let taxonomie = verwijzing(record, "taxonomy_id") { $0.taxonomieen.contains($1) }
        let code = tekst(record, "code", 100)
        let taal = tekst(record, "language", 10)
        if let uri = tekst(record, "term_uri", 2_000), uri.hasPrefix(Self.upl), let upl = bekend.upl, !upl.contains(uri) {
            fout(record, "term_uri", "onbekende-upl", "Deze naam staat niet in de Uniforme Productnamenlijst.")
        }
        let woorden = woorden(record)
        guard let id, let naam, let document = record.document("taxonomy_term")?.met("labels", nil) else { return nil }
        return .init(
            id: id, taxonomie: taxonomie, code: code, naam: naam, taal: taal, woorden: woorden, document: document)
    }

    private mutating func organisatie(_ record: Kaartrecord) -> Kaartbestand.Organisatie? {
        let id = eigenID(record)
        let naam = verplicht(record, "name", 200)
        _ = verplicht(record, "description", 5_000)
        let alternatief = tekst(record, "alternate_name", 200)
        adressen(record)
        let kenmerken = lijst(record, "attributes") { $0.kenmerk($1) }
        _ = lijst(record, "locations") { $0.locatie($1) }
        guard let id, let naam, let document = record.document("organization") else { return nil }
        return .init(id: id, naam: naam, alternatief: alternatief, kenmerken: kenmerken, document: document)
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
        let leeftijd = leeftijden(record)
        adressen(record)
        let talen = lijst(record, "languages") { lezer, taal in lezer.tekst(taal, "code", 20)?.lowercased() }
        _ = lijst(record, "capacities") { lezer, capaciteit in lezer.capaciteit(capaciteit) }
        _ = lijst(record, "schedules") { $0.openingsregel($1) }
        let gecontroleerd = datum(record, "assured_date")
        let kenmerken = lijst(record, "attributes") { $0.kenmerk($1) }
        _ = lijst(record, "service_areas") { $0.gebied($1) }
        var plekken: [Kaartbestand.Plek] = []
        let geheim = Geheim.is(record.waarde)
        let locaties: [Kaartbestand.Locatie] = lijst(record, "service_at_locations") { lezer, plek in
            let eigen = lezer.eigenID(plek)
            let locatie = plek.deel("location").flatMap { lezer.locatie($0, geheim: geheim) }
            if let eigen { plekken.append(.init(id: eigen, locatie: locatie?.id)) }
            for deel in [plek, plek.deel("location")].compactMap(\.self) {
                _ = lezer.lijst(deel, "schedules") { $0.openingsregel($1) }
            }
            return locatie
        }
        guard let id, let naam, let status, let document = record.document("service") else { return nil }
        return .init(
            id: id, organisatie: organisatie, naam: naam, alternatief: alternatief, omschrijving: omschrijving, status: status,
            gecontroleerdOp: gecontroleerd, kenmerken: kenmerken, locaties: locaties, plekken: plekken,
            talen: talen, minimumLeeftijd: leeftijd.minimum, maximumLeeftijd: leeftijd.maximum,
            document: document)
    }
}
