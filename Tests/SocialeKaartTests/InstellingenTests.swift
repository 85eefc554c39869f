// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Dienst
import Foundation
import Testing

@testable import SocialeKaartApp

@Suite("Instellingen van de sociale kaart", .timeLimit(.minutes(1)))
struct InstellingenTests {
    private func adres(_ adres: String?, productie: Bool) throws -> String {
        var omgeving = ["WEGWIJS_PRODUCTIE": productie ? "ja" : "nee"]
        omgeving["WEGWIJS_KAART_ADRES"] = adres
        return try Instellingen(
            ServiceSettings(
                .socialeKaart, reader: ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: omgeving)))
        ).adres
    }

    @Test("in productie staat in een melding een https-adres van buiten, en anders begint de dienst niet")
    func productie() throws {
        #expect(try adres("https://wegwijs.example/kaart", productie: true) == "https://wegwijs.example/kaart")
        for fout in [nil, "", "http://wegwijs.example", "wegwijs.example", "https://", "https://wegwijs.example/kaart/"] {
            #expect {
                _ = try adres(fout, productie: true)
            } throws: { error in
                "\(error)".contains("WEGWIJS_KAART_ADRES")
            }
        }
    }

    @Test("op één machine hoeft er niets te staan")
    func eenMachine() throws {
        #expect(try adres(nil, productie: false).hasPrefix("http://"))
        #expect(try adres("http://127.0.0.1:8082", productie: false) == "http://127.0.0.1:8082")
    }
}
