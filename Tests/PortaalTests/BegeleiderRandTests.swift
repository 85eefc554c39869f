// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import PortaalApp

/// The pages of the begeleider in a portaal that reaches no other service: they stay up and say what is away.
@Suite("Begeleider zonder andere diensten", .timeLimit(.minutes(2)))
struct BegeleiderRandTests {
    private static let dossier = "0197a000-0000-7000-8000-000000000001"

    @Test("elke pagina van een dossier blijft staan als de diensten weg zijn")
    func blijftStaan() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            let sanne = try await proef.aangemeld("sanne")
            for pad in ["", "/contact", "/plan", "/plan/versies", "/plan/afdruk", "/regeldag", "/regeldag/afdruk", "/verwijzen"] {
                let pagina = try await sanne.get("/dossier/\(Self.dossier)\(pad)")
                #expect(pagina.status == 200 && pagina.text.contains("even niet bereikbaar"), "\(pad): \(pagina.status)")
            }
            for pad in ["/", "/mensen", "/sociale-kaart"] {
                let pagina = try await sanne.get(pad)
                #expect(pagina.status == 200 && pagina.text.contains("even niet bereikbaar"), "\(pad): \(pagina.status)")
            }
        }
    }

    @Test("een contact dat niet kan worden opgeslagen blijft getypt staan, met hetzelfde opdrachtnummer")
    func blijftGetypt() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("sanne", [.begeleider], team: TeamID(team: "Team Almere"))
            let sanne = try await proef.aangemeld("sanne")
            let pad = "/dossier/\(Self.dossier)/contact"
            let leeg = try await sanne.get(pad)
            let nummer = String(try #require(leeg.text.firstMatch(of: /name="_opdracht" value="([^"]+)"/)).output.1)
            let velden = [
                ("_csrf", try csrf(leeg)), ("_opdracht", nummer), ("soort", "telefoon"), ("datum", "2027-01-18"),
                ("duurMinuten", "15"), ("verschijning", "aanwezig"), ("tolk", "geen"), ("notitie", "Gebeld over de huur."),
            ]
            let opnieuw = try await sanne.post(pad, velden)
            #expect(opnieuw.status == 503)
            #expect(opnieuw.text.contains("Gebeld over de huur.") && opnieuw.text.contains("value=\"\(nummer)\""))
            let fout = try await sanne.post(pad, velden.map { $0.0 == "datum" ? ("datum", "ooit") : $0 })
            #expect(fout.status == 400 && fout.text.contains("value=\"ooit\"") && fout.text.contains("href=\"#veld-datum\""))
        }
    }

    @Test("wie niet begeleidt komt niet op de pagina's van een dossier")
    func rollen() async throws {
        try await metPortaal { proef in
            try await proef.gebruiker("kim", [.klantmanager], gemeente: "0034")
            let kim = try await proef.aangemeld("kim")
            for pad in ["/mensen", "/dossier/\(Self.dossier)", "/dossier/\(Self.dossier)/contact", "/sociale-kaart"] {
                #expect(try await kim.get(pad).status == 403, "\(pad)")
            }
            #expect(try await kim.get("/").status == 200)
        }
    }
}
