// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Testing
import Toegang

/// The filter of a list and the answer for one thing must be the same rule. Random actors and things, each asked in
/// three ways: `decide`, `Scope.admits`, and the SQL of the scope on a real SQLite.
@Suite("Lijst en ding zijn het eens", .timeLimit(.minutes(2)))
struct FilterTests {
    /// A few of each, so that actors and things often meet.
    struct World {
        var random: SeededChance
        let users: [GebruikerID]
        let teams: [TeamID]
        let organisaties: [OrganisatieID]
        let dossiers: [DossierID]
        let gemeenten = ["0034", "0307", "0363"]

        init(seed: UInt64) {
            random = SeededChance(seed: seed)
            let ids = SeededIDSource(seed: seed)
            users = (0..<4).map { _ in ids.make() }
            teams = (0..<3).map { _ in ids.make() }
            organisaties = (0..<3).map { _ in ids.make() }
            dossiers = (0..<4).map { _ in ids.make() }
        }

        private mutating func maybe<Value>(_ values: [Value]) -> Value? {
            Int.random(in: 0..<4, using: &random) == 0 ? nil : values.randomElement(using: &random)
        }

        mutating func actor() -> Actor {
            var roles: Set<Role> = []
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                Role.allCases.randomElement(using: &random).map { _ = roles.insert($0) }
            }
            let purposes = ServicePurpose.allCases.map(\.rawValue) + ["proef"]
            return Actor(
                user: maybe(users), roles: roles, team: maybe(teams), gemeente: maybe(gemeenten),
                organisatie: maybe(organisaties), dossier: maybe(dossiers), purpose: maybe(purposes) ?? "")
        }

        mutating func facts() -> Facts {
            Facts(
                begeleiders: Set([maybe(users), maybe(users)].compactMap(\.self)), team: maybe(teams), gemeente: maybe(gemeenten),
                organisatie: maybe(organisaties), dossier: maybe(dossiers), requestedBy: maybe(users),
                vrijgegeven: Bool.random(using: &random), uitwisselbaar: Bool.random(using: &random),
                betrokkenen: Set([maybe(users)].compactMap(\.self)), zonderDossier: Bool.random(using: &random))
        }
    }

    static let columns = ScopeColumns(
        begeleider: "EXISTS (SELECT 1 FROM toewijzing t WHERE t.ding = d.id AND t.gebruiker = ?)", team: "d.team",
        gemeente: "d.gemeente", organisatie: "d.organisatie", dossier: "d.dossier",
        betrokkene: "EXISTS (SELECT 1 FROM genoemd g WHERE g.ding = d.id AND g.gebruiker = ?)", vrijgegeven: "d.vrijgegeven = 1",
        uitwisselbaar: "d.uitwisselbaar = 1", zonderDossier: "d.zonder_dossier = 1")

    @Test("beslissen, toelaten en de query geven hetzelfde antwoord", arguments: [1, 2, 3] as [UInt64])
    func eens(seed: UInt64) throws {
        var world = World(seed: seed)
        let things = (0..<200).map { _ in world.facts() }
        let queue = try DatabaseQueue()
        try queue.write { db in try Self.fill(db, with: things) }
        var (admitted, refused) = (0, 0)
        for _ in 0..<400 {
            let actor = world.actor()
            let resource = try #require(Resource.allCases.randomElement(using: &world.random))
            let action = try #require(Action.allCases.randomElement(using: &world.random))
            let scope = Policy.scope(actor, action, on: resource)
            let (sql, arguments) = scope.sql(columns: Self.columns)
            let found = try queue.read { db in
                try Set(Int.fetchAll(db, sql: "SELECT d.id FROM ding d WHERE \(sql)", arguments: StatementArguments(arguments)))
            }
            for (index, facts) in things.enumerated() {
                let admits = scope.admits(facts)
                let decision = Policy.decide(actor, action, on: resource, facts: facts)
                #expect(found.contains(index) == admits, "\(actor) \(action) \(resource) \(facts)")
                #expect(!decision.isYes || admits)
                if Action.looking.contains(action) { #expect(decision.isYes == admits) }
                if admits { admitted += 1 } else { refused += 1 }
            }
        }
        // The world is of use only when both answers come up often.
        #expect(admitted > 2000 && refused > 2000)
    }

    private static func fill(_ db: Database, with things: [Facts]) throws {
        try db.execute(
            sql: """
                CREATE TABLE ding (id INTEGER PRIMARY KEY, team TEXT, gemeente TEXT, organisatie TEXT, dossier TEXT, vrijgegeven INTEGER,
                    uitwisselbaar INTEGER, zonder_dossier INTEGER) STRICT;
                CREATE TABLE toewijzing (ding INTEGER NOT NULL, gebruiker TEXT NOT NULL) STRICT;
                CREATE TABLE genoemd (ding INTEGER NOT NULL, gebruiker TEXT NOT NULL) STRICT;
                """)
        for (index, facts) in things.enumerated() {
            try db.execute(
                sql: "INSERT INTO ding VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    index, facts.team?.description, facts.gemeente, facts.organisatie?.description, facts.dossier?.description,
                    facts.vrijgegeven, facts.uitwisselbaar, facts.zonderDossier,
                ])
            for user in facts.begeleiders {
                try db.execute(sql: "INSERT INTO toewijzing VALUES (?, ?)", arguments: [index, user.description])
            }
            for user in facts.betrokkenen {
                try db.execute(sql: "INSERT INTO genoemd VALUES (?, ?)", arguments: [index, user.description])
            }
        }
    }

    @Test("waar een opslag niet op kan filteren geeft die grond geen toegang")
    func ontbrekendeKolom() {
        let ids = SeededIDSource(seed: 9)
        let (user, team): (GebruikerID, TeamID) = (ids.make(), ids.make())
        let scope = Scope.any([.begeleider(user), .team(team), .gemeente("0034", onlyReleased: true)])
        #expect(scope.sql(columns: ScopeColumns(team: "t.team")).sql == "(t.team = ?)")
        #expect(scope.sql(columns: ScopeColumns(team: "t.team")).arguments == [team.description])
        #expect(scope.sql(columns: ScopeColumns(gemeente: "t.gemeente")).sql == "(0)")
        #expect(
            scope.sql(columns: ScopeColumns(begeleider: "t.begeleider", gemeente: "t.gemeente", vrijgegeven: "t.vrij"))
                .sql == "(t.begeleider = ? OR (t.gemeente = ? AND (t.vrij)))")
        #expect(Scope.none.sql(columns: Self.columns).sql == "(0)")
        #expect(Scope.all.sql(columns: ScopeColumns()).sql == "(1)")
    }
}
