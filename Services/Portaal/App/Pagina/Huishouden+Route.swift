// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension HuishoudenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/huishouden/:id") { request, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let op = query.optional("op").flatMap { Datum(getypt: $0) }
            let begin = FormValues(["op": [portaal.clock.today.description]])
            return try await toon(portaal, context, try context.id(), ik, context.begin(begin), op: op)
        }
        routes.post("/huishouden/:id/wijzigen") { request, context in
            try await doe(portaal, request, context, "Het huishouden is veranderd.") { form, ik in
                let gekozen = form.all("leden").compactMap { DossierID($0) }
                let leden = try gekozen.map {
                    HuishoudenWijzigen.Lid(dossier: $0, rol: form.text("rol"), versie: try form.versie("versie-\($0)"))
                }
                let bij = try await form.optional("bij").asyncMap { try await dossier($0, portaal, ik) }
                return HuishoudenWijzigen(leden: leden, bij: bij, op: try form.dag("op"), reden: form.text("reden"))
            }
        }
        routes.post("/huishouden/:id/terug") { request, context in
            try await doe(portaal, request, context, "De vorige woonsituatie geldt weer.") { form, _ in
                HuishoudenVerbeteren(dossier: try form.id("dossier"), versie: try form.versie())
            }
        }
        routes.post("/huishouden/:id/verwacht") { request, context in
            try await doe(portaal, request, context, "Het gezinslid staat erbij.") { form, _ in
                guard let referent = DossierID(form.text("referent")) else {
                    throw Failure.invalid([FieldError("referent", code: "keuze", "Kies van wie deze persoon familie is.")])
                }
                return VerwachtLidVastleggen(
                    referent: referent, naam: form.text("naam"), geboortedatum: form.onvolledig("geboortedatum"),
                    land: form.optional("land"), rol: form.text("rol-verwacht"), stand: form.text("stand"),
                    verwachtOp: try form.optional("verwachtOp").map { _ in try form.dag("verwachtOp") }, versie: 0)
            }
        }
        routes.post("/huishouden/:id/verwacht/:lid") { request, context in
            let lid: VerwachtLidID = try context.id("lid")
            return try await doe(portaal, request, context, "Welkom: deze persoon hoort nu bij het huishouden.") { form, _ in
                VerwachtLidAangekomen(
                    id: lid, dossiernummer: form.text("dossiernummer"), op: try form.dag("op"),
                    versie: try form.versie())
            }
        }
    }

    /// The dossier with exactly this number, among those that the visitor may see.
    private static func dossier(_ nummer: String, _ portaal: Portaal, _ ik: Aangemeld) async throws -> DossierID {
        let gevonden = try await portaal.bus.ask(PersonenZoeken(tekst: nummer, page: PageRequest(limit: 5)), as: ik.actor())
        guard let rij = gevonden.rows.first(where: { $0.dossiernummer == nummer.uppercased() }) else {
            throw Failure.invalid([
                FieldError("bij", code: "onbekend", "Er is geen dossier met dit nummer waar u bij mag. Kijk het nummer na.")
            ])
        }
        return rij.dossier
    }

    static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, Aangemeld) async throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: HuishoudenID = try context.id()
        do {
            let opdracht = try await opdracht(context.form, ik)
            _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar("/huishouden/\(id)", Melding(.goed, klaar), context)
        } catch let failure as Failure {
            return try await portaal.opnieuw(
                failure.opPagina, context, intussen: "Hieronder staat het huishouden zoals het nu is."
            ) { form, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: HuishoudenID, _ ik: Aangemeld, _ form: FormValues,
        op: Datum? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let beeld = try await portaal.bus.ask(HuishoudenOpvragen(huishouden: id, op: op), as: ik.actor())
        return try portaal.pagina(HuishoudenPagina(beeld, form, vandaag: portaal.clock.today), context, status: status)
    }
}

extension Failure {
    /// Who is refused sees the same page with the reason: a household may hold members of more than one caseload.
    fileprivate var opPagina: Failure {
        if case .notAllowed(let reason) = self { .state(reason: reason) } else { self }
    }
}

extension FormValues {
    /// The date of three fields, as far as it was filled in: `1990-03-12`, `1990-03`, `1990`, `onbekend`.
    func onvolledig(_ veld: String) -> String {
        func twee(_ tekst: String) -> String { tekst.count == 1 ? "0" + tekst : tekst }
        let (dag, maand, jaar) = (twee(text("\(veld)-dag")), twee(text("\(veld)-maand")), text("\(veld)-jaar"))
        if jaar.isEmpty { return dag.isEmpty && maand.isEmpty ? "onbekend" : "geen jaar" }
        if maand.isEmpty { return dag.isEmpty ? jaar : "geen maand" }
        return dag.isEmpty ? "\(jaar)-\(maand)" : "\(jaar)-\(maand)-\(dag)"
    }
}

extension Optional {
    fileprivate func asyncMap<Nieuw>(_ body: (Wrapped) async throws -> Nieuw) async rethrows -> Nieuw? {
        if let self { try await body(self) } else { nil }
    }
}

extension WordtAchttienPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/wordt-18") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na").flatMap { DossierID($0) }
            let vraag = WordtAchttienLijst(maanden: 12, na: na, limit: perBladzijde + 1)
            return try portaal.pagina(WordtAchttienPagina(try await portaal.deel(vraag, ik), na: na), context)
        }
    }
}
