// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// What an import would do: compared in reading, nothing is written.
extension Kaart {
    static func proef(
        _ db: Database, _ soort: Kaartsoort, _ records: [(Kaartlezer.Record, hash: String)], _ tot: Importresultaat
    ) throws -> Importresultaat {
        var resultaat = tot
        for (record, hash) in records {
            let (tabel, id, naam, document) = record.vergelijking
            var uitkomst: KaartOpslag.Uitkomst
            var velden: [Kaartverschil] = []
            if case .voorziening(let voorziening) = record {
                let (gevonden, controle) = try KaartOpslag.vergelijkVoorziening(db, id, hash)
                uitkomst = gevonden
                if gevonden == .gelijk, let op = voorziening.gecontroleerdOp?.description, op > controle ?? "" {
                    uitkomst = .gewijzigd
                    velden.append(Kaartverschil(veld: "assured_date", was: controle, wordt: op))
                }
            } else {
                uitkomst = try KaartOpslag.vergelijk(db, tabel, id, hash)
            }
            var woorden: [Kaartverschil] = []
            if case .begrip(let begrip) = record, let bestand = begrip.woorden {
                let oud = (try WoordOpslag.geldig(db, begrip: id)[id] ?? []).map(\.woord)
                woorden = Kaartverschil.tussen(
                    Self.labels(oud), Self.labels(WoordOpslag.samen(oud, bestand)))
                if !woorden.isEmpty, uitkomst == .gelijk { uitkomst = .gewijzigd }
            }
            resultaat[soort].tel(uitkomst)
            guard uitkomst != .gelijk, resultaat.wijzigingen.count < Importresultaat.meesteWijzigingen else { continue }
            if uitkomst == .gewijzigd, velden.isEmpty {
                // The names of the tables stand in `vergelijking`.
                let oud = try String.fetchOne(db, sql: "SELECT document FROM \(tabel) WHERE id = ?", arguments: [id])
                velden =
                    Kaartverschil.tussen(try oud.map { try JSONWaarde(json: $0.utf8) }, document) { term in
                        try? String.fetchOne(db, sql: "SELECT naam FROM begrip WHERE id = ?", arguments: [term])
                    } + woorden
            }
            resultaat.wijzigingen.append(
                .init(
                    soort: soort.rawValue, id: id, naam: naam, wat: uitkomst == .nieuw ? "nieuw" : "gewijzigd", velden: velden))
        }
        return resultaat
    }

    private static func labels(_ woorden: some Collection<Kaartbestand.Woord>) -> JSONWaarde {
        let lijst = woorden.sorted { ($0.taal, $0.tekst) < ($1.taal, $1.tekst) }.map { $0.hsds() }
        return .object(lijst.isEmpty ? [:] : ["labels": .lijst(lijst)])
    }

    /// Adds the services that are in the store and not in the file.
    static func weg(_ db: Database, _ inBestand: Kaartlezer, _ tot: Importresultaat) throws -> Importresultaat {
        var resultaat = tot
        let rijen = try Row.fetchCursor(db, sql: "SELECT id, naam FROM voorziening WHERE status <> 'defunct' ORDER BY naam, id")
        while let rij = try rijen.next() {
            let id: String = rij["id"]
            guard !inBestand.las(id) else { continue }
            resultaat.weg += 1
            guard resultaat.wijzigingen.count < Importresultaat.meesteWijzigingen else { continue }
            resultaat.wijzigingen.append(.init(soort: "services", id: id, naam: rij["naam"], wat: "weg"))
        }
        return resultaat
    }

    /// Marks what is not in the file as ended: referrals point at it, so it is not thrown away.
    static func hefOp(_ tx: Transaction, _ inBestand: Kaartlezer) throws {
        let opslag = KaartOpslag(tx: tx)
        let ids = try String.fetchAll(tx.db, sql: "SELECT id FROM voorziening WHERE status <> 'defunct'").filter {
            !inBestand.las($0)
        }
        for id in ids {
            try opslag.bewaarHuidige("voorziening", id)
            try opslag.voer(
                """
                UPDATE voorziening SET status = 'defunct', document = json_set(document, '$.status', 'defunct'),
                  invoer_hash = '', gecontroleerd_op = NULL, controle_wijze = NULL, gecontroleerd_door = NULL,
                  versie = versie + 1, gewijzigd_op = ?, gewijzigd_door = ? WHERE id = ?
                """, [tx.nowText, tx.actorText, id])
            try tx.keep("voorziening", id: id, why: "opgeheven")
        }
    }
}

extension Kaartlezer.Record {
    /// Table, id, name and document: what it is compared with and by.
    fileprivate var vergelijking: (tabel: String, id: String, naam: String, document: JSONWaarde) {
        switch self {
        case .taxonomie(let taxonomie): ("taxonomie", taxonomie.id, taxonomie.naam, taxonomie.document)
        case .begrip(let begrip): ("begrip", begrip.id, begrip.naam, begrip.document)
        case .organisatie(let organisatie): ("organisatie", organisatie.id, organisatie.naam, organisatie.document)
        case .voorziening(let voorziening): ("voorziening", voorziening.id, voorziening.naam, voorziening.document)
        }
    }
}
