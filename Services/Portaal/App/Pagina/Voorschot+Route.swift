// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VoorschotPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/voorschot/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .financieel, .tweedeTekenaar)
            return try await toon(portaal, context, ik, try context.id(), form: context.begin(), geweigerd: nil)
        }
        routes.post("/voorschot/:id/beslissen") { request, context in
            let ik = try context.gebruiker(.financieel, .tweedeTekenaar)
            let form = context.form
            let goed = form.text("besluit") == "goedkeuren"
            return try await stap(
                portaal, context, ik, request.uri.path, goed ? "Het voorschot is goedgekeurd." : "Het voorschot is afgewezen."
            ) {
                voorschot, versie in
                guard goed || form.text("besluit") == "afwijzen" else {
                    throw Failure.invalid([FieldError("besluit", code: "verplicht", "Kies goedkeuren of afwijzen.")])
                }
                return VoorschotBeslissen(
                    voorschot: voorschot, versie: versie, goedgekeurd: goed, reden: goed ? nil : form.optional("reden"))
            }
        }
        routes.post("/voorschot/:id/betaald") { request, context in
            let ik = try context.gebruiker(.financieel)
            let getypt = context.form.text("betaaldOp")
            return try await stap(portaal, context, ik, request.uri.path, "De betaling is vastgelegd.") { voorschot, versie in
                guard let dag = Datum(getypt: getypt) else {
                    throw Failure.invalid([
                        FieldError("betaaldOp", code: "vorm", "Vul de dag van betaling in, zoals 18-1-2027.")
                    ])
                }
                return VoorschotBetaald(voorschot: voorschot, versie: versie, betaaldOp: dag)
            }
        }
        routes.post("/voorschot/:id/afrekenen") { request, context in
            let ik = try context.gebruiker(.financieel)
            let getypt = context.form.text("verantwoord")
            return try await stap(portaal, context, ik, request.uri.path, "Het voorschot is afgerekend.") { voorschot, versie in
                guard let bedrag = Bedrag(getypt: getypt) else {
                    throw Failure.invalid([FieldError("verantwoord", code: "vorm", "Vul een bedrag in, zoals 12,50.")])
                }
                return VoorschotAfrekenen(voorschot: voorschot, versie: versie, verantwoord: bedrag)
            }
        }
        VoorschotBewijs.add(to: routes, portaal)
    }

    /// Takes one step with the version that the form started from, and shows the advance as it is then.
    private static func stap<C: Command>(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ pad: String, _ gelukt: String,
        _ command: (VoorschotID, Int) throws -> C
    ) async throws -> Response {
        let id: VoorschotID = try context.id()
        let versie = try context.form.versie()
        let geweigerd = try await Geweigerd.bij(context.form) {
            _ = try await portaal.bus.send(
                try command(id, versie), id: portaal.opdracht(context, pad: pad), as: ik.actor(purpose: "reiskosten"))
        }
        guard let geweigerd else { return portaal.naar("/voorschot/\(id)", Melding(.goed, gelukt), context) }
        return try await toon(portaal, context, ik, id, form: geweigerd.form, geweigerd: geweigerd)
    }

    /// The page as the advance is now, with what was typed.
    static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: VoorschotID, form: FormValues,
        geweigerd: Geweigerd?
    ) async throws -> Response {
        let regel = try await portaal.bus.ask(VoorschotOpvragen(voorschot: id), as: ik.actor(purpose: "reiskosten"))
        let namen = try await portaal.dossiernamen([regel.dossier], voor: ik)
        let gebruikers = try await portaal.gebruikers.namen([regel.gevraagdDoor, regel.beslistDoor].compactMap(\.self))
        let kijker = Kijker(
            ik: ik, form: form, melding: geweigerd?.melding,
            bewijsstuk: portaal.ids.make())
        let model = VoorschotPagina(
            regel, namen: namen, gebruikers: gebruikers, vandaag: portaal.clock.today, kijker: kijker)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}
