// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import Synchronization
import Testing
import Web

@testable import PortaalApp

/// Services that answer every question with the example of its answer on the wire, and that refuse commands as told.
final class Voorbeeldbus: Asker, Sendable {
    struct Stand: Sendable {
        /// What a command gets, by order; after the last one commands are done.
        var geweigerd: [Failure] = []
        /// What was asked, by type, and as JSON.
        var opdrachten: [(soort: String, inhoud: String)] = []
        /// What was asked, in which roles.
        var vragen: [(soort: String, inhoud: String, rollen: Set<Role>)] = []
    }
    let stand = Mutex(Stand())
    private let anders: @Sendable (any Query, Data) throws -> Data
    private let geen = NoPeers()

    /// - Parameter anders: another answer than the example, made of it.
    init(anders: @escaping @Sendable (any Query, Data) throws -> Data = { $1 }) { self.anders = anders }

    private static let map = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "BerichtenTests/Voorbeelden")

    private static func antwoord(_ type: String) -> Data? {
        try? Data(contentsOf: map.appending(path: "\(type.dropFirst("nl.wegwijs.".count)).antwoord.json"))
    }

    func ask<Q: Query>(_ query: Q, as actor: Actor, because cause: Envelope?, within limit: Duration) async throws
        -> Q.Answer
    {
        let inhoud = String(decoding: try MessageCoding.encode(query), as: UTF8.self)
        stand.withLock { $0.vragen.append((Q.type, inhoud, actor.roles)) }
        guard let data = Self.antwoord(Q.type) else { throw Failure.unavailable(what: Q.service.rawValue) }
        return try MessageCoding.decode(Q.Answer.self, from: try anders(query, data))
    }

    func send<C: Command>(_ command: C, id: UUID?, as actor: Actor, because cause: Envelope?, within limit: Duration)
        async throws -> C.Answer
    {
        let inhoud = String(decoding: try MessageCoding.encode(command), as: UTF8.self)
        let nee = stand.withLock { stand -> Failure? in
            stand.opdrachten.append((C.type, inhoud))
            return stand.geweigerd.isEmpty ? nil : stand.geweigerd.removeFirst()
        }
        if let nee { throw nee }
        return try MessageCoding.decode(C.Answer.self, from: Self.antwoord(C.type) ?? Data("{}".utf8))
    }

    func ask<O: OperatorRequest>(
        _ request: O, of service: ServiceName, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> O.Answer { try await geen.ask(request, of: service, as: actor, because: cause, within: limit) }
    func status() async -> BusStatus { await geen.status() }
}

extension InProcessClient<PortaalContext>.Answer {
    /// The hidden fields of the page, as the browser would send them.
    var verborgen: [(String, String)] {
        text.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
            (String($0.output.1), String($0.output.2).uitHTML)
        }
    }
}

extension String {
    fileprivate var uitHTML: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }
}
