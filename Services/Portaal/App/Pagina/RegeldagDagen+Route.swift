// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension RegeldagDagenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/regeldagdagen") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/dossier/:id/regeldagdagen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            guard let anker = Anker(rawValue: context.form.text("anker")), let versie = Int(context.form.text("versie")) else {
                throw Refusal.unreadableForm
            }
            do {
                let tekst = context.form.optional("dag")
                let dag = tekst.flatMap { Datum(getypt: $0) }
                if tekst != nil, dag == nil {
                    throw Failure.invalid([
                        FieldError(
                            "dag", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027, of laat hem leeg.")
                    ])
                }
                _ = try await portaal.bus.send(
                    AnkerVastleggen(dossier: id, anker: anker, dag: dag, versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/dossier/\(id)/regeldagdagen",
                    Melding(.goed, "Bewaard. De datums op het bord zijn opnieuw uitgerekend."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de dag zoals die nu is.") {
                    form, status in
                    // After a conflict the page shows what a colleague wrote down.
                    try await toon(portaal, context, id, ik, status == .conflict ? FormValues() : form, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let gevraagd = portaal.regeldaggezin(id, ik)
        async let ankers = portaal.bus.ask(AnkersOpvragen(dossier: id), as: ik.actor())
        let gezin = try await gevraagd
        let model = RegeldagDagenPagina(
            gezin.hoofd, try await ankers, form, leden: gezin.leden.filter { $0.dossier != id }, rollen: ik.rollen,
            vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
