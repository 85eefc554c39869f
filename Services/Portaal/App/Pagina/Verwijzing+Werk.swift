// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// What the page of a referral shows beside the package itself: what to do, the terms and why, the link, the corrections.
extension VerwijzingPagina {
    /// A task of the worker, with a way to put it away.
    struct Taak: Sendable {
        let tekst: String
        let actie: String
        let taak: String
        let anders: Koppeling?
    }

    /// The form in which the end is recorded on the person's word.
    struct Afronden: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let uitkomst: Kiesvak
        let einddatum: Veld
    }

    /// The team leader's way back from an end.
    struct Corrigeren: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let naar: String
        let uitleg: String
        let toelichting: Tekstvlak
    }

    /// The person agrees again.
    struct Opnieuw: Sendable {
        let fouten: Foutenlijst?
        let actie: String
        let versie: Int
        let hoe: Keuzegroep
        let op: Veld
    }

    /// The one-time link for a partner without an account.
    struct Link: Sendable {
        let uitleg: String
        let maken: String
        let knop: String
        let intrekken: String?
        let code: String?
    }

    /// The labels of the package in a language that the person may read.
    struct Vertaald: Sendable {
        let naam: String
        let taal: String
        let richting: String
        let kop: String
        let regels: [Gegevens.Regel]
    }

    static let taakteksten = [
        "concept-wacht": "Dit concept ligt er al tien werkdagen. Verstuur het of trek het in.",
        "geen-antwoord": "De organisatie antwoordt niet. Bel even.",
        "herziening-verlopen": "De datum waarop de organisatie opnieuw zou kijken, is voorbij. Bel even.",
        "wachtlijst-lang": "De organisatie schoof de wachtlijst al drie keer op. Zoek samen iets anders?",
        "start-uitgebleven": "De verwachte start is voorbij. Vraag de persoon of het contact er is.",
        "statusvraag-onbeantwoord": "De organisatie zegt niet hoe het gaat. Vraag het de persoon en leg het vast.",
        "alternatief-kiezen": "De organisatie kan dit niet doen. Kies een andere voorziening.",
        "opnieuw-kiezen": "De termijn is voorbij zonder antwoord. Kies opnieuw.",
        "instemming-vernieuwen": "De instemming is te oud. Vraag de persoon of die het nog wil.",
    ]

    static func taken(_ regel: Verwijzingsregel) -> [Taak] {
        (regel.taken ?? []).map { taak in
            Taak(
                tekst: taakteksten[taak] ?? taak, actie: "/verwijzing/\(regel.verwijzing)/taak", taak: taak,
                anders: ["alternatief-kiezen", "opnieuw-kiezen", "wachtlijst-lang"].contains(taak)
                    ? Koppeling(
                        "Kies een andere voorziening", "/dossier/\(regel.dossier)/verwijzen?vervangt=\(regel.verwijzing)") : nil)
        }
    }

    /// The terms that run, each with what it is for.
    static func termijnen(_ verwijzing: VerwijzingOpvragen.Answer, vandaag: Datum) -> Gegevens? {
        guard let klok = verwijzing.klok, verwijzing.regel.wachtOp != nil else { return nil }
        let isConcept = verwijzing.regel.toestand == .concept
        var regels: [Gegevens.Regel] = []
        if let op = klok.statusvraagOp { regels.append(.init("Gevraagd hoe het gaat", op.tekst)) }
        if let op = klok.herinneringOp, klok.herinnerdOp == nil {
            regels.append(
                .init(
                    verwijzing.regel.toestand == .gestart ? "Wij vragen hoe het gaat" : "Herinnering",
                    op.ten(opzichteVan: vandaag)))
        }
        if let op = klok.herinnerdOp { regels.append(.init("Herinnerd", op.tekst)) }
        if let op = klok.escalatieOp, klok.geescaleerdOp == nil {
            regels.append(
                .init("Daarna komt het bij u", klok.escalatieOm.map { $0.voluit } ?? op.ten(opzichteVan: vandaag)))
        }
        if let op = klok.uiterlijkOp {
            regels.append(.init(isConcept ? "Vervalt na" : "Verloopt na", op.tekst))
        }
        return regels.isEmpty ? nil : Gegevens(regels)
    }

    /// Why the terms are what they are.
    static func waarom(_ regel: Verwijzingsregel) -> String {
        let spoed = regel.urgentie == "spoed"
        return switch regel.toestand {
        case .concept: "Een concept dat 30 dagen niet wijzigt, wordt vanzelf ingetrokken. Er is dan niets naar buiten gegaan."
        case .verstuurd:
            spoed
                ? "Bij spoed heeft de organisatie één werkdag. Na vier kantooruren (9 tot 17 uur op werkdagen) hoort u het."
                : "De organisatie heeft vijf werkdagen om te antwoorden. Na één werkdag herinneren wij haar, na twee hoort u het."
        case .ontvangen:
            spoed
                ? "Na ontvangst heeft de organisatie bij spoed twee werkdagen om te beslissen."
                : "Na ontvangst heeft de organisatie tien werkdagen om te beslissen."
        case .wachtlijst: "Op de herzieningsdatum kijkt de organisatie opnieuw. Twintig werkdagen later verloopt de verwijzing."
        case .geaccepteerd: "Dertig werkdagen na de verwachte start zonder contact verloopt de verwijzing."
        case .gestart:
            "Wij vragen elke 60 dagen hoe het gaat, en 20 werkdagen voor het einde van het traject. Dit verloopt nooit vanzelf."
        case .afgerond, .afgewezen, .ingetrokken, .verlopen: ""
        }
    }

    static func instemmingsregels(_ verwijzing: VerwijzingOpvragen.Answer) -> Gegevens? {
        var regels: [Gegevens.Regel] = []
        if let grond = verwijzing.grondslag { regels.append(.init("Grondslag (AVG)", waarde(grond, van: "grondslag"))) }
        if let instemming = verwijzing.instemming {
            let wijze = instemmingswijzen.first { $0.waarde == instemming.hoe }?.label ?? instemming.hoe
            let taal = instemming.taal.map { ", in het \(Dossierhoofd.taalnaam($0))" } ?? ""
            let tolk = instemming.metTolk ? ", met tolk" : ""
            let door = instemming.door == "persoon" ? "De persoon" : "De wettelijk vertegenwoordiger"
            regels.append(.init("Instemming met de hulp", "\(door), \(instemming.op.tekst): \(wijze.lowercased())\(taal)\(tolk)"))
            if !instemming.isGeldig { regels.append(.init("Geldt nog", Label("Nee, vraag het opnieuw", .letOp))) }
        }
        if let ontheffing = verwijzing.ontheffing {
            regels.append(.init("Beroepsgeheim", ontheffingen.first { $0.waarde == ontheffing }?.label ?? ontheffing))
        }
        return regels.isEmpty ? nil : Gegevens(regels)
    }

    static func capaciteit(_ verwijzing: VerwijzingOpvragen.Answer) -> String? {
        guard let capaciteit = verwijzing.capaciteit else { return nil }
        let gemeld = "gemeld op \(capaciteit.gemeldOp.tekst)"
        return switch capaciteit.stand {
        case "onbekend": "Of er plek is, weten wij niet meer (\(gemeld))."
        case "plaats": capaciteit.over.map { "Er zijn nog \($0) plaatsen (\(gemeld))." } ?? "Er is plek (\(gemeld))."
        case "geen-plaats": "Er is nu geen plek (\(gemeld))."
        case "wachtlijst": "Er is een wachtlijst (\(gemeld))."
        default: "Overleg eerst met de organisatie (\(gemeld))."
        }
    }

    static func link(_ verwijzing: VerwijzingOpvragen.Answer, mag: Bool) -> Link? {
        let regel = verwijzing.regel
        guard mag, regel.toestand != .concept, regel.wachtOp != nil else { return nil }
        let pad = "/verwijzing/\(regel.verwijzing)/link"
        guard let link = verwijzing.link else {
            return Link(
                uitleg: "Heeft de organisatie geen account? Maak een link waarmee zij één keer antwoordt, op een telefoon.",
                maken: pad, knop: "Maak een link", intrekken: nil, code: nil)
        }
        let stand = link.isBeantwoord ? "Er is over deze link geantwoord." : "Er is nog niet over deze link geantwoord."
        let slot = link.isOpSlot ? " Er zijn te veel verkeerde codes geprobeerd." : ""
        return Link(
            uitleg: "Er is een link die werkt tot en met \(link.verlooptOp.tekst). \(stand)\(slot)", maken: pad,
            knop: "Maak een nieuwe link", intrekken: "\(pad)/intrekken",
            code: [.geaccepteerd, .gestart].contains(regel.toestand) ? "\(pad)/code" : nil)
    }

    static let instemmingswijzen = [
        Optie("mondeling-met-tolk", "Mondeling, met tolk"), Optie("mondeling", "Mondeling"), Optie("schriftelijk", "Op papier"),
        Optie("digitaal", "Digitaal"),
    ]
    static let ontheffingen = [
        Optie("niet-nodig", "Niet nodig"), Optie("door-persoon", "De persoon ontslaat mij van het beroepsgeheim"),
        Optie("wettelijke-plicht", "Een wet verplicht mij te spreken"),
    ]
    static let afwijzingen = [
        Optie("geen-capaciteit", "Geen plek"), Optie("capaciteit-vervallen", "De plek is vervallen"),
        Optie("buiten-doelgroep", "Hoort niet bij onze doelgroep"), Optie("buiten-werkgebied", "Woont buiten ons gebied"),
        Optie("niet-passend", "Past niet bij de vraag"), Optie("andere-voorziening-beter", "Een andere voorziening past beter"),
        Optie("ontbrekend-document", "Er ontbreekt een document"), Optie("niet-bereikbaar", "Niet te bereiken"),
        Optie("niet-verschenen", "Niet gekomen"), Optie("veiligheidsreden", "Om veiligheid"), Optie("overig", "Iets anders"),
    ]
    static let uitkomsten = [
        Optie("doel-bereikt", "Doel bereikt"), Optie("deels-bereikt", "Deels bereikt"), Optie("afgehaakt", "Afgehaakt"),
        Optie("niet-meer-bereikbaar", "Niet meer te bereiken"), Optie("doorgeleid", "Naar iemand anders"),
        Optie("voorziening-gestopt", "De voorziening stopte"), Optie("niet-gelukt", "Niet gelukt"),
        Optie("verhuisd", "Verhuisd"), Optie("onbekend", "Niet bekend"),
    ]
}

