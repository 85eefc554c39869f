// SPDX-License-Identifier: EUPL-1.2

/// Where a store keeps each fact: an SQL expression that gives the id as text (`t.team`), or a whole condition with one
/// `?` for it (`EXISTS (SELECT 1 FROM toewijzing x WHERE x.traject = t.id AND x.gebruiker = ?)`).
///
/// Nil: this store cannot filter on it, and then that ground gives no access. Only fixed text of the program belongs
/// here, never input.
public struct ScopeColumns: Sendable {
    public var begeleider: String?
    public var team: String?
    public var gemeente: String?
    public var organisatie: String?
    public var dossier: String?
    /// Who is named in it.
    public var betrokkene: String?
    /// A condition without `?` that is true for what was released: `r.toestand = 'vastgesteld'`.
    public var vrijgegeven: String?
    /// A condition without `?` that is true for people about whom nobody stopped the exchange:
    /// `Uitwisselstop.vrij("r.dossier")`. Nil: this store does not know, and then nobody outside sees anything of it.
    public var uitwisselbaar: String?
    /// A condition without `?` that is true for what nobody has a dossier through yet. Nil: it always has one here.
    public var zonderDossier: String?

    public init(
        begeleider: String? = nil, team: String? = nil, gemeente: String? = nil, organisatie: String? = nil,
        dossier: String? = nil, betrokkene: String? = nil, vrijgegeven: String? = nil, uitwisselbaar: String? = nil,
        zonderDossier: String? = nil
    ) {
        (self.begeleider, self.team, self.gemeente) = (begeleider, team, gemeente)
        (self.organisatie, self.dossier, self.betrokkene) = (organisatie, dossier, betrokkene)
        (self.vrijgegeven, self.uitwisselbaar, self.zonderDossier) = (vrijgegeven, uitwisselbaar, zonderDossier)
    }

    fileprivate subscript(fact: Scope.Ground.Fact) -> String? {
        switch fact {
        case .begeleider: begeleider
        case .team: team
        case .gemeente: gemeente
        case .organisatie: organisatie
        case .dossier: dossier
        case .betrokkene: betrokkene
        // Never found in a list: who reads in an emergency was told where.
        case .noodlezer: nil
        }
    }
}

extension Scope {
    /// The filter as a condition for WHERE, to be joined with AND, and its arguments in order. Always in brackets.
    ///
    /// Put it in every query of a list, count or search; filtering afterwards would break pages and leak counts.
    public func sql(columns: ScopeColumns) -> (sql: String, arguments: [String]) {
        guard case .any(let grounds) = self else { return (self == .all ? "(1)" : "(0)", []) }
        var conditions: [String] = []
        var arguments: [String] = []
        // A fixed order: the same scope gives the same statement, which the store keeps prepared.
        for ground in grounds.sorted(by: Ground.before) {
            guard let column = columns[ground.fact] else { continue }
            var condition = column.contains("?") ? column : "\(column) = ?"
            if ground.onlyReleased {
                guard let released = columns.vrijgegeven else { continue }
                condition = "(\(condition) AND (\(released)))"
            }
            if ground.onlyExchangeable {
                guard let free = columns.uitwisselbaar else { continue }
                condition = "(\(condition) AND (\(free)))"
            }
            if ground.onlyWithoutDossier {
                guard let without = columns.zonderDossier else { continue }
                condition = "(\(condition) AND (\(without)))"
            }
            conditions.append(condition)
            arguments.append(ground.value)
        }
        return conditions.isEmpty ? ("(0)", []) : ("(\(conditions.joined(separator: " OR ")))", arguments)
    }
}

extension Scope.Ground {
    fileprivate static func before(_ left: Self, _ right: Self) -> Bool {
        left.order < right.order
    }

    private var order: (String, Int, Int, Int, String) {
        (fact.rawValue, onlyReleased ? 1 : 0, onlyExchangeable ? 1 : 0, onlyWithoutDossier ? 1 : 0, value)
    }
}
