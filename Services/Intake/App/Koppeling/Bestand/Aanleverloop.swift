// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Opslag
import ServiceLifecycle

/// Works on files for as long as the service runs: looks in the watched folder, takes the oldest file a step on, gives back
/// results, throws away what was kept long enough. One file at a time.
struct Aanleverloop: Service {
    let parts: IntakeParts
    let doorloop: Bestandsdoorloop
    let map: Aanlevermap?
    let wekker: Wekker
    let logger: Logger
    /// Real time between two looks when nobody rings.
    var tussenpoos: Duration = .seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    while (try? await Task.sleep(for: tussenpoos)) != nil { wekker.wek() }
                }
                wekker.wek()
                for await _ in wekker.tikken {
                    if Task.isCancelled { break }
                    await kijk()
                }
                group.cancelAll()
            }
        }
    }

    /// One look: everything that can be done now is done.
    func kijk() async {
        do {
            try await map?.haalOp()
            while !Task.isCancelled, let bestand = try await parts.store.read({ try Aanleverregister.eerstvolgende($0) }) {
                try await doorloop(bestand)
                try await map?.geefTerug()
            }
            try await map?.geefTerug()
            map?.ruimOp(ouderDan: doorloop.grenzen.bewaren)
            try await Aanleveropruiming(parts: parts, grenzen: doorloop.grenzen)()
        } catch is CancellationError {
            return
        } catch {
            // The next look tries again; what went wrong must not end the service. Only the kind: no row, no name.
            logger.error("files with aanmeldingen failed", metadata: ["error": .string(String(describing: type(of: error)))])
        }
    }
}

/// Rings when there is work, so that an upload does not wait for the next look.
struct Wekker: Sendable {
    let tikken: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (tikken, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }
    func wek() { continuation.yield() }
}
