// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VerdelenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/verdelen") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            return try await toon(portaal, context, ik, form: context.begin(), na: na, geweigerd: nil)
        }
        routes.post("/verdelen") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let form = context.form
            let geweigerd = try await Geweigerd.bij(form) {
                let (dossiers, begeleider) = try lees(form)
                _ = try await portaal.bus.send(
                    DossiersToewijzen(dossiers: dossiers, begeleider: begeleider),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            }
            guard let geweigerd else {
                let aantal = form.all("dossiers").count
                let tekst = aantal == 1 ? "1 dossier is toegewezen." : "\(aantal) dossiers zijn toegewezen."
                return portaal.naar("/verdelen", Melding(.goed, tekst), context)
            }
            return try await toon(portaal, context, ik, form: geweigerd.form, na: form.optional("na"), geweigerd: geweigerd)
        }
    }

    /// What was chosen, or every error at once.
    static func lees(_ form: FormValues) throws(Failure) -> ([DossierID], GebruikerID) {
        var fouten: [FieldError] = []
        let dossiers = form.all("dossiers").compactMap { DossierID($0) }
        if dossiers.isEmpty {
            fouten.append(FieldError("dossiers", code: "verplicht", "Kies ten minste één dossier."))
        } else if dossiers.count > 200 {
            fouten.append(FieldError("dossiers", code: "aantal", "Kies ten hoogste 200 dossiers tegelijk."))
        }
        guard let begeleider = GebruikerID(form.text("begeleider")) else {
            fouten.append(FieldError("begeleider", code: "verplicht", "Kies een begeleider."))
            throw .invalid(fouten)
        }
        guard fouten.isEmpty else { throw .invalid(fouten) }
        return (dossiers, begeleider)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, form: FormValues, na: String?, geweigerd: Geweigerd?
    ) async throws -> Response {
        async let belasting = portaal.deel(TeamCaseload(page: PageRequest(limit: 100)), ik)
        let page = try await alsBereikbaar {
            try await portaal.bus.ask(TeVerdelen(page: PageRequest(after: na, limit: 50)), as: ik.actor())
        }
        let namen = try await portaal.dossiernamen((page?.rows ?? []).map(\.dossier), voor: ik)
        let begeleiders: [GebruikerRij] =
            if let team = ik.team { try await portaal.gebruikers.begeleiders(team: team) } else { [] }
        let model = VerdelenPagina(
            page, namen: namen, begeleiders: begeleiders, last: try await belasting.waarde?.rows ?? [],
            vandaag: portaal.clock.today, form: form,
            melding: geweigerd?.melding, na: na)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}
