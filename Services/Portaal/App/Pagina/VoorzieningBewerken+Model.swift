// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Making an entry of the directory, or changing one.
struct VoorzieningBewerkenPagina: PageModel {
    static let template = "voorziening-bewerken"
    let titel: String
    let menu: String? = "/sociale-kaart"
    let kruimels: [Koppeling]
    let intussen: Intussen?
    let formulier: Kaartformulier
    let versie: Int
    let controle: Keuzegroep
    let organisatie: Koppeling?
    let terug: String

    /// What somebody else saved after this form was opened.
    struct Intussen: Sendable {
        let wie: String
        let verschillen: Verschillen
        let opnieuw: String
    }

    /// - Parameters:
    ///   - begonnen: after a conflict: the version that the form started from.
    ///   - namen: what users are called, by the id that the history has.
    init(
        _ id: VoorzieningID?, _ nu: VoorzieningBewerkbaar.Answer, _ getypt: FormValues, begonnen: Int? = nil,
        namen: [String: String] = [:]
    ) {
        let pad = id.map { "/sociale-kaart/\($0)" } ?? "/sociale-kaart"
        titel = id == nil ? "Nieuwe vermelding" : "Vermelding wijzigen"
        kruimels =
            [Koppeling("Sociale kaart", "/sociale-kaart")] + (nu.inhoud.map { [Koppeling($0.naam, pad)] } ?? [])
        terug = pad
        var form = getypt.values.isEmpty ? nu.inhoud.map { Kaartformulier.waarden($0, nu.begrippen) } ?? getypt : getypt
        if begonnen != nil, let nieuwste = nu.inhoud, let basis = nu.basis,
            let samen = try? Kaartformulier.lees(getypt).opgelegd(op: nieuwste, sinds: basis)
        {
            form = Kaartformulier.waarden(samen, nu.begrippen)
            form.set("controle", getypt.text("controle"))
        }
        formulier = Kaartformulier(
            form, actie: id == nil ? "/sociale-kaart/nieuw" : "\(pad)/wijzigen", begrippen: nu.begrippen,
            organisaties: nu.organisaties)
        // Who saves after a conflict saw what the other did: it starts from the newest version then.
        versie = begonnen == nil ? Int(getypt.text("versie")) ?? nu.versie : nu.versie
        intussen = begonnen.flatMap { begonnen in
            let nieuwer = nu.geschiedenis.filter { $0.versie > begonnen }
            guard let laatste = nieuwer.first else { return nil }
            return Intussen(
                wie: "\(namen[laatste.door] ?? "Een collega") bewaarde deze vermelding op \(laatste.op.voluit), terwijl u typte.",
                verschillen: Verschillen(nieuwer.reversed().flatMap(\.verschillen)), opnieuw: "\(pad)/wijzigen")
        }
        let wijzen =
            [
                Optie("telefoon", "Ja, gebeld"), Optie("bezoek", "Ja, langs geweest"),
                Optie("website", "Ja, op hun website gekeken"),
            ] + (id == nil ? [] : [Optie("tikfout", "Het is een kleine verbetering", hulp: "De eerdere controle blijft gelden.")])
            + [Optie("niet", "Nee", hulp: "De vermelding is dan niet openbaar tot iemand haar controleert.")]
        controle = Keuzegroep("controle", "Hebt u dit nagevraagd bij de organisatie?", form, wijzen)
        organisatie =
            nu.inhoud?.organisatie.map {
                Koppeling("Wijzig de organisatie", "/sociale-kaart/organisatie/\($0)")
            } ?? Koppeling("Nieuwe organisatie", "/sociale-kaart/organisatie/nieuw")
    }
}

