// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Web
import Zegel

extension AanleverenPagina {
    static let grootste = 50_000_000
    static let deelgrootte = 256 * 1024

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanleveren") { request, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            return try await toon(portaal, context, ik, na: na)
        }
        routes.post("/aanleveren") { request, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider)
            let ontvangst = Bestandsontvangst(portaal: portaal, ik: ik)
            let geweigerd = try await Geweigerd.bij(
                FormValues(), map: ["bestandsnaam": "bestand", "inhoud": "bestand", "hash": "bestand"]
            ) {
                try await ontvangst.neem(request, context)
            }
            guard let geweigerd else { return portaal.naar("/aanleveren/\(ontvangst.aanlevering)", nil, context) }
            return try await toon(portaal, context, ik, na: nil, geweigerd: geweigerd)
        }
        AanleveringPagina.add(to: routes, portaal)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, na: String?, geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        let page = try await alsBereikbaar {
            try await portaal.bus.ask(AanleveringenLijst(page: PageRequest(after: na)), as: ik.actor(purpose: "aanleveren"))
        }
        let model = AanleverenPagina(
            page, geweigerd?.form ?? FormValues(), aanlevering: portaal.ids.make(), melding: geweigerd?.melding)
        return try portaal.pagina(model, context, status: geweigerd?.status ?? .ok)
    }
}

/// Sends a file on to intake in pieces, as it comes: no more than one piece is in memory, and nothing is written here.
private final class Bestandsontvangst {
    private let portaal: Portaal
    private let ik: Aangemeld
    private(set) var aanlevering: AanleveringID
    private var naam = ""
    private var wacht = Data()
    private var verstuurd = 0
    private var isKlaar = false
    private var hash: SHA256?

    init(portaal: Portaal, ik: Aangemeld) {
        (self.portaal, self.ik) = (portaal, ik)
        aanlevering = portaal.ids.make()
    }

    func neem(_ request: Request, _ context: PortaalContext) async throws {
        hash = try SHA256()
        let size: Int?
        do {
            (_, size) = try await portaal.upload(
                request, context, limit: AanleverenPagina.grootste,
                begin: { naam, _, velden in
                    // The id was made with the form: the same form sent twice is the same file.
                    if let id = AanleveringID(velden.text("aanlevering")) { aanlevering = id }
                    self.naam = naam
                },
                bytes: { stuk in
                    let stuk = Data(stuk)
                    hash?.update(stuk)
                    wacht.append(stuk)
                    // One piece stays behind: only at the end is it known which is the last.
                    while wacht.count > AanleverenPagina.deelgrootte {
                        try await stuur(Data(wacht.prefix(AanleverenPagina.deelgrootte)), laatste: false)
                        wacht = Data(wacht.dropFirst(AanleverenPagina.deelgrootte))
                    }
                })
        } catch let refusal as Refusal where refusal.status == .contentTooLarge {
            throw Failure.invalid([
                FieldError("bestand", code: "te-groot", "Kies een bestand van ten hoogste 50 MB, of splits het.")
            ])
        }
        guard let size, size > 0 else {
            throw Failure.invalid([FieldError("bestand", code: "verplicht", "Kies een CSV-bestand dat niet leeg is.")])
        }
        try await stuur(wacht, laatste: true)
    }

    private func stuur(_ stuk: Data, laatste: Bool) async throws {
        guard !isKlaar else { return }
        let vanaf = verstuurd
        verstuurd += stuk.count
        let hash =
            laatste
            ? self.hash.map { hash in
                var hash = hash; return Hex.text(hash.finish())
            } : nil
        let antwoord = try await portaal.bus.send(
            AanleveringDeel(
                aanlevering: aanlevering, bestandsnaam: naam, vanaf: vanaf, inhoud: stuk, laatste: laatste, hash: hash),
            as: ik.actor(purpose: "aanleveren"))
        isKlaar = antwoord.klaar
        // It is further already after a break: the pieces up to there are passed over there. Less far it cannot be.
        guard antwoord.klaar || antwoord.ontvangen >= verstuurd else { throw Failure.unavailable(what: "intake") }
    }
}

extension AanleveringPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/aanleveren/:id") { _, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider)
            let id: AanleveringID = try context.id()
            let antwoord = try await portaal.bus.ask(AanleveringOpvragen(aanlevering: id), as: ik.actor(purpose: "aanleveren"))
            var response = try portaal.pagina(AanleveringPagina(antwoord), context)
            // Looks again by itself, also without script; the page has a link that does the same.
            if antwoord.stand.toestand.isBezig, let naam = HTTPField.Name("Refresh") { response.headers[naam] = "3" }
            return response
        }
        routes.get("/aanleveren/:id/resultaat") { _, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider)
            let id: AanleveringID = try context.id()
            return try await resultaat(portaal, ik, id)
        }
        routes.post("/aanleveren/:id/importeren") { request, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider)
            let id: AanleveringID = try context.id()
            let versie = try context.form.versie()
            return try await doe(portaal, context, id, nil) {
                _ = try await portaal.bus.send(
                    AanleveringImporteren(aanlevering: id, versie: versie), id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor(purpose: "aanleveren"))
            }
        }
        routes.post("/aanleveren/:id/annuleren") { request, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider)
            let id: AanleveringID = try context.id()
            let versie = try context.form.versie()
            return try await doe(portaal, context, id, Melding(.goed, "Het bestand is weggegooid. Er is niets overgenomen.")) {
                _ = try await portaal.bus.send(
                    AanleveringAnnuleren(aanlevering: id, versie: versie), id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor(purpose: "aanleveren"))
            }
        }
    }

    private static func doe(
        _ portaal: Portaal, _ context: PortaalContext, _ id: AanleveringID, _ gelukt: Melding?, _ body: () async throws -> Void
    ) async throws -> Response {
        let geweigerd = try await Geweigerd.bij(context.form, body)
        return portaal.naar("/aanleveren/\(id)", geweigerd.map { $0.melding ?? .nietBereikbaar } ?? gelukt, context)
    }

    /// The result as a download, handed on piece by piece.
    private static func resultaat(_ portaal: Portaal, _ ik: Aangemeld, _ id: AanleveringID) async throws -> Response {
        @Sendable func stuk(_ vanaf: Int) async throws -> AanleveringResultaat.Answer {
            try await portaal.bus.ask(
                AanleveringResultaat(aanlevering: id, vanaf: vanaf), as: ik.actor(purpose: "aanleveren"))
        }
        let eerste = try await stuk(0)
        let body = ResponseBody { writer in
            var deel = eerste
            try await writer.write(ByteBuffer(bytes: deel.inhoud))
            while let volgende = deel.volgende {
                deel = try await stuk(volgende)
                try await writer.write(ByteBuffer(bytes: deel.inhoud))
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(eerste.bestandsnaam)\"",
            ], body: body)
    }
}
