// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Synchronization
import Testing
import Toegang

@testable import BegeleidingApp

@Suite("Lijsten lopen langs een index", .timeLimit(.minutes(1)))
struct SchaalTests {
    /// Every statement that the body runs, with how SQLite goes about it.
    private func plannen(_ store: Store, _ body: @escaping @Sendable (Database) throws -> Void) async throws -> [String] {
        try await store.read { db in
            let gezien = Mutex<[String]>([])
            db.trace { event in
                if case .statement(let statement) = event { gezien.withLock { $0.append(statement.expandedSQL) } }
            }
            try body(db)
            db.trace(options: [])
            return try gezien.withLock { $0 }.flatMap { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
            }
        }
    }

    @Test("geen lijst leest een hele tabel of sorteert achteraf")
    func plannen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let (vandaag, tot) = (proef.vandaag, proef.vandaag.adding(days: 42))
        for actor in [proef.fatima, proef.teamleider] {
            let bereik = Policy.scope(actor, .list, on: .contactmoment)
            let plan = try await plannen(proef.store) { db in
                for na in [nil, (datum: vandaag, nummer: Int64(1))] {
                    _ = try Aandachtspunten.pagina(
                        db, bereik, opvolging: bereik, vandaag: vandaag, tot: tot, na: na, limit: 25)
                    for soorten in [Set(Tijdlijnfeit.Soort.allCases), [.contact]] {
                        _ = try Tijdlijn.pagina(db, event.dossier, soorten: soorten, na: na, limit: 25)
                    }
                }
                _ = try Aandachtspunten.aantal(db, bereik, opvolging: bereik, vandaag: vandaag, tot: tot)
                _ = try Signalen.open(db, event.dossier)
                _ = try Signalen.van(db, event.dossier)
                _ = try Veiligheid.afspraken(db, event.dossier)
                _ = try Dossiers.kaarten(db, [event.dossier], bereik, metContact: bereik)
                _ = try Regelzaken.openMetDag(db, drager: event.dossier)
                _ = try Regelzaken.controles(db, drager: event.dossier)
                _ = try Regelverlopen.van(db, RegelzaakID(UUID()))
                _ = try Regeldagafspraakrijen.van(db, huishouden: event.huishouden)
                _ = try Klokken.stilstaand(db, na: "", limit: 10)
                _ = try Contactmomenten.aanwezigen(db, proef.ids.make())
                for wiens in [Afspraken.Wiens.team(proef.team), .medewerker(proef.ids.make())] {
                    for na in [nil, (dag: vandaag, van: "10:00", id: "x")] {
                        _ = try Afspraken.agenda(
                            db, bereik, wiens: wiens, van: vandaag, totEnMet: tot, na: na, limit: 25)
                    }
                }
                _ = try Afspraken.open(db, event.dossier, vanaf: vandaag)
                _ = try Afspraken.open(db, drager: event.dossier)
            }
            #expect(plan.contains { $0.contains("afspraak_team") } && plan.contains { $0.contains("afspraak_medewerker") })
            #expect(plan.contains { $0.contains("aandachtspunt_") })
            // The rows that were counted are no table.
            #expect(plan.filter { ($0.hasPrefix("SCAN") && !$0.contains("subquery")) || $0.contains("TEMP B-TREE") } == [])
        }
        // A period is sorted in memory: it is short, and holds only those of who may be seen.
        for actor in [proef.fatima, proef.teamleider] {
            let bereik = Policy.scope(actor, .list, on: .regeldag)
            let plan = try await plannen(proef.store) { db in
                _ = try Regeldagafspraakrijen.van(db, bereik, van: vandaag, tot: tot)
            }
            #expect(plan.contains { $0.contains("regeldagafspraak_lid_dossier") })
            #expect(plan.filter { $0.hasPrefix("SCAN") } == [])
        }
        let verdelen = Policy.scope(proef.teamleider, .assign, on: .dossier)
        let plan = try await plannen(proef.store) { db in
            _ = try Dossiers.teVerdelen(db, verdelen, na: nil, limit: 25)
            _ = try Dossiers.teVerdelen(db, verdelen, na: (vandaag, "x"), limit: 25)
        }
        #expect(plan.contains { $0.contains("dossier_te_verdelen") })
        #expect(plan.filter { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") } == [])
    }

    @Test("geen vraag van een bladzijde, en geen vastleggen, leest een tabel van voor tot achter")
    func heleGebruiken() async throws {
        let watch = QueryWatch()
        let proef = try Proefdienst(watch: watch)
        let event = try await proef.lopendTraject()
        let (dossier, middelen) = (event.dossier, proef.middelen)
        try await proef.contact(dossier, op: "2027-01-18", notitie: "Gesproken.", stap: "Bellen", stapOp: "2027-01-25")
        watch.clear()
        for actor in [proef.fatima, proef.teamleider] {
            _ = try await proef.vandaag(actor)
            _ = try await proef.overzicht(dossier, door: actor)
            _ = try await proef.bord(dossier, door: actor)
            for soort in [nil, "contact", "plan"] {
                _ = try await TijdlijnOpvragen(dossier: dossier, soort: soort, page: PageRequest(limit: 15))
                    .tonen(middelen, proef.verzoek(actor))
            }
            _ = try await KlokOpvragen(dossier: dossier).tonen(middelen, proef.verzoek(actor))
            _ = try await TrajectKaarten(dossiers: [dossier]).tonen(middelen, proef.verzoek(actor))
            _ = try await MetingenOpvragen(dossier: dossier).tonen(middelen, proef.verzoek(actor))
        }
        _ = try await TeVerdelen(page: PageRequest()).tonen(middelen, proef.verzoek(proef.teamleider))
        try await proef.contact(dossier, op: "2027-01-18", .telefoon)
        proef.klok.zet(try dag("2027-01-19"))
        _ = try await KlokBijwerken(middelen: middelen, logger: Logger(label: "proef")).werkBij()
        #expect(try await watch.wholeReads(in: proef.store, of: Self.groot) == [])
    }

    /// What grows with the people.
    private static let groot: Set<String> = [
        "dossier", "traject", "klokdatum", "contactmoment", "tijdlijn", "regelzaak", "doel", "aandachtspunt", "toewijzing",
        "inzage", "meting", "uitbeeld", "uitbeeld_reden",
    ]
}
