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
                gemeenten: .init(
                    page: Page(rows: [wacht, herhaald], next: "x"), aantal: .init(voorMens: 1, wordtHerhaald: 1), na: "a"),
                partners: leeg,
                weigering: Geweigerd(fout, FormValues(["reden": ["x"]])).map { .init(bericht: wacht.id, geweigerd: $0) }),
            BerichtenPagina(
                gemeenten: leeg,
                partners: .init(page: Page(rows: [partner], next: "y"), aantal: .init(voorMens: 140, wordtHerhaald: 2))),
            BerichtenPagina(gemeenten: .init(), partners: .init()),
        ]
    }

    static let leeg = BerichtenPagina.Antwoord(page: Page(rows: []), aantal: .init(voorMens: 0, wordtHerhaald: 0))

    static var partner: OnbezorgdBericht {
        OnbezorgdBericht(
            id: UUID(uuidString: "0193a7b2-6c1e-7c54-9c0b-3f0f2b8c1a13") ?? UUID(), bestemming: "organisatie:x",
            soort: "nl.inburgering.verwijzing.verstuurd.v1", wordtHerhaald: false, gemaaktOp: moment, pogingen: 1,
            laatstOp: moment, oorzaak: "weg", status: 410, versie: 2)
    }
}

@Suite("Berichten die niet aankwamen", .timeLimit(.minutes(2)))
struct BerichtenTests {
    @Test("een rij zegt de oorzaak, het antwoord, hoe vaak en wanneer, en wat te doen")
    func rij() throws {
        let pagina = BerichtenPagina(
            gemeenten: .init(
                page: Page(rows: [BerichtenVoorbeelden.rij(1, herhaald: true)]), aantal: .init(voorMens: 0, wordtHerhaald: 1)),
            partners: BerichtenVoorbeelden.leeg)
        let deel = try #require(pagina.delen.first)
        let rij = try #require(deel.rijen.first)
        #expect(rij.titel == "Traject is gestart")
        #expect(rij.naar == "Gemeente 0034")
        #expect(rij.regels.regels.first?.waarde == "De ontvanger had een storing (antwoord 503)")
        #expect(rij.regels.regels.map(\.naam).contains("Volgende poging"))
        #expect(deel.allesOpnieuw == nil)
    }

    @Test("een melding aan een partner heeft oorzaak, raad, opnieuw en opgeven; bladeren houdt de andere lijst vast")
    func partner() throws {
        let pagina = BerichtenPagina(
            gemeenten: .init(page: Page(rows: []), aantal: nil, na: "a"),
            partners: .init(
                page: Page(rows: [BerichtenVoorbeelden.partner], next: "y"), aantal: .init(voorMens: 140, wordtHerhaald: 0)))
        let deel = try #require(pagina.delen.last)
        let rij = try #require(deel.rijen.first)
        #expect(rij.naar == "Organisatie x" && rij.actie == "/berichten/partners/\(rij.id)")
        #expect(rij.regels.regels.first?.waarde == "Dit adres is opgeheven (antwoord 410)")
        #expect(rij.watTeDoen == "Vraag het nieuwe adres, of geef het bericht op.")
        #expect(deel.cijfers?.cijfers.first?.waarde == "140" && deel.allesOpnieuw == "/berichten/partners-opnieuw")
        #expect(deel.bladeren?.volgende == "/berichten?na=a&partners=y")
        #expect(Berichtwoorden.oorzaak("tls", .partner).watTeDoen.contains("de organisatie"))
    }

    @Test("is een van de twee diensten weg, dan zegt zijn deel dat, en het andere zegt niet dat alles is bezorgd")
    func weg() {
        for (deel, ander) in [(0, 1), (1, 0)] {
            let delen = BerichtenPagina(
                gemeenten: deel == 0 ? .init() : BerichtenVoorbeelden.leeg,
                partners: deel == 1 ? .init() : BerichtenVoorbeelden.leeg
            ).delen
            #expect(delen[deel].weg != nil && delen[deel].leeg == nil)
            #expect(delen[ander].weg == nil && delen[ander].leeg != nil)
        }
    }

    @Test("elke oorzaak heeft woorden en een raad, ook een die hier niet bekend is")
    func oorzaken() {
        let codes = [
            "geen-bestemming", "adres", "geen-tls", "geen-verbinding", "tls", "tijd-om", "te-druk", "storing", "doorverwijzing",
            "handdruk", "token", "weg", "geweigerd", "niet-na-te-gaan",
        ]
        #expect(
            Set(["onleesbaar", "verplaatsen", "resultaat", "geen-bestand", "x"].map { Berichtwoorden.bestand($0).wat }).count == 5
        )
        #expect(Set(codes.map { Berichtwoorden.oorzaak($0, .gemeente).wat }).count == codes.count)
        #expect(!codes.contains { Berichtwoorden.oorzaak($0, .gemeente).wat == "Onbekend" })
        #expect(Berichtwoorden.oorzaak("later", .gemeente).wat == "Onbekend")
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
        let vast = VandaagPagina(
            bo, vandaag: Voorbeelden.vandaag, punten: nil,
            beheer: .init(
                onbezorgd: .init(
                    voorMens: 0, wordtHerhaald: 0, vasteBestanden: [.init(bestandsnaam: nil, oorzaak: "onleesbaar")]))
        ).werk.first { $0.href == "/berichten" }
        #expect(vast?.label?.tekst == "1 bestand zit vast" && vast?.uitleg.contains("1 bestand zit vast") == true)
    }

    @Test("ook wie daarnaast begeleidt of een team leidt, ziet hoeveel er op de beheerder wacht")
    func meerRollen() async throws {
        let bus = Voorbeeldbus { vraag, voorbeeld in
            vraag is OnbezorgdAantal
                ? try MessageCoding.encode(OnbezorgdAantal.Answer(voorMens: 7, wordtHerhaald: 0))
                : vraag is PartnermeldingenAantal
                    ? try MessageCoding.encode(OnbezorgdAantal.Answer(voorMens: 0, wordtHerhaald: 0)) : voorbeeld
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
            let partner = "/berichten/partners/0193a7b2-6c1e-7c54-9c0b-3f0f2b8c1a11"
            for doel in [
                "\(pad)/opnieuw", "\(pad)/opgeven", "/berichten/alles-opnieuw", "\(partner)/opnieuw", "\(partner)/opgeven",
                "/berichten/partners-opnieuw",
            ] {
                #expect(try await ander.post(doel, [("_csrf", token), ("versie", "1")]).status == 403, "\(doel)")
            }
            try await proef.gebruiker("bo", [.beheerder])
            let bo = try await proef.aangemeld("bo")
            let eigen = try csrf(try await bo.get("/berichten"))
            let antwoord = try await bo.post("\(pad)/opgeven", [("_csrf", eigen), ("versie", "1"), ("reden", "opgeheven")])
            #expect(antwoord.status == 503)
            let zelfde = try await bo.post("\(partner)/opgeven", [("_csrf", eigen), ("versie", "1"), ("reden", "opgeheven")])
            #expect(zelfde.status == 503)
            #expect(try await bo.post("\(pad)/opnieuw", [("_csrf", eigen)]).status == 400)
            #expect(try await bo.post("/berichten/x/opnieuw", [("_csrf", eigen), ("versie", "1")]).status == 404)
        }
    }
}
