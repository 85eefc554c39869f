// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Glibc

/// A process of this same program that talks with its parent in lines over its standard input and output. It ends when its
/// input ends, so it never outlives its parent.
final class Child {
    let pid: pid_t
    private let input: Int32
    private let output: Int32
    private var pending: [UInt8] = []

    init(_ role: Role, _ options: Options, folder: URL) throws {
        var toChild: [Int32] = [0, 0]
        var fromChild: [Int32] = [0, 0]
        guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw Failed(what: "pipe", code: errno) }
        for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        let arguments = [
            CommandLine.arguments[0], "--count", "\(options.count)", "--rate", "\(options.rate)", "--role", role.rawValue,
            "--folder",
            folder.path(percentEncoded: false),
        ]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var pid: pid_t = 0
        let result = posix_spawn(&pid, "/proc/self/exe", &actions, nil, &pointers, environ)
        close(toChild[0])
        close(fromChild[1])
        guard result == 0 else { throw Failed(what: "posix_spawn", code: result) }
        (self.pid, input, output) = (pid, toChild[1], fromChild[0])
    }

    struct Failed: Error, CustomStringConvertible {
        var what: String
        var code: Int32
        var description: String { "\(what) failed with \(code)" }
    }

    func tell(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(input, bytes, bytes.count)
    }

    /// The next line; nil when none came in time or the process has ended.
    func line(within seconds: Double) -> String? {
        let end = nanoseconds() + Int64(seconds * 1e9)
        while true {
            if let newline = pending.firstIndex(of: 10) {
                defer { pending.removeSubrange(...newline) }
                return String(decoding: pending[..<newline], as: UTF8.self)
            }
            let left = (end - nanoseconds()) / 1_000_000
            guard left > 0 else { return nil }
            var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, Int32(left)) > 0 else { continue }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(output, &buffer, buffer.count)
            guard count > 0 else { return nil }
            pending += buffer[..<count]
        }
    }

    /// Ends the process; true when it ended well.
    func end() -> Bool {
        close(input)
        var status: Int32 = 0
        let end = nanoseconds() + 10_000_000_000
        while waitpid(pid, &status, WNOHANG) == 0 {
            if nanoseconds() > end { kill(pid, SIGKILL) }
            usleep(500)
        }
        close(output)
        return status == 0
    }
}

/// The child's side: lines in as an async sequence, lines out.
enum Parentage {
    static let lines = AsyncStream<String> { continuation in
        let thread = Thread {
            while let line = readLine() { continuation.yield(line) }
            continuation.finish()
        }
        thread.start()
    }

    static func tell(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(1, bytes, bytes.count)
    }
}
