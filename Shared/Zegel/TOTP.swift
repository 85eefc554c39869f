// SPDX-License-Identifier: EUPL-1.2
import CCrypto
import Foundation

/// The second factor: six digits that follow from a shared secret and the time (RFC 6238, HMAC-SHA-1, thirty seconds),
/// as every authenticator app makes them. Counts real time, never the clock of the synthetic city.
public struct TOTP: Sendable {
    private let secret: Data
    /// Length of one step in seconds.
    public static let step: Int64 = 30

    public init(secret: Data) { self.secret = secret }

    /// - Throws: `SealError.unreadable` when the text is no base32 (RFC 4648, padding optional).
    public init(base32 text: String) throws(SealError) {
        guard let secret = Base32.decode(text) else { throw .unreadable }
        self.secret = secret
    }

    /// The number of the step in which an instant falls.
    public static func counter(at instant: Date) -> Int64 { Int64(instant.timeIntervalSince1970) / step }

    public func code(at instant: Date) throws(SealError) -> String { try code(counter: Self.counter(at: instant)) }

    /// The code of one step (RFC 4226).
    public func code(counter: Int64) throws(SealError) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * Int64($0))) }
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        let result = secret.withUnsafeBytes { key in
            HMAC(EVP_sha1(), key.baseAddress, Int32(key.count), message, message.count, &digest, &length)
        }
        guard result != nil, length == 20 else { throw .unreadable }
        let offset = Int(digest[19] & 0x0F)
        let value =
            (UInt32(digest[offset] & 0x7F) << 24) | (UInt32(digest[offset + 1]) << 16) | (UInt32(digest[offset + 2]) << 8)
            | UInt32(digest[offset + 3])
        let digits = String(value % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step of a code that is right now or was one step ago or will be the next, since phones run a little off; nil
    /// when it is wrong. Whoever takes it keeps the step, so that no code is taken twice.
    public func counter(of code: String, at instant: Date) throws(SealError) -> Int64? {
        let present = Self.counter(at: instant)
        for counter in [present, present - 1, present + 1] where ConstantTime.equal(try self.code(counter: counter), code) {
            return counter
        }
        return nil
    }
}

/// Base32 of RFC 4648, the form in which authenticator apps take a secret.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func encode(_ data: Data) -> String {
        var text: [UInt8] = []
        var bits = 0
        var value: UInt32 = 0
        for byte in data {
            value = (value << 8) | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int((value >> UInt32(bits)) & 31)])
            }
            value &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(alphabet[Int((value << UInt32(5 - bits)) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    public static func decode(_ text: String) -> Data? {
        var data = Data()
        var bits = 0
        var value: UInt32 = 0
        for byte in text.uppercased().utf8 where byte != UInt8(ascii: "=") && byte != UInt8(ascii: " ") {
            guard let index = alphabet.firstIndex(of: byte) else { return nil }
            value = (value << 5) | UInt32(index)
            bits += 5
            if bits >= 8 {
                bits -= 8
                data.append(UInt8((value >> UInt32(bits)) & 0xFF))
                value &= (1 << UInt32(bits)) - 1
            }
        }
        return data
    }
}
