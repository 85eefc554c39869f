// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Toegang

/// In which form the directory goes out.
enum Uitvoervorm: String, Sendable, CaseIterable {
    case json, csv

    var mediatype: String { self == .json ? "application/json" : "application/zip" }
    var naam: String { self == .json ? "sociale-kaart.json" : "sociale-kaart-csv.zip" }
}

extension Kaart {
    /// The whole directory, unchecked entries too, as a file that can be taken in again: HSDS as JSON, or as tables in a zip.
    func uitvoer(_ vorm: Uitvoervorm, als actor: Actor) async throws -> Data {
        guard Policy.scope(actor, .export, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Uw rol geeft geen recht om de sociale kaart uit te voeren.")
        }
        let records = try await store.read { db in try Self.records(db) }
        switch vorm {
        case .json:
            var delen: [String: JSONWaarde] = [
                "bestand": .object(["naam": .tekst("Sociale kaart"), "hsds_versie": .tekst("3.1.3"), "taal": .tekst("nl")])
            ]
            for soort in Kaartsoort.allCases { delen[soort.rawValue] = .lijst(records[soort] ?? []) }
            return Data(JSONSchrijver(.object(delen)).bytes)
        case .csv:
            return Zipbestand.schrijf(
                Tabelbestand.tabellen(van: records).map { ("\($0.naam).csv", Data(CSV.schrijf($0.rijen).utf8)) })
        }
    }

    /// A piece of the export, for who fetches it in pieces: as it was when the first piece was asked.
    func uitvoeren(_ query: KaartUitvoeren, als actor: Actor) async throws -> KaartUitvoeren.Answer {
        guard let vorm = Uitvoervorm(rawValue: query.vorm) else {
            throw Failure.invalid([FieldError("vorm", code: "onbekende-code", "Kies json of csv.")])
        }
        let wie = "\(actor.user?.description ?? actor.purpose) \(vorm.rawValue)"
        let bewaard = query.vanaf > 0 ? uitvoer.neem(wie) : nil
        let data: Data
        if let bewaard { data = bewaard } else { data = try await uitvoer(vorm, als: actor) }
        let deel = data.dropFirst(max(0, query.vanaf)).prefix(Uitvoerkast.stuk)
        let isLaatste = query.vanaf + deel.count >= data.count
        uitvoer.zet(wie, isLaatste ? nil : data)
        return .init(mediatype: vorm.mediatype, grootte: data.count, inhoud: Data(deel))
    }

    /// Every record as it is kept, with the day of its check; a check that was made up for a demo does not go along.
    private static func records(_ db: Database) throws -> [Kaartsoort: [JSONWaarde]] {
        func lees(_ sql: String) throws -> [JSONWaarde] {
            var uit: [JSONWaarde] = []
            let rijen = try Row.fetchCursor(db, sql: sql)
            while let rij = try rijen.next() {
                let tekst: String = rij["document"]
                let op: String? = rij["op"]
                let document = try JSONWaarde(json: tekst.utf8)
                uit.append(op.map { document.met("assured_date", .tekst($0)) } ?? document)
            }
            return uit
        }
        let woorden = try WoordOpslag.geldig(db)
        let begrippen = try lees("SELECT document, NULL AS op FROM begrip ORDER BY id").map { begrip in
            guard let id = begrip["id"]?.alsTekst, let van = woorden[id] else { return begrip }
            return begrip.met("labels", .lijst(van.map { $0.woord.hsds(begrip: id) }))
        }
        return [
            .taxonomieen: try lees("SELECT document, NULL AS op FROM taxonomie ORDER BY id"),
            .begrippen: begrippen,
            .organisaties: try lees("SELECT document, NULL AS op FROM organisatie ORDER BY id"),
            .voorzieningen: try lees(
                """
                SELECT document, CASE WHEN controle_wijze = 'synthetisch' THEN NULL ELSE gecontroleerd_op END AS op
                FROM voorziening ORDER BY id
                """),
        ]
    }
}

/// The last exports that somebody is fetching in pieces, so that each piece is of the same moment.
final class Uitvoerkast: Sendable {
    static let stuk = 512 * 1024
    private static let meeste = 4
    private let bewaard = Mutex<[(wie: String, data: Data)]>([])

    func neem(_ wie: String) -> Data? { bewaard.withLock { $0.first { $0.wie == wie }?.data } }

    func zet(_ wie: String, _ data: Data?) {
        bewaard.withLock { lijst in
            lijst.removeAll { $0.wie == wie }
            if let data { lijst.append((wie, data)) }
            if lijst.count > Self.meeste { lijst.removeFirst() }
        }
    }
}
