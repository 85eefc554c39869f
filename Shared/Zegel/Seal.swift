// SPDX-License-Identifier: EUPL-1.2
import CSodium
import Foundation

/// Seals fields and files: XChaCha20-Poly1305 with a random nonce, so that keys may be used for as many messages as one likes.
///
/// The context says what the sealed thing is and where it belongs (`notitie:<traject>:<id>`). It is not stored: who opens
/// must say the same, so that a sealed field moved to another record does not open there.
///
/// Layout: version byte 1, nonce of 24 bytes, ciphertext, tag of 16 bytes.
public enum Seal {
    static let version: UInt8 = 1
    static let nonceLength = 24
    static let tagLength = 16
    /// How much longer the sealed form is.
    public static let overhead = 1 + nonceLength + tagLength

    public static func seal(_ plaintext: Data, with key: SealKey, context: String) throws(SealError) -> Data {
        let nonce = try SecureRandom.bytes(nonceLength)
        var sealed = Data(count: overhead + plaintext.count)
        sealed[0] = version
        sealed.replaceSubrange(1...nonceLength, with: nonce)
        var written: UInt64 = 0
        let plain = [UInt8](plaintext)
        let extra = [UInt8](context.utf8)
        let nonceBytes = [UInt8](nonce)
        let result = sealed.withUnsafeMutableBytes { sealed -> Int32 in
            guard let start = sealed.baseAddress else { return -1 }
            let cipher = start.advanced(by: 1 + nonceLength).assumingMemoryBound(to: UInt8.self)
            return key.withBytes { key in
                crypto_aead_xchacha20poly1305_ietf_encrypt(
                    cipher, &written, plain, UInt64(plain.count), extra, UInt64(extra.count), nil, nonceBytes, key)
            }
        }
        guard result == 0, written == plaintext.count + tagLength else { throw .unavailable }
        return sealed
    }

    /// - Throws: `SealError.unreadable` for what was never sealed by this, `SealError.notAuthentic` for another key, another
    ///   context or changed bytes.
    public static func open(_ sealed: Data, with key: SealKey, context: String) throws(SealError) -> Data {
        try Sodium.prepare()
        guard sealed.count >= overhead, sealed.first == version else { throw .unreadable }
        let nonce = [UInt8](sealed.dropFirst().prefix(nonceLength))
        let cipher = [UInt8](sealed.dropFirst(1 + nonceLength))
        let extra = [UInt8](context.utf8)
        // One byte more than needed, so that an empty plaintext still has an address.
        var plain = [UInt8](repeating: 0, count: cipher.count - tagLength + 1)
        var written: UInt64 = 0
        let result = key.withBytes { key in
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                &plain, &written, nil, cipher, UInt64(cipher.count), extra, UInt64(extra.count), nonce, key)
        }
        guard result == 0 else { throw .notAuthentic }
        return Data(plain.prefix(Int(written)))
    }

    public static func seal(_ text: String, with key: SealKey, context: String) throws(SealError) -> Data {
        try seal(Data(text.utf8), with: key, context: context)
    }

    /// Opens what was sealed as text.
    public static func openText(_ sealed: Data, with key: SealKey, context: String) throws(SealError) -> String {
        guard let text = String(data: try open(sealed, with: key, context: context), encoding: .utf8) else {
            throw .unreadable
        }
        return text
    }
}
