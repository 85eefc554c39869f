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

extension OverdrachtenStarten {
    /// Offers dossiers to a colleague of the same team. All or nothing; nobody loses or gets a dossier by it yet.
    /// - Throws: `Failure.unavailable` when there is a note and a key is away.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, ids) = (request.actor, middelen.regels, Array(Set(dossiers)).sorted())
        let notitie = notitie.trimmingCharacters(in: .whitespacesAndNewlines)
        let vandaag = middelen.vandaag
        _ = try await middelen.store.read { try controleer($0, actor, ids, notitie, vandaag) }
        var keys: [DossierID: SealKey] = [:]
        if !notitie.isEmpty { for id in ids { keys[id] = try await middelen.keys.key(for: id) } }
        let sleutels = keys
        return try await middelen.store.once(request.envelope) { tx in
            let vandaag = tx.today
            let overdrachten = try controleer(tx.db, actor, ids, notitie, vandaag).map { rij -> OverdrachtID in
                let id: OverdrachtID = tx.ids.make()
                let uiterlijk = try regels.opdracht(rij.opdracht).caseload.reactie.uiterlijk(vanaf: vandaag)
                let zegel = try sleutels[rij.id].map { try Seal.seal(notitie, with: $0, context: Zegelplaats.overdracht(id)) }
                try tx.db.doe(
                    """
                    INSERT INTO overdracht (id, dossier, van, aan, team, notitie_zegel, driegesprek_op, gevraagd_op,
                        gevraagd_door, uiterlijk_op, toestand)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
                    """,
                    [
                        id.description, rij.id.description, rij.begeleider.kolom(), aan.description, rij.team.description,
                        zegel, driegesprekOp.kolom(), vandaag.description, actor.user.kolom(), uiterlijk.description,
                    ])
                try tx.created("overdracht", id: id.description, why: "aangeboden aan een collega")
                try Tijdlijn.voegToe(tx, rij.id, op: vandaag, Tijdlijnfeit(.overdracht, ["stap": "open"]))
                try Aandachtspunten.bijwerken(tx.db, rij.id, regels)
                return id
            }
            return Answer(overdrachten: overdrachten)
        }
    }

    private func controleer(
        _ db: Database, _ actor: Actor, _ ids: [DossierID], _ notitie: String, _ vandaag: Datum
    ) throws -> [Dossierrij] {
        guard (1...200).contains(ids.count), dossiers.count <= 200 else {
            throw Failure.invalid([FieldError("dossiers", code: "aantal", "Kies 1 tot en met 200 dossiers.")])
        }
        let rijen = try ids.map { try Dossiers.eis(db, $0, actor, .create, .overdracht) }
        var fouten: [Veldfout] = []
        if rijen.contains(where: { $0.toestand == .afgerond }) {
            fouten.append(Veldfout("dossiers", code: "afgerond", "Een dossier dat is afgerond kan niet worden overgedragen."))
        }
        if rijen.contains(where: { $0.begeleider == aan }) {
            fouten.append(Veldfout("aan", code: "heeft-al", "Deze collega heeft het dossier al. Kies iemand anders."))
        }
        let medewerker = try Medewerkers.vind(db, aan)
        if medewerker?.magBegeleiden != true {
            fouten.append(Veldfout("aan", code: "geen-begeleider", "Kies een medewerker die nu als begeleider werkt."))
        } else if rijen.contains(where: { $0.team != medewerker?.team }) {
            fouten.append(Veldfout("aan", code: "ander-team", "Kies een begeleider uit het team van het dossier."))
        }
        if notitie.count > Contactregels.langsteNotitie {
            fouten.append(
                Veldfout(
                    "notitie", code: "te-lang",
                    "Maak de notitie korter: ten hoogste \(Contactregels.langsteNotitie) tekens."))
        }
        if let driegesprekOp, driegesprekOp < vandaag {
            fouten.append(Veldfout("driegesprekOp", code: "verleden", "Kies vandaag of een latere dag."))
        }
        try fouten.orThrow()
        for rij in rijen {
            guard rij.meerijdendMet == nil else {
                throw Failure.state(reason: "Een kind gaat mee met het traject van de ouder of voogd. Draag dat dossier over.")
            }
            guard try Overdrachten.open(db, rij.id) == nil else {
                throw Failure.state(
                    reason: "Voor \(rij.dossiernummer) loopt al een overdracht. Trek die eerst in of wacht op het antwoord.")
            }
        }
        return rijen
    }
}
