// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension DoelvoorzieningenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/doel/:doel/voorzieningen") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, ik, nil)
        }
        // By POST: what helps to choose says something about a person, and does not belong in an address.
        routes.post("/dossier/:id/doel/:doel/voorzieningen") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, ik, context.form)
        }
    }

    private static func toon(_ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ getypt: FormValues?) async throws
        -> Response
    {
        let id: DossierID = try context.id()
        let doelID: DoelID = try context.id("doel")
        let vandaag = portaal.clock.today
        async let persoonsvraag = portaal.deel(PersoonOpvragen(dossier: id), ik)
        async let lopend = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
        async let keuzevraag = portaal.deel(Kaartkeuzes(), ik)
        let traject = try await portaal.bus.ask(TrajectOpvragen(dossier: id), as: ik.actor())
        guard let doel = traject.doelen.first(where: { $0.doel == doelID }) else { throw Failure.notFound(what: "doel") }
        let (vraag, keuzes) = try await (persoonsvraag, keuzevraag.waarde)
        if case .niet = vraag { throw Failure.notFound(what: "dossier") }
        let persoon = vraag.waarde
        var form = getypt ?? begin(persoon, keuzes: keuzes, vandaag: vandaag)
        var suggesties: Deelvraag<Suggesties> = .niet
        var status = HTTPResponse.Status.ok
        do {
            suggesties = try await portaal.deel(
                SuggestiesVoorDoel(
                    leefgebied: doel.leefgebied, tekst: form.optional("tekst").map { String($0.prefix(200)) },
                    taal: form.optional("taal"),
                    postcode4: form.optional("postcode").map { String($0.filter { !$0.isWhitespace }.prefix(4)) },
                    doelgroep: form.optional("doelgroep"), leeftijdsgroep: form.optional("leeftijdsgroep")), ik)
        } catch Failure.invalid(let fouten) {
            form = form.refused(fouten)
            status = .badRequest
        }
        let model = DoelvoorzieningenPagina(
            Dossierhoofd(id, persoon, veilig: try await portaal.deel(VeiligheidOpvragen(dossier: id), ik)), doel, suggesties,
            lopend: try await lopend, keuzes: keuzes, form, vandaag: vandaag)
        return try portaal.pagina(model, context, status: status)
    }
}
