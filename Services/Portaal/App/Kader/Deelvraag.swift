// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// What one service said for one part of a page. A page asks its parts at the same time, and shows what there is: one
/// service that is away takes only its own part along.
enum Deelvraag<Waarde: Sendable>: Sendable {
    case er(Waarde)
    /// Even niet bereikbaar.
    case weg
    /// There is none, or the visitor may not see it.
    case niet

    var waarde: Waarde? { if case .er(let waarde) = self { waarde } else { nil } }
    var isWeg: Bool { if case .weg = self { true } else { false } }

    /// Asks, and turns what went wrong into a part that is not there.
    static func vraag(_ vraag: () async throws -> Waarde) async throws -> Deelvraag {
        do {
            return .er(try await vraag())
        } catch Failure.unavailable {
            return .weg
        } catch Failure.fault {
            return .weg
        } catch Failure.notFound {
            return .niet
        } catch Failure.notAllowed {
            return .niet
        }
    }

    /// One part of an answer of many parts.
    func deel<Deel>(_ pad: KeyPath<Waarde, Deel?>) -> Deelvraag<Deel> {
        switch self {
        case .er(let waarde): waarde[keyPath: pad].map { .er($0) } ?? .niet
        case .weg: .weg
        case .niet: .niet
        }
    }

    /// The value, or the failure that the whole page then has.
    func verplicht(_ wat: String) throws -> Waarde {
        switch self {
        case .er(let waarde): waarde
        case .weg: throw Failure.unavailable(what: wat)
        case .niet: throw Failure.notFound(what: wat)
        }
    }
}

extension Portaal {
    /// Asks a service for one part of a page.
    func deel<Q: Query>(_ query: Q, _ gebruiker: Aangemeld) async throws -> Deelvraag<Q.Answer> {
        try await Deelvraag.vraag { try await bus.ask(query, as: gebruiker.actor()) }
    }
}

extension Melding {
    /// In the place of a part that could not be asked.
    static func even(_ wat: String) -> Melding {
        Melding(
            .letOp,
            "\(wat) even niet bereikbaar. Probeer het over een paar minuten opnieuw. De rest van deze pagina werkt gewoon.")
    }

    /// Somebody else was first.
    /// - Parameter nu: what it is now, as a sentence; nil when the page itself shows it.
    static func intussen(_ nu: String?) -> Melding {
        Melding(
            .letOp, [nu, "Kijk het na en probeer het daarna opnieuw."].compactMap { $0 }.joined(separator: " "),
            titel: "Dit is intussen gewijzigd, misschien door een collega. Uw wijziging is niet opgeslagen.")
    }
}
