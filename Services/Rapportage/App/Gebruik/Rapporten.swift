// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

/// What can be done with reports: one use case in each file beside this one.
struct Rapporten: Sendable {
    let store: Store
    let keys: any DossierKeys
    let leeslog: Leeslog
    /// Asked before a report goes to a reader outside.
    let uitwisseling: Uitwisselpoort
    /// Asks begeleiding for the paragraphs as the file stands now.
    let paragrafen: @Sendable (RapportParagrafen, Request) async throws -> [RapportParagrafen.Paragraaf]
}

extension Rapporten {
    /// The report, when the actor may read it; who may not hears that it is not there.
    func find(_ rapport: RapportID, _ actor: Actor) async throws -> RapportRij {
        let found = try await store.read { db in try RapportRij.find(db, rapport) }
        guard let rij = found, Policy.decide(actor, .read, on: .rapport, facts: rij.facts).isYes else {
            throw Failure.notFound(what: "rapport")
        }
        try await uitwisseling.eisVoorLezer(actor, rij.dossier, wat: "rapport", metHuishouden: true)
        return rij
    }

    /// What the report says: of a concept the paragraphs of this moment, of an approved one what was sealed.
    /// - Throws: `Failure.unavailable` while begeleiding, or intake with the key, is away.
    func inhoud(_ rij: RapportRij, _ request: Request) async throws -> Rapportinhoud {
        switch rij.toestand {
        case .concept:
            let (cijfers, verwijzingen) = try await store.read { db in
                (
                    try Rapportinhoud.kerncijfers(db, rij),
                    rij.isOverdrachtsdocument ? try Lopend.verwijzingen(db, rij.dossier) : []
                )
            }
            let vraag = RapportParagrafen(
                traject: rij.traject, soort: rij.isOverdrachtsdocument ? RapportRij.overdrachtsdocument : nil)
            let stukken = try await paragrafen(vraag, request).map(Rapportinhoud.Paragraaf.init)
            return Rapportinhoud(paragrafen: Lopend.erbij(stukken, verwijzingen), kerncijfers: cijfers)
        case .vastgesteld:
            let key = try await keys.key(for: rij.dossier)
            guard let sealed = try await store.read({ db in try RapportinhoudTabel.find(db, rij.rapport) }) else {
                throw Failure.notFound(what: "rapport")
            }
            let json = try Seal.open(sealed, with: key, context: RapportinhoudTabel.context(rij.rapport))
            return try MessageCoding.decode(Rapportinhoud.self, from: json)
        }
    }
}

extension Rapportinhoud.Paragraaf {
    init(_ message: RapportParagrafen.Paragraaf) {
        self.init(
            code: message.code, kop: message.kop, tekst: message.tekst,
            bronnen: message.bronnen.map { .init(soort: $0.soort, id: $0.id, zin: $0.zin) })
    }

    var message: RapportParagrafen.Paragraaf {
        .init(code: code, kop: kop, tekst: tekst, bronnen: bronnen.map { .init(soort: $0.soort, id: $0.id, zin: $0.zin) })
    }
}
