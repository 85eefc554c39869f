// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension ContactPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/contact") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            return try await toon(portaal, context, id, ik) { hoofd in
                context.begin(begin(tolkNodig: hoofd.tolkNodig, vandaag: portaal.clock.today))
            }
        }
        routes.post("/dossier/:id/contact") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            do {
                let opdracht = try ContactmomentVastleggen(context.form, dossier: id)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar("/dossier/\(id)", Melding(.goed, "Het contact is vastgelegd."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, status: status) { _ in form }
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, status: HTTPResponse.Status = .ok,
        form: (Dossierhoofd) -> FormValues
    ) async throws -> Response {
        async let gevraagd = portaal.hoofd(id, ik)
        async let traject = portaal.deel(TrajectOpvragen(dossier: id), ik)
        let hoofd = try await gevraagd
        let doelen: Deelvraag<[TrajectOverzicht.Doel]> =
            switch try await traject {
            case .er(let traject): .er(traject.doelen)
            case .weg: .weg
            case .niet: .niet
            }
        return try portaal.pagina(
            ContactPagina(hoofd, form(hoofd), doelen: doelen, vandaag: portaal.clock.today), context, status: status)
    }
}
