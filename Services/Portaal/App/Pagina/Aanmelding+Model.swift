// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One aanmelding: first what the first call needs, then why it waits, then everything else a decision needs.
struct AanmeldingPagina: PageModel {
    static let template = "aanmelding"
    let titel = "Aanmelding"
    let menu: String? = "/aanmeldingen"
    let kruimels = [Koppeling("Aanmeldingen", "/aanmeldingen")]
    let naam: String
    let onder: String
    let label: Label
    let tolk: Label
    let taal: String
    let melding: Melding?
    let fouten: Foutenlijst?
    let heeftRedenen: Bool
    let redenen: [String]
    let heeftDubbel: Bool
    let dubbel: [AanmeldingenPagina.Dubbel]
    /// Side by side with who it may be.
    let vergelijken: String?
    let eersteContact: Eerste
    let wie: Gegevens
    let wonen: Gegevens
    let opdracht: Gegevens
    let gemeente: Gegevens?
    let heeftGezin: Bool
    let gezin: [Lid]
    let beslissen: Beslissen?
    let terugzetten: Terugzetten?
    let nietTerug: String?
    let dossier: String?

    struct Eerste: Sendable {
        let label: Label
        let datum: String
        let waarom: String
    }

    struct Lid: Sendable {
        let naam: String
        let href: String
        let groep: String
        let label: Label
    }

    struct Beslissen: Sendable {
        let accepteren: String
        let afwijzen: String
        let versie: Int
        /// Nil when the contract has one team.
        let team: Kiesvak?
        let naarTeam: String
        let reden: Kiesvak
        let open: Bool
    }

    struct Terugzetten: Sendable {
        let actie: String
        let versie: Int
        let uitleg: String
    }

    /// - Parameter magOpenen: whether this user may open dossiers.
    init(_ a: Aanmeldingsbeeld, vandaag: Datum, magOpenen: Bool, geweigerd: Geweigerd? = nil) {
        let regel = a.regel
        naam = regel.naam
        let groep: Doelgroep? = regel.doelgroep
        let geboren = (try? OnvolledigeDatum(parsing: regel.geboortedatum))?.tekst ?? regel.geboortedatum
        onder = "\(groep?.naam ?? "Doelgroep onbekend"), geboren: \(geboren). Aangemeld op \(regel.ontvangenOp.tekst)."
        let wacht = regel.toestand == .inControle || regel.toestand == .ontvangen
        label = Label(wacht ? "Wacht op besluit" : regel.toestand.naam, AanmeldingenPagina.Rij.kleur(regel.toestand))
        let tolktaal = (a.talen.tolktaal ?? a.talen.spreektaal).map(Dossierhoofd.taalnaam)
        tolk =
            a.talen.tolkNodig
            ? Label(tolktaal.map { "Tolk nodig: \($0)" } ?? "Tolk nodig", .letOp) : Label("Geen tolk nodig", .goed)
        taal = Self.taal(a.talen)
        melding = geweigerd?.melding
        let form = geweigerd?.form ?? FormValues()
        fouten = Foutenlijst(form)
        redenen = regel.redenen.map(Aanmeldreden.zin)
        heeftRedenen = !redenen.isEmpty
        dubbel = regel.mogelijkDubbelMet.map { .init($0, magOpenen: magOpenen) }
        heeftDubbel = !dubbel.isEmpty
        vergelijken = dubbel.isEmpty ? nil : "/aanmelding/\(regel.aanmelding)/dubbel"
        eersteContact = Eerste(a, vandaag: vandaag)
        (wie, wonen, opdracht) = (Self.wie(a), Self.wonen(a.wonen), Self.opdracht(a.opdracht))
        gemeente = a.contactpersoon.flatMap(Self.gemeente)
        gezin = a.huisgenoten.map { Lid($0) }
        heeftGezin = !gezin.isEmpty
        beslissen = a.mag.beslissen ? Beslissen(a, form, open: form.error(of: "reden") != nil) : nil
        terugzetten = a.mag.terugzetten ? Terugzetten(regel) : nil
        nietTerug = a.mag.nietTerug
        dossier = magOpenen ? a.wie.dossier.map { "/dossier/\($0)" } : nil
    }

    private static func taal(_ talen: Aanmeldingsbeeld.Talen) -> String {
        let spreekt = talen.spreektaal.map { "Spreekt \(Dossierhoofd.taalnaam($0))" } ?? "Spreektaal onbekend"
        let leest = talen.leestaal.map { ", leest \(Dossierhoofd.taalnaam($0))" } ?? ""
        let geletterd = talen.geletterd == false ? ". Leest en schrijft niet: bel, schrijf geen brief" : ""
        return "\(spreekt)\(leest)\(geletterd)."
    }

