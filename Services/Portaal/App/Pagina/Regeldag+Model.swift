// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The regeldag board of a household: what can be done now, what waits, what is arranged.
struct RegeldagPagina: PageModel {
    static let template = "regeldag"
    let titel = "Regeldag"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let weg: Melding?
    let leeg: Leeg?
    let stand: String?
    let deel: Int
    let sjabloon: String?
    let groepen: [Groep]

    struct Groep: Sendable {
        let id: String
        let titel: String
        let aantal: Int
        let uitleg: String
        /// Folded away: what is done needs no attention.
        let dicht: Bool
        let zaken: [Zaak]
    }

    struct Zaak: Sendable {
        let id: String
        let naam: String
        /// Whose step it is.
        let wie: String
        let kleur: String
        let toestand: Label
        let termijn: Label?
        let wachtOp: String?
        let letOp: String?
        let waarom: String?
        let gevolg: String?
        let heeftMeenemen: Bool
        let meenemen: [String]
        let actie: String
        let versie: Int
        let magWijzigen: Bool
        let stappen: [Stap]
        let anders: [Stap]
        let heeftAnders: Bool
    }

    struct Stap: Sendable {
        let waarde: String
        let naam: String
    }

    /// - Parameter namen: what the members of the household are called.
    init(
        _ hoofd: Dossierhoofd, _ bord: Deelvraag<Regeldagbord>, namen: [DossierID: String], rollen: Set<Role>, vandaag: Datum
    ) {
        (self.hoofd, kruimels, href) = (hoofd, hoofd.kruimels, "\(hoofd.href)/regeldag")
        weg = bord.isWeg ? .even("De regeldag is") : nil
        let zaken = bord.waarde?.zaken ?? []
        leeg =
            !bord.isWeg && zaken.isEmpty
            ? Leeg("Nog geen regeldag", "Het bord komt vanzelf zodra het traject is gestart.") : nil
        let telt = zaken.filter { $0.toestand != .nietVanToepassing }
        let gereed = telt.count { $0.toestand == .toegekend }
        stand = zaken.isEmpty ? nil : "\(gereed) van \(telt.count) geregeld"
        deel = telt.isEmpty ? 0 : gereed * 100 / telt.count
        sjabloon = bord.waarde.map { "Lijst \($0.sjabloon), versie van \($0.sjabloonVan.tekst)." }
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        let pad = href
        let maak = { (zaak: Regeldagbord.Regelzaak) in
            Zaak(zaak, wie: zaak.dossier.map { namen[$0] ?? "Gezinslid" } ?? "Hele gezin", pad: pad, mag: mag, vandaag: vandaag)
        }
        groepen = Soort.allCases.compactMap { soort in
            let eigen = Self.opVolgorde(zaken.filter { Soort($0) == soort }).map(maak)
            return eigen.isEmpty
                ? nil
                : Groep(
                    id: soort.rawValue, titel: soort.titel, aantal: eigen.count, uitleg: soort.uitleg, dicht: soort == .klaar,
                    zaken: eigen)
        }
    }

    /// Where a step stands on the page.
    enum Soort: String, CaseIterable, Sendable {
        case nu, loopt, wacht, klaar

        init(_ zaak: Regeldagbord.Regelzaak) {
            self =
                switch zaak.toestand {
                case .open: zaak.wachtOp.isEmpty ? .nu : .wacht
                case .afgewezen: .nu
                case .aangevraagd, .bezwaar: .loopt
                case .toegekend, .nietVanToepassing: .klaar
                }
        }

        var titel: String {
            switch self {
            case .nu: "Nu te doen"
            case .loopt: "Aangevraagd"
            case .wacht: "Wacht op iets anders"
            case .klaar: "Klaar"
            }
        }
        var uitleg: String {
            switch self {
            case .nu: "De kortste termijn staat bovenaan."
            case .loopt: "Wacht op een besluit of antwoord."
            case .wacht: "Hier moet eerst iets anders voor geregeld zijn."
            case .klaar: "Geregeld of niet van toepassing."
            }
        }
    }

