// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Synchronization

/// Names a request across repeats: the proved caller and the id that the caller gave it.
struct RequestKey: Hashable, Sendable {
    var caller: ServiceName
    var id: UUID
}

/// The second part of an ask, so that late and repeated requests are seen without decoding JSON: the id and the deadline.
struct RequestTag {
    var id: UUID
    var deadline: Date

    init(id: UUID, deadline: Date) { (self.id, self.deadline) = (id, deadline) }

    var bytes: Data {
        var writer = ByteWriter(capacity: 24)
        writer.put(id)
        writer.put(Int64(deadline.timeIntervalSince1970 * 1000))
        return writer.data
    }

    init?(_ data: Data) {
        var reader = ByteReader(data)
        guard data.count == 24, let id = reader.uuid(), let milliseconds = reader.integer(Int64.self) else { return nil }
        self.init(id: id, deadline: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }
}

/// Whether the asker has gone. Seen by the hub also when the news overtakes the ask itself.
final class AskFlag: Sendable {
    private let flag = Atomic<Bool>(false)
    var isCancelled: Bool { flag.load(ordering: .acquiring) }
    func cancel() { flag.store(true, ordering: .releasing) }
}

/// A question that waits for its answer.
struct PendingAsk: Sendable {
    let number: UInt64
    let service: ServiceName
    let parts: [Data]
    let deadline: ContinuousClock.Instant
    let flag: AskFlag
    let continuation: CheckedContinuation<Data, any Error>
    /// Whether it went out over the connection that stands now.
    var isSent = false
}
