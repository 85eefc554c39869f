// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@Suite("Enveloppen en momenten met de hand geschreven", .timeLimit(.minutes(1)))
struct EnvelopTests {
    @Test(
        "de korte weg schrijft en leest precies wat de lange weg schrijft en leest",
        arguments: [
            Envelope(id: UUID(), source: "urn:wegwijs:intake", type: "nl.wegwijs.a.v1", time: proefmoment),
            Envelope(
                id: UUID(), source: "urn:wegwijs:intake", type: "nl.wegwijs.a.v1",
                subject: "01990000-0000-7000-8000-000000000000",
                time: Instant.date("2027-01-01T09:00:00.123Z") ?? proefmoment, correlationid: UUID(), causationid: UUID(),
                traceparent: "00-ab-cd-01"),
            Envelope(id: UUID(), source: "urn:\"vreemd\"/\\", type: "t\n", subject: "élève 😀", time: proefmoment),
            Envelope(id: UUID(), source: "s", type: "t", subject: "élève 😀/\u{7f}", time: proefmoment),
            Envelope(
                id: UUID(), source: "s", type: "t", time: proefmoment, actor: Actor.service(purpose: "x"), deadline: proefmoment),
        ])
    func same(_ envelope: Envelope) throws {
        let long = try MessageCoding.encode(envelope)
        #expect(try envelope.json() == long)
        #expect(try Envelope(json: long) == envelope)
        #expect(try MessageCoding.decode(Envelope.self, from: long) == envelope)
    }

    @Test("onbekende velden, andere volgorde en witruimte worden gelezen; wat geen envelop is niet")
    func reading() throws {
        let id = UUID()
        let text = """
            {"type":"t", "later":{"a":[1]}, "time":"2027-01-01T09:00:00Z", "source":"s", "id":"\(id.uuidString.lowercased())"}
            """
        #expect(try Envelope(json: Data(text.utf8)) == Envelope(id: id, source: "s", type: "t", time: proefmoment))
        for bad in [
            "", "{", "{}", "[]", #"{"id":"x","source":"s","time":"2027-01-01T09:00:00.000Z","type":"t"}"#,
            #"{"id":"\#(id)","source":"s","time":"2027-02-30T09:00:00.000Z","type":"t"}"#,
            #"{"id":"\#(id)","source":"s","time":"2027-01-01T09:00:00.000Z","type":"t"}x"#,
        ] {
            #expect(throws: (any Error).self) { try Envelope(json: Data(bad.utf8)) }
        }
    }

    @Test("een moment verandert niet door schrijven en lezen, ook geen duizendste")
    func instants() throws {
        for millisecond in 0..<1000 {
            let text = "2027-03-28T01:59:59.\(String(format: "%03d", millisecond))Z"
            let date = try #require(Instant.date(text))
            #expect(Instant.text(date) == text)
        }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for days in stride(from: -141_000, to: 2_900_000, by: 997) {
            let date = Date(timeIntervalSince1970: Double(days) * 86400 + 43_200)
            #expect(Instant.text(date) == date.formatted(style))
            #expect(Instant.date(Instant.text(date)) == date)
        }
        #expect(Instant.date("2027-01-01T10:00:00+01:00") == proefmoment)
        #expect(Instant.date("2027-01-01T08:30:00.0009-00:30") == proefmoment)
        #expect(Instant.date("2028-02-29T09:00:00.5Z").map(Instant.text) == "2028-02-29T09:00:00.500Z")
        for bad in [
            "2027-02-29T09:00:00Z", "2027-01-01T24:00:00Z", "2027-01-01T09:00:00", "2027-01-01T09:00:00.Z", "2027-01-01", "",
        ] {
            #expect(Instant.date(bad) == nil)
        }
        #expect(Instant.date("2027-13-01T10:00:00.000Z") == nil)
        #expect(Instant.date("gisteren") == nil)
    }
}
