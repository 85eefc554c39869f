// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

/// The list of Almere beside the checklist that people of the field work with, row by row: nothing of it is missing.
@Suite("De regeldaglijst van Almere", .timeLimit(.minutes(1)))
struct RegeldaglijstTests {
    let lijst: Regeldagsjabloon
    let boek: Opdrachtenboek

    init() throws {
        boek = try Opdrachtenboek(map: opdrachtenmap)
        lijst = try #require(boek.opdracht(id: "almere-2027")).regeldag
    }

    /// What must be arranged; the steps that do it; from which day; how long.
    static let rijen: [(wat: String, stappen: [String], anker: Anker, duur: String)] = [
        ("BRP, eerste inschrijving (artikel 2.38)", ["brp-eerste-inschrijving"], .aankomst, "5 dagen"),
        ("BRP, verhuizing vanuit een azc (artikel 2.39)", ["brp-verhuizing"], .huisvesting, "5 dagen"),
        ("Huurcontract, sleutel, opnamestaat", ["huurcontract"], .sleutel, "0 dagen"),
        ("Bijstand", ["bijstand"], .sleutel, "0 dagen"),
        ("Bijstand: voorschot binnen vier weken", ["bijstand-voorschot"], .sleutel, "4 weken"),
        ("Overbruggingsuitkering", ["overbrugging"], .sleutel, "0 dagen"),
        ("Inrichtingskosten", ["inrichting"], .sleutel, "1 week"),
        ("Ontzorgen, zes maanden", ["ontzorgen"], .startBijstand, "6 maanden"),
        ("Zorgverzekering, vier maanden", ["zorgverzekering"], .vergunning, "4 maanden"),
        ("Eigen risico, aanvullend via de gemeentepolis", ["gemeentepolis"], .huisvesting, "3 maanden"),
        ("Zorgtoeslag en huurtoeslag", ["zorgtoeslag", "huurtoeslag"], .huisvesting, "1 jaar"),
        ("Kindgebonden budget", ["kindgebonden-budget"], .huisvesting, "3 maanden"),
        ("Kinderopvangtoeslag", ["kinderopvangtoeslag"], .startOpvang, "3 maanden"),
        ("Kinderbijslag", ["kinderbijslag"], .huisvesting, "4 weken"),
        ("DigiD", ["digid"], .huisvesting, "4 weken"),
        ("Bankrekening", ["bankrekening"], .huisvesting, "1 week"),
        ("Gas, stroom, water, internet", ["energie-water"], .sleutel, "0 dagen"),
        ("Kwijtschelding gemeentelijke belastingen", ["kwijtschelding"], .aanslag, "4 weken"),
        ("Huisarts, tandarts, apotheek", ["huisarts"], .huisvesting, "2 weken"),
        ("Medisch dossier van het azc", ["medisch-dossier"], .huisvesting, "2 weken"),
        ("GGD en jeugdgezondheidszorg", ["jeugdgezondheidszorg"], .huisvesting, "4 weken"),
        ("School binnen drie maanden", ["school"], .huisvesting, "3 maanden"),
        ("Kinderopvang en VVE", ["vve"], .huisvesting, "4 weken"),
        ("Leerlingenvervoer", ["leerlingenvervoer"], .huisvesting, "3 maanden"),
        ("Inboedel en aansprakelijkheid", ["inboedelverzekering"], .sleutel, "1 week"),
        ("Inburgering, eerste gesprek", ["inburgering-gesprek"], .huisvesting, "10 weken"),
        ("Verlengen verblijfsdocument", ["verblijfsdocument"], .eindeVergunning, "0 dagen"),
        ("Nareis", ["nareis"], .vergunning, "3 maanden"),
        (
            "Rijbewijs, ov, fiets, bibliotheek, minimaregelingen, stadspas",
            ["rijbewijs", "ov-fiets", "bibliotheek", "minimaregelingen"], .huisvesting, "3 maanden"
        ),
        ("Huisvuilpas, parkeren, sleutelplan, 112 en 0900-8844", ["wegwijs-in-huis"], .huisvesting, "0 dagen"),
    ]

    @Test("elke regel van de checklist is een stap, met zijn dag en zijn duur; en andersom")
    func heel() throws {
        for rij in Self.rijen {
            for code in rij.stappen {
                let stap = try #require(lijst.stap(code), "\(rij.wat)")
                #expect(stap.anker == rij.anker && stap.termijn.duur == rij.duur, "\(code)")
            }
        }
        #expect(Set(lijst.stappen.map(\.code)) == Set(Self.rijen.flatMap(\.stappen)))
    }

