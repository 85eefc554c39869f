// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein

/// The household as the pages of the regeldag need it: who, what they are called, and their birth dates as far as known.
/// Portaal shows it and keeps nothing of it.
struct Regeldaggezin: Sendable {
    let hoofd: Dossierhoofd
    /// Whose page it is first, then the others.
    let leden: [(dossier: DossierID, naam: String)]
    let geboren: [DossierID: OnvolledigeDatum]
    let volwassenen: [DossierID]

    var namen: [DossierID: String] {
        Dictionary(leden.map { ($0.dossier, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
    }

    /// - Parameter persoon: nil while intake is away: then the pages work without names.
    init(
        _ dossier: DossierID, _ persoon: Persoonsgegevens?, veilig: Deelvraag<Veiligheidsoverzicht> = .niet
    ) {
        hoofd = Dossierhoofd(dossier, persoon, veilig: veilig)
        guard let persoon else {
            (leden, geboren, volwassenen) = ([(dossier, "Naam even niet bekend")], [:], [])
            return
        }
        leden = [(dossier, persoon.naam)] + persoon.huisgenoten.map { ($0.dossier, $0.naam) }
        let datums = [(dossier, persoon.geboortedatum)] + persoon.huisgenoten.map { ($0.dossier, $0.geboortedatum ?? "onbekend") }
        geboren = Dictionary(
            datums.map { ($0, (try? OnvolledigeDatum(parsing: $1)) ?? .onbekend) }, uniquingKeysWith: { eerste, _ in eerste })
        volwassenen =
            (persoon.doelgroep == .kind ? [] : [dossier])
            + persoon.huisgenoten.filter { $0.doelgroep != .kind && $0.geboortedatum != nil }.map(\.dossier)
    }
}

extension Portaal {
    /// The household of a dossier.
    /// - Throws: `Failure.notFound` when there is no such dossier, or it is not for these eyes.
    func regeldaggezin(_ dossier: DossierID, _ gebruiker: Aangemeld) async throws -> Regeldaggezin {
        let persoon = try await deel(PersoonOpvragen(dossier: dossier), gebruiker)
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        return Regeldaggezin(dossier, persoon.waarde, veilig: try await deel(VeiligheidOpvragen(dossier: dossier), gebruiker))
    }
}
