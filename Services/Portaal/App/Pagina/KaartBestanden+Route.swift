// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

extension KaartBestandenPagina {
    static let grootste = 50 * 1024 * 1024
    static let deelgrootte = 256 * 1024

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/bestanden") { _, context in
            _ = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try portaal.pagina(KaartBestandenPagina(FormValues(), invoer: portaal.ids.next()), context)
        }
        routes.post("/sociale-kaart/bestanden") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let ontvangst = Kaartontvangst(portaal: portaal, ik: ik)
            let geweigerd = try await Geweigerd.bij(FormValues()) { try await ontvangst.neem(request, context) }
            guard let geweigerd else {
                return portaal.naar("/sociale-kaart/bestanden/\(ontvangst.invoer.uuidString.lowercased())", nil, context)
            }
            return try portaal.pagina(
                KaartBestandenPagina(geweigerd.form, invoer: portaal.ids.next(), melding: geweigerd.melding), context,
                status: geweigerd.status)
        }
        KaartBestandPagina.add(to: routes, portaal)
        routes.get("/sociale-kaart/uitvoer/:vorm") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await uitvoer(portaal, ik, context.parameters.get("vorm") ?? "")
        }
    }

    /// The whole directory as a download, handed on piece by piece.
    private static func uitvoer(_ portaal: Portaal, _ ik: Aangemeld, _ vorm: String) async throws -> Response {
        guard let naam = ["json": "sociale-kaart.json", "csv": "sociale-kaart-csv.zip"][vorm] else { throw Refusal(.notFound) }
        @Sendable func stuk(_ vanaf: Int) async throws -> KaartUitvoeren.Answer {
            try await portaal.bus.ask(KaartUitvoeren(vorm: vorm, vanaf: vanaf), as: ik.actor(purpose: "kaart-bijhouden"))
        }
        let eerste = try await stuk(0)
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: eerste.inhoud))
            var vanaf = eerste.inhoud.count
            while vanaf < eerste.grootte {
                let deel = try await stuk(vanaf)
                // Made anew in between: half of two exports would be no export.
                guard deel.grootte == eerste.grootte, !deel.inhoud.isEmpty else { throw Failure.unavailable(what: "uitvoer") }
                vanaf += deel.inhoud.count
                try await writer.write(ByteBuffer(bytes: deel.inhoud))
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: eerste.mediatype, .contentDisposition: "attachment; filename=\"\(naam)\"",
                .contentLength: String(eerste.grootte),
            ], body: body)
    }
}

/// Sends a file on to the directory in pieces, as it comes, and begins the trial.
final class Kaartontvangst {
    private let portaal: Portaal
    private let ik: Aangemeld
    private(set) var invoer: UUID
    private var naam = ""
    private var wacht = Data()
    private var verstuurd = 0

    /// - Parameter invoer: the upload to which the file belongs; nil: the one that the form names, or a new one.
    init(portaal: Portaal, ik: Aangemeld, invoer: UUID? = nil) {
        (self.portaal, self.ik) = (portaal, ik)
        self.invoer = invoer ?? portaal.ids.next()
        isVast = invoer != nil
    }

    private let isVast: Bool

    func neem(_ request: Request, _ context: PortaalContext) async throws {
        let size: Int?
        do {
            (_, size) = try await portaal.upload(
                request, context, limit: KaartBestandenPagina.grootste,
                begin: { naam, _, velden in
                    if !isVast, let id = UUID(uuidString: velden.text("invoer")) { invoer = id }
                    self.naam = naam
                },
                bytes: { stuk in
                    wacht.append(Data(stuk))
                    while wacht.count >= KaartBestandenPagina.deelgrootte {
                        try await stuur(Data(wacht.prefix(KaartBestandenPagina.deelgrootte)))
                        wacht = Data(wacht.dropFirst(KaartBestandenPagina.deelgrootte))
                    }
                })
        } catch let refusal as Refusal where refusal.status == .contentTooLarge {
            throw Failure.invalid([FieldError("bestand", code: "te-groot", "Kies een bestand van ten hoogste 50 MB.")])
        }
        guard let size, size > 0 else {
            throw Failure.invalid([FieldError("bestand", code: "verplicht", "Kies een bestand dat niet leeg is.")])
        }
        if !wacht.isEmpty { try await stuur(wacht) }
        _ = try await portaal.bus.send(
            KaartinvoerBeginnen(invoer: invoer, proef: true, opheffen: false), id: portaal.ids.next(),
            as: ik.actor(purpose: "kaart-bijhouden"))
    }

    private func stuur(_ stuk: Data) async throws {
        _ = try await portaal.bus.send(
            KaartbestandDeel(invoer: invoer, naam: naam, vanaf: verstuurd, inhoud: stuk), id: portaal.ids.next(),
            as: ik.actor(purpose: "kaart-bijhouden"))
        verstuurd += stuk.count
    }
}

extension KaartBestandPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/bestanden/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, try uuid(context), ik)
        }
        routes.post("/sociale-kaart/bestanden/:id/bestand") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id = try uuid(context)
            let ontvangst = Kaartontvangst(portaal: portaal, ik: ik, invoer: id)
            let geweigerd = try await Geweigerd.bij(FormValues()) { try await ontvangst.neem(request, context) }
            guard let geweigerd else {
                return portaal.naar("/sociale-kaart/bestanden/\(id.uuidString.lowercased())", nil, context)
            }
            do {
                if let melding = geweigerd.melding { portaal.zeg(melding, context) }
                return try await toon(portaal, context, id, ik, geweigerd.form, status: geweigerd.status)
            } catch Failure.notFound {
                // It was the first file, and is not kept.
                return try portaal.pagina(
                    KaartBestandenPagina(geweigerd.form, invoer: id), context, status: geweigerd.status)
            }
        }
        routes.post("/sociale-kaart/bestanden/:id/overnemen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id = try uuid(context)
            do {
                _ = try await portaal.bus.send(
                    KaartinvoerBeginnen(invoer: id, proef: false, opheffen: context.form.has("opheffen", "ja")),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: "kaart-bijhouden"))
                return portaal.naar("/sociale-kaart/bestanden/\(id.uuidString.lowercased())", nil, context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func uuid(_ context: PortaalContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw Refusal(.notFound) }
        return id
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: UUID, _ ik: Aangemeld, _ form: FormValues = FormValues(),
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let stand = try await portaal.bus.ask(KaartinvoerStand(invoer: id), as: ik.actor(purpose: "kaart-bijhouden"))
        let model = KaartBestandPagina(id, stand, form)
        var response = try portaal.pagina(model, context, status: status)
        // Looks again by itself, also without script; the page has a link that does the same.
        if model.isBezig, let naam = HTTPField.Name("Refresh") { response.headers[naam] = "2" }
        return response
    }
}
