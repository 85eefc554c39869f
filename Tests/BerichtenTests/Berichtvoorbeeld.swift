// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

@testable import Berichten

/// A message or answer as it is on the wire, in a file of its own, and the way there and back through its type.
struct Berichtvoorbeeld: Sendable, CustomTestStringConvertible {
    let bestand: String
    let rondje: @Sendable (Data) throws -> Data
    var testDescription: String { bestand }

    init<M: Message>(_ type: M.Type) {
        bestand = String(M.type.dropFirst("nl.wegwijs.".count))
        rondje = { try Self.rondje(M.self, $0) }
    }

    /// Another example of the same message, in a file of its own.
    init<M: Message>(_ type: M.Type, variant: String) {
        bestand = String(M.type.dropFirst("nl.wegwijs.".count)) + ".\(variant)"
        rondje = { try Self.rondje(M.self, $0) }
    }

    /// The answer of a query or command.
    init<M: Message, Answer: Codable & Sendable>(_ type: M.Type, antwoord: Answer.Type) {
        bestand = String(M.type.dropFirst("nl.wegwijs.".count)) + ".antwoord"
        rondje = { try Self.rondje(Answer.self, $0) }
    }

    /// As messages are read and written: the same bytes as Foundation's encoder, and what the own reader makes of them is what
    /// was written.
    private static func rondje<Waarde: Codable>(_ type: Waarde.Type, _ data: Data) throws -> Data {
        let waarde = try MessageCoding.decode(type, from: data)
        let geschreven = try MessageCoding.encode(waarde)
        #expect(geschreven == (try MessageCoding.reference.encode(waarde)))
        let gelezen = try #require(JSONReader.read(type, from: geschreven), "niet de korte weg")
        #expect(try MessageCoding.encode(gelezen) == geschreven)
        return geschreven
    }

    /// Holds the file against what its type reads and writes: nothing is lost, and nothing is added.
    func controleer() throws {
        #expect(try Self.json(try rondje(try data())) == Self.json(try data()))
    }

    /// A reader of this version meets a message of a later one, with a field more in every object.
    func controleerLaterVeld() throws {
        let newer = try JSONSerialization.data(withJSONObject: Self.metExtraVeld(try Self.json(try data())))
        #expect(try Self.json(try rondje(newer)) == Self.json(try data()))
    }

    private func data() throws -> Data {
        let url = try #require(
            Voorbeeldmap.bestand(bestand), "\(bestand)")
        return try Data(contentsOf: url)
    }

    private static func json(_ data: Data) throws -> NSObject {
        try #require(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as? NSObject)
    }

    private static func metExtraVeld(_ value: Any) -> Any {
        switch value {
        case let object as [String: Any]: object.mapValues(metExtraVeld).merging(["laterToegevoegd": ["a": 1]]) { $1 }
        case let list as [Any]: list.map(metExtraVeld)
        default: value
        }
    }
}
