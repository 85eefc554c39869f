// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The progress bar of long work on a terminal; whole lines where there is none.
final class Voortgang {
    private let isTerminal = isatty(1) == 1
    private var step = ""
    private var lastShare = -1

    func begin(_ step: String) {
        end()
        self.step = step
        lastShare = -1
        if !isTerminal { print(step) }
    }

    func show(_ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        let share = done * 100 / total
        guard share != lastShare else { return }
        lastShare = share
        let filled = share * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        print("\r\(bar) \(share)%  \(step) (\(done) van \(total))\u{1B}[K", terminator: "")
        fflush(nil)
    }

    func end() {
        if isTerminal && !step.isEmpty { print("\r✓ \(step)\u{1B}[K") }
        step = ""
    }
}
