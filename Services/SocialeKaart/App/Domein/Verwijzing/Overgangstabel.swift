// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The state machine of a referral: 10 states, 28 steps. `Tests/SocialeKaartTests` holds this table against
/// `verwijzing-toestanden.json`; what is not a line here is refused.
public enum Overgangstabel {
    public static let alles: [Overgang] = opstellen + beoordelen + uitvoeren + intrekken + verlopen + corrigeren

    private static let opstellen: [Overgang] = [
        Overgang(
            nil, .toestand(.concept), [.casemanager], [.verwijsbaarEnActief, .inCaseload], [.voorzieningId, .hulpvraagcode]),
        Overgang(
            .concept, .toestand(.verstuurd), [.casemanager],
            [.grondslagGekozen, .instemmingVastgelegd, .voorbeeldBekeken, .alleenToegestaneVelden, .partnerafspraakGeldig],
            [.grondslag, .instemming, .urgentie]),
        Overgang(.concept, .toestand(.ingetrokken), [.casemanager, .systeem], [.systeemNaDertigDagen], [.reden]),
    ]

    private static let beoordelen: [Overgang] = [
        Overgang(.verstuurd, .toestand(.ontvangen), [.partner], [.partnerVanVoorziening], []),
        Overgang(
            .verstuurd, .toestand(.geaccepteerd), [.partner], [.partnerVanVoorziening],
            [.contactpersoonPartner, .verwachteStartdatum]),
        Overgang(.verstuurd, .toestand(.wachtlijst), [.partner], [.partnerVanVoorziening], [.herzieningsdatum]),
        Overgang(.verstuurd, .toestand(.afgewezen), [.partner], [.partnerVanVoorziening], [.redenAfwijzing]),
        Overgang(
            .ontvangen, .toestand(.geaccepteerd), [.partner], [.partnerVanVoorziening],
            [.contactpersoonPartner, .verwachteStartdatum]),
        Overgang(.ontvangen, .toestand(.wachtlijst), [.partner], [.partnerVanVoorziening], [.herzieningsdatum]),
        Overgang(.ontvangen, .toestand(.afgewezen), [.partner], [.partnerVanVoorziening], [.redenAfwijzing]),
        Overgang(.wachtlijst, .toestand(.wachtlijst), [.partner], [.datumNaVandaag], [.herzieningsdatum]),
        Overgang(
            .wachtlijst, .toestand(.geaccepteerd), [.partner], [.instemmingNogGeldig],
            [.contactpersoonPartner, .verwachteStartdatum]),
        Overgang(.wachtlijst, .toestand(.afgewezen), [.partner], [], [.redenAfwijzing]),
    ]

    private static let uitvoeren: [Overgang] = [
        Overgang(.geaccepteerd, .toestand(.gestart), [.partner, .casemanager], [.casemanagerOpMelding], [.datumEersteContact]),
        Overgang(.geaccepteerd, .toestand(.afgewezen), [.partner], [.redenNaAcceptatie], [.redenAfwijzing]),
        Overgang(
            .gestart, .toestand(.afgerond), [.partner, .casemanager], [.casemanagerNaStatusvraag], [.uitkomst, .einddatum]),
    ]

    private static let intrekken: [Overgang] = [.verstuurd, .ontvangen, .wachtlijst, .geaccepteerd, .gestart].map {
        Overgang($0, .toestand(.ingetrokken), [.casemanager, .client], [.gestartAlleenOpVerzoek], [.redenIntrekking])
    }

    private static let verlopen: [Overgang] = [.verstuurd, .ontvangen, .wachtlijst, .geaccepteerd].map {
        Overgang($0, .toestand(.verlopen), [.systeem], [.termijnVerstreken], [])
    }

    private static let corrigeren: [Overgang] = [.afgerond, .afgewezen, .verlopen].map {
        Overgang($0, .vorige, [.teamleider], [.binnenTienWerkdagen, .instemmingNogGeldig], [.toelichting])
    }

    /// The step from one state to another for one part; nil when there is none. `vorige` is the state before the end.
    public static func overgang(
        van: VerwijzingToestand?, naar: VerwijzingToestand, rol: Verwijzingsrol, vorige: VerwijzingToestand? = nil
    ) -> Overgang? {
        alles.first { overgang in
            guard overgang.van == van, overgang.wie.contains(rol) else { return false }
            return switch overgang.naar {
            case .toestand(let toestand): toestand == naar
            case .vorige: vorige == naar
            }
        }
    }

    /// Where this part may go from here, in the order of the states.
    public static func toegestaan(
        van: VerwijzingToestand, rollen: Set<Verwijzingsrol>, vorige: VerwijzingToestand? = nil
    ) -> [VerwijzingToestand] {
        VerwijzingToestand.allCases.filter { naar in
            rollen.contains { overgang(van: van, naar: naar, rol: $0, vorige: vorige) != nil }
        }
    }
}

extension VerwijzingToestand {
    /// Nothing follows any more, but for a correction.
    public var isEinde: Bool { [.afgerond, .afgewezen, .ingetrokken, .verlopen].contains(self) }

    /// Who acts next: `verwijzer`, `partner`, or nil at the end.
    public var wachtOp: String? { isEinde ? nil : (self == .concept ? "verwijzer" : "partner") }

    /// After this the partner may have the step-2 package.
    public var opentStap2: Bool { self == .geaccepteerd || self == .gestart }
}
