// SPDX-License-Identifier: EUPL-1.2
import Hummingbird
import Logging

/// What a request carries through the chain, for pages and interfaces alike. `Edge` fills it, so that a test can make one
/// without a socket.
public protocol WebContext: RequestContext where Source == ApplicationRequestContextSource {
    /// The address at the other end of the socket; behind the proxy that is the proxy. Nil in tests.
    var remoteAddress: String? { get set }
    /// The trace that this request is part of. Goes along in every message that follows from it.
    var trace: TraceContext { get set }

    init(core: CoreRequestContextStorage)
}

extension WebContext {
    public init(source: ApplicationRequestContextSource) {
        self.init(core: CoreRequestContextStorage(source: source))
        remoteAddress = source.channel.remoteAddress?.ipAddress
    }

    /// A context without a socket, for `InProcessClient`.
    public init(logger: Logger) { self.init(core: CoreRequestContextStorage(source: LoggerSource(logger: logger))) }
}

private struct LoggerSource: RequestContextSource { let logger: Logger }

/// The context of an interface that needs nothing of its own.
public struct PlainContext: WebContext {
    public var coreContext: CoreRequestContextStorage
    public var remoteAddress: String?
    public var trace = TraceContext.none

    public init(core: CoreRequestContextStorage) { coreContext = core }
}
