// SPDX-License-Identifier: EUPL-1.2
import Domein
import Testing

@Suite(.timeLimit(.minutes(1)))
struct PersoonsnummerTests {
    @Test(
        "een BSN of V-nummer wordt gezien, hoe het ook in een verwijzing staat",
        arguments: [
            "999900006", "9999.00.006", "999900006-1", "BSN999900006", "999900006_2", "a:999900006:b", "2990000001",
            "V2990000001-2",
            "6f0a1c52-7d3e-4a55-9d0c-2f6f7f6a9a10:999900006",
        ])
    func staat(_ tekst: String) { #expect(Persoonsnummer.staat(in: tekst)) }

    @Test(
        "een gewone verwijzing gaat erdoor, ook met veel cijfers",
        arguments: [
            "", "H-1", "ALM-2027-0012", "H-2027-0112", "20270118", "2027-000123", "20270118093000", "Z2027-00012345",
            "ZAAK-2027-0000000112", "999900007", "00000099000000000003", "6f0a1c52-7d3e-4a55-9d0c-2990000001ab",
            "6f0a1c52-7d3e-4a55-9d0c-a999900006bc",
        ])
    func gewoon(_ tekst: String) { #expect(!Persoonsnummer.staat(in: tekst)) }
}
