// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Hummingbird
import Web

/// The query of a list of the public face, with the names of HSDS and of the UK profile. Unknown names are passed over, as
/// HSDS asks.
struct HSDSVraag: Sendable {
    let bladzijde: Int
    let perBladzijde: Int
    let zoek: Zoekvraag?
    var filter = HSDSFilter()
    let vorm: HSDSVragen.Vorm
    let ndjson: Bool
    /// Something was typed that holds no word: nothing can be found.
    let onvindbaar: Bool
    let metVoorzieningen: Bool
    let alleenTop: Bool
    let ouder: String?

    /// Names and values of a query; those of a POST come from its body, so that what is searched need not stand in a URL.
    struct Velden {
        var waarden: [String: String] = [:]

        /// - Throws: 400 for a body that is no JSON object or form, 415 for another media type.
        init(_ request: Request) async throws {
            for (naam, waarde) in request.uri.queryParameters { waarden[String(naam)] = String(waarde) }
            guard request.method == .post else { return }
            let bytes = try await request.bytes()
            guard !bytes.isEmpty else { return }
            try request.require(mediaTypes: "application/json", "application/x-www-form-urlencoded")
            if request.mediaType == "application/json" {
                guard let object = try? JSONWaarde(json: bytes).alsObject else {
                    throw Failure.invalid([FieldError("", code: "json", "Stuur een JSON-object met de namen van de vraag.")])
                }
                for (naam, waarde) in object {
                    guard waarde.alsLijst == nil, waarde.alsObject == nil else {
                        throw Failure.invalid([FieldError(naam, code: "soort", "Dit is een tekst of een getal.")])
                    }
                    waarden[naam] = Kaartverschil.woorden(waarde, waar: "true", nietWaar: "false")
                }
            } else {
                for (naam, waarde) in try URLEncodedForm.parse(bytes).values {
                    waarden[naam] = waarde.first
                }
            }
        }
    }

    /// - Throws: `Failure.invalid` with every error at once.
    init(_ request: Request, vandaag: Datum, plek: Bool = false) async throws {
        var vraag = Vraagvelden(try await Velden(request).waarden)
        bladzijde = vraag.getal("page", 1...1_000_000, standaard: 1)
        perBladzijde = vraag.getal("per_page", 1...500, standaard: 50)
        filter.kaart.begrip = vraag.id("taxonomy_term_id")
        filter.kaart.taxonomie = vraag.id("taxonomy_id")
        filter.kaart.organisatie = vraag.id("organization_id")
        filter.kaart.gewijzigdVanaf = vraag.tijdstip("modified_after")
        filter.minimumLeeftijd = vraag.kommagetal("minimum_age", 0...150)
        filter.maximumLeeftijd = vraag.kommagetal("maximum_age", 0...150)
        filter.dag = vraag.dag("day")
        filter.vanaf = vraag.tijd("start_time")
        filter.tot = vraag.tijd("end_time")
        filter.vandaag = vandaag
        if plek { filter.nabij = vraag.nabij() }
        let (minimaal, vol) = (vraag.ja("minimal"), vraag.ja("full"))
        metVoorzieningen = vraag.ja("full_service")
        vorm = minimaal ? .minimaal : vol || metVoorzieningen ? .vol : .lijst
        (alleenTop, ouder) = (vraag.ja("top_only"), vraag.id("parent_id"))
        ndjson = vraag.keuze("format", ["json", "ndjson"]) == "ndjson"
        let tekst = vraag.tekst("search")
        zoek = tekst.flatMap { Zoekvraag($0) }
        onvindbaar = tekst != nil && zoek == nil
        guard vraag.fouten.isEmpty else { throw Failure.invalid(vraag.fouten) }
    }

    var vanaf: Int { (bladzijde - 1) * perBladzijde }
}

/// Reads the values of a query by name and gathers what is wrong with them.
struct Vraagvelden {
    private let waarden: [String: String]
    private(set) var fouten: [FieldError] = []

