// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension RegeldagPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/regeldag") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            return try await toon(portaal, context, try context.id(), ik)
        }
        routes.get("/dossier/:id/regeldag/afdruk") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            let id: DossierID = try context.id()
            async let gevraagd = portaal.hoofd(id, ik)
            async let bord = portaal.deel(RegeldagOpvragen(dossier: id), ik)
            let namen = try await portaal.labels((try await bord).waarde?.zaken.compactMap(\.dossier) ?? [], ik)
            let model = try await RegeldagAfdrukPagina(gevraagd, bord, namen: namen, vandaag: portaal.clock.today)
            return try portaal.pagina(model, context)
        }
        routes.post("/dossier/:id/regeldag/:regelzaak") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let zaak: RegelzaakID = try context.id("regelzaak")
            guard let toestand = RegelzaakToestand(rawValue: context.form.text("toestand")),
                let versie = Int(context.form.text("versie"))
            else { throw Refusal.unreadableForm }
            do {
                let opdracht = RegelzaakZetten(dossier: id, regelzaak: zaak, toestand: toestand, versie: versie)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/dossier/\(id)/regeldag", Melding(.goed, "Bijgewerkt: \(toestand.naam.lowercased())."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat het bord zoals het nu is.") {
                    _, status in
                    try await toon(portaal, context, id, ik, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let gevraagd = portaal.hoofd(id, ik)
        async let bord = portaal.deel(RegeldagOpvragen(dossier: id), ik)
        let namen = try await portaal.labels((try await bord).waarde?.zaken.compactMap(\.dossier) ?? [], ik)
        let model = try await RegeldagPagina(gevraagd, bord, namen: namen, rollen: ik.rollen, vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
