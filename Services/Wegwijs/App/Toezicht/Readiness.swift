// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation

/// Asks the services at their operator's doors whether they are ready.
public struct Readiness: Sendable {
    let landschap: Landschap
    public init(_ landschap: Landschap) { self.landschap = landschap }

    public func isReady(_ service: ServiceName) async -> Bool {
        let door = HTTPCaller(port: landschap.operatorPort(service), limit: .seconds(2))
        guard let answer = try? await door.send("GET", "/gereed") else { return false }
        return answer.status == 200
    }

    /// True when all are ready in time.
    public func wait(atMost limit: Duration) async -> Bool {
        let end = ContinuousClock.now + limit
        var waiting = Landschap.services
        while ContinuousClock.now < end {
            var still: [ServiceName] = []
            for service in waiting where !(await isReady(service)) { still.append(service) }
            if still.isEmpty { return true }
            waiting = still
            try? await Task.sleep(for: .milliseconds(50))
        }
        return false
    }
}
