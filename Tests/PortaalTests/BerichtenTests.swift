// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

enum BerichtenVoorbeelden {
    private static let moment = Instant.date("2027-01-18T09:30:00.000Z") ?? .distantPast

    static func rij(_ nummer: Int, herhaald: Bool, oorzaak: String? = "storing", status: Int? = 503) -> OnbezorgdBericht {
        OnbezorgdBericht(
            id: UUID(uuidString: "0193a7b2-6c1e-7c54-9c0b-3f0f2b8c1a1\(nummer)") ?? UUID(), bestemming: "gemeente:0034",
            soort: "nl.inburgering.begeleiding.traject.gestart.v1", wordtHerhaald: herhaald, gemaaktOp: moment, pogingen: 9,
            laatstOp: moment, volgendeOp: herhaald ? moment : nil, oorzaak: oorzaak, status: status, versie: 1)
    }

    static var alle: [any PageModel] {
        let (wacht, herhaald) = (rij(1, herhaald: false), rij(2, herhaald: true))
        let fout = Failure.invalid([FieldError("reden", code: "lengte", "Schrijf waarom u opgeeft.")])
        return [
            BerichtenPagina(
                Page(rows: [wacht, herhaald], next: "x"), aantal: .init(voorMens: 1, wordtHerhaald: 1), na: true,
                weigering: Geweigerd(fout, FormValues(["reden": ["x"]])).map { .init(bericht: wacht.id, geweigerd: $0) }),
            BerichtenPagina(Page(rows: []), aantal: .init(voorMens: 0, wordtHerhaald: 0)),
            BerichtenPagina(nil, aantal: nil),
        ]
    }
}

@Suite("Berichten die niet aankwamen", .timeLimit(.minutes(2)))
struct BerichtenTests {
    @Test("een rij zegt de oorzaak, het antwoord, hoe vaak en wanneer, en wat te doen")
    func rij() throws {
        let pagina = BerichtenPagina(
            Page(rows: [BerichtenVoorbeelden.rij(1, herhaald: true)]), aantal: .init(voorMens: 0, wordtHerhaald: 1))
        let rij = try #require(pagina.rijen.first)
        #expect(rij.titel == "Traject is gestart")
        #expect(rij.naar == "Gemeente 0034")
        #expect(rij.regels.regels.first?.waarde == "De ontvanger had een storing (antwoord 503)")
        #expect(rij.regels.regels.map(\.naam).contains("Volgende poging"))
        #expect(!pagina.allesOpnieuw)
    }

    @Test("elke oorzaak heeft woorden en een raad, ook een die hier niet bekend is")
    func oorzaken() {
        let codes = [
            "geen-bestemming", "adres", "geen-tls", "geen-verbinding", "tls", "tijd-om", "te-druk", "storing", "doorverwijzing",
            "handdruk", "token", "weg", "geweigerd",
        ]
        #expect(Set(codes.map { Berichtwoorden.oorzaak($0).wat }).count == codes.count)
        #expect(!codes.contains { Berichtwoorden.oorzaak($0).wat == "Onbekend" })
        #expect(Berichtwoorden.oorzaak("later").wat == "Onbekend")
    }

    @Test("de eerste pagina van de beheerder telt wat op hem wacht")
    func vandaag() {
        func tekst(_ aantal: OnbezorgdAantal.Answer?) -> String? {
            let bo = Aangemeld(id: Voorbeelden.beheerder.id, naam: "Bo Beheer", rollen: [.beheerder])
            return VandaagPagina(bo, vandaag: Voorbeelden.vandaag, punten: nil, beheer: .init(onbezorgd: aantal)).werk
                .first { $0.href == "/berichten" }?.uitleg
        }
        #expect(tekst(.init(voorMens: 2, wordtHerhaald: 3)) == "2 berichten aan gemeenten wachten op u.")
        #expect(tekst(.init(voorMens: 0, wordtHerhaald: 1)) == "1 bericht wordt opnieuw geprobeerd.")
        #expect(tekst(.init(voorMens: 0, wordtHerhaald: 0)) == "Alle berichten aan gemeenten zijn aangekomen.")
        #expect(tekst(nil)?.contains("niet zijn aangekomen") == true)
        // The number itself stands on the card, with what waits at partners.
        let bo = Aangemeld(id: Voorbeelden.beheerder.id, naam: "Bo Beheer", rollen: [.beheerder])
        func label(_ voorMens: Int, partners: Int) -> String? {
            VandaagPagina(
                bo, vandaag: Voorbeelden.vandaag, punten: nil,
                beheer: .init(onbezorgd: .init(voorMens: voorMens, wordtHerhaald: 4), partners: partners)
            ).werk.first { $0.href == "/berichten" }?.label?.tekst
        }
        #expect(label(2, partners: 1) == "3 niet bezorgd" && label(0, partners: 0) == nil)
    }

    @Test("ook wie daarnaast begeleidt of een team leidt, ziet hoeveel er op de beheerder wacht")
    func meerRollen() async throws {
        let bus = Voorbeeldbus { vraag, voorbeeld in
            vraag is OnbezorgdAantal
                ? try MessageCoding.encode(OnbezorgdAantal.Answer(voorMens: 7, wordtHerhaald: 0))
                : vraag is PartnermeldingenOnbezorgd ? Data("[]".utf8) : voorbeeld
        }
        try await metPortaal(bus: bus) { proef in
            let team = TeamID(team: "Team Almere")
            for (naam, rollen) in [
                ("alleen", [.beheerder]), ("leidt", [.beheerder, .teamleider]), ("begeleidt", [.beheerder, .begeleider]),
            ] as [(String, Set<Role>)] {
                try await proef.gebruiker(naam, rollen, team: team)
                let blad = try await proef.aangemeld(naam).get("/").text
                #expect(blad.contains("7 niet bezorgd"), "\(naam)")
                #expect(blad.contains("7 berichten aan gemeenten wachten op u."), "\(naam)")
            }
            try await proef.gebruiker("leider", [.teamleider], team: team)
            #expect(try await !proef.aangemeld("leider").get("/").text.contains("niet bezorgd"))
        }
    }

    @Test("opnieuw bezorgen en opgeven zijn er alleen voor de beheerder, en houden bij een storing wat getypt is")
    func dicht() async throws {
        try await metPortaal { proef in
            let pad = "/berichten/0193a7b2-6c1e-7c54-9c0b-3f0f2b8c1a11"
            try await proef.gebruiker("leider", [.teamleider])
            let ander = try await proef.aangemeld("leider")
            let token = try csrf(try await ander.get("/help"))
            for doel in ["\(pad)/opnieuw", "\(pad)/opgeven", "/berichten/alles-opnieuw"] {
                #expect(try await ander.post(doel, [("_csrf", token), ("versie", "1")]).status == 403, "\(doel)")
            }
            try await proef.gebruiker("bo", [.beheerder])
            let bo = try await proef.aangemeld("bo")
            let eigen = try csrf(try await bo.get("/berichten"))
            let antwoord = try await bo.post("\(pad)/opgeven", [("_csrf", eigen), ("versie", "1"), ("reden", "opgeheven")])
            #expect(antwoord.status == 503)
            #expect(try await bo.post("\(pad)/opnieuw", [("_csrf", eigen)]).status == 400)
            #expect(try await bo.post("/berichten/x/opnieuw", [("_csrf", eigen), ("versie", "1")]).status == 404)
        }
    }
}
