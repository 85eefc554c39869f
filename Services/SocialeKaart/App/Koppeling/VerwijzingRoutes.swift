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
        router.post("/v1/verwijzingen/:id/statusmeldingen") { request, context in try await loopt(request, context) }
        router.put("/v1/voorzieningen/:id/capaciteit") { request, context in try await capaciteit(request, context) }
    }

    private func lijst(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        var fouten = request.vreemdeParameters(behalve: ["gewijzigdNa", "aantal", "na"])
        let vanaf = request.tijdstip("gewijzigdNa", &fouten)
        let aantal = request.getal("aantal", 1...200, standaard: 50, &fouten)
        let na = request.tekst("na").map { Int($0) ?? -1 }
        if let na, na < 0 {
            fouten.append(FieldError("na", code: "onleesbaar", "Neem de waarde van ‘volgende’ of ‘stand’ over."))
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        let beelden = try await verwijzingen.vanPartner(partner, gewijzigdVanaf: vanaf, na: na, aantal: aantal + 1)
        let bladzijde = beelden.prefix(aantal)
        let stand = bladzijde.last?.rij.wijziging ?? na
        return try Antwoord.json(
            VerwijzingenBeeld(
                verwijzingen: bladzijde.map(VerwijzingBeeld.init),
                volgende: beelden.count > aantal ? stand.map(String.init) : nil, stand: stand.map(String.init)))
    }

    private func een(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        try request.zonderParameters()
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
        try request.zonderParameters()
        let (naar, velden) = try Statusovergang.lees(try await request.strikt(JSONWaarde.self))
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

    /// "It goes on": the answer to a question how it goes. No step, so no version.
    private func loopt(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        let id = try id(context)
        try request.zonderParameters()
        try request.require(mediaTypes: "application/json")
        let velden = try Statusovergang.object(try await request.strikt(JSONWaarde.self), kent: ["stand"])
        guard velden["stand"]?.alsTekst == "loopt" else {
            throw Failure.invalid([FieldError("stand", code: "onbekende-code", "Schrijf ‘loopt’.")])
        }
        _ = try await verwijzingen.statusMelden(id, partner, because: oorzaak("statusmelding", partner, context))
        return Response(status: .noContent)
    }

    /// How many people one of the partner's services can take now.
    private func capaciteit(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.partner(request, context)
        guard let voorziening = VoorzieningID(try context.id()) else { throw Refusal(.notFound) }
        try request.zonderParameters()
        try request.require(mediaTypes: "application/json")
        let velden = try Statusovergang.object(try await request.strikt(JSONWaarde.self), kent: ["antwoord", "vrij", "maximum"])
        var fouten: [FieldError] = []
        func getal(_ naam: String) -> Int? {
            switch velden[naam] {
            case nil, .niets: return nil
            case .geheel(let getal): return getal
            default:
                fouten.append(FieldError(naam, code: "soort", "Schrijf een heel getal."))
                return nil
            }
        }
        let opdracht = CapaciteitMelden(
            voorziening: voorziening, antwoord: velden["antwoord"]?.alsTekst ?? "", vrij: getal("vrij"),
            maximum: getal("maximum"))
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        _ = try await verwijzingen.capaciteitMelden(
            opdracht, als: partner.actor, because: oorzaak("capaciteit", partner, context))
        return Response(status: .noContent)
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

/// The body of a step: where to, and the fields that this step asks. Anything else in it is refused by name.
enum Statusovergang {
    static func lees(_ body: JSONWaarde) throws -> (naar: VerwijzingToestand, velden: [String: String]) {
        let object = try object(body, kent: ["naar", "velden"])
        guard let toestand = object["naar"]?.alsTekst.flatMap(VerwijzingToestand.init(rawValue:)) else {
            let codes = VerwijzingToestand.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure.invalid([FieldError("naar", code: "onbekende-code", "Kies een van: \(codes).")])
        }
        var (velden, fouten): ([String: String], [FieldError]) = ([:], [])
        switch object["velden"] {
        case nil, .niets: break
        case .object(let gegeven):
            for (naam, waarde) in gegeven.sorted(by: { $0.key < $1.key }) {
                if let tekst = waarde.alsTekst {
                    velden[naam] = tekst
                } else {
                    fouten.append(FieldError("velden.\(naam)", code: "soort", "Schrijf de waarde van dit veld als tekst."))
                }
            }
        default: fouten.append(FieldError("velden", code: "soort", "Schrijf de velden als een object."))
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        return (toestand, velden)
    }

    /// The members of an object of which every name is known.
    static func object(_ body: JSONWaarde, kent namen: Set<String>) throws -> [String: JSONWaarde] {
        guard let object = body.alsObject else {
            throw Failure.invalid([FieldError("", code: "soort", "Stuur een JSON-object.")])
        }
        let vreemd = object.keys.filter { !namen.contains($0) }.sorted()
        guard vreemd.isEmpty else {
            throw Failure.invalid(
                vreemd.map { FieldError(String($0.prefix(60)), code: "onbekend-veld", "Dit veld hoort hier niet.") })
        }
        return object
    }
}

extension Request {
    /// Names in the query that this operation does not have.
    func vreemdeParameters(behalve namen: Set<String>) -> [FieldError] {
        Set(uri.queryParameters.map { String($0.key) }).subtracting(namen).sorted().map {
            FieldError(String($0.prefix(60)), code: "onbekende-parameter", "Deze parameter hoort hier niet.")
        }
    }

    func zonderParameters() throws {
        let vreemd = vreemdeParameters(behalve: [])
        guard vreemd.isEmpty else { throw Failure.invalid(vreemd) }
    }
}
