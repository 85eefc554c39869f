// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// What there is to do to keep the directory: proposals of organisations first, then the entries that were never checked or
/// longest ago.
struct KaartControlePagina: PageModel {
    static let template = "kaart-controle"
    let titel = "Sociale kaart: te controleren"
    let menu: String? = "/sociale-kaart"
    let kruimels = [Koppeling("Sociale kaart", "/sociale-kaart")]
    let weg: Melding?
    let cijfers: Cijfers?
    let heeftVoorstellen: Bool
    let voorstellen: [Voorstel]
    let heeftRijen: Bool
    let rijen: [Rij]
    let leeg: Leeg?
    let bladeren: Bladeren?

    struct Voorstel: Sendable {
        let naam: String
        let href: String
        let onder: String
    }
    struct Rij: Sendable {
        let naam: String
        let href: String
        let onder: String?
        let controle: Label
    }

    init(_ werk: Deelvraag<KaartWerk.Answer>, vandaag: Datum, na: String? = nil) {
        weg = werk.isWeg ? .even("De sociale kaart is") : nil
        cijfers = werk.waarde.map { werk in
            Cijfers([
                .init(
                    "Voorstellen", "\(werk.voorstellen.count)", onder: "van organisaties",
                    kleur: werk.voorstellen.isEmpty ? .gewoon : .letOp),
                .init(
                    "Niet openbaar", Self.telling(werk.verlopen), onder: "nooit of langer dan een jaar geleden gecontroleerd",
                    kleur: werk.verlopen > 0 ? .fout : .goed),
                .init(
                    "Bijna verlopen", Self.telling(werk.navragen), onder: "langer dan een half jaar geleden",
                    kleur: werk.navragen > 0 ? .letOp : .goed),
                .init(
                    "Reageert niet", Self.telling(werk.reagerenNiet ?? 0), onder: "twee verwijzingen bleven zonder antwoord",
                    kleur: werk.reagerenNiet ?? 0 > 0 ? .letOp : .goed),
            ])
        }
        voorstellen = (werk.waarde?.voorstellen ?? []).map {
            Voorstel(
                naam: $0.naam, href: "/sociale-kaart/voorstel/\($0.voorstel.uuidString.lowercased())",
                onder: "\($0.organisatie ?? "Organisatie onbekend"), ingediend \(Datum($0.sinds).ten(opzichteVan: vandaag))")
        }
        heeftVoorstellen = !voorstellen.isEmpty
        rijen = (werk.waarde?.rijen ?? []).map {
            Rij(
                naam: $0.naam, href: "/sociale-kaart/\($0.voorziening)", onder: $0.organisatie,
                controle: Voorzieningskaart.controle($0.gecontroleerdOp, reageertNiet: $0.reageertNiet, vandaag: vandaag))
        }
        heeftRijen = !rijen.isEmpty
        leeg =
            werk.waarde != nil && rijen.isEmpty && voorstellen.isEmpty
            ? Leeg("Alles is gecontroleerd", "Geen vermelding is ouder dan een half jaar en elke organisatie geeft antwoord.")
            : nil
        bladeren = werk.waarde.flatMap { werk in
            werk.volgende == nil && na == nil
                ? nil
                : Bladeren(
                    "\(werk.rijen.count) op deze bladzijde", vorige: na == nil ? nil : "/sociale-kaart/controle",
                    volgende: werk.volgende.map { Adres.van("/sociale-kaart/controle", [("na", $0)]) })
        }
    }

    static func telling(_ aantal: Int) -> String { aantal >= 1000 ? "1000 of meer" : "\(aantal)" }

    /// The work in one sentence, for the first page of who keeps the directory; nil when there is none.
    static func zin(_ werk: KaartWerk.Answer) -> String? {
        let (voorstellen, oud) = (werk.voorstellen.count, werk.verlopen + werk.navragen)
        let delen = [
            voorstellen == 0
                ? nil : voorstellen == 1 ? "1 voorstel van een organisatie" : "\(voorstellen) voorstellen van organisaties",
            werk.reagerenNiet.flatMap { aantal in
                aantal == 0
                    ? nil : aantal == 1 ? "1 vermelding die niet reageert" : "\(telling(aantal)) vermeldingen die niet reageren"
            },
            oud == 0 ? nil : oud == 1 ? "1 vermelding om na te vragen" : "\(telling(oud)) vermeldingen om na te vragen",
        ].compactMap { $0 }
        guard let laatste = delen.last else { return nil }
        return "\((delen.count > 2 ? [delen.dropLast().joined(separator: ", "), laatste] : delen).joined(separator: " en "))."
    }
}

/// One proposal of an organisation: what it wants to be different, and yes or no.
struct KaartVoorstelPagina: PageModel {
    static let template = "kaart-voorstel"
    let titel: String
    let menu: String? = "/sociale-kaart"
    let kruimels = [Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling("Te controleren", "/sociale-kaart/controle")]
    let vermelding: Koppeling
    let onder: String
    let toelichting: String?
    let intussen: Melding?
    let verschillen: Verschillen
    let oordeel: Oordeel?
    let afgedaan: Melding?

    struct Oordeel: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let reden: Tekstvlak
    }

    init(_ antwoord: VoorstelOpvragen.Answer, _ form: FormValues, vandaag: Datum) {
        let regel = antwoord.regel
        titel = "Voorstel: \(regel.naam)"
        vermelding = Koppeling("Bekijk de vermelding zoals die nu is", "/sociale-kaart/\(regel.voorziening)")
        onder = "\(regel.organisatie ?? "Organisatie onbekend"), \(Datum(regel.sinds).ten(opzichteVan: vandaag))"
        toelichting = antwoord.toelichting
        intussen =
            antwoord.intussenGewijzigd
            ? Melding(
                .letOp, "Hieronder staat het verschil met hoe de vermelding nu is.",
                titel: "De vermelding is gewijzigd nadat de organisatie begon") : nil
        verschillen = Verschillen(antwoord.verschillen)
        let open = regel.toestand == "te-beoordelen"
        oordeel =
            open
            ? Oordeel(
                fouten: Foutenlijst(form), actie: "/sociale-kaart/voorstel/\(regel.voorstel.uuidString.lowercased())",
                versie: antwoord.versie,
                reden: Tekstvlak(
                    "reden", "Waarom stuurt u het terug?", form, hulp: "De organisatie leest dit.", verplicht: false, regels: 3,
                    lengte: 1000)) : nil
        afgedaan =
            open
            ? nil
            : Melding(
                .info,
                [
                    "gepubliceerd": "Dit voorstel is gepubliceerd.", "teruggestuurd": "Dit voorstel is teruggestuurd.",
                    "ingetrokken": "De organisatie heeft dit voorstel ingetrokken.",
                ][regel.toestand] ?? "De organisatie werkt nog aan dit voorstel.")
    }
}
