// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Opslag

/// Reads at the operator's doors what a service acknowledged and what it applied: all of it, page by page.
public struct OperatorLists: Sendable {
    let landschap: Landschap
    public init(_ landschap: Landschap) { self.landschap = landschap }

    public func accepted(by service: ServiceName) async throws -> [AcceptedEvent] {
        struct Answer: Decodable { var rows: [AcceptedEvent] }
        return try await all("/beheer/geaccepteerd", service, Answer.self, rows: \.rows, key: \.sequence)
    }

    public func effects(at service: ServiceName) async throws -> [AppliedEffect] {
        struct Answer: Decodable { var rows: [AppliedEffect] }
        return try await all("/beheer/effecten", service, Answer.self, rows: \.rows, key: \.number)
    }

    /// The largest lag of any stream at any service; nil while a service does not answer.
    public func largestLag() async -> Int64? {
        var largest: Int64 = 0
        for service in Landschap.services {
            let door = HTTPCaller(port: landschap.operatorPort(service), limit: .seconds(2))
            guard let answer = try? await door.send("GET", "/beheer/stromen"), answer.status == 200,
                let status = try? MessageCoding.decode(BusStatus.self, from: answer.body)
            else { return nil }
            for source in status.followed {
                if source.state == .wacht { return nil }
                largest = max(largest, source.lag)
            }
        }
        return largest
    }

    private func all<Answer: Decodable, Row>(
        _ path: String, _ service: ServiceName, _ type: Answer.Type, rows: (Answer) -> [Row], key: (Row) -> Int64
    ) async throws -> [Row] {
        let door = HTTPCaller(port: landschap.operatorPort(service))
        var found: [Row] = []
        while true {
            let after = found.last.map(key) ?? 0
            let answer = try await door.send("GET", "\(path)?na=\(after)&aantal=1000")
            guard answer.status == 200 else {
                throw HTTPCaller.NoAnswer(description: "\(service.rawValue)\(path): \(answer.status)")
            }
            let page = rows(try MessageCoding.decode(type, from: answer.body))
            if page.isEmpty { return found }
            found += page
        }
    }
}
