// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// From what a person filled in to the HSDS record: what was the same keeps its id and whatever else HSDS says of it.
struct Inhoudschrijver {
    let id: String
    let ids: any IDSource
    let nu: Date
    /// Term id to kind (`leefgebied`) and the name of its taxonomy.
    let begrippen: [String: (soort: String, taxonomie: String?)]

    func document(_ inhoud: Voorzieningsinhoud, op oud: JSONWaarde?) -> JSONWaarde {
        var d = oud ?? .object([:])
        func zet(_ veld: String, _ tekst: String?) {
            let schoon = tekst?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            d = d.met(veld, schoon.isEmpty ? nil : .tekst(schoon))
        }
        zet("id", id)
        zet("name", inhoud.naam)
        zet("alternate_name", inhoud.andereNaam)
        zet("organization_id", inhoud.organisatie?.description)
        zet("status", Voorzieningsinhoud.statussen[inhoud.status] ?? inhoud.status)
        zet("description", inhoud.omschrijving)
        zet("alert", inhoud.waarschuwing)
        zet("url", inhoud.website)
        zet("email", inhoud.email)
        zet("eligibility_description", inhoud.voorWie)
        d = d.met("minimum_age", inhoud.minimumLeeftijd.map { .geheel($0) })
        d = d.met("maximum_age", inhoud.maximumLeeftijd.map { .geheel($0) })
        zet("application_process", inhoud.aanmelden)
        zet("wait_time", inhoud.wachttijd)
        zet("fees_description", inhoud.kosten)
        if inhoud.kosten != d["fees"]?.alsTekst { d = d.met("fees", nil) }
        zet("interpretation_services", inhoud.tolk)
        func lijst<Deel: Equatable>(
            _ veld: String, _ delen: [Deel], lees: (JSONWaarde) -> Deel?, schrijf: (Deel, JSONWaarde) -> JSONWaarde
        ) {
            let nieuw = self.lijst(d[veld]?.alsLijst ?? [], delen, lees: lees, schrijf: schrijf)
            d = d.met(veld, nieuw.isEmpty ? nil : .lijst(nieuw))
        }
        lijst("phones", inhoud.telefoons, lees: Voorzieningsinhoud.Telefoon.init) { deel, oud in
            oud.met("number", .tekst(deel.nummer)).met("description", tekst(deel.toelichting))
        }
        lijst("contacts", inhoud.contacten, lees: Voorzieningsinhoud.Contact.init, schrijf: contact)
        lijst("cost_options", inhoud.kostenopties, lees: Voorzieningsinhoud.Kosten.init) { deel, oud in
            oud.met("option", tekst(deel.omschrijving)).met("amount_description", nil)
                .met("amount", deel.bedrag.map { JSONLezer.getal($0) }).met("currency", deel.bedrag == nil ? nil : .tekst("EUR"))
        }
        lijst("languages", inhoud.talen, lees: { $0["code"]?.alsTekst }) { deel, oud in
            oud.met("code", .tekst(deel.lowercased())).met("name", nil)
        }
        lijst("required_documents", inhoud.meenemen, lees: { $0["document"]?.alsTekst }) { deel, oud in
            oud.met("document", .tekst(deel))
        }
        lijst("service_areas", inhoud.gebieden, lees: { $0["name"]?.alsTekst ?? $0["description"]?.alsTekst }) { deel, oud in
            oud.met("name", .tekst(deel))
        }
        lijst("service_at_locations", inhoud.locaties, lees: { $0["location"].flatMap(Voorzieningsinhoud.Locatie.init) }) {
            deel, oud in
            let locatie = self.locatie(deel, oud["location"] ?? .object(["id": nieuwID()]))
            return oud.met("location", locatie).met("location_id", locatie["id"])
        }
        lijst("schedules", inhoud.openingstijden, lees: Voorzieningsinhoud.Opening.init, schrijf: opening)
        lijst("capacities", inhoud.capaciteit.map { [$0] } ?? [], lees: Voorzieningsinhoud.Capaciteit.init, schrijf: capaciteit)
        let kenmerken = self.kenmerken(inhoud, d["attributes"]?.alsLijst ?? [])
        d = d.met("attributes", kenmerken.isEmpty ? nil : .lijst(kenmerken))
        return d
    }

