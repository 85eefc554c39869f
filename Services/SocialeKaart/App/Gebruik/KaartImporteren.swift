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

    /// One record that is or would be new, changed or gone, with the fields.
    struct Wijziging: Codable, Sendable, Equatable {
        /// `organizations`, `services`.
        var soort: String
        var id: String
        var naam: String
        /// `nieuw`, `gewijzigd`, `weg`.
        var wat: String
        var velden: [Kaartverschil] = []
    }

    /// True: nothing was kept.
    var proef: Bool
    var taxonomieen = Telling()
    var begrippen = Telling()
    var organisaties = Telling()
    var voorzieningen = Telling()
    /// Services in the store without a check of the last year; they are not public and cannot be referred to.
    var zonderControle = 0
    /// Services in the store that are not in the file.
    var weg = 0
    /// Which records, at most `meesteWijzigingen`; only of a trial.
    var wijzigingen: [Wijziging] = []

    static let meesteWijzigingen = 200

    subscript(soort: Kaartsoort) -> Telling {
        get {
            switch soort {
            case .taxonomieen: taxonomieen
            case .begrippen: begrippen
            case .organisaties: organisaties
            case .voorzieningen: voorzieningen
            }
        }
        set {
            switch soort {
            case .taxonomieen: taxonomieen = newValue
            case .begrippen: begrippen = newValue
            case .organisaties: organisaties = newValue
            case .voorzieningen: voorzieningen = newValue
            }
        }
    }
}

extension Kaart {
    /// Up to so many records are one transaction: all of them or none.
    static let ineens = 2_000
    /// Records of a larger file per transaction, so that other work is not held up.
    static let perKeer = 500

    func importeren(_ bestand: Data, proef: Bool, because cause: Envelope) async throws -> Importresultaat {
        try await importeren(try Self.bron(bestand), proef: proef, because: cause)
    }

    /// A JSON file as a source of records.
    /// - Throws: `Failure.invalid`.
    static func bron(_ bestand: Data) throws -> Kaartbron {
        do { return try Kaartbron(json: bestand) } catch let fouten as Kaartlezer.Fouten { throw fouten.failure }
    }

