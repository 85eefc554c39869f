// SPDX-License-Identifier: EUPL-1.2
import Berichten
import CZeroMQ
import Foundation
import Glibc
import Logging
import Opslag

/// Everything that touches a ZeroMQ socket, one per process. An actor whose executor is the poll thread, so that no two
/// threads ever meet at a socket. Others hand work in through `PollThread.post` and never wait for the hub in a way that
/// its end could leave hanging.
///
/// The state is here; what it does stands in one file per subject: `Hub+Asking`, `+Answering`, `+Publishing`,
/// `+Following`, `+Peers`, `+Life`.
actor Hub {
    nonisolated let thread: PollThread
    nonisolated let configuration: BusConfiguration
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Who can be heard.
    enum Source {
        case gatekeeper
        case router
        case dealer(ServiceName)
        case bell(ServiceName)
        case serverMonitor(Int)
        case dealerMonitor(ServiceName)
    }

    let context: UnsafeMutableRawPointer
    let make: SocketMaker
    let gatekeeper: Gatekeeper
    let logger: Logger
    var log: LogLimiter

    var router: Socket?
    var bell: Socket?
    var zap: Socket?
    var serverMonitors: [Monitor] = []
    var peers: [ServiceName: Peer] = [:]

    var asks: [UInt64: PendingAsk] = [:]
    var handlers = Handlers()
    var active: [RequestKey: ActiveRequest] = [:]
    var store: Store?
    var publisher: Publisher?
    var followers: [ServiceName: Follower] = [:]
    var onApplied: AppliedObserver?
    var counts = BusStatus.Sockets()
    var handshakes = HandshakeCount()
    /// Answers were given in the last phase, so they may still be in a socket.
    var hasAnswered = false

    var phase = Phase.new
    /// When draining or closing goes on, whatever is still under way.
    var phaseEnds = ContinuousClock.now
    var ending: CheckedContinuation<Void, Never>?

    /// The wake-up first, then the sockets in their order.
    private var items: [pollfd] = []
    private var sockets: [(socket: Socket, source: Source)] = []
    private var itemsAreStale = true
    private var nextTick = ContinuousClock.now

    /// Messages taken from one socket before the others get their turn.
    private static let fairShare = 128
    /// The longest sleep: bells and watchdogs.
    private static let longestSleep: Duration = .milliseconds(500)

    init(_ configuration: BusConfiguration, logger: Logger) throws {
        guard let context = zmq_ctx_new() else { throw BusError.system("zmq_ctx_new", code: zmq_errno()) }
        // LINGER 0 for every socket: the end of the context never waits for a peer. What was not sent is asked again.
        zmq_ctx_set(context, ZMQ_BLOCKY, 0)
        do { thread = try PollThread() } catch {
            zmq_ctx_term(context)
            throw error
        }
        self.configuration = configuration
        self.context = context
        make = SocketMaker(context, configuration)
        gatekeeper = Gatekeeper(configuration.knownKeys)
        self.logger = logger
        log = LogLimiter(logger: logger)
    }

    /// One round: what is due, then wait for the sockets and handle what they bring.
    func turn(mayBlock: Bool) {
        guard phase != .ended else { return }
        var now = ContinuousClock.now
        if now >= nextTick {
            nextTick = now + Self.longestSleep
            tick(now)
            guard phase != .ended else { return }
            now = .now
        }
        if itemsAreStale { rebuildItems() }
        // What may hold a message that its descriptor no longer tells of, before sleeping.
        for index in sockets.indices where sockets[index].socket.isDirty {
            hear(sockets[index].source)
            if itemsAreStale { return }
        }
        // What was heard may have been answered at a socket that was clean already.
        let maySleep = mayBlock && !sockets.contains { $0.socket.isDirty }
        let sleep = maySleep ? max(.zero, min(nextTick, now + Self.longestSleep) - now) : .zero
        let (seconds, attoseconds) = sleep.components
        let milliseconds = Int32(seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
        let count = poll(&items, nfds_t(items.count), milliseconds)
        // EINTR is just another turn. Another error would come at once each time: do not let it take a whole processor.
        if count < 0, errno != EINTR {
            log.log(.error, "cannot poll", about: "poll", ["code": "\(errno)"])
            usleep(10_000)
        }
        guard count > 0 else { return }
        if items[0].revents != 0 {
            var value: eventfd_t = 0
            eventfd_read(thread.wakeDescriptor, &value)
        }
        for index in sockets.indices where items[index + 1].revents != 0 {
            hear(sockets[index].source)
            // A handler may have made sockets anew; the rest is still readable in the next turn.
            if itemsAreStale { return }
        }
    }

    /// Asks for a tick at this moment or earlier.
    func schedule(_ moment: ContinuousClock.Instant) { nextTick = min(nextTick, moment) }

    /// The set of sockets has changed.
    func socketsChanged() { itemsAreStale = true }

    private func hear(_ source: Source) {
        switch source {
        case .gatekeeper: drain(zap) { hub, message in hub.admit(message.parts) }
        case .router: drain(router) { hub, message in hub.heardAtRouter(message.parts, user: message.user) }
        case .dealer(let service):
            drain(peers[service]?.dealer) { hub, message in hub.heardFrom(service, message.parts) }
        case .bell(let service): drain(peers[service]?.bell) { hub, message in hub.heardBell(of: service, message.parts) }
        case .serverMonitor(let index): watch(server: serverMonitors[index])
        case .dealerMonitor(let service): watch(dealerOf: service)
        }
    }

    private func drain(_ socket: Socket?, _ body: (isolated Hub, (parts: [Data], user: String?)) -> Void) {
        guard let socket else { return }
        for _ in 0..<Self.fairShare {
            guard !itemsAreStale, let message = socket.receive() else { return }
            body(self, message)
        }
    }

    private func rebuildItems() {
        itemsAreStale = false
        items = [pollfd(fd: thread.wakeDescriptor, events: Int16(POLLIN), revents: 0)]
        sockets = []
        func add(_ socket: Socket?, _ source: Source) {
            guard let socket else { return }
            items.append(pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0))
            sockets.append((socket, source))
        }
        // Monitors before data: a new connection is known before what came over it.
        add(zap, .gatekeeper)
        for (index, monitor) in serverMonitors.enumerated() { add(monitor.pair, .serverMonitor(index)) }
        for (service, peer) in peers { add(peer.monitor.pair, .dealerMonitor(service)) }
        add(router, .router)
        for (service, peer) in peers {
            add(peer.dealer, .dealer(service))
            add(peer.bell, .bell(service))
        }
    }

    /// What is due now: each subject looks after its own and says when it wants the next tick.
    private func tick(_ now: ContinuousClock.Instant) {
        expireAsks(now)
        tendPeers(now)
        tendHandshakes(now)
        tendReaders(now)
        tendFollowers(now)
        tendLife(now)
    }
}
