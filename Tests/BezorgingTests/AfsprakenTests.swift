// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Testing

@testable import Bezorging

@Suite("Afspraken over bezorgen", .timeLimit(.minutes(1)))
struct AfsprakenTests {
    @Test("de pauzes groeien, met speling, en de laatste poging valt op het einde van de dag")
    func pauzes() throws {
        let begin = try #require(Instant.date("2027-01-11T09:00:00.000Z"))
        let terugval = Terugval()
        func pauze(_ pogingen: Int, _ toeval: Double, wachten: TimeInterval? = nil) -> TimeInterval? {
            terugval.volgende(na: pogingen, begonnen: begin, nu: begin, wachten: wachten, toeval: toeval)?
                .timeIntervalSince(begin)
        }
        #expect(pauze(1, 0.5) == 10)
        #expect(pauze(1, 0) == 8)
        #expect(pauze(2, 0.5) == 30)
        #expect(pauze(3, 0.5) == 90)
        #expect(pauze(30, 0.5) == TimeInterval(4 * 3600))
        #expect(pauze(1, 0.5, wachten: 120) == 120)
        let laat = begin.addingTimeInterval(23 * 3600)
        #expect(terugval.volgende(na: 30, begonnen: begin, nu: laat, toeval: 0.5) == begin.addingTimeInterval(86_400))
        #expect(terugval.volgende(na: 30, begonnen: begin, nu: begin.addingTimeInterval(86_400), toeval: 0.5) == nil)
        // However long it goes on: a day holds a bounded number of tries.
        var (nu, keren) = (begin, 1)
        while let volgende = terugval.volgende(na: keren, begonnen: begin, nu: nu, toeval: 0) {
            (nu, keren) = (volgende, keren + 1)
        }
        #expect((10...20).contains(keren))
        #expect(nu == begin.addingTimeInterval(86_400))
    }