    /// Takes in a directory file in the form of HSDS 3.1. The whole file is checked before anything is stored. A file of up to
    /// 2,000 records goes in whole or not at all; a larger one in parts, and the same file again finishes what was broken
    /// off. The same file again has no effect; a record that is not in the file stays as it is, unless `opheffen` is asked.
    /// - Parameters:
    ///   - proef: says what would happen, with the fields, and keeps nothing.
    ///   - opheffen: services that are not in the file are marked as ended (`defunct`): the file is the whole directory.
    ///   - voortgang: hears how many records were read and stored, of how many; each counts twice.
    /// - Throws: `Failure.invalid` with at most 100 errors that name record and field.
    func importeren(
        _ bron: Kaartbron, proef: Bool, opheffen: Bool = false, because cause: Envelope,
        voortgang: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Importresultaat {
        let totaal = bron.totaal * (proef ? 1 : 2)
        let bekend = try await store.read { db in try Self.bekend(db) }
        var lezer = Kaartlezer(met(bekend))
        var resultaat = Importresultaat(proef: proef)
        var gelezen = 0
        for soort in Kaartsoort.allCases {
            let aantal = bron.aantallen[soort] ?? 0
            for begin in stride(from: 0, to: aantal, by: Self.perKeer) {
                try Task.checkCancellation()
                var records: [(Kaartlezer.Record, hash: String)] = []
                for nummer in begin..<min(begin + Self.perKeer, aantal) where lezer.fouten.count < Kaartlezer.meesteFouten {
                    guard let record = try Self.lees(bron, soort, nummer, &lezer), proef else { continue }
                    records.append((record, try record.hash()))
                }
                gelezen += min(Self.perKeer, aantal - begin)
                voortgang(gelezen, totaal)
                guard proef, lezer.fouten.isEmpty else { continue }
                let (deel, tot) = (records, resultaat)
                resultaat = try await store.read { db in try Self.proef(db, soort, deel, tot) }
            }
        }
        guard lezer.fouten.isEmpty else { throw Kaartlezer.Fouten(velden: lezer.fouten).failure }
        let inBestand = lezer
        if proef {
            let tot = resultaat
            return try await store.read { db in try Self.weg(db, inBestand, tot) }
        }
        resultaat = try await schrijf(bron, met(bekend), inBestand, opheffen: opheffen, because: cause) { geschreven in
            voortgang(totaal / 2 + geschreven, totaal)
        }
        if bron.totaal > Self.ineens { try await Zoekindex.voegSamen(store, vanaf: 2) }
        return resultaat
    }

    private func met(_ bekend: Kaartlezer.Bekend) -> Kaartlezer.Bekend {
        var bekend = bekend
        bekend.upl = upl
        return bekend
    }

    /// Of a file that was found right before.
    private static func lees(_ bron: Kaartbron, _ stuk: [(Kaartsoort, Int)], _ lezer: inout Kaartlezer) throws -> [Gelezen] {
        try stuk.map { soort, nummer in
            guard let record = try lees(bron, soort, nummer, &lezer) else { throw Failure.fault(reference: "import") }
            return (soort, record, try record.hash())
        }
    }

    private static func lees(_ bron: Kaartbron, _ soort: Kaartsoort, _ nummer: Int, _ lezer: inout Kaartlezer) throws
        -> Kaartlezer.Record?
    {
        do { return lezer.lees(soort, try bron.record(soort, nummer), nummer: nummer) } catch let fouten as Kaartlezer.Fouten {
            throw fouten.failure
        }
    }

    private func schrijf(
        _ bron: Kaartbron, _ bekend: Kaartlezer.Bekend, _ inBestand: Kaartlezer, opheffen: Bool, because cause: Envelope,
        voortgang: @escaping @Sendable (Int) -> Void
    ) async throws -> Importresultaat {
        let vanaf = gecontroleerdVanaf
        let perKeer = bron.totaal <= Self.ineens ? Self.ineens : Self.perKeer
        let werk = Kaartsoort.allCases.flatMap { soort in (0..<(bron.aantallen[soort] ?? 0)).map { (soort, $0) } }
        let stukken = stride(from: 0, to: max(werk.count, 1), by: perKeer).map { Array(werk[$0..<min($0 + perKeer, werk.count)]) }
        var lezer = Kaartlezer(bekend)
        var stand = Stand()
        var geschreven = 0
        var gelezen = try Self.lees(bron, stukken[0], &lezer)
        for (nummer, stuk) in stukken.enumerated() {
            try Task.checkCancellation()
            let (deel, tot, isLaatste) = (gelezen, stand, nummer == stukken.count - 1)
            // The next part is read while this one is written.
            async let uitkomst = store.write(because: cause) { tx in
                var stand = try Self.schrijf(deel, tx, tot)
                guard isLaatste else { return stand }
                stand.resultaat = try Self.weg(tx.db, inBestand, stand.resultaat)
                if opheffen { try Self.hefOp(tx, inBestand) }
                stand.resultaat.wijzigingen = []
                stand.resultaat.zonderControle =
                    try Int.fetchOne(
                        tx.db, sql: "SELECT count(*) FROM voorziening WHERE gecontroleerd_op IS NULL OR gecontroleerd_op < ?",
                        arguments: [vanaf.description]) ?? 0
                return stand
            }
            if !isLaatste { gelezen = try Self.lees(bron, stukken[nummer + 1], &lezer) }
            stand = try await uitkomst
            geschreven += stuk.count
            voortgang(geschreven)
        }
        return stand.resultaat
    }

    /// What was stored so far, and what the search index learnt from it.
    private struct Stand: Sendable {
        var resultaat = Importresultaat(proef: false)
        var geheugen = Zoekindex.Geheugen()
    }

    private typealias Gelezen = (Kaartsoort, Kaartlezer.Record, hash: String)

    static func bekend(_ db: Database) throws -> Kaartlezer.Bekend {
        var bekend = Kaartlezer.Bekend()
        bekend.organisaties = Set(try String.fetchAll(db, sql: "SELECT id FROM organisatie"))
        bekend.taxonomieen = Set(try String.fetchAll(db, sql: "SELECT id FROM taxonomie"))
        for rij in try Row.fetchAll(db, sql: "SELECT id, code, naam FROM begrip") {
            bekend.begrippen[rij["id"]] = Kaartlezer.Term(code: rij["code"], naam: rij["naam"])
        }
        return bekend
    }

    private static func schrijf(
        _ records: [Gelezen], _ tx: Transaction, _ tot: Stand
    ) throws -> Stand {
        let opslag = KaartOpslag(tx: tx)
        let standaardvelden = String(decoding: try MessageCoding.encode(Deelveld.standaard.map(\.rawValue)), as: UTF8.self)
        var resultaat = tot.resultaat
        var teIndexeren: Set<String> = []
        var documenten: [String: JSONWaarde] = [:]
        for (soort, record, hash) in records {
            let uitkomst: KaartOpslag.Uitkomst
            switch record {
            case .taxonomie(let taxonomie): uitkomst = try opslag.taxonomie(taxonomie, hash: hash)
            case .begrip(let begrip):
                uitkomst = try opslag.begrip(begrip, hash: hash)
                if uitkomst == .gewijzigd {
                    teIndexeren.formUnion(
                        try String.fetchAll(
                            tx.db,
                            sql: """
                                SELECT v.id FROM voorziening_begrip k JOIN voorziening v ON v.nr = k.nr
                                WHERE k.begrip = (SELECT nr FROM begrip WHERE id = ?)
                                """, arguments: [begrip.id]))
                }
            case .organisatie(let organisatie):
                uitkomst = try opslag.organisatie(organisatie, hash: hash)
                if uitkomst == .gewijzigd {
                    teIndexeren.formUnion(
                        try String.fetchAll(
                            tx.db, sql: "SELECT id FROM voorziening WHERE organisatie_id = ?", arguments: [organisatie.id]))
                }
            case .voorziening(let voorziening):
                uitkomst = try opslag.voorziening(
                    voorziening, hash: hash, standaardvelden: standaardvelden,
                    controle: voorziening.gecontroleerdOp.map { .init(op: $0, wijze: "bron", door: nil) })
                if uitkomst != .gelijk {
                    teIndexeren.insert(voorziening.id)
                    documenten[voorziening.id] = voorziening.document
                }
            }
            resultaat[soort].tel(uitkomst)
        }
        return Stand(
            resultaat: resultaat,
            geheugen: try opslag.herindexeer(teIndexeren, documenten: documenten, met: tot.geheugen))
    }
}

extension Kaartlezer.Record {
    /// Of the words, not of the moments.
    func hash() throws -> String {
        let document =
            switch self {
            case .taxonomie(let taxonomie): taxonomie.document
            case .begrip(let begrip): begrip.document
            case .organisatie(let organisatie): organisatie.document
            case .voorziening(let voorziening): Normaalvorm.inhoud(voorziening.document)
            }
        return try SHA256.hex(Data(JSONSchrijver(document).bytes))
    }
}

extension Kaartlezer.Fouten {
    var failure: Failure { .invalid(velden.map { FieldError($0.veld, code: $0.code, $0.tekst) }) }
}
