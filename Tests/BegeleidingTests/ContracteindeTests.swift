// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing
import Toegang

@testable import BegeleidingApp

@Suite("Einde van een opdracht en het overdrachtsdocument", .timeLimit(.minutes(1)))
struct ContracteindeTests {
    private func lijst(_ proef: Proefdienst, _ actor: Actor, export: Bool = false, limit: Int = 50) async throws
        -> (rijen: [Contracteinderegel], tellingen: [String: Int])
    {
        var (rijen, na): ([Contracteinderegel], String?) = ([], nil)
        var tellingen: [String: Int] = [:]
        repeat {
            let antwoord = try await ContracteindeOpvragen(
                opdracht: "almere-2027", export: export, page: PageRequest(after: na, limit: limit)
            ).tonen(proef.middelen, proef.verzoek(actor))
            rijen += antwoord.pagina.rows
            for telling in antwoord.tellingen { tellingen[telling.keuze] = telling.aantal }
            na = antwoord.pagina.next
        } while na != nil
        return (rijen, tellingen)
    }

    private func kies(
        _ proef: Proefdienst, _ dossier: DossierID, _ keuze: Contracteindekeuze, _ onderdelen: [String] = [],
        op: String? = nil, versie: Int, door actor: Actor? = nil
    ) async throws {
        _ = try await ContracteindeKiezen(
            dossier: dossier, keuze: keuze, onderdelen: onderdelen, driegesprekOp: try op.map(dag), versie: versie
        ).uitvoeren(proef.middelen, proef.verzoek(actor ?? proef.fatima))
    }

    @Test("elk lopend traject van de opdracht staat er één keer op, het eerst eindigende eerst, met zijn keuze")
    func kiezen() async throws {
        let proef = try Proefdienst()
        var dossiers: [DossierID] = []
        for (nummer, huisvesting) in ["2027-01-18", "2027-01-10", "2027-01-14"].enumerated() {
            let event = try proef.persoon(huisvesting: huisvesting, nummer: nummer + 1)
            try await proef.ontvang(event)
            try await proef.wijsToe(event.dossier)
            dossiers.append(event.dossier)
        }
        let volgorde = [dossiers[1], dossiers[2], dossiers[0]]
        for limit in [1, 2, 50] {
            #expect(try await lijst(proef, proef.teamleider, limit: limit).rijen.map(\.dossier) == volgorde)
        }
        try await kies(proef, dossiers[0], .overdragen, op: "2027-02-01", versie: 0)
        try await kies(proef, dossiers[1], .deels, ["nazorg", "plan", "onzin"], versie: 0)
        let (rijen, tellingen) = try await lijst(proef, proef.teamleider)
        #expect(tellingen == ["geen": 1, "overdragen": 1, "deels": 1])
        #expect(rijen.first?.onderdelen == ["plan", "nazorg"])
        #expect(rijen.last?.driegesprekOp == (try dag("2027-02-01")))
        #expect(rijen.allSatisfy { !$0.naEinde })
        await #expect(throws: Failure.self) { try await kies(proef, dossiers[0], .afronden, versie: 0) }
        await #expect(throws: Failure.self) { try await kies(proef, dossiers[0], .deels, versie: 1) }
        await #expect(throws: Failure.self) { try await kies(proef, dossiers[0], .afronden, op: "2027-02-01", versie: 1) }
        await #expect(throws: Failure.self) { try await kies(proef, dossiers[0], .afronden, versie: 1, door: proef.karel) }
        try await kies(proef, dossiers[0], .afronden, versie: 1)
        #expect(try await lijst(proef, proef.teamleider).rijen.last?.keuze == .afronden)
    }

