// SPDX-License-Identifier: EUPL-1.2

/// The W3C `traceparent` header: version 00, 16 bytes trace, 8 bytes parent, flags, in lower-case hexadecimal.
public struct TraceContext: Sendable, Equatable {
    /// 32 hexadecimal digits.
    public let traceID: String
    /// 16 hexadecimal digits.
    public let spanID: String
    public let sampled: Bool

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

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func isHexadecimal(_ text: String, count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
