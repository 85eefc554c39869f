// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension NoodvraagPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/meldcode-nood/:dossier") { _, context in
            let ik = try context.meldcode()
            return try await toon(portaal, context, ik, FormValues(), nil)
        }
        routes.post("/meldcode-nood/:dossier") { request, context in
            let ik = try context.meldcode()
            let dossier: DossierID = try context.id("dossier")
            let form = context.form
            var noodinzage: NoodinzageID?
            let geweigerd = try await Geweigerd.bij(form) {
                guard let reden = Noodreden(rawValue: form.text("reden")) else {
                    throw Failure.invalid([FieldError("reden", code: "verplicht", "Kies waarom u dit nu moet weten.")])
                }
                noodinzage = try await portaal.bus.send(
                    MeldcodeNoodOpenen(dossier: dossier, reden: reden, toelichting: form.text("toelichting")),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "meldcode")
                ).noodinzage
            }
            guard let noodinzage else { return try await toon(portaal, context, ik, geweigerd?.form ?? form, geweigerd) }
            return portaal.naar("/meldcode-inzage/\(noodinzage)", nil, context)
        }
    }

    /// Only who may open the dossier gets here; of the compartment nothing is asked.
    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues, _ geweigerd: Geweigerd?
    ) async throws -> Response {
        guard !ik.rollen.isDisjoint(with: [.begeleider, .teamleider]) else { throw Failure.notFound(what: "pagina") }
        let hoofd = try await portaal.hoofd(try context.id("dossier"), ik)
        return try portaal.pagina(
            NoodvraagPagina(hoofd, form, melding: geweigerd?.melding), context, status: geweigerd?.status ?? .ok)
    }
}

extension NoodinzagePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/meldcode-inzage") { request, context in
            let ik = try context.meldcode()
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let pagina = try await portaal.bus.ask(
                MeldcodeNoodinzagen(alleenOpen: false, page: PageRequest(after: na, limit: 25)),
                as: ik.actor(purpose: "meldcode"))
            let gebruikers = try await portaal.gebruikers.namen(pagina.rows.map(\.door))
            return try portaal.pagina(NoodinzagenPagina(pagina, gebruikers: gebruikers, na: na), context)
        }
        routes.get("/meldcode-inzage/:nood") { _, context in
            let ik = try context.meldcode()
            return try await toon(portaal, context, ik, FormValues(), nil)
        }
        routes.post("/meldcode-inzage/:nood") { request, context in
            let ik = try context.meldcode()
            let nood: NoodinzageID = try context.id("nood")
            let form = context.form
            let versie = try form.versie()
            let geweigerd = try await Geweigerd.bij(form) {
                guard let uitkomst = Nooduitkomst(rawValue: form.text("uitkomst")) else {
                    throw Failure.invalid([FieldError("uitkomst", code: "verplicht", "Kies wat u ervan vindt.")])
                }
                _ = try await portaal.bus.send(
                    MeldcodeNoodBeoordelen(
                        noodinzage: nood, uitkomst: uitkomst, toelichting: form.text("toelichting"), versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "meldcode"))
            }
            guard let geweigerd else { return portaal.naar("/meldcode-inzage", nil, context) }
            return try await toon(portaal, context, ik, geweigerd.form, geweigerd)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues, _ geweigerd: Geweigerd?
    ) async throws -> Response {
        let id: NoodinzageID = try context.id("nood")
        let noodinzage = try await portaal.bus.ask(
            MeldcodeNoodOpvragen(noodinzage: id), as: ik.actor(purpose: "meldcode"))
        let wie = [noodinzage.door, noodinzage.oordeel?.door].compactMap(\.self)
        let model = NoodinzagePagina(
            noodinzage, form, ik: ik.id, gebruikers: try await portaal.gebruikers.namen(wie), nu: portaal.clock.now,
            melding: geweigerd?.melding)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}

extension Portaal {
    /// What waits for an aandachtsfunctionaris; nil for everybody else.
    func noodwerk(_ ik: Aangemeld) async throws -> Koppeling? {
        guard ik.rollen.contains(.aandachtsfunctionaris) else { return nil }
        let open = MeldcodeNoodinzagen(alleenOpen: true, page: PageRequest(limit: 20))
        return NoodinzagenPagina.wacht(try await deel(open, ik).waarde)
    }
}
