// SPDX-License-Identifier: EUPL-1.2
import CZeroMQ
import Foundation

/// The key pair that proves which service a process is. Both halves are Z85 text of forty characters.
public struct CurveKeyPair: Sendable, Equatable {
    public let publicKey: String
    public let secretKey: String

    public init(publicKey: String, secretKey: String) { (self.publicKey, self.secretKey) = (publicKey, secretKey) }

    /// A new pair, from the random numbers of libsodium. Throws `BusError` where libzmq was built without CURVE.
    public static func generate() throws -> CurveKeyPair {
        var publicText = [CChar](repeating: 0, count: 41)
        var secretText = [CChar](repeating: 0, count: 41)
        guard zmq_curve_keypair(&publicText, &secretText) == 0 else {
            throw BusError.system("zmq_curve_keypair", code: zmq_errno())
        }
        return CurveKeyPair(publicKey: text(publicText), secretKey: text(secretText))
    }

    /// The pair of a secret key. Throws `BusError.key` when the text is no key.
    public init(secretKey: String) throws {
        var publicText = [CChar](repeating: 0, count: 41)
        guard Self.isKey(secretKey), zmq_curve_public(&publicText, secretKey) == 0 else {
            throw BusError.key("a secret key must be forty characters of Z85")
        }
        self.init(publicKey: Self.text(publicText), secretKey: secretKey)
    }

    /// Whether the text has the form of a key.
    public static func isKey(_ text: String) -> Bool { raw(text) != nil }

    /// The thirty-two bytes behind a key, as ZAP shows them.
    static func raw(_ key: String) -> Data? {
        guard key.utf8.count == 40 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 32)
        guard zmq_z85_decode(&bytes, key) != nil else { return nil }
        return Data(bytes)
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
