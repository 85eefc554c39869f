// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A worker makes a draft referral. Nothing leaves.
public struct VerwijzingMaken: Command {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzing-maken.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var verwijzing: VerwijzingID
        /// `niet-gecontroleerd`, `controle-verlopen`, `geen-aanbieder`, `geen-partnerafspraak`: shown with the draft.
        public var waarschuwingen: [String]
        public init(verwijzing: VerwijzingID, waarschuwingen: [String]) {
            (self.verwijzing, self.waarschuwingen) = (verwijzing, waarschuwingen)
        }
    }
    public var dossier: DossierID
    public var voorziening: VoorzieningID
    public var leefgebied: Leefgebied
    /// The referral that ended without a result and that this one takes the place of.
    public var vervangt: VerwijzingID?
    /// The goal of the plan for which it is made. It stays here: no partner ever sees it.
    public var doel: DoelID?
    public init(
        dossier: DossierID, voorziening: VoorzieningID, leefgebied: Leefgebied, vervangt: VerwijzingID? = nil,
        doel: DoelID? = nil
    ) {
        (self.dossier, self.voorziening, self.leefgebied, self.vervangt) = (dossier, voorziening, leefgebied, vervangt)
        self.doel = doel
    }
}

/// Sends the draft: freezes the step-1 package. Answers `Failure.state` while the entry is unchecked.
public struct VerwijzingVersturen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzing-versturen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    public var versie: Int
    /// `taak-algemeen-belang`, `wettelijke-verplichting`, `toestemming`, `vitaal-belang`.
    public var grondslag: String
    /// `mondeling-met-tolk`, `mondeling`, `schriftelijk`, `digitaal`.
    public var instemming: String
    /// `normaal`, `spoed`.
    public var urgentie: String
    /// Who at our side the partner may call: the worker's name as the partner may see it.
    public var contactpersoon: String?
    /// The facts about the person that leave in step 1, when fewer than the service may have. A field outside the white
    /// list of the service is refused.
    public var velden: [String]?
    /// The mark of the preview that the worker saw (`VerwijzingOpvragen.Answer.voorbeeld`): when something else would
    /// leave, nothing does.
    public var voorbeeld: String?
    /// Who agreed: `persoon` or `wettelijk-vertegenwoordiger`. Nil: the person.
    public var instemmingDoor: String?
    /// When the person agreed. Nil: today.
    public var instemmingOp: Datum?
    /// Code of the language in which it was asked.
    public var instemmingTaal: String?
    public var instemmingTolk: Bool?
    /// Release from professional secrecy: `niet-nodig`, `door-persoon`, `wettelijke-plicht`. Nil: not recorded.
    public var ontheffing: String?
    /// When the person can be reached, and a short explanation that the person has seen (500 characters). Kept sealed, and
    /// leave after acceptance only where the white list of the service has them.
    public var bereikbaarheid: String?
    public var toelichting: String?
    public init(
        verwijzing: VerwijzingID, versie: Int, grondslag: String, instemming: String, urgentie: String,
        contactpersoon: String? = nil, velden: [String]? = nil, voorbeeld: String? = nil, instemmingDoor: String? = nil,
        instemmingOp: Datum? = nil, instemmingTaal: String? = nil, instemmingTolk: Bool? = nil, ontheffing: String? = nil,
        bereikbaarheid: String? = nil, toelichting: String? = nil
    ) {
        (self.verwijzing, self.versie, self.grondslag) = (verwijzing, versie, grondslag)
        (self.instemming, self.urgentie) = (instemming, urgentie)
        (self.contactpersoon, self.velden, self.voorbeeld) = (contactpersoon, velden, voorbeeld)
        (self.instemmingDoor, self.instemmingOp, self.instemmingTaal) = (instemmingDoor, instemmingOp, instemmingTaal)
        (self.instemmingTolk, self.ontheffing) = (instemmingTolk, ontheffing)
        (self.bereikbaarheid, self.toelichting) = (bereikbaarheid, toelichting)
    }
}

/// A worker's own steps: withdraw, or record that the person says the contact has started.
public struct VerwijzingOvergang: Command {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzing-overgang.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    public var versie: Int
    public var naar: VerwijzingToestand
    /// The fields this step must have, such as `redenIntrekking` or `datumEersteContact`; `namens` = `client` when the
    /// person wishes it, `bron` = `clientmelding` when the person told it, `toelichting` for a team leader's correction.
    public var velden: [String: String]
    public init(verwijzing: VerwijzingID, versie: Int, naar: VerwijzingToestand, velden: [String: String]) {
        (self.verwijzing, self.versie, self.naar, self.velden) = (verwijzing, versie, naar, velden)
    }
}

