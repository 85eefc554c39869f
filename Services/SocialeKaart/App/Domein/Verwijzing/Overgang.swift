// SPDX-License-Identifier: EUPL-1.2
import Domein

/// One line of the state machine: from where to where, who may, what must be given and what must be true.
public struct Overgang: Sendable, Equatable {
    /// Where it leads: a state, or back to the state before the end (a correction).
    public enum Bestemming: Sendable, Equatable, Hashable {
        case toestand(VerwijzingToestand)
        case vorige

        /// As in `verwijzing-toestanden.json`.
        public var code: String {
            switch self {
            case .toestand(let toestand): toestand.rawValue
            case .vorige: "vorige"
            }
        }
    }

    /// Nil: there is no referral yet.
    public let van: VerwijzingToestand?
    public let naar: Bestemming
    public let wie: [Verwijzingsrol]
    public let voorwaarden: [Voorwaarde]
    public let verplicht: [Overgangsveld]

    init(
        _ van: VerwijzingToestand?, _ naar: Bestemming, _ wie: [Verwijzingsrol], _ voorwaarden: [Voorwaarde],
        _ verplicht: [Overgangsveld]
    ) {
        (self.van, self.naar, self.wie) = (van, naar, wie)
        (self.voorwaarden, self.verplicht) = (voorwaarden, verplicht)
    }
}

/// What must be true for a step. The raw value is the sentence of `verwijzing-toestanden.json`.
public enum Voorwaarde: String, Sendable, CaseIterable {
    case verwijsbaarEnActief = "voorziening is verwijsbaar=ja en status=active"
    case inCaseload = "persoon zit in de caseload van de casemanager"
    case grondslagGekozen = "grondslag gekozen"
    case instemmingVastgelegd = "instemming van de persoon vastgelegd"
    case voorbeeldBekeken = "voorbeeld van de te delen gegevens bekeken"
    case alleenToegestaneVelden = "alleen velden uit de toegestane lijst van de voorziening"
    case partnerafspraakGeldig = "partnerafspraak geldig"
    case systeemNaDertigDagen = "systeem: 30 dagen niet gewijzigd"
    case partnerVanVoorziening = "geauthenticeerde partner van deze voorziening"
    case datumNaVandaag = "nieuwe datum ligt na vandaag"
    case instemmingNogGeldig = "instemming nog geldig"
    case casemanagerOpMelding = "casemanager alleen op grond van melding van de persoon; bron=clientmelding"
    case redenNaAcceptatie = "redenAfwijzing in {capaciteit-vervallen, niet-bereikbaar, niet-verschenen, niet-passend}"
    case casemanagerNaStatusvraag =
        "casemanager pas nadat een statusvraag 10 werkdagen onbeantwoord is; bron=clientmelding"
    case gestartAlleenOpVerzoek = "bij gestart: alleen op verzoek van de persoon of bij een vergissing"
    case termijnVerstreken = "uiterste termijn verstreken en escalatie verstuurd"
    case binnenTienWerkdagen = "binnen 10 werkdagen na de eindtoestand"
}

/// A field that a step carries. Raw values as in `verwijzing-toestanden.json` and in the partner API.
public enum Overgangsveld: String, Sendable, CaseIterable {
    case voorzieningId
    case hulpvraagcode
    case grondslag
    case instemming
    case urgentie
    case reden
    case contactpersoonPartner
    case verwachteStartdatum
    case herzieningsdatum
    case redenAfwijzing
    case datumEersteContact
    case uitkomst
    case einddatum
    case redenIntrekking
    case toelichting
    /// `clientmelding`: the begeleider records what the person said. Asked by a condition, not by the list of fields.
    case bron
    /// `client`: the begeleider acts at the wish of the person.
    case namens
}
