// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VerwijzenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/verwijzen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let vraag = try URLEncodedForm.parse(query: request.uri.query)
            return try await toon(portaal, context, try context.id(), ik, vraag)
        }
        routes.post("/dossier/:id/verwijzen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            guard let voorziening = VoorzieningID(context.form.text("voorziening")),
                let leefgebied = Leefgebied(rawValue: context.form.text("leefgebied"))
            else { throw Refusal.unreadableForm }
            do {
                let opdracht = VerwijzingMaken(
                    dossier: id, voorziening: voorziening, leefgebied: leefgebied,
                    vervangt: VerwijzingID(context.form.text("vervangt")), doel: DoelID(context.form.text("doel")))
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
                    try await toon(
                        portaal, context, id, ik,
                        FormValues(["leefgebied": [form.text("leefgebied")], "vervangt": [form.text("vervangt")]]), status: status
                    )
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ vraag: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let lopend = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
        async let pagina = portaal.deel(
            VoorzieningenZoeken(
                tekst: String(vraag.text("zoek").prefix(200)), leefgebied: Leefgebied(rawValue: vraag.text("leefgebied")),
                alleenVerwijsbaar: true, page: PageRequest(after: vraag.optional("na"), limit: 20)), ik)
        let model = try await VerwijzenPagina(hoofd, pagina, lopend: lopend, vraag, vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
