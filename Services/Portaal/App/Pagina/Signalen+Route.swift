// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension SignalenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/signalen") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(
                portaal, context, try context.id(), ik, context.begin(begin(vandaag: portaal.clock.today)))
        }
        routes.post("/dossier/:id/signalen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let geweigerd = try await Geweigerd.bij(context.form) {
                _ = try await portaal.bus.send(
                    SignaalVastleggen(context.form, dossier: id), id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor())
            }
            guard let geweigerd else {
                return portaal.naar("/dossier/\(id)/signalen", Melding(.goed, "Het is vastgelegd."), context)
            }
            return try await toon(portaal, context, id, ik, geweigerd.form, geweigerd)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        _ geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let overzicht = portaal.bus.ask(SignalenOpvragen(dossier: id), as: ik.actor())
        let model = SignalenPagina(
            try await hoofd, try await overzicht, form, vandaag: portaal.clock.today, melding: geweigerd?.melding)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}

extension SignaalPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/signalen/:signaal") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), try context.id("signaal"), ik, context.begin())
        }
        routes.post("/dossier/:id/signalen/:signaal/opvolgen") { request, context in
            try await doe(portaal, request, context, "Wat u deed, is vastgelegd.", ["tekst": "opvolging"]) {
                form, id, signaal, versie in
                SignaalOpvolgen(
                    dossier: id, signaal: signaal, tekst: form.text("opvolging"), verlengen: form.has("verlengen", "ja"),
                    versie: versie)
            }
        }
        routes.post("/dossier/:id/signalen/:signaal/sluiten") { request, context in
            try await doe(portaal, request, context, "Het is gesloten.", ["tekst": "sluiting"]) { form, id, signaal, versie in
                guard let uitkomst = Signaaluitkomst(rawValue: form.text("uitkomst")) else {
                    throw Failure.invalid([FieldError("uitkomst", code: "verplicht", "Kies hoe het is afgelopen.")])
                }
                return SignaalSluiten(
                    dossier: id, signaal: signaal, uitkomst: uitkomst, tekst: form.text("sluiting"), versie: versie)
            }
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String, _ map: [String: String],
        _ opdracht: (FormValues, DossierID, SignaalID, Int) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let (id, signaal): (DossierID, SignaalID) = (try context.id(), try context.id("signaal"))
        let versie = try context.form.versie()
        let geweigerd = try await Geweigerd.bij(context.form, map: map) {
            _ = try await portaal.bus.send(
                try opdracht(context.form, id, signaal, versie), id: portaal.opdracht(context, pad: request.uri.path),
                as: ik.actor())
        }
        guard let geweigerd else {
            return portaal.naar("/dossier/\(id)/signalen/\(signaal)", Melding(.goed, klaar), context)
        }
        return try await toon(portaal, context, id, signaal, ik, geweigerd.form, geweigerd)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ signaal: SignaalID, _ ik: Aangemeld,
        _ form: FormValues, _ geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let overzicht = portaal.bus.ask(SignalenOpvragen(dossier: id), as: ik.actor())
        guard let een = try await overzicht.signalen.first(where: { $0.signaal == signaal }) else {
            throw Failure.notFound(what: "signaal")
        }
        let wie = [een.door, een.gesloten?.door].compactMap { $0 } + een.opvolgingen.compactMap(\.door)
        let model = SignaalPagina(
            try await hoofd, een, form, rollen: ik.rollen, gebruikers: try await portaal.gebruikers.namen(wie),
            vandaag: portaal.clock.today, melding: geweigerd?.melding)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}
