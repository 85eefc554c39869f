// SPDX-License-Identifier: EUPL-1.2
import CZeroMQ

/// The settings that every socket to another process gets. Times are real time, in milliseconds.
enum SocketOptions {
    /// The CURVE domain of the ZAP handler. Must not be empty: without a domain, option 93 does nothing and a server
    /// without a handler lets everybody in.
    static let domain = "wegwijs"
    static let handshakeLimit: Int32 = 5_000
    static let heartbeat: Int32 = 1_000
    static let heartbeatLimit: Int32 = 5_000
    static let reconnect: Int32 = 50
    static let reconnectMax: Int32 = 500

    private static func common(_ socket: Socket, secret: String, publicKey: String) throws {
        try socket.set(ZMQ_LINGER, 0)
        try socket.set(ZMQ_MAXMSGSIZE, long: Int64(Socket.maxFrame))
        try socket.set(ZMQ_HANDSHAKE_IVL, handshakeLimit)
        try socket.set(ZMQ_HEARTBEAT_IVL, heartbeat)
        try socket.set(ZMQ_HEARTBEAT_TIMEOUT, heartbeatLimit)
        try socket.set(ZMQ_HEARTBEAT_TTL, heartbeatLimit)
        try socket.set(ZMQ_CURVE_PUBLICKEY, text: publicKey, withZero: true)
        try socket.set(ZMQ_CURVE_SECRETKEY, text: secret, withZero: true)
    }

    /// The side that binds is the CURVE server, always: a refused client on a connecting server trips an assertion in
    /// libzmq (issue 3059).
    static func server(_ socket: Socket, secret: String, publicKey: String) throws {
        try common(socket, secret: secret, publicKey: publicKey)
        try socket.set(ZMQ_CURVE_SERVER, 1)
        try socket.set(ZMQ_ZAP_DOMAIN, text: domain)
        try socket.set(WEGWIJS_ZMQ_ZAP_ENFORCE_DOMAIN, 1)
    }

    static func client(_ socket: Socket, secret: String, publicKey: String, serverKey: String) throws {
        try common(socket, secret: secret, publicKey: publicKey)
        try socket.set(ZMQ_CURVE_SERVERKEY, text: serverKey, withZero: true)
        try socket.set(ZMQ_RECONNECT_IVL, reconnect)
        try socket.set(ZMQ_RECONNECT_IVL_MAX, reconnectMax)
        // Nothing queues for a peer that is not there: it would be sent long after its deadline.
        try socket.set(ZMQ_IMMEDIATE, 1)
    }
}
