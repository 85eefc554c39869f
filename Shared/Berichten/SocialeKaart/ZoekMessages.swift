// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The directory as a worker searches it. What is asked narrows: all filters hold together.
public struct VoorzieningenZoeken: Query {
    public static let type = "nl.wegwijs.sociale-kaart.voorzieningen-zoeken.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Voorzieningenpagina
    public var tekst: String
    public var leefgebied: Leefgebied?
    /// Only what somebody can be referred to.
    public var alleenVerwijsbaar: Bool
    public var filters: Zoekfilters?
    public var page: PageRequest
    public init(
        tekst: String, leefgebied: Leefgebied? = nil, alleenVerwijsbaar: Bool = false, filters: Zoekfilters? = nil,
        page: PageRequest
    ) {
        (self.tekst, self.leefgebied) = (tekst, leefgebied)
        (self.alleenVerwijsbaar, self.filters, self.page) = (alleenVerwijsbaar, filters, page)
    }
}

/// What there is to choose from in the filters: the terms and languages that the directory uses.
public struct Kaartkeuzes: Query {
    public static let type = "nl.wegwijs.sociale-kaart.kaartkeuzes.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var doelgroepen: [Keuze]
        public var toegang: [Keuze]
        /// Codes of languages that some entry names.
        public var talen: [String]
        public init(doelgroepen: [Keuze], toegang: [Keuze], talen: [String]) {
            (self.doelgroepen, self.toegang, self.talen) = (doelgroepen, toegang, talen)
        }
    }
    public struct Keuze: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        public init(code: String, naam: String) { (self.code, self.naam) = (code, naam) }
    }
    public init() {}
}

/// What a search is narrowed by. Facts of a moment: nothing of it is kept or logged.
public struct Zoekfilters: Codable, Sendable, Equatable {
    /// Code of the taxonomy of target groups; what is for everybody fits as well.
    public var doelgroep: String?
    /// In years; a service without bounds fits.
    public var leeftijd: Int?
    /// Language code: only services that say they speak it.
    public var taal: String?
    public var gratis: Bool?
    /// Code of the taxonomy of ways in: `vrij`, `verwijzing`, `besluit`, …
    public var toegang: String?
    /// Name of a municipality or district that the service serves.
    public var gebied: String?
    /// `1315`: results say how far they are, the near ones first.
    public var postcode4: String?
    /// With `postcode4`: only services with a location within this many metres.
    public var afstandMeter: Int?
    /// Services known to be shut then are left out; those of which the hours are not known stay, and say so.
    public var openOp: Openmoment?
    public init(
        doelgroep: String? = nil, leeftijd: Int? = nil, taal: String? = nil, gratis: Bool? = nil, toegang: String? = nil,
        gebied: String? = nil, postcode4: String? = nil, afstandMeter: Int? = nil, openOp: Openmoment? = nil
    ) {
        (self.doelgroep, self.leeftijd, self.taal, self.gratis) = (doelgroep, leeftijd, taal, gratis)
        (self.toegang, self.gebied, self.postcode4, self.afstandMeter) = (toegang, gebied, postcode4, afstandMeter)
        self.openOp = openOp
    }
}

/// A moment in Europe/Amsterdam.
public struct Openmoment: Codable, Sendable, Equatable {
    /// 1 is Monday, 7 is Sunday. Nil: now.
    public var dag: Int?
    /// `14:30`; nil: at any time of that day, or now.
    public var tijd: String?
    public init(dag: Int? = nil, tijd: String? = nil) { (self.dag, self.tijd) = (dag, tijd) }
}

/// One page of results, in the form of a `Page`, with what the asker may do next.
public struct Voorzieningenpagina: Codable, Sendable {
    public var rows: [Voorzieningsregel]
    public var next: String?
    public var total: Int?
    /// There are more than `total`: only the best of them are ranked.
    public var meerDanTotaal: Bool?
    /// No service holds all the words; these hold some.
    public var deels: Bool?
    /// What was typed with a typing error mended.
    public var bedoeld: [String]?
    public init(
        rows: [Voorzieningsregel], next: String? = nil, total: Int? = nil, meerDanTotaal: Bool? = nil, deels: Bool? = nil,
        bedoeld: [String]? = nil
    ) {
        (self.rows, self.next, self.total) = (rows, next, total)
        (self.meerDanTotaal, self.deels, self.bedoeld) = (meerDanTotaal, deels, bedoeld)
    }
}

