// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Everything about one person on one page: who, the clock and why, what is next, the plan, the regeldag, what happened.
struct DossierPagina: PageModel {
    static let template = "dossier"
    let titel: String
    let menu: String? = "/mensen"
    let kruimels = [Koppeling("Mensen", "/mensen")]
    let hoofd: Dossierhoofd
    let href: String
    let weg: Melding?
    let magVastleggen: Bool
    let stap: DossierStap?
    let klok: DossierKlok?
    let meerijden: Koppeling?
    let plan: DossierPlan?
    let regeldag: DossierRegeldag?
    let verwijzingen: DossierVerwijzingen?
    let tijdlijn: DossierTijdlijn?
    let afspraken: DossierAfspraken?
    let gegevens: Gegevens?
    let gezin: [Lid]
    let heeftGezin: Bool
    /// Nil while intake is away.
    let huishouden: String?
    /// Where two dossiers of one person are merged or parted; for who may.
    let samenvoegen: String?
    /// The dossier that stands for this person, when this one follows it; work goes on there.
    let leidend: Koppeling?
    /// Other dossiers of this person, whose contacts and goals are read there.
    let ookVan: [Koppeling]
    let heeftOokVan: Bool

    struct Lid: Sendable {
        let naam: String
        let href: String
        let rol: String
    }

    /// The answers of the services, each of which may be away.
    struct Antwoorden: Sendable {
        var persoon: Deelvraag<Persoonsgegevens>
        var traject: Deelvraag<TrajectOverzicht>
        var regeldag: Deelvraag<Regeldagstand>
        var tijdlijn: Deelvraag<Page<Tijdlijnregel>>
        var verwijzingen: Deelvraag<[Verwijzingsregel]>
        var veiligheid: Deelvraag<Veiligheidsoverzicht> = .niet
        var afspraken: Deelvraag<[Afspraakregel]> = .niet
    }

    init(
        _ dossier: DossierID, _ a: Antwoorden, gebruikers: [GebruikerID: String], rollen: Set<Role>, vandaag: Datum,
        soort: String? = nil, na: String? = nil
    ) {
        hoofd = Dossierhoofd(dossier, a.persoon.waarde, veilig: a.veiligheid)
        href = hoofd.href
        titel = a.persoon.waarde.map { "Dossier \($0.dossiernummer)" } ?? "Dossier"
        magVastleggen = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        weg = Self.weg([
            (a.persoon.isWeg, "naam, gezin en gegevens"), (a.traject.isWeg, "klok en plan"), (a.regeldag.isWeg, "regeldag"),
            (a.tijdlijn.isWeg, "tijdlijn"), (a.afspraken.isWeg, "afspraken"), (a.verwijzingen.isWeg, "verwijzingen"),
        ])
        let traject = a.traject.waarde
        stap = traject.map { DossierStap($0, vandaag: vandaag) }
        klok = traject.flatMap { DossierKlok($0.klok, vandaag: vandaag) }
        meerijden = traject?.meerijdendMet.map { ouder in
            let naam = a.persoon.waarde?.huisgenoten.first { $0.dossier == ouder }?.naam
            return Koppeling("Naar het dossier van \(naam ?? "ouder of voogd")", "/dossier/\(ouder)")
        }
        plan = traject.map { DossierPlan($0, href: "/dossier/\(dossier)", vandaag: vandaag) }
        regeldag = a.regeldag.waarde.map { DossierRegeldag($0, href: "/dossier/\(dossier)", vandaag: vandaag) }
        verwijzingen = a.verwijzingen.waarde.map { DossierVerwijzingen($0, vandaag: vandaag) }
        tijdlijn = a.tijdlijn.waarde.map {
            DossierTijdlijn(
                $0, href: "/dossier/\(dossier)", gebruikers: gebruikers, huisgenoten: a.persoon.waarde?.huisgenootnamen ?? [:],
                vandaag: vandaag, soort: soort, na: na)
        }
        let mag = magVastleggen
        afspraken = a.afspraken.waarde.map { DossierAfspraken($0, href: "/dossier/\(dossier)", mag: mag, vandaag: vandaag) }
        let begeleider = traject.map { $0.begeleider.map { gebruikers[$0] ?? "Onbekend" } ?? "Nog niemand" }
        let magStoppen = magVastleggen
        let magBellen = a.veiligheid.magBellen
        gegevens = a.persoon.waarde.map {
            Self.gegevens($0, begeleider: begeleider, magStoppen: magStoppen, magBellen: magBellen)
        }
        huishouden = a.persoon.waarde.map { "/huishouden/\($0.huishouden)" }
        let samen = a.persoon.waarde?.samenvoegingen
        leidend = samen?.leidend.map { Koppeling("\($0.naam) (\($0.dossiernummer))", "/dossier/\($0.dossier)") }
        ookVan = (samen?.regels ?? []).filter { $0.actief && $0.leidend == dossier && $0.aanmelding == nil }
            .compactMap(\.ander).map { Koppeling($0.dossiernummer, "/dossier/\($0.dossier)") }
        heeftOokVan = !ookVan.isEmpty
        samenvoegen = rollen.contains(.teamleider) && a.persoon.waarde != nil ? "/dossier/\(dossier)/samenvoegen" : nil
        gezin = (a.persoon.waarde?.huisgenoten ?? []).map {
            Lid(naam: $0.naam, href: "/dossier/\($0.dossier)", rol: Self.rol($0.rol))
        }
        heeftGezin = !gezin.isEmpty
    }

