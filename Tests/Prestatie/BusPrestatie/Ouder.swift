// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import GRDB

/// Starts both sides, lets them warm up, measures, and counts in the receiver's database.
struct Parent {
    let options: Options
    init(_ options: Options) { self.options = options }

    struct Wrong: Error, CustomStringConvertible { let description: String }

    /// The result as one JSON object.
    func run() throws -> String {
        let folder = options.folder.appending(component: "bp-\(getpid())")
        try KeyFiles.complete([.intake, .begeleiding], in: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let receiver = try Child(.receiver, options, folder: folder)
        let sender = try Child(.sender, options, folder: folder)
        let measured: Measured
        do {
            measured = try measure(sender, receiver)
        } catch {
            _ = (sender.end(), receiver.end())
            throw error
        }
        let (isSenderWell, isReceiverWell) = (sender.end(), receiver.end())
        guard isSenderWell, isReceiverWell else { throw Wrong(description: "a side failed") }

        let database = try DatabaseQueue(path: Side.file(of: .begeleiding, in: folder).path(percentEncoded: false))
        let (rows, different) = try database.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM effect WHERE volgnummer >= 0") ?? 0,
                try Int.fetchOne(db, sql: "SELECT count(DISTINCT volgnummer) FROM effect WHERE volgnummer >= 0") ?? 0
            )
        }
        try database.close()
        let seconds = Double(measured.ended - measured.began) / 1e9
        let events = Double(options.count)
        func json(_ value: Double) -> String { String(format: "%.3f", value) }
        return """
            {"events_per_s":\(json(Double(different) / seconds)),"p50_ms":\(json(measured.p50)),"p99_ms":\(json(measured.p99)),\
            "lost":\(max(0, measured.acknowledged - different)),"duplicates":\(rows - different),"sent":\(options.count),\
            "acked":\(measured.acknowledged),"cpu_us":\(json((measured.sender + measured.receiver) / events)),\
            "cpu_us_a":\(json(measured.sender / events)),"cpu_us_b":\(json(measured.receiver / events))}
            """
    }

    private struct Measured {
        var began, ended: Int64
        var acknowledged: Int
        var p50, p99: Double
        /// Microseconds of processor time from the first event to the last.
        var sender, receiver: Double
    }

    private func measure(_ sender: Child, _ receiver: Child) throws -> Measured {
        for child in [sender, receiver] {
            guard child.line(within: 15) == "klaar" else { throw Wrong(description: "a side did not start") }
        }
        sender.tell("warm")
        guard waited(receiver, until: { $0.warm >= warmUp }) else { throw Wrong(description: "nothing came over") }
        // Let both come to rest before the first event that counts.
        usleep(200_000)
        receiver.tell("begin")
        sender.tell("begin")
        guard let done = sender.line(within: 90)?.split(separator: " "), done.count == 3, done[0] == "af",
            let began = Int64(done[1]),
            let acknowledged = Int(done[2])
        else { throw Wrong(description: "the sender did not finish") }
        _ = waited(receiver, until: { $0.measured >= acknowledged })
        receiver.tell("uitslag")
        sender.tell("uitslag")
        guard let result = receiver.line(within: 10)?.split(separator: " "), result.count == 5, let ended = Int64(result[1]),
            let p50 = Double(result[2]), let p99 = Double(result[3]), let receiverTime = Double(result[4]),
            let senderTime = sender.line(within: 10)?.split(separator: " ").last.flatMap({ Double($0) })
        else { throw Wrong(description: "the receiver did not finish") }
        return Measured(
            began: began, ended: ended, acknowledged: acknowledged, p50: p50, p99: p99, sender: senderTime,
            receiver: receiverTime)
    }

    /// Waits until the receiver has so much, or until nothing has moved for five seconds.
    private func waited(_ receiver: Child, until condition: ((warm: Int, measured: Int)) -> Bool) -> Bool {
        var (last, moved) = ("", nanoseconds())
        while nanoseconds() - moved < 5_000_000_000 {
            receiver.tell("stand")
            guard let line = receiver.line(within: 5) else { return false }
            let words = line.split(separator: " ").compactMap { Int($0) }
            guard words.count == 2 else { return false }
            if condition((words[0], words[1])) { return true }
            if line != last { (last, moved) = (line, nanoseconds()) }
            usleep(20_000)
        }
        return false
    }
}
