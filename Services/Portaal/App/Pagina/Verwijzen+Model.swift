// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Choosing where to refer somebody to. Choosing makes a draft: nothing leaves yet.
struct VerwijzenPagina: PageModel {
    static let template = "verwijzen"
    let titel = "Verwijzen"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let filter: Filter
    let weg: Melding?
    let aantal: String?
    let actie: String
    /// The referral that the new one takes the place of.
    let vervangt: String?
    let rijen: [Rij]
    let leeg: Leeg?
    let bladeren: Bladeren?
    let lopend: DossierVerwijzingen?

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

    init(
        _ hoofd: Dossierhoofd, _ pagina: Deelvraag<Voorzieningenpagina>, lopend: Deelvraag<[Verwijzingsregel]>,
        _ vraag: FormValues,
        vandaag: Datum
    ) {
        (self.hoofd, kruimels, actie) = (hoofd, hoofd.kruimels, "\(hoofd.href)/verwijzen")
        vervangt = VerwijzingID(vraag.text("vervangt")).map(\.description)
        let gezocht = Leefgebied(rawValue: vraag.text("leefgebied"))
        filter = Filter(
            "Zoeken in de sociale kaart", actie: actie, label: "Waar zoekt u hulp voor?", vraag,
            kiesvakken: [Voorzieningskaart.leefgebieden(vraag)])
        weg = pagina.isWeg ? .even("De sociale kaart is") : nil
        let open = (lopend.waarde ?? []).filter { $0.wachtOp != nil }
        rijen = (pagina.waarde?.rows ?? []).map { regel in
            let bestaand = open.first { $0.voorziening == regel.voorziening }
            return Rij(regel, gezocht: gezocht, bestaand: bestaand, vandaag: vandaag)
        }
        let zoekt = vraag.optional("zoek") != nil || gezocht != nil
        aantal = pagina.waarde.flatMap { Voorzieningskaart.aantal($0, zoekt: zoekt) }
        leeg = pagina.waarde != nil && rijen.isEmpty ? Voorzieningskaart.leeg(zoekt: zoekt, alles: actie) : nil
        bladeren = Voorzieningskaart.bladeren(
            pagina.waarde, actie, [("zoek", vraag.optional("zoek")), ("leefgebied", gezocht?.rawValue), ("vervangt", vervangt)],
            na: vraag.optional("na"))
        self.lopend = open.isEmpty ? nil : DossierVerwijzingen(open, vandaag: vandaag)
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
