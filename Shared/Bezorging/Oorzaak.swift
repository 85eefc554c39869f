// SPDX-License-Identifier: EUPL-1.2

/// Why a notification did not arrive. A code for the store and the page; the texts are the page's.
public enum Oorzaak: String, Sendable, Codable, CaseIterable {
    /// Nobody is registered under this key.
    case geenBestemming = "geen-bestemming"
    /// The address cannot be read.
    case adres
    /// The address is not https, and it must be.
    case geenTLS = "geen-tls"
    /// No connection, or it broke.
    case geenVerbinding = "geen-verbinding"
    /// The connection is there but cannot be trusted or made secure.
    case tls
    /// No answer within the limit.
    case tijdOm = "tijd-om"
    /// 429.
    case teDruk = "te-druk"
    /// 5xx, 408 or 425.
    case storing
    /// 3xx: we follow none, the address must be put right.
    case doorverwijzing
    /// The receiver does not want our notifications: no or another `WebHook-Allowed-Origin`.
    case handdruk
    /// 401 or 403: the token is wrong.
    case token
    /// 410: the receiver is gone.
    case weg
    /// Any other 4xx.
    case geweigerd
    /// Nobody can say now whether this may leave. No fault of the receiver, so it counts as no try.
    case nietNaTeGaan = "niet-na-te-gaan"

    /// Whether the same thing may go well later without anybody doing something.
    public var gaatOver: Bool {
        switch self {
        case .geenVerbinding, .tls, .tijdOm, .teDruk, .storing, .nietNaTeGaan: true
        case .geenBestemming, .adres, .geenTLS, .doorverwijzing, .handdruk, .token, .weg, .geweigerd: false
        }
    }

    /// What a status says; nil: it was taken. Any 2xx ends it.
    init?(status: Int) {
        switch status {
        case 200..<300: return nil
        case 300..<400: self = .doorverwijzing
        case 401, 403: self = .token
        case 408, 425: self = .storing
        case 410: self = .weg
        case 429: self = .teDruk
        case 400..<500: self = .geweigerd
        default: self = .storing
        }
    }
}
