// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension Kaart {
    /// A worker changes an entry, or makes one.
    func bewerken(_ opdracht: VoorzieningBewerken, als actor: Actor, because envelope: Envelope) async throws
        -> VoorzieningBewerken.Answer
    {
        guard Policy.scope(actor, opdracht.voorziening == nil ? .create : .change, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Alleen een medewerker wijzigt de sociale kaart.")
        }
        let wijzen = ["telefoon", "bezoek", "website", "tikfout", "niet"]
        var fouten = opdracht.inhoud.fouten()
        if !wijzen.contains(opdracht.controle) {
            fouten.append(FieldError("controle", code: "onbekende-code", "Kies een van: \(wijzen.joined(separator: ", "))."))
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        let upl = upl
        return try await store.once(envelope) { tx in
            let id = opdracht.voorziening ?? VoorzieningID(tx.ids.next())
            let controle: Bewaring.Controle =
                switch opdracht.controle {
                case "tikfout": .blijft
                case "niet": .vervalt
                default: .nieuw(.init(op: tx.today, wijze: opdracht.controle, door: tx.actorText))
                }
            let versie = try Bewaring(tx: tx, upl: upl).bewaar(
                opdracht.inhoud, id: id, versie: opdracht.voorziening == nil ? nil : opdracht.versie, controle: controle,
                waarom: "bewerkt")
            return .init(voorziening: id, versie: versie)
        }
    }
}

/// Writes what a person filled in as a record: through the same checks as a file, so that nothing gets in that could not
/// come in from outside, or go out again.
struct Bewaring {
    let tx: Transaction
    let upl: Set<String>?

    enum Controle {
        case nieuw(KaartOpslag.Controle)
        /// The words hardly changed: the earlier check stands.
        case blijft
        case vervalt
    }

    /// - Parameter versie: the version it began from; nil for a new entry.
    /// - Returns: the version that it has now.
    /// - Throws: `Failure.invalid` with the names of the form, `Failure.conflict`, `Failure.notFound`.
    func bewaar(_ inhoud: Voorzieningsinhoud, id: VoorzieningID, versie: Int?, controle: Controle, waarom: String) throws -> Int {
        let rij = try Row.fetchOne(
            tx.db,
            sql: """
                SELECT versie, document, gecontroleerd_op, controle_wijze, gecontroleerd_door, gewijzigd_op, gewijzigd_door
                FROM voorziening WHERE id = ?
                """, arguments: [id.description])
        if let versie {
            guard let rij else { throw Failure.notFound(what: "voorziening") }
            let nu: Int = rij["versie"]
            guard nu == versie else {
                let op: String = rij["gewijzigd_op"]
                throw Failure.conflict(
                    .init(yours: versie, newest: nu, changedBy: rij["gewijzigd_door"], changedAt: Instant.date(op)))
            }
        } else if rij != nil {
            throw Failure.state(reason: "Deze vermelding bestaat al.")
        }
        let oud = try rij.map { rij -> JSONWaarde in
            let tekst: String = rij["document"]
            return try JSONWaarde(json: tekst.utf8)
        }
        let (record, voorziening) = try keur(inhoud, id: id, op: oud)
        let opslag = KaartOpslag(tx: tx)
        let nieuweControle: KaartOpslag.Controle? =
            switch controle {
            case .nieuw(let controle): controle
            case .vervalt: nil
            case .blijft:
                rij.flatMap { rij -> KaartOpslag.Controle? in
                    guard let op: String = rij["gecontroleerd_op"], let datum = Datum(op) else { return nil }
                    return .init(op: datum, wijze: rij["controle_wijze"] ?? "bron", door: rij["gecontroleerd_door"])
                }
            }
        let standaard = String(decoding: try MessageCoding.encode(Deelveld.standaard.map(\.rawValue)), as: UTF8.self)
        let uitkomst = try opslag.voorziening(
            voorziening, hash: try record.hash(), standaardvelden: standaard, controle: nieuweControle, waarom: waarom)
        if uitkomst != .gelijk { try opslag.herindexeer(id.description) }
        if case .nieuw(let controle) = controle {
            try tx.emit(VoorzieningGecontroleerd(voorziening: id, gecontroleerdOp: controle.op))
        }
        return try Int.fetchOne(tx.db, sql: "SELECT versie FROM voorziening WHERE id = ?", arguments: [id.description]) ?? 1
    }

