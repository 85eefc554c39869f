// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension CaseloadPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/caseload") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            guard ik.rollen.contains(.teamleider) else {
                return try await toon(portaal, request, context, ik.id, ik, context.begin())
            }
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let pagina = try await portaal.deel(TeamCaseload(page: PageRequest(after: na)), ik).waarde
            let mensen = try await portaal.gebruikers.namen((pagina?.rows ?? []).map(\.begeleider))
            return try portaal.pagina(TeamcaseloadPagina(pagina, mensen: mensen, na: na), context)
        }
        routes.get("/caseload/:id") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, request, context, try context.id(), ik, context.begin())
        }
        routes.post("/caseload/:id/overdragen") { request, context in
            try await doe(portaal, request, context, "De overdracht is aangeboden. Tot de collega accepteert verandert er niets.")
            {
                form, _ in
                let (dossiers, aan) = try Self.lees(form, veld: "aan")
                return OverdrachtenStarten(
                    dossiers: dossiers, aan: aan, notitie: form.text("notitie"),
                    driegesprekOp: form.optional("driegesprekOp") == nil ? nil : try form.dag("driegesprekOp"))
            }
        }
        routes.post("/caseload/:id/toewijzen") { request, context in
            try await doe(portaal, request, context, "De dossiers zijn toegewezen.") { form, _ in
                let (dossiers, aan) = try Self.lees(form, veld: "aan")
                return DossiersToewijzen(dossiers: dossiers, begeleider: aan)
            }
        }
        routes.post("/caseload/:id/waarneming") { request, context in
            try await doe(portaal, request, context, "De waarneming is vastgelegd.") { form, wie in
                guard let waarnemer = GebruikerID(form.text("waarnemer")) else {
                    throw Failure.invalid([FieldError("waarnemer", code: "verplicht", "Kies wie waarneemt.")])
                }
                return WaarnemingVastleggen(
                    begeleider: wie, waarnemer: waarnemer, van: try form.dag("van"), totEnMet: try form.dag("totEnMet"))
            }
        }
        routes.post("/caseload/:id/waarneming/:waarneming/stop") { request, context in
            let waarneming: WaarnemingID = try context.id("waarneming")
            return try await doe(portaal, request, context, "De waarneming is beëindigd.") { form, _ in
                let versie = try form.versie()
                return WaarnemingBeeindigen(waarneming: waarneming, versie: versie)
            }
        }
        routes.post("/caseload/:id/intensiteit") { request, context in
            try await intensiteit(portaal, request, context)
        }
    }

    /// The chosen dossiers and the colleague, or every error at once.
    static func lees(_ form: FormValues, veld: String) throws(Failure) -> ([DossierID], GebruikerID) {
        var fouten: [FieldError] = []
        let dossiers = form.all("dossiers").compactMap { DossierID($0) }
        if dossiers.isEmpty { fouten.append(FieldError("dossiers", code: "verplicht", "Kies ten minste één dossier.")) }
        guard let wie = GebruikerID(form.text(veld)) else {
            throw .invalid(fouten + [FieldError(veld, code: "verplicht", "Kies een collega.")])
        }
        guard fouten.isEmpty else { throw .invalid(fouten) }
        return (dossiers, wie)
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, GebruikerID) throws -> C
    ) async throws -> Response {
        try await portaal.doe(
            request, context, naar: { "/caseload/\($0)" }, klaar: klaar, intussen: "Hieronder staat hoe het nu is.", opdracht
        ) { wie, ik, form, status in
            try await toon(portaal, request, context, wie, ik, form, status: status)
        }
    }

    /// One command for each chosen dossier, each from the version that was on the screen.
    private static func intensiteit(_ portaal: Portaal, _ request: Request, _ context: PortaalContext) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let wie: GebruikerID = try context.id()
        let form = context.form
        do {
            let dossiers = form.all("dossiers").prefix(25).compactMap { DossierID($0) }
            guard !dossiers.isEmpty else {
                throw Failure.invalid([FieldError("dossiers", code: "verplicht", "Kies ten minste één dossier.")])
            }
            guard let keus = form.optional("intensiteit") else {
                throw Failure.invalid([FieldError("intensiteit", code: "verplicht", "Kies een intensiteit.")])
            }
            for dossier in dossiers {
                let versie = try form.versie("versie-\(dossier)")
                _ = try await portaal.bus.send(
                    IntensiteitZetten(dossier: dossier, intensiteit: keus, versie: versie),
                    id: portaal.opdracht(context, pad: "\(request.uri.path)/\(dossier)"), as: ik.actor())
            }
            let tekst =
                dossiers.count == 1
                ? "De intensiteit van 1 dossier is gezet." : "De intensiteit van \(dossiers.count) dossiers is gezet."
            return portaal.naar("/caseload/\(wie)", Melding(.goed, tekst), context)
        } catch let failure as Failure {
            return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat hoe het nu is.") { form, status in
                try await toon(portaal, request, context, wie, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ wie: GebruikerID, _ ik: Aangemeld,
        _ form: FormValues, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let na = status == .ok ? try URLEncodedForm.parse(query: request.uri.query).optional("na") : nil
        let antwoord = try await portaal.bus.ask(
            CaseloadOpvragen(begeleider: wie, page: PageRequest(after: na)), as: ik.actor())
        let namen = try await portaal.labels(antwoord.pagina.rows.map(\.dossier), ik)
        let mensen = try await portaal.gebruikers.namen(
            [wie] + antwoord.waarnemingen.flatMap { [$0.begeleider, $0.waarnemer] })
        let collegas: [GebruikerRij] =
            if let team = ik.team { try await portaal.gebruikers.begeleiders(team: team).filter { $0.id != wie } } else { [] }
        let model = CaseloadPagina(
            antwoord, namen: namen, mensen: mensen, collegas: collegas, form: form, eigen: wie == ik.id, na: na,
            vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
