// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Choosing where to refer somebody to. Choosing makes a draft: nothing leaves yet. What helps to choose says something about a
/// person and stands in no address: every button of the search belongs to one form that is posted.
struct VerwijzenPagina: PageModel {
    static let template = "verwijzen"
    let titel = "Verwijzen"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let fouten: Foutenlijst?
    let filter: Kaartfilters
    /// What the page filled in by itself, in words.
    let ingevuld: String?
    let heeftActief: Bool
    let actief: [Filterknop]
    let weg: Melding?
    let bericht: Melding?
    let aantal: String?
    let zoekactie: String
    let actie: String
    /// The referral that the new one takes the place of.
    let vervangt: String?
    let rijen: [Rij]
    let leeg: Leeg?
    let heeftRuimer: Bool
    let ruimer: [Filterknop]
    let bladeren: Knoppen?
    let lopend: DossierVerwijzingen?

    /// A button that asks the same without some filters.
    struct Filterknop: Sendable {
        let tekst: String
        let zonder: String
        init(_ tekst: String, zonder sleutels: [String]) { (self.tekst, zonder) = (tekst, sleutels.joined(separator: ",")) }
    }

    struct Knoppen: Sendable {
        let tekst: String
        let heeftVorige: Bool
        let volgende: String?
    }

    struct Rij: Sendable {
        let kaart: Voorzieningskaart
        let id: String
        let naam: String
        /// For which need: the one that was searched for, else the first of the service.
        let leefgebied: Kiesvak?
        let vastLeefgebied: String?
        let alGekozen: Koppeling?
        let magKiezen: Bool
    }

    /// - Parameters:
    ///   - ruimer: asked when nothing was found: each filter with the number that is found without it.
    ///   - vanZelf: the filters that the page filled in and nobody chose.
    init(
        _ hoofd: Dossierhoofd, _ pagina: Deelvraag<Voorzieningenpagina>, lopend: Deelvraag<[Verwijzingsregel]>,
        _ vraag: Kaartvraag, keuzes: Kaartkeuzes.Answer? = nil, ruimer: [(Kaartvraag.Actief, Int)] = [],
        vanZelf: Set<String> = [], vandaag: Datum
    ) {
        (self.hoofd, kruimels, actie) = (hoofd, hoofd.kruimels, "\(hoofd.href)/verwijzen")
        zoekactie = "\(hoofd.href)/verwijzen/zoeken"
        fouten = Foutenlijst(vraag.form)
        vervangt = VerwijzingID(vraag.form.text("vervangt")).map(\.description)
        filter = Kaartfilters(vraag.form, keuzes, kiestVerwijsbaar: false)
        let actief = vraag.actief
        let zelf = actief.filter { !vanZelf.isDisjoint(with: $0.sleutels) }.map(\.tekst)
        ingevuld =
            zelf.isEmpty
            ? nil : "Ingevuld met wat bekend is over \(hoofd.naam): \(zelf.joined(separator: ", ")). Haal weg wat niet nodig is."
        self.actief = actief.map { Filterknop($0.tekst, zonder: $0.sleutels) }
        heeftActief = !actief.isEmpty
        weg = pagina.isWeg ? .even("De sociale kaart is") : nil
        let open = (lopend.waarde ?? []).filter { $0.wachtOp != nil }
        rijen = (pagina.waarde?.rows ?? []).map { regel in
            let bestaand = open.first { $0.voorziening == regel.voorziening }
            return Rij(regel, gezocht: vraag.leefgebied, bestaand: bestaand, vandaag: vandaag)
        }
        bericht = pagina.waarde.flatMap { $0.rows.isEmpty ? nil : Voorzieningskaart.bericht($0) }
        aantal = pagina.waarde.flatMap { Voorzieningskaart.aantal($0, zoekt: vraag.zoekt) }
        leeg = pagina.waarde != nil && rijen.isEmpty ? Voorzieningskaart.leeg(zoekt: vraag.zoekt, alles: nil) : nil
        let alles = leeg == nil || actief.isEmpty ? [] : [Filterknop("Zonder filters", zonder: Kaartvraag.sleutels)]
        self.ruimer =
            ruimer.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map { filter, gevonden in
                Filterknop(
                    "Zonder \(filter.tekst): \(gevonden) \(gevonden == 1 ? "voorziening" : "voorzieningen")",
                    zonder: filter.sleutels)
            } + alles
        heeftRuimer = !self.ruimer.isEmpty
        bladeren = Voorzieningskaart.bladeren(pagina.waarde, "", [], na: vraag.na).map {
            Knoppen(tekst: $0.tekst, heeftVorige: $0.vorige != nil, volgende: pagina.waarde?.next)
        }
        self.lopend = open.isEmpty ? nil : DossierVerwijzingen(open, vandaag: vandaag)
    }

    /// What the form begins with: the language, when it is not Dutch, and the area of the postcode, unless the address is secret.
    static func begin(_ persoon: Persoonsgegevens?) -> FormValues {
        var form = FormValues()
        if let taal = persoon?.spreektaal, taal != Taal.nederlands.rawValue { form.set("taal", taal) }
        if persoon?.geheimhouding == false,
            let postcode = persoon?.adres?.firstMatch(of: /\b([1-9][0-9]{3}) ?[A-Z]{2}\b/)?.output.1
        {
            form.set("postcode", String(postcode))
        }
        return form
    }
}

extension VerwijzenPagina.Rij {
    init(_ regel: Voorzieningsregel, gezocht: Leefgebied?, bestaand: Verwijzingsregel?, vandaag: Datum) {
        kaart = Voorzieningskaart(regel, vandaag: vandaag)
        (id, naam) = (kaart.id, regel.naam)
        alGekozen = bestaand.map {
            Koppeling("Er loopt al een verwijzing: \($0.toestand.naam.lowercased())", "/verwijzing/\($0.verwijzing)")
        }
        magKiezen = bestaand == nil
        let past = gezocht ?? (regel.leefgebieden.count == 1 ? regel.leefgebieden.first : nil)
        vastLeefgebied = past?.rawValue
        leefgebied =
            past != nil || bestaand != nil
            ? nil
            : Kiesvak(
                "leefgebied", "Waarvoor?", FormValues(["leefgebied": [regel.leefgebieden.first?.rawValue ?? ""]]),
                (regel.leefgebieden.isEmpty ? Leefgebied.allCases : regel.leefgebieden).map { Optie($0.rawValue, $0.naam) },
                leeg: nil,
                onderscheid: regel.voorziening.description)
    }
}
