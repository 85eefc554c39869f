// SPDX-License-Identifier: EUPL-1.2

/// What somebody may want to see or do something with.
public enum Resource: String, Sendable, CaseIterable, Hashable {
    /// The person: name, numbers, contact, household.
    case dossier
    /// The whole BSN, in the clear: for a form or a call to an agency, each time with a purpose.
    case bsn
    /// The name by which a list shows a person, and nothing else of the dossier: who handles money needs no more.
    case label
    case traject
    case plan
    case contactmoment
    case regeldag
    /// A photo or PDF that proves a step of the regeldag.
    case regeldocument
    case meting
    /// What was noticed about somebody, with its source.
    case signaal
    /// How to reach somebody without danger.
    case veiligContact = "veilig-contact"
    /// What was agreed for somebody's safety.
    case veiligheid
    /// A file of the Meldcode: only for who is named in it, and the aandachtsfunctionaris.
    case meldcode
    case verwijzing
    /// An entry of the sociale kaart.
    case voorziening
    case voorschot
    case bewijsstuk
    case rapport
    case indicator
    case aanmelding
    /// A file with aanmeldingen.
    case aanlevering
    case gebruiker
    case opdracht
    /// Event streams, readers and what was set aside.
    case stroom
    /// Who looked in which dossier, and why.
    case leeslog
    /// That the exchange about a person was stopped: setting it, lifting it, and who did so and why.
    case uitwisselingsstop
    /// That a dossier is handed over to a colleague: the note, and the answer.
    case overdracht

    /// In a Dutch sentence.
    public var naam: String {
        switch self {
        case .dossier: "dit dossier"
        case .bsn: "dit BSN"
        case .label: "deze naam"
        case .traject: "dit traject"
        case .plan: "dit plan van aanpak"
        case .contactmoment: "dit contactmoment"
        case .regeldag: "deze regeldag"
        case .regeldocument: "dit document"
        case .meting: "deze meting"
        case .signaal: "deze signalen"
        case .veiligContact: "dit veilige contact"
        case .veiligheid: "deze veiligheidsafspraken"
        case .meldcode: "deze pagina"
        case .verwijzing: "deze verwijzing"
        case .voorziening: "deze voorziening"
        case .voorschot: "dit voorschot"
        case .bewijsstuk: "dit bewijsstuk"
        case .rapport: "dit rapport"
        case .indicator: "deze cijfers"
        case .aanmelding: "deze aanmelding"
        case .aanlevering: "dit bestand"
        case .gebruiker: "deze gebruiker"
        case .opdracht: "deze opdracht"
        case .stroom: "deze berichtenstroom"
        case .leeslog: "dit leeslog"
        case .uitwisselingsstop: "deze stop op uitwisseling"
        case .overdracht: "deze overdracht"
        }
    }

    /// Whether doing this shows or changes something of one person, so that a stop on the exchange about that person keeps
    /// everybody outside away from it. Handing somebody over does not (nobody is known yet), counting figures does not, but
    /// the rows behind a figure do.
    func isAboutPerson(in action: Action) -> Bool {
        switch self {
        case .dossier, .bsn, .label, .traject, .plan, .contactmoment, .regeldag, .regeldocument, .meting, .signaal,
            .veiligContact, .veiligheid, .meldcode, .verwijzing, .voorschot, .bewijsstuk, .rapport, .aanmelding, .leeslog,
            .uitwisselingsstop, .overdracht:
            action != .create
        case .indicator: action == .list
        // A file holds what the gemeente itself wrote, and the rules' answer to it.
        case .voorziening, .gebruiker, .opdracht, .stroom, .aanlevering: false
        }
    }
}

/// What somebody wants to do with it. Reading, lists, search, counts, exports and attachments are asked apart, but one
/// policy answers all of them.
public enum Action: String, Sendable, CaseIterable, Hashable {
    case read, list, search, count
    case create, change
    /// Say yes or no to what somebody else asked: an advance, a piece of evidence, an aanmelding, a referral.
    case decide
    case pay
    /// Make a draft final: a report.
    case approve
    /// Give to a begeleider or a team.
    case assign
    case export
    /// Add a file.
    case attach
    /// Read what is not one's own because somebody is in danger: with a reason, for a short time, looked at afterwards.
    case emergency

    /// The actions that only look. For these the scope is the whole decision.
    public static let looking: Set<Action> = [.read, .list, .search, .count]
}
