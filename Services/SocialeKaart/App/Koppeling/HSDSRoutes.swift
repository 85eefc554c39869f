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

    static let basis = "/hsds/v3"
    private static let meestePerBladzijde = 500

    /// Reads one page of a list: the words of the question, from which record, how many.
    private typealias Lijst = @Sendable (HSDSVragen.Lezer, HSDSVraag, _ vanaf: Int, _ aantal: Int) throws -> HSDSVragen.Deel

    func add(to router: Router<PlainContext>) {
        let basis = Self.basis
        router.get("\(basis)") { request, _ in try wortel(request) }
        router.get("\(basis)/profiel") { request, _ in
            try HSDSAntwoord.tekst(HSDSProfiel.tekst, soort: "text/markdown; charset=utf-8", request)
        }
        lijst(router, "services") { db, vraag, vanaf, aantal in
            try HSDSVragen.voorzieningen(db, vraag.zoek, vraag.filter, vorm: vraag.vorm, vanaf: vanaf, aantal: aantal)
        }
        een(router, "services") { db, id, vanaf, _ in
            try HSDSVragen.voorziening(db, id, Kaartfilter(gecontroleerdVanaf: vanaf))
        }
        lijst(router, "service_at_locations", plek: true) { db, vraag, vanaf, aantal in
            try HSDSVragen.plekken(db, vraag.zoek, vraag.filter, vorm: vraag.vorm, vanaf: vanaf, aantal: aantal)
        }
        een(router, "service_at_locations") { db, id, vanaf, _ in
            try HSDSVragen.plek(db, id, Kaartfilter(gecontroleerdVanaf: vanaf))
        }
        lijst(router, "organizations") { db, vraag, vanaf, aantal in
            guard let openbaar = vraag.filter.kaart.gecontroleerdVanaf else { return (0, []) }
            return try HSDSVragen.organisaties(
                db,
                .init(
                    zoek: vraag.zoek, begrip: vraag.filter.kaart.begrip, taxonomie: vraag.filter.kaart.taxonomie,
                    openbaarVanaf: openbaar, vorm: vraag.vorm, metVoorzieningen: vraag.metVoorzieningen), vanaf: vanaf,
                aantal: aantal)
        }
        een(router, "organizations") { db, id, vanaf, heel in
            try HSDSVragen.organisatie(db, id, openbaarVanaf: vanaf, metVoorzieningen: heel)
        }
        lijst(router, "taxonomies") { db, vraag, vanaf, aantal in
            try HSDSVragen.taxonomieen(db, zoek: vraag.zoek, vanaf: vanaf, aantal: aantal)
        }
        een(router, "taxonomies") { db, id, _, _ in try HSDSVragen.taxonomie(db, id) }
        lijst(router, "taxonomy_terms") { db, vraag, vanaf, aantal in
            try HSDSVragen.begrippen(
                db,
                .init(
                    zoek: vraag.zoek, taxonomie: vraag.filter.kaart.taxonomie, ouder: vraag.ouder, alleenTop: vraag.alleenTop),
                vanaf: vanaf, aantal: aantal)
        }
        een(router, "taxonomy_terms") { db, id, _, _ in try HSDSVragen.begrip(db, id) }
    }

    private func wortel(_ request: Request) throws -> Response {
        var uitgever: [String: JSONWaarde] = ["name": .tekst(instellingen.uitgever), "website": .tekst(instellingen.adres)]
        uitgever["email"] = instellingen.email.map { .tekst($0) }
        uitgever["identifier"] = instellingen.uitgeverID.map { .tekst($0) }
        // 3.1.3 and not 3.1: a plain number would make the UK validator take its own profile.
        let wortel = JSONWaarde.object([
            "version": .tekst("3.1.3"), "profile": .tekst("\(instellingen.adres)\(Self.basis)/profiel"),
            "openapi_url": .tekst("\(instellingen.adres)\(Self.basis)/openapi.json"),
            "description": .tekst("Sociale kaart: voorzieningen die in het laatste jaar bij de aanbieder zijn gecontroleerd."),
            "publisher": .object(uitgever),
        ])
        return try HSDSAntwoord.json(wortel.json(), request)
    }

    /// A list with GET, and its twin with POST for who does not want words in an address.
    private func lijst(_ router: Router<PlainContext>, _ naam: String, plek: Bool = false, _ lees: @escaping Lijst) {
        let antwoord: @Sendable (Request, PlainContext) async throws -> Response = { request, _ in
            var vraag = try await HSDSVraag(request, vandaag: kaart.clock.today, plek: plek)
            let openbaar = kaart.gecontroleerdVanaf
            vraag.filter.kaart.gecontroleerdVanaf = openbaar
            let gesteld = vraag
            if gesteld.ndjson { return stroom(gesteld, lees) }
            if gesteld.onvindbaar { return try HSDSAntwoord.json(Self.pagina(gesteld, (0, [])).json, request) }
            let (deel, op) = try await kaart.store.read { db in
                (
                    try lees(db, gesteld, gesteld.vanaf, gesteld.perBladzijde),
                    try HSDSVragen.laatsteWijziging(db, openbaarVanaf: openbaar)
                )
            }
            return try HSDSAntwoord.json(Self.pagina(gesteld, deel).json, request, gewijzigdOp: op)
        }
        let pad = RouterPath("\(Self.basis)/\(naam)")
        router.get(pad, use: antwoord)
        router.post(pad, use: antwoord)
        router.on(pad, method: .options) { _, _ in HSDSAntwoord.vooraf }
    }

    private static func pagina(_ vraag: HSDSVraag, _ deel: HSDSVragen.Deel) -> HSDSPagina {
        HSDSPagina(nummer: vraag.bladzijde, grootte: vraag.perBladzijde, totaal: deel.totaal, records: deel.records)
    }

    private func een(
        _ router: Router<PlainContext>, _ naam: String,
        _ lees: @escaping @Sendable (HSDSVragen.Lezer, String, Datum, _ metVoorzieningen: Bool) throws -> HSDSVragen.Record?
    ) {
        router.get(RouterPath("\(Self.basis)/\(naam)/:id")) { request, context in
            let (id, vanaf) = (try context.id(), kaart.gecontroleerdVanaf)
            let waarden = Dictionary(request.uri.queryParameters.map { (String($0.key), String($0.value)) }) { _, laatste in
                laatste
            }
            var vraag = Vraagvelden(waarden)
            let heel = vraag.ja("full_service")
            guard vraag.fouten.isEmpty else { throw Failure.invalid(vraag.fouten) }
            guard let record = try await kaart.store.read({ db in try lees(db, id, vanaf, heel) }) else {
                throw Failure.notFound(what: "record")
            }
            return try HSDSAntwoord.json(record.json, request, gewijzigdOp: record.op)
        }
    }

    /// All that fits, a record a line, read a piece at a time.
    private func stroom(_ vraag: HSDSVraag, _ lees: @escaping Lijst) -> Response {
        var headers = HSDSAntwoord.kop
        headers[.contentType] = "application/x-ndjson"
        let (store, stuk) = (kaart.store, Self.meestePerBladzijde)
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                var vanaf = 0
                while !vraag.onvindbaar {
                    let begin = vanaf
                    let (_, records) = try await store.read { db in try lees(db, vraag, begin, stuk) }
                    if !records.isEmpty { try await writer.write(ByteBuffer(string: records.joined(separator: "\n") + "\n")) }
                    if records.count < stuk { break }
                    vanaf += stuk
                }
                try await writer.finish(nil)
            })
    }
}
