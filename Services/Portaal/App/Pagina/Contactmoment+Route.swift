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
            return try await portaal.verstuur(request, context, ContactPagina.velden) { form, nummer in
                let opdracht = try ContactmomentVastleggen(form, dossier: id, vervangt: contact)
                do {
                    let antwoord = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
                    return portaal.naar(
                        "/dossier/\(id)/contact/\(antwoord.contactmoment)",
                        Melding(.goed, "De verbetering is vastgelegd. De eerste versie blijft leesbaar."), context)
                } catch Failure.state(let reden) {
                    // A colleague made a better version meanwhile: then it is that one that this is about.
                    guard let nu = try await nieuwste(portaal, id, contact, ik) else { throw Failure.state(reason: reden) }
                    return try await botst(portaal, context, id, nu, ik, form.metDuur)
                }
            } botst: { form, _ in
                let nu = try await portaal.bus.ask(ContactmomentOpvragen(dossier: id, contactmoment: contact), as: ik.actor())
                return try await botst(portaal, context, id, nu, ik, form)
            } toon: { form, status in
                try await portaal.contactpagina(context, id, ik, verbetert: contact, status: status) { _, _ in form }
            }
        }
    }

    /// The version that came in the place of this one and still holds; nil when it was taken away.
    private static func nieuwste(_ portaal: Portaal, _ id: DossierID, _ contact: ContactmomentID, _ ik: Aangemeld) async throws
        -> Contactmomentkaart?
    {
        var nu = contact
        for _ in 0..<20 {
            let kaart = try await portaal.bus.ask(ContactmomentOpvragen(dossier: id, contactmoment: nu), as: ik.actor())
            guard let vervallen = kaart.vervallen else { return nu == contact || kaart.onleesbaar ? nil : kaart }
            guard let verder = vervallen.vervangenDoor else { return nil }
            nu = verder
        }
        return nil
    }

    private static func botst(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ nu: Contactmomentkaart, _ ik: Aangemeld,
        _ form: FormValues
    ) async throws -> Response {
        async let wie = portaal.deel(PersoonOpvragen(dossier: id), ik)
        async let traject = portaal.deel(TrajectOpvragen(dossier: id), ik)
        async let verwijzingen = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
        let doelen = (try await traject.waarde?.doelen ?? []).map { ($0.doel, $0.tekst) }
        let velden = ContactPagina.botsvelden(
            nu, organisaties: ContactPagina.organisaties(try await verwijzingen.waarde ?? []),
            namen: try await wie.waarde?.huisgenootnamen ?? [:],
            doelen: Dictionary(doelen, uniquingKeysWith: { eerste, _ in eerste }))
        let pad = "/dossier/\(id)/contact/\(nu.contactmoment)"
        return try await portaal.botsing(
            context, ik, form, velden, wat: "dit contact", versie: 0, door: nu.door, op: nu.vastgelegdOp,
            actie: "\(pad)/verbeteren", terug: pad,
            kruimels: [Koppeling("Mensen", "/mensen"), Koppeling("Dossier", "/dossier/\(id)")], mee: ["reden"])
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

extension FormValues {
    /// With the typed length and day in the fields of the choices, so that each has one value.
    fileprivate var metDuur: FormValues {
        var form = self
        if let duur = optional("duurMinuten") { form.set("duur", duur) }
        if optional("volgendeStapOp") == nil, optional("volgendeStap") != nil, let over = Int(text("volgendeStapOver")),
            let datum = Datum(getypt: text("datum"))
        {
            form.set("volgendeStapOp", datum.adding(days: over).description)
        }
        return form
    }
}
