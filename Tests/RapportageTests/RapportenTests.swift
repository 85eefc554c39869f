// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import RapportageApp

@Suite("De tussenrapportage", .timeLimit(.minutes(1)))
struct RapportenTests {
    let team = TeamID(UUID())
    let begeleider = medewerker(.begeleider)
    var teamleider: Actor { medewerker(.teamleider, team: team) }
    let klantmanager = medewerker(.klantmanager, gemeente: "0034")

    private func lijst(_ o: Opstelling, _ actor: Actor, _ toestand: RapportToestand? = nil, limit: Int = 50) async throws
        -> [Rapportregel]
    {
        var rows: [Rapportregel] = []
        var after: String?
        repeat {
            let page = try await o.rapporten.lijst(
                RapportenLijst(toestand: toestand, page: PageRequest(after: after, limit: limit)),
                verzoek(RapportenLijst.self, door: actor))
            rows += page.rows
            after = page.next
        } while after != nil
        return rows
    }

    private func opvragen(_ o: Opstelling, _ rapport: RapportID, _ actor: Actor) async throws -> RapportOpvragen.Answer {
        try await o.rapporten.opvragen(RapportOpvragen(rapport: rapport), verzoek(RapportOpvragen.self, door: actor))
    }

    private func stelVast(
        _ o: Opstelling, _ rapport: RapportID, _ actor: Actor, versie: Int = 1, _ tekst: String = "Vastgestelde tekst."
    ) async throws {
        _ = try await o.rapporten.vaststellen(
            RapportVaststellen(
                rapport: rapport, versie: versie,
                paragrafen: [.init(code: "verloop", kop: "Verloop", tekst: tekst, bronnen: [])]),
            verzoek(RapportVaststellen.self, door: actor))
    }

