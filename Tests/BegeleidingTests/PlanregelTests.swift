// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Regels van het plan", .timeLimit(.minutes(1)))
struct PlanregelTests {
    private static let zesWeken = Termijn(6, .week, bron: "Plaatselijke praktijk, te bevestigen")

    struct Gesprek: Sendable, CustomTestStringConvertible {
        var start = "2027-01-18"
        var laatst: String?
        var gepland: String?
        var regel: Termijn? = zesWeken
        var uiterlijk: String?
        var testDescription: String { "\(laatst ?? "nooit") \(gepland ?? "niets") → \(uiterlijk ?? "geen")" }
    }

    @Test(
        "wanneer een plan besproken moet zijn",
        arguments: [
            Gesprek(uiterlijk: "2027-03-01"),
            Gesprek(laatst: "2027-02-15", uiterlijk: "2027-03-29"),
            // A talk that was planned sooner goes first; one that is planned later does not move the term.
            Gesprek(laatst: "2027-02-15", gepland: "2027-03-01", uiterlijk: "2027-03-01"),
            Gesprek(laatst: "2027-02-15", gepland: "2027-06-01", uiterlijk: "2027-03-29"),
            Gesprek(laatst: "2027-02-15", gepland: "2027-03-29", uiterlijk: "2027-03-29"),
            // What was planned for before the last talk is behind us.
            Gesprek(laatst: "2027-02-15", gepland: "2027-02-15", uiterlijk: "2027-03-29"),
            Gesprek(laatst: "2027-02-15", gepland: "2027-02-01", uiterlijk: "2027-03-29"),
            // Over the summer clock, and over a leap day.
            Gesprek(laatst: "2027-03-01", uiterlijk: "2027-04-12"),
            Gesprek(start: "2028-01-24", uiterlijk: "2028-03-06"),
            // A contract that asks nothing.
            Gesprek(regel: nil, uiterlijk: nil),
            Gesprek(gepland: "2027-02-01", regel: nil, uiterlijk: "2027-02-01"),
        ])
    func bespreken(_ geval: Gesprek) throws {
        let uitkomst = Planregel.bespreken(
            laatst: try geval.laatst.map(dag), gepland: try geval.gepland.map(dag), start: try dag(geval.start),
            regel: geval.regel)
        #expect(uitkomst?.dag == (try geval.uiterlijk.map(dag)))
        if let uitkomst { #expect(uitkomst.uitleg.contains("Bron:")) }
    }

    struct Besluit: Sendable {
        var keus = Plankeus.akkoord
        var naam = "Selam"
        var taal = "ti"
        var tolk = Tolkvorm.telefonisch
        var opmerking = ""
        var doelen = 2
        var fouten: [String] = []
    }

    @Test(
        "wat een besluit nodig heeft",
        arguments: [
            Besluit(), Besluit(taal: "nl", tolk: .geen), Besluit(keus: .geweigerd, opmerking: "Ik wil werk."),
            Besluit(taal: "nl", fouten: ["tolk niet-nodig"]), Besluit(naam: "", fouten: ["naam leeg"]),
            Besluit(naam: String(repeating: "a", count: 121), fouten: ["naam te-lang"]),
            Besluit(taal: "xx", fouten: ["taal onbekend"]), Besluit(taal: "", fouten: ["taal onbekend"]),
            Besluit(keus: .geweigerd, fouten: ["opmerking leeg"]), Besluit(doelen: 0, fouten: ["keus leeg-plan"]),
            Besluit(keus: .geweigerd, opmerking: "Leeg.", doelen: 0),
        ])
    func besluit(_ geval: Besluit) {
        let fouten = Planregel.besluitfouten(
            keus: geval.keus, naam: geval.naam, taal: geval.taal, tolk: geval.tolk, opmerking: geval.opmerking,
            doelen: geval.doelen)
        #expect(fouten.map { "\($0.veld) \($0.code)" } == geval.fouten)
    }

    @Test(
        "op welke dag een gesprek kan zijn",
        arguments: [
            ("2027-03-01", nil, ""), ("2027-03-02", nil, "op toekomst"), ("2026-12-01", nil, ""),
            ("2026-11-30", nil, "op te-lang-geleden"),
            ("2027-03-01", "2027-03-01", "volgendOp voor-gesprek"), ("2027-03-01", "2027-03-02", ""),
            ("2027-03-01", "2028-03-02", "volgendOp te-ver"),
        ] as [(String, String?, String)])
    func gesprek(_ op: String, _ volgend: String?, _ fout: String) throws {
        let fouten = Planregel.gesprekfouten(
            op: try dag(op), volgendOp: try volgend.map(dag), opmerking: "",
            vandaag: try dag("2027-03-01"))
        #expect(fouten.map { "\($0.veld) \($0.code)" }.joined() == fout)
    }

    @Test(
        "wat een actie nodig heeft",
        arguments: [
            ("Bellen", .client, false, nil, nil, ""), ("", .client, false, nil, nil, "tekst leeg"),
            (String(repeating: "a", count: 201), .client, false, nil, nil, "tekst te-lang"),
            ("Bellen", .client, true, nil, nil, "verwijzing niet-partner"), ("Bellen", .partner, true, nil, nil, ""),
            ("Bellen", .client, false, "2027-02-28", nil, "uiterlijkOp verleden"),
            ("Bellen", .client, false, "2027-02-28", "2027-02-28", ""), ("Bellen", .client, false, "2027-03-01", nil, ""),
            ("Bellen", .client, false, "2029-03-02", nil, "uiterlijkOp te-ver"),
        ] as [(String, Actiehouder, Bool, String?, String?, String)])
    func actie(_ tekst: String, _ wie: Actiehouder, _ verwijzing: Bool, _ op: String?, _ was: String?, _ fout: String) throws {
        let fouten = Actieregels.veldfouten(
            tekst: tekst, wie: wie, heeftVerwijzing: verwijzing, uiterlijkOp: try op.map(dag), was: try was.map(dag),
            vandaag: try dag("2027-03-01"))
        #expect(fouten.map { "\($0.veld) \($0.code)" }.joined() == fout)
    }

    @Test("een stap vraagt opnieuw akkoord als verandert wat er is afgesproken, niet als het wordt gedaan")
    func vraagtAkkoord() {
        #expect(Planstapcode.allCases.filter { !$0.vraagtAkkoord } == [.doelToestand, .actieGedaan, .actieHeropend, .afgesloten])
        for code in Planstapcode.allCases { #expect(code.zin(.wonen).hasSuffix(".") && code.zin(nil).hasSuffix(".")) }
    }

    private func doel(
        _ nummer: UInt8, _ tekst: String, _ toestand: DoelToestand = .open, acties: [Planbeeld.Actie] = []
    ) -> Planbeeld.Doel {
        Planbeeld.Doel(
            id: DoelID(UUID(uuid: (nummer, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))), leefgebied: .wonen, tekst: tekst,
            toestand: toestand, acties: acties)
    }
    private func actie(_ nummer: UInt8, _ tekst: String, _ toestand: ActieToestand = .open) -> Planbeeld.Actie {
        Planbeeld.Actie(
            id: ActieID(UUID(uuid: (nummer, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))), tekst: tekst, wie: .client,
            toestand: toestand)
    }
    private func verschil(_ oud: [Planbeeld.Doel], _ nieuw: [Planbeeld.Doel]) -> [String] {
        Planvergelijking.regels(van: Planbeeld(doelen: oud), naar: Planbeeld(doelen: nieuw)).map {
            "\($0.soort.rawValue) \($0.zin) \($0.velden.map { "\($0.naam): \($0.oud ?? "-") > \($0.nieuw ?? "-")" }.joined(separator: "; "))"
        }
    }

    @Test("hetzelfde plan heeft geen verschil, ook als er vervallen doelen in staan")
    func gelijk() {
        let plan = [doel(1, "A", acties: [actie(1, "X"), actie(2, "Y", .vervallen)]), doel(2, "B", .vervallen)]
        #expect(verschil(plan, plan).isEmpty)
        #expect(verschil([], [doel(2, "B", .vervallen)]).isEmpty)
    }

    @Test("een nieuw doel noemt zijn acties; wat terugkomt is nieuw; wat vervalt verdwijnt")
    func komenEnGaan() {
        #expect(
            verschil([], [doel(1, "Ik fiets.", acties: [actie(1, "Les nemen")])]) == [
                "toegevoegd Nieuw doel: “Ik fiets.” ", "toegevoegd Nieuwe actie: “Les nemen”. Wie: - > De cliënt",
            ])
        #expect(verschil([doel(1, "A", .vervallen)], [doel(1, "A")]) == ["toegevoegd Nieuw doel: “A”. "])
        #expect(verschil([doel(1, "A")], [doel(1, "A", .vervallen)]) == ["verdwenen Niet meer in het plan: “A”. "])
        #expect(verschil([doel(1, "A")], []) == ["verdwenen Niet meer in het plan: “A”. "])
    }

    @Test("een actie die vervalt, gedaan is of anders heet")
    func actieverschil() {
        let was = [doel(1, "A", acties: [actie(1, "X"), actie(2, "Y"), actie(3, "Z")])]
        var gedaan = actie(2, "Y", .gedaan)
        gedaan.gedaanDoor = .partner
        let nu = [doel(1, "A", acties: [actie(1, "X", .vervallen), gedaan, actie(3, "Zz")])]
        #expect(
            verschil(was, nu) == [
                "verdwenen Actie vervallen: “X”. ",
                "gewijzigd Actie gedaan: “Y”. Stand: Nog te doen > Gedaan door een organisatie",
                "gewijzigd Actie gewijzigd: “Zz”. Actie: Z > Zz",
            ])
    }
}
