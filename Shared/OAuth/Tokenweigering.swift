// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes

/// Why no token was given, as RFC 6749 section 5.2 writes it. The texts are ASCII without quotes, as that section asks, and
/// never repeat what was sent.
struct Tokenweigering: Error, Equatable {
    let status: HTTPResponse.Status
    let code: String
    let tekst: String?

    init(_ status: HTTPResponse.Status, _ code: String, _ tekst: String? = nil) {
        (self.status, self.code, self.tekst) = (status, code, tekst)
    }

    static func verzoek(_ tekst: String) -> Tokenweigering { Tokenweigering(.badRequest, "invalid_request", tekst) }
    static func client(_ tekst: String) -> Tokenweigering { Tokenweigering(.unauthorized, "invalid_client", tekst) }
}
