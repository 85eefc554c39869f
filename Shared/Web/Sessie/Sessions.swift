// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A session as the store keeps it: never the secret itself, only its SHA-256.
public struct SessionRecord: Sendable, Equatable {
    /// SHA-256 of the secret in the cookie.
    public var hash: Data
    /// Whose session it is: the text form of the user's id.
    public var subject: String
    /// How far the sign-in is.
    public var stage: Stage
    public var begunAt: Date
    public var seenAt: Date

    public enum Stage: String, Sendable {
        /// The password was right; the second factor still has to come.
        case half
        case full
    }

    public init(hash: Data, subject: String, stage: Stage, begunAt: Date, seenAt: Date) {
        (self.hash, self.subject, self.stage, self.begunAt, self.seenAt) = (hash, subject, stage, begunAt, seenAt)
    }
}

/// Where sessions are kept. Portaal does it in its own SQLite store.
public protocol SessionStore: Sendable {
    func insert(_ record: SessionRecord) async throws
    func find(hash: Data) async throws -> SessionRecord?
    func touch(hash: Data, at: Date) async throws
    func remove(hash: Data) async throws
    /// Ends every session of a user: on deactivation or a new password.
    func removeAll(subject: String) async throws
}

/// The rules of sessions. They run on real time, whatever the clock of the field says.
public struct Sessions: Sendable {
    public let store: any SessionStore
    public let clock: any WegwijsClock
    /// Without a request for so long, a session ends.
    public var idle: TimeInterval = 30 * 60
    /// However busy, a session ends after so long: one working day.
    public var absolute: TimeInterval = 10 * 3600
    /// How long the second factor may take.
    public var half: TimeInterval = 5 * 60
    /// `seenAt` is written at most this often, for each write is a commit to disk.
    public var touchEvery: TimeInterval = 60

    public init(store: any SessionStore, clock: any WegwijsClock = RealClock()) { (self.store, self.clock) = (store, clock) }

    /// Begins a session with a fresh secret. Always a new one after a step of the sign-in, so that a secret known before it
    /// is worth nothing after it.
    public func begin(subject: String, stage: SessionRecord.Stage) async throws -> Secret {
        let secret = try Secret.random()
        let now = clock.now
        try await store.insert(SessionRecord(hash: try secret.hash(), subject: subject, stage: stage, begunAt: now, seenAt: now))
        return secret
    }

    /// What a secret opens.
    public enum Found: Sendable, Equatable {
        case live(SessionRecord)
        /// Ended by itself. Opens nothing, but tells whose it was, so that what was typed can be kept for them.
        case expired(SessionRecord)
        case unknown
    }

    public func resume(_ secret: Secret) async throws -> Found {
        guard let record = try await store.find(hash: try secret.hash()) else { return .unknown }
        let now = clock.now
        let alive =
            switch record.stage {
            case .half: now < record.begunAt.addingTimeInterval(half)
            case .full: now < record.seenAt.addingTimeInterval(idle) && now < record.begunAt.addingTimeInterval(absolute)
            }
        guard alive else { return .expired(record) }
        if now.timeIntervalSince(record.seenAt) >= touchEvery { try await store.touch(hash: record.hash, at: now) }
        return .live(record)
    }

    public func end(_ secret: Secret) async throws { try await store.remove(hash: try secret.hash()) }
}
