// SPDX-License-Identifier: EUPL-1.2
import Logging
import ServiceLifecycle

/// A service that looks again and again whether there is something to do, for as long as the process runs. By real time: the
/// day of the synthetic city may jump while the machine counts seconds.
public protocol KijktSteeds: Service {
    var logger: Logger { get }
    /// Real time between two looks.
    var tussenpoos: Duration { get }
    /// For the log, when a look went wrong: `clocks`.
    static var wat: String { get }
    func kijk() async throws
}

extension KijktSteeds {
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await kijk()
                } catch is CancellationError {
                    return
                } catch {
                    // The next look tries again; what went wrong must not end the service. Its type says no name of anybody.
                    logger.error("\(Self.wat) failed", metadata: ["error": .string(String(describing: type(of: error)))])
                }
                try? await Task.sleep(for: tussenpoos)
            }
        }
    }
}
