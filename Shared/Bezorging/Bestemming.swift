// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Where notifications for one receiver go, as the address book knows it at the moment of sending: a token that was
/// replaced counts from the next try on.
public struct Bestemming: Sendable, Equatable {
    /// `https://…`; without user and password in it.
    public var adres: String
    /// Sent as `Authorization: Bearer …`, never in the address.
    public var token: String?
    /// With this every notification is signed (`webhook-signature` of Standard Webhooks).
    public var geheim: Data?
    /// Whether the receiver is asked first if it wants our notifications (CloudEvents webhook, `OPTIONS`). Off where the
    /// address was agreed on paper.
    public var handdruk: Bool

    public init(adres: String, token: String? = nil, geheim: Data? = nil, handdruk: Bool = true) {
        (self.adres, self.token, self.geheim, self.handdruk) = (adres, token, geheim, handdruk)
    }

    /// Why this address cannot be used.
    func bezwaar(alleenTLS: Bool) -> Oorzaak? {
        guard let delen = URLComponents(string: adres), let host = delen.host, !host.isEmpty, delen.user == nil,
            delen.password == nil, delen.fragment == nil
        else { return .adres }
        switch delen.scheme {
        case "https": return nil
        case "http": return alleenTLS ? .geenTLS : nil
        default: return .adres
        }
    }
}

/// Finds who gets it. Nil: nobody is registered under this key (any more).
public typealias Adresboek = @Sendable (_ bestemming: String) async throws -> Bestemming?
