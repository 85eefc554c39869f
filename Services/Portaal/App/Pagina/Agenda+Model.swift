// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The appointments of one week, of one worker or of the team: days beside each other on a wide screen, one list on a phone.
struct AgendaPagina: PageModel {
    static let template = "agenda"
    let titel = "Agenda"
    let menu: String? = "/agenda"
    let week: String
    let vorige: String
    let volgende: String
    let dezeWeek: String?
    let tabs: Tabs?
    let medewerkers: Kiesvak?
    let actie = "/agenda"
    let maandag: String
    let weg: Melding?
    let meer: Melding?
    let letOp: Melding?
    let dagen: [Dag]
    let leeg: Leeg?
    let feed: Feed?

    struct Dag: Sendable {
        let id: String
        let naam: String
        let vandaag: Bool
        let heeft: Bool
        let afspraken: [Afspraak]
    }

    struct Afspraak: Sendable {
        let tijd: String
        let iso: String
        let naam: String
        let href: String
        let onder: String
        let wie: String?
        let labels: [Label]
        let geweest: Bool
    }

    /// The address for a calendar app.
    struct Feed: Sendable {
        /// Nil while there is none.
        let adres: String?
        let gemaakt: String?
    }

    /// What is looked at.
    struct Blik: Sendable {
        var maandag: Datum
        var team: Bool
        /// Of whom; nil: the own agenda, or the whole team.
        var medewerker: GebruikerID?

        func adres(_ maandag: Datum) -> String {
            Adres.van(
                "/agenda",
                [
                    ("week", maandag.description), ("wie", team ? "team" : "ik"), ("medewerker", medewerker?.description),
                ])
        }
    }

    init(
        _ blik: Blik, _ pagina: Deelvraag<Page<Afspraakregel>>, regeldag: [RegeldagAfspraak] = [], namen: [DossierID: String],
        gebruikers: [GebruikerID: String],
        collegas: [(id: GebruikerID, naam: String)], rollen: Set<Role>, feed: Feed?, vandaag: Datum
    ) {
        let zondag = blik.maandag.adding(days: 6)
        week = "Week \(blik.maandag.weeknummer): \(blik.maandag.kort) tot en met \(zondag.kort)"
        vorige = blik.adres(blik.maandag.adding(days: -7))
        volgende = blik.adres(blik.maandag.adding(days: 7))
        dezeWeek = blik.maandag == vandaag.maandag ? nil : blik.adres(vandaag.maandag)
        maandag = blik.maandag.description
        let leidt = rollen.contains(.teamleider)
        tabs =
            leidt
            ? Tabs(
                "Wiens agenda",
                [
                    .init("Mijn agenda", Blik(maandag: blik.maandag, team: false).adres(blik.maandag), actief: !blik.team),
                    .init("Team", Blik(maandag: blik.maandag, team: true).adres(blik.maandag), actief: blik.team),
                ]) : nil
        medewerkers =
            leidt && blik.team
            ? Kiesvak(
                "medewerker", "Medewerker", FormValues(["medewerker": [blik.medewerker?.description ?? ""]]),
                collegas.map { Optie($0.id.description, $0.naam) }, verplicht: false, leeg: "Het hele team") : nil
        weg = pagina.isWeg ? .even("De agenda is") : nil
        let rijen = pagina.waarde?.rows ?? []
        meer =
            pagina.waarde?.next == nil
            ? nil : Melding(.letOp, "Deze week heeft meer afspraken dan hier passen. Kies een medewerker om alles te zien.")
        letOp = Self.waarschuwing(rijen)
        let metNaam = blik.team
        dagen = (0..<7).compactMap { nummer -> Dag? in
            let dag = blik.maandag.adding(days: nummer)
            let eigen = rijen.filter { $0.dag == dag }.map {
                Afspraak(
                    $0, naam: namen[$0.dossier], wie: metNaam ? gebruikers[$0.medewerker] ?? "Onbekend" : nil, vandaag: vandaag)
            }
            let instanties = regeldag.filter { $0.op == dag }.map { Afspraak($0, naam: namen[$0.open]) }
            // By time; the times are of one day and sort as text.
            let afspraken = (eigen + instanties).sorted { $0.iso < $1.iso }
            // A weekend without anything takes no room.
            guard nummer < 5 || !afspraken.isEmpty else { return nil }
            return Dag(
                id: "dag-\(dag)", naam: "\(dag.weekdagnaam) \(dag.day) \(dag.maandnaam)", vandaag: dag == vandaag,
                heeft: !afspraken.isEmpty, afspraken: afspraken)
        }
        leeg =
            pagina.waarde != nil && rijen.isEmpty && regeldag.isEmpty
            ? Leeg(
                "Niets in de agenda deze week", "Een afspraak maakt u op de pagina van de persoon.",
                actie: Koppeling("Naar uw mensen", "/mensen")) : nil
        self.feed = feed
    }

