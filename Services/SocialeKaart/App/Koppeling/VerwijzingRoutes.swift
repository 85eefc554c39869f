// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Opslag
import Toegang
import Web

/// `/v1/verwijzingen`: what a partner sees of the referrals addressed to it, and how it answers.
struct VerwijzingRoutes: Sendable {
    let verwijzingen: Verwijzingen
    let deur: Koppelingsdeur

    func add(to router: Router<PlainContext>) {
        router.get("/v1/verwijzingen") { request, context in try await lijst(request, context) }
        router.get("/v1/verwijzingen/:id") { request, context in try await een(request, context) }
        router.get("/v1/verwijzingen/:id/statusovergangen") { request, context in try await geschiedenis(request, context) }
        router.post("/v1/verwijzingen/:id/statusovergangen") { request, context in try await stap(request, context) }
    }

    private func lijst(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        var fouten: [FieldError] = []
        let vanaf = request.tijdstip("gewijzigdNa", &fouten)
        let aantal = request.getal("aantal", 1...200, standaard: 50, &fouten)
        var na: (op: String, id: String)?
        if let tekst = request.tekst("na") {
            let delen = tekst.split(separator: "_").map(String.init)
            if delen.count == 2, Instant.date(delen[0]) != nil, VerwijzingID(delen[1]) != nil {
                na = (delen[0], delen[1])
            } else {
                fouten.append(FieldError("na", code: "onleesbaar", "Neem de waarde van ‘volgende’ over."))
            }
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        let beelden = try await verwijzingen.vanPartner(partner, gewijzigdVanaf: vanaf, na: na, aantal: aantal + 1)
        let bladzijde = beelden.prefix(aantal)
        let volgende = beelden.count > aantal ? bladzijde.last.map { "\(Instant.text($0.rij.gewijzigdOp))_\($0.rij.id)" } : nil
        return try Antwoord.json(VerwijzingenBeeld(verwijzingen: bladzijde.map(VerwijzingBeeld.init), volgende: volgende))
    }

    private func een(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        let beeld = try await verwijzingen.voorPartner(
            try id(context), partner, because: oorzaak("verwijzing-lezen", partner, context))
        return try Antwoord.json(VerwijzingBeeld(beeld), headers: [.eTag: "\"\(beeld.rij.versie)\""])
    }

    private func geschiedenis(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        let rij = try await verwijzingen.rij(try id(context), partner.actor, .read)
        let stappen = try await verwijzingen.store.read { db in try VerwijzingVragen.stappen(db, rij.id) }
        // What happened before it was sent is ours.
        return try Antwoord.json(["statusovergangen": stappen.filter { $0.naar != .concept }.map(StapBeeld.init)])
    }

    private func stap(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        let id = try id(context)
        try request.require(mediaTypes: "application/json")
        let (sleutel, versie) = (try request.idempotentiesleutel(), try request.versie())
        let (naar, velden) = try (try await request.json(Statusovergang.self)).gelezen()
        do {
            let nieuw = try await verwijzingen.partnerStap(
                id, partner, sleutel: sleutel, versie: versie, naar: naar, velden: velden,
                because: oorzaak("statusovergang", partner, context))
            let toegestaan = Overgangstabel.toegestaan(van: naar, rollen: [.partner]).map(\.rawValue)
            return try Antwoord.json(
                StapAntwoord(id: id.description, toestand: naar.rawValue, versie: nieuw, toegestaan: toegestaan),
                headers: [.eTag: "\"\(nieuw)\""])
        } catch let weigering as Overgangsweigering {
            return try await geweigerd(weigering, id, partner, context)
        } catch is IdempotentieConflict {
            return ProblemDetails(
                type: "urn:wegwijs:probleem:idempotentie-conflict", title: "Deze sleutel is al gebruikt", status: 409,
                detail: "De Idempotency-Key hoort bij een ander verzoek. Geef een ander verzoek een nieuwe sleutel.",
                instance: instance(context)
            ).response()
        }
    }

    private func geweigerd(_ weigering: Overgangsweigering, _ id: VerwijzingID, _ partner: Partner, _ context: PlainContext)
        async throws -> Response
    {
        if case .velden(let fouten) = weigering {
            throw Failure.invalid(fouten.map { FieldError("velden.\($0.veld)", code: $0.code, $0.tekst) })
        }
        let rij = try await verwijzingen.rij(id, partner.actor, .read)
        let probleem = Overgangsprobleem(
            detail: weigering.tekst, instance: instance(context), toestand: rij.toestand.rawValue,
            toegestaan: Overgangstabel.toegestaan(van: rij.toestand, rollen: [.partner]).map(\.rawValue))
        var response = try Antwoord.json(probleem, status: .conflict)
        response.headers[.contentType] = ProblemDetails.contentType
        return response
    }

    private func id(_ context: PlainContext) throws -> VerwijzingID {
        guard let id = VerwijzingID(try context.id()) else { throw Refusal(.notFound) }
        return id
    }

    private func instance(_ context: PlainContext) -> String { "urn:wegwijs:trace:\(context.trace.traceID)" }

    private func oorzaak(_ soort: String, _ partner: Partner, _ context: PlainContext) -> Envelope {
        context.oorzaak(soort, id: verwijzingen.ids.next(), actor: partner.actor, at: verwijzingen.clock.now)
    }
}

/// The body of a step: where to, and the fields that this step asks.
private struct Statusovergang: Decodable {
    let naar: String
    let velden: [String: String]?

    func gelezen() throws -> (naar: VerwijzingToestand, velden: [String: String]) {
        guard let toestand = VerwijzingToestand(rawValue: naar) else {
            let codes = VerwijzingToestand.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure.invalid([FieldError("naar", code: "onbekende-code", "Kies een van: \(codes).")])
        }
        return (toestand, velden ?? [:])
    }
}
