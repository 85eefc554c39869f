// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Toegang

@testable import IntakeApp

/// Lists and search by name: in order, by page, and never outside somebody's rights.
@Suite(.timeLimit(.minutes(2)))
struct ZoekenTests {
    static let almere = TeamID(team: "Almere")
    let teamleider = Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: almere, purpose: "zoeken")
    let begeleider = GebruikerID(UUID())

    /// Five people; the first two are the begeleider's.
    private func stad(_ watch: QueryWatch? = nil) async throws -> (proef: Opstelling, dossiers: [DossierID]) {
        let proef = try await Opstelling(watch: watch)
        let namen = [
            ("Ayşe", "Yıldız"), ("Özlem", "Çelik"), ("Selam Tesfay Haile", ""), ("Anna", "de Vries"), ("Ahmad", "Al-Hassan"),
        ]
        for (nummer, naam) in namen.enumerated() {
            let keten = naam.1.isEmpty
            _ = try await proef.stuur(
                Proefbericht.aanmelding(
                    nummer,
                    [
                        "data.client.voornamen": keten ? nil : .tekst(naam.0),
                        "data.client.geslachtsnaam": .tekst(keten ? naam.0 : naam.1),
                    ]))
        }
        let dossiers = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).map(\.dossier)
        try #require(dossiers.count == 5)
        let begeleider = begeleider
        try await proef.parts.store.write { tx in
            for dossier in dossiers.prefix(2) {
                _ = try Persoonregister.wijsToe(tx.db, dossier, begeleider: begeleider, team: Self.almere)
            }
        }
        return (proef, dossiers)
    }

    private func eigen() -> Actor { Actor(user: begeleider, roles: [.begeleider], team: Self.almere, purpose: "begeleiding") }

    private func namen(_ proef: Opstelling, _ tekst: String, _ actor: Actor) async throws -> [String] {
        try await PersonenTonen(parts: proef.parts).zoek(PersonenZoeken(tekst: tekst, page: PageRequest()), actor).rows.map(
            \.naam)
    }

    @Test("wie waarneemt vindt de mensen van de collega zolang het duurt, en daarna of ingetrokken niet")
    func waarneming() async throws {
        let (proef, _) = try await stad()
        let collega = Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: Self.almere, purpose: "begeleiding")
        let erbij = try #require(collega.user)
        let vandaag = proef.parts.store.clock.today
        func vertel(_ id: WaarnemingID, van: Int, tot: Int, ingetrokken: Bool = false) async throws -> [String] {
            let event = WaarnemingGewijzigd(
                waarneming: id, begeleider: begeleider, waarnemer: erbij, team: Self.almere, van: vandaag.adding(days: van),
                totEnMet: vandaag.adding(days: tot), ingetrokkenOp: ingetrokken ? vandaag : nil)
            try await proef.parts.store.write { tx in try Waarneming.volg(event, in: tx) }
            let envelop = Envelope(
                id: UUID(), source: ServiceName.portaal.source, type: "proef", time: proef.parts.store.clock.now, actor: collega)
            let actor = try await Request(envelope: envelop, caller: .portaal).metWaarneming(proef.parts.store).actor
            return try await namen(proef, "", actor)
        }
        let id = WaarnemingID(UUID())
        #expect(try await vertel(id, van: 1, tot: 9) == [])
        #expect(try await vertel(id, van: 0, tot: 9) == ["Özlem Çelik", "Ayşe Yıldız"])
        #expect(try await vertel(id, van: -9, tot: 0) == ["Özlem Çelik", "Ayşe Yıldız"])
        #expect(try await vertel(id, van: -9, tot: -1) == [])
        #expect(try await vertel(id, van: 0, tot: 9, ingetrokken: true) == [])
    }

    @Test("de lijst staat op achternaam, zonder op accenten te letten")
    func volgorde() async throws {
        let (proef, _) = try await stad()
        #expect(
            try await namen(proef, "", teamleider) == [
                "Ahmad Al-Hassan", "Özlem Çelik", "Anna de Vries", "Selam Tesfay Haile", "Ayşe Yıldız",
            ])
    }

    @Test(
        "zoeken vindt een deel van een naam, in elke volgorde, met of zonder accenten",
        arguments: [
            ("yildiz", ["Ayşe Yıldız"]), ("YILDIZ AYSE", ["Ayşe Yıldız"]), ("Yıl", ["Ayşe Yıldız"]), ("ozl cel", ["Özlem Çelik"]),
            ("haile selam", ["Selam Tesfay Haile"]), ("al-hassan", ["Ahmad Al-Hassan"]),
            ("a", ["Ahmad Al-Hassan", "Anna de Vries", "Ayşe Yıldız"]),
            ("W-2027-0002", ["Özlem Çelik"]),
            (" w-2027-000", ["Ahmad Al-Hassan", "Özlem Çelik", "Anna de Vries", "Selam Tesfay Haile", "Ayşe Yıldız"]),
            ("nergens", []), ("%", ["Ahmad Al-Hassan", "Özlem Çelik", "Anna de Vries", "Selam Tesfay Haile", "Ayşe Yıldız"]),
        ])
    func zoeken(_ tekst: String, _ gevonden: [String]) async throws {
        let (proef, _) = try await stad()
        #expect(try await namen(proef, tekst, teamleider) == gevonden)
    }

    @Test("een begeleider ziet de eigen mensen en vindt geen anderen")
    func eigenMensen() async throws {
        let (proef, _) = try await stad()
        let page = try await PersonenTonen(parts: proef.parts).zoek(PersonenZoeken(tekst: "", page: PageRequest()), eigen())
        #expect(page.rows.map(\.naam) == ["Özlem Çelik", "Ayşe Yıldız"])
        #expect(page.total == 2)
        #expect(page.rows.allSatisfy { $0.begeleider == begeleider })
        #expect(try await namen(proef, "anna", eigen()).isEmpty)
        #expect(try await namen(proef, "w-2027", eigen()).count == 2)
        #expect(try await namen(proef, "yil", eigen()) == ["Ayşe Yıldız"])
    }

    @Test(
        "wie geen recht heeft, ziet niemand",
        arguments: [
            Actor(user: GebruikerID(UUID()), roles: [.begeleider], purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.beheerder, .financieel], purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.teamleider], team: TeamID(team: "Elders"), purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0363", purpose: "x"),
            Actor(user: nil, roles: [], purpose: "onbekend"),
        ])
    func niemand(_ actor: Actor) async throws {
        let (proef, dossiers) = try await stad()
        for tekst in ["", "a", "w-2027-0001", "yildiz"] { #expect(try await namen(proef, tekst, actor).isEmpty) }
        #expect(try await PersonenTonen(parts: proef.parts).labels(DossierLabels(dossiers: dossiers), actor).isEmpty)
    }

    @Test("bladeren geeft iedereen één keer, en de sleutel van een bladzijde is geen naam")
    func bladeren() async throws {
        let (proef, _) = try await stad()
        for tekst in ["", "e"] {
            var (seen, after): ([DossierID], String?) = ([], nil)
            repeat {
                let page = try await PersonenTonen(parts: proef.parts).zoek(
                    PersonenZoeken(tekst: tekst, page: PageRequest(after: after, limit: 2)), teamleider)
                seen += page.rows.map(\.dossier)
                after = page.next
                if let after { #expect(DossierID(after) != nil) }
            } while after != nil
            #expect(Set(seen).count == seen.count)
            if tekst.isEmpty { #expect(seen.count == 5) }
        }
    }

    @Test("wie één lid van een huishouden begeleidt, ziet hoe de anderen heten, en kan ze niet openen")
    func huisgenoten() async throws {
        let (proef, dossiers) = try await stad()
        try await proef.parts.store.write { tx in
            // The fourth lives with the first.
            try tx.db.execute(
                sql: "UPDATE persoon SET huishouden = (SELECT huishouden FROM persoon WHERE id = ?) WHERE id = ?",
                arguments: [dossiers[0].description, dossiers[3].description])
        }
        let labels = try await PersonenTonen(parts: proef.parts).labels(DossierLabels(dossiers: dossiers), eigen())
        #expect(Set(labels.map(\.naam)) == ["Ayşe Yıldız", "Özlem Çelik", "Anna de Vries"])
        let envelope = Envelope(id: UUID(), source: "urn:wegwijs:portaal", type: PersoonOpvragen.type, time: Date())
        await #expect {
            _ = try await PersoonTonen(parts: proef.parts)(
                PersoonOpvragen(dossier: dossiers[3]), eigen(), caller: .portaal, because: envelope)
        } throws: { error in
            if case Failure.notAllowed = error { true } else { false }
        }
        let eerste = try await PersoonTonen(parts: proef.parts)(
            PersoonOpvragen(dossier: dossiers[0]), eigen(), caller: .portaal, because: envelope)
        #expect(eerste.huisgenoten.map(\.naam) == ["Anna de Vries"])
    }

    @Test("lijst en zoeken lopen langs een index, nooit langs iedereen")
    func index() async throws {
        let (proef, _) = try await stad()
        let scopes: [Scope] = [
            Policy.scope(eigen(), .list, on: .dossier), Policy.scope(teamleider, .list, on: .dossier),
            Policy.scope(Actor(user: nil, roles: [.klantmanager], gemeente: "0034", purpose: "x"), .list, on: .dossier),
        ]
        for scope in scopes {
            for tekst in ["", "yil", "yil ay", "w-2027-00"] {
                let vraag = Personenlijst.vraagtekst(tekst, scope, aantal: 26)
                let plan = try await proef.parts.store.read { db in
                    try Row.fetchAll(
                        db, sql: "EXPLAIN QUERY PLAN \(vraag.sql)", arguments: StatementArguments(vraag.arguments)
                    ).map { $0["detail"] as String }
                }
                // What the tables of words gave and who follows whom, each along its index.
                let langs = plan.filter {
                    $0.hasPrefix("SCAN") && !["z", "g", "op", "onder", "CONSTANT ROW"].map { "SCAN \($0)" }.contains($0)
                }
                #expect(langs.allSatisfy { $0.contains("USING INDEX") }, "\(tekst): \(plan)")
            }
        }
    }

    @Test("geen vraag van lijst, zoekvak, namen en dossierhoofd leest een tabel van voor tot achter")
    func heleVragen() async throws {
        let watch = QueryWatch()
        let (proef, dossiers) = try await stad(watch)
        watch.clear()
        for actor in [eigen(), teamleider] {
            for tekst in ["", "yil", "yil ay", "w-2027-00"] { _ = try await namen(proef, tekst, actor) }
            _ = try await PersonenTonen(parts: proef.parts).labels(DossierLabels(dossiers: dossiers), actor)
            let envelope = Envelope(
                id: UUID(), source: ServiceName.portaal.source, type: PersoonOpvragen.type, time: proef.parts.clock.now,
                actor: actor)
            _ = try await PersoonTonen(parts: proef.parts)(
                PersoonOpvragen(dossier: dossiers[0]), actor, caller: .portaal, because: envelope)
        }
        #expect(
            try await watch.wholeReads(
                in: proef.parts.store,
                of: [
                    "persoon", "zoekwoord", "zoekwoord_nieuw", "aanmelding", "kenmerk", "persoonsfeit", "lidmaatschap", "leeslog",
                ]) == [])
    }
}
