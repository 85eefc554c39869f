// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// Asks to read the Meldcode compartment of somebody in an emergency. The same page for everybody: nothing is known here yet.
struct NoodvraagPagina: PageModel {
    static let template = "noodvraag"
    let titel = "Noodinzage"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let melding: Melding?
    let fouten: Foutenlijst?
    let actie: String
    let reden: Keuzegroep
    let toelichting: Tekstvlak

    init(_ hoofd: Dossierhoofd, _ form: FormValues, melding: Melding? = nil) {
        (self.hoofd, kruimels, self.melding) = (hoofd, hoofd.kruimels, melding)
        fouten = Foutenlijst(form)
        actie = "/meldcode-nood/\(hoofd.id)"
        reden = Keuzegroep(
            "reden", "Waarom moet u dit nu weten?", form, Noodreden.allCases.map { Optie($0.rawValue, $0.naam) })
        toelichting = Tekstvlak(
            "toelichting", "Wat is er aan de hand?", form,
            hulp: "Dit leest de aandachtsfunctionaris. Een of twee zinnen is genoeg.",
            regels: 3, lengte: 2_000)
    }
}

/// One time: what there is to read as long as it lasts, and what was found of it afterwards.
struct NoodinzagePagina: PageModel {
    static let template = "noodinzage"
    let titel = "Noodinzage"
    let menu: String? = "/meldcode"
    let kruimels: [Koppeling]
    let nummer: String
    let dossier: Koppeling?
    let melding: Melding?
    let fouten: Foutenlijst?
    /// How it stands for who reads it.
    let stand: String
    let heeftZaken: Bool
    let zaken: [Koppeling]
    let gegevens: Gegevens
    let oordeel: Gegevens?
    let beoordelen: Beoordelen?

    struct Beoordelen: Sendable {
        let actie: String
        let versie: Int
        let uitkomst: Keuzegroep
        let toelichting: Tekstvlak
    }

    /// - Parameter ik: who looks: the one who asked, or the aandachtsfunctionaris.
    init(
        _ n: Noodinzage, _ form: FormValues, ik: GebruikerID, gebruikers: [GebruikerID: String], nu: Date, melding: Melding? = nil
    ) {
        func naam(_ id: GebruikerID?) -> String { id.flatMap { gebruikers[$0] } ?? "iemand die hier niet meer werkt" }
        let eigen = n.door == ik
        kruimels = eigen ? [] : [Koppeling("Meldcode", "/meldcode"), Koppeling("Noodinzagen", "/meldcode-inzage")]
        nummer = n.dossiernummer
        dossier = eigen ? Koppeling("Naar het dossier", "/dossier/\(n.dossier)") : nil
        self.melding = melding
        fouten = Foutenlijst(form)
        zaken = n.zaken.enumerated().map { Koppeling("Zaak \($0.offset + 1)", "/meldcode/\($0.element)") }
        heeftZaken = !zaken.isEmpty
        let voorbij = n.tot <= nu
        stand =
            switch (eigen, heeftZaken) {
            case (true, true): "U kunt dit lezen tot \(n.tot.kloktijd). Wat u opent, wordt vastgelegd."
            case (true, false): voorbij ? "Uw inzage is voorbij." : "Bij dit dossier is geen zaak van de Meldcode."
            case (false, true): "Bij dit dossier is dit te lezen:"
            // There may be one of another team.
            case (false, false): "Bij dit dossier is er voor u geen zaak te lezen."
            }
        gegevens = Gegevens([
            .init("Wie", naam(n.door)), .init("Wanneer", "\(n.op.voluit), tot \(n.tot.kloktijd)"),
            .init("Reden", n.reden.naam), .init("Toelichting", n.toelichting),
        ])
        oordeel = n.oordeel.map {
            Gegevens([
                .init("Oordeel", $0.uitkomst.naam), .init("Toelichting", $0.toelichting),
                .init("Door", "\(naam($0.door)), \($0.op.voluit)"),
            ])
        }
        beoordelen =
            n.magBeoordelen
            ? Beoordelen(
                actie: "/meldcode-inzage/\(n.noodinzage)", versie: n.versie,
                uitkomst: Keuzegroep(
                    "uitkomst", "Wat vindt u ervan?", form, Nooduitkomst.allCases.map { Optie($0.rawValue, $0.naam) }),
                toelichting: Tekstvlak(
                    "toelichting", "Waarom, en wat is er afgesproken?", form, regels: 3, lengte: 2_000)) : nil
    }
}

/// All times in the team of the aandachtsfunctionaris.
struct NoodinzagenPagina: PageModel {
    static let template = "noodinzagen"
    let titel = "Noodinzagen"
    let menu: String? = "/meldcode"
    let kruimels = [Koppeling("Meldcode", "/meldcode")]
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    init(_ pagina: Page<MeldcodeNoodinzagen.Regel>, gebruikers: [GebruikerID: String], na: String?) {
        tabel =
            pagina.rows.isEmpty
            ? nil
            : Tabel(
                "Noodinzagen", stil: true, kolommen: [.init("Dossier"), .init("Wie"), .init("Wanneer"), .init("Stand")],
                rijen: pagina.rows.map { regel in
                    [
                        .link(regel.dossiernummer, href: "/meldcode-inzage/\(regel.noodinzage)"),
                        .tekst(gebruikers[regel.door] ?? "iemand die hier niet meer werkt"), .tekst(regel.op.voluit),
                        .label(
                            regel.beoordeeldOp.map { Label("Beoordeeld op \(Datum($0).tekst)", .leeg) }
                                ?? Label("Te beoordelen", .letOp)),
                    ]
                })
        leeg =
            pagina.rows.isEmpty
            ? Leeg("Geen noodinzagen", "Leest iemand in nood wat niet van hem is, dan staat dat hier.") : nil
        bladeren =
            pagina.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(pagina.rows.count) op deze bladzijde", vorige: na == nil ? nil : "/meldcode-inzage",
                volgende: pagina.next.map { Adres.van("/meldcode-inzage", [("na", $0)]) })
    }

    /// What waits for the aandachtsfunctionaris, as a link; nil when nothing does.
    static func wacht(_ pagina: Page<MeldcodeNoodinzagen.Regel>?) -> Koppeling? {
        guard let pagina, let eerste = pagina.rows.first else { return nil }
        let aantal = pagina.rows.count
        if aantal == 1, pagina.next == nil {
            return Koppeling("1 noodinzage wacht op uw oordeel.", "/meldcode-inzage/\(eerste.noodinzage)")
        }
        return Koppeling(
            "\(aantal)\(pagina.next == nil ? "" : " of meer") noodinzagen wachten op uw oordeel.", "/meldcode-inzage")
    }
}
