// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes
import Hummingbird

/// Writes and reads our own cookies. With TLS the name gets the prefix `__Host-`, which makes the browser refuse the cookie
/// from a subdomain or over plain HTTP.
public struct CookieJar: Sendable {
    public let tls: Bool
    public init(tls: Bool) { self.tls = tls }

    public func name(_ name: String) -> String { tls ? "__Host-\(name)" : name }

    /// The value of a cookie. Nil when it is missing or came twice, which only an attacker does.
    public func read(_ cookie: String, from request: Request) -> String? {
        let wanted = name(cookie)
        let found = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { pair -> String? in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].trimmingPrefix(while: \.isWhitespace) == wanted else { return nil }
            return String(halves[1])
        }
        return found.count == 1 ? found[0] : nil
    }

    /// - Parameter seconds: how long the browser keeps it; nil until it closes.
    public func write(_ cookie: String, _ value: String, seconds: Int? = nil, to response: inout Response) {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        response.headers.append(
            HTTPField(
                name: .setCookie, value: "\(name(cookie))=\(value); Path=/\(age); HttpOnly; SameSite=Lax\(tls ? "; Secure" : "")")
        )
    }

    public func clear(_ cookie: String, from response: inout Response) { write(cookie, "", seconds: 0, to: &response) }
}
