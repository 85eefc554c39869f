// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The system of a gemeente that hands people over. It knows the published interface and nothing else.
public struct Gemeente: Sendable {
    /// A test OIN, as in the contract file of Almere.
    public static let oin = "00000099000000000003"
    /// The OIN of the organisation that gets the message.
    public static let doel = "00000099000000000001"

    let door: HTTPCaller
    let token: String

    public init(port: Int, token: String) {
        door = HTTPCaller(port: port)
        self.token = token
    }

    /// One message as it goes over the line. The same bytes may be sent again until there is an answer.
    public struct Bericht: Sendable {
        public var id: String
        public var body: Data
    }

    public static func bericht(_ aanmelding: StadAanmelding, id: UUID, at time: Date) throws -> Bericht {
        struct Event: Encodable {
            var specversion = "1.0"
            var id: String
            var source: String
            var type = "nl.inburgering.begeleiding.aangemeld.v1"
            var subject: String
            var time: String
            var datacontenttype = "application/json"
            var data: StadAanmelding
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = id.uuidString.lowercased()
        return Bericht(
            id: text,
            body: try encoder.encode(
                Event(
                    id: text, source: "urn:nld:oin:\(oin):systeem:regiesysteem-inburgering", subject: aanmelding.aanmeldingId,
                    time: time.formatted(.iso8601), data: aanmelding)))
    }

    public func send(_ bericht: Bericht) async throws -> HTTPCaller.Answer {
        try await door.send(
            "POST", "/v1/aanmeldingen",
            headers: [
                ("content-type", "application/cloudevents+json"), ("authorization", "Bearer \(token)"), ("berichtId", bericht.id),
                ("bron", Self.oin), ("doel", Self.doel),
            ], body: bericht.body)
    }

    /// Sends until there is a final answer, as a careful sender does: no answer, 429 and 5xx are tried again.
    public func deliver(_ bericht: Bericht, tries: Int = 200) async throws -> HTTPCaller.Answer {
        var pause = Duration.milliseconds(50)
        for attempt in 1...tries {
            if let answer = try? await send(bericht), answer.status != 429, answer.status < 500 { return answer }
            if attempt < tries { try await Task.sleep(for: pause) }
            pause = min(pause * 2, .seconds(1))
        }
        throw HTTPCaller.NoAnswer(description: "bericht \(bericht.id) is niet afgeleverd")
    }

    /// Where an aanmelding stands, as the gemeente may ask it.
    public func state(of aanmelding: String) async throws -> HTTPCaller.Answer {
        try await door.send(
            "GET", "/v1/aanmeldingen/\(aanmelding)",
            headers: [("authorization", "Bearer \(token)"), ("bron", Self.oin), ("doel", Self.doel)])
    }
}
