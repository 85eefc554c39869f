// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The travel money of one person: what was asked before, and the form to ask.
struct DossierReiskostenPagina: PageModel {
    static let template = "dossier-reiskosten"
    let titel = "Reiskosten"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let naam: String
    let dossier: String
    let melding: Melding?
    let fouten: Foutenlijst?
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?
    let formulier: Formulier?

    struct Formulier: Sendable {
        let maand: Kiesvak
        let vervoer: Keuzegroep
        let afstand: Veld
        let dagen: Veld
        let werkelijkPerDag: Veld
    }

    /// - Parameters:
    ///   - page: nil while reiskosten is away.
    ///   - magVragen: whether this user may ask an advance.
    init(
        _ dossier: DossierID, _ page: Page<Voorschotsregel>?, namen: Dossiernamen, vandaag: Datum, form: FormValues,
        melding: Melding? = nil, magVragen: Bool
    ) {
        naam = namen.naam(dossier)
        self.dossier = dossier.description
        kruimels = [Koppeling("Mensen", "/mensen"), Koppeling(naam, "/dossier/\(dossier)")]
        self.melding = melding ?? (page == nil ? .nietBereikbaar : nil)
        fouten = Foutenlijst(form)
        let regels = page?.rows ?? []
        tabel =
            regels.isEmpty
            ? nil
            : Tabel(
                "Voorschotten", stil: true,
                kolommen: [.init("Maand"), .init("Bedrag", getal: true), .init("Stand"), .init("Gevraagd op")],
                rijen: regels.map {
                    [
                        .link(Reismaandnaam.tekst($0.maand), href: "/voorschot/\($0.voorschot)"),
                        .tekst($0.bedrag.description), .label(Label($0.toestand.naam, $0.toestand.kleur)),
                        .tekst($0.gevraagdOp.kort),
                    ]
                })
        leeg = page != nil && regels.isEmpty ? Leeg("Nog geen voorschot", "Voor deze persoon is nog niets gevraagd.") : nil
        bladeren = page?.next.map {
            Bladeren(
                "\(regels.count) voorschotten op deze pagina",
                volgende: Adres.van("/dossier/\(dossier)/reiskosten", [("na", $0)]))
        }
        formulier = magVragen ? Formulier(form, vandaag: vandaag) : nil
    }
}

extension DossierReiskostenPagina.Formulier {
    init(_ form: FormValues, vandaag: Datum) {
        var form = form
        let nu = Maand(van: vandaag)
        if form.optional("maand") == nil { form.set("maand", nu.waarde) }
        maand = Kiesvak("maand", "Voor welke maand?", form, Self.maanden(vandaag), leeg: nil)
        vervoer = Keuzegroep(
            "vervoer", "Hoe reist de persoon?", form,
            [Optie("ov", "Openbaar vervoer"), Optie("auto", "Auto"), Optie("fiets", "Fiets")], naast: true)
        afstand = Veld(
            "afstand", "Afstand van een enkele reis", form, hulp: "In kilometers, bijvoorbeeld 12,5.", breedte: .kort,
            toetsen: "decimal", lengte: 8)
        dagen = Veld(
            "dagen", "Aantal reisdagen in deze maand", form, hulp: "Elke dag telt heen en terug.", breedte: .kort,
            toetsen: "numeric", lengte: 2)
        werkelijkPerDag = Veld(
            "werkelijkPerDag", "Kosten per dag, heen en terug", form,
            hulp: "Alleen bij openbaar vervoer. In euro’s, bijvoorbeeld 8,40.", verplicht: false, breedte: .kort,
            toetsen: "decimal", lengte: 12)
    }

    /// Three months back, this one and two ahead.
    private static func maanden(_ vandaag: Datum) -> [Optie] {
        let eerste = Maand(van: vandaag).eersteDag
        return (-3...2).map { Maand(van: eerste.adding(months: $0)) }.map { Optie($0.waarde, $0.tekst) }
    }
}
