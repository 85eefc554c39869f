// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What any thrown error comes down to at the edge: a status, a title and a text that may be shown, and what must be logged.
/// An interface makes a `ProblemDetails` of it, the portaal a page. Never a stack trace, never text of a foreign error.
public struct Trouble: Sendable {
    public var status: HTTPResponse.Status
    /// Last part of the URN `urn:wegwijs:probleem:…`.
    public var kind: String
    public var title: String
    public var detail: String?
    public var errors: [FieldError]
    public var headers: HTTPFields
    /// Set when this is a fault of ours: the number under which the log has it.
    public var reference: String?
    /// Set when somebody else changed the record first.
    public var conflict: Failure.Conflict?
    /// English, for the log: the type of what was thrown, without its content, which may hold personal data.
    public var logText: String?

    init(
        _ status: HTTPResponse.Status, _ kind: String, _ title: String, _ detail: String? = nil, errors: [FieldError] = [],
        headers: HTTPFields = [:], reference: String? = nil, conflict: Failure.Conflict? = nil, logText: String? = nil
    ) {
        (self.status, self.kind, self.title, self.detail) = (status, kind, title, detail)
        (self.errors, self.headers, self.reference) = (errors, headers, reference)
        (self.conflict, self.logText) = (conflict, logText)
    }

    /// - Parameters:
    ///   - conflictStatus: 409, or 412 where the caller sent `If-Match`.
    ///   - reference: the number that finds an unexpected error in the log.
    public init(_ error: any Error, conflictStatus: HTTPResponse.Status = .conflict, reference: String) {
        switch error {
        case let failure as Failure: self.init(failure, conflictStatus: conflictStatus)
        case let refusal as Refusal:
            let text = Self.text(of: refusal.status)
            self.init(
                refusal.status, text.kind, text.title, refusal.detail ?? text.detail, errors: refusal.errors,
                headers: refusal.headers)
        case is NIOTooManyBytesError: self.init(Refusal.tooLarge, reference: reference)
        case let http as any HTTPResponseError:
            // A text of the framework is English and may quote the request: only the status counts.
            let text = Self.text(of: http.status)
            self.init(
                http.status, text.kind, text.title, text.detail, headers: (http as? HTTPError)?.headers ?? [:])
        default:
            self.init(
                .internalServerError, "fout", "Er ging iets mis", Self.faultText, reference: reference,
                logText: String(describing: Swift.type(of: error)))
        }
    }

    private init(_ failure: Failure, conflictStatus: HTTPResponse.Status) {
        switch failure {
        case .invalid(let errors):
            self.init(.badRequest, "ongeldig", "De invoer klopt niet", "Kijk de genoemde velden na.", errors: errors)
        case .notFound: self.init(.notFound, "niet-gevonden", "Niet gevonden", "Dit bestaat niet, of u mag het niet zien.")
        case .notAllowed(let reason): self.init(.forbidden, "niet-toegestaan", "Dit mag niet", reason)
        case .conflict(let conflict):
            self.init(
                conflictStatus, "gewijzigd", "Intussen gewijzigd",
                "Iemand anders heeft dit gewijzigd (versie \(conflict.newest), u had \(conflict.yours)). Haal het opnieuw op.",
                conflict: conflict)
        case .state(let reason): self.init(.conflict, "toestand", "Dat kan nu niet", reason)
        case .unavailable(let what):
            self.init(.serviceUnavailable, "niet-bereikbaar", "Even niet bereikbaar", what, headers: [.retryAfter: "5"])
        case .fault(let reference):
            self.init(.internalServerError, "fout", "Er ging iets mis", Self.faultText, reference: reference)
        }
    }

    private static let faultText = "De fout ligt bij ons. Probeer het later opnieuw."

    /// The same as an RFC 9457 document.
    public func problem(instance: String? = nil) -> ProblemDetails {
        ProblemDetails(
            type: "urn:wegwijs:probleem:\(kind)", title: title, status: status.code,
            detail: reference.map { "\(detail ?? "") Noem dit nummer: \($0)." } ?? detail, instance: instance,
            fouten: errors.isEmpty ? nil : errors.map { .init(veld: $0.field, code: $0.code, tekst: $0.text) })
    }

    private static func text(of status: HTTPResponse.Status) -> (kind: String, title: String, detail: String?) {
        switch status.code {
        case 400: ("ongeldig", "De invoer klopt niet", "Het bericht is niet te lezen.")
        case 401: ("niet-aangemeld", "Niet aangemeld", nil)
        case 403: ("niet-toegestaan", "Dit mag niet", nil)
        case 404: ("niet-gevonden", "Niet gevonden", "Dit adres bestaat niet.")
        case 405: ("methode", "Deze methode kan hier niet", nil)
        case 408: ("te-traag", "Het duurde te lang", "Het bericht kwam te langzaam binnen.")
        case 412: ("gewijzigd", "Intussen gewijzigd", nil)
        case 413: ("te-groot", "Te groot", "Het bericht is groter dan hier mag.")
        case 415: ("soort", "Dit soort bericht kan hier niet", nil)
        case 429: ("te-vaak", "Te veel verzoeken", "Wacht even en probeer het dan opnieuw.")
        case 503: ("niet-bereikbaar", "Even niet bereikbaar", nil)
        default: status.code >= 500 ? ("fout", "Er ging iets mis", faultText) : ("geweigerd", "Geweigerd", nil)
        }
    }
}
