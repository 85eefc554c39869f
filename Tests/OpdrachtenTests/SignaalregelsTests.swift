// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Opdrachten
import Testing

@Suite("Termijnen van signalen", .timeLimit(.minutes(1)))
struct SignaalregelsTests {
    /// Priority, day on which it was seen and written down, by when it is followed up, on which day it expires.
    static let tabel: [(prioriteit: Signaalprioriteit, dag: String, opvolgen: String, vervalt: String)] = [
        (.spoed, "2027-01-18", "2027-01-19", "2027-02-01"),
        // Written down on a Friday: the next working day is Monday.
        (.spoed, "2027-01-22", "2027-01-25", "2027-02-05"),
        // Good Friday and Easter Monday are no working days.
        (.spoed, "2027-03-25", "2027-03-30", "2027-04-08"),
        (.hoog, "2027-01-18", "2027-01-21", "2027-03-01"),
        (.hoog, "2027-04-26", "2027-04-30", "2027-06-07"),
        (.gewoon, "2027-01-18", "2027-02-01", "2027-04-18"),
        (.gewoon, "2027-11-30", "2027-12-14", "2028-02-29"),
    ]

    @Test("de dagen volgen uit de opdracht, met de bron erbij", arguments: tabel)
    func dagen(_ regel: (prioriteit: Signaalprioriteit, dag: String, opvolgen: String, vervalt: String)) throws {
        let opdracht = try #require(try Opdrachtenboek(map: opdrachtenmap).opdracht(id: "almere-2027"))
        let regels = try #require(opdracht.signalen)
        let dag = try #require(Datum(regel.dag))
        let (opvolgen, vervalt) = (
            regels.opvolgdag(regel.prioriteit, vastgelegdOp: dag), regels.vervaldag(regel.prioriteit, gezienOp: dag)
        )
        #expect([opvolgen.dag.description, vervalt.dag.description] == [regel.opvolgen, regel.vervalt])
        #expect(opvolgen.uitleg.contains("Bron: ") && vervalt.uitleg.contains("Bron: "))
    }

    @Test("een opdracht zonder signalen krijgt onze eigen praktijk; een halve wordt geweigerd met regel en veld")
    func lezen() throws {
        #expect(try Opdrachtenboek(map: opdrachtenmap).opdracht(id: "almere-2026")?.signaalregels == .standaard)
        let tekst = try String(contentsOf: opdrachtenmap.appending(path: "almere-2027.yaml"), encoding: .utf8)
        func fouten(_ van: String, _ naar: String) throws -> [String] {
            try #require(tekst.contains(van))
            do {
                _ = try Opdrachtlezer.lees(tekst.replacing(van, with: naar), bestand: "almere-2027.yaml")
                return []
            } catch { return error.fouten.map { "\($0.veld): \($0.melding)" } }
        }
        #expect(
            try fouten("    spoed: { duur: 2 weken, bron: \"Plaatselijke praktijk, te bevestigen\" }\n", "")
                == ["signalen.vervalt: het veld 'spoed' ontbreekt"])
        #expect(
            try fouten("duur: 3 werkdagen, bron", "duur: gauw, bron").map { $0.prefix(30) } == ["signalen.opvolgen.hoog.duur: s"])
        #expect(
            try fouten("hoog: { duur: 6 weken,", "hoog: { duur: 6 weken, richting: voor,")
                == ["signalen.vervalt.hoog: deze termijn loopt vooruit: laat richting weg"])
    }
}
