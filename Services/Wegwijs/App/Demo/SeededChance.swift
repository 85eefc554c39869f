// SPDX-License-Identifier: EUPL-1.2

/// Chance that follows from a seed and nothing else, so that the same city can be made again (SplitMix64).
public struct SeededChance: RandomNumberGenerator, Sendable {
    private var state: UInt64
    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// True in so many of a hundred cases.
    public mutating func percent(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &self) < share }

    public mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &self)] }
}