    /// A traject with its report.
    private func gestart(_ o: Opstelling) async throws -> (Persoon, RapportID) {
        let p = persoon(team: team, begeleider: begeleider)
        try await o.komenBinnen([
            p.gestart, p.toegewezen, p.contact(p.gestartOp), p.doel(.bereikt), p.doel(.open), p.geaccepteerd,
        ])
        return (p, try #require(try await lijst(o, begeleider).first?.rapport))
    }

    @Test("elk traject krijgt één rapport, op de dag van het contract, de vroegste eerst")
    func plannen() async throws {
        let o = try Opstelling()
        var feiten: [Feit] = []
        for nummer in 1...7 {
            let p = persoon(nummer, team: team, begeleider: begeleider, gestartOp: Datum(2027, 1 + nummer * 5 % 7, 1))
            feiten += [p.gestart, p.toegewezen]
        }
        try await o.komenBinnen(feiten)
        for limit in [1, 2, 3, 50] {
            let rijen = try await lijst(o, begeleider, limit: limit)
            #expect(rijen.map(\.uiterlijkOp) == rijen.map(\.uiterlijkOp).sorted())
            #expect(Set(rijen.map(\.rapport)).count == 7)
            #expect(rijen.allSatisfy { $0.soort == "tussenrapportage" && $0.toestand == .concept && $0.versie == 1 })
        }
        #expect(try await lijst(o, begeleider).first?.uiterlijkOp == Datum(2027, 7, 1))
    }

    @Test("een concept toont de tekst van nu met de cijfers, na het vaststellen blijft de vastgestelde tekst")
    func vaststellen() async throws {
        let o = try Opstelling()
        let (p, rapport) = try await gestart(o)
        let concept = try await opvragen(o, rapport, begeleider)
        #expect(concept.paragrafen == paragrafen(p.traject))
        #expect(concept.kerncijfers?.map(\.waarde) == ["1", "1 van 2", "0 van 0", "0"])

        try await stelVast(o, rapport, begeleider)
        try await o.komtBinnen(p.contact(p.gestartOp.adding(days: 3)))
        let vast = try await opvragen(o, rapport, teamleider)
        #expect(vast.paragrafen.map(\.tekst) == ["Vastgestelde tekst."])
        #expect(vast.kerncijfers?.first?.waarde == "1")
        #expect(vast.regel.toestand == .vastgesteld && vast.regel.vastgesteldOp == Opstelling.dag && vast.regel.versie == 2)
        let verteld = try await o.verteld()
        #expect(verteld.map(\.rapport) == [rapport] && verteld.first?.gemeente == "0034" && verteld.first?.dossier == p.dossier)
    }

    @Test("een vastgesteld rapport verandert niet meer, ook niet in de opslag")
    func blijft() async throws {
        let o = try Opstelling()
        let (_, rapport) = try await gestart(o)
        try await stelVast(o, rapport, begeleider)
        await #expect(
            throws: Failure.state(reason: "Dit rapport is al vastgesteld. Een vastgesteld rapport verandert niet meer.")
        ) {
            try await stelVast(o, rapport, begeleider, versie: 2, "Anders.")
        }
        await #expect(throws: DatabaseError.self) {
            try await o.store.write { tx in try tx.db.execute(sql: "UPDATE rapport_inhoud SET verzegeld = x'00'") }
        }
        #expect(try await o.verteld().count == 1)
    }

    @Test("wie van een oude versie uitgaat, verliest; dezelfde opdracht twee keer is één keer")
    func versie() async throws {
        let o = try Opstelling()
        let (_, rapport) = try await gestart(o)
        await #expect(throws: Failure.self) { try await stelVast(o, rapport, begeleider, versie: 7) }
        let command = RapportVaststellen(
            rapport: rapport, versie: 1, paragrafen: [.init(code: "verloop", kop: "Verloop", tekst: "Een.", bronnen: [])])
        let request = verzoek(RapportVaststellen.self, door: begeleider)
        _ = try await o.rapporten.vaststellen(command, request)
        _ = try await o.rapporten.vaststellen(command, request)
        #expect(try await o.verteld().count == 1)
    }

    @Test("de gemeente ziet een rapport pas als het is vastgesteld; een ander ziet het niet")
    func rechten() async throws {
        let o = try Opstelling()
        let (_, rapport) = try await gestart(o)
        let vreemden = [
            medewerker(.begeleider), medewerker(.teamleider, team: TeamID(UUID())), medewerker(.klantmanager, gemeente: "0363"),
            medewerker(.financieel), medewerker(.beheerder), medewerker(.vrijwilliger), .service(purpose: "onbekend"),
        ]
        for actor in vreemden + [klantmanager] {
            #expect(try await lijst(o, actor).isEmpty)
            await #expect(throws: Failure.notFound(what: "rapport")) { try await opvragen(o, rapport, actor) }
            await #expect(throws: Failure.notFound(what: "rapport")) { try await stelVast(o, rapport, actor) }
        }
        try await stelVast(o, rapport, teamleider)
        #expect(try await lijst(o, klantmanager).map(\.rapport) == [rapport])
        #expect(try await opvragen(o, rapport, klantmanager).paragrafen.count == 1)
        for actor in vreemden {
            #expect(try await lijst(o, actor).isEmpty)
            await #expect(throws: Failure.notFound(what: "rapport")) { try await opvragen(o, rapport, actor) }
        }
        #expect(try await lijst(o, klantmanager, .concept).isEmpty)
    }

    @Test("een lege tekst wordt geweigerd bij het veld")
    func leeg() async throws {
        let o = try Opstelling()
        let (_, rapport) = try await gestart(o)
        let fout = await #expect(throws: Failure.self) { try await stelVast(o, rapport, begeleider, "  ") }
        guard case .invalid(let velden) = fout else {
            Issue.record("verwacht: veldfout")
            return
        }
        #expect(velden.map(\.field) == ["paragrafen[0].tekst"])
    }

    @Test("in de opslag is de tekst niet te lezen; zonder sleutel zegt het rapport dat, en de lijst blijft")
    func verzegeld() async throws {
        let o = try Opstelling()
        let (_, rapport) = try await gestart(o)
        let geheim = "Mevrouw vertelt over haar gezondheid"
        try await stelVast(o, rapport, begeleider, geheim)
        for name in try FileManager.default.contentsOfDirectory(atPath: o.map.path) where name.hasPrefix("rapportage") {
            #expect(try Data(contentsOf: o.map.appending(path: name)).range(of: Data(geheim.utf8)) == nil, "\(name)")
        }
        #expect(try await opvragen(o, rapport, begeleider).paragrafen.first?.tekst == geheim)
        o.sleutels.weg(true)
        await #expect(throws: Failure.unavailable(what: "De sleutels")) { try await opvragen(o, rapport, begeleider) }
        #expect(try await lijst(o, begeleider).count == 1)
    }

    @Test("elke inzage staat in het leeslog")
    func leeslog() async throws {
        let o = try Opstelling()
        let (p, rapport) = try await gestart(o)
        _ = try await opvragen(o, rapport, teamleider)
        let regels = try await o.store.read { db in
            try Row.fetchAll(db, sql: "SELECT dossier, wat, rollen FROM leeslog").map {
                "\($0["dossier"] as String) \($0["wat"] as String) \($0["rollen"] as String)"
            }
        }
        #expect(regels == ["\(p.dossier) rapport teamleider"])
    }
}
