// SPDX-License-Identifier: EUPL-1.2

/// Why a partner does not deliver. "Already a client here" is left out on purpose: it would disclose something about the person.
public enum RedenAfwijzing: String, Sendable, CaseIterable {
    case geenCapaciteit = "geen-capaciteit"
    case capaciteitVervallen = "capaciteit-vervallen"
    case buitenDoelgroep = "buiten-doelgroep"
    case buitenWerkgebied = "buiten-werkgebied"
    case nietPassend = "niet-passend"
    case andereVoorzieningBeter = "andere-voorziening-beter"
    case ontbrekendDocument = "ontbrekend-document"
    case nietBereikbaar = "niet-bereikbaar"
    case nietVerschenen = "niet-verschenen"
    case veiligheidsreden
    case overig

    /// What may still be said after the partner had accepted.
    public static let naAcceptatie: Set<RedenAfwijzing> = [.capaciteitVervallen, .nietBereikbaar, .nietVerschenen, .nietPassend]
}

/// Why the referrer or the person takes it back. Never sent to the partner, who gets the fact alone.
public enum RedenIntrekking: String, Sendable, CaseIterable {
    case instemmingIngetrokken = "instemming-ingetrokken"
    case hulpvraagVervallen = "hulpvraag-vervallen"
    case andereVoorzieningGekozen = "andere-voorziening-gekozen"
    case verhuisd
    case vergissing
    case eindeBegeleiding = "einde-begeleiding"
    case overig
}

/// How it ended.
public enum Uitkomst: String, Sendable, CaseIterable {
    case doelBereikt = "doel-bereikt"
    case deelsBereikt = "deels-bereikt"
    case afgehaakt
    case nietMeerBereikbaar = "niet-meer-bereikbaar"
    case doorgeleid
    case voorzieningGestopt = "voorziening-gestopt"
    case nietGelukt = "niet-gelukt"
    case verhuisd
    case onbekend
}

/// The ground of the AVG on which data leave. Not the same as `Instemming`.
public enum Grondslag: String, Sendable, CaseIterable {
    case taakAlgemeenBelang = "taak-algemeen-belang"
    case wettelijkeVerplichting = "wettelijke-verplichting"
    case toestemming
    case vitaalBelang = "vitaal-belang"
}

/// How the person agreed with the help itself. Without it there is no referral, whatever the ground.
public enum Instemming: String, Sendable, CaseIterable {
    case mondelingMetTolk = "mondeling-met-tolk"
    case mondeling
    case schriftelijk
    case digitaal
}

public enum Urgentie: String, Sendable, CaseIterable {
    case normaal
    case spoed
}