extension VerwijzingPagina.Afronden {
    init(_ form: FormValues, actie: String, versie: Int, vandaag: Datum) {
        (fouten, self.actie, self.versie) = (Foutenlijst(form), actie, versie)
        uitkomst = Kiesvak("uitkomst", "Hoe liep het af?", form, VerwijzingPagina.uitkomsten)
        einddatum = Veld("einddatum", "Laatste dag", form, soort: .datum, maximum: vandaag.description)
    }
}

extension VerwijzingPagina.Corrigeren {
    init(_ form: FormValues, actie: String, versie: Int, naar: VerwijzingToestand) {
        (fouten, self.actie, self.versie, self.naar) = (Foutenlijst(form), actie, versie, naar.rawValue)
        uitleg =
            "De verwijzing gaat terug naar ‘\(naar.naam)’. Beide stappen blijven in het verloop. Kan tot 10 werkdagen na het einde."
        toelichting = Tekstvlak("toelichting", "Waarom?", form, regels: 3, lengte: 500)
    }
}

extension VerwijzingPagina.Opnieuw {
    init(_ form: FormValues, actie: String, versie: Int, vandaag: Datum) {
        (fouten, self.actie, self.versie) = (Foutenlijst(form), actie, versie)
        hoe = Keuzegroep("hoe", "Hoe stemde de persoon opnieuw in?", form, VerwijzingPagina.instemmingswijzen, naast: true)
        op = Veld("op", "Op welke dag?", form, soort: .datum, maximum: vandaag.description)
    }
}
