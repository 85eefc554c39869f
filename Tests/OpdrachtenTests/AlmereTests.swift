// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

/// The folder with the rule files of this repository.
let opdrachtenmap = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../compose/opdrachten")
    .standardizedFileURL

@Suite("De opdrachten van Almere", .timeLimit(.minutes(1)))
struct AlmereTests {
    let boek: Opdrachtenboek
    let almere: Gemeentecode

    init() throws {
        boek = try Opdrachtenboek(map: opdrachtenmap)
        almere = try Gemeentecode(parsing: "0034")
    }

    private func dag(_ text: String) throws -> Datum { try #require(Datum(text)) }

    @Test("de dag van de aanmelding kiest de opdracht")
    func kiezen() throws {
        #expect(boek.opdracht(gemeente: almere, op: try dag("2026-12-31"))?.id == "almere-2026")
        #expect(boek.opdracht(gemeente: almere, op: try dag("2027-01-01"))?.id == "almere-2027")
        #expect(boek.opdracht(gemeente: almere, op: try dag("2031-01-01")) == nil)
        #expect(boek.opdracht(gemeente: try Gemeentecode(parsing: "0307"), op: try dag("2027-01-01")) == nil)
        #expect(boek.opdracht(id: "almere-2027")?.oin.isTest == true)
    }

    @Test("in 2027 duurt een traject negen maanden vanaf de huisvesting, met een tussenrapportage na zes maanden")
    func klok() throws {
        let traject = try #require(boek.opdracht(id: "almere-2027")).traject
        let begin = try #require(traject.begin([.acceptatie: dag("2027-01-11"), .huisvesting: dag("2027-01-18")]))
        #expect(begin.anker == .huisvesting)
        #expect(traject.maximum.uiterlijk(vanaf: begin.dag) == (try dag("2027-10-17")))
        #expect(traject.tussenrapportage.uiterlijk(vanaf: begin.dag) == (try dag("2027-07-18")))
        #expect(traject.begin([.acceptatie: try dag("2027-01-11")])?.anker == .acceptatie)
        #expect(traject.begin([:]) == nil)
        #expect(traject.verlenging == nil)
    }

    @Test("de oude opdracht van 6 en 6 maanden is een ander bestand")
    func oud() throws {
        let traject = try #require(boek.opdracht(id: "almere-2026")).traject
        #expect(traject.maximum.uiterlijk(vanaf: try dag("2026-01-01")) == (try dag("2026-06-30")))
        #expect(traject.verlenging == .init(maanden: 6, keren: 1))
    }

    @Test("een kind krijgt geen eigen traject en telt niet op de factuur")
    func doelgroepen() throws {
        let opdracht = try #require(boek.opdracht(id: "almere-2027"))
        #expect(opdracht.regel(voor: .kind) == Doelgroepregel(.kind, eigenTraject: false, factureerbaar: false))
        for groep in Doelgroep.allCases where groep != .kind {
            #expect(opdracht.regel(voor: groep)?.eigenTraject == true)
        }
    }

    @Test("een stap van het huishouden staat er voor één volwassene, een stap van de persoon voor iedereen")
    func huishouden() throws {
        let sjabloon = try #require(boek.opdracht(id: "almere-2027")).regeldag
        let drager = sjabloon.stappen(voor: .statushouder18plus, verblijfsvorm: .eigenWoning, draagtHuishouden: true).map(\.code)
        let partner = sjabloon.stappen(voor: .statushouder18plus, verblijfsvorm: .eigenWoning, draagtHuishouden: false).map(
            \.code)
        let kind = sjabloon.stappen(voor: .kind, verblijfsvorm: .eigenWoning, draagtHuishouden: false).map(\.code)
        #expect(drager.contains("huurcontract") && !partner.contains("huurcontract"))
        #expect(partner.contains("digid"))
        #expect(kind.contains("school") && !kind.contains("digid"))
    }

    @Test("wie verhuist heeft artikel 2.39, wie uit het buitenland komt artikel 2.38; nooit allebei")
    func brp() throws {
        let sjabloon = try #require(boek.opdracht(id: "almere-2027")).regeldag
        for groep in Doelgroep.allCases {
            let brp = sjabloon.stappen(voor: groep, verblijfsvorm: .har, draagtHuishouden: true).filter {
                $0.code.hasPrefix("brp-")
            }
            #expect(brp.map(\.termijn.bron) == [groep == .nareiziger ? "Wet BRP, artikel 2.38" : "Wet BRP, artikel 2.39"])
        }
        let stap = try #require(sjabloon.stap("brp-verhuizing"))
        #expect(stap.vanaf([.huisvesting: try dag("2027-01-18")]) == (try dag("2026-12-21")))
        // The fifth day is a Saturday.
        let uitkomst = try #require(stap.uiterlijk([.huisvesting: dag("2027-01-18")]))
        #expect(uitkomst.dag == (try dag("2027-01-25")))
        #expect(
            uitkomst.uitleg
                == "Maandag 25 januari 2027 is 5 dagen na de dag van huisvesting (maandag 18 januari 2027). De laatste dag viel op "
                + "een zaterdag: dan telt de eerstvolgende werkdag (Algemene termijnenwet, artikel 1). Bron: Wet BRP, artikel 2.39."
        )
        #expect(stap.uiterlijk([:]) == nil)
    }

