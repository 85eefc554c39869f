// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Synchronization

/// UUID version 7 (RFC 9562): 48 bits of milliseconds, then a counter that keeps ids of one process in order, then chance.
public final class UUIDv7Source: IDSource {
    private struct State { var milliseconds: UInt64 = 0; var counter: UInt16 = 0 }
    private let state = Mutex(State())
    private let clock: any WegwijsClock

    public init(clock: any WegwijsClock) { self.clock = clock }

    public func next() -> UUID {
        let present = UInt64(max(0, clock.now.timeIntervalSince1970 * 1000))
        let (milliseconds, counter) = state.withLock { state -> (UInt64, UInt16) in
            if present > state.milliseconds {
                state = State(milliseconds: present, counter: 0)
            } else if state.counter == 0xFFF {
                state = State(milliseconds: state.milliseconds + 1, counter: 0)
            } else {
                state.counter += 1
            }
            return (state.milliseconds, state.counter)
        }
        let random = UInt64.random(in: .min ... .max)
        func byte(_ value: UInt64, _ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift) }
        return UUID(
            uuid: (
                byte(milliseconds, 40), byte(milliseconds, 32), byte(milliseconds, 24),
                byte(milliseconds, 16), byte(milliseconds, 8), byte(milliseconds, 0),
                0x70 | UInt8(counter >> 8), UInt8(counter & 0xFF),
                0x80 | (byte(random, 56) & 0x3F), byte(random, 48), byte(random, 40), byte(random, 32),
                byte(random, 24), byte(random, 16), byte(random, 8), byte(random, 0)
            ))
    }
}

/// Ids that follow from a seed and nothing else: for tests and the synthetic city.
public final class SeededIDSource: IDSource {
    private let chance: Mutex<SeededChance>

    public init(seed: UInt64) { chance = Mutex(SeededChance(seed: seed)) }

    public func next() -> UUID {
        let (high, low) = chance.withLock { ($0.next(), $0.next()) }
        func byte(_ value: UInt64, _ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift) }
        return UUID(
            uuid: (
                byte(high, 56), byte(high, 48), byte(high, 40), byte(high, 32), byte(high, 24), byte(high, 16),
                0x70 | (byte(high, 8) & 0x0F), byte(high, 0),
                0x80 | (byte(low, 56) & 0x3F), byte(low, 48), byte(low, 40), byte(low, 32),
                byte(low, 24), byte(low, 16), byte(low, 8), byte(low, 0)
            ))
    }
}