public struct Voorzieningsregel: Codable, Sendable, Equatable {
    public var voorziening: VoorzieningID
    public var naam: String
    public var organisatie: String?
    public var omschrijving: String
    public var leefgebieden: [Leefgebied]
    /// `ja`, `professional`, `nee`.
    public var verwijsbaar: String
    /// Nil: nobody ever checked it with the provider.
    public var gecontroleerdOp: Datum?
    /// Why it is in the list, the strongest reason first.
    public var redenen: [Zoekreden]?
    /// To the nearest location, from the middle of the postcode that was given.
    public var afstandMeter: Int?
    /// The nearest location, or the only one.
    public var plaats: String?
    /// At the moment asked for, else now: `open`, `dicht` or `onbekend`.
    public var open: String?
    /// The place that is open then, when it is not so at every place of the service.
    public var openBij: String?
    public var plek: Plekstand?
    /// Set when it left referrals unanswered and has said nothing since: ask before anybody is sent there.
    public var reageertNiet: Bool?
    public init(
        voorziening: VoorzieningID, naam: String, organisatie: String?, omschrijving: String, leefgebieden: [Leefgebied],
        verwijsbaar: String, gecontroleerdOp: Datum?, redenen: [Zoekreden]? = nil, afstandMeter: Int? = nil,
        plaats: String? = nil, open: String? = nil, plek: Plekstand? = nil, reageertNiet: Bool? = nil
    ) {
        (self.voorziening, self.naam, self.organisatie, self.omschrijving) = (voorziening, naam, organisatie, omschrijving)
        (self.leefgebieden, self.verwijsbaar, self.gecontroleerdOp) = (leefgebieden, verwijsbaar, gecontroleerdOp)
        (self.redenen, self.afstandMeter, self.plaats, self.open, self.plek) = (redenen, afstandMeter, plaats, open, plek)
        self.reageertNiet = reageertNiet
    }
}

/// One reason why a service is in a list, as a Dutch sentence without a full stop.
public struct Zoekreden: Codable, Sendable, Equatable {
    /// `naam`, `alternatief`, `begrip`, `omschrijving`, `aanbieder`, `taal`, `doelgroep`, `gebied`, `afstand`, `open`, `plek`,
    /// `leefgebied`, `versheid`.
    public var soort: String
    public var tekst: String
    /// What was typed, when it is in another language than Dutch; to be shown with its language and direction.
    public var getypt: String?
    public init(soort: String, tekst: String, getypt: String? = nil) {
        (self.soort, self.tekst, self.getypt) = (soort, tekst, getypt)
    }
}

/// What is known of room at a service.
public struct Plekstand: Codable, Sendable, Equatable {
    /// `plek`, `vol`, `wachtlijst`, `eerst-overleggen` or `onbekend` (nothing was told, or too long ago).
    public var stand: String
    public var vrij: Int?
    /// When the provider told.
    public var gemeldOp: Datum?
    public init(stand: String, vrij: Int? = nil, gemeldOp: Datum? = nil) {
        (self.stand, self.vrij, self.gemeldOp) = (stand, vrij, gemeldOp)
    }
}

/// At most five services that may fit a goal, each with its reasons. The worker chooses; nothing follows from this by itself.
///
/// The facts are passed by the asker, serve this one answer, and are neither kept nor logged.
public struct SuggestiesVoorDoel: Query {
    public static let type = "nl.wegwijs.sociale-kaart.suggesties-voor-doel.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Suggesties
    public var leefgebied: Leefgebied
    /// Words of the goal that the worker wants to search with; never taken from a dossier by itself.
    public var tekst: String?
    public var taal: String?
    public var postcode4: String?
    public var doelgroep: String?
    /// `0-11`, `12-17`, `18-26`, `27-66`, `67+`.
    public var leeftijdsgroep: String?
    public init(
        leefgebied: Leefgebied, tekst: String? = nil, taal: String? = nil, postcode4: String? = nil, doelgroep: String? = nil,
        leeftijdsgroep: String? = nil
    ) {
        (self.leefgebied, self.tekst, self.taal) = (leefgebied, tekst, taal)
        (self.postcode4, self.doelgroep, self.leeftijdsgroep) = (postcode4, doelgroep, leeftijdsgroep)
    }
}

public struct Suggesties: Codable, Sendable, Equatable {
    public var rows: [Voorzieningsregel]
    public init(rows: [Voorzieningsregel]) { self.rows = rows }
}
