// SPDX-License-Identifier: EUPL-1.2
import Dispatch
import Foundation

/// `bus-prestatie --count N --rate R`: sends N durable events of 1 KiB from one process to another over the real bus and
/// the real stores, and prints what it measured as JSON on the last line.
///
/// Environment: `MSGBENCH_INFLIGHT` (1 or 64) is the most events that may be unacknowledged; `MSGBENCH_TMP` says where
/// the data goes. The process that is started by hand starts a sender and a receiver of itself and ends them.
@main
enum Start {
    static func main() {
        do {
            let options = try Options(CommandLine.arguments)
            switch options.role {
            case .parent:
                print(try Parent(options).run())
            case .sender: run { try await Sender(options).run() }
            case .receiver: run { try await Receiver(options).run() }
            }
        } catch { stop(error) }
    }

    /// Runs a role until it ends; the process ends with it.
    private static func run(_ role: @escaping @Sendable () async throws -> Void) {
        Task.detached {
            do {
                try await role()
                exit(0)
            } catch { stop(error) }
        }
        dispatchMain()
    }

    private static func stop(_ error: any Error) -> Never {
        FileHandle.standardError.write(Data("bus-prestatie: \(error)\n".utf8))
        exit(1)
    }
}

enum Role: String { case parent, sender, receiver }

struct Options: Sendable {
    var count = 1_000
    /// Events a second; 0 as fast as the callers allow.
    var rate = 0.0
    var callers = 64
    var role = Role.parent
    var folder = URL(filePath: "/tmp")

    struct Wrong: Error, CustomStringConvertible { let description: String }

    init(_ arguments: [String]) throws {
        let environment = ProcessInfo.processInfo.environment
        if let text = environment["MSGBENCH_INFLIGHT"] { callers = Int(text) ?? 0 }
        if let text = environment["MSGBENCH_TMP"] { folder = URL(filePath: text) }
        var index = 1
        while index + 1 < arguments.count {
            let value = arguments[index + 1]
            switch arguments[index] {
            case "--count": count = Int(value) ?? 0
            case "--rate": rate = Double(value) ?? -1
            case "--role": role = Role(rawValue: value) ?? .parent
            case "--folder": folder = URL(filePath: value)
            default: throw Wrong(description: "unknown option \(arguments[index]); use --count N --rate R")
            }
            index += 2
        }
        guard index == arguments.count, (1...5_000_000).contains(count), rate >= 0, (1...64).contains(callers) else {
            throw Wrong(description: "use --count N (1 to 5000000) --rate R; MSGBENCH_INFLIGHT from 1 to 64")
        }
    }
}

/// Nanoseconds of the clock that all processes of this machine share.
func nanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// Processor time of this process so far, in microseconds.
func processorTime() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func microseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1e6 + Double(time.tv_usec) }
    return microseconds(usage.ru_utime) + microseconds(usage.ru_stime)
}
