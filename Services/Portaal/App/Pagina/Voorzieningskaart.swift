// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

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
    let open: Label?
    let plek: Label?
    /// The nearest location, with how far it is.
    let waar: String?
    let heeftRedenen: Bool
    let redenen: [Reden]

    /// Why it is in the list; what was typed in another language stands apart, with its own direction.
    struct Reden: Sendable {
        let tekst: String
        let getypt: String?
    }

    /// - Parameter alleRedenen: also those that a label says already: where the reasons are what it is about.
    init(_ regel: Voorzieningsregel, vandaag: Datum, alleRedenen: Bool = false) {
        (id, naam, href) = (regel.voorziening.description, regel.naam, "/sociale-kaart/\(regel.voorziening)")
        organisatie = regel.organisatie == regel.naam ? nil : regel.organisatie
        omschrijving = Self.kort(regel.omschrijving)
        gebieden = regel.leefgebieden.map(\.naam)
        controle = Self.controle(regel.gecontroleerdOp, reageertNiet: regel.reageertNiet, vandaag: vandaag)
        verwijzen =
            switch regel.verwijsbaar {
            case "ja": nil
            case "professional": Label("Alleen via een andere professional", .leeg)
            default: Label("Geen verwijzing nodig of mogelijk", .leeg)
            }
        open =
            switch regel.open {
            // A label is one line on a telephone.
            case "open":
                Label("Dan open\(regel.openBij.map { ": \($0.count > 24 ? "\($0.prefix(23))…" : $0)" } ?? "")", .goed)
            case "dicht": Label("Dan dicht", .fout)
            case "onbekend": Label("Openingstijden niet bekend", .letOp)
            default: nil
            }
        plek = regel.plek.flatMap { Self.plek($0, vandaag: vandaag) }
        waar = Self.waar(regel)
        // What a label says already is not said twice.
        redenen = (regel.redenen ?? []).filter {
            alleRedenen || !["open", "versheid", "plek", "afstand"].contains($0.soort)
        }.map { Reden(tekst: $0.tekst, getypt: $0.getypt) }
        heeftRedenen = !redenen.isEmpty
    }

    /// How sure we are of an entry: it holds for a year, and after half a year it is time to ask again.
    /// - Parameter reageertNiet: referrals were left unanswered: as if it were time to ask again.
    static func controle(_ op: Datum?, reageertNiet: Bool? = nil, vandaag: Datum) -> Label {
        let (dagen, stil) = (op?.days(until: vandaag) ?? .max, reageertNiet == true)
        guard let op else { return Label(stil ? "Reageert niet, niet gecontroleerd" : "Nog niet gecontroleerd", .letOp) }
        if dagen > 365 { return Label(stil ? "Reageert niet, controle verlopen" : "Controle verlopen (\(op.kort))", .fout) }
        if stil { return Label("Reageert niet, vraag na", .letOp) }
        return dagen > 180
            ? Label("Gecontroleerd op \(op.kort), vraag na", .letOp) : Label("Gecontroleerd op \(op.kort)", .goed)
    }

    /// Whether there is room, as far as anybody told; nil when nothing was ever told.
    static func plek(_ plek: Plekstand, vandaag: Datum) -> Label? {
        let sinds = plek.gemeldOp.map { " (gemeld \($0.ten(opzichteVan: vandaag)))" } ?? ""
        return switch plek.stand {
        case "plek": Label("\(plek.vrij.map { "\($0) plaatsen vrij" } ?? "Er is plek")\(sinds)", .goed)
        case "vol": Label("Nu geen plek\(sinds)", .fout)
        case "wachtlijst": Label("Wachtlijst\(sinds)", .letOp)
        case "eerst-overleggen": Label("Eerst overleggen\(sinds)", .letOp)
        default: plek.gemeldOp == nil ? nil : Label("Niet bekend of er plek is\(sinds)", .leeg)
        }
    }

    private static func waar(_ regel: Voorzieningsregel) -> String? {
        let ver = regel.afstandMeter.map { meter in
            meter < 1000
                ? "minder dan 1 km" : String(format: "%.1f km", Double(meter) / 1000).replacing(".", with: ",")
        }
        guard let plaats = regel.plaats else { return ver.map { "Op \($0)" } }
        return "Dichtstbij: \(plaats)\(ver.map { ", \($0)" } ?? "")"
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
        let meer = pagina.meerDanTotaal == true
        return "\(meer ? "Meer dan " : "")\(totaal) \(totaal == 1 ? "voorziening" : "voorzieningen")\(zoekt ? " gevonden" : "")."
    }

    /// What was loosened to find these.
    static func bericht(_ pagina: Voorzieningenpagina) -> Melding? {
        let bedoeld = (pagina.bedoeld ?? []).map { "‘\($0)’" }.joined(separator: ", ")
        let delen = [
            bedoeld.isEmpty ? nil : "Wij zochten ook naar \(bedoeld).",
            pagina.deels == true
                ? "Geen voorziening heeft al uw woorden. Hieronder staat wat een deel ervan heeft, het beste bovenaan." : nil,
        ].compactMap { $0 }
        return delen.isEmpty ? nil : Melding(.info, delen.joined(separator: " "))
    }

    static func leeg(zoekt: Bool, alles: String?) -> Leeg {
        zoekt
            ? Leeg(
                "Niets gevonden",
                "Probeer een ander of korter woord, of haal een filter weg. U mag ook in een andere taal zoeken.",
                actie: alles.map { Koppeling("Toon alles", $0) })
            : Leeg("De sociale kaart is leeg", "De beheerder kan een bestand met voorzieningen inlezen.")
    }

    static func bladeren(_ pagina: Voorzieningenpagina?, _ pad: String, _ query: [(String, String?)], na: String?)
        -> Bladeren?
    {
        guard let pagina, pagina.next != nil || na != nil else { return nil }
        return Bladeren(
            pagina.total.map { "\(pagina.rows.count) van \(pagina.meerDanTotaal == true ? "meer dan " : "")\($0)" }
                ?? "\(pagina.rows.count) op deze bladzijde",
            vorige: na == nil ? nil : Adres.van(pad, query), volgende: pagina.next.map { Adres.van(pad, query + [("na", $0)]) })
    }
}
