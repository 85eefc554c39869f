// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The plan van aanpak: goals per leefgebied, each with its next step, adding one, and the client's agreement.
struct PlanPagina: PageModel {
    static let template = "plan"
    let titel = "Plan"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let weg: Melding?
    let fouten: Foutenlijst?
    let gebieden: [Gebied]
    let leeg: Leeg?
    let vervallen: [Doel]
    let heeftVervallen: Bool
    let akkoord: Akkoord?
    let nieuw: Nieuw?
    let bibliotheek: [Voorbeelden]
    let heeftBibliotheek: Bool

    struct Gebied: Sendable {
        let naam: String
        let doelen: [Doel]
    }
    struct Doel: Sendable {
        let id: String
        let tekst: String
        let label: Label
        let onder: String?
        let actie: String
        let versie: Int
        let magWijzigen: Bool
        let stappen: [Stap]
        let anders: [Stap]
        let heeftAnders: Bool
    }
    /// A button that sets a state.
    struct Stap: Sendable {
        let waarde: String
        let naam: String
    }
    struct Akkoord: Sendable {
        let melding: Melding?
        let versie: Int
        let vraag: Bool
    }
    struct Nieuw: Sendable {
        let leefgebied: Kiesvak
        let tekst: Tekstvlak
        let streefdatum: Veld
    }
    struct Voorbeelden: Sendable {
        let naam: String
        let code: String
        let zinnen: [String]
    }

    init(
        _ hoofd: Dossierhoofd, _ traject: Deelvraag<TrajectOverzicht>, bibliotheek zinnen: [DoelenBibliotheek.Zin],
        _ form: FormValues,
        rollen: Set<Role>, vandaag: Datum
    ) {
        (self.hoofd, kruimels, href) = (hoofd, hoofd.kruimels, "\(hoofd.href)/plan")
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider])
        weg = traject.isWeg ? .even("Het plan is") : nil
        fouten = Foutenlijst(form)
        let alle = (traject.waarde?.doelen ?? [])
        let pad = "\(hoofd.href)/plan"
        gebieden = Leefgebied.allCases.compactMap { gebied in
            let doelen = alle.filter { $0.leefgebied == gebied && $0.toestand != .vervallen }
            return doelen.isEmpty
                ? nil : Gebied(naam: gebied.naam, doelen: doelen.map { Doel($0, pad: pad, mag: mag, vandaag: vandaag) })
        }
        vervallen = alle.filter { $0.toestand == .vervallen }.map { Doel($0, pad: pad, mag: mag, vandaag: vandaag) }
        heeftVervallen = !vervallen.isEmpty
        leeg =
            traject.waarde != nil && gebieden.isEmpty
            ? Leeg(
                "Nog geen doelen",
                mag
                    ? "Vraag wat de persoon als eerste wil bereiken. Kies hieronder een zin of schrijf een eigen doel."
                    : "De begeleider maakt het plan samen met de persoon.")
            : nil
        let isLeeg = gebieden.isEmpty
        akkoord = traject.waarde.flatMap { isLeeg || $0.traject == nil ? nil : Akkoord($0, mag: mag) }
        nieuw = mag && traject.waarde != nil ? Nieuw(form, vandaag: vandaag) : nil
        let gebruikt = Set(alle.map(\.tekst))
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

extension PlanPagina.Doel {
    init(_ doel: TrajectOverzicht.Doel, pad: String, mag: Bool, vandaag: Datum) {
        let kort = DossierPlan.Doel(doel, vandaag: vandaag)
        (id, tekst, label, onder) = (doel.doel.description, doel.tekst, kort.label, kort.streefdatum)
        (actie, versie, magWijzigen) = ("\(pad)/doelen/\(doel.doel)", doel.versie, mag)
        let eerst: [DoelToestand] =
            switch doel.toestand {
            case .open: [.bezig, .bereikt]
            case .bezig, .deelsBereikt: [.bereikt]
            case .bereikt, .nietBereikt, .vervallen: []
            }
        stappen = eerst.map { PlanPagina.Stap($0) }
        // "Niet bereikt" is said when the traject ends.
        anders = DoelToestand.allCases.filter { $0 != doel.toestand && $0 != .nietBereikt && !eerst.contains($0) }.map {
            PlanPagina.Stap($0)
        }
        heeftAnders = !anders.isEmpty
    }
}

extension PlanPagina.Stap {
    init(_ toestand: DoelToestand) {
        waarde = toestand.rawValue
        naam =
            switch toestand {
            case .open: "Nog niet begonnen"
            case .bezig: "We zijn bezig"
            case .bereikt: "Bereikt"
            case .deelsBereikt: "Deels bereikt"
            case .nietBereikt: "Niet bereikt"
            case .vervallen: "Laten vervallen"
            }
    }
}

extension PlanPagina.Akkoord {
    init(_ traject: TrajectOverzicht, mag: Bool) {
        versie = traject.planVersie
        vraag = mag && traject.planAkkoordOp == nil
        melding =
            if let op = traject.planAkkoordOp {
                Melding(.goed, "De cliënt is akkoord met versie \(traject.planVersie) van het plan, op \(op.tekst).")
            } else {
                Melding(
                    .info,
                    "Bespreek de doelen, zo nodig met een tolk. Is de cliënt het eens met versie \(traject.planVersie)? Leg dat dan vast.",
                    titel: "Nog geen akkoord")
            }
    }
}

extension PlanPagina.Nieuw {
    init(_ form: FormValues, vandaag: Datum) {
        leefgebied = Kiesvak("leefgebied", "Leefgebied", form, Leefgebied.allCases.map { Optie($0.rawValue, $0.naam) })
        tekst = Tekstvlak(
            "tekst", "Wat wil de persoon bereiken?", form, hulp: "Een zin die begint met ‘Ik’.", regels: 2, lengte: 300)
        streefdatum = Veld("streefdatum", "Streefdatum", form, soort: .datum, verplicht: false, minimum: vandaag.description)
    }
}

extension DoelToevoegen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read.
    init(_ getypt: FormValues, dossier: DossierID) throws {
        var form = getypt
        form.errors = []
        let leefgebied = Leefgebied(rawValue: form.text("leefgebied"))
        if leefgebied == nil { form.refuse("leefgebied", code: "verplicht", "Kies een leefgebied.") }
        let tekst = form.required("tekst", "Schrijf wat de persoon wil bereiken.")
        let streefdatum = form.optional("streefdatum").flatMap { Datum(getypt: $0) }
        if form.optional("streefdatum") != nil, streefdatum == nil {
            form.refuse("streefdatum", code: "geen-datum", "Vul de datum in als dag-maand-jaar, of laat hem leeg.")
        }
        guard form.errors.isEmpty, let leefgebied else { throw Failure.invalid(form.errors) }
        self.init(dossier: dossier, leefgebied: leefgebied, tekst: tekst, streefdatum: streefdatum)
    }
}
