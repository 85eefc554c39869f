// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation

/// Where everything of one running Wegwijs is on this machine: folders, ports, and what each process gets told.
public struct Landschap: Sendable {
    /// Holds `gegevens`, `sleutels`, `log`, `run`.
    public let folder: URL
    /// Where the executables are: beside this one.
    public let binaries: URL
    public let port: Int

    /// The services in the order in which they are shown and started.
    public static let services: [ServiceName] = [.intake, .begeleiding, .socialeKaart, .reiskosten, .rapportage, .portaal]

    public init(folder: String, port: Int, binaries: URL? = nil) throws {
        self.folder = URL(fileURLWithPath: folder).standardizedFileURL
        self.port = port
        if let binaries {
            self.binaries = binaries
        } else {
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            self.binaries = URL(fileURLWithPath: own).deletingLastPathComponent()
        }
    }

    public var dataFolder: URL { folder.appendingPathComponent("gegevens") }
    public var keyFolder: URL { folder.appendingPathComponent("sleutels") }
    public var logFolder: URL { folder.appendingPathComponent("log") }
    public var clockFile: URL { folder.appendingPathComponent("klok.json") }
    public var demoFolder: URL { folder.appendingPathComponent("demo") }
    /// The pid of the supervisor and of what it started.
    public var processFile: URL { folder.appendingPathComponent("processen.json") }

    /// Sockets live in a short folder: a socket path may be 107 bytes.
    public var runFolder: URL {
        let wanted = folder.appendingPathComponent("run")
        if wanted.path.utf8.count <= 80 { return wanted }
        let hash = wanted.path.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return URL(fileURLWithPath: "/tmp/wegwijs-\(String(hash, radix: 36))")
    }

    public func httpPort(_ service: ServiceName) -> Int? {
        switch service {
        case .portaal: port
        case .intake: port + 1
        case .socialeKaart: port + 2
        default: nil
        }
    }

    public func operatorPort(_ service: ServiceName) -> Int {
        port + 1_001 + (Self.services.firstIndex(of: service) ?? 0)
    }

    public var address: String { "http://127.0.0.1:\(port)/" }

    /// The environment of a service: only what it needs, nothing of ours besides `PATH` and the library path.
    public func environment(of service: ServiceName) -> [String: String] {
        var environment: [String: String] = [
            "WEGWIJS_GEGEVENS": dataFolder.path,
            "WEGWIJS_SLEUTELS": keyFolder.path,
            "WEGWIJS_RUN": runFolder.path,
            "WEGWIJS_BEHEER": "127.0.0.1:\(operatorPort(service))",
            // A file with aanmeldingen is read and written by two threads at a time: with two areas they wait for each other.
            "MALLOC_ARENA_MAX": service == .intake ? "4" : "2",
            "SWIFT_BACKTRACE": "enable=no",
        ]
        if let port = httpPort(service) { environment["WEGWIJS_HTTP"] = "127.0.0.1:\(port)" }
        if FileManager.default.fileExists(atPath: clockFile.path) {
            environment["WEGWIJS_KLOK"] = "proef"
            environment["WEGWIJS_KLOKBESTAND"] = clockFile.path
            // On every page: nobody may take these people for real ones.
            environment["WEGWIJS_PROEFSTAD"] = "Proefstad: alle mensen zijn verzonnen."
        }
        let own = ProcessInfo.processInfo.environment
        for name in ["PATH", "LD_LIBRARY_PATH", "HOME", "LANG", "TMPDIR"] { environment[name] = own[name] }
        // A setting given to the operator's command reaches the services, so that a relay can stand between two of them.
        for (name, value) in own where name.hasPrefix("WEGWIJS_") && environment[name] == nil { environment[name] = value }
        return environment
    }

    public func makeFolders() throws {
        for folder in [folder, dataFolder, keyFolder, logFolder, runFolder] {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }
}
