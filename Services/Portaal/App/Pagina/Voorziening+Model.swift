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
    let plek: Label?
    let status: Melding?
    let waarschuwing: Melding?
    let gegevens: Gegevens
    let heeftPlekken: Bool
    let plekken: [Plek]
    let uren: Uren?
    let heeftMeenemen: Bool
    let meenemen: [String]
    let contact: Gegevens?
    let onderwerpen: Gegevens?
    let heeftUPL: Bool
    let upl: [Koppeling]
    let heeftVelden: Bool
    let velden: [String]
    let heeftBronnen: Bool
    let bronnen: [String]
    let verwijzen: String
    /// What was agreed on referring; for who may refer or agree.
    let afspraken: String?
    let beheer: [Koppeling]
    let controleren: Controleren?

    struct Controleren: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let wijze: Keuzegroep
    }

    /// - Parameter demo: the people are made up; then an entry may be marked as checked in the demo only.
    init(_ detail: Voorzieningsdetail, _ form: FormValues, rollen: Set<Role>, vandaag: Datum, demo: Bool) {
        let (regel, pad) = (detail.regel, "/sociale-kaart/\(detail.regel.voorziening)")
        titel = regel.naam
        organisatie = regel.organisatie == regel.naam ? nil : regel.organisatie
        omschrijving = regel.omschrijving
        gebieden = regel.leefgebieden.map(\.naam)
        controle = Voorzieningskaart.controle(regel.gecontroleerdOp, reageertNiet: regel.reageertNiet, vandaag: vandaag)
        plek = regel.plek.flatMap { Voorzieningskaart.plek($0, vandaag: vandaag) }
        status = detail.inhoud.flatMap { Self.status($0.status) }
        waarschuwing = detail.waarschuwing.map { Melding(.letOp, $0) }
        gegevens = Self.gegevens(detail)
        plekken = (detail.plekken ?? []).map { Plek($0, vandaag: vandaag) }
        heeftPlekken = !plekken.isEmpty
        uren = Uren(detail.week ?? [], vandaag: vandaag)
        (meenemen, heeftMeenemen) = (detail.meenemen, !detail.meenemen.isEmpty)
        contact = detail.inhoud.flatMap(Self.contact)
        let begrippen = detail.begrippen ?? []
        onderwerpen = Self.onderwerpen(begrippen)
        upl = begrippen.filter { $0.soort == "upl" }.map { Koppeling($0.naam, $0.uri ?? "") }.filter { $0.href.hasPrefix("http") }
        heeftUPL = !upl.isEmpty
        velden = detail.toegestaneVelden.map { VerwijzingPagina.veldnaam($0) }
        heeftVelden = !velden.isEmpty
        bronnen = detail.bronnen + [Self.wijze(detail.controleWijze, regel.gecontroleerdOp)].compactMap { $0 }
        heeftBronnen = !bronnen.isEmpty
        verwijzen =
            switch regel.verwijsbaar {
            case "ja": "U kunt iemand hiernaar verwijzen vanuit het dossier, met de knop Verwijzen."
            case "professional": "Verwijzen gaat via een andere professional, zoals de huisarts."
            default: "Verwijzen is hier niet nodig of niet mogelijk."
            }
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider, .beheerder])
        afspraken = mag ? "\(pad)/afspraken" : nil
        beheer =
            mag
            ? [
                Koppeling("Wijzigen", "\(pad)/wijzigen"), Koppeling("Geschiedenis", "\(pad)/geschiedenis"),
                detail.inhoud?.status == "opgeheven"
                    ? Koppeling("Weer openen", "\(pad)/wijzigen") : Koppeling("Opheffen", "\(pad)/opheffen"),
            ] : []
        let wijzen =
            [
                Optie("telefoon", "Gebeld"), Optie("bezoek", "Langs geweest"), Optie("website", "Op hun website gekeken"),
            ] + (demo ? [Optie("synthetisch", "Alleen voor de proefstad")] : [])
        controleren =
            mag
            ? Controleren(
                fouten: Foutenlijst(form), actie: "\(pad)/controleren", versie: detail.versie,
                wijze: Keuzegroep("wijze", "Hoe hebt u het nagevraagd?", form, wijzen)) : nil
    }
}