    private func nieuwID() -> JSONWaarde { .tekst(ids.next().uuidString.lowercased()) }

    private func tekst(_ tekst: String?) -> JSONWaarde? {
        guard let tekst, !tekst.isEmpty else { return nil }
        return .tekst(tekst)
    }

    /// The parts that are the same stay; one that differs takes the place of the old one at its number; what cannot be read
    /// as such a part is not ours to change and stays at the end.
    private func lijst<Deel: Equatable>(
        _ oud: [JSONWaarde], _ nieuw: [Deel], lees: (JSONWaarde) -> Deel?, schrijf: (Deel, JSONWaarde) -> JSONWaarde
    ) -> [JSONWaarde] {
        let gelezen = oud.map(lees)
        var gebruikt: Set<Int> = []
        var plaats: [Int?] = nieuw.map { deel in
            let index = gelezen.indices.first { !gebruikt.contains($0) && gelezen[$0] == deel }
            if let index { gebruikt.insert(index) }
            return index
        }
        let zelfde = Set(plaats.compactMap(\.self))
        for nummer in nieuw.indices where plaats[nummer] == nil && gelezen.indices.contains(nummer) {
            if gelezen[nummer] != nil, gebruikt.insert(nummer).inserted { plaats[nummer] = nummer }
        }
        let uit = zip(nieuw, plaats).map { deel, index -> JSONWaarde in
            guard let index else { return schrijf(deel, .object(["id": nieuwID()])) }
            return zelfde.contains(index) ? oud[index] : schrijf(deel, oud[index])
        }
        return uit + oud.indices.filter { gelezen[$0] == nil }.map { oud[$0] }
    }

    private func contact(_ contact: Voorzieningsinhoud.Contact, _ oud: JSONWaarde) -> JSONWaarde {
        var telefoons = oud["phones"]?.alsLijst ?? []
        if let nummer = contact.telefoon, !nummer.isEmpty {
            let eerste = telefoons.first ?? .object(["id": nieuwID()])
            telefoons = [eerste.met("number", .tekst(nummer))] + telefoons.dropFirst()
        } else {
            telefoons = Array(telefoons.dropFirst())
        }
        return oud.met("name", tekst(contact.naam)).met("title", tekst(contact.functie)).met("email", tekst(contact.email))
            .met("phones", telefoons.isEmpty ? nil : .lijst(telefoons))
    }

    private func locatie(_ locatie: Voorzieningsinhoud.Locatie, _ oud: JSONWaarde) -> JSONWaarde {
        var d = oud.met("name", tekst(locatie.naam)).met("url", tekst(locatie.link))
            .met("location_type", .tekst(Voorzieningsinhoud.Locatie.soorten[locatie.soort] ?? locatie.soort))
            .met("transportation", tekst(locatie.bereikbaar))
            .met("latitude", locatie.breedte.map { JSONLezer.getal($0) })
            .met("longitude", locatie.lengte.map { JSONLezer.getal($0) })
        let geheim = (d["attributes"]?.alsLijst ?? []).filter { $0["link_type"]?.alsTekst != Geheim.kenmerk }
        let merk: [JSONWaarde] =
            locatie.geheim ? [.object(["id": nieuwID(), "link_type": .tekst(Geheim.kenmerk), "value": .tekst("ja")])] : []
        d = d.met("attributes", geheim.isEmpty && merk.isEmpty ? nil : .lijst(geheim + merk))
        // Of a secret place the town alone is said, and not as an address.
        if locatie.geheim, locatie.straat == nil, locatie.postcode == nil {
            return d.met("addresses", nil).met("description", tekst(locatie.plaats))
        }
        guard locatie.straat != nil || locatie.postcode != nil || locatie.plaats != nil else { return d.met("addresses", nil) }
        let adressen = oud["addresses"]?.alsLijst ?? []
        let eerste = (adressen.first ?? .object(["id": nieuwID(), "country": .tekst("NL"), "state_province": .tekst("-")]))
            .met("address_1", tekst(locatie.straat)).met("postal_code", tekst(locatie.postcode))
            .met("city", tekst(locatie.plaats))
            .met("address_type", .tekst(locatie.soort == "post" ? "postal" : "physical"))
        return d.met("addresses", .lijst([eerste] + adressen.dropFirst()))
    }

