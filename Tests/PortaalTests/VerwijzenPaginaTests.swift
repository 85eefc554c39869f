// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing
import Web

@testable import PortaalApp

@Suite("Kiezen waarheen iemand verwezen wordt", .timeLimit(.minutes(2)))
struct VerwijzenPaginaTests {
    private static let pad = "/dossier/018f3b1c-0000-7000-8000-000000000001/verwijzen"

    /// Answers as the examples do; `leeg` says which question finds nothing, `geheim` makes the address secret.
    private static func bus(geheim: Bool = false, leeg: @escaping @Sendable (VoorzieningenZoeken) -> Bool = { _ in false })
        -> Voorbeeldbus
    {
        Voorbeeldbus { query, data in
            if let vraag = query as? VoorzieningenZoeken, leeg(vraag) {
                return try MessageCoding.encode(Voorzieningenpagina(rows: [], total: 0))
            }
            guard query is PersoonOpvragen, geheim else { return data }
            var persoon = try MessageCoding.decode(Persoonsgegevens.self, from: data)
            persoon.geheimhouding = true
            return try MessageCoding.encode(persoon)
        }
    }

    private func gevraagd(_ bus: Voorbeeldbus) throws -> [VoorzieningenZoeken] {
        try bus.stand.withLock { $0.vragen }.filter { $0.soort == VoorzieningenZoeken.type }.map {
            try MessageCoding.decode(VoorzieningenZoeken.self, from: Data($0.inhoud.utf8))
        }
    }

    private func met(
        _ bus: Voorbeeldbus, _ body: (InProcessClient<PortaalContext>) async throws -> Void
    ) async throws {
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            try await body(try await proef.aangemeld("sanne"))
        }
    }

    @Test("wat bekend is staat ingevuld en gezegd, niet in het adres, en is met een knop weg te halen")
    func bekend() async throws {
        let bus = Self.bus()
        try await met(bus) { sanne in
            let open = try await sanne.get(Self.pad)
            #expect(open.status == 200)
            #expect(open.text.contains("Ingevuld met wat bekend is over Selam Voorbeeld: spreekt Tigrinya, dicht bij 1315."))
            let eerste = try #require(try gevraagd(bus).last)
            #expect(eerste.alleenVerwijsbaar && eerste.filters?.taal == "ti" && eerste.filters?.postcode4 == "1315")
            #expect(!open.text.contains("taal=ti") && !open.text.contains("postcode=1315"))
            #expect(open.text.contains(#"aria-label="Haal weg: spreekt Tigrinya""#))
            let zonder = try await sanne.post(
                "\(Self.pad)/zoeken",
                [
                    ("_csrf", try csrf(open)), ("zoek", "brief"), ("taal", "ti"), ("postcode", "1315"), ("gratis", "ja"),
                    ("leeftijd", "30"), ("gebied", "Almere"), ("dag", "2"), ("tijd", "14:30"), ("afstand", "5000"),
                    ("doelgroep", "statushouders"), ("leefgebied", "wonen"), ("zonder", "taal"),
                ])
            #expect(zonder.status == 200 && !zonder.text.contains("Ingevuld met"))
            let tweede = try #require(try gevraagd(bus).last)
            #expect(
                tweede.filters
                    == Zoekfilters(
                        doelgroep: "statushouders", leeftijd: 30, gratis: true, gebied: "Almere", postcode4: "1315",
                        afstandMeter: 5000, openOp: .init(dag: 2, tijd: "14:30")))
            #expect(tweede.alleenVerwijsbaar && tweede.leefgebied == .wonen && tweede.tekst == "brief")
            // What cannot be read stands at its field.
            let fout = try await sanne.post("\(Self.pad)/zoeken", [("_csrf", try csrf(open)), ("leeftijd", "oud")])
            #expect(fout.status == 400 && fout.text.contains("Vul een heel getal in."))
        }
    }

    @Test("een geheim adres geeft geen postcode, en een taal die niemand koos laat niemand met niets achter")
    func voorzichtig() async throws {
        let bus = Self.bus(geheim: true) { $0.filters?.taal != nil }
        try await met(bus) { sanne in
            let open = try await sanne.get("\(Self.pad)?leefgebied=wonen")
            let vragen = try gevraagd(bus)
            #expect(vragen.map { $0.filters?.taal } == ["ti", nil])
            #expect(vragen.allSatisfy { $0.filters?.postcode4 == nil && $0.leefgebied == .wonen })
            #expect(open.status == 200 && !open.text.contains("Ingevuld met") && open.text.contains("<article"))
        }
    }

    @Test("als niets gevonden wordt, zegt de pagina zonder welk filter er wel iets is")
    func ruimer() async throws {
        try await met(Self.bus { $0.filters?.gratis == true }) { sanne in
            let open = try await sanne.get(Self.pad)
            let niets = try await sanne.post(
                "\(Self.pad)/zoeken", [("_csrf", try csrf(open)), ("gratis", "ja"), ("taal", "ti")])
            #expect(niets.text.contains("Niets gevonden") && niets.text.contains("Zonder gratis: "))
            #expect(!niets.text.contains("Zonder spreekt Tigrinya: ") && niets.text.contains(">Zonder filters<"))
        }
    }
}
