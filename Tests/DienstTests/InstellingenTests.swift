// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Configuration
import Dienst
import Foundation
import Testing

@Suite("Instellingen van een dienst", .timeLimit(.minutes(1)))
struct InstellingenTests {
    private func settings(_ service: ServiceName, _ environment: [String: String] = [:]) throws -> ServiceSettings {
        try ServiceSettings(
            service, reader: ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: environment)))
    }

    @Test("zonder instellingen werkt alles op één machine")
    func defaults() throws {
        let portaal = try settings(.portaal)
        #expect(portaal.httpAddress.description == "127.0.0.1:8080")
        #expect(portaal.storeFile.lastPathComponent == "portaal.sqlite")
        #expect(try portaal.address(of: .intake).router.hasPrefix("ipc://"))
        #expect(!portaal.isProduction)
    }

    @Test("op tcp heet een dienst naar zijn naam, en een ander adres gaat voor")
    func addresses() throws {
        let intake = try settings(
            .intake, ["WEGWIJS_BUS": "tcp", "WEGWIJS_ADRES_SOCIALE_KAART": "tcp://relais:1,tcp://relais:2"])
        #expect(
            try intake.address(of: .begeleiding) == PeerAddress(router: "tcp://begeleiding:5701", bell: "tcp://begeleiding:5702"))
        #expect(try intake.address(of: .socialeKaart) == PeerAddress(router: "tcp://relais:1", bell: "tcp://relais:2"))
        #expect(try intake.ownAddress().router == "tcp://*:5701")
    }

    @Test(
        "een instelling die niet kan, wordt bij naam genoemd",
        arguments: [
            (["WEGWIJS_BUS": "post"], "WEGWIJS_BUS"), (["WEGWIJS_HTTP": "8080"], "WEGWIJS_HTTP"),
            (["WEGWIJS_STROOM_DAGEN": "0"], "WEGWIJS_STROOM_DAGEN"), (["WEGWIJS_BEHEER": "host:99999"], "WEGWIJS_BEHEER"),
            (["WEGWIJS_KLOK": "morgen"], "WEGWIJS_KLOK"),
            (["WEGWIJS_KLOK": "proef", "WEGWIJS_PRODUCTIE": "ja"], "WEGWIJS_KLOK"),
        ])
    func refused(_ environment: [String: String], _ name: String) {
        #expect { try settings(.intake, environment) } throws: { ($0 as? SettingError)?.setting == name }
    }
}
