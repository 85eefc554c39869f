// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Testing

@testable import IntakeApp

/// One check on duplicates costs a fixed amount of work, whatever the store holds.
@Suite(.timeLimit(.minutes(5)))
struct ZoekplanTests {
    @Test("elke vraag van de zoektocht loopt langs een index", arguments: Vraagtekst.alle)
    func index(_ sql: String) async throws {
        let proef = try await Opstelling()
        let plan = try await proef.parts.store.read { db in
            // Either each by itself or by number.
            let tekens = (1...9).last { sql.contains("?\($0)") } ?? sql.count { $0 == "?" }
            return try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(sql)",
                arguments: StatementArguments(Array(repeating: DatabaseValue.null, count: tekens))
            ).map { $0["detail"] as String }
        }
        #expect(!plan.isEmpty && !plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }

    @Test("vier keer zoveel mensen met dezelfde naam geeft niet meer werk per controle")
    func begrensd() async throws {
        let proef = try await Opstelling()
        var stappen: [Int] = []
        var aanwezig = 0
        // With fewer than 150 of one name everybody is compared, which is less.
        for grens in [800, 3200] {
            let nieuw = (aanwezig..<grens).map { nummer in
                Aanmeldgegevens.Client(
                    naam: try? Naam(voornamen: "Mohammed", geslachtsnaam: ["Ali", "Hassan", "Ahmed"][nummer % 3]),
                    geboortedatum: (try? OnvolledigeDatum(parsing: "1990-01-01")) ?? .onbekend, geslacht: .man, adres: .init())
            }
            try await proef.bewaarAllen(nieuw)
            aanwezig = grens
            let vraag = try proef.parts.index.kenmerken(
                van: try Opstelling.gegevens(
                    .init(
                        naam: try Naam(voornamen: "Muhamad", geslachtsnaam: "Ali"),
                        geboortedatum: try OnvolledigeDatum(parsing: "1990-01-01"), geslacht: .man, adres: .init()),
                    huishouden: nil))
            stappen.append(
                try await proef.parts.store.read { db in
                    let teller = Mutex(0)
                    db.trace(options: .statement) { _ in teller.withLock { $0 += 1 } }
                    defer { db.trace() }
                    let gevonden = try Dubbelzoeker.zoek(db, vraag, behalve: nil)
                    #expect(gevonden.count <= Dubbelzoeker.maximaal)
                    return teller.withLock { $0 }
                })
        }
        // Look-ups by key, and at most 150 people of whom each is read, looked up and traced to who stands for the person.
        #expect(stappen[1] <= 400 + 3 * Dubbelzoeker.vergelijken, "\(stappen)")
        #expect(stappen[1] <= stappen[0] + 50, "\(stappen)")
    }

    @Test("wie om zijn geboortedatum wordt overgeslagen, was ook met alles erbij geen kandidaat geweest")
    func overslaan() {
        let beelden = Paar.alle.flatMap { [$0.links, $0.rechts] }.map {
            Vergelijkbeeld(namen: $0.naam.map(Naamketting.init), geboren: $0.geboortedatum)
        }
        var overgeslagen = 0
        for (nummer, een) in beelden.enumerated() where nummer.isMultiple(of: 4) {
            for ander in beelden.dropFirst(nummer).prefix(3) {
                for (telefoon, huishouden) in [(false, false), (true, true)] {
                    let raakvlak = Raakvlak(telefoon: telefoon, huishouden: huishouden)
                    guard !Gelijkenis.kanKandidaatZijn(een.geboren, ander.geboren, raakvlak) else { continue }
                    overgeslagen += 1
                    #expect(!Gelijkenis(een, ander, raakvlak).isKandidaat, "\(een.geboren) \(ander.geboren)")
                }
            }
        }
        #expect(overgeslagen > 500)
        #expect(Gelijkenis.kanKandidaatZijn(.jaar(1950), .jaar(1990), Raakvlak(bsn: .gelijk)))
    }