extension Voorzieningsinhoud {
    /// What somebody typed, on top of what a colleague saved meanwhile: a field that was left as it was takes the newest value.
    /// - Parameter basis: what the fields held when the form was opened.
    func opgelegd(op nu: Voorzieningsinhoud, sinds basis: Voorzieningsinhoud) throws -> Voorzieningsinhoud {
        func velden(_ inhoud: Voorzieningsinhoud) throws -> [String: NSObject] {
            try JSONSerialization.jsonObject(with: MessageCoding.encode(inhoud)) as? [String: NSObject] ?? [:]
        }
        let (getypt, was) = (try velden(self), try velden(basis))
        var uit = try velden(nu)
        for veld in Set(getypt.keys).union(was.keys) where getypt[veld] != was[veld] { uit[veld] = getypt[veld] }
        return try MessageCoding.decode(Voorzieningsinhoud.self, from: JSONSerialization.data(withJSONObject: uit))
    }
}

/// Fields of a record before and after (`deel-verschillen`).
struct Verschillen: Sendable {
    struct Regel: Sendable {
        let naam: String
        let was: String
        let wordt: String
    }
    let regels: [Regel]
    let heeft: Bool

    init(_ verschillen: [Veldverschil]) {
        regels = verschillen.map { Regel(naam: Self.naam($0.veld), was: Self.tekst($0.was), wordt: Self.tekst($0.wordt)) }
        heeft = !regels.isEmpty
    }

    private static func tekst(_ tekst: String?) -> String { tekst.map { $0.isEmpty ? "(leeg)" : $0 } ?? "(leeg)" }

    /// The fields of HSDS as they are called on our pages.
    static func naam(_ veld: String) -> String {
        namen[veld] ?? veld.replacing("_", with: " ").prefix(1).uppercased() + veld.replacing("_", with: " ").dropFirst()
    }

    private static let namen = [
        "name": "Naam", "alternate_name": "Andere naam", "organization_id": "Organisatie", "description": "Omschrijving",
        "alert": "Let op", "url": "Website", "website": "Website", "email": "E-mail", "status": "Stand",
        "eligibility_description": "Voor wie", "minimum_age": "Vanaf leeftijd", "maximum_age": "Tot en met leeftijd",
        "application_process": "Aanmelden", "wait_time": "Wachttijd", "fees_description": "Kosten", "fees": "Kosten (oud veld)",
        "interpretation_services": "Tolk", "phones": "Telefoon", "contacts": "Contact", "cost_options": "Bedragen",
        "languages": "Talen", "required_documents": "Meenemen", "service_areas": "Werkgebied", "service_at_locations": "Plekken",
        "schedules": "Openingstijden", "capacities": "Plaatsen", "attributes": "Kenmerken", "leefgebied": "Leefgebied",
        "doelgroep": "Doelgroep", "toegang": "Toegang", "soort": "Soort vermelding", "verwijsbaar": "Verwijzen", "upl": "UPL",
        "source": "Bron", "assured_date": "Gecontroleerd op", "overig": "Overig", "code": "Code", "term_uri": "Adres van de term",
        "locations": "Plekken", "labels": "Woorden",
    ]
}

/// All versions of an entry with what changed, the newest first.
struct VoorzieningGeschiedenisPagina: PageModel {
    static let template = "voorziening-geschiedenis"
    let titel = "Geschiedenis"
    let menu: String? = "/sociale-kaart"
    let kruimels: [Koppeling]
    let naam: String
    let versies: [Versie]

    struct Versie: Sendable {
        let kop: String
        let onder: String
        let verschillen: Verschillen
    }

    init(_ id: VoorzieningID, _ nu: VoorzieningBewerkbaar.Answer, namen: [String: String]) {
        naam = nu.inhoud?.naam ?? ""
        kruimels = [Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling(naam, "/sociale-kaart/\(id)")]
        versies = nu.geschiedenis.map { versie in
            Versie(
                kop: "Versie \(versie.versie): \(Self.waarom[versie.waarom] ?? versie.waarom)",
                onder: "\(versie.op.voluit), door \(namen[versie.door] ?? "het systeem of een organisatie")",
                verschillen: Verschillen(versie.verschillen))
        }
    }

    private static let waarom = [
        "import": "uit een bestand", "bewerkt": "gewijzigd", "controle": "gecontroleerd",
        "voorstel": "voorstel van de organisatie",
        "opgeheven": "opgeheven, stond niet meer in het bestand", "eerste": "zoals het begon", "concept": "gemaakt",
    ]
}
