// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import IntakeApp

/// Entry by hand: no number needed, judged by the same rules, duplicates looked for once more.
@Suite(.timeLimit(.minutes(2)))
struct InvoerenTests {
    static let begeleider = Actor(
        user: GebruikerID(UUID()), roles: [.begeleider], team: TeamID(team: "Almere"), purpose: "aanmelding")

    private func invoer(_ wijzig: (inout AanmeldingInvoeren) -> Void = { _ in }) -> AanmeldingInvoeren {
        var invoer = AanmeldingInvoeren(
            aanmelding: AanmeldingID(UUID()), gemeente: "0034", doelgroep: "statushouder18plus",
            geslachtsnaam: "Selam Tesfay Haile", geboortedatum: "1990", spreektaal: "ti", tolkNodig: true)
        wijzig(&invoer)
        return invoer
    }

    private func voer(
        _ proef: Opstelling, _ command: AanmeldingInvoeren, _ actor: Actor = begeleider, id: UUID = UUID()
    ) async throws -> AanmeldingInvoeren.Answer {
        let envelope = Envelope(
            id: id, source: "urn:wegwijs:portaal", type: AanmeldingInvoeren.type, time: Date(), actor: actor)
        return try await Invoeren(parts: proef.parts, bsn: .alle, wij: try #require(OIN(Opstelling.wij)))(
            command, envelope, actor)
    }

    @Test("de dag van koppeling gaat mee; een dag van lang geleden wordt bij het veld geweigerd")
    func koppeling() async throws {
        let proef = try await Opstelling()
        let goed = try await voer(proef, invoer { $0.datumKoppeling = "2026-10-12" })
        #expect(goed.toestand == .geaccepteerd)
        #expect(
            try await proef.parts.store.read { try String.fetchAll($0, sql: "SELECT datum_koppeling FROM persoon") }
                == ["2026-10-12"])
        await #expect {
            _ = try await voer(proef, invoer { ($0.geslachtsnaam, $0.datumKoppeling) = ("Noori", "2006-10-12") })
        } throws: { error in
            if case Failure.invalid(let fouten) = error { fouten.map(\.field) == ["datumKoppeling"] } else { false }
        }
    }

    @Test("een naamketen zonder nummer en met alleen een geboortejaar wordt geaccepteerd; het bevel heeft één gevolg")
    func gewoon() async throws {
        let proef = try await Opstelling()
        let (command, id) = (invoer(), UUID())
        let eerste = try await voer(proef, command, id: id)
        #expect(eerste.toestand == .geaccepteerd && eerste.dossier != nil)
        #expect(try await voer(proef, command, id: id) == eerste)
        await #expect(throws: Failure.self) { _ = try await voer(proef, command) }
        let events = try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self)
        #expect(events.count == 1 && events.first?.is18 == .ja)
        // No gemeente sent it, so no gemeente finds it among what it sent.
        #expect(!(try await proef.vraag("/v1/aanmeldingen").text.contains(command.aanmelding.description)))
    }

    @Test("wie lijkt op iemand die de medewerker niet zag, wordt eerst getoond; er wordt niets bewaard")
    func dubbel() async throws {
        let proef = try await Opstelling()
        let eerste = try await voer(proef, invoer())
        let na = try await proef.rijen()
        var tweede = invoer { $0.geslachtsnaam = "Haile Selam Tesfay" }
        let id = UUID()
        let gezien = try await voer(proef, tweede, id: id)
        let bekend = try #require(eerste.dossier)
        #expect(gezien.toestand == nil && gezien.gelijkend.map(\.dossier) == [bekend])
        // A begeleider does not see who is with somebody else.
        #expect(gezien.gelijkend.first?.naam == "iemand bij een collega")
        #expect(try await proef.rijen() == na)
        tweede.gezien = gezien.gelijkend.map(\.dossier)
        #expect(try await voer(proef, tweede, id: UUID()).toestand == .inControle)
    }

    @Test("een huishouden dat er is, krijgt er iemand bij, ook als de gemeente het geen verwijzing gaf")
    func huishouden() async throws {
        let proef = try await Opstelling()
        _ = try await voer(proef, invoer())
        let hoofd = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).first)
        let kind = invoer {
            ($0.geslachtsnaam, $0.voornamen, $0.geboortedatum) = ("Haile", "Abel", "2015-05")
            ($0.doelgroep, $0.huishouden, $0.rol) = ("kind", hoofd.huishouden, "kind")
        }
        #expect(try await voer(proef, kind).toestand == .geaccepteerd)
        let event = try #require(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).last)
        #expect(event.huishouden == hoofd.huishouden && event.meerijdendMet == hoofd.dossier && !event.eigenTraject)
    }

    @Test(
        "een fout noemt het veld van het formulier, en er blijft niets half staan",
        arguments: [
            ("bsn", "elfproef"), ("geboortedatum", "vorm"), ("geslachtsnaam", "verplicht"), ("postcode", "vorm"),
            ("gemeente", "geen-opdracht"),
            ("huishouden", "onbekend"), ("spreektaal", "taalcode"), ("doelgroep", "keuze"),
        ])
    func fouten(_ geval: (String, String)) async throws {
        let proef = try await Opstelling()
        let command = invoer {
            switch geval.0 {
            case "bsn": $0.bsn = "999900007"
            case "geboortedatum": $0.geboortedatum = "12 maart"
            case "geslachtsnaam": $0.geslachtsnaam = nil
            case "postcode": $0.postcode = "12"
            case "gemeente": $0.gemeente = "0363"
            case "huishouden": ($0.huishouden, $0.rol) = (HuishoudenID(UUID()), "partner")
            case "spreektaal": $0.spreektaal = "???"
            default: $0.doelgroep = "iedereen"
            }
        }
        let voor = try await proef.rijen()
        do {
            _ = try await voer(proef, command)
            Issue.record("had geweigerd moeten worden")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map(\.field) == [geval.0])
            #expect(fouten.first?.code.hasSuffix(geval.1) == true, "\(fouten)")
        }
        #expect(try await proef.rijen() == voor)
    }

    @Test("alleen wie in dat team of bij die gemeente werkt, voert iemand in")
    func rechten() async throws {
        let proef = try await Opstelling()
        for actor in [
            Actor(user: GebruikerID(UUID()), roles: [.begeleider], team: TeamID(team: "Elders"), purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.vrijwilliger], team: TeamID(team: "Almere"), purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.klantmanager], gemeente: "0363", purpose: "x"),
            Actor(user: GebruikerID(UUID()), roles: [.beheerder], purpose: "x"),
        ] {
            await #expect(throws: Failure.self) { _ = try await voer(proef, invoer(), actor) }
        }
        #expect(try await voer(proef, invoer(), MedewerkerTests.teamleider).toestand == .geaccepteerd)
    }
}
