// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// When a notification is tried again: ten seconds, then each time three times as long, at most four hours, with a fifth
/// more or less by chance so that what failed together does not come back together. After a day a human must look.
public struct Terugval: Sendable, Equatable {
    public var eerste: TimeInterval
    public var factor: Double
    public var hoogstens: TimeInterval
    /// Share of the pause by which chance makes it shorter or longer.
    public var speling: Double
    /// From the first try to the last.
    public var termijn: TimeInterval

    public init(
        eerste: TimeInterval = 10, factor: Double = 3, hoogstens: TimeInterval = 4 * 3600, speling: Double = 0.2,
        termijn: TimeInterval = 24 * 3600
    ) {
        (self.eerste, self.factor, self.hoogstens) = (eerste, factor, hoogstens)
        (self.speling, self.termijn) = (speling, termijn)
    }

    /// The moment of the next try; nil: the time is over. The last one falls on the end of the time itself.
    /// - Parameters:
    ///   - pogingen: how many were made, this one included.
    ///   - begonnen: the moment of the first try.
    ///   - wachten: what the receiver asked for (`Retry-After`), seconds.
    ///   - toeval: from 0 up to 1.
    func volgende(na pogingen: Int, begonnen: Date, nu: Date, wachten: TimeInterval? = nil, toeval: Double) -> Date? {
        let einde = begonnen.addingTimeInterval(termijn)
        guard nu < einde else { return nil }
        let pauze = min(hoogstens, eerste * pow(factor, Double(max(0, pogingen - 1))))
        let geschud = pauze * (1 - speling + 2 * speling * toeval)
        return min(einde, nu.addingTimeInterval(max(geschud, wachten ?? 0)))
    }
}
