// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension Kaart {
    /// One entry as it can be edited, with its history and what there is to choose from.
    func bewerkbaar(_ query: VoorzieningBewerkbaar, als actor: Actor) async throws -> VoorzieningBewerkbaar.Answer {
        guard Policy.scope(actor, .change, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Alleen een medewerker wijzigt de sociale kaart.")
        }
        var antwoord = try await store.read { db in try Self.keuzes(db) }
        guard let id = query.voorziening else { return antwoord }
        guard let rij = try await store.read({ db in try Bewerkrij.een(db, id.description) }) else {
            throw Failure.notFound(what: "voorziening")
        }
        antwoord.inhoud = Voorzieningsinhoud(document: try JSONWaarde(json: rij.document.utf8))
        antwoord.versie = rij.versie
        antwoord.gecontroleerdOp = rij.gecontroleerdOp
        antwoord.controleWijze = rij.controleWijze
        let eerder = try await store.history(of: "voorziening", id: id.description, limit: 51)
        let namen = Dictionary(antwoord.begrippen.map { ($0.id, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
        antwoord.geschiedenis = try Self.geschiedenis(rij, eerder, namen)
        antwoord.basis = try eerder.first { $0.version == query.sinds }.map {
            Voorzieningsinhoud(document: try JSONWaarde(json: try Bewerkrij($0).document.utf8))
        }
        return antwoord
    }

    private static func keuzes(_ db: Database) throws -> VoorzieningBewerkbaar.Answer {
        let begrippen = try begrippen(db)
        // A drop-down list of more is of no use to anybody.
        let organisaties = try Row.fetchAll(db, sql: "SELECT id, naam FROM organisatie ORDER BY naam, id LIMIT 2000").compactMap {
            rij -> VoorzieningBewerkbaar.Organisatie? in
            let id: String = rij["id"]
            return OrganisatieID(id).map { .init(id: $0, naam: rij["naam"]) }
        }
        return .init(
            inhoud: nil, versie: 0, gecontroleerdOp: nil, controleWijze: nil, begrippen: begrippen, organisaties: organisaties,
            geschiedenis: [])
    }

    /// Every term there is to choose from, with its kind.
    static func begrippen(_ db: Database) throws -> [VoorzieningBewerkbaar.Begrip] {
        let soorten = try Bewaring.begrippen(db)
        return try Row.fetchAll(
            db, sql: "SELECT id, code, naam, document ->> '$.term_uri' AS uri FROM begrip ORDER BY taxonomie_id, naam, id"
        ).map { rij in
            let id: String = rij["id"]
            return .init(id: id, soort: soorten[id]?.soort ?? "overig", code: rij["code"], naam: rij["naam"], uri: rij["uri"])
        }
    }

    /// The versions, the newest first, each with what differs from the one before.
    private static func geschiedenis(_ nu: Bewerkrij, _ eerder: [HistoryEntry], _ namen: [String: String]) throws
        -> [VoorzieningBewerkbaar.Versie]
    {
        var rijen = try eerder.map { try Bewerkrij($0) }
        if rijen.first?.versie != nu.versie { rijen.insert(nu, at: 0) }
        return try rijen.enumerated().prefix(50).map { nummer, rij in
            let document = try JSONWaarde(json: rij.document.utf8)
            var verschillen: [Veldverschil] = []
            if rijen.indices.contains(nummer + 1) {
                let vorige = rijen[nummer + 1]
                verschillen = Kaartverschil.tussen(try JSONWaarde(json: vorige.document.utf8), document) { namen[$0] }
                    .map(Veldverschil.init)
                if vorige.gecontroleerdOp != rij.gecontroleerdOp {
                    verschillen.append(
                        .init(
                            veld: "assured_date", was: vorige.gecontroleerdOp?.description,
                            wordt: rij.gecontroleerdOp?.description))
                }
            }
            return .init(versie: rij.versie, op: rij.op, door: rij.door, waarom: rij.waarom, verschillen: verschillen)
        }
    }
}

/// One version of an entry: of now, or out of the history.
private struct Bewerkrij: Sendable {
    let versie: Int
    let document: String
    let gecontroleerdOp: Datum?
    let controleWijze: String?
    let op: Date
    let door: String
    let waarom: String

    static func een(_ db: Database, _ id: String) throws -> Bewerkrij? {
        try Row.fetchOne(db, sql: "SELECT * FROM voorziening WHERE id = ?", arguments: [id]).map { rij in
            let (op, controle): (String, String?) = (rij["gewijzigd_op"], rij["gecontroleerd_op"])
            return Bewerkrij(
                versie: rij["versie"], document: rij["document"], gecontroleerdOp: controle.flatMap { Datum($0) },
                controleWijze: rij["controle_wijze"], op: Instant.date(op) ?? .distantPast, door: rij["gewijzigd_door"],
                waarom: "eerste")
        }
    }

    init(
        versie: Int, document: String, gecontroleerdOp: Datum?, controleWijze: String?, op: Date, door: String, waarom: String
    ) {
        (self.versie, self.document, self.gecontroleerdOp) = (versie, document, gecontroleerdOp)
        (self.controleWijze, self.op, self.door, self.waarom) = (controleWijze, op, door, waarom)
    }

    init(_ eerder: HistoryEntry) throws {
        let rij = try JSONWaarde(json: eerder.row.utf8)
        self.init(
            versie: eerder.version, document: rij["document"]?.alsTekst ?? "{}",
            gecontroleerdOp: rij["gecontroleerd_op"]?.alsTekst.flatMap { Datum($0) },
            controleWijze: rij["controle_wijze"]?.alsTekst,
            op: rij["gewijzigd_op"]?.alsTekst.flatMap { Instant.date($0) } ?? eerder.at,
            door: rij["gewijzigd_door"]?.alsTekst ?? eerder.by, waarom: eerder.why)
    }
}
