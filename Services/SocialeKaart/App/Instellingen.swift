// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Dienst
import Foundation

/// The settings of this service alone; those of every service stand in `ServiceSettings`.
struct Instellingen: Sendable {
    /// `WEGWIJS_PARTNER_TOKENS`: the file with the hashes of the partners' and operator's tokens (form: `BearerTokens`).
    /// Default `partner-tokens.json` in the key folder. Read again when it changes.
    let tokenbestand: URL
    /// `WEGWIJS_KAART_ADRES`: the address under which the outside knows this service, without a slash at the end.
    /// Default `http://` and the address it listens on; production needs https.
    let adres: String
    /// `WEGWIJS_KAART_UITGEVER`: who publishes the directory. Default `Wegwijs`.
    let uitgever: String
    /// `WEGWIJS_KAART_EMAIL`: where to write about the data. No default: left out.
    let email: String?
    /// `WEGWIJS_KAART_UITGEVER_ID`: the publisher's number as org-id.guide writes it, such as `NL-KVK-12345678`. No default.
    let uitgeverID: String?
    /// `WEGWIJS_UPL`: the national list of product names (`UPL-actueel.csv`); terms that point into it are then checked. No
    /// default: not checked.
    let upl: URL?
    /// `WEGWIJS_OIN`: who sends notifications to partners, as `urn:nld:oin:<oin>:systeem:wegwijs`. Default a test number.
    let bron: String
    /// The host name of `adres`: who we say we are in a handshake.
    var herkomst: String { URLComponents(string: adres)?.host ?? "localhost" }

    /// - Throws: `SettingError` that names the setting.
    init(_ settings: ServiceSettings) throws {
        let reader = settings.reader
        tokenbestand =
            reader.string(forKey: "wegwijs.partner.tokens").map { URL(fileURLWithPath: $0) }
            ?? settings.keyFolder.appendingPathComponent("partner-tokens.json")
        let eigen = "http://\(settings.httpAddress)"
        let adres = reader.string(forKey: "wegwijs.kaart.adres", default: settings.isProduction ? "" : eigen)
        guard let delen = URLComponents(string: adres), let host = delen.host, !host.isEmpty, !adres.hasSuffix("/"),
            delen.query == nil, delen.fragment == nil,
            delen.scheme == "https" || (delen.scheme == "http" && !settings.isProduction)
        else {
            throw SettingError("WEGWIJS_KAART_ADRES", "https:// met een naam, zoals https://wegwijs.example/kaart")
        }
        self.adres = adres
        uitgever = reader.string(forKey: "wegwijs.kaart.uitgever", default: "Wegwijs")
        bron = "urn:nld:oin:\(reader.string(forKey: "wegwijs.oin", default: "00000099000000000001")):systeem:wegwijs"
        email = reader.string(forKey: "wegwijs.kaart.email")
        uitgeverID = reader.string(forKey: "wegwijs.kaart.uitgever.id")
        upl = reader.string(forKey: "wegwijs.upl").map { URL(fileURLWithPath: $0) }
    }
}
