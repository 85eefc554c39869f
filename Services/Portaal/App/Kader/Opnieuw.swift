// SPDX-License-Identifier: EUPL-1.2
import Berichten
import HTTPTypes
import Hummingbird
import Web

extension Portaal {
    /// Shows the page of a form again when its command was not done, with everything typed, and says why.
    /// - Parameters:
    ///   - intussen: after a conflict: what it is now, as a sentence; nil when the page shows it.
    ///   - toon: makes the page from the form, with this status.
    /// - Throws: the failure itself when showing the form again would be of no use.
    func opnieuw(
        _ failure: Failure, _ context: PortaalContext, intussen: String? = nil,
        toon: (FormValues, HTTPResponse.Status) async throws -> Response
    ) async throws -> Response {
        let form = context.form
        switch failure {
        case .invalid(let errors):
            return try await toon(form.refused(errors), .badRequest)
        case .conflict:
            zeg(.intussen(intussen), context)
            return try await toon(form, .conflict)
        case .state(let reason):
            zeg(Melding(.letOp, reason, titel: "Dit kan nu niet"), context)
            return try await toon(form, .conflict)
        case .unavailable:
            zeg(
                Melding(
                    .fout, "Wat u typte staat er nog. Wacht even en verstuur het opnieuw. Het wordt niet dubbel opgeslagen.",
                    titel: "Opslaan lukt nu even niet"), context)
            return try await toon(form, .serviceUnavailable)
        case .notFound, .notAllowed, .fault:
            throw failure
        }
    }

    /// Adds a notice to the page of this visit.
    func zeg(_ melding: Melding, _ context: PortaalContext) {
        context.bezoek.wijzig { $0.berichten.append(melding) }
    }
}
