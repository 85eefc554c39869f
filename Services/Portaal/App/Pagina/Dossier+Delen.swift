// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The goals per leefgebied, in short.
struct DossierPlan: Sendable {
    struct Gebied: Sendable {
        let naam: String
        let doelen: [Doel]
    }
    struct Doel: Sendable {
        let tekst: String
        let label: Label
        let streefdatum: String?
    }

    let href: String
    let stand: String?
    let akkoord: Label?
    let gebieden: [Gebied]
    let leeg: Leeg?

    init(_ traject: TrajectOverzicht, href dossier: String, vandaag: Datum) {
        href = "\(dossier)/plan"
        let telt = traject.doelen.filter { $0.toestand != .vervallen }
        let bereikt = telt.count { $0.toestand == .bereikt }
        stand = telt.isEmpty ? nil : "\(bereikt) van \(telt.count) \(telt.count == 1 ? "doel" : "doelen") bereikt"
        akkoord =
            traject.traject == nil || telt.isEmpty
            ? nil : traject.planAkkoordOp.map { Label("Akkoord op \($0.kort)", .goed) } ?? Label("Nog geen akkoord", .letOp)
        gebieden = Leefgebied.allCases.compactMap { gebied in
            let doelen = telt.filter { $0.leefgebied == gebied }.map { Doel($0, vandaag: vandaag) }
            return doelen.isEmpty ? nil : Gebied(naam: gebied.naam, doelen: doelen)
        }
        leeg =
            telt.isEmpty
            ? Leeg(
                "Nog geen doelen", "Kies samen waar deze persoon aan wil werken.",
                actie: Koppeling("Naar het plan", "\(dossier)/plan")) : nil
    }
}

extension DossierPlan.Doel {
    init(_ doel: TrajectOverzicht.Doel, vandaag: Datum) {
        (tekst, label) = (doel.tekst, doel.toestand.label)
        streefdatum =
            doel.toestand == .bereikt
            ? doel.bereiktOp.map { "bereikt op \($0.kort)" }
            : doel.streefdatum.map { $0 < vandaag ? "streefdatum voorbij: \($0.kort)" : "voor \($0.kort)" }
    }
}

extension DoelToestand {
    var label: Label {
        switch self {
        case .open: Label(naam, .leeg)
        case .bezig: Label(naam, .info)
        case .bereikt: Label(naam, .goed)
        case .deelsBereikt, .nietBereikt: Label(naam, .letOp)
        case .vervallen: Label(naam, .leeg)
        }
    }
}

/// How far the regeldag is, and what comes first.
struct DossierRegeldag: Sendable {
    let href: String
    let stand: String
    /// 0 to 100, the width of the bar.
    let deel: Int
    let heeftEerst: Bool
    let eerst: [Zaak]
    let klaar: String?
    let heeftWaarom: Bool
    let waarom: [RegeldagPagina.Waarom]

    struct Zaak: Sendable {
        let naam: String
        let label: Label?
    }

    init(_ bord: Regeldagstand, href dossier: String, vandaag: Datum) {
        href = "\(dossier)/regeldag"
        stand = "\(bord.geregeld) van \(bord.totaal) geregeld"
        deel = bord.totaal == 0 ? 0 : bord.geregeld * 100 / bord.totaal
        eerst = bord.eerst.map { Zaak(naam: $0.naam, label: RegeldagPagina.termijn($0.uiterlijkOp, vandaag: vandaag)) }
        heeftEerst = !eerst.isEmpty
        waarom = bord.eerst.compactMap { $0.waarom.isEmpty ? nil : RegeldagPagina.Waarom(naam: $0.naam, tekst: $0.waarom) }
        heeftWaarom = !waarom.isEmpty
        klaar =
            bord.totaal == 0
            ? "Er staan nog geen stappen op het bord."
            : bord.geregeld == bord.totaal ? "Alles is geregeld." : eerst.isEmpty ? "Alles wat nu kan, is aangevraagd." : nil
    }
}

/// The referrals of this person.
struct DossierVerwijzingen: Sendable {
    struct Regel: Sendable {
        let naam: String
        let href: String
        let onder: String
        let label: Label
    }
    let heeftRegels: Bool
    let regels: [Regel]

    init(_ alle: [Verwijzingsregel], vandaag: Datum) {
        regels = alle.sorted { ($0.wachtOp == nil ? 1 : 0, $1.gewijzigdOp) < ($1.wachtOp == nil ? 1 : 0, $0.gewijzigdOp) }.map {
            let wacht = $0.wachtOp == "verwijzer" ? "U bent aan zet" : $0.wachtOp == nil ? nil : "De organisatie is aan zet"
            return Regel(
                naam: $0.voorzieningNaam, href: "/verwijzing/\($0.verwijzing)",
                onder: [$0.leefgebied.naam, wacht].compactMap { $0 }.joined(separator: " · "), label: $0.toestand.label)
        }
        heeftRegels = !regels.isEmpty
    }
}

