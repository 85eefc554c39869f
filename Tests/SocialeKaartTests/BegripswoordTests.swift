// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Testing

@testable import SocialeKaartApp

/// Words and translations of terms, kept by people: they lead to the entries of the term, in any language.
@Suite("Woorden bij een begrip", .timeLimit(.minutes(2)))
struct BegripswoordTests {
    private func begrip(_ o: Kaartopstelling, _ naam: String) async throws -> UUID {
        var na: String?
        repeat {
            let pagina = try await o.kaart.begrippen(BegrippenOpvragen(page: .init(after: na, limit: 20)), als: o.begeleider)
            if let gevonden = pagina.rows.first(where: { $0.naam == naam }) { return gevonden.begrip }
            na = pagina.next
        } while na != nil
        throw Failure.notFound(what: naam)
    }

    private func voegToe(_ o: Kaartopstelling, _ begrip: UUID, _ tekst: String, taal: String, nagekeken: Bool = false)
        async throws
        -> UUID
    {
        try await o.kaart.toevoegen(
            BegripswoordToevoegen(begrip: begrip, taal: taal, soort: "anders", tekst: tekst, nagekeken: nagekeken),
            als: o.begeleider, because: o.opdracht(als: o.begeleider)
        ).woord
    }

    /// How many of the first five each of these words finds.
    private func gevonden(_ o: Kaartopstelling, _ woorden: String...) async throws -> [Int] {
        var uit: [Int] = []
        for woord in woorden {
            uit.append(
                try await o.kaart.zoeken(VoorzieningenZoeken(tekst: woord, page: .init(limit: 5)), als: o.begeleider).rows.count)
        }
        return uit
    }

    @Test("een woord dat iemand toevoegt vindt daarna wat bij het begrip hoort, ook in een ander schrift, en vervallen niet meer")
    func zoeken() async throws {
        let o = try await Kaartopstelling()
        let werk = Herindexeren(store: o.store, logger: Logger(label: "proef"))
        let id = try await begrip(o, Leefgebied.financien.naam)
        // Words that nothing knows, so that no typing error leads anywhere.
        let (ander, arabisch) = ("zwoerdklompvijf", "قغظثذضص")
        #expect(try await gevonden(o, ander, arabisch) == [0, 0])
        let woord = try await voegToe(o, id, ander, taal: "nl", nagekeken: true)
        _ = try await voegToe(o, id, arabisch, taal: "ar")
        try await werk.kijk()
        #expect(try await gevonden(o, ander, arabisch) == [5, 5])
        #expect(try await o.aantal("herindexering") == 0)
        let nu = try await o.kaart.begrip(BegripOpvragen(begrip: id), als: o.begeleider)
        #expect(nu.regel.woorden == 2 && nu.regel.nietNagekeken == 1)
        #expect(nu.woorden.map(\.tekst) == [arabisch, ander])
        #expect(nu.woorden.map(\.nagekekenOp) == [nil, datum("2027-02-01")])
        let vervallen = BegripswoordWijzigen(woord: woord, versie: 1, stap: .vervallen)
        let envelop = o.opdracht(als: o.begeleider)
        for _ in 1...2 { _ = try await o.kaart.wijzigen(vervallen, als: o.begeleider, because: envelop) }
        try await werk.kijk()
        #expect(try await gevonden(o, ander, arabisch) == [0, 5])
        await #expect(throws: Failure.notFound(what: "begripswoord")) {
            try await o.kaart.wijzigen(vervallen, als: o.begeleider, because: o.opdracht(als: o.begeleider))
        }
    }

    @Test("nakijken gaat per versie, een woord staat er eenmaal, en alleen wie de kaart bijhoudt komt erbij")
    func regels() async throws {
        let o = try await Kaartopstelling()
        let id = try await begrip(o, Leefgebied.wonen.naam)
        let woord = try await voegToe(o, id, "  huis   en   haard ", taal: "nl")
        func wijzig(_ versie: Int) async throws {
            _ = try await o.kaart.wijzigen(
                BegripswoordWijzigen(woord: woord, versie: versie, stap: .nagekeken), als: o.teamleider,
                because: o.opdracht(als: o.teamleider))
        }
        try await wijzig(1)
        do {
            try await wijzig(1)
            Issue.record("van een oude versie")
        } catch Failure.conflict(let botsing) { #expect(botsing.newest == 2) }
        let nu = try await o.kaart.begrip(BegripOpvragen(begrip: id), als: o.begeleider)
        #expect(nu.woorden.map(\.tekst) == ["huis en haard"])
        #expect(nu.woorden.map(\.nagekekenDoor) == [o.teamleider.user?.description])
        for (tekst, taal) in [("huis en haard", "nl"), ("", "nl"), (String(repeating: "a", count: 81), "nl"), ("x", "klingon")] {
            do {
                _ = try await voegToe(o, id, tekst, taal: taal)
                Issue.record("aangenomen: \(tekst) \(taal)")
            } catch Failure.invalid(let fouten) { #expect(fouten.count == 1) }
        }
        let partner = Actor(user: nieuw(), roles: [.partner], organisatie: nieuw(), purpose: "kaart")
        for actor in [partner, Actor(user: nieuw(), roles: [.vrijwilliger], purpose: "begeleiding")] {
            await #expect(throws: Failure.self) {
                try await o.kaart.begrippen(BegrippenOpvragen(page: .init(limit: 5)), als: actor)
            }
            await #expect(throws: Failure.self) { try await o.kaart.begrip(BegripOpvragen(begrip: id), als: actor) }
            await #expect(throws: Failure.self) {
                try await o.kaart.toevoegen(
                    BegripswoordToevoegen(begrip: id, taal: "nl", soort: "anders", tekst: "thuis", nagekeken: false), als: actor,
                    because: o.opdracht(als: actor))
            }
        }
    }
}
