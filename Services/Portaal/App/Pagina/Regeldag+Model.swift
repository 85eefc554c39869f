// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The regeldag board of a household: what can be done now, what waits, what is arranged; the appointments of the day.
struct RegeldagPagina: PageModel {
    static let template = "regeldag"
    let titel = "Regeldag"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let ongedaan: Ongedaan?
    let weg: Melding?
    let leeg: Leeg?
    let stand: String?
    let deel: Int
    let sjabloon: String?
    let nieuwer: Nieuwer?
    let dagen: Melding?
    let afspraken: RegeldagAfsprakenDeel?
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

    /// A newer list of steps.
    struct Nieuwer: Sendable {
        let zin: String
        let stappen: [String]
        let actie: String
        let naar: String
        let knop: String?
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
        let heeftWeten: Bool
        /// What hangs on somebody's age, and how it stands.
        let weten: [String]
        let heeftWaarom: Bool
        let waarom: [Waarom]
        let gevolg: String?
        let heeftMeenemen: Bool
        let meenemen: [String]
        let actie: String
        let versie: Int
        let magWijzigen: Bool
        let stappen: [Stap]
        /// The page of this step.
        let meer: String
        let meerNaam: String
    }

    /// One date with its reason.
    struct Waarom: Sendable {
        let naam: String
        let tekst: String
    }

    struct Stap: Sendable {
        let waarde: String
        let naam: String
    }

    /// What the page is made from.
    struct Antwoorden: Sendable {
        var bord: Deelvraag<Regeldagbord>
        var afspraken: Deelvraag<[RegeldagAfspraak]>
        /// What the members of the household are called.
        var namen: [DossierID: String] = [:]
        /// As known; who is not here has an unknown one.
        var geboren: [DossierID: OnvolledigeDatum] = [:]
        /// Whom a step of the household is about.
        var volwassenen: [DossierID] = []
        /// The step that was changed a moment ago: it can be taken back.
        var laatst: RegelzaakID?
    }

    init(_ hoofd: Dossierhoofd, _ a: Antwoorden, rollen: Set<Role>, vandaag: Datum) {
        (self.hoofd, kruimels, href) = (hoofd, hoofd.kruimels, "\(hoofd.href)/regeldag")
        let bord = a.bord
        weg = bord.isWeg ? .even("De regeldag is") : nil
        let zaken = bord.waarde?.zaken ?? []
        leeg =
            !bord.isWeg && zaken.isEmpty
            ? Leeg("Nog geen regeldag", "Het bord komt vanzelf zodra het traject is gestart.") : nil
        let telt = zaken.filter { $0.toestand != .nietVanToepassing }
        let gereed = telt.count { $0.toestand == .toegekend }
        stand = zaken.isEmpty ? nil : "\(gereed) van \(telt.count) geregeld"
        deel = telt.isEmpty ? 0 : gereed * 100 / telt.count
        sjabloon = bord.waarde.map { "Dit bord volgt de lijst \($0.sjabloon) van \($0.sjabloonVan.tekst)." }
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        nieuwer = bord.waarde?.nieuwer.map { Nieuwer($0, href: hoofd.href, mag: mag) }
        dagen = Self.dagen(bord.waarde?.ontbrekendeDagen ?? [], a.namen, href: hoofd.href, mag: mag)
        ongedaan = a.laatst.flatMap { id in zaken.first { $0.regelzaak == id } }.flatMap { zaak in
            mag
                ? Ongedaan(
                    "\(zaak.naam) staat op “\(zaak.toestand.naam)”.",
                    actie: "\(hoofd.href)/regelzaak/\(zaak.regelzaak)/terugdraaien",
                    velden: [VerborgenVeld("versie", String(zaak.versie))]) : nil
        }
        afspraken = RegeldagAfsprakenDeel(a.afspraken, namen: a.namen, href: hoofd.href, mag: mag, vandaag: vandaag)
        let wie = { (zaak: Regeldagbord.Regelzaak) in zaak.dossier.map { a.namen[$0] ?? "Gezinslid" } ?? "Hele gezin" }
        let maak = { (zaak: Regeldagbord.Regelzaak) in
            Zaak(
                zaak, wie: wie(zaak), leeftijd: Self.leeftijd(zaak, a, vandaag: vandaag), dossier: hoofd.href, mag: mag,
                vandaag: vandaag)
        }
        groepen = Soort.allCases.compactMap { soort in
            let eigen = Regeldagbord.opVolgorde(zaken.filter { Soort($0) == soort }).map(maak)
            return eigen.isEmpty
                ? nil
                : Groep(
                    id: soort.rawValue, titel: soort.titel, aantal: eigen.count, uitleg: soort.uitleg, dicht: soort == .klaar,
                    zaken: eigen)
        }
    }

