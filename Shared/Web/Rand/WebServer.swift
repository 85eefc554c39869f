// SPDX-License-Identifier: EUPL-1.2
import Hummingbird
import Logging
import NIOCore

/// The HTTP/1.1 server around an `Edge`. TLS ends at the proxy. Run it as a service: it stops with the group it is in.
public enum WebServer {
    /// - Parameters:
    ///   - host: `127.0.0.1` on one's own machine, `0.0.0.0` in a container.
    ///   - port: 0 lets the system choose; `onRunning` then tells which.
    public static func application<Context: WebContext>(
        _ edge: Edge<Context>, host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            responder: edge,
            // A connection on which nothing happens is closed: slow clients must not hold all of them.
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
            logger: logger)
    }
}