    private func opening(_ opening: Voorzieningsinhoud.Opening, _ oud: JSONWaarde) -> JSONWaarde {
        let codes = opening.dagen.filter { (1...7).contains($0) }.sorted().map { Openingsregel.dagcodes[$0 - 1] }
        let byday = opening.herhaling == "maand" ? codes.map { "\(opening.nummer ?? 1)\($0)" } : codes
        let freq = ["week": "WEEKLY", "maand": "MONTHLY"][opening.herhaling]
        return oud.met("freq", freq.map { .tekst($0) }).met("byday", freq == nil ? nil : .tekst(byday.joined(separator: ",")))
            .met("bymonthday", nil).met("opens_at", tekst(opening.van)).met("closes_at", tekst(opening.tot))
            .met("valid_from", opening.geldigVan.map { .tekst($0.description) })
            .met("valid_to", opening.geldigTot.map { .tekst($0.description) }).met("until", nil)
            .met("description", tekst(opening.toelichting))
    }

    private func capaciteit(_ capaciteit: Voorzieningsinhoud.Capaciteit, _ oud: JSONWaarde) -> JSONWaarde {
        let eenheid = (oud["unit"] ?? .object(["id": nieuwID()])).met("name", .tekst(capaciteit.eenheid))
        return oud.met("unit", eenheid).met("unit_id", eenheid["id"]).met("available", .geheel(capaciteit.beschikbaar))
            .met("maximum", capaciteit.maximum.map { .geheel($0) }).met("description", tekst(capaciteit.toelichting))
            .met("updated", .tekst(Instant.text(nu)))
    }

    private func kenmerken(_ inhoud: Voorzieningsinhoud, _ oud: [JSONWaarde]) -> [JSONWaarde] {
        let (gekozen, bronnen) = (Set(inhoud.begrippen), Set(inhoud.bronnen))
        var uit = oud.filter { kenmerk in
            if let term = kenmerk["taxonomy_term_id"]?.alsTekst { return gekozen.contains(term) }
            if kenmerk["link_type"]?.alsTekst == "source" { return bronnen.contains(kenmerk["value"]?.alsTekst ?? "") }
            return true
        }
        let termen = Set(uit.compactMap { $0["taxonomy_term_id"]?.alsTekst })
        var gezien: Set<String> = termen
        for term in inhoud.begrippen where gezien.insert(term).inserted {
            let begrip = begrippen[term]
            uit.append(
                JSONWaarde.object([
                    "id": nieuwID(), "taxonomy_term_id": .tekst(term), "link_type": .tekst(begrip?.soort ?? "overig"),
                ])
                .met("label", tekst(begrip?.taxonomie)))
        }
        var bekend = Set(uit.filter { $0["link_type"]?.alsTekst == "source" }.compactMap { $0["value"]?.alsTekst })
        for bron in inhoud.bronnen where !bron.isEmpty && bekend.insert(bron).inserted {
            uit.append(
                .object(["id": nieuwID(), "link_type": .tekst("source"), "label": .tekst("Bron"), "value": .tekst(bron)]))
        }
        return uit
    }
}
