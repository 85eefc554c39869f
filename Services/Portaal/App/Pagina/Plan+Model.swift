// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The plan van aanpak: how it stands with the client's agreement, and the goals per leefgebied with who does what and when.
struct PlanPagina: PageModel {
    static let template = "plan"
    let titel = "Plan"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let weg: Melding?
    let fouten: Foutenlijst?
    let stand: Planstand?
    let ouder: Koppeling?
    let gebieden: [Gebied]
    let leeg: Leeg?
    let vervallen: [Plandoelkaart]
    let heeftVervallen: Bool
    let nieuw: Nieuw?
    let bibliotheek: [Voorbeelden]
    let heeftBibliotheek: Bool

    struct Gebied: Sendable {
        let naam: String
        let doelen: [Plandoelkaart]
    }
    struct Nieuw: Sendable {
        let voor: Kiesvak?
        let leefgebied: Kiesvak
        let tekst: Tekstvlak
        let woorden: Tekstvlak
        let streefdatum: Veld
    }
    struct Voorbeelden: Sendable {
        let naam: String
        let code: String
        let zinnen: [String]
    }

    init(
        _ hoofd: Dossierhoofd, _ deel: Deelvraag<Planoverzicht>, bibliotheek zinnen: [DoelenBibliotheek.Zin], _ form: FormValues,
        namen: [DossierID: String] = [:], gebruikers: [GebruikerID: String] = [:], rollen: Set<Role>, vandaag: Datum
    ) {
        (self.hoofd, kruimels, href) = (hoofd, hoofd.kruimels, "\(hoofd.href)/plan")
        let plan = deel.waarde
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider]) && plan?.loopt == true
        weg = deel.isWeg ? .even("Het plan is") : nil
        let bij = form.optional("doel").map { "-\($0)" } ?? ""
        fouten = Foutenlijst(form, onderscheid: ["reden": bij])
        stand = plan.flatMap {
            Planstand($0, href: "\(hoofd.href)/plan", mag: mag, form, gebruikers: gebruikers, vandaag: vandaag)
        }
        ouder = plan?.planVan.map { Koppeling("Naar het plan van \(namen[$0] ?? "ouder of voogd")", "/dossier/\($0)/plan") }
        let pad = "\(hoofd.href)/plan"
        let alle = (plan?.doelen ?? []).map {
            (doel: $0, kaart: Plandoelkaart($0, plan, pad: pad, mag: mag, form, namen: namen, vandaag: vandaag))
        }
        gebieden = Leefgebied.allCases.compactMap { gebied in
            let doelen = alle.filter { $0.doel.leefgebied == gebied && $0.doel.toestand != .vervallen }.map(\.kaart)
            return doelen.isEmpty ? nil : Gebied(naam: gebied.naam, doelen: doelen)
        }
        vervallen = alle.filter { $0.doel.toestand == .vervallen }.map(\.kaart)
        heeftVervallen = !vervallen.isEmpty
        leeg =
            plan != nil && gebieden.isEmpty
            ? Leeg(
                "Nog geen doelen",
                mag
                    ? "Vraag wat de persoon als eerste wil bereiken. Kies een zin of schrijf een eigen doel."
                    : "Er staan geen doelen in dit plan.")
            : nil
        nieuw = mag ? Nieuw(form, plan, namen: namen, vandaag: vandaag) : nil
        let gebruikt = Set((plan?.doelen ?? []).map(\.tekst))
        self.bibliotheek =
            nieuw == nil
            ? []
            : Leefgebied.allCases.compactMap { gebied in
                let vrij = zinnen.filter { $0.leefgebied == gebied && !gebruikt.contains($0.tekst) }.map(\.tekst)
                return vrij.isEmpty ? nil : Voorbeelden(naam: gebied.naam, code: gebied.rawValue, zinnen: vrij)
            }
        heeftBibliotheek = !self.bibliotheek.isEmpty
    }
}

extension PlanPagina.Nieuw {
    init(_ form: FormValues, _ plan: Planoverzicht?, namen: [DossierID: String], vandaag: Datum) {
        let kinderen = plan?.kinderen ?? []
        voor =
            kinderen.isEmpty
            ? nil
            : Kiesvak(
                "voor", "Van wie is dit doel?", form, kinderen.map { Optie($0.description, namen[$0] ?? "Kind") },
                verplicht: false, leeg: "Van de persoon zelf")
        leefgebied = Kiesvak("leefgebied", "Leefgebied", form, Leefgebied.allCases.map { Optie($0.rawValue, $0.naam) })
        tekst = Tekstvlak(
            "tekst", "Wat wil de persoon bereiken?", form, hulp: "Een zin die begint met ‘Ik’.", regels: 2, lengte: 300)
        woorden = Tekstvlak(
            "woorden", "Hoe zegt de persoon het zelf?", form, hulp: "In de eigen woorden, vertaald als dat nodig is.",
            verplicht: false, regels: 2, lengte: 600)
        streefdatum = Veld("streefdatum", "Streefdatum", form, soort: .datum, verplicht: false, minimum: vandaag.description)
    }
}