    @Test(
        "een geboortedatum naast een zoeksleutel is die van het dossier",
        arguments: ["1978-03-12", "1978-03", "1978", "onbekend"])
    func zoekdatum(_ tekst: String) throws {
        let datum = try OnvolledigeDatum(parsing: tekst)
        #expect(Zoekdatum(Zoekdatum(datum).datum) == Zoekdatum(datum) && Zoekdatum(datum).datum == datum)
        #expect(Zoekdatum(datum).jaar == (tekst == "onbekend" ? 0 : 1978))
    }

    @Test(
        "vooraf zoeken en in de transactie aanvullen vindt wie een zoektocht in één keer vindt",
        arguments: [1, 2, 3] as [UInt64])
    func vooraf(_ zaad: UInt64) async throws {
        var toeval = Proeftoeval(zaad)
        let proef = try await Opstelling()
        let paren = Paar.alle.filter { _ in toeval.getal(4) == 0 }
        var dossiers: [DossierID] = []
        for paar in paren.prefix(paren.count / 2) {
            let dossier = DossierID(UUID())
            dossiers.append(dossier)
            try await proef.bewaar(paar.links, huishouden: paar.huishouden, als: dossier)
        }
        let vragen = try paren.map { paar in
            try proef.parts.index.kenmerken(van: try Opstelling.gegevens(paar.rechts, huishouden: paar.huishouden))
        }
        let begin = try await proef.parts.store.read { db in try vragen.map { try Dubbelzoeker.vooraf(db, $0) } }
        // Meanwhile: the other half comes, some go, some change, some turn out to be one person.
        for paar in paren.dropFirst(paren.count / 2) {
            let dossier = DossierID(UUID())
            dossiers.append(dossier)
            try await proef.bewaar(paar.links, huishouden: paar.huishouden, als: dossier)
        }
        for (nummer, dossier) in dossiers.enumerated() {
            switch toeval.getal(6) {
            case 0: try await proef.parts.store.write { try Kenmerkregister.wis($0.db, dossier) }
            case 1:
                let vraag = vragen[nummer]
                try await proef.parts.store.write { try Kenmerkregister.zet($0.db, vraag, voor: dossier) }
            case 2 where nummer + 1 < dossiers.count:
                let leidend = dossiers[nummer + 1]
                try await proef.parts.store.write { tx in
                    _ = try Samenvoegregister.maak(
                        tx, .init(volgend: dossier, leidend: leidend, aanmelding: nil, reden: "zelfde-gegevens"))
                }
            default: break
            }
        }
        let verschillen = try await proef.parts.store.read { db in
            try zip(vragen, begin).enumerated().compactMap { nummer, paar -> String? in
                let heel = try Dubbelzoeker.zoek(db, paar.0, behalve: nil)
                let delen = try Dubbelzoeker.zoek(db, paar.0, behalve: nil, na: paar.1)
                let mist = heel.filter { kandidaat in !delen.contains { $0.dossier == kandidaat.dossier } }
                return mist.isEmpty ? nil : "\(paren[nummer]): \(mist)"
            }
        }
        #expect(verschillen.isEmpty, "zaad \(zaad): \(verschillen)")
    }
}

extension Opstelling {
    /// Many people in one transaction.
    func bewaarAllen(_ mensen: [Aanmeldgegevens.Client]) async throws {
        let rijen = try mensen.map { client in
            let gegevens = try Self.gegevens(client, huishouden: nil)
            return (gegevens, try parts.index.kenmerken(van: gegevens), DossierID(UUID()))
        }
        guard let eerste = rijen.first, let oin = OIN(Self.gemeente),
            let opdracht = parts.opdracht(voor: eerste.0.gemeente, op: parts.clock.today)
        else { throw Stuk() }
        let dag = parts.clock.today
        try await parts.store.write { tx in
            for (gegevens, vraag, dossier) in rijen {
                try Aanmeldingregister.maak(
                    tx,
                    .init(
                        oin: oin, opdracht: opdracht, dossier: dossier, toestand: .inControle, redenen: [],
                        verzegeld: Data(count: 300), dag: dag), gegevens)
                try Kenmerkregister.zet(tx.db, vraag, voor: dossier)
            }
        }
    }
}
