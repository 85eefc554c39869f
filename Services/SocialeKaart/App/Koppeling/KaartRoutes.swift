// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Opslag
import Web

/// `/v1/voorzieningen`, `/v1/organisaties`, `/v1/begrippen`: the directory in Dutch, for who has a token. Unchecked entries
/// are shown to their own organisation alone.
struct KaartRoutes: Sendable {
    let kaart: Kaart
    let deur: Koppelingsdeur
    let ids: any IDSource

    func add(to router: Router<PlainContext>) {
        router.get("/v1/voorzieningen") { request, context in
            let toegang = try await deur.lezer(request, context)
            var vraag = Vraagvelden(Self.waarden(request))
            return try await zoek(&vraag, toegang)
        }
        router.post("/v1/voorzieningen/_zoek") { request, context in
            let toegang = try await deur.lezer(request, context)
            var vraag = Vraagvelden(try await Self.lichaam(request))
            return try await zoek(&vraag, toegang)
        }
        router.get("/v1/voorzieningen/:id") { request, context in
            let toegang = try await deur.lezer(request, context)
            let (id, vanaf, vandaag) = (try context.id(), kaart.gecontroleerdVanaf, kaart.clock.today)
            let beeld = try await kaart.store.read { db in
                try VoorzieningBeeld.een(db, id, vanaf: vanaf, vandaag: vandaag, eigen: toegang.organisatie)
            }
            guard let beeld else { throw Failure.notFound(what: "voorziening") }
            return try Antwoord.json(beeld, headers: [.eTag: "\"\(beeld.versie)\""])
        }
        router.post("/v1/voorzieningen/:id/controles") { request, context in try await bevestig(request, context) }
        router.get("/v1/organisaties") { request, context in
            _ = try await deur.lezer(request, context)
            var vraag = Vraagvelden(Self.waarden(request))
            return try await organisaties(&vraag)
        }
        router.get("/v1/organisaties/:id") { request, context in
            _ = try await deur.lezer(request, context)
            let (id, vanaf) = (try context.id(), kaart.gecontroleerdVanaf)
            guard let beeld = try await kaart.store.read({ db in try OrganisatieBeeld.een(db, id, vanaf: vanaf) }) else {
                throw Failure.notFound(what: "organisatie")
            }
            return try Antwoord.json(beeld)
        }
        router.get("/v1/begrippen") { request, context in
            _ = try await deur.lezer(request, context)
            let begrippen = try await kaart.store.read { db in try BegripBeeld.alle(db) }
            return try Antwoord.json(["begrippen": begrippen])
        }
    }

    static func waarden(_ request: Request) -> [String: String] {
        Dictionary(request.uri.queryParameters.map { (String($0.key), String($0.value)) }) { _, laatste in laatste }
    }