/// Where the plan stands: version, agreement, talks, and what can be done with it as a whole.
struct Planstand: Sendable {
    let href: String
    let versie: String
    let melding: Melding?
    let akkoord: Label
    let gesprek: String
    let volgende: Label?
    let waarom: String?
    let mag: Bool
    /// The form of a talk was refused: it stands open.
    let open: Bool
    let besproken: Veld?
    let volgendOp: Veld?
    let opmerking: Tekstvlak?
    let besluiten: [Planbesluitregel]
    let heeftBesluiten: Bool
    let gesprekken: [String]
    let heeftGesprekken: Bool

    /// Nil for a child: its goals stand in the plan of the parent.
    init?(
        _ plan: Planoverzicht, href: String, mag: Bool, _ form: FormValues, gebruikers: [GebruikerID: String], vandaag: Datum
    ) {
        guard plan.versie > 0 else { return nil }
        (self.href, self.mag) = (href, mag)
        versie = "Versie \(plan.versie)" + (plan.stap.map { " van \(Moment.tekst($0.op, vandaag: vandaag))" } ?? "")
        let laatste = plan.besluiten.first
        let isGeweigerd = plan.akkoordOp == nil && laatste?.keus == .geweigerd
        akkoord =
            plan.akkoordOp.map { Label("Akkoord op \($0.kort)", .goed) }
            ?? (isGeweigerd ? Label("Niet akkoord", .fout) : Label("Nog geen akkoord", .letOp))
        melding =
            plan.akkoordOp != nil || plan.doelen.allSatisfy { $0.toestand == .vervallen } || !plan.loopt
            ? nil
            : isGeweigerd
                ? Melding(
                    .letOp, "Pas het plan samen aan. Vraag daarna opnieuw of de cliënt het eens is.",
                    titel: "De cliënt is niet akkoord")
                : Melding(
                    .info, "Bespreek de doelen, zo nodig met een tolk. Is de cliënt het eens met dit plan? Leg dat dan vast.",
                    titel: "Nog geen akkoord met deze versie")
        gesprek = plan.gesprekken.first.map { "Laatst besproken op \($0.op.tekst)." } ?? "Nog niet besproken."
        volgende = plan.besprekenUiterlijk.map { op in
            let dagen = vandaag.days(until: op)
            let begin = op == plan.volgendGesprekOp ? "Volgend gesprek" : "Bespreken voor"
            return Label("\(begin): \(op.kort)", dagen < 0 ? .fout : dagen <= 7 ? .letOp : .gewoon)
        }
        waarom = plan.besprekenWaarom
        open = ["op", "volgendOp", "opmerking"].contains { form.error(of: $0) != nil }
        besproken = mag ? Veld("op", "Besproken op", form, soort: .datum, maximum: vandaag.description) : nil
        volgendOp =
            mag ? Veld("volgendOp", "Volgend gesprek", form, soort: .datum, verplicht: false, minimum: vandaag.description) : nil
        opmerking = mag ? Tekstvlak("opmerking", "Wat is er besproken?", form, verplicht: false, regels: 2, lengte: 1000) : nil
        besluiten = plan.besluiten.map { Planbesluitregel($0, gebruikers: gebruikers) }
        heeftBesluiten = !besluiten.isEmpty
        gesprekken = plan.gesprekken.map { gesprek in
            let volgend = gesprek.volgendOp.map { ", volgend gesprek \($0.tekst)" } ?? ""
            let wie = gesprek.door.flatMap { gebruikers[$0] }.map { " (\($0))" } ?? ""
            return "\(gesprek.op.tekst)\(volgend)\(wie).\(gesprek.opmerking.map { " \($0)" } ?? "")"
        }
        heeftGesprekken = !gesprekken.isEmpty
    }
}

/// What the client said of a version, in sentences.
struct Planbesluitregel: Sendable {
    let label: Label
    let zin: String
    let opmerking: String?

    init(_ besluit: Planoverzicht.Besluit, gebruikers: [GebruikerID: String]) {
        label = besluit.keus == .akkoord ? Label("Akkoord", .goed) : Label("Niet akkoord", .fout)
        let wie = besluit.naam ?? besluit.wie.naam
        let rol = besluit.wie == .client || besluit.naam == nil ? "" : " (\(besluit.wie.naam.lowercased()))"
        let taal = besluit.taal.map { " Besproken in het \(Dossierhoofd.taalnaam($0))" } ?? ""
        let tolk = taal.isEmpty ? "" : besluit.tolk == .geen ? ", zonder tolk." : ". \(besluit.tolk.naam)."
        let door = besluit.door.flatMap { gebruikers[$0] }.map { " Vastgelegd door \($0)." } ?? ""
        zin = "\(wie)\(rol), versie \(besluit.versie), \(besluit.op.tekst).\(taal)\(tolk)\(door)"
        opmerking = besluit.opmerking
    }
}
