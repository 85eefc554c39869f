// SPDX-License-Identifier: EUPL-1.2
import Dienst
import Domein
import Foundation

/// Thirty weeks in the synthetic city, lived through the public doors: the gemeente hands people over, workers do their
/// work in the portaal, a partner answers, money goes round, reports are approved.
final class Verhaal {
    let landschap: Landschap
    let stad: Stad
    let progress: Voortgang
    let gemeente: Gemeente
    let ids: SeededIDSource
    var chance: SeededChance
    var lists: OperatorLists { OperatorLists(landschap) }

    /// The people behind the portaal, signed in.
    var sessies: [String: Portaalklant] = [:]
    /// Which dossiers a begeleider has, in order of assignment.
    var caseload: [String: [Klant]] = [:]
    var verwijzingen = 0

    /// What the story remembers of somebody: nothing that the begeleider would not see.
    struct Klant: Sendable {
        var dossier: String
        var sinds: Int
        var contacten = 0
        var doelBereikt = false
    }

    static let weken = 30
    static let begin = Datum(2027, 1, 4) ?? Datum(Date())

    init(landschap: Landschap, stad: Stad, seed: UInt64, token: String, progress: Voortgang) {
        (self.landschap, self.stad, self.progress) = (landschap, stad, progress)
        gemeente = Gemeente(port: landschap.port + 1, token: token)
        ids = SeededIDSource(seed: seed &+ 7)
        chance = SeededChance(seed: seed &+ 11)
    }

    func live(users: [DemoUsers.User]) async throws {
        // The administrator made the others and has used this half minute's code already.
        for user in users where !user.rollen.contains("beheerder") {
            let client = Portaalklant(port: landschap.port)
            try await client.signIn(user)
            sessies[user.gebruikersnaam] = client
        }
        for werker in Stadsbewoners.werkers where werker.rollen.contains("begeleider") { caseload[werker.gebruikersnaam] = [] }
        var delivered = 0
        progress.begin("De stad leeft \(Self.weken) weken")
        for week in 0..<Self.weken {
            try await day(week, 0)
            delivered += try await deliver(week)
            try await quiet()
            try await judge()
            try await quiet()
            try await assign(week)
            try await quiet()
            for weekday in 1...3 {
                try await day(week, weekday)
                try await guide(week, weekday)
            }
            if week == 7 { try await refer() }
            if week == 9 { try await travel() }
            if week >= 25 { try await report() }
            progress.show(week + 1, of: Self.weken)
        }
        progress.end()
        guard delivered == stad.aanmeldingen.count else {
            throw Portaalklant.Unexpected(description: "\(delivered) van \(stad.aanmeldingen.count) aanmeldingen afgeleverd")
        }
    }

    func sessie(_ user: String) throws -> Portaalklant {
        guard let client = sessies[user] else { throw Portaalklant.Unexpected(description: "\(user) is niet aangemeld") }
        return client
    }

    /// Moves the city's clock to half past nine on a working day.
    func day(_ week: Int, _ weekday: Int) async throws {
        try SharedClock.write(Self.begin.adding(days: week * 7 + weekday).at(hour: 9, minute: 30), to: landschap.clockFile)
        // Every process looks at the file ten times a second.
        try await Task.sleep(for: .milliseconds(120))
    }

    func date(_ week: Int, _ weekday: Int) -> Datum { Self.begin.adding(days: week * 7 + weekday) }

    /// Waits until every service has applied what the others told.
    func quiet() async throws {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            if await lists.largestLag() == 0 { return }
            try await Task.sleep(for: .milliseconds(30))
        }
        throw Portaalklant.Unexpected(description: "de stromen lopen achter; kijk met 'wegwijs status'")
    }
}
