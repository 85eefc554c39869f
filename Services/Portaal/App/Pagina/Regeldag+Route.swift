// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension RegeldagPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/regeldag") { request, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            let laatst = try URLEncodedForm.parse(query: request.uri.query).optional("laatst").flatMap { RegelzaakID($0) }
            return try await toon(portaal, context, try context.id(), ik, laatst: laatst)
        }
        routes.get("/dossier/:id/regeldag/afdruk") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            let id: DossierID = try context.id()
            async let gezin = portaal.regeldaggezin(id, ik)
            async let bord = portaal.deel(RegeldagOpvragen(dossier: id), ik)
            async let afspraken = portaal.deel(RegeldagAfspraken(dossier: id), ik)
            let (wie, model) = (try await gezin, try await bord)
            return try portaal.pagina(
                RegeldagAfdrukPagina(
                    wie.hoofd, model, try await afspraken, leden: wie.leden, vandaag: portaal.clock.today), context)
        }
        routes.post("/dossier/:id/regeldag/:regelzaak") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let zaak: RegelzaakID = try context.id("regelzaak")
            let (toestand, versie): (RegelzaakToestand, Int) = (try context.form.code("toestand"), try context.form.versie())
            do {
                let opdracht = RegelzaakZetten(dossier: id, regelzaak: zaak, toestand: toestand, versie: versie)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(Adres.van("/dossier/\(id)/regeldag", [("laatst", zaak.description)]), nil, context)
            } catch Failure.invalid {
                // Something came in between: on its own page somebody says why.
                return portaal.naar(
                    "/dossier/\(id)/regelzaak/\(zaak)",
                    Melding(.letOp, "Deze stap vraagt nu om een reden. Kies die hieronder."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat het bord zoals het nu is.") {
                    _, status in
                    try await toon(portaal, context, id, ik, status: status)
                }
            }
        }
        routes.post("/dossier/:id/regeldagbord/aanvullen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let naar = try context.form.fixed("naar", "hier hoort een datum als 2027-02-01") { Datum($0) }
            do {
                _ = try await portaal.bus.send(
                    RegeldagAanvullen(dossier: id, naar: naar), id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor())
                return portaal.naar("/dossier/\(id)/regeldag", Melding(.goed, "Het bord is aangevuld."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { _, status in
                    try await toon(portaal, context, id, ik, status: status)
                }
            }
        }
        RegelzaakPagina.add(to: routes, portaal)
        RegeldocumentPagina.add(to: routes, portaal)
        RegeldagAfspraakPagina.add(to: routes, portaal)
        RegeldagDagenPagina.add(to: routes, portaal)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, laatst: RegelzaakID? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let gevraagd = portaal.regeldaggezin(id, ik)
        async let bord = portaal.deel(RegeldagOpvragen(dossier: id), ik)
        async let afspraken = portaal.deel(RegeldagAfspraken(dossier: id), ik)
        let gezin = try await gevraagd
        // Steps of who left the household keep their name.
        let anderen = (try await bord).waarde?.zaken.compactMap(\.dossier).filter { gezin.namen[$0] == nil } ?? []
        let namen = gezin.namen.merging(try await portaal.labels(anderen, ik)) { eerste, _ in eerste }
        let antwoorden = Antwoorden(
            bord: try await bord, afspraken: try await afspraken, namen: namen, geboren: gezin.geboren,
            volwassenen: gezin.volwassenen, laatst: laatst)
        let model = RegeldagPagina(gezin.hoofd, antwoorden, rollen: ik.rollen, vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
