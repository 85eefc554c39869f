// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Toegang

/// Who may know that somebody lives in a household: name and role, and of a shielded member nothing.
@Suite("Wie mag weten wie er woont", .timeLimit(.minutes(1)))
struct HuisgenotenTests {
    static let team = TeamID(team: "Almere")
    static let (zijn, haar) = (GebruikerID(UUID()), GebruikerID(UUID()))
    static let dossier = DossierID(UUID())

    func feiten(_ begeleider: GebruikerID, afgeschermd: Bool = false, uitwisselbaar: Bool = true) -> Facts {
        Facts(
            begeleiders: [begeleider], team: Self.team, gemeente: "0034", dossier: Self.dossier,
            uitwisselbaar: uitwisselbaar, afgeschermd: afgeschermd)
    }

    /// Actor, and whether that one knows of her: open, and shielded.
    static let tabel: [(String, Actor, Bool, Bool)] = [
        ("haar begeleider", Actor(user: haar, roles: [.begeleider], team: team, purpose: "x"), true, true),
        ("zijn begeleider", Actor(user: zijn, roles: [.begeleider], team: team, purpose: "x"), true, false),
        ("zijn vrijwilliger", Actor(user: zijn, roles: [.vrijwilliger], team: team, purpose: "x"), true, false),
        ("een ander", Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: team, purpose: "x"), false, false),
        ("de teamleider", Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: team, purpose: "x"), true, true),
        (
            "een ander team", Actor(user: zijn, roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x"), false, false
        ),
        ("de gemeente", Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "x"), true, true),
        (
            "een andere gemeente", Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0307", purpose: "x"),
            false, false
        ),
        ("de beheerder", Actor(user: zijn, roles: [.beheerder], purpose: "x"), false, false),
        ("een rapport", .service(purpose: "rapport-opstellen"), true, false),
    ]

    @Test("per rol, open en afgeschermd", arguments: tabel)
    func kennen(_ rij: (String, Actor, Bool, Bool)) {
        let (wie, actor, open, dicht) = rij
        let huis = [feiten(Self.zijn)]
        #expect(Policy.magKennen(actor, lid: feiten(Self.haar), huisgenoten: huis) == open, "\(wie)")
        #expect(Policy.magKennen(actor, lid: feiten(Self.haar, afgeschermd: true), huisgenoten: huis) == dicht, "\(wie)")
    }

    @Test("de gemeente weet niets van wie niet mag worden uitgewisseld")
    func stop() {
        let gemeente = Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0034", purpose: "x")
        #expect(
            !Policy.magKennen(gemeente, lid: feiten(Self.haar, uitwisselbaar: false), huisgenoten: [feiten(Self.zijn)]))
    }
}
