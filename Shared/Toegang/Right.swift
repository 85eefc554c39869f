// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// One line of the policy: this role may do these things with these resources, within this reach.
struct Right: Sendable {
    /// How far a right reaches, seen from the actor. An actor without the matching attribute gets nothing from it.
    enum Reach: Sendable {
        case everything
        /// Dossiers assigned to the user.
        case assigned
        /// Things in which the user is named.
        case named
        /// Things that the user opened in an emergency, as long as that lasts.
        case inEmergency
        case ownTeam
        /// Of the own team, as long as nobody has a dossier through it.
        case ownTeamWithoutDossier
        case ownGemeente
        case ownGemeenteReleased
        case ownOrganisatie
        case ownOrganisatieReleased
        case ownDossier
        case ownDossierReleased
    }

    let role: Role
    let actions: Set<Action>
    let resources: Set<Resource>
    let reach: Reach

    init(_ role: Role, _ actions: Set<Action>, _ resources: Set<Resource>, _ reach: Reach) {
        (self.role, self.actions, self.resources, self.reach) = (role, actions, resources, reach)
    }
}

extension Right {
    /// All rights there are. What is not here is refused.
    static let all: [Right] = begeleiding + geld + beheer + buiten
    static let byRole = Dictionary(grouping: all, by: \.role)

    private static let look = Action.looking
    private static let work: Set<Action> = look.union([.create, .change])
    /// What belongs to the guidance of one person.
    private static let guidance: Set<Resource> = [.dossier, .traject, .plan, .contactmoment, .regeldag, .meting, .verwijzing]

    private static let begeleiding: [Right] = [
        // A begeleider works in the own dossiers, asks advances for them and hands in evidence; somebody else decides.
        Right(.begeleider, work, guidance.union([.rapport]), .assigned),
        Right(.begeleider, [.approve], [.rapport], .assigned),
        Right(.begeleider, [.read], [.bsn], .assigned),
        Right(.begeleider, look, [.label], .assigned),
        // Proof of a step: a letter says more than the board, so a volunteer and the client's own page have no right to it.
        Right(.begeleider, [.read, .list, .attach, .change], [.regeldocument], .assigned),
        Right(.teamleider, [.read, .list, .attach, .change], [.regeldocument], .ownTeam),
        Right(.begeleider, look.union([.create]), [.voorschot], .assigned),
        Right(.begeleider, look.union([.create, .attach]), [.bewijsstuk], .assigned),
        // Who waits is looked at by the team. From the day that there is a dossier, only who may open it reads on in the
        // aanmelding: else it would be a way round the dossier.
        Right(.begeleider, look, [.aanmelding], .ownTeamWithoutDossier),
        Right(.begeleider, look, [.aanmelding], .assigned),
        Right(.begeleider, [.create], [.aanmelding], .ownTeam),
        // Who sees danger stops the exchange at once; to end the stop is for somebody else.
        Right(.begeleider, [.create], [.uitwisselingsstop], .assigned),
        Right(.begeleider, work.union([.export]), [.voorziening], .everything),
        Right(.begeleider, [.read, .list], [.opdracht], .everything),
        // Giver and receiver; who may answer is the receiver alone (use case).
        Right(.begeleider, work, [.overdracht], .assigned),

        // What is noticed, and safety. The volunteer must know how to ring without danger, and no more.
        Right(.begeleider, work, [.signaal, .veiligContact, .veiligheid], .assigned),
        Right(.vrijwilliger, [.read], [.veiligContact], .assigned),
        Right(.teamleider, work, [.signaal, .veiligContact, .veiligheid], .ownTeam),
        // The Meldcode: who begins a file is named in it, and names others. Nobody reads it for being somebody's boss.
        Right(.begeleider, [.create], [.meldcode], .assigned),
        Right(.begeleider, [.read, .list, .change, .assign], [.meldcode], .named),
        Right(.teamleider, [.read, .list, .change], [.meldcode], .named),
        Right(.aandachtsfunctionaris, [.read, .list, .change, .assign], [.meldcode], .ownTeam),
        // In an emergency: who may open the dossier anyway, to read and no more. Somebody else looks at it afterwards.
        Right(.begeleider, [.emergency], [.meldcode], .assigned),
        Right(.teamleider, [.emergency], [.meldcode], .ownTeam),
        Right(.begeleider, [.read], [.meldcode], .inEmergency),
        Right(.teamleider, [.read], [.meldcode], .inEmergency),
        Right(.aandachtsfunctionaris, [.decide], [.meldcode], .ownTeam),

        // A volunteer does practical things: no measurement, no referral, no money.
        Right(.vrijwilliger, look, [.dossier, .label, .traject, .regeldag], .assigned),
        Right(.vrijwilliger, look.union([.create]), [.contactmoment], .assigned),
        Right(.vrijwilliger, [.change], [.regeldag], .assigned),
        Right(.vrijwilliger, look, [.voorziening], .everything),

        // A team leader sees the team, divides the work and decides on what the rules did not accept by themselves.
        Right(.teamleider, work.union([.assign]), guidance.union([.rapport, .aanmelding]), .ownTeam),
        Right(.teamleider, [.approve], [.rapport], .ownTeam),
        // Deciding on a dossier is saying that two of them are one person.
        Right(.teamleider, [.decide], [.aanmelding, .dossier, .traject], .ownTeam),
        Right(.teamleider, [.read], [.bsn], .ownTeam),
        Right(.teamleider, look.union([.create, .decide]), [.uitwisselingsstop], .ownTeam),
        Right(.teamleider, work.union([.export]), [.aanlevering], .ownTeam),
        Right(.teamleider, work, [.overdracht], .ownTeam),
        Right(.teamleider, [.export], [.traject, .contactmoment, .verwijzing, .rapport, .indicator], .ownTeam),
        Right(.teamleider, look, [.label, .voorschot, .bewijsstuk, .indicator, .gebruiker], .ownTeam),
        Right(.teamleider, work.union([.export]), [.voorziening], .everything),
        Right(.teamleider, [.read, .list], [.opdracht], .everything),
    ]

