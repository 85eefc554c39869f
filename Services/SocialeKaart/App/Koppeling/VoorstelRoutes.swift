// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Opslag
import Web

/// `/v1/voorstellen`: a partner proposes changes of its own entries; a worker publishes them or sends them back.
struct VoorstelRoutes: Sendable {
    let kaart: Kaart
    let deur: Koppelingsdeur
    let ids: any IDSource

    func add(to router: Router<PlainContext>) {
        router.get("/v1/voorstellen") { request, context in try await lijst(request, context) }
        router.post("/v1/voorstellen") { request, context in try await maak(request, context) }
        router.get("/v1/voorstellen/:id") { request, context in
            let partner = try await deur.aanbieder(request, context)
            return try antwoord(try await kaart.voorstel(try id(context), partner))
        }
        router.put("/v1/voorstellen/:id") { request, context in
            let partner = try await deur.aanbieder(request, context)
            let id = try id(context)
            let versie = try request.versie()
            let invoer: Kaart.Voorstelinvoer = try await request.strikt()
            _ = try await kaart.wijzigVoorstel(id, invoer, partner, versie: versie, because: oorzaak(partner, context))
            return try antwoord(try await kaart.voorstel(id, partner))
        }
        router.post("/v1/voorstellen/:id/statusovergangen") { request, context in
            let partner = try await deur.aanbieder(request, context)
            let id = try id(context)
            try request.require(mediaTypes: "application/json")
            let (sleutel, versie) = (try request.idempotentiesleutel(), try request.versie())
            let stap: Stap = try await request.strikt()
            _ = try await metSleutel {
                switch Voorsteltoestand(rawValue: stap.naar) {
                case .teBeoordelen:
                    try await kaart.dienIn(id, partner, sleutel: sleutel, versie: versie, because: oorzaak(partner, context))
                case .ingetrokken:
                    try await kaart.trekIn(id, partner, sleutel: sleutel, versie: versie, because: oorzaak(partner, context))
                default:
                    throw Failure.invalid([
                        FieldError("naar", code: "onbekende-code", "Kies te-beoordelen of ingetrokken.")
                    ])
                }
            }
            return try antwoord(try await kaart.voorstel(id, partner))
        }
    }

    private struct Stap: Decodable { let naar: String }

    private struct Lijst: Encodable {
        let voorstellen: [VoorstelBeeld]
        let volgende: String?
    }

    private func lijst(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.aanbieder(request, context)
        var fouten: [FieldError] = []
        let aantal = request.getal("aantal", 1...200, standaard: 50, &fouten)
        var na: (op: String, id: String)?
        if let tekst = request.tekst("na") {
            let delen = tekst.split(separator: "_").map(String.init)
            if delen.count == 2, Instant.date(delen[0]) != nil, UUID(uuidString: delen[1]) != nil {
                na = (delen[0], delen[1])
            } else {
                fouten.append(FieldError("na", code: "onleesbaar", "Neem de waarde van ‘volgende’ over."))
            }
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        let vanaf = na
        let rijen = try await kaart.store.read { db in
            try VoorstelOpslag.van(db, partner.organisatie, na: vanaf, aantal: aantal + 1)
        }
        let bladzijde = rijen.prefix(aantal)
        let volgende =
            rijen.count > aantal
            ? bladzijde.last.map { "\(Instant.text($0.gewijzigdOp))_\($0.id.uuidString.lowercased())" } : nil
        return try Antwoord.json(Lijst(voorstellen: bladzijde.map(VoorstelBeeld.init), volgende: volgende))
    }

    private func maak(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.aanbieder(request, context)
        try request.require(mediaTypes: "application/json")
        let sleutel = try request.idempotentiesleutel()
        let invoer: Kaart.Voorstelinvoer = try await request.strikt()
        let id = try await metSleutel {
            try await kaart.stelVoor(invoer, partner, sleutel: sleutel, because: oorzaak(partner, context))
        }
        return try antwoord(
            try await kaart.voorstel(id, partner), status: .created,
            headers: [.location: "/v1/voorstellen/\(id.uuidString.lowercased())"])
    }

    private func antwoord(_ rij: Voorstelrij, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws -> Response {
        var headers = headers
        headers[.eTag] = "\"\(rij.versie)\""
        return try Antwoord.json(VoorstelBeeld(rij), status: status, headers: headers)
    }

    private func id(_ context: PlainContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.id()) else { throw Refusal(.notFound) }
        return id
    }

    private func oorzaak(_ partner: Aanbieder, _ context: PlainContext) -> Envelope {
        context.oorzaak("voorstel", id: ids.next(), actor: partner.actor, at: kaart.clock.now)
    }
}
