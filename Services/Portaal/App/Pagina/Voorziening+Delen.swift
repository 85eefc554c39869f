// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The parts of the page of one service.
extension VoorzieningPagina {
    /// The hours of the coming week.
    struct Uren: Sendable {
        struct Dag: Sendable {
            let naam: String
            let tijd: String
        }
        let nu: String
        let dagen: [Dag]

        /// Nil when nothing is known of them.
        init?(_ week: [Dagtijden], vandaag: Datum) {
            guard !week.isEmpty else { return nil }
            dagen = week.map { Dag(naam: "\($0.datum.weekdagnaam) \($0.datum.day) \($0.datum.maandnaam)", tijd: Self.tijd($0)) }
            nu = "Vandaag: \(Self.tijd(week[0]))"
        }

        static func tijd(_ dag: Dagtijden) -> String {
            switch dag.stand {
            case "open": dag.tijden.map { "\($0.van) tot \($0.tot == "24:00" ? "middernacht" : $0.tot)" }.joined(separator: ", ")
            case "gesloten": "gesloten"
            default: "niet bekend"
            }
        }
    }

    /// One place. Of a secret one the town alone is known here, and that is all there is to show.
    struct Plek: Sendable {
        let naam: String
        let regels: [String]
        let geheim: Bool
        let link: Koppeling?
        let uren: Uren?

        init(_ plek: Voorzieningsdetail.Plek, vandaag: Datum) {
            let locatie = plek.locatie
            let soort = ["post": "Postadres", "online": "Online"][locatie.soort] ?? "Bezoekadres"
            naam = locatie.naam ?? soort
            geheim = locatie.geheim
            let plaats = [locatie.postcode, locatie.plaats].compactMap { $0 }.joined(separator: " ")
            regels = [locatie.naam == nil ? nil : soort, locatie.straat, plaats.isEmpty ? nil : plaats, locatie.bereikbaar]
                .compactMap { $0 }
            link = locatie.link.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? Koppeling($0, $0) : nil }
            uren = Uren(plek.week, vandaag: vandaag)
        }
    }

    static func gegevens(_ detail: Voorzieningsdetail) -> Gegevens {
        let inhoud = detail.inhoud
        var regels: [Gegevens.Regel] = []
        func als(_ naam: String, _ waarde: String?) {
            if let waarde, !waarde.isEmpty { regels.append(.init(naam, waarde)) }
        }
        als("Voor wie", detail.voorWie)
        als("Leeftijd", leeftijd(inhoud?.minimumLeeftijd, inhoud?.maximumLeeftijd))
        als("Aanmelden", detail.aanmelden)
        als("Wachttijd", inhoud?.wachttijd)
        als("Werkt in", detail.gebied.joined(separator: ", "))
        als("Talen", detail.talen.map(Dossierhoofd.taalnaam).joined(separator: ", "))
        als("Tolk", inhoud?.tolk)
        let opties = (inhoud?.kostenopties ?? []).map { optie in
            let bedrag = optie.bedrag.map { "€ " + String(format: "%.2f", $0).replacing(".", with: ",") }
            return [optie.omschrijving, bedrag].compactMap { $0 }.joined(separator: ": ")
        }
        let kosten = ([detail.kosten].compactMap { $0 } + opties).joined(separator: "; ")
        als("Kosten", kosten.isEmpty ? "Niet bekend, vraag het na" : kosten)
        return Gegevens(regels)
    }

    private static func leeftijd(_ laagste: Int?, _ hoogste: Int?) -> String? {
        switch (laagste, hoogste) {
        case (let van?, let tot?): "\(van) tot en met \(tot) jaar"
        case (let van?, nil): "vanaf \(van) jaar"
        case (nil, let tot?): "tot en met \(tot) jaar"
        case (nil, nil): nil
        }
    }

    static func contact(_ inhoud: Voorzieningsinhoud) -> Gegevens? {
        var regels: [Gegevens.Regel] = []
        for telefoon in inhoud.telefoons {
            regels.append(
                .init(
                    telefoon.toelichting ?? "Telefoon", telefoon.nummer,
                    href: "tel:\(telefoon.nummer.filter { $0.isNumber || $0 == "+" })"))
        }
        if let email = inhoud.email { regels.append(.init("E-mail", email, href: "mailto:\(email)")) }
        if let website = inhoud.website {
            let veilig = website.hasPrefix("https://") || website.hasPrefix("http://")
            regels.append(.init("Website", website, href: veilig ? website : nil))
        }
        for contact in inhoud.contacten {
            let naam = [contact.naam, contact.functie].compactMap { $0 }.joined(separator: ", ")
            let hoe = [contact.telefoon, contact.email].compactMap { $0 }.joined(separator: ", ")
            regels.append(.init(naam.isEmpty ? "Contact" : naam, hoe.isEmpty ? "–" : hoe))
        }
        return regels.isEmpty ? nil : Gegevens(regels)
    }

    /// The terms by kind; those of leefgebied stand above the page already.
    static func onderwerpen(_ begrippen: [VoorzieningBewerkbaar.Begrip]) -> Gegevens? {
        let namen = [("doelgroep", "Doelgroep"), ("toegang", "Toegang"), ("soort", "Soort"), ("overig", "Overig")]
        let regels = namen.compactMap { soort, naam -> Gegevens.Regel? in
            let termen = begrippen.filter { $0.soort == soort }.map(\.naam)
            return termen.isEmpty ? nil : .init(naam, termen.joined(separator: ", "))
        }
        return regels.isEmpty ? nil : Gegevens(regels)
    }

    static func status(_ status: String) -> Melding? {
        switch status {
        case "opgeheven": Melding(.fout, "Deze voorziening bestaat niet meer. Verwijzen kan niet.", titel: "Opgeheven")
        case "tijdelijk-gesloten": Melding(.letOp, "Deze voorziening is tijdelijk gesloten.", titel: "Tijdelijk gesloten")
        case "niet-actief": Melding(.letOp, "Deze voorziening is nu niet actief.", titel: "Niet actief")
        default: nil
        }
    }

    static func wijze(_ wijze: String?, _ op: Datum?) -> String? {
        guard let wijze, let op else { return nil }
        let hoe = [
            "telefoon": "gebeld met de organisatie", "bezoek": "langs geweest", "website": "op hun website gekeken",
            "aanbieder": "de organisatie zei zelf dat het klopt", "bron": "de bron noemt deze datum",
            "synthetisch": "verzonnen, alleen voor de proefstad",
        ]
        return "Gecontroleerd op \(op.tekst): \(hoe[wijze] ?? wijze)."
    }
}
