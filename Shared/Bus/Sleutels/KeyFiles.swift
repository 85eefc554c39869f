// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Glibc

/// The key files of an installation: `<service>.sleutel` with the secret key (mode 0600) and `publiek` with the public
/// keys of all, one line each: the name of the service, a space, the key. Files and not environment variables, since Z85
/// uses `$`, `&` and brackets.
public enum KeyFiles {
    public static func secretFile(of service: ServiceName, in folder: URL) -> URL {
        folder.appending(component: "\(service.rawValue).sleutel")
    }

    public static func publicFile(in folder: URL) -> URL { folder.appending(component: "publiek") }

    /// Writes the secret key so that only the owner can read it, also while it is being written.
    /// Refuses to replace a key that is there: whoever wants a new one removes the old one first.
    public static func writeSecret(_ pair: CurveKeyPair, to file: URL) throws {
        let descriptor = open(file.path(percentEncoded: false), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BusError.key("cannot write \(file.lastPathComponent): error \(errno)") }
        defer { close(descriptor) }
        let text = Array((pair.secretKey + "\n").utf8)
        guard write(descriptor, text, text.count) == text.count, fsync(descriptor) == 0 else {
            throw BusError.key("cannot write \(file.lastPathComponent): error \(errno)")
        }
    }

    /// Reads a secret key and reckons the public one. Throws `BusError.key` that names the file.
    public static func readSecret(from file: URL) throws -> CurveKeyPair {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw BusError.key("cannot read \(file.lastPathComponent)")
        }
        do { return try CurveKeyPair(secretKey: text.trimmingCharacters(in: .whitespacesAndNewlines)) } catch {
            throw BusError.key("\(file.lastPathComponent): \(error)")
        }
    }

    public static func writePublic(_ keys: [ServiceName: String], to file: URL) throws {
        let lines = keys.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)\n" }
        try Data(lines.joined().utf8).write(to: file, options: .atomic)
    }

    /// Reads the public keys of all. Throws `BusError.key` that names file and line.
    public static func readPublic(from file: URL) throws -> [ServiceName: String] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw BusError.key("cannot read \(file.lastPathComponent)")
        }
        var keys: [ServiceName: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("# ") { continue }
            let words = line.split(separator: " ")
            guard words.count == 2, let service = ServiceName(rawValue: String(words[0])),
                CurveKeyPair.isKey(String(words[1]))
            else { throw BusError.key("\(file.lastPathComponent), line \(index + 1): expected a service and its public key") }
            keys[service] = String(words[1])
        }
        return keys
    }

    /// Makes what is missing in the folder: a secret key for each service, and the file with the public keys of all.
    /// Returns the services that got a new key.
    @discardableResult
    public static func complete(_ services: [ServiceName] = ServiceName.allCases, in folder: URL) throws -> [ServiceName] {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var made: [ServiceName] = []
        var keys: [ServiceName: String] = [:]
        for service in services {
            let file = secretFile(of: service, in: folder)
            if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
                try writeSecret(.generate(), to: file)
                made.append(service)
            }
            keys[service] = try readSecret(from: file).publicKey
        }
        try writePublic(keys, to: publicFile(in: folder))
        return made
    }
}
