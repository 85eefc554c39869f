// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The terms of the directory, to give them other words and words in other languages.
struct BegrippenPagina: PageModel {
    static let template = "begrippen"
    let titel = "Woorden en vertalingen"
    let menu: String? = "/sociale-kaart"
    let kruimels = [Koppeling("Sociale kaart", "/sociale-kaart")]
    let weg: Melding?
    let heeftRijen: Bool
    let rijen: [Rij]
    let leeg: Leeg?
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let naam: String
        let href: String
        let onder: String
        let label: Label?
    }

    init(_ pagina: Deelvraag<Page<Begripregel>>, na: String? = nil) {
        weg = pagina.isWeg ? .even("De begrippen zijn") : nil
        rijen = (pagina.waarde?.rows ?? []).map { regel in
            Rij(
                naam: regel.naam, href: "/sociale-kaart/begrippen/\(regel.begrip.uuidString.lowercased())",
                onder: "\(Self.soort(regel.soort)), \(regel.woorden == 1 ? "1 woord" : "\(regel.woorden) woorden")",
                label: regel.nietNagekeken == 0 ? nil : Label("\(regel.nietNagekeken) nog niet nagekeken", .letOp))
        }
        heeftRijen = !rijen.isEmpty
        leeg =
            pagina.waarde != nil && rijen.isEmpty
            ? Leeg("Geen begrippen", "De begrippen komen mee met een bestand van de sociale kaart.") : nil
        bladeren = pagina.waarde.flatMap { pagina in
            pagina.next == nil && na == nil
                ? nil
                : Bladeren(
                    "\(pagina.rows.count) op deze bladzijde", vorige: na == nil ? nil : "/sociale-kaart/begrippen",
                    volgende: pagina.next.map { Adres.van("/sociale-kaart/begrippen", [("na", $0)]) })
        }
    }

    static func soort(_ code: String) -> String {
        [
            "leefgebied": "Leefgebied", "doelgroep": "Doelgroep", "toegang": "Toegang", "soort": "Soort voorziening",
            "verwijsbaar": "Verwijzen", "upl": "Uniforme Productnamenlijst",
        ][code] ?? "Begrip"
    }
}

/// One term: the words that lead to it, who looked at them, and one more.
struct BegripPagina: PageModel {
    static let template = "begrip"
    let titel: String
    let menu: String? = "/sociale-kaart"
    let kruimels = [
        Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling("Woorden en vertalingen", "/sociale-kaart/begrippen"),
    ]
    let soort: String
    let heeftWoorden: Bool
    let woorden: [Woord]
    let fouten: Foutenlijst?
    let actie: String
    let velden: Velden

    struct Woord: Sendable {
        let tekst: String
        let taal: String
        /// For a screen reader and for the direction of writing.
        let code: String
        let onder: String
        let nagekeken: Label
        let actie: String
        let versie: Int
        let magNakijken: Bool
    }
    struct Velden: Sendable {
        let tekst: Veld
        let taal: Kiesvak
        let soort: Keuzegroep
        let nagekeken: Keuzegroep
    }

    static let soorten = [
        Optie("voorkeur", "Zo heet het", hulp: "De gewone naam in deze taal."),
        Optie("anders", "Zo noemen mensen het ook"),
        Optie("verborgen", "Alleen om mee te zoeken", hulp: "Bijvoorbeeld een oude naam of een spelling die vaak voorkomt."),
    ]

    /// - Parameter namen: what users are called, by their id.
    init(_ antwoord: BegripOpvragen.Answer, _ form: FormValues, namen: [String: String] = [:]) {
        titel = antwoord.regel.naam
        soort = BegrippenPagina.soort(antwoord.regel.soort)
        actie = "/sociale-kaart/begrippen/\(antwoord.regel.begrip.uuidString.lowercased())/woorden"
        let pad = actie
        woorden = antwoord.woorden.map { woord in
            Woord(
                tekst: woord.tekst, taal: Dossierhoofd.taalnaam(woord.taal), code: woord.taal,
                onder: Self.soorten.first { $0.waarde == woord.soort }?.label ?? woord.soort,
                nagekeken: woord.nagekekenOp.map { op in
                    Label("Nagekeken op \(op.kort)\(woord.nagekekenDoor.flatMap { namen[$0] }.map { ", \($0)" } ?? "")", .goed)
                } ?? Label("Nog niet nagekeken", .letOp), actie: "\(pad)/\(woord.woord.uuidString.lowercased())",
                versie: woord.versie, magNakijken: woord.nagekekenOp == nil)
        }
        heeftWoorden = !woorden.isEmpty
        fouten = Foutenlijst(form)
        velden = Velden(
            tekst: Veld("tekst", "Woord of korte zin", form, lengte: 80),
            taal: Kiesvak("taal", "Taal", form, Taal.allCases.sorted().map { Optie($0.rawValue, $0.naam) }),
            soort: Keuzegroep("soort", "Wat voor woord is het?", form, Self.soorten),
            nagekeken: Keuzegroep(
                "nagekeken", "Nagekeken", form, [Optie("ja", "Iemand die deze taal spreekt heeft het nagekeken")], meer: true,
                verplicht: false))
    }
}
