// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes
import Hummingbird

extension Request {
    /// The token of `Authorization: Bearer …` (RFC 6750). Throws 401 when there is none or it is no token.
    public func bearerToken() throws -> String {
        guard let header = headers[.authorization] else { throw Refusal.unauthorized() }
        let parts = header.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 4096,
            parts[1].utf8.allSatisfy(Self.isTokenByte)
        else { throw Refusal.unauthorized("De header Authorization is niet te lezen.") }
        return String(parts[1])
    }

    /// `token68` of RFC 9110.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"),
            UInt8(ascii: "="):
            true
        default: false
        }
    }
}
