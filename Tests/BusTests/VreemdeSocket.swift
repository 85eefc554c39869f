// SPDX-License-Identifier: EUPL-1.2
import CZeroMQ
import Foundation

@testable import Bus

/// A ZeroMQ client of nobody's making: what somebody with bad intentions or an older version would send.
/// Lives on one task at a time; close it.
final class VreemdeSocket: @unchecked Sendable {
    private let context: UnsafeMutableRawPointer
    let socket: Socket

    /// - Parameter kind: of libzmq. A nil server key means no CURVE at all.
    init(_ kind: Int32 = ZMQ_DEALER, pair: CurveKeyPair, server: String?, address: String) throws {
        guard let context = zmq_ctx_new() else { throw BusError.system("zmq_ctx_new", code: zmq_errno()) }
        zmq_ctx_set(context, ZMQ_BLOCKY, 0)
        self.context = context
        socket = try Socket(context, kind)
        if let server {
            try SocketOptions.client(socket, secret: pair.secretKey, publicKey: pair.publicKey, serverKey: server)
        }
        // Queue before the connection is there, and do not stop at a megabyte.
        try socket.set(ZMQ_IMMEDIATE, 0)
        try socket.set(ZMQ_MAXMSGSIZE, long: -1)
        try socket.connect(address)
    }

    func send(_ parts: Data...) { _ = socket.send(parts) }

    /// Whether anything came back in time.
    func hears(within limit: Duration) async -> [Data]? {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            if let message = socket.receive() { return message.parts }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return nil
    }

    func close() {
        socket.close()
        zmq_ctx_term(context)
    }
}

/// A plain connection that says what it wants, or nothing.
struct KaleVerbinding {
    let descriptor: Int32

    init?(port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            Glibc.close(descriptor)
            return nil
        }
    }

    func send(_ bytes: [UInt8]) -> Int {
        Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    }
    func close() { Glibc.close(descriptor) }

    /// A port that was free a moment ago.
    static func freePort() -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Glibc.close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = Glibc.bind(descriptor, $0, length)
                _ = getsockname(descriptor, $0, &length)
            }
            return UInt16(bigEndian: $0.pointee.sin_port)
        }
    }
}
