// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension WaarnemingVastleggen {
    /// A colleague looks after the dossiers of somebody who is away. A team leader decides. The other services hear it and
    /// count the days themselves.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let actor = request.actor
        return try await middelen.store.once(request.envelope) { tx in
            let (weg, erbij) = (try Medewerkers.vind(tx.db, begeleider), try Medewerkers.vind(tx.db, waarnemer))
            guard let team = weg?.team else { throw Failure.notFound(what: "begeleider") }
            try Policy.decide(actor, .assign, on: .dossier, facts: Facts(team: team)).orThrow()
            try Waarneemregels.veldfouten(
                isZelf: begeleider == waarnemer, waarnemerBegeleidt: erbij?.magBegeleiden == true,
                zelfdeTeam: erbij?.team == team, van: van, totEnMet: totEnMet, vandaag: tx.today
            ).orThrow()
            let id: WaarnemingID = tx.ids.make()
            try tx.db.doe(
                "INSERT INTO waarneming (id, begeleider, waarnemer, team, van, tot_en_met) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    id.description, begeleider.description, waarnemer.description, team.description, van.description,
                    totEnMet.description,
                ])
            try tx.created("waarneming", id: id.description, why: "vastgelegd")
            try tx.emit(
                WaarnemingGewijzigd(
                    waarneming: id, begeleider: begeleider, waarnemer: waarnemer, team: team, van: van, totEnMet: totEnMet))
            return Answer(waarneming: id)
        }
    }
}

extension WaarnemingBeeindigen {
    /// It ends now: the colleague is back, or it was a mistake.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        return try await middelen.store.once(request.envelope) { tx in
            guard let rij = try Waarnemingen.vind(tx.db, waarneming),
                Policy.decide(actor, .assign, on: .dossier, facts: Facts(team: rij.team)).isYes
            else { throw Failure.notFound(what: "waarneming") }
            let vandaag = tx.today
            guard rij.ingetrokkenOp == nil, rij.totEnMet >= vandaag else {
                throw Failure.state(reason: "Deze waarneming is al voorbij.")
            }
            try tx.change("waarneming", id: waarneming.description, from: versie, why: "beëindigd") { db in
                try db.doe(
                    "UPDATE waarneming SET ingetrokken_op = ? WHERE id = ?", [vandaag.description, waarneming.description])
            }
            try tx.emit(
                WaarnemingGewijzigd(
                    waarneming: rij.id, begeleider: rij.begeleider, waarnemer: rij.waarnemer, team: rij.team, van: rij.van,
                    totEnMet: rij.totEnMet, ingetrokkenOp: vandaag))
            return Done()
        }
    }
}

extension ToewijzingenOpvragen {
    /// Who had the dossier when, and who covered in that time; newest first.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [Rij] {
        let (actor, vandaag) = (request.actor, middelen.vandaag)
        return try await middelen.store.read { db in
            _ = try Dossiers.eis(db, dossier, actor, .read, .contactmoment)
            let toewijzingen = try Waarnemingen.toewijzingen(db, dossier)
            var rijen: [Rij] = []
            for (nummer, toewijzing) in toewijzingen.enumerated() {
                let volgende = toewijzingen.indices.contains(nummer + 1) ? toewijzingen[nummer + 1].van : nil
                rijen.append(
                    Rij(
                        begeleider: toewijzing.begeleider, van: toewijzing.van, totEnMet: volgende, waarneming: false,
                        door: toewijzing.door))
                let dekking = try Waarnemingen.voor(
                    db, toewijzing.begeleider, van: toewijzing.van, totEnMet: volgende ?? vandaag)
                for waarneming in dekking {
                    let einde = [waarneming.totEnMet, waarneming.ingetrokkenOp, volgende].compactMap { $0 }.min()
                    rijen.append(
                        Rij(
                            begeleider: waarneming.waarnemer, van: max(waarneming.van, toewijzing.van), totEnMet: einde,
                            waarneming: true, door: nil))
                }
            }
            return rijen.reversed()
        }
    }
}
