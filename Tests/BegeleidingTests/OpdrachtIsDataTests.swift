// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

@testable import BegeleidingApp

/// What differs between the contract of 6 and 6 months and that of 9 months stands in their files.
@Suite("De opdracht is data", .timeLimit(.minutes(1)))
struct OpdrachtIsDataTests {
    private func boek() throws -> Opdrachtenboek { try Opdrachtenboek(map: opdrachtenmap) }

    @Test("met de klokregels van de ene opdracht doet de andere precies hetzelfde", arguments: ["2027-01-18", "2027-05-31"])
    func alleenDeRegels(start: String) throws {
        let boek = try boek()
        let (oud, nieuw) = (try #require(boek.opdracht(id: "almere-2026")), try #require(boek.opdracht(id: "almere-2027")))
        var gewisseld = nieuw
        (gewisseld.traject, gewisseld.eersteContact) = (oud.traject, oud.eersteContact)
        let dag = try dag(start)
        let ankers: [Anker: Datum] = [.acceptatie: dag, .huisvesting: dag.adding(days: 20)]
        let verloop = Klokverloop(
            pauzes: [
                .init(
                    reden: .init(code: "p", naam: "Pauze", verlengt: true), van: dag.adding(days: 30), tot: dag.adding(days: 40))
            ], verlengingen: 1)
        func klok(_ opdracht: Opdracht) throws -> Trajectklok {
            try #require(Trajectklok.bereken(opdracht, ankers: ankers))
                .met(verloop, regels: opdracht.traject, vandaag: dag.adding(days: 60))
        }
        #expect(try klok(gewisseld) == klok(oud))
        #expect(try klok(nieuw) != klok(oud))
    }

    /// Contract; day of acceptance and of housing; then start, interim report, last day, and the last day with all extensions.
    @Test(
        "twee bestanden, twee klokken",
        arguments: [
            ("almere-2027", "2027-01-11", "2027-01-18", ["2027-01-18", "2027-07-18", "2027-10-17", "2027-10-17"]),
            ("almere-2026", "2027-01-11", "2027-01-18", ["2027-01-11", "2027-04-11", "2027-07-10", "2028-01-10"]),
            ("almere-2027", "2027-03-31", "2027-05-31", ["2027-05-31", "2027-11-30", "2028-02-29", "2028-02-29"]),
            ("almere-2026", "2027-03-31", "2027-05-31", ["2027-03-31", "2027-06-30", "2027-09-30", "2028-03-30"]),
        ])
    func klokken(id: String, acceptatie: String, huisvesting: String, dagen: [String]) throws {
        let opdracht = try #require(try boek().opdracht(id: id))
        let klok = try #require(
            Trajectklok.bereken(opdracht, ankers: [.acceptatie: try dag(acceptatie), .huisvesting: try dag(huisvesting)]))
        let verlengd = klok.met(
            Klokverloop(verlengingen: opdracht.traject.verlenging?.keren ?? 0), regels: opdracht.traject,
            vandaag: try dag(huisvesting))
        #expect([klok.start, klok.tussenrapportage, klok.einde, verlengd.einde].map(\.datum.description) == dagen)
    }

    @Test("geen regel code kent een opdracht bij naam of een looptijd in maanden")
    func geenCode() throws {
        let wortel = opdrachtenmap.deletingLastPathComponent().deletingLastPathComponent()
        for map in ["Services/Begeleiding/App/Domein", "Services/Begeleiding/App/Gebruik", "Shared/Domein/Opdracht"] {
            let bestanden = FileManager.default.enumerator(at: wortel.appending(path: map), includingPropertiesForKeys: nil)
            while let bestand = bestanden?.nextObject() as? URL {
                guard bestand.pathExtension == "swift" else { continue }
                let code = try String(contentsOf: bestand, encoding: .utf8).split(separator: "\n")
                    .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.joined(separator: "\n")
                #expect(!code.contains("almere-20"), "\(bestand.lastPathComponent)")
                #expect(code.firstMatch(of: /months: ?(6|9)\b/) == nil, "\(bestand.lastPathComponent)")
            }
        }
    }

    @Test("de vooruitblik zegt wat een pauze en een verlenging met de laatste dag kunnen doen")
    func vooruitblik() throws {
        let oud = try #require(try boek().opdracht(id: "almere-2026"))
        let start = try dag("2027-01-11")
        let klok = try #require(Trajectklok.bereken(oud, ankers: [.acceptatie: start]))
        #expect(
            klok.vooruitblik(Klokverloop(), regels: oud.traject, vandaag: start, kijkOp: nil).map(\.code) == ["met-verlenging"])
        #expect(
            klok.vooruitblik(Klokverloop(verlengingen: 1), regels: oud.traject, vandaag: start, kijkOp: nil).isEmpty)
        let nieuw = try almere()
        let klok2 = try #require(Trajectklok.bereken(nieuw, ankers: [.acceptatie: start, .huisvesting: start]))
        let pauze = Klokverloop(
            pauzes: [.init(reden: .init(code: "p", naam: "Pauze", verlengt: true), van: try dag("2027-02-01"), tot: nil)])
        let vooruit = klok2.vooruitblik(
            pauze, regels: nieuw.traject, vandaag: try dag("2027-02-10"), kijkOp: try dag("2027-03-01"))
        #expect(vooruit.map(\.code) == ["verwacht"])
        // 28 days from 1 February up to and including 28 February, and 1 March makes 29.
        #expect(vooruit.first?.moment.datum == klok2.einde.datum.adding(days: 29))
        #expect(vooruit.first?.moment.waarom.contains("1 maart 2027") == true)
    }
}
