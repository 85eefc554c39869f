// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What must be known of a referral to judge a step.
public struct Verwijzingsfeiten: Sendable, Equatable {
    public var toestand: VerwijzingToestand?
    /// The state before the end, for a correction.
    public var vorige: VerwijzingToestand?
    public var eindeOp: Datum?
    public var gewijzigdOp: Datum?
    public var verstuurdOp: Datum?
    public var eersteContactOp: Datum?
    /// The day on which the present state expires.
    public var uiterlijkOp: Datum?
    public var isGeescaleerd = false
    /// When the partner was last asked how it goes (state `gestart`).
    public var statusvraagOp: Datum?
    public var verwijsbaarEnActief = true
    public var inCaseload = true
    public var partnerVanVoorziening = true
    public var partnerafspraakGeldig = true
    public var instemmingGeldig = true
    /// Sending only: what was shown is what leaves.
    public var voorbeeldKlopt = true
    public var alleenToegestaneVelden = true

    public init(toestand: VerwijzingToestand?) { self.toestand = toestand }
}

/// Why a step is refused.
public enum Overgangsweigering: Error, Sendable, Equatable {
    /// Not a line of the table for this part: 409 with where one may go.
    case nietToegestaan(toestand: VerwijzingToestand?, toegestaan: [VerwijzingToestand])
    /// The line is there, but a condition is not met: 409.
    case voorwaarde(Voorwaarde)
    /// Fields are missing or wrong, all at once: 400.
    case velden([Veldfout])
}

/// One wrong field of a step.
public struct Veldfout: Sendable, Equatable {
    public let veld: String
    public let code: String
    public let tekst: String
    public init(_ veld: String, _ code: String, _ tekst: String) { (self.veld, self.code, self.tekst) = (veld, code, tekst) }
}

/// Judges steps by the table.
public enum Overgangsregel {
    /// The part in which the step may be done, and its line.
    /// - Parameters:
    ///   - rollen: the parts that the actor has for this referral.
    ///   - velden: what was given with the step, by the name of the field.
    public static func beoordeel(
        _ feiten: Verwijzingsfeiten, naar: VerwijzingToestand, rollen: Set<Verwijzingsrol>, velden: [String: String],
        vandaag: Datum
    ) throws(Overgangsweigering) -> (overgang: Overgang, rol: Verwijzingsrol) {
        let keuzes = Verwijzingsrol.allCases.filter(rollen.contains).compactMap { rol in
            Overgangstabel.overgang(van: feiten.toestand, naar: naar, rol: rol, vorige: feiten.vorige).map { ($0, rol) }
        }
        guard let (overgang, eerste) = keuzes.first else {
            throw .nietToegestaan(
                toestand: feiten.toestand,
                toegestaan: feiten.toestand.map { Overgangstabel.toegestaan(van: $0, rollen: rollen, vorige: feiten.vorige) }
                    ?? [])
        }
        let namensClient = velden[Overgangsveld.namens.rawValue] == "client"
        let rol = namensClient && keuzes.contains { $0.1 == .client } ? .client : eerste
        let fouten = Overgangsvelden.fouten(velden, overgang: overgang, rol: rol, feiten: feiten, vandaag: vandaag)
        guard fouten.isEmpty else { throw .velden(fouten) }
        for voorwaarde in overgang.voorwaarden
        where !vervuld(voorwaarde, feiten, rol: rol, velden: velden, vandaag: vandaag) {
            throw .voorwaarde(voorwaarde)
        }
        return (overgang, rol)
    }

    /// Conditions on what was given (a date, a code) are field errors and were checked before; here they hold.
    private static func vervuld(
        _ voorwaarde: Voorwaarde, _ feiten: Verwijzingsfeiten, rol: Verwijzingsrol, velden: [String: String], vandaag: Datum
    ) -> Bool {
        switch voorwaarde {
        case .verwijsbaarEnActief: feiten.verwijsbaarEnActief
        case .inCaseload: feiten.inCaseload
        case .voorbeeldBekeken: feiten.voorbeeldKlopt
        case .alleenToegestaneVelden: feiten.alleenToegestaneVelden
        case .partnerafspraakGeldig: feiten.partnerafspraakGeldig
        case .partnerVanVoorziening: feiten.partnerVanVoorziening
        case .instemmingNogGeldig: feiten.instemmingGeldig
        case .systeemNaDertigDagen: rol != .systeem || (feiten.gewijzigdOp.map { $0.days(until: vandaag) >= 30 } ?? false)
        case .casemanagerNaStatusvraag:
            rol != .casemanager || (feiten.statusvraagOp.map { $0.adding(werkdagen: 10) <= vandaag } ?? false)
        case .gestartAlleenOpVerzoek:
            feiten.toestand != .gestart || rol == .client
                || [RedenIntrekking.vergissing, .instemmingIngetrokken].map(\.rawValue).contains(velden["redenIntrekking"] ?? "")
        case .termijnVerstreken: feiten.isGeescaleerd && (feiten.uiterlijkOp.map { $0 < vandaag } ?? false)
        case .binnenTienWerkdagen: feiten.eindeOp.map { vandaag <= $0.adding(werkdagen: 10) } ?? false
        case .grondslagGekozen, .instemmingVastgelegd, .datumNaVandaag, .casemanagerOpMelding, .redenNaAcceptatie: true
        }
    }
}
