// SPDX-License-Identifier: EUPL-1.2
import Dienst
import Domein
import Foundation
import WegwijsApp

/// A landscape of real processes for one test: own folder, own ports, the executables of this build.
public struct Proeflandschap: Sendable {
    public let landschap: Landschap
    public var bediening: Bediening { Bediening(landschap) }

    /// - Parameters:
    ///   - naam: of the folder; one test at a time may use it.
    ///   - today: the day on which the synthetic city lives.
    public init(_ naam: String, port: Int, today: Datum) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wegwijs-\(naam)")
        try? FileManager.default.removeItem(at: folder)
        landschap = try Landschap(
            folder: folder.path, port: port, binaries: root.appendingPathComponent(".build/debug").resolvingSymlinksInPath())
        // The services read the contracts relative to the root of the checkout.
        setenv("WEGWIJS_OPDRACHTEN", root.appendingPathComponent("compose/opdrachten").path, 1)
        try landschap.makeFolders()
        try SharedClock.write(today.at(hour: 9), to: landschap.clockFile)
    }

    /// Runs the body while all services run, and stops them whatever happens.
    public func terwijlAllesDraait(_ body: () async throws -> Void) async throws {
        do {
            try await bediening.start(within: .seconds(40))
            try await body()
        } catch {
            try await bediening.stop()
            throw error
        }
        try await bediening.stop()
        try? FileManager.default.removeItem(at: landschap.folder)
    }

    /// Waits until every service has applied what the others told; false when that takes too long.
    public func isBij(within limit: Duration = .seconds(60)) async throws -> Bool {
        let lists = OperatorLists(landschap)
        let end = ContinuousClock.now + limit
        var quiet = 0
        while ContinuousClock.now < end {
            quiet = await lists.largestLag() == 0 ? quiet + 1 : 0
            if quiet == 5 { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }
}
