// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// One step of the regeldag with everything about it: for its own page.
public struct RegelzaakOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.regelzaak-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Regelzaakbeeld
    public var dossier: DossierID
    public var regelzaak: RegelzaakID
    public init(dossier: DossierID, regelzaak: RegelzaakID) { (self.dossier, self.regelzaak) = (dossier, regelzaak) }
}

public struct Regelzaakbeeld: Codable, Sendable, Equatable {
    public var zaak: Regeldagbord.Regelzaak
    /// The states it may go to now.
    public var overgangen: [Overgang]
    /// The reference or remark that belongs to the proof; nil when there is none.
    public var kenmerk: String?
    /// There is one, but it cannot be opened at the moment.
    public var kenmerkOnleesbaar: Bool
    /// What was done with it, newest first.
    public var verloop: [Regel]
    /// What taking back the last change does, as a sentence; nil when there is nothing to take back.
    public var ongedaan: String?
    /// Photos and PDFs that prove it, newest first; nil for who may not see them.
    public var documenten: [Document]?

    public struct Document: Codable, Sendable, Equatable {
        public var document: RegeldocumentID
        public var soort: Regelbewijs
        public var mediatype: String
        public var grootte: Int
        public var op: Datum
        public var door: GebruikerID?
        public init(
            document: RegeldocumentID, soort: Regelbewijs, mediatype: String, grootte: Int, op: Datum, door: GebruikerID?
        ) {
            (self.document, self.soort, self.mediatype) = (document, soort, mediatype)
            (self.grootte, self.op, self.door) = (grootte, op, door)
        }
    }

    public struct Overgang: Codable, Sendable, Equatable {
        public var toestand: RegelzaakToestand
        /// One of these must be given. Empty: none is asked.
        public var redenen: [Regelreden]
        /// Why a reason is asked; nil when none is.
        public var uitleg: String?
        public init(toestand: RegelzaakToestand, redenen: [Regelreden] = [], uitleg: String? = nil) {
            (self.toestand, self.redenen, self.uitleg) = (toestand, redenen, uitleg)
        }
    }

    public struct Regel: Codable, Sendable, Equatable {
        public var op: Datum
        public var zin: String
        public var door: GebruikerID?
        public init(op: Datum, zin: String, door: GebruikerID?) { (self.op, self.zin, self.door) = (op, zin, door) }
    }

    public init(
        zaak: Regeldagbord.Regelzaak, overgangen: [Overgang], kenmerk: String?, kenmerkOnleesbaar: Bool, verloop: [Regel],
        ongedaan: String?, documenten: [Document]? = nil
    ) {
        (self.zaak, self.overgangen, self.kenmerk) = (zaak, overgangen, kenmerk)
        (self.kenmerkOnleesbaar, self.verloop, self.ongedaan) = (kenmerkOnleesbaar, verloop, ongedaan)
        self.documenten = documenten
    }
}

/// What is kept beside the state of a step: who does it, with what it was seen, when somebody looks again, and the days.
/// Everything at once, as it stands on the form.
public struct RegelzaakBijhouden: Command {
    public static let type = "nl.wegwijs.begeleiding.regelzaak-bijhouden.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var regelzaak: RegelzaakID
    public var uitvoerder: Regeluitvoerder?
    public var aangevraagdOp: Datum?
    public var beslistOp: Datum?
    public var controleOp: Datum?
    public var bewijs: Regelbewijs?
    /// Sealed in the store; never in an event. Empty: there is none.
    public var kenmerk: String
    public var versie: Int
    public init(
        dossier: DossierID, regelzaak: RegelzaakID, uitvoerder: Regeluitvoerder?, aangevraagdOp: Datum?, beslistOp: Datum?,
        controleOp: Datum?, bewijs: Regelbewijs?, kenmerk: String = "", versie: Int
    ) {
        (self.dossier, self.regelzaak, self.uitvoerder) = (dossier, regelzaak, uitvoerder)
        (self.aangevraagdOp, self.beslistOp, self.controleOp) = (aangevraagdOp, beslistOp, controleOp)
        (self.bewijs, self.kenmerk, self.versie) = (bewijs, kenmerk, versie)
    }
}

/// Takes the last change of a step back: it is again as it was before. Itself a change, that stays readable.
public struct RegelzaakTerugdraaien: Command {
    public static let type = "nl.wegwijs.begeleiding.regelzaak-terugdraaien.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var regelzaak: RegelzaakID
    public var versie: Int
    public init(dossier: DossierID, regelzaak: RegelzaakID, versie: Int) {
        (self.dossier, self.regelzaak, self.versie) = (dossier, regelzaak, versie)
    }
}

/// Puts the steps of a newer list on a running board. What is there stays as it is.
public struct RegeldagAanvullen: Command {
    public static let type = "nl.wegwijs.begeleiding.regeldag-aanvullen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    /// The version of the list that was on the screen.
    public var naar: Datum
    public init(dossier: DossierID, naar: Datum) { (self.dossier, self.naar) = (dossier, naar) }
}

/// The days of one person from which terms run: those the gemeente told, and those a worker wrote down.
public struct AnkersOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.ankers-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = [Ankerdag]
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Ankerdag: Codable, Sendable, Equatable {
    public var anker: Anker
    public var dag: Datum?
    /// The gemeente told it: it is changed with the person's data, not here.
    public var vast: Bool
    /// The steps that wait for this day.
    public var stappen: [String]
    /// 0 as long as nobody wrote it down.
    public var versie: Int
    public init(anker: Anker, dag: Datum?, vast: Bool, stappen: [String], versie: Int) {
        (self.anker, self.dag, self.vast, self.stappen, self.versie) = (anker, dag, vast, stappen, versie)
    }
}

/// A day from which terms run, as somebody saw it: the decision of the IND, the end of the permit. What hangs on it is
/// computed anew.
public struct AnkerVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.anker-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var anker: Anker
    /// Nil: it is not known after all.
    public var dag: Datum?
    public var versie: Int
    public init(dossier: DossierID, anker: Anker, dag: Datum?, versie: Int) {
        (self.dossier, self.anker, self.dag, self.versie) = (dossier, anker, dag, versie)
    }
}
