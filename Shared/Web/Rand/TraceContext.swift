// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation

/// The W3C `traceparent` header: version 00, 16 bytes trace, 8 bytes parent, flags, in lower-case hexadecimal.
public struct TraceContext: Sendable, Equatable {
    /// 32 hexadecimal digits.
    public let traceID: String
    /// 16 hexadecimal digits.
    public let spanID: String
    public let sampled: Bool

    /// The trace of the HTTP request under way, for whoever sends messages because of it. `Edge` sets it.
    @TaskLocal public static var current: TraceContext?

    /// Stands where no request is.
    public static let none = TraceContext(
        traceID: String(repeating: "0", count: 32), spanID: String(repeating: "0", count: 16), sampled: false)

    init(traceID: String, spanID: String, sampled: Bool) {
        (self.traceID, self.spanID, self.sampled) = (traceID, spanID, sampled)
    }

    /// Continues the trace of an incoming header, or begins one. A header that is not well formed is as if it was not there.
    public init(continuing header: String?) {
        let parts = header?.split(separator: "-", omittingEmptySubsequences: false).map(String.init) ?? []
        let span = Self.hexadecimal(UInt64.random(in: 1 ... .max))
        if parts.count >= 4, parts[0] != "ff", Self.isHexadecimal(parts[0], count: 2), Self.isHexadecimal(parts[1], count: 32),
            Self.isHexadecimal(parts[2], count: 16), Self.isHexadecimal(parts[3], count: 2),
            parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" }),
            parts[0] != "00" || parts.count == 4
        {
            let flags = UInt8(parts[3], radix: 16) ?? 0
            self.init(traceID: parts[1], spanID: span, sampled: flags & 1 == 1)
        } else {
            let high = Self.hexadecimal(UInt64.random(in: 1 ... .max))
            self.init(traceID: high + Self.hexadecimal(UInt64.random(in: .min ... .max)), spanID: span, sampled: true)
        }
    }

    /// The header to send on.
    public var traceparent: String { "00-\(traceID)-\(spanID)-\(sampled ? "01" : "00")" }

    /// The request from outside as the cause of messages: its id is the trace, so that log lines, messages and history of
    /// one click are found with one number.
    public func envelope(of service: ServiceName, actor: Actor, at time: Date) -> Envelope {
        Envelope(
            id: uuid, source: service.source, type: "nl.wegwijs.\(service.rawValue).verzoek.v1", time: time,
            traceparent: traceparent,
            actor: actor)
    }

    private static let noRequest = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    private var uuid: UUID {
        guard let high = UInt64(traceID.prefix(16), radix: 16), let low = UInt64(traceID.dropFirst(16), radix: 16) else {
            return Self.noRequest
        }
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &bytes) { $0.storeBytes(of: (high.bigEndian, low.bigEndian), as: (UInt64, UInt64).self) }
        return UUID(uuid: bytes)
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func isHexadecimal(_ text: String, count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
