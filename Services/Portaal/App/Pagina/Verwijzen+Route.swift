// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VerwijzenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        // From elsewhere an address may name words and a need; the rest is filled in with what is known of the person.
        routes.get("/dossier/:id/verwijzen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let vraag = try URLEncodedForm.parse(query: request.uri.query)
            return try await toon(portaal, context, try context.id(), ik, uit: vraag)
        }
        routes.post("/dossier/:id/verwijzen/zoeken") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, getypt: context.form)
        }
        routes.post("/dossier/:id/verwijzen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let (voorziening, leefgebied): (VoorzieningID, Leefgebied) = (
                try context.form.id("voorziening"), try context.form.code("leefgebied")
            )
            do {
                let opdracht = VerwijzingMaken(
                    dossier: id, voorziening: voorziening, leefgebied: leefgebied,
                    vervangt: try context.form.optionalID("vervangt"), doel: try context.form.optionalID("doel"))
                let klaar = try await portaal.bus.send(
                    opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/verwijzing/\(klaar.verwijzing)",
                    Melding(.goed, "Het concept is gemaakt. Bekijk wat de organisatie krijgt en verstuur het."), context)
            } catch let failure as Failure {
                if case .invalid(let fouten) = failure {
                    portaal.zeg(Melding(.fout, fouten.map(\.text).joined(separator: " ")), context)
                }
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, uit: form, status: status)
                }
            }
        }
    }

    /// - Parameters:
    ///   - uit: where words, a need and the referral to replace may come from, when nobody used the filters yet.
    ///   - getypt: the form with the filters.
    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, uit: FormValues = FormValues(),
        getypt: FormValues? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let persoonsvraag = portaal.deel(PersoonOpvragen(dossier: id), ik)
        async let veilig = portaal.deel(VeiligheidOpvragen(dossier: id), ik)
        async let lopend = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
        async let keuzevraag = portaal.deel(Kaartkeuzes(), ik)
        let (persoon, keuzes) = try await (persoonsvraag, keuzevraag.waarde)
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        let begin = getypt == nil ? begin(persoon.waarde) : FormValues()
        let form = getypt ?? FormValues(begin.values.merging(uit.values.filter { eigen.contains($0.key) }) { $1 })
        var vraag = Kaartvraag(form, keuzes: keuzes, alleenVerwijsbaar: true)
        if let weg = getypt?.optional("zonder") { vraag = vraag.zonder(weg.split(separator: ",").map(String.init)) }
        var (pagina, nu) = (Deelvraag<Voorzieningenpagina>.niet, status)
        do {
            pagina = try await portaal.deel(try vraag.zoeken(limit: 20, na: vraag.na), ik)
            // A language that nobody chose never leaves somebody with nothing.
            if pagina.waarde?.rows.isEmpty == true, begin.optional("taal") != nil {
                vraag = vraag.zonder(["taal"])
                pagina = try await portaal.deel(try vraag.zoeken(limit: 20), ik)
            }
        } catch Failure.invalid(let fouten) where begin.values.isEmpty {
            vraag = Kaartvraag(vraag.form.refused(fouten, map: Kaartvraag.namen), keuzes: keuzes, alleenVerwijsbaar: true)
            nu = .badRequest
        } catch Failure.invalid {
            // What is known of the person can be no filter, such as a postcode that is not on the map.
            vraag = vraag.zonder(Array(begin.values.keys))
            pagina = try await portaal.deel(try vraag.zoeken(limit: 20), ik)
        }
        let ruimer = pagina.waarde?.rows.isEmpty == true ? try await portaal.ruimer(vraag, ik) : []
        let vanZelf = Set(begin.values.keys.filter { vraag.form.optional($0) != nil })
        let model = try await VerwijzenPagina(
            Dossierhoofd(id, persoon.waarde, veilig: veilig), pagina, lopend: lopend, vraag, keuzes: keuzes, ruimer: ruimer,
            vanZelf: vanZelf, vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: nu)
    }

    private static let eigen: Set = ["zoek", "leefgebied", "vervangt"]
}
