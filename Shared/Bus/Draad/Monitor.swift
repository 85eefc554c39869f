// SPDX-License-Identifier: EUPL-1.2
import CZeroMQ
import Foundation

/// What libzmq tells of the connections of one socket. Must be closed before its socket: a forgotten monitor hangs the end
/// of the context (libzmq issue 2330).
final class Monitor {
    enum Event { case accepted, ready, lost, refused }

    private static let refusals =
        ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH

    let pair: Socket
    private let target: Socket

    /// - Parameter name: unique in the context, also among monitors that were closed.
    init(_ context: UnsafeMutableRawPointer, of target: Socket, name: String) throws {
        let address = "inproc://monitor-\(name)"
        let events = ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED | Self.refusals
        guard zmq_socket_monitor(target.handle, address, events) == 0 else {
            throw BusError.system("zmq_socket_monitor", code: zmq_errno())
        }
        self.target = target
        pair = try Socket(context, ZMQ_PAIR)
        try pair.set(ZMQ_LINGER, 0)
        try pair.connect(address)
    }

    /// The next event that matters here.
    func next() -> Event? {
        while let (parts, _) = pair.receive() {
            guard let first = parts.first, first.count >= 2 else { continue }
            let code = Int32(first.withUnsafeBytes { $0.loadUnaligned(as: UInt16.self) })
            switch code {
            case ZMQ_EVENT_ACCEPTED: return .accepted
            case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: return .ready
            case ZMQ_EVENT_DISCONNECTED: return .lost
            case let code where code & Self.refusals != 0: return .refused
            default: continue
            }
        }
        return nil
    }

    func close() {
        _ = zmq_socket_monitor(target.handle, nil, 0)
        pair.close()
    }
}

/// Counts the handshakes at an own socket that came to nothing. libzmq tells of a refused key and of a caller that stalls,
/// but says nothing at all of one that sends garbage: that one is found as neither welcome nor refused in time.
struct HandshakeCount {
    private var open: [ContinuousClock.Instant] = []

    /// A connection came in.
    mutating func began() { open.append(.now) }
    /// One of them was settled, whichever.
    mutating func settled() { if !open.isEmpty { open.removeFirst() } }

    /// How many were settled by nobody, and when to look again.
    mutating func overdue(_ now: ContinuousClock.Instant) -> (count: Int, next: ContinuousClock.Instant?) {
        let limit = Duration.milliseconds(SocketOptions.handshakeLimit) + .seconds(1)
        let late = open.prefix { now - $0 >= limit }.count
        open.removeFirst(late)
        return (late, open.first.map { $0 + limit })
    }
}
