// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

extension ContracteindePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/contracteinde") { request, context in
            let ik = try context.gebruiker(.teamleider, .klantmanager)
            let form = try URLEncodedForm.parse(query: request.uri.query)
            let na = form.optional("na")
            let antwoord = try await portaal.deel(
                ContracteindeOpvragen(opdracht: form.optional("opdracht"), page: PageRequest(after: na)), ik
            ).waarde
            let namen =
                ik.isGemeente ? nil : try await portaal.labels((antwoord?.pagina.rows ?? []).map(\.dossier), ik)
            return try portaal.pagina(
                ContracteindePagina(antwoord, namen: namen, form: form, na: na, vandaag: portaal.clock.today), context)
        }
        routes.get("/contracteinde/lijst.csv") { request, context in
            let ik = try context.gebruiker(.teamleider, .klantmanager)
            return try await csv(portaal, try URLEncodedForm.parse(query: request.uri.query).optional("opdracht"), ik)
        }
        routes.get("/contracteinde/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await ContracteindeKeuzePagina.toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/contracteinde/:id") { request, context in
            try await ContracteindeKeuzePagina.bewaar(portaal, request, context)
        }
    }

    /// The whole list as one file, page after page; at most this many rows, more than any contract has running.
    private static let meest = 5000

    private static func csv(_ portaal: Portaal, _ opdracht: String?, _ ik: Aangemeld) async throws -> Response {
        var (tekst, na, aantal): (String, String?, Int) = (kop, nil, 0)
        repeat {
            let antwoord = try await portaal.bus.ask(
                ContracteindeOpvragen(opdracht: opdracht, export: true, page: PageRequest(after: na, limit: 200)),
                as: ik.actor(purpose: "overdracht"))
            tekst += antwoord.pagina.rows.map(csv).joined()
            aantal += antwoord.pagina.rows.count
            na = antwoord.pagina.next
        } while na != nil && aantal < meest
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"einde-opdracht.csv\"", .cacheControl: "no-store",
            ], body: .init(byteBuffer: ByteBuffer(string: tekst)))
    }
}

extension ContracteindeKeuzePagina {
    static func bewaar(_ portaal: Portaal, _ request: Request, _ context: PortaalContext) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: DossierID = try context.id()
        let pad = "/contracteinde/\(id)"
        return try await portaal.verstuur(request, context, velden) { form, nummer in
            let versie = try form.versie()
            guard let keuze = Contracteindekeuze(rawValue: form.text("keuze")) else {
                throw Failure.invalid([FieldError("keuze", code: "verplicht", "Kies wat er met dit traject gebeurt.")])
            }
            func dag(_ veld: String) throws -> Datum? { form.optional(veld) == nil ? nil : try form.dag(veld) }
            let opdracht = ContracteindeKiezen(
                dossier: id, keuze: keuze, onderdelen: form.all("onderdelen"), driegesprekOp: try dag("driegesprekOp"),
                versie: versie, instemmingOp: try dag("instemmingOp"), geweestOp: try dag("geweestOp"),
                overgedragenOp: try dag("overgedragenOp"))
            _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
            return portaal.naar(pad, Melding(.goed, "De keuze is vastgelegd."), context)
        } botst: { form, voor in
            async let hoofd = portaal.hoofd(id, ik)
            let regel = try await portaal.bus.ask(OverdrachtVoorbeeld(dossier: id), as: ik.actor(purpose: "overdracht")).regel
            return try await portaal.botsing(
                context, ik, form, botsvelden(regel), wat: "deze keuze", versie: regel.versie, door: voor.door, op: voor.op,
                actie: pad, terug: pad, kruimels: try await hoofd.kruimels + [Koppeling("Einde van de opdracht", pad)],
                menu: "/contracteinde")
        } toon: { form, status in
            try await toon(portaal, context, id, ik, form, status: status)
        }
    }

    static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let voorbeeld = portaal.bus.ask(OverdrachtVoorbeeld(dossier: id), as: ik.actor(purpose: "overdracht"))
        let (wie, antwoord) = try await (hoofd, voorbeeld)
        return try portaal.pagina(
            ContracteindeKeuzePagina(wie, antwoord, form, vandaag: portaal.clock.today), context, status: status)
    }
}
