// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes
import Hummingbird

/// Proof that a form was made by us for this visitor: a MAC under the secret of the session, so that nothing is stored.
public enum Csrf {
    /// The name of the hidden field.
    public static let field = "_csrf"

    public static func token(_ secret: Secret) -> String { secret.sign("csrf") }

    /// Refuses a change whose form does not carry the token of this visitor.
    public static func check(_ form: FormValues, secret: Secret?) throws {
        guard let secret, secret.verify(form.exact(field), of: "csrf") else { throw Self.refusal }
    }

    /// Refuses, before the body is read, what a browser itself says comes from another site (Fetch Metadata).
    public static func checkOrigin(_ request: Request) throws {
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" { throw Self.refusal }
    }

    static let refusal = Refusal(
        .forbidden, "Dit formulier is niet meer geldig. Ga terug, ververs de pagina en probeer het opnieuw.")
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .via
}
