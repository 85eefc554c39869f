// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

@testable import PortaalApp

/// Examples of the pages about travel money.
extension Voorbeelden {
    static func voorschot(
        _ toestand: VoorschotToestand, door: GebruikerID? = nil, bewijs: Bool = false, gezien: Bool = false,
        inleveren: Datum? = nil
    ) -> Voorschotsregel {
        let betaald = [.betaald, .verantwoord, .afgerekend].contains(toestand)
        var regel = Voorschotsregel(
            voorschot: ids.make(), dossier: dossier, maand: "2027-01", bedrag: Bedrag(cents: 6720),
            verantwoord: Bedrag(cents: toestand == .afgerekend ? 5000 : 0),
            terugTeBetalen: Bedrag(cents: toestand == .afgerekend ? 1720 : 0), toestand: toestand,
            berekening: "8 dagen, 12,5 km enkele reis, openbaar vervoer € 8,40 per dag: € 67,20.", gevraagdDoor: door ?? sanne.id,
            gevraagdOp: vandaag.adding(days: -6), beslistDoor: toestand == .aangevraagd ? nil : fatma.id,
            betaaldOp: betaald ? vandaag.adding(days: -4) : nil, redenAfwijzing: toestand == .afgewezen ? "afstand" : nil,
            bewijsstukken: bewijs
                ? [
                    .init(
                        bewijsstuk: ids.make(), mediatype: "image/jpeg", grootte: 345_000, ontvangenOp: moment,
                        eerderGezien: gezien)
                ] : [],
            versie: 3)
        regel.bewijsUiterlijkOp = inleveren
        regel.bewijsWaarom = inleveren.map { "\($0.tekst) is 3 maanden na de laatste dag van januari 2027. Bron: proef." }
        return regel
    }

    static func kijker(_ rij: GebruikerRij, _ form: FormValues = FormValues(), melding: Melding? = nil) -> VoorschotPagina.Kijker
    {
        VoorschotPagina.Kijker(ik: rij.aangemeld, form: form, melding: melding, bewijsstuk: ids.make())
    }

    static var voorschotten: [any PageModel] {
        func pagina(_ regel: Voorschotsregel, _ kijker: VoorschotPagina.Kijker, _ namen: Dossiernamen = namen) -> VoorschotPagina
        {
            VoorschotPagina(regel, namen: namen, gebruikers: gebruikersnamen, vandaag: vandaag, kijker: kijker)
        }
        let mis = FormValues(
            ["besluit": ["afwijzen"]], errors: [FieldError("reden", code: "x", "Kies waarom het wordt afgewezen.")])
        return [
            pagina(voorschot(.aangevraagd), kijker(fatma, mis, melding: .nietBereikbaar)),
            pagina(voorschot(.aangevraagd, door: fatma.id), kijker(fatma)),
            pagina(voorschot(.goedgekeurd, inleveren: vandaag.adding(days: 90)), kijker(fatma)),
            pagina(voorschot(.betaald, inleveren: vandaag.adding(days: -1)), kijker(sanne)),
            pagina(
                voorschot(.betaald),
                kijker(sanne, FormValues(errors: [FieldError("bestand", code: "x", "Kies een foto of een PDF.")]))),
            pagina(voorschot(.verantwoord, bewijs: true, gezien: true), kijker(fatma)),
            pagina(voorschot(.afgerekend, bewijs: true), kijker(sanne), geen),
            pagina(voorschot(.afgewezen), kijker(sanne)),
        ]
    }

    static var wachtrij: [any PageModel] {
        [
            WachtrijPagina(
                Page(rows: [voorschot(.aangevraagd), voorschot(.aangevraagd)], next: "x"), toestand: .aangevraagd, namen: namen,
                gebruikers: gebruikersnamen),
            WachtrijPagina(Page(rows: []), toestand: .goedgekeurd, namen: geen, gebruikers: [:]),
            WachtrijPagina(nil, toestand: .betaald, namen: geen, gebruikers: [:]),
        ]
    }

    static var dossierReiskosten: [any PageModel] {
        let mis = FormValues(
            ["afstand": ["ver"], "vervoer": ["ov"], "dagen": ["8"]],
            errors: [
                FieldError("afstand", code: "vorm", "Vul de afstand in als getal."),
                FieldError("maand", code: "x", "Deze maand ligt voor de aanmelding van dit dossier."),
                FieldError("vervoer", code: "x", "Kies hoe de persoon reist."),
            ])
        return [
            DossierReiskostenPagina(
                dossier, Page(rows: [voorschot(.betaald), voorschot(.afgerekend)], next: "x"), namen: namen, vandaag: vandaag,
                form: mis, magVragen: true),
            DossierReiskostenPagina(
                dossier, Page(rows: []), namen: namen, vandaag: vandaag, form: FormValues(), magVragen: true),
            DossierReiskostenPagina(dossier, nil, namen: geen, vandaag: vandaag, form: FormValues(), magVragen: false),
        ]
    }
}
