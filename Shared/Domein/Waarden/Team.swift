// SPDX-License-Identifier: EUPL-1.2
import Foundation

extension Identifier where Subject == TeamKind {
    /// The id of the team with this name in a contract file. It follows from the name, so that every service finds the
    /// same id without asking another (UUID version 8: our own rule, FNV-1a over the name, twice).
    public init(team name: String) {
        func hash(_ seed: UInt64) -> UInt64 { name.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } }
        let high = hash(14_695_981_039_346_656_037)
        let low = hash(high)
        func byte(_ value: UInt64, _ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift) }
        self.init(
            UUID(
                uuid: (
                    byte(high, 56), byte(high, 48), byte(high, 40), byte(high, 32), byte(high, 24), byte(high, 16),
                    0x80 | (byte(high, 8) & 0x0F), byte(high, 0), 0x80 | (byte(low, 56) & 0x3F), byte(low, 48),
                    byte(low, 40), byte(low, 32), byte(low, 24), byte(low, 16), byte(low, 8), byte(low, 0)
                )))
    }
}
