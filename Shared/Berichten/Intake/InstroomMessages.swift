// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What is assumed when inflow is held against capacity: the sliders of the page.
public struct Instroomaannames: Codable, Sendable, Equatable {
    /// How many begeleiders there are.
    public var begeleiders: Int
    /// How many running trajects one begeleider has at most.
    public var caseload: Int
    /// How much of the expected inflow comes, in per cent.
    public var instroom: Int
    /// How long a traject lasts, in months.
    public var maanden: Int
    public init(begeleiders: Int, caseload: Int, instroom: Int, maanden: Int) {
        (self.begeleiders, self.caseload, self.instroom, self.maanden) = (begeleiders, caseload, instroom, maanden)
    }

    /// What a slider may be set to.
    public enum Grenzen {
        public static let begeleiders = 0...100
        public static let caseload = 5...60
        public static let instroom = 0...300
        public static let maanden = 1...24
    }
}

/// Inflow against taakstelling and capacity: what was, what is expected, and what it asks of the team.
public struct InstroomOpvragen: Query {
    public static let type = "nl.wegwijs.intake.instroom-opvragen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Instroombeeld
    public var gemeente: String
    /// How many begeleiders there are now, as the asker knows them.
    public var begeleiders: Int
    /// What to reckon with in place of the present; nil for each that stays as it is.
    public var caseload: Int?
    public var instroom: Int?
    public var maanden: Int?
    public var watAlsBegeleiders: Int?
    public init(
        gemeente: String, begeleiders: Int, caseload: Int? = nil, instroom: Int? = nil, maanden: Int? = nil,
        watAlsBegeleiders: Int? = nil
    ) {
        (self.gemeente, self.begeleiders, self.caseload) = (gemeente, begeleiders, caseload)
        (self.instroom, self.maanden, self.watAlsBegeleiders) = (instroom, maanden, watAlsBegeleiders)
    }
}

public struct Instroombeeld: Codable, Sendable, Equatable {
    public var gemeentenaam: String
    /// As things are now, by the contract.
    public var nu: Instroomaannames
    /// What was reckoned with.
    public var aannames: Instroomaannames
    public var halfjaren: [Half]
    public var maanden: [Stand]
    public var capaciteit: Capaciteit
    public var methode: Methode

    /// Numbers of people; nil where there is none, or too few to show.
    public struct Half: Codable, Sendable, Equatable {
        /// `2027-1`
        public var halfjaar: String
        public var taakstelling: Int?
        /// The taakstelling was given per year and cut in two here.
        public var isGehalveerd: Bool
        /// The taakstelling is an example, not a number of the gemeente. Nil is no.
        public var isVoorbeeld: Bool?
        /// Accepted, by the day of moving in, until today.
        public var gehuisvest: Int?
        /// Handed over by the gemeente, by the day of receipt.
        public var ontvangen: Int?
        /// Accepted, with a day of moving in that is still to come or not known.
        public var bekend: Int?
        /// Of `bekend`, those whose day is not known: they count on the day on which they are expected. Nil where that may not be
        /// shown.
        public var dagOnbekend: Int?
        /// Housed so far, less what the taakstelling asks of the days that are gone; below zero is a backlog. Nil where there is
        /// nothing to hold it against, or where that may not be shown.
        public var voorsprong: Int?
        /// Waiting for a decision, by the day on which they are expected to move in.
        public var pijplijn: Int?
        /// What is expected for the whole half-year; nil for what is over.
        public var prognose: Int?
        public var laag: Int?
        public var hoog: Int?
        /// A number of it is hidden, since it is about too few people.
        public var isVerborgen: Bool
        public init(
            halfjaar: String, taakstelling: Int?, isGehalveerd: Bool, gehuisvest: Int?, ontvangen: Int?, bekend: Int?,
            pijplijn: Int?, prognose: Int?, laag: Int?, hoog: Int?, isVerborgen: Bool,
            dagOnbekend: Int? = nil, voorsprong: Int? = nil, isVoorbeeld: Bool? = nil
        ) {
            (self.dagOnbekend, self.voorsprong, self.isVoorbeeld) = (dagOnbekend, voorsprong, isVoorbeeld)
            (self.halfjaar, self.taakstelling, self.isGehalveerd) = (halfjaar, taakstelling, isGehalveerd)
            (self.gehuisvest, self.ontvangen, self.bekend, self.pijplijn) = (gehuisvest, ontvangen, bekend, pijplijn)
            (self.prognose, self.laag, self.hoog, self.isVerborgen) = (prognose, laag, hoog, isVerborgen)
        }
    }