    /// One notice for everything that is away.
    private static func weg(_ delen: [(isWeg: Bool, naam: String)]) -> Melding? {
        let namen = delen.filter(\.isWeg).map(\.naam)
        guard !namen.isEmpty else { return nil }
        return .even("Nu niet te zien: \(namen.joined(separator: ", ")). Dit deel is")
    }

    private static func rol(_ code: String) -> String {
        ["hoofd": "Hoofd van het gezin", "partner": "Partner", "kind": "Kind"][code] ?? "Woont ook hier"
    }

    /// A birth date as known: `1 januari 1990`, `1990`, `onbekend`.
    static func geboortedatum(_ tekst: String) -> String { Datum(tekst)?.tekst ?? tekst }

    /// How to talk with somebody, what is not certain, and the three facts with their reasons.
    private static func omgang(_ o: Persoonsgegevens.Omgang) -> [Gegevens.Regel] {
        var regels: [Gegevens.Regel] = []
        switch o.geletterd {
        case .nee: regels.append(.init("Lezen en schrijven", Label("Kan niet lezen en schrijven", .letOp)))
        case .ja: regels.append(.init("Lezen en schrijven", "Ja"))
        case .onbekend, nil: break
        }
        if let code = o.alfabetisering, code != "NVT" { regels.append(.init("Alfabetisering", code)) }
        if let kanaal = o.voorkeurskanaal { regels.append(.init("Liefst bereikbaar met", GegevensPagina.kanaalnaam(kanaal))) }
        if !o.inOnderzoek.isEmpty {
            let namen = ["naam": "naam", "geboorte": "geboorte", "nummers": "nummers", "adres": "adres"]
            regels.append(
                .init("In onderzoek (BRP)", Label(o.inOnderzoek.map { namen[$0] ?? $0 }.joined(separator: ", "), .letOp)))
        }
        regels += o.feiten.map { Gegevens.Regel(GegevensPagina.feitnaam($0.soort), GegevensPagina.feitzin($0)) }
        return regels
    }

    private static func gegevens(_ p: Persoonsgegevens, begeleider: String?, magStoppen: Bool, magBellen: Bool) -> Gegevens {
        var regels: [Gegevens.Regel] = [.init("Geboren", geboortedatum(p.geboortedatum))]
        if let begeleider { regels.append(.init("Begeleider", begeleider)) }
        if let telefoon = p.telefoon { regels.append(.init(magBellen ? "Telefoon" : "Telefoon (niet bellen)", telefoon)) }
        if p.geheimhouding, p.adres == nil { regels.append(.init("Adres", Label("Geheim adres", .fout))) }
        if let adres = p.adres { regels.append(.init(p.geheimhouding ? "Adres (geheim)" : "Adres", adres)) }
        regels.append(.init("Woont in", p.verblijfsvorm.naam))
        if let sinds = p.datumHuisvesting { regels.append(.init("Woont daar sinds", sinds.tekst)) }
        if let taal = p.leestaal { regels.append(.init("Leest", Dossierhoofd.taalnaam(taal))) }
        regels += p.omgang.map(omgang) ?? []
        if let bsn = p.bsn { regels.append(.init("BSN", bsn)) }
        if let nummer = p.vnummer { regels.append(.init("V-nummer", nummer)) }
        if magStoppen {
            let stand = p.uitwisselingGestopt == true ? "Gestopt" : "Toegestaan"
            regels.append(.init("Uitwisseling", stand, href: "/dossier/\(p.dossier)/uitwisseling"))
        }
        return Gegevens(regels)
    }
}

/// What must be done next with this person.
struct DossierStap: Sendable {
    let tekst: String
    let wanneer: Label?
    let contact: String

    init(_ traject: TrajectOverzicht, vandaag: Datum) {
        if let stap = traject.volgendeStap {
            tekst = stap.tekst
            wanneer = stap.op.map { op in
                Label(op.ten(opzichteVan: vandaag), op < vandaag ? .fout : vandaag.days(until: op) <= 2 ? .letOp : .info)
            }
        } else {
            tekst =
                traject.laatsteContact == nil
                ? "Leg het eerste contact." : "Er is geen volgende stap. Spreek die af bij het volgende contact."
            let eerste = traject.klok.first { $0.code == "eerste-contact" }?.datum
            wanneer =
                traject.laatsteContact == nil
                ? eerste.map { Label("uiterlijk \($0.ten(opzichteVan: vandaag))", $0 < vandaag ? .fout : .letOp) } : nil
        }
        contact =
            traject.laatsteContact.map { "Laatste contact: \($0.ten(opzichteVan: vandaag))." } ?? "Nog geen contact vastgelegd."
    }
}

/// The clock of the contract with the answer to "why this date".
struct DossierKlok: Sendable {
    let klok: Klok
    let waarom: [Waarom]

    struct Waarom: Sendable {
        let naam: String
        let datum: String
        let tekst: String
    }

    /// Nil without a clock of one's own, as for who waits.
    init?(_ datums: [TrajectOverzicht.KlokDatum], vandaag: Datum) {
        guard let start = datums.first(where: { $0.code == "start" }), let einde = datums.first(where: { $0.code == "einde" })
        else { return nil }
        let tussen = datums.filter { $0.code == "tussenrapportage" || $0.code == "overdracht" }
        klok = Klok(
            start: start.datum, einde: einde.datum, vandaag: vandaag, momenten: tussen.map { ($0.naam, $0.datum) })
        waarom = datums.sorted { $0.datum < $1.datum }.map {
            Waarom(naam: $0.naam, datum: $0.datum.tekst, tekst: $0.waarom)
        }
    }
}
