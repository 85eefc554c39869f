// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Starts a process that outlives this one. swift-subprocess always waits for what it starts, so this one call is our own.
enum DetachedProcess {
    struct CannotStart: Error, CustomStringConvertible {
        let description: String
    }

    @discardableResult
    static func start(executable: String, arguments: [String], log: String) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let ownSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which Swift's Glibc module does not show
        posix_spawnattr_setflags(&attributes, ownSession)
        var argv: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        defer { for pointer in argv { free(pointer) } }
        var pid: pid_t = 0
        let result = posix_spawn(&pid, executable, &actions, &attributes, &argv, environ)
        guard result == 0 else { throw CannotStart(description: "\(executable): \(String(cString: strerror(result)))") }
        return pid
    }
}
