// SPDX-License-Identifier: EUPL-1.2
import Domein
import Testing
import Web

@Suite("Datums op het scherm", .timeLimit(.minutes(1)))
struct OpmaakTests {
    @Test("een datum dichtbij staat er als mensen hem zeggen")
    func dichtbij() throws {
        let vandaag = try #require(Datum(2027, 1, 18))
        let verwacht = [
            0: "vandaag", 1: "morgen", -1: "gisteren", 3: "over 3 dagen", -14: "14 dagen geleden", 15: "2 februari",
            -30: "19 december 2026",
        ]
        for (dagen, tekst) in verwacht { #expect(vandaag.adding(days: dagen).ten(opzichteVan: vandaag) == tekst) }
        #expect(vandaag.kort == "18 jan 2027" && vandaag.cijfers == "18-01-2027")
        #expect(vandaag.adding(months: 2).kort == "18 mrt 2027")
    }

    @Test(
        "een getypte datum wordt gelezen zoals mensen schrijven",
        arguments: ["18-1-2027", "18/01/2027", "18 1 2027", "2027-01-18", " 18.01.2027 "])
    func getypt(_ tekst: String) { #expect(Datum(getypt: tekst) == Datum(2027, 1, 18)) }

    @Test("wat geen datum is, wordt er geen", arguments: ["", "31-2-2027", "18-1-27", "1-18-2027", "morgen", "18-1-2027-1"])
    func onzin(_ tekst: String) { #expect(Datum(getypt: tekst) == nil) }
}
