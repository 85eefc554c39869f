// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

/// Who may see and do what: the one policy, a pure function. Default is no.
///
/// For lists, counts and search ask `scope` and put it in the query; for one thing ask `decide` with its facts. Both
/// come from the same lines (`Right`), so a list never shows what opening would refuse.
public enum Policy {
    /// Of which things the actor may do this; a query filter.
    public static func scope(_ actor: Actor, _ action: Action, on resource: Resource) -> Scope {
        if actor.roles.isEmpty {
            guard actor.user == nil, let purpose = ServicePurpose(rawValue: actor.purpose),
                purpose.actions.contains(action), purpose.resources.contains(resource)
            else { return .none }
            return .all
        }
        let rights = actor.roles.lazy.compactMap { Right.byRole[$0] }.joined()
        return rights.reduce(Scope.none) { scope, right in
            guard right.actions.contains(action), right.resources.contains(resource) else { return scope }
            let guarded = right.role.isOutside && resource.isAboutPerson(in: action)
            return scope.union(reach(right.reach, of: actor, onlyExchangeable: guarded))
        }
    }

    /// Whether the actor may do this with the one thing that has these facts: the scope, and four eyes on money.
    public static func decide(_ actor: Actor, _ action: Action, on resource: Resource, facts: Facts) -> Decision {
        let scope = scope(actor, action, on: resource)
        guard scope != .none else { return .no(reason: "Uw rol geeft geen recht om dit te doen met \(resource.naam).") }
        guard scope.admits(facts) else { return .no(reason: "U hebt geen toegang tot \(resource.naam).") }
        if action == .decide && fourEyes.contains(resource) {
            guard let asked = facts.requestedBy, let user = actor.user else {
                return .no(
                    reason: "Het is niet bekend wie dit heeft aangevraagd of wie beslist. Daarom kan er niet worden beslist.")
            }
            guard asked != user else {
                return .no(reason: "U hebt dit zelf aangevraagd of ingediend. Een collega moet hierover beslissen.")
            }
        }
        return .yes
    }

    /// Where who asked may not decide.
    private static let fourEyes: Set<Resource> = [.voorschot, .bewijsstuk, .uitwisselingsstop, .meldcode]

    private static func reach(_ reach: Right.Reach, of actor: Actor, onlyExchangeable: Bool) -> Scope {
        var ground: Scope.Ground? =
            switch reach {
            case .everything, .assigned: nil
            case .named: actor.user.map { .betrokkene($0) }
            case .inEmergency: actor.user.map { .noodlezer($0) }
            case .ownTeam: actor.team.map { .team($0) }
            case .ownTeamWithoutDossier: actor.team.map { .team($0, onlyWithoutDossier: true) }
            case .ownGemeente: actor.gemeente.map { .gemeente($0) }
            case .ownGemeenteReleased: actor.gemeente.map { .gemeente($0, onlyReleased: true) }
            case .ownOrganisatie: actor.organisatie.map { .organisatie($0) }
            case .ownOrganisatieReleased: actor.organisatie.map { .organisatie($0, onlyReleased: true) }
            case .ownDossier: actor.dossier.map { .dossier($0) }
            case .ownDossierReleased: actor.dossier.map { .dossier($0, onlyReleased: true) }
            }
        if case .everything = reach { return .all }
        if case .assigned = reach {
            // Who covers for a colleague has what that colleague has, as long as it lasts (decision 0022).
            guard let user = actor.user else { return .none }
            return .any(Set(actor.waarneemtVoor.union([user]).map { .begeleider($0) }))
        }
        ground?.onlyExchangeable = onlyExchangeable
        return ground.map { .any([$0]) } ?? .none
    }
}

extension Decision {
    /// Throws `Failure.notAllowed` for a no, so that a use case can begin with one line.
    public func orThrow() throws(Failure) {
        if case .no(let reason) = self { throw .notAllowed(reason: reason) }
    }
}
