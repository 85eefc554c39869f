// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Opdrachten
import Opslag

/// Makes the PDF of a report and gives it out by pieces. A PDF is how a report leaves Wegwijs, to the gemeente or to the next
/// organisation: nobody gets it while the exchange is stopped, also not who may read the page.
struct RapportAfdrukken: Sendable {
    let rapporten: Rapporten
    let boek: Opdrachtenboek
    let drukker: Drukker
    let clock: any WegwijsClock
    /// Asks intake what the person is called, on behalf of who asks for the PDF. Shown in the PDF, kept nowhere.
    let naam: @Sendable (DossierID, Request) async throws -> String?

    /// The most that one answer holds.
    static let deelgrootte = 256 * 1024

    func pdf(_ query: RapportPDF, _ request: Request) async throws -> RapportPDF.Answer {
        let rij = try await rapporten.find(query.rapport, request.actor)
        guard rij.uitwisselbaar else { throw Failure.uitwisselingGestopt }
        try await rapporten.uitwisseling.eis(rij.dossier, metHuishouden: true, because: request.envelope)
        let bestand = try await bestand(rij, query, request)
        guard query.vanaf >= 0, query.vanaf <= bestand.pdf.count else {
            throw Failure.invalid([FieldError("vanaf", code: "bereik", "Het rapport is korter dan dit.")])
        }
        return .init(
            grootte: bestand.pdf.count, inhoud: Data(bestand.pdf.dropFirst(query.vanaf).prefix(Self.deelgrootte)),
            afdruk: bestand.afdruk)
    }

    /// The print that the asker is half-way through, or else a new one: asked with what it says, so that the same report is
    /// printed once.
    private func bestand(_ rij: RapportRij, _ query: RapportPDF, _ request: Request) async throws -> Drukker.Bestand {
        if query.vanaf > 0, let afdruk = query.afdruk, let known = await drukker.bekend(afdruk, van: rij.rapport) { return known }
        try await rapporten.leeslog.noteer(request, dossier: rij.dossier, wat: "rapport-pdf", vervolg: query.vanaf > 0)
        let afdruk = Rapportafdruk(
            rij: rij, inhoud: try await rapporten.inhoud(rij, request), naam: try await naam(rij.dossier, request),
            opdracht: boek.opdracht(id: rij.opdracht), vandaag: clock.today)
        let bestand = try await drukker.druk(try afdruk.html(), van: rij.rapport)
        if query.vanaf > 0, let begonnen = query.afdruk, begonnen != bestand.afdruk {
            throw Failure.state(reason: "Het rapport is intussen veranderd. Haal het opnieuw op.")
        }
        return bestand
    }
}
