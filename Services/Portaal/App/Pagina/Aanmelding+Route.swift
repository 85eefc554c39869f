// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension AanmeldingPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanmelding/:id") { _, context in
            let ik = try context.gebruiker(.teamleider, .begeleider)
            return try await toon(portaal, context, ik, try context.id())
        }
        routes.post("/aanmelding/:id/accepteren") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: AanmeldingID = try context.id()
            let versie = try versie(context)
            let team: TeamID? = try context.form.optionalID("team")
            return try await doe(portaal, context, ik, id, "De aanmelding is geaccepteerd. Het traject begint.") {
                _ = try await portaal.bus.send(
                    AanmeldingAccepteren(aanmelding: id, versie: versie, team: team),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "aanmelding"))
            }
        }
        // First the reason, then "are you sure".
        routes.post("/aanmelding/:id/afwijzen") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: AanmeldingID = try context.id()
            let (versie, reden) = (try versie(context), context.form.text("reden"))
            guard let keuze = Aanmeldreden.afwijzing.first(where: { $0.waarde == reden }) else {
                let fout = Failure.invalid([FieldError("reden", code: "keuze", "Kies waarom u de aanmelding afwijst.")])
                return try await toon(portaal, context, ik, id, Geweigerd(fout, context.form))
            }
            let pad = "/aanmelding/\(id)"
            guard context.form.text("zeker") == "ja" else {
                let bevestig = BevestigPagina(
                    "Deze aanmelding afwijzen?", uitleg: "Reden: \(keuze.label.lowercased()).",
                    gevolgen: [
                        "De gemeente ziet de afwijzing en de reden.", "Deze persoon wordt niet meer met anderen vergeleken.",
                        "U kunt de afwijzing later terugdraaien.",
                    ], actie: "\(pad)/afwijzen",
                    velden: [
                        VerborgenVeld("versie", String(versie)), VerborgenVeld("reden", reden), VerborgenVeld("zeker", "ja"),
                    ], knop: "Aanmelding afwijzen", gevaarlijk: true, terug: pad,
                    kruimels: [Koppeling("Aanmeldingen", "/aanmeldingen"), Koppeling("Aanmelding", pad)])
                return try portaal.pagina(bevestig, context)
            }
            return try await doe(portaal, context, ik, id, "De aanmelding is afgewezen. De gemeente krijgt bericht.") {
                _ = try await portaal.bus.send(
                    AanmeldingAfwijzen(aanmelding: id, reden: reden, versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "aanmelding"))
            }
        }
        routes.post("/aanmelding/:id/terugzetten") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: AanmeldingID = try context.id()
            let versie = try versie(context)
            return try await doe(portaal, context, ik, id, "Het besluit is teruggedraaid. De aanmelding wacht weer.") {
                _ = try await portaal.bus.send(
                    AanmeldingTerugzetten(aanmelding: id, versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "aanmelding"))
            }
        }
    }

    private static func versie(_ context: PortaalContext) throws -> Int {
        let versie = try context.form.versie()
        return versie
    }

    /// Stays on the page of the aanmelding: it shows what came of it, and the way back.
    private static func doe(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: AanmeldingID, _ gelukt: String,
        _ body: () async throws -> Void
    ) async throws -> Response {
        guard let geweigerd = try await Geweigerd.bij(context.form, body) else {
            return portaal.naar("/aanmelding/\(id)", Melding(.goed, gelukt), context)
        }
        return try await toon(portaal, context, ik, id, geweigerd)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: AanmeldingID, _ geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        let beeld = try await portaal.bus.ask(AanmeldingOpvragen(aanmelding: id), as: ik.actor(purpose: "aanmelding"))
        let model = AanmeldingPagina(
            beeld, vandaag: portaal.clock.today, magOpenen: ik.rollen.contains(.teamleider), geweigerd: geweigerd)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}
