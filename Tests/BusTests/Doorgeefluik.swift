// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Glibc
import Synchronization

/// A TCP relay between two services that can misbehave: cut every connection, or keep them open and let nothing more
/// through, as a dead line does.
final class Doorgeefluik: Sendable {
    let port: UInt16
    private let target: UInt16
    private struct State {
        var pairs: [(Int32, Int32)] = []
        var frozen: Set<Int32> = []
        var isStopped = false
    }
    private let state = Mutex(State())
    private let listener: Int32

    init(to target: UInt16) throws {
        self.target = target
        port = KaleVerbinding.freePort()
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var one: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, 4)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard result == 0, listen(listener, 16) == 0 else { throw CocoaError(.fileWriteUnknown) }
        Thread { [self] in loop() }.start()
    }

    /// Closes every connection.
    func cut() {
        state.withLock { state in
            for (a, b) in state.pairs {
                shutdown(a, Int32(SHUT_RDWR))
                shutdown(b, Int32(SHUT_RDWR))
            }
        }
    }

    /// Lets nothing more through on the connections that are there; new ones work.
    func freeze() { state.withLock { state in state.frozen = Set(state.pairs.flatMap { [$0.0, $0.1] }) } }

    func stop() { state.withLock { $0.isStopped = true } }

    private func loop() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !state.withLock({ $0.isStopped }) {
            let (pairs, frozen) = state.withLock { ($0.pairs, $0.frozen) }
            let open = pairs.flatMap { [($0.0, $0.1), ($0.1, $0.0)] }.filter { !frozen.contains($0.0) }
            var items = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
            items += open.map { pollfd(fd: $0.0, events: Int16(POLLIN), revents: 0) }
            guard poll(&items, nfds_t(items.count), 20) > 0 else { continue }
            if items[0].revents != 0, let there = KaleVerbinding(port: target) {
                let here = accept(listener, nil, nil)
                state.withLock { $0.pairs.append((here, there.descriptor)) }
            }
            for (item, (from, to)) in zip(items.dropFirst(), open) where item.revents != 0 {
                let count = read(from, &buffer, buffer.count)
                var sent = 0
                while count > 0, sent < count {
                    let step = buffer.withUnsafeBytes {
                        send(to, $0.baseAddress?.advanced(by: sent), count - sent, Int32(MSG_NOSIGNAL))
                    }
                    if step <= 0 { break }
                    sent += step
                }
                if count <= 0 || sent < count { drop(from, to) }
            }
        }
        close(listener)
        for (a, b) in state.withLock({ $0.pairs }) {
            close(a)
            close(b)
        }
    }

    private func drop(_ a: Int32, _ b: Int32) {
        let isOurs = state.withLock { state in
            let before = state.pairs.count
            state.pairs.removeAll { $0 == (a, b) || $0 == (b, a) }
            return state.pairs.count < before
        }
        guard isOurs else { return }
        close(a)
        close(b)
    }
}