    @Test("een warme overdracht: instemming, gesprek en overname worden dagen; zonder instemming gaat niets over")
    func warm() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        func leg(
            _ keuze: Contracteindekeuze = .overdragen, gesprek: String? = "2027-01-25", instemming: String? = nil,
            geweest: String? = nil, over: String? = nil, versie: Int
        ) async throws {
            _ = try await ContracteindeKiezen(
                dossier: dossier, keuze: keuze, driegesprekOp: try gesprek.map(dag), versie: versie,
                instemmingOp: try instemming.map(dag), geweestOp: try geweest.map(dag), overgedragenOp: try over.map(dag)
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        func velden(_ doe: () async throws -> Void) async throws -> [String] {
            do {
                try await doe()
                return []
            } catch Failure.invalid(let fouten) { return fouten.map(\.field) }
        }
        try await leg(versie: 0)
        let later = try await velden { try await leg(instemming: "2027-03-01", geweest: "2027-03-02", versie: 1) }
        #expect(later == ["instemmingOp", "geweestOp"])
        proef.klok.zet(try dag("2027-02-10"))
        // The day of the talk has passed since: it may stay, and no other day may be one that has passed.
        let anders = try await velden { try await leg(gesprek: "2027-01-26", versie: 1) }
        #expect(anders == ["driegesprekOp"])
        let zonder = try await velden { try await leg(geweest: "2027-01-25", over: "2027-02-01", versie: 1) }
        #expect(zonder == ["instemmingOp"])
        let zelf = try await velden { try await leg(.afronden, gesprek: nil, instemming: "2027-01-20", versie: 1) }
        #expect(zelf == ["instemmingOp"])
        try await leg(instemming: "2027-01-20", geweest: "2027-01-25", over: "2027-02-01", versie: 1)
        let regel = try #require(try await lijst(proef, proef.teamleider).rijen.first)
        let dagen = [regel.instemmingOp, regel.geweestOp, regel.overgedragenOp].map { $0?.description }
        #expect(dagen == ["2027-01-20", "2027-01-25", "2027-02-01"] && regel.versie == 2)
        // Taken back: the days go with the choice.
        try await leg(.afronden, gesprek: nil, versie: 2)
        #expect(try await lijst(proef, proef.teamleider).rijen.first?.overgedragenOp == nil)
    }

    @Test("tellen kost niet meer dan zijn grens: daarboven zegt het tot welke dag is geteld, en er staat geen te klein totaal")
    func begrensd() async throws {
        let proef = try Proefdienst()
        for (nummer, huisvesting) in ["2027-01-18", "2027-01-10", "2027-01-14", "2027-01-12"].enumerated() {
            try await proef.ontvang(try proef.persoon(huisvesting: huisvesting, nummer: nummer + 1))
        }
        let einden = try await lijst(proef, proef.teamleider).rijen.map(\.eindigtOp)
        let bereik = Policy.scope(proef.teamleider, .list, on: .traject)
        for (meeste, aantal, totEnMet) in [(1, 1, einden[0]), (3, 3, einden[2]), (4, 4, nil), (5, 4, nil)] as [(Int, Int, Datum?)]
        {
            let geteld = try await proef.store.read {
                try Contracteinden.tellingen($0, opdracht: "almere-2027", bereik, meeste: meeste)
            }
            #expect(geteld.perKeuze.map(\.aantal) == [aantal] && geteld.totEnMet == totEnMet, "\(meeste)")
        }
        // The walk is over the index of the contract, in its order, and stops.
        let plan = try await proef.store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT id, dossier FROM traject WHERE opdracht = 'x' AND toestand = 'lopend'
                    ORDER BY eindigt_op, id LIMIT 2000
                    """
            ).map { $0["detail"] as String }
        }
        #expect(plan.allSatisfy { $0.contains("USING") && $0.contains("INDEX") && !$0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test(
        "de gemeente ziet en exporteert alleen haar eigen mensen over wie mag worden uitgewisseld; elke export staat in het leeslog"
    )
    func gemeente() async throws {
        let proef = try Proefdienst()
        let eerste = try await proef.lopendTraject().dossier
        let tweede = try proef.persoon(nummer: 2)
        try await proef.ontvang(tweede)
        let klantmanager = Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: "0034", purpose: "gemeente")
        #expect(try await lijst(proef, klantmanager, export: true).rijen.count == 2)
        #expect(try await proef.getal("SELECT COUNT(*) FROM inzage WHERE wat = 'contractlijst'") == 2)
        proef.intake.zet([tweede.dossier])
        #expect(try await lijst(proef, klantmanager, export: true).rijen.map(\.dossier) == [eerste])
        proef.intake.zet(nil)
        await #expect(throws: Failure.self) { try await lijst(proef, klantmanager, export: true) }
        proef.intake.zet([])
        await #expect(throws: Failure.self) { try await lijst(proef, proef.fatima, export: true) }
        #expect(try await lijst(proef, proef.fatima).rijen.map(\.dossier) == [eerste])
        let elders = Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: "0307", purpose: "gemeente")
        await #expect(throws: Failure.self) { try await lijst(proef, elders) }
    }

    @Test("een bestand noemt voor niemand wie gestopt is: ook de teamleider neemt die niet mee, en het leeslog noemt die niet")
    func bestand() async throws {
        let proef = try Proefdienst()
        let eerste = try await proef.lopendTraject().dossier
        let tweede = try proef.persoon(nummer: 2)
        try await proef.ontvang(tweede)
        proef.intake.zet([tweede.dossier])
        #expect(try await lijst(proef, proef.teamleider, export: true).rijen.map(\.dossier) == [eerste])
        #expect(try await proef.getal("SELECT COUNT(*) FROM inzage WHERE wat = 'contractlijst'") == 1)
        // On the page the work goes on, also when intake cannot say.
        #expect(try await lijst(proef, proef.teamleider).rijen.count == 2)
        proef.intake.zet(nil)
        #expect(try await lijst(proef, proef.teamleider).rijen.count == 2)
        await #expect(throws: Failure.self) { try await lijst(proef, proef.teamleider, export: true) }
    }

    @Test("dat iemand overging wordt niet vastgelegd zolang de uitwisseling is gestopt; wat er al stond blijft staan")
    func overgaanGestopt() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        func leg(over: String?, gesprek: String? = nil, versie: Int) async throws {
            _ = try await ContracteindeKiezen(
                dossier: dossier, keuze: .overdragen, driegesprekOp: try gesprek.map(dag), versie: versie,
                instemmingOp: try dag("2027-01-18"), overgedragenOp: try over.map(dag)
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        let (een, later) = ("2027-01-18", "2027-02-01")
        proef.klok.zet(try dag("2027-01-19"))
        proef.intake.zet([dossier])
        await #expect(throws: Failure.uitwisselingGestopt) { try await leg(over: een, versie: 0) }
        // Preparing it is work inside.
        try await leg(over: nil, gesprek: later, versie: 0)
        // The event came, and intake cannot say.
        proef.intake.zet(nil)
        await #expect(throws: Failure.self) { try await leg(over: een, gesprek: later, versie: 1) }
        proef.intake.zet([])
        _ = try await proef.ontvang(UitwisselingGestopt(dossier: dossier))
        await #expect(throws: Failure.uitwisselingGestopt) { try await leg(over: een, gesprek: later, versie: 1) }
        _ = try await proef.ontvang(UitwisselingHervat(dossier: dossier))
        try await leg(over: een, gesprek: later, versie: 1)
        proef.intake.zet([dossier])
        try await leg(over: een, versie: 2)
        #expect(try await lijst(proef, proef.teamleider).rijen.first?.overgedragenOp == (try dag(een)))
    }

    @Test("het voorbeeld toont wat er zou overgaan, zonder notities; alleen wie het dossier heeft leest het")
    func voorbeeld() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-01-18", notitie: "Vertrouwelijk gesprek", stap: "Bel de buurman")
        let antwoord = try await OverdrachtVoorbeeld(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(antwoord.paragrafen.map(\.code) == ["doelen", "lopend", "financien", "aandacht", "eigen-woorden"])
        let tekst = antwoord.paragrafen.flatMap { [$0.tekst] + $0.bronnen.map(\.zin) }.joined(separator: " ")
        for woord in ["Vertrouwelijk", "buurman", "Signaal", "Meldcode"] { #expect(!tekst.contains(woord)) }
        #expect(antwoord.paragrafen[0].tekst.contains("Nog niet klaar: “Mijn woning is geregeld"))
        #expect(antwoord.paragrafen[2].tekst.contains("Nog te regelen:"))
        #expect(antwoord.paragrafen[3].tekst.isEmpty && antwoord.paragrafen[4].tekst.isEmpty)
        await #expect(throws: Failure.self) {
            try await OverdrachtVoorbeeld(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.karel))
        }
    }

    @Test("het concept zegt per doel wat ervan werd, wat nog loopt en hoe het met geld staat; aandachtspunten zijn een voorstel")
    func opsteller() throws {
        let ids = SeededIDSource(seed: 3)
        let vandaag = try dag("2027-10-20")
        func doel(_ tekst: String, _ toestand: DoelToestand) -> Dossierbeeld.Doel {
            .init(id: ids.make(), leefgebied: .werk, tekst: tekst, toestand: toestand)
        }
        func zaak(_ naam: String, _ toestand: RegelzaakToestand, _ gebied: Leefgebied, _ op: String? = nil) throws
            -> Dossierbeeld.Regelzaak
        {
            .init(
                id: ids.make(), naam: naam, toestand: toestand, uiterlijkOp: try op.map(dag), voorKind: false,
                leefgebied: gebied)
        }
        let beeld = Dossierbeeld(
            traject: ids.make(), gestartOp: try dag("2027-01-18"), tussenrapportageOp: try dag("2027-07-18"),
            eindigtOp: try dag("2027-10-17"), planAkkoordOp: nil, meerijders: 0,
            doelen: [doel("Ik heb werk.", .bereikt), doel("Ik ken de bus.", .deelsBereikt), doel("Ik fiets.", .vervallen)],
            regelzaken: [
                try zaak("Bankrekening", .toegekend, .financien), try zaak("Huurtoeslag", .bezwaar, .financien),
                try zaak("School", .aangevraagd, .opvoeding), try zaak("DigiD", .open, .rechten, "2027-02-01"),
                try zaak("Kinderopvang", .nietVanToepassing, .opvoeding),
            ], contacten: [], volgendeStapOp: nil, vandaag: vandaag)
        let stukken = Overdrachtsopsteller.paragrafen(beeld)
        func tekst(_ code: String) -> String {
            stukken.first { $0.code == code }?.uitspraken.map(\.zin).joined(separator: " ") ?? "-"
        }
        #expect(tekst("doelen") == "Bereikt: “Ik heb werk”. Deels bereikt: “Ik ken de bus”. Losgelaten: “Ik fiets”.")
        #expect(tekst("lopend") == "Nog te regelen: DigiD. Aangevraagd en nog niet beslist: School.")
        #expect(tekst("financien") == "Geregeld: Bankrekening. In bezwaar: Huurtoeslag.")
        #expect(tekst("aandacht") == "" && tekst("eigen-woorden") == "")
        let punten = stukken.first { $0.code == "aandacht" }?.uitspraken.flatMap(\.bronnen).map(\.zin)
        #expect(
            punten == [
                "Verder oefenen is nodig: werk.", "DigiD: dit had al geregeld moeten zijn.",
                "Huurtoeslag: bezwaar. Kijk wat er nu nodig is.",
            ])
    }
}
