// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang
import Zegel

/// Keeps somebody from the sight of the workers of housemates, or no longer. Why is sealed with who said it, and read by who
/// may change this dossier; every reading is logged.
struct Afschermen: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: HuisgenootAfschermen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let verzegeld = command.aan ? try await sluit(command, actor) : [:]
        return try await parts.store.once(envelope) { tx in
            let rij = try HuishoudenZetten.eis(tx, command.dossier, actor)
            // Neutral words: the history must not tell more than the screen.
            try tx.change("persoon", id: rij.dossier.description, from: command.versie, why: "zichtbaarheid gewijzigd") { _ in
                let groep = try Samenvoegregister.groep(tx.db, command.dossier)
                if command.aan {
                    try Huisgenotenscherm.schermAf(tx, groep, redenen: verzegeld)
                } else {
                    try eisOveral(tx, groep, actor)
                    try Huisgenotenscherm.toonWeer(tx, groep)
                }
            }
            return Done()
        }
    }

    /// Whoever shows somebody again does so for every dossier of the person, and so must work in each where it was set.
    private func eisOveral(_ tx: Transaction, _ groep: Set<DossierID>, _ actor: Actor) throws {
        for dossier in try Huisgenotenscherm.gezet(tx.db, in: groep) {
            guard let rij = try Persoonregister.vind(tx.db, dossier) else { continue }
            guard Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).isYes else {
                throw Failure.state(
                    reason: "Deze persoon is ook in een ander dossier afgeschermd. Vraag wie daarin werkt, of de teamleider.")
            }
        }
    }

    func stand(
        _ query: SchermOpvragen, _ actor: Actor, caller: ServiceName, because cause: Envelope
    ) async throws -> SchermOpvragen.Answer {
        let (rij, scherm) = try await parts.store.read { db in
            (try Persoonregister.vind(db, query.dossier), try Huisgenotenscherm.vind(db, query.dossier))
        }
        // Who may not change it, hears of no shield, and hardly of the person.
        guard let rij, Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).isYes else {
            throw Failure.notFound(what: "dossier")
        }
        try await parts.store.write(because: cause) { tx in
            try Leeslog.schrijf(tx, rij.dossier, actor: actor, dienst: caller, wat: "zichtbaarheid", toegestaan: true)
        }
        var reden: Uitwisselreden?
        if let verzegeld = scherm?.reden, let bij = scherm?.dossier {
            reden = try MessageCoding.decode(
                from: Seal.open(
                    verzegeld, with: try await parts.kluis.key(for: bij), context: Self.context(bij)))
        }
        return .init(
            dossier: rij.dossier, dossiernummer: rij.dossiernummer, naam: rij.naam, afgeschermd: rij.afgeschermd,
            sinds: scherm?.sinds, toelichting: reden?.toelichting, door: reden?.door, versie: rij.versie)
    }

    /// The reason, sealed for every dossier of the person by itself.
    private func sluit(_ command: HuisgenootAfschermen, _ actor: Actor) async throws -> [DossierID: Data] {
        let toelichting = (command.toelichting ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if let (code, zin) = Uitwisselreden.fout(toelichting) {
            throw Failure.invalid([FieldError("toelichting", code: code, zin)])
        }
        guard let door = actor.user else { throw Failure.notAllowed(reason: "Alleen wie is aangemeld kan dit doen.") }
        // Looked at here too: a key is not asked for somebody whom the actor may not know.
        let (gevonden, groep) = try await parts.store.read { db in
            (try Persoonregister.vind(db, command.dossier), try Samenvoegregister.groep(db, command.dossier))
        }
        guard let rij = gevonden else { throw Failure.notFound(what: "dossier") }
        try Policy.decide(actor, .change, on: .dossier, facts: rij.feiten).orThrow()
        let reden = try MessageCoding.encode(Uitwisselreden(door: door, toelichting: toelichting))
        var verzegeld: [DossierID: Data] = [:]
        for dossier in groep {
            verzegeld[dossier] = try Seal.seal(
                reden, with: try await parts.kluis.key(for: dossier), context: Self.context(dossier))
        }
        return verzegeld
    }

    private static func context(_ dossier: DossierID) -> String { "huisgenotenscherm.reden:\(dossier)" }
}
