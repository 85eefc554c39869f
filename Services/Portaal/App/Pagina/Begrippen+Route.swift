// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension BegrippenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/begrippen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let lijst = try await portaal.deel(BegrippenOpvragen(page: PageRequest(after: na, limit: 50)), ik)
            return try portaal.pagina(BegrippenPagina(lijst, na: na), context)
        }
        BegripPagina.add(to: routes, portaal)
    }
}

extension BegripPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/begrippen/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, try id(context), ik, context.begin())
        }
        routes.post("/sociale-kaart/begrippen/:id/woorden") { request, context in
            try await doe(portaal, request, context, "Het woord is toegevoegd. Zoeken vindt het over een paar tellen.") {
                form, begrip in
                BegripswoordToevoegen(
                    begrip: begrip, taal: form.text("taal"), soort: form.text("soort"), tekst: form.text("tekst"),
                    nagekeken: form.has("nagekeken", "ja"))
            }
        }
        routes.post("/sociale-kaart/begrippen/:id/woorden/:woord") { request, context in
            guard let woord = context.parameters.get("woord").flatMap({ UUID(uuidString: $0) }) else {
                throw Failure.notFound(what: "begripswoord")
            }
            let vervalt = context.form.text("stap") == "vervallen"
            return try await doe(
                portaal, request, context, vervalt ? "Het woord is vervallen." : "Vastgelegd dat het woord is nagekeken."
            ) { form, _ in
                BegripswoordWijzigen(woord: woord, versie: try form.versie(), stap: vervalt ? .vervallen : .nagekeken)
            }
        }
    }

    private static func id(_ context: PortaalContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else {
            throw Failure.notFound(what: "begrip")
        }
        return id
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, UUID) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
        let id = try id(context)
        do {
            _ = try await portaal.bus.send(
                try opdracht(context.form, id), id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar("/sociale-kaart/begrippen/\(id.uuidString.lowercased())", Melding(.goed, klaar), context)
        } catch let failure as Failure {
            return try await portaal.opnieuw(failure, context, intussen: "Hieronder staan de woorden zoals ze nu zijn.") {
                form, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: UUID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let antwoord = try await portaal.bus.ask(BegripOpvragen(begrip: id), as: ik.actor())
        let door = antwoord.woorden.compactMap { $0.nagekekenDoor.flatMap { GebruikerID($0) } }
        let namen = try await portaal.gebruikers.namen(door)
        return try portaal.pagina(
            BegripPagina(
                antwoord, form,
                namen: Dictionary(namen.map { ($0.key.description, $0.value) }, uniquingKeysWith: { eerste, _ in eerste })),
            context, status: status)
    }
}
