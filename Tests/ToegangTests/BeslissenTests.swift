// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Testing

@testable import Toegang

@Suite("Beslissen over één ding", .timeLimit(.minutes(1)))
struct BeslissenTests {
    let ids = SeededIDSource(seed: 2)
    let begeleider: GebruikerID
    let collega: GebruikerID
    let team: TeamID
    let facts: Facts

    init() {
        (begeleider, collega, team) = (ids.make(), ids.make(), ids.make())
        facts = Facts(
            begeleiders: [begeleider], team: team, gemeente: "0034", dossier: ids.make(), requestedBy: begeleider,
            uitwisselbaar: true)
    }

    private func wie(_ user: GebruikerID?, _ roles: Set<Role>) -> Actor {
        Actor(user: user, roles: roles, team: team, gemeente: "0034", purpose: "proef")
    }

    @Test("een begeleider opent het eigen dossier en niet dat van een collega")
    func eigenDossier() {
        #expect(Policy.decide(wie(begeleider, [.begeleider]), .read, on: .dossier, facts: facts) == .yes)
        #expect(
            Policy.decide(wie(collega, [.begeleider]), .read, on: .dossier, facts: facts)
                == .no(reason: "U hebt geen toegang tot dit dossier."))
    }

    @Test("wie een voorschot vraagt beslist er niet over, ook niet met de rol die dat mag; een collega wel")
    func vierOgen() {
        let both: Set<Role> = [.begeleider, .financieel, .tweedeTekenaar]
        #expect(Policy.decide(wie(begeleider, both), .create, on: .voorschot, facts: facts) == .yes)
        #expect(
            Policy.decide(wie(begeleider, both), .decide, on: .voorschot, facts: facts)
                == .no(reason: "U hebt dit zelf aangevraagd of ingediend. Een collega moet hierover beslissen."))
        #expect(Policy.decide(wie(collega, [.financieel]), .decide, on: .voorschot, facts: facts) == .yes)
        #expect(Policy.decide(wie(collega, [.begeleider]), .decide, on: .voorschot, facts: facts).isYes == false)
        #expect(Policy.decide(wie(collega, [.tweedeTekenaar]), .pay, on: .voorschot, facts: facts).isYes == false)
        #expect(Policy.decide(wie(begeleider, both), .decide, on: .bewijsstuk, facts: facts).isYes == false)
    }

    @Test("als niet bekend is wie vroeg of wie beslist, beslist niemand over geld")
    func vierOgenOnbekend() {
        var unknown = facts
        unknown.requestedBy = nil
        #expect(Policy.decide(wie(collega, [.financieel]), .decide, on: .voorschot, facts: unknown).isYes == false)
        #expect(Policy.decide(wie(nil, [.financieel]), .decide, on: .voorschot, facts: facts).isYes == false)
    }

    @Test("een rapport is voor de gemeente pas te zien als het is vrijgegeven, en alleen voor de eigen gemeente")
    func vrijgegeven() {
        let klantmanager = wie(collega, [.klantmanager])
        var rapport = facts
        #expect(Policy.decide(klantmanager, .read, on: .rapport, facts: rapport).isYes == false)
        rapport.vrijgegeven = true
        #expect(Policy.decide(klantmanager, .read, on: .rapport, facts: rapport).isYes)
        rapport.gemeente = "0307"
        #expect(Policy.decide(klantmanager, .read, on: .rapport, facts: rapport).isYes == false)
    }

    @Test("over wie de uitwisseling is gestopt ziet niemand buiten iets, en wie er werkt alles wat hij zag")
    func gestopt() {
        var gestopt = facts
        (gestopt.vrijgegeven, gestopt.uitwisselbaar, gestopt.organisatie) = (true, false, ids.make())
        var vrij = gestopt
        vrij.uitwisselbaar = true
        let partner = Actor(user: nil, roles: [.partner], organisatie: gestopt.organisatie, purpose: "proef")
        var seen = 0
        for resource in Resource.allCases where resource.isAboutPerson(in: .read) {
            for action in Action.allCases where action != .create {
                for outsider in [wie(collega, [.klantmanager]), partner] {
                    #expect(!Policy.decide(outsider, action, on: resource, facts: gestopt).isYes, "\(action) \(resource)")
                    if Policy.decide(outsider, action, on: resource, facts: vrij).isYes { seen += 1 }
                }
            }
            #expect(
                Policy.decide(wie(begeleider, [.begeleider]), .read, on: resource, facts: gestopt)
                    == Policy.decide(wie(begeleider, [.begeleider]), .read, on: resource, facts: vrij))
        }
        #expect(seen > 20)
        // A role inside gives what it gave, whatever other role the same person has.
        #expect(Policy.decide(wie(begeleider, [.begeleider, .klantmanager]), .read, on: .dossier, facts: gestopt).isYes)
    }

    @Test("wie de uitwisseling stopte, heft de stop niet op; een andere teamleider wel")
    func stopOpheffen() {
        #expect(Policy.decide(wie(begeleider, [.begeleider]), .create, on: .uitwisselingsstop, facts: facts).isYes)
        #expect(!Policy.decide(wie(begeleider, [.teamleider]), .decide, on: .uitwisselingsstop, facts: facts).isYes)
        #expect(!Policy.decide(wie(collega, [.begeleider]), .decide, on: .uitwisselingsstop, facts: facts).isYes)
        #expect(Policy.decide(wie(collega, [.teamleider]), .decide, on: .uitwisselingsstop, facts: facts).isYes)
        for role in Role.allCases where ![.teamleider, .functionarisGegevensbescherming].contains(role) {
            #expect(!Policy.decide(wie(begeleider, [role]), .read, on: .uitwisselingsstop, facts: facts).isYes, "\(role)")
        }
    }

    @Test("in nood vraagt wie het dossier mag openen, leest alleen zolang het duurt, en oordeelt een ander")
    func nood() {
        var zaak = facts
        #expect(Policy.decide(wie(begeleider, [.begeleider]), .emergency, on: .meldcode, facts: zaak).isYes)
        #expect(!Policy.decide(wie(collega, [.begeleider]), .emergency, on: .meldcode, facts: zaak).isYes)
        #expect(Policy.decide(wie(collega, [.teamleider]), .emergency, on: .meldcode, facts: zaak).isYes)
        #expect(!Policy.decide(wie(collega, [.teamleider]), .read, on: .meldcode, facts: zaak).isYes)
        zaak.noodlezers = [collega]
        for action in Action.allCases where action != .emergency {
            let mag = Policy.decide(wie(collega, [.teamleider]), action, on: .meldcode, facts: zaak).isYes
            #expect(mag == (action == .read), "\(action)")
        }
        #expect(!Policy.decide(wie(collega, [.vrijwilliger]), .read, on: .meldcode, facts: zaak).isYes)
        // Nobody finds it in a list by it.
        let bereik = Policy.scope(wie(collega, [.teamleider]), .read, on: .meldcode)
        #expect(bereik.sql(columns: ScopeColumns(team: "team")).sql == "(0)")
        #expect(Policy.decide(wie(collega, [.aandachtsfunctionaris]), .decide, on: .meldcode, facts: zaak).isYes)
        #expect(!Policy.decide(wie(begeleider, [.aandachtsfunctionaris]), .decide, on: .meldcode, facts: zaak).isYes)
    }

    @Test("een rol zonder het kenmerk waarop zij steunt geeft niets: lege feiten passen niet op een leeg kenmerk")
    func leegKenmerk() {
        for role in Role.allCases {
            let leeg = Actor(user: nil, roles: [role], purpose: "proef")
            for resource in [Resource.dossier, .traject, .rapport, .aanmelding, .verwijzing] {
                #expect(Policy.scope(leeg, .list, on: resource) == .none, "\(role) \(resource)")
                #expect(Policy.decide(leeg, .read, on: resource, facts: Facts()).isYes == false)
            }
        }
    }

    @Test("een beheerder ziet geen enkel dossier")
    func beheerder() {
        for resource in Resource.allCases where ![.gebruiker, .opdracht, .stroom, .voorziening].contains(resource) {
            for action in Action.allCases {
                #expect(Policy.scope(wie(collega, [.beheerder]), action, on: resource) == .none)
            }
        }
    }

    @Test("een dienst mag alleen lezen, en alleen waarvoor het genoemde doel is")
    func dienst() {
        #expect(Policy.scope(ServicePurpose.rapport.actor, .read, on: .contactmoment) == .all)
        #expect(Policy.scope(ServicePurpose.rapport.actor, .change, on: .contactmoment) == .none)
        #expect(Policy.scope(ServicePurpose.betaling.actor, .read, on: .contactmoment) == .none)
        #expect(Policy.scope(.service(purpose: "zomaar"), .read, on: .dossier) == .none)
        // A signed-in user without a role does not become a service by naming its purpose.
        #expect(Policy.scope(Actor(user: begeleider, roles: [], purpose: "rapport-opstellen"), .read, on: .dossier) == .none)
    }

    @Test("een weigering wordt een getypte fout met een Nederlandse reden")
    func fout() {
        #expect(throws: Failure.notAllowed(reason: "Uw rol geeft geen recht om dit te doen met dit voorschot.")) {
            try Policy.decide(wie(collega, [.vrijwilliger]), .read, on: .voorschot, facts: facts).orThrow()
        }
    }
}
