// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Opslag

/// The gate that every service passes before it hands anything about a person to the outside: it asks intake, where a stop is
/// set, at that moment. Without an answer nothing leaves: while intake is away nobody can say that it is safe.
public struct Uitwisselpoort: Sendable {
    private let vraag: @Sendable (UitwisselingNagaan, Envelope?) async throws -> UitwisselingNagaan.Answer

    /// The most dossiers of one question.
    private static let meest = 500

    public init(_ vraag: @escaping @Sendable (UitwisselingNagaan, Envelope?) async throws -> UitwisselingNagaan.Answer) {
        self.vraag = vraag
    }

    public init(_ bus: Bus) {
        self.init { try await bus.ask($0, as: .service(purpose: "uitwisseling-nagaan"), because: $1) }
    }

    /// About whom of these nothing may leave now.
    /// - Parameter metHuishouden: for what tells of a household: also who lives with somebody about whom it was stopped.
    /// - Throws: `Failure.unavailable` when intake cannot say.
    public func gestopt(
        _ dossiers: some Collection<DossierID>, metHuishouden: Bool = false, because cause: Envelope? = nil
    ) async throws -> Set<DossierID> {
        var stopped: Set<DossierID> = []
        var rest = Array(Set(dossiers))[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(Self.meest))
            rest = rest.dropFirst(part.count)
            do {
                stopped.formUnion(
                    try await vraag(UitwisselingNagaan(dossiers: part, metHuishouden: metHuishouden), cause).gestopt)
            } catch Failure.unavailable {
                throw Failure.unavailable(
                    what: "Wij kunnen nu niet nagaan of wij hierover mogen uitwisselen. Daarom geven wij even niets af. "
                        + "Probeer het over een paar minuten opnieuw.")
            }
        }
        return stopped
    }

    /// Goes on for who works here; for a reader outside only when nothing was stopped. Who is outside hears that it is not
    /// there, as of anything that is not theirs.
    public func eisVoorLezer(
        _ actor: Actor, _ dossier: DossierID, wat: String, metHuishouden: Bool = false, because cause: Envelope? = nil
    ) async throws {
        guard actor.isOutside else { return }
        guard try await gestopt([dossier], metHuishouden: metHuishouden, because: cause).isEmpty else {
            throw Failure.notFound(what: wat)
        }
    }

    /// For a step that itself takes something outside, such as a file that is handed over: whoever takes it.
    /// - Throws: `Failure.uitwisselingGestopt`, or `Failure.unavailable` when intake cannot say.
    public func eis(_ dossier: DossierID, metHuishouden: Bool = false, because cause: Envelope? = nil) async throws {
        guard try await gestopt([dossier], metHuishouden: metHuishouden, because: cause).isEmpty else {
            throw Failure.uitwisselingGestopt
        }
    }

    /// Without who was stopped, whoever asks: for rows that leave as a file.
    public func zonderGestopt<Rij>(
        _ rijen: [Rij], because cause: Envelope? = nil, dossier: (Rij) -> DossierID
    ) async throws -> [Rij] {
        guard !rijen.isEmpty else { return rijen }
        let stopped = try await gestopt(rijen.map(dossier), because: cause)
        return rijen.filter { !stopped.contains(dossier($0)) }
    }

    /// `eisVoorLezer` for the rows of a page: what was stopped in the moment since the query is taken out.
    public func voorLezer<Rij>(
        _ actor: Actor, _ rijen: [Rij], metHuishouden: Bool = false, because cause: Envelope? = nil,
        dossier: (Rij) -> DossierID
    ) async throws -> [Rij] {
        guard actor.isOutside, !rijen.isEmpty else { return rijen }
        let stopped = try await gestopt(rijen.map(dossier), metHuishouden: metHuishouden, because: cause)
        return rijen.filter { !stopped.contains(dossier($0)) }
    }
}

extension Following {
    /// Keeps the table of `Uitwisselstop` from intake's events. Together with `houdSamenvoegingBij`: a stop on one dossier
    /// holds for every dossier of the person.
    public mutating func houdUitwisselstopBij() {
        on(UitwisselingGestopt.self, effect: "uitwisseling-gestopt") { event, _, tx in
            try Uitwisselstop.stop(event.dossier, in: tx)
            try Uitwisselstop.verspreid(over: Samengevoegd.groep(tx.db, van: event.dossier), in: tx)
        }
        on(UitwisselingHervat.self, effect: "uitwisseling-hervat") { event, _, tx in
            try Uitwisselstop.hervat(event.dossier, in: tx)
            try Uitwisselstop.verspreid(over: Samengevoegd.groep(tx.db, van: event.dossier), in: tx)
        }
    }
}