public struct VerwijzingenVanDossier: Query {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzingen-van-dossier.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = [Verwijzingsregel]
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Verwijzingsregel: Codable, Sendable, Equatable {
    public var verwijzing: VerwijzingID
    public var dossier: DossierID
    public var voorziening: VoorzieningID
    public var voorzieningNaam: String
    public var organisatie: String?
    public var leefgebied: Leefgebied
    public var toestand: VerwijzingToestand
    /// Who acts next: `verwijzer`, `partner`, or nil at the end.
    public var wachtOp: String?
    public var uiterlijkOp: Datum?
    public var gewijzigdOp: Date
    /// What the partner said that the worker may see: contact person, expected start, reason.
    public var antwoord: [String: String]
    public var versie: Int
    /// What the worker must do about it, as codes of `Verwijzingstaak`; nil from a service that does not say.
    public var taken: [String]?
    public var urgentie: String?
    public var vervangt: VerwijzingID?
    /// The goal for which it was made.
    public var doel: DoelID?
    public init(
        verwijzing: VerwijzingID, dossier: DossierID, voorziening: VoorzieningID, voorzieningNaam: String, organisatie: String?,
        leefgebied: Leefgebied, toestand: VerwijzingToestand, wachtOp: String?, uiterlijkOp: Datum?, gewijzigdOp: Date,
        antwoord: [String: String], versie: Int, taken: [String]? = nil, urgentie: String? = nil, vervangt: VerwijzingID? = nil,
        doel: DoelID? = nil
    ) {
        self.doel = doel
        (self.taken, self.urgentie, self.vervangt) = (taken, urgentie, vervangt)
        (self.verwijzing, self.dossier, self.voorziening) = (verwijzing, dossier, voorziening)
        (self.voorzieningNaam, self.organisatie, self.leefgebied) = (voorzieningNaam, organisatie, leefgebied)
        (self.toestand, self.wachtOp, self.uiterlijkOp) = (toestand, wachtOp, uiterlijkOp)
        (self.gewijzigdOp, self.antwoord, self.versie) = (gewijzigdOp, antwoord, versie)
    }
}

/// One referral with its history, and exactly what would leave now or has left.
public struct VerwijzingOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzing-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var regel: Verwijzingsregel
        /// The step-1 package, field by field.
        public var deelpakket: [String: String]
        public var waarschuwingen: [String]
        public var geschiedenis: [Stap]
        /// The field names that follow after acceptance.
        public var naAcceptatie: [String]?
        /// Draft only: the mark of the facts about the person in this preview, to send along with `VerwijzingVersturen`.
        public var voorbeeld: String?
        /// Where the actor may bring it now, conditions left aside.
        public var mogelijk: [VerwijzingToestand]?
        /// How the person agreed, as recorded.
        public var instemming: Instemmingsregel?
        public var grondslag: String?
        public var ontheffing: String?
        /// The ground that was chosen for the service; the worker follows it.
        public var grondslagVoorziening: String?
        /// Which terms run and from which day they count.
        public var klok: Verwijzingsklokregel?
        /// The one-time link that works now, if there is one.
        public var link: Antwoordlinkregel?
        public var capaciteit: Capaciteitsregel?
        /// Last day of the agreement on data with this organisation.
        public var afspraakTot: Datum?
        /// The referral that took the place of this one.
        public var vervangenDoor: VerwijzingID?
        public init(
            regel: Verwijzingsregel, deelpakket: [String: String], waarschuwingen: [String], geschiedenis: [Stap],
            naAcceptatie: [String]? = nil, voorbeeld: String? = nil, mogelijk: [VerwijzingToestand]? = nil,
            instemming: Instemmingsregel? = nil, grondslag: String? = nil, ontheffing: String? = nil,
            grondslagVoorziening: String? = nil, klok: Verwijzingsklokregel? = nil, link: Antwoordlinkregel? = nil,
            capaciteit: Capaciteitsregel? = nil, afspraakTot: Datum? = nil, vervangenDoor: VerwijzingID? = nil
        ) {
            (self.instemming, self.grondslag, self.ontheffing) = (instemming, grondslag, ontheffing)
            (self.grondslagVoorziening, self.klok, self.link) = (grondslagVoorziening, klok, link)
            (self.capaciteit, self.afspraakTot, self.vervangenDoor) = (capaciteit, afspraakTot, vervangenDoor)
            (self.regel, self.deelpakket, self.waarschuwingen) = (regel, deelpakket, waarschuwingen)
            (self.geschiedenis, self.naAcceptatie) = (geschiedenis, naAcceptatie)
            (self.voorbeeld, self.mogelijk) = (voorbeeld, mogelijk)
        }
    }
    public struct Stap: Codable, Sendable, Equatable {
        public var wanneer: Date
        public var van: VerwijzingToestand?
        public var naar: VerwijzingToestand
        /// `verwijzer`, `partner`, `systeem`, `teamleider`.
        public var wie: String
        public var reden: String?
        public init(wanneer: Date, van: VerwijzingToestand?, naar: VerwijzingToestand, wie: String, reden: String?) {
            (self.wanneer, self.van, self.naar, self.wie, self.reden) = (wanneer, van, naar, wie, reden)
        }
    }
    public var verwijzing: VerwijzingID
    /// Draft only: the name that `VerwijzingVersturen.contactpersoon` will carry, so that the preview shows it.
    public var contactpersoon: String?
    public init(verwijzing: VerwijzingID, contactpersoon: String? = nil) {
        (self.verwijzing, self.contactpersoon) = (verwijzing, contactpersoon)
    }
}
