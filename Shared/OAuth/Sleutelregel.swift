// SPDX-License-Identifier: EUPL-1.2
import Foundation
import JWTKit
import Zegel

/// Which keys and algorithms are taken (NL GOV Assurance profile for OAuth 2.0): signatures with a key pair only. A shared
/// secret (HS*) or no signature (`none`) never gets in, whatever a header says.
public enum Sleutelregel {
    static let algoritmen: [String: JWK.Algorithm] = ["ES256": .es256, "RS256": .rs256, "PS256": .ps256]

    /// Why a key cannot be registered; nil when it can.
    static func bezwaar(tegen key: JWK) -> String? {
        guard let kid = key.keyIdentifier?.string, !kid.isEmpty, kid.utf8.count <= 128 else { return "kid ontbreekt" }
        // Somebody who sends a private key has made it worthless.
        guard key.privateExponent == nil, key.prime1 == nil, key.prime2 == nil else {
            return "dit is een geheime sleutel; registreer alleen de publieke"
        }
        if let alg = key.algorithm?.rawValue, algoritmen[alg] == nil { return "alg moet ES256, RS256 of PS256 zijn" }
        switch key.keyType {
        case .ecdsa:
            guard key.curve?.rawValue == "P-256", key.x != nil, key.y != nil else { return "alleen de kromme P-256, met x en y" }
        case .rsa:
            // 2048 bits are 256 bytes, 342 characters of base64url.
            guard let modulus = key.modulus, key.exponent != nil, modulus.utf8.count >= 342 else {
                return "een RSA-sleutel heeft ten minste 2048 bits, met n en e"
            }
        default: return "kty moet EC of RSA zijn"
        }
        return nil
    }

    /// Which algorithm an assertion may be checked with; nil when its header and the registered key do not go together.
    static func algoritme(_ alg: String, voor key: JWK) -> JWK.Algorithm? {
        guard let algoritme = algoritmen[alg], bezwaar(tegen: key) == nil else { return nil }
        if let eigen = key.algorithm, eigen != algoritme { return nil }
        return (key.keyType == .ecdsa) == (alg == "ES256") ? algoritme : nil
    }

    public struct Onleesbaar: Error, CustomStringConvertible {
        public let description: String
    }

    /// Reads a public key for registering: a JWK, a JWK set, or PEM. A key without `kid` is named by its thumbprint
    /// (RFC 7638).
    public static func lees(_ tekst: String) throws -> [JWK] {
        let keys: [JWK]
        if tekst.contains("-----BEGIN") {
            keys = [try pem(tekst)]
        } else if let set = try? JSONDecoder().decode(JWKS.self, from: Data(tekst.utf8)) {
            keys = set.keys
        } else {
            do { keys = [try JSONDecoder().decode(JWK.self, from: Data(tekst.utf8))] } catch {
                throw Onleesbaar(description: "dit is geen JWK, geen JWK-set en geen PEM")
            }
        }
        return try keys.map { key in
            var key = key
            if key.keyIdentifier == nil { key.keyIdentifier = JWKIdentifier(string: try duimafdruk(key)) }
            if let bezwaar = bezwaar(tegen: key) { throw Onleesbaar(description: bezwaar) }
            return key
        }
    }

    private static func pem(_ tekst: String) throws -> JWK {
        if tekst.contains("PRIVATE KEY") {
            throw Onleesbaar(description: "dit is een geheime sleutel; registreer alleen de publieke")
        }
        if let ec = try? ES256PublicKey(pem: tekst), let (x, y) = ec.parameters {
            return .ecdsa(.es256, identifier: nil, x: base64URL(x), y: base64URL(y), curve: .p256)
        }
        if let rsa = try? Insecure.RSA.PublicKey(pem: tekst), let delen = try? rsa.getKeyPrimitives() {
            return .rsa(
                nil, identifier: nil, modulus: base64URL(delen.modulus.base64EncodedString()),
                exponent: base64URL(delen.publicExponent.base64EncodedString()))
        }
        throw Onleesbaar(description: "deze PEM is geen publieke sleutel van P-256 of RSA")
    }

    private static func duimafdruk(_ key: JWK) throws -> String {
        let tekst =
            key.keyType == .ecdsa
            ? #"{"crv":"P-256","kty":"EC","x":"\#(key.x ?? "")","y":"\#(key.y ?? "")"}"#
            : #"{"e":"\#(key.exponent ?? "")","kty":"RSA","n":"\#(key.modulus ?? "")"}"#
        return base64URL(try SHA256.hash(Data(tekst.utf8)).base64EncodedString())
    }

    private static func base64URL(_ text: String) -> String {
        text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
