// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Configuration
import Domein
import Foundation

/// What every service reads from its surroundings: once, at the start, and nowhere else.
/// Each setting has a name, a default that works on one machine, and a meaning; docs/instellingen.md lists them.
public struct ServiceSettings: Sendable {
    public let service: ServiceName
    /// `WEGWIJS_GEGEVENS`: where the store lives. Default `var/gegevens`.
    public let dataFolder: URL
    /// `WEGWIJS_SLEUTELS`: where the key files live. Default `var/sleutels`.
    public let keyFolder: URL
    /// `WEGWIJS_OPDRACHTEN`: the folder with the contract rule files. Default `compose/opdrachten`.
    public let contractFolder: URL
    /// `WEGWIJS_BUS`: `ipc` with sockets in the run folder, or `tcp` with host names equal to service names. Default `ipc`.
    public let busKind: String
    /// `WEGWIJS_RUN`: short folder for sockets and the pid file (a socket path may be 107 bytes). Default `var/run`.
    public let runFolder: URL
    /// `WEGWIJS_HTTP`: `host:port` of the outer door of intake, sociale-kaart and portaal.
    public let httpAddress: HostPort
    /// `WEGWIJS_BEHEER`: `host:port` of the operator's door.
    public let operatorAddress: HostPort
    /// `WEGWIJS_KLOK`: `echt`, or `proef` with `WEGWIJS_KLOKBESTAND`. Production refuses `proef`.
    public let clockFile: URL?
    /// `WEGWIJS_PRODUCTIE`: `ja` or `nee`. Default `nee`.
    public let isProduction: Bool
    /// `WEGWIJS_STROOM_DAGEN`: how long told events, applied effects and answers of commands are held. Default 400.
    public let streamDays: Int
    /// `WEGWIJS_LOGNIVEAU`: `debug`, `info`, `notice`, `warning`, `error`. Default `info`.
    public let logLevel: String
    /// Everything else, for the settings of one service.
    public let reader: ConfigReader

    public init(_ service: ServiceName, reader: ConfigReader = ConfigReader(provider: EnvironmentVariablesProvider())) throws {
        self.service = service
        self.reader = reader
        func folder(_ key: String, _ fallback: String) -> URL {
            URL(fileURLWithPath: reader.string(forKey: ConfigKey("wegwijs.\(key)"), default: fallback))
        }
        dataFolder = folder("gegevens", "var/gegevens")
        keyFolder = folder("sleutels", "var/sleutels")
        contractFolder = folder("opdrachten", "compose/opdrachten")
        runFolder = folder("run", "var/run")
        busKind = reader.string(forKey: "wegwijs.bus", default: "ipc")
        guard busKind == "ipc" || busKind == "tcp" else { throw SettingError("WEGWIJS_BUS", "ipc of tcp") }
        httpAddress = try HostPort(
            reader.string(forKey: "wegwijs.http", default: "127.0.0.1:\(Self.defaultHTTPPort(service))"), setting: "WEGWIJS_HTTP")
        operatorAddress = try HostPort(
            reader.string(forKey: "wegwijs.beheer", default: "127.0.0.1:\(Self.defaultOperatorPort(service))"),
            setting: "WEGWIJS_BEHEER")
        isProduction = reader.string(forKey: "wegwijs.productie", default: "nee") == "ja"
        logLevel = reader.string(forKey: "wegwijs.logniveau", default: "info")
        streamDays = reader.int(forKey: "wegwijs.stroom.dagen", default: 400)
        guard (1...36_500).contains(streamDays) else { throw SettingError("WEGWIJS_STROOM_DAGEN", "1 tot 36500") }
        switch reader.string(forKey: "wegwijs.klok", default: "echt") {
        case "echt": clockFile = nil
        case "proef":
            if isProduction { throw SettingError("WEGWIJS_KLOK", "echt: in productie mag de klok niet verzet worden") }
            clockFile = folder("klokbestand", "var/run/klok.json")
        default: throw SettingError("WEGWIJS_KLOK", "echt of proef")
        }
    }

    /// Where this service keeps its store.
    public var storeFile: URL { dataFolder.appendingPathComponent("\(service.rawValue).sqlite") }

    /// The address of a service on the bus. `WEGWIJS_ADRES_<SERVICE>` (with `_` for `-`), as `router,bel`, puts
    /// something else in its place, such as a relay.
    public func address(of peer: ServiceName) throws -> PeerAddress {
        let name = peer.rawValue.replacingOccurrences(of: "-", with: "_")
        if let text = reader.string(forKey: ConfigKey("wegwijs.adres.\(name)")) {
            let parts = text.split(separator: ",").map(String.init)
            guard parts.count == 2 else {
                throw SettingError("WEGWIJS_ADRES_\(name.uppercased())", "twee adressen met een komma ertussen")
            }
            return PeerAddress(router: parts[0], bell: parts[1])
        }
        if busKind == "ipc" {
            let base = runFolder.path
            return PeerAddress(router: "ipc://\(base)/\(peer.rawValue).v", bell: "ipc://\(base)/\(peer.rawValue).b")
        }
        return PeerAddress(router: "tcp://\(peer.rawValue):5701", bell: "tcp://\(peer.rawValue):5702")
    }

    /// Where this service itself binds: as its address, on tcp on every interface.
    public func ownAddress() throws -> PeerAddress {
        guard busKind == "tcp" else { return try address(of: service) }
        return PeerAddress(router: "tcp://*:5701", bell: "tcp://*:5702")
    }

    static func defaultHTTPPort(_ service: ServiceName) -> Int {
        switch service {
        case .portaal: 8080
        case .intake: 8081
        case .socialeKaart: 8082
        default: 8089
        }
    }

    /// The operator's ports on one machine, in the order of the services.
    public static func defaultOperatorPort(_ service: ServiceName) -> Int {
        9081 + (ServiceName.allCases.firstIndex(of: service) ?? 0)
    }
}

/// `host:port`.
public struct HostPort: Sendable, Equatable, CustomStringConvertible {
    public let host: String
    public let port: Int

    public init(_ text: String, setting: String) throws {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port),
            colon != text.startIndex
        else { throw SettingError(setting, "host:poort, zoals 127.0.0.1:8080") }
        (host, self.port) = (String(text[..<colon]), port)
    }

    public var description: String { "\(host):\(port)" }
}

/// A setting that cannot be used: its name and what it must be.
public struct SettingError: Error, CustomStringConvertible {
    public let setting: String
    public let rule: String
    public init(_ setting: String, _ rule: String) { (self.setting, self.rule) = (setting, rule) }
    public var description: String { "instelling \(setting): moet zijn: \(rule)" }
}
