// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension SocialeKaartPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart") { request, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider, .beheerder)
            let form = try URLEncodedForm.parse(query: request.uri.query)
            async let lijst = portaal.deel(Kaartkeuzes(), ik)
            let eerst = Kaartvraag(form)
            do {
                let pagina = try await portaal.deel(try eerst.zoeken(limit: 20, na: eerst.na), ik)
                let keuzes = try await lijst.waarde
                let vraag = Kaartvraag(form, keuzes: keuzes)
                let leeg = pagina.waarde?.rows.isEmpty == true
                let ruimer = leeg ? try await portaal.ruimer(vraag, ik) : []
                let model = SocialeKaartPagina(
                    pagina, vraag, keuzes: keuzes, ruimer: ruimer, rollen: ik.rollen, vandaag: portaal.clock.today)
                return try portaal.pagina(model, context)
            } catch Failure.invalid(let fouten) {
                let keuzes = try await lijst.waarde
                let vraag = Kaartvraag(form.refused(fouten, map: Kaartvraag.namen), keuzes: keuzes)
                let model = SocialeKaartPagina(
                    .niet, vraag, keuzes: keuzes, rollen: ik.rollen, vandaag: portaal.clock.today)
                return try portaal.pagina(model, context, status: .badRequest)
            }
        }
    }
}

extension Portaal {
    /// For a question that found nothing: how many there are without each of its filters, all asked at the same time.
    func ruimer(_ vraag: Kaartvraag, _ ik: Aangemeld) async throws -> [(Kaartvraag.Actief, Int)] {
        let actief = vraag.actief
        // With one filter the answer without it is simply everything.
        guard actief.count > 1 else { return [] }
        return try await withThrowingTaskGroup(of: (Int, Int).self) { groep in
            for (nummer, filter) in actief.enumerated() {
                let zonder = try vraag.zonder(filter.sleutels).zoeken(limit: 1)
                groep.addTask { (nummer, try await deel(zonder, ik).waarde?.total ?? 0) }
            }
            var uit: [(Int, Int)] = []
            for try await gevonden in groep { uit.append(gevonden) }
            return uit.sorted { $0.0 < $1.0 }.map { (actief[$0.0], $0.1) }
        }
    }
}

extension VoorzieningPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider, .beheerder)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/sociale-kaart/:id/controleren") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id: VoorzieningID = try context.id()
            do {
                let versie = try context.form.versie()
                guard let wijze = context.form.optional("wijze") else {
                    throw Failure.invalid([FieldError("wijze", code: "verplicht", "Kies hoe u het hebt nagevraagd.")])
                }
                let opdracht = VoorzieningControleren(voorziening: id, versie: versie, wijze: wijze)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar("/sociale-kaart/\(id)", Melding(.goed, "De controle is vastgelegd."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de vermelding zoals die nu is.") {
                    form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VoorzieningID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let detail = try await portaal.bus.ask(VoorzieningOpvragen(voorziening: id), as: ik.actor())
        let model = VoorzieningPagina(
            detail, form, rollen: ik.rollen, vandaag: portaal.clock.today, demo: portaal.instellingen.demo != nil)
        return try portaal.pagina(model, context, status: status)
    }
}
