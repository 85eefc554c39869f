// SPDX-License-Identifier: EUPL-1.2
import CCrypto
import CSodium
import Foundation

/// SHA-256, at once or piece by piece (a file that comes in chunks).
public struct SHA256: Sendable {
    private var state = crypto_hash_sha256_state()

    public init() throws(SealError) {
        try Sodium.prepare()
        crypto_hash_sha256_init(&state)
    }

    public mutating func update(_ data: Data) {
        data.withUnsafeBytes { buffer in
            guard let base = buffer.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
            crypto_hash_sha256_update(&state, base, UInt64(buffer.count))
        }
    }

    /// The hash of all that was put in. Put nothing in after this.
    public mutating func finish() -> Data {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256_final(&state, &digest)
        return Data(digest)
    }

    public static func hash(_ data: Data) throws(SealError) -> Data {
        // OpenSSL takes the processor's own instructions, libsodium does not: a fifth of the time for a page of 20 kB.
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        let isDone = data.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha256(), nil) }
        guard isDone == 1 else { throw SealError.unavailable }
        return Data(digest)
    }

    /// The hash as lower-case hexadecimal text.
    public static func hex(_ data: Data) throws(SealError) -> String { Hex.text(try hash(data)) }
}

/// Bytes as lower-case hexadecimal text.
public enum Hex {
    public static func text(_ data: Data) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(data.count * 2)
        for byte in data {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// HMAC-SHA256 (RFC 2104): shows a receiver who holds the same secret that we sent these bytes.
public enum HMACSHA256 {
    public static func code(_ data: Data, key: Data) throws(SealError) -> Data {
        try Sodium.prepare()
        var state = crypto_auth_hmacsha256_state()
        let (keyBytes, input) = ([UInt8](key), [UInt8](data))
        crypto_auth_hmacsha256_init(&state, keyBytes, keyBytes.count)
        crypto_auth_hmacsha256_update(&state, input, UInt64(input.count))
        var out = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_bytes()))
        crypto_auth_hmacsha256_final(&state, &out)
        return Data(out)
    }
}

enum KeyedHash {
    static func blake2b(_ input: [UInt8], key: SealKey, length: Int) throws(SealError) -> Data {
        try Sodium.prepare()
        var out = [UInt8](repeating: 0, count: length)
        let result = key.withBytes { key in
            crypto_generichash(&out, out.count, input, UInt64(input.count), key, SealKey.length)
        }
        guard result == 0 else { throw .unavailable }
        return Data(out)
    }
}

/// Finds a sealed value without opening it: the same text under the same key and field gives the same 16 bytes. Text is
/// compared without spaces, dashes, dots and case, so that `NL91 ABNA 0417` finds `nl91abna0417`.
public struct BlindIndex: Sendable {
    private let key: SealKey
    /// - Parameter key: a key of its own, the same for the whole store: it must outlive the keys of persons.
    public init(key: SealKey) { self.key = key }

    /// - Parameter field: what kind of value it is (`bsn`), so that equal texts of two kinds do not meet.
    public func value(_ text: String, field: String) throws(SealError) -> Data {
        var input = Array(field.utf8)
        input.append(0)
        if !Self.appendASCII(text, to: &input) { input += Self.normalised(text).utf8 }
        return try KeyedHash.blake2b(input, key: key, length: 16)
    }

    /// The same as `normalised` where all is ASCII, as nearly everything is; false, and nothing appended, for other text.
    private static func appendASCII(_ text: String, to input: inout [UInt8]) -> Bool {
        let begin = input.count
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): input.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): input.append(byte)
            case 0x80...:
                input.removeSubrange(begin...)
                return false
            default: break
            }
        }
        return true
    }

    static func normalised(_ text: String) -> String {
        String(text.precomposedStringWithCompatibilityMapping.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

/// Bearer tokens are stored as their hash: who reads the store cannot use them. They have 256 bits of chance, so a plain
/// hash is enough; passwords need `PasswordHash`.
public enum Token {
    public static func make() throws(SealError) -> String { try SecureRandom.token() }
    public static func hash(_ token: String) throws(SealError) -> Data { try SHA256.hash(Data(token.utf8)) }
    public static func matches(_ token: String, hash: Data) throws(SealError) -> Bool {
        ConstantTime.equal(try Self.hash(token), hash)
    }
}
