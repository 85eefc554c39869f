// SPDX-License-Identifier: EUPL-1.2
import Domein
import Opdrachten
import Testing

@Suite("Uitgewerkte voorbeelden van de regels", .timeLimit(.minutes(1)))
struct RegelvoorbeeldenTests {
    let boek: Opdrachtenboek

    init() throws { boek = try Opdrachtenboek(map: opdrachtenmap) }

    private func dag(_ text: String) throws -> Datum { try #require(Datum(text)) }

    @Test("regeldag van Almere 2027")
    func regeldag() throws {
        let sjabloon = try #require(boek.opdracht(id: "almere-2027")).regeldag
        for groep in Regelvoorbeelden.almere2027 {
            let stap = try #require(sjabloon.stap(groep.stap), "\(groep.stap)")
            #expect(stap.anker == groep.anker, "\(groep.stap)")
            #expect(stap.termijn.bron == groep.bron, "\(groep.stap)")
            for rij in groep.rijen {
                let uitkomst = try #require(stap.uiterlijk([groep.anker: dag(rij.vanaf)]))
                #expect(uitkomst.dag.description == rij.uiterlijk, "\(groep.stap) vanaf \(rij.vanaf)")
                let schuift = ["artikel 1)", "artikel 2)"].contains { uitkomst.uitleg.contains($0) }
                #expect(
                    schuift == (rij.bijzonder.contains("valt op") || rij.bijzonder.contains("twee werkdagen")),
                    "\(groep.stap) vanaf \(rij.vanaf): \(uitkomst.uitleg)")
                if rij.bijzonder.hasPrefix("blijft op") { #expect(!uitkomst.dag.isWerkdag, "\(groep.stap) vanaf \(rij.vanaf)") }
            }
        }
    }

    @Test("elke stap van de regeldag heeft een voorbeeld, en samen zijn het er met de klok ten minste 150")
    func genoeg() throws {
        let sjabloon = try #require(boek.opdracht(id: "almere-2027")).regeldag
        #expect(Set(sjabloon.stappen.map(\.code)) == Set(Regelvoorbeelden.almere2027.map(\.stap)))
        let aantal =
            Regelvoorbeelden.almere2027.reduce(0) { $0 + $1.rijen.count } + Klokvoorbeelden.alle.reduce(0) { $0 + $1.rijen.count }
        #expect(aantal >= 150)
    }

    @Test(
        "een stap kan niet eerder dan zijn eerste dag",
        arguments: [
            ("brp-verhuizing", Anker.huisvesting, "2027-01-18", "2026-12-21"),
            ("brp-verhuizing", .huisvesting, "2027-03-28", "2027-02-28"),
            ("brp-verhuizing", .huisvesting, "2028-03-28", "2028-02-29"),
            ("verblijfsdocument", .eindeVergunning, "2031-08-31", "2031-02-28"),
            ("verblijfsdocument", .eindeVergunning, "2032-08-31", "2032-02-29"),
            ("verblijfsdocument", .eindeVergunning, "2031-12-15", "2031-06-15"),
        ])
    func nietEerder(code: String, anker: Anker, vanaf: String, eerste: String) throws {
        let stap = try #require(boek.opdracht(id: "almere-2027")?.regeldag.stap(code))
        #expect(stap.vanaf([anker: try dag(vanaf)])?.description == eerste)
    }

    @Test("de klok van beide opdrachten")
    func klok() throws {
        for groep in Klokvoorbeelden.alle {
            let opdracht = try #require(boek.opdracht(id: groep.opdracht))
            let termijn =
                switch groep.regel {
                case "maximum": opdracht.traject.maximum
                case "tussenrapportage": opdracht.traject.tussenrapportage
                case "overdracht": opdracht.traject.overdracht
                default: opdracht.eersteContact
                }
            #expect(termijn.bron == groep.bron, "\(groep.opdracht) \(groep.regel)")
            for rij in groep.rijen {
                #expect(
                    termijn.uiterlijk(vanaf: try dag(rij.vanaf)).description == rij.uiterlijk,
                    "\(groep.opdracht) \(groep.regel) vanaf \(rij.vanaf)")
            }
        }
    }

    /// From the day it was asked or decided: step, kind of term, that day, last day.
    @Test(
        "na de aanvraag loopt de tijd van de instantie, na het besluit die voor bezwaar",
        arguments: [
            ("bijstand", "beslis", "2027-01-15", "2027-03-12"), ("bijstand", "beslis", "2027-03-02", "2027-04-28"),
            ("bijstand", "beslis", "2027-03-10", "2027-05-07"), ("inrichting", "beslis", "2027-03-22", "2027-05-18"),
            ("inrichting", "beslis", "2027-10-31", "2027-12-27"), ("overbrugging", "beslis", "2028-01-04", "2028-02-29"),
            ("bijstand", "bezwaar", "2027-01-29", "2027-03-12"), ("bijstand", "bezwaar", "2027-02-12", "2027-03-30"),
            ("zorgtoeslag", "bezwaar", "2027-02-15", "2027-03-30"), ("huurtoeslag", "bezwaar", "2027-03-16", "2027-04-28"),
            ("kindgebonden-budget", "bezwaar", "2027-03-24", "2027-05-07"),
            ("kinderbijslag", "bezwaar", "2027-11-13", "2027-12-27"),
        ])
    func daarna(code: String, soort: String, vanaf: String, uiterlijk: String) throws {
        let stap = try #require(boek.opdracht(id: "almere-2027")?.regeldag.stap(code))
        let termijn = try #require(soort == "beslis" ? stap.beslistermijn : stap.bezwaartermijn)
        #expect(termijn.uiterlijk(vanaf: try dag(vanaf)).description == uiterlijk)
        #expect(termijn.bron.hasPrefix("Awb, artikel"))
    }
}
