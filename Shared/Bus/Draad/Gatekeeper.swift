// SPDX-License-Identifier: EUPL-1.2
import Berichten
import CZeroMQ
import Foundation

/// The ZAP handler (RFC 27): says for every handshake whose key it is. Bound in the same context before the first server
/// binds. With option 93 and a domain set, no handler means that nobody comes in.
struct Gatekeeper {
    static let address = "inproc://zeromq.zap.01"
    private let names: [Data: ServiceName]

    /// - Parameter keys: Z85 text; a text that is no key is left out, so that nobody can prove to have it.
    init(_ keys: [ServiceName: String]) {
        names = Dictionary(
            keys.compactMap { service, key in CurveKeyPair.raw(key).map { ($0, service) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The answer to one ZAP request, and whether it was a yes. The user id becomes the `User-Id` of every message of that
    /// connection.
    func answer(_ request: [Data]) -> (reply: [Data], isKnown: Bool) {
        let requestID = request.count > 1 ? request[1] : Data()
        func reply(_ code: String, _ text: String, user: String = "") -> [Data] {
            [Data("1.0".utf8), requestID, Data(code.utf8), Data(text.utf8), Data(user.utf8), Data()]
        }
        guard request.count == 7, request[0] == Data("1.0".utf8), request[2] == Data(SocketOptions.domain.utf8),
            request[5] == Data("CURVE".utf8), let name = names[request[6]]
        else { return (reply("400", "unknown key"), false) }
        return (reply("200", "ok", user: name.rawValue), true)
    }
}
