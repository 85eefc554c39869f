// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

extension Overgangsweigering {
    /// As the bus and the pages know it.
    var failure: Failure {
        switch self {
        case .nietToegestaan: .state(reason: tekst)
        case .voorwaarde: .state(reason: tekst)
        case .velden(let fouten): .invalid(fouten.map { FieldError($0.veld, code: $0.code, $0.tekst) })
        }
    }

    /// Why not, for who tried.
    var tekst: String {
        switch self {
        case .nietToegestaan(let toestand, let toegestaan):
            guard let toestand else { return "Alleen de begeleider van dit dossier maakt een verwijzing." }
            let mogelijk =
                toegestaan.isEmpty
                ? "U kunt hier nu niets aan wijzigen." : "Wel mogelijk: \(toegestaan.map(\.naam).joined(separator: ", "))."
            return "Deze stap kan niet: de verwijzing staat op ‘\(toestand.naam)’. \(mogelijk)"
        case .voorwaarde(let voorwaarde): return voorwaarde.tekst
        case .velden: return "Kijk de genoemde velden na."
        }
    }
}

extension Voorwaarde {
    /// What is not met, as a sentence for the user.
    var tekst: String {
        switch self {
        case .verwijsbaarEnActief: "Naar deze voorziening kunt u niet verwijzen."
        case .inCaseload: "Deze persoon is niet aan u toegewezen."
        case .grondslagGekozen: "Kies eerst een grondslag."
        case .instemmingVastgelegd, .instemmingNogGeldig: "De instemming van de persoon geldt niet (meer)."
        case .voorbeeldBekeken: "De gegevens zijn gewijzigd sinds u het voorbeeld zag. Bekijk het voorbeeld opnieuw."
        case .alleenToegestaneVelden: "Deze voorziening mag niet alle gekozen gegevens krijgen."
        case .partnerafspraakGeldig: "De afspraak met deze organisatie over gegevens is verlopen."
        case .systeemNaDertigDagen: "Dit concept is nog geen 30 dagen oud."
        case .partnerVanVoorziening: "Deze verwijzing is niet aan uw organisatie gericht."
        case .datumNaVandaag: "De nieuwe datum ligt na vandaag."
        case .casemanagerOpMelding: "Leg dit alleen vast als de persoon het zelf heeft gemeld."
        case .redenNaAcceptatie: "Na acceptatie kan alleen met een van de vier genoemde redenen worden afgewezen."
        case .casemanagerNaStatusvraag: "Dit kan pas als de organisatie 10 werkdagen niet op een vraag heeft geantwoord."
        case .gestartAlleenOpVerzoek:
            "Nu het contact is begonnen, kan dit alleen op verzoek van de persoon of bij een vergissing."
        case .termijnVerstreken: "De termijn is nog niet voorbij."
        case .binnenTienWerkdagen: "Corrigeren kan tot 10 werkdagen na het einde."
        }
    }
}
