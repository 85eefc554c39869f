// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Office hours, in which the clocks of an urgent referral run: nine to five in Amsterdam on working days. Our own choice
/// (no source asks other hours); nights, weekends and holidays do not count, so a change of the clocks never does either.
public enum Kantooruren {
    public static let van = 9
    public static let tot = 17

    /// The instant so many office hours later.
    public static func erbij(_ uren: Int, vanaf moment: Date) -> Date {
        var over = TimeInterval(max(0, uren) * 3600)
        var (dag, begin) = (Datum(moment), moment)
        while true {
            if dag.isWerkdag {
                let (open, dicht) = (max(begin, dag.at(hour: van)), dag.at(hour: tot))
                let ruimte = dicht.timeIntervalSince(open)
                if ruimte >= over { return open.addingTimeInterval(over) }
                over -= max(0, ruimte)
            }
            dag = dag.adding(days: 1)
            begin = dag.start
        }
    }
}