    private static let geld: [Right] = [
        // Money: who asked never decides (Policy.decide); the second signer decides when the first one asked.
        Right(.financieel, look.union([.create, .decide, .pay, .export]), [.voorschot], .everything),
        Right(.financieel, look.union([.create, .attach, .decide]), [.bewijsstuk], .everything),
        Right(.financieel, look, [.label], .everything),
        Right(.financieel, [.read, .list], [.opdracht], .everything),
        Right(.tweedeTekenaar, look.union([.decide]), [.voorschot, .bewijsstuk], .everything),
        Right(.tweedeTekenaar, look, [.label], .everything),
        Right(.tweedeTekenaar, [.read, .list], [.opdracht], .everything),
    ]

    private static let beheer: [Right] = [
        // An administrator keeps the system running and sees no dossier.
        Right(.beheerder, work, [.gebruiker, .opdracht, .voorziening], .everything),
        Right(.beheerder, [.export], [.voorziening], .everything),
        Right(.beheerder, look.union([.change]), [.stroom], .everything),
        Right(.functionarisGegevensbescherming, look.union([.export]), [.leeslog], .everything),
        Right(.functionarisGegevensbescherming, look, [.gebruiker, .uitwisselingsstop], .everything),
    ]

    private static let buiten: [Right] = [
        // The gemeente sees its own people in outline, what was handed to it, and the figures.
        Right(.klantmanager, work, [.aanmelding], .ownGemeente),
        Right(.klantmanager, work.union([.export]), [.aanlevering], .ownGemeente),
        Right(.klantmanager, look, [.dossier, .label, .traject], .ownGemeente),
        // The list of who is handed over when a contract ends.
        Right(.klantmanager, [.export], [.traject], .ownGemeente),
        Right(.klantmanager, look.union([.export]), [.rapport], .ownGemeenteReleased),
        Right(.klantmanager, look.union([.export]), [.indicator], .ownGemeente),
        Right(.klantmanager, [.read, .list], [.opdracht], .ownGemeente),

        // A partner sees the referrals that were sent to it, and keeps its own entry.
        Right(.partner, look.union([.decide, .change]), [.verwijzing], .ownOrganisatieReleased),
        Right(.partner, look, [.voorziening], .everything),
        Right(.partner, [.create, .change], [.voorziening], .ownOrganisatie),

        // A client sees the own plan, appointments, money, and who looked.
        Right(.client, look, [.dossier, .label, .traject, .plan, .regeldag, .voorschot, .leeslog], .ownDossier),
        Right(.client, look.union([.create, .attach]), [.bewijsstuk], .ownDossier),
        Right(.client, look, [.contactmoment, .verwijzing, .rapport], .ownDossierReleased),
        Right(.client, look, [.voorziening], .everything),
    ]
}
