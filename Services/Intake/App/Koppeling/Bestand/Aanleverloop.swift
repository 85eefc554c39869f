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
    var vast = Vastebestanden()
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

    /// One look: everything that can be done now is done. The steps do not wait for each other's luck: what is wrong with the
    /// folder must not stop an upload, nor the clean-up.
    func kijk() async {
        var vast = await probeer("folder") { try await map?.haalOp() } ?? []
        vast += await probeer("processing") { try await verwerk() } ?? []
        vast += await probeer("results") { try await map?.geefTerug() } ?? []
        map?.ruimOp()
        await probeer("clean-up") { try await Aanleveropruiming(parts: parts, grenzen: doorloop.grenzen)() }
        guard self.vast.zet(vast), !vast.isEmpty else { return }
        logger.warning(
            "files with aanmeldingen do not get on",
            metadata: ["count": "\(vast.count)", "causes": "\(Set(vast.map(\.oorzaak)).sorted().joined(separator: " "))"])
    }

    /// Takes every file through its step; gives those that failed on something that is not in the file.
    private func verwerk() async throws -> [Vastbestand] {
        var (vast, mislukt): ([Vastbestand], Set<AanleveringID>) = ([], [])
        while !Task.isCancelled {
            let overslaan = mislukt
            let wachtend = try await parts.store.read { try Aanleverregister.aanDeBeurt($0) }
            guard let bestand = wachtend.first(where: { !overslaan.contains($0.id) }) else { break }
            do {
                try await doorloop(bestand)
            } catch let fout {
                if fout is CancellationError { throw fout }
                // The store is away, for every file.
                if case Failure.unavailable? = fout as? Failure { throw fout }
                logger.error("a file with aanmeldingen failed", metadata: ["error": "\(type(of: fout))"])
                mislukt.insert(bestand.id)
                vast.append(Vastbestand(bestand.bestandsnaam, fout))
            }
            _ = try await map?.geefTerug()
        }
        return vast
    }

    /// The next look tries again; what went wrong must not end the service. Only the kind is told: no row, no name.
    @discardableResult
    private func probeer<Uitkomst>(_ stap: String, _ werk: () async throws -> Uitkomst?) async -> Uitkomst? {
        do {
            return try await werk()
        } catch is CancellationError {
            return nil
        } catch {
            logger.error(
                "files with aanmeldingen failed", metadata: ["step": "\(stap)", "error": "\(type(of: error))"])
            return nil
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
