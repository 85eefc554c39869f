// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

/// A stop on exchange, seen from begeleiding: the gemeente no longer sees the clock and the timeline of the person.
@Suite("Gestopte uitwisseling en de klantmanager", .timeLimit(.minutes(1)))
struct UitwisselingTests {
    private func gezien(_ proef: Proefdienst, _ dossier: DossierID, _ actor: Actor) async throws -> Set<String> {
        var open: Set<String> = []
        let verzoek = proef.verzoek(actor)
        func probeer(_ naam: String, _ vraag: () async throws -> Bool) async throws {
            do { if try await vraag() { open.insert(naam) } } catch Failure.notFound(_) {} catch Failure.notAllowed(_) {}
        }
        try await probeer("traject") {
            _ = try await TrajectOpvragen(dossier: dossier).tonen(proef.middelen, verzoek)
            return true
        }
        try await probeer("kaart") {
            try await !TrajectKaarten(dossiers: [dossier]).tonen(proef.middelen, verzoek).isEmpty
        }
        try await probeer("tijdlijn") {
            _ = try await TijdlijnOpvragen(dossier: dossier, page: PageRequest()).tonen(proef.middelen, verzoek)
            return true
        }
        return open
    }

    @Test("na een stop ziet de klantmanager niets van deze persoon; wie er werkt ziet alles")
    func gestopt() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let klantmanager = Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: "0034", purpose: "controle")
        let alles: Set = ["traject", "kaart", "tijdlijn"]
        #expect(try await gezien(proef, event.dossier, klantmanager) == alles)
        proef.intake.zet([event.dossier])
        #expect(try await gezien(proef, event.dossier, klantmanager) == [])
        proef.intake.zet([])
        try await proef.ontvang(UitwisselingGestopt(dossier: event.dossier))
        #expect(try await gezien(proef, event.dossier, klantmanager) == [])
        #expect(try await gezien(proef, event.dossier, proef.fatima) == alles)
        try await proef.ontvang(UitwisselingHervat(dossier: event.dossier))
        #expect(try await gezien(proef, event.dossier, klantmanager) == alles)
        proef.intake.zet(nil)
        await #expect(throws: Failure.self) { try await gezien(proef, event.dossier, klantmanager) }
        #expect(try await gezien(proef, event.dossier, proef.fatima) == alles)
    }

    @Test("van een kind ziet de klantmanager niet meer met wie het meerijdt, als dat de gestopte persoon is")
    func ouder() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, met: ouder.dossier, nummer: 2)
        try await proef.ontvang(kind)
        let klantmanager = Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: "0034", purpose: "controle")
        #expect(try await proef.overzicht(kind.dossier, door: klantmanager).meerijdendMet == ouder.dossier)
        proef.intake.zet([ouder.dossier])
        #expect(try await proef.overzicht(kind.dossier, door: klantmanager).meerijdendMet == nil)
    }
}
