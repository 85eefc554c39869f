// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

/// Sends a piece of evidence on to reiskosten in pieces, and gives it back to who may see it.
enum VoorschotBewijs {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.post("/voorschot/:id/bewijs") { request, context in
            let ik = try context.gebruiker(.begeleider, .financieel)
            let voorschot: VoorschotID = try context.id()
            let geweigerd = try await Geweigerd.bij(FormValues(), map: ["inhoud": "bestand", "hash": "bestand"]) {
                var velden = FormValues()
                let inhoud = try await Bestandupload.lees(request, context, portaal, velden: &velden)
                // The id was made with the form: the same form sent twice is the same piece of evidence.
                let bewijsstuk = BewijsstukID(velden.text("bewijsstuk")) ?? portaal.ids.make()
                try await Bestandupload.stuur(inhoud, naar: .reiskosten) { deel in
                    let antwoord = try await portaal.bus.send(
                        BewijsstukDeel(
                            voorschot: voorschot, bewijsstuk: bewijsstuk, vanaf: deel.vanaf, inhoud: deel.inhoud,
                            laatste: deel.laatste, hash: deel.hash), as: ik.actor(purpose: "reiskosten"))
                    return (antwoord.ontvangen, antwoord.bewijsstuk != nil)
                }
            }
            guard let geweigerd else {
                return portaal.naar("/voorschot/\(voorschot)", Melding(.goed, "Het bewijs is opgeslagen."), context)
            }
            return try await VoorschotPagina.toon(portaal, context, ik, voorschot, form: geweigerd.form, geweigerd: geweigerd)
        }
        routes.get("/bewijsstuk/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .financieel, .tweedeTekenaar)
            let id: BewijsstukID = try context.id()
            let eerste = try await portaal.bus.ask(
                BewijsstukLezen(bewijsstuk: id, vanaf: 0), as: ik.actor(purpose: "reiskosten"))
            let stukken = Stukken(mediatype: eerste.mediatype, naam: "bewijsstuk", eerste: eerste.inhoud, grootte: eerste.grootte)
            return stukken.response { vanaf in
                try await portaal.bus.ask(
                    BewijsstukLezen(bewijsstuk: id, vanaf: vanaf), as: ik.actor(purpose: "reiskosten")
                ).inhoud
            }
        }
    }
}
