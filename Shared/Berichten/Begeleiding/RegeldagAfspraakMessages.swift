// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Appointments with agencies on the regeldag, in order of time: those of one household, or those of a period for everybody
/// whom the actor may see (for an agenda). Cancelled ones are left out of a period.
public struct RegeldagAfspraken: Query {
    public static let type = "nl.wegwijs.begeleiding.regeldag-afspraken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = [RegeldagAfspraak]
    /// Whose household; nil for a period.
    public var dossier: DossierID?
    /// First and last day, at most 62 days apart. Both are asked without a dossier.
    public var van: Datum?
    public var tot: Datum?
    public init(dossier: DossierID) { self.dossier = dossier }
    public init(van: Datum, tot: Datum) { (self.van, self.tot) = (van, tot) }
}

public struct RegeldagAfspraak: Codable, Sendable, Equatable {
    public var afspraak: RegeldagafspraakID
    public var huishouden: HuishoudenID
    /// Through whose dossier it was made.
    public var dossier: DossierID
    public var op: Datum
    /// Time of day in Amsterdam: `09:30`.
    public var van: String
    public var tot: String
    /// With whom; words that say so when it cannot be opened at the moment.
    public var instantie: String
    public var plaats: String?
    /// The entry of the sociale kaart it is with.
    public var voorziening: VoorzieningID?
    /// Who of the household goes, as far as the actor may know them.
    public var leden: [DossierID]
    public var tolk: Tolkstand
    public var afgezegd: Bool
    /// Who has another appointment at the same time.
    public var dubbel: [DossierID]
    public var versie: Int
    public init(
        afspraak: RegeldagafspraakID, huishouden: HuishoudenID, dossier: DossierID, op: Datum, van: String, tot: String,
        instantie: String, plaats: String?, voorziening: VoorzieningID?, leden: [DossierID], tolk: Tolkstand, afgezegd: Bool,
        dubbel: [DossierID], versie: Int
    ) {
        (self.afspraak, self.huishouden, self.dossier, self.op) = (afspraak, huishouden, dossier, op)
        (self.van, self.tot, self.instantie, self.plaats) = (van, tot, instantie, plaats)
        (self.voorziening, self.leden, self.tolk) = (voorziening, leden, tolk)
        (self.afgezegd, self.dubbel, self.versie) = (afgezegd, dubbel, versie)
    }
}

/// Makes an appointment of the regeldag, or changes one.
public struct RegeldagAfspraakVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.regeldag-afspraak-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var afspraak: RegeldagafspraakID
        /// Who has another appointment at that time: a warning, not a refusal.
        public var dubbel: [DossierID]
        public init(afspraak: RegeldagafspraakID, dubbel: [DossierID]) { (self.afspraak, self.dubbel) = (afspraak, dubbel) }
    }
    public var dossier: DossierID
    /// Nil: a new one.
    public var afspraak: RegeldagafspraakID?
    public var op: Datum
    public var van: String
    public var tot: String
    /// Name of the agency and the place: sealed in the store, never in an event.
    public var instantie: String
    public var plaats: String
    public var voorziening: VoorzieningID?
    public var leden: [DossierID]
    public var tolk: Tolkstand
    /// Of the one that is changed; 0 for a new one.
    public var versie: Int
    public init(
        dossier: DossierID, afspraak: RegeldagafspraakID? = nil, op: Datum, van: String, tot: String, instantie: String,
        plaats: String = "", voorziening: VoorzieningID? = nil, leden: [DossierID], tolk: Tolkstand, versie: Int = 0
    ) {
        (self.dossier, self.afspraak, self.op, self.van, self.tot) = (dossier, afspraak, op, van, tot)
        (self.instantie, self.plaats, self.voorziening) = (instantie, plaats, voorziening)
        (self.leden, self.tolk, self.versie) = (leden, tolk, versie)
    }
}

/// The appointment does not go on; or it does after all.
public struct RegeldagAfspraakAfzeggen: Command {
    public static let type = "nl.wegwijs.begeleiding.regeldag-afspraak-afzeggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var afspraak: RegeldagafspraakID
    public var afgezegd: Bool
    public var versie: Int
    public init(dossier: DossierID, afspraak: RegeldagafspraakID, afgezegd: Bool, versie: Int) {
        (self.dossier, self.afspraak, self.afgezegd, self.versie) = (dossier, afspraak, afgezegd, versie)
    }
}
