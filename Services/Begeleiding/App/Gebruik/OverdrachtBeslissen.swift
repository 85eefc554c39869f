// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension OverdrachtBeslissen {
    /// The receiver accepts or refuses, or the giver takes it back. Only an acceptance moves the dossier.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Overdrachten.eis(tx.db, overdracht, actor)
            guard let dossierrij = try Dossiers.vind(tx.db, rij.dossier) else { throw Failure.notFound(what: "dossier") }
            var reden: Uitbeeldregels.Reden?
            switch besluit {
            case .intrekken: try Policy.decide(actor, .change, on: .overdracht, facts: rij.gevers).orThrow()
            case .accepteren, .weigeren:
                // Taking somebody on is done by oneself, not by who covers and not by a team leader.
                guard actor.user == rij.aan else {
                    throw Failure.notAllowed(reason: "Alleen de collega aan wie het is gevraagd kan antwoorden.")
                }
            }
            if besluit == .weigeren {
                reden = self.reden.flatMap { code in try? regels.opdracht(dossierrij.opdracht).caseload.weigerreden(code) }
                guard reden != nil else {
                    throw Failure.invalid([FieldError("reden", code: "onbekend", "Kies waarom u het dossier niet overneemt.")])
                }
            }
            guard rij.isOpen else { throw Failure.state(reason: "Deze overdracht is al \(rij.toestand).") }
            let naar = besluit == .accepteren ? "geaccepteerd" : besluit == .weigeren ? "geweigerd" : "ingetrokken"
            let vandaag = tx.today
            try tx.change("overdracht", id: rij.id.description, from: versie, why: naar) { db in
                try db.doe(
                    """
                    UPDATE overdracht SET toestand = ?, reden = ?, reden_naam = ?, beslist_op = ?, beslist_door = ? WHERE id = ?
                    """,
                    [naar, reden?.code, reden?.naam, vandaag.description, actor.user.kolom(), rij.id.description])
            }
            try Tijdlijn.voegToe(tx, rij.dossier, op: vandaag, Tijdlijnfeit(.overdracht, ["stap": naar]))
            if besluit == .accepteren {
                try dossierrij.geefAan(tx, rij.aan, team: rij.team)
                for kind in try Dossiers.meerijders(tx.db, van: rij.dossier) { try kind.geefAan(tx, rij.aan, team: rij.team) }
            }
            try Aandachtspunten.bijwerken(tx.db, rij.dossier, regels)
            return Done()
        }
    }
}

extension DriegesprekZetten {
    /// Another day for the conversation of giver, receiver and client.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Overdrachten.eis(tx.db, overdracht, actor)
            try Policy.decide(actor, .change, on: .overdracht, facts: rij.feiten).orThrow()
            guard rij.isOpen else { throw Failure.state(reason: "Deze overdracht is al \(rij.toestand).") }
            if let driegesprekOp, driegesprekOp < tx.today {
                throw Failure.invalid([
                    FieldError("driegesprekOp", code: "verleden", "Kies vandaag of een latere dag.")
                ])
            }
            try tx.change("overdracht", id: rij.id.description, from: versie, why: "driegesprek") { db in
                try db.doe(
                    "UPDATE overdracht SET driegesprek_op = ? WHERE id = ?", [driegesprekOp.kolom(), rij.id.description])
            }
            return Done()
        }
    }
}

extension Overdrachten {
    /// The transfer, when the actor has a part in it. What may not be seen is as if it were not there.
    static func eis(_ db: Database, _ id: OverdrachtID, _ actor: Actor) throws -> Overdrachtrij {
        guard let rij = try vind(db, id), Policy.decide(actor, .read, on: .overdracht, facts: rij.feiten).isYes else {
            throw Failure.notFound(what: "overdracht")
        }
        return rij
    }
}
