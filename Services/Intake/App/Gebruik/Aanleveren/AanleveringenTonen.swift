// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// Files that came in, within the actor's rights: the list, one of them, and its result file.
struct AanleveringenTonen: Sendable {
    let parts: IntakeParts
    /// How many faulty rows one page shows; the result file has all.
    static let getoond = 100
    /// Rows of the result file in one answer.
    static let perStuk = 500

    func lijst(_ query: AanleveringenLijst, _ actor: Actor) async throws -> Page<Aanleveringsstand> {
        let scope = Policy.scope(actor, .list, on: .aanlevering)
        let after = query.page.after.flatMap { AanleveringID($0) }
        return try await parts.store.read { db in
            let rijen = try Aanleverregister.lijst(db, scope, na: after, aantal: query.page.grens + 1)
            let shown = rijen.prefix(query.page.grens)
            return Page(
                rows: shown.map(\.stand), next: rijen.count > shown.count ? shown.last?.id.description : nil)
        }
    }

    func een(_ query: AanleveringOpvragen, _ actor: Actor) async throws -> AanleveringOpvragen.Answer {
        let bestand = try await vind(query.aanlevering, actor, .read)
        return try await parts.store.read { db in
            let fouten = try Aanleverrijen.lees(
                db, bestand.id, na: 0, status: .geweigerd, aantal: Self.getoond)
            return AanleveringOpvragen.Answer(
                stand: bestand.stand, tellingen: try Aanleverrijen.tellingen(db, bestand.id, buiten: actor.isOutside),
                fouten: fouten.flatMap { rij in
                    rij.fouten.map {
                        .init(rij: rij.rij, regel: rij.regel, kolom: $0.field, code: $0.code, tekst: $0.text)
                    }
                })
        }
    }

    func resultaat(_ query: AanleveringResultaat, _ actor: Actor) async throws -> AanleveringResultaat.Answer {
        let bestand = try await vind(query.aanlevering, actor, .export)
        return try await parts.store.read { db in
            let rijen = try Aanleverrijen.lees(db, bestand.id, na: max(query.vanaf, 0), aantal: Self.perStuk)
            var tekst = query.vanaf <= 0 ? Resultaatbestand.begin : ""
            let zichtbaar = actor.isOutside ? try Aanleverrijen.voorBuiten(db, rijen) : rijen
            for rij in zichtbaar { tekst += Resultaatbestand.regels(rij) }
            return .init(
                bestandsnaam: String(bestand.bestandsnaam.dropLast(4)) + "_resultaat.csv", inhoud: Data(tekst.utf8),
                volgende: rijen.count == Self.perStuk ? rijen.last?.rij : nil)
        }
    }

    private func vind(_ id: AanleveringID, _ actor: Actor, _ action: Action) async throws -> Aanlevering {
        guard let bestand = try await parts.store.read({ try Aanleverregister.vind($0, id) }),
            Policy.decide(actor, .read, on: .aanlevering, facts: bestand.feiten).isYes
        else { throw Failure.notFound(what: "aanlevering") }
        try Policy.decide(actor, action, on: .aanlevering, facts: bestand.feiten).orThrow()
        return bestand
    }
}