    init(_ waarden: [String: String]) { self.waarden = waarden }

    func tekst(_ naam: String) -> String? {
        guard let waarde = waarden[naam], !waarde.isEmpty else { return nil }
        return waarde
    }

    private mutating func fout(_ naam: String, _ code: String, _ tekst: String) {
        fouten.append(FieldError(naam, code: code, tekst))
    }

    mutating func getal(_ naam: String, _ bereik: ClosedRange<Int>, standaard: Int) -> Int {
        guard let tekst = tekst(naam) else { return standaard }
        guard let getal = Int(tekst), bereik.contains(getal) else {
            fout(naam, "bereik", "Een heel getal van \(bereik.lowerBound) tot en met \(bereik.upperBound).")
            return standaard
        }
        return getal
    }

    mutating func kommagetal(_ naam: String, _ bereik: ClosedRange<Double>) -> Double? {
        guard let tekst = tekst(naam) else { return nil }
        guard let getal = Double(tekst), bereik.contains(getal) else {
            fout(naam, "bereik", "Een getal van \(Int(bereik.lowerBound)) tot en met \(Int(bereik.upperBound)).")
            return nil
        }
        return getal
    }

    mutating func id(_ naam: String) -> String? {
        guard let tekst = tekst(naam) else { return nil }
        guard let id = UUID(uuidString: tekst) else {
            fout(naam, "geen-id", "Dit is geen UUID.")
            return nil
        }
        return id.uuidString.lowercased()
    }

    /// An instant with any offset, as the store writes it. A plus that was not escaped came in as a space.
    mutating func tijdstip(_ naam: String) -> String? {
        guard let tekst = tekst(naam)?.replacingOccurrences(of: " ", with: "+") else { return nil }
        if let datum = Datum(tekst) { return Instant.text(datum.start) }
        guard let date = Instant.date(tekst) else {
            fout(naam, "geen-tijdstip", "Schrijf een tijdstip als 2027-01-31T09:00:00Z.")
            return nil
        }
        return Instant.text(date)
    }

    mutating func tijd(_ naam: String) -> String? {
        guard let tekst = tekst(naam) else { return nil }
        guard let tijd = Openingsregel.tijd(tekst) else {
            fout(naam, "geen-tijd", "Schrijf de tijd als uu:mm.")
            return nil
        }
        return tijd
    }

    /// A day of the week as 1 to 7.
    mutating func dag(_ naam: String) -> Int? {
        guard let tekst = tekst(naam) else { return nil }
        guard let nummer = Openingsregel.dagcodes.firstIndex(of: String(tekst.uppercased().prefix(2))) else {
            fout(naam, "onbekende-code", "Kies MO, TU, WE, TH, FR, SA of SU.")
            return nil
        }
        return nummer + 1
    }

    mutating func ja(_ naam: String) -> Bool { keuze(naam, ["true", "false"]) == "true" }

    mutating func keuze(_ naam: String, _ keuzes: [String]) -> String? {
        guard let tekst = tekst(naam) else { return nil }
        guard keuzes.contains(tekst) else {
            fout(naam, "onbekende-code", "Kies \(keuzes.joined(separator: " of ")).")
            return nil
        }
        return tekst
    }

    /// A point by postcode, and how far from it: five kilometres when the question does not say.
    mutating func nabij() -> HSDSFilter.Nabij? {
        let afstand = tekst("proximity")
        guard let postcode = tekst("postcode") else {
            if afstand != nil { fout("proximity", "zonder-postcode", "Een afstand geldt alleen samen met een postcode.") }
            return nil
        }
        guard let punt = Plaats(postcode: postcode) else {
            fout("postcode", "geen-postcode", "Schrijf een Nederlandse postcode, zoals 1315 of 1315 HR.")
            return nil
        }
        guard let meter = afstand == nil ? 5_000 : kommagetal("proximity", 1...1_000_000) else { return nil }
        return .init(breedte: punt.breedte, lengte: punt.lengte, meter: meter)
    }
}
