// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

/// Partners keep their own entries up to date: what they change is a proposal until a worker publishes it.
extension Kaart {
    /// What a partner sends about its own entry.
    struct Voorstelinvoer: Codable, Sendable, Equatable {
        var voorzieningId: VoorzieningID
        var inhoud: Voorzieningsinhoud
        /// For who judges it; nothing about persons.
        var toelichting: String?
    }

    /// - Throws: `Failure.notFound` for an entry of another; `Failure.state` when one is open already.
    func stelVoor(_ invoer: Voorstelinvoer, _ partner: Aanbieder, sleutel: String, because envelope: Envelope) async throws
        -> UUID
    {
        let (opdracht, hash) = try Self.opdracht(envelope, partner, sleutel, try MessageCoding.encode(invoer))
        let inhoud = try Self.gekeurd(invoer, partner)
        return try await store.once(opdracht, contentHash: hash) { tx in
            let id = tx.ids.next()
            try Self.maakVoorstel(tx, id, invoer, inhoud, partner)
            return id
        }
    }

    static func maakVoorstel(_ tx: Transaction, _ id: UUID, _ invoer: Voorstelinvoer, _ inhoud: String, _ partner: Aanbieder)
        throws
    {
        guard
            let versie = try Int.fetchOne(
                tx.db, sql: "SELECT versie FROM voorziening WHERE id = ? AND organisatie_id = ?",
                arguments: [invoer.voorzieningId.description, partner.organisatie.description])
        else { throw Failure.notFound(what: "voorziening") }
        guard try VoorstelOpslag.open(tx.db, invoer.voorzieningId) == nil else {
            throw Failure.state(reason: "Er is al een voorstel voor deze vermelding. Wijzig dat voorstel.")
        }
        try tx.db.execute(
            sql: """
                INSERT INTO voorstel (id, voorziening_id, organisatie_id, toestand, inhoud, basis_versie, toelichting, gemaakt_op,
                  versie, gewijzigd_op, gewijzigd_door) VALUES (?, ?, ?, 'concept', ?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [
                id.uuidString.lowercased(), invoer.voorzieningId.description, partner.organisatie.description, inhoud, versie,
                invoer.toelichting, tx.nowText, tx.nowText, partner.naam,
            ])
        try tx.created("voorstel", id: id.uuidString.lowercased(), why: "gemaakt")
    }

    /// Replaces what is proposed, as long as it lies with the partner.
    func wijzigVoorstel(
        _ id: UUID, _ invoer: Voorstelinvoer, _ partner: Aanbieder, versie: Int, because envelope: Envelope
    ) async throws -> Int {
        let inhoud = try Self.gekeurd(invoer, partner)
        return try await store.write(because: envelope) { tx in
            let rij = try Self.eigen(tx.db, id, partner)
            guard rij.voorziening == invoer.voorzieningId else {
                throw Failure.invalid([
                    FieldError(
                        "voorzieningId", code: "anders", "Een voorstel hoort bij één voorziening; maak een nieuw voorstel.")
                ])
            }
            guard rij.toestand.isVanPartner else { throw Self.nietNu(rij) }
            return try tx.change("voorstel", id: id.uuidString.lowercased(), from: versie, why: "gewijzigd") { db in
                try db.execute(
                    sql: """
                        UPDATE voorstel SET inhoud = ?, toelichting = ?,
                          basis_versie = (SELECT versie FROM voorziening WHERE id = voorziening_id) WHERE id = ?
                        """, arguments: [inhoud, invoer.toelichting, id.uuidString.lowercased()])
            }
        }
    }

    /// Hands it in. The same key with the same content does it once.
    func dienIn(_ id: UUID, _ partner: Aanbieder, sleutel: String, versie: Int, because envelope: Envelope) async throws -> Int {
        let (opdracht, hash) = try Self.opdracht(envelope, partner, sleutel, Data("indienen \(id)".utf8))
        let upl = upl
        return try await store.once(opdracht, contentHash: hash) { tx in
            let rij = try Self.eigen(tx.db, id, partner)
            guard rij.toestand.isVanPartner else { throw Self.nietNu(rij) }
            try Self.keur(tx, rij.inhoud, rij.voorziening, upl: upl)
            return try tx.change("voorstel", id: id.uuidString.lowercased(), from: versie, why: "ingediend") { db in
                try db.execute(
                    sql: "UPDATE voorstel SET toestand = 'te-beoordelen', reden = NULL WHERE id = ?",
                    arguments: [id.uuidString.lowercased()])
            }
        }
    }

    /// Takes it back, as long as it is not published. The same key does it once.
    func trekIn(_ id: UUID, _ partner: Aanbieder, sleutel: String, versie: Int, because envelope: Envelope) async throws
        -> Int
    {
        let (opdracht, hash) = try Self.opdracht(envelope, partner, sleutel, Data("intrekken \(id)".utf8))
        return try await store.once(opdracht, contentHash: hash) { tx in try Self.trekIn(tx, id, partner, versie: versie) }
    }

    static func trekIn(_ tx: Transaction, _ id: UUID, _ partner: Aanbieder, versie: Int) throws -> Int {
        let rij = try eigen(tx.db, id, partner)
        guard rij.toestand.isOpen else { throw nietNu(rij) }
        return try tx.change("voorstel", id: id.uuidString.lowercased(), from: versie, why: "ingetrokken") { db in
            try db.execute(
                sql: "UPDATE voorstel SET toestand = 'ingetrokken' WHERE id = ?", arguments: [id.uuidString.lowercased()])
        }
    }

    func voorstel(_ id: UUID, _ partner: Aanbieder) async throws -> Voorstelrij {
        try await store.read { db in try Self.eigen(db, id, partner) }
    }

    /// The partner says that its entry is right as it stands: a check by who knows best.
    func bevestig(_ id: VoorzieningID, _ partner: Aanbieder, sleutel: String, versie: Int, because envelope: Envelope)
        async throws
        -> Int
    {
        let (opdracht, hash) = try Self.opdracht(envelope, partner, sleutel, Data("klopt \(id)".utf8))
        return try await store.once(opdracht, contentHash: hash) { tx in
            let eigen = try Int.fetchOne(
                tx.db, sql: "SELECT 1 FROM voorziening WHERE id = ? AND organisatie_id = ?",
                arguments: [id.description, partner.organisatie.description])
            guard eigen != nil else { throw Failure.notFound(what: "voorziening") }
            let vandaag = tx.today
            try KaartOpslag(tx: tx).bewaarHuidige("voorziening", id.description)
            let nieuw = try tx.change("voorziening", id: id.description, from: versie, why: "controle") { db in
                try db.execute(
                    sql: """
                        UPDATE voorziening SET gecontroleerd_op = ?, controle_wijze = 'aanbieder', gecontroleerd_door = ? WHERE id = ?
                        """, arguments: [vandaag.description, partner.naam, id.description])
            }
            try tx.emit(VoorzieningGecontroleerd(voorziening: id, gecontroleerdOp: vandaag))
            return nieuw
        }
    }

    // MARK: judging

    func voorstel(_ query: VoorstelOpvragen, als actor: Actor) async throws -> VoorstelOpvragen.Answer {
        guard Policy.scope(actor, .change, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Alleen een medewerker beoordeelt voorstellen.")
        }
        let ids = store.ids
        let nu = clock.now
        return try await store.read { db in
            guard let rij = try VoorstelOpslag.een(db, query.voorstel),
                let voorziening = try Row.fetchOne(
                    db, sql: "SELECT versie, document FROM voorziening WHERE id = ?", arguments: [rij.voorziening.description])
            else { throw Failure.notFound(what: "voorstel") }
            let (versie, tekst): (Int, String) = (voorziening["versie"], voorziening["document"])
            let oud = try JSONWaarde(json: tekst.utf8)
            let schrijver = Inhoudschrijver(
                id: rij.voorziening.description, ids: ids, nu: nu, begrippen: try Bewaring.begrippen(db))
            let nieuw = Normaalvorm.van(schrijver.document(try VoorstelOpslag.geldend(db, rij), op: oud), "service") ?? oud
            let namen = try Row.fetchAll(db, sql: "SELECT id, naam FROM begrip").reduce(into: [String: String]()) {
                $0[$1["id"]] = $1["naam"]
            }
            return .init(
                regel: rij.regel, versie: rij.versie,
                verschillen: Kaartverschil.tussen(oud, nieuw) { namen[$0] }.map(Veldverschil.init), toelichting: rij.toelichting,
                intussenGewijzigd: versie != rij.basisVersie)
        }
    }

    /// Publishes a proposal, or sends it back with the reason. What a partner says of itself counts as checked today.
    func beoordelen(_ opdracht: VoorstelBeoordelen, als actor: Actor, because envelope: Envelope) async throws -> Done {
        guard Policy.scope(actor, .change, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Alleen een medewerker beoordeelt voorstellen.")
        }
        let reden = opdracht.reden?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard opdracht.publiceren || !reden.isEmpty else {
            throw Failure.invalid([FieldError("reden", code: "verplicht", "Schrijf waarom u het terugstuurt.")])
        }
        guard reden.count <= 1_000 else {
            throw Failure.invalid([FieldError("reden", code: "te-lang", "Ten hoogste 1000 tekens.")])
        }
        let upl = upl
        return try await store.once(envelope) { tx in
            let id = opdracht.voorstel.uuidString.lowercased()
            guard let rij = try VoorstelOpslag.een(tx.db, opdracht.voorstel) else { throw Failure.notFound(what: "voorstel") }
            guard rij.toestand == .teBeoordelen else {
                throw Failure.state(reason: "Dit voorstel staat op ‘\(rij.toestand.rawValue)’ en is nu niet te beoordelen.")
            }
            try tx.change("voorstel", id: id, from: opdracht.versie, why: opdracht.publiceren ? "gepubliceerd" : "teruggestuurd")
            {
                db in
                try db.execute(
                    sql: "UPDATE voorstel SET toestand = ?, reden = ?, beoordeeld_door = ?, beoordeeld_op = ? WHERE id = ?",
                    arguments: [
                        opdracht.publiceren ? "gepubliceerd" : "teruggestuurd", opdracht.publiceren ? nil : reden, tx.actorText,
                        tx.nowText, id,
                    ])
            }
            guard opdracht.publiceren else { return Done() }
            let versie = try Int.fetchOne(
                tx.db, sql: "SELECT versie FROM voorziening WHERE id = ?", arguments: [rij.voorziening.description])
            _ = try Bewaring(tx: tx, upl: upl).bewaar(
                try VoorstelOpslag.geldend(tx.db, rij), id: rij.voorziening, versie: versie,
                controle: .nieuw(.init(op: tx.today, wijze: "aanbieder", door: tx.actorText)), waarom: "voorstel")
            return Done()
        }
    }

    // MARK: parts

    /// What a partner hands in must be fit to be published: who made the mistake hears of it, not who judges.
    static func keur(_ tx: Transaction, _ inhoud: Voorzieningsinhoud, _ id: VoorzieningID, upl: Set<String>?) throws {
        let tekst = try String.fetchOne(
            tx.db, sql: "SELECT document FROM voorziening WHERE id = ?", arguments: [id.description])
        do {
            _ = try Bewaring(tx: tx, upl: upl).keur(inhoud, id: id, op: try tekst.map { try JSONWaarde(json: $0.utf8) })
        } catch Failure.invalid(let fouten) {
            throw Failure.invalid(fouten.map { FieldError("inhoud.\($0.field)", code: $0.code, $0.text) })
        }
    }

    static func eigen(_ db: Database, _ id: UUID, _ partner: Aanbieder) throws -> Voorstelrij {
        guard let rij = try VoorstelOpslag.een(db, id), rij.organisatie == partner.organisatie else {
            throw Failure.notFound(what: "voorstel")
        }
        return rij
    }

    static func nietNu(_ rij: Voorstelrij) -> Failure {
        let reden =
            switch rij.toestand {
            case .gepubliceerd: "Dit voorstel is gepubliceerd. Maak voor een nieuwe wijziging een nieuw voorstel."
            case .ingetrokken: "Dit voorstel is ingetrokken. Maak voor een nieuwe wijziging een nieuw voorstel."
            default: "Dit voorstel wordt beoordeeld en is nu niet te wijzigen."
            }
        return .state(reason: reden)
    }

    /// What was filled in, checked as far as that goes without the directory, as it is kept.
    static func gekeurd(_ invoer: Voorstelinvoer, _ partner: Aanbieder) throws -> String {
        guard (invoer.toelichting ?? "").count <= 1_000 else {
            throw Failure.invalid([FieldError("toelichting", code: "te-lang", "Ten hoogste 1000 tekens.")])
        }
        var inhoud = invoer.inhoud
        // A partner does not give its entry away.
        inhoud.organisatie = partner.organisatie
        let fouten = inhoud.fouten()
        guard fouten.isEmpty else {
            throw Failure.invalid(fouten.map { FieldError("inhoud.\($0.field)", code: $0.code, $0.text) })
        }
        return String(decoding: try MessageCoding.encode(inhoud), as: UTF8.self)
    }

    /// The request as a command that is done once per key of this partner.
    private static func opdracht(_ envelope: Envelope, _ partner: Aanbieder, _ sleutel: String, _ inhoud: Data) throws
        -> (Envelope, hash: Data)
    {
        var b = [UInt8](try SHA256.hash(Data("\(partner.organisatie)\nkaart\n\(sleutel)".utf8)).prefix(16))
        b[6] = 0x80 | (b[6] & 0x0F)
        b[8] = 0x80 | (b[8] & 0x3F)
        var opdracht = envelope
        opdracht.id = UUID(
            uuid: (b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]))
        return (opdracht, try SHA256.hash(inhoud))
    }
}

/// A partner that keeps its own entries, as its token says.
struct Aanbieder: Sendable, Equatable {
    let organisatie: OrganisatieID
    let naam: String

    var actor: Actor { Actor(user: nil, roles: [.partner], organisatie: organisatie, purpose: "kaart-bijhouden") }
}
