// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension Kaart {
    /// One entry whole: with its places, its hours of the coming week, its terms and whether there is room.
    func opvragen(_ query: VoorzieningOpvragen, als actor: Actor) async throws -> Voorzieningsdetail {
        let vanaf = try zichtbaarVanaf(actor, .read)
        let vandaag = clock.today
        let detail = try await store.read { db in
            try KaartVragen.detail(db, query.voorziening).map { try Self.aangevuld($0, db, vandaag) }
        }
        guard let detail else { throw Failure.notFound(what: "voorziening") }
        if let vanaf {
            guard let op = detail.regel.gecontroleerdOp, op >= vanaf else { throw Failure.notFound(what: "voorziening") }
        }
        return detail
    }

    private static func aangevuld(_ kaal: Voorzieningsdetail, _ db: Database, _ vandaag: Datum) throws -> Voorzieningsdetail {
        var detail = kaal
        let id = detail.regel.voorziening
        guard
            let rij = try Row.fetchOne(
                db, sql: "SELECT document, controle_wijze FROM voorziening WHERE id = ?", arguments: [id.description])
        else { return detail }
        let tekst: String = rij["document"]
        let document = try JSONWaarde(json: tekst.utf8)
        detail.inhoud = Voorzieningsinhoud(document: document)
        detail.controleWijze = rij["controle_wijze"]
        detail.regel.plek = try plek(db, id, document, vandaag)
        func regels(_ roosters: JSONWaarde?) -> [Openingsregel] { (roosters?.alsLijst ?? []).compactMap(Openingsregel.init) }
        let dienst = regels(document["schedules"])
        detail.week = dienst.isEmpty ? [] : week(Openingstijden(dienst), vanaf: vandaag)
        detail.plekken = (document["service_at_locations"]?.alsLijst ?? []).compactMap { plek in
            plek["location"].flatMap(Voorzieningsinhoud.Locatie.init).map { locatie in
                let uren = Openingstijden(
                    dienst, plek: regels(plek["schedules"]), gebouw: regels(plek["location"]?["schedules"]))
                // A place without hours of its own has those of the service.
                let heeftEigen = !(uren.plek.isEmpty && uren.gebouw.isEmpty)
                return .init(locatie: locatie, week: heeftEigen ? week(uren, vanaf: vandaag) : [])
            }
        }
        detail.begrippen = try Row.fetchAll(
            db,
            sql: """
                SELECT b.id, k.soort, b.code, b.naam, b.document ->> '$.term_uri' AS uri
                FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip
                WHERE k.nr = (SELECT nr FROM voorziening WHERE id = ?) ORDER BY k.soort, b.naam, b.id
                """, arguments: [id.description]
        ).map { .init(id: $0["id"], soort: $0["soort"], code: $0["code"], naam: $0["naam"], uri: $0["uri"]) }
        return detail
    }

    /// What the service told us itself is newer than what its record says.
    static func plek(_ db: Database, _ id: VoorzieningID, _ document: JSONWaarde?, _ vandaag: Datum) throws -> Plekstand? {
        if let gemeld = try CapaciteitOpslag.lees(db, id) { return Plekstand(gemeld, vandaag: vandaag) }
        return document?["capacities"].flatMap { Plekstand(hsds: $0.json(), vandaag: vandaag) }
    }

    /// Seven days.
    private static func week(_ tijden: Openingstijden, vanaf: Datum) -> [Dagtijden] {
        (0..<7).map { nummer in
            let datum = vanaf.adding(days: nummer)
            return switch tijden.op(datum) {
            case .open(let delen):
                Dagtijden(datum: datum, stand: "open", tijden: delen.map { .init(van: $0.van, tot: $0.tot) })
            case .gesloten: Dagtijden(datum: datum, stand: "gesloten")
            case .onbekend: Dagtijden(datum: datum, stand: "onbekend")
            }
        }
    }

    /// What the filters of the search page offer. Only terms and languages that some entry has.
    func keuzes(_ query: Kaartkeuzes, als actor: Actor) async throws -> Kaartkeuzes.Answer {
        _ = try zichtbaarVanaf(actor, .search)
        return try await store.read { db in
            func begrippen(_ soort: String) throws -> [Kaartkeuzes.Keuze] {
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT b.code, b.naam FROM begrip b WHERE b.code IS NOT NULL
                          AND EXISTS (SELECT 1 FROM voorziening_begrip k WHERE k.begrip = b.nr AND k.soort = ?) ORDER BY b.naam, b.code
                        """, arguments: [soort]
                ).map { .init(code: $0["code"], naam: $0["naam"]) }
            }
            // From one code to the next by the key, whatever the number of entries.
            let talen = try String.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE t(code) AS (
                      SELECT min(code) FROM voorziening_taal UNION ALL
                      SELECT (SELECT min(code) FROM voorziening_taal WHERE code > t.code) FROM t WHERE t.code IS NOT NULL)
                    SELECT code FROM t WHERE code IS NOT NULL LIMIT 300
                    """)
            return .init(doelgroepen: try begrippen("doelgroep"), toegang: try begrippen("toegang"), talen: talen)
        }
    }
}
