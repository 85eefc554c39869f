// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension AanmeldingenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanmeldingen") { request, context in
            let ik = try context.gebruiker(.teamleider, .beheerder)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let toestand = query.optional("toestand").flatMap(AanmeldingToestand.init) ?? .inControle
            return try await toon(portaal, context, ik, toestand: toestand, na: query.optional("na"))
        }
        routes.post("/aanmeldingen/:id/accepteren") { request, context in
            let ik = try context.gebruiker(.teamleider, .beheerder)
            let id: AanmeldingID = try context.id()
            guard let versie = Int(context.form.text("versie")) else { throw Refusal.unreadableForm }
            return try await besluit(portaal, context, ik, id, "De aanmelding is geaccepteerd. Het traject begint.") {
                _ = try await portaal.bus.send(
                    AanmeldingAccepteren(aanmelding: id, versie: versie), id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor())
            }
        }
        routes.post("/aanmeldingen/:id/afwijzen") { request, context in
            let ik = try context.gebruiker(.teamleider, .beheerder)
            let id: AanmeldingID = try context.id()
            guard let versie = Int(context.form.text("versie")) else { throw Refusal.unreadableForm }
            let reden = context.form.text("reden")
            return try await besluit(portaal, context, ik, id, "De aanmelding is afgewezen. De gemeente krijgt bericht.") {
                guard Aanmeldreden.afwijzing.contains(where: { $0.waarde == reden }) else {
                    throw Failure.invalid([FieldError("reden", code: "keuze", "Kies waarom u de aanmelding afwijst.")])
                }
                _ = try await portaal.bus.send(
                    AanmeldingAfwijzen(aanmelding: id, reden: reden, versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor())
            }
        }
    }

    private static func besluit(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: AanmeldingID, _ gelukt: String,
        _ body: () async throws -> Void
    ) async throws -> Response {
        guard let geweigerd = try await Geweigerd.bij(context.form, body) else {
            return portaal.naar("/aanmeldingen", Melding(.goed, gelukt), context)
        }
        return try await toon(
            portaal, context, ik, toestand: .inControle, na: nil, weigering: Weigering(aanmelding: id, geweigerd: geweigerd))
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, toestand: AanmeldingToestand, na: String?,
        weigering: Weigering? = nil
    ) async throws -> Response {
        let page = try await alsBereikbaar {
            try await portaal.bus.ask(AanmeldingenLijst(toestand: toestand, page: PageRequest(after: na)), as: ik.actor())
        }
        let model = AanmeldingenPagina(
            page, toestand: toestand, magOpenen: ik.rollen.contains(.teamleider), weigering: weigering)
        return try portaal.pagina(model, context, status: weigering?.geweigerd.status ?? .ok)
    }
}
