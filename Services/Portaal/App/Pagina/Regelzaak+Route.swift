// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension RegelzaakPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/regelzaak/:regelzaak") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            return try await toon(portaal, context, try context.id(), try context.id("regelzaak"), ik, context.begin())
        }
        routes.post("/dossier/:id/regelzaak/:regelzaak/zetten") { request, context in
            try await doe(portaal, request, context) { id, zaak in
                try RegelzaakZetten(context.form, dossier: id, regelzaak: zaak)
            }
        }
        routes.post("/dossier/:id/regelzaak/:regelzaak/bijhouden") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, zaak): (DossierID, RegelzaakID) = (try context.id(), try context.id("regelzaak"))
            let pad = "/dossier/\(id)/regelzaak/\(zaak)"
            return try await portaal.verstuur(request, context, Bijhouden.velden) { form, nummer in
                _ = try await portaal.bus.send(
                    try RegelzaakBijhouden(form, dossier: id, regelzaak: zaak), id: nummer, as: ik.actor())
                return portaal.naar(pad, Melding(.goed, "De stap is bijgewerkt."), context)
            } botst: { form, voor in
                async let hoofd = portaal.hoofd(id, ik)
                let nu = try await portaal.bus.ask(RegelzaakOpvragen(dossier: id, regelzaak: zaak), as: ik.actor())
                return try await portaal.botsing(
                    context, ik, form, Bijhouden.botsvelden(nu), wat: "deze stap", versie: nu.zaak.versie, door: voor.door,
                    op: voor.op, actie: "\(pad)/bijhouden", terug: pad,
                    kruimels: hoofd.kruimels + [Koppeling("Regeldag", "/dossier/\(id)/regeldag"), Koppeling(nu.zaak.naam, pad)])
            } toon: { form, status in
                try await toon(portaal, context, id, zaak, ik, form, status: status)
            }
        }
        routes.post("/dossier/:id/regelzaak/:regelzaak/terugdraaien") { request, context in
            try await doe(portaal, request, context, gelukt: "De laatste wijziging is teruggedraaid.") { id, zaak in
                let versie = try context.form.versie()
                return RegelzaakTerugdraaien(dossier: id, regelzaak: zaak, versie: versie)
            }
        }
    }

    /// Sends a command that the form of this page gives, and shows the page again.
    private static func doe<Opdracht: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, gelukt: String = "De stap is bijgewerkt.",
        _ maak: (DossierID, RegelzaakID) throws -> Opdracht
    ) async throws -> Response {
        let zaak: RegelzaakID = try context.id("regelzaak")
        return try await portaal.doe(
            request, context, naar: { "/dossier/\($0)/regelzaak/\(zaak)" }, klaar: gelukt,
            intussen: "Hieronder staat de stap zoals die nu is."
        ) { _, id in
            try maak(id, zaak)
        } toon: { id, ik, form, status in
            var form = form
            // After a conflict the newest version is on the screen.
            if status == .conflict { form.set("versie", "") }
            return try await toon(portaal, context, id, zaak, ik, form, status: status)
        }
    }

    static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ zaak: RegelzaakID, _ ik: Aangemeld,
        _ form: FormValues, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let gevraagd = portaal.regeldaggezin(id, ik)
        let beeld = try await portaal.bus.ask(RegelzaakOpvragen(dossier: id, regelzaak: zaak), as: ik.actor())
        let gezin = try await gevraagd
        let vandaag = portaal.clock.today
        let wie = beeld.zaak.dossier.map { gezin.namen[$0] ?? "Gezinslid" } ?? "Hele gezin"
        let antwoorden = RegeldagPagina.Antwoorden(
            bord: .niet, afspraken: .niet, namen: gezin.namen, geboren: gezin.geboren, volwassenen: gezin.volwassenen)
        let model = RegelzaakPagina(
            gezin.hoofd, beeld, form, wie: wie,
            leeftijd: RegeldagPagina.leeftijd(beeld.zaak, antwoorden, vandaag: vandaag),
            gebruikers: try await portaal.gebruikers.namen(
                beeld.verloop.compactMap(\.door) + (beeld.documenten ?? []).compactMap(\.door)), rollen: ik.rollen,
            vandaag: vandaag)
        return try portaal.pagina(model, context, status: status)
    }
}
