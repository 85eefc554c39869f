// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension DubbelPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanmelding/:id/dubbel") { _, context in
            let ik = try context.gebruiker(.teamleider)
            return try await toon(portaal, context, ik, try context.id())
        }
        routes.post("/aanmelding/:id/dubbel/zelfde") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: AanmeldingID = try context.id()
            let (versie, dossier): (Int, DossierID) = (try context.form.versie(), try context.form.id("dossier"))
            let reden = context.form.text("reden")
            return try await doe(portaal, context, ik, id, "De aanmelding hoort nu bij het bestaande dossier.") {
                _ = try await portaal.bus.send(
                    AanmeldingBijDossier(aanmelding: id, dossier: dossier, versie: versie, reden: reden),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "aanmelding"))
            }
        }
        routes.post("/aanmelding/:id/dubbel/ander") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: AanmeldingID = try context.id()
            let dossier: DossierID? = try context.form.optionalID("dossier")
            let ander: AanmeldingID? = try context.form.optionalID("aanmelding")
            return try await doe(portaal, context, ik, id, "Onthouden: dit zijn twee mensen.") {
                _ = try await portaal.bus.send(
                    AnderePersoonVastleggen(aanmelding: id, dossier: dossier, andereAanmelding: ander),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "aanmelding"))
            }
        }
        routes.post("/aanmelding/:id/dubbel/ongedaan") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: AanmeldingID = try context.id()
            let bevel = try SamenvoegenPagina.ongedaan(context)
            return try await doe(portaal, context, ik, id, "De samenvoeging is ongedaan gemaakt. De aanmelding wacht weer.") {
                _ = try await portaal.bus.send(
                    bevel, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "aanmelding"))
            }
        }
    }

    private static func doe(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: AanmeldingID, _ gelukt: String,
        _ body: () async throws -> Void
    ) async throws -> Response {
        guard let geweigerd = try await Geweigerd.bij(context.form, body) else {
            return portaal.naar("/aanmelding/\(id)/dubbel", Melding(.goed, gelukt), context)
        }
        return try await toon(portaal, context, ik, id, geweigerd)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: AanmeldingID, _ geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        let beeld = try await portaal.bus.ask(AanmeldingVergelijken(aanmelding: id), as: ik.actor(purpose: "aanmelding"))
        return try portaal.pagina(DubbelPagina(beeld, geweigerd: geweigerd), context, status: geweigerd?.status ?? .ok)
    }
}

extension SamenvoegenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/samenvoegen") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            return try await toon(portaal, context, ik, try context.id(), nummer: query.optional("nummer"))
        }
        routes.post("/dossier/:id/samenvoegen") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: DossierID = try context.id()
            let (versie, ander): (Int, DossierID) = (try context.form.versie(), try context.form.id("ander"))
            let reden = context.form.text("reden")
            return try await doe(portaal, context, ik, id, "De dossiers zijn samengevoegd. U gaat verder in dit dossier.") {
                _ = try await portaal.bus.send(
                    DossiersSamenvoegen(leidend: id, volgend: ander, versie: versie, reden: reden),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "samenvoegen"))
            }
        }
        routes.post("/dossier/:id/samenvoegen/ongedaan") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: DossierID = try context.id()
            let bevel = try ongedaan(context)
            return try await doe(portaal, context, ik, id, "De samenvoeging is ongedaan gemaakt.") {
                _ = try await portaal.bus.send(
                    bevel, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "samenvoegen"))
            }
        }
    }

    static func ongedaan(_ context: PortaalContext) throws -> SamenvoegingOngedaanMaken {
        let (versie, id): (Int, SamenvoegingID) = (try context.form.versie(), try context.form.id("samenvoeging"))
        return SamenvoegingOngedaanMaken(samenvoeging: id, versie: versie)
    }

    private static func doe(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: DossierID, _ gelukt: String,
        _ body: () async throws -> Void
    ) async throws -> Response {
        guard let geweigerd = try await Geweigerd.bij(context.form, body) else {
            return portaal.naar("/dossier/\(id)/samenvoegen", Melding(.goed, gelukt), context)
        }
        return try await toon(portaal, context, ik, id, nummer: nil, geweigerd)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: DossierID, nummer: String?,
        _ geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        let actor = ik.actor(purpose: "samenvoegen")
        let geschiedenis = try await portaal.bus.ask(SamenvoegingenOpvragen(dossier: id), as: actor)
        var form = FormValues(["nummer": [nummer ?? ""]])
        var vergelijking: Vergelijking?
        if let nummer {
            let gevonden = try await portaal.bus.ask(PersonenZoeken(tekst: nummer, page: PageRequest()), as: actor)
            if let ander = gevonden.rows.first(where: { $0.dossiernummer == nummer.uppercased() && $0.dossier != id }) {
                vergelijking = try await portaal.bus.ask(DossiersVergelijken(dossier: id, ander: ander.dossier), as: actor)
            } else {
                form = form.refused([
                    FieldError("nummer", code: "onbekend", "Er is geen ander dossier met dit nummer. Kijk het nummer na.")
                ])
            }
        }
        let model = SamenvoegenPagina(id, geschiedenis, vergelijking, form: form, geweigerd: geweigerd)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? (form.errors.isEmpty ? .ok : .badRequest))
    }
}
