// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Testing

@testable import Toegang

/// Leave cover: who covers has what the absent colleague has to the own dossiers, by every right that reaches "assigned", and
/// nothing else.
@Suite("Waarnemen geeft wat de collega had", .timeLimit(.minutes(1)))
struct WaarnemingTests {
    private let ids = SeededIDSource(seed: 11)

    @Test("voor elke rol, handeling en ding: met waarneming precies de rechten van beiden samen")
    func samen() {
        let (ik, collega, ander): (GebruikerID, GebruikerID, GebruikerID) = (ids.make(), ids.make(), ids.make())
        let (mijn, haar, vreemd) = (Facts(begeleiders: [ik]), Facts(begeleiders: [collega]), Facts(begeleiders: [ander]))
        var meer = 0
        for role in Role.allCases {
            let zonder = Actor(user: ik, roles: [role], purpose: "proef")
            var met = zonder
            met.waarneemtVoor = [collega]
            let zij = Actor(user: collega, roles: [role], purpose: "proef")
            for action in Action.allCases {
                for resource in Resource.allCases {
                    func mag(_ actor: Actor, _ feiten: Facts) -> Bool {
                        Policy.scope(actor, action, on: resource).admits(feiten)
                    }
                    #expect(mag(met, mijn) == mag(zonder, mijn), "\(role) \(action) \(resource)")
                    #expect(mag(met, haar) == mag(zij, haar), "\(role) \(action) \(resource)")
                    #expect(mag(met, vreemd) == mag(zonder, vreemd), "\(role) \(action) \(resource)")
                    if mag(met, haar) && !mag(zonder, haar) { meer += 1 }
                }
            }
        }
        #expect(meer > 30)
    }

    @Test("waarnemen maakt van iemand zonder rol geen begeleider")
    func zonderRol() {
        let collega: GebruikerID = ids.make()
        var actor = Actor(user: ids.make(), roles: [], purpose: "proef")
        actor.waarneemtVoor = [collega]
        #expect(Policy.scope(actor, .read, on: .dossier) == .none)
        var niemand = Actor(user: nil, roles: [.begeleider], purpose: "proef")
        niemand.waarneemtVoor = [collega]
        #expect(Policy.scope(niemand, .read, on: .dossier) == .none)
    }

    @Test("voor zichzelf en voor wie men waarneemt werkt men, voor niemand en anderen niet")
    func werktVoor() {
        let (ik, collega): (GebruikerID, GebruikerID) = (ids.make(), ids.make())
        var actor = Actor(user: ik, roles: [.begeleider], purpose: "proef")
        #expect(actor.werktVoor(ik) && !actor.werktVoor(collega) && !actor.werktVoor(nil))
        actor.waarneemtVoor = [collega]
        #expect(actor.werktVoor(collega))
    }
}
