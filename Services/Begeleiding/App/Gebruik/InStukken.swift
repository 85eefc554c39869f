// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Walks along many rows in small transactions, so that nobody who writes waits long for it.
///
/// A piece ends when its time is up, not after a number of rows: on a slow disk or with heavy dossiers it does fewer. What it
/// reads to find the rows comes from a snapshot and holds up nobody.
struct InStukken: Sendable {
    let store: Store
    /// So long may one piece hold the writer. With the commit it stays far below the 100 ms that somebody may notice.
    var langst: Duration = .milliseconds(20)
    /// Rows that are looked up at once.
    var vooruit = 500

    /// - Parameters:
    ///   - lees: the ids after one, in order, at most so many.
    ///   - doe: the change of one row; the same again must change nothing.
    /// - Returns: how many rows were done; nil when it was stopped before the end.
    func loop(
        _ lees: @escaping @Sendable (Database, _ na: String, _ limit: Int) throws -> [String],
        _ doe: @escaping @Sendable (Transaction, String) throws -> Void
    ) async throws -> Int? {
        var (gedaan, na) = (0, "")
        while !Task.isCancelled {
            let (vanaf, aantal, langst) = (na, vooruit, langst)
            var rest = try await store.read { try lees($0, vanaf, aantal) }[...]
            guard let laatste = rest.last else { return gedaan }
            while !rest.isEmpty, !Task.isCancelled {
                let deel = rest
                let klaar = try await store.write { tx in
                    let begin = ContinuousClock.now
                    var klaar = 0
                    for id in deel {
                        try doe(tx, id)
                        klaar += 1
                        if begin.duration(to: .now) >= langst { break }
                    }
                    return klaar
                }
                rest = rest.dropFirst(klaar)
                gedaan += klaar
            }
            na = laatste
        }
        return nil
    }
}