extension VerwijzingToestand {
    var label: Label {
        switch self {
        case .concept: Label(naam, .leeg)
        case .verstuurd, .ontvangen: Label(naam, .info)
        case .wachtlijst: Label(naam, .letOp)
        case .geaccepteerd, .gestart, .afgerond: Label(naam, .goed)
        case .afgewezen, .verlopen: Label(naam, .fout)
        case .ingetrokken: Label(naam, .leeg)
        }
    }
}

/// What happened, newest first, with a choice of kind.
struct DossierTijdlijn: Sendable {
    let tabs: Tabs
    let heeftStappen: Bool
    let lijn: Tijdlijn
    let leeg: String?
    let bladeren: Bladeren?

    init(
        _ pagina: Page<Tijdlijnregel>, href: String, gebruikers: [GebruikerID: String],
        huisgenoten: [DossierID: String] = [:], vandaag: Datum, soort: String?, na: String?
    ) {
        let soorten = [
            (nil, "Alles"), ("contact", "Contact"), ("agenda", "Agenda"), ("plan", "Plan"), ("regeldag", "Regeldag"),
            ("traject", "Traject"),
        ]
        tabs = Tabs(
            "Tijdlijn",
            soorten.map { code, naam in
                .init(naam, Adres.van(href, [("soort", code)]) + "#tijdlijn", actief: code == soort)
            })
        lijn = Tijdlijn(
            pagina.rows.map { regel in
                .init(
                    regel.datum, regel.zin(huisgenoten),
                    tekst: regel.notitie ?? (regel.notitieOnleesbaar ? "De notitie kan nu niet worden gelezen." : nil),
                    wie: regel.door.flatMap { gebruikers[$0] }, href: regel.href(onder: href),
                    kleur: regel.vervallen == nil ? .gewoon : .straks,
                    wanneer: abs(vandaag.days(until: regel.datum)) <= 14
                        ? "\(regel.datum.ten(opzichteVan: vandaag)), \(regel.datum.tekst)" : nil)
            })
        heeftStappen = !pagina.rows.isEmpty
        leeg =
            heeftStappen
            ? nil : soort == nil ? "Er is nog niets gebeurd in dit dossier." : "Hierover staat nog niets in dit dossier."
        bladeren =
            pagina.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(pagina.rows.count) gebeurtenissen",
                vorige: na == nil ? nil : Adres.van(href, [("soort", soort)]) + "#tijdlijn",
                volgende: pagina.next.map { Adres.van(href, [("soort", soort), ("na", $0)]) + "#tijdlijn" })
    }
}

extension Tijdlijnregel {
    /// The sentence, with what became of it and who was there as far as the reader may know them.
    fileprivate func zin(_ huisgenoten: [DossierID: String]) -> String {
        let namen = (aanwezigen ?? []).compactMap { huisgenoten[$0] }.sorted()
        let erbij = namen.isEmpty ? "" : " (\(namen.joined(separator: ", ")))"
        let voor =
            switch vervallen {
            case "verbeterd": "Verbeterd, dit is de eerdere versie: "
            case "ingetrokken": "Ingetrokken: "
            default: ""
            }
        return voor + zin + erbij + (uitDossiernummer.map { " Uit dossier \($0)." } ?? "")
    }

    /// The page of the contact or the appointment.
    fileprivate func href(onder eigen: String) -> String? {
        let dossier = uitDossier.map { "/dossier/\($0)" } ?? eigen
        return contactmoment.map { "\(dossier)/contact/\($0)" } ?? afspraak.map { "\(dossier)/afspraak/\($0)" }
    }
}

/// What is planned with this person.
struct DossierAfspraken: Sendable {
    struct Regel: Sendable {
        let naam: String
        let href: String
        let onder: String
        let labels: [Label]
    }
    let heeftRegels: Bool
    let regels: [Regel]
    let nieuw: String?

    init(_ alle: [Afspraakregel], href: String, mag: Bool, vandaag: Datum) {
        regels = alle.map {
            Regel(
                naam: "\($0.soort.naam), \($0.dag.ten(opzichteVan: vandaag)) om \($0.van.tekst)",
                href: "\(href)/afspraak/\($0.afspraak)", onder: $0.plaats.naam, labels: $0.labels(vandaag: vandaag))
        }
        heeftRegels = !regels.isEmpty
        nieuw = mag ? "\(href)/afspraak/nieuw" : nil
    }
}
