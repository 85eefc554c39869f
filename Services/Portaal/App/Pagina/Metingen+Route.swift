// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension MetingenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/metingen") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            async let hoofd = portaal.hoofd(id, ik)
            let o: Metingoverzicht
            do { o = try await portaal.bus.ask(MetingenOpvragen(dossier: id), as: ik.actor()) } catch Failure.state(let reden) {
                return portaal.naar("/dossier/\(id)", Melding(.info, reden), context)
            }
            let model = MetingenPagina(
                try await hoofd, o, rollen: ik.rollen,
                gebruikers: try await portaal.gebruikers.namen(o.metingen.compactMap(\.door)), vandaag: portaal.clock.today)
            return try portaal.pagina(model, context)
        }
        routes.post("/dossier/:id/metingen/gebied") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let gebied: Leefgebied = try context.form.code("leefgebied")
            let opdracht = MeetgebiedZetten(dossier: id, leefgebied: gebied, uitReden: context.form.optional("reden"))
            _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar(
                "/dossier/\(id)/metingen",
                Melding(
                    .goed, opdracht.uitReden == nil ? "Dit leefgebied wordt weer gemeten." : "Dit leefgebied wordt niet gemeten."),
                context)
        }
        routes.get("/dossier/:id/metingen/:moment") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let moment = try context.meetmoment()
            let o: Metingoverzicht
            do { o = try await portaal.bus.ask(MetingenOpvragen(dossier: id), as: ik.actor()) } catch Failure.state(let reden) {
                return portaal.naar("/dossier/\(id)", Melding(.info, reden), context)
            }
            let form = context.begin(MetenPagina.begin(o, moment, vandaag: portaal.clock.today))
            return try portaal.pagina(
                MetenPagina(try await portaal.hoofd(id, ik), o, moment, form, vandaag: portaal.clock.today), context)
        }
        routes.post("/dossier/:id/metingen/:moment") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let moment = try context.meetmoment()
            let o = try await portaal.bus.ask(MetingenOpvragen(dossier: id), as: ik.actor())
            let pad = "/dossier/\(id)/metingen"
            return try await portaal.verstuur(request, context, MetenPagina.velden(o)) { form, nummer in
                let opdracht = try MetingVastleggen(
                    form, dossier: id, moment: moment,
                    gebieden: o.leefgebieden.filter { $0.uitReden == nil }.map(\.leefgebied))
                _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
                return portaal.naar(pad, Melding(.goed, "De meting is vastgelegd."), context)
            } botst: { form, voor in
                let hoofd = try await portaal.hoofd(id, ik)
                let nu = try await portaal.bus.ask(MetingenOpvragen(dossier: id), as: ik.actor())
                return try await portaal.botsing(
                    context, ik, form, MetenPagina.botsvelden(nu, moment, vandaag: portaal.clock.today), wat: "deze meting",
                    versie: nu.metingen.first { $0.moment == moment }?.aantal ?? 0, door: voor.door, op: voor.op,
                    actie: "\(pad)/\(moment.rawValue)", terug: pad, kruimels: hoofd.kruimels + [Koppeling("Zelfredzaamheid", pad)]
                )
            } toon: { form, status in
                try portaal.pagina(
                    MetenPagina(try await portaal.hoofd(id, ik), o, moment, form, vandaag: portaal.clock.today), context,
                    status: status)
            }
        }
        routes.get("/metingen") { _, context in
            let ik = try context.gebruiker(.teamleider)
            let gebieden = try await portaal.bus.ask(MetingVerdeling(), as: ik.actor())
            return try portaal.pagina(VerdelingPagina(gebieden), context)
        }
    }
}

extension PortaalContext {
    fileprivate func meetmoment() throws -> Meetmoment {
        guard let moment = parameters.get("moment").flatMap({ Meetmoment(rawValue: $0) }) else {
            throw Failure.notFound(what: "meting")
        }
        return moment
    }
}
