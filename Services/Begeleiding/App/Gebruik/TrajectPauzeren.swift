// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension TrajectPauzeren {
    /// The clock stands still, for a reason of the contract.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let (_, rij) = try Trajecten.eisLopend(tx.db, dossier, actor)
            let contract = try regels.opdracht(rij.opdracht).traject
            var fouten: [Veldfout] = []
            let gekozen = contract.pauzereden(reden)
            if gekozen == nil {
                fouten.append(Veldfout("reden", code: "onbekend", "Kies een reden uit de lijst van de opdracht."))
            }
            let vandaag = tx.today
            let verloop = try Klokken.verloop(tx.db, rij.id)
            if let fout = verloop.bezwaar(tegenPauze: van, start: rij.gestartOp, vandaag: vandaag) { fouten.append(fout) }
            try fouten.orThrow()
            guard let gekozen else { return Done() }
            let id: PauzeID = tx.ids.make()
            try tx.change("traject", id: rij.id.description, from: versie, why: "de klok staat stil") { db in
                try db.doe(
                    """
                    INSERT INTO pauze (id, traject, reden, naam, verlengt, van, kijk_op, door, op)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        id.description, rij.id.description, gekozen.code, gekozen.naam, gekozen.verlengt, van.description,
                        vandaag.adding(days: regels.aandacht.pauzeKijkDagen).description, actor.user.kolom(), tx.nowText,
                    ])
            }
            try Tijdlijn.voegToe(
                tx, dossier, op: van, Tijdlijnfeit(.klokPauze, ["reden": gekozen.naam]), bron: id.description)
            try rij.werkKlokBij(tx, regels, aanleiding: "pauze")
            return Done()
        }
    }
}

extension PauzeBijwerken {
    /// The pause is over, still right, or was a mistake.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let (_, rij) = try Trajecten.eisLopend(tx.db, dossier, actor)
            guard let oud = try Klokken.pauzes(tx.db, rij.id).first(where: { $0.id == pauze }) else {
                throw Failure.notFound(what: "pauze")
            }
            let vandaag = tx.today
            if besluit != .vergissing, oud.pauze.tot != nil {
                throw Failure.state(reason: "Deze pauze is al voorbij. De klok loopt weer.")
            }
            if besluit == .voorbij {
                guard let tot else {
                    throw Failure.invalid([
                        FieldError("tot", code: "leeg", "Vul de laatste dag in waarop de klok stilstond.")
                    ])
                }
                let fout = try Klokken.verloop(tx.db, rij.id).bezwaar(tegenEinde: tot, vandaag: vandaag)
                try (fout.map { [$0] } ?? []).orThrow()
            }
            try tx.change("traject", id: rij.id.description, from: versie, why: "pauze \(besluit.rawValue)") { db in
                switch besluit {
                case .voorbij: try db.doe("UPDATE pauze SET tot = ? WHERE id = ?", [tot.kolom(), pauze.description])
                case .nogNodig:
                    try db.doe(
                        "UPDATE pauze SET kijk_op = ? WHERE id = ?",
                        [vandaag.adding(days: regels.aandacht.pauzeKijkDagen).description, pauze.description])
                case .vergissing:
                    try db.doe(
                        "UPDATE pauze SET ingetrokken_op = ? WHERE id = ?", [vandaag.description, pauze.description])
                }
            }
            let code: Tijdlijnfeit.Code =
                switch besluit {
                case .voorbij: .klokLoopt
                case .nogNodig: .pauzeBekeken
                case .vergissing: .pauzeIngetrokken
                }
            try Tijdlijn.voegToe(
                tx, dossier, op: tot ?? vandaag, Tijdlijnfeit(code, ["reden": oud.pauze.reden.naam]), bron: pauze.description)
            try rij.werkKlokBij(tx, regels, aanleiding: "pauze")
            return Done()
        }
    }
}

extension Trajecten {
    /// The dossier and its own running traject, when the actor may do this with it.
    static func eisLopend(
        _ db: Database, _ id: DossierID, _ actor: Actor, _ action: Action = .change
    ) throws -> (Dossierrij, Trajectrij) {
        let rij = try Dossiers.eis(db, id, actor, action, .traject)
        guard rij.eigenTraject, let traject = try rij.traject.flatMap({ try vind(db, $0) }) else {
            throw Failure.state(reason: "Dit dossier heeft geen eigen traject. De klok staat bij de ouder of voogd.")
        }
        guard traject.loopt else { throw Failure.state(reason: "Dit traject is afgerond.") }
        return (rij, traject)
    }
}