    private static func dagen(
        _ dagen: [Regeldagbord.OntbrekendeDag], _ namen: [DossierID: String], href: String, mag: Bool
    ) -> Melding? {
        // The bill of the gemeente and day care come later, or never.
        let nodig = dagen.filter { ![.aanslag, .startOpvang, .startBijstand].contains($0.anker) }
        guard mag, !nodig.isEmpty else { return nil }
        let namen = nodig.map { dag in "\(dag.anker.naam)\(namen[dag.dossier].map { " (\($0))" } ?? "")" }
        return Melding(
            .info, "Niet bekend: \(namen.prefix(4).joined(separator: ", "))\(namen.count > 4 ? " en meer" : "").",
            titel: "Sommige stappen hebben nog geen datum", link: Koppeling("Vul de dagen in", "\(href)/regeldagdagen"))
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

    /// The deadline as a label; nil when there is none or it no longer matters.
    static func termijn(_ zaak: Regeldagbord.Regelzaak, vandaag: Datum) -> Label? {
        if zaak.toestand == .afgewezen, let tot = zaak.bezwaarTot {
            let over = vandaag.days(until: tot)
            return Label(
                over < 0 ? "bezwaar kon tot \(tot.kort)" : "bezwaar tot en met \(tot.kort)", over < 0 ? .fout : .letOp)
        }
        guard [.open, .aangevraagd, .afgewezen, .bezwaar].contains(zaak.toestand) else { return nil }
        return termijn(zaak.uiterlijkOp, vandaag: vandaag)
    }

    /// The last day of what is not done.
    static func termijn(_ uiterlijkOp: Datum?, vandaag: Datum) -> Label? {
        guard let op = uiterlijkOp else { return nil }
        let over = vandaag.days(until: op)
        return Label(
            over < 0 ? "te laat, \(op.kort)" : "uiterlijk \(op.ten(opzichteVan: vandaag))",
            over < 0 ? .fout : over <= 7 ? .letOp : .gewoon)
    }

    /// Every date of a step with its reason.
    static func waaroms(_ zaak: Regeldagbord.Regelzaak) -> [Waarom] {
        var lijst: [Waarom] = []
        if !zaak.waarom.isEmpty {
            lijst.append(Waarom(naam: zaak.uiterlijkOp.map { "Uiterlijk \($0.tekst)" } ?? "Nog geen datum", tekst: zaak.waarom))
        }
        func voeg(_ naam: String, _ dag: Datum?, _ waarom: String?) {
            if let dag, let waarom { lijst.append(Waarom(naam: "\(naam) \(dag.tekst)", tekst: waarom)) }
        }
        voeg("Niet eerder dan", zaak.vanaf, zaak.vanafWaarom)
        voeg("Kijk weer op", zaak.controleOp, zaak.controleWaarom)
        voeg("Bezwaar tot en met", zaak.bezwaarTot, zaak.bezwaarWaarom)
        return lijst
    }

    /// What hangs on age, for the person of the step; for a step of the household for everybody whose age is known to be
    /// asked. Says so when a birth date is not whole.
    static func leeftijd(_ zaak: Regeldagbord.Regelzaak, _ a: Antwoorden, vandaag: Datum) -> [String] {
        guard let grenzen = zaak.leeftijden, ![.toegekend, .nietVanToepassing].contains(zaak.toestand) else { return [] }
        let op = zaak.leeftijdOp ?? vandaag
        let wie = zaak.dossier.map { [$0] } ?? a.volwassenen
        return wie.flatMap { dossier -> [String] in
            let (geboren, naam) = (a.geboren[dossier] ?? .onbekend, a.namen[dossier] ?? "Dit gezinslid")
            return grenzen.compactMap { $0.opmerking(geboren, op: op, wie: naam) }
        }
    }
}

extension RegeldagPagina.Nieuwer {
    fileprivate init(_ nieuwer: Regeldagbord.Nieuwer, href: String, mag: Bool) {
        let aantal = nieuwer.stappen.count
        zin =
            "Er is een nieuwere lijst, van \(nieuwer.versie.tekst). Daarop \(aantal == 1 ? "staat 1 nieuwe stap" : "staan \(aantal) nieuwe stappen"). Dit bord houdt zijn eigen lijst tot iemand het aanvult."
        stappen = nieuwer.stappen
        (actie, naar) = ("\(href)/regeldagbord/aanvullen", nieuwer.versie.description)
        knop = mag ? "Aanvullen met de nieuwe stappen" : nil
    }
}
