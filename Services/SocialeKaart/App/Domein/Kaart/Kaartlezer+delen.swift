// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The parts of records.
extension Kaartlezer {
    mutating func kenmerk(_ record: Kaartrecord) -> Kaartbestand.Kenmerk? {
        let id = eigenID(record)
        let begrip = verwijzing(record, "taxonomy_term_id") { $0.begrippen[$1] != nil }
        let soort = tekst(record, "link_type", 60)
        let waarde = tekst(record, "value", 1_000)
        if begrip == nil && waarde == nil && record.waarde["taxonomy_term_id"] == nil {
            fout(record, "value", "verplicht", "Een kenmerk heeft een taxonomy_term_id of een value.")
        }
        guard let id else { return nil }
        let bekendBegrip = begrip.flatMap { bekend.begrippen[$0] }
        let genest = record.deel("taxonomy_term")
        return .init(
            id: id, begrip: begrip, soort: soort ?? "overig", code: bekendBegrip?.code ?? genest?.waarde["code"]?.alsTekst,
            naam: bekendBegrip?.naam ?? genest?.waarde["name"]?.alsTekst, waarde: waarde)
    }

    /// The other words of a term; nil when the file says nothing of them.
    mutating func woorden(_ record: Kaartrecord) -> [Kaartbestand.Woord]? {
        guard record.waarde["labels"] != nil else { return nil }
        var gezien: Set<[String]> = []
        let woorden = lijst(record, "labels") { lezer, deel -> Kaartbestand.Woord? in
            let (taal, soort) = (lezer.verplicht(deel, "language", 20), lezer.verplicht(deel, "type", 20))
            let tekst = lezer.verplicht(deel, "text", Kaartbestand.Woord.lengte)
            let op = lezer.datum(deel, "checked_date")
            if let taal, Taal(code: taal) == nil {
                lezer.fout(deel, "language", "onbekende-code", "Deze taalcode is niet bekend.")
            }
            let bekend = soort.flatMap(Kaartbestand.Woord.Soort.init(rawValue:))
            if soort != nil, bekend == nil {
                lezer.fout(deel, "type", "onbekende-code", "Kies preferred, alternate of hidden.")
            }
            guard let taal, let bekend, let tekst = tekst.map(Kaartbestand.Woord.schoon) else { return nil }
            if !gezien.insert([taal, tekst]).inserted { lezer.fout(deel, "text", "dubbel", "Dit woord staat er al.") }
            return .init(taal: taal, soort: bekend, tekst: tekst, nagekekenOp: op)
        }
        if woorden.count > Kaartbestand.Woord.meeste {
            fout(record, "labels", "te-veel", "Een begrip heeft hoogstens \(Kaartbestand.Woord.meeste) woorden.")
        }
        return woorden
    }

    mutating func gebied(_ record: Kaartrecord) -> String? {
        _ = tekst(record, "name", 200)
        _ = tekst(record, "description", 1_000)
        return eigenID(record)
    }

    /// - Parameter geheim: the place of this service is not to be known.
    mutating func locatie(_ record: Kaartrecord, geheim: Bool = false) -> Kaartbestand.Locatie? {
        // The same location may stand with several services: its id is not new each time.
        let id = uuid(record, "id", verplicht: true)
        let soort = verplicht(record, "location_type", 40)
        let naam = tekst(record, "name", 200)
        let breedte = getal(record, "latitude", -90...90)
        let lengte = getal(record, "longitude", -180...180)
        if geheim || Geheim.is(record.waarde), Geheim.heeftPlaats(record.waarde) {
            fout(
                record, "addresses", "geheim-adres",
                "Van een geheim adres bewaren we alleen de plaatsnaam. Haal straat, postcode en coördinaten weg.")
        }
        let postcode = record.delen("addresses")?.first?.waarde["postal_code"]?.alsTekst
        guard let id, let soort else { return nil }
        return .init(id: id, soort: soort, naam: naam, breedte: breedte, lengte: lengte, postcode: postcode)
    }

    mutating func leeftijden(_ record: Kaartrecord) -> (minimum: Double?, maximum: Double?) {
        let laagste = getal(record, "minimum_age", 0...150)
        let hoogste = getal(record, "maximum_age", 0...150)
        if let laagste, let hoogste, laagste > hoogste {
            fout(record, "maximum_age", "bereik", "De hoogste leeftijd is lager dan de laagste.")
        }
        return (laagste, hoogste)
    }

    mutating func openingsregel(_ record: Kaartrecord) -> Openingsregel? {
        for veld in ["opens_at", "closes_at"] {
            guard let tekst = tekst(record, veld, 40) else { continue }
            if Openingsregel.tijd(tekst) == nil { fout(record, veld, "geen-tijd", "Schrijf de tijd als uu:mm.") }
        }
        for veld in ["valid_from", "valid_to", "until"] { _ = datum(record, veld) }
        let freq = tekst(record, "freq", 20)
        if let freq, !["WEEKLY", "MONTHLY"].contains(freq) {
            fout(record, "freq", "onbekende-code", "Kies WEEKLY of MONTHLY.")
        }
        return Openingsregel(record.waarde)
    }

    mutating func capaciteit(_ record: Kaartrecord) -> Bool? {
        let beschikbaar = getal(record, "available", 0...1_000_000)
        let hoogste = getal(record, "maximum", 0...1_000_000)
        if beschikbaar == nil, fouten.isEmpty { fout(record, "available", "verplicht", "Dit veld ontbreekt of is leeg.") }
        if let beschikbaar, let hoogste, beschikbaar > hoogste {
            fout(record, "available", "bereik", "Er zijn meer plaatsen vrij dan er zijn.")
        }
        return nil
    }

    mutating func adressen(_ record: Kaartrecord) {
        for veld in ["email", "assurer_email"] {
            guard let waarde = tekst(record, veld, 254) else { continue }
            let delen = waarde.split(separator: "@", omittingEmptySubsequences: false)
            if delen.count != 2 || delen.contains(where: { $0.isEmpty || $0.contains(" ") }) {
                fout(record, veld, "geen-email", "Dit is geen e-mailadres.")
            }
        }
        for veld in ["url", "website", "uri"] {
            guard let waarde = tekst(record, veld, 2_000) else { continue }
            if !(waarde.hasPrefix("https://") || waarde.hasPrefix("http://")) || URL(string: waarde)?.host == nil {
                fout(record, veld, "geen-url", "Schrijf een volledig adres met https://.")
            }
        }
    }
}
