// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird

/// The query of a list of the public face, with the names of HSDS. Unknown names are passed over, as HSDS asks.
struct HSDSVraag: Sendable {
    let bladzijde: Int
    let perBladzijde: Int
    let zoek: Zoekvraag?
    var filter = Kaartfilter()
    let vorm: HSDSVragen.Vorm
    let ndjson: Bool
    /// Something was typed that holds no word: nothing can be found.
    let onvindbaar: Bool

    /// - Throws: `Failure.invalid` with every error at once.
    init(_ request: Request) throws {
        var fouten: [FieldError] = []
        bladzijde = request.getal("page", 1...1_000_000, standaard: 1, &fouten)
        perBladzijde = request.getal("per_page", 1...500, standaard: 50, &fouten)
        filter.begrip = request.id("taxonomy_term_id", &fouten)
        filter.taxonomie = request.id("taxonomy_id", &fouten)
        filter.organisatie = request.id("organization_id", &fouten)
        filter.gewijzigdVanaf = request.tijdstip("modified_after", &fouten)
        let (minimaal, vol) = (request.ja("minimal", &fouten), request.ja("full", &fouten))
        vorm = minimaal ? .minimaal : vol ? .vol : .lijst
        switch request.tekst("format") {
        case nil, "json": ndjson = false
        case "ndjson": ndjson = true
        default:
            ndjson = false
            fouten.append(FieldError("format", code: "onbekende-code", "Kies json of ndjson."))
        }
        let tekst = request.tekst("search")
        zoek = tekst.flatMap { Zoekvraag($0) }
        onvindbaar = tekst != nil && zoek == nil
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
    }

    var vanaf: Int { (bladzijde - 1) * perBladzijde }
    var leeg: HSDSPagina { HSDSPagina(nummer: bladzijde, grootte: perBladzijde, totaal: 0, records: []) }
}
