// SPDX-License-Identifier: EUPL-1.2
import CZeroMQ
import Foundation

/// One ZeroMQ socket. Not `Sendable`: it lives inside the hub, whose executor is the poll thread.
final class Socket {
    enum Outcome { case sent, full, unreachable }

    /// Frames above this make libzmq drop the connection they came over.
    static let maxFrame = 1 << 20
    /// What we put in one part: a frame on the wire is a little longer, since it is encrypted.
    static let maxPart = maxFrame - 1_024
    /// The longest multi-part message that means something here. Further parts are read and forgotten.
    private static let maxParts = 8

    let handle: UnsafeMutableRawPointer
    /// Becomes readable when something has happened at the socket; says nothing about what.
    let descriptor: Int32
    /// Whether it was used since it was last found empty. Every use may swallow the news of a message that the descriptor
    /// would have told, so a dirty socket must be read until it is empty before anybody sleeps.
    private(set) var isDirty = true
    private var isOpen = true

    init(_ context: UnsafeMutableRawPointer, _ kind: Int32) throws {
        guard let handle = zmq_socket(context, kind) else { throw BusError.system("zmq_socket", code: zmq_errno()) }
        self.handle = handle
        var descriptor: Int32 = -1
        var size = MemoryLayout<Int32>.size
        guard zmq_getsockopt(handle, ZMQ_FD, &descriptor, &size) == 0 else {
            let code = zmq_errno()
            zmq_close(handle)
            throw BusError.system("zmq_getsockopt FD", code: code)
        }
        self.descriptor = descriptor
    }

    /// On the poll thread, never from `deinit`: who drops the last reference may be anybody.
    func close() {
        guard isOpen else { return }
        isOpen = false
        zmq_close(handle)
    }

    func set(_ option: Int32, _ value: Int32) throws {
        var value = value
        try check("zmq_setsockopt \(option)", zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size))
    }

    func set(_ option: Int32, long value: Int64) throws {
        var value = value
        try check("zmq_setsockopt \(option)", zmq_setsockopt(handle, option, &value, MemoryLayout<Int64>.size))
    }

    /// - Parameter withZero: a key as text counts its closing zero, a domain does not.
    func set(_ option: Int32, text: String, withZero: Bool = false) throws {
        let length = text.utf8.count + (withZero ? 1 : 0)
        try check("zmq_setsockopt \(option)", text.withCString { zmq_setsockopt(handle, option, $0, length) })
    }

    func bind(_ address: String) throws {
        guard zmq_bind(handle, address) == 0 else { throw Self.addressError(address) }
    }

    func connect(_ address: String) throws {
        guard zmq_connect(handle, address) == 0 else { throw Self.addressError(address) }
    }

    private static func addressError(_ address: String) -> BusError {
        let code = zmq_errno()
        if code == ENAMETOOLONG { return .address(address, reason: "the path is longer than 107 bytes") }
        return .address(address, reason: String(cString: zmq_strerror(code)))
    }

    /// Takes one message if there is one: all its parts, and who sent it by the proof of the CURVE handshake.
    func receive() -> (parts: [Data], user: String?)? {
        var parts: [Data] = []
        var user: String?
        isDirty = true
        while true {
            var message = zmq_msg_t()
            zmq_msg_init(&message)
            guard zmq_msg_recv(&message, handle, ZMQ_DONTWAIT) >= 0 else {
                zmq_msg_close(&message)
                // Parts of one message arrive together, so only the first can be missing.
                isDirty = false
                return nil
            }
            if parts.count < Self.maxParts {
                let size = zmq_msg_size(&message)
                parts.append(size == 0 ? Data() : Data(bytes: zmq_msg_data(&message), count: size))
            }
            let more = zmq_msg_more(&message) != 0
            if !more, let name = zmq_msg_gets(&message, "User-Id") { user = String(cString: name) }
            zmq_msg_close(&message)
            if !more { return (parts, user) }
        }
    }

    /// Sends a whole message or nothing of it, without waiting.
    func send(_ parts: [Data]) -> Outcome {
        isDirty = true
        for (index, part) in parts.enumerated() {
            let flags = ZMQ_DONTWAIT | (index + 1 < parts.count ? ZMQ_SNDMORE : 0)
            let result = part.withUnsafeBytes { zmq_send(handle, $0.baseAddress, $0.count, flags) }
            if result < 0 { return zmq_errno() == EHOSTUNREACH ? .unreachable : .full }
        }
        return .sent
    }

    private func check(_ what: String, _ result: Int32) throws {
        guard result == 0 else { throw BusError.system(what, code: zmq_errno()) }
    }
}
