// SPDX-License-Identifier: EUPL-1.2
import CSodium
import Foundation

/// Random secrets and what is derived from them, through libsodium.
public struct Secret: Sendable, Equatable {
    public let bytes: [UInt8]

    /// 32 random bytes.
    public static func random() -> Secret {
        _ = ready
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        return Secret(bytes: bytes)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the text form back; nil for anything that is not 32 bytes.
    public init?(_ text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The text form for a cookie: base64url without padding.
    public var text: String { Base64URL.encode(bytes) }

    /// SHA-256 of the bytes: what a store keeps, so that a stolen store opens no session.
    public var hash: Data { Data(SHA256.digest(bytes)) }

    /// HMAC-SHA-256 of a text under this secret: for a CSRF token or a signed cookie.
    public func sign(_ text: String) -> String {
        _ = Self.ready
        var mac = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_bytes()))
        let message = Array(text.utf8)
        crypto_auth_hmacsha256(&mac, message, UInt64(message.count), bytes)
        return Base64URL.encode(mac)
    }

    /// Compares in a time that does not tell how much was right.
    public func verify(_ signature: String, of text: String) -> Bool { ConstantTime.equal(Array(signature.utf8), Array(sign(text).utf8)) }

    static let ready: Bool = sodium_init() >= 0
}

public enum SHA256 {
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}

public enum ConstantTime {
    /// Whether two byte strings are equal, in a time that depends only on their lengths.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}

/// Base64 with the alphabet for URLs and cookies, without padding (RFC 4648, section 5).
public enum Base64URL {
    public static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    public static func decode(_ text: String) -> [UInt8]? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95 })
        else { return nil }
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)).map(Array.init)
    }
}
