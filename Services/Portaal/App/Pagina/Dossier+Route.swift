// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension DossierPagina {
    /// What happened lately; the rest is a page further.
    private static let tijdlijnregels = 10

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id") { request, context in
            let ik = try context.gebruiker(
                .begeleider, .vrijwilliger, .teamleider, .financieel, .functionarisGegevensbescherming)
            let id: DossierID = try context.id()
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let soorten = ["contact", "agenda", "plan", "regeldag", "traject"]
            let soort = query.optional("soort").flatMap { soorten.contains($0) ? $0 : nil }
            let na = query.optional("na")
            async let persoon = portaal.deel(PersoonOpvragen(dossier: id, metSamenvoegingen: true), ik)
            async let blad = portaal.deel(
                DossierbladOpvragen(dossier: id, soort: soort, page: PageRequest(after: na, limit: tijdlijnregels)), ik)
            async let verwijzingen = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
            let begeleiding = try await blad
            let antwoorden = try await Antwoorden(
                persoon: persoon, traject: begeleiding.deel(\.traject), regeldag: begeleiding.deel(\.regeldag),
                tijdlijn: begeleiding.deel(\.tijdlijn), verwijzingen: verwijzingen, veiligheid: begeleiding.deel(\.veiligheid),
                afspraken: begeleiding.deel(\.afspraken))
            // Nobody knows of it, or it is not for these eyes: then there is no page at all.
            if case .niet = antwoorden.persoon { throw Failure.notFound(what: "dossier") }
            let wie =
                (antwoorden.tijdlijn.waarde?.rows ?? []).compactMap(\.door)
                + [antwoorden.traject.waarde?.begeleider].compactMap { $0 }
            let model = DossierPagina(
                id, antwoorden, gebruikers: try await portaal.gebruikers.namen(wie), rollen: ik.rollen,
                vandaag: portaal.clock.today, soort: soort, na: na)
            return try portaal.pagina(model, context)
        }
    }
}

extension Portaal {
    /// Who a page under a dossier is about. Intake may be away: then the page works without the name.
    func hoofd(_ dossier: DossierID, _ gebruiker: Aangemeld) async throws -> Dossierhoofd {
        async let vraag = deel(PersoonOpvragen(dossier: dossier), gebruiker)
        async let veilig = deel(VeiligheidOpvragen(dossier: dossier), gebruiker)
        let persoon = try await vraag
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        return Dossierhoofd(dossier, persoon.waarde, veilig: try await veilig)
    }
}
