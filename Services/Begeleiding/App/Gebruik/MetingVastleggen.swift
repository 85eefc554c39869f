// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension MetingVastleggen {
    /// Writes a measurement down; one of the same moment again is a correction of which both are kept.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .create, .meting)
            let (traject, contract) = try rij.meetbaar(tx.db, regels)
            guard traject.loopt else { throw Failure.state(reason: "Dit traject is afgerond. Er wordt niet meer gemeten.") }
            let uit = Set(try Metingen.uit(tx.db, traject.id).keys)
            try Metingregels.veldfouten(
                scores.map { .init(leefgebied: $0.leefgebied, score: $0.score, reden: $0.reden, eigen: $0.eigen) },
                ladder: ladder, op: op, regels: contract, uit: uit, start: traject.gestartOp, vandaag: tx.today
            ).orThrow()
            if let versie { try Metingen.eisVersie(tx.db, traject.id, moment, versie) }
            try Metingen.bewaar(
                tx.db, traject: traject.id, dossier: dossier, moment: moment, op: op, schaal: contract.versie, ladder: ladder,
                scores: scores, door: actor.user, nu: tx.nowText)
            try Metingen.telVerandering(tx.db, rij, traject.id)
            try Tijdlijn.voegToe(tx, dossier, op: op, Tijdlijnfeit(.meting, ["moment": moment.rawValue]))
            try tx.emit(MetingVastgelegd(traject: traject.id, dossier: dossier, moment: moment, op: op))
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Done()
        }
    }
}

extension MeetgebiedZetten {
    /// Leaves an area out for this person, or asks it again.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .meting)
            let (traject, contract) = try rij.meetbaar(tx.db, regels)
            guard contract.leefgebieden.contains(leefgebied) else {
                throw Failure.invalid([
                    FieldError("leefgebied", code: "onbekend", "Dit leefgebied wordt in deze opdracht niet gemeten.")
                ])
            }
            guard let uitReden else {
                try tx.db.doe(
                    "DELETE FROM meetgebied_uit WHERE traject = ? AND leefgebied = ?",
                    [traject.id.description, leefgebied.rawValue])
                return Done()
            }
            guard contract.nietBeoordeeld.contains(where: { $0.code == uitReden }) else {
                throw Failure.invalid([FieldError("uitReden", code: "onbekend", "Kies een reden uit de lijst.")])
            }
            try tx.db.doe(
                "INSERT OR REPLACE INTO meetgebied_uit (traject, leefgebied, reden, door, op) VALUES (?, ?, ?, ?, ?)",
                [traject.id.description, leefgebied.rawValue, uitReden, actor.user.kolom(), tx.nowText])
            return Done()
        }
    }
}

extension MetingenOpvragen {
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Metingoverzicht {
        let (actor, regels) = (request.actor, middelen.regels)
        let overzicht = try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .meting)
            let (traject, contract) = try rij.meetbaar(db, regels)
            let uit = try Metingen.uit(db, traject.id)
            func naam(_ code: String) -> String { contract.nietBeoordeeld.first { $0.code == code }?.naam ?? code }
            return Metingoverzicht(
                traject: traject.id, loopt: traject.loopt,
                momenten: contract.momenten.map {
                    let op = $0.uiterlijk(start: traject.gestartOp, einde: traject.eindigtOp)
                    return .init(moment: $0.moment, uiterlijkOp: op.dag, waarom: op.uitleg)
                },
                leefgebieden: contract.leefgebieden.map { .init(leefgebied: $0, uitReden: uit[$0].map(naam)) },
                schaal: contract.schaal, participatieladder: contract.participatieladder,
                nietBeoordeeld: contract.nietBeoordeeld.map { .init(code: $0.code, naam: $0.naam) },
                metingen: try Metingen.van(db, traject.id))
        }
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .meting, aanvrager: request.caller.rawValue)
        }
        return overzicht
    }
}

extension MetingVerdeling {
    /// Fewer people than this are not shown: they could be recognised.
    private static let kleinste = 5

    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [Gebied] {
        let bereik = Policy.scope(request.actor, .count, on: .meting)
        return try await middelen.store.read { db in
            try Metingen.verdeling(db, bereik).map { rij in
                let aantal = rij.achteruit + rij.gelijk + rij.vooruit
                let toon = aantal >= Self.kleinste
                return Gebied(
                    leefgebied: rij.leefgebied, aantal: aantal, achteruit: toon ? rij.achteruit : nil,
                    gelijk: toon ? rij.gelijk : nil, vooruit: toon ? rij.vooruit : nil)
            }
        }
    }
}

extension Dossierrij {
    /// The own traject and the rules by which it is measured.
    func meetbaar(_ db: Database, _ regels: Regels) throws -> (Trajectrij, Meetregels) {
        guard eigenTraject, let rij = try traject.flatMap({ try Trajecten.vind(db, $0) }) else {
            throw Failure.state(reason: "Er is geen eigen traject om te meten.")
        }
        guard let meten = try regels.opdracht(rij.opdracht).metingen else {
            throw Failure.state(reason: "In deze opdracht wordt zelfredzaamheid niet gemeten.")
        }
        return (rij, meten)
    }
}
