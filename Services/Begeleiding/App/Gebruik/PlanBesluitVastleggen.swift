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

/// The plan as it was when the client agreed: what is sealed in `planversie`. Fields that came later are optional, so that
/// an older seal opens.
struct Planmoment: Codable, Sendable, Equatable {
    struct Doel: Codable, Sendable, Equatable {
        var doel: DoelID
        var dossier: DossierID
        var leefgebied: Leefgebied
        var tekst: String
        var woorden: String?
        var toestand: DoelToestand
        /// In words, as the contract had it on that day.
        var reden: String?
        var streefdatum: Datum?
        var acties: [Actie]?
    }
    struct Actie: Codable, Sendable, Equatable {
        var actie: ActieID
        var tekst: String
        var wie: Actiehouder
        var verwijzing: VerwijzingID?
        var uiterlijkOp: Datum?
        var toestand: ActieToestand
        var gedaanOp: Datum?
        var gedaanDoor: Actiehouder?
    }
    /// Who agreed, and how it was discussed.
    struct Akkoord: Codable, Sendable, Equatable {
        var wie: Planstem
        var naam: String
        var taal: String
        var tolk: Tolkvorm
        var opmerking: String
    }
    var traject: TrajectID
    var versie: Int
    var akkoordOp: Datum
    var akkoord: Akkoord?
    var doelen: [Doel]
}

/// The words of a decision, sealed together.
struct Besluitwoorden: Codable, Sendable, Equatable {
    var naam: String
    var opmerking: String
}

