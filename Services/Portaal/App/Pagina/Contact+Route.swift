// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension ContactPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/contact") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let afspraak = AfspraakID(query.text("afspraak"))
            return try await portaal.contactpagina(context, id, ik) { persoon, voorstel in
                var form = begin(
                    voorstel, tolkNodig: persoon?.tolkNodig ?? false, taal: persoon?.tolktaal ?? persoon?.spreektaal,
                    afspraak: afspraak, vandaag: portaal.clock.today)
                // From the page of an appointment that did not go on.
                if let gekozen = Verschijning(rawValue: query.text("verschijning")) {
                    form.set("verschijning", gekozen.rawValue)
                }
                return context.begin(form)
            }
        }
        routes.post("/dossier/:id/contact") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            do {
                let opdracht = try ContactmomentVastleggen(context.form, dossier: id)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                let plan = opdracht.volgendeStapOp.map {
                    Koppeling(
                        "Zet de volgende stap in de agenda", Adres.van("/dossier/\(id)/afspraak/nieuw", [("dag", $0.description)])
                    )
                }
                return portaal.naar("/dossier/\(id)", Melding(.goed, "Het contact is vastgelegd.", link: plan), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await portaal.contactpagina(context, id, ik, status: status) { _, _ in form }
                }
            }
        }
    }
}

extension Portaal {
    /// The form of a contact, new or better, with what it offers to choose from.
    func contactpagina(
        _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, verbetert: ContactmomentID? = nil,
        status: HTTPResponse.Status = .ok, form: (Persoonsgegevens?, Contactvoorstel?) -> FormValues
    ) async throws -> Response {
        async let wie = deel(PersoonOpvragen(dossier: id), ik)
        async let veilig = deel(VeiligheidOpvragen(dossier: id), ik)
        async let traject = deel(TrajectOpvragen(dossier: id), ik)
        async let verwijzingen = deel(VerwijzingenVanDossier(dossier: id), ik)
        async let gevraagd = deel(ContactvoorstelOpvragen(dossier: id), ik)
        let persoon = try await wie
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        var aanbod = ContactPagina.Aanbod()
        aanbod.doelen =
            switch try await traject {
            case .er(let traject): .er(traject.doelen)
            case .weg: .weg
            case .niet: .niet
            }
        aanbod.huisgenoten = persoon.waarde?.huisgenoten ?? []
        aanbod.organisaties = ContactPagina.organisaties(try await verwijzingen.waarde ?? [])
        let voorstel = try await gevraagd.waarde
        if verbetert == nil { aanbod.afspraken = voorstel?.afspraken ?? [] }
        return try pagina(
            ContactPagina(
                Dossierhoofd(id, persoon.waarde, veilig: try await veilig), form(persoon.waarde, voorstel), aanbod,
                vandaag: clock.today, verbetert: verbetert), context, status: status)
    }
}

extension ContactPagina {
    /// Organisations that have this person by a referral that goes on.
    static func organisaties(_ regels: [Verwijzingsregel]) -> [String] {
        let lopend = regels.filter { [.geaccepteerd, .gestart, .wachtlijst, .ontvangen].contains($0.toestand) }
        return Array(Set(lopend.compactMap { $0.organisatie ?? $0.voorzieningNaam }).sorted().prefix(6))
    }
}
