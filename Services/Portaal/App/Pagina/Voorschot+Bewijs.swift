// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web
import Zegel

/// Sends a piece of evidence on to reiskosten in pieces, and gives it back to who may see it.
enum VoorschotBewijs {
    static let grootste = 10_000_000
    static let deelgrootte = 256 * 1024

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.post("/voorschot/:id/bewijs") { request, context in
            let ik = try context.gebruiker(.begeleider, .financieel)
            let voorschot: VoorschotID = try context.id()
            let geweigerd = try await Geweigerd.bij(FormValues(), map: ["inhoud": "bestand", "hash": "bestand"]) {
                let (bewijsstuk, inhoud) = try await lees(request, context, portaal)
                try await stuur(inhoud, bewijsstuk, voorschot, portaal, ik)
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

    /// The file as a whole: its hash goes with each piece. It is never written here.
    private static func lees(
        _ request: Request, _ context: PortaalContext, _ portaal: Portaal
    ) async throws -> (BewijsstukID, Data) {
        var inhoud = Data()
        let fields: FormValues
        let size: Int?
        do {
            (fields, size) = try await portaal.upload(
                request, context, limit: grootste, begin: { _, _, _ in }, bytes: { inhoud.append(contentsOf: $0) })
        } catch let refusal as Refusal where refusal.status == .contentTooLarge {
            throw Failure.invalid([FieldError("bestand", code: "te-groot", "Kies een bestand van ten hoogste 10 MB.")])
        }
        guard size != nil, !inhoud.isEmpty else {
            throw Failure.invalid([FieldError("bestand", code: "verplicht", "Kies een foto of een PDF.")])
        }
        // The id was made with the form: the same form sent twice is the same piece of evidence.
        return (BewijsstukID(fields.text("bewijsstuk")) ?? portaal.ids.make(), inhoud)
    }

    /// Piece by piece from where reiskosten says it is; that is how a break, or the same form twice, does no harm.
    private static func stuur(
        _ inhoud: Data, _ bewijsstuk: BewijsstukID, _ voorschot: VoorschotID, _ portaal: Portaal, _ ik: Aangemeld
    ) async throws {
        let hash = try SHA256.hex(inhoud)
        var vanaf = 0
        // Each round takes it at least one piece on, or says how far somebody else's same upload is.
        for _ in 0..<(2 * inhoud.count / deelgrootte + 8) {
            let deel = Data(inhoud.dropFirst(vanaf).prefix(deelgrootte))
            let answer = try await portaal.bus.send(
                BewijsstukDeel(
                    voorschot: voorschot, bewijsstuk: bewijsstuk, vanaf: vanaf, inhoud: deel,
                    laatste: vanaf + deel.count == inhoud.count, hash: hash), as: ik.actor(purpose: "reiskosten"))
            if answer.bewijsstuk != nil { return }
            guard (0...inhoud.count).contains(answer.ontvangen) else { break }
            vanaf = answer.ontvangen
        }
        throw Failure.unavailable(what: "reiskosten")
    }
}