    /// By deadline, the shortest first; without one after those, by name.
    static func opVolgorde(_ zaken: [Regeldagbord.Regelzaak]) -> [Regeldagbord.Regelzaak] {
        zaken.sorted { links, rechts in
            switch (links.uiterlijkOp, rechts.uiterlijkOp) {
            case (let l?, let r?) where l != r: l < r
            case (.some, .none): true
            case (.none, .some): false
            default: links.naam < rechts.naam
            }
        }
    }

    /// The deadline as a label; nil when there is none or it no longer matters.
    static func termijn(_ zaak: Regeldagbord.Regelzaak, vandaag: Datum) -> Label? {
        guard let op = zaak.uiterlijkOp, [.open, .aangevraagd, .afgewezen, .bezwaar].contains(zaak.toestand) else { return nil }
        let over = vandaag.days(until: op)
        return Label(
            over < 0 ? "te laat, \(op.kort)" : "uiterlijk \(op.ten(opzichteVan: vandaag))",
            over < 0 ? .fout : over <= 7 ? .letOp : .gewoon)
    }
}

extension RegeldagPagina.Zaak {
    init(_ zaak: Regeldagbord.Regelzaak, wie: String, pad: String, mag: Bool, vandaag: Datum) {
        (id, naam, self.wie) = ("zaak-\(zaak.regelzaak)", zaak.naam, wie)
        termijn = RegeldagPagina.termijn(zaak, vandaag: vandaag)
        toestand = zaak.toestand.label
        kleur = zaak.toestand == .open ? termijn?.kleur ?? "gewoon" : toestand.kleur
        wachtOp = zaak.wachtOp.isEmpty ? nil : "Eerst: \(zaak.wachtOp.joined(separator: ", "))."
        letOp = zaak.letOp
        waarom = zaak.waarom.isEmpty ? nil : zaak.waarom
        gevolg = zaak.gevolg.isEmpty ? nil : zaak.gevolg
        (meenemen, heeftMeenemen) = (zaak.meenemen, !zaak.meenemen.isEmpty)
        (actie, versie, magWijzigen) = ("\(pad)/\(zaak.regelzaak)", zaak.versie, mag)
        let (eerst, daarna) = Self.keuzes(zaak)
        (stappen, anders) = (eerst.map { .init($0, van: zaak.toestand) }, daarna.map { .init($0, van: zaak.toestand) })
        heeftAnders = !anders.isEmpty
    }

    /// Which states are offered at once, and which under "Anders". begeleiding decides; this only saves a refused click.
    private static func keuzes(_ zaak: Regeldagbord.Regelzaak) -> ([RegelzaakToestand], [RegelzaakToestand]) {
        switch zaak.toestand {
        case .open: zaak.wachtOp.isEmpty ? ([.aangevraagd, .toegekend], [.nietVanToepassing]) : ([], [.nietVanToepassing])
        case .aangevraagd: ([.toegekend, .afgewezen], [.nietVanToepassing, .open])
        case .afgewezen: ([.bezwaar, .aangevraagd], [.nietVanToepassing, .open])
        case .bezwaar: ([.toegekend, .afgewezen], [.open])
        case .toegekend: ([], [.open, .aangevraagd, .bezwaar])
        case .nietVanToepassing: ([], [.open])
        }
    }
}

extension RegeldagPagina.Stap {
    init(_ toestand: RegelzaakToestand, van: RegelzaakToestand) {
        waarde = toestand.rawValue
        naam =
            switch toestand {
            case .open: "Zet terug op open"
            case .aangevraagd: van == .afgewezen ? "Opnieuw aangevraagd" : "Aangevraagd"
            case .toegekend: "Geregeld"
            case .afgewezen: "Afgewezen"
            case .bezwaar: "Bezwaar gemaakt"
            case .nietVanToepassing: "Niet van toepassing"
            }
    }
}

extension RegelzaakToestand {
    var label: Label {
        switch self {
        case .open, .nietVanToepassing: Label(naam, .leeg)
        case .aangevraagd: Label(naam, .info)
        case .toegekend: Label(naam, .goed)
        case .afgewezen: Label(naam, .fout)
        case .bezwaar: Label(naam, .letOp)
        }
    }
}
