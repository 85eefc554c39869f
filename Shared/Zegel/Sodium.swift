// SPDX-License-Identifier: EUPL-1.2
import CSodium
import Foundation

/// What can go wrong with sealed things. Says nothing about what was sealed.
public enum SealError: Error, Sendable, Equatable {
    /// libsodium could not be set up: no source of chance.
    case unavailable
    /// A key must have 32 bytes.
    case keyLength(Int)
    /// The sealed bytes are too short or of a version that this program does not know.
    case unreadable
    /// The key or the context is another than the one it was sealed with, or the bytes were changed.
    case notAuthentic
    /// There is not enough memory to hash a password.
    case noMemory
}

enum Sodium {
    // A static constant is made once, by whichever thread comes first; sodium_init itself may be called again safely.
    private static let isReady: Bool = sodium_init() >= 0

    /// Sets libsodium up. Every door of this module passes here first.
    static func prepare() throws(SealError) {
        guard isReady else { throw .unavailable }
    }
}

/// Bytes that nobody can foretell, from the system's source by way of libsodium.
public enum SecureRandom {
    public static func bytes(_ count: Int) throws(SealError) -> Data {
        try Sodium.prepare()
        var data = Data(count: max(0, count))
        data.withUnsafeMutableBytes { buffer in
            if let base = buffer.baseAddress { randombytes_buf(base, buffer.count) }
        }
        return data
    }

    /// A token for a URL or a cookie: base64url without padding, six bits a character.
    public static func token(bytes count: Int = 32) throws(SealError) -> String {
        try bytes(count).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}

/// Compares secrets in a time that does not depend on where they differ.
public enum ConstantTime {
    public static func equal(_ left: Data, _ right: Data) -> Bool {
        guard left.count == right.count else { return false }
        if left.isEmpty { return true }
        return left.withUnsafeBytes { l in
            right.withUnsafeBytes { r in
                guard let l = l.baseAddress, let r = r.baseAddress else { return false }
                return sodium_memcmp(l, r, left.count) == 0
            }
        }
    }

    public static func equal(_ left: String, _ right: String) -> Bool {
        equal(Data(left.utf8), Data(right.utf8))
    }
}