    @Test("een gedeeld geheim ondertekent de melding zoals Standard Webhooks voorschrijft")
    func handtekening() async throws {
        // The example of the specification of Standard Webhooks.
        let geheim = try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let bekend = try Handtekening.waarde(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", tijd: "1614265330", inhoud: Data(#"{"test": 2432232314}"#.utf8), geheim: geheim)
        #expect(bekend == "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        let (opstelling, ontvanger) = (try Opstelling(), try await Ontvanger())
        opstelling.registreer("gemeente:0034", Bestemming(adres: ontvanger.adres, geheim: geheim))
        let id = try await opstelling.leg()
        try await opstelling.draai { ontvanger.posts.count == 1 }
        let post = try #require(ontvanger.posts.first)
        let tijd = try #require(post.kop["webhook-timestamp"])
        #expect(post.kop["webhook-id"] == id.uuidString.lowercased())
        let verwacht = try Handtekening.waarde(
            id: id.uuidString.lowercased(), tijd: tijd, inhoud: post.inhoud, geheim: geheim)
        #expect(post.kop["webhook-signature"] == "v1,\(verwacht)")
    }

    @Test("over wie niets uitgewisseld mag worden, gaat ook niets meer weg dat al klaarlag")
    func vervalt() async throws {
        let (opstelling, ontvanger) = (try Opstelling(), try await Ontvanger())
        opstelling.registreer("gemeente:0034", Bestemming(adres: ontvanger.adres))
        let (gestopt, ander) = (DossierID(UUID()), DossierID(UUID()))
        let eerste = try await opstelling.leg(over: gestopt)
        let tweede = try await opstelling.leg(over: ander)
        try await opstelling.draai(opstelling.bezorger { dossier, _ in dossier != gestopt }) {
            try await opstelling.toestand(tweede) == "bezorgd"
        }
        #expect(try await opstelling.toestand(eerste) == "vervallen")
        #expect(ontvanger.posts.count == 1)
    }

    @Test("een stop tijdens het wachten op de beurt geldt ook: er gaat niets meer weg")
    func stopTijdensWachten() async throws {
        let opstelling = try Opstelling()
        // One in 600 ms: the second waits for its turn when the stop is set.
        let ontvanger = try await Ontvanger(handdruk: ["WebHook-Allowed-Origin": "*", "WebHook-Allowed-Rate": "100"])
        opstelling.registreer("gemeente:0034", Bestemming(adres: ontvanger.adres))
        let gevraagd = Mutex(0)
        let gestopt = Mutex(false)
        let eerste = try await opstelling.leg()
        let tweede = try await opstelling.leg(over: DossierID(UUID()))
        let bezorger = opstelling.bezorger { _, soort in
            #expect(soort == "nl.inburgering.begeleiding.traject.gestart.v1")
            gevraagd.withLock { $0 += 1 }
            return !gestopt.withLock { $0 }
        }
        try await opstelling.draai(bezorger) {
            // The check before the wait said yes; then the stop is set.
            if gevraagd.withLock({ $0 }) == 1 { gestopt.withLock { $0 = true } }
            return try await opstelling.toestand(tweede) == "vervallen"
        }
        #expect(try await opstelling.toestand(eerste) == "bezorgd")
        #expect(gevraagd.withLock { $0 } == 2)
        #expect(ontvanger.posts.count == 1)
    }

    @Test("kan niemand zeggen of het weg mag, dan wacht het zonder poging te tellen, houdt het niemand op en vervalt het niet")
    func uitstel() async throws {
        let (opstelling, ontvanger) = (try Opstelling(), try await Ontvanger())
        opstelling.registreer("gemeente:0034", Bestemming(adres: ontvanger.adres))
        let weg = Mutex(true)
        let gevraagd = Mutex(0)
        let over = try await opstelling.leg(over: DossierID(UUID()))
        let nogEen = try await opstelling.leg(over: DossierID(UUID()))
        let zonder = try await opstelling.leg()
        let bezorger = opstelling.bezorger { _, _ in
            gevraagd.withLock { $0 += 1 }
            if weg.withLock({ $0 }) { throw Failure.unavailable(what: "intake") }
            return true
        }
        try await opstelling.draai(bezorger) {
            guard try await opstelling.toestand(zonder) == "bezorgd" else { return false }
            return gevraagd.withLock { $0 } > 2
        }
        for id in [over, nogEen] {
            #expect(try await opstelling.toestand(id) == "wacht")
            let stuk = try await opstelling.stuk(id)
            #expect((stuk.oorzaak, stuk.pogingen, stuk.status) == (.nietNaTeGaan, 0, nil))
        }
        #expect(ontvanger.posts.count == 1)
        weg.withLock { $0 = false }
        try await opstelling.draai(bezorger) {
            guard try await opstelling.toestand(over) == "bezorgd" else { return false }
            return try await opstelling.toestand(nogEen) == "bezorgd"
        }
        #expect(try await opstelling.stuk(over).pogingen == 1)
    }

    @Test("het tempo dat de ontvanger opgeeft, wordt niet overschreden")
    func tempo() async throws {
        let opstelling = try Opstelling()
        let ontvanger = try await Ontvanger(
            handdruk: ["WebHook-Allowed-Origin": "*", "WebHook-Allowed-Rate": "300"])
        opstelling.registreer("gemeente:0034", Bestemming(adres: ontvanger.adres))
        for _ in 1...4 { try await opstelling.leg() }
        try await opstelling.draai { ontvanger.posts.count == 4 }
        let posts = ontvanger.posts
        // 300 a minute is one in 200 ms.
        #expect(posts[3].op - posts[0].op > .milliseconds(550))
    }

    @Test(
        "zonder TLS, zonder bestemming of met een onleesbaar adres gaat er niets weg",
        arguments: [
            (Bestemming?.some(Bestemming(adres: "http://127.0.0.1:9/x")), Oorzaak.geenTLS), (Bestemming?.none, .geenBestemming),
            (Bestemming(adres: "https://naam:woord@voorbeeld.example/"), .adres), (Bestemming(adres: "ftp://a.example"), .adres),
        ])
    func ongeschikt(bestemming: Bestemming?, oorzaak: Oorzaak) async throws {
        let opstelling = try Opstelling()
        if let bestemming { opstelling.registreer("gemeente:0034", bestemming) }
        let id = try await opstelling.leg()
        try await opstelling.draai(opstelling.bezorger(alleenTLS: true)) { try await opstelling.toestand(id) == "mens" }
        #expect(try await opstelling.stuk(id).oorzaak == oorzaak)
    }

    @Test("een mens bezorgt opnieuw of geeft op; elke keer staat in de geschiedenis, en wie te laat is hoort dat")
    func doorEenMens() async throws {
        let opstelling = try Opstelling()
        let ontvanger = try await Ontvanger { keer, _ in (keer <= 2 ? 404 : 202, [:]) }
        opstelling.registreer("gemeente:0034", Bestemming(adres: ontvanger.adres))
        let (een, twee) = (try await opstelling.leg(), try await opstelling.leg())
        try await opstelling.draai { try await opstelling.store.read { try Postvak.aantallen($0).voorMens } == 2 }
        let lijst = try await opstelling.store.read { try Postvak.onbezorgd($0, aantal: 10) }
        #expect(Set(lijst.map(\.id)) == [een, twee])
        let vervolg = try await opstelling.store.read { try Postvak.onbezorgd($0, na: lijst[0].id, aantal: 10) }
        #expect(vervolg.map(\.id) == [lijst[1].id])
        try await opstelling.store.write { try Postvak.geefOp($0, een, versie: 1, reden: "adres bestaat niet meer") }
        await #expect(throws: Failure.self) { try await opstelling.store.write { try Postvak.opnieuw($0, een, versie: 1) } }
        await #expect(throws: Failure.self) { try await opstelling.store.write { try Postvak.opnieuw($0, een, versie: 2) } }
        #expect(try await opstelling.store.write { try Postvak.allesOpnieuw($0) } == 1)
        try await opstelling.draai { try await opstelling.toestand(twee) == "bezorgd" }
        #expect(try await opstelling.toestand(een) == "opgegeven")
        let redenen = try await opstelling.store.read {
            try String.fetchAll($0, sql: "SELECT waarom FROM wegwijs_historie ORDER BY volgnummer")
        }
        // Of each notification also how it stood before somebody changed it.
        #expect(redenen == ["eerste stand", "opgegeven: adres bestaat niet meer", "eerste stand", "opnieuw bezorgen"])
    }
}
