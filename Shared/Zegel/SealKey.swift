// SPDX-License-Identifier: EUPL-1.2
import CSodium
import Foundation

/// A secret key of 32 bytes. Prints as nothing, is compared in constant time, and is wiped when the last holder lets go.
public struct SealKey: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public static let length = 32
    private let secret: Secret

    /// - Throws: `SealError.keyLength` when there are not exactly 32 bytes.
    public init(_ bytes: Data) throws(SealError) {
        try Sodium.prepare()
        guard bytes.count == Self.length else { throw .keyLength(bytes.count) }
        secret = Secret(bytes)
    }

    /// A new key from the system's chance.
    public static func random() throws(SealError) -> SealKey {
        try SealKey(SecureRandom.bytes(length))
    }

    /// A copy of the bytes, for who must store them wrapped or hand them over a sealed channel.
    public var exported: Data { secret.withBytes { Data(bytes: $0, count: Self.length) } }

    /// A key for another use, from this one: the same context always gives the same key, and none tells of the others.
    public func derived(for context: String) throws(SealError) -> SealKey {
        try SealKey(KeyedHash.blake2b(Array(context.utf8), key: self, length: Self.length))
    }

    func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result { secret.withBytes(body) }

    public static func == (left: SealKey, right: SealKey) -> Bool { ConstantTime.equal(left.exported, right.exported) }
    public var description: String { "SealKey(…)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The memory of a key. Written once, read by many, wiped at the end.
private final class Secret: Sendable {
    private nonisolated(unsafe) let bytes: UnsafeMutablePointer<UInt8>
    private let count: Int

    init(_ data: Data) {
        count = data.count
        bytes = .allocate(capacity: data.count)
        data.copyBytes(to: bytes, count: data.count)
    }

    deinit {
        sodium_memzero(bytes, count)
        bytes.deallocate()
    }

    func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        defer { withExtendedLifetime(self) {} }
        return body(UnsafePointer(bytes))
    }
}