    @Test("elke termijn van elke opdracht heeft een bron: een wet, een instantie, de opdracht, of plaatselijke praktijk")
    func bronnen() {
        let bekend = [
            "Wet BRP", "Participatiewet", "Zorgverzekeringswet", "Awir", "Awb", "Besluit inburgering", "Leerplicht", "IND",
            "Belastingdienst", "MC 2", "MC 3", "Plaatselijke praktijk, te bevestigen", "Wet op de huurtoeslag",
        ]
        for opdracht in boek.opdrachten {
            let stappen = opdracht.regeldag.stappen
            let traject = opdracht.traject
            var termijnen = [opdracht.eersteContact, traject.maximum, traject.tussenrapportage, traject.overdracht]
            termijnen += traject.nazorg + [traject.herstart?.binnen].compactMap { $0 }
            termijnen += stappen.flatMap { [$0.termijn, $0.nietEerder, $0.beslistermijn, $0.bezwaartermijn].compactMap { $0 } }
            let leeftijden = stappen.flatMap(\.leeftijden)
            for bron in termijnen.map(\.bron) + leeftijden.map(\.bron) {
                #expect(bekend.contains { bron.hasPrefix($0) }, "\(opdracht.id): \(bron)")
            }
            // The Algemene termijnenwet only where an act or order in council says the term.
            for termijn in termijnen where termijn.feestdagen == .algemeneTermijnenwet {
                #expect(!termijn.bron.contains("praktijk") && !termijn.bron.hasPrefix("MC"), "\(termijn.bron)")
            }
        }
    }

    /// Step, and what must come before it.
    @Test(
        "de volgorde: BRP voor verzekering, toeslagen en DigiD; een rekening voor er iets betaald wordt",
        arguments: [
            ("zorgverzekering", "brp"), ("digid", "brp"), ("zorgtoeslag", "brp"), ("huurtoeslag", "brp"),
            ("kindgebonden-budget", "brp"), ("kinderopvangtoeslag", "brp"), ("kinderbijslag", "brp"), ("bankrekening", "brp"),
            ("bijstand-voorschot", "bankrekening"), ("zorgtoeslag", "bankrekening"), ("huurtoeslag", "bankrekening"),
            ("kindgebonden-budget", "bankrekening"), ("kinderopvangtoeslag", "bankrekening"), ("kinderbijslag", "bankrekening"),
            ("zorgtoeslag", "digid"), ("huurtoeslag", "digid"),
        ])
    func volgorde(code: String, eerst: String) throws {
        let stap = try #require(lijst.stap(code))
        let codes = eerst == "brp" ? ["brp-verhuizing", "brp-eerste-inschrijving"] : [eerst]
        #expect(Set(stap.na).isSuperset(of: codes))
    }

    @Test("wat alleen met een kind geldt staat er niet voor wie alleen is")
    func gezin() {
        func codes(_ gezin: Set<Doelgroep>) -> Set<String> {
            Set(
                lijst.stappen(
                    voor: .statushouder18plus, verblijfsvorm: .eigenWoning, draagtHuishouden: true, gezin: gezin
                ).map(\.code))
        }
        #expect(codes([.kind]).subtracting(codes([])) == ["kindgebonden-budget", "kinderopvangtoeslag"])
    }

    @Test("op papier staat hoe men het kantoor bereikt")
    func bereikbaar() throws {
        let opdracht = try #require(boek.opdracht(id: "almere-2027"))
        #expect(opdracht.bereikbaar.first?.naam == "Kantoor Almere" && opdracht.bereikbaar.first?.telefoon.isEmpty == false)
    }

    @Test("een lijst van voor deze velden wordt nog gelezen: een bord houdt zijn lijst jaren")
    func oudeLijst() throws {
        let data = try JSONEncoder().encode(lijst)
        var json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let stappen = try #require(json["stappen"] as? [[String: Any]])
        json["stappen"] = stappen.map { stap in
            stap.filter { !["beslistermijn", "bezwaartermijn", "alleenMet", "leeftijden"].contains($0.key) }
        }
        let oud = try JSONDecoder().decode(Regeldagsjabloon.self, from: try JSONSerialization.data(withJSONObject: json))
        #expect(oud.stappen.count == lijst.stappen.count && oud.stap("bijstand")?.leeftijden.isEmpty == true)
        #expect(try JSONDecoder().decode(Regeldagsjabloon.self, from: data) == lijst)
    }
}
