// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Proeflandschap
import Testing
import WegwijsApp

/// The chain with real processes: from the gemeente's message to what rapportage knows.
@Suite(.timeLimit(.minutes(3)), .serialized)
struct KetenTests {
    @Test("van een bericht van de gemeente tot een traject dat rapportage kent; een tweede start kost hooguit drie seconden")
    func chain() async throws {
        let proef = try Proeflandschap("keten", port: 19_280, today: #require(Datum(2027, 7, 1)))
        try await proef.terwijlAllesDraait {
            let token = try GemeenteToken.make(in: proef.landschap)
            let gemeente = Gemeente(port: proef.landschap.port + 1, token: token)
            let ids = SeededIDSource(seed: 5)
            let stad = Stad(seed: 5, personen: 20)
            for aanmelding in stad.aanmeldingen {
                let bericht = try Gemeente.bericht(aanmelding, id: ids.next(), at: Date())
                let first = try await gemeente.deliver(bericht)
                #expect(first.status == 202, "\(first.text)")
                let again = try await gemeente.deliver(bericht)
                #expect(again.status == first.status && again.body == first.body, "hetzelfde bericht krijgt hetzelfde antwoord")
                let state = try await gemeente.state(of: aanmelding.aanmeldingId)
                #expect(state.status == 200, "\(state.text)")
            }
            #expect(try await proef.isBij())
            try await compare(proef, people: 20)

            try await proef.bediening.stop()
            let began = ContinuousClock.now
            try await proef.bediening.start()
            let took = ContinuousClock.now - began
            print("tweede start: \(took)")
            #expect(took < .seconds(3))
            #expect(try await proef.isBij())
            try await compare(proef, people: 20)
            try noPersonalData(proef, stad: stad)
        }
    }

    private func compare(_ proef: Proeflandschap, people: Int) async throws {
        let lists = OperatorLists(proef.landschap)
        let told = try await lists.accepted(by: .intake)
        #expect(told.filter { $0.type == AanmeldingOntvangen.type }.count == people)
        let accepted = told.filter { $0.type == AanmeldingGeaccepteerd.type }
        let atBegeleiding = try await lists.effects(at: .begeleiding).map(\.eventId)
        for event in accepted { #expect(atBegeleiding.filter { $0 == event.eventId }.count == 1) }
        let started = try await lists.accepted(by: .begeleiding).filter { $0.type == TrajectGestart.type }
        #expect(!started.isEmpty)
        let atRapportage = try await lists.effects(at: .rapportage).map(\.eventId)
        for event in started { #expect(atRapportage.filter { $0 == event.eventId }.count == 1) }
    }

    /// No name, BSN or V-nummer of the city in any log line or event.
    private func noPersonalData(_ proef: Proeflandschap, stad: Stad) throws {
        let files = try FileManager.default.contentsOfDirectory(at: proef.landschap.logFolder, includingPropertiesForKeys: nil)
        let logs = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        #expect(!logs.isEmpty)
        for aanmelding in stad.aanmeldingen {
            let client = aanmelding.client
            for secret in [client.bsn, client.vnummer, client.geslachtsnaam, client.telefoon].compactMap({ $0 })
            where secret.count > 4 {
                #expect(!logs.contains(secret))
            }
        }
    }
}
