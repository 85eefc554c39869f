// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Directory files that a worker sends in by the pages: kept in pieces until they are taken in, a week at most.
extension Kaart {
    /// Bytes of all files of one upload.
    static let grootsteInvoer = 50 * 1024 * 1024
    private static let bewaardagen = 7
    private static let sluitNietAan = Failure.invalid([
        FieldError("vanaf", code: "sluit-niet-aan", "Dit deel sluit niet aan op wat er van het bestand is. Stuur het opnieuw.")
    ])

    func ontvang(_ deel: KaartbestandDeel, als actor: Actor, because envelope: Envelope) async throws -> KaartbestandDeel.Answer {
        try magInvoeren(actor)
        guard (0...Self.grootsteInvoer).contains(deel.vanaf) else { throw Self.sluitNietAan }
        let naam = Self.naam(deel.naam)
        return try await store.write(because: envelope) { tx in
            try tx.db.execute(
                sql: "DELETE FROM kaartbestand_deel WHERE op < ?",
                arguments: [Instant.text(tx.now.addingTimeInterval(-86_400 * Double(Self.bewaardagen)))])
            let invoer = deel.invoer.uuidString.lowercased()
            let vreemd = try Int.fetchOne(
                tx.db, sql: "SELECT 1 FROM kaartbestand_deel WHERE invoer = ? AND door <> ?", arguments: [invoer, tx.actorText])
            guard vreemd == nil else { throw Failure.notFound(what: "invoer") }
            // A file that is sent again takes the place of the one before, whatever its length: never half of each.
            try tx.db.execute(
                sql: "DELETE FROM kaartbestand_deel WHERE invoer = ? AND naam = ? AND vanaf >= ?",
                arguments: [invoer, naam, deel.vanaf])
            let alles = "SELECT coalesce(sum(length(inhoud)), 0) FROM kaartbestand_deel WHERE invoer = ?"
            let dit = try Int.fetchOne(tx.db, sql: "\(alles) AND naam = ?", arguments: [invoer, naam])
            guard dit == deel.vanaf else { throw Self.sluitNietAan }
            let totaal = try Int.fetchOne(tx.db, sql: alles, arguments: [invoer]) ?? 0
            guard totaal + deel.inhoud.count <= Self.grootsteInvoer else {
                throw Failure.invalid([FieldError("bestand", code: "te-groot", "Kies bestanden van samen ten hoogste 50 MB.")])
            }
            try tx.db.execute(
                sql: "INSERT INTO kaartbestand_deel (invoer, naam, vanaf, inhoud, door, op) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [invoer, naam, deel.vanaf, deel.inhoud, tx.actorText, tx.nowText])
            return .init(ontvangen: deel.vanaf + deel.inhoud.count)
        }
    }

    /// What a file is kept and spoken of as: its table or its kind. The sender's own name for it may hold that of a person: it is
    /// kept nowhere and said to nobody.
    static func naam(_ eigen: String) -> String {
        let laag = eigen.lowercased()
        if let soort = ["json", "zip"].first(where: { laag.hasSuffix(".\($0)") }) { return "kaart.\(soort)" }
        guard laag.hasSuffix(".csv") else { return "onbekend" }
        let tabel = String(laag.dropLast(4))
        return HSDSTabel.alle[tabel] == nil ? "onbekend.csv" : "\(tabel).csv"
    }

    func magInvoeren(_ actor: Actor) throws {
        guard Policy.scope(actor, .create, on: .voorziening) == .all, Policy.scope(actor, .change, on: .voorziening) == .all
        else {
            throw Failure.notAllowed(reason: "Uw rol geeft geen recht om een bestand van de sociale kaart in te lezen.")
        }
    }

    /// As the store names who did something.
    static func wie(_ actor: Actor) -> String { actor.user?.description ?? ServiceName.portaal.source }

    /// The files of an upload as a source of records. Only who sent them in sees them.
    func bron(_ invoer: UUID, _ actor: Actor) async throws -> Kaartbron {
        let wie = Self.wie(actor)
        let bestanden = try await store.read { db -> [String: Data] in
            try Row.fetchAll(
                db, sql: "SELECT naam, inhoud FROM kaartbestand_deel WHERE invoer = ? AND door = ? ORDER BY naam, vanaf",
                arguments: [invoer.uuidString.lowercased(), wie]
            ).reduce(into: [:]) { uit, rij in
                let (naam, inhoud): (String, Data) = (rij["naam"], rij["inhoud"])
                uit[naam, default: Data()].append(inhoud)
            }
        }
        guard !bestanden.isEmpty else { throw Failure.notFound(what: "invoer") }
        return try Self.bron(bestanden)
    }

    private static let gemengd = Failure.invalid([
        FieldError("bestand", code: "gemengd", "Kies één JSON-bestand, één zipbestand, of alleen CSV-bestanden.")
    ])

    /// One JSON file, one zip, or tables: told apart by name.
    static func bron(_ bestanden: [String: Data]) throws -> Kaartbron {
        var tabellen: [String: [[String]]] = [:]
        var fouten: [FieldError] = []
        for (eigen, inhoud) in bestanden.sorted(by: { $0.key < $1.key }) {
            let naam = naam(eigen)
            if naam == "kaart.json" {
                guard bestanden.count == 1 else { throw gemengd }
                return try bron(inhoud)
            }
            if naam == "kaart.zip" {
                guard bestanden.count == 1 else { throw gemengd }
                do { return try bron(try Zipbestand.lees(inhoud)) } catch let fout as Zipbestand.Fout {
                    throw Failure.invalid([FieldError("bestand", code: "zip", fout.tekst)])
                }
            }
            guard naam.hasSuffix(".csv"), let tekst = String(data: inhoud, encoding: .utf8) else {
                fouten.append(FieldError("bestand", code: "soort", "Een bestand (\(naam)) is geen JSON, CSV (UTF-8) of zip."))
                continue
            }
            do { tabellen[String(naam.dropLast(4))] = try CSV.lees(tekst) } catch let fout as CSV.Fout {
                fouten.append(
                    FieldError(
                        "bestand", code: "csv",
                        "In \(naam): na regel \(fout.regel) klopt een aanhalingsteken of een ander teken niet."))
            }
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        do { return Kaartbron(try Tabelbestand.records(uit: tabellen)) } catch let fouten as Kaartlezer.Fouten {
            throw fouten.failure
        }
    }
}

extension Kaartinvoer {
    init(_ resultaat: Importresultaat) {
        self.init(
            tellingen: Kaartsoort.allCases.map {
                .init(
                    soort: $0.rawValue, nieuw: resultaat[$0].nieuw, gewijzigd: resultaat[$0].gewijzigd,
                    gelijk: resultaat[$0].gelijk)
            },
            weg: resultaat.weg, zonderControle: resultaat.zonderControle,
            wijzigingen: resultaat.wijzigingen.map {
                .init(
                    soort: $0.soort, id: $0.id, naam: $0.naam, wat: $0.wat,
                    verschillen: $0.velden.prefix(20).map { Veldverschil($0, hoogstens: 300) })
            })
    }
}

extension Veldverschil {
    /// Cut short: a list of two hundred records must stay a page.
    fileprivate init(_ verschil: Kaartverschil, hoogstens lengte: Int) {
        func kort(_ tekst: String?) -> String? {
            tekst.map { $0.count > lengte ? "\($0.prefix(lengte))…" : $0 }
        }
        self.init(veld: verschil.veld, was: kort(verschil.was), wordt: kort(verschil.wordt))
    }
}
