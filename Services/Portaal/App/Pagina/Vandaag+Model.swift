// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The first page after signing in: what must be done, in which order and why.
struct VandaagPagina: PageModel {
    static let template = "vandaag"
    let titel = "Vandaag"
    let menu: String? = "/"
    let groet: String
    let datum: String
    let samenvatting: String?
    let groepen: [Groep]
    let leeg: Leeg?
    let weg: Melding?
    let bladeren: Bladeren?
    /// Referrals that ask something of the worker.
    let heeftVerwijzingen: Bool
    let verwijzingen: [VerwijzingenPagina.Rij]
    /// Who read in an emergency, for the aandachtsfunctionaris to look at.
    let nood: Koppeling?
    /// What the directory asks of who keeps it.
    let kaart: Koppeling?
    let heeftWerk: Bool
    let werk: [Werk]

    /// What waits for a beheerder.
    struct Beheerwerk: Sendable {
        /// What did not arrive at a gemeente; nil when intake is away.
        var onbezorgd: OnbezorgdAantal.Answer?
        /// How many notifications to partners wait.
        var partners = 0
        /// Teams without an aandachtsfunctionaris.
        var zonderToezicht: [String] = []
    }

    /// Points that belong to one moment.
    struct Groep: Sendable {
        let id: String
        let titel: String
        let aantal: Int
        let punten: [Punt]
    }

    struct Punt: Sendable {
        let naam: String
        let href: String
        let tekst: String
        let waarom: String
        let label: Label?
        /// For a first call: the language, and whether an interpreter must be there.
        let taal: Label?
        /// Where the work stands in another dossier of the same person.
        let uit: String?
        /// The act that settles it.
        let actie: Koppeling
    }

    /// A page of this role, with what one does there.
    struct Werk: Sendable {
        let naam: String
        let href: String
        let uitleg: String
        /// How much waits there for this user.
        var label: Label?
    }

    /// - Parameters:
    ///   - punten: nil for a role that guides nobody.
    ///   - namen: what the dossiers are called; empty when intake is away.
    ///   - beheer: nil for who is no beheerder.
    init(
        _ gebruiker: Aangemeld, vandaag: Datum, punten: Deelvraag<Page<Aandachtspunt>>?, namen: [DossierID: String] = [:],
        na: String? = nil, beheer: Beheerwerk? = nil, verwijzingen: Deelvraag<Page<Verwijzingsregel>>? = nil,
        kaart: KaartWerk.Answer? = nil,
        eigen: Page<Partnervermelding>? = nil, nood: Koppeling? = nil
    ) {
        self.nood = nood
        self.kaart =
            kaart.flatMap(KaartControlePagina.zin).map { Koppeling($0, "/sociale-kaart/controle") }
            ?? eigen.flatMap { Self.eigen($0, vandaag: vandaag) }
        groet = "Dag \(gebruiker.naam.split(separator: " ").first.map(String.init) ?? "")"
        datum = vandaag.voluit
        let rijen = punten?.waarde?.rows ?? []
        groepen = Self.groepen(rijen, vandaag: vandaag, namen: namen)
        samenvatting = rijen.isEmpty ? nil : Self.samenvatting(rijen, vandaag: vandaag, meer: punten?.waarde?.next != nil)
        weg = punten?.isWeg == true ? .even("Uw werklijst is") : nil
        leeg =
            punten?.waarde != nil && rijen.isEmpty
            ? Leeg(
                "Niets dat nu moet", "U bent bij. Een goed moment om iemand te bellen die u lang niet sprak.",
                actie: Koppeling("Naar uw mensen", "/mensen")) : nil
        bladeren = punten?.waarde.flatMap { pagina in
            pagina.next == nil && na == nil
                ? nil
                : Bladeren(
                    "\(rijen.count) \(rijen.count == 1 ? "punt" : "punten") op deze bladzijde", vorige: na == nil ? nil : "/",
                    volgende: pagina.next.map { Adres.van("/", [("na", $0)]) })
        }
        self.verwijzingen = (verwijzingen?.waarde?.rows ?? []).map {
            VerwijzingenPagina.Rij($0, naam: namen[$0.dossier], vandaag: vandaag)
        }
        heeftVerwijzingen = !self.verwijzingen.isEmpty
        // Who has a list of work finds other pages in the menu; what waits for a beheerder stands nowhere else.
        werk =
            punten == nil
            ? Self.werk(Menu.van(gebruiker.rollen), beheer)
            : beheer.map { Self.werk(Menu.punten.filter { $0.rollen == [.beheerder] }, $0) } ?? []
        heeftWerk = !werk.isEmpty
    }

