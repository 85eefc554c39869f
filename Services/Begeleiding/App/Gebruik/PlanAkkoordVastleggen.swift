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

/// The plan as it was when the client agreed: what is sealed in `planversie`.
struct Planmoment: Codable, Sendable, Equatable {
    struct Doel: Codable, Sendable, Equatable {
        var doel: DoelID
        var dossier: DossierID
        var leefgebied: Leefgebied
        var tekst: String
        var toestand: DoelToestand
        var streefdatum: Datum?
    }
    var traject: TrajectID
    var versie: Int
    var akkoordOp: Datum
    var doelen: [Doel]
}

extension PlanAkkoord {
    /// The client agreed with the plan in the version that was on the screen: that version is sealed as it stands.
    /// - Throws: `Failure.conflict` when the plan has become another since; `Failure.unavailable` without the key.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let actor = request.actor
        // The keys come before the transaction: of the person, and of every child with own words in the plan.
        let betrokken = try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .change, .plan)
            let eigen = try rij.traject.map { try Doelen.van(db, traject: $0) }?.filter { $0.tekstZegel != nil } ?? []
            return Set(eigen.map(\.dossier)).union([dossier])
        }
        var keys: [DossierID: SealKey] = [:]
        for id in betrokken.sorted() { keys[id] = try await middelen.keys.key(for: id) }
        return try await middelen.store.once(request.envelope) { [keys] tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .plan)
            guard rij.eigenTraject, let id = rij.traject, let plan = try Trajecten.vind(tx.db, id), plan.loopt else {
                throw Failure.state(
                    reason: "Akkoord kan alleen bij het plan van een lopend traject. Een kind staat in het plan van de ouder.")
            }
            guard plan.planVersie == versie else {
                throw Failure.conflict(Failure.Conflict(yours: versie, newest: plan.planVersie))
            }
            guard plan.planAkkoordVersie != versie else { return Done() }
            try plan.verzegel(tx, keys)
            return Done()
        }
    }
}

extension Trajectrij {
    fileprivate func verzegel(_ tx: Transaction, _ keys: [DossierID: SealKey]) throws {
        let vandaag = Datum(tx.now)
        let doelen = try Doelen.van(tx.db, traject: id).filter { $0.toestand != .vervallen }.map { doel in
            Planmoment.Doel(
                doel: doel.id, dossier: doel.dossier, leefgebied: doel.leefgebied, tekst: try doel.woorden(keys),
                toestand: doel.toestand, streefdatum: doel.streefdatum)
        }
        guard let key = keys[dossier] else { throw Failure.unavailable(what: "de sleutel van het dossier") }
        let inhoud = try MessageCoding.encode(
            Planmoment(traject: id, versie: planVersie, akkoordOp: vandaag, doelen: doelen))
        try tx.db.doe(
            """
            INSERT INTO planversie (traject, versie, akkoord_op, door, inhoud_zegel, inhoud_hash) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                id.description, planVersie, vandaag.description, tx.cause?.actor?.user.kolom(),
                try Seal.seal(inhoud, with: key, context: Zegelplaats.plan(id, versie: planVersie)), try SHA256.hex(inhoud),
            ])
        try tx.change("traject", id: id.description, from: versie, why: "cliënt akkoord met het plan") { db in
            try db.doe(
                "UPDATE traject SET plan_akkoord_versie = ?, plan_akkoord_op = ? WHERE id = ?",
                [planVersie, vandaag.description, id.description])
        }
        try Tijdlijn.voegToe(tx, dossier, op: vandaag, Tijdlijnfeit(.planAkkoord, ["versie": String(planVersie)]))
    }
}

extension Doelrij {
    fileprivate func woorden(_ keys: [DossierID: SealKey]) throws -> String {
        if let zin { return zin }
        guard let tekstZegel, let key = keys[dossier] else { throw Failure.unavailable(what: "de sleutel van het dossier") }
        return try Seal.openText(tekstZegel, with: key, context: Zegelplaats.doel(id))
    }
}
