// SPDX-License-Identifier: EUPL-1.2
import Berichten
import CZeroMQ

/// The client side towards one other service: one DEALER for all that is asked, and a SUB for its bell where its stream is
/// followed.
///
/// libzmq reconnects by itself after a lost connection, but gives a connection up for good after a protocol error or a
/// refused key. So sockets that stay without a connection are made anew from time to time.
final class Peer {
    let service: ServiceName
    let address: PeerAddress
    private(set) var dealer: Socket
    private(set) var monitor: Monitor
    private(set) var bell: Socket?
    var isConnected = false
    /// When the sockets were made or the connection was lost.
    var waitingSince: ContinuousClock.Instant
    var bellHeard: ContinuousClock.Instant
    private let make: SocketMaker

    /// How long a socket may be without a connection before it is made anew.
    static let patience: Duration = .seconds(6)

    init(_ service: ServiceName, _ address: PeerAddress, _ make: SocketMaker) throws {
        (self.service, self.address, self.make) = (service, address, make)
        (dealer, monitor) = try make.dealer(to: service, address)
        waitingSince = .now
        bellHeard = .now
    }

    func listen() throws {
        guard bell == nil else { return }
        bell = try make.bell(of: service, address)
        bellHeard = .now
    }

    func renewDealer() throws {
        let fresh = try make.dealer(to: service, address)
        closeDealer()
        (dealer, monitor) = fresh
        isConnected = false
        waitingSince = .now
    }

    func renewBell() throws {
        let fresh = try make.bell(of: service, address)
        bell?.close()
        bell = fresh
        bellHeard = .now
    }

    private func closeDealer() {
        monitor.close()
        dealer.close()
    }

    func close() {
        closeDealer()
        bell?.close()
        bell = nil
    }
}

/// Makes the sockets of one context, with the keys of one service.
final class SocketMaker {
    private let context: UnsafeMutableRawPointer
    private let configuration: BusConfiguration
    private var monitors = 0

    init(_ context: UnsafeMutableRawPointer, _ configuration: BusConfiguration) {
        (self.context, self.configuration) = (context, configuration)
    }

    func dealer(to service: ServiceName, _ address: PeerAddress) throws -> (Socket, Monitor) {
        let socket = try client(ZMQ_DEALER, of: service)
        do {
            let monitor = try monitor(of: socket)
            do { try socket.connect(address.router) } catch {
                monitor.close()
                throw error
            }
            return (socket, monitor)
        } catch {
            socket.close()
            throw error
        }
    }

    func bell(of service: ServiceName, _ address: PeerAddress) throws -> Socket {
        let socket = try client(ZMQ_SUB, of: service)
        do {
            try socket.set(ZMQ_SUBSCRIBE, text: "")
            try socket.set(ZMQ_RCVHWM, 100)
            try socket.connect(address.bell)
            return socket
        } catch {
            socket.close()
            throw error
        }
    }

    func server(_ kind: Int32, at address: String) throws -> (Socket, Monitor) {
        let socket = try Socket(context, kind)
        do {
            try SocketOptions.server(socket, secret: configuration.secretKey, publicKey: configuration.publicKey)
            // Without it a ROUTER drops silently what it cannot deliver.
            if kind == ZMQ_ROUTER { try socket.set(ZMQ_ROUTER_MANDATORY, 1) }
            let monitor = try monitor(of: socket)
            do { try socket.bind(address) } catch {
                monitor.close()
                throw error
            }
            return (socket, monitor)
        } catch {
            socket.close()
            throw error
        }
    }

    func inproc(_ kind: Int32, at address: String) throws -> Socket {
        let socket = try Socket(context, kind)
        try socket.set(ZMQ_LINGER, 0)
        try socket.bind(address)
        return socket
    }

    private func client(_ kind: Int32, of service: ServiceName) throws -> Socket {
        guard let key = configuration.knownKeys[service] else {
            throw BusError.key("the public key of \(service.rawValue) is not known")
        }
        let socket = try Socket(context, kind)
        do {
            try SocketOptions.client(
                socket, secret: configuration.secretKey, publicKey: configuration.publicKey, serverKey: key)
            return socket
        } catch {
            socket.close()
            throw error
        }
    }

    private func monitor(of socket: Socket) throws -> Monitor {
        monitors += 1
        return try Monitor(context, of: socket, name: String(monitors))
    }
}
