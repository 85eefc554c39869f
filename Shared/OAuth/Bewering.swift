// SPDX-License-Identifier: EUPL-1.2
import Foundation
import JWTKit

/// What a client says of itself in a signed assertion (RFC 7523, section 3).
struct Bewering: JWTPayload {
    var iss: String?
    var sub: String?
    var aud: Publiek?
    /// Seconds since 1970.
    var exp: Double?
    var iat: Double?
    var nbf: Double?
    var jti: String?

    /// One audience or a list of them.
    enum Publiek: Codable, Sendable {
        case een(String)
        case lijst([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .een(text)
            } else {
                self = .lijst(try container.decode([String].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .een(let text): try container.encode(text)
            case .lijst(let texts): try container.encode(texts)
            }
        }

        func bevat(_ adres: String) -> Bool {
            switch self {
            case .een(let text): text == adres
            case .lijst(let texts): texts.contains(adres)
            }
        }
    }

    /// The claims are checked by `regels`, which names what is wrong.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// Seconds that two clocks may differ.
    static let marge = 30.0
    /// Longest time between now and the end of an assertion, and since its making.
    static let hoogstens = 300.0

    /// What is wrong with it; nil when nothing is.
    func bezwaar(client: String, adres: String, nu: Date) -> String? {
        let nu = nu.timeIntervalSince1970
        guard iss == client, sub == client else { return "iss en sub moeten allebei het client_id zijn" }
        guard let aud, aud.bevat(adres) else { return "aud moet het adres van dit token-endpoint zijn" }
        guard let exp, exp.isFinite, exp > nu - Self.marge else { return "exp ontbreekt of is voorbij" }
        guard exp <= nu + Self.hoogstens + Self.marge else { return "exp ligt meer dan vijf minuten vooruit" }
        guard let iat, iat.isFinite, iat <= nu + Self.marge, iat >= nu - Self.hoogstens - Self.marge else {
            return "iat ontbreekt, ligt vooruit of is ouder dan vijf minuten"
        }
        if let nbf, nbf > nu + Self.marge { return "nbf ligt vooruit" }
        // 128 bits of chance: 22 characters of base64url, or a UUID.
        guard let jti, (22...128).contains(jti.utf8.count) else { return "jti ontbreekt of heeft geen 22 tot 128 tekens" }
        return nil
    }
}
