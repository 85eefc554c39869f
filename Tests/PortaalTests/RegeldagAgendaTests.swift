// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Synchronization
import Testing
import Web

@testable import PortaalApp

@Suite("Afspraken van de regeldag in de agenda", .timeLimit(.minutes(2)))
struct RegeldagAgendaTests {
    private static let dossier = "018f3b1c-0000-7000-8000-000000000001"

    /// One appointment as in the example; a second that was called off, and a third made through a housemate's dossier.
    private func bus() -> Voorbeeldbus {
        Voorbeeldbus { query, data in
            guard query is RegeldagAfspraken else { return data }
            var afspraken = try MessageCoding.decode([RegeldagAfspraak].self, from: data)
            guard let eerste = afspraken.first else { return data }
            var weg = eerste
            (weg.afspraak, weg.van, weg.tot, weg.instantie, weg.afgezegd) = (.init(UUID()), "11:00", "11:30", "Belasting", true)
            var ander = eerste
            (ander.afspraak, ander.van, ander.tot, ander.instantie) = (.init(UUID()), "13:00", "13:45", "School")
            (ander.dossier, ander.dubbel, ander.tolk) = (.init(UUID()), [], .geregeld)
            afspraken += [weg, ander]
            return try MessageCoding.encode(afspraken)
        }
    }

    private func vragen(_ bus: Voorbeeldbus) -> [(inhoud: String, rollen: Set<Role>)] {
        bus.stand.withLock { stand in
            defer { stand.vragen = [] }
            return stand.vragen.filter { $0.soort == RegeldagAfspraken.type }.map { ($0.inhoud, $0.rollen) }
        }
    }

    @Test("de week toont ze op tijd, met bij wie, de tolk en wie dubbel staat, en opent een dossier dat men mag openen")
    func pagina() async throws {
        let bus = bus()
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            let sanne = try await proef.aangemeld("sanne")
            let pagina = try await sanne.get("/agenda?week=2027-01-25")
            #expect(pagina.status == 200)
            let maandag = try #require(pagina.text.split(separator: "dag-2027-01-25").last)
            #expect(maandag.contains("9.00–9.30") && maandag.contains("Regeldag · Gemeente"))
            #expect(maandag.contains("Tolk nog regelen") && maandag.contains("Dubbel geboekt"))
            let (bank, school) = (maandag.range(of: "Gemeente"), maandag.range(of: "Regeldag · School"))
            #expect(try #require(bank).lowerBound < (try #require(school)).lowerBound)
            // Both open the dossier of who goes and is the reader's, also when it was made through a housemate.
            #expect(maandag.matches(of: /href="\/dossier\/018f3b1c-0000-7000-8000-000000000001\/regeldag"/).count == 3)
            let vraag = try #require(vragen(bus).first)
            #expect(vraag.inhoud.contains(#""van":"2027-01-25""#) && vraag.inhoud.contains(#""tot":"2027-01-31""#))
        }
    }

    @Test("wie ook een team leidt ziet in de eigen agenda alleen de eigen mensen, en het team als team")
    func rollen() async throws {
        let bus = bus()
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("beide", [.begeleider, .teamleider], team: TeamID(team: "Team Almere"))
            let beide = try await proef.aangemeld("beide")
            _ = vragen(bus)
            for (pad, gevraagd) in [
                ("/agenda?wie=ik", [Set([Role.begeleider])]), ("/agenda?wie=team", [[.teamleider]]),
                ("/agenda?medewerker=0197a000-0000-7000-8000-000000000001", []),
            ] {
                #expect(try await beide.get(pad).status == 200)
                #expect(vragen(bus).map(\.rollen) == gevraagd, "\(pad)")
            }
        }
    }

    @Test("in een andere agenda-app staat alleen dat er regeldag is en wanneer: niets van wie, bij wie en waar")
    func feed() async throws {
        let bus = bus()
        try await metPortaal(bus: bus) { proef in
            try await proef.gebruiker("beide", [.begeleider, .teamleider], team: TeamID(team: "Team Almere"))
            let beide = try await proef.aangemeld("beide")
            let pagina = try await beide.get("/agenda")
            _ = try await beide.post("/agenda/adres/nieuw", [("_csrf", try csrf(pagina))])
            let adres = try #require(
                try await beide.get("/agenda").text.firstMatch(of: /http:\/\/localhost(\/agenda\/[^"]+\.ics)/)?.output.1)
            _ = vragen(bus)
            let feed = try await proef.bezoeker().get(String(adres))
            let regels = feed.text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
            #expect(feed.status == 200 && regels.contains("SUMMARY:Regeldag"))
            #expect(regels.contains("DTSTART;TZID=Europe/Amsterdam:20270125T090000"))
            #expect(regels.contains("DTEND;TZID=Europe/Amsterdam:20270125T093000"))
            // Called off is not in it.
            #expect(!feed.text.contains("20270125T110000") && feed.text.contains("20270125T130000"))
            for woord in ["Gemeente", "Stadhuisplein", "Belasting", "School", "Voorbeeld", Self.dossier, "LOCATION", "ATTENDEE"] {
                #expect(!feed.text.contains(woord), "\(woord)")
            }
            // For the own people only, in steps that the service allows, without a gap.
            let gevraagd = vragen(bus)
            #expect(gevraagd.count == 2 && gevraagd.allSatisfy { $0.rollen == [.begeleider] })
            let dagen = gevraagd.map { vraag in
                vraag.inhoud.matches(of: /\d{4}-\d{2}-\d{2}/).compactMap { Datum(String($0.output)) }.sorted()
            }
            #expect(dagen.allSatisfy { $0.count == 2 && $0[0].days(until: $0[1]) <= 62 })
            #expect(dagen[0][1].adding(days: 1) == dagen[1][0])
        }
    }
}