    private static func wie(_ a: Aanmeldingsbeeld) -> Gegevens {
        var regels: [Gegevens.Regel] = []
        if let nummer = a.wie.dossiernummer { regels.append(.init("Dossier", nummer)) }
        regels.append(.init("BSN", a.wie.bsn ?? "Niet bekend"))
        regels.append(.init("V-nummer", a.wie.vnummer ?? "Niet bekend"))
        regels.append(.init("Telefoon", a.wie.telefoon ?? "Niet bekend"))
        let plicht = [Feit.ja: "Ja", .nee: "Nee"][a.wie.inburgeringsplichtig] ?? "Niet bekend"
        regels.append(.init("Inburgeringsplichtig", plicht))
        return Gegevens(regels)
    }

    private static func wonen(_ w: Aanmeldingsbeeld.Wonen) -> Gegevens {
        var regels: [Gegevens.Regel] = [.init("Woont in", w.verblijfsvorm.naam)]
        if w.geheimhouding, w.adres == nil { regels.append(.init("Adres", Label("Geheim adres", .fout))) }
        if let adres = w.adres { regels.append(.init(w.geheimhouding ? "Adres (geheim)" : "Adres", adres)) }
        if let dag = w.datumKoppeling { regels.append(.init("Gekoppeld aan de gemeente", dag.tekst)) }
        regels.append(.init("In de woning", w.datumHuisvesting?.tekst ?? "Nog niet bekend"))
        return Gegevens(regels)
    }

    private static func opdracht(_ o: Aanmeldingsbeeld.Opdrachtbeeld) -> Gegevens {
        let tot = o.tot.map { " tot en met \($0.tekst)" } ?? ""
        var regels: [Gegevens.Regel] = [
            .init("Opdracht", o.id), .init("Gemeente", o.gemeentenaam), .init("Geldt", "vanaf \(o.van.tekst)\(tot)"),
        ]
        if !o.geldtVandaag { regels.append(.init("Vandaag", Label("Geldt vandaag niet", .fout))) }
        if !o.kentDoelgroep { regels.append(.init("Doelgroep", Label("Staat niet in de opdracht", .letOp))) }
        regels.append(.init("Eigen traject", o.eigenTraject ? "Ja" : "Nee, gaat mee met ouder of voogd"))
        regels.append(.init("Te factureren", o.factureerbaar ? "Ja" : "Nee"))
        return Gegevens(regels)
    }

    private static func gemeente(_ c: Aanmeldingsbeeld.Contactpersoon) -> Gegevens? {
        let regels = [("Naam", c.naam), ("Telefoon", c.telefoon), ("E-mail", c.email)].compactMap { naam, waarde in
            waarde.map { Gegevens.Regel(naam, $0) }
        }
        return regels.isEmpty ? nil : Gegevens(regels)
    }
}

extension AanmeldingPagina.Eerste {
    init(_ a: Aanmeldingsbeeld, vandaag: Datum) {
        let dag = a.eersteContact.uiterlijk
        let accepted = a.regel.toestand == .geaccepteerd
        datum = accepted ? "Uiterlijk \(dag.tekst)" : "Als u vandaag accepteert: uiterlijk \(dag.tekst)"
        label = Label(
            dag.ten(opzichteVan: vandaag), dag < vandaag ? .fout : vandaag.days(until: dag) <= 3 ? .letOp : .gewoon)
        waarom = a.eersteContact.waarom
    }
}

extension AanmeldingPagina.Lid {
    init(_ lid: Aanmeldingsbeeld.Huisgenoot) {
        naam = lid.naam
        href = "/aanmelding/\(lid.aanmelding)"
        groep = lid.doelgroep?.naam ?? "Doelgroep onbekend"
        let wacht = lid.toestand == .inControle || lid.toestand == .ontvangen
        label = Label(wacht ? "Wacht op besluit" : lid.toestand.naam, AanmeldingenPagina.Rij.kleur(lid.toestand))
    }
}

extension AanmeldingPagina.Beslissen {
    init(_ a: Aanmeldingsbeeld, _ form: FormValues, open: Bool) {
        let pad = "/aanmelding/\(a.regel.aanmelding)"
        (accepteren, afwijzen, versie, self.open) = ("\(pad)/accepteren", "\(pad)/afwijzen", a.regel.versie, open)
        var keuze = form
        if keuze.text("team").isEmpty { keuze.set("team", a.team.description) }
        team =
            a.teams.count > 1
            ? Kiesvak("team", "Welk team?", keuze, a.teams.map { Optie($0.id.description, $0.naam) }, leeg: nil) : nil
        naarTeam = a.teams.first { $0.id == a.team }?.naam ?? a.teams.first?.naam ?? ""
        reden = Kiesvak(
            "reden", "Waarom wijst u af?", form, Aanmeldreden.afwijzing, hulp: "De gemeente ziet deze reden.")
    }
}

extension AanmeldingPagina.Terugzetten {
    init(_ regel: Aanmeldingsregel) {
        (actie, versie) = ("/aanmelding/\(regel.aanmelding)/terugzetten", regel.versie)
        uitleg =
            regel.toestand == .geaccepteerd
            ? "Er is nog niets gedaan met deze persoon. U kunt het besluit terugdraaien: het traject stopt en de aanmelding wacht weer."
            : "U kunt de afwijzing terugdraaien. De aanmelding wacht dan weer op een besluit en de gemeente ziet dat."
    }
}
