// SPDX-License-Identifier: EUPL-1.2
import Domein

extension SeededChance {
    /// True in so many of a hundred cases.
    public mutating func percent(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &self) < share }

    public mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &self)] }
}
