// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension RegeldagAfspraakPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        for plek in ["nieuw", ":afspraak"] {
            let pad = "/dossier/:id/regeldagafspraken/\(plek)"
            routes.get(RouterPath(pad)) { request, context in
                let ik = try context.gebruiker(.begeleider, .teamleider)
                let vraag = try URLEncodedForm.parse(query: request.uri.query)
                return try await toon(portaal, context, ik, vraag)
            }
            routes.post(RouterPath(pad)) { request, context in
                try await bewaar(portaal, request, context)
            }
        }
        routes.post("/dossier/:id/regeldagafspraken/:afspraak/afzeggen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let afspraak: RegeldagafspraakID = try context.id("afspraak")
            let versie = try context.form.versie()
            let afgezegd = context.form.text("afgezegd") == "ja"
            do {
                _ = try await portaal.bus.send(
                    RegeldagAfspraakAfzeggen(dossier: id, afspraak: afspraak, afgezegd: afgezegd, versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                let melding = Melding(
                    .goed, afgezegd ? "De afspraak is afgezegd." : "De afspraak gaat toch door.",
                    link: Koppeling("Naar de afspraak", "/dossier/\(id)/regeldagafspraken/\(afspraak)"))
                return portaal.naar("/dossier/\(id)/regeldag", melding, context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de afspraak zoals die nu is.") {
                    _, status in
                    try await toon(portaal, context, ik, FormValues(), status: status)
                }
            }
        }
    }

    private static func bewaar(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: DossierID = try context.id()
        return try await portaal.verstuur(request, context, velden) { form, nummer in
            let opdracht = try RegeldagAfspraakVastleggen(form, dossier: id, afspraak: try context.afspraak())
            let antwoord = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
            let melding =
                antwoord.dubbel.isEmpty
                ? Melding(.goed, "De afspraak staat op het bord.")
                : Melding(
                    .letOp, "De afspraak staat op het bord, maar iemand heeft op die tijd nog een afspraak.",
                    titel: "Twee afspraken tegelijk",
                    link: Koppeling("Wijzig deze afspraak", "/dossier/\(id)/regeldagafspraken/\(antwoord.afspraak)"))
            return portaal.naar("/dossier/\(id)/regeldag", melding, context)
        } botst: { form, voor in
            async let gezin = portaal.regeldaggezin(id, ik)
            let afspraak = try context.afspraak()
            let lijst = try await portaal.bus.ask(RegeldagAfspraken(dossier: id), as: ik.actor())
            guard let nu = lijst.first(where: { $0.afspraak == afspraak }) else { throw Failure.notFound(what: "afspraak") }
            let (wie, pad) = (try await gezin, "/dossier/\(id)/regeldagafspraken/\(nu.afspraak)")
            return try await portaal.botsing(
                context, ik, form, botsvelden(nu, wie.namen), wat: "deze afspraak", versie: nu.versie, door: voor.door,
                op: voor.op, actie: pad, terug: pad,
                kruimels: wie.hoofd.kruimels + [Koppeling("Regeldag", "/dossier/\(id)/regeldag"), Koppeling("Afspraak", pad)])
        } toon: { form, status in
            try await toon(portaal, context, ik, FormValues(), getypt: form, status: status)
        }
    }

    /// - Parameters:
    ///   - vraag: what was asked in the address: words to search, an entry that was chosen.
    ///   - getypt: what was typed, when the form is shown again.
    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ vraag: FormValues, getypt: FormValues? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let id: DossierID = try context.id()
        async let gevraagd = portaal.regeldaggezin(id, ik)
        async let afspraken = portaal.bus.ask(RegeldagAfspraken(dossier: id), as: ik.actor())
        let (gezin, lijst) = (try await gevraagd, try await afspraken)
        var gegevens = Gegevens(leden: gezin.leden)
        if let afspraak = try context.afspraak() {
            guard let gevonden = lijst.first(where: { $0.afspraak == afspraak }) else {
                throw Failure.notFound(what: "afspraak")
            }
            gegevens.afspraak = gevonden
        }
        gegevens.zoek = String(vraag.text("zoek").prefix(100))
        if !gegevens.zoek.isEmpty {
            let gevonden = try await portaal.deel(
                VoorzieningenZoeken(tekst: gegevens.zoek, page: PageRequest(limit: 6)), ik)
            gegevens.gevonden = gevonden.waarde?.rows ?? []
        }
        var gekozen: Voorzieningsregel?
        if let voorziening = vraag.optional("voorziening").flatMap({ VoorzieningID($0) }) {
            gekozen = try await portaal.deel(VoorzieningOpvragen(voorziening: voorziening), ik).waarde?.regel
        }
        let form =
            getypt
            ?? context.begin(
                begin(gegevens, hoofd: gezin.hoofd, voorziening: gekozen, afspraken: lijst, vandaag: portaal.clock.today))
        return try portaal.pagina(RegeldagAfspraakPagina(gezin.hoofd, gegevens, form), context, status: status)
    }
}

extension PortaalContext {
    /// The appointment that the address names; nil for a new one.
    fileprivate func afspraak() throws -> RegeldagafspraakID? {
        guard parameters.get("afspraak") != nil else { return nil }
        return try id("afspraak")
    }
}