    @Test("elk leefgebied van de opdracht heeft vijf doelen om uit te kiezen, elk met acties waarvan de cliënt er een doet")
    func doelen() throws {
        let opdracht = try #require(boek.opdracht(id: "almere-2027"))
        for leefgebied in opdracht.leefgebieden {
            let zinnen = opdracht.doelen.zinnen(voor: leefgebied)
            #expect(zinnen.count == 5, "\(leefgebied)")
            for zin in zinnen {
                #expect(zin.acties.count >= 2, "\(zin.code)")
                #expect(zin.acties.contains { $0.wie == .client }, "\(zin.code): de cliënt doet zelf iets")
                #expect(zin.tekst.count <= 90 && zin.tekst.hasSuffix("."), "\(zin.code)")
                for actie in zin.acties {
                    #expect(
                        actie.code.hasPrefix("\(zin.code)-") && actie.tekst.count <= 80 && actie.tekst.hasSuffix("."),
                        "\(actie.code)")
                }
            }
        }
        #expect(Set(opdracht.doelen.zinnen.map(\.tekst)).count == opdracht.doelen.zinnen.count)
        #expect(opdracht.doelen.zin(opdracht.doelen.eersteDoel)?.leefgebied == .wonen)
    }

    @Test("een code houdt zijn zin: plannen die lopen wijzen ernaar")
    func vasteCodes() throws {
        let opdracht = try #require(boek.opdracht(id: "almere-2027"))
        // The library of version 0.1; what is added is free, what is here never means anything else.
        let vast = [
            "wonen-geregeld": "Mijn woning is geregeld en ik weet wat ik zelf moet doen.",
            "wonen-kosten": "Ik weet wat mijn woning elke maand kost.",
            "wonen-buurt": "Ik ken mijn buurt en weet waar ik terechtkan.",
            "geld-overzicht": "Ik weet wat er elke maand binnenkomt en wat eruit gaat.",
            "geld-rekeningen": "Ik betaal mijn rekeningen zelf en op tijd.",
            "geld-hulp": "Ik weet waar ik heen kan met vragen over geld.",
            "gezond-huisarts": "Ik heb een huisarts en kan zelf een afspraak maken.",
            "gezond-verzekering": "Ik weet wat mijn zorgverzekering betaalt en wat niet.",
            "gezond-spoed": "Ik weet wat ik doe als er haast is.",
            "gezin-school": "Wij praten zelf met de school van onze kinderen.",
            "gezin-hulp": "Wij weten waar we terechtkunnen met vragen over opvoeden.",
            "gezin-vrije-tijd": "Mijn kind doet mee aan sport of een club.",
            "netwerk-kennis": "Ik ken mensen in Almere die ik om hulp kan vragen.",
            "netwerk-buren": "Ik heb kennisgemaakt met mijn buren.",
            "netwerk-contact": "Ik spreek elke week iemand buiten mijn gezin.",
            "meedoen-activiteit": "Ik doe elke week mee aan een activiteit.",
            "meedoen-vrijwillig": "Ik doe vrijwilligerswerk dat bij mij past.",
            "meedoen-weg": "Ik vind zelf de weg naar voorzieningen in de stad.",
            "werk-wens": "Ik weet welk werk ik wil en wat daarvoor nodig is.",
            "werk-cv": "Ik heb een cv en kan vertellen wat ik kan.", "werk-ervaring": "Ik doe werkervaring op.",
            "school-kind": "Mijn kind gaat naar school.", "school-diploma": "Ik weet wat mijn diploma in Nederland waard is.",
            "school-opleiding": "Ik weet welke opleiding ik kan volgen.",
            "taal-les": "Ik ga naar de les en weet wat ik moet doen voor mijn inburgering.",
            "taal-oefenen": "Ik oefen elke week Nederlands buiten de les.", "taal-zelf": "Ik kan zonder tolk een afspraak maken.",
            "rechten-post": "Ik open mijn post en weet wat ik ermee moet doen.", "rechten-digid": "Ik gebruik zelf mijn DigiD.",
            "rechten-verblijf": "Ik weet wanneer ik mijn verblijfsdocument moet verlengen.",
            "vervoer-ov": "Ik reis zelf met bus en trein.", "vervoer-fiets": "Ik kan fietsen en ken de verkeersregels.",
            "vervoer-kosten": "Ik weet hoe ik mijn reiskosten vergoed krijg.",
            "veilig-nummers": "Ik weet wie ik bel als het niet veilig is.", "veilig-thuis": "Ik voel me veilig in mijn huis.",
            "veilig-gegevens": "Ik geef mijn codes en wachtwoorden aan niemand.",
        ]
        for (code, tekst) in vast { #expect(opdracht.doelen.zin(code)?.tekst == tekst, "\(code)") }
    }

    @Test("het plan wordt ten minste elke zes weken besproken, met de bron erbij; de oude opdracht vraagt dat niet")
    func plan() throws {
        let plan = try #require(boek.opdracht(id: "almere-2027")).plan
        #expect(plan.bespreken?.uiterlijk(vanaf: try dag("2027-01-18")) == (try dag("2027-03-01")))
        #expect(plan.bespreken?.bron.contains("te bevestigen") == true)
        #expect(plan.redenen.map(\.code).contains("niet-meer-nodig"))
        #expect(boek.opdracht(id: "almere-2026")?.plan == Planregels())
    }

    @Test("reiskosten: meer dan 10 km, en 10 km precies is niet genoeg")
    func reiskosten() throws {
        let regeling = try #require(boek.opdracht(id: "almere-2027")).reiskosten
        #expect(!regeling.isVerGenoeg(meter: 10_000))
        #expect(regeling.isVerGenoeg(meter: 10_001))
        #expect(regeling.perKilometer == Bedrag(cents: 23))
        #expect(regeling.voorschot == .init(plafond: Bedrag(cents: 15_000), maximumOpen: 1, vierOgen: true))
    }

    @Test("de drie indicatoren van de eerste rapportage zijn er met hun definitie")
    func indicatoren() throws {
        let opdracht = try #require(boek.opdracht(id: "almere-2027"))
        for code in ["in-begeleiding", "dagen-tot-eerste-contact", "no-show"] {
            #expect(opdracht.indicator(code)?.definitie.isEmpty == false)
        }
        // What the gemeente gave, and examples that say so.
        let gegeven = opdracht.taakstelling.filter { !$0.isVoorbeeld }
        #expect(gegeven == [(2022, 285), (2023, 477), (2024, 444), (2025, 348)].map { Taakstelling(jaar: $0, personen: $1) })
        #expect(Set(opdracht.taakstelling.filter(\.isVoorbeeld).map(\.jaar)) == [2026, 2027])
    }

    @Test("een opdracht gaat ongeschonden door JSON")
    func json() throws {
        for opdracht in boek.opdrachten {
            let data = try JSONEncoder().encode(opdracht)
            #expect(try JSONDecoder().decode(Opdracht.self, from: data) == opdracht)
        }
    }
}