    private static func waarschuwing(_ rijen: [Afspraakregel]) -> Melding? {
        let open = rijen.filter { $0.toestand == .gepland }
        let tolk = open.count { $0.tolkNodig && !$0.tolkGeregeld }
        let dubbel = open.count(where: \.dubbel)
        var zinnen: [String] = []
        if tolk > 0 {
            zinnen.append(
                tolk == 1 ? "Bij 1 afspraak is nog geen tolk geregeld." : "Bij \(tolk) afspraken is nog geen tolk geregeld.")
        }
        if dubbel > 0 { zinnen.append("\(dubbel) afspraken vallen tegelijk met een andere.") }
        return zinnen.isEmpty ? nil : Melding(.letOp, zinnen.joined(separator: " "))
    }
}

extension AgendaPagina.Afspraak {
    init(_ regel: Afspraakregel, naam: String?, wie: String?, vandaag: Datum) {
        tijd = "\(regel.van.kort)–\(regel.tot.kort)"
        iso = "\(regel.dag)T\(regel.van)"
        self.naam = naam ?? "Afspraak openen"
        href = "/dossier/\(regel.dossier)/afspraak/\(regel.afspraak)"
        onder =
            "\(regel.soort.naam) · \(regel.plaats.naam)"
            + (regel.uitDossiernummer.map { " · uit samengevoegd dossier \($0)" } ?? "")
        self.wie = wie
        labels = regel.labels(vandaag: vandaag)
        geweest = regel.toestand == .gebeurd
    }
}

extension AgendaPagina.Afspraak {
    /// An appointment with an agency on the regeldag.
    init(_ regel: RegeldagAfspraak, naam: String?) {
        let (van, tot) = (Kloktijd(regel.van)?.kort ?? regel.van, Kloktijd(regel.tot)?.kort ?? regel.tot)
        tijd = "\(van)–\(tot)"
        iso = "\(regel.op)T\(regel.van)"
        self.naam = naam ?? "Regeldag openen"
        href = "/dossier/\(regel.open)/regeldag"
        onder = "Regeldag · \(regel.instantie)"
        (wie, geweest) = (nil, false)
        let tolk: Label? =
            switch regel.tolk {
            case .nietNodig: nil
            case .nodig: Label("Tolk nog regelen", .letOp)
            case .geregeld: Label("Tolk geregeld", .goed)
            }
        labels = [tolk, regel.dubbel.isEmpty ? nil : Label("Dubbel geboekt", .letOp)].compactMap { $0 }
    }
}

extension RegeldagAfspraak {
    /// The dossier behind it that the reader may open: through a housemate it may have been made.
    var open: DossierID { leden.contains(dossier) ? dossier : leden.first ?? dossier }
}

extension Afspraakregel {
    /// What is remarkable about it.
    func labels(vandaag: Datum) -> [Label] {
        switch toestand {
        case .gebeurd: return [Label("Vastgelegd", .goed)]
        case .afgezegd: return [Label("Afgezegd", .leeg)]
        case .gepland: break
        }
        var labels: [Label] = []
        if dag < vandaag { labels.append(Label("Nog niet vastgelegd", .fout)) }
        if tolkNodig { labels.append(tolkGeregeld ? Label("Tolk geregeld", .goed) : Label("Tolk nog regelen", .letOp)) }
        if dubbel { labels.append(Label("Dubbel geboekt", .letOp)) }
        return labels
    }
}

extension Kloktijd {
    /// `9.30`
    var kort: String { String(format: "%d.%02d", hour, minute) }
}
