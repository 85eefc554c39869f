// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

/// A command that was refused in a way that the same page can answer: what was typed with the errors at their fields, a
/// notice for what belongs to no field, and the status.
struct Geweigerd: Sendable {
    let form: FormValues
    let melding: Melding?
    let status: HTTPResponse.Status

    /// Nil for what needs another page: something that does not exist, or a fault of ours.
    /// - Parameters:
    ///   - map: names of fields on the bus to those on the page.
    ///   - intussen: after a conflict: what it is now, as a sentence; nil when the page shows it.
    init?(_ failure: Failure, _ form: FormValues, map: [String: String] = [:], intussen: String? = nil) {
        switch failure {
        case .invalid(let errors): (self.form, melding, status) = (form.refused(errors, map: map), nil, .badRequest)
        case .conflict: (self.form, melding, status) = (form, .intussen(intussen), .conflict)
        case .state(let reason):
            (self.form, melding, status) = (form, Melding(.letOp, reason, titel: "Dit kan nu niet"), .conflict)
        case .notAllowed(let reason):
            (self.form, melding, status) = (form, Melding(.letOp, reason, titel: "Dit mag u niet zelf doen"), .forbidden)
        case .unavailable:
            let tekst = "Wat u typte staat er nog. Wacht even en verstuur het opnieuw. Het wordt niet dubbel opgeslagen."
            (self.form, status) = (form, .serviceUnavailable)
            melding = Melding(.fout, tekst, titel: "Opslaan lukt nu even niet")
        case .notFound, .fault: return nil
        }
    }

    /// Does something; gives back why it was refused, or nil when it was done.
    static func bij(_ form: FormValues, map: [String: String] = [:], _ body: () async throws -> Void) async throws -> Geweigerd? {
        do {
            try await body()
            return nil
        } catch let failure as Failure {
            guard let geweigerd = Geweigerd(failure, form, map: map) else { throw failure }
            return geweigerd
        }
    }
}

extension Portaal {
    /// Gives the command that the form of a begeleider asks for: then a page with a notice, or the form again with everything
    /// typed and why it was refused.
    /// - Parameters:
    ///   - naar: the page after it, from the id in the path of the form.
    ///   - toon: makes the page of the form, with this status.
    func doe<C: Command, Soort>(
        _ request: Request, _ context: PortaalContext, naar pad: (Identifier<Soort>) -> String, klaar: String,
        intussen: String? = nil, _ opdracht: (FormValues, Identifier<Soort>) throws -> C,
        toon: (Identifier<Soort>, Aangemeld, FormValues, HTTPResponse.Status) async throws -> Response
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: Identifier<Soort> = try context.id()
        do {
            let opdracht = try opdracht(context.form, id)
            _ = try await bus.send(opdracht, id: self.opdracht(context, pad: request.uri.path), as: ik.actor())
            return naar(pad(id), Melding(.goed, klaar), context)
        } catch let failure as Failure {
            return try await opnieuw(failure, context, intussen: intussen) { try await toon(id, ik, $0, $1) }
        }
    }

    /// Shows the page of a form again when its command was not done, with everything typed, and says why.
    /// - Throws: the failure itself when showing the form again would be of no use.
    func opnieuw(
        _ failure: Failure, _ context: PortaalContext, intussen: String? = nil,
        toon: (FormValues, HTTPResponse.Status) async throws -> Response
    ) async throws -> Response {
        guard let geweigerd = Geweigerd(failure, context.form, intussen: intussen) else { throw failure }
        if let melding = geweigerd.melding { zeg(melding, context) }
        return try await toon(geweigerd.form, geweigerd.status)
    }

    /// Adds a notice to the page of this visit.
    func zeg(_ melding: Melding, _ context: PortaalContext) {
        context.bezoek.wijzig { $0.berichten.append(melding) }
    }
}

extension Melding {
    /// Stands where a part would stand whose service is away.
    static let nietBereikbaar = Melding(
        .letOp, "De rest van Wegwijs werkt gewoon. Probeer het over een minuut opnieuw.",
        titel: "Dit onderdeel is even niet bereikbaar")
}

/// What a service answers, or nil while it is away: then its part of the page says so and the rest stays.
func alsBereikbaar<Antwoord>(_ body: () async throws -> Antwoord) async throws -> Antwoord? {
    do { return try await body() } catch Failure.unavailable { return nil }
}
