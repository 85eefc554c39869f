// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The directory of help in the city, as a worker searches it.
struct SocialeKaartPagina: PageModel {
    static let template = "sociale-kaart"
    let titel = "Sociale kaart"
    let menu: String? = "/sociale-kaart"
    let filter: Filter
    let weg: Melding?
    let aantal: String?
    let rijen: [Voorzieningskaart]
    let leeg: Leeg?
    let bladeren: Bladeren?

    init(_ pagina: Deelvraag<Voorzieningenpagina>, _ vraag: FormValues, vandaag: Datum) {
        let leefgebied = vraag.optional("leefgebied")
        filter = Filter(
            "Zoeken in de sociale kaart", actie: "/sociale-kaart", label: "Waar zoekt u hulp voor?", vraag,
            kiesvakken: [Voorzieningskaart.leefgebieden(vraag)])
        weg = pagina.isWeg ? .even("De sociale kaart is") : nil
        rijen = (pagina.waarde?.rows ?? []).map { Voorzieningskaart($0, vandaag: vandaag) }
        let zoekt = vraag.optional("zoek") != nil || leefgebied != nil
        aantal = pagina.waarde.flatMap { Voorzieningskaart.aantal($0, zoekt: zoekt) }
        leeg = pagina.waarde != nil && rijen.isEmpty ? Voorzieningskaart.leeg(zoekt: zoekt, alles: "/sociale-kaart") : nil
        let query = [("zoek", vraag.optional("zoek")), ("leefgebied", leefgebied)]
        bladeren = Voorzieningskaart.bladeren(pagina.waarde, "/sociale-kaart", query, na: vraag.optional("na"))
    }
}

/// One service of the directory in a list of results.
struct Voorzieningskaart: Sendable {
    let id: String
    let naam: String
    let href: String
    let organisatie: String?
    let omschrijving: String
    let gebieden: [String]
    let controle: Label
    let verwijzen: Label?

    init(_ regel: Voorzieningsregel, vandaag: Datum) {
        (id, naam, href) = (regel.voorziening.description, regel.naam, "/sociale-kaart/\(regel.voorziening)")
        organisatie = regel.organisatie == regel.naam ? nil : regel.organisatie
        omschrijving = Self.kort(regel.omschrijving)
        gebieden = regel.leefgebieden.map(\.naam)
        controle = Self.controle(regel.gecontroleerdOp, vandaag: vandaag)
        verwijzen =
            switch regel.verwijsbaar {
            case "ja": nil
            case "professional": Label("Alleen via een andere professional", .leeg)
            default: Label("Geen verwijzing nodig of mogelijk", .leeg)
            }
    }

    /// How sure we are of an entry: it holds for a year, and after half a year it is time to ask again.
    static func controle(_ op: Datum?, vandaag: Datum) -> Label {
        guard let op else { return Label("Nog niet gecontroleerd", .letOp) }
        return switch op.days(until: vandaag) {
        case ...180: Label("Gecontroleerd op \(op.kort)", .goed)
        case ...365: Label("Gecontroleerd op \(op.kort), vraag na", .letOp)
        default: Label("Controle verlopen (\(op.kort))", .fout)
        }
    }

    /// The first sentences, to about two hundred characters, cut at a word.
    static func kort(_ tekst: String) -> String {
        guard tekst.count > 220 else { return tekst }
        let begin = tekst.prefix(210)
        return "\(begin[..<(begin.lastIndex(of: " ") ?? begin.endIndex)])…"
    }

    static func leefgebieden(_ vraag: FormValues) -> Kiesvak {
        Kiesvak(
            "leefgebied", "Leefgebied", vraag, Leefgebied.allCases.map { Optie($0.rawValue, $0.naam) }, verplicht: false,
            leeg: "Alle leefgebieden")
    }

    static func aantal(_ pagina: Voorzieningenpagina, zoekt: Bool) -> String? {
        guard let totaal = pagina.total, totaal > 0 else { return nil }
        return "\(totaal) \(totaal == 1 ? "voorziening" : "voorzieningen")\(zoekt ? " gevonden" : "")."
    }

    static func leeg(zoekt: Bool, alles: String) -> Leeg {
        zoekt
            ? Leeg(
                "Niets gevonden", "Probeer een ander woord, of kies geen leefgebied. Zoek bijvoorbeeld op ‘taal’ of ‘schuld’.",
                actie: Koppeling("Toon alles", alles))
            : Leeg("De sociale kaart is leeg", "De beheerder kan een bestand met voorzieningen inlezen.")
    }

    static func bladeren(_ pagina: Voorzieningenpagina?, _ pad: String, _ query: [(String, String?)], na: String?)
        -> Bladeren?
    {
        guard let pagina, pagina.next != nil || na != nil else { return nil }
        return Bladeren(
            pagina.total.map { "\(pagina.rows.count) van \($0)" } ?? "\(pagina.rows.count) op deze bladzijde",
            vorige: na == nil ? nil : Adres.van(pad, query), volgende: pagina.next.map { Adres.van(pad, query + [("na", $0)]) })
    }
}
