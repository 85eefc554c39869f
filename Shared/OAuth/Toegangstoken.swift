// SPDX-License-Identifier: EUPL-1.2
import JWTKit

/// An access token of ours: what a client of an interface got at the token endpoint in exchange for a signed assertion
/// (NL GOV Assurance profile for OAuth 2.0, client credentials with `private_key_jwt`).
public struct Toegangstoken: Sendable, Equatable {
    /// Seconds until it ends; the profile allows at most six hours.
    public static let levensduur = 3600
}