    /// For a partner: the entries that wait for its answer, and how many of them nobody finds any more.
    private static func eigen(_ pagina: Page<Partnervermelding>, vandaag: Datum) -> Koppeling? {
        let (wacht, meer) = (pagina.wacht ?? 0, pagina.next == nil ? "" : " of meer")
        guard wacht > 0 else { return nil }
        let weg = pagina.rows.count { $0.gecontroleerdOp.map { $0.days(until: vandaag) > 365 } ?? true }
        let eerst =
            wacht == 1
            ? "1 vermelding wacht op uw antwoord."
            : "\(KaartControlePagina.telling(wacht)) vermeldingen wachten op uw antwoord."
        let dan = weg == 0 ? "" : weg == 1 ? " 1 is niet meer openbaar." : " \(weg)\(meer) zijn niet meer openbaar."
        return Koppeling(eerst + dan, "/partner/kaart")
    }

    private static func groepen(_ rijen: [Aandachtspunt], vandaag: Datum, namen: [DossierID: String]) -> [Groep] {
        let moment: (Aandachtspunt) -> Int = { punt in
            guard let op = punt.uiterlijkOp else { return 3 }
            let dagen = vandaag.days(until: op)
            return dagen < 0 ? 0 : dagen == 0 ? 1 : dagen <= 7 ? 2 : 3
        }
        let titels = [("te-laat", "Te laat"), ("vandaag", "Vandaag"), ("week", "Komende 7 dagen"), ("later", "Later")]
        return titels.enumerated().compactMap { nummer, titel in
            let punten = rijen.filter { moment($0) == nummer }.map { Punt($0, vandaag: vandaag, naam: namen[$0.dossier]) }
            return punten.isEmpty ? nil : Groep(id: titel.0, titel: titel.1, aantal: punten.count, punten: punten)
        }
    }

    private static func samenvatting(_ rijen: [Aandachtspunt], vandaag: Datum, meer: Bool) -> String {
        let mensen = Set(rijen.map(\.dossier)).count
        let laat = rijen.count { ($0.uiterlijkOp ?? vandaag) < vandaag }
        let begin = "\(meer ? "Ten minste " : "")\(rijen.count) \(rijen.count == 1 ? "ding" : "dingen") te doen"
        let bij = "bij \(mensen) \(mensen == 1 ? "persoon" : "mensen")"
        return "\(begin) \(bij)\(laat > 0 ? ", waarvan \(laat) te laat" : "")."
    }

    private static func berichten(_ aantal: OnbezorgdAantal.Answer?, _ partners: Int) -> String {
        let aanPartners = partners == 1 ? "1 melding aan partners wacht" : "\(partners) meldingen aan partners wachten"
        let vast = vasteBestanden(aantal).map { " \($0), zonder antwoord." } ?? ""
        return aanGemeenten(aantal) + (partners == 0 ? "" : " \(aanPartners) op u.") + vast
    }

    private static func vasteBestanden(_ aantal: OnbezorgdAantal.Answer?) -> String? {
        let vast = aantal?.vasteBestanden?.count ?? 0
        return vast == 0 ? nil : vast == 1 ? "1 bestand zit vast" : "\(vast) bestanden zitten vast"
    }

    private static func aanGemeenten(_ aantal: OnbezorgdAantal.Answer?) -> String {
        guard let aantal else { return "Zie welke berichten aan gemeenten niet zijn aangekomen." }
        return switch (aantal.voorMens, aantal.wordtHerhaald) {
        case (0, 0): "Alle berichten aan gemeenten zijn aangekomen."
        case (0, let n): "\(n) \(n == 1 ? "bericht wordt" : "berichten worden") opnieuw geprobeerd."
        case (let n, _): "\(n) \(n == 1 ? "bericht" : "berichten") aan gemeenten \(n == 1 ? "wacht" : "wachten") op u."
        }
    }

