// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Web

/// A command that was refused in a way that the same page can answer: what was typed with the errors at their fields, a
/// notice for what belongs to no field, and the status.
struct Geweigerd: Sendable {
    let form: FormValues
    let melding: Melding?
    let status: HTTPResponse.Status

    /// Nil for what needs another page: something that does not exist, or a fault of ours.
    /// - Parameter map: names of fields on the bus to those on the page.
    init?(_ failure: Failure, _ form: FormValues, map: [String: String] = [:]) {
        switch failure {
        case .invalid(let errors): (self.form, melding, status) = (form.refused(errors, map: map), nil, .badRequest)
        case .conflict:
            let tekst = "Hieronder staat het zoals het nu is. Kijk het na en doe het daarna opnieuw."
            (self.form, status) = (form, .conflict)
            melding = Melding(.letOp, tekst, titel: "Iemand anders was u net voor")
        case .state(let reason):
            (self.form, melding, status) = (form, Melding(.letOp, reason, titel: "Dat kan nu niet"), .conflict)
        case .notAllowed(let reason):
            (self.form, melding, status) = (form, Melding(.letOp, reason, titel: "Dit mag u niet zelf doen"), .forbidden)
        case .unavailable:
            let tekst = "Dit onderdeel is even niet bereikbaar. Wat u invulde staat er nog. Probeer het zo opnieuw."
            (self.form, melding, status) = (form, Melding(.fout, tekst, titel: "Nog niet gelukt"), .serviceUnavailable)
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
