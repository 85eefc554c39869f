// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import HTTPTypes
import Opslag
import Synchronization
import Testing
import Web
import Zegel

@testable import PortaalApp

@Suite("Agenda voor een andere app", .timeLimit(.minutes(2)))
struct KalenderTests {
    typealias V = VoorbeeldenBegeleider

    /// Unfolds and reads `NAME;params:value`, as RFC 5545 says.
    private func regels(_ tekst: String) -> [String] {
        tekst.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("elke regel eindigt met CRLF, geen regel is langer dan 75 bytes, en een teken wordt niet doorgeknipt")
    func vouwen() {
        let lang = "SUMMARY:" + String(repeating: "é€🎈", count: 60)
        let gevouwen = Kalender.gevouwen(lang)
        for stuk in gevouwen.components(separatedBy: "\r\n") { #expect(stuk.utf8.count <= 75) }
        #expect(gevouwen.replacing("\r\n ", with: "") == lang)
        #expect(Kalender.gevouwen("kort") == "kort")
        #expect(Kalender.veilig("a,b;c\\d\ne\u{7}") == "a\\,b\\;c\\\\d\\ne")
        let tekst = Kalender.tekst((0..<3).map { _ in .init(V.afspraak(0)) }, naam: String(repeating: "naam, ", count: 40))
        #expect(tekst.hasSuffix("END:VCALENDAR\r\n") && !tekst.replacing("\r\n", with: "").contains("\n"))
        for stuk in tekst.components(separatedBy: "\r\n") { #expect(stuk.utf8.count <= 75) }
    }

    @Test("een afspraak staat op de klok van Amsterdam, met vast nummer en moment van wijziging, zonder wie en waar")
    func inhoud() throws {
        let regel = V.afspraak(0)
        let alles = regels(Kalender.tekst([.init(regel)]))
        #expect(
            alles.filter { $0.hasPrefix("BEGIN:") } == [
                "BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:DAYLIGHT", "BEGIN:STANDARD", "BEGIN:VEVENT",
            ])
        for verwacht in [
            "UID:\(regel.afspraak)@wegwijs", "DTSTART;TZID=Europe/Amsterdam:20270118T100000",
            "DTEND;TZID=Europe/Amsterdam:20270118T110000", "SUMMARY:Huisbezoek", "DTSTAMP:20270114T230000Z", "SEQUENCE:1",
            "TZID:Europe/Amsterdam",
        ] { #expect(alles.contains(verwacht), "\(verwacht)") }
        let tekst = alles.joined()
        for naam in ["Mehret", "Voorbeeldstraat", regel.dossier.description, "AL-2027", "LOCATION", "ATTENDEE"] {
            #expect(!tekst.contains(naam), "\(naam)")
        }
    }

    @Test("het adres werkt, een nieuw adres zet het oude uit, en uitgezet of verzonnen is er niet")
    func adres() async throws {
        try await metAgenda { proef, bus in
            let sanne = try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            let bezoeker = try await proef.aangemeld("sanne")
            func adres() async throws -> String? {
                try await bezoeker.get("/agenda").text.firstMatch(of: /http:\/\/localhost(\/agenda\/[^"]+\.ics)/).map {
                    String($0.output.1)
                }
            }
            #expect(try await adres() == nil)
            _ = try await bezoeker.post("/agenda/adres/nieuw", [("_csrf", try csrf(try await bezoeker.get("/agenda")))])
            let eerste = try #require(try await adres())
            let app = proef.bezoeker()
            let feed = try await app.get(eerste)
            #expect(feed.status == 200 && feed.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(feed.text.contains("SUMMARY:Huisbezoek") && feed.headers[.cacheControl] == "private, no-store")
            #expect(bus.gevraagd.withLock { $0 } == [sanne.id])
            // The store alone opens nothing: it does not hold the address.
            let nummer = try await proef.store.read { try String.fetchOne($0, sql: "SELECT nummer FROM agendafeed") }
            #expect(try await app.get("/agenda/\(nummer ?? "").ics").status == 404)
            for vals in [
                "/agenda/x.ics", "/agenda/\(String(repeating: "a", count: 67)).ics",
                String(eerste.dropLast(5)) + (eerste.dropLast(4).last == "A" ? "Q" : "A") + ".ics",
                String(eerste.dropLast(4)),
            ] { #expect(try await app.get(vals).status == 404, "\(vals)") }

            _ = try await bezoeker.post("/agenda/adres/nieuw", [("_csrf", try csrf(try await bezoeker.get("/agenda")))])
            let tweede = try #require(try await adres())
            #expect(eerste != tweede)
            #expect(try await app.get(eerste).status == 404)
            #expect(try await app.get(tweede).status == 200)
            // Without access there is no agenda either.
            try await proef.portaal.gebruikers.zetActief(false, sanne.id, van: 1, cause: nil)
            #expect(try await app.get(tweede).status == 404)
            try await proef.portaal.gebruikers.zetActief(true, sanne.id, van: 2, cause: nil)
            #expect(try await app.get(tweede).status == 200)
            let weer = try await proef.aangemeld("sanne")
            _ = try await weer.post("/agenda/adres/weg", [("_csrf", try csrf(try await weer.get("/agenda")))])
            #expect(try await app.get(tweede).status == 404)
        }
    }

    /// Begeleiding with one appointment, and nobody else.
    final class Agendabus: Asker, Sendable {
        let gevraagd = Mutex<[GebruikerID]>([])
        private let leeg = NoPeers()
        func ask<Q: Query>(_ query: Q, as actor: Actor, because cause: Envelope?, within limit: Duration) async throws
            -> Q.Answer
        {
            if let agenda = query as? AgendaOpvragen {
                if actor.purpose == "agendafeed", let wie = agenda.medewerker { gevraagd.withLock { $0.append(wie) } }
                if let antwoord = Page(rows: [V.afspraak(0)]) as? Q.Answer { return antwoord }
            }
            return try await leeg.ask(query, as: actor, because: cause, within: limit)
        }
        func send<C: Command>(_ command: C, id: UUID?, as actor: Actor, because cause: Envelope?, within limit: Duration)
            async throws -> C.Answer
        {
            try await leeg.send(command, id: id, as: actor, because: cause, within: limit)
        }
        func ask<O: OperatorRequest>(
            _ request: O, of service: ServiceName, as actor: Actor, because cause: Envelope?, within limit: Duration
        ) async throws -> O.Answer { try await leeg.ask(request, of: service, as: actor, because: cause, within: limit) }
        func status() async -> BusStatus { await leeg.status() }
    }

    private func metAgenda(_ body: (Proefportaal, Agendabus) async throws -> Void) async throws {
        let bus = Agendabus()
        try await metPortaal(bus: bus) { try await body($0, bus) }
    }
}