    /// The same names in a JSON object, so that what is searched does not stand in an address.
    private static func lichaam(_ request: Request) async throws -> [String: String] {
        try request.require(mediaTypes: "application/json")
        guard let object = try? JSONWaarde(json: try await request.bytes()).alsObject else {
            throw Failure.invalid([FieldError("", code: "json", "Stuur een JSON-object.")])
        }
        var waarden: [String: String] = [:]
        var fouten: [FieldError] = []
        for (naam, waarde) in object.sorted(by: { $0.key < $1.key }) {
            guard ["zoek", "leefgebied", "alleenVerwijsbaar", "eigen", "na", "aantal"].contains(naam) else {
                fouten.append(FieldError(naam, code: "onbekend-veld", "Dit veld is niet bekend."))
                continue
            }
            guard waarde.alsLijst == nil, waarde.alsObject == nil else {
                fouten.append(FieldError(naam, code: "soort", "Dit is een tekst, een getal of true of false."))
                continue
            }
            waarden[naam] = Kaartverschil.woorden(waarde, waar: "true", nietWaar: "false")
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        return waarden
    }

    private func zoek(_ vraag: inout Vraagvelden, _ toegang: Koppelingstoegang) async throws -> Response {
        let leefgebied = vraag.keuze("leefgebied", Leefgebied.allCases.map(\.rawValue)).flatMap(Leefgebied.init(rawValue:))
        let alleen = vraag.ja("alleenVerwijsbaar")
        let eigen = vraag.ja("eigen")
        let page = PageRequest(after: vraag.tekst("na"), limit: vraag.getal("aantal", 1...200, standaard: 50))
        guard vraag.fouten.isEmpty else { throw Failure.invalid(vraag.fouten) }
        let pagina: Page<Voorzieningsregel>
        do {
            if eigen {
                guard let organisatie = toegang.organisatie else {
                    throw Failure.notAllowed(reason: "Dit token hoort niet bij een organisatie van de sociale kaart.")
                }
                let filter = Kaartfilter(leefgebied: leefgebied, alleenVerwijsbaar: alleen, organisatie: organisatie.description)
                pagina = try await kaart.eigen(filter, page)
            } else {
                let gevonden = try await kaart.zoeken(
                    VoorzieningenZoeken(
                        tekst: vraag.tekst("zoek") ?? "", leefgebied: leefgebied, alleenVerwijsbaar: alleen, page: page),
                    als: toegang.lezer)
                pagina = Page(rows: gevonden.rows, next: gevonden.next, total: gevonden.total)
            }
        } catch Failure.invalid(let fouten) {
            throw Failure.invalid(fouten.map { FieldError($0.field == "page.after" ? "na" : $0.field, code: $0.code, $0.text) })
        }
        return try Antwoord.json(
            VoorzieningenBeeld(
                voorzieningen: pagina.rows.map(VoorzieningRegelBeeld.init), volgende: pagina.next, totaal: pagina.total))
    }

    private func organisaties(_ vraag: inout Vraagvelden) async throws -> Response {
        let aantal = vraag.getal("aantal", 1...200, standaard: 50)
        let na = vraag.id("na")
        let zoek = vraag.tekst("zoek").map { $0.lowercased() }
        guard vraag.fouten.isEmpty else { throw Failure.invalid(vraag.fouten) }
        let vanaf = kaart.gecontroleerdVanaf
        return try Antwoord.json(
            try await kaart.store.read { db in try OrganisatiesBeeld.lees(db, zoek: zoek, na: na, aantal: aantal, vanaf: vanaf) })
    }

    /// The partner says that its own entry is right.
    private func bevestig(_ request: Request, _ context: PlainContext) async throws -> Response {
        let partner = try await deur.aanbieder(request, context)
        guard let id = VoorzieningID(try context.id()) else { throw Refusal(.notFound) }
        let (sleutel, versie) = (try request.idempotentiesleutel(), try request.versie())
        let nieuw = try await metSleutel {
            try await kaart.bevestig(
                id, partner, sleutel: sleutel, versie: versie,
                because: context.oorzaak("controle", id: ids.next(), actor: partner.actor, at: kaart.clock.now))
        }
        return try Antwoord.json(
            ControleBeeld(gecontroleerdOp: kaart.clock.today, versie: nieuw), status: .created, headers: [.eTag: "\"\(nieuw)\""])
    }

    private struct ControleBeeld: Encodable {
        let gecontroleerdOp: Datum
        let versie: Int
    }
}

/// A key that belongs to another request is a conflict and no wrong field.
func metSleutel<Uit>(_ werk: () async throws -> Uit) async throws -> Uit {
    do { return try await werk() } catch Failure.invalid(let fouten) where fouten.contains(where: { $0.code == "id-hergebruikt" })
    {
        throw Refusal(.conflict, "De Idempotency-Key hoort bij een ander verzoek. Geef een ander verzoek een nieuwe sleutel.")
    }
}

extension Koppelingsdeur {
    /// Anybody with a token of ours: the directory holds no persons.
    func lezer(_ request: Request, _ context: PlainContext) async throws -> Koppelingstoegang {
        try await toegang(request, metEenVan: [.kaartLezen, .kaartBeheren, .verwijzingBeantwoorden], context)
    }

    /// A partner that keeps its own entries.
    func aanbieder(_ request: Request, _ context: PlainContext) async throws -> Aanbieder {
        let toegang = try await toegang(request, met: .kaartBeheren, context)
        guard let organisatie = toegang.organisatie else {
            throw Failure.notAllowed(reason: "Dit token hoort niet bij een organisatie van de sociale kaart.")
        }
        return Aanbieder(organisatie: organisatie, naam: toegang.naam)
    }
}

extension Koppelingstoegang {
    /// Who reads the public part.
    var lezer: Actor { Actor(user: nil, roles: [.partner], organisatie: organisatie, purpose: "kaart-lezen") }
}
