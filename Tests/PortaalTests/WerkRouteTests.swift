// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

/// The pages while no service answers: each says so for its part, keeps what was typed, and is closed to other roles.
@Suite("Pagina's van team, geld en beheer zonder diensten", .timeLimit(.minutes(2)))
struct WerkRouteTests {
    private static let id = "01923456-7890-7abc-8def-0123456789ab"
    private static let paginas: [(String, Role)] = [
        ("/aanmeldingen", .teamleider), ("/verdelen", .teamleider), ("/reiskosten", .financieel),
        ("/dossier/\(id)/reiskosten", .begeleider), ("/rapporten", .begeleider), ("/gemeente", .klantmanager),
        ("/berichten", .beheerder),
        ("/gemeente/indicator/no-show", .klantmanager),
        ("/uitwisselingsstoppen", .teamleider), ("/instroom", .klantmanager),
        ("/instroom/rijen?soort=gehuisvest&halfjaar=2027-1", .klantmanager), ("/beheer", .beheerder),
    ]

    @Test("een lijst waarvan de dienst weg is, zegt dat en de rest van de pagina blijft")
    func weg() async throws {
        try await metPortaal { proef in
            let rollen = Set(Self.paginas.map(\.1))
            for rol in rollen {
                try await proef.gebruiker(rol.rawValue, [rol], team: TeamID(team: "Team Almere"), gemeente: "0034")
                let bezoeker = try await proef.aangemeld(rol.rawValue)
                for (pad, van) in Self.paginas {
                    let antwoord = try await bezoeker.get(pad)
                    if van == rol {
                        #expect(antwoord.status == 200, "\(pad)")
                        #expect(antwoord.text.contains("niet bereikbaar") || pad == "/beheer", "\(pad)")
                    }
                }
            }
        }
    }

    @Test("een pagina van een andere rol blijft dicht")
    func dicht() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("vrij", [.vrijwilliger])
            let bezoeker = try await proef.aangemeld("vrij")
            for (pad, _) in Self.paginas { #expect(try await bezoeker.get(pad).status == 403, "\(pad)") }
            for pad in ["/voorschot/\(Self.id)", "/bewijsstuk/\(Self.id)", "/rapport/\(Self.id)", "/rapport/\(Self.id)/pdf"] {
                #expect(try await bezoeker.get(pad).status == 403, "\(pad)")
            }
        }
    }

    @Test("een geweigerde aanvraag houdt elk getypt veld")
    func getypt() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider])
            let bezoeker = try await proef.aangemeld("sanne")
            let pad = "/dossier/\(Self.id)/reiskosten"
            let velden = [
                ("_csrf", try csrf(try await bezoeker.get(pad))), ("maand", "2027-01"), ("vervoer", "auto"), ("afstand", "ver"),
                ("dagen", "8"), ("werkelijkPerDag", ""),
            ]
            let fout = try await bezoeker.post(pad, velden)
            #expect(fout.status == 400)
            #expect(fout.text.contains("value=\"ver\"") && fout.text.contains("value=\"8\""))
            let goed = try await bezoeker.post(pad, velden.map { $0.0 == "afstand" ? ("afstand", "12,5") : $0 })
            #expect(goed.status == 503 && goed.text.contains("value=\"12,5\""))
        }
    }
}
