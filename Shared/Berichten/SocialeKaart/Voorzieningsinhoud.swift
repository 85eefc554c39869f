// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Everything of one entry of the directory that a person can fill in: the same for the pages, for the proposals of partners
/// and for the Dutch interface. What HSDS has besides stays as it was.
public struct Voorzieningsinhoud: Codable, Sendable, Equatable {
    public var naam: String
    public var andereNaam: String?
    public var organisatie: OrganisatieID?
    /// `actief`, `niet-actief`, `tijdelijk-gesloten`, `opgeheven`.
    public var status: String
    public var omschrijving: String?
    public var waarschuwing: String?
    public var website: String?
    public var email: String?
    public var telefoons: [Telefoon]
    public var contacten: [Contact]
    public var voorWie: String?
    public var minimumLeeftijd: Int?
    public var maximumLeeftijd: Int?
    public var aanmelden: String?
    public var wachttijd: String?
    public var kosten: String?
    public var kostenopties: [Kosten]
    /// Codes: ISO 639-1, or 639-3 where that has none.
    public var talen: [String]
    /// How interpretation is arranged.
    public var tolk: String?
    public var meenemen: [String]
    public var gebieden: [String]
    public var locaties: [Locatie]
    public var openingstijden: [Opening]
    public var capaciteit: Capaciteit?
    /// The ids of terms: leefgebied, doelgroep, toegang, soort, verwijsbaar, upl.
    public var begrippen: [String]
    /// Where it comes from, in words.
    public var bronnen: [String]

    public struct Telefoon: Codable, Sendable, Equatable {
        public var nummer: String
        public var toelichting: String?
        public init(nummer: String, toelichting: String? = nil) { (self.nummer, self.toelichting) = (nummer, toelichting) }
    }

    /// Somebody at the provider, as the provider wants to be found.
    public struct Contact: Codable, Sendable, Equatable {
        public var naam: String?
        public var functie: String?
        public var email: String?
        public var telefoon: String?
        public init(naam: String? = nil, functie: String? = nil, email: String? = nil, telefoon: String? = nil) {
            (self.naam, self.functie, self.email, self.telefoon) = (naam, functie, email, telefoon)
        }
    }

    public struct Kosten: Codable, Sendable, Equatable {
        public var omschrijving: String?
        /// Euro.
        public var bedrag: Double?
        public init(omschrijving: String? = nil, bedrag: Double? = nil) {
            (self.omschrijving, self.bedrag) = (omschrijving, bedrag)
        }
    }

    public struct Locatie: Codable, Sendable, Equatable {
        public var naam: String?
        /// `bezoek`, `post`, `online`.
        public var soort: String
        public var straat: String?
        public var postcode: String?
        public var plaats: String?
        public var bereikbaar: String?
        public var breedte: Double?
        public var lengte: Double?
        public var link: String?
        /// The address is not to be known: then there is none.
        public var geheim: Bool
        public init(
            naam: String? = nil, soort: String = "bezoek", straat: String? = nil, postcode: String? = nil, plaats: String? = nil,
            bereikbaar: String? = nil, breedte: Double? = nil, lengte: Double? = nil, link: String? = nil, geheim: Bool = false
        ) {
            (self.naam, self.soort, self.straat, self.postcode, self.plaats) = (naam, soort, straat, postcode, plaats)
            (self.bereikbaar, self.breedte, self.lengte, self.link) = (bereikbaar, breedte, lengte, link)
            self.geheim = geheim
        }
    }

    /// Opening hours: local times (Europe/Amsterdam).
    public struct Opening: Codable, Sendable, Equatable {
        /// `week`, `maand`, `uitzondering`.
        public var herhaling: String
        /// 1 is Monday.
        public var dagen: [Int]
        /// Month: which one such day, 1 to 5, -1 the last.
        public var nummer: Int?
        /// `HH:mm`; both absent in an exception: closed.
        public var van: String?
        public var tot: String?
        public var geldigVan: Datum?
        public var geldigTot: Datum?
        public var toelichting: String?
        public init(
            herhaling: String = "week", dagen: [Int] = [], nummer: Int? = nil, van: String? = nil, tot: String? = nil,
            geldigVan: Datum? = nil, geldigTot: Datum? = nil, toelichting: String? = nil
        ) {
            (self.herhaling, self.dagen, self.nummer, self.van, self.tot) = (herhaling, dagen, nummer, van, tot)
            (self.geldigVan, self.geldigTot, self.toelichting) = (geldigVan, geldigTot, toelichting)
        }
    }

    public struct Capaciteit: Codable, Sendable, Equatable {
        public var eenheid: String
        public var beschikbaar: Int
        public var maximum: Int?
        public var toelichting: String?
        public init(eenheid: String, beschikbaar: Int, maximum: Int? = nil, toelichting: String? = nil) {
            (self.eenheid, self.beschikbaar, self.maximum, self.toelichting) = (eenheid, beschikbaar, maximum, toelichting)
        }
    }

    public init(naam: String, organisatie: OrganisatieID? = nil, status: String = "actief") {
        (self.naam, self.organisatie, self.status) = (naam, organisatie, status)
        (telefoons, contacten, kostenopties, talen, meenemen, gebieden) = ([], [], [], [], [], [])
        (locaties, openingstijden, begrippen, bronnen) = ([], [], [], [])
    }

    /// What a sender leaves out is empty.
    public init(from decoder: any Decoder) throws {
        let c = try decoder.container(keyedBy: CodingKeys.self)
        func lijst<Deel: Decodable>(_ key: CodingKeys) throws -> [Deel] { try c.decodeIfPresent([Deel].self, forKey: key) ?? [] }
        naam = try c.decode(String.self, forKey: .naam)
        andereNaam = try c.decodeIfPresent(String.self, forKey: .andereNaam)
        organisatie = try c.decodeIfPresent(OrganisatieID.self, forKey: .organisatie)
        status = try c.decodeIfPresent(String.self, forKey: .status) ?? "actief"
        omschrijving = try c.decodeIfPresent(String.self, forKey: .omschrijving)
        waarschuwing = try c.decodeIfPresent(String.self, forKey: .waarschuwing)
        website = try c.decodeIfPresent(String.self, forKey: .website)
        email = try c.decodeIfPresent(String.self, forKey: .email)
        (telefoons, contacten) = (try lijst(.telefoons), try lijst(.contacten))
        voorWie = try c.decodeIfPresent(String.self, forKey: .voorWie)
        minimumLeeftijd = try c.decodeIfPresent(Int.self, forKey: .minimumLeeftijd)
        maximumLeeftijd = try c.decodeIfPresent(Int.self, forKey: .maximumLeeftijd)
        aanmelden = try c.decodeIfPresent(String.self, forKey: .aanmelden)
        wachttijd = try c.decodeIfPresent(String.self, forKey: .wachttijd)
        kosten = try c.decodeIfPresent(String.self, forKey: .kosten)
        tolk = try c.decodeIfPresent(String.self, forKey: .tolk)
        (kostenopties, talen, meenemen) = (try lijst(.kostenopties), try lijst(.talen), try lijst(.meenemen))
        (gebieden, locaties, openingstijden) = (try lijst(.gebieden), try lijst(.locaties), try lijst(.openingstijden))
        capaciteit = try c.decodeIfPresent(Capaciteit.self, forKey: .capaciteit)
        (begrippen, bronnen) = (try lijst(.begrippen), try lijst(.bronnen))
    }
}
