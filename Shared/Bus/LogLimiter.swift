// SPDX-License-Identifier: EUPL-1.2
import Logging

/// Lets one line of a kind through in a minute, and tells with the next one how many were held back: a stranger who
/// knocks a thousand times must not fill the disk.
struct LogLimiter {
    private struct Held { var until: ContinuousClock.Instant; var count = 0 }
    private var held: [String: Held] = [:]
    private let interval: Duration
    private let logger: Logger

    init(logger: Logger, interval: Duration = .seconds(60)) { (self.logger, self.interval) = (logger, interval) }

    mutating func log(_ level: Logger.Level, _ message: Logger.Message, about key: String, _ metadata: Logger.Metadata = [:]) {
        let now = ContinuousClock.now
        let name = "\(message)|\(key)"
        if let earlier = held[name], earlier.until > now {
            held[name]?.count += 1
            return
        }
        var metadata = metadata
        if let count = held[name]?.count, count > 0 { metadata["held-back"] = "\(count)" }
        // Keys come from this code and the names of services, so the table stays small.
        held[name] = Held(until: now + interval)
        logger.log(level: level, message, metadata: metadata)
    }
}
