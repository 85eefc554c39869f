// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import ReiskostenApp

@Suite("Het leven van een voorschot", .timeLimit(.minutes(1)))
struct VoorschotLevenTests {
    let begeleider = medewerker(.begeleider)
    let financieel = medewerker(.financieel, team: nil)
    let tekenaar = medewerker(.tweedeTekenaar, team: nil)

    private func vraag(_ o: Opstelling, _ command: VoorschotAanvragen, door actor: Actor) async throws -> VoorschotID {
        try await o.voorschotten.aanvragen(command, verzoek(VoorschotAanvragen.self, door: actor)).voorschot
    }

    private func toon(_ o: Opstelling, _ id: VoorschotID, door actor: Actor) async throws -> Voorschotsregel {
        try await o.voorschotten.opvragen(VoorschotOpvragen(voorschot: id), verzoek(VoorschotOpvragen.self, door: actor))
    }

    private func beslis(_ o: Opstelling, _ id: VoorschotID, _ versie: Int, _ ja: Bool, reden: String? = nil, door actor: Actor)
        async throws
    {
        _ = try await o.voorschotten.beslissen(
            VoorschotBeslissen(voorschot: id, versie: versie, goedgekeurd: ja, reden: reden),
            verzoek(VoorschotBeslissen.self, door: actor))
    }

    private func betaal(_ o: Opstelling, _ id: VoorschotID, _ versie: Int, op dag: Datum = Opstelling.dag, door actor: Actor)
        async throws
    {
        _ = try await o.voorschotten.betalen(
            VoorschotBetaald(voorschot: id, versie: versie, betaaldOp: dag), verzoek(VoorschotBetaald.self, door: actor))
    }

    private func bewijs(_ o: Opstelling, _ id: VoorschotID, door actor: Actor) async throws {
        _ = try await o.bewijsstukken.stuur(pdf(2_000), bij: id, door: actor)
    }

