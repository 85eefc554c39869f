// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Zegel

/// What an import did, or would do.
struct Importresultaat: Codable, Sendable, Equatable {
    struct Telling: Codable, Sendable, Equatable {
        var nieuw = 0
        var gewijzigd = 0
        var gelijk = 0

        mutating func tel(_ uitkomst: KaartOpslag.Uitkomst) {
            switch uitkomst {
            case .nieuw: nieuw += 1
            case .gewijzigd: gewijzigd += 1
            case .gelijk: gelijk += 1
            }
        }
    }
    /// True: nothing was kept.
    var proef: Bool
    var taxonomieen = Telling()
    var begrippen = Telling()
    var organisaties = Telling()
    var voorzieningen = Telling()
    /// Services in the store without a check of the last year; they are not public and cannot be referred to.
    var zonderControle = 0
}

extension Kaart {
    /// Takes in a directory file in the form of HSDS 3.1: all of it or nothing. The same file again has no effect; a record
    /// that is not in the file stays as it is.
    /// - Parameter proef: counts what would happen and keeps nothing.
    /// - Throws: `Failure.invalid` with at most 100 errors that name record and field.
    func importeren(_ bestand: Data, proef: Bool, because cause: Envelope) async throws -> Importresultaat {
        let waarde: JSONWaarde
        do { waarde = try JSONDecoder().decode(JSONWaarde.self, from: bestand) } catch {
            throw Failure.invalid([FieldError("", code: "json", "Het bestand is geen geldige JSON.")])
        }
        let kaart: Kaartbestand
        do { kaart = try Kaartlezer.lees(waarde, bekend: try await store.read { db in try Self.bekend(db) }) } catch let fouten
            as Kaartlezer.Fouten
        {
            throw Failure.invalid(fouten.velden.map { FieldError($0.veld, code: $0.code, $0.tekst) })
        }
        let vanaf = gecontroleerdVanaf
        do {
            return try await store.write(because: cause) { tx in
                let resultaat = try Self.schrijf(kaart, tx, proef: proef, vanaf: vanaf)
                // Thrown, so that the store takes back what was tried.
                if proef { throw Proef(resultaat: resultaat) }
                return resultaat
            }
        } catch let proef as Proef {
            return proef.resultaat
        }
    }

    private struct Proef: Error { let resultaat: Importresultaat }

    private static func bekend(_ db: Database) throws -> Kaartlezer.Bekend {
        var bekend = Kaartlezer.Bekend()
        bekend.organisaties = Set(try String.fetchAll(db, sql: "SELECT id FROM organisatie"))
        bekend.taxonomieen = Set(try String.fetchAll(db, sql: "SELECT id FROM taxonomie"))
        for rij in try Row.fetchAll(db, sql: "SELECT id, code, naam FROM begrip") {
            bekend.begrippen[rij["id"]] = Kaartlezer.Term(code: rij["code"], naam: rij["naam"])
        }
        return bekend
    }

    private static func schrijf(_ kaart: Kaartbestand, _ tx: Transaction, proef: Bool, vanaf: Datum) throws -> Importresultaat {
        let opslag = KaartOpslag(tx: tx)
        let standaardvelden = String(decoding: try MessageCoding.encode(Deelveld.standaard.map(\.rawValue)), as: UTF8.self)
        func hash(_ document: JSONWaarde) throws -> String { try SHA256.hex(Data(try document.json().utf8)) }
        var resultaat = Importresultaat(proef: proef)
        var teIndexeren: Set<String> = []
        for taxonomie in kaart.taxonomieen {
            resultaat.taxonomieen.tel(try opslag.taxonomie(taxonomie, hash: try hash(taxonomie.document)))
        }
        for begrip in kaart.begrippen {
            let uitkomst = try opslag.begrip(begrip, hash: try hash(begrip.document))
            resultaat.begrippen.tel(uitkomst)
            guard uitkomst == .gewijzigd else { continue }
            teIndexeren.formUnion(
                try String.fetchAll(tx.db, sql: "SELECT hoort_bij FROM kenmerk WHERE begrip_id = ?", arguments: [begrip.id]))
        }
        for organisatie in kaart.organisaties {
            let uitkomst = try opslag.organisatie(organisatie, hash: try hash(organisatie.document))
            resultaat.organisaties.tel(uitkomst)
            guard uitkomst == .gewijzigd else { continue }
            teIndexeren.formUnion(
                try String.fetchAll(
                    tx.db, sql: "SELECT id FROM voorziening WHERE organisatie_id = ?", arguments: [organisatie.id]))
        }
        for voorziening in kaart.voorzieningen {
            let uitkomst = try opslag.voorziening(
                voorziening, hash: try hash(voorziening.document), standaardvelden: standaardvelden)
            resultaat.voorzieningen.tel(uitkomst)
            if uitkomst != .gelijk { teIndexeren.insert(voorziening.id) }
        }
        for id in teIndexeren.sorted() { try opslag.herindexeer(id) }
        resultaat.zonderControle =
            try Int.fetchOne(
                tx.db, sql: "SELECT count(*) FROM voorziening WHERE gecontroleerd_op IS NULL OR gecontroleerd_op < ?",
                arguments: [vanaf.description]) ?? 0
        return resultaat
    }
}
