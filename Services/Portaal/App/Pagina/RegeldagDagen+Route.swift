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
            let (anker, versie): (Anker, Int) = (try context.form.code("anker"), try context.form.versie())
            let pad = "/dossier/\(id)/regeldagdagen"
            return try await portaal.verstuur(request, context, velden) { getypt, nummer in
                var form = getypt
                let dag = form.datum("dag", verplicht: false)
                guard form.errors.isEmpty else { throw Failure.invalid(form.errors) }
                _ = try await portaal.bus.send(
                    AnkerVastleggen(dossier: id, anker: anker, dag: dag, versie: versie), id: nummer, as: ik.actor())
                return portaal.naar(
                    pad, Melding(.goed, "Bewaard. De datums op het bord zijn opnieuw uitgerekend."), context)
            } botst: { form, voor in
                async let hoofd = portaal.hoofd(id, ik)
                let ankers = try await portaal.bus.ask(AnkersOpvragen(dossier: id), as: ik.actor())
                guard let nu = ankers.first(where: { $0.anker == anker }) else { throw Failure.notFound(what: "dag") }
                return try await portaal.botsing(
                    context, ik, form, botsvelden(nu), wat: "deze dag", versie: nu.versie, door: voor.door, op: voor.op,
                    actie: pad, terug: pad, kruimels: hoofd.kruimels + [Koppeling("Regeldag", "/dossier/\(id)/regeldag")],
                    mee: ["anker"])
            } toon: { form, status in
                try await toon(portaal, context, id, ik, form, status: status)
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
