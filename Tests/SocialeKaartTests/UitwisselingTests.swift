// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Opslag
import Testing
import Web

@testable import SocialeKaartApp

/// A stop on exchange, seen from the sociale kaart: nothing is sent, and what partners had closes.
@Suite("Gestopte uitwisseling en partners", .timeLimit(.minutes(2)))
struct UitwisselingTests {
    private func haal(_ o: Kaartopstelling, _ pad: String) async throws -> InProcessClient<PlainContext>.Answer {
        try await o.client.send(.get, pad, headers: [.authorization: "Bearer token-bibliotheek"])
    }

    /// Every address at which a partner may see something of one referral, and one at which it may act.
    private func gezien(_ o: Kaartopstelling, _ id: VerwijzingID) async throws -> Set<String> {
        var open: Set<String> = []
        for pad in ["/v1/verwijzingen/\(id)", "/v1/verwijzingen/\(id)/statusovergangen"]
        where try await haal(o, pad).status == 200 {
            open.insert(pad)
        }
        let lijst = try await haal(o, "/v1/verwijzingen")
        #expect(lijst.status == 200)
        if String(decoding: lijst.body, as: UTF8.self).contains(id.description) { open.insert("lijst") }
        var headers: HTTPFields = [.authorization: "Bearer token-bibliotheek", .contentType: "application/json"]
        headers[.ifMatch] = "\"99\""
        if let naam = HTTPField.Name("Idempotency-Key") { headers[naam] = UUID().uuidString }
        let stap = try await o.client.send(
            .post, "/v1/verwijzingen/\(id)/statusovergangen", headers: headers,
            body: Data(#"{"naar":"ontvangen","velden":{}}"#.utf8))
        // Another version: refused, and with that told that it is there.
        if stap.status != 404 { open.insert("stap") }
        return open
    }

    @Test("bij een stop sluit de toegang van de partner op dat moment; na hervatten gaat zij weer open")
    func lopend() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        let alles: Set = ["/v1/verwijzingen/\(id)", "/v1/verwijzingen/\(id)/statusovergangen", "lijst", "stap"]
        #expect(try await gezien(o, id) == alles)
        // Intake knows it; the event is still on its way.
        o.intake.gestopt.withLock { $0 = [o.dossier] }
        #expect(try await gezien(o, id) == [])
        // The event is here as well, and by itself is enough.
        let dossier = o.dossier
        try await o.store.write { try Uitwisselstop.stop(dossier, in: $0) }
        o.intake.gestopt.withLock { $0 = [] }
        #expect(try await gezien(o, id) == [])
        try await o.store.write { try Uitwisselstop.hervat(dossier, in: $0) }
        #expect(try await gezien(o, id) == alles)
    }

    @Test("kan intake niet zeggen of het mag, dan krijgt een partner niets, met die reden")
    func intakeWeg() async throws {
        let o = try await Kaartopstelling()
        let id = try await o.verstuurd()
        o.intake.gestopt.withLock { $0 = nil }
        for pad in ["/v1/verwijzingen/\(id)", "/v1/verwijzingen"] {
            let antwoord = try await haal(o, pad)
            #expect(antwoord.status == 503)
            let tekst = String(decoding: antwoord.body, as: UTF8.self)
            #expect(tekst.contains("Wij kunnen nu niet nagaan") && !tekst.contains(id.description))
        }
        // Who works here goes on.
        #expect(try await o.verwijzingen.vanDossier(.init(dossier: o.dossier), als: o.begeleider).count == 1)
    }

    @Test("een melding die klaarligt gaat niet weg als intake een stop kent of niet antwoordt, ook al weet de kaart nog niets")
    func meldingen() async throws {
        let o = try await Kaartopstelling()
        let toets = PartnerMelden.toets(o.store, o.intake.poort)
        let (dossier, soort) = (o.dossier, PartnerMelden.Soort.herinnering.naam)
        #expect(try await toets(dossier, soort))
        o.intake.gestopt.withLock { $0 = [dossier] }
        #expect(try await !toets(dossier, soort))
        // Nobody can say: the sender hears that, and keeps it.
        o.intake.gestopt.withLock { $0 = nil }
        await #expect {
            _ = try await toets(dossier, soort)
        } throws: {
            if case Failure.unavailable? = $0 as? Failure { true } else { false }
        }
        // The other way round: heard here, and asking is not needed.
        try await o.store.write { try Uitwisselstop.stop(dossier, in: $0) }
        #expect(try await !toets(dossier, soort))
    }

    @Test("een medewerker verstuurt niets, hoort waarom niet en ziet in het concept niets vertrekken")
    func versturen() async throws {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        let id = try await o.concept()
        let dossier = o.dossier
        o.intake.gestopt.withLock { $0 = [dossier] }
        await #expect(throws: Failure.uitwisselingGestopt) { try await o.verstuur(id) }
        o.intake.gestopt.withLock { $0 = [] }
        try await o.store.write { try Uitwisselstop.stop(dossier, in: $0) }
        await #expect(throws: Failure.uitwisselingGestopt) { try await o.verstuur(id) }
        #expect(try await o.aantal("deelpakket") == 0)
        try await o.store.write { try Uitwisselstop.hervat(dossier, in: $0) }
        try await o.verstuur(id)
        #expect(try await o.aantal("deelpakket") == 1)
    }
}
