// SPDX-License-Identifier: EUPL-1.2
import CCrypto
import Foundation

/// UUID version 5 (RFC 9562, 5.5): the same name within the same namespace always gives the same id. For things that
/// somebody else names, such as the rows of a file; what we name ourselves gets a version 7.
public enum NaamUUID {
    public static func make(_ name: String, in namespace: UUID) -> UUID {
        let space = namespace.uuid
        var input: [UInt8] = [
            space.0, space.1, space.2, space.3, space.4, space.5, space.6, space.7, space.8, space.9, space.10, space.11,
            space.12, space.13, space.14, space.15,
        ]
        input.append(contentsOf: name.utf8)
        // SHA-1 because the standard says so: it names, it protects nothing.
        var h = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        _ = EVP_Digest(input, input.count, &h, &length, EVP_sha1(), nil)
        return UUID(
            uuid: (
                h[0], h[1], h[2], h[3], h[4], h[5], 0x50 | (h[6] & 0x0F), h[7], 0x80 | (h[8] & 0x3F), h[9], h[10], h[11], h[12],
                h[13], h[14], h[15]
            ))
    }
}