    /// What was filled in as a record, checked in the same way as a file.
    /// - Throws: `Failure.invalid` with the names of the form.
    func keur(_ inhoud: Voorzieningsinhoud, id: VoorzieningID, op oud: JSONWaarde?) throws -> (
        Kaartlezer.Record, Kaartbestand.Voorziening
    ) {
        let schrijver = Inhoudschrijver(id: id.description, ids: tx.ids, nu: tx.now, begrippen: try Self.begrippen(tx.db))
        let document = schrijver.document(inhoud, op: oud)
        var bekend = try Kaart.bekend(tx.db)
        bekend.upl = upl
        var lezer = Kaartlezer(bekend)
        guard let record = lezer.lees(.voorzieningen, document, nummer: 0), case .voorziening(let voorziening) = record,
            lezer.fouten.isEmpty
        else { throw Failure.invalid(lezer.fouten.map(Self.inWoorden)) }
        return (record, voorziening)
    }

    /// Each term with its kind, as the entries use it, or else by the name of its taxonomy.
    static func begrippen(_ db: Database) throws -> [String: (soort: String, taxonomie: String?)] {
        let rijen = try Row.fetchAll(
            db,
            sql: """
                SELECT b.id, t.naam AS taxonomie,
                  (SELECT k.soort FROM voorziening_begrip k WHERE k.begrip = b.nr LIMIT 1) AS eigen,
                  (SELECT k.soort FROM begrip b2 JOIN voorziening_begrip k ON k.begrip = b2.nr WHERE b2.taxonomie_id = b.taxonomie_id
                    LIMIT 1) AS van_taxonomie
                FROM begrip b LEFT JOIN taxonomie t ON t.id = b.taxonomie_id
                """)
        return rijen.reduce(into: [:]) { uit, rij in
            let id: String = rij["id"]
            let taxonomie: String? = rij["taxonomie"]
            let soort: String? = rij["eigen"] ?? rij["van_taxonomie"]
            uit[id] = (soort ?? Self.soort(taxonomie ?? ""), taxonomie)
        }
    }

    private static func soort(_ taxonomie: String) -> String {
        let naam = taxonomie.lowercased()
        let soorten = ["leefgebied", "doelgroep", "toegang", "verwijsbaar", "soort"]
        if naam.contains("productnamen") || naam.contains("upl") { return "upl" }
        return soorten.first { naam.hasPrefix($0) } ?? "overig"
    }

    private static let velden = [
        "name": "naam", "alternate_name": "andereNaam", "organization_id": "organisatie", "description": "omschrijving",
        "alert": "waarschuwing", "url": "website", "eligibility_description": "voorWie", "minimum_age": "minimumLeeftijd",
        "maximum_age": "maximumLeeftijd", "application_process": "aanmelden", "wait_time": "wachttijd",
        "fees_description": "kosten", "interpretation_services": "tolk", "phones": "telefoons", "contacts": "contacten",
        "cost_options": "kostenopties", "languages": "talen", "required_documents": "meenemen", "service_areas": "gebieden",
        "service_at_locations": "locaties", "schedules": "openingstijden", "capacities": "capaciteit", "attributes": "begrippen",
        "opens_at": "van", "closes_at": "tot", "valid_from": "geldigVan", "valid_to": "geldigTot", "addresses": "straat",
        "latitude": "breedte", "longitude": "lengte", "location_type": "soort", "available": "beschikbaar",
    ]

    /// An error on a field of the record, as an error on a field of the form.
    static func inWoorden(_ fout: Veldfout) -> FieldError {
        let delen = fout.veld.split(separator: ".").dropFirst().filter { $0 != "location" }.map { deel -> String in
            let (naam, index) = (deel.prefix { $0 != "[" }, deel.drop { $0 != "[" })
            return (velden[String(naam)] ?? String(naam)) + index
        }
        return FieldError(delen.joined(separator: "."), code: fout.code, fout.tekst)
    }
}

extension Veldverschil {
    init(_ verschil: Kaartverschil) { self.init(veld: verschil.veld, was: verschil.was, wordt: verschil.wordt) }
}