    private static func werk(
        _ paginas: [Menu.Punt], _ beheer: Beheerwerk?
    ) -> [Werk] {
        let (onbezorgd, partners) = (beheer?.onbezorgd, beheer?.partners ?? 0)
        let wachtend = (onbezorgd?.voorMens ?? 0) + partners
        var labels: [String: Label] = [:]
        let teDoen = [wachtend > 0 ? "\(wachtend) niet bezorgd" : nil, vasteBestanden(onbezorgd)].compactMap(\.self)
        if !teDoen.isEmpty { labels["/berichten"] = Label(teDoen.joined(separator: ", "), .letOp) }
        if beheer?.zonderToezicht.isEmpty == false { labels["/gebruikers"] = Label("Team zonder toezicht", .letOp) }
        let uitleg = [
            "/agenda": "Zie wat er gepland staat.",
            "/spreekuur": "Leg een heel spreekuur vast op één pagina.",
            "/mensen": "Zoek iemand op en open het dossier.",
            "/aanmeldingen": "Beoordeel aanmeldingen die op een mens wachten.",
            "/verdelen": "Geef nieuwe mensen een begeleider.",
            "/contracteinde": "Bekijk welke trajecten lopen als de opdracht eindigt.",
            "/meldcode": "Lees en schrijf in de zaken waarin u genoemd bent.",
            "/partner": "Lees de verwijzingen aan uw organisatie en antwoord erop.",
            "/partner/kaart": "Houd bij hoe uw organisatie op de sociale kaart staat, en of er plek is.",
            "/sociale-kaart": "Zoek hulp in de stad.",
            "/reiskosten": "Beslis over voorschotten, betaal en reken af.",
            "/rapporten": "Lees of stel de rapporten vast.",
            "/gemeente": "Bekijk de cijfers, met de rijen erachter.",
            "/instroom": "Bekijk wie er komt en of er genoeg plaatsen zijn.",
            "/uitwisselingsstoppen": "Bekijk over wie niets naar buiten gaat, en waarom.",
            "/gebruikers": "Geef mensen toegang.",
            "/berichten": Self.berichten(onbezorgd, partners),
            "/beheer": "Kijk of alles werkt.",
        ]
        return paginas.filter { $0.href != "/" }.map {
            Werk(naam: $0.naam, href: $0.href, uitleg: uitleg[$0.href] ?? "", label: labels[$0.href])
        }
    }
}

extension VandaagPagina.Punt {
    init(_ punt: Aandachtspunt, vandaag: Datum, naam: String?) {
        self.naam = naam ?? "Dossier openen"
        href = "/dossier/\(punt.dossier)"
        (tekst, waarom) = (punt.tekst, punt.waarom)
        taal = Self.taal(punt)
        uit = punt.uitDossiernummer.map { "Uit samengevoegd dossier \($0)" }
        label = punt.uiterlijkOp.map { op in
            let dagen = vandaag.days(until: op)
            return Label(
                op.ten(opzichteVan: vandaag), dagen < 0 ? .fout : dagen <= 2 ? .letOp : .gewoon)
        }
        actie =
            switch punt.soort {
            case "afspraak-vastleggen" where punt.afspraak != nil:
                Koppeling("Contact vastleggen", "\(href)/contact?afspraak=\(punt.afspraak?.description ?? "")")
            case "tolk-regelen" where punt.afspraak != nil:
                Koppeling("Naar de afspraak", "\(href)/afspraak/\(punt.afspraak?.description ?? "")")
            case "plan-actie", "plan-bespreken": Koppeling("Naar het plan", "\(href)/plan")
            case "opvolging": Koppeling("Bekijken", "\(href)/signalen")
            case "meting": Koppeling("Naar de metingen", "\(href)/metingen")
            case "pauze": Koppeling("Naar de klok", "\(href)/klok")
            case "tweede-start", "achttien": Koppeling("Naar de gegevens", "\(href)/gegevens")
            case "wacht-op-ouder": Koppeling("Naar het dossier", href)
            case "regelzaak-termijn", "regelzaak-controle", "regelzaak-bezwaar": Koppeling("Naar de regeldag", "\(href)/regeldag")
            case "tussenrapportage": Koppeling("Naar de rapporten", "/rapporten")
            case "einde-nadert": Koppeling("Naar de klok", "\(href)/klok")
            default: Koppeling("Contact vastleggen", "\(href)/contact")
            }
    }

    private static func taal(_ punt: Aandachtspunt) -> Label? {
        guard let tolkNodig = punt.tolkNodig else { return nil }
        let taal = punt.spreektaal.map(Dossierhoofd.taalnaam)
        if tolkNodig { return Label(taal.map { "Tolk nodig: \($0)" } ?? "Tolk nodig", .letOp) }
        return taal.map { Label("Spreekt \($0), geen tolk nodig", .goed) }
    }
}
