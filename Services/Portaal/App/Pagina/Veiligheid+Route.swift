// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VeiligheidPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/veiligheid") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik)
        }
        routes.post("/dossier/:id/veiligheid/contact") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let pad = "/dossier/\(id)/veiligheid"
            return try await portaal.verstuur(request, context, velden) { form, nummer in
                let versie = try form.versie()
                _ = try await portaal.bus.send(
                    VeiligContactZetten(dossier: id, contact: VeiligContact(form), versie: versie), id: nummer, as: ik.actor())
                return portaal.naar(
                    pad, Melding(.goed, "Iedereen die mag bellen, ziet dit nu bovenaan het dossier."), context)
            } botst: { form, voor in
                async let hoofd = portaal.hoofd(id, ik)
                let nu = try await portaal.bus.ask(VeiligheidOpvragen(dossier: id), as: ik.actor())
                return try await portaal.botsing(
                    context, ik, form, botsvelden(nu, vandaag: portaal.clock.today), wat: "het veilige contact",
                    versie: nu.versie, door: voor.door, op: voor.op, actie: "\(pad)/contact", terug: pad,
                    kruimels: hoofd.kruimels + [Koppeling("Veiligheid", pad)])
            } toon: { form, status in
                try await toon(portaal, context, id, ik, form: form, status: status)
            }
        }
        routes.post("/dossier/:id/veiligheid/afspraken") { request, context in
            try await doe(portaal, request, context, "De afspraak is vastgelegd.") { form, id in
                VeiligheidsafspraakVastleggen(
                    dossier: id, op: try form.dag("op"),
                    geldtTot: form.optional("geldtTot") == nil ? nil : try form.dag("geldtTot"), tekst: form.text("tekst"))
            }
        }
        routes.post("/dossier/:id/veiligheid/afspraken/:afspraak") { request, context in
            let afspraak: VeiligheidsafspraakID = try context.id("afspraak")
            return try await doe(portaal, request, context, "De afspraak is beëindigd.") { form, id in
                let versie = try form.versie()
                return VeiligheidsafspraakBeeindigen(
                    dossier: id, afspraak: afspraak, reden: form.text("reden"), versie: versie)
            }
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, DossierID) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: DossierID = try context.id()
        let geweigerd = try await Geweigerd.bij(context.form) {
            _ = try await portaal.bus.send(
                try opdracht(context.form, id), id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
        }
        guard let geweigerd else {
            return portaal.naar("/dossier/\(id)/veiligheid", Melding(.goed, klaar), context)
        }
        return try await toon(portaal, context, id, ik, form: geweigerd.form, status: geweigerd.status, geweigerd.melding)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, form getypt: FormValues? = nil,
        status: HTTPResponse.Status = .ok, _ melding: Melding? = nil
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let vraag = portaal.bus.ask(VeiligheidOpvragen(dossier: id), as: ik.actor())
        let overzicht = try await vraag
        let begin = begin(overzicht, vandaag: portaal.clock.today)
        // A refused form of one kind keeps what the other forms on the page show.
        let form = getypt?.aangevuld(begin) ?? context.begin(begin)
        let model = VeiligheidPagina(
            try await hoofd, overzicht, form,
            gebruikers: try await portaal.gebruikers.namen((overzicht.afspraken ?? []).compactMap(\.door)),
            vandaag: portaal.clock.today, melding: melding)
        return try portaal.pagina(model, context, status: status)
    }
}

extension FormValues {
    /// With the given values for every field that this form did not send: for a page with more than one form.
    func aangevuld(_ begin: FormValues) -> FormValues {
        var vol = begin
        // A box that was unticked sends nothing: the form that has it says so by its other fields.
        if values["nummer"] != nil { vol = FormValues(vol.values.filter { $0.key != "regels" }) }
        var samen = FormValues(vol.values.merging(values) { _, getypt in getypt })
        samen.errors = errors
        return samen
    }
}

extension VeiligContact {
    fileprivate init(_ form: FormValues) {
        self.init(
            nummer: form.text("nummer"), tijden: form.text("tijden"), nietTolk: form.text("nietTolk"),
            geenBericht: form.has("regels", "geen-bericht"), nietThuis: form.has("regels", "niet-thuis"),
            toelichting: form.text("toelichting"))
    }
}
