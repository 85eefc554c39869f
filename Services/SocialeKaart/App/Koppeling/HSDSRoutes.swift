// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Opslag
import Web

/// `/hsds/v3`: the public face, HSDS 3.1.3 as it is, read-only. Only entries that were checked in the last year.
struct HSDSRoutes: Sendable {
    let kaart: Kaart
    let instellingen: Instellingen

    private static let basis = "/hsds/v3"
    private static let meestePerBladzijde = 500

    func add(to router: Router<PlainContext>) {
        let basis = Self.basis
        router.get("\(basis)") { request, _ in try wortel(request) }
        router.get("\(basis)/profiel") { request, _ in
            try HSDSAntwoord.tekst(HSDSProfiel.tekst, soort: "text/markdown; charset=utf-8", request)
        }
        router.get("\(basis)/services") { request, _ in try await voorzieningen(request) }
        router.get("\(basis)/services/:id") { request, context in
            let (id, filter) = (try context.id(), Kaartfilter(gecontroleerdVanaf: kaart.gecontroleerdVanaf))
            return try await een(request) { db in try HSDSVragen.voorziening(db, id, filter) }
        }
        router.get("\(basis)/organizations") { request, _ in try await organisaties(request) }
        router.get("\(basis)/organizations/:id") { request, context in
            let (id, vanaf) = (try context.id(), kaart.gecontroleerdVanaf)
            return try await een(request) { db in try HSDSVragen.organisatie(db, id, openbaarVanaf: vanaf) }
        }
        router.get("\(basis)/taxonomies") { request, _ in
            let vraag = try HSDSVraag(request)
            return try await bladzijde(request, vraag) { db in
                try HSDSVragen.taxonomieen(db, vanaf: vraag.vanaf, aantal: vraag.perBladzijde)
            }
        }
        router.get("\(basis)/taxonomies/:id") { request, context in
            let id = try context.id()
            return try await een(request) { db in try HSDSVragen.taxonomie(db, id) }
        }
        router.get("\(basis)/taxonomy_terms") { request, _ in
            let vraag = try HSDSVraag(request)
            return try await bladzijde(request, vraag) { db in
                try HSDSVragen.begrippen(db, taxonomie: vraag.filter.taxonomie, vanaf: vraag.vanaf, aantal: vraag.perBladzijde)
            }
        }
        router.get("\(basis)/taxonomy_terms/:id") { request, context in
            let id = try context.id()
            return try await een(request) { db in try HSDSVragen.begrip(db, id) }
        }
    }

    private func wortel(_ request: Request) throws -> Response {
        var uitgever: [String: JSONWaarde] = ["name": .tekst(instellingen.uitgever), "website": .tekst(instellingen.adres)]
        uitgever["email"] = instellingen.email.map { .tekst($0) }
        // 3.1.3 and not 3.1: a plain number would make the UK validator take its own profile.
        let wortel = JSONWaarde.object([
            "version": .tekst("3.1.3"), "profile": .tekst("\(instellingen.adres)\(Self.basis)/profiel"),
            "openapi_url": .tekst("\(instellingen.adres)\(Self.basis)/openapi.json"),
            "description": .tekst("Sociale kaart: voorzieningen die in het laatste jaar bij de aanbieder zijn gecontroleerd."),
            "publisher": .object(uitgever),
        ])
        return try HSDSAntwoord.json(try wortel.json(), request)
    }

    private func voorzieningen(_ request: Request) async throws -> Response {
        var vraag = try HSDSVraag(request)
        vraag.filter.gecontroleerdVanaf = kaart.gecontroleerdVanaf
        let gesteld = vraag
        if gesteld.onvindbaar { return try HSDSAntwoord.json(gesteld.leeg.json, request) }
        if gesteld.ndjson { return stroom(gesteld) }
        return try await bladzijde(request, gesteld) { db in
            try HSDSVragen.voorzieningen(
                db, gesteld.zoek, gesteld.filter, vorm: gesteld.vorm, vanaf: gesteld.vanaf, aantal: gesteld.perBladzijde)
        }
    }

    private func organisaties(_ request: Request) async throws -> Response {
        let vraag = try HSDSVraag(request)
        let vanaf = kaart.gecontroleerdVanaf
        if vraag.onvindbaar { return try HSDSAntwoord.json(vraag.leeg.json, request) }
        return try await bladzijde(request, vraag) { db in
            try HSDSVragen.organisaties(
                db, vraag.zoek, openbaarVanaf: vanaf, vorm: vraag.vorm, vanaf: vraag.vanaf, aantal: vraag.perBladzijde)
        }
    }

    private func bladzijde(
        _ request: Request, _ vraag: HSDSVraag,
        _ lees: @escaping @Sendable (HSDSVragen.Lezer) throws -> (totaal: Int, records: [String])
    ) async throws -> Response {
        let (totaal, records) = try await kaart.store.read { db in try lees(db) }
        let pagina = HSDSPagina(nummer: vraag.bladzijde, grootte: vraag.perBladzijde, totaal: totaal, records: records)
        return try HSDSAntwoord.json(pagina.json, request)
    }

    private func een(_ request: Request, _ lees: @escaping @Sendable (HSDSVragen.Lezer) throws -> String?) async throws
        -> Response
    {
        guard let json = try await kaart.store.read({ db in try lees(db) }) else { throw Failure.notFound(what: "record") }
        return try HSDSAntwoord.json(json, request)
    }

    /// All that fits, a record a line, read a piece at a time.
    private func stroom(_ vraag: HSDSVraag) -> Response {
        var headers = HSDSAntwoord.kop
        headers[.contentType] = "application/x-ndjson"
        let (store, stuk) = (kaart.store, Self.meestePerBladzijde)
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                var vanaf = 0
                while true {
                    let begin = vanaf
                    let (_, records) = try await store.read { db in
                        try HSDSVragen.voorzieningen(db, vraag.zoek, vraag.filter, vorm: vraag.vorm, vanaf: begin, aantal: stuk)
                    }
                    if !records.isEmpty { try await writer.write(ByteBuffer(string: records.joined(separator: "\n") + "\n")) }
                    if records.count < stuk { break }
                    vanaf += stuk
                }
                try await writer.finish(nil)
            })
    }
}
