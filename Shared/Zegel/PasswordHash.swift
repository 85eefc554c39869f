// SPDX-License-Identifier: EUPL-1.2
import CSodium
import Foundation

/// Passwords, hashed with Argon2id at libsodium's "interactive" cost: about 0.1 s and 64 MiB each.
///
/// The work runs on threads of its own, at most two at once: a burst of sign-ins may wait, but never takes all memory and
/// never stops the other work of the process.
public enum PasswordHash {
    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.name = "wachtwoorden"
        queue.maxConcurrentOperationCount = 2
        return queue
    }()

    /// The hash as text that carries its own salt and cost.
    public static func make(_ password: String) async throws -> String {
        try Sodium.prepare()
        return try await onQueue { () throws(SealError) -> String in
            var out = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
            let bytes = password.utf8.map { CChar(bitPattern: $0) }
            let result = crypto_pwhash_str(
                &out, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()),
                crypto_pwhash_memlimit_interactive())
            guard result == 0 else { throw .noMemory }
            return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// Whether this is the password. Takes the same time for a right and a wrong one.
    public static func matches(_ password: String, hash: String) async throws -> Bool {
        try Sodium.prepare()
        return try await onQueue { () throws(SealError) -> Bool in
            let bytes = password.utf8.map { CChar(bitPattern: $0) }
            return hash.withCString { crypto_pwhash_str_verify($0, bytes, UInt64(bytes.count)) } == 0
        }
    }

    private static func onQueue<Value: Sendable>(
        _ work: @escaping @Sendable () throws(SealError) -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
            queue.addOperation {
                do throws(SealError) {
                    continuation.resume(returning: try work())
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
