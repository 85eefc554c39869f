// SPDX-License-Identifier: EUPL-1.2
import Berichten
import HTTPTypes

/// Why the edge itself refuses a request: no domain rule, but the form of what came in (too large, wrong type, no such path).
/// Everything else is thrown as a `Failure`.
public struct Refusal: Error, Sendable {
    public var status: HTTPResponse.Status
    /// Dutch, for whoever sent the request. Never something that the request itself contained.
    public var detail: String?
    public var headers: HTTPFields
    public var errors: [FieldError]

    public init(_ status: HTTPResponse.Status, _ detail: String? = nil, headers: HTTPFields = [:], errors: [FieldError] = []) {
        (self.status, self.detail, self.headers, self.errors) = (status, detail, headers, errors)
    }

    public static let unreadableForm = Refusal(.badRequest, "Het formulier is niet te lezen.")
    /// What was typed in one field is no text. The name is told when it is one that a form of ours could have.
    public static func unreadable(field: String) -> Refusal {
        let isName = field.count <= 60 && field.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        guard isName else { return .unreadableForm }
        let text = "In het veld “\(field)” staat een teken dat niet kan."
        return Refusal(.badRequest, text, errors: [FieldError(field, code: "onleesbaar", text)])
    }
    /// A field that the page itself puts in is not there, or is none that we made.
    /// - Parameter rule: what belongs there, in Dutch, to follow a colon.
    public static func incomplete(field: String, _ rule: String) -> Refusal {
        let text = "Het veld “\(field)” ontbreekt of klopt niet: \(rule). Ga terug, ververs de pagina en probeer het opnieuw."
        return Refusal(.badRequest, text, errors: [FieldError(field, code: "onleesbaar", text)])
    }
    public static let tooLarge = Refusal(.contentTooLarge, "Het bericht is groter dan hier mag.")

    /// The token of a partner or gemeente is missing or unknown.
    public static func unauthorized(_ detail: String = "Er is geen geldig token meegestuurd.") -> Refusal {
        Refusal(.unauthorized, detail, headers: [.wwwAuthenticate: "Bearer"])
    }
}
