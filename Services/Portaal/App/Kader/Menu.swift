// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// The main menu of each role: what somebody does all day, in the order of the day.
enum Menu {
    struct Punt: Sendable, Equatable {
        let naam: String
        let href: String
        let rollen: Set<Role>
    }

    private static let begeleiders: Set<Role> = [.begeleider, .teamleider, .vrijwilliger]

    /// One line per page of the main menu. A role sees only what it can use.
    static let punten: [Punt] = [
        Punt(naam: "Vandaag", href: "/", rollen: Set(Role.allCases)),
        Punt(naam: "Agenda", href: "/agenda", rollen: [.begeleider, .teamleider]),
        Punt(naam: "Spreekuur", href: "/spreekuur", rollen: [.begeleider, .teamleider]),
        Punt(naam: "Uit beeld", href: "/uit-beeld", rollen: [.begeleider, .teamleider]),
        Punt(naam: "Mensen", href: "/mensen", rollen: begeleiders.union([.financieel])),
        Punt(naam: "Aanmeldingen", href: "/aanmeldingen", rollen: [.teamleider]),
        Punt(naam: "Wijzigingen", href: "/wijzigingen", rollen: [.begeleider, .teamleider]),
        Punt(naam: "Nieuwe aanmelding", href: "/aanmelding/nieuw", rollen: [.begeleider, .teamleider, .klantmanager]),
        Punt(naam: "Bestand aanleveren", href: "/aanleveren", rollen: [.klantmanager, .teamleider]),
        Punt(naam: "Verdelen", href: "/verdelen", rollen: [.teamleider]),
        Punt(naam: "Caseload", href: "/caseload", rollen: [.begeleider, .teamleider]),
        Punt(naam: "Einde opdracht", href: "/contracteinde", rollen: [.teamleider, .klantmanager]),
        Punt(naam: "Verwijzingen", href: "/verwijzingen", rollen: [.begeleider, .teamleider]),
        Punt(naam: "Verwijzingen aan ons", href: "/partner", rollen: [.partner]),
        Punt(naam: "Onze vermeldingen", href: "/partner/kaart", rollen: [.partner]),
        Punt(naam: "Sociale kaart", href: "/sociale-kaart", rollen: begeleiders.union([.beheerder])),
        Punt(naam: "Meldcode", href: "/meldcode", rollen: [.begeleider, .aandachtsfunctionaris]),
        Punt(naam: "Reiskosten", href: "/reiskosten", rollen: [.financieel, .tweedeTekenaar]),
        Punt(naam: "Rapporten", href: "/rapporten", rollen: [.begeleider, .teamleider, .klantmanager]),
        Punt(naam: "Instroom", href: "/instroom", rollen: [.teamleider, .klantmanager]),
        Punt(naam: "Gemeente", href: "/gemeente", rollen: [.klantmanager, .teamleider]),
        Punt(naam: "Gestopte uitwisseling", href: "/uitwisselingsstoppen", rollen: [.functionarisGegevensbescherming]),
        Punt(naam: "Gebruikers", href: "/gebruikers", rollen: [.beheerder]),
        Punt(naam: "Berichten", href: "/berichten", rollen: [.beheerder]),
        Punt(naam: "Beheer", href: "/beheer", rollen: [.beheerder]),
    ]

    static func van(_ rollen: Set<Role>) -> [Punt] { punten.filter { !$0.rollen.isDisjoint(with: rollen) } }
}

extension Role {
    /// As on screen.
    var naam: String {
        switch self {
        case .begeleider: "Begeleider"
        case .vrijwilliger: "Vrijwilliger"
        case .teamleider: "Teamleider"
        case .financieel: "Financieel medewerker"
        case .tweedeTekenaar: "Tweede tekenaar"
        case .beheerder: "Beheerder"
        case .functionarisGegevensbescherming: "Functionaris gegevensbescherming"
        case .aandachtsfunctionaris: "Aandachtsfunctionaris"
        case .klantmanager: "Klantmanager van de gemeente"
        case .partner: "Partner"
        case .client: "Cliënt"
        }
    }
}
