// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What of an organisation a person can fill in; what HSDS has besides stays as it was.
public struct Organisatieinhoud: Codable, Sendable, Equatable {
    public var naam: String
    public var andereNaam: String?
    public var omschrijving: String?
    public var website: String?
    public var email: String?
    public var telefoons: [Voorzieningsinhoud.Telefoon]
    public init(
        naam: String, andereNaam: String? = nil, omschrijving: String? = nil, website: String? = nil, email: String? = nil,
        telefoons: [Voorzieningsinhoud.Telefoon] = []
    ) {
        (self.naam, self.andereNaam, self.omschrijving) = (naam, andereNaam, omschrijving)
        (self.website, self.email, self.telefoons) = (website, email, telefoons)
    }
}

/// One organisation as it can be edited.
public struct OrganisatieBewerkbaar: Query {
    public static let type = "nl.wegwijs.sociale-kaart.organisatie-bewerkbaar.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var inhoud: Organisatieinhoud
        public var versie: Int
        /// Its entries by name, at most 50.
        public var voorzieningen: [Vermelding]
        public init(inhoud: Organisatieinhoud, versie: Int, voorzieningen: [Vermelding]) {
            (self.inhoud, self.versie, self.voorzieningen) = (inhoud, versie, voorzieningen)
        }
    }
    public struct Vermelding: Codable, Sendable, Equatable {
        public var voorziening: VoorzieningID
        public var naam: String
        public init(voorziening: VoorzieningID, naam: String) { (self.voorziening, self.naam) = (voorziening, naam) }
    }
    public var organisatie: OrganisatieID
    public init(organisatie: OrganisatieID) { self.organisatie = organisatie }
}

/// A worker changes an organisation, or makes one.
public struct OrganisatieBewerken: Command {
    public static let type = "nl.wegwijs.sociale-kaart.organisatie-bewerken.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var organisatie: OrganisatieID
        public var versie: Int
        public init(organisatie: OrganisatieID, versie: Int) { (self.organisatie, self.versie) = (organisatie, versie) }
    }
    /// Nil: a new organisation.
    public var organisatie: OrganisatieID?
    public var versie: Int
    public var inhoud: Organisatieinhoud
    public init(organisatie: OrganisatieID?, versie: Int, inhoud: Organisatieinhoud) {
        (self.organisatie, self.versie, self.inhoud) = (organisatie, versie, inhoud)
    }
}
