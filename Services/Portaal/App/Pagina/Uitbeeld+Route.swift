// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension UitbeeldPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/uit-beeld") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let form = try URLEncodedForm.parse(query: request.uri.query)
            let na = form.optional("na")
            let antwoord = try await portaal.deel(
                UitbeeldOpvragen(
                    reden: form.optional("reden"), begeleider: form.optional("begeleider").flatMap { GebruikerID($0) },
                    page: PageRequest(after: na, limit: 20)), ik
            ).waarde
            let namen = try await portaal.labels((antwoord?.pagina.rows ?? []).map(\.dossier), ik)
            let begeleiders: [GebruikerRij] =
                if ik.rollen.contains(.teamleider), let team = ik.team {
                    try await portaal.gebruikers.begeleiders(team: team)
                } else { [] }
            return try portaal.pagina(
                UitbeeldPagina(antwoord, namen: namen, begeleiders: begeleiders, form: form, na: na), context)
        }
    }
}

extension UitbeeldDossierPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/uit-beeld") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/dossier/:id/uit-beeld/gezien") { request, context in
            try await doe(portaal, request, context, "Gezien. Op de dag die u koos staat deze persoon weer op de lijst.") {
                form, id in
                let versie = try form.versie()
                return UitbeeldGezien(dossier: id, reden: form.text("reden"), kijkOp: try form.dag("kijkOp"), versie: versie)
            }
        }
        routes.post("/dossier/:id/uit-beeld/document") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let pad = "/dossier/\(id)/uit-beeld"
            return try await portaal.verstuur(request, context, documentvelden) { form, nummer in
                // After a conflict the page of the conflict names the newest.
                let versie = try form.versie(form.optional("versie") == nil ? "documentversie" : "versie")
                _ = try await portaal.bus.send(
                    VerblijfsdocumentVastleggen(
                        dossier: id, geldigTot: form.optional("geldigTot") == nil ? nil : try form.dag("geldigTot"),
                        versie: versie), id: nummer, as: ik.actor())
                return portaal.naar(pad, Melding(.goed, "De datum van het verblijfsdocument is vastgelegd."), context)
            } botst: { form, voor in
                async let hoofd = portaal.hoofd(id, ik)
                let nu = try await portaal.bus.ask(UitbeeldDossier(dossier: id), as: ik.actor())
                return try await portaal.botsing(
                    context, ik, form, botsvelden(nu), wat: "de datum van het verblijfsdocument", versie: nu.documentVersie,
                    door: voor.door, op: voor.op, actie: "\(pad)/document", terug: pad,
                    kruimels: hoofd.kruimels + [Koppeling("In beeld", pad)])
            } toon: { form, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, DossierID) throws -> C
    ) async throws -> Response {
        try await portaal.doe(
            request, context, naar: { "/dossier/\($0)/uit-beeld" }, klaar: klaar, intussen: "Hieronder staat hoe het nu is.",
            opdracht
        ) { id, ik, form, status in
            try await toon(portaal, context, id, ik, form, status: status)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let stand = portaal.bus.ask(UitbeeldDossier(dossier: id), as: ik.actor())
        async let rijen = portaal.bus.ask(ToewijzingenOpvragen(dossier: id), as: ik.actor())
        let (nu, wie) = try await (stand, rijen)
        let mensen = nu.gezien.compactMap(\.door) + wie.map(\.begeleider) + wie.compactMap(\.door)
        // After a conflict the newest version is the one to go on from.
        var form = form
        if status == .conflict { form.set("versie", String(nu.versie)) }
        let model = UitbeeldDossierPagina(
            try await hoofd, nu, wie, form, gebruikers: try await portaal.gebruikers.namen(mensen), magWijzigen: true,
            vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