    @Test("een voorschot zegt wanneer het bewijs er moet zijn, waarom die dag en wat er anders gebeurt")
    func termijn() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let id = try await vraag(o, aanvraag(dossier), door: begeleider)
        let regel = try await toon(o, id, door: begeleider)
        let laatste = try #require(Datum("\(regel.maand)-01")).adding(months: 1).adding(days: -1)
        #expect(regel.bewijsUiterlijkOp == laatste.adding(months: 3))
        let waarom = try #require(regel.bewijsWaarom)
        #expect(waarom.contains("3 maanden na de laatste dag van") && waarom.contains("Bron: "), "\(waarom)")
        #expect(waarom.contains("Te laat? De kosten worden niet meer vergoed"), "\(waarom)")
        let lijst = try await o.voorschotten.lijst(
            VoorschottenLijst(dossier: dossier, page: PageRequest()), verzoek(VoorschottenLijst.self, door: begeleider))
        #expect(lijst.rows.map(\.bewijsUiterlijkOp) == [regel.bewijsUiterlijkOp])
    }

    private func rekenAf(_ o: Opstelling, _ id: VoorschotID, _ versie: Int, _ cents: Int, door actor: Actor) async throws {
        _ = try await o.voorschotten.afrekenen(
            VoorschotAfrekenen(voorschot: id, versie: versie, verantwoord: Bedrag(cents: cents)),
            verzoek(VoorschotAfrekenen.self, door: actor))
    }

    @Test("van aanvraag tot afrekening, en elke stap wordt verteld")
    func heleLeven() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let id = try await vraag(o, aanvraag(dossier), door: begeleider)
        try await beslis(o, id, 1, true, door: financieel)
        o.klok.zet(Opstelling.dag.adding(days: 2))
        try await betaal(o, id, 2, op: Opstelling.dag.adding(days: 1), door: financieel)
        try await bewijs(o, id, door: begeleider)
        try await rekenAf(o, id, 4, 40_25, door: financieel)

        let regel = try await toon(o, id, door: begeleider)
        #expect(regel.toestand == .afgerekend && regel.versie == 5)
        #expect(regel.bedrag.cents == 46_00 && regel.verantwoord.cents == 40_25 && regel.terugTeBetalen.cents == 5_75)
        #expect(regel.gevraagdDoor == begeleider.user && regel.beslistDoor == financieel.user)
        #expect(regel.betaaldOp == Opstelling.dag.adding(days: 1))
        #expect(regel.berekening.contains("12,5 km × € 0,23") && regel.berekening.contains("Bron:"))
        #expect(regel.bewijsstukken.map(\.mediatype) == ["application/pdf"])

        let verteld = try await o.gebeurtenissen()
        #expect(verteld.map(\.toestand) == [.aangevraagd, .goedgekeurd, .betaald, .verantwoord, .afgerekend])
        #expect(verteld.allSatisfy { $0.voorschot == id && $0.dossier == dossier && $0.gemeente == "0034" })
        #expect(verteld.map(\.verantwoord.cents) == [0, 0, 0, 0, 40_25])
    }

    @Test("wie het vroeg beslist niet, ook niet met de rol ervoor; een collega wel")
    func vierOgen() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let id = try await vraag(o, aanvraag(dossier), door: financieel)
        await #expect(throws: Failure.self) { try await beslis(o, id, 1, true, door: financieel) }
        await #expect(throws: Failure.self) { try await beslis(o, id, 1, true, door: begeleider) }
        #expect(try await toon(o, id, door: financieel).toestand == .aangevraagd)
        try await beslis(o, id, 1, true, door: tekenaar)
        #expect(try await toon(o, id, door: financieel).toestand == .goedgekeurd)
    }

    @Test("alleen de begeleider van het dossier en het geldbureau vragen aan")
    func wieVraagt() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        for vreemde in [medewerker(.begeleider), medewerker(.teamleider), medewerker(.beheerder), tekenaar] {
            await #expect(throws: Failure.self) { try await vraag(o, aanvraag(dossier), door: vreemde) }
        }
        await #expect(throws: Failure.notFound(what: "dossier")) {
            try await vraag(o, aanvraag(DossierID(UUID())), door: financieel)
        }
        #expect(try await o.gebeurtenissen().isEmpty)
    }

    @Test("afwijzen vraagt een reden, en daarna kan er niets meer")
    func afwijzen() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let id = try await vraag(o, aanvraag(dossier), door: begeleider)
        await #expect(throws: Failure.self) { try await beslis(o, id, 1, false, reden: "zomaar", door: financieel) }
        try await beslis(o, id, 1, false, reden: "geen-recht", door: financieel)
        #expect(try await toon(o, id, door: begeleider).redenAfwijzing == "geen-recht")
        await #expect(throws: Failure.self) { try await betaal(o, id, 2, door: financieel) }
        // What was refused does not count: a new one may be asked.
        _ = try await vraag(o, aanvraag(dossier), door: begeleider)
    }

    @Test("elke stap op het verkeerde moment wordt geweigerd met wat er wel kan")
    func verkeerdeStap() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let id = try await vraag(o, aanvraag(dossier), door: begeleider)
        let betalen = await #expect(throws: Failure.self) { try await betaal(o, id, 1, door: financieel) }
        #expect(betalen == .state(reason: "Dit voorschot is aangevraagd: betaald melden kan niet. Nu kan: goedkeuren, afwijzen."))
        await #expect(throws: Failure.self) { try await bewijs(o, id, door: begeleider) }
        await #expect(throws: Failure.self) { try await rekenAf(o, id, 1, 0, door: financieel) }
        try await beslis(o, id, 1, true, door: financieel)
        await #expect(throws: Failure.self) { try await beslis(o, id, 2, true, door: financieel) }
        try await betaal(o, id, 2, door: financieel)
        // Paid without evidence cannot be settled yet.
        await #expect(throws: Failure.self) { try await rekenAf(o, id, 3, 0, door: financieel) }
        try await bewijs(o, id, door: begeleider)
        let meer = await #expect(throws: Failure.self) { try await rekenAf(o, id, 4, 46_01, door: financieel) }
        guard case .invalid(let fouten) = meer else {
            Issue.record("verwacht: veldfout")
            return
        }
        #expect(fouten.map(\.field) == ["verantwoord"])
        #expect(try await o.gebeurtenissen().count == 4)
    }

    @Test("wie van een oude versie uitgaat, verliest met de nieuwste versie erbij")
    func conflict() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let id = try await vraag(o, aanvraag(dossier), door: begeleider)
        try await beslis(o, id, 1, true, door: financieel)
        let fout = await #expect(throws: Failure.self) { try await betaal(o, id, 1, door: financieel) }
        guard case .conflict(let conflict) = fout else {
            Issue.record("verwacht: conflict")
            return
        }
        #expect(conflict.yours == 1 && conflict.newest == 2)
    }

    @Test("dezelfde opdracht twee keer: hetzelfde antwoord en één voorschot")
    func tweeKeer() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let request = verzoek(VoorschotAanvragen.self, door: begeleider)
        let een = try await o.voorschotten.aanvragen(aanvraag(dossier), request)
        let twee = try await o.voorschotten.aanvragen(aanvraag(dossier), request)
        #expect(een == twee)
        #expect(try await o.gebeurtenissen().count == 1)
    }

    @Test("het maximum aantal open voorschotten geldt over de maanden heen")
    func open() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        _ = try await vraag(o, aanvraag(dossier), door: begeleider)
        let fout = await #expect(throws: Failure.self) {
            try await vraag(o, aanvraag(dossier, maand: "2027-04"), door: begeleider)
        }
        guard case .state(let reden) = fout else {
            Issue.record("verwacht: toestand")
            return
        }
        #expect(reden.contains("staat nog 1 voorschot open"))
    }

    @Test("alle fouten van de aanvraag komen in één keer terug, elk bij het veld")
    func fouten() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let fout = await #expect(throws: Failure.self) {
            try await vraag(
                o, aanvraag(dossier, maand: "maart", vervoer: "taxi", tiendeKm: 0, dagen: 32, perDag: -1), door: begeleider)
        }
        guard case .invalid(let fouten) = fout else {
            Issue.record("verwacht: veldfouten")
            return
        }
        #expect(fouten.map(\.field) == ["maand", "vervoer", "afstandTiendeKm", "dagen", "werkelijkPerDag"])
        for (command, veld) in [
            (aanvraag(dossier, tiendeKm: 100), "afstandTiendeKm"), (aanvraag(dossier, vervoer: "ov"), "werkelijkPerDag"),
            (aanvraag(dossier, maand: "2027-01"), "maand"),
        ] {
            let fout = await #expect(throws: Failure.self) { try await vraag(o, command, door: begeleider) }
            guard case .invalid(let fouten) = fout else {
                Issue.record("verwacht: veldfout bij \(veld)")
                continue
            }
            #expect(fouten.map(\.field) == [veld])
        }
    }

    @Test("elke wijziging staat in de historie, elke inzage in het leeslog")
    func bewaard() async throws {
        let o = try Opstelling()
        let dossier = try await o.dossier(van: begeleider)
        let id = try await vraag(o, aanvraag(dossier), door: begeleider)
        try await beslis(o, id, 1, true, door: financieel)
        _ = try await toon(o, id, door: financieel)
        let (historie, gelezen) = try await o.store.read { db in
            (
                try Row.fetchAll(
                    db, sql: "SELECT versie, waarom, door FROM wegwijs_historie WHERE tabel = 'voorschot' ORDER BY versie"
                )
                .map { "\($0["versie"] as Int) \($0["waarom"] as String) \($0["door"] as String)" },
                try Row.fetchAll(db, sql: "SELECT dossier, wat, door, doel FROM leeslog").map {
                    "\($0["dossier"] as String) \($0["wat"] as String) \($0["door"] as String) \($0["doel"] as String)"
                }
            )
        }
        let (b, f) = (begeleider.user?.description ?? "", financieel.user?.description ?? "")
        #expect(historie == ["1 aanvragen \(b)", "2 goedkeuren \(f)"])
        #expect(gelezen == ["\(dossier) voorschot \(f) begeleiding"])
    }
}
