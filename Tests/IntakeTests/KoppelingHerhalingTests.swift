// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import HTTPTypes
import Opslag
import Testing
import Web

@testable import IntakeApp

/// The same message twice: the first answer, one effect. For ever, and whoever comes at the same time.
@Suite(.timeLimit(.minutes(2)))
struct KoppelingHerhalingTests {
    @Test("een herhaling krijgt het eerste antwoord en heeft geen gevolg")
    func herhaling() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        let eerste = try await proef.stuur(bericht)
        #expect(eerste.status == 202)
        let rijen = try await proef.rijen()
        for _ in 1...3 {
            let weer = try await proef.stuur(bericht)
            #expect(weer.status == 202)
            #expect(weer.body == eerste.body)
            #expect(weer.headers[.location] == eerste.headers[.location])
        }
        #expect(try await proef.rijen() == rijen)
        #expect(try await proef.gebeurtenissen(AanmeldingGeaccepteerd.self).count == 1)
    }

    @Test("hetzelfde berichtId met een andere inhoud: 409")
    func andereInhoud() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        #expect(try await proef.stuur(bericht).status == 202)
        let rijen = try await proef.rijen()
        var ander = bericht
        ander["data.client.huisnummer"] = "14"
        let antwoord = try await proef.stuur(ander)
        #expect(antwoord.status == 409)
        #expect(antwoord.text.contains("\"veld\":\"berichtId\""))
        #expect(try await proef.rijen() == rijen)
        #expect(try await proef.stuur(bericht).status == 202)
    }

    @Test("een herhaling krijgt het eerste antwoord, ook als de regels intussen strenger zijn; een ander bericht 409")
    func strenger() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        let eerste = try await proef.stuur(bericht)
        let streng = InProcessClient(
            Koppeling(
                parts: proef.parts, toegang: proef.koppeling.toegang, oin: proef.koppeling.oin, bsn: .geenTest,
                tempo: proef.koppeling.tempo
            ).edge(tls: false))
        let weer = try await streng.send(.post, "/v1/aanmeldingen", headers: proef.kop(bericht), body: bericht.data)
        #expect(weer.status == 202 && weer.body == eerste.body)
        var fout = bericht
        fout["data.client.bsn"] = "999900007"
        #expect(try await proef.stuur(fout).status == 409)
    }

    @Test("hetzelfde aanmeldingId in een nieuw bericht: 409")
    func bekend() async throws {
        let proef = try await Opstelling()
        var bericht = Proefbericht.aanmelding()
        #expect(try await proef.stuur(bericht).status == 202)
        bericht["id"] = .tekst(Proefbericht.uuid())
        let antwoord = try await proef.stuur(bericht)
        #expect(antwoord.status == 409)
        #expect(antwoord.text.contains("data.aanmeldingId"))
    }

    @Test("hetzelfde bericht van twintig kanten tegelijk wordt één keer verwerkt")
    func tegelijk() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        let antwoorden = try await withThrowingTaskGroup(of: (Int, Data).self) { group in
            for _ in 0..<20 {
                group.addTask {
                    let antwoord = try await proef.stuur(bericht)
                    return (antwoord.status, antwoord.body)
                }
            }
            return try await group.reduce(into: [(Int, Data)]()) { $0.append($1) }
        }
        #expect(antwoorden.allSatisfy { $0.0 == 202 && $0.1 == antwoorden[0].1 })
        #expect(try await proef.gebeurtenissen(AanmeldingOntvangen.self).count == 1)
        #expect(try await proef.aantal("SELECT count(*) FROM persoon") == 1)
    }

    @Test("wat volgt uit een bericht, is terug te vinden onder zijn berichtId")
    func herkomst() async throws {
        let proef = try await Opstelling()
        let bericht = Proefbericht.aanmelding()
        _ = try await proef.stuur(bericht)
        for event in try await proef.parts.store.outbox(after: 0, limit: 10) {
            let envelope = try MessageCoding.decode(Envelope.self, from: event.envelope)
            #expect(JSONWaarde.tekst(envelope.correlationid?.uuidString.lowercased() ?? "") == bericht["id"])
        }
    }

    @Test("vijfhonderd aanmeldingen: hoe lang een ontvangst duurt")
    func tempo() async throws {
        let proef = try await Opstelling()
        let berichten = (0..<500).map { Proefbericht.aanmelding($0) }
        let tijden = try await withThrowingTaskGroup(of: [Double].self) { group in
            for sender in 0..<8 {
                group.addTask {
                    var own: [Double] = []
                    for index in stride(from: sender, to: berichten.count, by: 8) {
                        let begin = ContinuousClock.now
                        let antwoord = try await proef.stuur(berichten[index])
                        #expect(antwoord.status == 202)
                        own.append(Double(begin.duration(to: .now).components.attoseconds) / 1e15)
                    }
                    return own
                }
            }
            return try await group.reduce(into: [Double]()) { $0 += $1 }
        }.sorted()
        print("ontvangst, 8 afzenders: p50 \(tijden[250]) ms, p99 \(tijden[494]) ms")
        #expect(try await proef.aantal("SELECT count(*) FROM persoon") == 500)
        #expect(try await proef.aantal("SELECT count(DISTINCT dossiernummer) FROM persoon") == 500)
    }
}
