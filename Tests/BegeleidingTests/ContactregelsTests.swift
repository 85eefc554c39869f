// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

@Suite("Contact: wat mag er staan", .timeLimit(.minutes(1)))
struct ContactregelsTests {
    private func invoer(
        datum: String = "2027-02-01", duur: Int = 45, notitie: String = "", stap: String = "", stapOp: String? = nil
    ) throws -> Contactregels.Invoer {
        Contactregels.Invoer(
            soort: .huisbezoek, datum: try dag(datum), duurMinuten: duur, verschijning: .aanwezig, notitie: notitie,
            volgendeStap: stap, volgendeStapOp: try stapOp.map(dag))
    }

    private func fouten(_ invoer: Contactregels.Invoer, onbekendeDoelen: Int = 0) throws -> [String] {
        Contactregels.veldfouten(
            invoer, aangemeldOp: try dag("2027-01-15"), vandaag: try dag("2027-02-01"), onbekendeDoelen: onbekendeDoelen
        ).map { "\($0.veld) \($0.code)" }
    }

    @Test("vandaag, de dag van de aanmelding, 0 en 600 minuten zijn goed")
    func grenzen() throws {
        #expect(try fouten(invoer()) == [])
        #expect(try fouten(invoer(datum: "2027-01-15", duur: 0)) == [])
        #expect(try fouten(invoer(duur: 600, stap: "Naar de bank", stapOp: "2027-02-01")) == [])
    }

    @Test("elke fout noemt het veld van de opdracht")
    func losseFouten() throws {
        #expect(try fouten(invoer(datum: "2027-02-02")) == ["datum toekomst"])
        #expect(try fouten(invoer(datum: "2027-01-14")) == ["datum voor-aanmelding"])
        #expect(try fouten(invoer(duur: -1)) == ["duurMinuten bereik"])
        #expect(try fouten(invoer(duur: 601)) == ["duurMinuten bereik"])
        #expect(try fouten(invoer(notitie: String(repeating: "a", count: 10_001))) == ["notitie te-lang"])
        #expect(try fouten(invoer(stap: String(repeating: "a", count: 301))) == ["volgendeStap te-lang"])
        #expect(try fouten(invoer(stapOp: "2027-02-03")) == ["volgendeStap leeg"])
        #expect(try fouten(invoer(stap: "Bellen", stapOp: "2027-01-31")) == ["volgendeStapOp voor-contact"])
        #expect(try fouten(invoer(stap: "Bellen", stapOp: "2072-02-03")) == ["volgendeStapOp te-ver"])
        #expect(try fouten(invoer(), onbekendeDoelen: 1) == ["doelen onbekend"])
    }

    @Test("alle fouten komen tegelijk terug")
    func alles() throws {
        let alles = try invoer(datum: "2028-01-01", duur: 9000, stapOp: "2027-01-01")
        #expect(
            try fouten(alles, onbekendeDoelen: 2) == [
                "datum toekomst", "duurMinuten bereik", "doelen onbekend", "volgendeStap leeg", "volgendeStapOp voor-contact",
            ])
    }
}
