// SPDX-License-Identifier: EUPL-1.2

/// Money in whole eurocents; never a floating-point number.
public struct Bedrag: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    public let cents: Int

    public init(cents: Int) { self.cents = cents }

    public static let nul = Bedrag(cents: 0)

    /// Reads what people type: `12`, `12,5`, `12,50`, `€ 1.234,56`. Nil for anything else, and for more than two decimals.
    public init?(getypt text: String) {
        var rest: String = text.filter { !$0.isWhitespace }
        if rest.hasPrefix("€") { rest.removeFirst() }
        let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || groups[0].count <= 3,
            let euros = Int(groups.joined()), euros <= 9_999_999
        else { return nil }
        var cents = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
                let value = Int(parts[1])
            else { return nil }
            cents = parts[1].count == 1 ? value * 10 : value
        }
        self.cents = euros * 100 + cents
    }

    public static func < (left: Bedrag, right: Bedrag) -> Bool { left.cents < right.cents }
    public static func + (left: Bedrag, right: Bedrag) -> Bedrag { Bedrag(cents: left.cents + right.cents) }
    public static func - (left: Bedrag, right: Bedrag) -> Bedrag { Bedrag(cents: left.cents - right.cents) }

    /// `€ 1.234,56`, as on screen and paper.
    public var description: String {
        let euros = abs(cents) / 100
        var digits = String(euros)
        var grouped = ""
        while digits.count > 3 {
            grouped = "." + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        let rest = abs(cents) % 100
        return "€ \(cents < 0 ? "-" : "")\(digits)\(grouped),\(rest < 10 ? "0" : "")\(rest)"
    }

    public init(from decoder: any Decoder) throws { cents = try decoder.singleValueContainer().decode(Int.self) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cents)
    }
}
