// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One service of the directory, with what to know before somebody is referred to it, and the check with its provider.
struct VoorzieningPagina: PageModel {
    static let template = "voorziening"
    let titel: String
    let menu: String? = "/sociale-kaart"
    let kruimels = [Koppeling("Sociale kaart", "/sociale-kaart")]
    let organisatie: String?
    let omschrijving: String
    let gebieden: [String]
    let controle: Label
    let waarschuwing: Melding?
    let gegevens: Gegevens
    let heeftMeenemen: Bool
    let meenemen: [String]
    let heeftVelden: Bool
    let velden: [String]
    let heeftBronnen: Bool
    let bronnen: [String]
    let verwijzen: String
    /// What was agreed on referring; for who may refer or agree.
    let afspraken: String?
    let controleren: Controleren?

    struct Controleren: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let wijze: Keuzegroep
    }

    /// - Parameter demo: the people are made up; then an entry may be marked as checked in the demo only.
    init(_ detail: Voorzieningsdetail, _ form: FormValues, rollen: Set<Role>, vandaag: Datum, demo: Bool) {
        let regel = detail.regel
        titel = regel.naam
        organisatie = regel.organisatie == regel.naam ? nil : regel.organisatie
        omschrijving = regel.omschrijving
        gebieden = regel.leefgebieden.map(\.naam)
        controle = Voorzieningskaart.controle(regel.gecontroleerdOp, vandaag: vandaag)
        waarschuwing = detail.waarschuwing.map { Melding(.letOp, $0) }
        var regels: [Gegevens.Regel] = []
        if let voorWie = detail.voorWie { regels.append(.init("Voor wie", voorWie)) }
        if let aanmelden = detail.aanmelden { regels.append(.init("Aanmelden", aanmelden)) }
        if !detail.gebied.isEmpty { regels.append(.init("Waar", detail.gebied.joined(separator: ", "))) }
        if !detail.talen.isEmpty {
            regels.append(.init("Talen", detail.talen.map(Dossierhoofd.taalnaam).joined(separator: ", ")))
        }
        regels.append(.init("Kosten", detail.kosten ?? "Niet bekend, vraag het na"))
        gegevens = Gegevens(regels)
        (meenemen, heeftMeenemen) = (detail.meenemen, !detail.meenemen.isEmpty)
        velden = detail.toegestaneVelden.map { VerwijzingPagina.veldnaam($0) }
        heeftVelden = !velden.isEmpty
        (bronnen, heeftBronnen) = (detail.bronnen, !detail.bronnen.isEmpty)
        verwijzen =
            switch regel.verwijsbaar {
            case "ja": "U kunt iemand hiernaar verwijzen vanuit het dossier, met de knop Verwijzen."
            case "professional": "Verwijzen gaat via een andere professional, zoals de huisarts."
            default: "Verwijzen is hier niet nodig of niet mogelijk."
            }
        afspraken =
            rollen.isDisjoint(with: [.begeleider, .teamleider, .beheerder])
            ? nil : "/sociale-kaart/\(regel.voorziening)/afspraken"
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider, .beheerder])
        let wijzen =
            [
                Optie("telefoon", "Gebeld"), Optie("bezoek", "Langs geweest"), Optie("website", "Op hun website gekeken"),
            ] + (demo ? [Optie("synthetisch", "Alleen voor de proefstad")] : [])
        controleren =
            mag
            ? Controleren(
                fouten: Foutenlijst(form), actie: "/sociale-kaart/\(regel.voorziening)/controleren", versie: detail.versie,
                wijze: Keuzegroep("wijze", "Hoe hebt u het nagevraagd?", form, wijzen)) : nil
    }
}
