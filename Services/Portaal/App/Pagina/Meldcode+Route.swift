// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension PortaalContext {
    /// Who may have to do with the Meldcode. For everybody else these pages do not exist.
    func meldcode() throws -> Aangemeld {
        let ik = try gebruiker()
        guard !ik.rollen.isDisjoint(with: [.begeleider, .teamleider, .aandachtsfunctionaris]) else {
            throw Failure.notFound(what: "pagina")
        }
        return ik
    }
}

extension MeldcodePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/meldcode") { request, context in
            let ik = try context.meldcode()
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let zaken = try await portaal.bus.ask(
                MeldcodeZaken(page: PageRequest(after: na, limit: 25)), as: ik.actor(purpose: "meldcode"))
            // A team leader has nothing here until somebody names him in a file.
            if zaken.rows.isEmpty, ik.rollen.isDisjoint(with: [.begeleider, .aandachtsfunctionaris]) {
                throw Failure.notFound(what: "pagina")
            }
            var nood = try await portaal.noodwerk(ik)
            if nood == nil, ik.rollen.contains(.aandachtsfunctionaris) { nood = Koppeling("Noodinzagen", "/meldcode-inzage") }
            return try portaal.pagina(MeldcodePagina(zaken, na: na, nood: nood), context)
        }
        routes.post("/meldcode") { request, context in
            let ik = try context.meldcode()
            guard ik.rollen.contains(.begeleider), let dossier = DossierID(context.form.text("dossier")) else {
                throw Failure.notFound(what: "pagina")
            }
            let zaak = try await portaal.bus.send(
                MeldcodeOpenen(dossier: dossier), id: portaal.opdracht(context, pad: request.uri.path),
                as: ik.actor(purpose: "meldcode")
            ).zaak
            return portaal.naar("/meldcode/\(zaak)", context: context)
        }
    }
}

extension MeldcodeZaakPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/meldcode/:zaak") { _, context in
            let ik = try context.meldcode()
            return try await toon(portaal, context, try context.id("zaak"), ik, FormValues())
        }
        routes.post("/meldcode/:zaak/lezers") { request, context in
            let ik = try context.meldcode()
            let zaak: MeldcodeID = try context.id("zaak")
            let form = context.form
            let (versie, erbij) = (try form.versie(), try form.jaNee("erbij"))
            let geweigerd = try await Geweigerd.bij(form) {
                guard let gebruiker = GebruikerID(form.text("gebruiker")) else {
                    throw Failure.invalid([FieldError("gebruiker", code: "verplicht", "Kies een collega.")])
                }
                _ = try await portaal.bus.send(
                    MeldcodeBetrekken(
                        zaak: zaak, gebruiker: gebruiker, erbij: erbij, reden: form.text("reden"), versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "meldcode"))
            }
            guard let geweigerd else {
                let ikWeg =
                    !erbij && form.text("gebruiker") == ik.id.description
                    && !ik.rollen.contains(.aandachtsfunctionaris)
                return portaal.naar(ikWeg ? "/" : "/meldcode/\(zaak)", context: context)
            }
            return try await toon(portaal, context, zaak, ik, geweigerd.form, geweigerd)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: MeldcodeID, _ ik: Aangemeld, _ form: FormValues,
        _ geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        let zaak = try await portaal.bus.ask(MeldcodeOpvragen(zaak: id), as: ik.actor(purpose: "meldcode"))
        let wie =
            zaak.betrokkenen + zaak.feiten.compactMap(\.door) + zaak.inzagen.compactMap(\.door)
            + zaak.feiten.filter { $0.inhoud.soort == .betrokken }.compactMap { GebruikerID($0.inhoud.met) }
        var collegas: [(id: GebruikerID, naam: String)] = []
        if let team = ik.team {
            collegas = try await portaal.gebruikers.metRol([.begeleider, .teamleider], team: team).map { ($0.id, $0.naam) }
        }
        let model = MeldcodeZaakPagina(
            zaak, form, gebruikers: try await portaal.gebruikers.namen(wie), collegas: collegas,
            magBetrekken: zaak.noodTot == nil && !ik.rollen.isDisjoint(with: [.begeleider, .aandachtsfunctionaris]),
            melding: geweigerd?.melding)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}

extension MeldcodeFeitPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/meldcode/:zaak/:soort") { request, context in
            let ik = try context.meldcode()
            var begin = ["op": [portaal.clock.today.description]]
            if let over = try URLEncodedForm.parse(query: request.uri.query).optional("over") { begin["over"] = [over] }
            return try await toon(portaal, context, try context.id("zaak"), try context.meldcodesoort(), ik, FormValues(begin))
        }
        routes.post("/meldcode/:zaak/:soort") { request, context in
            let ik = try context.meldcode()
            let (zaak, soort): (MeldcodeID, Meldcodesoort) = (try context.id("zaak"), try context.meldcodesoort())
            let versie = try context.form.versie()
            let geweigerd = try await Geweigerd.bij(context.form) {
                _ = try await portaal.bus.send(
                    MeldcodeVastleggen(zaak: zaak, feit: try Meldcodefeit(context.form, soort: soort), versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "meldcode"))
            }
            guard let geweigerd else { return portaal.naar("/meldcode/\(zaak)", context: context) }
            return try await toon(portaal, context, zaak, soort, ik, geweigerd.form, geweigerd)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: MeldcodeID, _ soort: Meldcodesoort, _ ik: Aangemeld,
        _ form: FormValues, _ geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        let zaak = try await portaal.bus.ask(MeldcodeOpvragen(zaak: id), as: ik.actor(purpose: "meldcode"))
        // In an emergency one reads, and writes nothing.
        guard zaak.noodTot == nil else { throw Failure.notFound(what: "pagina") }
        return try portaal.pagina(
            MeldcodeFeitPagina(zaak, soort, form, vandaag: portaal.clock.today, melding: geweigerd?.melding), context,
            status: geweigerd?.status ?? .ok)
    }
}

extension PortaalContext {
    fileprivate func meldcodesoort() throws -> Meldcodesoort {
        guard let soort = parameters.get("soort").flatMap({ Meldcodesoort(rawValue: $0) }), soort != .betrokken else {
            throw Failure.notFound(what: "pagina")
        }
        return soort
    }
}

extension Portaal {
    /// After a change, without a notice: a notice travels in a cookie, and of the Meldcode nothing travels along.
    fileprivate func naar(_ adres: String, context: PortaalContext) -> Response { naar(adres, nil, context) }
}
