// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VerwijsafspraakPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/:id/afspraken") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/sociale-kaart/:id/afspraken/velden") { request, context in
            try await legLijstVast(portaal, request, context)
        }
        routes.post("/sociale-kaart/:id/afspraken/afspraak") { request, context in
            try await doe(portaal, request, context, "De datum is vastgelegd.") { form, _ in
                let organisatie: OrganisatieID = try form.id("organisatie")
                guard let tot = Datum(getypt: form.text("geldigTot")) else {
                    throw Failure.invalid([
                        FieldError("geldigTot", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 31-12-2027.")
                    ])
                }
                return PartnerafspraakVastleggen(organisatie: organisatie, geldigTot: tot)
            }
        }
        routes.post("/sociale-kaart/:id/afspraken/plaatsen") { request, context in
            try await doe(portaal, request, context, "De plaatsen zijn vastgelegd.") { form, id in
                var fouten: [FieldError] = []
                func getal(_ naam: String) -> Int? {
                    guard let tekst = form.optional(naam) else { return nil }
                    guard let getal = Int(tekst) else {
                        fouten.append(FieldError(naam, code: "soort", "Vul een heel getal in."))
                        return nil
                    }
                    return getal
                }
                let opdracht = CapaciteitMelden(
                    voorziening: id, antwoord: form.text("antwoord"), vrij: getal("vrij"), maximum: getal("maximum"))
                guard fouten.isEmpty else { throw Failure.invalid(fouten) }
                return opdracht
            }
        }
    }

    /// What a service may know about people is nothing to write over a colleague in silence.
    private static func legLijstVast(_ portaal: Portaal, _ request: Request, _ context: PortaalContext) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
        let id: VoorzieningID = try context.id()
        let pad = "/sociale-kaart/\(id)/afspraken"
        let namen = ["velden", "grondslag"] + context.form.values.keys.filter { $0.hasPrefix("reden-") }.sorted()
        return try await portaal.verstuur(request, context, namen) { form, nummer in
            let velden = form.all("velden")
            var redenen: [String: String] = [:]
            for veld in velden { redenen[veld] = form.optional("reden-\(veld)") }
            let opdracht = VeldenlijstVastleggen(
                voorziening: id, versie: try form.versie(), velden: velden, redenen: redenen,
                grondslag: form.optional("grondslag"))
            _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
            return portaal.naar(pad, Melding(.goed, "De lijst is vastgelegd."), context)
        } botst: { form, voor in
            let nu = try await portaal.bus.ask(VerwijsafspraakOpvragen(voorziening: id), as: ik.actor())
            return try await portaal.botsing(
                context, ik, form, botsvelden(nu), wat: "deze lijst", versie: nu.versie, door: voor.door, op: voor.op,
                actie: "\(pad)/velden", terug: pad,
                kruimels: [Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling(nu.naam, "/sociale-kaart/\(id)")],
                mee: ["wat"], menu: "/sociale-kaart")
        } toon: { form, status in
            try await toon(portaal, context, id, ik, form, status: status)
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, VoorzieningID) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
        let id: VoorzieningID = try context.id()
        do {
            let opdracht = try opdracht(context.form, id)
            _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar("/sociale-kaart/\(id)/afspraken", Melding(.goed, klaar), context)
        } catch let failure as Failure {
            return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat hoe het nu is.") { form, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VoorzieningID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let afspraken = try await portaal.bus.ask(VerwijsafspraakOpvragen(voorziening: id), as: ik.actor())
        return try portaal.pagina(
            VerwijsafspraakPagina(afspraken, form, rollen: ik.rollen, vandaag: portaal.clock.today), context, status: status)
    }
}
