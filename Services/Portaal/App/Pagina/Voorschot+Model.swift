// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// One advance: the amount and why it is that much, where it stands, its evidence, and the one step that is next.
struct VoorschotPagina: PageModel {
    static let template = "voorschot"
    let titel: String
    let menu: String?
    let kruimels: [Koppeling]
    let id: String
    let wie: String
    let nummer: String?
    let label: Label
    let melding: Melding?
    let fouten: Foutenlijst?
    let cijfers: Cijfers
    let berekening: String
    let tijdlijn: Tijdlijn
    /// By when the evidence must be in; nil once it was settled.
    let termijn: Termijn?
    let heeftBewijs: Bool
    let bewijs: [Bewijs]
    let waarschuwing: Melding?
    let stap: Stap
    let bewijzen: Bewijzen?

    struct Termijn: Sendable {
        let label: Label
        let waarom: String
    }

    struct Bewijs: Sendable {
        let naam: String
        let href: String
        let onder: String
        let dubbel: Label?
    }

    /// Who looks, and what was typed and refused.
    struct Kijker: Sendable {
        var ik: Aangemeld
        var form = FormValues()
        var melding: Melding?
        /// The id of the piece of evidence that this page would make.
        var bewijsstuk: BewijsstukID
    }

    init(
        _ regel: Voorschotsregel, namen: Dossiernamen, gebruikers: [GebruikerID: String], vandaag: Datum, kijker: Kijker
    ) {
        let rollen = kijker.ik.rollen
        let begeleidt = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        titel = "Voorschot \(Reismaandnaam.tekst(regel.maand))"
        wie = namen.naam(regel.dossier)
        nummer = namen.nummer(regel.dossier)
        id = regel.voorschot.description
        menu = begeleidt ? "/mensen" : "/reiskosten"
        kruimels =
            begeleidt
            ? [
                Koppeling("Mensen", "/mensen"), Koppeling(wie, "/dossier/\(regel.dossier)"),
                Koppeling("Reiskosten", "/dossier/\(regel.dossier)/reiskosten"),
            ] : [Koppeling("Reiskosten", "/reiskosten")]
        label = Label(regel.toestand.naam, regel.toestand.kleur)
        (melding, fouten) = (kijker.melding, Foutenlijst(kijker.form))
        cijfers = Self.cijfers(regel)
        berekening = regel.berekening
        tijdlijn = Self.tijdlijn(regel, gebruikers)
        bewijs = regel.bewijsstukken.enumerated().map { Bewijs($0.element, nummer: $0.offset + 1) }
        heeftBewijs = !bewijs.isEmpty
        termijn = Termijn(regel, vandaag: vandaag)
        waarschuwing =
            regel.bewijsstukken.contains(where: \.eerderGezien)
            ? Melding(
                .letOp, "Hetzelfde bestand hoort al bij een ander voorschot. Kijk of het klopt.", titel: "Bewijs eerder gezien")
            : nil
        stap = Stap(regel, kijker: kijker, vandaag: vandaag)
        let magBewijzen =
            !rollen.isDisjoint(with: [.begeleider, .financieel]) && [.betaald, .verantwoord].contains(regel.toestand)
        bewijzen = magBewijzen ? Bewijzen(kijker) : nil
    }

    private static func cijfers(_ regel: Voorschotsregel) -> Cijfers {
        var lijst = [Cijfers.Cijfer("Voorschot", regel.bedrag.description)]
        if regel.toestand == .afgerekend {
            lijst.append(.init("Verantwoord", regel.verantwoord.description))
            lijst.append(
                .init(
                    "Terug te betalen", regel.terugTeBetalen.description, kleur: regel.terugTeBetalen > .nul ? .letOp : .gewoon))
        }
        return Cijfers(lijst)
    }

    private static func tijdlijn(_ regel: Voorschotsregel, _ gebruikers: [GebruikerID: String]) -> Tijdlijn {
        func naam(_ id: GebruikerID?) -> String? { id.flatMap { gebruikers[$0] } }
        var stappen = [Tijdlijn.Stap(regel.gevraagdOp, "Aangevraagd", wie: naam(regel.gevraagdDoor), kleur: .goed)]
        let besluit = naam(regel.beslistDoor)
        if regel.toestand == .afgewezen {
            let reden = regel.redenAfwijzing.map(Besluitreden.naam)
            stappen.append(.init(regel.gevraagdOp, "Afgewezen", tekst: reden, wie: besluit, kleur: .fout, wanneer: "Besluit"))
        } else if regel.toestand != .aangevraagd {
            stappen.append(.init(regel.gevraagdOp, "Goedgekeurd", wie: besluit, kleur: .goed, wanneer: "Besluit"))
        }
        if let betaaldOp = regel.betaaldOp { stappen.append(.init(betaaldOp, "Betaald", kleur: .goed)) }
        for stuk in regel.bewijsstukken { stappen.append(.init(Datum(stuk.ontvangenOp), "Bewijs ontvangen", kleur: .goed)) }
        if regel.toestand == .afgerekend {
            let dag = regel.bewijsstukken.last.map { Datum($0.ontvangenOp) } ?? regel.gevraagdOp
            stappen.append(.init(dag, "Afgerekend", kleur: .goed, wanneer: "Daarna"))
        }
        return Tijdlijn(stappen)
    }
}

extension VoorschotPagina.Termijn {
    init?(_ regel: Voorschotsregel, vandaag: Datum) {
        guard [.aangevraagd, .goedgekeurd, .betaald].contains(regel.toestand), let op = regel.bewijsUiterlijkOp else {
            return nil
        }
        let dagen = vandaag.days(until: op)
        label = Label(
            dagen < 0 ? "Te laat: \(op.tekst)" : "Inleveren uiterlijk \(op.tekst)",
            dagen < 0 ? .fout : dagen <= 14 ? .letOp : .gewoon)
        waarom = regel.bewijsWaarom ?? ""
    }
}

extension VoorschotPagina.Bewijs {
    init(_ stuk: Voorschotsregel.Bewijsstukregel, nummer: Int) {
        naam = "Bewijs \(nummer)"
        href = "/bewijsstuk/\(stuk.bewijsstuk)"
        onder = "\(Bestandsoort.naam(stuk.mediatype)), \(Bestandsoort.grootte(stuk.grootte)), \(stuk.ontvangenOp.voluit)"
        dubbel = stuk.eerderGezien ? Label("Eerder gezien", .letOp) : nil
    }
}

/// Why an advance was refused.
enum Besluitreden {
    static let opties = [
        Optie("afstand", "De afstand klopt niet"), Optie("geen-recht", "Geen recht op reiskosten"),
        Optie("openstaand-voorschot", "Er staat nog een voorschot open"), Optie("overig", "Andere reden"),
    ]
    static func naam(_ code: String) -> String { opties.first { $0.waarde == code }?.label ?? "Andere reden" }
}

/// Kinds and sizes of files as people say them.
enum Bestandsoort {
    static func naam(_ mediatype: String) -> String {
        switch mediatype {
        case "image/jpeg", "image/png": "Foto"
        case "application/pdf": "PDF"
        default: "Bestand"
        }
    }

    /// `340 kB` or `1,2 MB`.
    static func grootte(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(max(1, (bytes + 500) / 1000)) kB" }
        return String(format: "%.1f MB", Double(bytes) / 1_000_000).replacing(".", with: ",")
    }
}