extension PlanBesluitVastleggen {
    /// What the client said of the plan in the version that was on the screen. Agreement seals that version as it stands; a
    /// refusal is kept with the client's words, and ends an agreement that there was.
    /// - Throws: `Failure.conflict` when the plan has become another since; `Failure.unavailable` without the key.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        // The keys come before the transaction: of the person, and of every child with own words in the plan.
        let betrokken = try await middelen.store.read { db in
            let (rij, plan) = try eis(db, actor)
            let doelen = try Doelen.van(db, traject: plan.id)
            try veldfouten(doelen, vandaag).orThrow()
            let doelers = doelen.filter(\.isVerzegeld).map(\.dossier)
            let acties = try Acties.van(db, traject: plan.id).filter { $0.tekstZegel != nil }.map(\.dossier)
            return Set(doelers + acties + [rij.id])
        }
        var keys: [DossierID: SealKey] = [:]
        for id in betrokken.sorted() { keys[id] = try await middelen.keys.key(for: id) }
        return try await middelen.store.once(request.envelope) { [keys] tx in
            let (rij, plan) = try eis(tx.db, actor)
            guard plan.planVersie == versie else {
                let laatst = try Plannen.stap(tx.db, plan.id, versie: plan.planVersie)
                throw Failure.conflict(
                    Failure.Conflict(
                        yours: versie, newest: plan.planVersie, changedBy: laatst?.door?.description, changedAt: laatst?.op))
            }
            let doelen = try Doelen.van(tx.db, traject: plan.id)
            try veldfouten(doelen, tx.today).orThrow()
            if keus == .akkoord { try verzegel(tx, plan, doelen, keys, regels) }
            try bewaar(tx, plan, keys)
            try Tijdlijn.voegToe(
                tx, rij.id, op: op, Tijdlijnfeit(keus == .akkoord ? .planAkkoord : .planGeweigerd, ["versie": String(versie)]))
            try Aandachtspunten.bijwerken(tx.db, rij.id, regels)
            return Done()
        }
    }

    private func eis(_ db: Database, _ actor: Actor) throws -> (Dossierrij, Trajectrij) {
        let rij = try Dossiers.eis(db, dossier, actor, .change, .plan)
        guard rij.eigenTraject, let id = rij.traject, let plan = try Trajecten.vind(db, id), plan.loopt else {
            throw Failure.state(
                reason: "Dit kan alleen bij het plan van een lopend traject. Een kind staat in het plan van de ouder.")
        }
        return (rij, plan)
    }

    private func veldfouten(_ doelen: [Doelrij], _ vandaag: Datum) -> [Veldfout] {
        Planregel.gesprekfouten(
            op: op, volgendOp: volgendOp, opmerking: opmerking.getrimd, vandaag: vandaag)
            + Planregel.besluitfouten(
                keus: keus, naam: naam.getrimd, taal: taal, tolk: tolk, opmerking: opmerking.getrimd,
                doelen: doelen.count { $0.toestand != .vervallen })
    }

    private func bewaar(_ tx: Transaction, _ plan: Trajectrij, _ keys: [DossierID: SealKey]) throws {
        guard let key = keys[dossier] else { throw Failure.unavailable(what: "de sleutel van het dossier") }
        let plaats = Zegelplaats.besluit(tx.ids.next())
        let woorden = try MessageCoding.encode(Besluitwoorden(naam: naam.getrimd, opmerking: opmerking.getrimd))
        try tx.db.doe(
            """
            INSERT INTO planbesluit (traject, versie, keus, op, wie, taal, tolk, woorden_zegel, zegelplaats, door, vastgelegd_op)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                plan.id.description, versie, keus.rawValue, op.description, wie.rawValue, taal, tolk.rawValue,
                try Seal.seal(woorden, with: key, context: plaats), plaats, tx.cause?.actor?.user.kolom(), tx.nowText,
            ])
        try tx.db.doe(
            "UPDATE traject SET plan_akkoord_versie = ?, plan_akkoord_op = ? WHERE id = ?",
            keus == .akkoord ? [versie, op.description, plan.id.description] : [nil, nil, plan.id.description])
        try Plannen.bewaarGesprek(tx, plan, op: op, volgendOp: volgendOp, opmerking: nil, plaats: "")
    }

    /// Seals this version; one that was agreed on before is sealed already and stays as it is.
    private func verzegel(
        _ tx: Transaction, _ plan: Trajectrij, _ doelen: [Doelrij], _ keys: [DossierID: SealKey], _ regels: Regels
    ) throws {
        guard try Plannen.zegel(tx.db, plan.id, versie: versie) == nil else { return }
        guard let key = keys[dossier] else { throw Failure.unavailable(what: "de sleutel van het dossier") }
        let acties = Dictionary(
            grouping: try Acties.van(tx.db, traject: plan.id).filter { $0.toestand != .vervallen }, by: \.doel)
        let redenen = try regels.opdracht(plan.opdracht).plan
        let moment = Planmoment(
            traject: plan.id, versie: versie, akkoordOp: op,
            akkoord: .init(wie: wie, naam: naam.getrimd, taal: taal, tolk: tolk, opmerking: opmerking.getrimd),
            doelen: try doelen.filter { $0.toestand != .vervallen }.map { doel in
                let zegel = Woordenzegel(key: keys[doel.dossier])
                let (tekst, woorden) = try doel.open(zegel)
                return Planmoment.Doel(
                    doel: doel.id, dossier: doel.dossier, leefgebied: doel.leefgebied, tekst: tekst,
                    woorden: woorden.isEmpty ? nil : woorden, toestand: doel.toestand,
                    reden: doel.reden.map { redenen.reden($0)?.naam ?? $0 }, streefdatum: doel.streefdatum,
                    acties: try (acties[doel.id] ?? []).map { actie in
                        Planmoment.Actie(
                            actie: actie.id, tekst: try actie.open(zegel), wie: actie.wie, verwijzing: actie.verwijzing,
                            uiterlijkOp: actie.uiterlijkOp, toestand: actie.toestand, gedaanOp: actie.gedaanOp,
                            gedaanDoor: actie.gedaanDoor)
                    })
            })
        let inhoud = try MessageCoding.encode(moment)
        try tx.db.doe(
            """
            INSERT INTO planversie (traject, versie, akkoord_op, door, inhoud_zegel, inhoud_hash) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                plan.id.description, versie, op.description, tx.cause?.actor?.user.kolom(),
                try Seal.seal(inhoud, with: key, context: Zegelplaats.plan(plan.id, versie: versie)),
                try SHA256.hex(inhoud),
            ])
    }
}

extension PlanBesproken {
    /// The plan was discussed: when, and when again.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        let opmerking = opmerking.getrimd
        try await middelen.store.read { db in
            _ = try eis(db, actor)
            try Planregel.gesprekfouten(op: op, volgendOp: volgendOp, opmerking: opmerking, vandaag: vandaag).orThrow()
        }
        let zegel = Woordenzegel(key: opmerking.isEmpty ? nil : try await middelen.keys.key(for: dossier))
        return try await middelen.store.once(request.envelope) { tx in
            let plan = try eis(tx.db, actor)
            let plaats = opmerking.isEmpty ? "" : Zegelplaats.gesprek(tx.ids.next())
            try Plannen.bewaarGesprek(
                tx, plan, op: op, volgendOp: volgendOp, opmerking: try zegel.dicht(opmerking, plaats), plaats: plaats)
            try Tijdlijn.voegToe(tx, dossier, op: op, Tijdlijnfeit(.planBesproken))
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Done()
        }
    }

    private func eis(_ db: Database, _ actor: Actor) throws -> Trajectrij {
        let rij = try Dossiers.eis(db, dossier, actor, .change, .plan)
        guard rij.eigenTraject, let id = rij.traject, let plan = try Trajecten.vind(db, id), plan.loopt else {
            throw Failure.state(
                reason: "Dit kan alleen bij het plan van een lopend traject. Een kind staat in het plan van de ouder.")
        }
        return plan
    }
}
