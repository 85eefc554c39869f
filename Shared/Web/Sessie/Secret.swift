// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Zegel

/// The random secret of a session, and what is derived from it.
public struct Secret: Sendable, Equatable {
    private let key: SealKey

    /// 32 bytes from the system's source of chance.
    public static func random() throws -> Secret { Secret(key: try SealKey.random()) }

    private init(key: SealKey) { self.key = key }

    /// Reads the text form back; nil for anything that is not 32 bytes.
    public init?(_ text: String) {
        guard let data = Base64URL.decode(text), let key = try? SealKey(data) else { return nil }
        self.key = key
    }

    /// The text form for a cookie: base64url without padding.
    public var text: String { Base64URL.encode(key.exported) }

    /// SHA-256: what a store keeps, so that a stolen store opens no session.
    public func hash() throws -> Data { try SHA256.hash(key.exported) }

    /// A MAC of a text under this secret: for a CSRF token or a signed cookie.
    public func sign(_ text: String) -> String {
        // A key derived for the text is its keyed hash; nothing else is ever derived from this secret.
        (try? key.derived(for: text)).map { Base64URL.encode($0.exported) } ?? ""
    }

    /// Compares in a time that does not tell how much was right.
    public func verify(_ signature: String, of text: String) -> Bool {
        !signature.isEmpty && ConstantTime.equal(signature, sign(text))
    }
}

/// Base64 with the alphabet for URLs and cookies, without padding (RFC 4648, section 5).
public enum Base64URL {
    public static func encode(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    public static func decode(_ text: String) -> Data? {
        guard
            text.utf8.allSatisfy({
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
            })
        else { return nil }
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}
