// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A referral came into a state. Who it went to and where it stands, never what was shared.
public struct VerwijzingGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzing-gewijzigd.v1"
    public var verwijzing: VerwijzingID
    public var dossier: DossierID
    public var voorziening: VoorzieningID
    public var leefgebied: Leefgebied
    /// Nil when it was made.
    public var van: VerwijzingToestand?
    public var naar: VerwijzingToestand
    /// Code from the list of reasons, where the step has one.
    public var reden: String?
    public var datum: Datum
    public var subject: String { dossier.description }
    public init(
        verwijzing: VerwijzingID, dossier: DossierID, voorziening: VoorzieningID, leefgebied: Leefgebied,
        van: VerwijzingToestand?, naar: VerwijzingToestand, reden: String?, datum: Datum
    ) {
        (self.verwijzing, self.dossier, self.voorziening, self.leefgebied) = (verwijzing, dossier, voorziening, leefgebied)
        (self.van, self.naar, self.reden, self.datum) = (van, naar, reden, datum)
    }
}

/// A worker checked an entry of the directory with the provider.
public struct VoorzieningGecontroleerd: Event, Equatable {
    public static let type = "nl.wegwijs.sociale-kaart.voorziening-gecontroleerd.v1"
    public var voorziening: VoorzieningID
    public var gecontroleerdOp: Datum
    public var subject: String { voorziening.description }
    public init(voorziening: VoorzieningID, gecontroleerdOp: Datum) {
        (self.voorziening, self.gecontroleerdOp) = (voorziening, gecontroleerdOp)
    }
}
