// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What an appointment is: all of it again when it is moved or changed.
public struct Afspraakgegevens: Codable, Sendable, Equatable {
    public var soort: Contactsoort
    public var plaats: Contactplaats
    public var dag: Datum
    /// On the clock of Europe/Amsterdam.
    public var van: Kloktijd
    public var tot: Kloktijd
    public var tolkNodig: Bool
    public var tolkGeregeld: Bool
    /// Who of the household comes too.
    public var aanwezigen: [DossierID]
    /// Sealed in the store; never in an event, never in a calendar feed.
    public var onderwerp: String
    public init(
        soort: Contactsoort, plaats: Contactplaats, dag: Datum, van: Kloktijd, tot: Kloktijd, tolkNodig: Bool,
        tolkGeregeld: Bool, aanwezigen: [DossierID] = [], onderwerp: String = ""
    ) {
        (self.soort, self.plaats, self.dag, self.van, self.tot) = (soort, plaats, dag, van, tot)
        (self.tolkNodig, self.tolkGeregeld) = (tolkNodig, tolkGeregeld)
        (self.aanwezigen, self.onderwerp) = (aanwezigen, onderwerp)
    }
}

/// Makes an appointment with a client in the agenda of a worker: of who asks, or of the begeleider of the dossier.
public struct AfspraakMaken: Command {
    public static let type = "nl.wegwijs.begeleiding.afspraak-maken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = AfspraakGezet
    public var dossier: DossierID
    public var gegevens: Afspraakgegevens
    /// In whose agenda; nil: of the begeleider of the dossier, or who asks when there is none.
    public var medewerker: GebruikerID?
    public init(dossier: DossierID, gegevens: Afspraakgegevens, medewerker: GebruikerID? = nil) {
        (self.dossier, self.gegevens, self.medewerker) = (dossier, gegevens, medewerker)
    }
}

public struct AfspraakGezet: Codable, Sendable, Equatable {
    public var afspraak: AfspraakID
    /// How many other appointments of this worker fall in the same time. It was made all the same.
    public var dubbel: Int
    public init(afspraak: AfspraakID, dubbel: Int) { (self.afspraak, self.dubbel) = (afspraak, dubbel) }
}

/// Moves or changes an appointment that is still to come.
public struct AfspraakWijzigen: Command {
    public static let type = "nl.wegwijs.begeleiding.afspraak-wijzigen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = AfspraakGezet
    public var dossier: DossierID
    public var afspraak: AfspraakID
    public var versie: Int
    public var gegevens: Afspraakgegevens
    public init(dossier: DossierID, afspraak: AfspraakID, versie: Int, gegevens: Afspraakgegevens) {
        (self.dossier, self.afspraak, self.versie, self.gegevens) = (dossier, afspraak, versie, gegevens)
    }
}

public struct AfspraakAfzeggen: Command {
    public static let type = "nl.wegwijs.begeleiding.afspraak-afzeggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var afspraak: AfspraakID
    public var versie: Int
    public var reden: Afzegreden
    public init(dossier: DossierID, afspraak: AfspraakID, versie: Int, reden: Afzegreden) {
        (self.dossier, self.afspraak, self.versie, self.reden) = (dossier, afspraak, versie, reden)
    }
}

/// An appointment was made, moved, cancelled or has been. Ids and a day: no time, no words.
public struct AfspraakGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.afspraak-gewijzigd.v1"
    public var afspraak: AfspraakID
    public var traject: TrajectID?
    public var dossier: DossierID
    public var soort: Contactsoort
    public var dag: Datum
    public var toestand: AfspraakToestand
    public var subject: String { dossier.description }
    public init(
        afspraak: AfspraakID, traject: TrajectID?, dossier: DossierID, soort: Contactsoort, dag: Datum,
        toestand: AfspraakToestand
    ) {
        (self.afspraak, self.traject, self.dossier) = (afspraak, traject, dossier)
        (self.soort, self.dag, self.toestand) = (soort, dag, toestand)
    }
}

/// The appointments from one day to another, in order of time: of one worker, or of the whole team.
public struct AgendaOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.agenda.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<Afspraakregel>
    public var van: Datum
    public var totEnMet: Datum
    /// Nil: of the team of who asks.
    public var medewerker: GebruikerID?
    public var page: PageRequest
    public init(van: Datum, totEnMet: Datum, medewerker: GebruikerID?, page: PageRequest) {
        (self.van, self.totEnMet, self.medewerker, self.page) = (van, totEnMet, medewerker, page)
    }
}

public struct Afspraakregel: Codable, Sendable, Equatable {
    public var afspraak: AfspraakID
    public var dossier: DossierID
    public var medewerker: GebruikerID
    public var soort: Contactsoort
    public var plaats: Contactplaats
    public var dag: Datum
    public var van: Kloktijd
    public var tot: Kloktijd
    /// The same as instants, for who reckons with them.
    public var begint: Date
    public var eindigt: Date
    public var tolkNodig: Bool
    public var tolkGeregeld: Bool
    public var toestand: AfspraakToestand
    /// The worker has another appointment in the same time.
    public var dubbel: Bool
    public var versie: Int
    public var gewijzigdOp: Date
    /// The dossier follows another one of the same person: its number.
    public var uitDossiernummer: String?
    public init(
        afspraak: AfspraakID, dossier: DossierID, medewerker: GebruikerID, soort: Contactsoort, plaats: Contactplaats,
        dag: Datum, van: Kloktijd, tot: Kloktijd, begint: Date, eindigt: Date, tolkNodig: Bool, tolkGeregeld: Bool,
        toestand: AfspraakToestand, dubbel: Bool, versie: Int, gewijzigdOp: Date, uitDossiernummer: String? = nil
    ) {
        self.uitDossiernummer = uitDossiernummer
        (self.afspraak, self.dossier, self.medewerker, self.soort) = (afspraak, dossier, medewerker, soort)
        (self.plaats, self.dag, self.van, self.tot) = (plaats, dag, van, tot)
        (self.begint, self.eindigt, self.tolkNodig, self.tolkGeregeld) = (begint, eindigt, tolkNodig, tolkGeregeld)
        (self.toestand, self.dubbel, self.versie, self.gewijzigdOp) = (toestand, dubbel, versie, gewijzigdOp)
    }
}

/// What is planned with one person from today on, nearest first; at most ten.
public struct AfsprakenVanDossier: Query {
    public static let type = "nl.wegwijs.begeleiding.afspraken-van-dossier.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = [Afspraakregel]
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// One appointment with everything, for its page.
public struct AfspraakOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.afspraak-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Afspraakkaart
    public var dossier: DossierID
    public var afspraak: AfspraakID
    public init(dossier: DossierID, afspraak: AfspraakID) { (self.dossier, self.afspraak) = (dossier, afspraak) }
}

public struct Afspraakkaart: Codable, Sendable, Equatable {
    public var regel: Afspraakregel
    public var aanwezigen: [DossierID]
    public var onderwerp: String
    /// The words cannot be opened now.
    public var onleesbaar: Bool
    public var reden: Afzegreden?
    public var contactmoment: ContactmomentID?
    public init(
        regel: Afspraakregel, aanwezigen: [DossierID], onderwerp: String, onleesbaar: Bool, reden: Afzegreden?,
        contactmoment: ContactmomentID?
    ) {
        (self.regel, self.aanwezigen, self.onderwerp) = (regel, aanwezigen, onderwerp)
        (self.onleesbaar, self.reden, self.contactmoment) = (onleesbaar, reden, contactmoment)
    }
}
