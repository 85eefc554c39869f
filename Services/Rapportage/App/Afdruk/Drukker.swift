// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Zegel

/// Prints reports: few at once, each page once, and keeps what it made for a short while, in memory only.
///
/// A print is known by the hash of its page, so that a changed word, another name or another version is another print and
/// nobody is ever handed what was made of something else.
actor Drukker {
    struct Bestand: Sendable {
        let afdruk: String
        let rapport: RapportID
        let pdf: Data
    }

    private let make: @Sendable (Data) async throws -> Data
    private let tegelijk: Int
    private let geheugen: Int
    /// Oldest use first.
    private var bewaard: [Bestand] = []
    private var bezig: [String: Task<Data, any Error>] = [:]
    private var lopend = 0
    private var wachtenden: [CheckedContinuation<Void, Never>] = []

    /// More than this wait for nobody: who comes then hears that it is too busy.
    private static let meesteWachtenden = 20

    init(tegelijk: Int, geheugen: Int, make: @escaping @Sendable (Data) async throws -> Data) {
        (self.tegelijk, self.geheugen, self.make) = (tegelijk, geheugen, make)
    }

    /// A print that was made before, of this report and no other.
    func bekend(_ afdruk: String, van rapport: RapportID) -> Bestand? {
        bewaard.first { $0.afdruk == afdruk && $0.rapport == rapport }
    }

    /// The print of this page: as made before, or when it is being made the same, or new.
    func druk(_ html: Data, van rapport: RapportID) async throws -> Bestand {
        let afdruk = try SHA256.hex(html)
        if let known = bekend(afdruk, van: rapport) { return known }
        let sleutel = "\(rapport) \(afdruk)"
        let task: Task<Data, any Error>
        if let running = bezig[sleutel] {
            task = running
        } else {
            guard wachtenden.count < Self.meesteWachtenden else {
                throw Failure.unavailable(what: "Het maken van een PDF (er wachten er te veel)")
            }
            task = Task { try await self.beurt(html) }
            bezig[sleutel] = task
        }
        defer { bezig[sleutel] = nil }
        let bestand = Bestand(afdruk: afdruk, rapport: rapport, pdf: try await task.value)
        bewaar(bestand)
        return bestand
    }

    private func beurt(_ html: Data) async throws -> Data {
        if lopend >= tegelijk {
            await withCheckedContinuation { self.wacht($0) }
        } else {
            lopend += 1
        }
        defer { volgende() }
        return try await make(html)
    }

    private func wacht(_ continuation: CheckedContinuation<Void, Never>) { wachtenden.append(continuation) }

    /// Hands the turn to who waits longest, or gives it back.
    private func volgende() {
        if wachtenden.isEmpty { lopend -= 1 } else { wachtenden.removeFirst().resume() }
    }

    private func bewaar(_ bestand: Bestand) {
        bewaard.removeAll { $0.afdruk == bestand.afdruk && $0.rapport == bestand.rapport }
        guard bestand.pdf.count <= geheugen else { return }
        bewaard.append(bestand)
        while bewaard.reduce(0, { $0 + $1.pdf.count }) > geheugen { bewaard.removeFirst() }
    }
}
