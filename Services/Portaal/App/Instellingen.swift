// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Domein
import Foundation
import Opdrachten

/// The settings of the pages. Those of the process (ports, folders, keys) are in Shared/Dienst.
public struct PortaalSettings: Sendable {
    /// `WEGWIJS_TLS`: `ja` when the outside sees TLS. Default `nee`, for one's own machine: then cookies go without
    /// `__Host-` and `Secure`. Compose sets `ja`.
    public var tls: Bool
    /// `WEGWIJS_PROEFSTAD`: a line at the bottom of every page that says that the people are made up. Empty in real use.
    public var demo: String?
    /// `WEGWIJS_TELEFOON`: the number that clients call, for papers that go home with them. Empty: a line to write it on.
    public var telefoon: String?
    /// The teams of the contracts, to choose from.
    public var teams: [String]
    /// The gemeenten of the contracts (CBS codes), whose figures a team leader may choose from.
    public var gemeenten: [String]
    /// The teams that work for each gemeente.
    public var gemeenteteams: [String: [String]]

    public init(
        tls: Bool, demo: String? = nil, teams: [String] = [], gemeenten: [String] = [], gemeenteteams: [String: [String]] = [:],
        telefoon: String? = nil
    ) {
        self.telefoon = telefoon
        (self.tls, self.demo, self.teams, self.gemeenten) = (tls, demo, teams, gemeenten)
        self.gemeenteteams = gemeenteteams
    }

    /// - Throws: `Opdrachtfouten` when a contract file cannot be used.
    init(reader: ConfigReader, contracten: URL) throws {
        let demo = reader.string(forKey: "wegwijs.proefstad", default: "")
        let telefoon = reader.string(forKey: "wegwijs.telefoon", default: "")
        let boek = try Opdrachtenboek(map: contracten)
        self.init(
            tls: reader.string(forKey: "wegwijs.tls", default: "nee") == "ja", demo: demo.isEmpty ? nil : demo,
            teams: Set(boek.opdrachten.flatMap(\.teams)).sorted(),
            gemeenten: Set(boek.opdrachten.map(\.gemeente.waarde)).sorted(),
            gemeenteteams: Dictionary(grouping: boek.opdrachten, by: \.gemeente.waarde).mapValues {
                Set($0.flatMap(\.teams)).sorted()
            }, telefoon: telefoon.isEmpty ? nil : telefoon)
    }
}