    /// Running trajects at the end of a month; nil when too few to show.
    public struct Stand: Codable, Sendable, Equatable {
        /// `2027-03`
        public var maand: String
        public var lopend: Int?
        public var laag: Int?
        public var hoog: Int?
        public init(maand: String, lopend: Int?, laag: Int?, hoog: Int?) {
            (self.maand, self.lopend, self.laag, self.hoog) = (maand, lopend, laag, hoog)
        }
    }

    public struct Capaciteit: Codable, Sendable, Equatable {
        /// Trajects that can run at one time.
        public var plaatsen: Int
        /// New trajects a year that this keeps up with.
        public var perJaar: Int
        /// The month with the most running trajects, and how many.
        public var piekmaand: String?
        public var piek: Int?
        /// Begeleiders that the peak asks.
        public var nodig: Int?
        /// The first month with more trajects than places.
        public var tekortVanaf: String?
        public init(plaatsen: Int, perJaar: Int, piekmaand: String?, piek: Int?, nodig: Int?, tekortVanaf: String?) {
            (self.plaatsen, self.perJaar, self.piekmaand) = (plaatsen, perJaar, piekmaand)
            (self.piek, self.nodig, self.tekortVanaf) = (piek, nodig, tekortVanaf)
        }
    }

    /// With what was reckoned, for the explanation under the numbers.
    public struct Methode: Codable, Sendable, Equatable {
        public var taakstellingBron: String
        public var regelbron: String
        /// Of what was decided in the past year, the share that was accepted; per cent.
        public var acceptatie: Int
        /// Of who was accepted, the share with a traject of their own; per cent.
        public var eigenTraject: Int
        /// The largest rise of a year against the year before; per cent.
        public var schommeling: Int
        public var wekenTotHuisvesting: Int
        public var kleinsteAantal: Int
        public init(
            taakstellingBron: String, regelbron: String, acceptatie: Int, eigenTraject: Int, schommeling: Int,
            wekenTotHuisvesting: Int, kleinsteAantal: Int
        ) {
            (self.taakstellingBron, self.regelbron, self.acceptatie) = (taakstellingBron, regelbron, acceptatie)
            (self.eigenTraject, self.schommeling) = (eigenTraject, schommeling)
            (self.wekenTotHuisvesting, self.kleinsteAantal) = (wekenTotHuisvesting, kleinsteAantal)
        }
    }

    public init(
        gemeentenaam: String, nu: Instroomaannames, aannames: Instroomaannames, halfjaren: [Half], maanden: [Stand],
        capaciteit: Capaciteit, methode: Methode
    ) {
        (self.gemeentenaam, self.nu, self.aannames) = (gemeentenaam, nu, aannames)
        (self.halfjaren, self.maanden, self.capaciteit, self.methode) = (halfjaren, maanden, capaciteit, methode)
    }
}

/// What a number of the inflow counts.
public enum Instroomsoort: String, Codable, Sendable, CaseIterable {
    case gehuisvest, ontvangen, bekend, pijplijn
}

/// The people behind one number.
public struct InstroomRijen: Query {
    public static let type = "nl.wegwijs.intake.instroom-rijen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Page<Rij>
    public struct Rij: Codable, Sendable, Equatable {
        public var aanmelding: AanmeldingID
        /// Nil for who is no client yet.
        public var dossiernummer: String?
        /// The day by which this one is counted.
        public var dag: Datum
        public var toestand: AanmeldingToestand
        public var doelgroep: Doelgroep?
        /// The day is not known: `dag` is when it is expected. Nil is no.
        public var isGeschat: Bool?
        public init(
            aanmelding: AanmeldingID, dossiernummer: String?, dag: Datum, toestand: AanmeldingToestand, doelgroep: Doelgroep?,
            isGeschat: Bool? = nil
        ) {
            self.isGeschat = isGeschat
            (self.aanmelding, self.dossiernummer, self.dag) = (aanmelding, dossiernummer, dag)
            (self.toestand, self.doelgroep) = (toestand, doelgroep)
        }
    }
    public var gemeente: String
    public var soort: Instroomsoort
    /// `2027-1`
    public var halfjaar: String
    public var page: PageRequest
    public init(gemeente: String, soort: Instroomsoort, halfjaar: String, page: PageRequest) {
        (self.gemeente, self.soort, self.halfjaar, self.page) = (gemeente, soort, halfjaar, page)
    }
}
