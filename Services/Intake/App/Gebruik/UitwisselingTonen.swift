// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// What is known of stops on exchange: that there is one, for who works with the person; who and why, for few, and logged.
struct UitwisselingTonen: Sendable {
    let parts: IntakeParts

    /// How it stands, for who may stop it or read about it. Anybody else hears that the dossier is not there.
    func stand(_ query: UitwisselingOpvragen, _ actor: Actor) async throws -> UitwisselingOpvragen.Answer {
        let (betrokkene, sinds) = try await parts.store.read { db in
            (try Uitwisselregister.betrokkene(db, query.dossier), try Uitwisselregister.gestoptSinds(db, query.dossier))
        }
        guard let betrokkene else { throw Failure.notFound(what: "dossier") }
        func mag(_ action: Action) -> Bool {
            Policy.scope(actor, action, on: .uitwisselingsstop).admits(betrokkene.feiten)
        }
        guard mag(.create) || mag(.read) else { throw Failure.notFound(what: "dossier") }
        return .init(
            dossiernummer: betrokkene.nummer, gestoptSinds: sinds, magStoppen: sinds == nil && mag(.create),
            magHervatten: sinds != nil && mag(.decide), magRedenLezen: mag(.read))
    }

    /// Who and why. Logged before the answer leaves, a refused reading too.
    func redenen(
        _ query: UitwisselingRedenLezen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> [UitwisselingRedenLezen.Regel] {
        let (betrokkene, anderen) = try await parts.store.read { db in
            (
                try Uitwisselregister.betrokkene(db, query.dossier),
                // A stop on another dossier of the person holds here too, so its reason is read here too.
                try Samenvoegregister.groep(db, query.dossier).subtracting([query.dossier]).sorted().filter { ander in
                    try Uitwisselregister.betrokkene(db, ander).map {
                        Policy.decide(actor, .read, on: .uitwisselingsstop, facts: $0.feiten).isYes
                    } ?? false
                }
            )
        }
        guard let betrokkene else { throw Failure.notFound(what: "dossier") }
        let decision = Policy.decide(actor, .read, on: .uitwisselingsstop, facts: betrokkene.feiten)
        let dossiers = [query.dossier] + (decision.isYes ? anderen : [])
        try await parts.store.write(because: cause) { tx in
            for dossier in dossiers {
                try Leeslog.schrijf(
                    tx, dossier, actor: actor, dienst: caller, wat: "uitwisselingsstop", toegestaan: decision.isYes)
            }
        }
        try decision.orThrow()
        let zegel = Stopzegel(parts: parts)
        var uit: [UitwisselingRedenLezen.Regel] = []
        for dossier in dossiers {
            for regel in try await parts.store.read({ try Uitwisselregister.regels($0, dossier) }) {
                let reden = try await zegel.open(regel, dossier)
                uit.append(.init(soort: regel.soort.rawValue, op: regel.op, door: reden.door, toelichting: reden.toelichting))
            }
        }
        return dossiers.count == 1 ? uit : uit.sorted { $0.op > $1.op }
    }

    func lijst(_ query: UitwisselingsstoppenLijst, _ actor: Actor) async throws -> Page<UitwisselingsstoppenLijst.Rij> {
        let scope = Policy.scope(actor, .list, on: .uitwisselingsstop)
        let after = query.page.after.flatMap { DossierID($0) }
        let grens = query.page.grens
        let rijen = try await parts.store.read { try Uitwisselregister.lijst($0, scope, na: after, aantal: grens + 1) }
        let shown = Array(rijen.prefix(grens))
        return Page(rows: shown, next: rijen.count > shown.count ? shown.last?.dossier.description : nil)
    }

    /// For the other services: about whom nothing may leave.
    func nagaan(_ query: UitwisselingNagaan) async throws -> UitwisselingNagaan.Answer {
        guard query.dossiers.count <= 500 else {
            throw Failure.invalid([FieldError("dossiers", code: "te-veel", "Vraag hoogstens 500 dossiers tegelijk.")])
        }
        return .init(
            gestopt: try await parts.store.read {
                try Uitwisselregister.gestopt($0, query.dossiers, metHuishouden: query.metHuishouden)
            })
    }
}
