// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import Opslag

/// The figures of a service in the text form that Prometheus reads.
struct Metrics: Sendable {
    let parts: ServiceParts
    let brokenFiles: [String]

    func text() async throws -> String {
        let status = await parts.bus.status()
        var lines: [String] = []
        func gauge(_ name: String, _ help: String, _ values: [(labels: String, value: Double)]) {
            lines.append("# HELP wegwijs_\(name) \(help)")
            lines.append("# TYPE wegwijs_\(name) gauge")
            for (labels, value) in values { lines.append("wegwijs_\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)") }
        }
        if let own = status.own {
            gauge("stream_head", "Newest number of the own event stream.", [("", Double(own.head))])
            gauge("stream_oldest", "Lowest number of the own event stream that is still held.", [("", Double(own.oldest))])
            gauge(
                "reader_lag", "Events that a reader of the own stream has not reported as applied.",
                own.readers.map { ("reader=\"\($0.service.rawValue)\"", Double($0.lag)) })
        }
        gauge(
            "source_lag", "Events of a source that this service has not applied.",
            status.followed.map { ("source=\"\($0.source.rawValue)\"", Double($0.lag)) })
        gauge(
            "set_aside", "Events of a source that could not be applied.",
            status.followed.map { ("source=\"\($0.source.rawValue)\"", Double($0.setAside)) })
        gauge(
            "stream_stopped", "1 when a stream stopped because going on would be guessing.",
            status.followed.map { ("source=\"\($0.source.rawValue)\"", $0.state == .gestopt ? 1 : 0) })
        gauge(
            "stream_kept_for", "1 for a reader that has not read what is old enough to be pruned.",
            status.pruning?.waitsFor.map { ("reader=\"\($0.rawValue)\"", 1) } ?? [])
        gauge(
            "settings_file_broken", "1 for a settings file that cannot be read; what was read before still holds.",
            brokenFiles.map { ("file=\"\($0)\"", 1) })
        gauge("refused_handshakes", "Refused bus handshakes since the start.", [("", Double(status.sockets.refusedHandshakes))])
        gauge("refused_requests", "Requests of a kind the caller may not make.", [("", Double(status.sockets.refusedRequests))])
        gauge("malformed_frames", "Malformed bus frames since the start.", [("", Double(status.sockets.malformedFrames))])
        if let pages = residentKilobytes() { gauge("resident_memory_bytes", "Resident memory.", [("", Double(pages) * 1024)]) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func residentKilobytes() -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
        else { return nil }
        return line.split(separator: " ").compactMap { Int($0) }.first
    }
}
