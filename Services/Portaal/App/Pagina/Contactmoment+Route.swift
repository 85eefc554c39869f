// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension ContactmomentPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/contact/:contact") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            return try await toon(portaal, context, try context.id(), try context.id("contact"), ik, FormValues())
        }
        routes.post("/dossier/:id/contact/:contact/intrekken") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, contact): (DossierID, ContactmomentID) = (try context.id(), try context.id("contact"))
            do {
                guard let reden = Correctiereden(rawValue: context.form.text("reden")) else {
                    throw Failure.invalid([FieldError("reden", code: "verplicht", "Kies waarom u dit contact intrekt.")])
                }
                let opdracht = ContactmomentIntrekken(
                    dossier: id, contactmoment: contact, reden: reden, toelichting: context.form.text("toelichting"))
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/dossier/\(id)", Melding(.goed, "Het contact is ingetrokken. Het blijft leesbaar in de tijdlijn."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, contact, ik, form, status: status)
                }
            }
        }
        routes.get("/dossier/:id/contact/:contact/verbeteren") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, contact): (DossierID, ContactmomentID) = (try context.id(), try context.id("contact"))
            async let verwijzingen = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
            let kaart = try await portaal.bus.ask(ContactmomentOpvragen(dossier: id, contactmoment: contact), as: ik.actor())
            let organisaties = ContactPagina.organisaties(try await verwijzingen.waarde ?? [])
            guard kaart.vervallen == nil, !kaart.onleesbaar else {
                return portaal.naar("/dossier/\(id)/contact/\(contact)", nil, context)
            }
            return try await portaal.contactpagina(context, id, ik, verbetert: contact) { _, _ in
                context.begin(ContactPagina.begin(kaart, organisaties: organisaties))
            }
        }
        routes.post("/dossier/:id/contact/:contact/verbeteren") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, contact): (DossierID, ContactmomentID) = (try context.id(), try context.id("contact"))
            do {
                let opdracht = try ContactmomentVastleggen(context.form, dossier: id, vervangt: contact)
                let antwoord = try await portaal.bus.send(
                    opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/dossier/\(id)/contact/\(antwoord.contactmoment)",
                    Melding(.goed, "De verbetering is vastgelegd. De eerste versie blijft leesbaar."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await portaal.contactpagina(context, id, ik, verbetert: contact, status: status) { _, _ in form }
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ contact: ContactmomentID, _ ik: Aangemeld,
        _ form: FormValues, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let wie = portaal.deel(PersoonOpvragen(dossier: id), ik)
        async let veilig = portaal.deel(VeiligheidOpvragen(dossier: id), ik)
        async let traject = portaal.deel(TrajectOpvragen(dossier: id), ik)
        let kaart = try await portaal.bus.ask(ContactmomentOpvragen(dossier: id, contactmoment: contact), as: ik.actor())
        let persoon = try await wie
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        let doelen = (try await traject.waarde?.doelen ?? []).map { ($0.doel, $0.tekst) }
        let gebruikers = try await portaal.gebruikers.namen([kaart.door, kaart.vervallen?.door].compactMap { $0 })
        let model = ContactmomentPagina(
            Dossierhoofd(id, persoon.waarde, veilig: try await veilig), kaart, form,
            huisgenoten: persoon.waarde?.huisgenootnamen ?? [:],
            doelen: Dictionary(doelen, uniquingKeysWith: { eerste, _ in eerste }), gebruikers: gebruikers, rollen: ik.rollen)
        return try portaal.pagina(model, context, status: status)
    }
}

extension Persoonsgegevens {
    /// The names in the household that the reader may know.
    var huisgenootnamen: [DossierID: String] {
        Dictionary(huisgenoten.map { ($0.dossier, $0.naam) }, uniquingKeysWith: { eerste, _ in eerste })
    }
}
