// SPDX-License-Identifier: EUPL-1.2
import Configuration
import Dienst
import Domein
import Foundation

/// What intake reads from its surroundings beside what every service reads: once, at the start.
struct Instellingen: Sendable {
    /// `WEGWIJS_OIN`: our own OIN, which must stand in the header `doel`. Default a test number; production refuses those.
    let oin: OIN
    /// `WEGWIJS_KOPPELING_TOKENS`: the file with the hashed tokens of gemeenten, see `BearerTokens`.
    /// Default `koppeling.json` in the folder of the keys.
    let tokens: URL
    /// `WEGWIJS_KOPPELING_TEMPO`: how many requests a second one organisation may make, over a minute. Default 200.
    let tempo: Int
    /// `WEGWIJS_KOPPELING_BASIS`: the path of the interface as the outside sees it, such as `/koppeling/v1` behind a proxy
    /// that serves more than this. Default `/v1`.
    let basis: String
    /// `WEGWIJS_KOPPELING_ADRES`: scheme and host under which the outside knows us, such as `https://wegwijs.example`. With
    /// `basis` it is the link in notifications, and with `/oauth/token` what must stand in `aud`. Default the address that
    /// is listened on; production needs https.
    let adres: String
    /// The host name of `adres`: who we say we are in a handshake.
    let herkomst: String
    /// `WEGWIJS_BSN`: which BSNs the koppeling takes: `alle`, `alleen-test` or `geen-test`. Default `alle`; in production
    /// `geen-test`.
    let bsn: BSNBeleid
    /// `WEGWIJS_KLUIS`: the file with the keys of persons, apart from the data. Default `kluis/dossiersleutels.sqlite` beside
    /// the data folder.
    let kluis: URL
    /// `WEGWIJS_HOOFDSLEUTEL`: the file with the key that wraps those keys. Default `hoofdsleutel` in the folder of the keys.
    let hoofdsleutel: URL
    /// `WEGWIJS_TLS`: `ja` when the proxy in front speaks TLS to the outside. Default as `WEGWIJS_PRODUCTIE`.
    let tls: Bool
    /// Files with aanmeldingen.
    let aanleveren: Aanleverinstellingen

    /// - Throws: `SettingError` that names the setting.
    init(_ settings: ServiceSettings) throws {
        let reader = settings.reader
        func file(_ key: String, _ fallback: URL) -> URL {
            reader.string(forKey: ConfigKey("wegwijs.\(key)")).map { URL(fileURLWithPath: $0) } ?? fallback
        }
        guard let oin = OIN(reader.string(forKey: "wegwijs.oin", default: "00000099000000000001")) else {
            throw SettingError("WEGWIJS_OIN", "een OIN van 20 tekens")
        }
        if settings.isProduction && oin.isTest {
            throw SettingError("WEGWIJS_OIN", "het eigen OIN uit het OIN-register; in productie geen testnummer")
        }
        self.oin = oin
        tokens = file("koppeling.tokens", settings.keyFolder.appending(component: "koppeling.json"))
        guard let tempo = Int(reader.string(forKey: "wegwijs.koppeling.tempo", default: "200")), tempo > 0 else {
            throw SettingError("WEGWIJS_KOPPELING_TEMPO", "een getal boven nul")
        }
        self.tempo = tempo
        basis = reader.string(forKey: "wegwijs.koppeling.basis", default: "/v1")
        guard basis.wholeMatch(of: /(\/[A-Za-z0-9._\-]+)*\/v1/) != nil else {
            throw SettingError("WEGWIJS_KOPPELING_BASIS", "een pad dat op /v1 eindigt, zoals /koppeling/v1")
        }
        let eigen = "http://\(settings.httpAddress.host):\(settings.httpAddress.port)"
        let adres = reader.string(forKey: "wegwijs.koppeling.adres", default: settings.isProduction ? "" : eigen)
        guard let delen = URLComponents(string: adres), let host = delen.host, !host.isEmpty, delen.path.isEmpty,
            delen.scheme == "https" || (delen.scheme == "http" && !settings.isProduction)
        else {
            throw SettingError("WEGWIJS_KOPPELING_ADRES", "https:// met een naam en zonder pad, zoals https://wegwijs.example")
        }
        (self.adres, herkomst) = (adres, host)
        let bsn = reader.string(forKey: "wegwijs.bsn", default: settings.isProduction ? "geen-test" : "alle")
        guard let bsn = BSNBeleid(rawValue: bsn) else { throw SettingError("WEGWIJS_BSN", "alle, alleen-test of geen-test") }
        self.bsn = bsn
        let kluisfolder = settings.dataFolder.deletingLastPathComponent().appending(component: "kluis")
        kluis = file("kluis", kluisfolder.appending(component: "dossiersleutels.sqlite"))
        hoofdsleutel = file("hoofdsleutel", settings.keyFolder.appending(component: "hoofdsleutel"))
        aanleveren = try Aanleverinstellingen(settings)
        tls = reader.string(forKey: "wegwijs.tls", default: settings.isProduction ? "ja" : "nee") == "ja"
    }
}
