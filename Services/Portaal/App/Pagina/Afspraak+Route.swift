// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension AfspraakPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/afspraak/nieuw") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let dag = Datum(try URLEncodedForm.parse(query: request.uri.query).text("dag"))
            return try await formulier(portaal, context, try context.id(), ik) { persoon in
                context.begin(
                    AfspraakFormulierPagina.begin(
                        tolkNodig: persoon?.tolkNodig ?? false, dag: dag, vandaag: portaal.clock.today))
            }
        }
        routes.post("/dossier/:id/afspraak/nieuw") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            do {
                let opdracht = AfspraakMaken(dossier: id, gegevens: try Afspraakgegevens(context.form))
                let gezet = try await portaal.bus.send(
                    opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/dossier/\(id)/afspraak/\(gezet.afspraak)", gezet.melding("De afspraak staat in de agenda."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await formulier(portaal, context, id, ik, status: status) { _ in form }
                }
            }
        }
        routes.get("/dossier/:id/afspraak/:afspraak") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            return try await toon(portaal, context, try context.id(), try context.id("afspraak"), ik, FormValues())
        }
        routes.post("/dossier/:id/afspraak/:afspraak/afzeggen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, afspraak): (DossierID, AfspraakID) = (try context.id(), try context.id("afspraak"))
            let versie = try context.form.versie()
            do {
                guard let reden = Afzegreden(rawValue: context.form.text("reden")) else {
                    throw Failure.invalid([FieldError("reden", code: "verplicht", "Kies waarom de afspraak niet doorgaat.")])
                }
                _ = try await portaal.bus.send(
                    AfspraakAfzeggen(dossier: id, afspraak: afspraak, versie: versie, reden: reden),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                let nieuw = Koppeling("Maak een nieuwe afspraak", "/dossier/\(id)/afspraak/nieuw")
                return portaal.naar("/dossier/\(id)", Melding(.goed, "De afspraak is afgezegd.", link: nieuw), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de afspraak zoals zij nu is.") {
                    form, status in
                    try await toon(portaal, context, id, afspraak, ik, form, status: status)
                }
            }
        }
        addWijzigen(to: routes, portaal)
    }

    private static func addWijzigen(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/afspraak/:afspraak/wijzigen") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, afspraak): (DossierID, AfspraakID) = (try context.id(), try context.id("afspraak"))
            let kaart = try await portaal.bus.ask(AfspraakOpvragen(dossier: id, afspraak: afspraak), as: ik.actor())
            guard kaart.regel.toestand == .gepland, !kaart.onleesbaar else {
                return portaal.naar("/dossier/\(id)/afspraak/\(afspraak)", nil, context)
            }
            return try await formulier(portaal, context, id, ik, afspraak: afspraak) { _ in
                context.begin(AfspraakFormulierPagina.begin(kaart))
            }
        }
        routes.post("/dossier/:id/afspraak/:afspraak/wijzigen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, afspraak): (DossierID, AfspraakID) = (try context.id(), try context.id("afspraak"))
            return try await portaal.verstuur(request, context, AfspraakFormulierPagina.velden) { form, nummer in
                let versie = try form.versie()
                let gezet = try await portaal.bus.send(
                    AfspraakWijzigen(dossier: id, afspraak: afspraak, versie: versie, gegevens: try Afspraakgegevens(form)),
                    id: nummer, as: ik.actor())
                return portaal.naar(
                    "/dossier/\(id)/afspraak/\(afspraak)", gezet.melding("De afspraak is gewijzigd."), context)
            } botst: { form, voor in
                async let wie = portaal.deel(PersoonOpvragen(dossier: id), ik)
                let nu = try await portaal.bus.ask(AfspraakOpvragen(dossier: id, afspraak: afspraak), as: ik.actor())
                let persoon = try await wie.waarde
                let pad = "/dossier/\(id)/afspraak/\(afspraak)"
                return try await portaal.botsing(
                    context, ik, form, AfspraakFormulierPagina.botsvelden(nu, persoon?.huisgenootnamen ?? [:]),
                    wat: "deze afspraak", versie: nu.regel.versie, door: voor.door, op: voor.op, actie: "\(pad)/wijzigen",
                    terug: pad, kruimels: [Koppeling("Agenda", "/agenda"), Koppeling("Afspraak", pad)])
            } toon: { form, status in
                try await formulier(portaal, context, id, ik, afspraak: afspraak, status: status) { _ in form }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ afspraak: AfspraakID, _ ik: Aangemeld,
        _ form: FormValues, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let wie = portaal.deel(PersoonOpvragen(dossier: id), ik)
        async let veilig = portaal.deel(VeiligheidOpvragen(dossier: id), ik)
        let kaart = try await portaal.bus.ask(AfspraakOpvragen(dossier: id, afspraak: afspraak), as: ik.actor())
        let persoon = try await wie
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        let model = AfspraakPagina(
            Dossierhoofd(id, persoon.waarde, veilig: try await veilig), kaart, form,
            huisgenoten: persoon.waarde?.huisgenootnamen ?? [:],
            gebruikers: try await portaal.gebruikers.namen([kaart.regel.medewerker]), rollen: ik.rollen,
            vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }

    private static func formulier(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, afspraak: AfspraakID? = nil,
        status: HTTPResponse.Status = .ok, form: (Persoonsgegevens?) -> FormValues
    ) async throws -> Response {
        async let wie = portaal.deel(PersoonOpvragen(dossier: id), ik)
        async let veilig = portaal.deel(VeiligheidOpvragen(dossier: id), ik)
        let persoon = try await wie
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        return try portaal.pagina(
            AfspraakFormulierPagina(
                Dossierhoofd(id, persoon.waarde, veilig: try await veilig), form(persoon.waarde),
                huisgenoten: persoon.waarde?.huisgenoten ?? [],
                vandaag: portaal.clock.today, afspraak: afspraak), context, status: status)
    }
}

extension AfspraakGezet {
    /// Done, and what to look at.
    func melding(_ tekst: String) -> Melding {
        guard dubbel > 0 else { return Melding(.goed, tekst) }
        let hoe = dubbel == 1 ? "een andere afspraak" : "\(dubbel) andere afspraken"
        return Melding(.letOp, "\(tekst) Let op: er is in deze tijd ook \(hoe).", titel: "Dubbel geboekt")
    }
}
