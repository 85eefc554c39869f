// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension Kaart {
    func organisatie(_ query: OrganisatieBewerkbaar, als actor: Actor) async throws -> OrganisatieBewerkbaar.Answer {
        try Self.magBijhouden(actor, .change)
        return try await store.read { db in
            let id = query.organisatie.description
            guard
                let rij = try Row.fetchOne(db, sql: "SELECT document, versie FROM organisatie WHERE id = ?", arguments: [id])
            else { throw Failure.notFound(what: "organisatie") }
            let tekst: String = rij["document"]
            let voorzieningen = try Row.fetchAll(
                db, sql: "SELECT id, naam FROM voorziening WHERE organisatie_id = ? ORDER BY naam, id LIMIT 50", arguments: [id]
            ).compactMap { rij -> OrganisatieBewerkbaar.Vermelding? in
                VoorzieningID(rij["id"] as String).map { .init(voorziening: $0, naam: rij["naam"]) }
            }
            return .init(
                inhoud: Organisatieinhoud(document: try JSONWaarde(json: tekst.utf8)), versie: rij["versie"],
                voorzieningen: voorzieningen)
        }
    }

    /// A worker changes an organisation, or makes one, through the same checks as a file.
    func bewerken(_ opdracht: OrganisatieBewerken, als actor: Actor, because envelope: Envelope) async throws
        -> OrganisatieBewerken.Answer
    {
        try Self.magBijhouden(actor, opdracht.organisatie == nil ? .create : .change)
        return try await store.once(envelope) { tx in
            let id = opdracht.organisatie ?? OrganisatieID(tx.ids.next())
            let rij = try Row.fetchOne(
                tx.db, sql: "SELECT document, versie, gewijzigd_op, gewijzigd_door FROM organisatie WHERE id = ?",
                arguments: [id.description])
            if opdracht.organisatie != nil {
                guard let rij else { throw Failure.notFound(what: "organisatie") }
                let (nu, op): (Int, String) = (rij["versie"], rij["gewijzigd_op"])
                guard nu == opdracht.versie else {
                    throw Failure.conflict(
                        .init(yours: opdracht.versie, newest: nu, changedBy: rij["gewijzigd_door"], changedAt: Instant.date(op)))
                }
            }
            let oud = try (rij?["document"] as String?).map { try JSONWaarde(json: $0.utf8) }
            var lezer = Kaartlezer(try Self.bekend(tx.db))
            let document = opdracht.inhoud.document(id: id.description, op: oud, ids: tx.ids)
            guard let record = lezer.lees(.organisaties, document, nummer: 0), case .organisatie(let organisatie) = record,
                lezer.fouten.isEmpty
            else { throw Failure.invalid(lezer.fouten.map(Bewaring.inWoorden)) }
            let opslag = KaartOpslag(tx: tx)
            let uitkomst = try opslag.organisatie(organisatie, hash: try record.hash(), waarom: "bewerkt")
            // The name of the provider is a word of its entries.
            if uitkomst == .gewijzigd {
                try opslag.herindexeer(
                    try String.fetchAll(
                        tx.db, sql: "SELECT id FROM voorziening WHERE organisatie_id = ?", arguments: [id.description]))
            }
            let versie = try Int.fetchOne(tx.db, sql: "SELECT versie FROM organisatie WHERE id = ?", arguments: [id.description])
            return .init(organisatie: id, versie: versie ?? 1)
        }
    }

    static func magBijhouden(_ actor: Actor, _ action: Action) throws {
        guard Policy.scope(actor, action, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Alleen een medewerker wijzigt de sociale kaart.")
        }
    }
}

extension Organisatieinhoud {
    fileprivate init(document: JSONWaarde) {
        self.init(
            naam: document["name"]?.alsTekst ?? "", andereNaam: document["alternate_name"]?.alsTekst,
            omschrijving: document["description"]?.alsTekst,
            website: document["website"]?.alsTekst ?? document["url"]?.alsTekst,
            email: document["email"]?.alsTekst,
            telefoons: (document["phones"]?.alsLijst ?? []).compactMap(Voorzieningsinhoud.Telefoon.init))
    }

    /// A telephone number keeps its place and whatever else HSDS says of it.
    fileprivate func document(id: String, op oud: JSONWaarde?, ids: any IDSource) -> JSONWaarde {
        var d = oud ?? .object([:])
        for (veld, tekst) in [
            ("id", id), ("name", naam), ("alternate_name", andereNaam), ("description", omschrijving), ("website", website),
            ("email", email),
        ] as [(String, String?)] {
            let schoon = tekst?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            d = d.met(veld, schoon.isEmpty ? nil : .tekst(schoon))
        }
        let eerder = d["phones"]?.alsLijst ?? []
        let nummers = telefoons.enumerated().map { plek, telefoon -> JSONWaarde in
            let basis =
                eerder.indices.contains(plek) ? eerder[plek] : .object(["id": .tekst(ids.next().uuidString.lowercased())])
            return basis.met("number", .tekst(telefoon.nummer)).met("description", telefoon.toelichting.map { .tekst($0) })
        }
        return d.met("url", nil).met("phones", nummers.isEmpty ? nil : .lijst(nummers))
    }
}
