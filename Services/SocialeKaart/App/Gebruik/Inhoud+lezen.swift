// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// From the HSDS record to what a person fills in.
extension Voorzieningsinhoud {
    static let statussen = [
        "actief": "active", "niet-actief": "inactive", "tijdelijk-gesloten": "temporarily closed", "opgeheven": "defunct",
    ]

    init(document: JSONWaarde) {
        let tekst: (String) -> String? = { document[$0]?.alsTekst }
        let delen: (String) -> [JSONWaarde] = { document[$0]?.alsLijst ?? [] }
        self.init(
            naam: tekst("name") ?? "", organisatie: tekst("organization_id").flatMap { OrganisatieID($0) },
            status: Self.statussen.first { $0.value == tekst("status") }?.key ?? "actief")
        andereNaam = tekst("alternate_name")
        omschrijving = tekst("description")
        waarschuwing = tekst("alert")
        (website, email) = (tekst("url"), tekst("email"))
        telefoons = delen("phones").compactMap(Telefoon.init)
        contacten = delen("contacts").compactMap(Contact.init)
        voorWie = tekst("eligibility_description")
        minimumLeeftijd = document["minimum_age"]?.alsGetal.map { Int($0) }
        maximumLeeftijd = document["maximum_age"]?.alsGetal.map { Int($0) }
        aanmelden = tekst("application_process")
        wachttijd = tekst("wait_time")
        kosten = tekst("fees_description") ?? tekst("fees")
        kostenopties = delen("cost_options").compactMap(Kosten.init)
        talen = delen("languages").compactMap { $0["code"]?.alsTekst }
        tolk = tekst("interpretation_services")
        meenemen = delen("required_documents").compactMap { $0["document"]?.alsTekst }
        gebieden = delen("service_areas").compactMap { $0["name"]?.alsTekst ?? $0["description"]?.alsTekst }
        locaties = delen("service_at_locations").compactMap { $0["location"].flatMap(Locatie.init) }
        openingstijden = delen("schedules").compactMap(Opening.init)
        capaciteit = delen("capacities").first.flatMap(Capaciteit.init)
        begrippen = delen("attributes").compactMap { $0["taxonomy_term_id"]?.alsTekst }
        bronnen = delen("attributes").filter { $0["link_type"]?.alsTekst == "source" }.compactMap { $0["value"]?.alsTekst }
    }
}

extension Voorzieningsinhoud.Telefoon {
    init?(_ deel: JSONWaarde) {
        guard let nummer = deel["number"]?.alsTekst else { return nil }
        self.init(nummer: nummer, toelichting: deel["description"]?.alsTekst)
    }
}

extension Voorzieningsinhoud.Contact {
    init?(_ deel: JSONWaarde) {
        self.init(
            naam: deel["name"]?.alsTekst, functie: deel["title"]?.alsTekst, email: deel["email"]?.alsTekst,
            telefoon: deel["phones"]?.alsLijst?.first?["number"]?.alsTekst)
        if self == .init() { return nil }
    }
}

extension Voorzieningsinhoud.Kosten {
    init?(_ deel: JSONWaarde) {
        self.init(
            omschrijving: deel["option"]?.alsTekst ?? deel["amount_description"]?.alsTekst, bedrag: deel["amount"]?.alsGetal)
        if self == .init() { return nil }
    }
}

extension Voorzieningsinhoud.Locatie {
    static let soorten = ["bezoek": "physical", "post": "postal", "online": "virtual"]

    init?(_ locatie: JSONWaarde) {
        guard locatie.alsObject != nil else { return nil }
        let adres = locatie["addresses"]?.alsLijst?.first
        let geheim = Geheim.is(locatie)
        self.init(
            naam: locatie["name"]?.alsTekst,
            soort: Self.soorten.first { $0.value == locatie["location_type"]?.alsTekst }?.key ?? "bezoek",
            straat: adres?["address_1"]?.alsTekst, postcode: adres?["postal_code"]?.alsTekst,
            plaats: adres?["city"]?.alsTekst ?? (geheim ? locatie["description"]?.alsTekst : nil),
            bereikbaar: locatie["transportation"]?.alsTekst, breedte: locatie["latitude"]?.alsGetal,
            lengte: locatie["longitude"]?.alsGetal, link: locatie["url"]?.alsTekst, geheim: geheim)
    }
}

extension Voorzieningsinhoud.Opening {
    init?(_ deel: JSONWaarde) {
        guard let regel = Openingsregel(deel) else { return nil }
        self.init(
            van: regel.van, tot: regel.tot, geldigVan: regel.geldigVan, geldigTot: regel.geldigTot,
            toelichting: deel["description"]?.alsTekst)
        switch regel.herhaling {
        case .week(let dagen): self.dagen = dagen.sorted()
        case .uitzondering: herhaling = "uitzondering"
        case .maand(let rangen, let dagen):
            // One number for all its days is what the form can say; anything else stays as it is in the record.
            guard dagen.isEmpty, let nummer = rangen.first?.nummer, rangen.allSatisfy({ $0.nummer == nummer }) else { return nil }
            herhaling = "maand"
            self.nummer = nummer
            self.dagen = rangen.map(\.dag).sorted()
        }
    }
}

extension Voorzieningsinhoud.Capaciteit {
    init?(_ deel: JSONWaarde) {
        guard let beschikbaar = deel["available"]?.alsGetal else { return nil }
        self.init(
            eenheid: deel["unit"]?["name"]?.alsTekst ?? "plaatsen", beschikbaar: Int(beschikbaar),
            maximum: deel["maximum"]?.alsGetal.map { Int($0) }, toelichting: deel["description"]?.alsTekst)
    }
}
