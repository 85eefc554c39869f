// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VerwachtLidPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        addTerug(to: routes, portaal)
        routes.get("/huishouden/:id/verwacht/:lid") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, ik)
        }
        routes.post("/huishouden/:id/verwacht/:lid/wijzigen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (huishouden, lid): (HuishoudenID, VerwachtLidID) = (try context.id(), try context.id("lid"))
            let referent: DossierID = try context.form.id("referent")
            let pad = "/huishouden/\(huishouden)"
            return try await portaal.verstuur(request, context, velden) { form, nummer in
                let opdracht = VerwachtLidVastleggen(
                    id: lid, referent: referent, naam: form.text("naam"), geboortedatum: form.onvolledig("geboortedatum"),
                    land: form.optional("land"), rol: form.text("rol-verwacht"), stand: form.text("stand"),
                    verwachtOp: try form.optional("verwachtOp").map { _ in try form.dag("verwachtOp") },
                    versie: try form.versie())
                do {
                    _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
                } catch let failure as Failure {
                    throw failure.metRol
                }
                let weg = opdracht.stand == "vervallen"
                let zin = weg ? "Dit gezinslid wordt niet meer verwacht." : "De gegevens zijn aangepast."
                return portaal.naar(pad, Melding(.goed, zin), context)
            } botst: { form, voor in
                let nu = try await vraag(portaal, context, ik)
                return try await portaal.botsing(
                    context, ik, form, botsvelden(nu), wat: "de gegevens van dit gezinslid", versie: nu.versie,
                    door: voor.door, op: voor.op, actie: "\(pad)/verwacht/\(lid)/wijzigen", terug: "\(pad)/verwacht/\(lid)",
                    kruimels: [Koppeling("Mensen", "/mensen"), Koppeling("Huishouden", pad)], mee: ["referent"])
            } toon: { form, status in
                try await toon(portaal, context, ik, form, status)
            }
        }
    }

    /// Undoes an arrival, after "are you sure".
    private static func addTerug(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/huishouden/:id/verwacht/:lid/terug") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let huishouden: HuishoudenID = try context.id()
            let lid = try await vraag(portaal, context, ik, aangekomen: true)
            let pad = "/huishouden/\(huishouden)"
            let bevestig = BevestigPagina(
                "Is \(lid.naam) toch niet gekomen, of was het een ander dossier?",
                uitleg: "U draait de aankomst terug. Daarna kunt u het juiste dossiernummer invullen.",
                gevolgen: [
                    "Het dossier hoort niet meer bij dit verwachte gezinslid.",
                    "Kwam deze persoon door de aankomst in dit huishouden, dan geldt weer de woonsituatie van daarvoor.",
                    "Kinderen die door de aankomst met iemand meerijden, doen dat niet meer.",
                    "Het dossier zelf en alles wat daarin staat, blijft.",
                ], actie: "\(pad)/verwacht/\(lid.id)/terug", velden: [VerborgenVeld("versie", String(lid.versie))],
                knop: "Aankomst terugdraaien", gevaarlijk: true, terug: pad,
                kruimels: [Koppeling("Mensen", "/mensen"), Koppeling("Huishouden", pad)])
            return try portaal.pagina(bevestig, context)
        }
        routes.post("/huishouden/:id/verwacht/:lid/terug") { request, context in
            let lid: VerwachtLidID = try context.id("lid")
            return try await HuishoudenPagina.doe(
                portaal, request, context, "De aankomst is teruggedraaid. Dit gezinslid wordt weer verwacht."
            ) { form, _ in VerwachtLidTerugdraaien(id: lid, versie: try form.versie()) }
        }
    }

    private static func vraag(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, aangekomen: Bool = false
    ) async throws -> Huishoudbeeld.Verwacht {
        let (huishouden, id): (HuishoudenID, VerwachtLidID) = (try context.id(), try context.id("lid"))
        let beeld = try await portaal.bus.ask(HuishoudenOpvragen(huishouden: huishouden, op: nil), as: ik.actor())
        guard let lid = beeld.verwacht.first(where: { $0.id == id }), (lid.stand == "aangekomen") == aangekomen,
            beeld.magWijzigen
        else {
            throw Failure.notFound(what: "verwacht gezinslid")
        }
        return lid
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues? = nil,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let lid = try await vraag(portaal, context, ik)
        return try portaal.pagina(VerwachtLidPagina(try context.id(), lid, form), context, status: status)
    }
}

extension Failure {
    /// The role of an expected member has a name of its own on the page.
    fileprivate var metRol: Failure {
        guard case .invalid(let fouten) = self else { return self }
        return .invalid(fouten.map { $0.field == "rol" ? FieldError("rol-verwacht", code: $0.code, $0.text) : $0 })
    }
}

extension ZichtPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/huishouden/:id/zicht/:dossier") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, ik, context.begin())
        }
        routes.post("/huishouden/:id/zicht/:dossier") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (huishouden, dossier): (HuishoudenID, DossierID) = (try context.id(), try context.id("dossier"))
            let form = context.form
            let aan = form.text("aan") == "ja"
            do {
                _ = try await portaal.bus.send(
                    HuisgenootAfschermen(
                        dossier: dossier, aan: aan, versie: try form.versie(),
                        toelichting: aan ? form.text("toelichting") : nil),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                let zin = aan ? "Deze persoon is niet meer zichtbaar voor huisgenoten." : "Deze persoon is weer zichtbaar."
                return portaal.naar("/huishouden/\(huishouden)", Melding(.goed, zin), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, ik, form, status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (huishouden, dossier): (HuishoudenID, DossierID) = (try context.id(), try context.id("dossier"))
        let scherm = try await portaal.bus.ask(SchermOpvragen(dossier: dossier), as: ik.actor(purpose: "zichtbaarheid"))
        let namen = try await portaal.gebruikers.namen([scherm.door].compactMap(\.self))
        return try portaal.pagina(ZichtPagina(huishouden, scherm, form, gebruikers: namen), context, status: status)
    }
}
