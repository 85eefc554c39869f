// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Zegel

/// Signs a notification as Standard Webhooks prescribes, for receivers that share a secret with us: they check that it is
/// ours, was not changed, and is not an old one played again. Ready-made libraries for the receiving side exist.
public enum Handtekening {
    /// The three headers. The signed text is `id.timestamp.body`.
    static func kopregels(id: String, inhoud: Data, geheim: Data, nu: Date) throws -> [(String, String)] {
        let tijd = String(Int(nu.timeIntervalSince1970))
        return [
            ("webhook-id", id), ("webhook-timestamp", tijd),
            ("webhook-signature", "v1," + (try waarde(id: id, tijd: tijd, inhoud: inhoud, geheim: geheim))),
        ]
    }

    /// The base64 of the HMAC-SHA256.
    public static func waarde(id: String, tijd: String, inhoud: Data, geheim: Data) throws -> String {
        try HMACSHA256.code(Data("\(id).\(tijd).".utf8) + inhoud, key: geheim).base64EncodedString()
    }
}
