// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes
import Synchronization

/// A bucket of tokens per key (a token's owner, an address): a request takes one, time puts them back. On real time, for
/// this protects the process and not a rule of the field.
public final class RateLimit: Sendable {
    private struct Bucket { var tokens: Double; var at: ContinuousClock.Instant }
    private let buckets = Mutex<[String: Bucket]>([:])
    private let burst: Double
    private let perSecond: Double
    private let maximumKeys: Int

    /// - Parameters:
    ///   - burst: how many may come at once.
    ///   - perSecond: how many come back each second.
    ///   - maximumKeys: above this, full buckets are forgotten first; a full bucket means nothing anyhow.
    public init(burst: Int, perSecond: Double, maximumKeys: Int = 10_000) {
        (self.burst, self.perSecond, self.maximumKeys) = (Double(burst), perSecond, maximumKeys)
    }

    /// Takes a token. Throws 429 with the seconds to wait when there is none.
    public func take(_ key: String, at now: ContinuousClock.Instant = .now) throws {
        let wait: Double? = buckets.withLock { buckets in
            if buckets.count >= maximumKeys { buckets = buckets.filter { level(of: $0.value, at: now) < burst } }
            // An attack with ever new keys must not grow memory: then nobody new gets in for a while.
            guard buckets.count < maximumKeys || buckets[key] != nil else { return 60 }
            var bucket = buckets[key] ?? Bucket(tokens: burst, at: now)
            bucket = Bucket(tokens: level(of: bucket, at: now), at: now)
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return (1 - bucket.tokens) / perSecond }
            bucket.tokens -= 1
            return nil
        }
        if let wait { throw Refusal(.tooManyRequests, headers: [.retryAfter: String(max(1, Int(wait.rounded(.up))))]) }
    }

    private func level(of bucket: Bucket, at now: ContinuousClock.Instant) -> Double {
        let passed = bucket.at.duration(to: now).components
        let seconds = Double(passed.seconds) + Double(passed.attoseconds) / 1e18
        return min(burst, bucket.tokens + max(0, seconds) * perSecond)
    }
}
